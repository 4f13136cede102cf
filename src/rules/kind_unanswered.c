/*
 * unanswered: a question of the quoted message that the letter does not take up.
 *
 * What a question is about are those of its content words that no other question has; where there
 * are none, all of them; `weak` words count where there are no others.  It is taken up where one of
 * them, or a synonym of one, stands in the scope, or where a sentence that takes up no other
 * question is such as answers it (`answers`: "when" and a day).  Of many words, two count.  With
 * `filler`, a sentence that says something where the answer is due counts, too.  Where answers
 * stand between quoted lines, the question right above one is answered. Message argument: the
 * question. SPDX-License-Identifier: MIT
 */
#include "base/limits.h"
#include "model/word_kind.h"
#include "rules/alike.h"
#include "rules/kind.h"
#include "rules/pattern.h"
#include "rules/quoted_questions.h"

enum {
    MOST_INLINE_SENTENCES = 2,
    MOST_ANSWERS = 100,   /* sentences that are held against `answers` */
    MOST_FIRST = 2,       /* sentences at the beginning that may answer in other words */
    MOST_OF_SHORT = 2,    /* content words, but for weak ones, of one that answers by its kind */
    MANY_WORDS = 4,       /* that a question is about: one of them is taken up by chance */
    FEWEST_OF_ANSWER = 2, /* content words of such a sentence */
};

/* Questions, and the sentences that answer them. */
struct pair {
    const struct tl_regex *question;
    const struct tl_regex *answer;
};
TL_VEC(pairs, struct pair);

struct unanswered {
    struct tl_words_set ignore;
    struct tl_words_set weak;
    struct tl_synonyms synonyms;
    const struct tl_regex *empty; /* these may be NULL */
    const struct tl_regex *asks;
    const struct tl_regex *joints;
    const struct tl_regex *filler;
    struct pairs answers;
};

static const struct tl_key keys[] = {
    {"ignore", TL_KEY_TEXTS, NULL, "Words that say nothing of what a question is about"},
    {"weak", TL_KEY_TEXTS, NULL, "Words that say it only where there are no others"},
    {"synonyms", TL_KEY_TEXTS, NULL, "Texts whose words mean the same, one text for each meaning"},
    {"empty", TL_KEY_PATTERNS, NULL, "A sentence that matches one of these answers nothing"},
    {"asks", TL_KEY_PATTERNS, NULL, "A quoted sentence that matches one of these is a question"},
    {"joints", TL_KEY_PATTERNS, NULL, "What stands between two questions in one sentence"},
    {"filler", TL_KEY_PATTERNS, NULL,
     "A sentence that matches one of these is no answer by its place"},
    {"answers", TL_KEY_SWAPS, NULL, "Patterns of questions, and of sentences that answer them"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* --- reading --- */

/* A text or several: the words in them. */
static void words_split(struct tl_arena *arena, struct tl_words_set *set)
{
    struct tl_strs texts = set->sorted;
    set->sorted = (struct tl_strs){0};
    for (size_t i = 0; i < texts.len; i++) {
        for (size_t at = 0; at < texts.items[i].len; at++) {
            size_t begin = at;
            while (at < texts.items[i].len && !tl_char_is_space(texts.items[i].data[at])) {
                at++;
            }
            if (at > begin) {
                *TL_VEC_ADD(arena, &set->sorted) = tl_str_slice(texts.items[i], begin, at);
            }
        }
    }
    tl_words_set_build(arena, set);
}

static bool pattern_load(struct tl_loader *loader, const struct tl_yaml *node,
                         const struct tl_regex **regex)
{
    struct tl_str text;
    return tl_pattern_text(loader, node, &text) && tl_pattern_check(loader, node, text) &&
           tl_pattern_alternatives(loader, node, &(struct tl_strs){&text, 1, 1}, TL_PATTERN_WORD,
                                   regex);
}

static bool answers_load(struct tl_loader *loader, const struct tl_yaml *node,
                         struct pairs *answers)
{
    if (node == NULL) {
        return true;
    }
    bool good = true;
    if (node->kind == TL_YAML_LIST) {
        for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
            good &= answers_load(loader, item, answers);
        }
        return good;
    }
    if (node->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "'answers' must be a map from patterns to patterns");
    }
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        struct pair pair = {0};
        good &= pattern_load(loader, item->key, &pair.question) &&
                pattern_load(loader, item, &pair.answer);
        *TL_VEC_ADD(loader->arena, answers) = pair;
    }
    return good;
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct unanswered *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    struct tl_strs synonyms = {0};
    struct tl_str none;
    if (!tl_loader_strs(loader, map, "ignore", &data->ignore.sorted) ||
        !tl_loader_strs(loader, map, "weak", &data->weak.sorted) ||
        !tl_loader_strs(loader, map, "synonyms", &synonyms) ||
        !tl_pattern_list(loader, tl_loader_find(map, "empty"), TL_PATTERN_WORD, &data->empty) ||
        !tl_pattern_list(loader, tl_loader_find(map, "asks"), TL_PATTERN_WORD, &data->asks) ||
        !tl_pattern_list(loader, tl_loader_find(map, "joints"), TL_PATTERN_NONWORD,
                         &data->joints) ||
        !tl_pattern_list(loader, tl_loader_find(map, "filler"), TL_PATTERN_WORD, &data->filler) ||
        !answers_load(loader, tl_loader_find(map, "answers"), &data->answers)) {
        return false;
    }
    words_split(loader->arena, &data->ignore);
    words_split(loader->arena, &data->weak);
    data->synonyms = tl_synonyms_of(loader->arena, &synonyms);
    if (tl_loader_find(map, "scope") == NULL) {
        check->scope = (struct tl_scope){0};
        (void)tl_scope_add(loader->arena, &check->scope, TL_STR("body"), &none);
        (void)tl_scope_add(loader->arena, &check->scope, TL_STR("postscript"), &none);
    }
    return true;
}

