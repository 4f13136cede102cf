/* SPDX-License-Identifier: MIT */
#include "rules/pattern_dead.h"

#include "base/regex_token.h"
#include "base/utf8.h"

#include <string.h>

/* What stands right behind a word by nature, and so at the start of a token; and right before. */
static const char after_words[] = " ,;:.!?)]'-/&%";
static const char before_words[] = " ([#@$'-/&";

/* Whether a character at an edge keeps a token from matching. */
static bool is_dead_edge(const struct tl_token *token, const char *natural)
{
    uint32_t c = token->value;
    bool in_word = c == '_' || tl_char_is_letter(c) || tl_char_is_number(c);
    bool is_natural = c >= 0x80 || (c != 0 && strchr(natural, (int)c) != NULL);
    return token->kind == TL_TOKEN_CHAR && !in_word && !is_natural;
}

bool tl_pattern_is_dead(struct tl_str token)
{
    struct tl_token_reader reader = tl_token_read(token);
    const struct tl_token none = {.kind = TL_TOKEN_EMPTY};
    struct tl_token last = none;
    struct tl_token part;
    bool at_start = true;
    bool is_dead = false;
    while (tl_token_next(&reader, &part)) {
        struct tl_token times;
        if (part.kind == TL_TOKEN_OTHER) {
            return false;
        }
        if (part.kind == TL_TOKEN_BAR && reader.depth == 0) {
            is_dead |= is_dead_edge(&last, before_words);
            last = none;
            at_start = true;
            continue;
        }
        /* what may be missing tells nothing of the edge */
        bool may_miss = tl_token_quantifier(&reader, &times) && times.min == 0;
        bool is_edge = reader.depth == 0 && !may_miss;
        is_dead |= at_start && is_edge && is_dead_edge(&part, after_words);
        last = is_edge ? part : none;
        at_start = false;
    }
    return is_dead || is_dead_edge(&last, before_words);
}
