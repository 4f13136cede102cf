/* SPDX-License-Identifier: MIT */
#include "text/html_entity.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

struct row {
    struct tl_str name;
    struct tl_str text;
    bool bare; /* needs no semicolon */
};

static const struct row rows[] = {
#define ROW(name, text, bare) {{name, sizeof(name) - 1}, {text, sizeof(text) - 1}, bare},
#define BARE(name, text) ROW(name, text, true)
#define NAMED(name, text) ROW(name, text, false)
#include "text/html_entity.def"
#undef NAMED
#undef BARE
#undef ROW
};

enum {
    MAX_NAME = 24,
    MAX_BARE = 6,
};

static int row_compare(const void *key, const void *item)
{
    const struct tl_str *name = key;
    const struct row *row = item;
    return tl_str_compare(*name, row->name);
}

static const struct row *row_find(struct tl_str name)
{
    return bsearch(&name, rows, sizeof rows / sizeof *rows, sizeof *rows, row_compare);
}

struct tl_html_entity tl_html_entity_read(struct tl_str s)
{
    size_t n = 0;
    while (n < s.len && n < MAX_NAME &&
           (tl_char_is_alpha(s.data[n]) || tl_char_is_digit(s.data[n]))) {
        n++;
    }
    if (n < s.len && s.data[n] == ';') {
        const struct row *row = row_find(tl_str_slice(s, 0, n));
        if (row != NULL) {
            return (struct tl_html_entity){n + 1, row->text};
        }
    }
    for (n = n < MAX_BARE ? n : MAX_BARE; n > 1; n--) {
        const struct row *row = row_find(tl_str_slice(s, 0, n));
        if (row != NULL && row->bare) {
            bool ends = n < s.len && s.data[n] == ';';
            return (struct tl_html_entity){n + ends, row->text};
        }
    }
    return (struct tl_html_entity){0};
}

uint32_t tl_html_entity_of_html4(struct tl_str name)
{
    char text[MAX_NAME + 1] = "";
    if (name.len > MAX_NAME) {
        return 0;
    }
    memcpy(text, name.data, name.len);
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)text);
    return entity == NULL ? 0 : entity->value;
}
