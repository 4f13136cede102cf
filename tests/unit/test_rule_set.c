/* SPDX-License-Identifier: MIT */
#include "rules/rule_set.h"

#include "support/letter.h"

#define RULE(message, token) "extends: existence\nmessage: " message "\ntokens: [" token "]\n"

static void write(const char *folder, const char *name, const char *text)
{
    (void)tl_test_file(folder, name, tl_str_of(text));
}

/* A folder with two languages, and a rule for all. */
static const char *folder_make(void)
{
    const char *folder = tl_test_folder();
    write(folder, "en/language.yml", "name: English\n");
    write(folder, "en/b.yml", RULE("en b", "x"));
    write(folder, "en/a.yml", RULE("en a", "x"));
    write(folder, "xx/language.yml", "name: Otherish\n");
    write(folder, "xx/a.yml", RULE("xx a", "x"));
    write(folder, "any/n.yml", RULE("any n", "x"));
    return folder;
}

static struct tl_rule_set *set_of(const char *folder)
{
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);
    bool good = tl_rule_set_add(set, folder, false);
    ck_assert_msg(good, "%s", tl_test_errors(tl_rule_set_errors(set)).data);
    return set;
}

static struct tl_str said(const struct tl_wordings *wordings)
{
    return tl_wordings_in(wordings, TL_STR("en"));
}

static struct tl_str messages_of(const struct tl_rules *rules)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < rules->len; i++) {
        tl_buf_add_format(&out, "%s%s", i == 0 ? "" : "|", said(&rules->items[i].message).data);
    }
    return tl_buf_str(&out);
}

static const struct tl_language *language(struct tl_rule_set *set, const char *tag)
{
    return tl_language_find(tl_rule_set_languages(set), tl_str_of(tag));
}

START_TEST(languages_are_folders_with_a_language_file)
{
    struct tl_rule_set *set = set_of(folder_make());

    ck_assert_uint_eq(tl_rule_set_languages(set)->len, 2);
    tl_assert_str(language(set, "xx")->name, "Otherish");
    ck_assert_ptr_null(language(set, "any"));
}
END_TEST

START_TEST(one_file_may_hold_languages_without_rules)
{
    const char *folder = folder_make();
    write(folder, "any/languages.yml",
          "yy: {name: Yy, function_words: det}\nxx: {name: not this one}\n");
    struct tl_rule_set *set = set_of(folder);

    ck_assert_uint_eq(tl_rule_set_languages(set)->len, 3);
    tl_assert_str(language(set, "yy")->name, "Yy");
    tl_assert_str(language(set, "xx")->name, "Otherish"); // its folder counts
    tl_assert_str(messages_of(tl_rule_set_rules(set, language(set, "yy"))), "any n");
}
END_TEST

START_TEST(a_file_of_languages_is_a_map_of_maps)
{
    const char *folder = folder_make();
    write(folder, "any/languages.yml", "yy: [x]\n");
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);

    ck_assert(!tl_rule_set_add(set, folder, false));
    tl_assert_mentions(tl_test_errors(tl_rule_set_errors(set)).data,
                       "a language must be a map of keys");
}
END_TEST

START_TEST(a_message_gets_the_rules_of_its_language_and_of_any)
{
    struct tl_rule_set *set = set_of(folder_make());

    tl_assert_str(messages_of(tl_rule_set_rules(set, language(set, "en"))), "en a|en b|any n");
    tl_assert_str(messages_of(tl_rule_set_rules(set, language(set, "xx"))), "xx a|any n");
    tl_assert_str(messages_of(tl_rule_set_rules(set, NULL)), "any n");
}
END_TEST

START_TEST(asking_twice_gives_the_same)
{
    struct tl_rule_set *set = set_of(folder_make());

    (void)tl_rule_set_rules(set, language(set, "en"));
    tl_assert_str(messages_of(tl_rule_set_rules(set, language(set, "en"))), "en a|en b|any n");
}
END_TEST

START_TEST(a_rule_of_a_language_takes_the_place_of_one_for_any)
{
    const char *folder = folder_make();
    write(folder, "en/n.yml", RULE("en n", "x"));
    struct tl_rule_set *set = set_of(folder);

    tl_assert_str(messages_of(tl_rule_set_rules(set, language(set, "en"))), "en a|en b|en n");
    tl_assert_str(messages_of(tl_rule_set_rules(set, language(set, "xx"))), "xx a|any n");
}
END_TEST

