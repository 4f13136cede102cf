/* SPDX-License-Identifier: MIT */
#include "text/content.h"

#include "base/limits.h"
#include "mime/mbox_quote.h"
#include "mime/uuencode.h"
#include "mime/word.h"
#include "text/binary.h"
#include "text/front_matter.h"
#include "text/html.h"
#include "text/markdown_entity.h"
#include "text/plain.h"
#include "text/reading.h"
#include "text/template_dialect.h"

static const struct tl_str markdown = {"text/markdown", 13}; /* RFC 7763 */

struct reader {
    struct tl_arena *arena;
    struct tl_text source;
    struct tl_str path;
    const struct tl_content_asked *asked;
    struct tl_content *content;
    size_t n_files; /* that were in the text itself */
};

static void notice_add(struct reader *r, enum tl_notice_kind kind, size_t at, struct tl_str what)
{
    *TL_VEC_ADD(r->arena, &r->content->notices) =
        (struct tl_notice){.kind = kind, .span = {at, at}, .what = what};
}

static struct tl_text empty_text(struct tl_arena *arena)
{
    struct tl_text_builder out = tl_text_build(arena);
    return tl_text_finish(&out);
}

static bool param_is(const struct tl_part *part, struct tl_str name, struct tl_str value)
{
    return tl_str_equal_nocase(tl_param_find(&part->type, name), value);
}

/* The text without the tags of a template, if it is one. */
static struct tl_text masked(struct reader *r, const struct tl_text *text, bool is_html)
{
    struct tl_template *template = &r->content->template;
    if (!r->asked->is_template) {
        return *text;
    }
    unsigned dialects = r->asked->dialects;
    template->dialects = dialects != 0 ? dialects : tl_dialects_of(r->path, text->bytes);
    return tl_template_mask(r->arena, text, is_html, template, &r->content->notices);
}

/* What follows the front matter of a template, which may have the subject. */
static struct tl_text without_front_matter(struct reader *r, const struct tl_text *text)
{
    struct tl_front_matter front = tl_front_matter_find(text->bytes);
    if (front.has_subject) {
        struct tl_text subject = tl_text_slice(text, front.subject);
        r->content->has_subject = true;
        r->content->subject = masked(r, &subject, false);
    }
    return tl_text_slice(text, (struct tl_span){front.bytes, text->bytes.len});
}

static struct tl_reading text_part_read(struct reader *r, const struct tl_part *part,
                                        struct tl_text text)
{
    struct tl_content *content = r->content;
    bool is_html = tl_choice_is_html(part);
    if (r->asked->is_template && content->mail == NULL) {
        text = without_front_matter(r, &text);
    }
    if (!is_html) {
        text = tl_uuencode_remove(r->arena, &text, &r->n_files);
    }
    text = masked(r, &text, is_html);
    if (is_html) {
        return tl_html_read(r->arena, &text, &content->notices);
    }
    if (tl_part_is(part, markdown)) {
        text = tl_markdown_entities_read(r->arena, &text);
    }
    bool flowed = param_is(part, TL_STR("format"), TL_STR("flowed"));
    bool delsp = param_is(part, TL_STR("delsp"), TL_STR("yes"));
    return tl_plain_read(r->arena, &text, flowed, delsp);
}

static struct tl_reading part_read(struct reader *r, const struct tl_part *part)
{
    struct tl_text text = tl_part_decode(r->arena, part, &r->content->notices);
    struct tl_reading reading = text_part_read(r, part, text);
    reading.raw = text;
    return reading;
}

/* --- mail --- */

static void subject_read(struct reader *r)
{
    const struct tl_field *field = tl_fields_find(&r->content->mail->fields, TL_STR("subject"));
    if (field != NULL) {
        r->content->has_subject = true;
        struct tl_text subject = tl_word_decode(r->arena, &field->body, &r->content->notices);
        r->content->subject = masked(r, &subject, false);
    }
}

/* The language that a part declares; "sv, en" is no declaration of one. */
static struct tl_str language_declared(const struct tl_part *part)
{
    const struct tl_field *field = tl_fields_find(&part->fields, TL_STR("content-language"));
    if (field == NULL) {
        return TL_STR("");
    }
    struct tl_str tag = tl_str_trim(field->body.bytes);
    return tl_str_find_char(tag, ',', 0) == TL_NONE ? tag : TL_STR("");
}

