/* SPDX-License-Identifier: MIT */
#include "text/nfc.h"

#include "support/tl_check.h"

#include <string.h>

static const struct {
    const char *name;
    const char *in;
    const char *out;
} rows[] = {
    {"a letter and its mark", "cafe\u0301", "caf\u00e9"},
    {"two marks in either order", "s\u0307\u0323 s\u0323\u0307", "\u1e69 \u1e69"},
    {"a composed letter and one more mark", "\u1e63\u0307", "\u1e69"},
    {"a mark that composes with nothing", "x\u0301", "x\u0301"},
    {"a mark at the start", "\u0301a", "\u0301a"},
    {"a letter that is another's double", "10 \u212b", "10 \u00c5"},
    {"Hangul", "\u1112\u1161\u11ab", "\ud55c"},
    {"composed text", "n\u00e5gon g\u00e5ng \u0161i\u0105nakt",
     "n\u00e5gon g\u00e5ng \u0161i\u0105nakt"},
    {"soft hyphens", "f\u00f6r\u00adse\u00adning", "f\u00f6rsening"},
    {"zero-width characters", "a\u200bb\u200cc\u200dd\u2060e\ufefff", "abcdef"},
    {"a family of emoji", "\U0001F468\u200d\U0001F469\u200d\U0001F467",
     "\U0001F468\u200d\U0001F469\u200d\U0001F467"},
    {"a joiner after a variation", "\u2764\ufe0f\u200d\U0001F525", "\u2764\ufe0f\u200d\U0001F525"},
    {"a non-joiner in Persian", "\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"},
    {"spaces", "1\u00a0340\u202fkr\u2009!", "1 340 kr !"},
    {"line separators", "a\u2028b\u2029c", "a\nb\nc"},
    {"ligatures", "\ufb01nd o\ufb00er \ufb02at e\ufb03cient wa\ufb04e \ufb05 \ufb06",
     "find offer flat efficient waffle st st"},
    {"full-width forms", "\uff21\uff22\uff11\u3000\uff01", "\uff21\uff22\uff11 \uff01"},
    {"nothing", "", ""},
};

START_TEST(every_text_gets_its_one_spelling)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_str_of(rows[_i].in));
    struct tl_text in = tl_text_of(tl_test_arena, source);

    struct tl_text out = tl_nfc_text(tl_test_arena, &in);

    ck_assert_msg(tl_is_str(out.bytes, tl_str_of(rows[_i].out)), "%s: %s", rows[_i].name,
                  tl_test_said());
    tl_map_check(out.map, source->bytes.len);
}
END_TEST

START_TEST(a_composed_letter_is_a_unit)
{
    struct tl_source *source = tl_test_source("test", "cafe\u0301s");
    struct tl_text in = tl_text_of(tl_test_arena, source);

    struct tl_text out = tl_nfc_text(tl_test_arena, &in);

    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "caf\u00e9"), "cafe\u0301");
    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "\u00e9"), "e\u0301");
    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "s"), "s");
}
END_TEST

static const struct {
    const char *decomposed;
    const char *composed;
} letters[] = {
    {"a\u030a", "\u00e5"}, {"a\u0308", "\u00e4"}, {"o\u0308", "\u00f6"}, {"a\u0328", "\u0105"},
    {"c\u030c", "\u010d"}, {"e\u0328", "\u0119"}, {"e\u0307", "\u0117"}, {"i\u0328", "\u012f"},
    {"s\u030c", "\u0161"}, {"u\u0328", "\u0173"}, {"u\u0304", "\u016b"}, {"z\u030c", "\u017e"},
    {"A\u030a", "\u00c5"}, {"A\u0308", "\u00c4"}, {"O\u0308", "\u00d6"}, {"A\u0328", "\u0104"},
    {"C\u030c", "\u010c"}, {"E\u0328", "\u0118"}, {"E\u0307", "\u0116"}, {"I\u0328", "\u012e"},
    {"S\u030c", "\u0160"}, {"U\u0328", "\u0172"}, {"U\u0304", "\u016a"}, {"Z\u030c", "\u017d"},
};

