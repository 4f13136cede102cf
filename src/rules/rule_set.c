/* SPDX-License-Identifier: MIT */
#include "rules/rule_set.h"

#include "model/evidence.h"
#include "rules/folder.h"
#include "rules/language_file.h"
#include "rules/shelf.h"
#include "rules/vocabulary.h"

#include <stdlib.h>

static const struct tl_str any = {"any", 3};
static const struct tl_str language_file = {"language.yml", 12};
static const struct tl_str languages_file = {"languages.yml", 13};
static const struct tl_str words_folder = {"words", 5};
static const struct tl_str ending = {".yml", 4};

TL_VEC(shelves, struct tl_shelf *);

struct tl_rule_set {
    struct tl_arena *arena;
    struct tl_errors errors;
    struct tl_errors warnings;
    struct tl_styles styles;
    struct tl_strs style_folders;
    struct tl_vocabulary vocabulary;
    struct tl_languages languages;
    struct shelves shelves;
    struct tl_strs ids;
    struct tl_strs packs;
    struct tl_rules all;
    bool is_strict;
    bool is_trusted; /* the folder that is being added */
    bool is_broken;  /* a folder or vocabulary could not be read */
};

struct tl_rule_set *tl_rule_set_new(struct tl_arena *arena)
{
    struct tl_rule_set *set = tl_arena_alloc(arena, sizeof *set);
    set->arena = arena;
    return set;
}

static struct tl_shelf *shelf_find(struct tl_rule_set *set, struct tl_str tag)
{
    for (size_t i = 0; i < set->shelves.len; i++) {
        if (tl_str_equal(set->shelves.items[i]->tag, tag)) {
            return set->shelves.items[i];
        }
    }
    struct tl_shelf *shelf = tl_arena_alloc(set->arena, sizeof *shelf);
    shelf->tag = tag;
    *TL_VEC_ADD(set->arena, &set->shelves) = shelf;
    return shelf;
}

static struct tl_loader loader_of(struct tl_rule_set *set, struct tl_shelf *shelf, const char *path)
{
    return (struct tl_loader){
        .arena = set->arena,
        .path = path,
        .errors = &set->errors,
        .warnings = &set->warnings,
        .classes = &shelf->classes,
        .vocabulary = &set->vocabulary.terms,
        .unmarked = shelf->marked,
        .is_trusted = set->is_trusted,
    };
}

/* A new language, in the place of one of the same tag if there is one. */
static struct tl_language *language_new(struct tl_rule_set *set, struct tl_str tag)
{
    struct tl_language *language = tl_arena_alloc(set->arena, sizeof *language);
    for (size_t i = 0; i < set->languages.len; i++) {
        if (tl_str_equal(set->languages.items[i]->tag, tag)) {
            set->languages.items[i] = language;
            return language;
        }
    }
    *TL_VEC_ADD(set->arena, &set->languages) = language;
    return language;
}

static bool language_add(struct tl_rule_set *set, struct tl_shelf *shelf, const char *path)
{
    struct tl_loader loader = loader_of(set, shelf, path);
    struct tl_shelf *unmarked =
        shelf->unmarked != NULL ? shelf->unmarked : tl_arena_alloc(set->arena, sizeof *unmarked);
    struct tl_language *language = language_new(set, shelf->tag);
    bool good =
        tl_language_file_load(&loader, shelf->tag, language, &shelf->classes, &unmarked->classes);
    unmarked->tag = shelf->tag;
    unmarked->marked = language->letters;
    shelf->unmarked = language->unmarked == NULL ? NULL : unmarked;
    shelf->has_broken_language |= !good;
    return good;
}

/* Adds the languages of one file, each below its tag. */
static bool languages_add(struct tl_rule_set *set, const char *path)
{
    struct tl_error err;
    const struct tl_yaml *map = tl_yaml_read(set->arena, path, &err);
    if (map == NULL) {
        *TL_VEC_ADD(set->arena, &set->errors) = err;
        set->is_broken = true;
        return false;
    }
    struct tl_loader file = {.arena = set->arena, .path = path, .errors = &set->errors};
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(&file, map, "languages must be a map of tags");
    }
    bool good = true;
    for (const struct tl_yaml *node = map->first; node != NULL; node = node->next) {
        struct tl_str tag = node->key->text;
        struct tl_shelf *shelf = shelf_find(set, tag);
        struct tl_loader loader = loader_of(set, shelf, path);
        shelf->has_broken_language |=
            !tl_language_load(&loader, node, tag, language_new(set, tag), &shelf->classes);
        good &= !shelf->has_broken_language;
    }
    return good;
}