START_TEST(a_rule_that_adds_has_the_checks_of_the_one_for_any_too)
{
    const char *folder = folder_make();
    write(folder, "en/n.yml", "adds: true\n" RULE("en n", "y"));
    struct tl_rule_set *set = set_of(folder);

    const struct tl_rules *rules = tl_rule_set_rules(set, language(set, "en"));

    tl_assert_str(messages_of(rules), "en a|en b|en n");
    ck_assert_uint_eq(rules->items[2].checks.len, 2);
    tl_assert_str(said(&rules->items[2].checks.items[0].message), "en n");
    tl_assert_str(said(&rules->items[2].checks.items[1].message), "any n");
    ck_assert_uint_eq(tl_rule_set_rules(set, NULL)->items[0].checks.len, 1);
}
END_TEST

START_TEST(a_rule_of_a_later_folder_takes_the_place_of_an_earlier_one)
{
    struct tl_rule_set *set = set_of(folder_make());
    const char *later = tl_test_folder();
    write(later, "en/a.yml", RULE("new a", "x"));
    write(later, "en/c.yml", RULE("new c", "x"));

    ck_assert(tl_rule_set_add(set, later, false));
    tl_assert_str(messages_of(tl_rule_set_rules(set, language(set, "en"))),
                  "new a|en b|new c|any n");
}
END_TEST

START_TEST(a_rule_file_without_a_folder_is_for_any_language)
{
    const char *folder = folder_make();
    write(folder, "loose.yml", RULE("loose", "x"));
    struct tl_rule_set *set = set_of(folder);

    tl_assert_str(messages_of(tl_rule_set_rules(set, NULL)), "any n|loose");
}
END_TEST

START_TEST(other_files_are_passed_over)
{
    const char *folder = folder_make();
    write(folder, "README.md", "no rule");
    write(folder, "en/notes.txt", "no rule");
    write(folder, "en/.hidden.yml", "[");
    write(folder, "en/_draft.yml", "[");
    struct tl_rule_set *set = set_of(folder);

    (void)tl_rule_set_all(set);
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 0);
}
END_TEST

START_TEST(identifiers_are_sorted_and_there_once)
{
    const struct tl_strs *ids = tl_rule_set_ids(set_of(folder_make()));

    ck_assert_uint_eq(ids->len, 3);
    tl_assert_str(ids->items[0], "a");
    tl_assert_str(ids->items[1], "b");
    tl_assert_str(ids->items[2], "n");
}
END_TEST

START_TEST(packs_are_those_of_all_rules_also_where_they_come_from_a_parent)
{
    const char *folder = folder_make();
    write(folder, "en/p.yml", RULE("en p", "x") "packs: [shop, sales]\n");
    write(folder, "xx/p.yml", RULE("xx p", "x") "packs: hotel\n");
    write(folder, "en/q.yml", "extends: p\npacks+: [office]\npacks-: [shop]\n");
    struct tl_rule_set *set = set_of(folder);
    const struct tl_strs *packs = tl_rule_set_packs(set);

    ck_assert_uint_eq(packs->len, 4);
    tl_assert_str(packs->items[0], "pack:hotel");
    tl_assert_str(packs->items[1], "pack:office");
    tl_assert_str(packs->items[2], "pack:sales");
    tl_assert_str(packs->items[3], "pack:shop");
    const struct tl_rules *rules = tl_rule_set_rules(set, language(set, "en"));
    tl_assert_str(rules->items[3].id, "q");
    ck_assert_uint_eq(rules->items[3].packs.len, 2);
    tl_assert_str(rules->items[3].packs.items[0], "sales");
}
END_TEST

START_TEST(a_broken_file_is_said_once_whoever_reads_it)
{
    const char *folder = folder_make();
    write(folder, "en/p.yml", "extends: [\n");
    struct tl_rule_set *set = set_of(folder);

    ck_assert_uint_eq(tl_rule_set_packs(set)->len, 0);
    size_t n_errors = tl_rule_set_errors(set)->len;
    ck_assert_uint_eq(n_errors, 1);
    (void)tl_rule_set_rules(set, language(set, "en"));
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, n_errors);
    ck_assert(!tl_rule_set_is_sound(set, language(set, "en")));
}
END_TEST

START_TEST(an_empty_folder_has_no_rule)
{
    struct tl_rule_set *set = set_of(tl_test_folder());

    ck_assert_uint_eq(tl_rule_set_ids(set)->len, 0);
    ck_assert_uint_eq(tl_rule_set_rules(set, NULL)->len, 0);
    ck_assert_uint_eq(tl_rule_set_all(set)->len, 0);
}
END_TEST

START_TEST(all_rules_are_there_once_with_their_language)
{
    struct tl_rule_set *set = set_of(folder_make());
    const struct tl_rules *all = tl_rule_set_all(set);

    tl_assert_str(messages_of(all), "any n|en a|en b|xx a");
    tl_assert_str(all->items[0].language, "any");
    tl_assert_str(all->items[3].language, "xx");
    tl_assert_str(messages_of(tl_rule_set_all(set)), "any n|en a|en b|xx a");
}
END_TEST

