/* SPDX-License-Identifier: MIT */
#include "text/list_mark.h"

#include "base/utf8.h"

enum {
    MOST_DIGITS = 3,
    MOST_ROMAN_LETTERS = 4,
    VARIATION_SELECTOR = 0xFE0F,
    KEYCAP = 0x20E3,
};

struct sign {
    uint32_t first, last; /* code points */
    enum tl_list_mark_kind kind;
    bool sticks; /* needs no blank after it */
};

static const struct sign signs[] = {
    {'-', '-', TL_LIST_MARK_DASH, false},
    {0x2010, 0x2015, TL_LIST_MARK_DASH, false}, /* hyphens and dashes */
    {0x2212, 0x2212, TL_LIST_MARK_DASH, false}, /* minus */
    {'*', '*', TL_LIST_MARK_STAR, false},
    {'+', '+', TL_LIST_MARK_STAR, false},
    {0x00B7, 0x00B7, TL_LIST_MARK_BULLET, false}, /* middle dot */
    {0x2022, 0x2023, TL_LIST_MARK_BULLET, true},  /* • ‣ */
    {0x2043, 0x2043, TL_LIST_MARK_BULLET, true},  /* hyphen bullet */
    {0x25A0, 0x25FF, TL_LIST_MARK_BULLET, false}, /* ■ ▪ ► ○ ● ◦ */
    {0x2610, 0x2612, TL_LIST_MARK_BULLET, false}, /* ☐ ☑ ☒ */
    {0x2713, 0x2718, TL_LIST_MARK_BULLET, false}, /* ✓ ✔ ✗ */
    {0x2794, 0x27AF, TL_LIST_MARK_BULLET, false}, /* ➔ ➢ ➤ */
    {0x2190, 0x21FF, TL_LIST_MARK_BULLET, false}, /* arrows */
    {0xF0A7, 0xF0D8, TL_LIST_MARK_BULLET, false}, /* Wingdings and Symbol, as Word writes them */
    {0x2600, 0x27BF, TL_LIST_MARK_EMOJI, false},
    {0x2B00, 0x2BFF, TL_LIST_MARK_EMOJI, false},
    {0x1F300, 0x1FAFF, TL_LIST_MARK_EMOJI, false},
};

static struct tl_str rest_of(struct tl_str line, size_t at)
{
    return tl_str_slice(line, at, line.len);
}

static size_t blanks_at(struct tl_str line, size_t at)
{
    size_t begin = at;
    for (;;) {
        uint32_t c;
        size_t n = tl_utf8_next(rest_of(line, at), &c);
        if (n == 0 || !tl_char_is_blank(c)) {
            return at - begin;
        }
        at += n;
    }
}

/* Goes over the marks that make an emoji of a character: it is followed by nothing else. */
static size_t selectors_at(struct tl_str line, size_t at)
{
    size_t begin = at;
    for (;;) {
        uint32_t c;
        size_t n = tl_utf8_next(rest_of(line, at), &c);
        bool skin_tone = c >= 0x1F3FB && c <= 0x1F3FF;
        if (n == 0 || (c != VARIATION_SELECTOR && c != KEYCAP && !skin_tone)) {
            return at - begin;
        }
        at += n;
    }
}

static struct tl_list_mark bullet_read(struct tl_str line)
{
    struct tl_list_mark none = {.kind = TL_LIST_MARK_NONE};
    uint32_t c;
    size_t at = tl_utf8_next(line, &c);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (c < signs[i].first || c > signs[i].last) {
            continue;
        }
        at += selectors_at(line, at);
        size_t n_blanks = blanks_at(line, at);
        at += n_blanks;
        bool telephone = c == '+' && at < line.len && tl_char_is_digit(line.data[at]);
        if (at >= line.len || telephone || (n_blanks == 0 && !signs[i].sticks)) {
            return none;
        }
        return (struct tl_list_mark){
            .kind = signs[i].kind,
            .bytes = at,
            .sign = signs[i].kind == TL_LIST_MARK_DASH ? '-' : c,
        };
    }
    return none;
}

