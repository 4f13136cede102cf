/* SPDX-License-Identifier: MIT */
#include "mime/part.h"

#include "base/limits.h"
#include "mime/charset.h"
#include "mime/line_internal.h"
#include "mime/transfer.h"

/* Counts that hold for the whole message. */
struct tally {
    size_t n_parts;
    size_t nesting;
    size_t decoded_bytes; /* of messages that were themselves encoded */
    bool parts_reported;
    bool depth_reported;
};

/* A line that ends a part. */
struct delimiter {
    size_t begin; /* the length of the text where there is no such line */
    size_t next;
    size_t level; /* whose boundary it is; TL_NONE where there is no such line */
    bool closes;
};

struct parser {
    struct tl_arena *arena;
    const struct tl_text *text;
    struct tl_notices *notices;
    struct tally *tally;
    size_t at;
    struct delimiter delimiter;                  /* where the last part ended */
    struct tl_str boundaries[TL_MAX_PART_DEPTH]; /* in force, the outermost first */
    size_t n_boundaries;
};

static struct tl_part *entity_parse(struct parser *p, const char *default_type);

static void limit_add(struct tl_arena *arena, struct tl_notices *notices, struct tl_span source,
                      struct tl_str what)
{
    *TL_VEC_ADD(arena, notices) =
        (struct tl_notice){.kind = TL_NOTICE_LIMIT, .span = source, .what = what};
}

/* Whether there may be one more part; where not, says so once, at the place `at`. */
static bool has_room(struct parser *p, size_t at)
{
    struct tally *tally = p->tally;
    struct tl_span source = tl_text_source(p->text, (struct tl_span){at, at});
    if (tally->n_parts >= TL_MAX_PARTS) {
        if (!tally->parts_reported) {
            limit_add(p->arena, p->notices, source,
                      tl_arena_format(p->arena, "only the first %d parts were read", TL_MAX_PARTS));
        }
        tally->parts_reported = true;
        return false;
    }
    if (tally->nesting >= TL_MAX_PART_DEPTH) {
        if (!tally->depth_reported) {
            limit_add(p->arena, p->notices, source,
                      tl_arena_format(p->arena, "only the first %d levels of parts were read",
                                      TL_MAX_PART_DEPTH));
        }
        tally->depth_reported = true;
        return false;
    }
    return true;
}

/* Compares a line that begins with "--" with the boundaries in force, the innermost first. */
static bool delimiter_match(const struct parser *p, const struct tl_mime_line *line,
                            struct delimiter *found)
{
    struct tl_str rest = tl_str_slice(p->text->bytes, line->begin + 2, line->end);
    while (rest.len > 0 && tl_char_is_space(rest.data[rest.len - 1])) {
        rest.len--;
    }
    for (size_t i = p->n_boundaries; i-- > 0;) {
        struct tl_str boundary = p->boundaries[i];
        if (!tl_str_has_prefix(rest, boundary)) {
            continue;
        }
        struct tl_str after = tl_str_slice(rest, boundary.len, rest.len);
        bool closes = tl_str_equal(after, TL_STR("--"));
        if (closes || after.len == 0) {
            *found = (struct delimiter){line->begin, line->next, i, closes};
            return true;
        }
    }
    return false;
}

/* Finds the first delimiter from `at` to `end`; the cursor and p->delimiter are put there. */
static void delimiter_find(struct parser *p, size_t at, size_t end)
{
    struct tl_str bytes = tl_str_slice(p->text->bytes, 0, end);
    p->delimiter = (struct delimiter){end, end, TL_NONE, false};
    while (at < end && p->n_boundaries > 0) {
        struct tl_mime_line line = tl_mime_line_at(bytes, at);
        if (line.end - line.begin >= 2 && bytes.data[at] == '-' && bytes.data[at + 1] == '-' &&
            delimiter_match(p, &line, &p->delimiter)) {
            break;
        }
        at = line.next;
    }
    p->at = p->delimiter.begin;
}

static struct tl_str lower(struct tl_arena *arena, struct tl_str s)
{
    char *copy = tl_arena_alloc(arena, s.len + 1);
    for (size_t i = 0; i < s.len; i++) {
        copy[i] = tl_char_lower(s.data[i]);
    }
    return (struct tl_str){copy, s.len};
}

