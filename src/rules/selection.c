/* SPDX-License-Identifier: MIT */
#include "rules/selection.h"

bool tl_selection_names(struct tl_str name, struct tl_str id)
{
    return tl_str_has_prefix(id, name) &&
           (id.len == name.len || (name.len > 0 && id.data[name.len] == '.'));
}

static const struct tl_str pack_prefix = {"pack:", 5};

bool tl_selection_is_pack(struct tl_str name)
{
    return tl_str_has_prefix(name, pack_prefix);
}

/* How closely a name means a rule: 0 not at all, as one of a pack less than as itself. */
static size_t closeness(struct tl_str name, const struct tl_rule *rule)
{
    if (tl_selection_is_pack(name)) {
        return tl_strs_has(&rule->packs, tl_str_slice(name, pack_prefix.len, name.len)) ? 1 : 0;
    }
    return tl_selection_names(name, rule->id) ? 1 + name.len : 0;
}

/* The most that a name of the list has. */
static size_t closest(const struct tl_strs *names, const struct tl_rule *rule)
{
    size_t most = 0;
    for (size_t i = 0; i < names->len; i++) {
        size_t found = closeness(names->items[i], rule);
        most = found > most ? found : most;
    }
    return most;
}

bool tl_selection_has(const struct tl_selection *selection, const struct tl_rule *rule)
{
    size_t only = closest(&selection->only, rule);
    size_t enabled = closest(&selection->enable, rule);
    size_t disabled = closest(&selection->disable, rule);
    if (disabled > 0 && disabled >= only && disabled >= enabled) {
        return false;
    }
    bool is_on = rule->enabled && rule->packs.len == 0;
    return selection->only.len > 0 ? only > 0 : is_on || enabled > 0;
}

enum tl_level tl_selection_level(const struct tl_selection *selection, const struct tl_rule *rule)
{
    size_t most = 1;
    enum tl_level level = rule->level;
    for (size_t i = 0; i < selection->levels.len; i++) {
        const struct tl_rule_level *given = &selection->levels.items[i];
        size_t found = closeness(given->id, rule);
        if (found >= most) {
            most = found;
            level = given->level;
        }
    }
    return level;
}
