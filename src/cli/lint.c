/* SPDX-License-Identifier: MIT */
#include "cli/lint.h"

#include "cli/pool.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/walk.h"
#include "rules/engine.h"

#include <pthread.h>
#include <unistd.h>

/* What stays the same over all inputs. */
struct run {
    const struct tl_options *options;
    struct tl_rule_set *set;
    pthread_mutex_t set_mutex; /* the set reads the rules of a language when they are asked for */
    size_t n_errors_printed;   /* of the set */
    const struct tl_language *language; /* that the user named; NULL: each message's own */
    const struct tl_reporter *reporter;
    struct tl_out out;
    struct tl_strs files;
    struct tl_progress progress;
    struct tl_lint_result result;
};

/* An input on its way: made in any thread, reported in order. */
struct job {
    struct tl_arena *arena;
    struct tl_source *source; /* NULL: it could not be read */
    struct tl_error err;      /* why */
    const struct tl_letter *letter;
    bool has_own_rules; /* there are rules for the language of the letter */
    struct tl_findings findings;
};

static bool wants_color(const struct tl_options *options, FILE *stream)
{
    if (options->color == TL_COLOR_AUTO) {
        return isatty(fileno(stream)) == 1;
    }
    return options->color == TL_COLOR_ALWAYS;
}

static const struct tl_rules *rules_for(struct run *run, const struct tl_letter *letter)
{
    pthread_mutex_lock(&run->set_mutex);
    const struct tl_rules *rules = tl_rule_set_rules(run->set, letter->language);
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

static void source_lint(struct run *run, struct job *job)
{
    struct tl_facts facts = run->options->facts;
    if (!facts.stated[TL_FACT_KIND] && tl_walk_is_template(job->source->path)) {
        facts.value[TL_FACT_KIND] = TL_FACT_KIND_TEMPLATE;
    }
    const struct tl_content *content = tl_content_read(job->arena, job->source);
    job->letter = tl_letter_build(job->arena, content, tl_rule_set_languages(run->set), &facts,
                                  run->language);
#ifndef NDEBUG
    tl_letter_check(job->letter, job->source->bytes.len);
#endif
    const struct tl_rules *rules = rules_for(run, job->letter);
    job->has_own_rules = has_own_rules(job->letter, rules);
    struct tl_matcher *matcher = tl_matcher_new(job->arena);
    for (size_t i = 0; i < rules->len; i++) {
        if (tl_selection_has(&run->options->selection, &rules->items[i])) {
            tl_engine_run(job->arena, matcher, job->letter, &rules->items[i], &job->findings);
        }
    }
    tl_findings_sort(&job->findings);
}

static void *job_work(void *context, size_t i)
{
    struct run *run = context;
    struct tl_str path = run->files.items[i];
    struct tl_arena *arena = tl_arena_new();
    struct job *job = tl_arena_alloc(arena, sizeof *job);
    bool is_stdin = tl_str_equal(path, TL_STR("-"));
    struct tl_str name = is_stdin ? run->options->stdin_name : path;
    job->arena = arena;
    job->source = tl_source_read(arena, is_stdin ? NULL : path.data, name, &job->err);
    if (job->source != NULL) {
        source_lint(run, job);
    } else {
        (void)snprintf(job->err.path, sizeof job->err.path, "%s", name.data);
    }
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
    const struct tl_letter *letter = job->letter;
    if (run->options->quiet || letter->sentences.len == 0 || job->has_own_rules) {
        return;
    }
    if (letter->language == NULL) {
        tl_print_note(job->source->path,
                      "the language is not known, so only the checks that suit every language "
                      "were made; name it with --lang");
    } else {
        tl_print_note(job->source->path,
                      "there are no rules for %.*s, so only the checks that suit every language "
                      "were made",
                      TL_STR_ARG(letter->language->name));
    }
}

static void job_report(struct run *run, struct job *job)
{
    const struct tl_letter *letter = job->letter;
    struct tl_report_file file = {
        .source = job->source,
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

static void job_done(void *context, size_t i, void *result)
{
    struct run *run = context;
    struct job *job = result;
    tl_progress_show(&run->progress, i, run->files.len);
    rule_errors_print(run);
    if (job->source != NULL) {
        job_report(run, job);
    } else {
        tl_print_error(&job->err);
        run->result.has_trouble = true;
    }
    tl_arena_free(job->arena);
}

/* The language of --lang; one that nobody knows is trouble. */
static bool language_find(struct run *run)
{
    struct tl_str lang = run->options->lang;
    if (lang.len == 0) {
        return true;
    }
    run->language = tl_language_find(tl_rule_set_languages(run->set), lang);
    if (run->language == NULL) {
        struct tl_error err;
        tl_error_set(&err, NULL, "--lang: there is no language '%.*s' among the rules",
                     TL_STR_ARG(lang));
        tl_print_error(&err);
    }
    return run->language != NULL;
}

/* The files that the inputs stand for; what could not be walked is said. */
static void files_find(struct run *run, struct tl_arena *arena)
{
    struct tl_errors errors = {0};
    for (size_t i = 0; i < run->options->inputs.len; i++) {
        tl_walk_add(arena, run->options->inputs.items[i], &run->files, &errors);
    }
    if (run->options->inputs.len == 0) {
        *TL_VEC_ADD(arena, &run->files) = TL_STR("-");
    }
    tl_print_errors(&errors, 0);
    run->result.has_trouble |= errors.len > 0;
}

static void files_lint(struct run *run)
{
    size_t jobs = run->options->jobs > 0 ? run->options->jobs : tl_pool_n_processors();
    if (run->reporter->begin != NULL) {
        run->reporter->begin(&run->out);
    }
    run->progress = tl_progress_begin(run->options->quiet);
    tl_pool_run(jobs, run->files.len, job_work, job_done, run);
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
    if (language_find(&run)) {
        files_find(&run, arena);
        files_lint(&run);
    } else {
        run.result.has_trouble = true;
    }
    pthread_mutex_destroy(&run.set_mutex);
    tl_arena_free(arena);
    return run.result;
}