static bool has_attachment(const struct tl_part *part, const struct tl_part *chosen)
{
    if (!tl_part_is(part, TL_STR("multipart/"))) {
        return part != chosen && tl_part_is_attachment(part);
    }
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        if (has_attachment(child, chosen)) {
            return true;
        }
    }
    return false;
}

static bool is_encrypted(const struct tl_part *part)
{
    if (tl_part_is(part, TL_STR("application/pkcs7-mime")) ||
        tl_part_is(part, TL_STR("application/x-pkcs7-mime"))) {
        return !param_is(part, TL_STR("smime-type"), TL_STR("signed-data"));
    }
    if (tl_part_is(part, TL_STR("multipart/encrypted"))) {
        return true;
    }
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        if (is_encrypted(child)) {
            return true;
        }
    }
    return false;
}

/* Reads the chosen part and what is shown below it. */
static struct tl_reading parts_read(struct reader *r, const struct tl_part *part)
{
    struct tl_readings readings = {0};
    struct tl_part_refs *more = &r->content->more;
    *TL_VEC_ADD(r->arena, &readings) = part_read(r, part);
    size_t n_bytes = readings.items[0].text.bytes.len;
    for (size_t i = 0; i < more->len; i++) {
        if (n_bytes >= TL_MAX_TEXT_BYTES) {
            size_t at = tl_text_source(&more->items[i]->body, (struct tl_span){0, 0}).begin;
            notice_add(r, TL_NOTICE_LIMIT, at, TL_STR("no more text of this message was read"));
            more->len = i;
            break;
        }
        struct tl_reading *reading = TL_VEC_ADD(r->arena, &readings);
        *reading = part_read(r, more->items[i]);
        n_bytes += reading->text.bytes.len;
    }
    return tl_reading_join(r->arena, &readings);
}

/* Reads one of the alternatives; the rest of the content is there. */
static void mail_part_read(struct reader *r, const struct tl_part *part, enum tl_choice choice)
{
    struct tl_content *content = r->content;
    content->part = part;
    if (part != NULL) {
        content->more = tl_choice_more(r->arena, content->mail, part, choice);
        content->reading = parts_read(r, part);
        content->language = language_declared(part);
    }
    if (content->language.len == 0) {
        content->language = language_declared(content->mail);
    }
    if (content->language.len == 0) {
        content->language = content->reading.language;
    }
    bool some = r->n_files > 0 || has_attachment(content->mail, part);
    content->attachments = some ? TL_ATTACHMENTS_SOME : TL_ATTACHMENTS_NONE;
}

/* Reads the HTML alternative into a content of its own. */
static const struct tl_content *also_read(const struct reader *r, const struct tl_part *part)
{
    struct tl_content *also = tl_arena_alloc(r->arena, sizeof *also);
    *also = *r->content;
    also->notices.cap = also->notices.len; // so that it grows apart
    also->template.tags.cap = also->template.tags.len;
    struct reader reader = *r;
    reader.content = also;
    reader.n_files = 0;
    mail_part_read(&reader, part, TL_CHOICE_HTML);
    return also;
}

static void mail_read(struct reader *r, enum tl_choice choice)
{
    struct tl_content *content = r->content;
    bool both = choice == TL_CHOICE_BOTH;
    content->mail = tl_part_parse(r->arena, &r->source, &content->notices);
    subject_read(r);
    choice = both ? TL_CHOICE_PLAIN : choice;
    const struct tl_part *part = tl_choice_find(r->arena, content->mail, choice);
    const struct tl_part *html =
        both ? tl_choice_find(r->arena, content->mail, TL_CHOICE_HTML) : part;
    const struct tl_content *also = html == part ? NULL : also_read(r, html);
    content->notices.cap = content->notices.len;
    content->template.tags.cap = content->template.tags.len;
    mail_part_read(r, part, choice);
    content->also = also;
}

/* --- files that are no mail --- */

/* What an HTML file says of its charset in its first kilobyte: <meta charset=…> or http-equiv. */
static struct tl_str html_charset(struct tl_str bytes)
{
    struct tl_str head = tl_str_slice(bytes, 0, 1024);
    for (size_t at = 0; at < head.len; at++) {
        struct tl_str rest = tl_str_slice(head, at, head.len);
        if (!tl_str_has_prefix_nocase(rest, TL_STR("charset"))) {
            continue;
        }
        size_t begin = sizeof "charset" - 1;
        while (begin < rest.len && tl_char_is_space(rest.data[begin])) {
            begin++;
        }
        if (begin == rest.len || rest.data[begin] != '=') {
            continue;
        }
        struct tl_str value = tl_str_trim(tl_str_slice(rest, begin + 1, rest.len));
        size_t skip = value.len > 0 && (value.data[0] == '"' || value.data[0] == '\'') ? 1 : 0;
        size_t end = skip;
        while (end < value.len && !tl_char_is_space(value.data[end]) &&
               tl_str_find_char(TL_STR("\"'>;/"), value.data[end], 0) == TL_NONE) {
            end++;
        }
        return tl_str_slice(value, skip, end);
    }
    return TL_STR("");
}

