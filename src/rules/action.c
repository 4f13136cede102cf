/* SPDX-License-Identifier: MIT */
#include "rules/action.h"

#include "base/limits.h"
#include "base/utf8.h"

/* Makes another text of one that was found; false where it cannot. */
typedef bool edit_fn(struct tl_engine *engine, const struct tl_rule_action *action,
                     struct tl_str found, struct tl_str *out);

enum what { ACTION_REPLACE, ACTION_REMOVE, ACTION_EDIT, ACTION_NONE };

struct tl_rule_action {
    enum what what;
    struct tl_strs params; /* of an edit: those after its name */
    edit_fn *edit;
    const struct tl_regex *regex; /* of the edit of that name */
    unsigned index;               /* of a split */
};

static const struct tl_key keys[] = {
    {"name", TL_KEY_CHOICE, "replace|remove|edit|suggest|convert", "What mends a finding"},
    {"params", TL_KEY_TEXTS, NULL, "The wordings, or how to edit"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* Adds a replacement: "$1" and "${1}" are groups, "$$" is a dollar sign. */
static void expand(struct tl_buf *out, struct tl_str text, struct tl_str found,
                   const struct tl_match *match)
{
    for (size_t at = 0; at < text.len; at++) {
        char c = text.data[at];
        char next = at + 1 < text.len ? text.data[at + 1] : '\0';
        if (c != '$' || next == '\0') {
            tl_buf_add_char(out, c);
            continue;
        }
        bool braced = next == '{';
        size_t begin = at + 1 + braced;
        size_t end = begin;
        while (end < text.len && (tl_char_is_alpha(text.data[end]) ||
                                  tl_char_is_digit(text.data[end]) || text.data[end] == '_')) {
            end++;
        }
        unsigned group = 0;
        bool is_group = tl_loader_number(tl_str_slice(text, begin, end), &group);
        if (is_group && group < TL_MATCH_GROUPS && match->group[group].begin != TL_NONE) {
            tl_buf_add(out,
                       tl_str_slice(found, match->group[group].begin, match->group[group].end));
        } else if (end == begin) {
            tl_buf_add_char(out, '$');
            end += next == '$';
        }
        at = end - !(braced && end < text.len && text.data[end] == '}');
    }
}

static bool edit_regex(struct tl_engine *engine, const struct tl_rule_action *action,
                       struct tl_str found, struct tl_str *out)
{
    struct tl_buf buf = tl_buf_in(engine->arena);
    struct tl_match match;
    size_t at = 0;
    for (size_t from = 0;
         from <= found.len && tl_engine_find(engine, action->regex, found, from, &match);
         from = match.next) {
        if (match.group[0].begin < at || buf.len > TL_MAX_SENTENCE_BYTES) {
            break;
        }
        tl_buf_add(&buf, tl_str_slice(found, at, match.group[0].begin));
        expand(&buf, action->params.items[1], found, &match);
        at = match.group[0].end;
    }
    tl_buf_add(&buf, tl_str_slice(found, at, found.len));
    *out = tl_buf_str(&buf);
    return true;
}

/* Whether the character at the start of `s` is one of the signs. */
static bool begins_with_sign(struct tl_str s, struct tl_str signs)
{
    uint32_t c;
    size_t n = tl_utf8_next(s, &c);
    return tl_str_find(signs, tl_str_slice(s, 0, n), 0) != TL_NONE;
}

static bool edit_trim_left(struct tl_engine *engine, const struct tl_rule_action *action,
                           struct tl_str found, struct tl_str *out)
{
    (void)engine;
    while (found.len > 0 && begins_with_sign(found, action->params.items[0])) {
        uint32_t c;
        found = tl_str_slice(found, tl_utf8_next(found, &c), found.len);
    }
    *out = found;
    return true;
}

static bool edit_trim_right(struct tl_engine *engine, const struct tl_rule_action *action,
                            struct tl_str found, struct tl_str *out)
{
    (void)engine;
    while (found.len > 0) {
        size_t last = found.len - 1;
        while (last > 0 && ((unsigned char)found.data[last] & 0xC0) == 0x80) {
            last--;
        }
        if (!begins_with_sign(tl_str_slice(found, last, found.len), action->params.items[0])) {
            break;
        }
        found.len = last;
    }
    *out = found;
    return true;
}

static bool edit_trim(struct tl_engine *engine, const struct tl_rule_action *action,
                      struct tl_str found, struct tl_str *out)
{
    return edit_trim_left(engine, action, found, out) && edit_trim_right(engine, action, *out, out);
}

static bool edit_split(struct tl_engine *engine, const struct tl_rule_action *action,
                       struct tl_str found, struct tl_str *out)
{
    struct tl_str separator = action->params.items[0];
    size_t begin = 0;
    (void)engine;
    for (unsigned i = 0; separator.len > 0; i++) {
        size_t end = tl_str_find(found, separator, begin);
        if (i == action->index) {
            *out = tl_str_slice(found, begin, end == TL_NONE ? found.len : end);
            return true;
        }
        if (end == TL_NONE) {
            break;
        }
        begin = end + separator.len;
    }
    return false;
}

static const struct {
    const char *name;
    size_t n_params;
    edit_fn *edit;
} edits[] = {
    {"regex", 2, edit_regex},         {"trim", 1, edit_trim},
    {"trim_left", 1, edit_trim_left}, {"trim_right", 1, edit_trim_right},
    {"truncate", 1, edit_split}, /* the first part */
    {"split", 2, edit_split},
};

enum { N_EDITS = sizeof edits / sizeof *edits };

static bool regex_load(struct tl_loader *loader, const struct tl_yaml *node,
                       struct tl_rule_action *action)
{
    struct tl_regex_error err;
    action->regex = tl_regex_compile(loader->arena, action->params.items[0], 0, &err);
    return action->regex != NULL ||
           tl_loader_fail(loader, node, "the pattern does not compile: %s", err.text);
}

/* Reads the params of an edit: its name, and what that takes. */
static bool edit_load(struct tl_loader *loader, const struct tl_yaml *node,
                      struct tl_rule_action *action)
{
    struct tl_strs names = {0};
    size_t i = 0;
    if (action->params.len == 0) {
        return tl_loader_fail(loader, node, "'params' must begin with the name of the edit");
    }
    struct tl_str name = action->params.items[0];
    for (; i < N_EDITS && !tl_str_equal(name, tl_str_of(edits[i].name)); i++) {
        *TL_VEC_ADD(loader->arena, &names) = tl_str_of(edits[i].name);
    }
    if (i == N_EDITS) {
        action->what = ACTION_NONE;
        tl_loader_warn(loader, node, "there is no edit '%.*s', so nothing is suggested",
                       TL_STR_ARG(name));
        return true;
    }
    action->params.items++;
    action->params.len--;
    action->edit = edits[i].edit;
    if (action->params.len != edits[i].n_params) {
        return tl_loader_fail(loader, node, "the edit '%s' takes %zu %s, not %zu", edits[i].name,
                              edits[i].n_params, edits[i].n_params == 1 ? "param" : "params",
                              action->params.len);
    }
    if (action->edit == edit_regex) {
        return regex_load(loader, node, action);
    }
    return edits[i].n_params == 1 || tl_loader_number(action->params.items[1], &action->index) ||
           tl_loader_fail(loader, node, "the index of a split must be a whole number");
}

/* Whether an action is one of ours; of the others Vale says nothing. */
static bool is_known(const struct tl_yaml *map)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_errors errors = {0};
    struct tl_loader scratch = {.arena = arena, .path = "", .errors = &errors};
    unsigned choice = 0;
    bool known = tl_keys_choice(&scratch, map, keys, "name", &choice);
    tl_arena_free(arena);
    return known;
}

bool tl_action_load(struct tl_loader *loader, const struct tl_yaml *map,
                    const struct tl_rule_action **action)
{
    static const enum what whats[] = {ACTION_REPLACE, ACTION_REMOVE, ACTION_EDIT, ACTION_NONE,
                                      ACTION_NONE};
    const struct tl_yaml *node = tl_loader_find(map, "action");
    const struct tl_key *tables[] = {keys};
    unsigned choice = 3;
    *action = NULL;
    if (node == NULL || node->kind != TL_YAML_MAP) {
        return true; /* another type has been said */
    }
    if (loader->is_style && !is_known(node)) {
        tl_loader_warn(loader, node, "there is no such action, so nothing is suggested");
        return true;
    }
    struct tl_rule_action *new = tl_arena_alloc(loader->arena, sizeof *new);
    if (!tl_keys_check(loader, node, tables, 1) ||
        !tl_keys_choice(loader, node, keys, "name", &choice) ||
        !tl_loader_strs(loader, node, "params", &new->params)) {
        return false;
    }
    new->what = whats[choice];
    if (new->what == ACTION_EDIT && !edit_load(loader, node, new)) {
        return false;
    }
    *action = new->what == ACTION_NONE ? NULL : new;
    return true;
}

void tl_action_suggest(struct tl_engine *engine, const struct tl_rule_action *action,
                       struct tl_str found, struct tl_said *said)
{
    struct tl_str text = TL_STR("");
    if (action->what == ACTION_EDIT &&
        (!action->edit(engine, action, found, &text) || tl_str_equal(text, found))) {
        return;
    }
    if (action->what == ACTION_REPLACE) {
        for (size_t i = 0; i < action->params.len; i++) {
            *TL_VEC_ADD(engine->arena, &said->suggestions) = action->params.items[i];
        }
        if (said->n_args == 1 && action->params.len > 0) {
            said->args[said->n_args++] = tl_engine_listed(engine, &action->params, false);
        }
        return;
    }
    *TL_VEC_ADD(engine->arena, &said->suggestions) = text; /* to remove it is to write nothing */
}

const struct tl_key *tl_action_keys(void)
{
    return keys;
}
