/* SPDX-License-Identifier: MIT */
#include "mime/charset_guess.h"

#include "base/utf8.h"

#include <limits.h>
#include <uchar.h>

enum {
    N_HIGH = 128,
    MIN_HIGH = 2, /* bytes that are not ASCII: one alone proves nothing */
};

/* What the bytes from 80 on are; U+FFFD where they are no characters of a text. */
static const struct candidate {
    const char *name;
    const char16_t *high;
} candidates[] = {
    {"windows-1252", u"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD"
                     u"\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"
                     u"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯"
                     u"°±²³´µ¶·¸¹º»¼½¾¿"
                     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
                     u"ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                     u"àáâãäåæçèéêëìíîï"
                     u"ðñòóôõö÷øùúûüýþÿ"},
    {"windows-1257", u"€\uFFFD‚\uFFFD„…†‡\uFFFD‰\uFFFD‹\uFFFD¨ˇ¸"
                     u"\uFFFD‘’“”•–—\uFFFD™\uFFFD›\uFFFD¯˛\uFFFD"
                     u"\u00A0\uFFFD¢£¤\uFFFD¦§Ø©Ŗ«¬\u00AD®Æ"
                     u"°±²³´µ¶·ø¹ŗ»¼½¾æ"
                     u"ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻ"
                     u"ŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß"
                     u"ąįāćäåęēčéźėģķīļ"
                     u"šńņóōõö÷ųłśūüżž˙"},
    {"iso-8859-13", u"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
                    u"\uFFFD\uFFFD\uFFFD\uFFFD"
                    u"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
                    u"\uFFFD\uFFFD\uFFFD\uFFFD"
                    u"\u00A0”¢£¤„¦§Ø©Ŗ«¬\u00AD®Æ"
                    u"°±²³“µ¶·ø¹ŗ»¼½¾æ"
                    u"ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻ"
                    u"ŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß"
                    u"ąįāćäåęēčéźėģķīļ"
                    u"šńņóōõö÷ųłśūüżž’"},
};

/*
 * The letters beyond a to z of the alphabets of Europe as far as one of the candidates has them: an
 * alphabet a row, the most frequent first.
 */
static const char16_t *const alphabets[] = {
    u"éàèêçôîûâùœïëæÿ", u"üäöß",     u"äöåé",       u"øåæéöäü",     u"óíáéñúü",   u"èàùòéì",
    u"ãçáéíóõêâúàô",    u"éëïöüèêó", u"àéèíóòçúïü", u"íáóðéöúþýæ",  u"íáóøðæúý",  u"ëç",
    u"áéíóú",           u"äõöüšž",   u"ėšųžįąūčę",  u"āīēšūņļžčķģ", u"łóążęśćńź",
};

static const char16_t vowels[] = u"aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœąāęēėįīōųū";

/* Costs, in tenths of a power of e that a text becomes less likely by. */
enum {
    COST_FIRST_LETTER = 10, /* the most frequent letter of an alphabet */
    COST_EACH_RANK = 4,     /* those after it */
    COST_FOREIGN = 70,      /* a letter of another alphabet, or no character */
    COST_CAPITAL_INSIDE = 60,
    COST_SIGN = 20,
    COST_SIGN_INSIDE = 30, /* of a word: so much more */
    COST_VOWELS = 10,      /* three side by side */
    COST_CONSONANTS = 7,
};

static bool has_char(const char16_t *set, uint32_t code_point, size_t *rank)
{
    for (size_t i = 0; set[i] != 0; i++) {
        if (set[i] == code_point) {
            *rank = i;
            return true;
        }
    }
    return false;
}

static uint32_t code_point_at(const struct candidate *candidate, struct tl_str bytes, size_t at)
{
    unsigned char c = at < bytes.len ? (unsigned char)bytes.data[at] : ' ';
    return c < N_HIGH ? c : candidate->high[c - N_HIGH];
}

static bool is_letter(uint32_t code_point)
{
    return tl_char_is_lower(code_point) || tl_char_is_upper(code_point);
}

static bool is_vowel(uint32_t code_point)
{
    size_t rank;
    return has_char(vowels, tl_char_fold(code_point), &rank);
}

