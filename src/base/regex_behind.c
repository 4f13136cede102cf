/* SPDX-License-Identifier: MIT */
#include "base/regex_behind.h"

#include "base/regex_token.h"

/* "(?i-s:", as the flags are where the lookbehind stands. */
static void flags_add(struct tl_buf *out, struct tl_token_flags flags)
{
    tl_buf_add(out, TL_STR("(?"));
    for (unsigned pass = 0; pass < 2; pass++) {
        unsigned char set = pass == 0 ? flags.on : flags.off;
        tl_buf_add(out, pass == 1 && set != 0 ? TL_STR("-") : TL_STR(""));
        for (unsigned i = 0; i < TL_TOKEN_N_FLAGS; i++) {
            if ((set & 1U << i) != 0) {
                tl_buf_add_char(out, tl_token_flag_names[i]);
            }
        }
    }
    tl_buf_add_char(out, ':');
}

bool tl_regex_behind_take(struct tl_arena *arena, struct tl_str pattern, size_t offset,
                          unsigned number, struct tl_regex_behind *behind)
{
    struct tl_token_reader reader = tl_token_read(pattern);
    struct tl_token token = {.kind = TL_TOKEN_OTHER};
    unsigned n_groups = 0; /* that capture, in it: others after it keep their numbers */
    while (tl_token_next(&reader, &token) && token.begin < offset) {
    }
    bool calls_out = number == 0 && tl_str_find(pattern, TL_STR("(?C"), 0) != TL_NONE;
    if (calls_out || token.begin != offset || token.kind != TL_TOKEN_OPEN ||
        token.group != TL_GROUP_BEHIND) {
        return false;
    }
    struct tl_token open = token;
    struct tl_token_flags flags = reader.flags[reader.depth];
    unsigned depth = reader.depth;
    while (reader.depth >= depth) {
        if (!tl_token_next(&reader, &token) || token.kind == TL_TOKEN_OTHER || token.is_reference ||
            token.kind == TL_TOKEN_CALLOUT || (token.kind == TL_TOKEN_OPEN && token.name.len > 0)) {
            return false;
        }
        n_groups += token.kind == TL_TOKEN_OPEN && token.group == TL_GROUP_CAPTURE;
    }
    struct tl_buf inner = tl_buf_in(arena);
    flags_add(&inner, flags);
    tl_buf_add(&inner, tl_str_slice(pattern, open.end, token.begin));
    tl_buf_add(&inner, TL_STR(")(?C255)"));
    struct tl_buf text = tl_buf_in(arena);
    tl_buf_add(&text, tl_str_slice(pattern, 0, offset));
    tl_buf_add_format(&text, "(?:(?C%u)", number);
    tl_buf_add(&text, n_groups > 0 ? TL_STR("|(?!)") : TL_STR(""));
    for (unsigned i = 0; i < n_groups; i++) {
        tl_buf_add(&text, TL_STR("()"));
    }
    tl_buf_add_char(&text, ')');
    tl_buf_add(&text, tl_str_slice(pattern, token.end, pattern.len));
    *behind = (struct tl_regex_behind){
        .text = tl_buf_str(&text),
        .inner = tl_buf_str(&inner),
        .is_negative = open.is_negative,
    };
    return true;
}
