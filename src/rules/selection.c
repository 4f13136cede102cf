/* SPDX-License-Identifier: MIT */
#include "rules/selection.h"

bool tl_selection_names(struct tl_str name, struct tl_str id)
{
    return tl_str_has_prefix(id, name) &&
           (id.len == name.len || (name.len > 0 && id.data[name.len] == '.'));
}

/* The length of the longest name of the list that a rule has; 0: none. */
static size_t longest(const struct tl_strs *names, struct tl_str id)
{
    size_t most = 0;
    for (size_t i = 0; i < names->len; i++) {
        struct tl_str name = names->items[i];
        most = name.len > most && tl_selection_names(name, id) ? name.len : most;
    }
    return most;
}

bool tl_selection_has(const struct tl_selection *selection, const struct tl_rule *rule)
{
    size_t only = longest(&selection->only, rule->id);
    size_t enabled = longest(&selection->enable, rule->id);
    size_t disabled = longest(&selection->disable, rule->id);
    if (disabled > 0 && disabled >= only && disabled >= enabled) {
        return false;
    }
    return selection->only.len > 0 ? only > 0 : rule->enabled || enabled > 0;
}

enum tl_level tl_selection_level(const struct tl_selection *selection, const struct tl_rule *rule)
{
    size_t most = 0;
    enum tl_level level = rule->level;
    for (size_t i = 0; i < selection->levels.len; i++) {
        const struct tl_rule_level *given = &selection->levels.items[i];
        if (given->id.len >= most && tl_selection_names(given->id, rule->id)) {
            most = given->id.len;
            level = given->level;
        }
    }
    return level;
}
