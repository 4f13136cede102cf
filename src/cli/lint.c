/* SPDX-License-Identifier: MIT */
#include "cli/lint.h"

#include "cli/inputs.h"
#include "cli/letters.h"
#include "cli/messages.h"
#include "cli/pool.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "rules/engine.h"

#include <pthread.h>
#include <unistd.h>

/* What stays the same over all inputs. */
struct run {
    const struct tl_options *options;
    struct tl_rule_set *set;
    pthread_mutex_t set_mutex; /* the set reads the rules of a language when they are asked for */
    size_t n_errors_printed;   /* of the set */
    size_t n_styles_printed;   /* of which something has been said */
    const struct tl_language *language; /* that the user named; NULL: each message's own */
    const struct tl_reporter *reporter;
    struct tl_out out;
    struct tl_inputs inputs;
    struct tl_progress progress;
    size_t file_not_linted; /* the last one of which that was said: its number from 1 */
    struct tl_lint_result result;
};

/* A message on its way: made in any thread, reported in order. */
struct job {
    const struct tl_message *message;
    struct tl_letters letters; /* none: it could not be read */
    bool has_own_rules;        /* there are rules for the language of the letters */
    bool has_broken_rules;     /* so its silence would mean nothing */
    struct tl_findings findings;
};

static bool wants_color(const struct tl_options *options, FILE *stream)
{
    if (options->color == TL_COLOR_AUTO) {
        return isatty(fileno(stream)) == 1;
    }
    return options->color == TL_COLOR_ALWAYS;
}

/* The rules for a letter; NULL where some are broken and the others are not to be used alone. */
static const struct tl_rules *rules_for(struct run *run, const struct tl_letter *letter)
{
    pthread_mutex_lock(&run->set_mutex);
    const struct tl_rules *rules = tl_rule_set_rules(run->set, letter->language);
    if (!run->options->keep_going && !tl_rule_set_is_sound(run->set, letter->language)) {
        rules = NULL;
    }
    pthread_mutex_unlock(&run->set_mutex);
    return rules;
}

static bool has_own_rules(const struct tl_letter *letter, const struct tl_rules *rules)
{
    for (size_t i = 0; letter->language != NULL && i < rules->len; i++) {
        if (tl_str_equal(rules->items[i].language, letter->language->tag)) {
            return true;
        }
    }
    return false;
}

/* Runs those rules that are late, or are not; findings get the level that the user wants. */
static void rules_run(struct run *run, struct job *job, struct tl_engine *engine,
                      const struct tl_rules *rules, bool late)
{
    const struct tl_selection *selection = &run->options->selection;
    for (size_t i = 0; i < rules->len; i++) {
        const struct tl_rule *rule = &rules->items[i];
        if (tl_engine_is_late(rule) != late || !tl_selection_has(selection, rule)) {
            continue;
        }
        size_t first = job->findings.len;
        tl_engine_run(engine, rule, &job->findings);
        for (size_t k = first; k < job->findings.len; k++) {
            job->findings.items[k].level = tl_selection_level(selection, rule);
        }
    }
}

static void letter_lint(struct run *run, struct job *job, const struct tl_letter *letter)
{
    const struct tl_rules *rules = rules_for(run, letter);
    if (rules == NULL) {
        job->has_broken_rules = true;
        return;
    }
    job->has_own_rules |= has_own_rules(letter, rules);
    struct tl_engine *engine = tl_engine_new(
        job->message->arena, tl_matcher_new(job->message->arena), letter, run->options->without);
    engine->messages = tl_messages_language(
        run->options, letter->language == NULL ? TL_STR("") : letter->language->tag);
    rules_run(run, job, engine, rules, false);
    rules_run(run, job, engine, rules, true);
}

static void *message_next(void *context)
{
    struct run *run = context;
    return tl_inputs_next(&run->inputs);
}

static void *message_lint(void *context, void *item)
{
    struct run *run = context;
    const struct tl_message *message = item;
    struct job *job = tl_arena_alloc(message->arena, sizeof *job);
    job->message = message;
    if (message->source == NULL) {
        return job;
    }
    job->letters = tl_letters_read(message->arena, message->source, run->options,
                                   tl_rule_set_languages(run->set), run->language);
    for (size_t i = 0; i < job->letters.len; i++) {
        letter_lint(run, job, job->letters.items[i]);
    }
    tl_findings_sort(&job->findings); // what two letters share, as the subject, is there once
    return job;
}

/* Counts what is found, and leaves in the list what is to be printed. */
static void count(struct run *run, struct tl_findings *findings)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->len; i++) {
        enum tl_level level = findings->items[i].level;
        run->result.has_failures |= level >= run->options->fail_level;
        if (level >= run->options->min_level) {
            run->result.summary.n_by_level[level]++;
            findings->items[kept++] = findings->items[i];
        }
    }
    findings->len = kept;
    run->result.summary.n_files++;
}

/* Says when there is less to hold a message against than its sender would think. */
static void coverage_note(const struct run *run, const struct job *job)
{
    const struct tl_letter *letter = job->letters.items[0];
    if (run->options->quiet || letter->sentences.len == 0 || job->has_own_rules) {
        return;
    }
    struct tl_arena *arena = job->message->arena;
    const struct tl_language_doubt *doubt = &letter->doubt;
    struct tl_str why = TL_STR("the language is not known");
    struct tl_str remedy = TL_STR("; name it with --lang");
    if (letter->language != NULL) {
        why = tl_arena_format(arena, "there are no rules for %.*s",
                              TL_STR_ARG(letter->language->name));
        remedy = TL_STR("");
    } else if (doubt->declared.len > 0) {
        why = tl_arena_format(arena, "there are no rules for '%.*s', which the message declares",
                              TL_STR_ARG(doubt->declared));
        remedy = TL_STR("; if that is wrong, name its language with --lang");
    } else if (doubt->rivals[0] != NULL) {
        why =
            tl_arena_format(arena, "the language is not known: %.*s or %.*s",
                            TL_STR_ARG(doubt->rivals[0]->name), TL_STR_ARG(doubt->rivals[1]->name));
    }
    tl_print_note(job->message->source->path,
                  "%.*s, so only the checks that suit every language were made%.*s",
                  TL_STR_ARG(why), TL_STR_ARG(remedy));
}

