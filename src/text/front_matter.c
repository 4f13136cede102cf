/* SPDX-License-Identifier: MIT */
#include "text/front_matter.h"

#include "base/utf8.h"

/* A line: where it ends, and where the next one begins. */
struct line {
    size_t begin;
    size_t end;
    size_t next;
};

static struct line line_at(struct tl_str s, size_t at)
{
    size_t end = at;
    while (end < s.len && s.data[end] != '\n' && s.data[end] != '\r') {
        end++;
    }
    bool has_crlf = tl_str_has_prefix(tl_str_slice(s, end, s.len), TL_STR("\r\n"));
    return (struct line){at, end, end == s.len ? end : end + (has_crlf ? 2 : 1)};
}

static struct tl_str line_str(struct tl_str s, const struct line *line)
{
    return tl_str_slice(s, line->begin, line->end);
}

/* The bytes of the key that the line begins with, with its ":" or "="; 0 where it has none. */
static size_t key_bytes(struct tl_str line)
{
    size_t n = 0;
    while (n < line.len && (tl_char_is_alpha(line.data[n]) || tl_char_is_digit(line.data[n]) ||
                            tl_str_find_char(TL_STR("_-. "), line.data[n], 0) != TL_NONE)) {
        n++;
    }
    return n > 0 && n < line.len && (line.data[n] == ':' || line.data[n] == '=') ? n + 1 : 0;
}

/* Whether front matter may have such a line. */
static bool is_fit(struct tl_str line)
{
    struct tl_str trimmed = tl_str_trim(line);
    return trimmed.len == 0 || trimmed.data[0] == '#' || trimmed.data[0] == '-' ||
           tl_char_is_space(line.data[0]) || key_bytes(line) > 0;
}

/* A span without white space and the quotes at its ends. */
static struct tl_span value_of(struct tl_str s, struct tl_span span)
{
    while (span.begin < span.end && tl_char_is_space(s.data[span.begin])) {
        span.begin++;
    }
    while (span.end > span.begin && tl_char_is_space(s.data[span.end - 1])) {
        span.end--;
    }
    char quote = span.begin < span.end ? s.data[span.begin] : ' ';
    if ((quote == '"' || quote == '\'') && span.end - span.begin > 1 &&
        s.data[span.end - 1] == quote) {
        return (struct tl_span){span.begin + 1, span.end - 1};
    }
    return span;
}

static bool is_block_mark(struct tl_str s, struct tl_span value)
{
    struct tl_str mark = tl_str_slice(s, value.begin, value.end);
    return mark.len > 0 && mark.len <= 2 && (mark.data[0] == '>' || mark.data[0] == '|');
}

/* The subject of a line that has one; a text below ">" or "|" is the indented lines that follow. */
static bool subject_read(struct tl_str s, const struct line *line, struct tl_str name,
                         struct tl_span *subject)
{
    struct tl_str text = line_str(s, line);
    size_t key = key_bytes(text);
    if (key == 0 || !tl_str_equal_nocase(tl_str_trim(tl_str_slice(text, 0, key - 1)), name)) {
        return false;
    }
    *subject = value_of(s, (struct tl_span){line->begin + key, line->end});
    if (is_block_mark(s, *subject)) {
        struct line next = line_at(s, line->next);
        subject->begin = line->next;
        subject->end = line->next;
        while (next.end > next.begin && tl_char_is_space(s.data[next.begin])) {
            subject->end = next.end;
            next = line_at(s, next.next);
        }
        *subject = value_of(s, *subject);
    }
    return subject->end > subject->begin;
}

struct tl_front_matter tl_front_matter_find(struct tl_str text)
{
    static const struct tl_str keys[] = {{"subject", 7}, {"title", 5}};
    struct tl_front_matter front = {0};
    struct tl_span title = {0, 0};
    struct line line = line_at(text, tl_utf8_mark(text));
    struct tl_str divider = tl_str_trim(line_str(text, &line));
    if (!tl_str_equal(divider, TL_STR("---")) && !tl_str_equal(divider, TL_STR("+++"))) {
        return front;
    }
    while (line.next < text.len) {
        line = line_at(text, line.next);
        if (tl_str_equal(tl_str_trim(line_str(text, &line)), divider)) {
            front.bytes = line.next;
            front.subject = front.has_subject ? front.subject : title;
            front.has_subject = front.subject.end > front.subject.begin;
            return front;
        }
        if (!is_fit(line_str(text, &line))) {
            break;
        }
        front.has_subject |=
            !front.has_subject && subject_read(text, &line, keys[0], &front.subject);
        (void)subject_read(text, &line, keys[1], &title);
    }
    return (struct tl_front_matter){0};
}
