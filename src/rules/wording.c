/* SPDX-License-Identifier: MIT */
#include "rules/wording.h"

static const struct tl_str english = {"en", 2};

/* Adds the text of one language. */
static bool add(struct tl_loader *loader, const struct tl_yaml *node, const char *key,
                struct tl_wordings *value)
{
    if (node->kind != TL_YAML_SCALAR) {
        return tl_loader_fail(loader, node, "'%s' must be a text in each language", key);
    }
    *TL_VEC_ADD(loader->arena, value) = (struct tl_wording){node->key->text, node->text};
    return true;
}

bool tl_wordings_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                      struct tl_wordings *value)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    struct tl_wordings texts = {0};
    if (node == NULL) {
        return true;
    }
    if (node->kind == TL_YAML_SCALAR) {
        *TL_VEC_ADD(loader->arena, &texts) = (struct tl_wording){TL_STR(""), node->text};
        *value = texts;
        return true;
    }
    if (node->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "'%s' must be a text", key);
    }
    const struct tl_yaml *first = tl_loader_find(node, english.data);
    if (first == NULL) {
        return tl_loader_fail(loader, node, "'%s' has no text in English ('en')", key);
    }
    bool good = add(loader, first, key, &texts);
    for (const struct tl_yaml *member = node->first; member != NULL; member = member->next) {
        good &= member == first || add(loader, member, key, &texts);
    }
    *value = texts;
    return good;
}

struct tl_str tl_wordings_in(const struct tl_wordings *wordings, struct tl_str tag)
{
    for (size_t i = 0; i < wordings->len; i++) {
        if (tl_str_equal_nocase(wordings->items[i].tag, tag)) {
            return wordings->items[i].text;
        }
    }
    return wordings->len > 0 ? wordings->items[0].text : TL_STR("");
}
