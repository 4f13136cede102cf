/* SPDX-License-Identifier: MIT */
#include "rules/pattern_parts.h"

#include "base/limits.h"
#include "base/regex_token.h"
#include "rules/prefilter.h"

/*
 * Alternatives are made to parts of about that many bytes, so that only those that occur in a
 * letter are compiled for it.
 */
enum { PART_BYTES = 256 };

/* More regexes are not searched for one of the same text. */
enum { MAX_KNOWN = 64 };

/* Whether a pattern names word classes. */
static bool calls(struct tl_str pattern)
{
    return tl_str_find(pattern, TL_STR("(?&"), 0) != TL_NONE;
}

static struct tl_str define(const void *classes, struct tl_arena *arena, struct tl_str pattern)
{
    struct tl_str definitions = TL_STR("");
    struct tl_str why;
    size_t offset;
    (void)tl_classes_define(arena, classes, pattern, &definitions, &offset, &why);
    return definitions;
}

/* Puts alternatives together to a part; the word classes that they name are known to be there. */
static struct tl_regex_part part_of(const struct tl_loader *loader, const struct tl_strs *texts,
                                    struct tl_pattern_frame frame)
{
    struct tl_buf out = tl_buf_in(loader->arena);
    tl_buf_add(&out, frame.before);
    for (size_t i = 0; i < texts->len; i++) {
        tl_buf_add(&out, i > 0 ? TL_STR("|") : TL_STR(""));
        tl_buf_add(&out, texts->items[i]);
    }
    tl_buf_add(&out, frame.after);
    struct tl_regex_part part = {
        .pattern = tl_buf_str(&out),
        .flags = TL_REGEX_MULTILINE | (loader->ignorecase ? TL_REGEX_NOCASE : 0U),
    };
    if (calls(part.pattern)) {
        part.definer = (struct tl_regex_definer){define, loader->classes};
    }
    return part;
}

/* What is known of a pattern that is looked for as one, or NULL. */
static const struct tl_regex *known_find(const struct tl_known_regexes *regexes,
                                         const struct tl_regex_part *part)
{
    for (size_t i = 0; i < regexes->len; i++) {
        const struct tl_known_regex *known = &regexes->items[i];
        if (known->flags == part->flags && tl_str_equal(known->pattern, part->pattern)) {
            return known->regex;
        }
    }
    return NULL;
}

const struct tl_regex *tl_pattern_whole(const struct tl_loader *loader, const struct tl_strs *texts,
                                        struct tl_pattern_frame frame)
{
    struct tl_regex_part part = part_of(loader, texts, frame);
    if (loader->prefilter == NULL) {
        return tl_regex_new_parts(loader->arena, &part, 1);
    }
    /* what word classes define is long: it is compiled once */
    bool is_shared = part.definer.define != NULL && loader->known != NULL;
    const struct tl_regex *regex = is_shared ? known_find(&loader->known->regexes, &part) : NULL;
    if (regex != NULL) {
        return regex;
    }
    struct tl_literal_pattern is;
    tl_prefilter_read(loader->prefilter, part.pattern, &is);
    part.mark =
        tl_prefilter_add(loader->prefilter, (const struct tl_literal_need *[]){&is.value.need}, 1);
    regex = tl_regex_new_parts(loader->arena, &part, 1);
    if (is_shared && loader->known->regexes.len < MAX_KNOWN) {
        *TL_VEC_ADD(loader->arena, &loader->known->regexes) =
            (struct tl_known_regex){part.pattern, part.flags, regex};
    }
    return regex;
}

TL_VEC(parts, struct tl_regex_part);

/* Alternatives on their way to the parts of a regex. */
struct assembly {
    const struct tl_loader *loader;
    struct tl_pattern_frame frame;
    struct parts parts;
    unsigned n_groups;
};

static bool parts_add(struct assembly *assembly, const struct tl_strs *texts, unsigned depth);