/* The field of that name, its value in lower case. */
static struct tl_valued valued_read(struct tl_arena *arena, const struct tl_fields *fields,
                                    struct tl_str name)
{
    const struct tl_field *field = tl_fields_find(fields, name);
    if (field == NULL) {
        return (struct tl_valued){.value = TL_STR("")};
    }
    struct tl_valued valued = tl_param_parse(arena, field->body.bytes);
    valued.value = lower(arena, valued.value);
    return valued;
}

/* Reads the header at the cursor, which then stands at the body. */
static void header_parse(struct parser *p, struct tl_part *part, const char *default_type)
{
    size_t begin = p->at;
    size_t len = p->text->bytes.len;
    struct tl_text entity = tl_text_slice(p->text, (struct tl_span){begin, len});
    size_t body = begin + tl_fields_parse(p->arena, &entity, &part->fields, p->notices);
    delimiter_find(p, begin, body);
    if (p->delimiter.level != TL_NONE) { // a part that ends inside its header
        part->fields = (struct tl_fields){0};
        entity = tl_text_slice(p->text, (struct tl_span){begin, p->delimiter.begin});
        body = begin + tl_fields_parse(p->arena, &entity, &part->fields, p->notices);
    }
    p->at = body;
    part->type = valued_read(p->arena, &part->fields, TL_STR("content-type"));
    part->disposition = valued_read(p->arena, &part->fields, TL_STR("content-disposition"));
    part->encoding =
        valued_read(p->arena, &part->fields, TL_STR("content-transfer-encoding")).value;
    size_t slash = tl_str_find_char(part->type.value, '/', 0);
    if (part->type.value.len == 0 && part->type.params.len == 0) {
        part->type.value = tl_str_of(default_type);
    } else if (slash == TL_NONE || slash == 0 || slash + 1 == part->type.value.len) {
        part->type.value = TL_STR("text/plain");
    }
}

/* Appends a child at `link`; returns where the next one goes. */
static const struct tl_part **child_add(struct parser *p, struct tl_part *part,
                                        const struct tl_part **link, const char *default_type)
{
    p->tally->nesting++;
    struct tl_part *child = entity_parse(p, default_type);
    p->tally->nesting--;
    *link = child;
    part->n_children++;
    return &child->next;
}

static void leaf_parse(struct parser *p)
{
    delimiter_find(p, p->at, p->text->bytes.len);
}

static bool is_blank(struct tl_str s)
{
    return tl_str_trim(s).len == 0;
}

/* Whether nothing is in a multipart but parts of nothing. */
static bool has_nothing(const struct tl_part *part)
{
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        if (child->first != NULL || !is_blank(child->body.bytes)) {
            return false;
        }
    }
    return true;
}

/* Makes a text of a multipart whose preamble is all that it has. */
static void preamble_take(struct parser *p, struct tl_part *part, struct tl_span preamble)
{
    struct tl_text text = tl_text_slice(p->text, preamble);
    if (has_nothing(part) && !is_blank(text.bytes)) {
        part->type.value = TL_STR("text/plain");
        part->first = NULL;
        part->n_children = 0;
        part->body = text;
    }
}

static void multipart_parse(struct parser *p, struct tl_part *part)
{
    struct tl_str boundary = tl_param_find(&part->type, TL_STR("boundary"));
    while (boundary.len > 0 && tl_char_is_space(boundary.data[boundary.len - 1])) {
        boundary.len--; // as on the delimiter lines
    }
    if (boundary.len == 0) {
        part->type.value = TL_STR("text/plain");
        leaf_parse(p);
        return;
    }
    size_t level = p->n_boundaries;
    p->boundaries[p->n_boundaries++] = boundary;
    struct tl_span preamble = {p->at, p->at};
    leaf_parse(p);
    preamble.end = p->delimiter.begin > preamble.begin ? p->delimiter.begin : preamble.begin;
    bool found = p->delimiter.level == level;
    const char *default_type =
        tl_part_is(part, TL_STR("multipart/digest")) ? "message/rfc822" : "text/plain";
    const struct tl_part **link = &part->first;
    while (p->delimiter.level == level && !p->delimiter.closes) {
        p->at = p->delimiter.next;
        if (p->at == p->text->bytes.len) { // it was meant to be the last delimiter
            p->delimiter.closes = true;
        } else if (has_room(p, p->delimiter.begin)) {
            link = child_add(p, part, link, default_type);
        } else {
            leaf_parse(p);
        }
    }
    p->n_boundaries--;
    if (p->delimiter.level == level) { // what follows the last delimiter is not for people
        p->at = p->delimiter.next;
        leaf_parse(p);
    }
    if (found) {
        preamble_take(p, part, preamble);
    } else {
        part->type.value = TL_STR("text/plain");
    }
}

