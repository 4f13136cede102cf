/*
 * What the model knows of a language.  All of it is data of rules.d/<language>/language.yml, read
 * by rules/language_file.h; no C names a language. SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_LANGUAGE_H
#define TL_MODEL_LANGUAGE_H

#include "base/regex.h"
#include "base/vec.h"

/* Words that are looked up in lower case. */
struct tl_words_set {
    struct tl_strs sorted; /* lower case, bytewise order */
};

struct tl_language {
    struct tl_str tag;  /* BCP 47: "en"; the folder's name */
    struct tl_str name; /* in English: "English" */

    /* Regexes; NULL where the language has none.  All match in either case of letters. */
    const struct tl_regex *greetings;         /* at the start of a line */
    const struct tl_regex *signoffs;          /* at the start of a line */
    const struct tl_regex *postscripts;       /* at the start of a line */
    const struct tl_regex *subject_labels;    /* at the start of a line, with the colon */
    const struct tl_regex *reply_prefixes;    /* at the start of a subject, with the colon */
    const struct tl_regex *reply_openings;    /* in a sentence of the opening */
    const struct tl_regex *attributions;      /* a whole line, or two lines joined by a space */
    const struct tl_regex *quote_dividers;    /* a whole line */
    const struct tl_regex *quote_fields;      /* at the start of a line, with the colon */
    const struct tl_regex *mobile_signatures; /* at the start of a line */
    const struct tl_regex *footers;           /* at the start of a line */

    /* Abbreviations, without the last full stop. */
    struct tl_words_set abbreviations;         /* a sentence may end with one: "Acme Ltd. We …" */
    struct tl_words_set leading_abbreviations; /* none ends with one: "Dr.", "e.g." */
    struct tl_words_set number_abbreviations;  /* beside a number: "No. 5" */

    struct tl_words_set function_words; /* that tell the language from others */
};

TL_VEC(tl_languages, const struct tl_language *);

/* Sorts and lower-cases the words of a set.  Cost: O(n log n). */
void tl_words_set_build(struct tl_arena *arena, struct tl_words_set *set);

/* Whether the word is in the set, in any case of letters.  Cost: O(log n). */
bool tl_words_set_has(const struct tl_words_set *set, struct tl_str word);

/* The language of that tag, or NULL. */
const struct tl_language *tl_language_find(const struct tl_languages *all, struct tl_str tag);

/*
 * The language that a text is written in, by its function words and the lines that begin as its
 * greetings and sign-offs do, or NULL where the evidence is thin: fewer than `min` of them, or
 * another language has nearly as many.
 *
 * text  in lines; well-formed UTF-8
 *
 * Cost: O(length x languages); looks at the first 64 KiB.
 */
const struct tl_language *tl_language_guess(const struct tl_languages *all,
                                            struct tl_matcher *matcher, struct tl_str text,
                                            size_t min);

#endif
