/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "base/day.h"
#include "base/nearest.h"
#include "rules/loader.h"
#include "text/template_dialect.h"

#include <getopt.h>
#include <string.h>

enum group {
    GROUP_MESSAGE_OUT,
    GROUP_MESSAGE_IN,
    GROUP_RULE,
    GROUP_OTHER,
};

enum option_id {
    OPTION_NONE = 256, /* above all letters */
#define OPTION(name, text, letter, argument, group, help) OPTION_##name,
#include "cli/options.def"
#undef OPTION
};

static const struct row {
    enum option_id id;
    const char *name;
    char letter;
    const char *argument;
    enum group group;
} rows[] = {
#define OPTION(name, text, letter, argument, group, help)                                          \
    {OPTION_##name, text, letter, argument, GROUP_##group},
#include "cli/options.def"
#undef OPTION
};

enum { N_ROWS = sizeof rows / sizeof *rows };

/* What the parsing of one option needs. */
struct parse {
    struct tl_arena *arena;
    struct tl_options *options;
    struct tl_error *err;
};

static int has_arg(const struct row *row)
{
    if (row->argument == NULL) {
        return no_argument;
    }
    return row->argument[0] == '[' ? optional_argument : required_argument;
}

static bool bad_value(struct parse *parse, const char *option, struct tl_str value,
                      const struct tl_strs *known)
{
    struct tl_buf list = tl_buf_in(parse->arena);
    for (size_t i = 0; i < known->len; i++) {
        tl_buf_add(&list, i == 0 ? TL_STR("") : TL_STR(", "));
        tl_buf_add(&list, known->items[i]);
    }
    tl_error_set(parse->err, NULL, "--%s: there is no '%.*s'; known are %s", option,
                 TL_STR_ARG(value), tl_buf_str(&list).data);
    return false;
}

/* "a,b,,c" to three strings. */
static void add_list(struct parse *parse, struct tl_strs *list, struct tl_str value)
{
    for (size_t at = 0; at <= value.len;) {
        size_t end = tl_str_find_char(value, ',', at);
        end = end == TL_NONE ? value.len : end;
        struct tl_str one = tl_str_trim(tl_str_slice(value, at, end));
        if (one.len > 0) {
            *TL_VEC_ADD(parse->arena, list) = one;
        }
        at = end + 1;
    }
}

static bool set_level(struct parse *parse, const char *option, struct tl_str value, bool never,
                      enum tl_level *level)
{
    enum tl_level found;
    if (tl_level_find(value, &found) && (never || found != TL_LEVEL_NEVER)) {
        *level = found;
        return true;
    }
    struct tl_strs known = {0};
    for (int i = TL_LEVEL_NOTE; i < TL_LEVEL_NEVER + never; i++) {
        *TL_VEC_ADD(parse->arena, &known) = tl_str_of(tl_level_name((enum tl_level)i));
    }
    return bad_value(parse, option, value, &known);
}

/* A fact; where it can be found out, "auto" leaves it to that. */
static bool set_fact(struct parse *parse, enum tl_fact fact, struct tl_str value, bool has_auto)
{
    unsigned found;
    struct tl_str unknown = TL_STR("unknown");
    if (has_auto && tl_str_equal(value, TL_STR("auto"))) {
        parse->options->facts.stated[fact] = false;
        return true;
    }
    if (!tl_str_equal(value, unknown) && tl_fact_find_value(fact, value, &found)) {
        tl_facts_state(&parse->options->facts, fact, found);
        return true;
    }
    struct tl_strs known = {0};
    if (has_auto) {
        *TL_VEC_ADD(parse->arena, &known) = TL_STR("auto");
    }
    for (unsigned i = 0; tl_fact_value_name(fact, i).len > 0; i++) {
        if (!tl_str_equal(tl_fact_value_name(fact, i), unknown)) {
            *TL_VEC_ADD(parse->arena, &known) = tl_fact_value_name(fact, i);
        }
    }
    return bad_value(parse, tl_fact_name(fact).data, value, &known);
}

/* One of a list of names, by its place in it. */
static bool set_choice(struct parse *parse, const char *option, struct tl_str value,
                       const char *const *names, unsigned *choice)
{
    struct tl_strs known = {0};
    for (unsigned i = 0; names[i] != NULL; i++) {
        if (tl_str_equal(value, tl_str_of(names[i]))) {
            *choice = i;
            return true;
        }
        *TL_VEC_ADD(parse->arena, &known) = tl_str_of(names[i]);
    }
    return bad_value(parse, option, value, &known);
}

static bool set_color(struct parse *parse, struct tl_str value)
{
    static const char *const names[] = {
        [TL_COLOR_AUTO] = "auto",
        [TL_COLOR_ALWAYS] = "always",
        [TL_COLOR_NEVER] = "never",
        NULL,
    };
    unsigned color = parse->options->color;
    bool good = set_choice(parse, "color", value, names, &color);
    parse->options->color = (enum tl_color)color;
    return good;
}

static bool set_part(struct parse *parse, struct tl_str value)
{
    static const char *const names[] = {
        [TL_CHOICE_AUTO] = "auto",
        [TL_CHOICE_PLAIN] = "plain",
        [TL_CHOICE_HTML] = "html",
        [TL_CHOICE_BOTH] = "both",
        NULL,
    };
    unsigned part = parse->options->part;
    bool good = set_choice(parse, "part", value, names, &part);
    parse->options->part = (enum tl_choice)part;
    return good;
}

static bool set_schema(struct parse *parse, struct tl_str value)
{
    static const char *const names[] = {
        [TL_SCHEMA_RULE] = "rule",
        [TL_SCHEMA_LANGUAGE] = "language",
        NULL,
    };
    unsigned schema = parse->options->schema;
    bool good = set_choice(parse, "schema", value, names, &schema);
    parse->options->schema = (enum tl_schema)schema;
    parse->options->action = TL_ACTION_SCHEMA;
    return good;
}

static bool set_dump(struct parse *parse, struct tl_str value)
{
    static const char *const names[] = {
        [TL_DUMP_PARTS] = "parts",
        [TL_DUMP_TEXT] = "text",
        [TL_DUMP_MODEL] = "model",
        NULL,
    };
    unsigned dump = parse->options->dump;
    bool good = set_choice(parse, "dump", value, names, &dump);
    parse->options->dump = (enum tl_dump)dump;
    parse->options->action = TL_ACTION_DUMP;
    return good;
}

/* "jinja,erb"; "auto" forgets what was named before. */
static bool set_dialects(struct parse *parse, struct tl_str value)
{
    struct tl_strs list = {0};
    add_list(parse, &list, value);
    for (size_t i = 0; i < list.len; i++) {
        struct tl_str name = list.items[i];
        if (tl_str_equal(name, TL_STR("auto"))) {
            parse->options->dialects = 0;
        } else if (!tl_dialect_add(name, &parse->options->dialects)) {
            struct tl_strs known = tl_dialect_names(parse->arena);
            struct tl_str near = tl_nearest(&known, name);
            if (near.len == 0) {
                return bad_value(parse, "dialects", name, &known);
            }
            tl_error_set(parse->err, NULL, "--dialects: there is no '%.*s'; did you mean '%.*s'?",
                         TL_STR_ARG(name), TL_STR_ARG(near));
            return false;
        }
    }
    return true;
}

/* "literals,jit": what a developer does without to see that nothing else changes. */
static bool set_without(struct parse *parse, struct tl_str value)
{
    static const char *const names[] = {"literals", "jit", NULL};
    struct tl_strs list = {0};
    add_list(parse, &list, value);
    for (size_t i = 0; i < list.len; i++) {
        unsigned without;
        if (!set_choice(parse, "without", list.items[i], names, &without)) {
            return false;
        }
        parse->options->without |= 1U << without;
    }
    return true;
}

static bool set_format(struct parse *parse, struct tl_str value)
{
    parse->options->reporter = tl_reporter_find(value);
    if (parse->options->reporter != NULL) {
        return true;
    }
    struct tl_strs known = tl_reporter_names(parse->arena);
    return bad_value(parse, "format", value, &known);
}

static bool set_today(struct parse *parse, struct tl_str value)
{
    parse->options->facts.today = tl_day_read(value);
    if (parse->options->facts.today == 0) {
        tl_error_set(parse->err, NULL, "--today: '%.*s' is no date of the form YYYY-MM-DD",
                     TL_STR_ARG(value));
    }
    return parse->options->facts.today != 0;
}

static bool set_jobs(struct parse *parse, struct tl_str value)
{
    if (tl_loader_number(value, &parse->options->jobs) && parse->options->jobs > 0) {
        return true;
    }
    tl_error_set(parse->err, NULL, "--jobs: '%.*s' is no whole number above 0", TL_STR_ARG(value));
    return false;
}

/* What is printed, and when it makes the exit status 1. */
static bool set_about_findings(struct parse *parse, enum option_id id, struct tl_str value)
{
    struct tl_options *options = parse->options;
    if (id == OPTION_FORMAT) {
        return set_format(parse, value);
    }
    if (id == OPTION_COLOR) {
        return set_color(parse, value);
    }
    if (id == OPTION_MIN_LEVEL) {
        return set_level(parse, "min-level", value, false, &options->min_level);
    }
    if (id == OPTION_FAIL_LEVEL) {
        return set_level(parse, "fail-level", value, true, &options->fail_level);
    }
    options->quiet = true;
    return true;
}

/* What the inputs are. */
static bool set_about_messages(struct parse *parse, enum option_id id, struct tl_str value)
{
    static const struct {
        enum option_id id;
        enum tl_fact fact;
        bool has_auto;
    } facts[] = {
        {OPTION_CHANNEL, TL_FACT_CHANNEL, false},
        {OPTION_AUDIENCE, TL_FACT_AUDIENCE, false},
        {OPTION_ORIGIN, TL_FACT_ORIGIN, true},
        {OPTION_ATTACHMENTS, TL_FACT_ATTACHMENTS, true},
    };
    struct tl_options *options = parse->options;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (id == facts[i].id) {
            return set_fact(parse, facts[i].fact, value, facts[i].has_auto);
        }
    }
    if (id == OPTION_PART) {
        return set_part(parse, value);
    }
    if (id == OPTION_DIALECTS) {
        return set_dialects(parse, value);
    }
    if (id == OPTION_TODAY) {
        return set_today(parse, value);
    }
    if (id == OPTION_LANG) {
        options->lang = tl_str_equal(value, TL_STR("auto")) ? TL_STR("") : value;
    } else if (id == OPTION_STDIN_NAME) {
        options->stdin_name = value;
    } else {
        tl_facts_state(&options->facts, TL_FACT_KIND, TL_FACT_KIND_TEMPLATE);
    }
    return true;
}

