/* SPDX-License-Identifier: MIT */
#include "cli/option_value.h"

#include "base/day.h"
#include "base/nearest.h"
#include "rules/loader.h"
#include "text/template_dialect.h"
#include <string.h>

static bool bad_value(struct tl_option_parse *parse, const char *option, struct tl_str value,
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
static void add_list(struct tl_option_parse *parse, struct tl_strs *list, struct tl_str value)
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

static bool set_level(struct tl_option_parse *parse, const char *option, struct tl_str value,
                      bool never, enum tl_level *level)
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
static bool set_fact(struct tl_option_parse *parse, enum tl_fact fact, struct tl_str value,
                     bool has_auto)
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
static bool set_choice(struct tl_option_parse *parse, const char *option, struct tl_str value,
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

static bool set_color(struct tl_option_parse *parse, struct tl_str value)
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

static bool set_part(struct tl_option_parse *parse, struct tl_str value)
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

static bool set_schema(struct tl_option_parse *parse, struct tl_str value)
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

static bool set_dump(struct tl_option_parse *parse, struct tl_str value)
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
static bool set_dialects(struct tl_option_parse *parse, struct tl_str value)
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
static bool set_without(struct tl_option_parse *parse, struct tl_str value)
{
    static const char *const names[] = {"literals", "jit", NULL};
    struct tl_strs list = {0};
    add_list(parse, &list, value);
    for (size_t i = 0; i < list.len; i++) {
        unsigned without = 0;
        if (!set_choice(parse, "without", list.items[i], names, &without)) {
            return false;
        }
        parse->options->without |= 1U << without;
    }
    return true;
}

static bool set_format(struct tl_option_parse *parse, struct tl_str value)
{
    parse->options->reporter = tl_reporter_find(value);
    if (parse->options->reporter != NULL) {
        return true;
    }
    struct tl_strs known = tl_reporter_names(parse->arena);
    return bad_value(parse, "format", value, &known);
}

static bool set_today(struct tl_option_parse *parse, struct tl_str value)
{
    parse->options->facts.today = tl_day_read(value);
    if (parse->options->facts.today == 0) {
        tl_error_set(parse->err, NULL, "--today: '%.*s' is no date of the form YYYY-MM-DD",
                     TL_STR_ARG(value));
    }
    return parse->options->facts.today != 0;
}

static bool set_jobs(struct tl_option_parse *parse, struct tl_str value)
{
    if (tl_loader_number(value, &parse->options->jobs) && parse->options->jobs > 0) {
        return true;
    }
    tl_error_set(parse->err, NULL, "--jobs: '%.*s' is no whole number above 0", TL_STR_ARG(value));
    return false;
}

/* What is printed, and when it makes the exit status 1. */
static bool set_about_findings(struct tl_option_parse *parse, enum tl_option_id id,
                               struct tl_str value)
{
    struct tl_options *options = parse->options;
    if (id == TL_OPTION_FORMAT) {
        return set_format(parse, value);
    }
    if (id == TL_OPTION_MESSAGES) {
        options->messages = value;
        return true;
    }
    if (id == TL_OPTION_COLOR) {
        return set_color(parse, value);
    }
    if (id == TL_OPTION_MIN_LEVEL) {
        return set_level(parse, "min-level", value, false, &options->min_level);
    }
    if (id == TL_OPTION_FAIL_LEVEL) {
        return set_level(parse, "fail-level", value, true, &options->fail_level);
    }
    options->quiet = true;
    return true;
}

/* What the inputs are. */
static bool set_about_messages(struct tl_option_parse *parse, enum tl_option_id id,
                               struct tl_str value)
{
    static const struct {
        enum tl_option_id id;
        enum tl_fact fact;
        bool has_auto;
    } facts[] = {
        {TL_OPTION_CHANNEL, TL_FACT_CHANNEL, false},
        {TL_OPTION_AUDIENCE, TL_FACT_AUDIENCE, false},
        {TL_OPTION_ORIGIN, TL_FACT_ORIGIN, true},
        {TL_OPTION_ATTACHMENTS, TL_FACT_ATTACHMENTS, true},
    };
    struct tl_options *options = parse->options;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (id == facts[i].id) {
            return set_fact(parse, facts[i].fact, value, facts[i].has_auto);
        }
    }
    if (id == TL_OPTION_PART) {
        return set_part(parse, value);
    }
    if (id == TL_OPTION_DIALECTS) {
        return set_dialects(parse, value);
    }
    if (id == TL_OPTION_TODAY) {
        return set_today(parse, value);
    }
    if (id == TL_OPTION_LANG) {
        options->lang = tl_str_equal(value, TL_STR("auto")) ? TL_STR("") : value;
    } else if (id == TL_OPTION_STDIN_NAME) {
        options->stdin_name = value;
    } else {
        tl_facts_state(&options->facts, TL_FACT_KIND, TL_FACT_KIND_TEMPLATE);
    }
    return true;
}

/* Which checks run; or what is wanted to be known of them. */
static bool set_about_rules(struct tl_option_parse *parse, enum tl_option_id id,
                            struct tl_str value)
{
    struct tl_options *options = parse->options;
    if (id == TL_OPTION_SCHEMA) {
        return set_schema(parse, value);
    }
    const struct {
        enum tl_option_id id;
        struct tl_strs *list;
    } lists[] = {
        {TL_OPTION_VOCAB, &options->vocab},
        {TL_OPTION_ONLY, &options->selection.only},
        {TL_OPTION_ENABLE, &options->selection.enable},
        {TL_OPTION_DISABLE, &options->selection.disable},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (id == lists[i].id) {
            add_list(parse, lists[i].list, value);
            return true;
        }
    }
    if (id == TL_OPTION_RULES || id == TL_OPTION_STYLES) {
        *TL_VEC_ADD(parse->arena, id == TL_OPTION_RULES ? &options->rules : &options->styles) =
            value;
    } else if (id == TL_OPTION_EXPLAIN) {
        options->action = TL_ACTION_EXPLAIN;
        options->explain = value;
    } else if (id == TL_OPTION_COVERAGE) {
        options->coverage = true;
    } else if (id == TL_OPTION_KEEP_GOING) {
        options->keep_going = true;
    } else if (id == TL_OPTION_LIST_RULES) {
        options->action = TL_ACTION_LIST_RULES;
    } else {
        options->action = TL_ACTION_TEST_RULES;
        options->test_folder = value;
    }
    return true;
}

static bool set_other(struct tl_option_parse *parse, enum tl_option_id id, struct tl_str value)
{
    struct tl_options *options = parse->options;
    if (id == TL_OPTION_DUMP) {
        return set_dump(parse, value);
    }
    if (id == TL_OPTION_JOBS) {
        return set_jobs(parse, value);
    }
    if (id == TL_OPTION_WITHOUT) {
        return set_without(parse, value);
    }
    if (id == TL_OPTION_CONFIG) {
        options->config = value;
    } else if (id == TL_OPTION_NO_CONFIG) {
        options->no_config = true;
    } else {
        options->action = id == TL_OPTION_HELP ? TL_ACTION_HELP : TL_ACTION_VERSION;
    }
    return true;
}

bool tl_option_set(struct tl_option_parse *parse, enum tl_option_id id, enum tl_option_group group,
                   struct tl_str value)
{
    switch (group) {
    case TL_OPTION_GROUP_MESSAGE_OUT:
        return set_about_findings(parse, id, value);
    case TL_OPTION_GROUP_MESSAGE_IN:
        return set_about_messages(parse, id, value);
    case TL_OPTION_GROUP_RULE:
        return set_about_rules(parse, id, value);
    case TL_OPTION_GROUP_OTHER:
        break;
    }
    return set_other(parse, id, value);
}
