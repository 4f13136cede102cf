/* SPDX-License-Identifier: MIT */
#include "rules/spell.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "model/language.h"
#include "rules/dictionary.h"

#include <dirent.h>
#include <pthread.h>
#include <stdlib.h>

enum {
    N_BUCKETS = 4096,
};

/* A word that was asked for. */
struct known {
    struct tl_str word;
    bool right;
    bool is_suggested; /* the suggestions are there */
    struct tl_strs suggestions;
    struct known *next; /* in its bucket */
};

struct tl_spell_group {
    struct tl_str tag;
    bool by_tag;
    bool is_bare; /* of the language's own there are none, so that others say little */
    struct tl_dictionaries dictionaries;
    struct known *buckets[N_BUCKETS];
    size_t n_known;
};
TL_VEC(groups, struct tl_spell_group *);

struct tl_spell {
    struct tl_arena *arena; /* its own: it grows while threads use it */
    pthread_mutex_t lock;   /* of all that follows */
    struct tl_strs folders;
    struct tl_dictionaries added;
    struct tl_dictionaries all; /* each pair of files once */
    struct groups groups;
};

static void spell_free(void *handle)
{
    struct tl_spell *spell = handle;
    (void)pthread_mutex_destroy(&spell->lock);
    tl_arena_free(spell->arena);
}

struct tl_spell *tl_spell_new(struct tl_arena *arena)
{
    struct tl_arena *own = tl_arena_new();
    struct tl_spell *spell = tl_arena_alloc(own, sizeof *spell);
    spell->arena = own;
    (void)pthread_mutex_init(&spell->lock, NULL);
    tl_arena_on_free(arena, spell_free, spell);
    return spell;
}

/* --- finding dictionaries --- */

void tl_spell_add_folder(struct tl_spell *spell, struct tl_str path)
{
    *TL_VEC_ADD(spell->arena, &spell->folders) = tl_arena_copy(spell->arena, path);
}

/* All folders, the user's own first. */
static struct tl_strs folders_of(struct tl_spell *spell, struct tl_arena *arena)
{
    static const char *const usual[] = {
        "/usr/share/hunspell",       "/usr/share/myspell",       "/usr/share/myspell/dicts",
        "/usr/local/share/hunspell", "/usr/local/share/myspell", "/opt/homebrew/share/hunspell",
        "/Library/Spelling",
    };
    struct tl_strs all = {0};
    for (size_t i = 0; i < spell->folders.len; i++) {
        *TL_VEC_ADD(arena, &all) = spell->folders.items[i];
    }
    struct tl_str path = tl_str_of(getenv("DICPATH"));
    for (size_t at = 0; at < path.len;) {
        size_t end = tl_str_find_char(path, ':', at);
        end = end == TL_NONE ? path.len : end;
        if (end > at) {
            *TL_VEC_ADD(arena, &all) = tl_arena_copy(arena, tl_str_slice(path, at, end));
        }
        at = end + 1;
    }
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        *TL_VEC_ADD(arena, &all) = tl_str_of(usual[i]);
    }
    return all;
}

/* The dictionary of two files; NULL where there are no such files. */
static struct tl_dictionary *dictionary_of(struct tl_spell *spell, struct tl_str aff,
                                           struct tl_str dic)
{
    for (size_t i = 0; i < spell->all.len; i++) {
        if (tl_str_equal(tl_dictionary_path(spell->all.items[i]), dic)) {
            return spell->all.items[i];
        }
    }
    struct tl_dictionary *dictionary = tl_dictionary_new(spell->arena, aff, dic);
    if (dictionary != NULL) {
        *TL_VEC_ADD(spell->arena, &spell->all) = dictionary;
    }
    return dictionary;
}

static struct tl_dictionary *dictionary_in(struct tl_spell *spell, struct tl_str folder,
                                           struct tl_str name)
{
    struct tl_str aff = tl_arena_format(spell->arena, "%s/%.*s.aff", folder.data, TL_STR_ARG(name));
    struct tl_str dic = tl_arena_format(spell->arena, "%s/%.*s.dic", folder.data, TL_STR_ARG(name));
    return dictionary_of(spell, aff, dic);
}

bool tl_spell_add_files(struct tl_spell *spell, struct tl_str aff, struct tl_str dic)
{
    struct tl_dictionary *dictionary = dictionary_of(spell, aff, dic);
    if (dictionary != NULL) {
        *TL_VEC_ADD(spell->arena, &spell->added) = dictionary;
    }
    return dictionary != NULL;
}

bool tl_spell_add(struct tl_spell *spell, struct tl_str name)
{
    struct tl_strs folders = folders_of(spell, spell->arena);
    for (size_t i = 0; i < folders.len && tl_str_find_char(name, '/', 0) == TL_NONE; i++) {
        struct tl_dictionary *dictionary = dictionary_in(spell, folders.items[i], name);
        if (dictionary != NULL) {
            *TL_VEC_ADD(spell->arena, &spell->added) = dictionary;
            return true;
        }
    }
    return false;
}

