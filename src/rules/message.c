/* SPDX-License-Identifier: MIT */
#include "rules/message.h"

#include <stdlib.h>

enum { MAX_DIGITS = 9 }; /* of a precision or a number that is rounded to one */

/* What stands between "%" and the end of a verb: "%5.1[2]f". */
struct verb {
    size_t index;   /* of the argument */
    int precision;  /* digits after the point; -1: not said */
    char letter;    /* 's', 'd', …; 0: it is no verb */
    size_t end;     /* the place of the letter in the message */
    bool has_index; /* it says which argument it is */
};

static const struct tl_str line_verb = {"%[line]", 7};

/* Text on one line; the white space at its start is the caller's. */
static void add_line(struct tl_buf *out, struct tl_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!tl_char_is_space(s.data[i])) {
            tl_buf_add_char(out, s.data[i]);
        } else if (out->len > 0 && out->data[out->len - 1] != ' ') {
            tl_buf_add_char(out, ' ');
        }
    }
}

/* The byte at a place of the message, 0 after its end. */
static char byte_at(struct tl_str s, size_t at)
{
    return at < s.len ? s.data[at] : '\0';
}

static size_t number_read(struct tl_str s, size_t at, int *number)
{
    size_t begin = at;
    *number = 0;
    for (; tl_char_is_digit(byte_at(s, at)) && at - begin < MAX_DIGITS; at++) {
        *number = *number * 10 + (s.data[at] - '0');
    }
    return at;
}

/* Reads the verb after the "%" before `at`; flags and widths are read over. */
static struct verb verb_read(struct tl_str message, size_t at, size_t next)
{
    struct verb verb = {.index = next, .precision = -1};
    int width;
    while (byte_at(message, at) == '-' || byte_at(message, at) == '+' ||
           byte_at(message, at) == '#') {
        at++;
    }
    at = number_read(message, at, &width);
    if (byte_at(message, at) == '.') {
        at = number_read(message, at + 1, &verb.precision);
    }
    if (byte_at(message, at) == '[' && tl_char_is_digit(byte_at(message, at + 1)) &&
        byte_at(message, at + 2) == ']') {
        verb.index = (size_t)(message.data[at + 1] - '1');
        verb.has_index = true;
        at += 3;
    }
    char letter = byte_at(message, at);
    verb.end = at;
    verb.letter = letter != '\0' && tl_str_find_char(TL_STR("%sdvqfFgG"), letter, 0) != TL_NONE
                      ? letter
                      : '\0';
    return verb;
}

/* A number with so many digits after the point; the argument itself where it is no number. */
static struct tl_str rounded(struct tl_arena *arena, struct tl_str arg, int precision)
{
    char *end;
    struct tl_str text = tl_arena_copy(arena, arg); /* has a NUL at its end */
    double number = strtod(text.data, &end);
    if (arg.len == 0 || *end != '\0' || !(number > -1e15 && number < 1e15)) {
        return arg;
    }
    return tl_arena_format(arena, "%.*f", precision > MAX_DIGITS ? MAX_DIGITS : precision, number);
}

static void verb_add(struct tl_buf *out, struct tl_arena *arena, const struct verb *verb,
                     struct tl_str arg)
{
    bool quoted = verb->letter == 'q';
    if (verb->letter == 'd') {
        arg = rounded(arena, arg, 0);
    } else if (verb->precision >= 0 &&
               tl_str_find_char(TL_STR("fFgG"), verb->letter, 0) != TL_NONE) {
        arg = rounded(arena, arg, verb->precision);
    }
    tl_buf_add(out, quoted ? TL_STR("\"") : TL_STR(""));
    add_line(out, arg);
    tl_buf_add(out, quoted ? TL_STR("\"") : TL_STR(""));
}

bool tl_message_says_line(struct tl_str message)
{
    return tl_str_find(message, line_verb, 0) != TL_NONE;
}

struct tl_str tl_message_fill(struct tl_arena *arena, struct tl_str message,
                              const struct tl_str *args, size_t n_args, struct tl_str line)
{
    struct tl_buf out = tl_buf_in(arena);
    size_t next = 0;
    for (size_t at = 0; at < message.len; at++) {
        if (message.data[at] != '%' || at + 1 == message.len) {
            add_line(&out, tl_str_slice(message, at, at + 1));
            continue;
        }
        if (tl_str_has_prefix(tl_str_slice(message, at, message.len), line_verb)) {
            add_line(&out, line);
            at += line_verb.len - 1;
            continue;
        }
        struct verb verb = verb_read(message, at + 1, next);
        if (verb.letter == '\0' || (verb.letter == '%' && verb.has_index)) {
            tl_buf_add_char(&out, '%');
            continue;
        }
        if (verb.letter == '%') {
            tl_buf_add_char(&out, '%');
        } else {
            verb_add(&out, arena, &verb, verb.index < n_args ? args[verb.index] : TL_STR(""));
            next = verb.index + 1;
        }
        at = verb.end;
    }
    return tl_str_trim(tl_buf_str(&out));
}
