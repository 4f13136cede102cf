/* SPDX-License-Identifier: MIT */
#include "rules/language_file.h"

#include "rules/calendar_file.h"
#include "rules/check.h"
#include "rules/pattern.h"
#include "rules/unmarked.h"

#include <stddef.h>
#include <string.h>

/* Each list of patterns: its key, its member of struct tl_language, its template. */
static const struct {
    const char *key;
    size_t member;
    enum tl_pattern_template template;
} patterns[] = {
    {"greetings", offsetof(struct tl_language, greetings), TL_PATTERN_START},
    {"signoffs", offsetof(struct tl_language, signoffs), TL_PATTERN_START},
    {"postscripts", offsetof(struct tl_language, postscripts), TL_PATTERN_START},
    {"subject_lines", offsetof(struct tl_language, subject_lines), TL_PATTERN_START},
    {"subject_labels", offsetof(struct tl_language, subject_labels), TL_PATTERN_LABEL},
    {"reply_prefixes", offsetof(struct tl_language, reply_prefixes), TL_PATTERN_LABEL},
    {"reply_openings", offsetof(struct tl_language, reply_openings), TL_PATTERN_WORD},
    {"attributions", offsetof(struct tl_language, attributions), TL_PATTERN_WHOLE},
    {"quote_dividers", offsetof(struct tl_language, quote_dividers), TL_PATTERN_WHOLE},
    {"quote_fields", offsetof(struct tl_language, quote_fields), TL_PATTERN_LABEL},
    {"mobile_signatures", offsetof(struct tl_language, mobile_signatures), TL_PATTERN_START},
    {"footers", offsetof(struct tl_language, footers), TL_PATTERN_START},
    {"silent_vowels", offsetof(struct tl_language, silent_vowels), TL_PATTERN_NONWORD},
    {"split_vowels", offsetof(struct tl_language, split_vowels), TL_PATTERN_NONWORD},
};

enum { N_PATTERNS = sizeof patterns / sizeof *patterns };

