/* SPDX-License-Identifier: MIT */
#include "rules/calendar_file.h"

#include "base/utf8.h"
#include "rules/pattern.h"

enum { FARTHEST_RELATIVE = 31 }; /* days */

static const struct tl_key keys[] = {
    {"weekdays", TL_KEY_TEXTS, NULL, "Seven texts from Monday, each the forms of a weekday"},
    {"months", TL_KEY_TEXTS, NULL, "Twelve texts from January, each the forms of a month"},
    {"relative", TL_KEY_MAP, NULL, "Words for days, with the days from today: tomorrow: 1"},
    {"forms", TL_KEY_PATTERNS, NULL, "How dates are written, with {day}, {month} and the like"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* The parts of a form, and the patterns of those that are no words. */
static const struct {
    const char *name;
    const char *pattern;
} slots[TL_SLOT_COUNT] = {
    [TL_SLOT_WEEKDAY] = {"weekday", NULL},
    [TL_SLOT_DAY] = {"day", "0?[1-9]|[12]\\d|3\\d"},
    [TL_SLOT_MONTH] = {"month", NULL},
    [TL_SLOT_MM] = {"mm", "0?[1-9]|1[0-2]"},
    [TL_SLOT_DM] = {"dm", "0?[1-9]|[12]\\d|3[01]"},
    [TL_SLOT_YEAR] = {"year", "(?:19|20)\\d\\d"},
    [TL_SLOT_YY] = {"yy", "\\d\\d"},
    [TL_SLOT_RELATIVE] = {"relative", NULL},
};

const struct tl_key *tl_calendar_keys(void)
{
    return keys;
}

/* The words of a text, which white space divides. */
static struct tl_strs words_of(struct tl_arena *arena, struct tl_str text)
{
    struct tl_strs words = {0};
    for (size_t at = 0; at < text.len; at++) {
        size_t begin = at;
        while (at < text.len && !tl_char_is_space(text.data[at])) {
            at++;
        }
        if (at > begin) {
            *TL_VEC_ADD(arena, &words) = tl_str_slice(text, begin, at);
        }
    }
    return words;
}

static bool names_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                       struct tl_strs *names, size_t n_names)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    struct tl_strs texts = {0};
    if (node == NULL || !tl_loader_strs(loader, map, key, &texts)) {
        return node == NULL;
    }
    if (texts.len != n_names) {
        return tl_loader_fail(loader, node, "'%s' must be %zu texts, not %zu", key, n_names,
                              texts.len);
    }
    for (size_t i = 0; i < n_names; i++) {
        names[i] = words_of(loader->arena, texts.items[i]);
    }
    return true;
}

static bool relatives_load(struct tl_loader *loader, const struct tl_yaml *map,
                           struct tl_relative_days *relatives)
{
    const struct tl_yaml *node = tl_loader_find(map, "relative");
    const struct tl_yaml *member = node == NULL ? NULL : node->first;
    for (; member != NULL; member = member->next) {
        bool is_scalar = member->kind == TL_YAML_SCALAR;
        bool is_past = is_scalar && tl_str_has_prefix(member->text, TL_STR("-"));
        struct tl_str digits =
            is_scalar ? tl_str_slice(member->text, is_past ? 1 : 0, member->text.len) : TL_STR("");
        unsigned days;
        if (!tl_loader_number(digits, &days) || days > FARTHEST_RELATIVE) {
            return tl_loader_fail(loader, member,
                                  "a relative day must be a number of days from "
                                  "-%d to %d",
                                  FARTHEST_RELATIVE, FARTHEST_RELATIVE);
        }
        *TL_VEC_ADD(loader->arena, relatives) =
            (struct tl_relative_day){member->key->text, is_past ? -(int)days : (int)days};
    }
    return true;
}

/* A word as a pattern: one that begins with a capital must do so in the text. */
static void word_add(struct tl_buf *out, struct tl_str word)
{
    uint32_t first;
    bool is_name = tl_utf8_next(word, &first) > 0 && tl_char_is_upper(first);
    tl_buf_add(out, out->len > 0 ? TL_STR("|") : TL_STR(""));
    for (unsigned form = 0; form < (is_name ? 2U : 1U); form++) {
        tl_buf_add(out, !is_name ? TL_STR("") : form == 0 ? TL_STR("(?-i:") : TL_STR("|"));
        for (size_t at = 0; at < word.len;) {
            uint32_t c;
            at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
            bool is_word = c >= 0x80 || tl_char_is_letter(c) || tl_char_is_number(c) || c == ' ';
            tl_buf_add(out, is_word ? TL_STR("") : TL_STR("\\"));
            tl_buf_add_code_point(out, form == 1 ? tl_char_upper(c) : c);
        }
    }
    tl_buf_add(out, is_name ? TL_STR(")") : TL_STR(""));
}

static struct tl_str slot_pattern(struct tl_arena *arena, const struct tl_calendar *calendar,
                                  enum tl_date_slot slot)
{
    struct tl_buf out = tl_buf_in(arena);
    size_t n_names = slot == TL_SLOT_WEEKDAY ? TL_WEEKDAYS : slot == TL_SLOT_MONTH ? TL_MONTHS : 0;
    const struct tl_strs *names = slot == TL_SLOT_WEEKDAY ? calendar->weekdays : calendar->months;
    for (size_t i = 0; i < n_names; i++) {
        for (size_t k = 0; k < names[i].len; k++) {
            word_add(&out, names[i].items[k]);
        }
    }
    for (size_t i = 0; slot == TL_SLOT_RELATIVE && i < calendar->relatives.len; i++) {
        word_add(&out, calendar->relatives.items[i].words);
    }
    if (slots[slot].pattern != NULL) {
        return tl_arena_format(arena, "(%s)", slots[slot].pattern);
    }
    /* the full stop of an abbreviation, not that of the sentence */
    return tl_arena_format(arena, "(%s)\\b(?:\\.(?=[ ,]*[\\d(]|[),]))?",
                           out.len > 0 ? tl_buf_str(&out).data : "(?!)");
}