START_TEST(a_broken_rule_is_an_error_when_its_language_is_read)
{
    const char *folder = folder_make();
    write(folder, "en/broken.yml", "extends: nothing\n");
    struct tl_rule_set *set = set_of(folder);

    (void)tl_rule_set_rules(set, language(set, "xx"));
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 0);

    tl_assert_str(messages_of(tl_rule_set_rules(set, language(set, "en"))), "en a|en b|any n");
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 1);
    tl_assert_mentions(tl_rule_set_errors(set)->items[0].path, "/en/broken.yml");

    (void)tl_rule_set_rules(set, language(set, "en"));
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 1);
}
END_TEST

START_TEST(only_what_a_broken_file_is_for_is_unsound)
{
    const char *folder = folder_make();
    write(folder, "en/broken.yml", "extends: nothing\n");
    struct tl_rule_set *set = set_of(folder);
    (void)tl_rule_set_all(set);
    ck_assert(!tl_rule_set_is_sound(set, language(set, "en")));
    ck_assert(tl_rule_set_is_sound(set, language(set, "xx")));
    ck_assert(tl_rule_set_is_sound(set, NULL));

    write(folder, "any/broken.yml", "extends: nothing\n");
    set = set_of(folder);
    (void)tl_rule_set_all(set);
    ck_assert(!tl_rule_set_is_sound(set, language(set, "xx")));
    ck_assert(!tl_rule_set_is_sound(set, NULL));
}
END_TEST

START_TEST(a_broken_language_or_folder_may_be_for_what_is_not_known)
{
    const char *folder = folder_make();
    write(folder, "xx/language.yml", "name: [x]\n");
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);
    ck_assert(!tl_rule_set_add(set, folder, false));
    ck_assert(tl_rule_set_is_sound(set, language(set, "en")));
    ck_assert(!tl_rule_set_is_sound(set, language(set, "xx")));
    ck_assert(!tl_rule_set_is_sound(set, NULL));

    set = set_of(folder_make());
    ck_assert(!tl_rule_set_add(set, "/nonexistent", false));
    ck_assert(!tl_rule_set_is_sound(set, language(set, "en")));
}
END_TEST

START_TEST(a_broken_language_is_an_error_at_once)
{
    const char *folder = folder_make();
    write(folder, "yy/language.yml", "greetings: ['(']\n");
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);

    ck_assert(!tl_rule_set_add(set, folder, false));
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 1);
    ck_assert_ptr_nonnull(language(set, "en"));
}
END_TEST

START_TEST(a_folder_that_is_not_there_is_an_error)
{
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);

    ck_assert(!tl_rule_set_add(set, "/nonexistent/rules.d", false));
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 1);
    ck_assert_str_eq(tl_rule_set_errors(set)->items[0].path, "/nonexistent/rules.d");
}
END_TEST

START_TEST(a_trusted_folder_is_read_as_far_as_a_lint_needs)
{
    const char *folder = tl_test_folder();
    write(folder, "any/n.yml", RULE("any n", "'x('") "examples: {broken\n");
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);

    ck_assert(tl_rule_set_add(set, folder, true));

    tl_assert_str(messages_of(tl_rule_set_rules(set, NULL)), "any n");
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 0);
}
END_TEST

START_TEST(a_strict_set_trusts_nobody)
{
    const char *folder = tl_test_folder();
    write(folder, "any/n.yml", RULE("any n", "'x('"));
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);
    tl_rule_set_strict(set);

    ck_assert(tl_rule_set_add(set, folder, true));

    ck_assert_uint_eq(tl_rule_set_rules(set, NULL)->len, 0);
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 1);
}
END_TEST

/* All rules of the program, read as trusted or strictly. */
static const struct tl_rules *own_rules(bool strict)
{
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);
    if (strict) {
        tl_rule_set_strict(set);
    }
    ck_assert(tl_rule_set_add(set, "rules.d", true));
    const struct tl_rules *rules = tl_rule_set_all(set);
    ck_assert_msg(tl_rule_set_errors(set)->len == 0, "%s",
                  tl_test_errors(tl_rule_set_errors(set)).data);
    return rules;
}

