/*
 * All messages of all inputs, one after the other: a file is a message, or an mbox with many.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_INPUTS_H
#define TL_CLI_INPUTS_H

#include "cli/options.h"
#include "mime/mbox.h"

/* A message that waits to be read. */
struct tl_message {
    struct tl_arena *arena;   /* all of it lies there, this struct as well */
    struct tl_source *source; /* NULL: it could not be read */
    struct tl_error err;      /* why */
    size_t file;              /* index of its file */
};

struct tl_inputs {
    const struct tl_options *options;
    struct tl_strs files;    /* paths, and "-" for standard input */
    size_t n_taken;          /* of them */
    struct tl_window window; /* private: the file that is being read */
    struct tl_mbox mbox;     /* private: it, where it is an mbox; else without a window */
};

/*
 * Finds the files that the inputs of the options stand for; standard input where there are none.
 *
 * arena   where the paths go; it must outlive the inputs
 * errors  get what could not be walked: the rest is there
 *
 * Cost: O(files).
 */
struct tl_inputs tl_inputs_find(struct tl_arena *arena, const struct tl_options *options,
                                struct tl_errors *errors);

/*
 * The next message, owned by the caller through its arena; NULL where there are no more.  A file
 * that cannot be read, or not to its end, is a message without a source.
 */
struct tl_message *tl_inputs_next(struct tl_inputs *inputs);

#endif
