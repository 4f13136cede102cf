/* SPDX-License-Identifier: MIT */
#include "rules/rule_set.h"

#include "model/evidence.h"
#include "rules/language_file.h"
#include "rules/prefilter.h"
#include "rules/rule_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct tl_str any = {"any", 3};
static const struct tl_str language_file = {"language.yml", 12};
static const struct tl_str languages_file = {"languages.yml", 13};
static const struct tl_str ending = {".yml", 4};

/* A rule file that may not have been read yet. */
struct entry {
    struct tl_str id;
    const char *path;
    bool is_trusted;
};
TL_VEC(entries, struct entry);

/* A language folder, of all rule folders together. */
struct shelf {
    struct tl_str tag;
    struct tl_classes classes;
    struct entries entries;
    struct tl_rules rules; /* those of `any` come first, once both are read */
    bool is_read;
};
TL_VEC(shelves, struct shelf *);

struct tl_rule_set {
    struct tl_arena *arena;
    struct tl_errors errors;
    struct tl_languages languages;
    struct shelves shelves;
    struct tl_strs ids;
    struct tl_rules all;
    bool is_strict;
    bool is_trusted; /* the folder that is being added */
};

struct tl_rule_set *tl_rule_set_new(struct tl_arena *arena)
{
    struct tl_rule_set *set = tl_arena_alloc(arena, sizeof *set);
    set->arena = arena;
    return set;
}

static struct shelf *shelf_find(struct tl_rule_set *set, struct tl_str tag)
{
    for (size_t i = 0; i < set->shelves.len; i++) {
        if (tl_str_equal(set->shelves.items[i]->tag, tag)) {
            return set->shelves.items[i];
        }
    }
    struct shelf *shelf = tl_arena_alloc(set->arena, sizeof *shelf);
    shelf->tag = tag;
    *TL_VEC_ADD(set->arena, &set->shelves) = shelf;
    return shelf;
}

