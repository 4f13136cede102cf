/*
 * Patterns, and a text: with and without literals, and as machine code, the same is found.  The
 * first byte: bit 0, a word ends where a pattern does; bit 1, letters match in either case.  Then
 * alternatives, a line each, an empty line, the text.
 * SPDX-License-Identifier: MIT
 */
#include "harness.h"

#include "rules/engine.h"
#include "rules/pattern.h"
#include "rules/prefilter.h"

static struct tl_class items[] = {
    {.name = {"apos", 4}, .pattern = {"'|\xE2\x80\x99", 5}},
    {.name = {"number", 6}, .pattern = {"one|two|\\d+", 11}},
    {.name = {"phrase", 6}, .pattern = {"(?&number) of|an? (?i:day)|", 27}},
};
static const struct tl_classes classes = {items, sizeof items / sizeof *items, 3};

/* The alternatives as a list of YAML. */
static const struct tl_yaml *list_of(struct tl_arena *arena, struct tl_str lines)
{
    struct tl_yaml *list = tl_arena_alloc(arena, sizeof *list);
    const struct tl_yaml **link = &list->first;
    list->kind = TL_YAML_LIST;
    for (size_t at = 0; at <= lines.len;) {
        size_t end = tl_str_find_char(lines, '\n', at);
        end = end == TL_NONE ? lines.len : end;
        struct tl_yaml *item = tl_arena_alloc(arena, sizeof *item);
        item->kind = TL_YAML_SCALAR;
        item->text = tl_arena_copy(arena, tl_str_slice(lines, at, end));
        *link = item;
        link = &item->next;
        at = end + 1;
    }
    return list;
}

/* Both look on from one match to the next, through all of the text and sentence by sentence. */
static void compare(struct tl_engine *plain, struct tl_engine *other, const struct tl_regex *regex,
                    struct tl_str subject)
{
    struct tl_match a = {.next = 0};
    struct tl_match b = {.next = 0};
    for (unsigned n = 0; n < 100; n++) {
        bool found = tl_engine_find(plain, regex, subject, a.next, &a);
        bool other_found = tl_engine_find(other, regex, subject, b.next, &b);
        if (plain->too_hard || other->too_hard || !found) {
            fuzz_require(!other_found || plain->too_hard || other->too_hard);
            break;
        }
        fuzz_require(other_found && a.next == b.next && a.highest == b.highest);
        fuzz_require(a.group[0].begin == b.group[0].begin && a.group[0].end == b.group[0].end);
    }
}

static void letter_compare(struct tl_arena *arena, const struct tl_regex *regex,
                           const struct tl_letter *letter)
{
    static const unsigned without[] = {0, TL_WITHOUT_JIT, TL_WITHOUT_LITERALS};
    for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
        struct tl_engine *plain = tl_engine_new(arena, tl_matcher_new(arena), letter,
                                                TL_WITHOUT_LITERALS | TL_WITHOUT_JIT);
        struct tl_engine *other = tl_engine_new(arena, tl_matcher_new(arena), letter, without[i]);
        for (size_t k = 0; k < letter->blocks.len; k++) {
            compare(plain, other, regex, tl_letter_str(letter, letter->blocks.items[k].span));
        }
        for (size_t k = 0; k < letter->sentences.len; k++) {
            compare(plain, other, regex, tl_letter_str(letter, letter->sentences.items[k].span));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tl_str bytes = {(const char *)data, size};
    size_t end = tl_str_find(bytes, TL_STR("\n\n"), 0);
    if (size < 2 || size > 20000 || end == TL_NONE || end < 1) {
        return 0;
    }
    struct tl_arena *arena = tl_arena_new();
    struct tl_errors errors = {0};
    struct tl_loader loader = {
        .arena = arena,
        .path = "fuzz",
        .errors = &errors,
        .classes = &classes,
        .ignorecase = (data[0] & 2) != 0,
        .prefilter = tl_prefilter_new(arena, &classes),
    };
    const struct tl_regex *regex = NULL;
    bool good = tl_pattern_list(&loader, list_of(arena, tl_str_slice(bytes, 1, end)),
                                (data[0] & 1) != 0 ? TL_PATTERN_WORD : TL_PATTERN_NONWORD, &regex);
    fuzz_require(good == (errors.len == 0));
    if (good && regex != NULL) {
        const struct tl_source *source =
            tl_source_of(arena, TL_STR("letter.txt"), tl_str_slice(bytes, end + 2, size));
        const struct tl_content *content =
            tl_content_read_as(arena, source, &(struct tl_content_asked){.is_template = false});
        const struct tl_languages languages = {0};
        const struct tl_facts facts = {0};
        letter_compare(arena, regex, tl_letter_build(arena, content, &languages, &facts, NULL));
    }
    tl_arena_free(arena);
    return 0;
}