static const struct tl_key other_keys[] = {
    {"name", TL_KEY_TEXT, NULL, "The name of the language, in English"},
    {"abbreviations", TL_KEY_TEXTS, NULL,
     "Abbreviations that end a sentence only before a word that is no name"},
    {"leading_abbreviations", TL_KEY_TEXTS, NULL, "Abbreviations that never end a sentence"},
    {"number_abbreviations", TL_KEY_TEXTS, NULL, "Abbreviations beside a number"},
    {"other_tags", TL_KEY_TEXTS, NULL, "Other language tags that mean it"},
    {"or", TL_KEY_TEXT, NULL, "The word between the last two wordings in a message"},
    {"leave_out", TL_KEY_TEXT, NULL, "What a message says in it for: leave it out"},
    {"letters", TL_KEY_TEXT, NULL, "Its letters beyond a to z"},
    {"unmarked", TL_KEY_BOOL, NULL, "true: people also type it without the marks of its letters"},
    {"function_words", TL_KEY_TEXTS, NULL, "Its closed classes of words"},
    {"common_words", TL_KEY_TEXTS, NULL, "Other frequent words"},
    {"range_words", TL_KEY_TEXTS, NULL, "Words between the two ends of a range"},
    {"vowels", TL_KEY_TEXT, NULL, "All its vowels: a run of them is a syllable"},
    {"light_endings", TL_KEY_TEXTS, NULL, "Endings whose syllable makes no word hard"},
    {"dates", TL_KEY_MAP, NULL, "Weekdays, months and how dates are written"},
    {"endings", TL_KEY_TEXTS, NULL, "Endings of words that tell it"},
    {"title_words_ap", TL_KEY_TEXTS, NULL, "Words that a title writes small, as the AP has it"},
    {"title_words_chicago", TL_KEY_TEXTS, NULL, "The same, as the Chicago manual has it"},
    {"classes", TL_KEY_MAP, NULL, "Word classes that patterns call with (?&name)"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* The keys of a file of word classes. */
static const struct tl_key words_keys[] = {
    {"classes", TL_KEY_MAP, NULL, "Word classes that patterns call with (?&name)"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

const struct tl_key *tl_language_file_keys(struct tl_arena *arena)
{
    size_t n_other = sizeof other_keys / sizeof *other_keys;
    struct tl_key *keys = tl_arena_alloc(arena, (N_PATTERNS + n_other) * sizeof *keys);
    for (size_t i = 0; i < N_PATTERNS; i++) {
        keys[i] = (struct tl_key){patterns[i].key, TL_KEY_PATTERNS, NULL, NULL};
    }
    memcpy(keys + N_PATTERNS, other_keys, sizeof other_keys);
    return keys;
}

static bool keys_check(struct tl_loader *loader, const struct tl_yaml *map)
{
    const struct tl_key *tables[] = {tl_language_file_keys(loader->arena)};
    return tl_keys_check(loader, map, tables, 1);
}

/* The folder of a language that a file of word classes lies in. */
static struct tl_str folder_of(const char *path)
{
    struct tl_str folder = tl_str_of(path);
    while (folder.len > 0 && folder.data[folder.len - 1] != '/') {
        folder.len--;
    }
    struct tl_str words = TL_STR("/words/");
    bool is_words = tl_str_has_suffix_nocase(folder, words);
    return tl_str_slice(folder, 0, folder.len - (is_words ? words.len - 1 : 0));
}

/* Whether a word class is the first of its name in its folder; a later folder may replace it. */
static bool is_first(struct tl_loader *loader, const struct tl_yaml *node,
                     const struct tl_classes *classes)
{
    size_t i = loader->is_trusted ? TL_NONE : tl_classes_find(classes, node->key->text);
    return i == TL_NONE || classes->items[i].path == loader->path ||
           !tl_str_equal(folder_of(classes->items[i].path), folder_of(loader->path)) ||
           tl_loader_fail(loader, node->key, "the word class '%.*s' is in %s too",
                          TL_STR_ARG(node->key->text), classes->items[i].path);
}

static bool class_load(struct tl_loader *loader, const struct tl_yaml *node,
                       struct tl_classes *classes)
{
    struct tl_buf out = tl_buf_in(loader->arena);
    struct tl_strs items = {0};
    if (!tl_class_is_name(node->key->text)) {
        return tl_loader_fail(loader, node->key,
                              "a word class is named with up to 32 letters, "
                              "digits and '_'");
    }
    if (node->kind == TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "a word class must be a list of alternatives");
    }
    if (!is_first(loader, node, classes)) {
        return false;
    }
    const struct tl_yaml *item = tl_yaml_first(node);
    for (; item != NULL; item = tl_yaml_next(node, item)) {
        if (item->kind != TL_YAML_SCALAR || item->double_quoted) {
            return tl_loader_fail(loader, item,
                                  "an alternative must be a text that is not in double quotes");
        }
        tl_buf_add(&out, out.len > 0 ? TL_STR("|") : TL_STR(""));
        tl_buf_add(&out, item->text);
        *TL_VEC_ADD(loader->arena, &items) = item->text;
    }
    struct tl_str pattern = tl_buf_str(&out);
    *TL_VEC_ADD(loader->arena, classes) = (struct tl_class){
        .name = node->key->text,
        .pattern = pattern,
        .path = loader->path,
        .items = items,
        .is_leaf = tl_str_find(pattern, TL_STR("(?&"), 0) == TL_NONE,
    };
    return true;
}

static bool classes_load(struct tl_loader *loader, const struct tl_yaml *map,
                         struct tl_classes *classes)
{
    const struct tl_yaml *node = tl_loader_find(map, "classes");
    if (node == NULL) {
        return true;
    }
    if (node->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "'classes' must be a map of lists");
    }
    bool good = true;
    for (const struct tl_yaml *member = node->first; member != NULL; member = member->next) {
        good &= class_load(loader, member, classes);
    }
    return good;
}

/* Words in lower case: a text, in which white space divides them, or a list. */
static bool words_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                       struct tl_strs *words)
{
    struct tl_strs texts = {0};
    bool good = tl_loader_strs(loader, map, key, &texts);
    for (size_t i = 0; i < texts.len; i++) {
        struct tl_str text = tl_text_lower(loader->arena, texts.items[i]);
        for (size_t at = 0; at < text.len;) {
            size_t begin = at;
            while (at < text.len && !tl_char_is_space(text.data[at])) {
                at++;
            }
            if (at > begin) {
                *TL_VEC_ADD(loader->arena, words) = tl_str_slice(text, begin, at);
            }
            at++;
        }
    }
    return good;
}

/* The forms of all months in one set, for the ends of sentences. */
static void months_build(struct tl_arena *arena, struct tl_language *language)
{
    for (int i = 0; i < TL_MONTHS; i++) {
        const struct tl_strs *month = &language->calendar.months[i];
        for (size_t k = 0; k < month->len; k++) {
            *TL_VEC_ADD(arena, &language->months.sorted) = month->items[k];
        }
    }
    tl_words_set_build(arena, &language->months);
}

bool tl_language_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_str tag,
                      struct tl_language *language, struct tl_classes *classes)
{
    *language = (struct tl_language){.tag = tag, .name = tag};
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "a language must be a map of keys");
    }
    struct tl_loader own = *loader;
    own.classes = classes;
    own.ignorecase = true;
    bool good =
        keys_check(&own, map) && classes_load(&own, map, classes) &&
        tl_loader_str(&own, map, "name", &language->name) &&
        tl_loader_strs(&own, map, "abbreviations", &language->abbreviations.sorted) &&
        tl_loader_strs(&own, map, "leading_abbreviations",
                       &language->leading_abbreviations.sorted) &&
        tl_loader_strs(&own, map, "number_abbreviations", &language->number_abbreviations.sorted) &&
        tl_loader_strs(&own, map, "other_tags", &language->other_tags) &&
        tl_loader_str(&own, map, "or", &language->word_or) &&
        tl_loader_str(&own, map, "leave_out", &language->leave_out) &&
        tl_loader_str(&own, map, "letters", &language->letters) &&
        words_load(&own, map, "function_words", &language->function_words.sorted) &&
        words_load(&own, map, "common_words", &language->common_words.sorted) &&
        words_load(&own, map, "range_words", &language->range_words.sorted) &&
        tl_loader_str(&own, map, "vowels", &language->vowels) &&
        words_load(&own, map, "light_endings", &language->light_endings) &&
        tl_calendar_load(&own, tl_loader_find(map, "dates"), &language->calendar) &&
        words_load(&own, map, "title_words_ap", &language->title_words[TL_TITLE_AP].sorted) &&
        words_load(&own, map, "title_words_chicago",
                   &language->title_words[TL_TITLE_CHICAGO].sorted) &&
        words_load(&own, map, "endings", &language->endings);
    for (size_t i = 0; good && i < N_PATTERNS; i++) {
        const struct tl_regex *regex;
        good = tl_pattern_list(&own, tl_loader_find(map, patterns[i].key), patterns[i].template,
                               &regex);
        if (good) {
            *(const struct tl_regex **)((char *)language + patterns[i].member) = regex;
        }
    }
    tl_words_set_build(loader->arena, &language->abbreviations);
    tl_words_set_build(loader->arena, &language->leading_abbreviations);
    tl_words_set_build(loader->arena, &language->number_abbreviations);
    tl_words_set_sort(&language->function_words);
    tl_words_set_sort(&language->common_words);
    tl_words_set_sort(&language->range_words);
    language->vowels = tl_text_lower(loader->arena, language->vowels);
    months_build(loader->arena, language);
    tl_words_set_sort(&language->title_words[TL_TITLE_AP]);
    tl_words_set_sort(&language->title_words[TL_TITLE_CHICAGO]);
    language->letters = tl_text_lower(loader->arena, language->letters);
    return good;
}

