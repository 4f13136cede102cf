/* SPDX-License-Identifier: MIT */
#include "cli/dump.h"

#include "support/letter.h"
#include "support/report.h"

#define MAIL                                                                                       \
    "From: a@example.com\nSubject: Box\nContent-Type: multipart/mixed; boundary=b\n\n"             \
    "--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"  \
    "\nDear Ann,\n\nThe caf=C3=A9 left.\n--b\nContent-Type: application/pdf\n"                     \
    "Content-Disposition: attachment; filename=\"a.pdf\"\n\nP\n--b--\n"

/* What --dump prints of one file; the folder of the file is left out. */
static struct tl_str dumped(struct tl_options options, const char *name, const char *text)
{
    const char *folder = tl_test_folder();
    const char *rules = tl_test_folder();
    (void)tl_test_file(rules, "en/language.yml",
                       TL_STR("name: English\nfunction_words: [the]\ngreetings: ['dear']\n"));
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);
    ck_assert(tl_rule_set_add(set, rules, false));
    *TL_VEC_ADD(tl_test_arena, &options.inputs) =
        tl_str_of(tl_test_file(folder, name, tl_str_of(text)));
    FILE *stream = tl_test_stream();
    ck_assert(tl_dump_run(&options, set, stream));
    struct tl_str printed = tl_test_printed(stream);
    struct tl_str prefix = tl_arena_format(tl_test_arena, "%s/", folder);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t at = 0, next = 0; next != TL_NONE; at = next + prefix.len) {
        next = tl_str_find(printed, prefix, at);
        tl_buf_add(&out, tl_str_slice(printed, at, next == TL_NONE ? printed.len : next));
    }
    return tl_buf_str(&out);
}

static struct tl_options options_of(enum tl_dump dump, const struct tl_reporter *reporter)
{
    return (struct tl_options){.dump = dump, .reporter = reporter};
}

START_TEST(parts_are_shown_as_a_tree)
{
    tl_assert_str(dumped(options_of(TL_DUMP_PARTS, NULL), "a.eml", MAIL),
                  "a.eml:5: part 1, type multipart/mixed, bytes 76-289\n"
                  "a.eml:9: part 1.1, type text/plain, charset utf-8, encoding quoted-printable, "
                  "bytes 165-195, read\n"
                  "    Dear Ann,\n"
                  "a.eml:16: part 1.2, type application/pdf, disposition attachment, "
                  "file name a.pdf, bytes 281-282, attachment\n");
}
END_TEST

START_TEST(sentences_are_shown_with_zone_and_place)
{
    tl_assert_str(dumped(options_of(TL_DUMP_TEXT, NULL), "a.eml", MAIL),
                  "a.eml:2:10-2:13: bytes 29-32, subject, text 1: Box\n"
                  "a.eml:9:1-9:10: bytes 165-174, greeting, text 2: Dear Ann,\n"
                  "a.eml:11:1-11:20: bytes 176-195, body, text 3: The caf\u00e9 left.\n");
}
END_TEST

START_TEST(the_model_has_facts_blocks_and_sentences)
{
    tl_assert_str(dumped(options_of(TL_DUMP_MODEL, NULL), "a.eml", MAIL),
                  "a.eml: part 1.1, language unknown, channel email, audience general, kind draft, "
                  "origin first, attachments some, letters marked\n"
                  "2:10-2:13 subject text\n"
                  "  2:10-2:13 1 word: Box\n"
                  "9:1-9:10 greeting text\n"
                  "  9:1-9:10 2 words: Dear Ann,\n"
                  "11:1-11:20 body text\n"
                  "  11:1-11:20 3 words, opening, closing: The caf\u00e9 left.\n");
}
END_TEST

START_TEST(the_json_of_a_model_has_all_members)
{
    struct tl_str json = dumped(options_of(TL_DUMP_MODEL, &tl_reporter_json), "a.eml", MAIL);

    tl_assert_mentions(json.data, "{\"path\":\"a.eml\",\"part\":\"1.1\",\"language\":null,"
                                  "\"facts\":{\"channel\":\"email\",");
    tl_assert_mentions(json.data, "{\"zone\":\"body\",\"kind\":\"text\",\"level\":0,"
                                  "\"quote_depth\":0,\"language\":null,\"offset\":176,");
    tl_assert_mentions(json.data, "\"opening\":true,\"closing\":true,\"borrowed\":false,"
                                  "\"words\":[{\"text\":\"The\",\"offset\":176,");
}
END_TEST

START_TEST(the_json_of_a_part_has_all_members)
{
    tl_assert_mentions(
        dumped(options_of(TL_DUMP_PARTS, &tl_reporter_json), "a.eml", MAIL).data,
        "{\"index\":\"1.1\",\"type\":\"text/plain\",\"charset\":\"utf-8\","
        "\"encoding\":\"quoted-printable\",\"disposition\":null,\"filename\":null,"
        "\"attachment\":false,\"read\":true,\"body_offset\":165,\"body_length\":30,"
        "\"body_line\":9,\"text\":\"Dear Ann,\\n\\nThe caf\u00e9 left.\"},{\"index\":\"1.2\"");
}
END_TEST

START_TEST(the_json_of_a_text_has_its_spans)
{
    struct tl_str json = dumped(options_of(TL_DUMP_TEXT, &tl_reporter_json), "a.eml", MAIL);

    tl_assert_mentions(json.data, "\"files\":[\n{\"path\":\"a.eml\",\"part\":\"1.1\",\"text\":"
                                  "\"Box\\n\\nDear Ann,\\n\\nThe caf\u00e9 left.\",\"spans\":[");
    tl_assert_mentions(json.data, "{\"zone\":\"body\",\"kind\":\"text\",\"block\":3,\"text\":\"The "
                                  "caf\u00e9 left.\",\"offset\":176,\"length\":19,\"line\":11,"
                                  "\"column\":1,\"end_line\":11,\"end_column\":20}]}]}\n");
}
END_TEST

START_TEST(a_text_is_one_part)
{
    tl_assert_str(dumped(options_of(TL_DUMP_PARTS, NULL), "a.txt", "The box.\n"),
                  "a.txt:1: part 1, type text/plain, bytes 0-9, read\n    The box.\n");
}
END_TEST

START_TEST(with_both_parts_there_are_two_texts)
{
    struct tl_options options = options_of(TL_DUMP_TEXT, NULL);
    options.part = TL_CHOICE_BOTH;

    tl_assert_str(dumped(options, "a.eml",
                         "From: a@example.com\nContent-Type: multipart/alternative; boundary=b\n\n"
                         "--b\n\nThe box.\n--b\nContent-Type: text/html\n\n<p>The lid.\n--b--\n"),
                  "a.eml:6:1-6:9: bytes 74-82, body, text 1: The box.\n"
                  "a.eml:10:4-10:12: bytes 115-123, body, text 1: The lid.\n");
}
END_TEST

static Suite *dump_suite(void)
{
    Suite *suite = suite_create("dump");
    tl_add_tests(suite, "parts", parts_are_shown_as_a_tree, the_json_of_a_part_has_all_members,
                 a_text_is_one_part);
    tl_add_tests(suite, "text", sentences_are_shown_with_zone_and_place,
                 the_json_of_a_text_has_its_spans, with_both_parts_there_are_two_texts);
    tl_add_tests(suite, "model", the_model_has_facts_blocks_and_sentences,
                 the_json_of_a_model_has_all_members);
    return suite;
}
TL_TEST_MAIN(dump_suite)
