/* SPDX-License-Identifier: MIT */
#include "cli/messages.h"

#include "cli/letters.h"

#include <stdlib.h>

/* The language of a locale: "sv" of "sv_SE.UTF-8", "en" of "C". */
static struct tl_str language_of(struct tl_str locale)
{
    size_t end = 0;
    while (end < locale.len && tl_char_is_alpha(locale.data[end])) {
        end++;
    }
    return end < 2 || tl_str_equal(locale, TL_STR("POSIX")) ? TL_STR("en")
                                                            : tl_str_slice(locale, 0, end);
}

/* The language of messages in the environment, as POSIX has it (Base Definitions, 8.2). */
static struct tl_str language_of_user(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0') {
            return language_of(tl_str_of(value));
        }
    }
    return TL_STR("en");
}

struct tl_str tl_messages_language(const struct tl_options *options, struct tl_str tag)
{
    if (options->messages.len == 0) {
        return language_of_user();
    }
    return tl_str_equal(options->messages, TL_STR("auto")) ? tag : options->messages;
}

bool tl_messages_check(const struct tl_options *options, const struct tl_languages *languages,
                       struct tl_error *err)
{
    const struct tl_language *language;
    return options->messages.len == 0 || tl_str_equal(options->messages, TL_STR("auto")) ||
           tl_letters_language("messages", options->messages, languages, &language, err);
}
