/*
 * The forms of --dump: one for people, one for programs.  Each is a file with one record.
 *
 *     begin(stream)  parts(stream, …)  parts(stream, …)  end(stream)
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_DUMP_FORM_H
#define TL_CLI_DUMP_FORM_H

#include "cli/dump_view.h"

struct tl_dump_form {
    void (*begin)(FILE *stream);
    void (*parts)(FILE *stream, const struct tl_source *source, const struct tl_dump_parts *parts,
                  bool is_first);
    void (*text)(FILE *stream, const struct tl_source *source, const struct tl_letter *letter,
                 struct tl_str part, const struct tl_dump_spans *spans, bool is_first);
    void (*model)(FILE *stream, struct tl_source *source, const struct tl_letter *letter,
                  struct tl_str part, bool is_first);
    void (*end)(FILE *stream);
};

extern const struct tl_dump_form tl_dump_form_human;
extern const struct tl_dump_form tl_dump_form_json;

#endif
