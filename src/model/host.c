/* SPDX-License-Identifier: MIT */
#include "model/host.h"

#include "base/utf8.h"

static const struct tl_host none = {{"", 0}, false};
static const char trailing[] = ".,;:!?)>]'\"";

static bool is_host_char(char c)
{
    return tl_char_is_alpha(c) || tl_char_is_digit(c) || c == '-' || (unsigned char)c >= 0x80;
}

/* Labels divided by dots, at least two; the last one has no digits, unless all is a number. */
static bool is_host(struct tl_str s)
{
    size_t n_labels = 0;
    size_t n_letters = 0; /* of the last label */
    bool all_digits = true;
    for (size_t at = 0; at < s.len;) {
        size_t begin = at;
        n_letters = 0;
        while (at < s.len && is_host_char(s.data[at])) {
            all_digits = all_digits && tl_char_is_digit(s.data[at]);
            n_letters += !tl_char_is_digit(s.data[at]);
            at++;
        }
        n_labels++;
        bool divided = at == s.len || (s.data[at] == '.' && at + 1 < s.len);
        if (at == begin || !divided) {
            return false;
        }
        at++;
    }
    return all_digits ? n_labels == 4 : n_labels > 1 && n_letters > 1;
}

static struct tl_str without_www(struct tl_str s)
{
    return tl_str_has_prefix_nocase(s, TL_STR("www.")) ? tl_str_slice(s, 4, s.len) : s;
}

/* The host of "user@host:port/path", which is all that follows the scheme. */
static struct tl_host authority_read(struct tl_str s)
{
    size_t end = 0;
    while (end < s.len && tl_str_find_char(TL_STR("/?#\\"), s.data[end], 0) == TL_NONE) {
        end++;
    }
    size_t begin = end;
    while (begin > 0 && s.data[begin - 1] != '@') {
        begin--;
    }
    size_t port = end;
    while (port > begin && tl_char_is_digit(s.data[port - 1])) {
        port--;
    }
    end = port > begin && s.data[port - 1] == ':' ? port - 1 : end;
    end -= end > begin && s.data[end - 1] == '.';
    struct tl_str host = without_www(tl_str_slice(s, begin, end));
    return is_host(host) ? (struct tl_host){host, false} : none;
}

/* The bytes of "http://" and its kin at the start; 0 where there is none. */
static size_t scheme_bytes(struct tl_str s)
{
    static const struct tl_str schemes[] = {{"https://", 8}, {"http://", 7}};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (tl_str_has_prefix_nocase(s, schemes[i])) {
            return schemes[i].len;
        }
    }
    return 0;
}

/* The host of "anna@example.com", which may be followed by "?subject=…". */
static struct tl_host mailbox_read(struct tl_str s)
{
    size_t end = tl_str_find_char(s, '?', 0);
    s = tl_str_slice(s, 0, end);
    size_t at = tl_str_find_char(s, '@', 0);
    struct tl_str host = at == TL_NONE ? TL_STR("") : tl_str_slice(s, at + 1, s.len);
    return at != TL_NONE && at > 0 && is_host(host) ? (struct tl_host){host, true} : none;
}

struct tl_host tl_host_of_target(struct tl_str target)
{
    static const struct tl_str mailto = {"mailto:", 7};
    size_t scheme = scheme_bytes(target);
    scheme = scheme == 0 && tl_str_has_prefix(target, TL_STR("//")) ? 2 : scheme;
    if (tl_str_has_prefix_nocase(target, mailto)) {
        return mailbox_read(tl_str_slice(target, mailto.len, target.len));
    }
    return scheme == 0 ? none : authority_read(tl_str_slice(target, scheme, target.len));
}

/* One run without white space.  alone  it is the whole text */
static struct tl_host word_read(struct tl_str word, bool alone)
{
    while (word.len > 0 && tl_str_find_char(TL_STR("(<['\""), word.data[0], 0) != TL_NONE) {
        word = tl_str_slice(word, 1, word.len);
    }
    while (tl_str_ends_in(word, trailing)) {
        word = tl_str_slice(word, 0, word.len - 1);
    }
    size_t scheme = scheme_bytes(word);
    if (scheme > 0 || tl_str_has_prefix_nocase(word, TL_STR("www."))) {
        return authority_read(tl_str_slice(word, scheme, word.len));
    }
    if (!alone) {
        return none;
    }
    bool is_mail = tl_str_find_char(word, '@', 0) != TL_NONE;
    return is_mail ? mailbox_read(word) : authority_read(word);
}

struct tl_host tl_host_of_text(struct tl_str text)
{
    struct tl_host found = none;
    size_t n_found = 0;
    text = tl_str_trim(text);
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        while (at < text.len && !tl_char_is_space(text.data[at])) {
            at++;
        }
        bool alone = begin == 0 && at == text.len;
        struct tl_host host = word_read(tl_str_slice(text, begin, at), alone);
        if (host.name.len > 0) {
            found = host;
            n_found++;
        }
        while (at < text.len && tl_char_is_space(text.data[at])) {
            at++;
        }
    }
    return n_found == 1 ? found : none;
}

static bool is_inside(struct tl_str inner, struct tl_str outer)
{
    return inner.len > outer.len && inner.data[inner.len - outer.len - 1] == '.' &&
           tl_str_has_suffix_nocase(inner, outer);
}

/* A host in the letters of its language beside one in ASCII says the same in two ways, perhaps. */
bool tl_host_fits(struct tl_host shown, struct tl_host target)
{
    struct tl_str a = shown.name;
    struct tl_str b = target.name;
    return tl_str_equal_nocase(a, b) || is_inside(a, b) || is_inside(b, a) ||
           tl_utf8_is_ascii(a) != tl_utf8_is_ascii(b);
}
