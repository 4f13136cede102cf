/*
 * Readings for tests of src/text: shown as text, a line each, so that a test states all of them at
 * once.
 *
 *     *T0! Dear Ann,      a block starts, TEXT, quote depth 0, a hard end
 *      I1  more           no block starts, ITEM, quote depth 1
 *
 * Kinds: T text, I item, H heading, C cell, # code, U address, - rule.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TESTS_UNIT_READING_H
#define TL_TESTS_UNIT_READING_H

#include "support/tl_check.h"
#include "text/line.h"

static inline struct tl_str reading_lines(const struct tl_reading *reading)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < reading->lines.len; i++) {
        const struct tl_line *line = &reading->lines.items[i];
        tl_buf_add_format(&out, "%c%c%u%c ", line->starts_block ? '*' : ' ', "TIHC#U-"[line->kind],
                          line -> quote_depth, line -> hard ? '!' : ' ');
        tl_buf_add(&out, tl_str_slice(reading->text.bytes, line->span.begin, line->span.end));
        tl_buf_add_char(&out, '\n');
    }
    return tl_buf_str(&out);
}

/* The reading has these lines; its map is sound and its lines lie in order. */
#define assert_lines(reading, source, literal)                                                     \
    do {                                                                                           \
        tl_map_check((reading)->text.map, (source)->bytes.len);                                    \
        size_t line_after_ = 0;                                                                    \
        for (size_t i_ = 0; i_ < (reading)->lines.len; i_++) {                                     \
            struct tl_span span_ = (reading)->lines.items[i_].span;                                \
            ck_assert_uint_le(line_after_, span_.begin);                                           \
            ck_assert_uint_lt(span_.begin, span_.end);                                             \
            line_after_ = span_.end;                                                               \
        }                                                                                          \
        ck_assert_uint_le(line_after_, (reading)->text.bytes.len);                                 \
        tl_assert_str(reading_lines(reading), literal);                                            \
    } while (0)

/* The words, which must occur once in the reading, came from these bytes of the source. */
#define assert_words_from(reading, source, words, literal)                                         \
    tl_assert_source_is((source), &(reading)->text, tl_test_find((reading)->text.bytes, (words)),  \
                        literal)

#endif
