/*
 * link: what a link shows and what it leads to.  `link: host`: it shows another host than the one
 * that it leads to; arguments: both.  `link: empty`: it leads nowhere; argument: what it shows.
 * SPDX-License-Identifier: MIT
 */
#include "model/host.h"
#include "rules/kind.h"
#include "rules/pattern.h"

enum fault { FAULT_HOST, FAULT_EMPTY };

struct link {
    unsigned fault;                    /* enum fault */
    const struct tl_regex *exceptions; /* hosts and texts; may be NULL */
};

static const struct tl_key keys[] = {
    {"link", TL_KEY_CHOICE, "host|empty", "What is wrong with a link"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "Shown texts and hosts that are as they should be"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct link *link = tl_arena_alloc(loader->arena, sizeof *link);
    check->data = link;
    if (tl_loader_find(map, "link") == NULL) {
        return tl_loader_fail(loader, map, "there is no 'link'");
    }
    return tl_keys_choice(loader, map, keys, "link", &link->fault) &&
           tl_pattern_list(loader, tl_loader_find(map, "exceptions"), TL_PATTERN_WORD,
                           &link->exceptions);
}

/* Whether the tag of a link held one of a template that left nothing behind.  Those of a part are
 * in the order of the source. */
static bool has_template_tag(const struct tl_letter *letter, struct tl_span tag)
{
    const struct tl_template_tags *tags = &letter->content->template.tags;
    size_t low = 0;
    size_t high = tags->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tags->items[middle].source.end <= tag.begin) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < tags->len && tags->items[low].source.begin < tag.end;
}

static bool is_empty(const struct tl_letter *letter, const struct tl_link *link)
{
    static const struct tl_str empty[] = {{"", 0}, {"#", 1}, {"http://", 7}, {"https://", 8}};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        if (tl_str_equal_nocase(link->target, empty[i])) {
            return !has_template_tag(letter, link->tag);
        }
    }
    return false;
}

static bool is_excepted(struct tl_engine *engine, const struct link *data, struct tl_str s)
{
    return data->exceptions != NULL && tl_engine_find(engine, data->exceptions, s, 0, NULL);
}

/* Fills what is said where the link is at fault. */
static bool is_at_fault(struct tl_engine *engine, const struct link *data,
                        const struct tl_link *link, struct tl_str shown, struct tl_said *said)
{
    if (data->fault == FAULT_EMPTY) {
        *said = (struct tl_said){.args = {shown}, .n_args = 1};
        return is_empty(engine->letter, link) && !is_excepted(engine, data, shown);
    }
    struct tl_host host = tl_host_of_text(shown);
    struct tl_host target = tl_host_of_target(link->target);
    *said = (struct tl_said){.args = {host.name, target.name}, .n_args = 2};
    return host.name.len > 0 && target.name.len > 0 && host.is_mail == target.is_mail &&
           !tl_host_fits(host, target) && !is_excepted(engine, data, shown) &&
           !is_excepted(engine, data, target.name);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct tl_reading *reading = &engine->letter->content->reading;
    for (size_t i = 0; i < reading->links.len; i++) {
        const struct tl_link *link = &reading->links.items[i];
        struct tl_str shown = tl_str_slice(reading->text.bytes, link->span.begin, link->span.end);
        struct tl_said said;
        if (is_at_fault(engine, check->data, link, shown, &said)) {
            struct tl_span source = shown.len > 0
                                        ? tl_text_source(&reading->text, link->span)
                                        : (struct tl_span){link->tag.begin, link->tag.begin};
            struct tl_str text = tl_template_show(engine->arena, &engine->letter->content->template,
                                                  &reading->text, link->span);
            tl_engine_add_source(engine, check, source, text, &said);
        }
    }
}

const struct tl_kind tl_kind_link = {"link", keys, load, run};
