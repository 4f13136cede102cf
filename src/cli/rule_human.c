/*
 * Rules for people: a table of all, or all about one.
 * SPDX-License-Identifier: MIT
 */
#include "base/utf8.h"
#include "cli/rule_view.h"
#include "report/safe.h"
#include "rules/loader.h"

enum {
    SHOWN_EXAMPLES = 6,
    N_COLUMNS = 8,
    WIDEST_COLUMN = 40,
    WIDTH = 100, /* of a pattern, where it has places to break */
};

static struct tl_str joined(struct tl_arena *arena, const struct tl_strs *texts, const char *sign)
{
    struct tl_buf out = tl_buf_in(arena);
    for (size_t i = 0; i < texts->len; i++) {
        tl_buf_add(&out, tl_str_of(i > 0 ? sign : ""));
        tl_buf_add(&out, texts->items[i]);
    }
    return tl_buf_str(&out);
}

/* A cell of the table that fits its column. */
static struct tl_str cut(struct tl_arena *arena, struct tl_str text)
{
    size_t end = text.len;
    if (tl_safe_columns(text) <= WIDEST_COLUMN) {
        return text;
    }
    while (end > 0 && tl_safe_columns(tl_str_slice(text, 0, end)) >= WIDEST_COLUMN) {
        end = tl_utf8_before(text, end);
    }
    return tl_arena_format(arena, "%.*s…", TL_STR_ARG(tl_str_slice(text, 0, end)));
}

struct row {
    struct tl_str cells[N_COLUMNS];
};

static void row_print(FILE *stream, const struct row *row, const size_t *widths)
{
    for (size_t i = 0; i < N_COLUMNS; i++) {
        size_t columns = tl_safe_columns(row->cells[i]);
        size_t gap = columns < widths[i] ? widths[i] - columns : 0;
        tl_safe_print(stream, row->cells[i]);
        fprintf(stream, "%*s", i + 1 < N_COLUMNS ? (int)gap + 1 : 0, "");
    }
    fputc('\n', stream);
}

static void list_print(FILE *stream, const struct tl_rule_view *views, size_t n)
{
    struct tl_arena *arena = tl_arena_new();
    struct row *rows = tl_arena_alloc(arena, (n + 1) * sizeof *rows);
    size_t widths[N_COLUMNS] = {0};
    rows[0] = (struct row){{TL_STR("ID"), TL_STR("LEVEL"), TL_STR("LANG"), TL_STR("KIND"),
                            TL_STR("SCOPE"), TL_STR("RUNS"), TL_STR("PACKS"), TL_STR("FILE")}};
    for (size_t i = 0; i < n; i++) {
        const struct tl_rule_view *view = &views[i];
        rows[i + 1] = (struct row){{
            view->rule->id,
            tl_str_of(tl_level_name(view->level)),
            view->rule->language,
            cut(arena, joined(arena, &view->kinds, ", ")),
            cut(arena, joined(arena, &view->scopes, ", ")),
            view->is_on ? TL_STR("on") : TL_STR("off"),
            view->rule->packs.len > 0 ? joined(arena, &view->rule->packs, ",") : TL_STR("-"),
            tl_str_of(view->rule->path),
        }};
    }
    for (size_t i = 0; i < (n + 1) * N_COLUMNS; i++) {
        size_t columns = tl_safe_columns(rows[i / N_COLUMNS].cells[i % N_COLUMNS]);
        columns = columns > WIDEST_COLUMN ? WIDEST_COLUMN : columns;
        widths[i % N_COLUMNS] = columns > widths[i % N_COLUMNS] ? columns : widths[i % N_COLUMNS];
    }
    for (size_t i = 0; i <= n; i++) {
        row_print(stream, &rows[i], widths);
    }
    tl_arena_free(arena);
}

/* Text of several lines, each after two spaces. */
static void text_print(FILE *stream, struct tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = tl_str_find_char(text, '\n', at);
        end = end == TL_NONE ? text.len : end;
        fputs(end > at ? "  " : "", stream);
        tl_safe_print(stream, tl_str_slice(text, at, end));
        fputc('\n', stream);
        at = end + 1;
    }
}

static void block_print(FILE *stream, const char *title, struct tl_str text)
{
    if (text.len > 0) {
        fprintf(stream, "\n%s\n", title);
        text_print(stream, text);
    }
}

/* The first few sentences among the examples; whole messages are for the file itself. */
static void examples_print(FILE *stream, const struct tl_rule *rule, const char *key,
                           const char *title)
{
    const struct tl_yaml *list = tl_loader_find(rule->examples, key);
    const struct tl_yaml *item = list == NULL || list->kind != TL_YAML_LIST ? NULL : list->first;
    size_t n = 0;
    for (; item != NULL && n < SHOWN_EXAMPLES; item = item->next) {
        bool is_sentence = item->kind == TL_YAML_SCALAR &&
                           tl_str_find_char(tl_str_trim(item->text), '\n', 0) == TL_NONE;
        if (is_sentence) {
            fputs(n++ == 0 ? title : "", stream);
            text_print(stream, tl_str_trim(item->text));
        }
    }
}

/* Where a pattern stands, to tell which "|" divides what. */
struct place {
    unsigned depth; /* of groups */
    bool in_class;
};

