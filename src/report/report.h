/*
 * Reports: findings to some format.  A format is one file with one record, and one row in
 * reporters.def.  Reporters get findings sorted and decide nothing but form.
 *
 *     begin(out)  file(out, …)  file(out, …)  end(out, summary)
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_REPORT_REPORT_H
#define TL_REPORT_REPORT_H

#include "finding/finding.h"
#include "source/source.h"

#include <stdio.h>

/* A message that was linted. */
struct tl_report_file {
    struct tl_source *source;
    struct tl_str language; /* "en"; "" where it is not known */
    struct tl_str channel;  /* "email" */
    bool is_reply;
    const struct tl_findings *findings; /* sorted; those that are to be printed */
};

struct tl_summary {
    size_t n_files;
    size_t n_by_level[TL_LEVEL_NEVER];
};

/* Where a report goes. */
struct tl_out {
    FILE *stream;
    bool color;
    size_t n_files; /* so far, for formats that put something between files */
};

struct tl_reporter {
    const char *name;                  /* what --format says */
    const char *summary;               /* half a line for --help */
    void (*begin)(struct tl_out *out); /* NULL where there is nothing to do */
    void (*file)(struct tl_out *out, const struct tl_report_file *file);
    void (*end)(struct tl_out *out, const struct tl_summary *summary);
    bool is_end_optional; /* --quiet leaves it out: it only sums up */
};

/* The reporter of that name, or NULL. */
const struct tl_reporter *tl_reporter_find(struct tl_str name);

/* The names of all formats, in their order; borrowed from the arena. */
struct tl_strs tl_reporter_names(struct tl_arena *arena);

#define REPORTER(name) extern const struct tl_reporter tl_reporter_##name;
#include "report/reporters.def"
#undef REPORTER

#endif
