/* SPDX-License-Identifier: MIT */
#include "text/html_safe.h"

#include <string.h>

/* More attributes than any element has; libxml2 compares each with all before it. */
enum { MAX_ATTRIBUTES = 200 };

struct scanner {
    struct tl_str html;
    char *safe;
    bool no_comment_end; /* there is no "-->" further on */
    bool no_tag_end;     /* there is no ">" further on */
};

static void blank_out(struct scanner *s, size_t begin, size_t end)
{
    memset(s->safe + begin, ' ', end - begin);
}

static void controls_blank_out(struct scanner *s)
{
    for (size_t i = 0; i < s->html.len; i++) {
        unsigned char c = (unsigned char)s->safe[i];
        if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
            s->safe[i] = ' ';
        }
    }
}

static bool begins(const struct scanner *s, size_t at, struct tl_str with)
{
    return tl_str_has_prefix_nocase(tl_str_slice(s->html, at, at + with.len), with);
}

static size_t comment_end(struct scanner *s, size_t at)
{
    size_t end = s->no_comment_end ? TL_NONE : tl_str_find(s->html, TL_STR("-->"), at + 4);
    if (end == TL_NONE) {
        s->no_comment_end = true;
        return at + 4;
    }
    return end + 3;
}

/* "<!" that begins no comment and no doctype: browsers show nothing up to the next ">". */
static size_t declaration_blank_out(struct scanner *s, size_t at)
{
    size_t end = s->no_tag_end ? TL_NONE : tl_str_find_char(s->html, '>', at);
    if (end == TL_NONE) {
        s->no_tag_end = true;
        return at + 2;
    }
    if (!begins(s, at, TL_STR("<!doctype"))) {
        blank_out(s, at, end + 1);
    }
    return end + 1;
}

static bool ends_name(char c)
{
    return tl_char_is_space(c) || c == '>' || c == '/' || c == '=';
}

static size_t value_end(struct tl_str html, size_t at)
{
    char quote = at < html.len ? html.data[at] : ' ';
    if (quote == '"' || quote == '\'') {
        size_t end = tl_str_find_char(html, quote, at + 1);
        return end == TL_NONE ? html.len : end + 1;
    }
    while (at < html.len && !tl_char_is_space(html.data[at]) && html.data[at] != '>') {
        at++;
    }
    return at;
}

static size_t spaces_end(struct tl_str html, size_t at)
{
    while (at < html.len && tl_char_is_space(html.data[at])) {
        at++;
    }
    return at;
}

/* The end of the attribute (or stray "/" or "=") at `at`. */
static size_t attribute_end(struct tl_str html, size_t at)
{
    size_t name = at;
    while (at < html.len && !ends_name(html.data[at])) {
        at++;
    }
    if (at == name) {
        return at + 1;
    }
    size_t equals = spaces_end(html, at);
    if (equals < html.len && html.data[equals] == '=') {
        return value_end(html, spaces_end(html, equals + 1));
    }
    return at;
}

/* Where the content of the element ends that HTML does not look into; `at` for all others. */
static size_t raw_text_end(struct tl_str html, struct tl_str name, size_t at)
{
    if (!tl_str_equal_nocase(name, TL_STR("script")) &&
        !tl_str_equal_nocase(name, TL_STR("style"))) {
        return at;
    }
    for (size_t end = tl_str_find(html, TL_STR("</"), at); end != TL_NONE;
         end = tl_str_find(html, TL_STR("</"), end + 2)) {
        if (tl_str_has_prefix_nocase(tl_str_slice(html, end + 2, html.len), name)) {
            return end;
        }
    }
    return html.len;
}

static size_t tag_pass(struct scanner *s, size_t tag)
{
    struct tl_str html = s->html;
    size_t at = tag + 1;
    while (at < html.len && !ends_name(html.data[at])) {
        at++;
    }
    struct tl_str name = tl_str_slice(html, tag + 1, at);
    size_t n_attributes = 0;
    for (at = spaces_end(html, at); at < html.len && html.data[at] != '>';) {
        size_t end = attribute_end(html, at);
        end = end < html.len ? end : html.len;
        if (++n_attributes > MAX_ATTRIBUTES) {
            blank_out(s, at, end);
        }
        at = spaces_end(html, end);
    }
    return at < html.len ? raw_text_end(html, name, at + 1) : at;
}

struct tl_str tl_html_safe(struct tl_arena *arena, struct tl_str html)
{
    struct scanner s = {.html = html, .safe = tl_arena_alloc(arena, html.len + 1)};
    if (html.len > 0) {
        memcpy(s.safe, html.data, html.len);
    }
    controls_blank_out(&s);
    size_t at = tl_str_find_char(html, '<', 0);
    while (at != TL_NONE && at + 1 < html.len) {
        size_t next = at + 1;
        if (begins(&s, at, TL_STR("<!--"))) {
            next = comment_end(&s, at);
        } else if (html.data[next] == '!') {
            next = declaration_blank_out(&s, at);
        } else if (tl_char_is_alpha(html.data[next])) {
            next = tag_pass(&s, at);
        }
        at = tl_str_find_char(html, '<', next);
    }
    return (struct tl_str){s.safe, html.len};
}