/* Passes over one sign of a pattern; returns its bytes. */
static size_t sign_pass(struct place *place, struct tl_str rest)
{
    uint32_t c;
    if (rest.data[0] == '\\' && rest.len > 1) {
        return 1 + tl_utf8_next(tl_str_slice(rest, 1, rest.len), &c);
    }
    size_t n = tl_utf8_next(rest, &c);
    if (c == '[' || c == ']') {
        place->in_class = c == '[';
    } else if (!place->in_class && c == '(') {
        place->depth++;
    } else if (!place->in_class && c == ')' && place->depth > 0) {
        place->depth--;
    }
    return n;
}

/* The place at which a line of a pattern ends best: before an alternative of the whole or of the
 * group around it, else before any. */
static size_t line_end(struct tl_str pattern, size_t begin, struct place *place)
{
    struct place at_outer = *place;
    struct place at_any = *place;
    size_t outer = begin;
    size_t any = begin;
    for (size_t at = begin; at < pattern.len;) {
        if (at - begin > WIDTH && any > begin) {
            *place = outer > begin ? at_outer : at_any;
            return outer > begin ? outer : any;
        }
        if (pattern.data[at] == '|' && !place->in_class && at > begin) {
            any = at;
            at_any = *place;
            outer = place->depth <= 1 ? at : outer;
            at_outer = place->depth <= 1 ? *place : at_outer;
        }
        at += sign_pass(place, tl_str_slice(pattern, at, pattern.len));
    }
    return pattern.len;
}

/* A pattern over several lines, each after four spaces, or six inside an alternative. */
static void pattern_print(FILE *stream, struct tl_str pattern)
{
    struct place place = {0};
    for (size_t begin = 0; begin < pattern.len;) {
        bool is_inside = place.depth > 1;
        size_t end = line_end(pattern, begin, &place);
        fputs(is_inside ? "      " : "    ", stream);
        tl_safe_print(stream, tl_str_slice(pattern, begin, end));
        fputc('\n', stream);
        begin = end;
    }
}

static void key_print(FILE *stream, const struct tl_key_view *key)
{
    fputs("  ", stream);
    tl_safe_print(stream, key->name);
    if (key->value.len > 0) {
        fputs(": ", stream);
        tl_safe_print(stream, key->value);
    }
    fprintf(stream, "%s%s\n", key->meaning == NULL ? "" : "  -- ",
            key->meaning == NULL ? "" : key->meaning);
    if (key->pattern.len > 0) {
        pattern_print(stream, key->pattern);
    }
}

static void check_print(FILE *stream, const struct tl_check_view *check, size_t number)
{
    if (number > 0) {
        fprintf(stream, "\nCheck %zu: ", number);
    } else {
        fputs("\nCheck: ", stream);
    }
    tl_safe_print(stream, check->kind);
    fputs(" in ", stream);
    tl_safe_print(stream, check->scope);
    fputc('\n', stream);
    if (check->message.len > 0) {
        fputs("  message: ", stream);
        tl_safe_print(stream, check->message);
        fputc('\n', stream);
    }
    for (size_t i = 0; i < check->keys.len; i++) {
        key_print(stream, &check->keys.items[i]);
    }
}

static void packs_print(FILE *stream, const struct tl_strs *packs)
{
    for (size_t i = 0; i < packs->len; i++) {
        fputs(i == 0 ? (packs->len > 1 ? "\nPacks\n  " : "\nPack\n  ") : ", ", stream);
        tl_safe_print(stream, packs->items[i]);
    }
    fputs(packs->len > 0 ? "\n" : "", stream);
}

static void rule_print(FILE *stream, const struct tl_rule_view *view)
{
    const struct tl_rule *rule = view->rule;
    tl_safe_print(stream, rule->id);
    fprintf(stream, " (%s, ", tl_level_name(view->level));
    tl_safe_print(stream, rule->language);
    fprintf(stream, "%s)\n", view->is_on ? "" : ", off");
    packs_print(stream, &rule->packs);
    block_print(stream, "Message", view->message);
    block_print(stream, "About", rule->description);
    block_print(stream, "Why", view->why);
    for (size_t i = 0; i < rule->suggestions.len; i++) {
        fputs(i == 0 ? "\nWrite instead\n" : "", stream);
        text_print(stream, rule->suggestions.items[i]);
    }
    examples_print(stream, rule, "flags", "\nFlagged, at [[…]]\n");
    examples_print(stream, rule, "passes", "\nPasses\n");
    block_print(stream, "Guideline", rule->guideline);
    block_print(stream, "Link", rule->link);
    block_print(stream, "File", tl_str_of(rule->path));
    for (size_t i = 0; i < view->checks.len; i++) {
        check_print(stream, &view->checks.items[i], view->checks.len > 1 ? i + 1 : 0);
    }
    for (size_t i = 0; i < view->classes.len; i++) {
        fputs(i == 0 ? "\nWord classes\n  " : "  ", stream);
        tl_safe_print(stream, view->classes.items[i].name);
        fputc('\n', stream);
        pattern_print(stream, view->classes.items[i].pattern);
    }
}

static void explain_print(FILE *stream, const struct tl_rule_view *views, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        fputs(i > 0 ? "\n\n" : "", stream);
        rule_print(stream, &views[i]);
    }
}

const struct tl_rule_form tl_rule_form_human = {list_print, explain_print};
