/* SPDX-License-Identifier: MIT */
#include "model/host.h"

#include "support/kind_table.h"

struct row {
    const char *address;
    const char *host;
};

static const struct row targets[] = {
    {"https://www.acme.example/a?b#c", "acme.example"},
    {"HTTP://Acme.example", "Acme.example"},
    {"//acme.example/a", "acme.example"},
    {"https://acme.example.:8080/", "acme.example"},
    {"https://acme.example@evil.example\\@acme.example", "evil.example"},
    {"https://192.0.2.7/a", "192.0.2.7"},
    {"https://xn--bcher-kva.example", "xn--bcher-kva.example"},
    {"mailto:ann@acme.example?subject=a@b", "acme.example"},
    {"https://", ""},
    {"https://localhost/", ""},
    {"https://{{ host }}/a", ""},
    {"https://a..b/", ""},
    {"https://acme.example{{ x }}", ""},
    {"mailto:?subject=a", ""},
    {"tel:+4681234", ""},
    {"/a", ""},
    {"acme.example", ""},
    {"#a", ""},
    {"", ""},
};

START_TEST(a_target_has_this_host)
{
    struct tl_host host = tl_host_of_target(tl_str_of(targets[_i].address));

    tl_assert_same(host.name, tl_str_of(targets[_i].host));
}
END_TEST

static const struct row texts[] = {
    {"www.acme.example/change", "acme.example"},
    {" acme.example/a ", "acme.example"},
    {"(https://acme.example)", "acme.example"},
    {"at www.acme.example, today", "acme.example"},
    {"ann@acme.example", "acme.example"},
    {"at acme.example today", ""},
    {"www.acme.example or www.other.example", ""},
    {"our page", ""},
    {"v2.0", ""},
    {"3.50", ""},
    {"10.11.2026", ""},
    {"...", ""},
    {"", ""},
};

START_TEST(a_text_shows_this_host)
{
    struct tl_host host = tl_host_of_text(tl_str_of(texts[_i].address));

    tl_assert_same(host.name, tl_str_of(texts[_i].host));
}
END_TEST

START_TEST(a_mailbox_is_known_as_one)
{
    ck_assert(tl_host_of_text(TL_STR("ann@acme.example")).is_mail);
    ck_assert(tl_host_of_target(TL_STR("mailto:ann@acme.example")).is_mail);
    ck_assert(!tl_host_of_target(TL_STR("https://ann@acme.example")).is_mail);
}
END_TEST

static const struct {
    const char *shown;
    const char *target;
    bool fits;
} pairs[] = {
    {"acme.example", "ACME.example", true},
    {"acme.example", "shop.acme.example", true},
    {"shop.acme.example", "acme.example", true},
    {"acme.example", "evilacme.example", false},
    {"acme.example", "acme.example.evil.test", false},
    {"bücher.example", "xn--bcher-kva.example", true},
    {"bücher.example", "böcker.example", false},
};

START_TEST(hosts_fit_or_not)
{
    struct tl_host shown = {tl_str_of(pairs[_i].shown), false};
    struct tl_host target = {tl_str_of(pairs[_i].target), false};

    ck_assert_int_eq(tl_host_fits(shown, target), pairs[_i].fits);
}
END_TEST

static Suite *host_suite(void)
{
    Suite *suite = suite_create("host");
    TCase *read = tl_case(suite, "read");
    tcase_add_loop_test(read, a_target_has_this_host, 0, N_OF(targets));
    tcase_add_loop_test(read, a_text_shows_this_host, 0, N_OF(texts));
    tl_add_tests(suite, "mail", a_mailbox_is_known_as_one);
    TCase *fits = tl_case(suite, "fits");
    tcase_add_loop_test(fits, hosts_fit_or_not, 0, N_OF(pairs));
    return suite;
}
TL_TEST_MAIN(host_suite)
