/* SPDX-License-Identifier: MIT */
#include "base/regex_token.h"

#include "base/utf8.h"

#include <string.h>

const char tl_token_flag_names[TL_TOKEN_N_FLAGS + 1] = "imsxnU";

/* What the letters behind a backslash mean; others mean nothing, or are not understood. */
static const char empty_escapes[] = "bBAzZGK";
static const char any_escapes[] = "dDwWsShHvVRXN";
static const char char_escapes[][2] = {
    {'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'f', '\f'}, {'e', 27}, {'a', '\a'},
};

/* Openings of groups, behind "(?"; the longer before the shorter that begins it. */
static const struct {
    struct tl_str text;
    enum tl_token_group group;
    char name_end; /* 0: no name follows */
    bool is_negative;
} openings[] = {
    {{":", 1}, TL_GROUP_PLAIN, 0, false},         {{">", 1}, TL_GROUP_PLAIN, 0, false},
    {{"|", 1}, TL_GROUP_RESET, 0, false},         {{"=", 1}, TL_GROUP_AHEAD, 0, false},
    {{"!", 1}, TL_GROUP_AHEAD, 0, true},          {{"<=", 2}, TL_GROUP_BEHIND, 0, false},
    {{"<!", 2}, TL_GROUP_BEHIND, 0, true},        {{"<", 1}, TL_GROUP_CAPTURE, '>', false},
    {{"P<", 2}, TL_GROUP_CAPTURE, '>', false},    {{"'", 1}, TL_GROUP_CAPTURE, '\'', false},
    {{"(DEFINE)", 8}, TL_GROUP_DEFINE, 0, false},
};

struct tl_token_reader tl_token_read(struct tl_str pattern)
{
    struct tl_token_reader reader = {.pattern = pattern};
    return reader;
}

static struct tl_str rest_of(const struct tl_token_reader *reader)
{
    return tl_str_slice(reader->pattern, reader->at, reader->pattern.len);
}

/* The byte `ahead` bytes further, or NUL. */
static char peek(const struct tl_token_reader *reader, size_t ahead)
{
    size_t at = reader->at + ahead;
    return at < reader->pattern.len ? reader->pattern.data[at] : '\0';
}

static bool skip(struct tl_token_reader *reader, struct tl_str text)
{
    if (!tl_str_has_prefix(rest_of(reader), text)) {
        return false;
    }
    reader->at += text.len;
    return true;
}

/* Goes behind the next byte `end`; false where there is none. */
static bool skip_to(struct tl_token_reader *reader, char end)
{
    size_t at = tl_str_find_char(reader->pattern, end, reader->at);
    reader->at = at == TL_NONE ? reader->pattern.len : at + 1;
    return at != TL_NONE;
}

static bool is_extended(const struct tl_token_reader *reader)
{
    return (reader->flags[reader->depth].on & TL_TOKEN_FLAG_X) != 0;
}

static void other(struct tl_token_reader *reader, struct tl_token *token)
{
    token->kind = TL_TOKEN_OTHER;
    reader->is_other = true;
}

static void char_read(struct tl_token_reader *reader, struct tl_token *token)
{
    token->kind = TL_TOKEN_CHAR;
    reader->at += tl_utf8_next(rest_of(reader), &token->value);
}

/* Digits of a base, at most `most`. */
static uint32_t digits_read(struct tl_token_reader *reader, int base, unsigned most)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < most; i++) {
        int digit = tl_char_hex(peek(reader, 0));
        if (digit < 0 || digit >= base) {
            break;
        }
        value = value > 0x10FFFF ? value : value * (uint32_t)base + (uint32_t)digit;
        reader->at++;
    }
    return value;
}

/* \xhh, \x{hh}, \o{oo}, \0oo: the letter was read. */
static void number_read(struct tl_token_reader *reader, struct tl_token *token, char letter)
{
    int base = letter == 'x' ? 16 : 8;
    token->kind = TL_TOKEN_CHAR;
    if (letter != '0' && skip(reader, TL_STR("{"))) {
        token->value = digits_read(reader, base, 8);
        if (!skip(reader, TL_STR("}"))) {
            other(reader, token);
        }
        return;
    }
    token->value = digits_read(reader, base, 2);
    if (letter == 'o') {
        other(reader, token);
    }
}

