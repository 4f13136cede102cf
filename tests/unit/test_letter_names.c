/* SPDX-License-Identifier: MIT */
#include "rules/letter_names.h"

#include "support/kind_table.h"

static struct tl_engine *engine_of(const struct tl_letter *letter)
{
    return tl_engine_new(tl_test_arena, tl_matcher_new(tl_test_arena), letter, 0);
}

/* The names of a letter, sorted and joined by blanks; greetings and quotes vouch for theirs. */
static struct tl_str names_of(const struct tl_letter *letter)
{
    struct tl_scope scope = {0};
    struct tl_str unknown;
    ck_assert(tl_scope_add(tl_test_arena, &scope, TL_STR("greeting"), &unknown));
    ck_assert(tl_scope_add(tl_test_arena, &scope, TL_STR("quote"), &unknown));
    struct tl_words_set names = tl_letter_names(engine_of(letter), &scope);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < names.sorted.len; i++) {
        if (i == 0 || !tl_str_equal(names.sorted.items[i], names.sorted.items[i - 1])) {
            tl_buf_add(&out, i == 0 ? TL_STR("") : TL_STR(" "));
            tl_buf_add(&out, names.sorted.items[i]);
        }
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *text;
    const char *names;
} rows[] = {
    {"The box left.\n", ""},
    {"The box of Bxo left.\n", "bxo"},
    {"Bxo left it.\n", ""}, /* any word has a capital there */
    {"Bxo Lid left it.\n", "lid"},
    {"Hi Bxo,\n\nThe box left.\n", "bxo"},
    {"The box left.\n\n> Bxo Lid left it.\n", "bxo lid"},
    {"The box left.\n\n> Bxo left it.\n", ""},
    {"The box of Bxo-Lid left.\n", "bxo lid"},
    {"The box of bxo left.\n", ""},
};

START_TEST(a_text_has_these_names)
{
    struct tl_str came = names_of(tl_test_letter(rows[_i].text));

    ck_assert_msg(tl_is_str(came, tl_str_of(rows[_i].names)), "%s: %s", rows[_i].text,
                  tl_test_said());
}
END_TEST

START_TEST(address_fields_have_names)
{
    static const char mail[] = "From: Tom Lid <tom.lid@bxo.example>\nTo: ann@x.example\n"
                               "Cc: Eve <e@x.example>\nSubject: Rim\n\nHi Ann,\n\nthe box left.\n";

    tl_assert_str(names_of(tl_test_letter_of("a.eml", TL_STR(mail), NULL)),
                  "ann bxo e eve example lid tom x");
}
END_TEST

static const struct {
    const char *text;
    const char *word;
    enum tl_word_place place;
} places[] = {
    {"Anna left it.\n", "Anna", TL_WORD_FIRST},
    {"\"Anna left it.\"\n", "Anna", TL_WORD_FIRST},
    {"Anna Berg left it.\n", "Anna", TL_WORD_LEADS},
    {"Anna Berg left it.\n", "Berg", TL_WORD_INSIDE},
    {"Anna I left it to.\n", "Anna", TL_WORD_FIRST}, /* one letter is no name */
    {"The box left. Anna has it.\n", "Anna", TL_WORD_FIRST},
    {"Anna!\n", "Anna", TL_WORD_INSIDE},
};

START_TEST(a_word_stands_there)
{
    const struct tl_letter *letter = tl_test_letter(places[_i].text);
    struct tl_span word = tl_test_find(letter->text.bytes, places[_i].word);

    ck_assert_int_eq(tl_word_place_of(engine_of(letter), word), places[_i].place);
}
END_TEST

static Suite *letter_names_suite(void)
{
    Suite *suite = suite_create("letter_names");
    TCase *names = tl_case(suite, "names");
    tcase_add_loop_test(names, a_text_has_these_names, 0, N_OF(rows));
    tcase_add_test(names, address_fields_have_names);
    TCase *places_of = tl_case(suite, "places");
    tcase_add_loop_test(places_of, a_word_stands_there, 0, N_OF(places));
    return suite;
}
TL_TEST_MAIN(letter_names_suite)