/* Reads the source as if it were the body of a part, so that the same limits hold. */
static void file_read(struct reader *r, struct tl_str type, struct tl_str charset)
{
    struct tl_part *part = tl_arena_alloc(r->arena, sizeof *part);
    *part = (struct tl_part){
        .type = {.value = type},
        .disposition = {.value = TL_STR("")},
        .encoding = TL_STR(""),
        .body = r->source,
    };
    *TL_VEC_ADD(r->arena, &part->type.params) = (struct tl_param){TL_STR("charset"), charset};
    r->content->part = part;
    r->content->reading = part_read(r, part);
}

static void html_read(struct reader *r)
{
    file_read(r, TL_STR("text/html"), html_charset(r->source.bytes));
}

static void text_read(struct reader *r)
{
    if (tl_binary_is(r->source.bytes)) {
        notice_add(r, TL_NOTICE_NO_TEXT, 0, TL_STR("the input is binary"));
        return;
    }
    struct tl_str path = tl_dialect_inner_path(r->path);
    bool is_markdown = tl_str_has_suffix_nocase(path, TL_STR(".md")) ||
                       tl_str_has_suffix_nocase(path, TL_STR(".markdown"));
    file_read(r, is_markdown ? markdown : TL_STR("text/plain"), TL_STR(""));
}

/* --- the whole --- */

static void emptiness_report(struct reader *r)
{
    struct tl_content *content = r->content;
    if (content->also != NULL && content->also->reading.lines.len > 0) {
        return;
    }
    for (size_t i = 0; i < content->notices.len; i++) {
        if (content->notices.items[i].kind == TL_NOTICE_NO_TEXT) {
            return;
        }
    }
    struct tl_str what = TL_STR("the input has no text");
    size_t at = 0;
    if (r->source.bytes.len == 0) {
        what = TL_STR("the input is empty");
    } else if (content->mail != NULL) {
        bool encrypted = content->part == NULL && is_encrypted(content->mail);
        what = encrypted ? TL_STR("the message is encrypted")
                         : TL_STR("the message has no readable part");
        at = tl_text_source(&content->mail->body, (struct tl_span){0, 0}).begin;
    }
    notice_add(r, TL_NOTICE_NO_TEXT, at, what);
}

const struct tl_content *tl_content_read(struct tl_arena *arena, const struct tl_source *source)
{
    return tl_content_read_as(arena, source, &(struct tl_content_asked){.choice = TL_CHOICE_AUTO});
}

const struct tl_content *tl_content_read_as(struct tl_arena *arena, const struct tl_source *source,
                                            const struct tl_content_asked *asked)
{
    struct tl_content *content = tl_arena_alloc(arena, sizeof *content);
    struct tl_text empty = empty_text(arena);
    *content = (struct tl_content){
        .source = source,
        .kind =
            asked->is_template ? tl_content_kind_of_template(source) : tl_content_kind_of(source),
        .subject = empty,
        .reading = {.text = empty, .raw = empty, .language = TL_STR("")},
        .language = TL_STR(""),
    };
    struct reader r = {
        .arena = arena,
        .source = tl_text_of(arena, source),
        .path = source->path,
        .asked = asked,
        .content = content,
    };
    if (source->is_from_quoted) {
        r.source = tl_mbox_quote_undo(arena, &r.source);
    }
    switch (content->kind) {
    case TL_CONTENT_EML:
        mail_read(&r, asked->choice);
        break;
    case TL_CONTENT_TEXT:
        text_read(&r);
        break;
    case TL_CONTENT_HTML:
        html_read(&r);
        break;
    }
    if (content->language.len == 0) {
        content->language = content->reading.language;
    }
    if (content->reading.lines.len == 0) {
        emptiness_report(&r);
    }
    if (source->cut) {
        notice_add(&r, TL_NOTICE_LIMIT, source->bytes.len,
                   tl_arena_format(arena, "only the first %d MB of the input were read",
                                   TL_MAX_SOURCE_BYTES / 1024 / 1024));
    }
    return content;
}
