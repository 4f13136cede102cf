/* SPDX-License-Identifier: MIT */
#include "text/html.h"

#include "base/utf8.h"
#include "text/html_element.h"
#include "text/html_entity.h"
#include "text/html_frame.h"
#include "text/html_layout.h"
#include "text/html_safe.h"

#include <limits.h>
#include <pthread.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

struct reader {
    struct tl_arena *arena;
    struct tl_notices *notices;
    struct tl_text html; /* as the parser has it: as many bytes as were given */
    htmlParserCtxtPtr parser;
    bool stopped;
    size_t cursor; /* end of the bytes of html that are used */
    size_t skip;   /* bytes that the parser is about to report and that are used already */
    struct tl_text_builder out;
    struct tl_html_stream stream;
    struct tl_html_frames *frames;
    struct tl_buf style; /* the content of the <style> that is open */
    struct tl_str language;
};

/* Where the parser is, in bytes of html: at the end of what it has just read. */
static size_t parser_at(const struct reader *r)
{
    const xmlParserInput *input = r->parser->input;
    size_t at = input->consumed + (size_t)(input->cur - input->base);
    at = at < r->html.bytes.len ? at : r->html.bytes.len;
    return at > r->cursor ? at : r->cursor;
}

/* --- events --- */

static void event_add(struct reader *r, enum tl_html_event_kind kind, struct tl_str target)
{
    struct tl_html_events *events = &r->stream.events;
    struct tl_html_event *last = events->len > 0 ? &events->items[events->len - 1] : NULL;
    if (last != NULL && last->at == r->out.bytes.len && last->kind == TL_HTML_EVENT_BORDER &&
        kind == TL_HTML_EVENT_BORDER) {
        // borders with nothing between them are one
        last->state = tl_html_frame_top(r->frames)->state;
        return;
    }
    *TL_VEC_ADD(r->arena, events) = (struct tl_html_event){
        .at = r->out.bytes.len,
        .kind = kind,
        .state = tl_html_frame_top(r->frames)->state,
        .target = target,
    };
}

/* --- text --- */

static void ink_count(struct reader *r, struct tl_str shown)
{
    for (size_t i = 0; i < shown.len; i++) {
        r->frames->n_ink += (unsigned char)shown.data[i] > ' ';
    }
}

static bool lies_at(const struct reader *r, struct tl_str shown, size_t begin)
{
    return begin >= r->cursor &&
           tl_str_equal(tl_str_slice(r->html.bytes, begin, begin + shown.len), shown);
}

/*
 * Where a run lies as it is shown, or TL_NONE.  The parser reports it after it has read it or, of
 * long runs and of "<" that begins no tag, one character earlier.
 */
static size_t exact_find(const struct reader *r, struct tl_str shown, size_t end)
{
    if (tl_str_equal(shown, TL_STR("&"))) {
        return TL_NONE; // it may begin an entity
    }
    if (end >= shown.len && lies_at(r, shown, end - shown.len)) {
        return end - shown.len;
    }
    uint32_t code_point;
    end += tl_utf8_next(tl_str_slice(r->html.bytes, end, r->html.bytes.len), &code_point);
    return end >= shown.len && lies_at(r, shown, end - shown.len) ? end - shown.len : TL_NONE;
}

/* Browsers read "&#128;" to "&#159;" as windows-1252. */
static struct tl_str windows_character(struct tl_str shown, char bytes[TL_UTF8_MAX])
{
    static const uint16_t high[32] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    uint32_t code_point;
    if (tl_utf8_decode(shown, &code_point) != shown.len || code_point < 0x80 || code_point > 0x9F) {
        return shown;
    }
    return (struct tl_str){bytes, tl_utf8_encode(high[code_point - 0x80], bytes)};
}

/* A run that does not lie there as it is shown: an entity, or the "&" of something like one. */
static void entity_add(struct reader *r, struct tl_str shown, size_t end)
{
    const char *from = r->html.bytes.data + r->cursor;
    const char *amp = end > r->cursor ? memrchr(from, '&', end - r->cursor) : NULL;
    size_t begin = amp == NULL ? end : (size_t)(amp - r->html.bytes.data);
    char bytes[TL_UTF8_MAX];
    shown = windows_character(shown, bytes);
    if (amp != NULL && tl_str_equal(shown, TL_STR("&")) && r->html.bytes.data[end - 1] != ';') {
        end = begin + 1;
        struct tl_html_entity entity =
            tl_html_entity_read(tl_str_slice(r->html.bytes, end, r->html.bytes.len));
        shown = entity.bytes > 0 ? entity.text : shown;
        r->skip = entity.bytes; // the parser took it for text
        end += entity.bytes;
    }
    tl_text_replace(&r->out, &r->html, (struct tl_span){begin, end}, shown);
    r->cursor = end;
}

