/*
 * The questions of the message that a letter answers: the newest of those that it quotes.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_QUOTED_QUESTIONS_H
#define TL_RULES_QUOTED_QUESTIONS_H

#include "rules/engine.h"

struct tl_question {
    size_t sentence;     /* index */
    struct tl_span span; /* of the letter's text: the sentence, or a part that asks by itself */
};
TL_VEC(tl_questions, struct tl_question);

/*
 * In order, at most TL_MAX_QUESTIONS: what ends with a question mark, and what matches `asks`.
 * A sentence is divided at matches of `joints`, which the parts do not have.
 * Either pattern may be NULL.  Borrowed from the engine's arena.  Cost: O(quoted text).
 */
struct tl_questions tl_quoted_questions(struct tl_engine *engine, const struct tl_regex *asks,
                                        const struct tl_regex *joints);

#endif
