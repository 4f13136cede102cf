/* SPDX-License-Identifier: MIT */
#include "rules/swap.h"

#include "base/utf8.h"

#include <stdlib.h>

/* --- keys as alternatives --- */

/* The bytes of the class that begins with the "[" at `at`. */
static size_t class_bytes(struct tl_str pattern, size_t at)
{
    size_t i = at + 1;
    i += i < pattern.len && pattern.data[i] == '^';
    i += i < pattern.len && pattern.data[i] == ']'; /* "[]x]": the first is one of the class */
    while (i < pattern.len && pattern.data[i] != ']') {
        struct tl_str rest = tl_str_slice(pattern, i, pattern.len);
        size_t posix =
            tl_str_has_prefix(rest, TL_STR("[:")) ? tl_str_find(rest, TL_STR(":]"), 2) : TL_NONE;
        i += posix != TL_NONE ? posix + 2 : pattern.data[i] == '\\' ? 2 : 1;
    }
    return i < pattern.len ? i + 1 - at : pattern.len - at;
}

/* Whether a byte begins nothing but itself, as most do. */
static bool is_plain(char c)
{
    return c != '\\' && c != '(' && c != '[';
}

/* The bytes of what stands at `at` and is read as one: an escape, a class, a remark, a byte. */
static size_t token_bytes(struct tl_str pattern, size_t at)
{
    if (is_plain(pattern.data[at])) {
        return 1;
    }
    struct tl_str rest = tl_str_slice(pattern, at, pattern.len);
    size_t end;
    if (tl_str_has_prefix(rest, TL_STR("\\Q"))) {
        end = tl_str_find(rest, TL_STR("\\E"), 2);
        return end == TL_NONE ? rest.len : end + 2;
    }
    if (tl_str_has_prefix(rest, TL_STR("(?#"))) {
        end = tl_str_find_char(rest, ')', 3);
        return end == TL_NONE ? rest.len : end + 1;
    }
    if (rest.data[0] == '[') {
        return class_bytes(pattern, at);
    }
    return rest.data[0] == '\\' && rest.len > 1 ? 2 : 1;
}

static bool opens_group(struct tl_str token, struct tl_str rest)
{
    return token.len == 1 && token.data[0] == '(' && rest.len > 1 && rest.data[1] != '?' &&
           rest.data[1] != '*';
}

/* The name in "(?<name>", "(?P<name>" and "(?'name'"; "" where no named group begins. */
static struct tl_str name_of(struct tl_str rest)
{
    static const char *const openings[] = {"(?<", "(?P<", "(?'"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t n = tl_str_of(openings[i]).len;
        if (tl_str_has_prefix(rest, tl_str_of(openings[i])) && n < rest.len &&
            rest.data[n] != '=' && rest.data[n] != '!') {
            size_t end = tl_str_find_char(rest, i < 2 ? '>' : '\'', n);
            return tl_str_slice(rest, n, end == TL_NONE ? n : end);
        }
    }
    return TL_STR("");
}

/*
 * Where a reference to a group by its number begins, how many bytes stand before the number and
 * after it: "\1", "\g1", "\g{1}", "(?1)", "(?(1)".  False: there is none.
 */
static bool reference_at(struct tl_str rest, size_t *digits, size_t *end)
{
    static const char *const openings[] = {"\\g{", "\\g", "\\", "(?(", "(?"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t n = tl_str_of(openings[i]).len;
        if (tl_str_has_prefix(rest, tl_str_of(openings[i])) && n < rest.len &&
            rest.data[n] >= '1' && rest.data[n] <= '9') {
            *digits = n;
            *end = n;
            while (*end < rest.len && tl_char_is_digit(rest.data[*end])) {
                (*end)++;
            }
            return true;
        }
    }
    return false;
}

/* Whether the key asks for its groups, by number or name: then they have to stay. */
static bool needs_groups(struct tl_str pattern)
{
    for (size_t at = 0; at < pattern.len; at += token_bytes(pattern, at)) {
        if (is_plain(pattern.data[at])) {
            continue;
        }
        struct tl_str rest = tl_str_slice(pattern, at, pattern.len);
        size_t digits;
        size_t end;
        if (reference_at(rest, &digits, &end) || name_of(rest).len > 0 ||
            tl_str_has_prefix(rest, TL_STR("(?x")) || tl_str_has_prefix(rest, TL_STR("(?|"))) {
            return true;
        }
    }
    return false;
}