/* The body of the part that begins at `begin` and ends at the delimiter that was found. */
static struct tl_text body_slice(const struct parser *p, size_t begin)
{
    struct tl_str s = p->text->bytes;
    size_t end = p->delimiter.begin;
    if (end < begin) {
        begin = end;
    }
    if (p->delimiter.level != TL_NONE) {
        end -= end > begin && s.data[end - 1] == '\n';
        end -= end > begin && s.data[end - 1] == '\r';
    }
    return tl_text_slice(p->text, (struct tl_span){begin, end});
}

static bool is_encoded(const struct tl_part *part)
{
    return tl_str_equal(part->encoding, TL_STR("base64")) ||
           tl_str_equal(part->encoding, TL_STR("quoted-printable"));
}

/* RFC 2046 5.2.1 forbids to encode a message as a whole; it is done. */
static void encoded_message_parse(struct parser *p, struct tl_part *part, size_t begin)
{
    leaf_parse(p);
    struct tl_text body = body_slice(p, begin);
    struct tl_text *decoded = tl_arena_alloc(p->arena, sizeof *decoded);
    *decoded = tl_transfer_decode(p->arena, &body, part->encoding,
                                  TL_MAX_TEXT_BYTES - p->tally->decoded_bytes, p->notices);
    p->tally->decoded_bytes += decoded->bytes.len;
    struct parser inner = {
        .arena = p->arena,
        .text = decoded,
        .notices = p->notices,
        .tally = p->tally,
    };
    child_add(&inner, part, &part->first, "text/plain");
}

static void message_parse(struct parser *p, struct tl_part *part, size_t begin)
{
    if (is_encoded(part)) {
        encoded_message_parse(p, part, begin);
    } else {
        child_add(p, part, &part->first, "text/plain");
    }
}

/* Reads the entity at the cursor and all in it, up to a delimiter of an enclosing multipart. */
static struct tl_part *entity_parse(struct parser *p, const char *default_type)
{
    struct tl_part *part = tl_arena_alloc(p->arena, sizeof *part);
    p->tally->n_parts++;
    header_parse(p, part, default_type);
    size_t begin = p->at;
    bool is_multipart = tl_part_is(part, TL_STR("multipart/"));
    bool is_message =
        tl_part_is(part, TL_STR("message/rfc822")) || tl_part_is(part, TL_STR("message/global"));
    if ((!is_multipart && !is_message) || !has_room(p, begin)) {
        leaf_parse(p);
    } else if (is_multipart) {
        multipart_parse(p, part);
    } else {
        message_parse(p, part, begin);
    }
    if (part->body.map == NULL) { // it is not a preamble already
        part->body = body_slice(p, begin);
    }
    return part;
}

const struct tl_part *tl_part_parse(struct tl_arena *arena, const struct tl_text *message,
                                    struct tl_notices *notices)
{
    struct tally tally = {0};
    struct parser p = {.arena = arena, .text = message, .notices = notices, .tally = &tally};
    return entity_parse(&p, "text/plain");
}

bool tl_part_is(const struct tl_part *part, struct tl_str type)
{
    bool is_family = type.len > 0 && type.data[type.len - 1] == '/';
    return is_family ? tl_str_has_prefix_nocase(part->type.value, type)
                     : tl_str_equal_nocase(part->type.value, type);
}

