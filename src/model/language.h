/*
 * What the model knows of a language.  All of it is data of rules.d/<language>/language.yml, read
 * by rules/language_file.h; no C names a language. SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_LANGUAGE_H
#define TL_MODEL_LANGUAGE_H

#include "base/regex.h"
#include "base/vec.h"
#include "model/calendar.h"

/* Words that are looked up in lower case. */
struct tl_words_set {
    struct tl_strs sorted; /* lower case, bytewise order */
};

/* Guides that say which words a title writes small. */
enum tl_title_style {
    TL_TITLE_AP,
    TL_TITLE_CHICAGO,
    TL_TITLE_COUNT,
};

struct tl_language {
    struct tl_str tag;  /* BCP 47: "en"; the folder's name */
    struct tl_str name; /* in English: "English" */

    const struct tl_language *unmarked; /* as it is typed without marks (model/marks.h), or NULL */
    const struct tl_language *marked;   /* of which this is that form, or NULL */

    /* Regexes; NULL where the language has none.  All match in either case of letters. */
    const struct tl_regex *greetings;         /* at the start of a line */
    const struct tl_regex *signoffs;          /* at the start of a line */
    const struct tl_regex *postscripts;       /* at the start of a line */
    const struct tl_regex *subject_lines;     /* at the start of a line above the greeting */
    const struct tl_regex *subject_labels;    /* at the start of a line, with the colon */
    const struct tl_regex *reply_prefixes;    /* at the start of a subject, with the colon */
    const struct tl_regex *reply_openings;    /* in a sentence of the opening */
    const struct tl_regex *attributions;      /* a whole line, or two lines joined by a space */
    const struct tl_regex *quote_dividers;    /* a whole line */
    const struct tl_regex *quote_fields;      /* at the start of a line, with the colon */
    const struct tl_regex *mobile_signatures; /* at the start of a line */
    const struct tl_regex *footers;           /* at the start of a line */
    const struct tl_regex *silent_vowels;     /* in a word: no syllable of their own */
    const struct tl_regex *split_vowels;      /* in a word: one syllable more */

    /* Abbreviations, without the last full stop. */
    struct tl_words_set abbreviations;         /* a sentence may end with one: "Acme Ltd. We …" */
    struct tl_words_set leading_abbreviations; /* none ends with one: "Dr.", "e.g." */
    struct tl_words_set number_abbreviations;  /* beside a number: "No. 5" */

    struct tl_words_set title_words[TL_TITLE_COUNT]; /* in lower case; none: it has no titles */
    struct tl_calendar calendar;                     /* its dates */

    /* What tells the language from others (model/evidence.h), in lower case. */
    struct tl_words_set common_words; /* frequent ones of letters, no names */
    struct tl_words_set months;       /* their names and abbreviations, in all forms */
    struct tl_words_set function_words;
    struct tl_words_set range_words; /* between the two ends of a range: "8 to 10" */
    struct tl_strs endings;          /* of longer words */
    struct tl_str word_or;           /* between the last two of several wordings in a message */
    struct tl_str leave_out;      /* what a message says where nothing should be written instead */
    struct tl_str letters;        /* all beyond a-z that it is written with; "": not said */
    struct tl_str vowels;         /* "": not said */
    struct tl_strs light_endings; /* whose syllable makes no word hard: "ing" */
    struct tl_strs other_tags;    /* also of this language: "no" of "nb" */
};

struct tl_evidence_table;

/* As of TL_VEC(), with what tells them apart. */
struct tl_languages {
    const struct tl_language **items;
    size_t len;
    size_t cap;
    const struct tl_evidence_table *evidence; /* NULL: nothing is told by evidence */
};

/* Why the language of a text is not known. */
struct tl_language_doubt {
    const struct tl_language *rivals[2]; /* that have about as much evidence; NULL: none has any */
    struct tl_str declared;              /* a tag that is none of our languages', or "" */
};

/* Sorts the words of a set, which are in lower case.  Cost: O(n log n). */
void tl_words_set_sort(struct tl_words_set *set);

/* Sorts and lower-cases the words of a set.  Cost: O(n log n). */
void tl_words_set_build(struct tl_arena *arena, struct tl_words_set *set);

/* Whether the word is in the set, in any case of letters.  Cost: O(log n). */
bool tl_words_set_has(const struct tl_words_set *set, struct tl_str word);

/* Text in lower case, borrowed from the arena. */
struct tl_str tl_text_lower(struct tl_arena *arena, struct tl_str text);

/* The same without the marks of letters: "Žalia" is "zalia". */
struct tl_str tl_text_bare(struct tl_arena *arena, struct tl_str text);

/* The language of that tag, or NULL; what follows the first subtag does not count: "en-GB". */
const struct tl_language *tl_language_find(const struct tl_languages *all, struct tl_str tag);

#endif
