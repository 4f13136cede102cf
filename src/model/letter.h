/*
 * The model of a letter: its text, in zones, blocks, sentences and words.  It is built once a
 * message and then only read; all rules share it.
 *
 *     text       Your order 4411\n\nDear Ann,\n\nThe box left today. You will have it
 * soon.\n\nRegards blocks     └──────┬──────┘    └───┬───┘ └─────────────────┬────────────────────┘
 * └──┬──┘ sentences  └──────┬──────┘    └───┬───┘    └───────┬───────┘ └─────────┬──────────┘
 * └──┬──┘ zones         subject         greeting                    body signoff
 *
 * The text is made for matching: each run of white space, a wrapped line too, is one space; a line
 * end that was meant is "\n"; blocks are divided by "\n\n".  Its map leads to the source.
 *
 * Invariants: blocks are in order and do not overlap; sentences lie in their block, in order; words
 * lie in their sentence, in order.  tl_letter_check() asserts them.
 * Everything is borrowed from the arena of the message.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_LETTER_H
#define TL_MODEL_LETTER_H

#include "model/date.h"
#include "model/facts.h"
#include "model/language.h"
#include "model/zone.h"
#include "text/content.h"

struct tl_word {
    struct tl_span span; /* of the letter's text */
};
TL_VEC(tl_words, struct tl_word);

struct tl_sentence {
    struct tl_span span; /* without white space at its ends */
    enum tl_zone zone;
    size_t block;      /* index */
    bool borrowed;     /* the subject of a reply: words of the customer, not of the sender */
    bool opening;      /* one of the first two of the body */
    bool closing;      /* of the last three of the body or its last paragraph; or a postscript */
    size_t first_word; /* index */
    size_t n_words;
};
TL_VEC(tl_sentences, struct tl_sentence);

struct tl_block {
    struct tl_span span;
    enum tl_line_kind kind;
    enum tl_zone zone;
    unsigned quote_depth;               /* of its quote marks or HTML quotes; 0 also in a quote
                                           that has none */
    bool is_numbered;                   /* an item with a number or letter before it */
    bool starts_row;                    /* a cell, the first of its row */
    unsigned level;                     /* of an item: how many lists it stands in, from 1; of a
                                           heading: 1 to 6, 0 where nothing says which */
    const struct tl_language *language; /* the letter's, or another that it is clearly in */
    size_t first_sentence;              /* index */
    size_t n_sentences;                 /* at least 1 */
};
TL_VEC(tl_blocks, struct tl_block);

TL_VEC(tl_spans, struct tl_span);

struct tl_letter {
    struct tl_text text;
    struct tl_blocks blocks;
    struct tl_sentences sentences;
    struct tl_words words;
    struct tl_dates dates;      /* in the text, in order */
    struct tl_spans quotations; /* of the text, with their marks, in order; model/quotation.h */
    struct tl_spans links;      /* of the text, in order; model/letter_links.h */
    int quoted_day;             /* base/day.h: of the message that it answers; 0: not known */
    struct tl_facts facts;
    const struct tl_language *language;   /* NULL: not known */
    const struct tl_languages *languages; /* all that there are */
    struct tl_language_doubt doubt;       /* why it is not */
    bool is_raw;                          /* made by tl_raw_build() */
    const struct tl_content *content;
};

/*
 * Builds the model of what an input says.
 *
 * languages  all that there are; must outlive the letter
 * asked      what the user said of the message; its unknown facts are found out
 * language   of the message, where the user named it; NULL: found by the words that the sender
 *            wrote, and by Content-Language and HTML's lang (model/language_guess.h)
 *
 * Cannot fail; a letter may have no sentence at all.  Cost: O(text).
 */
const struct tl_letter *tl_letter_build(struct tl_arena *arena, const struct tl_content *content,
                                        const struct tl_languages *languages,
                                        const struct tl_facts *asked,
                                        const struct tl_language *language);

/* The bytes of a span of the letter's text. */
struct tl_str tl_letter_str(const struct tl_letter *letter, struct tl_span span);

/* The text of a sentence. */
struct tl_str tl_letter_sentence(const struct tl_letter *letter, size_t sentence);

/* The same as its writer has it, with the tags of a template (text/template.h). */
struct tl_str tl_letter_show(struct tl_arena *arena, const struct tl_letter *letter,
                             struct tl_span span);

/* Asserts the invariants, and those of the map; for tests and debug builds.  Cost: O(text). */
void tl_letter_check(const struct tl_letter *letter, size_t source_bytes);

#endif