/* How odd the character at `at` (not ASCII) is between its neighbours. */
static unsigned long place_cost(const struct candidate *candidate, struct tl_str bytes, size_t at)
{
    uint32_t before = at == 0 ? ' ' : code_point_at(candidate, bytes, at - 1);
    uint32_t here = code_point_at(candidate, bytes, at);
    uint32_t after = code_point_at(candidate, bytes, at + 1);
    bool inside = is_letter(before) && is_letter(after);
    if (!is_letter(here)) {
        bool is_apostrophe = here == 0x2019;
        return inside && !is_apostrophe ? COST_SIGN_INSIDE : 0;
    }
    if (tl_char_is_lower(before) && tl_char_is_upper(here)) {
        return COST_CAPITAL_INSIDE;
    }
    bool vowel = is_vowel(here);
    if (!inside || is_vowel(before) != vowel || is_vowel(after) != vowel) {
        return 0;
    }
    return vowel ? COST_VOWELS : COST_CONSONANTS;
}

static unsigned long letter_cost(const char16_t *alphabet, uint32_t code_point)
{
    size_t rank;
    if (code_point == TL_REPLACEMENT_CHAR) {
        return COST_FOREIGN;
    }
    if (!is_letter(code_point)) {
        return COST_SIGN;
    }
    bool fits = has_char(alphabet, tl_char_fold(code_point), &rank);
    return fits ? COST_FIRST_LETTER + COST_EACH_RANK * rank : COST_FOREIGN;
}

/* What the letters cost in the alphabet that they fit best. */
static unsigned long letters_cost(const struct candidate *candidate, const size_t counts[N_HIGH])
{
    unsigned long best = ULONG_MAX;
    for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
        unsigned long cost = 0;
        for (size_t k = 0; k < N_HIGH; k++) {
            if (counts[k] > 0) {
                cost += counts[k] * letter_cost(alphabets[i], candidate->high[k]);
            }
        }
        best = cost < best ? cost : best;
    }
    return best;
}

static unsigned long text_cost(const struct candidate *candidate, struct tl_str bytes)
{
    size_t counts[N_HIGH] = {0};
    unsigned long cost = 0;
    for (size_t at = 0; at < bytes.len; at++) {
        unsigned char c = (unsigned char)bytes.data[at];
        if (c >= N_HIGH) {
            counts[c - N_HIGH]++;
            cost += place_cost(candidate, bytes, at);
        }
    }
    return cost + letters_cost(candidate, counts);
}

static size_t high_count(struct tl_str bytes)
{
    size_t n = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        n += (unsigned char)bytes.data[i] >= N_HIGH;
    }
    return n;
}

const char *tl_charset_guess(struct tl_str bytes, enum tl_charset_margin margin)
{
    const char *name = candidates[0].name;
    if (high_count(bytes) < MIN_HIGH) {
        return name;
    }
    unsigned long best = text_cost(&candidates[0], bytes);
    best = best > (unsigned long)margin ? best - (unsigned long)margin : 0;
    for (size_t i = 1; i < sizeof candidates / sizeof *candidates; i++) {
        unsigned long cost = text_cost(&candidates[i], bytes);
        if (cost < best) {
            best = cost;
            name = candidates[i].name;
        }
    }
    return name;
}

static bool is_continuation(struct tl_str bytes, size_t at)
{
    return at < bytes.len && ((unsigned char)bytes.data[at] & 0xC0) == 0x80;
}

/* Whether a character of several bytes begins at `at` that is not whole: cut, or at the end. */
static bool is_torn(struct tl_str bytes, size_t at)
{
    unsigned char lead = (unsigned char)bytes.data[at];
    return lead >= 0xC2 && lead <= 0xF4 && (at + 1 == bytes.len || is_continuation(bytes, at + 1));
}

/* Of one character alone: after what the first byte is elsewhere, the next would be a sign. */
static bool is_telling(unsigned char lead)
{
    return lead == 0xC2 || lead == 0xC3 || lead == 0xE2;
}

enum tl_utf8_fit tl_charset_utf8_fit(struct tl_str bytes)
{
    size_t n_whole = 0;
    size_t n_torn = 0;
    size_t n_bad = 0; // runs of bytes that are not valid
    bool telling = false;
    bool in_bad = false;
    for (size_t at = 0; at < bytes.len;) {
        uint32_t code_point;
        size_t n = tl_utf8_decode(tl_str_slice(bytes, at, bytes.len), &code_point);
        n_whole += n > 1;
        telling = telling || (n > 1 && is_telling((unsigned char)bytes.data[at]));
        n_bad += n == 0 && !in_bad;
        n_torn += n == 0 && is_torn(bytes, at);
        in_bad = n == 0;
        at += n == 0 ? 1 : n;
    }
    if (n_bad == 0) {
        return n_whole > 1 || telling ? TL_UTF8_SURE : TL_UTF8_POSSIBLE;
    }
    if (4 * n_whole + 2 * n_torn < n_bad) {
        return TL_UTF8_UNFIT;
    }
    return n_whole > 0 ? TL_UTF8_BROKEN : TL_UTF8_TORN;
}
