/* SPDX-License-Identifier: MIT */
#include "model/marks.h"

#include "base/utf8.h"

enum {
    LOOKED_AT_LETTERS = 16 * 1024,
    MARKED_PART = 100, /* one marked letter in so many is that of a name or a quoted word */
    SURE_LETTERS = 60  /* of running text: one in ten to fifteen has a mark where they are typed */
};

struct count {
    size_t letters; /* of words in lower case: names keep their marks */
    size_t marked;
    size_t all_marked; /* those of names too */
};

static void words_count(struct tl_str s, struct tl_str marked, struct count *count)
{
    bool in_name = false;
    bool in_word = false;
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        bool is_letter = tl_char_is_letter(c);
        bool is_marked = is_letter && c >= 0x80 && tl_utf8_has(marked, tl_char_fold(c));
        in_name = is_letter && (in_word ? in_name : tl_char_is_upper(c));
        in_word = is_letter;
        count->letters += is_letter && !in_name;
        count->marked += is_marked && !in_name;
        count->all_marked += is_marked;
    }
}

const struct tl_language *tl_marks_find(const struct tl_zoning *zoning,
                                        const struct tl_language *language, struct tl_facts *facts)
{
    struct count count = {0};
    if (language == NULL || language->unmarked == NULL) {
        return language;
    }
    for (size_t i = 0; i < zoning->pieces.len && count.letters < LOOKED_AT_LETTERS; i++) {
        const struct tl_piece *piece = &zoning->pieces.items[i];
        if (piece->zone != TL_ZONE_QUOTE && piece->kind != TL_LINE_CODE) {
            words_count(tl_piece_str(zoning, i), language->letters, &count);
        }
    }
    /* in a short text one capital with a mark tells as much as any other letter */
    bool is_long = count.letters >= SURE_LETTERS;
    bool is_unmarked =
        is_long ? count.marked * MARKED_PART <= count.letters : count.all_marked == 0;
    if (!facts->stated[TL_FACT_LETTERS]) {
        facts->value[TL_FACT_LETTERS] =
            is_unmarked && is_long ? TL_FACT_LETTERS_UNMARKED : TL_FACT_LETTERS_MARKED;
    }
    return is_unmarked ? language->unmarked : language;
}
