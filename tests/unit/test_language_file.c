/* SPDX-License-Identifier: MIT */
#include "rules/language_file.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static struct tl_language language;
static struct tl_classes classes;

/* Loads a language file "xy" of this text; returns its errors. */
static struct tl_str load(const char *yaml)
{
    struct tl_errors errors = {NULL, 0, 0};
    struct tl_loader loader = {
        .arena = tl_test_arena,
        .path = tl_test_file(tl_test_folder(), "language.yml", tl_str_of(yaml)),
        .errors = &errors,
    };
    classes = (struct tl_classes){NULL, 0, 0};
    bool good =
        tl_language_file_load(&loader, TL_STR("xy"), &language, &classes, &(struct tl_classes){0});
    ck_assert(good == (errors.len == 0));
    return tl_test_errors(&errors);
}

static bool has(const struct tl_regex *regex, const char *text)
{
    return tl_regex_has(regex, tl_matcher_new(tl_test_arena), tl_str_of(text));
}

START_TEST(a_language_has_what_its_file_says)
{
    tl_assert_str(load("name: Xyish\ngreetings: [dear]\nreply_prefixes: [re]\n"
                       "abbreviations: [Mr]\nfunction_words: [The, and]\n"),
                  "");

    tl_assert_str(language.tag, "xy");
    tl_assert_str(language.name, "Xyish");
    ck_assert(has(language.greetings, "Dear Ann"));
    ck_assert(has(language.reply_prefixes, "RE: box"));
    ck_assert(tl_words_set_has(&language.abbreviations, TL_STR("mr")));
    ck_assert(tl_words_set_has(&language.function_words, TL_STR("the")));
}
END_TEST

START_TEST(what_is_not_said_is_not_there)
{
    tl_assert_str(load(""), "");

    tl_assert_str(language.name, "xy");
    ck_assert_ptr_null(language.greetings);
    ck_assert_ptr_null(language.footers);
    ck_assert_uint_eq(language.function_words.sorted.len, 0);
}
END_TEST

START_TEST(words_may_stand_in_a_text)
{
    tl_assert_str(load("letters: ÅÄÖ\nother_tags: [xz]\nendings: [ing, ande]\nfunction_words:\n"
                       "  och att\n  På du\n"),
                  "");

    tl_assert_str(language.letters, "åäö");
    ck_assert_uint_eq(language.function_words.sorted.len, 4);
    ck_assert(tl_words_set_has(&language.function_words, TL_STR("På")));
    ck_assert_uint_eq(language.endings.len, 2);
    tl_assert_str(language.other_tags.items[0], "xz");
}
END_TEST

START_TEST(classes_are_joined_alternatives)
{
    tl_assert_str(load("classes:\n  a: [x, 'y|z']\n  b: one\n"), "");

    ck_assert_uint_eq(classes.len, 2);
    tl_assert_str(classes.items[0].name, "a");
    tl_assert_str(classes.items[0].pattern, "x|y|z");
    tl_assert_str(classes.items[1].pattern, "one");
}
END_TEST

START_TEST(patterns_of_the_language_use_its_classes)
{
    tl_assert_str(load("greetings: ['(?&hello) you']\nclasses: {hello: [hi, hey]}\n"), "");

    ck_assert(has(language.greetings, "Hey you"));
    ck_assert(!has(language.greetings, "Hey"));
}
END_TEST

static const struct {
    const char *yaml;
    const char *errors;
} wrong[] = {
    {"- x\n", "1:1: a language must be a map of keys\n"},
    {"greeting: [dear]\n", "1:1: unknown key 'greeting'; did you mean 'greetings'?\n"},
    {"greetings: ['(']\n", "1:15: the pattern does not compile: missing closing parenthesis\n"},
    {"greetings: [\"dear\\b\"]\n", "1:13: a pattern must not be in double quotes, where YAML reads "
                                   "\\b as a backspace; use single "
                                   "quotes\n"},
    {"abbreviations: {a: b}\n", "1:16: 'abbreviations' must be a list\n"},
    {"name: [x]\n", "1:7: 'name' must be a text\n"},
    {"classes: [x]\n", "1:10: 'classes' must be a map\n"},
    {"classes: {a: {b: c}}\n", "1:14: a word class must be a list of alternatives\n"},
    {"classes: {a: [\"x\"]}\n",
     "1:15: an alternative must be a text that is not in double quotes\n"},
};

START_TEST(a_wrong_file_is_an_error_in_its_place)
{
    struct tl_str came = load(wrong[_i].yaml);

    ck_assert_msg(tl_is_str(came, tl_str_of(wrong[_i].errors)), "%s: %s", wrong[_i].yaml,
                  tl_test_said());
}
END_TEST

static Suite *language_file_suite(void)
{
    Suite *suite = suite_create("language_file");
    tl_add_tests(suite, "keys", a_language_has_what_its_file_says, what_is_not_said_is_not_there,
                 words_may_stand_in_a_text);
    tl_add_tests(suite, "classes", classes_are_joined_alternatives,
                 patterns_of_the_language_use_its_classes);
    TCase *errors = tl_case(suite, "errors");
    tcase_add_loop_test(errors, a_wrong_file_is_an_error_in_its_place, 0, N_OF(wrong));
    return suite;
}
TL_TEST_MAIN(language_file_suite)