/* A reference behind \g or \k: in braces, <>, '', or a number. */
static void reference_read(struct tl_token_reader *reader, struct tl_token *token)
{
    token->kind = TL_TOKEN_ANY;
    token->is_reference = true;
    char begin = peek(reader, 0);
    reader->at++;
    char end = begin == '{' ? '}' : begin == '<' ? '>' : begin == '\'' ? '\'' : '\0';
    if (end == '\0' || !skip_to(reader, end)) {
        other(reader, token);
    }
}

static void escape_read(struct tl_token_reader *reader, struct tl_token *token)
{
    reader->at++;
    char letter = peek(reader, 0);
    if (!tl_char_is_alpha(letter) && !tl_char_is_digit(letter)) {
        if (reader->at == reader->pattern.len) {
            other(reader, token);
        } else {
            char_read(reader, token);
        }
        return;
    }
    reader->at++;
    if (letter == 'x' || letter == 'o' || letter == '0') {
        number_read(reader, token, letter);
        return;
    }
    if (letter == 'p' || letter == 'P') {
        bool braces = skip(reader, TL_STR("{"));
        token->kind = TL_TOKEN_ANY;
        reader->at += braces ? 0 : 1;
        if (braces && !skip_to(reader, '}')) {
            other(reader, token);
        }
        return;
    }
    if (letter == 'g' || letter == 'k') {
        reference_read(reader, token);
        return;
    }
    if (tl_char_is_digit(letter)) { /* of two digits, it depends on how many groups there are */
        token->kind = TL_TOKEN_ANY;
        token->is_reference = true;
        if (tl_char_is_digit(peek(reader, 0))) {
            other(reader, token);
        }
        return;
    }
    if (letter == 'N' && peek(reader, 0) == '{') {
        other(reader, token);
        return;
    }
    for (size_t i = 0; i < sizeof char_escapes / sizeof *char_escapes; i++) {
        if (char_escapes[i][0] == letter) {
            token->value = (unsigned char)char_escapes[i][1];
            return;
        }
    }
    token->kind = strchr(empty_escapes, letter) != NULL ? TL_TOKEN_EMPTY : TL_TOKEN_ANY;
    if (token->kind == TL_TOKEN_EMPTY || strchr(any_escapes, letter) != NULL) {
        return;
    }
    other(reader, token);
}

/* Goes behind a set; false where it has no end. */
static bool set_skip(struct tl_token_reader *reader)
{
    reader->at++;
    (void)skip(reader, TL_STR("^"));
    (void)skip(reader, TL_STR("]"));
    for (bool quoted = false; reader->at < reader->pattern.len;) {
        char c = peek(reader, 0);
        char next = peek(reader, 1);
        if (quoted || c == '\\') {
            bool ends = c == '\\' && next == 'E';
            bool begins = c == '\\' && next == 'Q';
            reader->at += !quoted || ends ? 2 : 1;
            quoted = (quoted && !ends) || (!quoted && begins);
        } else if (c == '[' && (next == ':' || next == '.' || next == '=')) {
            /* [:alpha:], if it is one: else the bracket is a character */
            size_t at = reader->at + 2;
            while (at < reader->pattern.len && (tl_char_is_alpha(reader->pattern.data[at]) ||
                                                strchr("^<>", reader->pattern.data[at]) != NULL)) {
                at++;
            }
            struct tl_str end = tl_str_slice(reader->pattern, at, at + 2);
            bool is_name = end.len == 2 && end.data[0] == next && end.data[1] == ']';
            reader->at = is_name ? at + 2 : reader->at + 1;
        } else {
            reader->at++;
            if (c == ']') {
                return true;
            }
        }
    }
    return false;
}

/* (?i), (?i:…), (?^…): flags for what follows, or for a group. */
static void flags_read(struct tl_token_reader *reader, struct tl_token *token)
{
    struct tl_token_flags flags = reader->flags[reader->depth];
    bool off = false;
    if (skip(reader, TL_STR("^"))) {
        flags = (struct tl_token_flags){0, 0x1F};
    }
    for (;; reader->at++) {
        char c = peek(reader, 0);
        const char *name = c == '\0' ? NULL : strchr(tl_token_flag_names, c);
        if (c == '-' && !off) {
            off = true;
        } else if (name != NULL && !(c == 'x' && peek(reader, 1) == 'x')) {
            unsigned char bit = (unsigned char)(1U << (name - tl_token_flag_names));
            flags.on = (unsigned char)(off ? flags.on & ~bit : flags.on | bit);
            flags.off = (unsigned char)(off ? flags.off | bit : flags.off & ~bit);
        } else {
            break;
        }
    }
    char end = peek(reader, 0);
    reader->at++;
    if (end == ')') {
        token->kind = TL_TOKEN_EMPTY;
        token->sets_flags = true;
        reader->flags[reader->depth] = flags;
    } else if (end == ':' && reader->depth < TL_TOKEN_MAX_DEPTH) {
        token->kind = TL_TOKEN_OPEN;
        token->group = TL_GROUP_PLAIN;
        reader->flags[++reader->depth] = flags;
    } else {
        other(reader, token);
    }
}

