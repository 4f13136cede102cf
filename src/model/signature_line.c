/* SPDX-License-Identifier: MIT */
#include "model/signature_line.h"

#include "base/utf8.h"
#include "model/piece.h"

enum {
    FEWEST_PHONE_DIGITS = 5,
    LONGEST_CONTACT_WORDS = 7,
    LONGEST_COMPANY_WORDS = 6,
};

/* "Neringa B." */
static bool ends_with_initial(struct tl_str s)
{
    if (s.len < 4 || s.data[s.len - 1] != '.') {
        return false;
    }
    uint32_t c;
    size_t at = tl_utf8_before(s, s.len - 1);
    tl_utf8_next(tl_str_slice(s, at, s.len), &c);
    return tl_char_is_upper(c) && at > 0 && s.data[at - 1] == ' ';
}

bool tl_signature_line_is_name(struct tl_str s, size_t most_words)
{
    static const char *const others[] = {"{",  "[", "%", "(", "+", "$", "<", "*",
                                         "\"", "“", "„", "”", "«", "»", "‘", "’"};
    uint32_t first;
    tl_utf8_next(s, &first);
    bool begins = tl_char_is_upper(first);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        begins |= tl_str_has_prefix(s, tl_str_of(others[i]));
    }
    return s.len > 0 && begins && tl_piece_n_words(s) <= most_words &&
           (!tl_str_ends_in(s, ".!?:;") || ends_with_initial(s));
}

bool tl_signature_line_is_contact(struct tl_str s)
{
    size_t n_digits = 0;
    size_t n_letters = 0;
    for (size_t i = 0; i < s.len; i++) {
        n_digits += tl_char_is_digit(s.data[i]);
        n_letters += tl_char_is_alpha(s.data[i]);
    }
    bool address = tl_str_find_char(s, '@', 0) != TL_NONE ||
                   tl_str_find(s, TL_STR("www."), 0) != TL_NONE ||
                   tl_str_find(s, TL_STR("://"), 0) != TL_NONE;
    return tl_piece_n_words(s) <= LONGEST_CONTACT_WORDS && !tl_str_ends_in(s, ".!?:;") &&
           (address || (n_digits >= FEWEST_PHONE_DIGITS && n_digits > n_letters));
}

bool tl_signature_line_is_company(struct tl_str s)
{
    static const char *const closings[] = {"\"", "“", "”", "»", "’"};
    bool closes = false;
    for (size_t i = 0; i < sizeof closings / sizeof *closings; i++) {
        closes |= tl_str_has_suffix_nocase(s, tl_str_of(closings[i]));
    }
    return closes && tl_piece_n_words(s) <= LONGEST_COMPANY_WORDS;
}

bool tl_signature_line_is_capitals(struct tl_str s)
{
    for (size_t at = 0; at < s.len; at++) {
        uint32_t c;
        tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        if ((at == 0 || tl_char_is_space(s.data[at - 1])) && !tl_char_is_upper(c)) {
            return false;
        }
    }
    return s.len > 0;
}