static int compare(const void *left, const void *right)
{
    const struct tl_str *a = left;
    const struct tl_str *b = right;
    return tl_str_compare(*a, *b);
}

/* The names of a folder's dictionaries for a tag: "sv", "sv_SE", "sv-FI", sorted. */
static struct tl_strs names_of(struct tl_arena *arena, struct tl_str folder, struct tl_str tag)
{
    struct tl_strs names = {0};
    DIR *dir = opendir(folder.data);
    struct dirent *entry;
    while (dir != NULL && names.len < TL_MAX_DICTIONARIES && (entry = readdir(dir)) != NULL) {
        struct tl_str name = tl_str_of(entry->d_name);
        if (!tl_str_has_prefix(name, tag) || !tl_str_has_suffix_nocase(name, TL_STR(".dic"))) {
            continue;
        }
        name = tl_str_slice(name, 0, name.len - 4);
        if (name.len == tag.len || name.data[tag.len] == '_' || name.data[tag.len] == '-') {
            *TL_VEC_ADD(arena, &names) = tl_arena_copy(arena, name);
        }
    }
    if (dir != NULL) {
        (void)closedir(dir);
    }
    if (names.len > 0) {
        qsort(names.items, names.len, sizeof *names.items, compare);
    }
    return names;
}

/* Adds those of the first folder that has any. */
static void add_by_tag(struct tl_spell *spell, struct tl_spell_group *group)
{
    struct tl_strs folders = folders_of(spell, spell->arena);
    size_t before = group->dictionaries.len;
    for (size_t i = 0; i < folders.len && group->dictionaries.len == before; i++) {
        struct tl_strs names = names_of(spell->arena, folders.items[i], group->tag);
        for (size_t k = 0; k < names.len; k++) {
            struct tl_dictionary *dictionary =
                dictionary_in(spell, folders.items[i], names.items[k]);
            if (dictionary != NULL) {
                *TL_VEC_ADD(spell->arena, &group->dictionaries) = dictionary;
            }
        }
    }
}

static struct tl_spell_group *group_of(struct tl_spell *spell, struct tl_str tag, bool by_tag)
{
    for (size_t i = 0; i < spell->groups.len; i++) {
        struct tl_spell_group *group = spell->groups.items[i];
        if (group->by_tag == by_tag && (!by_tag || tl_str_equal(group->tag, tag))) {
            return group;
        }
    }
    struct tl_spell_group *group = tl_arena_alloc(spell->arena, sizeof *group);
    group->tag = tl_arena_copy(spell->arena, tag);
    group->by_tag = by_tag;
    for (size_t i = 0; i < spell->added.len; i++) {
        *TL_VEC_ADD(spell->arena, &group->dictionaries) = spell->added.items[i];
    }
    if (by_tag && tag.len > 0) {
        size_t before = group->dictionaries.len;
        add_by_tag(spell, group);
        group->is_bare = group->dictionaries.len == before;
    }
    *TL_VEC_ADD(spell->arena, &spell->groups) = group;
    return group;
}

struct tl_spell_group *tl_spell_group_of(struct tl_spell *spell, struct tl_str tag, bool by_tag)
{
    (void)pthread_mutex_lock(&spell->lock);
    struct tl_spell_group *group = group_of(spell, tag, by_tag);
    (void)pthread_mutex_unlock(&spell->lock);
    return group;
}

bool tl_spell_group_any(const struct tl_spell_group *group)
{
    return group->dictionaries.len > 0 && !group->is_bare;
}

/* --- asking them --- */

/*
 * Whether a dictionary differs from a later one of the group in some stems alone.  Hunspell is not
 * asked for it: what it has beyond the other are plain words, which stems.h knows.
 */
static bool is_variant(const struct tl_spell_group *group, size_t i)
{
    const struct tl_dictionaries *all = &group->dictionaries;
    for (size_t k = i + 1; k < all->len; k++) {
        if (tl_dictionary_is_variant(all->items[i], all->items[k])) {
            return true;
        }
    }
    return false;
}

static struct known **bucket_of(struct tl_spell_group *group, struct tl_str word)
{
    return &group->buckets[tl_hash_add(TL_HASH_BASIS, word) % N_BUCKETS];
}

static struct known *known_find(struct tl_spell_group *group, struct tl_str word)
{
    struct known *known = *bucket_of(group, word);
    while (known != NULL && !tl_str_equal(known->word, word)) {
        known = known->next;
    }
    return known;
}