static void job_report(struct run *run, struct job *job)
{
    const struct tl_letter *letter = job->letters.items[0];
    struct tl_report_file file = {
        .source = job->message->source,
        .language = letter->language == NULL ? TL_STR("") : letter->language->tag,
        .channel = tl_fact_value_name(TL_FACT_CHANNEL, letter->facts.value[TL_FACT_CHANNEL]),
        .is_reply = letter->facts.value[TL_FACT_ORIGIN] == TL_FACT_ORIGIN_REPLY,
        .findings = &job->findings,
    };
    coverage_note(run, job);
    count(run, &job->findings);
    run->reporter->file(&run->out, &file);
    run->out.n_files++;
}

/* Prints the errors of rule files that were read since the last time. */
static void rule_errors_print(struct run *run)
{
    pthread_mutex_lock(&run->set_mutex);
    const struct tl_errors *errors = tl_rule_set_errors(run->set);
    tl_print_errors(errors, run->n_errors_printed);
    run->result.has_trouble |= errors->len > run->n_errors_printed;
    run->n_errors_printed = errors->len;
    pthread_mutex_unlock(&run->set_mutex);
}

/* Says of which styles not all works; they are read with the rules of the first message. */
static void styles_print(struct run *run)
{
    const struct tl_styles *styles = tl_rule_set_styles(run->set);
    struct tl_arena *arena = tl_arena_new();
    pthread_mutex_lock(&run->set_mutex);
    for (; run->n_styles_printed < styles->len && !run->options->quiet; run->n_styles_printed++) {
        const struct tl_style *style = styles->items[run->n_styles_printed];
        if (tl_style_is_short(style)) {
            tl_print_note(style->name, "%s; see --list-rules", tl_style_summary(arena, style).data);
        }
    }
    pthread_mutex_unlock(&run->set_mutex);
    tl_arena_free(arena);
}

/* Said once a file: an mbox may have thousands of messages. */
static void not_linted(struct run *run, const struct job *job)
{
    run->result.has_trouble = true;
    if (run->file_not_linted == job->message->file + 1) {
        return;
    }
    struct tl_error err;
    tl_error_set(&err, tl_arena_copy(job->message->arena, job->message->source->path).data,
                 "not linted, because rules for it have errors; --keep-going lints it with the "
                 "others");
    tl_print_error(&err);
    run->file_not_linted = job->message->file + 1;
}

static void job_done(void *context, void *result)
{
    struct run *run = context;
    struct job *job = result;
    tl_progress_show(&run->progress, run->result.summary.n_files, job->message->file,
                     run->inputs.files.len);
    rule_errors_print(run);
    styles_print(run);
    if (job->message->source == NULL) {
        tl_print_error(&job->message->err);
        run->result.has_trouble = true;
    } else if (job->has_broken_rules) {
        not_linted(run, job);
    } else {
        job_report(run, job);
    }
    tl_arena_free(job->message->arena);
}

/* Finds the language and the inputs; what is wrong with them is said. */
static bool run_prepare(struct run *run, struct tl_arena *arena)
{
    struct tl_error err;
    struct tl_errors errors = {0};
    const struct tl_languages *languages = tl_rule_set_languages(run->set);
    if (!tl_letters_language("lang", run->options->lang, languages, &run->language, &err)) {
        tl_print_error(&err);
        run->result.has_trouble = true;
        return false;
    }
    run->inputs = tl_inputs_find(arena, run->options, &errors);
    tl_print_errors(&errors, 0);
    run->result.has_trouble |= errors.len > 0;
    return true;
}

static void inputs_lint(struct run *run)
{
    size_t jobs = run->options->jobs > 0 ? run->options->jobs : tl_pool_n_processors();
    if (run->reporter->begin != NULL) {
        run->reporter->begin(&run->out);
    }
    run->progress = tl_progress_begin(run->options->quiet);
    tl_pool_run(jobs, &(struct tl_pool_job){message_next, message_lint, job_done, run});
    tl_progress_end(&run->progress);
    if (run->reporter->end != NULL && !(run->options->quiet && run->reporter->is_end_optional)) {
        run->reporter->end(&run->out, &run->result.summary);
    }
}

struct tl_lint_result tl_lint_run(const struct tl_options *options, struct tl_rule_set *set,
                                  FILE *stream)
{
    struct tl_arena *arena = tl_arena_new();
    struct run run = {
        .options = options,
        .set = set,
        .set_mutex = PTHREAD_MUTEX_INITIALIZER,
        .n_errors_printed = tl_rule_set_errors(set)->len,
        .reporter = options->reporter,
        .out = {.stream = stream, .color = wants_color(options, stream)},
    };
    if (run.reporter == NULL) {
        run.reporter =
            tl_reporter_find(isatty(fileno(stream)) == 1 ? TL_STR("pretty") : TL_STR("gcc"));
    }
    if (run_prepare(&run, arena)) {
        inputs_lint(&run);
    }
    pthread_mutex_destroy(&run.set_mutex);
    tl_arena_free(arena);
    return run.result;
}
