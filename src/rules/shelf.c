/* SPDX-License-Identifier: MIT */
#include "rules/shelf.h"

#include "base/limits.h"
#include "rules/inherit.h"
#include "rules/kind.h"
#include "rules/language_file.h"
#include "rules/prefilter.h"
#include "rules/rule_file.h"
#include "rules/trap.h"
#include "rules/unmarked.h"

struct tl_entry *tl_shelf_add(struct tl_arena *arena, struct tl_shelf *shelf, struct tl_str id,
                              const char *path)
{
    struct tl_entry *entry = tl_arena_alloc(arena, sizeof *entry);
    *entry = (struct tl_entry){.id = id, .path = path};
    for (size_t i = 0; i < shelf->entries.len; i++) {
        if (tl_str_equal(shelf->entries.items[i]->id, id)) {
            entry->older = shelf->entries.items[i];
            shelf->entries.items[i] = entry;
            return entry;
        }
    }
    *TL_VEC_ADD(arena, &shelf->entries) = entry;
    return entry;
}

static struct tl_entry *entry_find(const struct tl_shelf *shelf, struct tl_str id)
{
    for (size_t i = 0; i < shelf->entries.len; i++) {
        if (tl_str_equal(shelf->entries.items[i]->id, id)) {
            return shelf->entries.items[i];
        }
    }
    return NULL;
}

/* What the reading of one rule needs. */
struct reading {
    struct tl_loader *loader;
    const struct tl_shelf *shelf;
    const struct tl_shelf *neutral;
};

/* A rule that is read, and the rules that extend it, the last one first. */
struct line {
    struct tl_entry *entry;
    const struct line *child;
    unsigned depth;
};

/* The rule that a name means in a rule; may be that rule itself where there is no other. */
static struct tl_entry *parent_find(const struct reading *reading, struct tl_entry *entry,
                                    struct tl_str name)
{
    struct tl_entry *own = entry_find(reading->shelf, name);
    struct tl_entry *other = entry_find(reading->neutral, name);
    if (!tl_str_equal(name, entry->id)) {
        return own != NULL ? own : other;
    }
    return entry->older != NULL ? entry->older : other;
}

static bool parent_unknown(const struct reading *reading, const struct tl_entry *entry,
                           const struct tl_yaml *name)
{
    if (tl_str_equal(name->text, entry->id)) {
        return tl_loader_fail(reading->loader, name,
                              "no earlier folder has a rule '%.*s' to extend",
                              TL_STR_ARG(name->text));
    }
    const struct tl_shelf *shelves[] = {reading->shelf, reading->neutral};
    struct tl_arena *arena = reading->loader->arena;
    struct tl_strs known = tl_kind_names(arena);
    for (size_t i = 0; i < sizeof shelves / sizeof *shelves; i++) {
        for (size_t k = 0; k < shelves[i]->entries.len; k++) {
            if (shelves[i]->entries.items[k] != entry) {
                *TL_VEC_ADD(arena, &known) = shelves[i]->entries.items[k]->id;
            }
        }
    }
    return tl_loader_fail_unknown(reading->loader, name, "kind of check or rule", name->text,
                                  &known);
}

/* "a extends b extends a" */
static bool circle_fail(struct tl_loader *loader, const struct tl_yaml *name,
                        const struct line *line, const struct tl_entry *again)
{
    struct tl_strs ids = {0};
    struct tl_buf out = tl_buf_in(loader->arena);
    *TL_VEC_ADD(loader->arena, &ids) = again->id;
    for (; line->entry != again; line = line->child) {
        *TL_VEC_ADD(loader->arena, &ids) = line->entry->id;
    }
    tl_buf_add(&out, again->id);
    for (size_t i = ids.len; i-- > 0;) {
        tl_buf_add_format(&out, " extends %.*s", TL_STR_ARG(ids.items[i]));
    }
    return tl_loader_fail(loader, name, "a circle: %s", tl_buf_str(&out).data);
}

static const struct tl_yaml *map_read(struct tl_loader *loader, struct tl_entry *entry)
{
    struct tl_error err;
    /* examples come last, and a lint has no use for them */
    struct tl_str until = entry->is_trusted ? TL_STR("examples") : TL_STR("");
    if (entry->map != NULL || entry->is_broken) {
        return entry->map;
    }
    entry->map = entry->style != NULL
                     ? tl_yaml_read_lenient(loader->arena, entry->path, loader->warnings, &err)
                     : tl_yaml_read_until(loader->arena, entry->path, until, &err);
    if (entry->map == NULL) {
        *TL_VEC_ADD(loader->arena, loader->errors) = err;
        entry->is_broken = true;
    }
    return entry->map;
}

