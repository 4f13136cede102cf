/* SPDX-License-Identifier: MIT */
#include "model/letter_dates.h"

#include "base/day.h"
#include "base/limits.h"
#include "mime/date.h"

enum {
    LONGEST_QUOTE_HEAD = 2, /* blocks: a dividing line, and fields or an attribution */
    LONGEST_ATTRIBUTION_BYTES = 500,
};

/* The end (an index) of the sentences that are looked at together: of one block, and not longer
 * than a pattern may see. */
static size_t stretch_end(const struct tl_letter *letter, size_t first)
{
    const struct tl_sentence *all = letter->sentences.items;
    size_t end = first + 1;
    while (end < letter->sentences.len && all[end].block == all[first].block &&
           all[end].span.end - all[first].span.begin <= TL_MAX_SENTENCE_BYTES) {
        end++;
    }
    return end;
}

static void stretch_find(const struct tl_zoning *zoning, struct tl_letter *letter,
                         const struct tl_language *language, struct tl_span span)
{
    if (language != NULL && language->calendar.forms.len > 0) {
        tl_dates_find(zoning->arena, zoning->matcher, &language->calendar, letter->text.bytes, span,
                      &letter->dates);
    }
}

static void dates_find(const struct tl_zoning *zoning, struct tl_letter *letter)
{
    for (size_t i = 0; i < letter->sentences.len;) {
        size_t end = stretch_end(letter, i);
        const struct tl_block *block = &letter->blocks.items[letter->sentences.items[i].block];
        struct tl_span span = {letter->sentences.items[i].span.begin,
                               letter->sentences.items[end - 1].span.end};
        stretch_find(zoning, letter, block->language != NULL ? block->language : letter->language,
                     span);
        i = end;
    }
}

static int date_field_day(const struct tl_content *content)
{
    const struct tl_field *field =
        content->mail == NULL ? NULL : tl_fields_find(&content->mail->fields, TL_STR("Date"));
    return field == NULL ? 0 : tl_date_field_day(field->body.bytes);
}

/* The first whole date among some, in a span of the text; 0 where there is none. */
static int first_day(const struct tl_dates *dates, struct tl_span span)
{
    for (size_t i = 0; i < dates->len; i++) {
        const struct tl_date *date = &dates->items[i];
        if (date->span.begin >= span.begin && date->span.end <= span.end && date->number != 0 &&
            !date->is_year_guessed) {
            return date->number;
        }
    }
    return 0;
}

static int letterhead_day(const struct tl_letter *letter)
{
    int day = 0;
    for (size_t i = 0; i < letter->blocks.len && day == 0; i++) {
        if (letter->blocks.items[i].zone == TL_ZONE_LETTERHEAD) {
            day = first_day(&letter->dates, letter->blocks.items[i].span);
        }
    }
    return day;
}

static int day_of_writing(const struct tl_letter *letter)
{
    if (letter->facts.value[TL_FACT_KIND] == TL_FACT_KIND_TEMPLATE) {
        return 0;
    }
    int day = date_field_day(letter->content);
    if (day == 0 && letter->facts.value[TL_FACT_CHANNEL] == TL_FACT_CHANNEL_LETTER) {
        day = letterhead_day(letter);
    }
    return day > 0 ? day : letter->facts.today;
}

/* The first whole date in a span, by the forms of any other language: mail programs write in that
 * of their user. */
static int foreign_day(const struct tl_zoning *zoning, const struct tl_letter *letter,
                       struct tl_span span)
{
    int day = 0;
    for (size_t i = 0; i < zoning->languages->len && day == 0; i++) {
        const struct tl_language *language = zoning->languages->items[i];
        struct tl_dates dates = {0};
        if (language->calendar.forms.len > 0 && language != letter->language) {
            tl_dates_find(zoning->arena, zoning->matcher, &language->calendar, letter->text.bytes,
                          span, &dates);
            tl_dates_resolve(&dates, 0);
            day = first_day(&dates, span);
        }
    }
    return day;
}

static const struct tl_regex *attributions(const struct tl_language *language)
{
    return language->attributions;
}

/* The part of a quote's first block that says whose it is: all of what has no quote marks, else an
 * attribution that was marked as well; an empty span where there is none. */
static struct tl_span quote_head(const struct tl_zoning *zoning, const struct tl_letter *letter,
                                 const struct tl_block *block)
{
    struct tl_str text = tl_letter_str(letter, block->span);
    if (block->quote_depth == 0) {
        return block->span.end - block->span.begin <= TL_MAX_SENTENCE_BYTES
                   ? block->span
                   : (struct tl_span){0, 0};
    }
    text = tl_str_slice(text, 0, LONGEST_ATTRIBUTION_BYTES);
    for (size_t at = tl_str_find_char(text, ':', 0); at != TL_NONE;
         at = tl_str_find_char(text, ':', at + 1)) {
        struct tl_str head = tl_str_slice(text, 0, at + 1);
        bool is_time = at + 1 < text.len && !tl_char_is_space(text.data[at + 1]);
        if (!is_time) {
            bool good = tl_zoning_match(zoning, attributions, head, true) == head.len;
            return (struct tl_span){block->span.begin, block->span.begin + (good ? head.len : 0)};
        }
    }
    return (struct tl_span){0, 0};
}

static int quoted_day(const struct tl_zoning *zoning, const struct tl_letter *letter)
{
    int day = 0;
    unsigned n_blocks = 0;
    for (size_t i = 0; i < letter->blocks.len && n_blocks < LONGEST_QUOTE_HEAD && day == 0; i++) {
        const struct tl_block *block = &letter->blocks.items[i];
        if (block->zone != TL_ZONE_QUOTE) {
            continue;
        }
        struct tl_span head = quote_head(zoning, letter, block);
        if (head.begin == head.end) {
            break; /* the quoted text itself */
        }
        day = first_day(&letter->dates, head);
        day = day > 0 ? day : foreign_day(zoning, letter, head);
        n_blocks++;
    }
    return day;
}

void tl_letter_dates_find(const struct tl_zoning *zoning, struct tl_letter *letter)
{
    dates_find(zoning, letter);
    tl_dates_resolve(&letter->dates, 0); /* the day of writing may be one of them */
    letter->facts.today = day_of_writing(letter);
    tl_dates_resolve(&letter->dates, letter->facts.today);
    letter->quoted_day = quoted_day(zoning, letter);
}
