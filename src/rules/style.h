/*
 * Vale's styles: folders of rule files.
 *
 *     DIR/Style/Rule.yml            the rule Style.Rule
 *     DIR/Style/Part/Rule.v2.yml    the rule Style.Part.Rule
 *     DIR/Rule.yml                  where rules lie in DIR itself, it is one style
 *
 * Files and folders that begin with "." or "_", tests (*.test.yml) and the folders of Vale's own
 * configuration are passed over; so is a folder none of whose files looks like a rule.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_STYLE_H
#define TL_RULES_STYLE_H

#include "base/error.h"

struct tl_style_file {
    struct tl_str id;
    const char *path;
};
TL_VEC(tl_style_files, struct tl_style_file);

struct tl_style {
    struct tl_str name;
    struct tl_style_files files; /* by the order of their names; each identifier once */
    /* what became of them, once they are read */
    size_t n_rules;
    size_t n_broken;
    size_t n_dead;          /* tokens that match nothing in practice */
    struct tl_strs refused; /* the kinds of the rules that are left out */
};
TL_VEC(tl_styles, struct tl_style *);

/*
 * Finds the styles of a folder and adds them.  Borrowed from the arena.  Returns false after having
 * added errors: the folder cannot be read or has no style.  Cost: reads the files of each folder up
 * to the first that looks like a rule.
 */
bool tl_styles_find(struct tl_arena *arena, const char *folder, struct tl_styles *styles,
                    struct tl_errors *errors, struct tl_errors *warnings);

/* "31 rules, 1 not supported (1 sequence), 2 dead tokens" */
struct tl_str tl_style_summary(struct tl_arena *arena, const struct tl_style *style);

/* Whether some rules of a style do not run. */
bool tl_style_is_short(const struct tl_style *style);

#endif
