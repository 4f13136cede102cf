/* SPDX-License-Identifier: MIT */
#include "base/regex_verb.h"

bool tl_regex_has_verb(struct tl_str pattern)
{
    static const char *const verbs[] = {"ACCEPT", "COMMIT", "FAIL", "F",
                                        "MARK",   "PRUNE",  "SKIP", "THEN"};
    bool is_verb = pattern.len > 2 && pattern.data[0] == '(' && pattern.data[1] == '*' &&
                   pattern.data[2] >= 'A' && pattern.data[2] <= 'Z';
    for (size_t i = 0; is_verb && i < sizeof verbs / sizeof *verbs; i++) {
        struct tl_str rest = tl_str_slice(pattern, 2, pattern.len);
        struct tl_str verb = tl_str_of(verbs[i]);
        char end = rest.len > verb.len ? rest.data[verb.len] : '\0';
        is_verb = !(tl_str_has_prefix(rest, verb) && (end == ')' || end == ':'));
    }
    return is_verb;
}
