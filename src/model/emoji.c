/* SPDX-License-Identifier: MIT */
#include "model/emoji.h"

#include "base/utf8.h"

/* The bytes of an emoji or an emoticon at `at`; 0 where there is none. */
static size_t emoji_bytes(struct tl_str text, size_t at, size_t end)
{
    static const char *const emoticons[] = {":)",  ":-)", ";)",  ";-)", ":D",
                                            ":-D", ":(",  ":-(", "=)"};
    struct tl_str rest = tl_str_slice(text, at, end);
    for (size_t i = 0; i < sizeof emoticons / sizeof *emoticons; i++) {
        struct tl_str emoticon = tl_str_of(emoticons[i]);
        if (tl_str_has_prefix(rest, emoticon)) {
            return emoticon.len;
        }
    }
    uint32_t c = 0;
    size_t bytes = tl_utf8_next(rest, &c);
    return tl_char_is_emoji(c) ? bytes : 0;
}

size_t tl_emoji_skip(struct tl_str text, size_t at, size_t end)
{
    size_t after = at;
    while (after < end && text.data[after] == ' ') {
        size_t stop = after + 1;
        for (size_t n = emoji_bytes(text, stop, end); n > 0; n = emoji_bytes(text, stop, end)) {
            stop += n;
        }
        if (stop == after + 1 || (stop < end && !tl_char_is_space(text.data[stop]))) {
            break;
        }
        after = stop;
    }
    return after;
}
