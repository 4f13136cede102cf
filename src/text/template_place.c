/* SPDX-License-Identifier: MIT */
#include "text/template_place.h"

static const struct {
    const char *begin;
    const char *end;
} hidden[] = {{"<style", "</style"}, {"<script", "</script"}};

static void text_step(struct tl_template_place *place, struct tl_str rest)
{
    if (tl_str_has_prefix(rest, TL_STR("<!--"))) {
        place->kind = TL_PLACE_HIDDEN;
        place->raw_end = "-->";
        return;
    }
    char next = rest.len > 1 ? rest.data[1] : ' ';
    if (!tl_char_is_alpha(next) && next != '/' && next != '!' && next != '?') {
        return;
    }
    place->kind = TL_PLACE_MARKUP;
    place->quote = '\0';
    place->raw = NULL;
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        if (tl_str_has_prefix_nocase(rest, tl_str_of(hidden[i].begin))) {
            place->raw = hidden[i].end;
        }
    }
}

static void markup_step(struct tl_template_place *place, char c)
{
    if (place->quote != '\0') {
        place->quote = (char)(c == place->quote ? '\0' : place->quote);
    } else if (c == '"' || c == '\'') {
        place->quote = c;
    } else if (c == '>') {
        place->kind = place->raw == NULL ? TL_PLACE_TEXT : TL_PLACE_HIDDEN;
        place->raw_end = place->raw;
    }
}

static void hidden_step(struct tl_template_place *place, struct tl_str rest)
{
    if (!tl_str_has_prefix_nocase(rest, tl_str_of(place->raw_end))) {
        return;
    }
    // of a comment, its ">" is next but one; of an element, the name and perhaps blanks
    place->kind = TL_PLACE_MARKUP;
    place->quote = '\0';
    place->raw = NULL;
}

void tl_template_place_step(struct tl_template_place *place, struct tl_str html, size_t at)
{
    char c = html.data[at];
    struct tl_str rest = tl_str_slice(html, at, html.len);
    if (!place->is_html) {
        return;
    }
    if (place->kind == TL_PLACE_MARKUP) {
        markup_step(place, c);
    } else if (place->kind == TL_PLACE_TEXT && c == '<') {
        text_step(place, rest);
    } else if (place->kind == TL_PLACE_HIDDEN && (c == '<' || c == '-')) {
        hidden_step(place, rest);
    }
}
