/* SPDX-License-Identifier: MIT */
#include "rules/stems.h"

#include "base/hash.h"
#include "base/io.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "rules/affix_condition.h"

#include <string.h>

enum {
    N_BYTES = 256,
    MOST_FIELDS = 6,
    LONGEST = 64,        /* bytes of a word */
    BYTES_PER_ENTRY = 8, /* about, in a .dic file */
};

/* An affix, and what it is put to. */
struct affix {
    unsigned char flag;
    struct tl_str strip;
    struct tl_str append;
    struct tl_str condition;
    const struct affix *next; /* with the same last (prefixes: first) byte */
};

struct affixes {
    const struct affix *by_byte[N_BYTES];
    const struct affix *empty; /* those that append nothing */
};

/* A line of the .dic file. */
struct entry {
    uint32_t begin;
    uint32_t next; /* index + 1 of the next of its bucket; 0: none */
};

struct tl_stems {
    struct tl_str dic;
    struct affixes prefixes;
    struct affixes suffixes;
    unsigned char is_harmless[N_BYTES]; /* a flag that is known to forbid nothing */
    bool forbids[N_BYTES];              /* a flag of which that is not so, whatever else it says */
    bool hides[N_BYTES]; /* a flag whose entry counts as none, but with an affix or in a compound */
    bool is_utf8;
    bool breaks_at_hyphens;
    uint32_t rules; /* a hash of the .aff file's lines that say which words are right */
    struct entry *entries;
    uint32_t n_entries;
    uint32_t *buckets; /* index + 1 of the first entry; 0: none */
    uint32_t mask;
};

enum answer {
    ABSENT,
    RIGHT,
    UNSURE,
};

/* --- reading the .aff file --- */

struct fields {
    struct tl_str items[MOST_FIELDS];
    size_t n;
};

static struct fields fields_of(struct tl_str line)
{
    struct fields fields = {.n = 0};
    for (size_t at = 0; at < line.len && fields.n < MOST_FIELDS;) {
        size_t begin = at;
        while (at < line.len && !tl_char_is_space(line.data[at])) {
            at++;
        }
        if (at > begin) {
            fields.items[fields.n++] = tl_str_slice(line, begin, at);
        }
        at++;
    }
    return fields;
}

