/* SPDX-License-Identifier: MIT */
#include "cli/inputs.h"

#include "support/letter.h"

#define FROM "From ann@example.com Sat Nov 21 10:00:00 2026\n"

/* All messages of the inputs: "FILE MESSAGE[ mail]: bytes" or "FILE: error: text", one a line. */
static struct tl_str messages_of(const struct tl_options *options)
{
    struct tl_errors errors = {0};
    struct tl_inputs inputs = tl_inputs_find(tl_test_arena, options, &errors);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    ck_assert_uint_eq(errors.len, 0);
    for (struct tl_message *message = tl_inputs_next(&inputs); message != NULL;
         message = tl_inputs_next(&inputs)) {
        const struct tl_source *source = message->source;
        if (source == NULL) {
            tl_buf_add_format(&out, "%zu: error: %s\n", message->file, message->err.text);
        } else {
            tl_buf_add_format(&out, "%zu %zu%s: ", message->file, source->message,
                              source->is_mail ? " mail" : "");
            tl_buf_add(&out, source->bytes);
        }
        tl_arena_free(message->arena);
    }
    return tl_buf_str(&out);
}

static void input(struct tl_options *options, const char *folder, const char *name,
                  const char *text)
{
    *TL_VEC_ADD(tl_test_arena, &options->inputs) =
        tl_str_of(tl_test_file(folder, name, tl_str_of(text)));
}

START_TEST(a_file_is_a_message_and_an_mbox_has_many)
{
    struct tl_options options = {.stdin_name = TL_STR("<stdin>")};
    const char *folder = tl_test_folder();
    input(&options, folder, "a.txt", "one\n");
    input(&options, folder, "b", FROM "A: a\n\ntwo\n\n" FROM "A: a\n\nthree\n");
    input(&options, folder, "c.mbox", "");
    input(&options, folder, "d.txt", "four\n");

    tl_assert_str(messages_of(&options), "0 0: one\n"
                                         "1 1 mail: " FROM "A: a\n\ntwo\n"
                                         "1 2 mail: " FROM "A: a\n\nthree\n"
                                         "3 0: four\n");
}
END_TEST

START_TEST(what_cannot_be_read_is_said_in_its_place)
{
    struct tl_options options = {.stdin_name = TL_STR("<stdin>")};
    *TL_VEC_ADD(tl_test_arena, &options.inputs) = TL_STR("/nonexistent/x");
    input(&options, tl_test_folder(), "a.txt", "one\n");

    tl_assert_str(messages_of(&options), "0: error: cannot open: No such file or directory\n"
                                         "1 0: one\n");
}
END_TEST

START_TEST(a_file_of_a_maildir_is_a_mail)
{
    struct tl_options options = {.stdin_name = TL_STR("<stdin>")};
    const char *folder = tl_test_folder();
    (void)tl_test_file(folder, "new/.keep", TL_STR(""));
    input(&options, folder, "cur/1:2,S", "one\n");

    tl_assert_str(messages_of(&options), "0 0 mail: one\n");
}
END_TEST

static Suite *inputs_suite(void)
{
    Suite *suite = suite_create("inputs");
    tl_add_tests(suite, "next", a_file_is_a_message_and_an_mbox_has_many,
                 what_cannot_be_read_is_said_in_its_place, a_file_of_a_maildir_is_a_mail);
    return suite;
}
TL_TEST_MAIN(inputs_suite)
