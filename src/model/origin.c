/* SPDX-License-Identifier: MIT */
#include "model/origin.h"

enum { LONGEST_TAG_BYTES = 60 };

static const struct tl_regex *reply_prefixes(const struct tl_language *language)
{
    return language->reply_prefixes;
}

static const struct tl_regex *reply_openings(const struct tl_language *language)
{
    return language->reply_openings;
}

/* The bytes of the tags that servers put in front: "[EXTERNAL] [Ticket #12] ". */
static size_t tags(struct tl_str subject)
{
    size_t at = 0;
    while (at < subject.len && subject.data[at] == '[') {
        size_t end = tl_str_find_char(subject, ']', at);
        if (end == TL_NONE || end - at > LONGEST_TAG_BYTES) {
            return at;
        }
        at = end + 1;
        while (at < subject.len && tl_char_is_space(subject.data[at])) {
            at++;
        }
    }
    return at;
}

size_t tl_reply_prefix(const struct tl_zoning *zoning, struct tl_str subject)
{
    size_t begin = tags(subject);
    size_t end =
        tl_zoning_match(zoning, reply_prefixes, tl_str_slice(subject, begin, subject.len), true);
    return end > 0 ? begin + end : 0;
}

void tl_borrowed_mark(const struct tl_zoning *zoning, struct tl_letter *letter)
{
    for (size_t i = 0; i < letter->blocks.len; i++) {
        const struct tl_block *block = &letter->blocks.items[i];
        bool reference = zoning->letter_channel && !(i == 0 && letter->content->has_subject);
        if (block->zone != TL_ZONE_SUBJECT || reference ||
            tl_reply_prefix(zoning, tl_letter_str(letter, block->span)) == 0) {
            continue;
        }
        for (size_t k = 0; k < block->n_sentences; k++) {
            letter->sentences.items[block->first_sentence + k].borrowed = true;
        }
    }
}

static bool has_field(const struct tl_content *content, struct tl_str name)
{
    return content->mail != NULL && tl_fields_find(&content->mail->fields, name) != NULL;
}

static bool is_reply(const struct tl_zoning *zoning, const struct tl_letter *letter)
{
    if (has_field(letter->content, TL_STR("In-Reply-To")) ||
        has_field(letter->content, TL_STR("References"))) {
        return true;
    }
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *sentence = &letter->sentences.items[i];
        struct tl_str s = tl_letter_str(letter, sentence->span);
        if (sentence->zone == TL_ZONE_QUOTE || sentence->borrowed ||
            ((sentence->opening || sentence->zone == TL_ZONE_GREETING) &&
             tl_zoning_match(zoning, reply_openings, s, false) > 0)) {
            return true;
        }
    }
    return false;
}

enum tl_fact_ORIGIN tl_origin_of(const struct tl_zoning *zoning, const struct tl_letter *letter)
{
    if (letter->facts.value[TL_FACT_CHANNEL] == TL_FACT_CHANNEL_WEBFORM ||
        is_reply(zoning, letter)) {
        return TL_FACT_ORIGIN_REPLY;
    }
    return letter->content->kind == TL_CONTENT_EML ? TL_FACT_ORIGIN_FIRST : TL_FACT_ORIGIN_UNKNOWN;
}
