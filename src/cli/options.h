/*
 * The command line.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_OPTIONS_H
#define TL_CLI_OPTIONS_H

#include "cli/schema.h"
#include "finding/level.h"
#include "model/facts.h"
#include "report/report.h"
#include "rules/rule_set.h"
#include "rules/selection.h"
#include "text/choice.h"

enum tl_action {
    TL_ACTION_LINT,
    TL_ACTION_DUMP,
    TL_ACTION_SCHEMA,
    TL_ACTION_EXPLAIN,
    TL_ACTION_LIST_RULES,
    TL_ACTION_TEST_RULES,
    TL_ACTION_HELP,
    TL_ACTION_VERSION,
};

enum tl_color {
    TL_COLOR_AUTO,
    TL_COLOR_ALWAYS,
    TL_COLOR_NEVER,
};

enum tl_dump {
    TL_DUMP_PARTS,
    TL_DUMP_TEXT,
    TL_DUMP_MODEL,
};

struct tl_options {
    enum tl_action action;
    struct tl_strs inputs; /* files and folders; "-" is standard input */
    struct tl_str stdin_name;
    const struct tl_reporter *reporter; /* NULL: by what standard output is */
    enum tl_color color;
    enum tl_level min_level;
    enum tl_level fail_level;
    bool quiet;
    struct tl_str lang;     /* "" for auto */
    struct tl_str messages; /* the language of findings, or "auto"; "" for the user's */
    struct tl_facts facts;  /* its `today` is 0 for the clock's */
    unsigned dialects;      /* of templates: bits of template_dialect.h; 0 for auto */
    enum tl_choice part;    /* of alternatives */
    struct tl_strs rules;   /* folders */
    struct tl_strs styles;  /* folders of Vale styles */
    struct tl_strs vocab;   /* names of vocabularies in them */
    struct tl_selection selection;
    enum tl_dump dump;
    enum tl_schema schema;
    unsigned jobs;        /* threads; 0: one a processor */
    struct tl_str config; /* a file; "" for the one above the input */
    bool no_config;
    unsigned without;          /* tl_engine_without, or'ed */
    struct tl_str explain;     /* an identifier */
    struct tl_str test_folder; /* "" for all */
    bool coverage;             /* of the examples */
    bool keep_going;           /* without the rules that have errors */
};

/* The options of an empty command line. */
struct tl_options tl_options_default(void);

/*
 * Reads the command line (GNU style: options and inputs in any order, "--" ends options) on top of
 * the options that are there.
 * Returns false with err filled where it makes no sense.  Strings are borrowed from argv and the
 * arena.
 */
TL_MUST_USE bool tl_options_parse(struct tl_arena *arena, int argc, char **argv,
                                  struct tl_options *options, struct tl_error *err);

/*
 * Sets an option by its long name, as a configuration does; `value` is borrowed.
 * Returns false with err filled where there is no such option or value.
 */
TL_MUST_USE bool tl_options_set(struct tl_arena *arena, struct tl_options *options,
                                struct tl_str name, struct tl_str value, struct tl_error *err);

/* Prints --help. */
void tl_options_help(FILE *stream);

#endif