/* Passes over what only looks around; `token` is what comes after it. */
static bool looks_pass(struct tl_token_reader *reader, struct tl_token *token)
{
    unsigned depth = 0;
    while (tl_token_next(reader, token)) {
        bool looks = token->kind == TL_TOKEN_OPEN &&
                     (token->group == TL_GROUP_AHEAD || token->group == TL_GROUP_BEHIND);
        bool is_odd = token->sets_flags || token->is_reference || token->kind == TL_TOKEN_OTHER ||
                      (token->kind == TL_TOKEN_OPEN && token->group == TL_GROUP_CAPTURE);
        if (is_odd || (depth == 0 && !looks && token->kind != TL_TOKEN_EMPTY)) {
            return !is_odd;
        }
        depth += token->kind == TL_TOKEN_OPEN;
        depth -= token->kind == TL_TOKEN_CLOSE;
    }
    token->kind = TL_TOKEN_OTHER;
    return depth == 0;
}

/* An alternative that is a class, with what it looks at around it. */
struct framed_class {
    const struct tl_class *class; /* NULL: it is something else, or the class is short */
    struct tl_str before;
    struct tl_str after;
};

static struct framed_class long_class(const struct tl_loader *loader, struct tl_str text)
{
    struct framed_class none = {.class = NULL};
    struct tl_token_reader reader = tl_token_read(text);
    struct tl_token call;
    struct tl_token end;
    bool may_be = text.len > 0 && (text.data[0] == '(' || text.data[0] == '\\') && calls(text) &&
                  tl_str_find(text, TL_STR("\\K"), 0) == TL_NONE;
    if (!may_be || !looks_pass(&reader, &call) || call.kind != TL_TOKEN_CALL ||
        !looks_pass(&reader, &end) || end.kind != TL_TOKEN_OTHER) {
        return none;
    }
    size_t i = tl_classes_find(loader->classes, call.name);
    const struct tl_class *class = i == TL_NONE ? NULL : &loader->classes->items[i];
    if (class == NULL || class->items.len == 0 ||
        (class->pattern.len <= PART_BYTES && class->is_leaf)) {
        return none;
    }
    return (struct framed_class){class, tl_str_slice(text, 0, call.begin),
                                 tl_str_slice(text, call.end, text.len)};
}

/* The same frame with what an alternative has around its class. */
static struct tl_pattern_frame frame_around(struct tl_arena *arena, struct tl_pattern_frame frame,
                                            const struct framed_class *framed)
{
    if (framed->before.len == 0 && framed->after.len == 0) {
        return frame;
    }
    return (struct tl_pattern_frame){
        tl_arena_format(arena, "%.*s%.*s(?:", TL_STR_ARG(frame.before), TL_STR_ARG(framed->before)),
        tl_arena_format(arena, ")%.*s%.*s", TL_STR_ARG(framed->after), TL_STR_ARG(frame.after)),
    };
}

/* The alternatives of a class as parts, the same for all regexes. */
static struct tl_known_class class_parts(const struct assembly *assembly,
                                         const struct framed_class *framed, unsigned depth)
{
    const struct tl_loader *loader = assembly->loader;
    const struct tl_known_classes *all = &loader->known->classes;
    const struct tl_class *class = framed->class;
    struct tl_pattern_frame frame = frame_around(loader->arena, assembly->frame, framed);
    struct tl_known_class known = {
        .class = class,
        .before = frame.before,
        .after = frame.after,
        .flags = loader->ignorecase,
    };
    for (size_t i = 0; i < all->len; i++) {
        const struct tl_known_class *other = &all->items[i];
        if (other->class == class && other->flags == known.flags &&
            tl_str_equal(other->before, known.before) && tl_str_equal(other->after, known.after)) {
            return *other;
        }
    }
    struct assembly own = {.loader = loader, .frame = frame};
    /* \K would change which match is the leftmost */
    if (tl_str_find(class->pattern, TL_STR("\\K"), 0) == TL_NONE &&
        parts_add(&own, &class->items, depth + 1)) {
        for (size_t i = 0; i < own.parts.len; i++) {
            struct tl_regex_part *part = &own.parts.items[i];
            if (part->shared == NULL) {
                part->shared = tl_regex_new_parts(loader->arena, part, 1);
            }
        }
        known.parts = own.parts.items;
        known.n_parts = own.parts.len;
    }
    *TL_VEC_ADD(loader->arena, &loader->known->classes) = known;
    return known;
}

/* An alternative, and what is known of it. */
struct alternative {
    struct tl_str text;
    struct tl_literal_pattern is;
    struct tl_known_class class; /* that it names; without parts where it is a text like others */
};

