/* SPDX-License-Identifier: MIT */
#include "support/report.h"

static void add(struct tl_findings *findings, size_t begin, size_t end, struct tl_str text)
{
    *TL_VEC_ADD(tl_test_arena, findings) = (struct tl_finding){
        .rule = TL_STR("r"),
        .level = TL_LEVEL_NOTE,
        .message = TL_STR("m"),
        .zone = TL_STR("body"),
        .text = text,
        .span = {begin, end},
    };
}

static struct tl_str json(const char *path, struct tl_str bytes, const struct tl_findings *findings)
{
    return tl_test_report(&tl_reporter_json, path, bytes, findings, true);
}

START_TEST(a_finding_has_all_members_in_their_order)
{
    struct tl_findings findings = {NULL, 0, 0};
    add(&findings, 4, 12, TL_STR("box left"));
    *TL_VEC_ADD(tl_test_arena, &findings.items[0].suggestions) = TL_STR("crate");

    tl_assert_mentions(
        json("a.eml", TL_STR("The box\nleft.\n"), &findings).data,
        "{\"path\":\"a.eml\",\"language\":\"en\",\"channel\":\"email\",\"reply\":false,"
        "\"findings\":[{\"rule\":\"r\",\"level\":\"note\",\"message\":\"m\",\"zone\":\"body\","
        "\"text\":\"box left\",\"offset\":4,\"length\":8,\"line\":1,\"column\":5,\"end_line\":2,"
        "\"end_column\":5,\"suggestions\":[\"crate\"]}]}");
}
END_TEST

START_TEST(the_object_has_version_tool_files_and_summary)
{
    const struct tl_findings none = {NULL, 0, 0};

    tl_assert_str(json("a", TL_STR("x\n"), &none),
                  "{\"version\":1,\"tool\":{\"name\":\"tactlint\",\"version\":\"" TL_VERSION
                  "\"},\n\"files\":[\n{\"path\":\"a\",\"language\":\"en\",\"channel\":\"email\","
                  "\"reply\":false,\"findings\":[]}],\n\"summary\":{\"files\":1,\"errors\":0,"
                  "\"warnings\":0,\"notes\":0}}\n");
}
END_TEST

START_TEST(a_message_of_an_mbox_has_its_number_and_the_offsets_of_the_file)
{
    struct tl_findings findings = {NULL, 0, 0};
    add(&findings, 4, 7, TL_STR("box"));
    struct tl_out out = {.stream = tl_test_stream()};
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("a.mbox"), TL_STR("The box\n"));
    source->message = 3;
    source->base_offset = 100;
    source->base_line = 10;
    struct tl_report_file file = {.source = source, .findings = &findings};
    tl_reporter_json.file(&out, &file);
    struct tl_str printed = tl_test_printed(out.stream);

    tl_assert_mentions(printed.data, "{\"path\":\"a.mbox\",\"message\":3,\"language\"");
    tl_assert_mentions(printed.data, "\"offset\":104,\"length\":3,\"line\":11,\"column\":5,");
}
END_TEST

START_TEST(what_is_not_known_is_null)
{
    struct tl_findings findings = {NULL, 0, 0};
    add(&findings, 0, 0, TL_STR(""));
    findings.items[0].zone = TL_STR("");

    tl_assert_mentions(json("a", TL_STR("x\n"), &findings).data, "\"zone\":null,\"text\":\"\"");
}
END_TEST

START_TEST(files_are_divided_by_commas)
{
    const struct tl_findings none = {NULL, 0, 0};
    struct tl_out out = {.stream = tl_test_stream()};
    struct tl_report_file file = {.source = tl_source_of(tl_test_arena, TL_STR("a"), TL_STR("x\n")),
                                  .findings = &none};
    tl_reporter_json.file(&out, &file);
    out.n_files = 1;
    tl_reporter_json.file(&out, &file);
    struct tl_str printed = tl_test_printed(out.stream);

    tl_assert_mentions(printed.data, "[]},\n{\"path\":\"a\",\"language\":null");
    ck_assert_uint_ne((size_t)printed.data[0], ',');
}
END_TEST

START_TEST(strings_are_escaped)
{
    struct tl_findings findings = {NULL, 0, 0};
    add(&findings, 0, 1, TL_STR("\"\\\n\t\0\033\x7F\xC2\x9B\xE2\x80\xAE\xC3\xA5"));
    struct tl_str printed = json("a", TL_STR("x\n"), &findings);

    tl_assert_mentions(printed.data, "\"text\":\"\\\"\\\\\\n\\t\\u0000\\u001B\\u007f\\u009b\\u202e"
                                     "\xC3\xA5\"");
    tl_assert_tame(printed);
}
END_TEST

START_TEST(ill_formed_bytes_become_replacement_characters)
{
    struct tl_findings findings = {NULL, 0, 0};
    add(&findings, 0, 1, TL_STR("a\xFF\xC3z"));
    struct tl_str printed = json("p\xFF", TL_STR("x\n"), &findings);

    tl_assert_mentions(printed.data, "\"text\":\"a\xEF\xBF\xBD\xEF\xBF\xBDz\"");
    tl_assert_mentions(printed.data, "\"path\":\"p\xEF\xBF\xBD\"");
    tl_assert_tame(printed);
}
END_TEST

START_TEST(json_has_no_colours)
{
    const struct tl_findings none = {NULL, 0, 0};

    ck_assert_uint_eq(tl_str_find_char(json("a", TL_STR("x\n"), &none), '\033', 0), TL_NONE);
}
END_TEST

static Suite *json_suite(void)
{
    Suite *suite = suite_create("json");
    tl_add_tests(suite, "form", a_finding_has_all_members_in_their_order,
                 the_object_has_version_tool_files_and_summary, what_is_not_known_is_null,
                 a_message_of_an_mbox_has_its_number_and_the_offsets_of_the_file,
                 files_are_divided_by_commas);
    tl_add_tests(suite, "strings", strings_are_escaped,
                 ill_formed_bytes_become_replacement_characters, json_has_no_colours);
    return suite;
}
TL_TEST_MAIN(json_suite)