/* The key with groups that do not capture, so that the group around it tells that it matched. */
static struct tl_str without_groups(struct tl_arena *arena, struct tl_str pattern)
{
    struct tl_buf out = tl_buf_in(arena);
    for (size_t at = 0; at < pattern.len;) {
        struct tl_str rest = tl_str_slice(pattern, at, pattern.len);
        struct tl_str token = tl_str_slice(rest, 0, token_bytes(pattern, at));
        tl_buf_add(&out, token);
        tl_buf_add(&out, opens_group(token, rest) ? TL_STR("?:") : TL_STR(""));
        at += token.len;
    }
    return tl_buf_str(&out);
}

/* The key with references to its own groups where these are numbered from `before` + 1 on. */
static struct tl_str renumbered(struct tl_arena *arena, struct tl_str pattern, unsigned before)
{
    struct tl_buf out = tl_buf_in(arena);
    for (size_t at = 0; at < pattern.len;) {
        struct tl_str rest = tl_str_slice(pattern, at, pattern.len);
        size_t digits;
        size_t end;
        unsigned number;
        if (!reference_at(rest, &digits, &end) ||
            !tl_loader_number(tl_str_slice(rest, digits, end), &number)) {
            size_t n = token_bytes(pattern, at);
            tl_buf_add(&out, tl_str_slice(rest, 0, n));
            at += n;
            continue;
        }
        bool is_call = rest.data[0] == '(';
        bool braced = rest.data[digits - 1] == '{';
        tl_buf_add(&out, is_call ? tl_str_slice(rest, 0, digits) : TL_STR("\\g{"));
        tl_buf_add_format(&out, "%u", number + before);
        tl_buf_add(&out, is_call || braced ? TL_STR("") : TL_STR("}"));
        at += end;
    }
    return tl_buf_str(&out);
}

/* The number of a named group of a key, or 0. */
static unsigned number_of(struct tl_str pattern, struct tl_str name)
{
    unsigned number = 0;
    for (size_t at = 0; at < pattern.len; at += token_bytes(pattern, at)) {
        struct tl_str rest = tl_str_slice(pattern, at, pattern.len);
        struct tl_str named = name_of(rest);
        number +=
            named.len > 0 || opens_group(tl_str_slice(rest, 0, token_bytes(pattern, at)), rest);
        if (named.len > 0 && tl_str_equal(named, name)) {
            return number;
        }
    }
    return 0;
}

/* --- reading --- */

/* "a|b\|c" as "a" and "b|c". */
static struct tl_strs wordings_of(struct tl_arena *arena, struct tl_str value)
{
    struct tl_strs all = {0};
    struct tl_buf out = tl_buf_in(arena);
    for (size_t at = 0; at <= value.len; at++) {
        if (at == value.len || value.data[at] == '|') {
            *TL_VEC_ADD(arena, &all) = tl_str_trim(tl_buf_str(&out));
            out = tl_buf_in(arena);
            continue;
        }
        bool escaped = value.data[at] == '\\' && at + 1 < value.len && value.data[at + 1] == '|';
        at += escaped;
        tl_buf_add_char(&out, value.data[at]);
    }
    return all;
}

static bool has_any(struct tl_str s, const char *bytes)
{
    for (size_t i = 0; i < s.len; i++) {
        if (tl_str_find_char(tl_str_of(bytes), s.data[i], 0) != TL_NONE) {
            return true;
        }
    }
    return false;
}

/* What the wordings match as a pattern; NULL where they are only texts. */
static const struct tl_regex *right_of(struct tl_loader *loader, struct tl_str value)
{
    struct tl_regex_error err;
    if (loader->is_trusted || !has_any(value, "([?*+\\") ||
        tl_str_find_char(value, '$', 0) != TL_NONE) {
        return NULL;
    }
    return tl_regex_compile(loader->arena, value, TL_REGEX_WHOLE, &err);
}

/* The key alone, to ask for its groups. */
static bool alone_load(struct tl_loader *loader, const struct tl_yaml *key, struct tl_str pattern,
                       enum tl_pattern_template template, const struct tl_regex **alone)
{
    struct tl_loader own = *loader;
    own.prefilter = NULL; /* it is looked for where it is known to be */
    return tl_pattern_alternatives(&own, key, &(struct tl_strs){&pattern, 1, 1}, template, alone);
}

