/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "text/content.h"
#include "text/front_matter.h"
#include "text/html_element.h"
#include "text/template_tag.h"

/* Fields that mail programs write, and people who write a text do not. */
static const char *const mail_fields[] = {
    "from",
    "to",
    "cc",
    "bcc",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "received",
    "return-path",
    "reply-to",
    "in-reply-to",
    "references",
    "sender",
    "delivered-to",
    "list-id",
    "user-agent",
    "x-mailer",
    "x-priority",
    "dkim-signature",
    "content-transfer-encoding",
    "content-disposition",
    "content-language",
    "authentication-results",
    "arc-seal",
    "x-received",
    "auto-submitted",
};

/* What the first lines are, read as header fields. */
struct header_facts {
    size_t n_fields;
    size_t n_mail_fields;
    bool ends; /* with a blank line or with the input */
};

static struct tl_str without_mark(struct tl_str bytes)
{
    return tl_str_slice(bytes, tl_utf8_mark(bytes), bytes.len);
}

static size_t line_end(struct tl_str bytes, size_t at)
{
    while (at < bytes.len && bytes.data[at] != '\n' && bytes.data[at] != '\r') {
        at++;
    }
    return at;
}

/* The name of the field that the line begins with; empty where it is no field. */
static struct tl_str field_name(struct tl_str line)
{
    size_t n = 0;
    while (n < line.len && line.data[n] > ' ' && line.data[n] < 0x7F && line.data[n] != ':') {
        n++;
    }
    bool is_field = n > 0 && n < line.len && line.data[n] == ':' &&
                    !tl_str_has_prefix(tl_str_slice(line, n, line.len), TL_STR("://"));
    return tl_str_slice(line, 0, is_field ? n : 0);
}

static bool is_mail_field(struct tl_str name)
{
    for (size_t i = 0; i < sizeof mail_fields / sizeof *mail_fields; i++) {
        if (tl_str_equal_nocase(name, tl_str_of(mail_fields[i]))) {
            return true;
        }
    }
    return false;
}

static struct header_facts header_look(struct tl_str bytes)
{
    struct header_facts facts = {0};
    size_t at = 0;
    if (tl_str_has_prefix(bytes, TL_STR("From "))) { // the first line of an mbox
        at = line_end(bytes, 0);
        at += tl_str_has_prefix(tl_str_slice(bytes, at, at + 2), TL_STR("\r\n")) ? 2 : 1;
    }
    while (at < bytes.len) {
        size_t end = line_end(bytes, at);
        struct tl_str line = tl_str_slice(bytes, at, end);
        bool goes_on = facts.n_fields > 0 && line.len > 0 && tl_char_is_space(line.data[0]);
        struct tl_str name = field_name(line);
        if (!goes_on && name.len == 0) {
            facts.ends = line.len == 0;
            return facts;
        }
        facts.n_fields += !goes_on;
        facts.n_mail_fields += !goes_on && is_mail_field(name);
        at = end + (tl_str_has_prefix(tl_str_slice(bytes, end, end + 2), TL_STR("\r\n")) ? 2 : 1);
    }
    facts.ends = true;
    return facts;
}

/* The element whose tag stands at the beginning; empty where there is none. */
static struct tl_str tag_name(struct tl_str bytes, char lower[16])
{
    size_t n = 0;
    if (bytes.len == 0 || (bytes.data[0] != '<' && bytes.data[0] != '/')) {
        return TL_STR("");
    }
    while (n < 16 && n + 1 < bytes.len &&
           (tl_char_is_alpha(bytes.data[n + 1]) || tl_char_is_digit(bytes.data[n + 1]) ||
            bytes.data[n + 1] == '-')) {
        lower[n] = tl_char_lower(bytes.data[n + 1]);
        n++;
    }
    char after = n + 1 < bytes.len ? bytes.data[n + 1] : ' ';
    bool ends = tl_char_is_space(after) || after == '>' || after == '/';
    return (struct tl_str){lower, ends ? n : 0};
}

