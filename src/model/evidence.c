/* SPDX-License-Identifier: MIT */
#include "model/evidence.h"

#include "base/hash.h"
#include "base/utf8.h"

enum {
    LONGEST_WORD_BYTES = 64,
    LONGEST_ENDING = 6,      /* letters */
    SHORTEST_STEM = 2,       /* letters before an ending */
    LONGEST_PLACEHOLDER = 8, /* runs without white space */
    FOREIGN_WORD_POINTS = 3, /* against a language that does not write the letters of a word */
};

enum kind { WORD, ENDING, LETTER };

struct entry {
    struct tl_str key; /* in lower case; NULL data: the place is free */
    enum kind kind;
    uint64_t languages; /* a bit each */
};

struct tl_evidence_table {
    struct entry *entries;
    size_t mask; /* places - 1; places are a power of 2 */
};

/* A word in lower case. */
struct word {
    char bytes[LONGEST_WORD_BYTES + TL_UTF8_MAX];
    size_t len;
    size_t ends[LONGEST_ENDING + 1]; /* where the last letters begin, the very last at [1] */
    size_t n_letters;
    bool has_foreign;  /* a letter beyond a-z */
    uint64_t writable; /* the languages that write all its letters */
    bool is_capital;
};

static uint32_t hash(enum kind kind, struct tl_str key)
{
    uint32_t h = tl_hash_add(TL_HASH_BASIS ^ (uint32_t)kind, key);
    return h ^ (h >> 15);
}

/* The entry of a key, or the free place where it belongs. */
static struct entry *entry_of(const struct tl_evidence_table *table, enum kind kind,
                              struct tl_str key)
{
    size_t at = hash(kind, key) & table->mask;
    while (table->entries[at].key.data != NULL &&
           !(table->entries[at].kind == kind && tl_str_equal(table->entries[at].key, key))) {
        at = (at + 1) & table->mask;
    }
    return &table->entries[at];
}

static uint64_t languages_with(const struct tl_evidence_table *table, enum kind kind,
                               struct tl_str key)
{
    return entry_of(table, kind, key)->languages;
}

/* --- the table --- */

static void key_add(struct tl_evidence_table *table, enum kind kind, struct tl_str key,
                    size_t language)
{
    struct entry *entry = entry_of(table, kind, key);
    entry->key = key;
    entry->kind = kind;
    entry->languages |= (uint64_t)1 << language;
}

static void language_index(struct tl_evidence_table *table, const struct tl_language *language,
                           size_t i)
{
    const struct tl_strs *const words[] = {&language->function_words.sorted,
                                           &language->common_words.sorted};
    for (size_t n = 0; n < sizeof words / sizeof *words; n++) {
        for (size_t k = 0; k < words[n]->len; k++) {
            key_add(table, WORD, words[n]->items[k], i);
        }
    }
    for (size_t k = 0; k < language->endings.len; k++) {
        key_add(table, ENDING, language->endings.items[k], i);
    }
    for (size_t at = 0; at < language->letters.len;) {
        uint32_t code_point;
        struct tl_str rest = tl_str_slice(language->letters, at, language->letters.len);
        size_t n = tl_utf8_next(rest, &code_point);
        key_add(table, LETTER, tl_str_slice(rest, 0, n), i);
        at += n;
    }
}

void tl_evidence_index(struct tl_arena *arena, struct tl_languages *languages)
{
    size_t n_keys = 0;
    for (size_t i = 0; i < languages->len; i++) {
        const struct tl_language *language = languages->items[i];
        n_keys += language->function_words.sorted.len + language->common_words.sorted.len +
                  language->endings.len + language->letters.len;
    }
    size_t n_places = 64;
    while (n_places < n_keys + n_keys / 2) {
        n_places *= 2;
    }
    struct tl_evidence_table *table = tl_arena_alloc(arena, sizeof *table);
    table->entries = tl_arena_alloc(arena, n_places * sizeof *table->entries);
    table->mask = n_places - 1;
    for (size_t i = 0; i < languages->len && i < TL_MAX_LANGUAGES_TOLD; i++) {
        language_index(table, languages->items[i], i);
    }
    languages->evidence = table;
}

