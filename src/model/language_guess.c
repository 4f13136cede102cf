/* SPDX-License-Identifier: MIT */
#include "model/language_guess.h"

#include "model/evidence.h"

/* Points, as of tl_evidence_points(). */
enum {
    LOOKED_AT_BYTES = 64 * 1024,
    FEWEST_POINTS = 5, /* that tell a language: one word would do, were it not for chance */
    POINTS_PER_WORD_TENTHS = 8,
    LEAST_LEAD = 3,       /* on the next language */
    LEAD_PART = 10,       /* on the next language, as a part of the points: 1/10 */
    DECLARED_POINTS = 8,  /* what a declaration counts */
    LETTER_POINTS = 6,    /* what the language of the letter counts for a block of it */
    FEWEST_WORDS = 4,     /* of a block in another language than the letter */
    FEWEST_POINTS_IN = 9, /* the same */
};

/* The languages that lead, by points; NULL where there is none. */
struct lead {
    const struct tl_language *first;
    const struct tl_language *second;
    int first_points;
    int second_points;
    int fewest_points; /* that tell a language */
};

/* Who leads when `favourite` (NULL: one that is none of ours) has some points more. */
static struct lead lead_of(const struct tl_languages *languages, const struct tl_evidence *evidence,
                           const struct tl_language *favourite, int favour)
{
    struct lead lead = {.second_points = favourite == NULL ? favour : 0};
    /* of a text in a language that nobody told us of, a few words look like those of another */
    lead.fewest_points = (int)(evidence->n_words * POINTS_PER_WORD_TENTHS / 10);
    lead.fewest_points = lead.fewest_points > FEWEST_POINTS ? lead.fewest_points : FEWEST_POINTS;
    for (size_t i = 0; i < languages->len; i++) {
        const struct tl_language *language = languages->items[i];
        int points = tl_evidence_points(languages, evidence, i);
        points += language == favourite ? favour : 0;
        if (points > lead.first_points) {
            if (lead.first_points >= lead.second_points) {
                lead.second = lead.first;
                lead.second_points = lead.first_points;
            }
            lead.first = language;
            lead.first_points = points;
        } else if (points > lead.second_points) {
            lead.second = language;
            lead.second_points = points;
        }
    }
    return lead;
}

static bool is_clear(const struct lead *lead)
{
    int by = lead->first_points - lead->second_points;
    return lead->first_points >= lead->fewest_points && by >= LEAST_LEAD &&
           by * LEAD_PART >= lead->first_points;
}

/* --- a letter --- */

/* What is clearly in one language, paragraph by paragraph. */
struct tally {
    size_t n_words[TL_MAX_LANGUAGES_TOLD];
    struct tl_evidence all;
};

static void paragraph_count(const struct tl_languages *languages,
                            const struct tl_evidence *paragraph, struct tally *tally)
{
    struct lead lead = lead_of(languages, paragraph, NULL, 0);
    for (size_t i = 0; i < languages->len && i < TL_MAX_LANGUAGES_TOLD; i++) {
        bool counts = languages->items[i] == lead.first && is_clear(&lead);
        tally->n_words[i] += counts ? paragraph->n_words : 0;
    }
    tl_evidence_join(&tally->all, paragraph);
}

static struct tally letter_read(const struct tl_zoning *zoning)
{
    struct tally tally = {{0}, {.n_words = 0}};
    struct tl_evidence paragraph = {.n_words = 0};
    size_t n_bytes = 0;
    for (size_t i = 0; i < zoning->pieces.len && n_bytes < LOOKED_AT_BYTES; i++) {
        const struct tl_piece *piece = &zoning->pieces.items[i];
        if (piece->zone == TL_ZONE_QUOTE || piece->kind == TL_LINE_CODE) {
            continue;
        }
        if (piece->starts_block) {
            paragraph_count(zoning->languages, &paragraph, &tally);
            paragraph = (struct tl_evidence){.n_words = 0};
        }
        struct tl_str s = tl_piece_str(zoning, i);
        tl_evidence_add(zoning->languages, s, &paragraph);
        n_bytes += s.len;
    }
    paragraph_count(zoning->languages, &paragraph, &tally);
    return tally;
}

static size_t words_in(const struct tl_languages *languages, const struct tally *tally,
                       const struct tl_language *language)
{
    for (size_t i = 0; i < languages->len && i < TL_MAX_LANGUAGES_TOLD; i++) {
        if (languages->items[i] == language) {
            return tally->n_words[i];
        }
    }
    return 0;
}

const struct tl_language *tl_language_guess(const struct tl_zoning *zoning, struct tl_str declared,
                                            struct tl_language_doubt *doubt)
{
    const struct tl_languages *languages = zoning->languages;
    const struct tl_language *named = tl_language_find(languages, declared);
    struct tally tally = letter_read(zoning);
    struct lead lead =
        lead_of(languages, &tally.all, named, declared.len > 0 ? DECLARED_POINTS : 0);
    if (is_clear(&lead)) {
        return lead.first;
    }
    /* two languages are as strong because each has its own paragraphs, or because they are alike */
    size_t n_first = words_in(languages, &tally, lead.first);
    size_t n_second = words_in(languages, &tally, lead.second);
    if (n_first > 0 && n_second > 0) {
        return n_first >= n_second ? lead.first : lead.second;
    }
    if (named != NULL && (named == lead.first || named == lead.second)) {
        return named;
    }
    *doubt = (struct tl_language_doubt){.declared = named == NULL ? declared : TL_STR("")};
    if (lead.second != NULL && lead.second_points >= lead.fewest_points) {
        doubt->rivals[0] = lead.first;
        doubt->rivals[1] = lead.second;
    }
    return NULL;
}

/* --- a block --- */

const struct tl_language *tl_language_of_block(const struct tl_languages *languages,
                                               const struct tl_language *expected,
                                               struct tl_str text)
{
    const struct tl_language *favourite =
        expected != NULL && expected->marked != NULL ? expected->marked : expected;
    struct tl_evidence evidence = {.n_words = 0};
    tl_evidence_add(languages, text, &evidence);
    if (evidence.n_words < FEWEST_WORDS) {
        return expected;
    }
    struct lead lead =
        lead_of(languages, &evidence, favourite, expected != NULL ? LETTER_POINTS : 0);
    bool is_other = is_clear(&lead) && lead.first_points >= FEWEST_POINTS_IN;
    return is_other && lead.first != favourite ? lead.first : expected;
}