static int compare_names(const void *a, const void *b)
{
    return tl_str_compare(*(const struct tl_str *)a, *(const struct tl_str *)b);
}

/* Sorts names, and keeps each once. */
static void names_sort(struct tl_strs *names)
{
    size_t kept = 0;
    if (names->len > 0) {
        qsort(names->items, names->len, sizeof *names->items, compare_names);
    }
    for (size_t i = 0; i < names->len; i++) {
        if (i == 0 || !tl_str_equal(names->items[kept - 1], names->items[i])) {
            names->items[kept++] = names->items[i];
        }
    }
    names->len = kept;
}

static bool names_read(struct tl_rule_set *set, const char *folder, struct tl_strs *names)
{
    struct tl_error err;
    bool good = tl_folder_read(set->arena, folder, names, &err);
    if (!good) {
        *TL_VEC_ADD(set->arena, &set->errors) = err;
        set->is_broken = true;
    }
    return good;
}

static bool fail(struct tl_rule_set *set, const char *path, const char *text)
{
    tl_error_set(TL_VEC_ADD(set->arena, &set->errors), path, "%s", text);
    set->is_broken = true;
    return false;
}

/* Adds a file of a language folder: its language or a rule; others are passed over. */
static bool file_add(struct tl_rule_set *set, struct tl_str tag, const char *folder,
                     struct tl_str name)
{
    if (!tl_str_has_suffix_nocase(name, ending)) {
        return true;
    }
    const char *path = tl_arena_format(set->arena, "%s/%s", folder, name.data).data;
    struct tl_shelf *shelf = shelf_find(set, tag);
    if (tl_str_equal(name, language_file)) {
        return language_add(set, shelf, path);
    }
    if (tl_str_equal(name, languages_file)) {
        return languages_add(set, path);
    }
    tl_shelf_add(set->arena, shelf, tl_str_slice(name, 0, name.len - ending.len), path)
        ->is_trusted = set->is_trusted;
    return true;
}

static bool is_language(const struct tl_rule_set *set, struct tl_str tag)
{
    for (size_t i = 0; i < set->languages.len; i++) {
        if (tl_str_equal(set->languages.items[i]->tag, tag)) {
            return true;
        }
    }
    return tl_str_equal(tag, any);
}

/* Notes the files of word classes in a folder: they are read with the rules of the language. */
static bool words_folder_add(struct tl_rule_set *set, struct tl_str tag, const char *folder)
{
    struct tl_strs names = {0};
    bool good = names_read(set, folder, &names);
    struct tl_shelf *shelf = shelf_find(set, tag);
    for (size_t i = 0; i < names.len; i++) {
        if (tl_str_has_suffix_nocase(names.items[i], ending)) {
            *TL_VEC_ADD(set->arena, &shelf->words) = (struct tl_words_file){
                .path = tl_arena_format(set->arena, "%s/%s", folder, names.items[i].data).data,
                .is_trusted = set->is_trusted,
            };
        }
    }
    return good;
}

static bool language_folder_add(struct tl_rule_set *set, struct tl_str tag, const char *folder)
{
    struct tl_strs names = {0};
    bool good = names_read(set, folder, &names);
    for (size_t i = 0; i < names.len; i++) {
        const char *path = tl_arena_format(set->arena, "%s/%s", folder, names.items[i].data).data;
        good &= tl_str_equal(names.items[i], words_folder) && tl_folder_is(path)
                    ? words_folder_add(set, tag, path)
                    : file_add(set, tag, folder, names.items[i]);
    }
    if (good && names.len > 0 && !is_language(set, tag)) {
        return fail(set, folder,
                    "the folder is named as no known language and has no language.yml, so its "
                    "rules cannot run");
    }
    return good;
}