static bool slot_find(struct tl_str name, enum tl_date_slot *slot)
{
    for (int i = 0; i < TL_SLOT_COUNT; i++) {
        if (tl_str_equal(name, tl_str_of(slots[i].name))) {
            *slot = (enum tl_date_slot)i;
            return true;
        }
    }
    return false;
}

/* What the parts of a calendar's forms stand for; "" until a form has such a part. */
struct slot_patterns {
    const struct tl_calendar *calendar;
    struct tl_str of[TL_SLOT_COUNT];
};

/* Adds what {name} stands for. */
static bool slot_add(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str name,
                     struct slot_patterns *patterns, struct tl_date_form *form, struct tl_buf *out)
{
    enum tl_date_slot slot;
    if (!slot_find(name, &slot)) {
        struct tl_strs known = {0};
        for (int i = 0; i < TL_SLOT_COUNT; i++) {
            *TL_VEC_ADD(loader->arena, &known) = tl_str_of(slots[i].name);
        }
        return tl_loader_fail_unknown(loader, node, "part of a date", name, &known);
    }
    if (form->n_slots == TL_MAX_DATE_SLOTS) {
        return tl_loader_fail(loader, node, "a form of dates has at most %d parts",
                              TL_MAX_DATE_SLOTS);
    }
    form->slots[form->n_slots++] = slot;
    if (patterns->of[slot].len == 0) {
        patterns->of[slot] = slot_pattern(loader->arena, patterns->calendar, slot);
    }
    tl_buf_add(out, patterns->of[slot]);
    return true;
}

/* Whether the "(" at `at` begins a group that captures, which would shift the parts. */
static bool is_capturing(struct tl_str text, size_t at)
{
    struct tl_str rest = tl_str_slice(text, at, text.len);
    bool is_escaped = at > 0 && text.data[at - 1] == '\\';
    if (is_escaped || tl_str_has_prefix(rest, TL_STR("(*"))) {
        return false;
    }
    return !tl_str_has_prefix(rest, TL_STR("(?")) || tl_str_has_prefix(rest, TL_STR("(?P<")) ||
           tl_str_has_prefix(rest, TL_STR("(?'")) ||
           (tl_str_has_prefix(rest, TL_STR("(?<")) && !tl_str_has_prefix(rest, TL_STR("(?<=")) &&
            !tl_str_has_prefix(rest, TL_STR("(?<!")));
}

/* Reads a form: a pattern with {day} and the like in it. */
static bool form_load(struct tl_loader *loader, const struct tl_yaml *node,
                      struct tl_calendar *calendar, struct slot_patterns *patterns)
{
    struct tl_str text = {0};
    if (!tl_pattern_text(loader, node, &text)) {
        return false;
    }
    if (calendar->forms.len == TL_MAX_DATE_FORMS) {
        return tl_loader_fail(loader, node, "there can be %d forms of dates", TL_MAX_DATE_FORMS);
    }
    struct tl_date_form form = {.n_slots = 0};
    struct tl_buf out = tl_buf_in(loader->arena);
    for (size_t at = 0; at < text.len; at++) {
        char c = text.data[at];
        if (c == '(' && is_capturing(text, at)) {
            return tl_loader_fail(loader, node,
                                  "a form of dates captures nothing: write '(?:' for "
                                  "a group and '\\(' for a bracket");
        }
        if (c != '{' || at + 1 == text.len || !tl_char_is_alpha(text.data[at + 1])) {
            tl_buf_add_char(&out, c);
            continue;
        }
        size_t end = tl_str_find_char(text, '}', at);
        end = end == TL_NONE ? text.len : end;
        if (!slot_add(loader, node, tl_str_slice(text, at + 1, end), patterns, &form, &out)) {
            return false;
        }
        at = end;
    }
    struct tl_str pattern = tl_arena_format(
        loader->arena, "(?<![\\w/-]|\\d[.,:])(?:%s)(?![\\w/-]|[.,:]\\d)", tl_buf_str(&out).data);
    const struct tl_strs texts = {&pattern, 1, 1};
    if (!tl_pattern_alternatives(loader, node, &texts, TL_PATTERN_NONWORD, &form.regex)) {
        return false;
    }
    *TL_VEC_ADD(loader->arena, &calendar->forms) = form;
    return true;
}

bool tl_calendar_load(struct tl_loader *loader, const struct tl_yaml *node,
                      struct tl_calendar *calendar)
{
    if (node == NULL) {
        return true;
    }
    const struct tl_key *tables[] = {keys};
    if (node->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "'dates' must be a map");
    }
    if (!tl_keys_check(loader, node, tables, 1) ||
        !names_load(loader, node, "weekdays", calendar->weekdays, TL_WEEKDAYS) ||
        !names_load(loader, node, "months", calendar->months, TL_MONTHS) ||
        !relatives_load(loader, node, &calendar->relatives)) {
        return false;
    }
    const struct tl_yaml *forms = tl_loader_find(node, "forms");
    bool good = true;
    struct slot_patterns patterns = {.calendar = calendar};
    const struct tl_yaml *item = tl_yaml_first(forms);
    for (; item != NULL; item = tl_yaml_next(forms, item)) {
        good &= form_load(loader, item, calendar, &patterns);
    }
    return good;
}
