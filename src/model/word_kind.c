/* SPDX-License-Identifier: MIT */
#include "model/word_kind.h"

#include "base/utf8.h"

enum {
    MOST_NUMBER_LETTERS = 3, /* after the digits: "3rd", "10am", "250kWh" is "code" enough */
    MOST_GLUE_BYTES = 3,     /* between the parts of a date: "of", "den", "m", "d" */
    YEAR_DIGITS = 4,
};

/* "example.com", "example.com/a"; not "end.Next". */
static bool is_domain(struct tl_str word)
{
    size_t slash = tl_str_find_char(word, '/', 0);
    struct tl_str host = tl_str_slice(word, 0, slash == TL_NONE ? word.len : slash);
    size_t n_last = 0; /* letters after the last dot */
    for (size_t i = host.len; i > 0 && host.data[i - 1] != '.'; i--) {
        if (host.data[i - 1] < 'a' || host.data[i - 1] > 'z') {
            return false;
        }
        n_last++;
    }
    return n_last >= 2 && host.len >= n_last + 3;
}

static bool is_link(struct tl_str word)
{
    return tl_str_find(word, TL_STR("://"), 0) != TL_NONE ||
           tl_str_has_prefix_nocase(word, TL_STR("www.")) ||
           tl_str_has_prefix_nocase(word, TL_STR("mailto:")) ||
           (tl_str_find_char(word, '@', 0) != TL_NONE &&
            tl_str_find_char(word, '.', 0) != TL_NONE) ||
           is_domain(word);
}

/* "<https://example.com>", as mails write addresses. */
static bool is_link_in_brackets(struct tl_str word)
{
    return tl_str_has_prefix(word, TL_STR("<")) && tl_str_ends_in(word, ">") &&
           is_link(tl_str_slice(word, 1, word.len - 1));
}

enum tl_word_kind tl_word_kind_of(struct tl_str word)
{
    if (is_link_in_brackets(word)) {
        return TL_WORD_LINK;
    }
    if (tl_str_find_char(TL_STR("{[<$%*("), word.len > 0 ? word.data[0] : 'x', 0) != TL_NONE) {
        return TL_WORD_HOLE;
    }
    size_t n_digits = 0;
    size_t n_letters = 0;
    bool late = false; /* a digit after a letter */
    for (size_t at = 0; at < word.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
        bool digit = tl_char_is_number(c);
        n_digits += digit;
        n_letters += tl_char_is_letter(c);
        late |= digit && n_letters > 0;
    }
    if (n_letters > 0 && is_link(word)) {
        return TL_WORD_LINK;
    }
    if (n_digits == 0) {
        return tl_str_find_char(word, '_', 0) == TL_NONE ? TL_WORD_PLAIN : TL_WORD_CODE;
    }
    return !late && n_letters <= MOST_NUMBER_LETTERS ? TL_WORD_NUMBER : TL_WORD_CODE;
}

/* The words of a sentence, by their distance back from one. */
struct view {
    const struct tl_letter *letter;
    const struct tl_language *language;
    size_t first; /* word of the sentence */
};

/* The word before `word` by `n`; "" before the sentence. */
static struct tl_str word_back(const struct view *view, size_t word, size_t n)
{
    return word >= view->first + n
               ? tl_letter_str(view->letter, view->letter->words.items[word - n].span)
               : TL_STR("");
}

/* What stands between a word and the one before it. */
static struct tl_str gap_before(const struct view *view, size_t word)
{
    const struct tl_word *words = view->letter->words.items;
    return tl_str_trim(tl_letter_str(
        view->letter, (struct tl_span){words[word - 1].span.end, words[word].span.begin}));
}

static bool is_number(struct tl_str word)
{
    return word.len > 0 && tl_word_kind_of(word) == TL_WORD_NUMBER;
}

static bool is_month(const struct view *view, struct tl_str word)
{
    return word.len > 0 && view->language != NULL &&
           tl_words_set_has(&view->language->months, word);
}

/* Whether a number stands `n` words back, perhaps with a short word after it. */
static bool has_number(const struct view *view, size_t word, size_t n)
{
    struct tl_str back = word_back(view, word, n);
    return is_number(back) ||
           (back.len > 0 && back.len <= MOST_GLUE_BYTES && is_number(word_back(view, word, n + 1)));
}

static bool is_dash(struct tl_str gap)
{
    return tl_str_equal(gap, TL_STR("-")) || tl_str_equal(gap, TL_STR("\xE2\x80\x93")) ||
           tl_str_equal(gap, TL_STR("\xE2\x80\x94")) || tl_str_equal(gap, TL_STR("\xE2\x88\x92"));
}

/* Whether a date that ends with its month stands `n` words back: "21 May", "2026 m. May"; not
 * "5 EUR, May", nor "5, and May". */
static bool has_date(const struct view *view, size_t word, size_t n)
{
    if (!is_month(view, word_back(view, word, n)) || !has_number(view, word, n + 1)) {
        return false;
    }
    bool has_glue = !is_number(word_back(view, word, n + 1));
    for (size_t i = n; i <= n + has_glue; i++) {
        struct tl_str gap = gap_before(view, word - i);
        if (gap.len > 0 && !tl_str_equal(gap, TL_STR("."))) {
            return false;
        }
    }
    return true;
}

/* Whether a number goes on with the date or range that the words before it began. */
static bool goes_on(const struct view *view, size_t word)
{
    if (word == view->first) {
        return false;
    }
    struct tl_str before = word_back(view, word, 1);
    struct tl_str gap = gap_before(view, word);
    bool ranges = view->language != NULL && tl_words_set_has(&view->language->range_words, before);
    if (ranges || is_dash(gap)) {
        size_t n = ranges ? 2 : 1;
        return has_number(view, word, n) || has_date(view, word, n);
    }
    if (gap.len == 0 && has_date(view, word, 1)) {
        return true; /* "21 November 2026" */
    }
    return is_number(before) &&
           is_month(view, word_back(view, word, 2)) && /* "November 21, 2026" */
           word_back(view, word, 0).len == YEAR_DIGITS &&
           (gap.len == 0 || tl_str_equal(gap, TL_STR(",")));
}

bool tl_number_begins(const struct tl_letter *letter, const struct tl_sentence *sentence,
                      size_t word, const struct tl_language *language)
{
    const struct view view = {letter, language, sentence->first_word};
    return is_number(word_back(&view, word, 0)) && !goes_on(&view, word);
}
