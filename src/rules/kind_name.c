/*
 * name: the greeting names somebody whom the message does not go to.  Silent where a recipient is
 * no person for certain, and where any name of the greeting fits any recipient.
 * Message arguments: the name, and who the message goes to. SPDX-License-Identifier: MIT
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "model/name.h"
#include "model/recipient.h"
#include "rules/kind.h"
#include "rules/pattern.h"

enum { MOST_NAME_WORDS = 4, MOST_CALLED = 16, MOST_SHOWN = 3 };

struct name {
    const struct tl_regex *skip; /* may be NULL; likewise below */
    const struct tl_regex *roles;
    struct tl_name_data data;
};

static const struct tl_key keys[] = {
    {"skip", TL_KEY_PATTERNS, NULL, "Words of a greeting that are no names: titles, small words"},
    {"roles", TL_KEY_PATTERNS, NULL, "Words in a recipient's name or mailbox that is no person"},
    {"nicknames", TL_KEY_TEXTS, NULL, "Names that one person may have, divided by spaces"},
    {"endings", TL_KEY_TEXTS, NULL, "Endings that forms of a name differ in"},
    {"alike", TL_KEY_MAP, NULL, "Letters that are read as others"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* --- loading --- */

static bool alike_load(struct tl_loader *loader, const struct tl_yaml *map,
                       struct tl_name_data *data)
{
    const struct tl_yaml *node = tl_loader_find(map, "alike");
    static const struct tl_name_data nothing = {0};
    for (const struct tl_yaml *item = node == NULL ? NULL : node->first; item != NULL;
         item = item->next) {
        if (item->key == NULL || item->kind != TL_YAML_SCALAR || item->key->text.len == 0) {
            return tl_loader_fail(loader, item, "letters must be a text");
        }
        *TL_VEC_ADD(loader->arena, &data->alike) = (struct tl_name_pair){
            .from = tl_name_fold(loader->arena, &nothing, item->key->text),
            .to = tl_name_fold(loader->arena, &nothing, item->text),
        };
    }
    return true;
}

static bool data_load(struct tl_loader *loader, const struct tl_yaml *map,
                      struct tl_name_data *data)
{
    struct tl_strs groups = {0};
    if (!alike_load(loader, map, data) || !tl_loader_strs(loader, map, "endings", &data->endings) ||
        !tl_loader_strs(loader, map, "nicknames", &groups)) {
        return false;
    }
    for (size_t i = 0; i < data->endings.len; i++) {
        data->endings.items[i] = tl_name_fold(loader->arena, data, data->endings.items[i]);
    }
    for (size_t i = 0; i < groups.len; i++) {
        tl_name_group_add(loader->arena, data, groups.items[i]);
    }
    tl_name_groups_sort(data);
    return true;
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct name *name = tl_arena_alloc(loader->arena, sizeof *name);
    struct tl_str none;
    check->data = name;
    if (tl_loader_find(map, "scope") == NULL) {
        check->scope = (struct tl_scope){0};
        (void)tl_scope_add(loader->arena, &check->scope, TL_STR("greeting"), &none);
    }
    return tl_pattern_list(loader, tl_loader_find(map, "skip"), TL_PATTERN_WORD, &name->skip) &&
           tl_pattern_list(loader, tl_loader_find(map, "roles"), TL_PATTERN_WORD, &name->roles) &&
           data_load(loader, map, &name->data);
}

/* --- words --- */

struct run {
    struct tl_engine *engine;
    const struct name *name;
    struct tl_recipients to;
    struct tl_strs known;     /* folded words of recipients' names and mailboxes */
    struct tl_strs addresses; /* folded */
    struct tl_strs called;    /* folded parts of the names in the greeting */
    struct tl_span span;      /* of the first of them; empty before */
};

static bool is_letter_at(struct tl_str s, size_t at, size_t *bytes)
{
    uint32_t c;
    *bytes = tl_utf8_next(tl_str_slice(s, at, s.len), &c);
    return tl_char_is_letter(c);
}

/* Adds the folded runs of letters of a text that are not shorter than `least` bytes. */
static void words_add(struct run *r, struct tl_str s, size_t least, struct tl_strs *words)
{
    size_t n = 0;
    for (size_t at = 0; at < s.len; at += n) {
        size_t begin = at;
        while (at < s.len && is_letter_at(s, at, &n)) {
            at += n;
        }
        if (at > begin && at - begin >= least) {
            struct tl_str word = tl_str_slice(s, begin, at);
            *TL_VEC_ADD(r->engine->arena, words) =
                tl_name_fold(r->engine->arena, &r->name->data, word);
            n = 0;
        }
    }
}

static size_t n_words(struct run *r, struct tl_str s)
{
    struct tl_strs words = {0};
    words_add(r, s, 1, &words);
    return words.len;
}

/* --- recipients --- */

static bool is_role(struct run *r, struct tl_str s)
{
    return r->name->roles != NULL && tl_engine_find(r->engine, r->name->roles, s, 0, NULL);
}

/* Whether the mailbox is two words with a dot or "_" between: "petra.vandamme". */
static bool is_full_name(struct run *r, struct tl_str local)
{
    size_t dot = tl_str_find_char(local, '.', 0);
    dot = dot == TL_NONE ? tl_str_find_char(local, '_', 0) : dot;
    return dot != TL_NONE && dot > 0 && dot + 1 < local.len && !tl_str_has_digit(local) &&
           n_words(r, local) == 2;
}

/* Whether a recipient is a person for certain, so that the greeting's name should be theirs. */
static bool is_person(struct run *r, const struct tl_recipient *recipient)
{
    struct tl_str local = tl_recipient_local(recipient);
    struct tl_strs words = {0};
    bool shown = false; /* the mailbox has a word of the name */
    words_add(r, recipient->name, 1, &words);
    if (is_role(r, recipient->name) || is_role(r, local) || words.len > MOST_NAME_WORDS ||
        tl_str_has_digit(recipient->name) || tl_str_find_char(recipient->name, '@', 0) != TL_NONE) {
        return false;
    }
    struct tl_str folded = tl_name_fold(r->engine->arena, &r->name->data, local);
    for (size_t i = 0; i < words.len; i++) {
        if (tl_name_is_known(&r->name->data, words.items[i])) {
            return true;
        }
        shown |= words.items[i].len > 2 && tl_str_find(folded, words.items[i], 0) != TL_NONE;
    }
    return words.len > 1 ? shown : is_full_name(r, local) && (words.len == 0 || shown);
}

static bool recipients_read(struct run *r)
{
    struct tl_arena *arena = r->engine->arena;
    const struct tl_part *mail = r->engine->letter->content->mail;
    struct tl_recipients from = {0};
    tl_recipients_add(arena, mail, TL_STR("from"), &from);
    tl_recipients_add(arena, mail, TL_STR("to"), &r->to);
    for (size_t i = 0; i < r->to.len; i++) {
        const struct tl_recipient *recipient = &r->to.items[i];
        bool is_self =
            from.len > 0 && tl_str_equal_nocase(recipient->address, from.items[0].address);
        if (is_self || !is_person(r, recipient)) {
            return false;
        }
    }
    struct tl_recipients all = r->to;
    all.cap = all.len; // so that it grows apart
    tl_recipients_add(arena, mail, TL_STR("cc"), &all);
    for (size_t i = 0; i < all.len; i++) {
        words_add(r, all.items[i].name, 1, &r->known);
        words_add(r, tl_recipient_local(&all.items[i]), 1, &r->known);
        *TL_VEC_ADD(arena, &r->addresses) =
            tl_name_fold(arena, &r->name->data, all.items[i].address);
    }
    return r->to.len > 0 && all.len < TL_MAX_RECIPIENTS;
}

/* --- the greeting --- */

/* Whether a word of the greeting is in a match of `skip`; matches are found in order. */
static bool is_skipped(struct run *r, struct tl_str s, size_t at, struct tl_match *match)
{
    while (r->name->skip != NULL && match->next != TL_NONE && match->group[0].end <= at) {
        if (!tl_engine_find(r->engine, r->name->skip, s, match->next, match)) {
            match->next = TL_NONE;
        }
    }
    return r->name->skip != NULL && match->next != TL_NONE && match->group[0].begin <= at;
}

/* Whether a run without white space has what placeholders have. */
static bool has_bracket(struct tl_str run)
{
    for (size_t i = 0; i < run.len; i++) {
        if (tl_str_find_char(TL_STR("[]{}<>%$|_"), run.data[i], 0) != TL_NONE) {
            return true;
        }
    }
    return false;
}

/* Whether all signs of a word are letters, or what stands between the letters of names. */
static bool is_name(struct tl_str word)
{
    for (size_t at = 0; at < word.len;) {
        uint32_t c;
        bool first = at == 0;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
        bool joins = c == '-' || c == '\'' || c == 0x2019 || c == '.';
        if ((first && !tl_char_is_upper(c)) || (!tl_char_is_letter(c) && !joins)) {
            return false;
        }
    }
    return true;
}

static bool is_common(const struct tl_language *language, struct tl_str word)
{
    return language != NULL && (tl_words_set_has(&language->common_words, word) ||
                                tl_words_set_has(&language->function_words, word));
}

/* The part of a run without the punctuation at its ends. */
static struct tl_span trimmed(struct tl_str s, struct tl_span run)
{
    size_t n = 0;
    while (run.begin < run.end && !is_letter_at(s, run.begin, &n) &&
           !tl_char_is_digit(s.data[run.begin])) {
        run.begin += n;
    }
    while (run.end > run.begin && !is_letter_at(s, tl_utf8_before(s, run.end), &n) &&
           !tl_char_is_digit(s.data[run.end - 1])) {
        run.end = tl_utf8_before(s, run.end);
    }
    return run;
}

static size_t run_end(struct tl_str s, size_t at)
{
    while (at < s.len && !tl_char_is_space(s.data[at])) {
        at++;
    }
    return at;
}

/* Reads the names of a sentence of the greeting; false where it has what may be none. */
static bool sentence_read(struct run *r, struct tl_span sentence)
{
    struct tl_str s = tl_letter_str(r->engine->letter, sentence);
    struct tl_match skipped = {.next = 0};
    bool is_first = r->span.end == 0;
    for (size_t at = 0; at < s.len; at++) {
        struct tl_span run = {at, run_end(s, at)};
        struct tl_span span = trimmed(s, run);
        struct tl_str word = tl_str_slice(s, span.begin, span.end);
        at = run.end;
        if (word.len == 0 || is_skipped(r, s, span.begin, &skipped)) {
            continue;
        }
        if (has_bracket(tl_str_slice(s, run.begin, run.end)) || !is_name(word) ||
            r->called.len >= MOST_CALLED) {
            return false;
        }
        if (is_common(r->engine->letter->language, word)) {
            continue;
        }
        words_add(r, word, 2, &r->called); // no initials
        if (is_first) {
            r->span.begin = r->span.end == 0 ? sentence.begin + span.begin : r->span.begin;
            r->span.end = sentence.begin + span.end;
        }
    }
    return true;
}

/* Whether a folded name can be held against others: two letters, all of a to z. */
static bool is_comparable(struct tl_str folded)
{
    return folded.len > 1 && tl_utf8_is_ascii(folded);
}

static bool fits_recipients(const struct run *r, struct tl_str called)
{
    for (size_t i = 0; i < r->known.len; i++) {
        if (tl_name_fits(&r->name->data, called, r->known.items[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < r->addresses.len; i++) {
        if (tl_name_is_in(&r->name->data, called, r->addresses.items[i])) {
            return true;
        }
    }
    return false;
}

/* Whether some called name stands in quoted text: so the customer is called, whatever the mailbox
 * says. */
static bool is_quoted(struct run *r)
{
    const struct tl_letter *letter = r->engine->letter;
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *sentence = &letter->sentences.items[i];
        if (sentence->zone != TL_ZONE_QUOTE) {
            continue;
        }
        struct tl_strs words = {0};
        words_add(r, tl_letter_str(letter, sentence->span), 2, &words);
        for (size_t k = 0; k < words.len * r->called.len; k++) {
            if (tl_name_is_same(&r->name->data, words.items[k / r->called.len],
                                r->called.items[k % r->called.len])) {
                return true;
            }
        }
    }
    return false;
}

static bool is_mismatch(struct run *r)
{
    size_t n_comparable = 0;
    for (size_t i = 0; i < r->called.len; i++) {
        if (fits_recipients(r, r->called.items[i])) {
            return false;
        }
        n_comparable += is_comparable(r->called.items[i]);
    }
    for (size_t i = 0; i < r->known.len; i++) {
        if (!is_comparable(r->known.items[i]) && r->known.items[i].len > 1) {
            return false; // in other letters it may be the same name
        }
    }
    return n_comparable > 0 && !is_quoted(r);
}

static struct tl_str recipients_show(const struct run *r)
{
    struct tl_buf out = tl_buf_in(r->engine->arena);
    for (size_t i = 0; i < r->to.len && i < MOST_SHOWN; i++) {
        const struct tl_recipient *recipient = &r->to.items[i];
        tl_buf_add(&out, i > 0 ? TL_STR(", ") : TL_STR(""));
        tl_buf_add(&out, recipient->name.len > 0 ? recipient->name : recipient->address);
    }
    tl_buf_add(&out, r->to.len > MOST_SHOWN ? TL_STR(", …") : TL_STR(""));
    return tl_buf_str(&out);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct tl_letter *letter = engine->letter;
    struct run r = {.engine = engine, .name = check->data};
    for (size_t i = 0; i < letter->sentences.len; i++) {
        if (tl_scope_has(&check->scope, letter, i) &&
            !sentence_read(&r, letter->sentences.items[i].span)) {
            return;
        }
    }
    if (r.called.len == 0 || letter->content->mail == NULL || !recipients_read(&r) ||
        !is_mismatch(&r)) {
        return;
    }
    struct tl_said said = {
        .args = {tl_letter_str(letter, r.span), recipients_show(&r)},
        .n_args = 2,
    };
    tl_engine_add(engine, check, r.span, &said);
}

const struct tl_kind tl_kind_name = {"name", keys, load, run};
