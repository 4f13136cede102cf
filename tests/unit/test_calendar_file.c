/* SPDX-License-Identifier: MIT */
#include "rules/calendar_file.h"

#include "support/letter.h"

static struct tl_errors errors;
static struct tl_calendar calendar;

static bool load(const char *yaml)
{
    struct tl_error err;
    errors = (struct tl_errors){0};
    calendar = (struct tl_calendar){.forms = {0}};
    struct tl_loader loader = {
        .arena = tl_test_arena,
        .path = "language.yml",
        .errors = &errors,
        .classes = tl_test_classes(),
        .ignorecase = true,
    };
    const struct tl_yaml *map = tl_yaml_parse(tl_test_arena, "language.yml", tl_str_of(yaml), &err);
    ck_assert_ptr_nonnull(map);
    return tl_calendar_load(&loader, tl_loader_find(map, "dates"), &calendar);
}

#define WEEK "weekdays: [Mo mon, tu, we, th, fr, sa, su]"
#define YEAR "months: [jan j, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec]"

START_TEST(a_calendar_is_read)
{
    ck_assert(load("dates:\n  " WEEK "\n  " YEAR "\n  relative: {now: 0, then: -31}\n"
                   "  forms: ['{weekday} {day} {month}', '{year}']\n"));

    ck_assert_uint_eq(calendar.weekdays[0].len, 2);
    tl_assert_str(calendar.weekdays[0].items[1], "mon");
    tl_assert_str(calendar.months[11].items[0], "dec");
    ck_assert_uint_eq(calendar.relatives.len, 2);
    ck_assert_int_eq(calendar.relatives.items[1].days, -31);
    ck_assert_uint_eq(calendar.forms.len, 2);
    ck_assert_uint_eq(calendar.forms.items[0].n_slots, 3);
    ck_assert_int_eq(calendar.forms.items[0].slots[1], TL_SLOT_DAY);
}
END_TEST

START_TEST(a_language_needs_no_calendar)
{
    ck_assert(load("name: x\n"));
    ck_assert_uint_eq(calendar.forms.len, 0);
}
END_TEST

static const struct {
    const char *form;
    const char *text;
    bool matches;
} forms[] = {
    {"'{weekday} {day}'", "Mo 3", true},
    {"'{weekday} {day}'", "MO. 3", true},
    {"'{weekday} {day}'", "mo 3", false}, /* a word with a capital needs it */
    {"'{weekday} {day}'", "TU 3", true},
    {"'{weekday} {day}'", "tue 3", false},
    {"'{weekday} {day}'", "tu 40", false},
    {"'{day} (?&fruit)'", "3 strawberries", true}, /* word classes are known */
    {"'{day}{2}'", "1212", true},
    {"'\\({day}\\)'", "(3)", true},
    {"'(?:{day}|(?<=x) {year})'", "3", true},
    {"'{day}'", "3-4", false},
    {"'{day}'", "a3", false},
    {"'{day}'", "1.3", false},
    {"'{day}'", "3.5", false},
    {"'{relative}'", "now", false}, /* has no words */
};

START_TEST(a_form_matches_or_not)
{
    struct tl_str yaml =
        tl_arena_format(tl_test_arena, "dates:\n  " WEEK "\n  forms: %s\n", forms[_i].form);
    ck_assert(load(yaml.data));

    ck_assert(tl_regex_has(calendar.forms.items[0].regex, tl_matcher_new(tl_test_arena),
                           tl_str_of(forms[_i].text)) == forms[_i].matches);
}
END_TEST

static const struct {
    const char *yaml;
    const char *errors;
} broken[] = {
    {"dates: []\n", "1:8: 'dates' must be a map\n"},
    {"dates: {day: x}\n", "1:9: unknown key 'day'\n"},
    {"dates: {weekdays: [a]}\n", "1:19: 'weekdays' must be 7 texts, not 1\n"},
    {"dates: {months: a}\n", "1:17: 'months' must be 12 texts, not 1\n"},
    {"dates: {relative: {a: b}}\n",
     "1:23: a relative day must be a number of days from -31 to 31\n"},
    {"dates: {relative: {a: 32}}\n",
     "1:23: a relative day must be a number of days from -31 to 31\n"},
    {"dates: {relative: {a: [1]}}\n",
     "1:23: a relative day must be a number of days from -31 to 31\n"},
    {"dates: {forms: ['{moth}']}\n",
     "1:17: unknown part of a date 'moth'; did you mean 'month'?\n"},
    {"dates: {forms: ['{moth']}\n", "1:17: unknown part of a date 'moth'; did you mean 'month'?\n"},
    {"dates: {forms: ['({day})']}\n",
     "1:17: a form of dates captures nothing: write '(?:' for a group and '\\(' for a bracket\n"},
    {"dates: {forms: ['(?<a>{day})']}\n",
     "1:17: a form of dates captures nothing: write '(?:' for a group and '\\(' for a bracket\n"},
    {"dates: {forms: ['{day}(?:']}\n", NULL},
    {"dates: {forms: ['(?:{day})?']}\n", "1:17: the pattern can match nothing at all\n"},
    {"dates: {forms: [[a]]}\n", "1:17: a pattern must be a text\n"},
    {"dates: {forms: "
     "'{day}{day}{day}{day}{day}{day}{day}{day}{day}{day}{day}{day}{day}{day}{day}{day}'}\n",
     "1:16: a form of dates has at most 15 parts\n"},
    {"dates: {forms: [a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a]}\n",
     "1:65: there can be 16 forms of dates\n"},
};

START_TEST(a_broken_calendar_is_an_error)
{
    ck_assert(!load(broken[_i].yaml));
    if (broken[_i].errors != NULL) {
        tl_assert_same(tl_test_errors(&errors), tl_str_of(broken[_i].errors));
    }
    ck_assert_uint_ge(errors.len, 1);
}
END_TEST

static Suite *calendar_file_suite(void)
{
    Suite *suite = suite_create("calendar_file");
    tl_add_tests(suite, "load", a_calendar_is_read, a_language_needs_no_calendar);
    TCase *tables = tl_case(suite, "tables");
    tcase_add_loop_test(tables, a_form_matches_or_not, 0, (int)(sizeof forms / sizeof *forms));
    tcase_add_loop_test(tables, a_broken_calendar_is_an_error, 0,
                        (int)(sizeof broken / sizeof *broken));
    return suite;
}
TL_TEST_MAIN(calendar_file_suite)