static bool has_file_name(const struct tl_part *part)
{
    return tl_param_find(&part->disposition, TL_STR("filename")).len > 0 ||
           tl_param_find(&part->type, TL_STR("name")).len > 0;
}

/* A picture in the text of the message, or what signs it: mail programs list neither. */
static bool is_furniture(const struct tl_part *part)
{
    static const char *const signatures[] = {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    };
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        if (tl_part_is(part, tl_str_of(signatures[i]))) {
            return true;
        }
    }
    return tl_part_is(part, TL_STR("image/")) &&
           tl_fields_find(&part->fields, TL_STR("content-id")) != NULL;
}

bool tl_part_is_attachment(const struct tl_part *part)
{
    if (tl_part_is(part, TL_STR("multipart/"))) {
        return false;
    }
    if (tl_str_equal(part->disposition.value, TL_STR("attachment"))) {
        return !tl_part_is(part, TL_STR("application/pgp-signature"));
    }
    if (is_furniture(part)) {
        return false;
    }
    if (has_file_name(part)) {
        return true;
    }
    bool is_inline = tl_str_equal(part->disposition.value, TL_STR("inline"));
    return !tl_part_is(part, TL_STR("text/")) && !(tl_part_is(part, TL_STR("image/")) && is_inline);
}

/* The largest part of `text` of at most `max` bytes that ends with a character. */
static size_t text_cut(struct tl_str text, size_t max)
{
    if (text.len <= max) {
        return text.len;
    }
    size_t end = max;
    while (end > 0 && max - end < 3 && ((unsigned char)text.data[end] & 0xC0) == 0x80) {
        end--;
    }
    return end;
}

static struct tl_text text_limit(struct tl_arena *arena, const struct tl_text *text,
                                 struct tl_notices *notices)
{
    size_t end = text_cut(text->bytes, TL_MAX_TEXT_BYTES);
    if (end < text->bytes.len) {
        limit_add(arena, notices, tl_text_source(text, (struct tl_span){end, end}),
                  tl_arena_format(arena, "only the first %zu bytes of this part were read", end));
    }
    return tl_text_slice(text, (struct tl_span){0, end});
}

static bool has_limit(const struct tl_notices *notices, size_t from)
{
    for (size_t i = from; i < notices->len; i++) {
        if (notices->items[i].kind == TL_NOTICE_LIMIT) {
            return true;
        }
    }
    return false;
}

/* Where we ourselves cut the bytes, the half character at the end is no fault of the message. */
static struct tl_text torn_end_drop(const struct tl_text *text, const struct tl_text *bytes,
                                    struct tl_notices *notices, size_t n_notices)
{
    struct tl_span last = {bytes->bytes.len == 0 ? 0 : bytes->bytes.len - 1, bytes->bytes.len};
    size_t source_end = tl_text_source(bytes, last).end;
    if (notices->len > n_notices && notices->items[n_notices].span.end == source_end) {
        notices->len = n_notices;
    }
    size_t end = text->bytes.len;
    if (tl_str_has_suffix_nocase(text->bytes, TL_STR("\xEF\xBF\xBD"))) {
        end -= 3;
    }
    return tl_text_slice(text, (struct tl_span){0, end});
}

struct tl_text tl_part_decode(struct tl_arena *arena, const struct tl_part *part,
                              struct tl_notices *notices)
{
    size_t n_before = notices->len;
    struct tl_text bytes =
        tl_transfer_decode(arena, &part->body, part->encoding, TL_MAX_TEXT_BYTES, notices);
    bytes = text_limit(arena, &bytes, notices);
    bool was_cut = has_limit(notices, n_before);
    size_t n_notices = notices->len;
    struct tl_str charset = tl_param_find(&part->type, TL_STR("charset"));
    struct tl_text text = tl_charset_decode(arena, &bytes, charset, notices);
    if (was_cut) {
        text = torn_end_drop(&text, &bytes, notices, n_notices);
        size_t end = text_cut(text.bytes, TL_MAX_TEXT_BYTES);
        return tl_text_slice(&text, (struct tl_span){0, end});
    }
    return text_limit(arena, &text, notices);
}
