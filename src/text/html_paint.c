/* SPDX-License-Identifier: MIT */
#include "text/html_paint.h"

static const struct tl_html_colour unknown = {.kind = TL_HTML_COLOUR_UNKNOWN};

/* Precision goes first: which of two declarations wins is not ours to find out. */
static void colour_say(struct tl_html_colour *said, struct tl_html_colour colour)
{
    if (colour.kind == TL_HTML_COLOUR_UNSAID || tl_html_colour_equal(*said, colour)) {
        return;
    }
    *said = said->kind == TL_HTML_COLOUR_UNSAID ? colour : unknown;
}

static void ink_declare(struct tl_html_paint *said, struct tl_str value)
{
    colour_say(&said->ink, tl_html_colour_of_style(value));
}

static void back_declare(struct tl_html_paint *said, struct tl_str value)
{
    colour_say(&said->back, tl_html_colour_of_background(value));
}

static void ink_spoil(struct tl_html_paint *said, struct tl_str value)
{
    if (!tl_str_equal_nocase(value, TL_STR("none"))) {
        said->ink = unknown;
    }
}

static void back_spoil(struct tl_html_paint *said, struct tl_str value)
{
    if (!tl_str_equal_nocase(value, TL_STR("none"))) {
        said->back = unknown;
    }
}

static void shadow_declare(struct tl_html_paint *said, struct tl_str value)
{
    if (tl_str_find(value, TL_STR("inset"), 0) != TL_NONE) {
        said->back = unknown;
    }
}

static void position_declare(struct tl_html_paint *said, struct tl_str value)
{
    if (!tl_str_equal_nocase(value, TL_STR("static"))) {
        said->back = unknown; // it may lie over a picture
    }
}

static void margin_declare(struct tl_html_paint *said, struct tl_str value)
{
    for (size_t i = 0; i < value.len; i++) {
        bool begins = i == 0 || tl_char_is_space(value.data[i - 1]);
        if (begins && value.data[i] == '-') {
            said->back = unknown; // likewise
        }
    }
}

typedef void declare_fn(struct tl_html_paint *said, struct tl_str value);

static const struct {
    const char *property;
    declare_fn *declare;
} properties[] = {
    {"color", ink_declare},
    {"text-shadow", ink_spoil},
    {"-webkit-text-fill-color", ink_spoil},
    {"-webkit-text-stroke", ink_spoil},
    {"background", back_declare},
    {"background-color", back_declare},
    {"background-image", back_spoil},
    {"transform", back_spoil},
    {"box-shadow", shadow_declare},
    {"position", position_declare},
    {"margin", margin_declare},
    {"margin-top", margin_declare},
    {"margin-bottom", margin_declare},
    {"margin-left", margin_declare},
    {"margin-right", margin_declare},
};

struct tl_html_paint tl_html_paint_of_page(void)
{
    return (struct tl_html_paint){.ink = unknown, .back = {TL_HTML_COLOUR_KNOWN, 0xFFFFFF}};
}

void tl_html_paint_declare(struct tl_html_paint *said, struct tl_str property, struct tl_str value)
{
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        if (tl_str_equal_nocase(property, tl_str_of(properties[i].property))) {
            properties[i].declare(said, value);
            return;
        }
    }
}

void tl_html_paint_attribute(struct tl_html_paint *said, struct tl_str name, struct tl_str value)
{
    if (tl_str_equal(name, TL_STR("color")) || tl_str_equal(name, TL_STR("text"))) {
        colour_say(&said->ink, tl_html_colour_of_attribute(value));
    } else if (tl_str_equal(name, TL_STR("bgcolor"))) {
        colour_say(&said->back, tl_html_colour_of_attribute(value));
    } else if (tl_str_equal(name, TL_STR("background")) && value.len > 0) {
        said->back = unknown;
    }
}

struct tl_html_paint tl_html_paint_over(struct tl_html_paint around, struct tl_html_paint said)
{
    bool see_through =
        said.back.kind == TL_HTML_COLOUR_UNSAID || said.back.kind == TL_HTML_COLOUR_CLEAR;
    return (struct tl_html_paint){
        .ink = said.ink.kind == TL_HTML_COLOUR_UNSAID ? around.ink : said.ink,
        .back = see_through ? around.back : said.back,
    };
}

bool tl_html_paint_hides(struct tl_html_paint paint)
{
    return paint.back.kind == TL_HTML_COLOUR_KNOWN &&
           (paint.ink.kind == TL_HTML_COLOUR_CLEAR || tl_html_colour_equal(paint.ink, paint.back));
}
