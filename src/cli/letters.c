/* SPDX-License-Identifier: MIT */
#include "cli/letters.h"

#include "base/buf.h"
#include "base/day.h"
#include "text/template_dialect.h"

struct tl_letters tl_letters_read(struct tl_arena *arena, const struct tl_source *source,
                                  const struct tl_options *options,
                                  const struct tl_languages *languages,
                                  const struct tl_language *language)
{
    struct tl_letters letters = {.len = 0};
    struct tl_facts facts = options->facts;
    if (!facts.stated[TL_FACT_KIND] && tl_dialect_is_template(source->path)) {
        facts.value[TL_FACT_KIND] = TL_FACT_KIND_TEMPLATE;
    }
    if (facts.today == 0) {
        facts.today = tl_day_today();
    }
    const struct tl_content_asked asked = {
        .choice = options->part,
        .is_template = facts.value[TL_FACT_KIND] == TL_FACT_KIND_TEMPLATE,
        .dialects = options->dialects,
    };
    const struct tl_content *content = tl_content_read_as(arena, source, &asked);
    for (; content != NULL && letters.len < TL_MAX_LETTERS; content = content->also) {
        const struct tl_letter *letter =
            tl_letter_build(arena, content, languages, &facts, language);
#ifndef NDEBUG
        tl_letter_check(letter, source->bytes.len);
#endif
        letters.items[letters.len++] = letter;
    }
    return letters;
}

/* "; there are: en, sv", of those that can be told by evidence, or nothing. */
static struct tl_str tags_of(struct tl_arena *arena, const struct tl_languages *languages)
{
    struct tl_buf out = tl_buf_in(arena);
    for (size_t i = 0; i < languages->len; i++) {
        if (languages->items[i]->function_words.sorted.len > 0) {
            tl_buf_add(&out, out.len == 0 ? TL_STR("; there are: ") : TL_STR(", "));
            tl_buf_add(&out, languages->items[i]->tag);
        }
    }
    return tl_buf_str(&out);
}

bool tl_letters_language(const char *option, struct tl_str tag,
                         const struct tl_languages *languages, const struct tl_language **language,
                         struct tl_error *err)
{
    *language = NULL;
    if (tag.len == 0) {
        return true;
    }
    *language = tl_language_find(languages, tag);
    if (*language == NULL) {
        struct tl_arena *arena = tl_arena_new();
        struct tl_str tags = tags_of(arena, languages);
        tl_error_set(err, NULL, "--%s: there is no language '%.*s' among the rules%.*s", option,
                     TL_STR_ARG(tag), TL_STR_ARG(tags));
        tl_arena_free(arena);
    }
    return *language != NULL;
}
