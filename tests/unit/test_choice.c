/* SPDX-License-Identifier: MIT */
#include "text/choice.h"

#include "support/tl_check.h"

#define PLAIN "Content-Type: text/plain\n\n"
#define HTML "Content-Type: text/html\n\n"
#define FILE "Content-Disposition: attachment; filename=a.txt\n"
#define BOTH MULTI("alternative", "b") "--b\n" PLAIN "a\n--b\n" HTML "<p>b\n--b--"
#define MULTI(subtype, boundary) "Content-Type: multipart/" subtype "; boundary=" boundary "\n\n"

static const struct {
    const char *name;
    const char *mail;
    const char *chosen; /* the start of its body; NULL: none */
} rows[] = {
    {"a single part", "From: a@example.com\n\nhello", "hello"},
    {"plain before HTML",
     MULTI("alternative", "b") "--b\n" PLAIN "Dear Ann\n--b\n" HTML "<p>Dear Ann\n--b--",
     "Dear Ann"},
    {"plain after HTML",
     MULTI("alternative", "b") "--b\n" HTML "<p>Dear Ann\n--b\n" PLAIN "Dear Ann\n--b--",
     "Dear Ann"},
    {"only HTML", MULTI("alternative", "b") "--b\n" HTML "<p>Dear Ann\n--b--", "<p>Dear Ann"},
    {"an empty plain part",
     MULTI("alternative", "b") "--b\n" PLAIN " \n--b\n" HTML "<p>Dear Ann\n--b--", "<p>Dear Ann"},
    {"a stub",
     MULTI("alternative", "b") "--b\n" PLAIN "see HTML\n--b\n" HTML
                               "<p>1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21\n--b--",
     "<p>1 2"},
    {"a short plain part of a short mail",
     MULTI("alternative", "b") "--b\n" PLAIN "we came\n--b\n" HTML
                               "<style>a b c</style><p>we came\n--b--",
     "we came"},
    {"HTML with its pictures",
     MULTI("alternative", "b") "--b\n" MULTI("related", "c") "--c\n" HTML
                                                             "<p>x\n--c\nContent-Type: "
                                                             "image/png\n\nP\n--c--\n--b--",
     "<p>x"},
    {"an invitation",
     MULTI("alternative", "b") "--b\nContent-Type: text/calendar\n\nBEGIN\n--b\n" PLAIN
                               "come\n--b--",
     "come"},
    {"a text and a file", MULTI("mixed", "b") "--b\n" PLAIN "hello\n--b\n" FILE PLAIN "file\n--b--",
     "hello"},
    {"a file before the text",
     MULTI("mixed", "b") "--b\n" FILE PLAIN "file\n--b\n" PLAIN "hello\n--b--", "hello"},
    {"an empty text before the text",
     MULTI("mixed", "b") "--b\n" PLAIN "\n--b\n" HTML "<p>x\n--b--", "<p>x"},
    {"only empty texts", MULTI("mixed", "b") "--b\n" PLAIN "\n--b\n" PLAIN "\n--b--", ""},
    {"only a file", MULTI("mixed", "b") "--b\n" FILE PLAIN "file\n--b--", "file"},
    {"a signed text",
     MULTI("signed", "b") "--b\n" PLAIN "hello\n--b\nContent-Type: "
                          "application/pgp-signature\n\nS\n--b--",
     "hello"},
    {"a forwarded message",
     MULTI("mixed", "b") "--b\n" PLAIN "see below\n--b\nContent-Type: message/rfc822\n\n"
                         "From: b@example.com\n\nold\n--b--",
     "see below"},
    {"nothing but a forwarded message",
     MULTI("mixed", "b") "--b\nContent-Type: message/rfc822\n\nFrom: b@example.com\n\nold\n--b--",
     "old"},
    {"an encrypted message",
     MULTI("encrypted", "b") "--b\nContent-Type: application/pgp-encrypted\n\nVersion: "
                             "1\n--b\nContent-Type: application/octet-stream\n\nX\n--b--",
     NULL},
    {"a picture", "Content-Type: image/png\n\nP", NULL},
};

START_TEST(every_mail_has_its_text)
{
    struct tl_source *source =
        tl_source_of(tl_test_arena, TL_STR("test"), tl_str_of(rows[_i].mail));
    struct tl_text text = tl_text_of(tl_test_arena, source);
    struct tl_notices notices = {0};
    const struct tl_part *mail = tl_part_parse(tl_test_arena, &text, &notices);

    const struct tl_part *chosen = tl_choice_find(tl_test_arena, mail, TL_CHOICE_AUTO);

    ck_assert_msg((chosen == NULL) == (rows[_i].chosen == NULL), "%s", rows[_i].name);
    if (chosen != NULL) {
        struct tl_str expected = tl_str_of(rows[_i].chosen);
        struct tl_str body = chosen->body.bytes;
        ck_assert_msg(tl_is_str(tl_str_slice(body, 0, expected.len), expected), "%s: %s",
                      rows[_i].name, tl_test_said());
        ck_assert(expected.len > 0 || body.len == 0);
    }
}
END_TEST

START_TEST(the_user_may_choose_between_alternatives)
{
    struct tl_text text = tl_test_text(BOTH);
    struct tl_text only = tl_test_text("Content-Type: text/html\n\n<p>b");
    struct tl_notices notices = {0};
    const struct tl_part *both = tl_part_parse(tl_test_arena, &text, &notices);
    const struct tl_part *one = tl_part_parse(tl_test_arena, &only, &notices);

    tl_assert_str(tl_choice_find(tl_test_arena, both, TL_CHOICE_PLAIN)->body.bytes, "a");
    tl_assert_str(tl_choice_find(tl_test_arena, both, TL_CHOICE_HTML)->body.bytes, "<p>b");
    ck_assert_ptr_eq(tl_choice_find(tl_test_arena, one, TL_CHOICE_PLAIN), one);
}
END_TEST

START_TEST(html_is_known_by_its_types)
{
    struct tl_part part = {.type = {.value = TL_STR("text/html")}};
    ck_assert(tl_choice_is_html(&part));
    part.type.value = TL_STR("application/xhtml+xml");
    ck_assert(tl_choice_is_html(&part));
    part.type.value = TL_STR("text/plain");
    ck_assert(!tl_choice_is_html(&part));
}
END_TEST

static Suite *choice_suite(void)
{
    Suite *suite = suite_create("choice");
    TCase *table = tl_case(suite, "find");
    tcase_add_loop_test(table, every_mail_has_its_text, 0, sizeof rows / sizeof *rows);
    tl_add_tests(suite, "choice", the_user_may_choose_between_alternatives);
    tl_add_tests(suite, "is html", html_is_known_by_its_types);
    return suite;
}

TL_TEST_MAIN(choice_suite)
