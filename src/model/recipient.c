/* SPDX-License-Identifier: MIT */
#include "model/recipient.h"

#include "base/buf.h"
#include "base/limits.h"
#include "mime/word.h"
#include "text/nfc.h"

struct parser {
    struct tl_arena *arena;
    struct tl_recipients *recipients;
    struct tl_buf words; /* outside of brackets: the name, or the address itself */
    struct tl_buf comment;
    struct tl_buf address; /* between "<" and ">" */
};

static void clear(struct parser *p)
{
    p->words = tl_buf_in(p->arena);
    p->comment = tl_buf_in(p->arena);
    p->address = tl_buf_in(p->arena);
}

/* A mailbox ends.  Words without an address are kept: 'Berg, Anna <…>' needs no quotes for us. */
static void mailbox_end(struct parser *p)
{
    struct tl_str words = tl_str_trim(tl_buf_str(&p->words));
    struct tl_str address = tl_str_trim(tl_buf_str(&p->address));
    struct tl_str name = words;
    bool bare = address.len == 0;
    if (bare) {
        address = words;
        name = tl_str_trim(tl_buf_str(&p->comment));
    }
    size_t at = tl_str_find_char(address, '@', 0);
    if (at == TL_NONE || at == 0 || at + 1 == address.len) {
        if (!bare) {
            clear(p);
        } else if (p->words.len > 0) {
            tl_buf_add_char(&p->words, ' ');
        }
        return;
    }
    size_t last_space = address.len;
    while (bare && last_space > 0 && address.data[last_space - 1] != ' ') {
        last_space--;
    }
    if (p->recipients->len < TL_MAX_RECIPIENTS && name.len + address.len <= TL_MAX_MAILBOX_BYTES) {
        *TL_VEC_ADD(p->arena, p->recipients) = (struct tl_recipient){
            .name = tl_str_equal_nocase(name, address) ? TL_STR("") : name,
            .address = bare ? tl_str_slice(address, last_space, address.len) : address,
        };
    }
    clear(p);
}

/* Copies what stands between a sign and the one that ends it; returns the offset after that. */
static size_t enclosed_read(struct tl_str s, size_t at, char close, struct tl_buf *out)
{
    for (; at < s.len && s.data[at] != close; at++) {
        if (s.data[at] == '\\' && at + 1 < s.len) {
            at++;
        }
        tl_buf_add_char(out, s.data[at]);
    }
    return at + 1;
}

static void field_read(struct parser *p, struct tl_str s)
{
    for (size_t at = 0; at < s.len;) {
        char c = s.data[at++];
        switch (c) {
        case '"':
            at = enclosed_read(s, at, '"', &p->words);
            break;
        case '(':
            at = enclosed_read(s, at, ')', &p->comment);
            break;
        case '<':
            at = enclosed_read(s, at, '>', &p->address);
            break;
        case ',':
        case ';':
            mailbox_end(p);
            break;
        case ':': /* the name of a group went before */
            p->words = tl_buf_in(p->arena);
            break;
        default:
            tl_buf_add_char(&p->words, c);
        }
    }
    mailbox_end(p);
}

void tl_recipients_add(struct tl_arena *arena, const struct tl_part *mail, struct tl_str field,
                       struct tl_recipients *recipients)
{
    struct parser p = {.arena = arena, .recipients = recipients};
    for (size_t i = 0; mail != NULL && i < mail->fields.len && recipients->len < TL_MAX_RECIPIENTS;
         i++) {
        const struct tl_field *item = &mail->fields.items[i];
        if (tl_str_equal_nocase(item->name.bytes, field)) {
            struct tl_notices notices = {0}; /* said by nobody: no part of the text */
            struct tl_text body = tl_word_decode(arena, &item->body, &notices);
            body = tl_nfc_text(arena, &body);
            clear(&p);
            field_read(&p, body.bytes);
        }
    }
}

struct tl_str tl_recipient_local(const struct tl_recipient *recipient)
{
    return tl_str_slice(recipient->address, 0, tl_str_find_char(recipient->address, '@', 0));
}