/* "1", "1.2": the numbers, and where they end. */
static size_t numbers_read(struct tl_str line, size_t at, struct tl_list_mark *mark)
{
    while (mark->n_parts < TL_LIST_MARK_PARTS) {
        size_t begin = at;
        unsigned value = 0;
        while (at < line.len && at < begin + MOST_DIGITS && tl_char_is_digit(line.data[at])) {
            value = value * 10 + (unsigned)(line.data[at] - '0');
            at++;
        }
        if (at == begin) {
            return at;
        }
        mark->parts[mark->n_parts++] = value;
        if (at + 1 >= line.len || line.data[at] != '.' || !tl_char_is_digit(line.data[at + 1])) {
            return at;
        }
        at++;
    }
    return at;
}

/* "iv" as 4, for i to xxxix; 0 for what is none. */
static unsigned roman_value(struct tl_str letters)
{
    static const struct {
        const char *digits;
        unsigned value;
    } steps[] = {{"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}};
    unsigned value = 0;
    size_t at = 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct tl_str digits = tl_str_of(steps[i].digits);
        bool repeats = digits.len == 1 && digits.data[0] != 'v';
        for (unsigned n = 0; n < (repeats ? 3U : 1U); n++) {
            if (tl_str_has_prefix_nocase(rest_of(letters, at), digits)) {
                value += steps[i].value;
                at += digits.len;
            }
        }
    }
    return at == letters.len ? value : 0;
}

/* "a", "IV": the letters, and where they end; `at` where there are none. */
static size_t letters_read(struct tl_str line, size_t at, struct tl_list_mark *mark)
{
    size_t end = at;
    while (end < line.len && end < at + MOST_ROMAN_LETTERS && tl_char_is_alpha(line.data[end])) {
        end++;
    }
    struct tl_str letters = tl_str_slice(line, at, end);
    if (letters.len == 0) {
        return at;
    }
    mark->roman = roman_value(letters);
    mark->upper = letters.data[0] < 'a';
    if (letters.len == 1) {
        mark->n_parts = 1;
        mark->parts[0] = (unsigned)(tl_char_lower(letters.data[0]) - 'a') + 1;
    }
    return letters.len == 1 || mark->roman > 0 ? end : at;
}

/* "A. Berg" is a name, "A. Sign the form" is none. */
static bool is_name(struct tl_str text)
{
    size_t space = tl_str_find_char(text, ' ', 0);
    uint32_t c;
    size_t n = space == TL_NONE ? 0 : tl_utf8_next(rest_of(text, space + 1), &c);
    return n == 0 || !tl_char_is_lower(c);
}

static struct tl_list_mark counted_read(struct tl_str line)
{
    struct tl_list_mark none = {.kind = TL_LIST_MARK_NONE};
    struct tl_list_mark mark = {.kind = TL_LIST_MARK_NUMBER, .sign = ')'};
    size_t begin = line.len > 0 && line.data[0] == '(' ? 1 : 0;
    size_t at = numbers_read(line, begin, &mark);
    if (at == begin) {
        mark.kind = TL_LIST_MARK_LETTER;
        at = letters_read(line, begin, &mark);
    }
    if (at == begin || at >= line.len) {
        return none;
    }
    size_t n_selectors = begin == 0 ? selectors_at(line, at) : 0;
    if (n_selectors > 0) {
        at += n_selectors;
    } else if (line.data[at] == ')') {
        at++;
    } else if (line.data[at] == '.' && begin == 0) {
        mark.sign = '.';
        at++;
    } else if (mark.n_parts > 1 && begin == 0) {
        mark.sign = '.';
    } else {
        return none;
    }
    size_t n_blanks = blanks_at(line, at);
    mark.bytes = at + n_blanks;
    bool initial = mark.kind == TL_LIST_MARK_LETTER && mark.upper && mark.sign == '.' &&
                   mark.n_parts == 1 && is_name(rest_of(line, mark.bytes));
    return n_blanks == 0 || mark.bytes >= line.len || initial ? none : mark;
}

struct tl_list_mark tl_list_mark_read(struct tl_str line)
{
    struct tl_list_mark mark = bullet_read(line);
    return mark.kind == TL_LIST_MARK_NONE ? counted_read(line) : mark;
}

bool tl_list_mark_is_first(const struct tl_list_mark *mark)
{
    bool counted = mark->kind == TL_LIST_MARK_NUMBER || mark->kind == TL_LIST_MARK_LETTER;
    return !counted || mark->roman == 1 ||
           (mark->n_parts > 0 && mark->parts[mark->n_parts - 1] == 1);
}

bool tl_list_mark_is_alike(const struct tl_list_mark *a, const struct tl_list_mark *b)
{
    if (a->kind != b->kind) {
        return false;
    }
    switch (a->kind) {
    case TL_LIST_MARK_NONE:
        return false;
    case TL_LIST_MARK_EMOJI:
        return true;
    case TL_LIST_MARK_BULLET:
    case TL_LIST_MARK_STAR:
    case TL_LIST_MARK_DASH:
        return a->sign == b->sign;
    case TL_LIST_MARK_NUMBER:
        return a->sign == b->sign && a->n_parts == b->n_parts;
    case TL_LIST_MARK_LETTER:
        return a->sign == b->sign && a->upper == b->upper;
    }
    return false;
}

bool tl_list_mark_is_bullet(const struct tl_list_mark *mark)
{
    return mark->kind == TL_LIST_MARK_BULLET || mark->kind == TL_LIST_MARK_STAR ||
           mark->kind == TL_LIST_MARK_DASH;
}

bool tl_list_mark_is_inner(const struct tl_list_mark *a, const struct tl_list_mark *b)
{
    if (!tl_list_mark_is_bullet(a) || !tl_list_mark_is_bullet(b)) {
        return !tl_list_mark_is_alike(a, b);
    }
    bool hollow = b->sign == 0x25E6 || b->sign == 0x25CB || b->sign == 0x25AB; /* ◦ ○ ▫ */
    bool dash = a->kind == TL_LIST_MARK_BULLET && b->kind == TL_LIST_MARK_DASH;
    return (hollow && a->sign != b->sign) || dash;
}

bool tl_list_mark_follows(const struct tl_list_mark *a, const struct tl_list_mark *b)
{
    if (!tl_list_mark_is_alike(a, b)) {
        return false;
    }
    if (a->kind == TL_LIST_MARK_LETTER) {
        bool letters = a->n_parts == 1 && b->n_parts == 1 && b->parts[0] == a->parts[0] + 1;
        return letters || (a->roman > 0 && b->roman == a->roman + 1);
    }
    if (a->kind != TL_LIST_MARK_NUMBER) {
        return true;
    }
    for (unsigned i = 0; i + 1 < a->n_parts; i++) {
        if (a->parts[i] != b->parts[i]) {
            return false;
        }
    }
    unsigned last = a->parts[a->n_parts - 1];
    unsigned next = b->parts[b->n_parts - 1];
    /* Markdown may number all of them 1 */
    return next == last + 1 || (next == 1 && last == 1);
}

bool tl_list_mark_is_below(const struct tl_list_mark *a, const struct tl_list_mark *b)
{
    if (a->kind != TL_LIST_MARK_NUMBER || b->kind != TL_LIST_MARK_NUMBER ||
        b->n_parts != a->n_parts + 1 || b->parts[b->n_parts - 1] != 1) {
        return false;
    }
    for (unsigned i = 0; i < a->n_parts; i++) {
        if (a->parts[i] != b->parts[i]) {
            return false;
        }
    }
    return true;
}
