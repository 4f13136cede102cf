/* SPDX-License-Identifier: MIT */
#include "text/front_matter.h"

#include "support/tl_check.h"

static const struct {
    const char *text;
    const char *rest;    /* after the front matter */
    const char *subject; /* NULL: none */
} table[] = {
    {"---\nsubject: Your box\n---\nHi", "Hi", "Your box"},
    {"\xEF\xBB\xBF---\r\nsubject: 'Your box'\r\n---\r\n\r\nHi", "\r\nHi", "Your box"},
    {"---\ntitle: A\nSubject: \"B's\"\n---\n", "", "B's"},
    {"---\nsubject: B\ntitle: A\n---", "", "B"},
    {"---\ntitle: A\n---\nHi", "Hi", "A"},
    {"+++\nsubject = \"A\"\n+++\nHi", "Hi", "A"},
    {"---\nsubject: >-\n  Your\n  box\nname: b\n---\nHi", "Hi", "Your\n  box"},
    {"---\n# a\nlist:\n  - b\n- c\n\nd.e: f\n---\nHi", "Hi", NULL},
    {"---\nsubject:\n---\nHi", "Hi", NULL},
    {"---\nsubject: ''\n---\nHi", "Hi", NULL},
    {"---\n---\nHi", "Hi", NULL},
    {"---\nsubject: A\nHi", NULL, NULL},
    {"---\nDear Ann,\n---\nHi", NULL, NULL},
    {"---\n\nHi\n\n+++\n", NULL, NULL},
    {"Hi\n---\nsubject: A\n---\n", NULL, NULL},
    {"----\nsubject: A\n----\n", NULL, NULL},
    {"---", NULL, NULL},
    {"", NULL, NULL},
};

START_TEST(front_matter_ends_here_and_has_this_subject)
{
    struct tl_str text = tl_str_of(table[_i].text);
    const char *rest = table[_i].rest == NULL ? table[_i].text : table[_i].rest;

    struct tl_front_matter front = tl_front_matter_find(text);

    tl_assert_same(tl_str_slice(text, front.bytes, text.len), tl_str_of(rest));
    ck_assert_int_eq(front.has_subject, table[_i].subject != NULL);
    tl_assert_same(tl_str_slice(text, front.subject.begin, front.subject.end),
                   tl_str_of(table[_i].subject));
}
END_TEST

static Suite *front_matter_suite(void)
{
    Suite *suite = suite_create("front_matter");
    TCase *find = tl_case(suite, "find");
    tcase_add_loop_test(find, front_matter_ends_here_and_has_this_subject, 0,
                        sizeof table / sizeof *table);
    return suite;
}
TL_TEST_MAIN(front_matter_suite)
