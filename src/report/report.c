/* SPDX-License-Identifier: MIT */
#include "report/report.h"

static const struct tl_reporter *const reporters[] = {
#define REPORTER(name) &tl_reporter_##name,
#include "report/reporters.def"
#undef REPORTER
};

enum { N_REPORTERS = sizeof reporters / sizeof *reporters };

const struct tl_reporter *tl_reporter_find(struct tl_str name)
{
    for (size_t i = 0; i < N_REPORTERS; i++) {
        if (tl_str_equal(name, tl_str_of(reporters[i]->name))) {
            return reporters[i];
        }
    }
    return NULL;
}

struct tl_strs tl_reporter_names(struct tl_arena *arena)
{
    struct tl_strs names = {0};
    for (size_t i = 0; i < N_REPORTERS; i++) {
        *TL_VEC_ADD(arena, &names) = tl_str_of(reporters[i]->name);
    }
    return names;
}