/* --- a question, and a sentence of the answer --- */

struct ask {
    const struct tl_question *question;
    struct tl_strs words; /* what it is about, in lower case */
    bool is_done;         /* or there is nothing to answer */
};
TL_VEC(asks, struct ask);

struct answer {
    size_t sentence;           /* index */
    struct tl_alike_set words; /* content words */
    size_t ask;                /* the first that it answers, from 1; 0: none */
};
TL_VEC(answers, struct answer);

/* What a run over one letter knows. */
struct run {
    struct tl_engine *engine;
    const struct unanswered *data;
    struct asks asks;
    struct answers answers;
};

/* Adds the parts of a word with hyphens: "six-year-old" is about "old", too. */
static void parts_add(const struct run *r, struct tl_str word, struct tl_strs *words)
{
    size_t begin = 0;
    for (size_t end; (end = tl_str_find_char(word, '-', begin)) != TL_NONE || begin > 0;
         begin = end + 1) {
        end = end == TL_NONE ? word.len : end;
        struct tl_str part = tl_str_slice(word, begin, end);
        if (part.len > 0 && !tl_words_set_has(&r->data->ignore, part)) {
            *TL_VEC_ADD(r->engine->arena, words) = part;
        }
        if (end == word.len) {
            return;
        }
    }
}

/* Adds the content words of a sentence that lie in a span, in lower case. */
static void words_add(const struct run *r, size_t sentence, struct tl_span span, size_t most,
                      struct tl_strs *words)
{
    const struct tl_letter *letter = r->engine->letter;
    const struct tl_sentence *s = &letter->sentences.items[sentence];
    for (size_t i = 0; i < s->n_words && words->len < most; i++) {
        struct tl_span place = letter->words.items[s->first_word + i].span;
        struct tl_str word = tl_letter_str(letter, place);
        bool stop =
            letter->language != NULL && tl_words_set_has(&letter->language->function_words, word);
        if (place.begin >= span.begin && place.end <= span.end && !stop &&
            !tl_words_set_has(&r->data->ignore, word) && tl_word_kind_of(word) != TL_WORD_HOLE) {
            *TL_VEC_ADD(r->engine->arena, words) = tl_text_lower(r->engine->arena, word);
            parts_add(r, words->items[words->len - 1], words);
        }
    }
}

static bool is_weak(const struct run *r, struct tl_str word)
{
    return tl_words_set_has(&r->data->weak, word) || tl_word_kind_of(word) != TL_WORD_PLAIN;
}

/* Whether another question has the word, too. */
static bool is_shared(const struct run *r, const struct tl_strs *all, size_t ask,
                      struct tl_str word)
{
    for (size_t i = 0; i < r->asks.len; i++) {
        for (size_t k = 0; i != ask && k < all[i].len; k++) {
            if (tl_word_is_alike(all[i].items[k], word)) {
                return true;
            }
        }
    }
    return false;
}