static bool is_one_of(struct tl_str word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (tl_str_equal(word, tl_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static void affix_add(struct tl_arena *arena, struct tl_stems *stems, const struct fields *fields)
{
    bool is_prefix = fields->items[0].data[0] == 'P';
    struct affixes *affixes = is_prefix ? &stems->prefixes : &stems->suffixes;
    struct tl_str strip = fields->items[2];
    struct tl_str append = fields->items[3];
    struct tl_str condition = fields->n > 4 ? fields->items[4] : TL_STR(".");
    if (tl_str_find_char(append, '/', 0) != TL_NONE ||
        !tl_affix_condition_is_known(condition, stems->is_utf8)) {
        return;
    }
    struct affix *affix = tl_arena_alloc(arena, sizeof *affix);
    *affix = (struct affix){
        .flag = (unsigned char)fields->items[1].data[0],
        .strip = tl_str_equal(strip, TL_STR("0")) ? TL_STR("") : strip,
        .append = tl_str_equal(append, TL_STR("0")) ? TL_STR("") : append,
        .condition = tl_str_equal(condition, TL_STR(".")) ? TL_STR("") : condition,
    };
    struct tl_str text = affix->append;
    const struct affix **first =
        text.len == 0 ? &affixes->empty
                      : &affixes->by_byte[(unsigned char)text.data[is_prefix ? 0 : text.len - 1]];
    affix->next = *first;
    *first = affix;
}

/* Reads a line of an affix; false where its flag is more than a byte. */
static bool affix_line(struct tl_arena *arena, struct tl_stems *stems, const struct fields *fields)
{
    if (fields->n < 4 || fields->items[1].len != 1) {
        return false;
    }
    unsigned char flag = (unsigned char)fields->items[1].data[0];
    unsigned char mark = fields->items[0].data[0] == 'S' ? 1 : 2;
    if ((stems->is_harmless[flag] & mark) != 0) {
        affix_add(arena, stems, fields);
    }
    stems->is_harmless[flag] |= mark; /* the first line of a flag is a heading */
    return true;
}

/* The flags of a rule for compounds, "ab*", say what joins words. */
static void rule_flags_add(struct tl_stems *stems, struct tl_str rule)
{
    for (size_t i = 0; i < rule.len; i++) {
        stems->is_harmless[(unsigned char)rule.data[i]] |= 4;
    }
}

/* Reads a line that says which flag forbids a word; false where it says anything else. */
static bool ban_line(struct tl_stems *stems, const struct fields *fields)
{
    static const char *const bans[] = {"FORBIDDENWORD", "NEEDAFFIX", "KEEPCASE", "ONLYINCOMPOUND",
                                       "FORCEUCASE"};
    static const char *const hiding[] = {"NEEDAFFIX", "ONLYINCOMPOUND"};
    struct tl_str name = fields->items[0];
    if (fields->n < 2 || !is_one_of(name, bans, sizeof bans / sizeof *bans)) {
        return false;
    }
    unsigned char flag = (unsigned char)fields->items[1].data[0];
    stems->forbids[flag] = true;
    stems->hides[flag] = is_one_of(name, hiding, sizeof hiding / sizeof *hiding);
    return true;
}

/* Reads a line of the .aff file; false where it says something that is not known here. */
static bool aff_line(struct tl_arena *arena, struct tl_stems *stems, struct tl_str line)
{
    /* what does not touch words that stand in the dictionary */
    static const char *const others[] = {
        "TRY",
        "REP",
        "MAP",
        "KEY",
        "WORDCHARS",
        "COMPOUNDMIN",
        "MAXDIFF",
        "ONLYMAXDIFF",
        "MAXCPDSUGS",
        "NOSPLITSUGS",
        "MAXNGRAMSUGS",
        "FULLSTRIP",
        "SIMPLIFIEDTRIPLE",
        "CHECKCOMPOUNDTRIPLE",
        "CHECKCOMPOUNDREP",
        "CHECKCOMPOUNDDUP",
        "CHECKCOMPOUNDCASE",
    };
    /* whose flag does no harm to a word that has it */
    static const char *const flags[] = {"NOSUGGEST",      "COMPOUNDFLAG", "COMPOUNDBEGIN",
                                        "COMPOUNDMIDDLE", "COMPOUNDEND",  "COMPOUNDPERMITFLAG"};
    struct fields fields = fields_of(line);
    if (fields.n == 0 || fields.items[0].data[0] == '#') {
        return true;
    }
    struct tl_str name = fields.items[0];
    if (is_one_of(name, others, sizeof others / sizeof *others)) {
        return true;
    }
    stems->rules = tl_hash_add(stems->rules, line);
    if (tl_str_equal(name, TL_STR("SFX")) || tl_str_equal(name, TL_STR("PFX"))) {
        return affix_line(arena, stems, &fields);
    }
    if (tl_str_equal(name, TL_STR("SET"))) {
        stems->is_utf8 = fields.n > 1 && tl_str_equal(fields.items[1], TL_STR("UTF-8"));
        return fields.n > 1;
    }
    if (tl_str_equal(name, TL_STR("BREAK"))) {
        stems->breaks_at_hyphens = false;
        return true;
    }
    if (tl_str_equal(name, TL_STR("ICONV"))) { /* of what no word here has */
        return fields.n > 1 && (tl_char_is_digit(fields.items[1].data[0]) ||
                                tl_str_has_prefix(fields.items[1], TL_STR("\xE2\x80\x99")));
    }
    if (tl_str_equal(name, TL_STR("COMPOUNDRULE"))) {
        rule_flags_add(stems, fields.n > 1 ? fields.items[1] : TL_STR(""));
        return true;
    }
    if (is_one_of(name, flags, sizeof flags / sizeof *flags)) {
        stems->is_harmless[fields.n > 1 ? (unsigned char)fields.items[1].data[0] : 0] |= 4;
        return fields.n > 1;
    }
    return ban_line(stems, &fields);
}

static bool aff_read(struct tl_arena *arena, struct tl_stems *stems, struct tl_str aff)
{
    for (size_t at = 0; at < aff.len;) {
        size_t end = tl_str_find_char(aff, '\n', at);
        end = end == TL_NONE ? aff.len : end;
        if (!aff_line(arena, stems, tl_str_slice(aff, at, end))) {
            return false;
        }
        at = end + 1;
    }
    return true;
}

/* --- reading the .dic file --- */

static uint32_t bucket_of(const struct tl_stems *stems, uint32_t hash)
{
    return (hash ^ hash >> 15U) & stems->mask;
}

/* Whether a word ends here: flags, fields or the next line come. */
static bool ends_entry(unsigned char c)
{
    return c == '/' || c < ' ';
}

static void dic_index(struct tl_arena *arena, struct tl_stems *stems)
{
    const char *bytes = stems->dic.data;
    const char *end = bytes + stems->dic.len;
    uint32_t cap = (uint32_t)(stems->dic.len / BYTES_PER_ENTRY) + 16;
    stems->mask = 1;
    while (stems->mask < cap / 2) {
        stems->mask = stems->mask * 2 + 1;
    }
    stems->buckets = tl_arena_alloc(arena, ((size_t)stems->mask + 1) * sizeof *stems->buckets);
    size_t room = 0;
    const char *line = memchr(bytes, '\n', stems->dic.len); /* the first says how many there are */
    for (; line != NULL && line + 1 < end; line = memchr(line, '\n', (size_t)(end - line))) {
        line++;
        uint32_t hash = TL_HASH_BASIS;
        const char *at = line;
        while (at < end && !ends_entry((unsigned char)*at)) {
            hash = tl_hash_byte(hash, (unsigned char)*at++);
        }
        stems->entries =
            tl_arena_regrow(arena, stems->entries, stems->n_entries, &room, sizeof *stems->entries);
        uint32_t *bucket = &stems->buckets[bucket_of(stems, hash)];
        stems->entries[stems->n_entries++] = (struct entry){(uint32_t)(line - bytes), *bucket};
        *bucket = stems->n_entries;
        line = at;
        if (line >= end) {
            break;
        }
    }
}

/* The bytes of a file, without a mark of byte order. */
static bool file_read(struct tl_arena *arena, const char *path, struct tl_str *bytes)
{
    struct tl_error err;
    bool more;
    if (!tl_io_read(arena, path, TL_MAX_DICTIONARY_BYTES, bytes, &more, &err) || more) {
        return false;
    }
    *bytes = tl_str_slice(*bytes, tl_utf8_mark(*bytes), bytes->len);
    return true;
}

const struct tl_stems *tl_stems_read(struct tl_arena *arena, const char *aff, const char *dic)
{
    struct tl_stems *stems = tl_arena_alloc(arena, sizeof *stems);
    struct tl_str rules;
    stems->breaks_at_hyphens = true;
    stems->rules = TL_HASH_BASIS;
    if (!file_read(arena, aff, &rules) || !aff_read(arena, stems, rules) ||
        !file_read(arena, dic, &stems->dic) || stems->dic.len == 0 ||
        !tl_char_is_digit(stems->dic.data[0])) {
        return NULL;
    }
    dic_index(arena, stems);
    return stems;
}

bool tl_stems_share_rules(const struct tl_stems *a, const struct tl_stems *b)
{
    return a != NULL && b != NULL && a->is_utf8 && a->rules == b->rules;
}

/* --- looking words up --- */

/* Looks for an entry that has a flag (0: any). */
static enum answer entry_find(const struct tl_stems *stems, struct tl_str word, unsigned char flag)
{
    uint32_t hash = tl_hash_add(TL_HASH_BASIS, word);
    enum answer answer = ABSENT;
    struct tl_str dic = stems->dic;
    for (uint32_t i = stems->buckets[bucket_of(stems, hash)]; i != 0;
         i = stems->entries[i - 1].next) {
        size_t at = stems->entries[i - 1].begin;
        if (dic.len - at < word.len || memcmp(dic.data + at, word.data, word.len) != 0) {
            continue;
        }
        at += word.len;
        if (at < dic.len && !ends_entry((unsigned char)dic.data[at])) {
            continue;
        }
        bool has_flag = flag == 0;
        bool is_unsure = false;
        bool is_hidden = false;
        at += at < dic.len && dic.data[at] == '/';
        for (; at < dic.len && dic.data[at] != '\n' && dic.data[at] != '\r'; at++) {
            unsigned char c = (unsigned char)dic.data[at];
            bool hides = flag == 0 && stems->hides[c];
            is_hidden |= hides;
            is_unsure |= !hides && (stems->is_harmless[c] == 0 || stems->forbids[c]);
            has_flag |= c == flag;
        }
        if (has_flag && is_unsure) {
            return UNSURE;
        }
        answer = has_flag && !is_hidden ? RIGHT : answer;
    }
    return answer;
}

static enum answer affixed_find(const struct tl_stems *stems, struct tl_str word,
                                const struct affix *affix, bool is_prefix)
{
    for (; affix != NULL; affix = affix->next) {
        struct tl_str append = affix->append;
        size_t rest = word.len - append.len;
        if (append.len >= word.len || rest + affix->strip.len > LONGEST ||
            memcmp(word.data + (is_prefix ? 0 : rest), append.data, append.len) != 0) {
            continue;
        }
        char bytes[LONGEST];
        struct tl_str kept =
            is_prefix ? tl_str_slice(word, append.len, word.len) : tl_str_slice(word, 0, rest);
        struct tl_str before = is_prefix ? affix->strip : kept;
        struct tl_str after = is_prefix ? kept : affix->strip;
        if (before.len > 0) {
            memcpy(bytes, before.data, before.len);
        }
        if (after.len > 0) {
            memcpy(bytes + before.len, after.data, after.len);
        }
        struct tl_str stem = {bytes, before.len + after.len};
        if (!tl_affix_condition_holds(affix->condition, stem, is_prefix, stems->is_utf8)) {
            continue;
        }
        enum answer answer = entry_find(stems, stem, affix->flag);
        if (answer != ABSENT) {
            return answer;
        }
    }
    return ABSENT;
}

/* In the order in which Hunspell looks. */
static enum answer form_find(const struct tl_stems *stems, struct tl_str word)
{
    unsigned char first = (unsigned char)word.data[0];
    unsigned char last = (unsigned char)word.data[word.len - 1];
    enum answer answer = entry_find(stems, word, 0);
    answer = answer != ABSENT ? answer : affixed_find(stems, word, stems->prefixes.empty, true);
    answer =
        answer != ABSENT ? answer : affixed_find(stems, word, stems->prefixes.by_byte[first], true);
    answer = answer != ABSENT ? answer : affixed_find(stems, word, stems->suffixes.empty, false);
    return answer != ABSENT ? answer
                            : affixed_find(stems, word, stems->suffixes.by_byte[last], false);
}

/* Whether all is letters, but for apostrophes inside; of those beyond ASCII nothing is said. */
static bool is_word(const struct tl_stems *stems, struct tl_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        bool is_inside = i > 0 && i + 1 < word.len;
        bool is_other = (unsigned char)c >= 0x80 && stems->is_utf8;
        if (!tl_char_is_alpha(c) && !is_other && !(c == '\'' && is_inside)) {
            return false;
        }
    }
    return word.len > 1 && word.len <= LONGEST;
}

static bool has_capital(struct tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        if (tl_char_is_upper(c)) {
            return true;
        }
    }
    return false;
}

/* Writes a capital in its small form; 0: it is none, or a byte of an unknown character. */
static size_t small_letter(struct tl_str letter, char *out)
{
    uint32_t c;
    tl_utf8_next(letter, &c);
    return tl_char_is_upper(c) ? tl_utf8_encode(tl_char_fold(c), out) : 0;
}

bool tl_stems_has(const struct tl_stems *stems, struct tl_str word)
{
    size_t hyphen = stems->breaks_at_hyphens ? tl_str_find_char(word, '-', 0) : TL_NONE;
    if (hyphen != TL_NONE) { /* Hunspell takes it apart there */
        struct tl_str first = tl_str_slice(word, 0, hyphen);
        struct tl_str rest = tl_str_slice(word, hyphen + 1, word.len);
        bool is_plain = tl_str_find_char(rest, '-', 0) == TL_NONE &&
                        !has_capital(tl_str_slice(first, 1, hyphen)) &&
                        !has_capital(tl_str_slice(rest, 1, rest.len));
        return is_plain && tl_stems_has(stems, first) && tl_stems_has(stems, rest);
    }
    if (!is_word(stems, word)) {
        return false;
    }
    enum answer answer = form_find(stems, word);
    uint32_t c;
    size_t end = stems->is_utf8 ? tl_utf8_next(word, &c) : 1;
    struct tl_str first = tl_str_slice(word, 0, end);
    struct tl_str rest = tl_str_slice(word, first.len, word.len);
    char bytes[LONGEST + TL_UTF8_MAX];
    size_t n = small_letter(first, bytes);
    if (answer == ABSENT && n > 0 && !has_capital(rest)) { /* as where a sentence begins */
        memcpy(bytes + n, rest.data, rest.len);
        answer = form_find(stems, (struct tl_str){bytes, n + rest.len});
    }
    return answer == RIGHT;
}
