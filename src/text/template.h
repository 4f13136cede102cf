/*
 * Masks for the tags of templates, so that all that follows reads a template as the message that it
 * will be.
 *
 *     Dear {{ name }},                            Dear 𐐀𐐨𐐨𐐨𐐨,
 *     {% if late %}        (alone on its line)
 *     we are {# very #} sorry.                    we are  sorry.
 *
 * A placeholder becomes a noun, a word that no list and no language knows; a control tag and a
 * comment become nothing, and take the line with them that they stand alone on.  "Else" parts two
 * alternatives: alone on its line it is a blank one, between words a stroke, else a space.  What
 * stands between raw and its end stays as it is.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_TEMPLATE_H
#define TL_TEXT_TEMPLATE_H

#include "source/notice.h"
#include "source/text.h"

/* A tag that the text has no more. */
struct tl_template_tag {
    struct tl_span source;
    struct tl_str text; /* as it is written; white space is one space */
    bool is_noun;
    bool is_shown; /* a reader of the source would see it: not inside an element of HTML */
};
TL_VEC(tl_template_tags, struct tl_template_tag);

struct tl_template {
    unsigned dialects;            /* that are read: bits of template_dialect.h */
    struct tl_template_tags tags; /* in the order in which they were masked */
};

/*
 * Masks the tags of a text.
 *
 * text      decoded; HTML before it is parsed, plain text before its lines are looked at
 * template  its dialects are read; gets the tags
 * notices   gets TL_NOTICE_PLACEHOLDER for tags that are not closed or not opened, for blocks
 *           without an end and ends without a block
 *
 * Returns the text, borrowed from the arena.  Cost: O(length).
 */
struct tl_text tl_template_mask(struct tl_arena *arena, const struct tl_text *text, bool is_html,
                                struct tl_template *template, struct tl_notices *notices);

/* Whether a masked placeholder stands at the start of a masked text.  Cost: O(1). */
bool tl_template_is_noun(struct tl_str text);

/* How many bytes of a masked text the masked placeholder at its start has; 0 where none stands
 * there.  Cost: O(result). */
size_t tl_template_noun_bytes(struct tl_str text);

/*
 * A part of a text as its writer has it: with the tags that were masked in it.  Nothing is copied
 * where there are none.  Cost: O(part + tags in it x log runs).
 */
struct tl_str tl_template_show(struct tl_arena *arena, const struct tl_template *template,
                               const struct tl_text *text, struct tl_span part);

#endif
