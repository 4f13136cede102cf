/* SPDX-License-Identifier: MIT */
#include "text/content.h"
#include "text/html_element.h"

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
    bool marked = tl_str_has_prefix(bytes, TL_STR("\xEF\xBB\xBF"));
    return tl_str_slice(bytes, marked ? 3 : 0, bytes.len);
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

/* The element whose start tag stands at the beginning; empty where there is none. */
static struct tl_str tag_name(struct tl_str bytes, char lower[16])
{
    size_t n = 0;
    if (bytes.len == 0 || bytes.data[0] != '<') {
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

enum tl_content_kind tl_content_kind_of(const struct tl_source *source)
{
    if (source->is_mail) {
        return TL_CONTENT_EML;
    }
    struct tl_str bytes = without_mark(source->bytes);
    struct header_facts header = header_look(bytes);
    bool named_eml = tl_str_has_suffix_nocase(source->path, TL_STR(".eml"));
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
    static const char *const html_endings[] = {".html", ".htm", ".xhtml", ".mjml"};
    for (size_t i = 0; i < sizeof html_endings / sizeof *html_endings; i++) {
        if (tl_str_has_suffix_nocase(source->path, tl_str_of(html_endings[i]))) {
            return TL_CONTENT_HTML;
        }
    }
    return TL_CONTENT_TEXT;
}
