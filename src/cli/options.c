/* SPDX-License-Identifier: MIT */
#include "cli/option_value.h"

#include "base/nearest.h"

#include <getopt.h>

static const struct row {
    enum tl_option_id id;
    const char *name;
    char letter;
    const char *argument;
    enum tl_option_group group;
} rows[] = {
#define OPTION(name, text, letter, argument, group, help)                                          \
    {TL_OPTION_##name, text, letter, argument, TL_OPTION_GROUP_##group},
#include "cli/options.def"
#undef OPTION
};

enum { N_ROWS = sizeof rows / sizeof *rows };

static int has_arg(const struct row *row)
{
    if (row->argument == NULL) {
        return no_argument;
    }
    return row->argument[0] == '[' ? optional_argument : required_argument;
}

/* The row of what getopt_long() returned, or NULL. */
static const struct row *row_of(int value)
{
    for (size_t i = 0; i < N_ROWS; i++) {
        if (value == rows[i].letter || value == (int)rows[i].id) {
            return &rows[i];
        }
    }
    return NULL;
}

/* What getopt_long() did not understand: names the nearest option. */
static bool unknown_option(struct tl_option_parse *parse, char **argv, int missing)
{
    struct tl_str word = tl_str_of(argv[optind - 1]);
    if (missing == ':') {
        tl_error_set(parse->err, NULL, "the option '%s' needs a value; see --help", word.data);
        return false;
    }
    /* of letters in one word, the word before it is what getopt_long() stands at */
    if (optopt != 0 && row_of(optopt) == NULL) {
        tl_error_set(parse->err, NULL, "unknown option '-%c'; see --help", optopt);
        return false;
    }
    size_t end = tl_str_find_char(word, '=', 0);
    struct tl_str name = tl_str_slice(word, 2, end == TL_NONE ? word.len : end);
    struct tl_strs known = {0};
    for (size_t i = 0; i < N_ROWS; i++) {
        *TL_VEC_ADD(parse->arena, &known) = tl_str_of(rows[i].name);
    }
    struct tl_str near = tl_nearest(&known, name);
    if (optopt != 0) {
        tl_error_set(parse->err, NULL, "the option '--%.*s' takes no value", TL_STR_ARG(name));
    } else if (near.len > 0) {
        tl_error_set(parse->err, NULL, "unknown option '--%.*s'; did you mean '--%s'?",
                     TL_STR_ARG(name), near.data);
    } else {
        tl_error_set(parse->err, NULL, "unknown option '--%.*s'; see --help", TL_STR_ARG(name));
    }
    return false;
}

/* getopt_long()'s tables, from ours. */
static void tables_build(struct option *longs, char *shorts)
{
    *shorts++ = ':'; /* a missing value is told from an unknown option */
    for (size_t i = 0; i < N_ROWS; i++) {
        int id = rows[i].letter != 0 ? rows[i].letter : (int)rows[i].id;
        longs[i] = (struct option){rows[i].name, has_arg(&rows[i]), NULL, id};
        if (rows[i].letter != 0) {
            *shorts++ = rows[i].letter;
            if (rows[i].argument != NULL) {
                *shorts++ = ':';
            }
        }
    }
    *shorts = '\0';
}

struct tl_options tl_options_default(void)
{
    return (struct tl_options){
        .stdin_name = TL_STR("<stdin>"),
        .min_level = TL_LEVEL_NOTE,
        .fail_level = TL_LEVEL_WARNING,
    };
}

bool tl_options_set(struct tl_arena *arena, struct tl_options *options, struct tl_str name,
                    struct tl_str value, struct tl_error *err)
{
    struct tl_option_parse parse = {arena, options, err};
    for (size_t i = 0; i < N_ROWS; i++) {
        if (tl_str_equal(name, tl_str_of(rows[i].name))) {
            return tl_option_set(&parse, rows[i].id, rows[i].group, value);
        }
    }
    tl_error_set(err, NULL, "there is no option '%.*s'", TL_STR_ARG(name));
    return false;
}

bool tl_options_parse(struct tl_arena *arena, int argc, char **argv, struct tl_options *options,
                      struct tl_error *err)
{
    struct option longs[N_ROWS + 1] = {{0}};
    char shorts[N_ROWS * 2 + 2];
    struct tl_option_parse parse = {arena, options, err};
    tables_build(longs, shorts);
    opterr = 0;
    optind = 1;
    for (;;) {
        optopt = 0;
        int value = getopt_long(argc, argv, shorts, longs, NULL);
        if (value == -1) {
            break;
        }
        const struct row *row = row_of(value);
        if (row == NULL) {
            return unknown_option(&parse, argv, value);
        }
        if (!tl_option_set(&parse, row->id, row->group, tl_str_of(optarg))) {
            return false;
        }
    }
    for (int i = optind; i < argc; i++) {
        *TL_VEC_ADD(arena, &options->inputs) = tl_str_of(argv[i]);
    }
    return true;
}
