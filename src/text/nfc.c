/* SPDX-License-Identifier: MIT */
#include "text/nfc.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum {
    /* below it, every character is its own composed form, and none is a combining mark */
    FIRST_COMBINING = 0x300,
    /* marks after one letter that are composed with it; more are text to make a program slow */
    MAX_CLUSTER = 32,
};

enum treatment {
    KEEP,
    DROP,
    SPACE,
    LINE_END,
    LIGATURE,
    COMPOSE, /* together with the marks that follow */
};

struct character {
    uint32_t code_point;
    size_t bytes;
};

static struct character character_at(struct tl_str s, size_t at)
{
    struct character c;
    c.bytes = tl_utf8_next((struct tl_str){s.data + at, s.len - at}, &c.code_point);
    return c;
}

static const utf8proc_property_t *property(uint32_t code_point)
{
    return utf8proc_get_property((utf8proc_int32_t)code_point);
}

/* Whether a joiner after this character changes how the text looks. */
static bool joins(uint32_t code_point)
{
    bool skin_tone = code_point >= 0x1F3FB && code_point <= 0x1F3FF;
    bool joined_script =
        code_point >= 0x590 && code_point < 0x2000 && tl_char_is_letter(code_point);
    return code_point == 0xFE0F || skin_tone || joined_script ||
           property(code_point)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_mark(uint32_t code_point)
{
    if (code_point < FIRST_COMBINING) {
        return false;
    }
    const utf8proc_property_t *p = property(code_point);
    return p->combining_class != 0 || p->boundclass == UTF8PROC_BOUNDCLASS_V ||
           p->boundclass == UTF8PROC_BOUNDCLASS_T ||
           p->boundclass == UTF8PROC_BOUNDCLASS_SPACINGMARK;
}

/* Whether the character alone may have another composed form. */
static bool decomposes(uint32_t code_point)
{
    const utf8proc_property_t *p = property(code_point);
    return p->decomp_seqindex != UINT16_MAX && p->decomp_type == 0;
}

enum { FIRST_LIGATURE = 0xFB00 };

/* What U+FB00 and those after it are made of. */
static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

static bool is_ligature(uint32_t code_point)
{
    return code_point >= FIRST_LIGATURE &&
           code_point - FIRST_LIGATURE < sizeof ligatures / sizeof *ligatures;
}

static enum treatment treatment_of(uint32_t code_point, uint32_t before)
{
    switch (code_point) {
    case 0x00AD:
    case 0x200B:
    case 0x2060:
    case 0xFEFF:
        return DROP;
    case 0x200C:
    case 0x200D:
        return joins(before) ? KEEP : DROP;
    case 0x2028:
    case 0x2029:
        return LINE_END;
    default:
        break;
    }
    if (is_ligature(code_point)) {
        return LIGATURE;
    }
    if (code_point >= FIRST_COMBINING && (is_mark(code_point) || decomposes(code_point))) {
        return COMPOSE;
    }
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_ZS ? SPACE : KEEP;
}

/* Where the letter at `at` ends together with its marks. */
static size_t cluster_end(struct tl_str s, size_t at)
{
    size_t end = at + character_at(s, at).bytes;
    for (unsigned n = 1; n < MAX_CLUSTER && end < s.len; n++) {
        struct character c = character_at(s, end);
        if (!is_mark(c.code_point)) {
            break;
        }
        end += c.bytes;
    }
    return end;
}

static void cluster_add(struct tl_text_builder *out, const struct tl_text *from,
                        struct tl_span cluster)
{
    struct tl_str raw = tl_str_slice(from->bytes, cluster.begin, cluster.end);
    utf8proc_int32_t chars[MAX_CLUSTER * 4];
    utf8proc_ssize_t n =
        utf8proc_decompose((const utf8proc_uint8_t *)raw.data, (utf8proc_ssize_t)raw.len, chars,
                           MAX_CLUSTER * 4, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
    if (n > 0 && n <= MAX_CLUSTER * 4) {
        n = utf8proc_normalize_utf32(chars, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    }
    if (n <= 0 || n > MAX_CLUSTER * 4) {
        tl_text_keep(out, from, cluster);
        return;
    }
    char composed[MAX_CLUSTER * 4 * TL_UTF8_MAX];
    size_t len = 0;
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        len += tl_utf8_encode((uint32_t)chars[i], composed + len);
    }
    struct tl_str with = {composed, len};
    if (tl_str_equal(with, raw)) {
        tl_text_keep(out, from, cluster);
    } else {
        tl_text_replace(out, from, cluster, with);
    }
}

/* The next place at or after `at` that is not kept as it is; `end` where there is none. */
struct change {
    struct tl_span span;
    enum treatment treatment;
};

static struct change change_find(struct tl_str s, size_t at, uint32_t *before)
{
    while (at < s.len) {
        if ((unsigned char)s.data[at] < 0x80 &&
            (at + 1 == s.len || (unsigned char)s.data[at + 1] < 0x80)) {
            *before = (unsigned char)s.data[at];
            at++;
            continue;
        }
        struct character c = character_at(s, at);
        enum treatment treatment = treatment_of(c.code_point, *before);
        size_t end = cluster_end(s, at);
        *before = c.code_point;
        if (end > at + c.bytes || treatment == COMPOSE) {
            return (struct change){{at, end}, COMPOSE};
        }
        if (treatment != KEEP && s.data[at] != ' ') {
            return (struct change){{at, end}, treatment};
        }
        at = end;
    }
    return (struct change){{s.len, s.len}, KEEP};
}

static struct tl_str ligature_at(struct tl_str s, size_t at)
{
    return tl_str_of(ligatures[character_at(s, at).code_point - FIRST_LIGATURE]);
}

void tl_nfc_keep(struct tl_text_builder *out, const struct tl_text *from, struct tl_span part)
{
    struct tl_text text = tl_text_slice(from, part);
    size_t done = 0;
    uint32_t before = 0;
    while (done < text.bytes.len) {
        struct change change = change_find(text.bytes, done, &before);
        tl_text_keep(out, &text, (struct tl_span){done, change.span.begin});
        switch (change.treatment) {
        case KEEP:
        case DROP:
            break;
        case SPACE:
            tl_text_replace(out, &text, change.span, TL_STR(" "));
            break;
        case LINE_END:
            tl_text_replace(out, &text, change.span, TL_STR("\n"));
            break;
        case LIGATURE:
            tl_text_replace(out, &text, change.span, ligature_at(text.bytes, change.span.begin));
            break;
        case COMPOSE:
            cluster_add(out, &text, change.span);
            break;
        }
        done = change.span.end;
    }
}

struct tl_text tl_nfc_text(struct tl_arena *arena, const struct tl_text *text)
{
    uint32_t before = 0;
    struct change first = change_find(text->bytes, 0, &before);
    if (first.treatment == KEEP) {
        return *text;
    }
    struct tl_text_builder out = tl_text_build(arena);
    tl_nfc_keep(&out, text, (struct tl_span){0, text->bytes.len});
    return tl_text_finish(&out);
}

bool tl_nfc_is_invisible(struct tl_str s)
{
    uint32_t before = 0;
    for (size_t at = 0; at < s.len;) {
        struct character c = character_at(s, at);
        if (treatment_of(c.code_point, before) != DROP) {
            return false;
        }
        before = c.code_point;
        at += c.bytes;
    }
    return true;
}
