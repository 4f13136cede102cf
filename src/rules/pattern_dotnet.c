/* SPDX-License-Identifier: MIT */
#include "rules/pattern_dotnet.h"

#include "base/utf8.h"

#include <string.h>

enum { MAX_SUBTRACTIONS = 8 }; /* classes inside classes */

/* Blocks of Unicode, as .NET names them. */
static const struct {
    const char *name;
    const char *range;
} blocks[] = {
    {"IsBasicLatin", "\\x00-\\x7f"},
    {"IsLatin-1Supplement", "\\x{80}-\\x{ff}"},
    {"IsLatinExtended-A", "\\x{100}-\\x{17f}"},
    {"IsLatinExtended-B", "\\x{180}-\\x{24f}"},
    {"IsIPAExtensions", "\\x{250}-\\x{2af}"},
    {"IsSpacingModifierLetters", "\\x{2b0}-\\x{2ff}"},
    {"IsCombiningDiacriticalMarks", "\\x{300}-\\x{36f}"},
    {"IsGreek", "\\x{370}-\\x{3ff}"},
    {"IsGreekandCoptic", "\\x{370}-\\x{3ff}"},
    {"IsCyrillic", "\\x{400}-\\x{4ff}"},
    {"IsCyrillicSupplement", "\\x{500}-\\x{52f}"},
    {"IsArmenian", "\\x{530}-\\x{58f}"},
    {"IsHebrew", "\\x{590}-\\x{5ff}"},
    {"IsArabic", "\\x{600}-\\x{6ff}"},
    {"IsDevanagari", "\\x{900}-\\x{97f}"},
    {"IsThai", "\\x{e00}-\\x{e7f}"},
    {"IsGeorgian", "\\x{10a0}-\\x{10ff}"},
    {"IsHangulJamo", "\\x{1100}-\\x{11ff}"},
    {"IsLatinExtendedAdditional", "\\x{1e00}-\\x{1eff}"},
    {"IsGreekExtended", "\\x{1f00}-\\x{1fff}"},
    {"IsGeneralPunctuation", "\\x{2000}-\\x{206f}"},
    {"IsSuperscriptsandSubscripts", "\\x{2070}-\\x{209f}"},
    {"IsCurrencySymbols", "\\x{20a0}-\\x{20cf}"},
    {"IsLetterlikeSymbols", "\\x{2100}-\\x{214f}"},
    {"IsNumberForms", "\\x{2150}-\\x{218f}"},
    {"IsArrows", "\\x{2190}-\\x{21ff}"},
    {"IsMathematicalOperators", "\\x{2200}-\\x{22ff}"},
    {"IsBoxDrawing", "\\x{2500}-\\x{257f}"},
    {"IsGeometricShapes", "\\x{25a0}-\\x{25ff}"},
    {"IsMiscellaneousSymbols", "\\x{2600}-\\x{26ff}"},
    {"IsDingbats", "\\x{2700}-\\x{27bf}"},
    {"IsCJKSymbolsandPunctuation", "\\x{3000}-\\x{303f}"},
    {"IsHiragana", "\\x{3040}-\\x{309f}"},
    {"IsKatakana", "\\x{30a0}-\\x{30ff}"},
    {"IsCJKUnifiedIdeographs", "\\x{4e00}-\\x{9fff}"},
    {"IsHangulSyllables", "\\x{ac00}-\\x{d7af}"},
    {"IsPrivateUse", "\\x{e000}-\\x{f8ff}"},
};

struct rewriter {
    struct tl_arena *arena;
    struct tl_str in;
    size_t at;
    size_t copied; /* up to here it is in `out`, what follows up to `at` stays as it is */
    struct tl_buf out;
    struct tl_dotnet *dotnet;
};

static char peek(const struct rewriter *rewriter, size_t ahead)
{
    size_t at = rewriter->at + ahead;
    return at < rewriter->in.len ? rewriter->in.data[at] : '\0';
}

static struct tl_str rest_of(const struct rewriter *rewriter)
{
    return tl_str_slice(rewriter->in, rewriter->at, rewriter->in.len);
}

static bool fail(struct rewriter *rewriter, const char *why)
{
    rewriter->dotnet->why = why;
    rewriter->dotnet->offset = rewriter->at;
    return false;
}

/* Puts a text in the place of what stands from `at` up to `to`; nothing is there twice. */
static void replace_to(struct rewriter *rewriter, size_t to, struct tl_str text)
{
    struct tl_dotnet_edits *edits = &rewriter->dotnet->edits;
    tl_buf_add(&rewriter->out, tl_str_slice(rewriter->in, rewriter->copied, rewriter->at));
    *TL_VEC_ADD(rewriter->arena, edits) = (struct tl_dotnet_edit){rewriter->out.len, rewriter->at};
    tl_buf_add(&rewriter->out, text);
    *TL_VEC_ADD(rewriter->arena, edits) = (struct tl_dotnet_edit){rewriter->out.len, to};
    rewriter->at = to;
    rewriter->copied = to;
}