/* The map of the loader's file. */
static const struct tl_yaml *file_read(struct tl_loader *loader)
{
    struct tl_error err;
    const struct tl_yaml *map =
        loader->is_trusted
            ? tl_yaml_read_lists(loader->arena, loader->path, TL_STR("classes"), &err)
            : tl_yaml_read(loader->arena, loader->path, &err);
    if (map == NULL) {
        *TL_VEC_ADD(loader->arena, loader->errors) = err;
    }
    return map;
}

bool tl_words_file_load(struct tl_loader *loader, struct tl_classes *classes)
{
    const struct tl_key *tables[] = {words_keys};
    const struct tl_yaml *map = file_read(loader);
    if (map == NULL) {
        return false;
    }
    if (loader->unmarked.len > 0) {
        map = tl_unmarked_copy(loader->arena, map, loader->unmarked);
    }
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "word classes must be a map of lists below 'classes'");
    }
    return tl_keys_check(loader, map, tables, 1) && classes_load(loader, map, classes);
}

/* Reads a language once more, as it is typed without the marks of its letters. */
static bool unmarked_load(struct tl_loader *loader, const struct tl_yaml *map,
                          struct tl_language *language, struct tl_classes *classes)
{
    struct tl_language *form = tl_arena_alloc(loader->arena, sizeof *form);
    const struct tl_yaml *own = tl_unmarked_copy(loader->arena, map, language->letters);
    bool good = tl_language_load(loader, own, language->tag, form, classes);
    form->marked = language;
    language->unmarked = form;
    return good;
}

bool tl_language_file_load(struct tl_loader *loader, struct tl_str tag,
                           struct tl_language *language, struct tl_classes *classes,
                           struct tl_classes *unmarked)
{
    const struct tl_yaml *map = file_read(loader);
    bool is_unmarked = false;
    if (map == NULL) {
        *language = (struct tl_language){.tag = tag, .name = tag};
        return false;
    }
    if (!tl_language_load(loader, map, tag, language, classes) ||
        !tl_loader_bool(loader, map, "unmarked", &is_unmarked)) {
        return false;
    }
    return !is_unmarked || unmarked_load(loader, map, language, unmarked);
}
