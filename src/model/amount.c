/* SPDX-License-Identifier: MIT */
#include "model/amount.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { MOST_DIGITS = 12, GROUP_DIGITS = 3, MOST_DECIMALS = 2 };

/* Signs between groups; the text of a letter has plain spaces, other texts may have others. */
static const struct tl_str joints[] = {{",", 1},      {".", 1},      {" ", 1},     {"'", 1},
                                       {"\u2019", 3}, {"\u00A0", 2}, {"\u202F", 3}};

static size_t digits_end(struct tl_str text, size_t at, size_t end)
{
    while (at < end && tl_char_is_digit(text.data[at])) {
        at++;
    }
    return at;
}

/* The sign between digits at `at`, or "". */
static struct tl_str joint_at(struct tl_str text, size_t at, size_t end)
{
    struct tl_str rest = tl_str_slice(text, at, end);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        if (tl_str_has_prefix(rest, joints[i]) && joints[i].len < rest.len &&
            tl_char_is_digit(rest.data[joints[i].len])) {
            return joints[i];
        }
    }
    return TL_STR("");
}

static void digits_add(struct tl_amount *amount, struct tl_str digits)
{
    for (size_t i = 0; i < digits.len; i++) {
        amount->hundredths = amount->hundredths * 10 + (digits.data[i] - '0');
    }
}

static bool is_decimal_mark(struct tl_str joint)
{
    return joint.len == 1 && (joint.data[0] == ',' || joint.data[0] == '.');
}

/*
 * Reads the number that begins with the digit at `begin`.  False where it is none; `amount->span`
 * has what to pass over in any case.
 */
static bool number_read(struct tl_str text, size_t begin, size_t end, struct tl_amount *amount)
{
    size_t at = digits_end(text, begin, end);
    size_t n_digits = at - begin;
    size_t n_groups = 0;
    bool good = n_digits <= MOST_DIGITS;
    *amount = (struct tl_amount){.span = {begin, at}, .group = TL_STR("")};
    if (good) {
        digits_add(amount, tl_str_slice(text, begin, at));
    }
    for (;;) {
        struct tl_str joint = joint_at(text, at, end);
        if (joint.len == 0) {
            break;
        }
        size_t first = at + joint.len;
        size_t last = digits_end(text, first, end);
        size_t n = last - first;
        bool is_space = joint.data[0] == ' ';
        bool groups = n == GROUP_DIGITS && amount->decimal_mark == 0 &&
                      (n_groups == 0 ? begin + n_digits == at && n_digits <= GROUP_DIGITS
                                     : tl_str_equal(joint, amount->group));
        bool decimals = n <= MOST_DECIMALS && is_decimal_mark(joint) && amount->decimal_mark == 0 &&
                        !(n_groups > 0 && tl_str_equal(joint, amount->group));
        if (is_space && !groups) {
            break; // another number
        }
        good = good && (groups || decimals) && n_digits + n <= MOST_DIGITS;
        if (good) {
            digits_add(amount, tl_str_slice(text, first, last));
            amount->group = groups ? joint : amount->group;
            amount->decimal_mark = decimals ? joint.data[0] : amount->decimal_mark;
            amount->n_decimals = decimals ? (unsigned)n : 0;
        }
        n_groups += groups;
        n_digits += groups ? n : 0;
        at = last;
    }
    amount->span.end = at;
    bool is_zero_led = text.data[begin] == '0' && (n_groups > 0 || n_digits > 1);
    for (unsigned i = amount->n_decimals; good && i < MOST_DECIMALS; i++) {
        amount->hundredths *= 10;
    }
    return good && !is_zero_led;
}

/* Whether the number stands by itself: no part of a date, a time, a code or a telephone number. */
static bool is_alone(struct tl_str text, struct tl_span span, size_t from)
{
    char before = span.begin > from ? text.data[span.begin - 1] : ' ';
    char after = span.end < text.len ? text.data[span.end] : ' ';
    char next = span.end + 1 < text.len ? text.data[span.end + 1] : ' ';
    bool in_date =
        before == '-' && span.begin > from + 1 && tl_char_is_digit(text.data[span.begin - 2]);
    bool joined_before = in_date || tl_str_find_char(TL_STR("/:#_.,"), before, 0) != TL_NONE;
    bool joined_after =
        tl_str_find_char(TL_STR("/:-_"), after, 0) != TL_NONE && tl_char_is_digit(next);
    return !joined_before && !joined_after && after != '%';
}

bool tl_amount_next(struct tl_str text, size_t from, size_t end, struct tl_amount *amount)
{
    size_t at = from;
    while (at < end) {
        if (!tl_char_is_digit(text.data[at])) {
            at++;
            continue;
        }
        bool good = number_read(text, at, end, amount);
        if (good && is_alone(text, amount->span, from)) {
            return true;
        }
        at = amount->span.end;
    }
    return false;
}

struct tl_str tl_amount_show(struct tl_arena *arena, int64_t hundredths,
                             const struct tl_amount *form)
{
    bool is_negative = hundredths < 0;
    uint64_t value = is_negative ? (uint64_t)-hundredths : (uint64_t)hundredths;
    uint64_t whole = value / 100;
    unsigned cents = (unsigned)(value % 100);
    struct tl_str digits = tl_arena_format(arena, "%llu", (unsigned long long)whole);
    struct tl_buf out = tl_buf_in(arena);
    tl_buf_add(&out, is_negative ? TL_STR("-") : TL_STR(""));
    for (size_t i = 0; i < digits.len; i++) {
        if (i > 0 && (digits.len - i) % GROUP_DIGITS == 0) {
            tl_buf_add(&out, form->group);
        }
        tl_buf_add_char(&out, digits.data[i]);
    }
    if (cents > 0 || form->n_decimals > 0) {
        bool grouped_by_dot = tl_str_equal(form->group, TL_STR("."));
        bool grouped_by_comma = tl_str_equal(form->group, TL_STR(","));
        char mark = form->decimal_mark != 0             ? form->decimal_mark
                    : grouped_by_comma                  ? '.'
                    : grouped_by_dot || form->group.len ? ','
                                                        : '.';
        tl_buf_add_format(&out, "%c%02u", mark, cents);
    }
    return tl_buf_str(&out);
}