static bool swap_load(struct tl_loader *loader, const struct tl_yaml *node,
                      const struct tl_swap_form *form, struct tl_swaps *swaps)
{
    struct tl_str pattern;
    const struct tl_regex *alone = NULL;
    if (node->kind != TL_YAML_SCALAR) {
        return tl_loader_fail(loader, node, "a wording must be a text");
    }
    if (!tl_pattern_text(loader, node->key, &pattern) ||
        !tl_pattern_check(loader, node->key, pattern)) {
        return false;
    }
    bool is_asked = tl_str_find_char(node->text, '$', 0) != TL_NONE || needs_groups(pattern);
    if (is_asked && !alone_load(loader, node->key, pattern, form->template, &alone)) {
        return false;
    }
    *TL_VEC_ADD(loader->arena, swaps) = (struct tl_swap){
        .node = node,
        .order = swaps->len,
        .wordings = wordings_of(loader->arena, node->text),
        .alone = alone,
        .right = form->is_replaced ? NULL : right_of(loader, node->text),
    };
    return true;
}

static bool map_load(struct tl_loader *loader, const struct tl_yaml *map,
                     const struct tl_swap_form *form, struct tl_swaps *swaps)
{
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "'swap' must be a map from patterns to wordings");
    }
    for (const struct tl_yaml *node = map->first; node != NULL; node = node->next) {
        if (!swap_load(loader, node, form, swaps)) {
            return false;
        }
    }
    return true;
}

/* Longest first; equal lengths in the order of the file. */
static int compare(const void *left, const void *right)
{
    const struct tl_swap *a = left;
    const struct tl_swap *b = right;
    if (a->node->key->text.len != b->node->key->text.len) {
        return a->node->key->text.len < b->node->key->text.len ? 1 : -1;
    }
    return (a->order > b->order) - (a->order < b->order);
}

/* Makes alternatives of the keys. */
static struct tl_strs alternatives_of(struct tl_arena *arena, struct tl_swaps *swaps)
{
    struct tl_strs all = {0};
    unsigned group = 0;
    for (size_t i = 0; i < swaps->len; i++) {
        struct tl_swap *swap = &swaps->items[i];
        struct tl_str key = swap->node->key->text;
        bool keeps = needs_groups(key);
        swap->group = ++group;
        struct tl_str pattern = keeps ? renumbered(arena, key, group) : without_groups(arena, key);
        group += keeps ? tl_regex_n_groups(swap->alone) : 0;
        *TL_VEC_ADD(arena, &all) = tl_arena_format(arena, "(%s)", pattern.data);
    }
    return all;
}

bool tl_swaps_load(struct tl_loader *loader, const struct tl_yaml *node,
                   const struct tl_swap_form *form, struct tl_swaps *swaps,
                   const struct tl_regex **regex)
{
    const struct tl_yaml *map = tl_yaml_first(node);
    for (; map != NULL; map = tl_yaml_next(node, map)) {
        if (!map_load(loader, map, form, swaps)) {
            return false;
        }
    }
    if (swaps->len == 0) {
        return tl_loader_fail(loader, node, "'swap' is empty");
    }
    qsort(swaps->items, swaps->len, sizeof *swaps->items, compare);
    struct tl_strs all = alternatives_of(loader->arena, swaps);
    return tl_pattern_alternatives(loader, node, &all, form->template, regex);
}

bool tl_swap_is_replaced(const struct tl_yaml *map)
{
    const struct tl_yaml *action = tl_loader_find(map, "action");
    const struct tl_yaml *name = tl_loader_find(action, "name");
    const struct tl_yaml *params = tl_loader_find(action, "params");
    return name != NULL && name->kind == TL_YAML_SCALAR &&
           tl_str_equal(name->text, TL_STR("replace")) &&
           (params == NULL || (params->kind == TL_YAML_LIST && params->first == NULL));
}

/* --- what should stand there --- */

const struct tl_swap *tl_swap_of(const struct tl_swaps *swaps, const struct tl_match *match)
{
    size_t low = 0;
    size_t high = swaps->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (swaps->items[middle].group <= match->highest) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low == 0 ? NULL : &swaps->items[low - 1];
}