/* Which checks run; or what is wanted to be known of them. */
static bool set_about_rules(struct parse *parse, enum option_id id, struct tl_str value)
{
    struct tl_options *options = parse->options;
    if (id == OPTION_SCHEMA) {
        return set_schema(parse, value);
    }
    if (id == OPTION_RULES) {
        *TL_VEC_ADD(parse->arena, &options->rules) = value;
    } else if (id == OPTION_STYLES) {
        *TL_VEC_ADD(parse->arena, &options->styles) = value;
    } else if (id == OPTION_VOCAB) {
        add_list(parse, &options->vocab, value);
    } else if (id == OPTION_ONLY) {
        add_list(parse, &options->selection.only, value);
    } else if (id == OPTION_ENABLE) {
        add_list(parse, &options->selection.enable, value);
    } else if (id == OPTION_DISABLE) {
        add_list(parse, &options->selection.disable, value);
    } else if (id == OPTION_EXPLAIN) {
        options->action = TL_ACTION_EXPLAIN;
        options->explain = value;
    } else if (id == OPTION_COVERAGE) {
        options->coverage = true;
    } else if (id == OPTION_KEEP_GOING) {
        options->keep_going = true;
    } else if (id == OPTION_LIST_RULES) {
        options->action = TL_ACTION_LIST_RULES;
    } else {
        options->action = TL_ACTION_TEST_RULES;
        options->test_folder = value;
    }
    return true;
}