START_TEST(every_decomposed_letter_is_one_letter_and_keeps_its_source)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tl_buf_add_format(&buf, "x%sx", letters[_i].decomposed);
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_buf_str(&buf));
    struct tl_text in = tl_text_of(tl_test_arena, source);

    struct tl_text out = tl_nfc_text(tl_test_arena, &in);

    tl_assert_same(tl_str_slice(out.bytes, 1, out.bytes.len - 1), tl_str_of(letters[_i].composed));
    tl_assert_span(tl_text_source(&out, (struct tl_span){1, out.bytes.len - 1}), 1,
                   source->bytes.len - 1);
    tl_assert_source_is(source, &out, ((struct tl_span){0, 1}), "x");
}
END_TEST

START_TEST(a_ligature_is_a_unit)
{
    struct tl_source *source = tl_test_source("test", "o\ufb03ce");
    struct tl_text in = tl_text_of(tl_test_arena, source);

    struct tl_text out = tl_nfc_text(tl_test_arena, &in);

    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "ffi"), "\ufb03");
    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "ce"), "ce");
}
END_TEST

START_TEST(a_word_spans_the_soft_hyphens_in_it)
{
    struct tl_source *source = tl_test_source("test", "en f\u00f6r\u00adsening till");
    struct tl_text in = tl_text_of(tl_test_arena, source);

    struct tl_text out = tl_nfc_text(tl_test_arena, &in);

    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "f\u00f6rsening"),
                        "f\u00f6r\u00adsening");
    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "till"), "till");
}
END_TEST

START_TEST(text_in_its_one_spelling_is_returned_as_it_is)
{
    struct tl_text in = tl_test_text("H\u00e4lsningar fr\u00e5n \u017demaitija");

    struct tl_text out = tl_nfc_text(tl_test_arena, &in);

    ck_assert_ptr_eq(out.bytes.data, in.bytes.data);
}
END_TEST

START_TEST(a_part_is_kept_as_the_whole_would_be)
{
    struct tl_text in = tl_test_text("xxcafe\u0301yy");
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_nfc_keep(&out, &in, (struct tl_span){2, in.bytes.len - 2});

    tl_assert_str(tl_text_finish(&out).bytes, "caf\u00e9");
}
END_TEST

START_TEST(a_million_marks_on_one_letter_take_no_time)
{
    enum { N = 1000000 };
    char *bytes = tl_arena_alloc(tl_test_arena, 1 + 2 * N);
    bytes[0] = 'a';
    for (size_t i = 0; i < N; i++) {
        memcpy(bytes + 1 + 2 * i, "\u0301", 2);
    }
    struct tl_source *source =
        tl_source_of(tl_test_arena, TL_STR("test"), (struct tl_str){bytes, 1 + 2 * N});
    struct tl_text in = tl_text_of(tl_test_arena, source);

    struct tl_text out = tl_nfc_text(tl_test_arena, &in);

    ck_assert(tl_str_has_prefix(out.bytes, TL_STR("\u00e1\u0301")));
    tl_map_check(out.map, source->bytes.len);
}
END_TEST

START_TEST(only_what_leaves_nothing_is_invisible)
{
    ck_assert(tl_nfc_is_invisible(TL_STR("")));
    ck_assert(tl_nfc_is_invisible(TL_STR("\u200b\u00ad\u200c")));
    ck_assert(!tl_nfc_is_invisible(TL_STR("\u200ba")));
    ck_assert(!tl_nfc_is_invisible(TL_STR("\u00a0")));
}
END_TEST

static Suite *nfc_suite(void)
{
    Suite *suite = suite_create("nfc");
    TCase *table = tl_case(suite, "table");
    tcase_add_loop_test(table, every_text_gets_its_one_spelling, 0, sizeof rows / sizeof *rows);
    tcase_add_loop_test(tl_case(suite, "letters"),
                        every_decomposed_letter_is_one_letter_and_keeps_its_source, 0,
                        sizeof letters / sizeof *letters);
    tl_add_tests(suite, "map", a_composed_letter_is_a_unit, a_ligature_is_a_unit,
                 a_word_spans_the_soft_hyphens_in_it, text_in_its_one_spelling_is_returned_as_it_is,
                 a_part_is_kept_as_the_whole_would_be, a_million_marks_on_one_letter_take_no_time);
    tl_add_tests(suite, "is invisible", only_what_leaves_nothing_is_invisible);
    return suite;
}

TL_TEST_MAIN(nfc_suite)