/* A file that lies beside the language folders: a rule for every language. */
static bool neutral_file_add(struct tl_rule_set *set, const char *folder, struct tl_str name)
{
    if (tl_str_equal(name, language_file)) {
        return fail(set, folder,
                    "this is the folder of one language; name the folder that it lies in");
    }
    return file_add(set, any, folder, name);
}

void tl_rule_set_strict(struct tl_rule_set *set)
{
    set->is_strict = true;
}

bool tl_rule_set_add(struct tl_rule_set *set, const char *folder, bool trusted)
{
    struct tl_strs names = {0};
    set->is_trusted = trusted && !set->is_strict;
    if (!names_read(set, folder, &names)) {
        return false;
    }
    bool good = true;
    for (size_t i = 0; i < names.len; i++) {
        const char *path = tl_arena_format(set->arena, "%s/%s", folder, names.items[i].data).data;
        good &= tl_folder_is(path) ? language_folder_add(set, names.items[i], path)
                                   : neutral_file_add(set, folder, names.items[i]);
    }
    tl_evidence_index(set->arena, &set->languages);
    return good;
}

bool tl_rule_set_add_styles(struct tl_rule_set *set, const char *folder)
{
    size_t n_styles = set->styles.len;
    *TL_VEC_ADD(set->arena, &set->style_folders) = tl_str_of(folder);
    bool good = tl_styles_find(set->arena, folder, &set->styles, &set->errors, &set->warnings);
    struct tl_shelf *shelf = shelf_find(set, any);
    for (size_t i = n_styles; i < set->styles.len; i++) {
        struct tl_style *style = set->styles.items[i];
        for (size_t k = 0; k < style->files.len; k++) {
            tl_shelf_add(set->arena, shelf, style->files.items[k].id, style->files.items[k].path)
                ->style = style;
        }
    }
    return good;
}

/* Adds a rule that is in no file. */
static void map_add(struct tl_rule_set *set, struct tl_str id, const struct tl_yaml *map)
{
    if (map != NULL) {
        tl_shelf_add(set->arena, shelf_find(set, any), id, map->path)->map = map;
    }
}

bool tl_rule_set_add_vocabulary(struct tl_rule_set *set, struct tl_str name)
{
    struct tl_loader loader = loader_of(set, shelf_find(set, any), "");
    loader.is_trusted = false;
    if (!tl_vocabulary_read(&loader, &set->style_folders, name, &set->vocabulary)) {
        set->is_broken = true;
        return false;
    }
    map_add(set, TL_STR("Vale.Terms"), tl_vocabulary_terms(set->arena, &set->vocabulary));
    map_add(set, TL_STR("Vale.Avoid"), tl_vocabulary_avoid(set->arena, &set->vocabulary));
    return true;
}

const struct tl_errors *tl_rule_set_warnings(const struct tl_rule_set *set)
{
    return &set->warnings;
}

const struct tl_styles *tl_rule_set_styles(const struct tl_rule_set *set)
{
    return &set->styles;
}

const struct tl_errors *tl_rule_set_errors(const struct tl_rule_set *set)
{
    return &set->errors;
}

const struct tl_languages *tl_rule_set_languages(const struct tl_rule_set *set)
{
    return &set->languages;
}

const struct tl_strs *tl_rule_set_ids(struct tl_rule_set *set)
{
    set->ids.len = 0;
    for (size_t i = 0; i < set->shelves.len; i++) {
        const struct tl_entries *entries = &set->shelves.items[i]->entries;
        for (size_t k = 0; k < entries->len; k++) {
            *TL_VEC_ADD(set->arena, &set->ids) = entries->items[k]->id;
        }
    }
    names_sort(&set->ids);
    return &set->ids;
}

/* Adds the packs that a rule says it is in: a text, or a list of them. */
static void packs_add(struct tl_rule_set *set, const struct tl_yaml *map)
{
    const struct tl_yaml *packs = tl_loader_find(map, "packs");
    for (const struct tl_yaml *item = tl_yaml_first(packs); item != NULL;
         item = tl_yaml_next(packs, item)) {
        if (item->kind == TL_YAML_SCALAR) {
            *TL_VEC_ADD(set->arena, &set->packs) =
                tl_arena_format(set->arena, "pack:%.*s", TL_STR_ARG(item->text));
        }
    }
}