/* Text that takes room and cannot be seen parts the words around it. */
static void gap_add(struct reader *r)
{
    size_t at = parser_at(r);
    tl_text_replace(&r->out, &r->html, (struct tl_span){at, at}, TL_STR(" "));
    r->cursor = at;
}

static void text_add(struct reader *r, struct tl_str shown)
{
    const struct tl_html_frame *frame = tl_html_frame_top(r->frames);
    if (r->stopped || shown.len == 0 || !tl_html_frame_is_laid_out(frame)) {
        return;
    }
    if (!tl_html_frame_is_shown(frame)) {
        gap_add(r);
        return;
    }
    size_t n_skipped = r->skip < shown.len ? r->skip : shown.len;
    r->skip -= n_skipped;
    shown = tl_str_slice(shown, n_skipped, shown.len);
    if (shown.len == 0) {
        return;
    }
    bool is_nbsp = tl_str_equal(shown, TL_STR("\u00A0"));
    if (!is_nbsp) {
        ink_count(r, shown);
    }
    size_t end = parser_at(r);
    size_t begin = exact_find(r, shown, end);
    if (begin == TL_NONE) {
        entity_add(r, shown, end);
        return;
    }
    r->cursor = begin + shown.len;
    tl_text_keep(&r->out, &r->html, (struct tl_span){begin, r->cursor});
}

/* --- elements --- */

static void limit_reached(struct reader *r)
{
    size_t at = parser_at(r);
    *TL_VEC_ADD(r->arena, r->notices) = (struct tl_notice){
        .kind = TL_NOTICE_LIMIT,
        .span = tl_text_source(&r->html, (struct tl_span){at, at}),
        .what = tl_arena_format(r->arena, "what lies more than %d HTML elements deep was not read",
                                TL_MAX_HTML_DEPTH),
    };
    r->stopped = true;
    xmlStopParser(r->parser);
}

/* Whether text is shown differently in the one state, inside of a line. */
static bool differs(const struct tl_html_state *a, const struct tl_html_state *b)
{
    return a->keeps_lines != b->keeps_lines || a->bold != b->bold;
}

/* Where the start tag that the parser has just read lies in the source. */
static struct tl_span tag_find(const struct reader *r)
{
    size_t end = parser_at(r);
    const char *from = r->html.bytes.data + r->cursor;
    const char *open = end > r->cursor ? memrchr(from, '<', end - r->cursor) : NULL;
    size_t begin = open == NULL ? r->cursor : (size_t)(open - r->html.bytes.data);
    return tl_text_source(&r->html, (struct tl_span){begin, end});
}

static void element_open_events(struct reader *r, const struct tl_html_state *around,
                                struct tl_str href)
{
    const struct tl_html_frame *frame = tl_html_frame_top(r->frames);
    if (frame->flags & TL_HTML_BREAK) {
        event_add(r, TL_HTML_EVENT_BREAK, TL_STR(""));
    } else if (frame->flags & TL_HTML_RULE) {
        event_add(r, TL_HTML_EVENT_RULE, TL_STR(""));
    } else if (frame->block) {
        event_add(r, TL_HTML_EVENT_BORDER, TL_STR(""));
    } else if (differs(around, &frame->state)) {
        event_add(r, TL_HTML_EVENT_STATE, TL_STR(""));
    }
    if (frame->link) {
        event_add(r, TL_HTML_EVENT_LINK, tl_arena_copy(r->arena, href));
        r->stream.events.items[r->stream.events.len - 1].tag = tag_find(r);
    }
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct reader *r = ((htmlParserCtxtPtr)context)->_private;
    if (r->stopped) {
        return;
    }
    struct tl_html_traits traits = tl_html_traits_of((const unsigned char *const *)attributes);
    struct tl_html_state around = tl_html_frame_top(r->frames)->state;
    const struct tl_html_frame *frame =
        tl_html_frame_open(r->frames, tl_str_of((const char *)name), &traits);
    if (frame == NULL) {
        limit_reached(r);
        return;
    }
    if ((frame->flags & TL_HTML_ROOT) && traits.lang.len > 0) {
        r->language = tl_arena_copy(r->arena, traits.lang);
    }
    if (frame->flags & TL_HTML_STYLE) {
        r->style = tl_buf_in(r->arena);
    }
    if (tl_html_frame_is_laid_out(frame)) {
        element_open_events(r, &around, traits.href);
    }
}

