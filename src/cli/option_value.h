/*
 * The value of one option: read, checked and put into struct tl_options.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_OPTION_VALUE_H
#define TL_CLI_OPTION_VALUE_H

#include "cli/options.h"

enum tl_option_group {
    TL_OPTION_GROUP_MESSAGE_OUT, /* what is printed, and when it makes the exit status 1 */
    TL_OPTION_GROUP_MESSAGE_IN,  /* what the inputs are */
    TL_OPTION_GROUP_RULE,        /* which checks run; or what is wanted to be known of them */
    TL_OPTION_GROUP_OTHER,
};

enum tl_option_id {
    TL_OPTION_NONE = 256, /* above all letters */
#define OPTION(name, text, letter, argument, group, help) TL_OPTION_##name,
#include "cli/options.def"
#undef OPTION
};

/* What reading an option needs. */
struct tl_option_parse {
    struct tl_arena *arena;
    struct tl_options *options;
    struct tl_error *err;
};

/* Sets an option.  False with the error filled where the value makes no sense. */
bool tl_option_set(struct tl_option_parse *parse, enum tl_option_id id, enum tl_option_group group,
                   struct tl_str value);

#endif
