/*
 * notice: what the reading of the message and the rules came upon (source/notice.h).
 * Message argument: what it was.
 * SPDX-License-Identifier: MIT
 */
#include "rules/kind.h"

static const struct tl_key keys[] = {
    {"notice", TL_KEY_TEXT, NULL, "What the reading came upon"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct tl_str name = TL_STR("");
    if (!tl_loader_str(loader, map, "notice", &name)) {
        return false;
    }
    enum tl_notice_kind *kind = tl_arena_alloc(loader->arena, sizeof *kind);
    check->data = kind;
    struct tl_strs known = {0};
    for (int i = 0; i < TL_NOTICE_COUNT; i++) {
        if (tl_str_equal(name, tl_str_of(tl_notice_names[i]))) {
            *kind = (enum tl_notice_kind)i;
            return true;
        }
        *TL_VEC_ADD(loader->arena, &known) = tl_str_of(tl_notice_names[i]);
    }
    const struct tl_yaml *node = tl_loader_find(map, "notice");
    return tl_loader_fail_unknown(loader, node == NULL ? map : node, "notice", name, &known);
}

static void notices_run(struct tl_engine *engine, const struct tl_check *check,
                        const struct tl_notices *notices)
{
    const enum tl_notice_kind *kind = check->data;
    for (size_t i = 0; i < notices->len; i++) {
        const struct tl_notice *notice = &notices->items[i];
        if (notice->kind == *kind) {
            bool has_text = notice->text.len > 0;
            size_t end = has_text ? notice->span.end : notice->span.begin;
            tl_engine_add_source(engine, check, (struct tl_span){notice->span.begin, end},
                                 has_text ? notice->text : TL_STR(""),
                                 &(struct tl_said){.args = {notice->what}, .n_args = 1});
        }
    }
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    notices_run(engine, check, &engine->letter->content->notices);
    notices_run(engine, check, &engine->notices);
}

const struct tl_kind tl_kind_notice = {"notice", keys, load, run};
