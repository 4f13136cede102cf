/* SPDX-License-Identifier: MIT */
#include "cli/inputs.h"

#include "base/limits.h"
#include "cli/walk.h"

enum { FIRST_BYTES = 4096 }; /* that tell an mbox */

struct tl_inputs tl_inputs_find(struct tl_arena *arena, const struct tl_options *options,
                                struct tl_errors *errors)
{
    struct tl_inputs inputs = {.options = options};
    for (size_t i = 0; i < options->inputs.len; i++) {
        tl_walk_add(arena, options->inputs.items[i], &inputs.files, errors);
    }
    if (options->inputs.len == 0) {
        *TL_VEC_ADD(arena, &inputs.files) = TL_STR("-");
    }
    return inputs;
}

static struct tl_message *message_new(const struct tl_inputs *inputs)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_message *message = tl_arena_alloc(arena, sizeof *message);
    message->arena = arena;
    message->file = inputs->n_taken - 1;
    return message;
}

static struct tl_str name_of(const struct tl_inputs *inputs, struct tl_str path)
{
    return tl_str_equal(path, TL_STR("-")) ? inputs->options->stdin_name : path;
}

/* The next message of the mbox that is open; NULL at its end. */
static struct tl_message *mbox_next(struct tl_inputs *inputs)
{
    struct tl_message *message = message_new(inputs);
    bool good = tl_mbox_next(&inputs->mbox, message->arena, &message->source, &message->err);
    if (good && message->source != NULL) {
        return message;
    }
    inputs->mbox.window = NULL;
    tl_window_close(&inputs->window);
    if (good) {
        tl_arena_free(message->arena);
        return NULL;
    }
    message->source = NULL;
    return message;
}

/* The whole file is one message. */
static void file_read(struct tl_inputs *inputs, struct tl_message *message, struct tl_str path)
{
    struct tl_window *window = &inputs->window;
    if (!tl_window_fill(window, (size_t)TL_MAX_SOURCE_BYTES + 1, &message->err)) {
        return;
    }
    bool is_cut = tl_window_bytes(window).len > TL_MAX_SOURCE_BYTES;
    struct tl_str bytes = tl_window_take(window, message->arena, TL_MAX_SOURCE_BYTES);
    message->source = tl_source_of(message->arena, name_of(inputs, path), bytes);
    message->source->cut = is_cut;
    message->source->is_mail = tl_walk_is_in_maildir(path);
}

/* The first message of the next file; NULL where that has none. */
static struct tl_message *file_next(struct tl_inputs *inputs)
{
    struct tl_str path = inputs->files.items[inputs->n_taken++];
    struct tl_str name = name_of(inputs, path);
    struct tl_window *window = &inputs->window;
    struct tl_message *message = message_new(inputs);
    bool is_stdin = tl_str_equal(path, TL_STR("-"));
    if (!tl_window_open(window, is_stdin ? NULL : path.data, &message->err)) {
        return message;
    }
    if (tl_window_fill(window, FIRST_BYTES, &message->err)) {
        if (!tl_walk_is_in_maildir(path) && tl_mbox_is(tl_window_bytes(window), name)) {
            tl_arena_free(message->arena);
            inputs->mbox =
                (struct tl_mbox){.window = window, .name = name, .max_bytes = TL_MAX_SOURCE_BYTES};
            return mbox_next(inputs);
        }
        file_read(inputs, message, path);
    }
    tl_window_close(window);
    return message;
}

struct tl_message *tl_inputs_next(struct tl_inputs *inputs)
{
    struct tl_message *message = inputs->mbox.window != NULL ? mbox_next(inputs) : NULL;
    while (message == NULL && inputs->n_taken < inputs->files.len) {
        message = file_next(inputs);
    }
    if (message != NULL && message->source == NULL) {
        struct tl_str path = inputs->files.items[message->file];
        (void)snprintf(message->err.path, sizeof message->err.path, "%.*s",
                       TL_STR_ARG(name_of(inputs, path)));
    }
    return message;
}