static bool set_other(struct parse *parse, enum option_id id, struct tl_str value)
{
    struct tl_options *options = parse->options;
    if (id == OPTION_DUMP) {
        return set_dump(parse, value);
    }
    if (id == OPTION_JOBS) {
        return set_jobs(parse, value);
    }
    if (id == OPTION_WITHOUT) {
        return set_without(parse, value);
    }
    if (id == OPTION_CONFIG) {
        options->config = value;
    } else if (id == OPTION_NO_CONFIG) {
        options->no_config = true;
    } else {
        options->action = id == OPTION_HELP ? TL_ACTION_HELP : TL_ACTION_VERSION;
    }
    return true;
}

static bool set(struct parse *parse, const struct row *row, struct tl_str value)
{
    switch (row->group) {
    case GROUP_MESSAGE_OUT:
        return set_about_findings(parse, row->id, value);
    case GROUP_MESSAGE_IN:
        return set_about_messages(parse, row->id, value);
    case GROUP_RULE:
        return set_about_rules(parse, row->id, value);
    case GROUP_OTHER:
        break;
    }
    return set_other(parse, row->id, value);
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
static bool unknown_option(struct parse *parse, char **argv, int missing)
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
    struct parse parse = {arena, options, err};
    for (size_t i = 0; i < N_ROWS; i++) {
        if (tl_str_equal(name, tl_str_of(rows[i].name))) {
            return set(&parse, &rows[i], value);
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
    struct parse parse = {arena, options, err};
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
        if (!set(&parse, row, tl_str_of(optarg))) {
            return false;
        }
    }
    for (int i = optind; i < argc; i++) {
        *TL_VEC_ADD(arena, &options->inputs) = tl_str_of(argv[i]);
    }
    return true;
}