static struct tl_loader loader_of(struct tl_rule_set *set, struct shelf *shelf, const char *path)
{
    return (struct tl_loader){
        .arena = set->arena,
        .path = path,
        .errors = &set->errors,
        .classes = &shelf->classes,
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

static bool language_add(struct tl_rule_set *set, struct shelf *shelf, const char *path)
{
    struct tl_loader loader = loader_of(set, shelf, path);
    return tl_language_file_load(&loader, shelf->tag, language_new(set, shelf->tag),
                                 &shelf->classes);
}

/* Adds the languages of one file, each below its tag. */
static bool languages_add(struct tl_rule_set *set, const char *path)
{
    struct tl_error err;
    const struct tl_yaml *map = tl_yaml_read(set->arena, path, &err);
    if (map == NULL) {
        *TL_VEC_ADD(set->arena, &set->errors) = err;
        return false;
    }
    struct tl_loader file = {.arena = set->arena, .path = path, .errors = &set->errors};
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(&file, map, "languages must be a map of tags");
    }
    bool good = true;
    for (const struct tl_yaml *node = map->first; node != NULL; node = node->next) {
        struct tl_str tag = node->key->text;
        struct shelf *shelf = shelf_find(set, tag);
        struct tl_loader loader = loader_of(set, shelf, path);
        good &= tl_language_load(&loader, node, tag, language_new(set, tag), &shelf->classes);
    }
    return good;
}

static void entry_add(struct tl_rule_set *set, struct shelf *shelf, struct tl_str id,
                      const char *path)
{
    for (size_t i = 0; i < shelf->entries.len; i++) {
        if (tl_str_equal(shelf->entries.items[i].id, id)) {
            shelf->entries.items[i].path = path;
            shelf->entries.items[i].is_trusted = set->is_trusted;
            return;
        }
    }
    *TL_VEC_ADD(set->arena, &shelf->entries) = (struct entry){id, path, set->is_trusted};
}

static int compare_names(const void *a, const void *b)
{
    return tl_str_compare(*(const struct tl_str *)a, *(const struct tl_str *)b);
}

/* The names in a folder, sorted, without those that begin with "." or "_". */
static bool names_read(struct tl_rule_set *set, const char *folder, struct tl_strs *names)
{
    DIR *stream = opendir(folder);
    if (stream == NULL) {
        tl_error_set(TL_VEC_ADD(set->arena, &set->errors), folder, "cannot read the rules: %s",
                     strerror(errno));
        return false;
    }
    for (const struct dirent *item = readdir(stream); item != NULL; item = readdir(stream)) {
        if (item->d_name[0] != '.' && item->d_name[0] != '_') {
            *TL_VEC_ADD(set->arena, names) = tl_arena_copy(set->arena, tl_str_of(item->d_name));
        }
    }
    closedir(stream);
    if (names->len > 0) {
        qsort(names->items, names->len, sizeof *names->items, compare_names);
    }
    return true;
}

static bool fail(struct tl_rule_set *set, const char *path, const char *text)
{
    tl_error_set(TL_VEC_ADD(set->arena, &set->errors), path, "%s", text);
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
    struct shelf *shelf = shelf_find(set, tag);
    if (tl_str_equal(name, language_file)) {
        return language_add(set, shelf, path);
    }
    if (tl_str_equal(name, languages_file)) {
        return languages_add(set, path);
    }
    entry_add(set, shelf, tl_str_slice(name, 0, name.len - ending.len), path);
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

static bool language_folder_add(struct tl_rule_set *set, struct tl_str tag, const char *folder)
{
    struct tl_strs names = {0};
    bool good = names_read(set, folder, &names);
    for (size_t i = 0; i < names.len; i++) {
        good &= file_add(set, tag, folder, names.items[i]);
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

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
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
        good &= is_folder(path) ? language_folder_add(set, names.items[i], path)
                                : neutral_file_add(set, folder, names.items[i]);
    }
    tl_evidence_index(set->arena, &set->languages);
    return good;
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
        const struct entries *entries = &set->shelves.items[i]->entries;
        for (size_t k = 0; k < entries->len; k++) {
            *TL_VEC_ADD(set->arena, &set->ids) = entries->items[k].id;
        }
    }
    if (set->ids.len == 0) {
        return &set->ids;
    }
    qsort(set->ids.items, set->ids.len, sizeof *set->ids.items, compare_names);
    size_t kept = 1;
    for (size_t i = 1; i < set->ids.len; i++) {
        if (!tl_str_equal(set->ids.items[kept - 1], set->ids.items[i])) {
            set->ids.items[kept++] = set->ids.items[i];
        }
    }
    set->ids.len = kept;
    return &set->ids;
}

static void shelf_read(struct tl_rule_set *set, struct shelf *shelf)
{
    struct tl_prefilter *prefilter =
        shelf->is_read ? NULL : tl_prefilter_new(set->arena, &shelf->classes);
    for (size_t i = 0; i < shelf->entries.len && !shelf->is_read; i++) {
        struct tl_rule rule;
        struct tl_loader loader = loader_of(set, shelf, shelf->entries.items[i].path);
        loader.is_trusted = shelf->entries.items[i].is_trusted;
        loader.prefilter = prefilter;
        if (tl_rule_file_load(&loader, shelf->entries.items[i].id, shelf->tag, &rule)) {
            *TL_VEC_ADD(set->arena, &shelf->rules) = rule;
        }
    }
    shelf->is_read = true;
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
    struct shelf *neutral = shelf_find(set, any);
    shelf_read(set, neutral);
    if (language == NULL) {
        return &neutral->rules;
    }
    struct shelf *shelf = shelf_find(set, language->tag);
    if (shelf != neutral && !shelf->is_read) {
        shelf_read(set, shelf);
        for (size_t i = 0; i < neutral->rules.len; i++) {
            neutral_add(set, &shelf->rules, &neutral->rules.items[i]);
        }
    }
    return &shelf->rules;
}

const struct tl_rules *tl_rule_set_all(struct tl_rule_set *set)
{
    set->all.len = 0;
    for (size_t i = 0; i < set->shelves.len; i++) {
        struct shelf *shelf = set->shelves.items[i];
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

bool tl_selection_has(const struct tl_selection *selection, const struct tl_rule *rule)
{
    if (tl_strs_has(&selection->disable, rule->id)) {
        return false;
    }
    if (selection->only.len > 0) {
        return tl_strs_has(&selection->only, rule->id);
    }
    return rule->enabled || tl_strs_has(&selection->enable, rule->id);
}

enum tl_level tl_selection_level(const struct tl_selection *selection, const struct tl_rule *rule)
{
    for (size_t i = selection->levels.len; i-- > 0;) {
        if (tl_str_equal(selection->levels.items[i].id, rule->id)) {
            return selection->levels.items[i].level;
        }
    }
    return rule->level;
}