/* The same of the next `n` bytes. */
static void replace(struct rewriter *rewriter, size_t n, struct tl_str text)
{
    replace_to(rewriter, rewriter->at + n, text);
}

/* The value of \uHHHH at a place, or -1. */
static int32_t unit_at(const struct rewriter *rewriter, size_t ahead)
{
    int32_t value = 0;
    if (peek(rewriter, ahead) != '\\' || peek(rewriter, ahead + 1) != 'u') {
        return -1;
    }
    for (size_t i = 2; i < 6; i++) {
        int digit = tl_char_hex(peek(rewriter, ahead + i));
        if (digit < 0) {
            return -1;
        }
        value = value * 16 + digit;
    }
    return value;
}

/* \uHHHH, or two of them that are one character in UTF-16. */
static bool unit_rewrite(struct rewriter *rewriter)
{
    int32_t value = unit_at(rewriter, 0);
    int32_t low = value >= 0xD800 && value < 0xDC00 ? unit_at(rewriter, 6) : -1;
    if (value < 0) {
        return fail(rewriter, "four hexadecimal digits must follow \\u");
    }
    if (value >= 0xD800 && value < 0xE000 && (low < 0xDC00 || low >= 0xE000)) {
        return fail(rewriter, "this is half a character");
    }
    bool is_pair = low >= 0;
    value = is_pair ? 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00) : value;
    replace(rewriter, is_pair ? 12 : 6,
            tl_arena_format(rewriter->arena, "\\x{%x}", (unsigned)value));
    return true;
}

/* \p{IsGreek}; what PCRE2 knows, or nobody, stays. */
static bool block_rewrite(struct rewriter *rewriter, bool in_class)
{
    bool negated = peek(rewriter, 1) == 'P';
    size_t end = tl_str_find_char(rewriter->in, '}', rewriter->at);
    struct tl_str name = tl_str_slice(rewriter->in, rewriter->at + 3, end == TL_NONE ? 0 : end);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        if (!tl_str_equal(name, tl_str_of(blocks[i].name))) {
            continue;
        }
        if (in_class && negated) {
            return fail(rewriter, "a class cannot have all but a block");
        }
        replace(rewriter, name.len + 4,
                tl_arena_format(rewriter->arena, "%s%s%s",
                                in_class  ? ""
                                : negated ? "[^"
                                          : "[",
                                blocks[i].range, in_class ? "" : "]"));
        return true;
    }
    rewriter->at += 2;
    return true;
}

static bool escape_rewrite(struct rewriter *rewriter, bool in_class)
{
    char letter = peek(rewriter, 1);
    if (letter == 'u') {
        return unit_rewrite(rewriter);
    }
    if (letter == 'v') {
        replace(rewriter, 2, TL_STR("\\x0b"));
    } else if ((letter == 'p' || letter == 'P') && peek(rewriter, 2) == '{') {
        return block_rewrite(rewriter, in_class);
    } else if (letter == 'Q') {
        size_t end = tl_str_find(rewriter->in, TL_STR("\\E"), rewriter->at);
        rewriter->at = end == TL_NONE ? rewriter->in.len : end + 2;
    } else {
        rewriter->at += rewriter->at + 1 < rewriter->in.len ? 2 : 1;
    }
    return true;
}

/* A class, and those that are taken from it: each begins at "[" and goes on to the next "-[". */
struct class_parts {
    size_t begins[MAX_SUBTRACTIONS + 1];
    unsigned n_subtractions;
    size_t end; /* its first "]"; there are as many more as there are subtractions */
};

/* Finds the parts of the class at a place; false where it has no end. */
static bool class_find(struct tl_str in, size_t at, struct class_parts *parts)
{
    unsigned n = 0;
    parts->begins[0] = at;
    for (size_t first = at + 1; ++at < in.len;) {
        char c = in.data[at];
        char next = at + 1 < in.len ? in.data[at + 1] : '\0';
        if (c == '^' && at == first) {
            first++;
        } else if (c == '\\' && next == 'Q') {
            size_t end = tl_str_find(in, TL_STR("\\E"), at);
            at = end == TL_NONE ? in.len : end + 1;
        } else if (c == '\\') {
            at++;
        } else if (c == '[' && next == ':') {
            size_t end = tl_str_find(in, TL_STR(":]"), at);
            at = end == TL_NONE ? at : end + 1;
        } else if (c == '-' && next == '[' && at > first && n < MAX_SUBTRACTIONS &&
                   !(at + 2 < in.len && in.data[at + 2] == ':')) {
            parts->begins[++n] = ++at;
            first = at + 1;
        } else if (c == ']' && at > first) {
            break;
        }
    }
    parts->end = at;
    parts->n_subtractions = n;
    for (size_t i = 0; i <= n && parts->n_subtractions > 0; i++) {
        if (at + i >= in.len || in.data[at + i] != ']') {
            parts->n_subtractions = 0; /* the "[" are characters of the class */
        }
    }
    return at < in.len;
}

