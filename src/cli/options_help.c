/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <string.h>

enum group {
    GROUP_MESSAGE_OUT,
    GROUP_MESSAGE_IN,
    GROUP_RULE,
    GROUP_OTHER,
    N_GROUPS,
};

static const struct row {
    const char *name;
    char letter;
    const char *argument;
    enum group group;
    const char *help;
} rows[] = {
#define OPTION(name, text, letter, argument, group, help)                                          \
    {text, letter, argument, GROUP_##group, help},
#include "cli/options.def"
#undef OPTION
};

enum { N_ROWS = sizeof rows / sizeof *rows };

static const char *const group_titles[N_GROUPS] = {
    [GROUP_MESSAGE_OUT] = "Findings",
    [GROUP_MESSAGE_IN] = "Messages",
    [GROUP_RULE] = "Checks",
    [GROUP_OTHER] = "Other",
};

static void row_help(FILE *stream, const struct row *row)
{
    char left[64];
    if (row->argument == NULL) {
        (void)snprintf(left, sizeof left, "--%s", row->name);
    } else if (row->argument[0] == '[') {
        (void)snprintf(left, sizeof left, "--%s[=%s", row->name, row->argument + 1);
    } else {
        (void)snprintf(left, sizeof left, "--%s=%s", row->name, row->argument);
    }
    /* printf() counts bytes: "…" has two more than columns */
    int width = 24 + (strstr(left, "…") != NULL ? 2 : 0);
    if (row->letter != 0) {
        fprintf(stream, "  -%c, %-*s%s\n", row->letter, width, left, row->help);
    } else {
        fprintf(stream, "      %-*s%s\n", width, left, row->help);
    }
}

void tl_options_help(FILE *stream)
{
    fputs("usage: tactlint [OPTION…] [FILE|DIR…]    (no FILE, or -: standard input)\n"
          "Lints emails and letters to customers.  Exit: 0 good, 1 findings, 2 trouble.\n\n",
          stream);
    for (size_t group = 0; group < N_GROUPS; group++) {
        fprintf(stream, "%s:\n", group_titles[group]);
        for (size_t i = 0; i < N_ROWS; i++) {
            if (rows[i].group == group && rows[i].help != NULL) {
                row_help(stream, &rows[i]);
            }
        }
    }
}