static const struct tl_yaml *map_of(const struct reading *reading, struct tl_entry *entry,
                                    const struct line *child)
{
    const struct line line = {entry, child, child == NULL ? 0 : child->depth + 1};
    const struct tl_yaml *map = map_read(reading->loader, entry);
    const struct tl_yaml *name = tl_inherit_parent(map);
    if (map == NULL || name == NULL) {
        return map;
    }
    struct tl_entry *parent = parent_find(reading, entry, name->text);
    if (parent == NULL) {
        parent_unknown(reading, entry, name);
        return NULL;
    }
    for (const struct line *each = &line; each != NULL; each = each->child) {
        if (each->entry == parent) {
            circle_fail(reading->loader, name, &line, parent);
            return NULL;
        }
    }
    if (line.depth == TL_MAX_RULE_PARENTS) {
        tl_loader_fail(reading->loader, name, "more than %d rules extend each other",
                       TL_MAX_RULE_PARENTS);
        return NULL;
    }
    const struct tl_yaml *above = map_of(reading, parent, &line);
    return above != NULL ? tl_inherit(reading->loader, above, map) : NULL;
}

const struct tl_yaml *tl_shelf_map(struct tl_loader *loader, const struct tl_shelf *shelf,
                                   const struct tl_shelf *neutral, struct tl_entry *entry)
{
    struct reading reading = {loader, shelf, neutral};
    return map_of(&reading, entry, NULL);
}

/* The kind of a rule if it is one of Vale's that there is no support for; else NULL. */
static const struct tl_yaml *refused_kind(const struct tl_yaml *map)
{
    const struct tl_yaml *kind = tl_loader_find(map, "extends");
    bool refused = kind != NULL && kind->kind == TL_YAML_SCALAR && tl_kind_is_refused(kind->text);
    return refused ? kind : NULL;
}

static void entry_read(const struct tl_loader *base, struct tl_shelf *shelf,
                       const struct tl_shelf *neutral, struct tl_entry *entry)
{
    struct tl_rule rule;
    struct tl_style none = {.n_rules = 0};
    struct tl_style *style = entry->style != NULL ? entry->style : &none;
    struct tl_loader loader = *base;
    loader.path = entry->path;
    const struct tl_yaml *map = tl_shelf_map(&loader, shelf, neutral, entry);
    const struct tl_yaml *kind = refused_kind(map);
    if (map != NULL && shelf->marked.len > 0) {
        map = tl_unmarked_copy(base->arena, map, shelf->marked);
    }
    loader.is_style = entry->style != NULL;
    loader.is_trusted = entry->is_trusted;
    if (kind != NULL && entry->style != NULL) {
        tl_loader_warn(&loader, kind, "the kind '%.*s' is not supported; the rule is left out",
                       TL_STR_ARG(kind->text));
        *TL_VEC_ADD(base->arena, &style->refused) = kind->text;
    } else if (map != NULL && tl_rule_load(&loader, map, entry->id, shelf->tag, &rule)) {
        *TL_VEC_ADD(base->arena, &shelf->rules) = rule;
        style->n_rules++;
        style->n_dead += entry->is_trusted ? 0 : tl_trap_find(&loader, map);
    } else {
        style->n_broken++;
        shelf->has_broken_rule = true;
    }
}

static void words_read(const struct tl_loader *base, struct tl_shelf *shelf)
{
    for (size_t i = 0; i < shelf->words.len; i++) {
        struct tl_loader loader = *base;
        loader.path = shelf->words.items[i].path;
        loader.is_trusted = shelf->words.items[i].is_trusted;
        shelf->has_broken_rule |= !tl_words_file_load(&loader, &shelf->classes);
    }
}

void tl_shelf_read(const struct tl_loader *base, struct tl_shelf *shelf,
                   const struct tl_shelf *neutral)
{
    struct tl_known known = {0};
    struct tl_loader loader = *base;
    if (shelf->is_read) {
        return;
    }
    words_read(base, shelf);
    loader.prefilter = tl_prefilter_new(base->arena, &shelf->classes);
    loader.known = &known;
    loader.warnings = shelf->marked.len > 0 ? NULL : base->warnings; /* said of the other form */
    for (size_t i = 0; i < shelf->entries.len; i++) {
        entry_read(&loader, shelf, neutral, shelf->entries.items[i]);
    }
    shelf->is_read = true;
}