/* What stands in a class up to `end`. */
static bool class_body_rewrite(struct rewriter *rewriter, size_t end)
{
    while (rewriter->at < end) {
        if (peek(rewriter, 0) != '\\') {
            rewriter->at += 1;
        } else if (!escape_rewrite(rewriter, true)) {
            return false;
        }
    }
    return true;
}

/* The innermost subtraction first: "(?:(?!(?:(?![e])[aeiou]))[a-z])". */
static bool class_rewrite(struct rewriter *rewriter)
{
    struct class_parts parts;
    if (!class_find(rewriter->in, rewriter->at, &parts)) {
        return class_body_rewrite(rewriter, rewriter->in.len);
    }
    unsigned n = parts.n_subtractions;
    if (n == 0) {
        return class_body_rewrite(rewriter, parts.end + 1);
    }
    for (unsigned i = 0; i < n; i++) {
        replace(rewriter, 0, TL_STR("(?:(?!"));
    }
    for (unsigned i = n + 1; i-- > 0;) {
        size_t end = i == n ? parts.end : parts.begins[i + 1] - 1;
        replace_to(rewriter, parts.begins[i], i == n ? TL_STR("") : TL_STR(")"));
        if (!class_body_rewrite(rewriter, end)) {
            return false;
        }
        replace(rewriter, 0, i == n ? TL_STR("]") : TL_STR("])"));
    }
    replace_to(rewriter, parts.end + n + 1, TL_STR(""));
    return true;
}

/* Groups that only .NET has are refused. */
static bool group_rewrite(struct rewriter *rewriter)
{
    struct tl_str rest = rest_of(rewriter);
    if (tl_str_has_prefix(rest, TL_STR("(?#"))) {
        size_t end = tl_str_find_char(rewriter->in, ')', rewriter->at);
        rewriter->at = end == TL_NONE ? rewriter->in.len : end + 1;
        return true;
    }
    size_t at = 3;
    char open = peek(rewriter, 2);
    if (tl_str_has_prefix(rest, TL_STR("(?<")) || tl_str_has_prefix(rest, TL_STR("(?'"))) {
        while (at < rest.len && (tl_char_is_alpha(rest.data[at]) || rest.data[at] == '_' ||
                                 tl_char_is_digit(rest.data[at]))) {
            at++;
        }
        if (at < rest.len && rest.data[at] == '-') {
            return fail(rewriter, "balancing groups, as (?<a-b>…), cannot be had");
        }
    } else if (tl_str_has_prefix(rest, TL_STR("(?")) && tl_char_is_alpha(open) && open != 'P' &&
               open != 'C' && open != 'R') {
        for (at = 2; at < rest.len && (tl_char_is_alpha(rest.data[at]) || rest.data[at] == '-');
             at++) {
            if (strchr("erd", rest.data[at]) != NULL) {
                return fail(rewriter, "the flags e, r and d cannot be had");
            }
        }
    }
    rewriter->at += 1;
    return true;
}

/* "{,3}" */
static bool braces_rewrite(struct rewriter *rewriter)
{
    size_t at = 2;
    while (tl_char_is_digit(peek(rewriter, at))) {
        at++;
    }
    if (peek(rewriter, 1) == ',' && at > 2 && peek(rewriter, at) == '}') {
        replace(rewriter, 1, TL_STR("\\{"));
    } else {
        rewriter->at += 1;
    }
    return true;
}

/* Passes over what is never rewritten. */
static void plain_skip(struct rewriter *rewriter)
{
    const char *data = rewriter->in.data;
    size_t at = rewriter->at;
    while (at < rewriter->in.len && data[at] != '\\' && data[at] != '[' && data[at] != '(' &&
           data[at] != '{') {
        at++;
    }
    rewriter->at = at;
}

bool tl_dotnet_rewrite(struct tl_arena *arena, struct tl_str pattern, struct tl_dotnet *dotnet)
{
    *dotnet = (struct tl_dotnet){.text = pattern};
    struct rewriter rewriter = {
        .arena = arena, .in = pattern, .out = tl_buf_in(arena), .dotnet = dotnet};
    bool good = true;
    for (plain_skip(&rewriter); good && rewriter.at < pattern.len; plain_skip(&rewriter)) {
        char c = pattern.data[rewriter.at];
        good = c == '\\'  ? escape_rewrite(&rewriter, false)
               : c == '[' ? class_rewrite(&rewriter)
               : c == '(' ? group_rewrite(&rewriter)
                          : braces_rewrite(&rewriter);
    }
    if (good && dotnet->edits.len > 0) {
        tl_buf_add(&rewriter.out, tl_str_slice(pattern, rewriter.copied, pattern.len));
        dotnet->text = tl_buf_str(&rewriter.out);
    }
    return good;
}

size_t tl_dotnet_offset(const struct tl_dotnet *dotnet, size_t offset)
{
    struct tl_dotnet_edit last = {0, 0};
    for (size_t i = 0; i < dotnet->edits.len && dotnet->edits.items[i].out <= offset; i++) {
        last = dotnet->edits.items[i];
    }
    return last.in + (offset - last.out);
}