/* What is known of a word; asks where nothing is.  `spell` is locked. */
static struct known *known_of(struct tl_spell *spell, struct tl_spell_group *group,
                              struct tl_str word, struct known *forgotten)
{
    struct known **bucket = bucket_of(group, word);
    struct known *known = known_find(group, word);
    if (known != NULL) {
        return known;
    }
    known = forgotten;
    if (group->n_known < TL_MAX_SPELL_WORDS) {
        known = tl_arena_alloc(spell->arena, sizeof *known);
        known->next = *bucket;
        *bucket = known;
        group->n_known++;
    }
    known->word = known == forgotten ? word : tl_arena_copy(spell->arena, word);
    for (size_t i = 0; i < group->dictionaries.len && !known->right; i++) {
        known->right = tl_dictionary_has_stem(group->dictionaries.items[i], word);
    }
    for (size_t i = 0; i < group->dictionaries.len && !known->right; i++) {
        known->right =
            !is_variant(group, i) && tl_dictionary_has(group->dictionaries.items[i], word);
    }
    return known;
}

/* Whether asking for a word costs little. */
static bool is_ready(struct tl_spell_group *group, struct tl_str word)
{
    bool has_stem = known_find(group, word) != NULL;
    bool are_read = true;
    for (size_t i = 0; i < group->dictionaries.len && !has_stem; i++) {
        are_read &= tl_dictionary_is_read(group->dictionaries.items[i]) || is_variant(group, i);
    }
    for (size_t i = 0; i < group->dictionaries.len && !has_stem && !are_read; i++) {
        has_stem = tl_dictionary_has_stem(group->dictionaries.items[i], word);
    }
    return has_stem || are_read;
}

static bool has(struct tl_spell *spell, struct tl_spell_group *group, struct tl_str word,
                bool if_ready)
{
    if (word.len == 0 || word.len > TL_MAX_SPELL_BYTES) {
        return true;
    }
    struct known forgotten = {.right = false};
    (void)pthread_mutex_lock(&spell->lock);
    bool asks = !if_ready || is_ready(group, word);
    bool right = asks && known_of(spell, group, word, &forgotten)->right;
    (void)pthread_mutex_unlock(&spell->lock);
    return right;
}

bool tl_spell_has(struct tl_spell *spell, struct tl_spell_group *group, struct tl_str word)
{
    return has(spell, group, word, false);
}

bool tl_spell_knows(struct tl_spell *spell, struct tl_spell_group *group, struct tl_str word)
{
    return has(spell, group, word, true);
}

/* A word that was perhaps meant. */
struct guess {
    struct tl_str text;
    size_t edits; /* to what was written; marks of letters do not count */
};
TL_VEC(guesses, struct guess);

/* Adds a guess behind those that are as near. */
static void guess_add(struct tl_arena *arena, struct guess guess, struct guesses *guesses)
{
    for (size_t i = 0; i < guesses->len; i++) {
        if (tl_str_equal(guesses->items[i].text, guess.text)) {
            return;
        }
    }
    (void)TL_VEC_ADD(arena, guesses);
    size_t i = guesses->len - 1;
    for (; i > 0 && guesses->items[i - 1].edits > guess.edits; i--) {
        guesses->items[i] = guesses->items[i - 1];
    }
    guesses->items[i] = guess;
}

/* Adds what one dictionary suggests; `bare` is the word without the marks of its letters. */
static void suggest(struct tl_arena *arena, struct tl_dictionary *dictionary, struct tl_str word,
                    struct tl_str bare, struct guesses *guesses)
{
    struct tl_strs all = tl_dictionary_suggest(dictionary, arena, word);
    for (size_t i = 0; i < all.len; i++) {
        struct guess guess = {.text = all.items[i]};
        guess.edits = tl_edits(bare, tl_text_bare(arena, guess.text));
        guess_add(arena, guess, guesses);
    }
}

struct tl_strs tl_spell_suggest(struct tl_spell *spell, struct tl_spell_group *group,
                                struct tl_arena *arena, struct tl_str word)
{
    struct tl_strs all = {0};
    if (word.len == 0 || word.len > TL_MAX_SPELL_BYTES) {
        return all;
    }
    struct known forgotten = {.right = false};
    (void)pthread_mutex_lock(&spell->lock);
    struct known *known = known_of(spell, group, word, &forgotten);
    struct tl_arena *keeper = known == &forgotten ? arena : spell->arena;
    struct tl_str bare = tl_text_bare(arena, word);
    struct guesses guesses = {0};
    for (size_t i = 0; i < group->dictionaries.len && !known->is_suggested && !known->right; i++) {
        if (!is_variant(group, i)) {
            suggest(arena, group->dictionaries.items[i], word, bare, &guesses);
        }
    }
    for (size_t i = 0; i < guesses.len && i < TL_MAX_SPELL_SUGGESTIONS; i++) {
        *TL_VEC_ADD(keeper, &known->suggestions) = tl_arena_copy(keeper, guesses.items[i].text);
    }
    known->is_suggested = true;
    for (size_t i = 0; i < known->suggestions.len; i++) {
        *TL_VEC_ADD(arena, &all) = tl_arena_copy(arena, known->suggestions.items[i]);
    }
    (void)pthread_mutex_unlock(&spell->lock);
    return all;
}
