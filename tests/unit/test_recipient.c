/* SPDX-License-Identifier: MIT */
#include "model/recipient.h"

#include "base/limits.h"
#include "support/kind_table.h"

/* "name <address>;" of all mailboxes of the To fields of a header. */
static struct tl_str recipients_of(struct tl_str header, struct tl_recipients *all)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), header);
    struct tl_text text = tl_text_of(tl_test_arena, source);
    struct tl_notices notices = {0};
    const struct tl_part *mail = tl_part_parse(tl_test_arena, &text, &notices);
    struct tl_buf out = tl_buf_in(tl_test_arena);

    tl_recipients_add(tl_test_arena, mail, TL_STR("to"), all);
    for (size_t i = 0; i < all->len; i++) {
        tl_buf_add_format(&out, "%.*s <%.*s>;", TL_STR_ARG(all->items[i].name),
                          TL_STR_ARG(all->items[i].address));
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *field;
    const char *found;
} rows[] = {
    {"Ann Berg <ann@x.example>", "Ann Berg <ann@x.example>;"},
    {"ann@x.example", " <ann@x.example>;"},
    {"<ann@x.example>", " <ann@x.example>;"},
    {"ann@x.example (Ann Berg)", "Ann Berg <ann@x.example>;"},
    {"\"Berg, Ann\" <ann@x.example>", "Berg, Ann <ann@x.example>;"},
    {"Berg, Ann <ann@x.example>", "Berg  Ann <ann@x.example>;"},
    {"\"ann@x.example\" <ann@x.example>", " <ann@x.example>;"},
    {"\"A \\\"B\\\" C\" <ann@x.example>", "A \"B\" C <ann@x.example>;"},
    {"a@x.example, Tom\n <t@x.example>", " <a@x.example>;Tom <t@x.example>;"},
    {"Team: a@x.example, b@x.example;", " <a@x.example>; <b@x.example>;"},
    {"=?utf-8?q?=C3=85sa_Ek?= <a@x.example>", "Åsa Ek <a@x.example>;"},
    {"=?utf-8?q?Ek=2C_=C3=85sa?= <a@x.example>", "Ek  Åsa <a@x.example>;"},
    {"Ann ann@x.example", " <ann@x.example>;"},
    {"undisclosed-recipients:;", ""},
    {"Ann <>", ""},
    {"Ann <ann>", ""},
    {"@x.example", ""},
    {"Ann <ann@x.example", "Ann <ann@x.example>;"},
    {"\"Ann", ""},
};

START_TEST(a_field_has_these_mailboxes)
{
    struct tl_recipients all = {0};
    struct tl_str header =
        tl_arena_format(tl_test_arena, "From: a@b.example\nTo: %s\n\nHi\n", rows[_i].field);

    tl_assert_same(recipients_of(header, &all), tl_str_of(rows[_i].found));
}
END_TEST

START_TEST(all_fields_count)
{
    struct tl_recipients all = {0};

    tl_assert_str(recipients_of(TL_STR("To: a@x.example\nTo: b@x.example\n\nHi\n"), &all),
                  " <a@x.example>; <b@x.example>;");
}
END_TEST

START_TEST(the_mailbox_is_before_the_at_sign)
{
    struct tl_recipient recipient = {TL_STR(""), TL_STR("ann@x.example")};

    tl_assert_str(tl_recipient_local(&recipient), "ann");
}
END_TEST

START_TEST(there_are_limits)
{
    struct tl_recipients all = {0};
    struct tl_buf header = tl_buf_in(tl_test_arena);
    tl_buf_add(&header, TL_STR("To: a"));
    for (int i = 0; i < TL_MAX_MAILBOX_BYTES; i++) {
        tl_buf_add(&header, TL_STR("a"));
    }
    tl_buf_add(&header, TL_STR("@x.example"));
    for (int i = 0; i < TL_MAX_RECIPIENTS + 5; i++) {
        tl_buf_add(&header, TL_STR(", a@x.example"));
    }
    tl_buf_add(&header, TL_STR("\n\nHi\n"));

    (void)recipients_of(tl_buf_str(&header), &all);

    ck_assert_uint_eq(all.len, TL_MAX_RECIPIENTS);
    tl_assert_str(all.items[0].address, "a@x.example");
}
END_TEST

START_TEST(no_mail_has_no_recipients)
{
    struct tl_recipients all = {0};

    tl_recipients_add(tl_test_arena, NULL, TL_STR("to"), &all);

    ck_assert_uint_eq(all.len, 0);
}
END_TEST

static Suite *recipient_suite(void)
{
    Suite *suite = suite_create("recipient");
    TCase *add = tl_case(suite, "add");
    tcase_add_loop_test(add, a_field_has_these_mailboxes, 0, N_OF(rows));
    tl_add_tests(suite, "recipients", all_fields_count, the_mailbox_is_before_the_at_sign,
                 there_are_limits, no_mail_has_no_recipients);
    return suite;
}
TL_TEST_MAIN(recipient_suite)