static void element_close(struct reader *r)
{
    struct tl_html_frame frame = tl_html_frame_close(r->frames);
    if (frame.flags & TL_HTML_STYLE) {
        tl_html_sheet_read(r->arena, &r->frames->sheet, tl_buf_str(&r->style));
    }
    bool laid_out = tl_html_frame_is_laid_out(&frame);
    if (frame.link && laid_out) {
        event_add(r, TL_HTML_EVENT_LINK_END, TL_STR(""));
    }
    if (!laid_out || (frame.flags & (TL_HTML_BREAK | TL_HTML_RULE))) {
        return;
    }
    if (frame.block) {
        event_add(r, TL_HTML_EVENT_BORDER, TL_STR(""));
    } else if (differs(&frame.state, &tl_html_frame_top(r->frames)->state)) {
        event_add(r, TL_HTML_EVENT_STATE, TL_STR(""));
    }
}

static void on_end(void *context, const xmlChar *name)
{
    struct reader *r = ((htmlParserCtxtPtr)context)->_private;
    if (r->stopped) {
        return;
    }
    struct tl_str wanted = tl_str_of((const char *)name);
    size_t i = r->frames->len - 1;
    while (i > 0 && !tl_str_equal(r->frames->items[i].name, wanted)) {
        i--;
    }
    while (i > 0 && r->frames->len > i) {
        element_close(r);
    }
}

/* The content of <style> and <script>, in pieces. */
static void on_raw_text(void *context, const xmlChar *shown, int len)
{
    struct reader *r = ((htmlParserCtxtPtr)context)->_private;
    if (!r->stopped && (tl_html_frame_top(r->frames)->flags & TL_HTML_STYLE)) {
        tl_buf_add(&r->style, (struct tl_str){(const char *)shown, (size_t)len});
    }
}

static void on_text(void *context, const xmlChar *shown, int len)
{
    struct reader *r = ((htmlParserCtxtPtr)context)->_private;
    text_add(r, (struct tl_str){(const char *)shown, (size_t)len});
}

/* --- the whole --- */

static void parse(struct reader *r)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT; // the parser's tables are shared by threads
    (void)pthread_once(&once, xmlInitParser);
    // a source of TL_MAX_SOURCE_BYTES in the widest charset stays below; the parser counts in int
    size_t len = r->html.bytes.len < INT_MAX ? r->html.bytes.len : INT_MAX;
    r->parser = htmlNewParserCtxt();
    if (r->parser == NULL) {
        return;
    }
    r->parser->_private = r;
    *r->parser->sax = (htmlSAXHandler){
        .startElement = on_start,
        .endElement = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_raw_text,
    };
    xmlDocPtr doc =
        htmlCtxtReadMemory(r->parser, r->html.bytes.data, (int)len, NULL, "UTF-8",
                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                               HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
    xmlFreeDoc(doc);
    htmlFreeParserCtxt(r->parser);
    r->parser = NULL;
}

struct tl_reading tl_html_read(struct tl_arena *arena, const struct tl_text *text,
                               struct tl_notices *notices)
{
    struct reader *r = tl_arena_alloc(arena, sizeof *r);
    *r = (struct reader){
        .arena = arena,
        .notices = notices,
        .html = {tl_html_safe(arena, text->bytes), text->map, text->origin},
        .out = tl_text_build(arena),
        .language = TL_STR(""),
        .frames = tl_html_frames_new(arena),
    };
    if (text->bytes.len > 0) {
        parse(r);
    }
    r->stream.tables = tl_html_frames_tables(r->frames);
    r->stream.text = tl_text_finish(&r->out);
    struct tl_reading reading = tl_html_layout(arena, &r->stream);
    reading.language = r->language;
    return reading;
}