/* Calls: (?&name), (?P>name), (?R), (?1), (?-1); false where it is none of them. */
static bool call_read(struct tl_token_reader *reader, struct tl_token *token)
{
    char c = peek(reader, 0);
    char next = peek(reader, 1);
    bool named = skip(reader, TL_STR("&")) || skip(reader, TL_STR("P>"));
    bool numbered = c == 'R' || tl_char_is_digit(c) ||
                    ((c == '+' || c == '-') && tl_char_is_digit(next)) || (c == 'P' && next == '=');
    if (!named && !numbered) {
        return false;
    }
    size_t begin = reader->at;
    token->kind = named ? TL_TOKEN_CALL : TL_TOKEN_ANY;
    token->is_reference = numbered;
    if (!skip_to(reader, ')')) {
        other(reader, token);
        return true;
    }
    token->name = tl_str_slice(reader->pattern, begin, reader->at - 1);
    return true;
}

static void group_read(struct tl_token_reader *reader, struct tl_token *token)
{
    token->kind = TL_TOKEN_OPEN;
    token->group = TL_GROUP_CAPTURE;
    reader->at++;
    if (peek(reader, 0) == '*') {
        other(reader, token);
        return;
    }
    if (skip(reader, TL_STR("?"))) {
        if (peek(reader, 0) == 'C') {
            token->kind = TL_TOKEN_CALLOUT;
            (void)skip_to(reader, ')');
            return;
        }
        if (call_read(reader, token)) {
            return;
        }
        size_t i = 0;
        size_t n = sizeof openings / sizeof *openings;
        while (i < n && !skip(reader, openings[i].text)) {
            i++;
        }
        if (i == n) {
            flags_read(reader, token);
            return;
        }
        token->group = openings[i].group;
        token->is_negative = openings[i].is_negative;
        if (openings[i].name_end != 0) {
            size_t begin = reader->at;
            (void)skip_to(reader, openings[i].name_end);
            token->name = tl_str_slice(reader->pattern, begin, reader->at - 1);
        }
    }
    if (reader->depth == TL_TOKEN_MAX_DEPTH) {
        other(reader, token);
        return;
    }
    reader->depth++;
    reader->flags[reader->depth] = reader->flags[reader->depth - 1];
}

/* "{2,5}" at the place; 0, or how long it is.  What is written otherwise depends on the library. */
static size_t braces_len(const struct tl_token_reader *reader, struct tl_token *token)
{
    struct tl_token_reader ahead = {.pattern = reader->pattern, .at = reader->at + 1};
    size_t begin = ahead.at;
    unsigned min = (unsigned)digits_read(&ahead, 10, 6);
    bool has_min = ahead.at > begin;
    unsigned max = min;
    if (skip(&ahead, TL_STR(","))) {
        size_t second = ahead.at;
        max = (unsigned)digits_read(&ahead, 10, 6);
        max = ahead.at > second ? max : TL_TOKEN_ENDLESS;
    }
    if (has_min && skip(&ahead, TL_STR("}"))) {
        token->min = min;
        token->max = max;
        return ahead.at - reader->at;
    }
    /* "{,3}" and "{ 1, 2 }": text, or a quantifier where the library is newer */
    ahead.at = begin;
    while (tl_char_is_digit(peek(&ahead, 0)) || tl_char_is_wsp(peek(&ahead, 0)) ||
           peek(&ahead, 0) == ',') {
        ahead.at++;
    }
    if (ahead.at == begin || !skip(&ahead, TL_STR("}"))) {
        return 0;
    }
    token->min = 0;
    token->max = TL_TOKEN_ENDLESS;
    return ahead.at - reader->at;
}

/* A quantifier, with the "+" or "?" behind it; false where there is none. */
static bool quantifier_read(struct tl_token_reader *reader, struct tl_token *token)
{
    char c = peek(reader, 0);
    size_t len = 1;
    token->min = c == '+' ? 1 : 0;
    token->max = c == '?' ? 1 : TL_TOKEN_ENDLESS;
    if (c == '{') {
        len = braces_len(reader, token);
    } else if (c != '*' && c != '+' && c != '?') {
        return false;
    }
    if (len == 0) {
        return false;
    }
    reader->at += len;
    reader->at += peek(reader, 0) == '+' || peek(reader, 0) == '?' ? 1 : 0;
    token->kind = TL_TOKEN_QUANTIFIER;
    return true;
}

