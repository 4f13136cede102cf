/* SPDX-License-Identifier: MIT */
#include "model/flow.h"

#include "base/utf8.h"
#include "model/wrap.h"

struct flow {
    struct tl_arena *arena;
    struct tl_text_builder out;
    struct tl_letter *letter;
};

/* The text, without a blank at its ends; each run of blanks is one space. */
static void add_line(struct flow *flow, const struct tl_text *from, struct tl_span span)
{
    struct tl_str s = from->bytes;
    size_t kept = span.begin;
    for (size_t at = span.begin; at < span.end;) {
        uint32_t c;
        size_t begin = at;
        size_t n_blanks = 0;
        size_t n = tl_utf8_next(tl_str_slice(s, at, span.end), &c);
        while (n > 0 && tl_char_is_blank(c)) {
            at += n;
            n_blanks++;
            n = tl_utf8_next(tl_str_slice(s, at, span.end), &c);
        }
        if (n_blanks == 0) {
            at += n;
            continue;
        }
        tl_text_keep(&flow->out, from, (struct tl_span){kept, begin});
        if (begin > span.begin && at < span.end) {
            bool plain = at - begin == 1 && s.data[begin] == ' ';
            if (plain) {
                tl_text_keep(&flow->out, from, (struct tl_span){begin, at});
            } else {
                tl_text_replace(&flow->out, from, (struct tl_span){begin, at}, TL_STR(" "));
            }
        }
        kept = at;
    }
    tl_text_keep(&flow->out, from, (struct tl_span){kept, span.end});
}

/* A greeting, sign-off or name in bold heads nothing. */
static enum tl_line_kind kind_of(const struct tl_piece *piece)
{
    bool may_head = piece->zone != TL_ZONE_GREETING && piece->zone != TL_ZONE_SIGNOFF &&
                    piece->zone != TL_ZONE_SIGNATURE && piece->zone != TL_ZONE_SUBJECT;
    return piece->kind == TL_LINE_HEADING && !may_head ? TL_LINE_TEXT : piece->kind;
}

static void block_begin(struct flow *flow, const struct tl_piece *first)
{
    struct tl_blocks *blocks = &flow->letter->blocks;
    if (flow->out.bytes.len > 0) {
        tl_text_insert(&flow->out, (struct tl_span){0, 0}, TL_STR("\n\n"));
    }
    *TL_VEC_ADD(flow->arena, blocks) = (struct tl_block){
        .span = {flow->out.bytes.len, flow->out.bytes.len},
        .kind = kind_of(first),
        .zone = first->zone,
        .quote_depth = first->quote_depth,
        .is_numbered = first->is_numbered,
        .starts_row = first->starts_row,
        .level = first->level,
        .language = flow->letter->language,
    };
}

/* False where nothing but blanks was added: then there is no such block. */
static bool block_end(struct flow *flow)
{
    struct tl_blocks *blocks = &flow->letter->blocks;
    struct tl_block *block = &blocks->items[blocks->len - 1];
    block->span.end = flow->out.bytes.len;
    if (block->span.begin == block->span.end) {
        blocks->len--;
        return false;
    }
    return true;
}

/* Joins a piece to the one before it in its block. */
static void piece_join(struct flow *flow, const struct tl_text *reading,
                       const struct tl_wrap_widths *widths, const struct tl_piece *last,
                       const struct tl_piece *piece)
{
    static const char *const joints[] = {
        [TL_WRAP_MEANT] = "\n", [TL_WRAP_SPACE] = " ", [TL_WRAP_INSIDE] = ""};
    const struct tl_language *language = flow->letter->language;
    enum tl_wrap wrap = tl_wrap_of(widths, reading->bytes, last, piece,
                                   language == NULL ? NULL : &language->function_words);
    struct tl_span gap = {last->span.end, piece->span.begin};
    if (wrap != TL_WRAP_INSIDE) {
        tl_text_replace(&flow->out, reading, gap, tl_str_of(joints[wrap]));
    }
}

void tl_flow_build(struct tl_arena *arena, struct tl_letter *letter, const struct tl_text *reading,
                   const struct tl_pieces *pieces, const struct tl_text *subject)
{
    struct flow flow = {arena, tl_text_build(arena), letter};
    if (tl_str_trim(subject->bytes).len > 0) {
        block_begin(&flow, &(struct tl_piece){.kind = TL_LINE_TEXT, .zone = TL_ZONE_SUBJECT});
        add_line(&flow, subject, (struct tl_span){0, subject->bytes.len});
        (void)block_end(&flow);
    }
    struct tl_wrap_widths widths = tl_wrap_measure(reading->bytes, pieces);
    const struct tl_piece *last = NULL;
    for (size_t i = 0; i < pieces->len; i++) {
        const struct tl_piece *piece = &pieces->items[i];
        struct tl_str s = tl_piece_text(reading->bytes, piece);
        if (s.len == 0 || piece->kind == TL_LINE_RULE) {
            last = NULL;
            continue;
        }
        if (last != NULL && tl_wrap_goes_on(last, piece)) {
            piece_join(&flow, reading, &widths, last, piece);
        } else {
            block_begin(&flow, piece);
        }
        add_line(&flow, reading, piece->span);
        last = block_end(&flow) ? piece : NULL;
    }
    letter->text = tl_text_finish(&flow.out);
}