/* Reads "$1", "${1}" or "${name}" at `at`: the bytes of it, and the number; 0 bytes: it is none. */
static size_t group_read(const struct tl_swap *swap, struct tl_str wording, size_t at,
                         unsigned *number)
{
    struct tl_str rest = tl_str_slice(wording, at + 1, wording.len);
    size_t end = 0;
    if (rest.len > 0 && rest.data[0] == '{') {
        end = tl_str_find_char(rest, '}', 1);
        struct tl_str name = tl_str_slice(rest, 1, end == TL_NONE ? 1 : end);
        if (name.len > 0 && !tl_loader_number(name, number)) {
            *number = number_of(swap->node->key->text, name);
            return *number > 0 ? end + 2 : 0;
        }
        return name.len > 0 ? end + 2 : 0;
    }
    while (end < rest.len && tl_char_is_digit(rest.data[end])) {
        end++;
    }
    return tl_loader_number(tl_str_slice(rest, 0, end), number) ? end + 1 : 0;
}

/* A wording with what the groups of the key matched. */
static struct tl_str expanded(struct tl_arena *arena, const struct tl_swap *swap,
                              struct tl_str wording, struct tl_str subject,
                              const struct tl_match *groups)
{
    struct tl_buf out = tl_buf_in(arena);
    for (size_t at = 0; at < wording.len;) {
        unsigned number = 0;
        bool dollar = wording.data[at] == '$';
        size_t n = dollar ? group_read(swap, wording, at, &number) : 0;
        if (n > 0) {
            bool took_part = number < TL_MATCH_GROUPS && groups->group[number].begin != TL_NONE;
            tl_buf_add(&out, took_part ? tl_str_slice(subject, groups->group[number].begin,
                                                      groups->group[number].end)
                                       : TL_STR(""));
            at += n;
            continue;
        }
        tl_buf_add_char(&out, wording.data[at]);
        at += dollar && at + 1 < wording.len && wording.data[at + 1] == '$' ? 2 : 1;
    }
    return tl_buf_str(&out);
}

/*
 * The text in the case that a pattern is written in, where the pattern is nothing but letters, some
 * of which may be missing: "OAuth2?" and "oauth" are "OAuth".  Else "".
 */
static struct tl_str written_as(struct tl_arena *arena, struct tl_str pattern, struct tl_str text)
{
    struct tl_buf out = tl_buf_in(arena);
    size_t at = 0;
    for (size_t i = 0; i < pattern.len;) {
        uint32_t wanted;
        uint32_t came = 0;
        size_t begin = i;
        i += tl_utf8_next(tl_str_slice(pattern, i, pattern.len), &wanted);
        struct tl_str letter = tl_str_slice(pattern, begin, i);
        bool optional = i < pattern.len && pattern.data[i] == '?';
        size_t n = tl_utf8_next(tl_str_slice(text, at, text.len), &came);
        i += optional;
        if (has_any(letter, "()[]{}*+?.\\^$|")) {
            return TL_STR("");
        }
        if (n > 0 && tl_char_fold(wanted) == tl_char_fold(came)) {
            tl_buf_add(&out, letter);
            at += n;
        } else if (!optional) {
            return TL_STR("");
        }
    }
    return at == text.len ? tl_buf_str(&out) : TL_STR("");
}

static struct tl_str capitalized(struct tl_arena *arena, struct tl_str s)
{
    uint32_t first;
    size_t n = tl_utf8_next(s, &first);
    struct tl_buf out = tl_buf_in(arena);
    tl_buf_add_code_point(&out, tl_char_upper(first));
    tl_buf_add(&out, tl_str_slice(s, n, s.len));
    return tl_buf_str(&out);
}

struct tl_strs tl_swap_wordings(struct tl_engine *engine, const struct tl_swap *swap,
                                struct tl_str subject, const struct tl_match *match, bool capital)
{
    struct tl_strs all = {0};
    struct tl_match groups = *match;
    size_t begin = match->group[0].begin;
    struct tl_str found = tl_str_trim(tl_str_slice(subject, begin, match->group[0].end));
    bool expands = swap->alone != NULL &&
                   tl_engine_find(engine, swap->alone, subject, begin, &groups) &&
                   groups.group[0].begin == begin;
    uint32_t first = 0;
    tl_utf8_next(found, &first);
    capital = capital && tl_char_is_upper(first);
    for (size_t i = 0; i < swap->wordings.len; i++) {
        struct tl_str one = swap->wordings.items[i];
        if (expands) {
            one = expanded(engine->arena, swap, one, subject, &groups);
        } else if (tl_str_find_char(one, '?', 0) != TL_NONE) {
            struct tl_str written = written_as(engine->arena, one, found);
            one = written.len > 0 ? written : one;
        }
        *TL_VEC_ADD(engine->arena, &all) =
            capital && one.len > 0 ? capitalized(engine->arena, one) : one;
    }
    return all;
}