/* Passes over \Q and \E, comments, and what (?x) lets one write besides. */
static void blanks_skip(struct tl_token_reader *reader)
{
    for (;;) {
        if (reader->in_quote) {
            if (!skip(reader, TL_STR("\\E"))) {
                return;
            }
            reader->in_quote = false;
        } else if (skip(reader, TL_STR("\\Q"))) {
            reader->in_quote = true;
        } else if (skip(reader, TL_STR("(?#"))) {
            (void)skip_to(reader, ')');
        } else if (skip(reader, TL_STR("\\E"))) {
            continue;
        } else if (is_extended(reader) && peek(reader, 0) == '#') {
            (void)skip_to(reader, '\n');
        } else if (is_extended(reader) && reader->at < reader->pattern.len &&
                   tl_char_is_space(peek(reader, 0))) {
            reader->at++;
        } else {
            return;
        }
    }
}

/* What (?x) passes over besides: nobody writes that on purpose. */
static bool is_odd_blank(uint32_t c)
{
    return c < ' ' || c == 0x85 || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029;
}

/* Whether it is quickly seen that blanks_skip() has nothing to do. */
static bool is_plain(const struct tl_token_reader *reader)
{
    char c = peek(reader, 0);
    return c != '\\' && c != '(' && !reader->in_quote && !is_extended(reader);
}

bool tl_token_quantifier(struct tl_token_reader *reader, struct tl_token *token)
{
    if (is_plain(reader)) {
        char c = peek(reader, 0);
        if (c != '*' && c != '+' && c != '?' && c != '{') {
            return false;
        }
    } else {
        blanks_skip(reader);
    }
    *token = (struct tl_token){.begin = reader->at};
    if (reader->in_quote || !quantifier_read(reader, token)) {
        return false;
    }
    token->end = reader->at;
    return true;
}

struct tl_str tl_token_letters(struct tl_token_reader *reader)
{
    size_t begin = reader->at;
    size_t end = begin;
    if (reader->in_quote || is_extended(reader) || reader->is_other) {
        return TL_STR("");
    }
    while (end < reader->pattern.len &&
           (tl_char_is_alpha(reader->pattern.data[end]) || reader->pattern.data[end] == ' ')) {
        end++;
    }
    /* a quantifier may be behind the last, or behind a comment or a mark of quotation */
    if (end > begin && end < reader->pattern.len &&
        strchr("*+?{\\(", reader->pattern.data[end]) != NULL) {
        end--;
    }
    reader->at = end;
    return tl_str_slice(reader->pattern, begin, end);
}

bool tl_token_next(struct tl_token_reader *reader, struct tl_token *token)
{
    if (!is_plain(reader)) {
        blanks_skip(reader);
    }
    *token = (struct tl_token){.begin = reader->at, .is_quoted = reader->in_quote};
    if (reader->at >= reader->pattern.len || reader->is_other) {
        return false;
    }
    char c = peek(reader, 0);
    if (reader->in_quote) {
        char_read(reader, token);
    } else if (tl_char_is_alpha(c) || c == ' ') { /* most are */
        token->value = (unsigned char)c;
        reader->at++;
    } else if (c == '\\') {
        escape_read(reader, token);
    } else if (c == '(') {
        group_read(reader, token);
    } else if (c == ')') {
        reader->at++;
        token->kind = TL_TOKEN_CLOSE;
        if (reader->depth == 0) {
            other(reader, token);
        } else {
            reader->depth--;
        }
    } else if (c == '[') {
        token->kind = TL_TOKEN_SET;
        if (!set_skip(reader)) {
            other(reader, token);
        }
    } else if (c == '|' || c == '.' || c == '^' || c == '$') {
        reader->at++;
        token->kind = c == '|' ? TL_TOKEN_BAR : c == '.' ? TL_TOKEN_ANY : TL_TOKEN_EMPTY;
    } else if (!quantifier_read(reader, token)) {
        char_read(reader, token);
        if (is_extended(reader) && is_odd_blank(token->value)) {
            other(reader, token);
        }
    }
    if (reader->at > reader->pattern.len) { /* it is cut off */
        reader->at = reader->pattern.len;
        other(reader, token);
    }
    token->end = reader->at;
    return true;
}