/* The words that say most of what a question is about, `all` being the content words of each. */
static struct tl_strs words_of(const struct run *r, const struct tl_strs *all, size_t ask)
{
    for (unsigned rank = 0; rank < 4; rank++) {
        struct tl_strs words = {0};
        for (size_t k = 0; k < all[ask].len; k++) {
            struct tl_str word = all[ask].items[k];
            bool weak = is_weak(r, word);
            if (weak == (rank >= 2) && (rank % 2 == 1 || !is_shared(r, all, ask, word))) {
                *TL_VEC_ADD(r->engine->arena, &words) = word;
            }
        }
        if (words.len > 0) {
            return words;
        }
    }
    return (struct tl_strs){0};
}

static void asks_read(struct run *r, const struct tl_questions *questions)
{
    struct tl_strs all[TL_MAX_QUESTIONS] = {{0}};
    for (size_t i = 0; i < questions->len; i++) {
        const struct tl_question *question = &questions->items[i];
        words_add(r, question->sentence, question->span, TL_MAX_QUESTION_WORDS, &all[i]);
        *TL_VEC_ADD(r->engine->arena, &r->asks) = (struct ask){.question = question};
    }
    for (size_t i = 0; i < questions->len; i++) {
        r->asks.items[i].words = words_of(r, all, i);
        r->asks.items[i].is_done = all[i].len == 0;
    }
}

static void answers_read(struct run *r, const struct tl_check *check)
{
    const struct tl_letter *letter = r->engine->letter;
    size_t n_words = 0;
    for (size_t i = 0; i < letter->sentences.len && n_words < TL_MAX_ANSWER_WORDS; i++) {
        if (!tl_scope_has(&check->scope, letter, i) ||
            (r->data->empty != NULL &&
             tl_engine_find(r->engine, r->data->empty, tl_letter_sentence(letter, i), 0, NULL))) {
            continue;
        }
        struct tl_strs words = {0};
        words_add(r, i, letter->sentences.items[i].span, TL_MAX_ANSWER_WORDS - n_words, &words);
        n_words += words.len;
        *TL_VEC_ADD(r->engine->arena, &r->answers) =
            (struct answer){.sentence = i, .words = tl_alike_set_of(&words)};
    }
}

/* --- holding them against each other --- */

static bool takes_up(const struct run *r, const struct ask *ask, const struct tl_alike_set *words)
{
    size_t n = 0;
    size_t n_simple = 0; /* words of several parts are there part by part, too */
    for (size_t i = 0; i < ask->words.len; i++) {
        n_simple += tl_str_find_char(ask->words.items[i], '-', 0) == TL_NONE;
        n += tl_synonyms_has(&r->data->synonyms, ask->words.items[i], words);
    }
    return n >= (n_simple >= MANY_WORDS ? 2 : 1);
}

/* Marks what one of the words tells. */
static void match_words(struct run *r)
{
    struct tl_strs all = {0};
    for (size_t i = 0; i < r->answers.len; i++) {
        for (size_t k = 0; k < r->answers.items[i].words.sorted.len; k++) {
            *TL_VEC_ADD(r->engine->arena, &all) = r->answers.items[i].words.sorted.items[k];
        }
    }
    struct tl_alike_set set = tl_alike_set_of(&all);
    for (size_t i = 0; i < r->asks.len; i++) {
        struct ask *ask = &r->asks.items[i];
        if (ask->is_done || !takes_up(r, ask, &set)) {
            continue;
        }
        ask->is_done = true;
        for (size_t k = 0; k < r->answers.len && k < MOST_ANSWERS; k++) {
            struct answer *answer = &r->answers.items[k];
            answer->ask =
                answer->ask == 0 && takes_up(r, ask, &answer->words) ? i + 1 : answer->ask;
        }
    }
}

/* Whether a sentence says little besides what is asked: "On Thursday at three." */
static bool is_short(const struct run *r, const struct answer *answer)
{
    size_t n_strong = 0;
    for (size_t i = 0; i < answer->words.sorted.len; i++) {
        n_strong += !is_weak(r, answer->words.sorted.items[i]);
    }
    return n_strong <= MOST_OF_SHORT;
}

/* Whether a sentence may answer a question by what it is: one that answers none, or another of the
 * same sentence ("What do I bring, and is there a charge?"). */
