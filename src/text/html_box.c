/* SPDX-License-Identifier: MIT */
#include "text/html_box.h"

/* "-500px" is out of sight, "-40px" an outdent. */
enum { FAR_DIGITS = 3 };

static const struct {
    const char *property;
    const char *value; /* "0": zero; "1": anything else; "-": far to the left or the top */
    unsigned flags;
} declarations[] = {
    {"height", "0", TL_HTML_BOX_NO_SIZE},
    {"width", "0", TL_HTML_BOX_NO_SIZE},
    {"max-width", "0", TL_HTML_BOX_NO_SIZE},
    {"line-height", "0", TL_HTML_BOX_FLAT},
    {"line-height", "1", TL_HTML_BOX_TALL},
    {"overflow", "hidden", TL_HTML_BOX_CLIPPED},
    {"padding", "1", TL_HTML_BOX_PADDED},
    {"padding-top", "1", TL_HTML_BOX_PADDED},
    {"padding-right", "1", TL_HTML_BOX_PADDED},
    {"padding-bottom", "1", TL_HTML_BOX_PADDED},
    {"padding-left", "1", TL_HTML_BOX_PADDED},
    {"min-height", "1", TL_HTML_BOX_PADDED},
    {"min-width", "1", TL_HTML_BOX_PADDED},
    {"position", "absolute", TL_HTML_BOX_POSITIONED},
    {"position", "fixed", TL_HTML_BOX_POSITIONED},
    {"left", "-", TL_HTML_BOX_OUTSIDE},
    {"top", "-", TL_HTML_BOX_OUTSIDE},
    {"text-indent", "-", TL_HTML_BOX_INDENTED},
};

static bool is_far(struct tl_str value)
{
    size_t n_digits = 0;
    if (!tl_str_has_prefix(value, TL_STR("-"))) {
        return false;
    }
    while (1 + n_digits < value.len && tl_char_is_digit(value.data[1 + n_digits])) {
        n_digits++;
    }
    return n_digits > FAR_DIGITS || (n_digits == FAR_DIGITS && value.data[1] >= '5');
}

/* "0 20px" too. */
static bool is_more_than_zero(struct tl_str value)
{
    for (size_t i = 0; i < value.len; i++) {
        if (value.data[i] >= '1' && value.data[i] <= '9') {
            return true;
        }
    }
    return !tl_html_box_is_zero(value);
}

static bool value_fits(struct tl_str value, const char *wanted)
{
    switch (wanted[0]) {
    case '0':
        return tl_html_box_is_zero(value);
    case '1':
        return is_more_than_zero(value);
    case '-':
        return is_far(value);
    default:
        return tl_str_equal_nocase(value, tl_str_of(wanted));
    }
}

bool tl_html_box_is_zero(struct tl_str value)
{
    size_t at = 0;
    bool digits = false;
    while (at < value.len && (value.data[at] == '0' || value.data[at] == '.')) {
        digits = digits || value.data[at] == '0';
        at++;
    }
    return digits && (at == value.len || !tl_char_is_digit(value.data[at]));
}

unsigned tl_html_box_of(struct tl_str property, struct tl_str value)
{
    unsigned flags = 0;
    for (size_t i = 0; i < sizeof declarations / sizeof *declarations; i++) {
        if (tl_str_equal_nocase(property, tl_str_of(declarations[i].property)) &&
            value_fits(value, declarations[i].value)) {
            flags |= declarations[i].flags;
        }
    }
    return flags;
}

bool tl_html_box_is_away(unsigned box)
{
    unsigned outside = TL_HTML_BOX_POSITIONED | TL_HTML_BOX_OUTSIDE;
    return (box & TL_HTML_BOX_INDENTED) != 0 || (box & outside) == outside;
}

bool tl_html_box_is_empty(unsigned box)
{
    unsigned cut = TL_HTML_BOX_NO_SIZE | TL_HTML_BOX_CLIPPED;
    return (box & cut) == cut && (box & TL_HTML_BOX_PADDED) == 0;
}

bool tl_html_box_is_flat(unsigned box)
{
    unsigned cut = TL_HTML_BOX_FLAT | TL_HTML_BOX_CLIPPED;
    return (box & cut) == cut && (box & (TL_HTML_BOX_PADDED | TL_HTML_BOX_TALL)) == 0;
}
