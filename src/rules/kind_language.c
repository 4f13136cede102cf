/*
 * language: a sentence of the scope is clearly in another language than the letter.  `min` is the
 * number of words from which a sentence is looked at.  Message arguments: the names of its language
 * and of the letter's.  SPDX-License-Identifier: MIT
 */
#include "model/language_guess.h"
#include "rules/kind.h"
#include "rules/limit.h"

struct language {
    struct tl_limit min;
};

static const struct tl_key keys[] = {
    {"min", TL_KEY_LIMIT, NULL, "Sentences of fewer words are passed over"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct language *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    return tl_limit_load(loader, map, "min", &data->min);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct language *data = check->data;
    const struct tl_letter *letter = engine->letter;
    double min = 0;
    (void)tl_limit_of(&data->min, &letter->facts, &min);
    for (size_t i = 0; letter->language != NULL && i < letter->sentences.len; i++) {
        const struct tl_sentence *sentence = &letter->sentences.items[i];
        if ((double)sentence->n_words < min || !tl_scope_has(&check->scope, letter, i)) {
            continue;
        }
        const struct tl_language *found = tl_language_of_block(
            letter->languages, letter->language, tl_letter_str(letter, sentence->span));
        if (found != NULL && found != letter->language) {
            struct tl_said said = {.args = {found->name, letter->language->name}, .n_args = 2};
            tl_engine_add(engine, check, sentence->span, &said);
        }
    }
}

const struct tl_kind tl_kind_language = {"language", keys, load, run};
