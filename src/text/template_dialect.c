/* SPDX-License-Identifier: MIT */
#include "text/template_dialect.h"

enum {
#define DIALECT(id, name) id = 1 << TL_DIALECT_##id,
#include "text/template.def"
    NONE = 0,
    /* those that mean something else by a brace */
    RIVALS = JINJA | LIQUID | HANDLEBARS | GO | SMARTY | BRACES,
    ALL = (1 << TL_DIALECT_COUNT) - 1,
};

struct named {
    struct tl_str text;
    unsigned dialects;
};

#define NAMED(id, literal) {{literal, sizeof(literal) - 1}, id},

static const struct named names[] = {
#define DIALECT(id, name) NAMED(id, name)
#include "text/template.def"
#define ALIAS(id, name) NAMED(id, name)
#include "text/template.def"
};

static const struct named endings[] = {
#define ENDING(id, ending) NAMED(id, ending)
#include "text/template.def"
};

static const struct named signs[] = {
#define SIGN(id, text) NAMED(id, text)
#include "text/template.def"
};

enum {
    N_NAMES = sizeof names / sizeof *names,
    N_ENDINGS = sizeof endings / sizeof *endings,
    N_SIGNS = sizeof signs / sizeof *signs,
};

struct tl_strs tl_dialect_names(struct tl_arena *arena)
{
    struct tl_strs list = {0};
    for (size_t i = 0; i < N_NAMES; i++) {
        *TL_VEC_ADD(arena, &list) = names[i].text;
    }
    return list;
}

bool tl_dialect_add(struct tl_str name, unsigned *dialects)
{
    for (size_t i = 0; i < N_NAMES; i++) {
        if (tl_str_equal(names[i].text, name)) {
            *dialects |= names[i].dialects;
            return true;
        }
    }
    return false;
}

static const struct named *ending_of(struct tl_str path)
{
    for (size_t i = 0; i < N_ENDINGS; i++) {
        if (tl_str_has_suffix_nocase(path, endings[i].text)) {
            return &endings[i];
        }
    }
    return NULL;
}

bool tl_dialect_is_template(struct tl_str path)
{
    return ending_of(path) != NULL;
}

struct tl_str tl_dialect_inner_path(struct tl_str path)
{
    const struct named *ending = ending_of(path);
    return tl_str_slice(path, 0, path.len - (ending == NULL ? 0 : ending->text.len));
}

unsigned tl_dialects_of(struct tl_str path, struct tl_str text)
{
    const struct named *ending = ending_of(path);
    if (ending != NULL && (ending->dialects & RIVALS) != 0) {
        return (ALL & ~(unsigned)RIVALS) | ending->dialects;
    }
    unsigned signed_ones = LIQUID; // Jinja reads whatever it reads
    unsigned seen = 0;
    for (size_t i = 0; i < N_SIGNS; i++) {
        signed_ones |= signs[i].dialects;
        if ((seen & signs[i].dialects) == 0 && tl_str_find(text, signs[i].text, 0) != TL_NONE) {
            seen |= signs[i].dialects;
        }
    }
    return (ALL & ~signed_ones) | seen;
}
