/* SPDX-License-Identifier: MIT */
#include "rules/summary.h"

void tl_summary_scope_set(struct tl_arena *arena, struct tl_scope *scope)
{
    struct tl_str none;
    if (tl_scope_chance(scope) == TL_SCOPE_FOREIGN) {
        return;
    }
    *scope = (struct tl_scope){0};
    (void)tl_scope_add(arena, scope,
                       TL_STR("body & message & ~heading & ~table.cell & ~code & ~url"), &none);
}

struct tl_summary tl_summary_of(const struct tl_engine *engine, const struct tl_check *check,
                                uint64_t uses)
{
    static const enum tl_measure_id of_letter[] = {
        TL_MEASURE_HEADINGS,   TL_MEASURE_HEADING_H1, TL_MEASURE_HEADING_H2, TL_MEASURE_HEADING_H3,
        TL_MEASURE_HEADING_H4, TL_MEASURE_HEADING_H5, TL_MEASURE_HEADING_H6, TL_MEASURE_TABLE_CELLS,
        TL_MEASURE_PRE,        TL_MEASURE_BLOCKQUOTE,
    };
    const struct tl_letter *letter = engine->letter;
    struct tl_summary summary = {.is_empty = true, .tally = {.uses = uses}};
    struct tl_tally all = {.uses = 0};
    for (size_t i = 0; i < letter->sentences.len; i++) {
        tl_tally_add(engine, &all, i, TL_NONE);
        if (!tl_scope_has(&check->scope, letter, i) || letter->sentences.items[i].n_words == 0) {
            continue;
        }
        tl_tally_add(engine, &summary.tally, i, TL_NONE);
        summary.start = summary.is_empty ? letter->sentences.items[i].span : summary.start;
        summary.is_empty = false;
    }
    for (size_t i = 0; i < sizeof of_letter / sizeof *of_letter; i++) {
        summary.tally.n[of_letter[i]] = all.n[of_letter[i]];
    }
    return summary;
}