/* Reads an alternative; false where it cannot be looked for alone. */
static bool alternative_read(const struct assembly *assembly, struct tl_str text, unsigned depth,
                             struct alternative *alternative)
{
    const struct tl_loader *loader = assembly->loader;
    const struct framed_class framed = long_class(loader, text);
    alternative->text = text;
    if (framed.class != NULL && loader->known != NULL && depth < TL_MAX_CLASS_DEPTH) {
        alternative->class = class_parts(assembly, &framed, depth);
    }
    if (alternative->class.n_parts > 0) {
        return true;
    }
    tl_prefilter_read(loader->prefilter, text, &alternative->is);
    /* the groups of a class are none of the pattern that names it */
    return alternative->is.stands_alone && (depth == 0 || alternative->is.n_groups == 0);
}

/* Alternatives that become one part. */
struct pending {
    struct tl_strs texts;
    const struct tl_literal_need **needs;
    unsigned n_groups;
    size_t bytes;
    bool is_known; /* what they need */
};

static void pending_end(struct assembly *assembly, struct pending *pending)
{
    const struct tl_loader *loader = assembly->loader;
    if (pending->texts.len == 0) {
        return;
    }
    struct tl_regex_part part = part_of(loader, &pending->texts, assembly->frame);
    part.first_group = assembly->n_groups;
    part.mark = tl_prefilter_add(loader->prefilter, pending->needs, pending->texts.len);
    *TL_VEC_ADD(loader->arena, &assembly->parts) = part;
    assembly->n_groups += pending->n_groups;
    pending->texts.len = 0;
    pending->n_groups = 0;
    pending->bytes = 0;
}

static void pending_add(struct assembly *assembly, struct pending *pending,
                        const struct alternative *alternative)
{
    const struct tl_literal_need *need = &alternative->is.value.need;
    if (pending->bytes + alternative->text.len > PART_BYTES ||
        pending->is_known != need->is_known) {
        pending_end(assembly, pending);
    }
    pending->is_known = need->is_known;
    pending->needs[pending->texts.len] = need;
    pending->n_groups += alternative->is.n_groups;
    pending->bytes += alternative->text.len;
    *TL_VEC_ADD(assembly->loader->arena, &pending->texts) = alternative->text;
}

/* Adds alternatives as parts; false where they cannot be looked for one by one. */
static bool parts_add(struct assembly *assembly, const struct tl_strs *texts, unsigned depth)
{
    struct tl_arena *arena = assembly->loader->arena;
    struct alternative *all = tl_arena_alloc(arena, texts->len * sizeof *all);
    struct pending pending = {
        .needs = tl_arena_alloc(arena, texts->len * sizeof(struct tl_literal_need *)),
    };
    for (size_t i = 0; i < texts->len; i++) {
        if (!alternative_read(assembly, texts->items[i], depth, &all[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < texts->len; i++) {
        const struct tl_known_class *class = &all[i].class;
        if (class->n_parts == 0) {
            pending_add(assembly, &pending, &all[i]);
            continue;
        }
        pending_end(assembly, &pending);
        for (size_t k = 0; k < class->n_parts; k++) {
            struct tl_regex_part *part = TL_VEC_ADD(arena, &assembly->parts);
            *part = class->parts[k];
            part->first_group = assembly->n_groups;
        }
    }
    pending_end(assembly, &pending);
    return true;
}

const struct tl_regex *tl_pattern_assemble(const struct tl_loader *loader,
                                           const struct tl_strs *texts,
                                           struct tl_pattern_frame frame)
{
    struct assembly assembly = {.loader = loader, .frame = frame};
    bool is_one = texts->len == 1 && long_class(loader, texts->items[0]).class == NULL;
    if (loader->prefilter == NULL || is_one || !parts_add(&assembly, texts, 0)) {
        return tl_pattern_whole(loader, texts, frame);
    }
    return tl_regex_new_parts(loader->arena, assembly.parts.items, assembly.parts.len);
}

struct tl_str tl_pattern_join(const struct tl_loader *loader, const struct tl_strs *texts,
                              struct tl_pattern_frame frame)
{
    return part_of(loader, texts, frame).pattern;
}
