/* SPDX-License-Identifier: MIT */
#include "mime/mbox_line.h"

enum {
    MOST_BYTES = 1000,
    MOST_WORDS = 16,
    MOST_WORDS_AFTER = 3, /* "remote from host" */
};

struct words {
    struct tl_str items[MOST_WORDS];
    size_t len;
};

static struct words words_of(struct tl_str line)
{
    struct words words = {.len = 0};
    for (size_t at = 0; at < line.len && words.len < MOST_WORDS;) {
        size_t end = at;
        while (end < line.len && !tl_char_is_space(line.data[end])) {
            end++;
        }
        if (end > at) {
            words.items[words.len++] = tl_str_slice(line, at, end);
        }
        at = end + 1;
    }
    return words;
}

/* Whether the word is one of those of three letters each that stand in a row in `names`. */
static bool is_name(struct tl_str word, const char *names)
{
    for (; word.len == 3 && *names != '\0'; names += 3) {
        if (tl_str_equal_nocase(word, (struct tl_str){names, 3})) {
            return true;
        }
    }
    return false;
}

/* Whether the word has the form: '9' in it stands for a digit, all else for itself. */
static bool has_form(struct tl_str word, const char *form)
{
    size_t i = 0;
    for (; i < word.len && form[i] != '\0'; i++) {
        bool fits = form[i] == '9' ? tl_char_is_digit(word.data[i]) : word.data[i] == form[i];
        if (!fits) {
            return false;
        }
    }
    return i == word.len && form[i] == '\0';
}

static bool is_day(struct tl_str word)
{
    return has_form(word, "9") || has_form(word, "99");
}

static bool is_time(struct tl_str word)
{
    return has_form(word, "99:99") || has_form(word, "99:99:99") || has_form(word, "9:99") ||
           has_form(word, "9:99:99");
}

/* Whether a date begins at word `i`, with little after it. */
static bool is_date(const struct words *words, size_t i)
{
    const struct tl_str *word = words->items + i;
    if (words->len < i + 5 || !is_name(word[0], "MonTueWedThuFriSatSun") ||
        !is_name(word[1], "JanFebMarAprMayJunJulAugSepOctNovDec") || !is_day(word[2]) ||
        !is_time(word[3])) {
        return false;
    }
    for (size_t year = i + 4; year < words->len && year <= i + 6; year++) {
        if (has_form(words->items[year], "9999")) {
            return words->len - year - 1 <= MOST_WORDS_AFTER;
        }
    }
    return false;
}

bool tl_mbox_line_is(struct tl_str line)
{
    if (!tl_str_has_prefix(line, TL_STR("From "))) {
        return false;
    }
    struct words words = words_of(tl_str_slice(line, 0, MOST_BYTES));
    for (size_t i = 2; i < words.len; i++) {
        if (is_date(&words, i)) {
            return true;
        }
    }
    return false;
}