START_TEST(examples_come_last_in_the_rules_of_the_program)
{
    const struct tl_rules *trusted = own_rules(false);
    const struct tl_rules *strict = own_rules(true);

    ck_assert_uint_eq(trusted->len, strict->len);
    for (size_t i = 0; i < strict->len; i++) {
        const struct tl_rule *a = &trusted->items[i];
        const struct tl_rule *b = &strict->items[i];
        bool same = tl_str_equal(a->id, b->id) &&
                    tl_str_equal(said(&a->message), said(&b->message)) && a->level == b->level &&
                    a->checks.len == b->checks.len && tl_str_equal(said(&a->why), said(&b->why)) &&
                    tl_str_equal(a->guideline, b->guideline) &&
                    a->suggestions.len == b->suggestions.len && a->once == b->once &&
                    a->limit == b->limit && a->enabled == b->enabled && a->adds == b->adds;
        ck_assert_msg(same, "%s: a key comes after 'examples'", b->path);
        ck_assert_ptr_null(a->examples);
    }
}
END_TEST

START_TEST(word_classes_have_files_that_are_read_with_the_rules)
{
    const char *folder = folder_make();
    write(folder, "xx/words/a.yml", "classes:\n  bye: [bye]\n");
    write(folder, "xx/words/b.yml", "classes:\n  hello: [hi]\n");
    write(folder, "xx/a.yml", RULE("xx a", "'(?&bye) (?&hello)'"));
    struct tl_rule_set *set = set_of(folder);

    const struct tl_rules *rules = tl_rule_set_rules(set, language(set, "xx"));
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 0);
    tl_assert_str(messages_of(rules), "xx a|any n");
}
END_TEST

START_TEST(a_word_class_is_there_once_in_a_folder_and_a_later_folder_replaces_it)
{
    const char *folder = folder_make();
    write(folder, "xx/words/a.yml", "classes:\n  bye: [bye]\n");
    const char *other = folder_make();
    write(other, "xx/words/c.yml", "classes:\n  bye: [ciao]\n");
    struct tl_rule_set *set = set_of(folder);
    ck_assert(tl_rule_set_add(set, other, false));
    (void)tl_rule_set_rules(set, language(set, "xx"));
    ck_assert_uint_eq(tl_rule_set_errors(set)->len, 0);

    write(other, "xx/words/d.yml", "classes:\n  bye: [tata]\n");
    set = set_of(other);
    (void)tl_rule_set_rules(set, language(set, "xx"));
    tl_assert_mentions(tl_test_errors(tl_rule_set_errors(set)).data,
                       "2:3: the word class 'bye' is in ");
    ck_assert(!tl_rule_set_is_sound(set, language(set, "xx")));
}
END_TEST

START_TEST(a_file_of_word_classes_has_nothing_else)
{
    const char *folder = folder_make();
    write(folder, "xx/words/a.yml", "classes:\n  bye: [bye]\ngreetings: [hi]\n");
    struct tl_rule_set *set = set_of(folder);
    (void)tl_rule_set_rules(set, language(set, "xx"));
    tl_assert_mentions(tl_test_errors(tl_rule_set_errors(set)).data, "unknown key 'greetings'");
}
END_TEST

static Suite *rule_set_suite(void)
{
    Suite *suite = suite_create("rule_set");
    tl_add_tests(suite, "add", languages_are_folders_with_a_language_file,
                 one_file_may_hold_languages_without_rules, a_file_of_languages_is_a_map_of_maps,
                 a_rule_file_without_a_folder_is_for_any_language, other_files_are_passed_over,
                 a_broken_language_is_an_error_at_once, only_what_a_broken_file_is_for_is_unsound,
                 a_broken_language_or_folder_may_be_for_what_is_not_known,
                 a_folder_that_is_not_there_is_an_error);
    tl_add_tests(suite, "rules", a_message_gets_the_rules_of_its_language_and_of_any,
                 asking_twice_gives_the_same, a_rule_of_a_language_takes_the_place_of_one_for_any,
                 a_rule_that_adds_has_the_checks_of_the_one_for_any_too,
                 a_rule_of_a_later_folder_takes_the_place_of_an_earlier_one,
                 a_broken_rule_is_an_error_when_its_language_is_read);
    tl_add_tests(suite, "all", identifiers_are_sorted_and_there_once,
                 packs_are_those_of_all_rules_also_where_they_come_from_a_parent,
                 a_broken_file_is_said_once_whoever_reads_it, an_empty_folder_has_no_rule,
                 all_rules_are_there_once_with_their_language);
    tl_add_tests(suite, "words", word_classes_have_files_that_are_read_with_the_rules,
                 a_word_class_is_there_once_in_a_folder_and_a_later_folder_replaces_it,
                 a_file_of_word_classes_has_nothing_else);
    tl_add_tests(suite, "trusted", a_trusted_folder_is_read_as_far_as_a_lint_needs,
                 a_strict_set_trusts_nobody, examples_come_last_in_the_rules_of_the_program);
    return suite;
}
TL_TEST_MAIN(rule_set_suite)
