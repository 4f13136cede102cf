/*
 * The language in which findings are told: that of --messages, else of the user's locale.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_MESSAGES_H
#define TL_CLI_MESSAGES_H

#include "cli/options.h"

/*
 * The tag of the language for findings in a text.
 *
 * tag  the language of the text, or of the rule that is explained; "" where it is not known
 *
 * Rules that have no words in it speak English.  Borrowed from the options or the environment.
 */
struct tl_str tl_messages_language(const struct tl_options *options, struct tl_str tag);

/* Whether there are rules in the language that --messages asks for; else err is filled. */
TL_MUST_USE bool tl_messages_check(const struct tl_options *options,
                                   const struct tl_languages *languages, struct tl_error *err);

#endif
