/* SPDX-License-Identifier: MIT */
#include "model/syllable.h"

#include "base/utf8.h"

static size_t matches_in(struct tl_matcher *matcher, const struct tl_regex *regex,
                         struct tl_str word)
{
    size_t count = 0;
    struct tl_match match;
    for (size_t at = 0;
         regex != NULL && tl_regex_find(regex, matcher, word, at, &match) == TL_FOUND;
         at = match.next) {
        count++;
    }
    return count;
}

size_t tl_syllables_of(struct tl_matcher *matcher, struct tl_str word,
                       const struct tl_language *language)
{
    bool told = language != NULL && language->vowels.len > 0;
    struct tl_str vowels = told ? language->vowels : TL_STR("aeiouy");
    size_t count = 0;
    bool in_vowels = false;
    for (size_t at = 0; at < word.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
        bool vowel = tl_utf8_has(vowels, tl_char_fold(c));
        count += vowel && !in_vowels;
        in_vowels = vowel;
    }
    if (language != NULL) {
        size_t silent = matches_in(matcher, language->silent_vowels, word);
        count += matches_in(matcher, language->split_vowels, word);
        count = count > silent ? count - silent : 0;
    }
    return count > 0 ? count : 1;
}
