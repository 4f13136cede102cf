/* SPDX-License-Identifier: MIT */
#include "cli/messages.h"

#include "support/letter.h"

#include <stdlib.h>

static void locale_set(const char *all, const char *messages, const char *lang)
{
    setenv("LC_ALL", all, 1);
    setenv("LC_MESSAGES", messages, 1);
    setenv("LANG", lang, 1);
}

static const struct {
    const char *all;
    const char *messages;
    const char *lang;
    const char *tag;
} locales[] = {
    {"", "", "", "en"},
    {"", "", "sv_SE.UTF-8", "sv"},
    {"", "lt_LT", "sv_SE.UTF-8", "lt"},
    {"C.UTF-8", "lt_LT", "sv_SE.UTF-8", "en"},
    {"POSIX", "", "", "en"},
    {"", "", "lt", "lt"},
    {"", "", "sv@finland", "sv"},
};

START_TEST(the_locale_says_the_language)
{
    struct tl_options options = {.quiet = false};
    locale_set(locales[_i].all, locales[_i].messages, locales[_i].lang);

    tl_assert_same(tl_messages_language(&options, TL_STR("xx")), tl_str_of(locales[_i].tag));
}
END_TEST

START_TEST(the_option_wins_over_the_locale)
{
    struct tl_options options = {.messages = TL_STR("lt")};
    locale_set("sv_SE", "", "");

    tl_assert_str(tl_messages_language(&options, TL_STR("xx")), "lt");
    options.messages = TL_STR("auto");
    tl_assert_str(tl_messages_language(&options, TL_STR("xx")), "xx");
}
END_TEST

START_TEST(a_language_without_rules_is_an_error_unless_the_locale_says_it)
{
    struct tl_error err;
    struct tl_options options = {.quiet = false};
    locale_set("tlh_KX", "", "");

    ck_assert(tl_messages_check(&options, tl_test_languages(), &err));
    options.messages = TL_STR("auto");
    ck_assert(tl_messages_check(&options, tl_test_languages(), &err));
    options.messages = TL_STR("tlh");
    ck_assert(!tl_messages_check(&options, tl_test_languages(), &err));
    tl_assert_mentions(err.text, "--messages: there is no language 'tlh' among the rules");
}
END_TEST

static Suite *messages_suite(void)
{
    Suite *suite = suite_create("messages");
    TCase *locale = tl_case(suite, "locale");
    tcase_add_loop_test(locale, the_locale_says_the_language, 0, sizeof locales / sizeof *locales);
    tl_add_tests(suite, "option", the_option_wins_over_the_locale,
                 a_language_without_rules_is_an_error_unless_the_locale_says_it);
    return suite;
}
TL_TEST_MAIN(messages_suite)