/* --- a word --- */

static void word_letter(const struct tl_evidence_table *table, struct word *word,
                        uint32_t code_point)
{
    uint32_t folded = code_point < 0x80 ? (unsigned char)tl_char_lower((char)code_point)
                                        : tl_char_fold(code_point);
    size_t n = tl_utf8_encode(folded, word->bytes + word->len);
    for (size_t i = LONGEST_ENDING; i > 1; i--) {
        word->ends[i] = word->ends[i - 1];
    }
    word->ends[1] = word->len;
    if (folded >= 0x80) {
        struct tl_str letter = {word->bytes + word->len, n};
        word->writable &= languages_with(table, LETTER, letter);
        word->has_foreign = true;
    }
    word->is_capital |= word->n_letters == 0 && folded != code_point;
    word->len += n;
    word->n_letters++;
}

/* The bytes of the letter at the start of a text, or 0.  Most are ASCII. */
static size_t letter_next(struct tl_str text, uint32_t *code_point)
{
    unsigned char c = (unsigned char)text.data[0];
    if (c < 0x80) {
        *code_point = c;
        return tl_char_is_alpha(text.data[0]) ? 1 : 0;
    }
    size_t n = tl_utf8_next(text, code_point);
    return tl_char_is_letter(*code_point) ? n : 0;
}

/* Reads the letters at the start of a text; returns their bytes.  What is too long has none. */
static size_t word_read(const struct tl_evidence_table *table, struct tl_str text,
                        struct word *word)
{
    *word = (struct word){.writable = UINT64_MAX};
    size_t at = 0;
    bool fits = true;
    while (at < text.len) {
        uint32_t code_point;
        size_t n = letter_next(tl_str_slice(text, at, text.len), &code_point);
        if (n == 0) {
            break;
        }
        fits = fits && word->len <= LONGEST_WORD_BYTES;
        if (fits) {
            word_letter(table, word, code_point);
        }
        at += n;
    }
    word->n_letters = fits ? word->n_letters : 0;
    return at;
}

static void points_add(struct tl_evidence *evidence, uint64_t languages, int points)
{
    for (size_t i = 0; languages != 0; i++, languages >>= 1) {
        evidence->points[i] += (languages & 1) != 0 ? points : 0;
    }
}

