/* SPDX-License-Identifier: MIT */
#include "text/template_tag.h"

#include "base/limits.h"
#include "text/template_meaning.h"

#include <assert.h>

enum {
#define DIALECT(id, name) id = 1 << TL_DIALECT_##id,
#include "text/template.def"
    LONGEST_NAME_BYTES = 60,
    LONGEST_ERROR_BYTES = 120,
};

/* Of delimiters. */
enum { STRINGS = 1, SURE = 2 };
enum inside { INSIDE_ANY, INSIDE_NAME, INSIDE_IDENT, INSIDE_WORD };

struct delimiter {
    unsigned dialects;
    struct tl_str open;
    struct tl_str close;
    enum tl_tag_kind kind;
    enum inside inside;
    unsigned flags;
};

#define LITERAL(s)                                                                                 \
    {                                                                                              \
        s, sizeof(s) - 1                                                                           \
    }

static const struct delimiter delimiters[] = {
#define DELIMITER(ids, open, close, kind, inside, flags)                                           \
    {ids, LITERAL(open), LITERAL(close), TL_TAG_##kind, INSIDE_##inside, flags},
#include "text/template.def"
};

static const struct delimiter halves[] = {
#define HALF(ids, open, close) {ids, LITERAL(open), LITERAL(close), 0, 0, 0},
#include "text/template.def"
};

enum {
    N_DELIMITERS = sizeof delimiters / sizeof *delimiters,
    N_HALVES = sizeof halves / sizeof *halves,
};
static_assert((int)N_DELIMITERS <= (int)TL_TAG_ROWS, "the reader has a place for each row");

struct tl_tag_reader tl_tag_reader_of(struct tl_str text, unsigned dialects, bool is_html)
{
    return (struct tl_tag_reader){.text = text, .dialects = dialects, .is_html = is_html};
}

bool tl_tag_may_begin(char c)
{
    return tl_str_find_char(TL_STR("{<*%$([|"), c, 0) != TL_NONE;
}

/* --- characters --- */

/* Letters of other alphabets too. */
static bool is_letter(char c)
{
    return tl_char_is_alpha(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_ident(char c)
{
    return is_letter(c) || tl_char_is_digit(c) || c == '.';
}

static struct tl_str rest_at(struct tl_str s, size_t at)
{
    return tl_str_slice(s, at, s.len);
}

static bool has_at(struct tl_str s, size_t at, struct tl_str what)
{
    return tl_str_has_prefix(rest_at(s, at), what);
}

/* Whether the line end at `at` is followed by a blank line. */
static bool ends_paragraph(struct tl_str s, size_t at)
{
    at += has_at(s, at, TL_STR("\r\n")) ? 2 : 1;
    while (at < s.len && tl_char_is_wsp(s.data[at])) {
        at++;
    }
    return at < s.len && tl_char_is_line_end(s.data[at]);
}

static bool is_element(struct tl_str s, size_t at)
{
    return at + 1 < s.len && s.data[at] == '<' &&
           (tl_char_is_alpha(s.data[at + 1]) || s.data[at + 1] == '/');
}

/* Whether a single brace is open before `at`, in its line: {n, plural, one {day}} is no half tag.
 */
static bool is_in_brace(struct tl_str s, size_t at)
{
    int depth = 0;
    for (size_t n = 0; at > 0 && n < LONGEST_ERROR_BYTES; n++) {
        char c = s.data[--at];
        if (tl_char_is_line_end(c)) {
            break;
        }
        if (c == '{' && at > 0 && s.data[at - 1] == '{') {
            at--;
        } else {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
    }
    return depth > 0;
}

/* --- where a tag ends --- */

/* The end of the string that begins at `at`; `at` where the quote begins none. */
static size_t string_end(struct tl_str s, size_t at, size_t stop)
{
    if (at > 0 && is_ident(s.data[at - 1])) {
        return at; /* an apostrophe */
    }
    for (size_t i = at + 1; i < stop && !tl_char_is_line_end(s.data[i]); i++) {
        if (s.data[i] == '\\') {
            i++;
        } else if (s.data[i] == s.data[at]) {
            return i + 1;
        }
    }
    return at;
}

/* Whether the inside of a tag cannot have `c`, which is not part of its close; follows braces. */
static bool is_unfit(const struct delimiter *d, char c, size_t *depth)
{
    bool has_braces = d->close.data[d->close.len - 1] == '}';
    if (has_braces && c == '{') {
        ++*depth;
    } else if (has_braces && c == '}') {
        return (*depth)-- == 0;
    }
    return d->dialects == MAILCHIMP && c == '|';
}

/* The offset of the close of a tag whose inside begins at `at`, or TL_NONE. */
static size_t close_find(const struct tl_tag_reader *r, const struct delimiter *d, size_t at)
{
    struct tl_str s = r->text;
    struct tl_str again = tl_str_slice(d->open, 0, 2);
    size_t stop = s.len - at > TL_MAX_TEMPLATE_TAG_BYTES ? at + TL_MAX_TEMPLATE_TAG_BYTES : s.len;
    size_t depth = 0;
    char missing = '\0'; /* a quote that has no other one further on */
    while (at < stop) {
        char c = s.data[at];
        if ((d->flags & STRINGS) && (c == '"' || c == '\'') && c != missing) {
            size_t end = string_end(s, at, stop);
            missing = end == at ? c : missing;
            at = end > at ? end : at + 1;
            continue;
        }
        if (depth == 0 && has_at(s, at, d->close)) {
            return at;
        }
        if (is_unfit(d, c, &depth) || has_at(s, at, again) ||
            (tl_char_is_line_end(c) && ends_paragraph(s, at)) ||
            (r->is_html && d->kind == TL_TAG_PLACEHOLDER && is_element(s, at))) {
            return TL_NONE;
        }
        at++;
    }
    return TL_NONE;
}

/* The same of a comment, which may hold anything; what was found before is remembered. */
static size_t comment_close_find(struct tl_tag_reader *r, size_t row, size_t at)
{
    if (!r->closes[row].is_set || at < r->closes[row].from || at > r->closes[row].at) {
        r->closes[row].is_set = true;
        r->closes[row].from = at;
        r->closes[row].at = tl_str_find(r->text, delimiters[row].close, at);
    }
    size_t close = r->closes[row].at;
    return close != TL_NONE && close - at > TL_MAX_TEMPLATE_TAG_BYTES ? TL_NONE : close;
}

/* The end of the name that begins at `at`; `at` where there is none. */
static size_t name_end(struct tl_str s, size_t at, bool has_spaces)
{
    size_t i = at;
    while (has_spaces && i < s.len && tl_char_is_wsp(s.data[i])) {
        i++;
    }
    if (i == s.len || !is_letter(s.data[i])) {
        return at;
    }
    bool has_line_end = false;
    for (; i < s.len && i - at <= LONGEST_NAME_BYTES; i++) {
        char c = s.data[i];
        bool is_wrap = has_spaces && c == '\n' && !has_line_end;
        has_line_end |= is_wrap;
        if (!is_ident(c) && c != '-' && !(has_spaces ? tl_char_is_wsp(c) || c == '\'' : c == ':') &&
            !is_wrap) {
            break;
        }
    }
    return i;
}

/* "s" after "%(name)", with flags and width: the end of it; `at` where there is none. */
static size_t conversion_end(struct tl_str s, size_t at)
{
    size_t i = at;
    while (i < s.len && tl_str_find_char(TL_STR("#0123456789.+-"), s.data[i], 0) != TL_NONE) {
        i++;
    }
    bool is_conversion =
        i < s.len && tl_str_find_char(TL_STR("diouxXeEfFgGcrs"), s.data[i], 0) != TL_NONE;
    return is_conversion ? i + 1 : at;
}

/* Whether what stands between per cent signs is a name: not of "%C3%A4", nor of "5%or%". */
static bool is_ident_good(struct tl_str s, size_t begin, size_t end, size_t open_bytes)
{
    char before = begin > open_bytes ? s.data[begin - open_bytes - 1] : ' ';
    return end - begin > 2 && !is_ident(before) && before != '%';
}

/* "{0}": a number of one or two digits is a name there. */
static size_t number_end(struct tl_str s, size_t at)
{
    size_t i = at;
    while (i < s.len && i - at < 2 && tl_char_is_digit(s.data[i])) {
        i++;
    }
    return i;
}

/* Where the inside ends of a tag that has to hold a name; TL_NONE where it does not. */
static size_t name_close_find(const struct tl_tag_reader *r, const struct delimiter *d, size_t at)
{
    struct tl_str s = r->text;
    size_t end = name_end(s, at, d->inside == INSIDE_NAME);
    end = end == at && d->dialects == BRACES ? number_end(s, at) : end;
    size_t close = end + d->close.len;
    if (end == at || !has_at(s, end, d->close)) {
        return TL_NONE;
    }
    if (d->inside == INSIDE_IDENT && !is_ident_good(s, at, end, d->open.len)) {
        return TL_NONE;
    }
    if (d->dialects == PYTHON && conversion_end(s, close) == close) {
        return TL_NONE;
    }
    size_t begin = at - d->open.len;
    bool is_half =
        d->dialects == BRACES && close < s.len && s.data[close] == '}' && !is_in_brace(s, begin);
    return is_half ? TL_NONE : end;
}

/* --- tags --- */

/* Where the inside of a tag ends that begins at `at` with this delimiter; TL_NONE if none does. */
static size_t inside_end(struct tl_tag_reader *r, size_t row, size_t at)
{
    const struct delimiter *d = &delimiters[row];
    if (d->kind == TL_TAG_COMMENT) {
        return comment_close_find(r, row, at);
    }
    if (d->inside == INSIDE_NAME || d->inside == INSIDE_IDENT) {
        return name_close_find(r, d, at);
    }
    bool is_known =
        d->inside != INSIDE_WORD || tl_tag_has_meaning(r->dialects, d->open, rest_at(r->text, at));
    return is_known ? close_find(r, d, at) : TL_NONE;
}

/* ((name??text)): its first half. */
static bool condition_read(const struct tl_tag_reader *r, size_t begin, size_t at,
                           struct tl_tag *tag)
{
    size_t end = name_end(r->text, at, true);
    if (end == at || !has_at(r->text, end, TL_STR("??"))) {
        return false;
    }
    *tag = (struct tl_tag){
        .span = {begin, end + 2},
        .kind = TL_TAG_CONTROL,
        .role = TL_TAG_ROLE_CONDITION,
        .dialects = NOTIFY,
    };
    return true;
}

bool tl_tag_read(struct tl_tag_reader *r, size_t at, bool is_plain, struct tl_tag *tag)
{
    for (size_t row = 0; row < N_DELIMITERS; row++) {
        const struct delimiter *d = &delimiters[row];
        if ((d->dialects & r->dialects) == 0 || !has_at(r->text, at, d->open) ||
            (is_plain && !(d->flags & SURE))) {
            continue;
        }
        size_t begin = at + d->open.len;
        size_t end = inside_end(r, row, begin);
        if (end == TL_NONE) {
            if (d->dialects == NOTIFY && condition_read(r, at, begin, tag)) {
                return true;
            }
            continue;
        }
        struct tl_str inside = tl_str_slice(r->text, begin, end);
        size_t after = end + d->close.len;
        *tag = (struct tl_tag){
            .span = {at, d->dialects == PYTHON ? conversion_end(r->text, after) : after},
            .kind = d->kind,
            .name = TL_STR(""),
            .open = d->open,
            .dialects = d->dialects & r->dialects,
        };
        tl_tag_mean(r->dialects, inside, tag);
        return true;
    }
    return false;
}

/* --- what was meant as a tag --- */

static size_t skip_to_name(struct tl_str s, size_t at)
{
    while (at < s.len && tl_str_find_char(TL_STR(" \t-~+#/^>&!$@"), s.data[at], 0) != TL_NONE) {
        at++;
    }
    return at;
}

/* The end of a tag of which only one character of the close is there; TL_NONE if there is none. */
static size_t half_close_end(const struct tl_tag_reader *r, const struct delimiter *d, size_t at)
{
    struct tl_str s = r->text;
    struct tl_str again = tl_str_slice(d->open, 0, d->inside == INSIDE_NAME ? 2 : 1);
    size_t found = TL_NONE;
    for (size_t n = 0; n < LONGEST_ERROR_BYTES && at < s.len; n++, at++) {
        if (tl_char_is_line_end(s.data[at]) || has_at(s, at, again) ||
            (r->is_html && is_element(s, at))) {
            break;
        }
        if (found != TL_NONE && d->inside == INSIDE_NAME && has_at(s, at, d->close)) {
            return TL_NONE; /* it is closed, and holds something that is no name */
        }
        if (found == TL_NONE && tl_str_find_char(d->close, s.data[at], 0) != TL_NONE) {
            found = at + 1;
        }
    }
    return found;
}

static bool open_error(const struct tl_tag_reader *r, const struct delimiter *d, size_t at,
                       struct tl_tag_error *error)
{
    struct tl_str s = r->text;
    size_t begin = skip_to_name(s, at + d->open.len);
    if (begin == s.len || !is_letter(s.data[begin])) {
        return false;
    }
    size_t end = half_close_end(r, d, begin);
    if (end == TL_NONE && !(d->flags & SURE)) {
        return false;
    }
    if (end == TL_NONE) {
        for (end = begin; end < s.len && is_ident(s.data[end]); end++) {
        }
        while (s.data[end - 1] == '.') {
            end--;
        }
    }
    *error = (struct tl_tag_error){{at, end}, true, (d->flags & SURE) != 0, d->dialects};
    return true;
}

static bool half_error(const struct tl_tag_reader *r, size_t at, struct tl_tag_error *error)
{
    struct tl_str s = r->text;
    for (size_t i = 0; i < N_HALVES; i++) {
        const struct delimiter *d = &halves[i];
        if ((d->dialects & r->dialects) == 0 || !has_at(s, at, d->open)) {
            continue;
        }
        size_t begin = at + d->open.len;
        size_t end = name_end(s, begin, true);
        char before = at > 0 ? s.data[at - 1] : ' ';
        bool is_inner = s.data[at] == '{' && is_in_brace(s, at);
        if (end > begin && has_at(s, end, d->close) && !is_inner && before != '*') {
            *error = (struct tl_tag_error){{at, end + d->close.len}, false, true, d->dialects};
            return true;
        }
    }
    return false;
}

/* "%NAME" without its second sign. */
static bool percent_error(const struct tl_tag_reader *r, size_t at, struct tl_tag_error *error)
{
    struct tl_str s = r->text;
    size_t end = at + 1;
    while (end < s.len && ((s.data[end] >= 'A' && s.data[end] <= 'Z') || s.data[end] == '_')) {
        end++;
    }
    char before = at > 0 ? s.data[at - 1] : ' ';
    bool is_apart =
        end == s.len || tl_str_find_char(TL_STR(" ,.!?;:<\r\n"), s.data[end], 0) != TL_NONE;
    if ((r->dialects & PERCENT) == 0 || s.data[at] != '%' || end - at <= 3 || !is_apart ||
        is_ident(before) || before == '%') {
        return false;
    }
    *error = (struct tl_tag_error){{at, end}, true, true, PERCENT};
    return true;
}

bool tl_tag_find_error(const struct tl_tag_reader *r, size_t at, struct tl_tag_error *error)
{
    for (size_t i = 0; i < N_DELIMITERS; i++) {
        const struct delimiter *d = &delimiters[i];
        bool is_single = d->open.len == 1 || d->inside == INSIDE_IDENT;
        if ((d->dialects & r->dialects) == 0 || d->kind == TL_TAG_COMMENT || is_single ||
            !has_at(r->text, at, d->open)) {
            continue;
        }
        return open_error(r, d, at, error);
    }
    return half_error(r, at, error) || percent_error(r, at, error);
}