static bool is_left(const struct run *r, const struct answer *answer, const struct ask *ask)
{
    return answer->ask == 0 ||
           r->asks.items[answer->ask - 1].question->sentence == ask->question->sentence;
}

/* Marks what a sentence answers by what it is. */
static void match_answers(struct run *r)
{
    for (size_t i = 0; i < r->asks.len; i++) {
        struct ask *ask = &r->asks.items[i];
        struct tl_str text = tl_letter_str(r->engine->letter, ask->question->span);
        for (size_t k = 0; k < r->data->answers.len && !ask->is_done; k++) {
            const struct pair *pair = &r->data->answers.items[k];
            if (!tl_engine_find(r->engine, pair->question, text, 0, NULL)) {
                continue;
            }
            for (size_t n = 0; n < r->answers.len && n < MOST_ANSWERS && !ask->is_done; n++) {
                struct answer *answer = &r->answers.items[n];
                ask->is_done =
                    is_left(r, answer, ask) && is_short(r, answer) &&
                    tl_engine_find(r->engine, pair->answer,
                                   tl_letter_sentence(r->engine->letter, answer->sentence), 0,
                                   NULL);
                answer->ask = ask->is_done ? i + 1 : answer->ask;
            }
        }
    }
}

/* Whether a sentence that answers no question says something. */
static bool is_full(const struct run *r, const struct answer *answer)
{
    return answer->ask == 0 && answer->words.sorted.len >= FEWEST_OF_ANSWER &&
           !tl_engine_find(r->engine, r->data->filler,
                           tl_letter_sentence(r->engine->letter, answer->sentence), 0, NULL);
}

/*
 * Marks what is answered in other words: answers come in the order of the questions, so what is
 * said before the answer of a later one is that of an earlier one; and so is what the letter begins
 * with.
 */
static void match_order(struct run *r)
{
    size_t n_answers = r->answers.len < MOST_ANSWERS ? r->answers.len : MOST_ANSWERS;
    for (size_t i = 0; i < r->asks.len; i++) {
        struct ask *ask = &r->asks.items[i];
        size_t full = TL_NONE;
        bool later = false;
        for (size_t k = 0; k < n_answers && !ask->is_done && !later; k++) {
            const struct answer *answer = &r->answers.items[k];
            later = answer->ask > i + 1;
            full = answer->ask > 0 && answer->ask <= i ? TL_NONE : full;
            full = full == TL_NONE && is_full(r, answer) && (i > 0 || k < MOST_FIRST) ? k : full;
        }
        ask->is_done |= full != TL_NONE && (later || i == 0);
        if (full != TL_NONE && ask->is_done) {
            r->answers.items[full].ask = i + 1;
        }
    }
}

/* Whether the sentence after `i` is the sender's, and `i` is quoted. */
static bool is_before_answer(const struct tl_letter *letter, size_t i)
{
    return i + 1 < letter->sentences.len && letter->sentences.items[i].zone == TL_ZONE_QUOTE &&
           letter->sentences.items[i + 1].zone == TL_ZONE_BODY;
}

/* Marks the questions right above an answer, where answers stand in two places at least. */
static void match_places(struct run *r)
{
    const struct tl_letter *letter = r->engine->letter;
    size_t count = 0;
    for (size_t i = 0; i < letter->sentences.len; i++) {
        count += is_before_answer(letter, i);
    }
    for (size_t i = 0; count > 1 && i < r->asks.len; i++) {
        for (size_t k = 0; k < MOST_INLINE_SENTENCES; k++) {
            struct ask *ask = &r->asks.items[i];
            ask->is_done |= is_before_answer(letter, ask->question->sentence + k);
        }
    }
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    struct run r = {.engine = engine, .data = check->data};
    struct tl_questions questions = tl_quoted_questions(engine, r.data->asks, r.data->joints);
    if (questions.len == 0) {
        return;
    }
    asks_read(&r, &questions);
    answers_read(&r, check);
    match_places(&r);
    match_words(&r);
    match_answers(&r);
    if (r.data->filler != NULL) {
        match_order(&r);
    }
    for (size_t i = 0; i < r.asks.len; i++) {
        struct tl_span span = r.asks.items[i].question->span;
        if (!r.asks.items[i].is_done) {
            struct tl_said said = {.args = {tl_letter_str(engine->letter, span)}, .n_args = 1};
            tl_engine_add(engine, check, span, &said);
        }
    }
}

const struct tl_kind tl_kind_unanswered = {"unanswered", keys, load, run};
