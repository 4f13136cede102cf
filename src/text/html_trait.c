/* SPDX-License-Identifier: MIT */
#include "text/html_trait.h"

#include "text/html_box.h"

/* Bits of what style declarations set. */
enum effect {
    HIDE,
    SHRINK,
    GROW,
    UNSEE,
    SEE,
    KEEP_LINES,
    COLLAPSE_LINES,
    MAKE_BLOCK,
    MAKE_INLINE,
    NO_BORDER,
    EMBOLDEN,
    LIGHTEN,
};

struct declaration {
    const char *property;
    const char *value; /* "0": zero in any unit; "*": any other */
    enum effect effect;
};

/* The first that fits counts. */
static const struct declaration declarations[] = {
    {"display", "none", HIDE},
    {"display", "block", MAKE_BLOCK},
    {"display", "list-item", MAKE_BLOCK},
    {"display", "table", MAKE_BLOCK},
    {"display", "inline", MAKE_INLINE},
    {"visibility", "hidden", UNSEE},
    {"visibility", "visible", SEE},
    {"font-size", "0", SHRINK},
    {"font-size", "*", GROW},
    {"max-height", "0", HIDE},
    {"opacity", "0", HIDE},
    {"mso-hide", "all", HIDE},
    {"white-space", "pre", KEEP_LINES},
    {"white-space", "pre-wrap", KEEP_LINES},
    {"white-space", "pre-line", KEEP_LINES},
    {"white-space", "break-spaces", KEEP_LINES},
    {"white-space", "*", COLLAPSE_LINES},
    {"border", "none", NO_BORDER},
    {"border", "0", NO_BORDER},
    {"font-weight", "bold", EMBOLDEN},
    {"font-weight", "bolder", EMBOLDEN},
    {"font-weight", "600", EMBOLDEN},
    {"font-weight", "700", EMBOLDEN},
    {"font-weight", "800", EMBOLDEN},
    {"font-weight", "900", EMBOLDEN},
    {"font-weight", "*", LIGHTEN},
    {"mso-list", "ignore", HIDE}, /* the mark of an item, and the blanks after it */
};

static bool value_fits(struct tl_str value, const char *wanted)
{
    struct tl_str w = tl_str_of(wanted);
    if (tl_str_equal(w, TL_STR("0"))) {
        return tl_html_box_is_zero(value);
    }
    return tl_str_equal(w, TL_STR("*")) || tl_str_equal_nocase(value, w);
}

static void effect_apply(struct tl_html_traits *traits, enum effect effect)
{
    switch (effect) {
    case HIDE:
        traits->hidden = true;
        break;
    case SHRINK:
        traits->zero_sized = TL_HTML_ON;
        break;
    case GROW:
        traits->zero_sized = TL_HTML_OFF;
        break;
    case UNSEE:
        traits->not_visible = TL_HTML_ON;
        break;
    case SEE:
        traits->not_visible = TL_HTML_OFF;
        break;
    case KEEP_LINES:
        traits->keeps_lines = TL_HTML_ON;
        break;
    case COLLAPSE_LINES:
        traits->keeps_lines = TL_HTML_OFF;
        break;
    case MAKE_BLOCK:
        traits->block = TL_HTML_ON;
        break;
    case MAKE_INLINE:
        traits->block = TL_HTML_OFF;
        break;
    case NO_BORDER:
        traits->borderless = true;
        break;
    case EMBOLDEN:
        traits->bold = TL_HTML_ON;
        break;
    case LIGHTEN:
        traits->bold = TL_HTML_OFF;
        break;
    }
}

/* "mso-list: l0 level2 lfo1": the level; 0 where there is none. */
static unsigned list_level(struct tl_str property, struct tl_str value)
{
    struct tl_str word = TL_STR("level");
    size_t at = tl_str_find(value, word, 0);
    if (at == TL_NONE || !tl_str_equal_nocase(property, TL_STR("mso-list"))) {
        return 0;
    }
    at += word.len;
    return at < value.len && tl_char_is_digit(value.data[at]) ? (unsigned)(value.data[at] - '0')
                                                              : 0;
}

static void declaration_read(struct tl_html_traits *traits, struct tl_str property,
                             struct tl_str value)
{
    size_t bang = tl_str_find_char(value, '!', 0);
    if (bang != TL_NONE) {
        value = tl_str_trim(tl_str_slice(value, 0, bang));
    }
    tl_html_paint_declare(&traits->paint, property, value);
    traits->box |= tl_html_box_of(property, value);
    unsigned level = list_level(property, value);
    traits->list_level = level > 0 ? level : traits->list_level;
    for (size_t i = 0; i < sizeof declarations / sizeof *declarations; i++) {
        const struct declaration *d = &declarations[i];
        if (tl_str_equal_nocase(property, tl_str_of(d->property)) && value_fits(value, d->value)) {
            effect_apply(traits, d->effect);
            return;
        }
    }
}

static void style_read(struct tl_html_traits *traits, struct tl_str style)
{
    for (size_t at = 0; at < style.len;) {
        size_t end = tl_str_find_char(style, ';', at);
        struct tl_str part = tl_str_slice(style, at, end);
        size_t colon = tl_str_find_char(part, ':', 0);
        if (colon != TL_NONE) {
            declaration_read(traits, tl_str_trim(tl_str_slice(part, 0, colon)),
                             tl_str_trim(tl_str_slice(part, colon + 1, part.len)));
        }
        at = end == TL_NONE ? style.len : end + 1;
    }
    traits->hidden = traits->hidden || tl_html_box_is_away(traits->box);
}

