/* SPDX-License-Identifier: MIT */
#include "text/choice.h"

#include "text/html.h"

/*
 * A plain part with this many times fewer words than the HTML one only says to look there; one of
 * few words does so sooner.
 */
enum { STUB_RATIO = 10, SHORT_STUB_RATIO = 3, SHORT_STUB_WORDS = 20 };

struct counted {
    const struct tl_part *part;
    size_t n_words;
};

TL_VEC(counted_parts, struct counted);

struct chooser {
    struct tl_arena *arena;
    enum tl_choice choice;
    struct counted_parts counted; /* so that none is decoded twice */
    bool takes_forwarded;         /* message/rfc822 */
    bool takes_attached;
};

/* Text for programs. */
static const char *const unreadable_types[] = {
    "text/calendar",      "text/csv",     "text/css",    "text/javascript", "text/rfc822-headers",
    "text/directory",     "text/rtf",     "text/vcard",  "text/x-vcard",    "text/x-amp-html",
    "text/x-moz-deleted", "text/x-patch", "text/x-diff", "text/xml",
};

static bool is_readable(const struct tl_part *part)
{
    for (size_t i = 0; i < sizeof unreadable_types / sizeof *unreadable_types; i++) {
        if (tl_part_is(part, tl_str_of(unreadable_types[i]))) {
            return false;
        }
    }
    return tl_part_is(part, TL_STR("text/")) || tl_choice_is_html(part);
}

static size_t words_count(struct tl_str text)
{
    size_t n = 0;
    bool in_word = false;
    for (size_t i = 0; i < text.len; i++) {
        bool blank = tl_char_is_space(text.data[i]);
        n += !blank && !in_word;
        in_word = !blank;
    }
    return n;
}

static size_t part_words(struct chooser *c, const struct tl_part *part)
{
    for (size_t i = 0; i < c->counted.len; i++) {
        if (c->counted.items[i].part == part) {
            return c->counted.items[i].n_words;
        }
    }
    struct tl_arena *arena = tl_arena_new();
    struct tl_notices ignored = {0}; // whoever reads the chosen part gets them
    struct tl_text text = tl_part_decode(arena, part, &ignored);
    if (tl_choice_is_html(part)) {
        text = tl_html_read(arena, &text, &ignored).text;
    }
    size_t n_words = words_count(text.bytes);
    tl_arena_free(arena);
    *TL_VEC_ADD(c->arena, &c->counted) = (struct counted){part, n_words};
    return n_words;
}

static const struct tl_part *choose(struct chooser *c, const struct tl_part *part);

/* multipart/alternative: the plain part, or the last that can be read. */
static const struct tl_part *choose_alternative(struct chooser *c, const struct tl_part *part)
{
    const struct tl_part *plain = NULL;
    const struct tl_part *rich = NULL;
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        const struct tl_part *chosen = choose(c, child);
        if (chosen == NULL) {
            continue;
        }
        if (plain == NULL && !tl_choice_is_html(chosen)) {
            plain = chosen;
        } else if (tl_choice_is_html(chosen)) {
            rich = chosen;
        }
    }
    if (plain == NULL || rich == NULL) {
        return plain == NULL ? rich : plain;
    }
    if (c->choice != TL_CHOICE_AUTO) {
        return c->choice == TL_CHOICE_HTML ? rich : plain;
    }
    size_t n_words = part_words(c, plain);
    size_t ratio = n_words <= SHORT_STUB_WORDS ? SHORT_STUB_RATIO : STUB_RATIO;
    return n_words * ratio < part_words(c, rich) ? rich : plain;
}

/* The first child with words in it, else the first that can be read at all. */
static const struct tl_part *choose_first(struct chooser *c, const struct tl_part *part)
{
    const struct tl_part *empty = NULL;
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        const struct tl_part *chosen = choose(c, child);
        if (chosen == NULL) {
            continue;
        }
        if (child->next == NULL || part_words(c, chosen) > 0) {
            return chosen;
        }
        empty = empty == NULL ? chosen : empty;
    }
    return empty;
}

static const struct tl_part *choose(struct chooser *c, const struct tl_part *part)
{
    if (tl_part_is(part, TL_STR("message/rfc822"))) {
        return c->takes_forwarded && part->first != NULL ? choose(c, part->first) : NULL;
    }
    if (tl_part_is(part, TL_STR("multipart/encrypted"))) {
        return NULL;
    }
    if (part->first == NULL) {
        bool attached = !c->takes_attached && tl_part_is_attachment(part);
        return is_readable(part) && !attached ? part : NULL;
    }
    if (tl_part_is(part, TL_STR("multipart/signed"))) {
        return choose(c, part->first);
    }
    if (tl_part_is(part, TL_STR("multipart/alternative"))) {
        return choose_alternative(c, part);
    }
    return choose_first(c, part);
}

const struct tl_part *tl_choice_find(struct tl_arena *arena, const struct tl_part *mail,
                                     enum tl_choice choice)
{
    struct chooser c = {.arena = arena, .choice = choice};
    const struct tl_part *chosen = choose(&c, mail);
    if (chosen == NULL) {
        c.takes_attached = true;
        chosen = choose(&c, mail);
    }
    if (chosen == NULL) {
        c.takes_forwarded = true;
        chosen = choose(&c, mail);
    }
    return chosen;
}

/* Adds each text that is shown, one of those that are alternatives or belong to one another. */
static void shown_add(struct chooser *c, const struct tl_part *part, struct tl_part_refs *shown)
{
    bool several = part->first != NULL && !tl_part_is(part, TL_STR("message/rfc822")) &&
                   !tl_part_is(part, TL_STR("multipart/alternative")) &&
                   !tl_part_is(part, TL_STR("multipart/related")) &&
                   !tl_part_is(part, TL_STR("multipart/signed")) &&
                   !tl_part_is(part, TL_STR("multipart/encrypted"));
    if (!several) {
        const struct tl_part *chosen = choose(c, part);
        if (chosen != NULL) {
            *TL_VEC_ADD(c->arena, shown) = chosen;
        }
        return;
    }
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        shown_add(c, child, shown);
    }
}

struct tl_part_refs tl_choice_more(struct tl_arena *arena, const struct tl_part *mail,
                                   const struct tl_part *chosen, enum tl_choice choice)
{
    struct chooser c = {.arena = arena, .choice = choice};
    struct tl_part_refs shown = {0};
    struct tl_part_refs more = {0};
    shown_add(&c, mail, &shown);
    size_t first = 0;
    while (first < shown.len && shown.items[first] != chosen) {
        first++;
    }
    for (size_t i = first + 1; i < shown.len; i++) {
        *TL_VEC_ADD(arena, &more) = shown.items[i];
    }
    return more;
}

bool tl_choice_is_html(const struct tl_part *part)
{
    return tl_part_is(part, TL_STR("text/html")) ||
           tl_part_is(part, TL_STR("application/xhtml+xml"));
}
