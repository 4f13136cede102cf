/* SPDX-License-Identifier: MIT */
#include "text/html_colour.h"

static const struct {
    const char *name;
    uint32_t rgb;
} names[] = {
    {"white", 0xFFFFFF}, {"black", 0x000000},   {"silver", 0xC0C0C0}, {"gray", 0x808080},
    {"grey", 0x808080},  {"maroon", 0x800000},  {"red", 0xFF0000},    {"purple", 0x800080},
    {"green", 0x008000}, {"fuchsia", 0xFF00FF}, {"lime", 0x00FF00},   {"magenta", 0xFF00FF},
    {"olive", 0x808000}, {"yellow", 0xFFFF00},  {"navy", 0x000080},   {"blue", 0x0000FF},
    {"teal", 0x008080},  {"aqua", 0x00FFFF},    {"cyan", 0x00FFFF},
};

/* What "background" may say besides a colour without painting anything; numbers may stand too. */
static const char *const plain_words[] = {
    "none", "repeat", "no-repeat", "repeat-x", "repeat-y", "scroll",
    "top",  "bottom", "left",      "right",    "center",
};

static const struct tl_html_colour clear = {.kind = TL_HTML_COLOUR_CLEAR};
static const struct tl_html_colour unknown = {.kind = TL_HTML_COLOUR_UNKNOWN};

static struct tl_html_colour known(uint32_t rgb)
{
    return (struct tl_html_colour){TL_HTML_COLOUR_KNOWN, rgb};
}

/* "fff" or "ffffff". */
static struct tl_html_colour hex_read(struct tl_str digits)
{
    uint32_t rgb = 0;
    if (digits.len != 3 && digits.len != 6) {
        return unknown;
    }
    for (size_t i = 0; i < digits.len; i++) {
        int digit = tl_char_hex(digits.data[i]);
        if (digit < 0) {
            return unknown;
        }
        rgb = rgb << 4 | (uint32_t)digit;
        rgb = digits.len == 3 ? rgb << 4 | (uint32_t)digit : rgb;
    }
    return known(rgb);
}

/* Takes a whole number and what separates it from the next off the front; -1 if there is none. */
static int number_take(struct tl_str *s)
{
    int value = 0;
    size_t at = 0;
    while (at < s->len && tl_char_is_digit(s->data[at])) {
        value = value > 255 ? 255 : value * 10 + (s->data[at] - '0');
        at++;
    }
    bool fits = at > 0 && value <= 255;
    while (at < s->len && (tl_char_is_space(s->data[at]) || s->data[at] == ',')) {
        at++;
    }
    *s = tl_str_slice(*s, at, s->len);
    return fits ? value : -1;
}

/* What stands in the parentheses of rgb() and rgba(). */
static struct tl_html_colour rgb_read(struct tl_str numbers)
{
    uint32_t rgb = 0;
    numbers = tl_str_trim(numbers);
    for (int i = 0; i < 3; i++) {
        int value = number_take(&numbers);
        if (value < 0) {
            return unknown;
        }
        rgb = rgb << 8 | (uint32_t)value;
    }
    bool opaque = numbers.len == 0 || tl_str_equal(numbers, TL_STR("1"));
    if (tl_str_equal(numbers, TL_STR("0"))) {
        return clear;
    }
    return opaque ? known(rgb) : unknown;
}

bool tl_html_colour_equal(struct tl_html_colour a, struct tl_html_colour b)
{
    return a.kind == b.kind && a.rgb == b.rgb;
}

struct tl_html_colour tl_html_colour_of_style(struct tl_str value)
{
    size_t open = tl_str_find_char(value, '(', 0);
    if (tl_str_has_prefix(value, TL_STR("#"))) {
        return hex_read(tl_str_slice(value, 1, value.len));
    }
    if (tl_str_equal_nocase(value, TL_STR("transparent"))) {
        return clear;
    }
    if (open != TL_NONE && value.data[value.len - 1] == ')') {
        struct tl_str function = tl_str_slice(value, 0, open);
        bool is_rgb = tl_str_equal_nocase(function, TL_STR("rgb")) ||
                      tl_str_equal_nocase(function, TL_STR("rgba"));
        return is_rgb ? rgb_read(tl_str_slice(value, open + 1, value.len - 1)) : unknown;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (tl_str_equal_nocase(value, tl_str_of(names[i].name))) {
            return known(names[i].rgb);
        }
    }
    return unknown;
}

struct tl_html_colour tl_html_colour_of_attribute(struct tl_str value)
{
    value = tl_str_trim(value);
    if (value.len == 0) {
        return (struct tl_html_colour){0};
    }
    struct tl_html_colour bare = hex_read(value);
    return value.len == 6 && bare.kind == TL_HTML_COLOUR_KNOWN ? bare
                                                               : tl_html_colour_of_style(value);
}

/* The end of the word at `at`, whose parentheses may hold white space. */
static size_t background_word_end(struct tl_str s, size_t at)
{
    for (size_t depth = 0; at < s.len && (depth > 0 || !tl_char_is_space(s.data[at])); at++) {
        depth += s.data[at] == '(';
        depth -= depth > 0 && s.data[at] == ')';
    }
    return at;
}

static bool is_plain_word(struct tl_str word)
{
    for (size_t i = 0; i < sizeof plain_words / sizeof *plain_words; i++) {
        if (tl_str_equal_nocase(word, tl_str_of(plain_words[i]))) {
            return true;
        }
    }
    return tl_char_is_digit(word.data[0]);
}

struct tl_html_colour tl_html_colour_of_background(struct tl_str value)
{
    struct tl_html_colour colour = clear;
    for (size_t at = 0; at < value.len;) {
        size_t end = background_word_end(value, at);
        struct tl_str word = tl_str_slice(value, at, end);
        if (word.len > 0 && !is_plain_word(word)) {
            colour = tl_html_colour_of_style(word);
            if (colour.kind == TL_HTML_COLOUR_UNKNOWN) {
                return unknown;
            }
        }
        at = end + 1;
    }
    return colour;
}