/* The names by which mail programs mark what is quoted. */
struct quote_name {
    const char *name;
    enum tl_html_quote quote;
};

static const struct quote_name quote_classes[] = {
    {"gmail_quote", TL_HTML_QUOTE_BOX},           {"gmail_quote_container", TL_HTML_QUOTE_BOX},
    {"yahoo_quoted", TL_HTML_QUOTE_BOX},          {"protonmail_quote", TL_HTML_QUOTE_BOX},
    {"moz-forward-container", TL_HTML_QUOTE_BOX}, {"moz-cite-prefix", TL_HTML_QUOTE_ATTRIBUTION},
    {"gmail_attr", TL_HTML_QUOTE_ATTRIBUTION},
};

static const struct quote_name quote_ids[] = {
    {"divRplyFwdMsg", TL_HTML_QUOTE_REST},
    {"appendonsend", TL_HTML_QUOTE_REST},
    {"OLK_SRC_BODY_SECTION", TL_HTML_QUOTE_BOX},
    {"mail-editor-reference-message-container", TL_HTML_QUOTE_BOX},
};

/* The names by which templates of mails mark the lines below a message; "purchase_footer" and the
 * like are parts of tables. */
static const char *const footer_names[] = {
    "footer",      "email-footer", "email_footer", "emailFooter", "mail-footer", "mailFooter",
    "page-footer", "page_footer",  "main-footer",  "site-footer", "msg-footer",  "templateFooter",
};

static bool is_footer(struct tl_str word)
{
    for (size_t i = 0; i < sizeof footer_names / sizeof *footer_names; i++) {
        if (tl_str_equal_nocase(word, tl_str_of(footer_names[i]))) {
            return true;
        }
    }
    return false;
}

static enum tl_html_quote quote_of(const struct quote_name *names, size_t n, struct tl_str word)
{
    for (size_t i = 0; i < n; i++) {
        if (tl_str_equal_nocase(word, tl_str_of(names[i].name))) {
            return names[i].quote;
        }
    }
    return TL_HTML_QUOTE_NONE;
}

static void class_read(struct tl_html_traits *traits, struct tl_str value)
{
    size_t n = sizeof quote_classes / sizeof *quote_classes;
    traits->classes = value;
    for (size_t at = 0; at < value.len;) {
        size_t end = at;
        while (end < value.len && !tl_char_is_space(value.data[end])) {
            end++;
        }
        struct tl_str word = tl_str_slice(value, at, end);
        if (traits->quote == TL_HTML_QUOTE_NONE) {
            traits->quote = quote_of(quote_classes, n, word);
        }
        traits->footer |= is_footer(word);
        at = end + 1;
    }
}

static void id_read(struct tl_html_traits *traits, struct tl_str value)
{
    size_t n = sizeof quote_ids / sizeof *quote_ids;
    traits->id = tl_str_trim(value);
    enum tl_html_quote quote = quote_of(quote_ids, n, traits->id);
    if (quote != TL_HTML_QUOTE_NONE) {
        traits->quote = quote;
    }
    traits->footer |= is_footer(traits->id);
}

static void type_read(struct tl_html_traits *traits, struct tl_str value)
{
    traits->hidden = traits->hidden || tl_str_equal_nocase(value, TL_STR("hidden"));
    if (tl_str_equal_nocase(value, TL_STR("cite")) && traits->quote == TL_HTML_QUOTE_NONE) {
        traits->quote = TL_HTML_QUOTE_CITE;
    }
}

static void role_read(struct tl_html_traits *traits, struct tl_str value)
{
    traits->presentation = tl_str_equal_nocase(value, TL_STR("presentation")) ||
                           tl_str_equal_nocase(value, TL_STR("none"));
}

static void hidden_read(struct tl_html_traits *traits, struct tl_str value)
{
    (void)value; // whatever it says, the element is hidden
    traits->hidden = true;
}

static void href_read(struct tl_html_traits *traits, struct tl_str value)
{
    traits->has_href = true;
    traits->href = tl_str_trim(value);
}

static void lang_read(struct tl_html_traits *traits, struct tl_str value)
{
    traits->lang = tl_str_trim(value);
}

typedef void read_fn(struct tl_html_traits *traits, struct tl_str value);

static const struct {
    const char *name;
    read_fn *read;
} attribute_readers[] = {
    {"style", style_read}, {"class", class_read},   {"id", id_read},     {"type", type_read},
    {"role", role_read},   {"hidden", hidden_read}, {"href", href_read}, {"lang", lang_read},
};

static const struct tl_html_traits no_traits = {
    .classes = {"", 0},
    .href = {"", 0},
    .id = {"", 0},
    .lang = {"", 0},
};

struct tl_html_traits tl_html_traits_of(const unsigned char *const *attributes)
{
    struct tl_html_traits traits = no_traits;
    for (; attributes != NULL && attributes[0] != NULL; attributes += 2) {
        struct tl_str name = tl_str_of((const char *)attributes[0]);
        struct tl_str value = tl_str_of((const char *)attributes[1]);
        tl_html_paint_attribute(&traits.paint, name, value);
        for (size_t i = 0; i < sizeof attribute_readers / sizeof *attribute_readers; i++) {
            if (tl_str_equal(name, tl_str_of(attribute_readers[i].name))) {
                attribute_readers[i].read(&traits, value);
            }
        }
    }
    return traits;
}

struct tl_html_traits tl_html_traits_of_style(struct tl_str style)
{
    struct tl_html_traits traits = no_traits;
    style_read(&traits, style);
    return traits;
}
