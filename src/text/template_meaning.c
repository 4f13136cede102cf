/* SPDX-License-Identifier: MIT */
#include "text/template_meaning.h"

enum {
#define DIALECT(id, name) id = 1 << TL_DIALECT_##id,
#include "text/template.def"
};

struct meaning {
    unsigned dialects;
    struct tl_str open;
    struct tl_str begin; /* a mark or a word */
    enum tl_tag_kind kind;
    enum tl_tag_role role;
};

#define LITERAL(s)                                                                                 \
    {                                                                                              \
        s, sizeof(s) - 1                                                                           \
    }

static const struct meaning marks[] = {
#define MARK(ids, open, character, kind, role)                                                     \
    {ids, LITERAL(open), {(const char[]){character}, 1}, TL_TAG_##kind, TL_TAG_ROLE_##role},
#include "text/template.def"
};

static const struct meaning words[] = {
#define WORD(ids, open, word, kind, role)                                                          \
    {ids, LITERAL(open), LITERAL(word), TL_TAG_##kind, TL_TAG_ROLE_##role},
#include "text/template.def"
};

enum {
    N_MARKS = sizeof marks / sizeof *marks,
    N_WORDS = sizeof words / sizeof *words,
};

static struct tl_str rest_at(struct tl_str s, size_t at)
{
    return tl_str_slice(s, at, s.len);
}

static struct tl_str trimmed(struct tl_str s)
{
    static const struct tl_str trims = {"-~+_", 4};
    if (s.len > 0 && tl_str_find_char(trims, s.data[0], 0) != TL_NONE) {
        s = tl_str_slice(s, 1, s.len);
    }
    if (s.len > 0 && tl_str_find_char(trims, s.data[s.len - 1], 0) != TL_NONE) {
        s = tl_str_slice(s, 0, s.len - 1);
    }
    return tl_str_trim(s);
}

static struct tl_str word_of(struct tl_str s)
{
    size_t n = 0;
    while (n < s.len && (tl_char_is_alpha(s.data[n]) || s.data[n] == '_')) {
        n++;
    }
    return tl_str_slice(s, 0, n);
}

/* The name of a block after its mark: "each" of "#> each x". */
static struct tl_str name_of(struct tl_str s)
{
    size_t begin = 0;
    while (begin < s.len && tl_str_find_char(TL_STR(">* ~"), s.data[begin], 0) != TL_NONE) {
        begin++;
    }
    size_t end = begin;
    while (end < s.len && !tl_char_is_space(s.data[end])) {
        end++;
    }
    return tl_str_slice(s, begin, end);
}

static const struct meaning *mark_find(unsigned dialects, struct tl_str open, struct tl_str inside)
{
    for (size_t i = 0; i < N_MARKS; i++) {
        if ((marks[i].dialects & dialects) && tl_str_equal(marks[i].open, open) &&
            tl_str_has_prefix(inside, marks[i].begin)) {
            return &marks[i];
        }
    }
    return NULL;
}

static const struct meaning *word_find(unsigned dialects, struct tl_str open, struct tl_str word)
{
    for (size_t i = 0; i < N_WORDS; i++) {
        if ((words[i].dialects & dialects) && tl_str_equal(words[i].open, open) &&
            tl_str_equal_nocase(words[i].begin, word)) {
            return &words[i];
        }
    }
    return NULL;
}

/* "endfor": the end of a block that is known by its beginning. */
static bool end_read(unsigned dialects, struct tl_str word, struct tl_tag *tag)
{
    struct tl_str name = tl_str_slice(word, 3, word.len);
    if (!tl_str_equal(tag->open, TL_STR("{%")) || !tl_str_has_prefix(word, TL_STR("end"))) {
        return false;
    }
    const struct meaning *begin = word_find(dialects, tag->open, name);
    if (name.len == 0 ||
        (begin != NULL && begin->role >= TL_TAG_ROLE_BEGIN && begin->role <= TL_TAG_ROLE_COMMENT)) {
        tag->role = TL_TAG_ROLE_END;
        tag->name = name;
    }
    return true;
}

/* A translation is text where its tag has none. */
static void translation_read(struct tl_str after, struct tl_tag *tag)
{
    after = tl_str_trim(after);
    bool has_string = after.len > 0 && (after.data[0] == '"' || after.data[0] == '\'');
    tag->kind = has_string ? TL_TAG_PLACEHOLDER : TL_TAG_CONTROL;
    tag->role = TL_TAG_ROLE_NONE;
}

static void word_read(unsigned dialects, struct tl_str inside, struct tl_tag *tag)
{
    struct tl_str word = word_of(inside);
    struct tl_str after = rest_at(inside, word.len);
    if (end_read(dialects, word, tag)) {
        return;
    }
    const struct meaning *found = word_find(dialects, tag->open, word);
    if (found == NULL) {
        return;
    }
    tag->kind = found->kind;
    tag->role = found->role;
    if (found->role == TL_TAG_ROLE_TRANSLATION) {
        translation_read(after, tag);
    } else if (found->role == TL_TAG_ROLE_END) {
        bool has_name = after.len > 0 && after.data[0] == ':';
        tag->name = has_name ? rest_at(after, 1) : TL_STR("");
    } else {
        tag->name = word;
    }
}

/* Code of ERB between "<%-" and "%>" writes something unless it opens or closes a block. */
static struct tl_str code_read(struct tl_str inside, struct tl_tag *tag)
{
    size_t at = 0;
    while (at < inside.len && (inside.data[at] == '}' || tl_char_is_wsp(inside.data[at]))) {
        at++;
    }
    char last = inside.data[inside.len - 1];
    bool opens = last == '{' || last == '|' || tl_str_has_suffix_nocase(inside, TL_STR(" do"));
    if (at > 0 || opens) {
        tag->kind = TL_TAG_CONTROL;
    }
    return rest_at(inside, at);
}

/* {{{{raw}}}}: what follows is text. */
static void raw_mark(struct tl_str inside, struct tl_tag *tag)
{
    if (tl_str_equal(tag->open, TL_STR("{{{{")) && tag->role == TL_TAG_ROLE_NONE) {
        tag->role = TL_TAG_ROLE_RAW;
        tag->name = name_of(inside);
    }
}

void tl_tag_mean(unsigned dialects, struct tl_str inside, struct tl_tag *tag)
{
    inside = trimmed(inside);
    if (inside.len == 0 || tag->kind == TL_TAG_COMMENT) {
        return;
    }
    if (tl_str_equal(tag->open, TL_STR("<%")) || tl_str_equal(tag->open, TL_STR("<%-"))) {
        inside = code_read(inside, tag);
    }
    const struct meaning *mark = mark_find(dialects, tag->open, inside);
    if (mark == NULL) {
        word_read(dialects, inside, tag);
        raw_mark(inside, tag);
        return;
    }
    tag->kind = mark->kind;
    tag->role = mark->role;
    tag->name = name_of(rest_at(inside, 1));
    if (mark->role == TL_TAG_ROLE_BEGIN && tag->name.len == 0) {
        tag->role = TL_TAG_ROLE_DIVIDER; /* {{^}} */
    }
}

bool tl_tag_has_meaning(unsigned dialects, struct tl_str open, struct tl_str inside)
{
    return mark_find(dialects, open, inside) != NULL ||
           word_find(dialects, open, word_of(inside)) != NULL;
}
