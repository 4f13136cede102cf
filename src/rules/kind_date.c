/*
 * date: a date that cannot be right (model/date.h), or a reply that comes late.
 * Message arguments: the date and what speaks against it, in the form that its judge says.
 * SPDX-License-Identifier: MIT
 */
#include "base/day.h"
#include "base/utf8.h"
#include "rules/kind.h"
#include "rules/pattern.h"

enum judge {
    JUDGE_MISMATCH,
    JUDGE_NONEXISTENT,
    JUDGE_PAST,
    JUDGE_LATE,
    JUDGE_COUNT,
};

enum { CONTEXT_BYTES = 240 }; /* before and after a date, so that the cost stays that of the text */

struct date_check {
    enum judge judge;
    const struct tl_regex *before; /* right before the date; NULL: anything may stand there */
    const struct tl_regex *after;
    unsigned year_within; /* days; 0: any number */
    unsigned max;         /* days */
    unsigned max_age;     /* days; 0: any number */
};

static const struct tl_key keys[] = {
    {"judge", TL_KEY_CHOICE, "mismatch|nonexistent|past|late", "What is wrong with a date"},
    {"before", TL_KEY_PATTERNS, NULL, "Patterns, one of which must stand right before the date"},
    {"after", TL_KEY_PATTERNS, NULL, "Patterns, one of which must stand right after the date"},
    {"year_within", TL_KEY_NUMBER, NULL,
     "A date without a year counts only if it is at most so many days away; 0 is any number"},
    {"max", TL_KEY_NUMBER, NULL, "late: an answer may take so many days"},
    {"max_age", TL_KEY_NUMBER, NULL,
     "past, late: what lies more days back is of an old message, and not looked at; 0 is any "
     "number"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct date_check *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    unsigned judge = JUDGE_COUNT;
    if (!tl_keys_choice(loader, map, keys, "judge", &judge) ||
        !tl_pattern_list(loader, tl_loader_find(map, "before"), TL_PATTERN_BEFORE, &data->before) ||
        !tl_pattern_list(loader, tl_loader_find(map, "after"), TL_PATTERN_AFTER, &data->after) ||
        !tl_loader_unsigned(loader, map, "year_within", &data->year_within) ||
        !tl_loader_unsigned(loader, map, "max", &data->max) ||
        !tl_loader_unsigned(loader, map, "max_age", &data->max_age)) {
        return false;
    }
    data->judge = (enum judge)judge;
    if (judge == JUDGE_COUNT) {
        return tl_loader_fail(loader, map, "there is no 'judge'");
    }
    bool is_late = judge == JUDGE_LATE;
    if (is_late != (tl_loader_find(map, "max") != NULL)) {
        return tl_loader_fail(loader, map, "'max' is for 'judge: late', which needs it");
    }
    if (!is_late && judge != JUDGE_PAST && tl_loader_find(map, "max_age") != NULL) {
        return tl_loader_fail(loader, map, "'max_age' is for 'judge: past' and 'judge: late'");
    }
    return true;
}

/* --- what stands around a date --- */

/* The part of a sentence before (or after) a span, cut to what is looked at. */
static struct tl_str context(const struct tl_letter *letter, struct tl_span sentence,
                             struct tl_span span, bool is_before)
{
    struct tl_str text = letter->text.bytes;
    size_t begin = is_before ? sentence.begin : span.end;
    size_t end = is_before ? span.begin : sentence.end;
    if (end <= begin) {
        return TL_STR("");
    }
    if (end - begin > CONTEXT_BYTES) {
        size_t cut = is_before ? end - CONTEXT_BYTES : begin + CONTEXT_BYTES;
        while (cut < end && ((unsigned char)text.data[cut] & 0xC0U) == 0x80U) {
            cut++; /* in mid character */
        }
        begin = is_before ? cut : begin;
        end = is_before ? end : cut;
    }
    return tl_str_slice(text, begin, end);
}

static bool context_fits(struct tl_engine *engine, const struct date_check *data,
                         const struct tl_date *date, size_t sentence)
{
    struct tl_span span = engine->letter->sentences.items[sentence].span;
    return (data->before == NULL ||
            tl_engine_find(engine, data->before, context(engine->letter, span, date->whole, true),
                           0, NULL)) &&
           (data->after == NULL ||
            tl_engine_find(engine, data->after, context(engine->letter, span, date->whole, false),
                           0, NULL));
}

/* --- judges --- */

static bool is_year_sure(const struct date_check *data, const struct tl_date *date, int today)
{
    if (!date->is_year_guessed || data->year_within == 0 || date->number == 0) {
        return true;
    }
    int away = date->number > today ? date->number - today : today - date->number;
    return away <= (int)data->year_within;
}

/* Whether a message that names a day so long ago is an old one: the day on which it was written is
 * then not known, and today is not that day. */
static bool is_old(const struct date_check *data, int days)
{
    return data->max_age != 0 && days > 0 && (unsigned)days > data->max_age;
}

/* The first form of a weekday; "" where the language has none. */
static struct tl_str weekday_name(const struct tl_date *date, int day)
{
    const struct tl_strs *forms = &date->calendar->weekdays[tl_day_weekday(day)];
    return forms->len > 0 ? forms->items[0] : TL_STR("");
}

/* The date with the weekday that it has in truth, in the form in which it has one. */
static struct tl_str with_weekday(struct tl_engine *engine, const struct tl_date *date, int day)
{
    const struct tl_letter *letter = engine->letter;
    const struct tl_strs *forms = &date->calendar->weekdays[tl_day_weekday(day)];
    struct tl_str said = tl_letter_str(letter, date->weekday_span);
    size_t form = 0;
    (void)tl_calendar_weekday(date->calendar, said, &form);
    struct tl_str name = forms->items[form < forms->len ? form : 0];
    struct tl_buf out = tl_buf_in(engine->arena);
    uint32_t of_said;
    uint32_t of_name;
    (void)tl_utf8_next(said, &of_said);
    size_t n = tl_utf8_next(name, &of_name);
    tl_buf_add(&out,
               tl_letter_str(letter, (struct tl_span){date->span.begin, date->weekday_span.begin}));
    tl_buf_add_code_point(&out, tl_char_is_upper(of_said) ? tl_char_upper(of_name) : of_name);
    tl_buf_add(&out, tl_str_slice(name, n, name.len));
    tl_buf_add(&out,
               tl_letter_str(letter, (struct tl_span){date->weekday_span.end, date->span.end}));
    return tl_buf_str(&out);
}

static bool judge_mismatch(struct tl_engine *engine, const struct date_check *data,
                           const struct tl_date *date, struct tl_said *said)
{
    int today = engine->letter->facts.today;
    int day = is_year_sure(data, date, today) ? tl_date_mismatch(date, today) : 0;
    if (day == 0) {
        return false;
    }
    struct tl_str weekday = weekday_name(date, day);
    said->args[1] = weekday;
    if (date->is_relative) {
        struct tl_str iso = tl_day_text(engine->arena, day);
        said->args[1] = tl_arena_format(engine->arena, "%.*s%s%.*s", TL_STR_ARG(weekday),
                                        weekday.len > 0 ? " " : "", TL_STR_ARG(iso));
    } else if (weekday.len > 0) {
        *TL_VEC_ADD(engine->arena, &said->suggestions) = with_weekday(engine, date, day);
    }
    return true;
}

static bool judge_nonexistent(struct tl_engine *engine, const struct date_check *data,
                              const struct tl_date *date, struct tl_said *said)
{
    (void)data;
    unsigned year = date->is_year_guessed ? 0 : date->year;
    said->args[1] = tl_arena_format(engine->arena, "%u", tl_month_days(year, date->month));
    return tl_date_is_impossible(date);
}

/* Of a range, its end counts. */
static bool judge_past(struct tl_engine *engine, const struct date_check *data,
                       const struct tl_date *date, struct tl_said *said)
{
    const struct tl_dates *dates = &engine->letter->dates;
    int today = engine->letter->facts.today;
    bool is_last =
        date + 1 == dates->items + dates->len || date[1].whole.begin != date->whole.begin;
    if (today == 0 || date->number == 0 || date->number >= today || !is_last || date->is_relative ||
        is_old(data, today - date->number) || !is_year_sure(data, date, today) ||
        tl_date_mismatch(date, today) != 0) {
        return false;
    }
    said->args[1] = tl_day_text(engine->arena, today);
    return true;
}

typedef bool judge_fn(struct tl_engine *engine, const struct date_check *data,
                      const struct tl_date *date, struct tl_said *said);

static judge_fn *const judges[JUDGE_COUNT] = {
    [JUDGE_MISMATCH] = judge_mismatch,
    [JUDGE_NONEXISTENT] = judge_nonexistent,
    [JUDGE_PAST] = judge_past,
};

/* A finding at the first sentence of the scope. */
static void late_run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct date_check *data = check->data;
    const struct tl_letter *letter = engine->letter;
    int days = letter->facts.today - letter->quoted_day;
    if (letter->facts.today == 0 || letter->quoted_day == 0 || days <= (int)data->max ||
        is_old(data, days)) {
        return;
    }
    struct tl_said said = {
        .args = {tl_arena_format(engine->arena, "%d", days),
                 tl_day_text(engine->arena, letter->quoted_day)},
        .n_args = 2,
    };
    for (size_t i = 0; i < letter->sentences.len; i++) {
        if (tl_scope_has(&check->scope, letter, i)) {
            tl_engine_add(engine, check, letter->sentences.items[i].span, &said);
            return;
        }
    }
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct date_check *data = check->data;
    if (data->judge == JUDGE_LATE) {
        late_run(engine, check);
        return;
    }
    for (size_t i = 0; i < engine->letter->dates.len; i++) {
        const struct tl_date *date = &engine->letter->dates.items[i];
        size_t sentence = tl_engine_sentence(engine, date->span.begin);
        struct tl_span span = data->judge == JUDGE_PAST ? date->whole : date->span;
        struct tl_said said = {.args = {tl_letter_str(engine->letter, span)}, .n_args = 2};
        if (sentence != TL_NONE &&
            tl_scope_has_at(&check->scope, engine->letter, sentence, date->span.begin) &&
            judges[data->judge](engine, data, date, &said) &&
            context_fits(engine, data, date, sentence)) {
            tl_engine_add(engine, check, span, &said);
        }
    }
}

const struct tl_kind tl_kind_date = {"date", keys, load, run};