const struct tl_strs *tl_rule_set_packs(struct tl_rule_set *set)
{
    set->packs.len = 0;
    for (size_t i = 0; i < set->shelves.len; i++) {
        struct tl_shelf *shelf = set->shelves.items[i];
        for (size_t k = 0; k < shelf->entries.len; k++) {
            struct tl_entry *entry = shelf->entries.items[k];
            struct tl_loader loader = loader_of(set, shelf, entry->path);
            const struct tl_yaml *map = tl_shelf_map(&loader, shelf, shelf_find(set, any), entry);
            if (map != NULL && map->kind == TL_YAML_MAP) {
                packs_add(set, map);
            }
        }
    }
    names_sort(&set->packs);
    return &set->packs;
}

static void read_shelf(struct tl_rule_set *set, struct tl_shelf *shelf)
{
    struct tl_loader loader = loader_of(set, shelf, "");
    tl_shelf_read(&loader, shelf, shelf_find(set, any));
}

/* The shelf of a language, or of its form without marks, whose files are the same. */
static struct tl_shelf *shelf_of(struct tl_rule_set *set, const struct tl_language *language)
{
    struct tl_shelf *shelf = shelf_find(set, language->tag);
    if (language->marked == NULL) {
        return shelf;
    }
    shelf->unmarked->entries = shelf->entries;
    shelf->unmarked->words = shelf->words;
    return shelf->unmarked;
}

static struct tl_rule *rule_find(const struct tl_rules *rules, struct tl_str id)
{
    for (size_t i = 0; i < rules->len; i++) {
        if (tl_str_equal(rules->items[i].id, id)) {
            return &rules->items[i];
        }
    }
    return NULL;
}

/* Adds a rule for every message to those of a language. */
static void neutral_add(struct tl_rule_set *set, struct tl_rules *rules,
                        const struct tl_rule *neutral)
{
    struct tl_rule *own = rule_find(rules, neutral->id);
    if (own == NULL) {
        *TL_VEC_ADD(set->arena, rules) = *neutral;
        return;
    }
    for (size_t i = 0; own->adds && i < neutral->checks.len; i++) {
        *TL_VEC_ADD(set->arena, &own->checks) = neutral->checks.items[i];
    }
}

const struct tl_rules *tl_rule_set_rules(struct tl_rule_set *set,
                                         const struct tl_language *language)
{
    struct tl_shelf *neutral = shelf_find(set, any);
    read_shelf(set, neutral);
    if (language == NULL) {
        return &neutral->rules;
    }
    struct tl_shelf *shelf = shelf_of(set, language);
    if (shelf != neutral && !shelf->is_read) {
        read_shelf(set, shelf);
        for (size_t i = 0; i < neutral->rules.len; i++) {
            neutral_add(set, &shelf->rules, &neutral->rules.items[i]);
        }
    }
    return &shelf->rules;
}

bool tl_rule_set_is_sound(const struct tl_rule_set *set, const struct tl_language *language)
{
    bool sound = !set->is_broken;
    for (size_t i = 0; i < set->shelves.len; i++) {
        const struct tl_shelf *shelf = set->shelves.items[i];
        bool own = tl_str_equal(shelf->tag, any) ||
                   (language != NULL && tl_str_equal(shelf->tag, language->tag));
        bool is_broken =
            shelf->has_broken_rule || (shelf->unmarked != NULL && shelf->unmarked->has_broken_rule);
        sound &= !(own && is_broken);
        sound &= !((own || language == NULL) && shelf->has_broken_language);
    }
    return sound;
}

const struct tl_rules *tl_rule_set_all(struct tl_rule_set *set)
{
    set->all.len = 0;
    for (size_t i = 0; i < set->shelves.len; i++) {
        struct tl_shelf *shelf = set->shelves.items[i];
        const struct tl_language *language = tl_language_find(&set->languages, shelf->tag);
        const struct tl_rules *rules = tl_rule_set_rules(set, language);
        for (size_t k = 0; k < rules->len; k++) {
            if (tl_str_equal(rules->items[k].language, shelf->tag)) {
                *TL_VEC_ADD(set->arena, &set->all) = rules->items[k];
            }
        }
    }
    return &set->all;
}
