/* The links of a letter, and the words with which one begins.  SPDX-License-Identifier: MIT */
#include "model/letter_links.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static const struct {
    const char *name;
    const char *text;
    const char *links; /* their texts, joined by " | " */
    const char *words; /* with which a link begins */
} rows[] = {
    {"a.txt", "See example.com/a or <https://example.com> or mail ann@example.com.\n", "",
     "example.com | <https://example.com> | ann@example.com"},
    {"a.md", "See [our page](https://example.com) now.\n", "our page](https://example.com)",
     "[our page]"},
    {"a.md", "See [example.com]( https://example.com ) now.\n",
     "example.com]( https://example.com )", "[example.com]"},
    {"a.html", "<p>See <a href=\"https://example.com\">our &amp; their page</a> now.</p>",
     "our & their page", "our"},
    {"a.html", "<p>See <a href=\"https://example.com\">example.com</a> now.</p>", "example.com",
     "example.com"},
    {"a.html", "<p>See <a href=\"#\"><img src=\"a.png\"></a> <a name=\"a\">now</a>.</p>", "", ""},
    {"a.html", "<a href=\"#1\">One</a> <a href=\"#2\">Two</a><p><a href=\"#3\">Three</a> four.",
     "One | Two | Three", "One | Two | Three"},
    {"a.html", "<a href=\"#1\"><h2>One two</h2><p>Three. Four.</p></a><p>Five.",
     "One two\n\nThree. Four.", "One"},
    {"a.eml",
     "From: a@b.example\nSubject: Box\nMIME-Version: 1.0\nContent-Type: text/html\n"
     "Content-Transfer-Encoding: "
     "base64\n\nPHA+U2VlIDxhIGhyZWY9IiMxIj5vdXIgcGFnZTwvYT4gbm93LjwvcD4=\n",
     "our page", "our"},
};

static struct tl_str links_of(const struct tl_letter *letter)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < letter->links.len; i++) {
        tl_buf_add(&out, i == 0 ? TL_STR("") : TL_STR(" | "));
        tl_buf_add(&out, tl_letter_str(letter, letter->links.items[i]));
    }
    return tl_buf_str(&out);
}

static struct tl_str words_of(const struct tl_letter *letter)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < letter->words.len; i++) {
        if (tl_link_begins(letter, i)) {
            tl_buf_add(&out, out.len == 0 ? TL_STR("") : TL_STR(" | "));
            tl_buf_add(&out, tl_letter_str(letter, letter->words.items[i].span));
        }
    }
    return tl_buf_str(&out);
}

START_TEST(a_text_has_these_links)
{
    const struct tl_letter *letter =
        tl_test_letter_of(rows[_i].name, tl_str_of(rows[_i].text), NULL);

    ck_assert_msg(tl_is_str(links_of(letter), tl_str_of(rows[_i].links)), "%s: %s", rows[_i].text,
                  tl_test_said());
    ck_assert_msg(tl_is_str(words_of(letter), tl_str_of(rows[_i].words)), "%s: %s", rows[_i].text,
                  tl_test_said());
}
END_TEST

static Suite *letter_links_suite(void)
{
    Suite *suite = suite_create("letter_links");
    TCase *find = tl_case(suite, "find");
    tcase_add_loop_test(find, a_text_has_these_links, 0, N_OF(rows));
    return suite;
}
TL_TEST_MAIN(letter_links_suite)