static bool looks_like_html(struct tl_str bytes)
{
    size_t at = 0;
    while (at < bytes.len && tl_char_is_space(bytes.data[at])) {
        at++;
    }
    struct tl_str rest = tl_str_slice(bytes, at, bytes.len);
    char lower[16];
    return tl_str_has_prefix_nocase(rest, TL_STR("<!doctype")) ||
           tl_str_has_prefix(rest, TL_STR("<!--")) || tl_str_has_prefix(rest, TL_STR("<?xml")) ||
           tl_html_element_flags(tag_name(rest, lower)) != 0;
}

static bool ends_with_one_of(struct tl_str path, const char *const *endings, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (tl_str_has_suffix_nocase(path, tl_str_of(endings[i]))) {
            return true;
        }
    }
    return false;
}

static enum tl_content_kind kind_of(struct tl_str path, struct tl_str header_bytes,
                                    struct tl_str bytes)
{
    static const char *const html_endings[] = {".html", ".htm", ".xhtml", ".mjml"};
    struct header_facts header = header_look(header_bytes);
    bool named_eml = tl_str_has_suffix_nocase(path, TL_STR(".eml"));
    // a lone "To: …" may begin a text; a header goes on to a blank line or has more of its kind
    if (header.n_mail_fields > 1 || (header.n_mail_fields == 1 && header.ends) ||
        (named_eml && header.n_fields > 0)) {
        return TL_CONTENT_EML;
    }
    if (looks_like_html(bytes)) {
        return TL_CONTENT_HTML;
    }
    if (named_eml) {
        return TL_CONTENT_EML;
    }
    bool named_html =
        ends_with_one_of(path, html_endings, sizeof html_endings / sizeof *html_endings);
    return named_html ? TL_CONTENT_HTML : TL_CONTENT_TEXT;
}

enum tl_content_kind tl_content_kind_of(const struct tl_source *source)
{
    struct tl_str bytes = without_mark(source->bytes);
    return source->is_mail ? TL_CONTENT_EML : kind_of(source->path, bytes, bytes);
}

/* What is left after tags of a template, and white space. */
static struct tl_str without_tags(struct tl_str path, struct tl_str bytes)
{
    struct tl_tag tag = {.span = {0, 0}};
    struct tl_tag_reader reader = tl_tag_reader_of(bytes, tl_dialects_of(path, bytes), false);
    size_t at = 0;
    do {
        at = tag.span.end;
        while (at < bytes.len && tl_char_is_space(bytes.data[at])) {
            at++;
        }
    } while (at < bytes.len && tl_tag_read(&reader, at, false, &tag));
    return tl_str_slice(bytes, at, bytes.len);
}

/* Whether an element of HTML ends somewhere, or breaks a line. */
static bool has_elements(struct tl_str bytes)
{
    char lower[16];
    for (size_t at = tl_str_find_char(bytes, '<', 0); at != TL_NONE;
         at = tl_str_find_char(bytes, '<', at + 1)) {
        struct tl_str rest = tl_str_slice(bytes, at, bytes.len);
        bool closes = rest.len > 1 && rest.data[1] == '/';
        struct tl_str name = tag_name(tl_str_slice(rest, closes, rest.len), lower);
        unsigned flags = tl_html_element_flags(name);
        if (closes ? flags != 0 : (flags & TL_HTML_BREAK) != 0) {
            return true;
        }
    }
    return false;
}

enum tl_content_kind tl_content_kind_of_template(const struct tl_source *source)
{
    static const char *const text_endings[] = {".txt", ".text", ".md", ".markdown"};
    bool is_mjml = tl_str_has_suffix_nocase(source->path, TL_STR(".mjml"));
    struct tl_str path = is_mjml ? source->path : tl_dialect_inner_path(source->path);
    struct tl_str bytes = without_mark(source->bytes);
    size_t front = tl_front_matter_find(bytes).bytes;
    struct tl_str body = tl_str_slice(bytes, front, bytes.len);
    if (source->is_mail) {
        return TL_CONTENT_EML;
    }
    enum tl_content_kind kind = kind_of(path, bytes, without_tags(source->path, body));
    bool is_named =
        path.len == source->path.len ||
        ends_with_one_of(path, text_endings, sizeof text_endings / sizeof *text_endings);
    return kind == TL_CONTENT_TEXT && !is_named && has_elements(body) ? TL_CONTENT_HTML : kind;
}