static size_t n_bits(uint64_t bits)
{
    size_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

/* The less languages share something, the more it says. */
static int rarity_points(uint64_t languages)
{
    static const int by_number[] = {0, 3, 2, 1, 1, 1};
    size_t n = n_bits(languages);
    return by_number[n < 5 ? n : 5];
}

/* What a common word says: short ones stand in many languages that nobody told us of. */
static int word_points(uint64_t languages, const struct word *word)
{
    static const int by_bytes[] = {0, 0, 1, 2, 2, 2, 3};
    size_t most = sizeof by_bytes / sizeof *by_bytes - 1;
    int points = rarity_points(languages) - 1 + by_bytes[word->len < most ? word->len : most];
    return points > 1 ? points : 1;
}

/* The languages with the longest ending that the word has and some language knows. */
static uint64_t ending_languages(const struct tl_evidence_table *table, const struct word *word)
{
    uint64_t languages = 0;
    for (size_t n = LONGEST_ENDING; n > 1 && languages == 0; n--) {
        if (word->n_letters >= n + SHORTEST_STEM) {
            struct tl_str ending = {word->bytes + word->ends[n], word->len - word->ends[n]};
            languages = languages_with(table, ENDING, ending);
        }
    }
    return languages;
}

static void word_weigh(const struct tl_evidence_table *table, const struct word *word,
                       bool may_be_name, struct tl_evidence *evidence)
{
    if (word->n_letters == 0) {
        return;
    }
    evidence->n_words++;
    uint64_t languages = languages_with(table, WORD, (struct tl_str){word->bytes, word->len});
    if (languages != 0) {
        points_add(evidence, languages, word_points(languages, word));
    }
    if (word->is_capital && may_be_name) {
        return;
    }
    if (languages == 0) {
        languages = ending_languages(table, word);
        points_add(evidence, languages, n_bits(languages) == 1 ? 2 : 1);
    }
    /* letters that nobody writes speak against all alike */
    if (word->has_foreign && word->writable != 0) {
        evidence->n_foreign_words++;
        points_add(evidence, word->writable, FOREIGN_WORD_POINTS + rarity_points(word->writable));
    }
}

/* --- a text --- */

static bool is_word_byte(char c)
{
    return tl_char_is_alpha(c) || tl_char_is_digit(c) || (unsigned char)c >= 0x80;
}

/* An address, URL, code or number: it has a sign of one, or a stop between letters. */
static bool is_code(struct tl_str run)
{
    for (size_t i = 0; i < run.len; i++) {
        char c = run.data[i];
        if (tl_char_is_alpha(c)) {
            continue;
        }
        if (tl_char_is_digit(c) ||
            tl_str_find_char(TL_STR("@/\\_=<>{}[]%$#*|&"), c, 0) != TL_NONE) {
            return true;
        }
        if ((c == '.' || c == ':') && i > 0 && i + 1 < run.len && is_word_byte(run.data[i - 1]) &&
            is_word_byte(run.data[i + 1])) {
            return true;
        }
    }
    return false;
}

/* What a placeholder that the run begins ends with, or 0. */
static char placeholder_end(struct tl_str run)
{
    static const char pairs[][2] = {{'{', '}'}, {'<', '>'}, {'[', ']'}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (tl_str_find_char(run, pairs[i][0], 0) != TL_NONE &&
            tl_str_find_char(run, pairs[i][1], 0) == TL_NONE) {
            return pairs[i][1];
        }
    }
    return '\0';
}

static void run_weigh(const struct tl_evidence_table *table, struct tl_str run, bool is_start,
                      struct tl_evidence *evidence)
{
    for (size_t at = 0; at < run.len;) {
        struct word word;
        size_t n = word_read(table, tl_str_slice(run, at, run.len), &word);
        word_weigh(table, &word, !is_start, evidence);
        is_start &= n == 0;
        at += n;
        if (n == 0) {
            uint32_t code_point;
            at += tl_utf8_next(tl_str_slice(run, at, run.len), &code_point);
        }
    }
}

void tl_evidence_add(const struct tl_languages *languages, struct tl_str text,
                     struct tl_evidence *evidence)
{
    bool is_start = true;
    char awaited = '\0'; /* the end of a placeholder */
    size_t n_awaited = 0;
    for (size_t at = 0; languages->evidence != NULL && at < text.len;) {
        if (tl_char_is_space(text.data[at])) {
            is_start |= text.data[at++] == '\n';
            continue;
        }
        size_t end = at;
        while (end < text.len && !tl_char_is_space(text.data[end])) {
            end++;
        }
        struct tl_str run = tl_str_slice(text, at, end);
        if (awaited != '\0' && n_awaited++ < LONGEST_PLACEHOLDER) {
            awaited = tl_str_find_char(run, awaited, 0) == TL_NONE ? awaited : '\0';
        } else if (is_code(run)) {
            awaited = placeholder_end(run);
            n_awaited = 0;
        } else {
            awaited = '\0';
            run_weigh(languages->evidence, run, is_start, evidence);
        }
        is_start = tl_str_ends_in(run, ".!?:");
        at = end;
    }
}

void tl_evidence_join(struct tl_evidence *evidence, const struct tl_evidence *more)
{
    for (size_t i = 0; i < TL_MAX_LANGUAGES_TOLD; i++) {
        evidence->points[i] += more->points[i];
    }
    evidence->n_foreign_words += more->n_foreign_words;
    evidence->n_words += more->n_words;
}

int tl_evidence_points(const struct tl_languages *languages, const struct tl_evidence *evidence,
                       size_t language)
{
    if (language >= TL_MAX_LANGUAGES_TOLD) {
        return 0;
    }
    bool has_letters = languages->items[language]->letters.len > 0;
    return evidence->points[language] -
           (has_letters ? FOREIGN_WORD_POINTS * evidence->n_foreign_words : 0);
}
