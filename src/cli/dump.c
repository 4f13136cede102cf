/* SPDX-License-Identifier: MIT */
#include "cli/dump.h"

#include "cli/dump_form.h"
#include "cli/inputs.h"
#include "cli/print.h"

struct dump {
    const struct tl_options *options;
    const struct tl_languages *languages;
    const struct tl_language *language;
    const struct tl_dump_form *form;
    FILE *stream;
    bool has_printed;
};

static void letter_dump(struct dump *dump, const struct tl_message *message,
                        const struct tl_letter *letter, struct tl_str part)
{
    struct tl_source *source = message->source;
    bool is_first = !dump->has_printed;
    dump->has_printed = true;
    if (dump->options->dump == TL_DUMP_MODEL) {
        dump->form->model(dump->stream, source, letter, part, is_first);
        return;
    }
    struct tl_dump_spans spans = tl_dump_view_spans(message->arena, source, letter);
    dump->form->text(dump->stream, source, letter, part, &spans, is_first);
}

static void message_dump(struct dump *dump, const struct tl_message *message)
{
    struct tl_source *source = message->source;
    struct tl_letters letters =
        tl_letters_read(message->arena, source, dump->options, dump->languages, dump->language);
    struct tl_dump_parts parts = tl_dump_view_parts(message->arena, source, &letters);
    if (dump->options->dump == TL_DUMP_PARTS) {
        dump->form->parts(dump->stream, source, &parts, !dump->has_printed);
        dump->has_printed = true;
        return;
    }
    for (size_t i = 0; i < letters.len; i++) {
        letter_dump(dump, message, letters.items[i], tl_dump_view_index(&parts, letters.items[i]));
    }
}

static bool messages_dump(struct dump *dump, struct tl_inputs *inputs)
{
    bool good = true;
    dump->form->begin(dump->stream);
    for (struct tl_message *message = tl_inputs_next(inputs); message != NULL;
         message = tl_inputs_next(inputs)) {
        if (message->source != NULL) {
            message_dump(dump, message);
        } else {
            tl_print_error(&message->err);
            good = false;
        }
        tl_arena_free(message->arena);
    }
    dump->form->end(dump->stream);
    return good;
}

bool tl_dump_run(const struct tl_options *options, struct tl_rule_set *set, FILE *stream)
{
    struct tl_error err;
    struct tl_errors errors = {0};
    bool is_json = options->reporter == &tl_reporter_json;
    struct dump dump = {
        .options = options,
        .languages = tl_rule_set_languages(set),
        .form = is_json ? &tl_dump_form_json : &tl_dump_form_human,
        .stream = stream,
    };
    if (!tl_letters_language("lang", options->lang, dump.languages, &dump.language, &err)) {
        tl_print_error(&err);
        return false;
    }
    struct tl_arena *arena = tl_arena_new();
    struct tl_inputs inputs = tl_inputs_find(arena, options, &errors);
    tl_print_errors(&errors, 0);
    bool good = messages_dump(&dump, &inputs) && errors.len == 0;
    tl_arena_free(arena);
    return good;
}
