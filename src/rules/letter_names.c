/* SPDX-License-Identifier: MIT */
#include "rules/letter_names.h"

#include "base/utf8.h"
#include "model/recipient.h"

static bool has_capital(struct tl_str word)
{
    uint32_t c = 0;
    (void)tl_utf8_next(word, &c);
    return tl_char_is_upper(c);
}

/* Of the word at index `i` of a sentence. */
static enum tl_word_place place_of(const struct tl_letter *letter, const struct tl_sentence *s,
                                   size_t i)
{
    if (i > 0 || s->n_words == 1) {
        return TL_WORD_INSIDE;
    }
    struct tl_str next = tl_letter_str(letter, letter->words.items[s->first_word + 1].span);
    return has_capital(next) && tl_utf8_count(next) > 1 ? TL_WORD_LEADS : TL_WORD_FIRST;
}

enum tl_word_place tl_word_place_of(const struct tl_engine *engine, struct tl_span word)
{
    const struct tl_letter *letter = engine->letter;
    size_t sentence = tl_engine_sentence(engine, word.begin);
    if (sentence == TL_NONE) {
        return TL_WORD_INSIDE;
    }
    const struct tl_sentence *s = &letter->sentences.items[sentence];
    size_t i = 0;
    while (i < s->n_words && letter->words.items[s->first_word + i].span.end <= word.begin) {
        i++;
    }
    return place_of(letter, s, i);
}

static void add(struct tl_engine *engine, struct tl_str word, struct tl_words_set *names)
{
    *TL_VEC_ADD(engine->arena, &names->sorted) = tl_text_lower(engine->arena, word);
}

/* Adds the words of a text that has no sentences. */
static void add_all(struct tl_engine *engine, struct tl_str text, struct tl_words_set *names)
{
    size_t begin = 0;
    for (size_t at = 0; at <= text.len;) {
        uint32_t c = ' ';
        size_t n = tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        if (n == 0 || !tl_char_is_letter(c)) {
            if (at > begin) {
                add(engine, tl_str_slice(text, begin, at), names);
            }
            begin = at + n;
        }
        at += n == 0 ? 1 : n;
    }
}

static void add_fields(struct tl_engine *engine, struct tl_words_set *names)
{
    static const char *const fields[] = {"from", "to", "cc", "reply-to"};
    struct tl_recipients all = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        tl_recipients_add(engine->arena, engine->letter->content->mail, tl_str_of(fields[i]), &all);
    }
    for (size_t i = 0; i < all.len; i++) {
        add_all(engine, all.items[i].name, names);
        add_all(engine, all.items[i].address, names);
    }
}

struct tl_words_set tl_letter_names(struct tl_engine *engine, const struct tl_scope *scope)
{
    const struct tl_letter *letter = engine->letter;
    struct tl_words_set names = {0};
    add_fields(engine, &names);
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *s = &letter->sentences.items[i];
        bool is_known = tl_scope_has(scope, letter, i);
        for (size_t k = 0; k < s->n_words; k++) {
            struct tl_str word = tl_letter_str(letter, letter->words.items[s->first_word + k].span);
            enum tl_word_place place = place_of(letter, s, k);
            bool names_it =
                place == TL_WORD_INSIDE ? is_known || k > 0 : is_known && place == TL_WORD_LEADS;
            if (names_it && has_capital(word)) {
                add_all(engine, word, &names);
            }
        }
    }
    tl_words_set_build(engine->arena, &names);
    return names;
}
