/*
 * gcc: FILE:LINE:COLUMN: LEVEL: MESSAGE [ID], a line a finding, as compilers print it.
 * SPDX-License-Identifier: MIT
 */
#include "report/gcc.h"

#include "report/report.h"
#include "report/safe.h"

void tl_gcc_position(FILE *stream, const struct tl_report_file *file,
                     const struct tl_finding *finding)
{
    struct tl_position at = tl_source_locate(file->source, finding->span.begin);
    tl_safe_print(stream, file->source->path);
    fprintf(stream, ":%zu:%zu: ", at.line, at.column);
}

static void file_print(struct tl_out *out, const struct tl_report_file *file)
{
    for (size_t i = 0; i < file->findings->len; i++) {
        const struct tl_finding *finding = &file->findings->items[i];
        tl_gcc_position(out->stream, file, finding);
        fprintf(out->stream, "%s: ", tl_level_name(finding->level));
        tl_safe_print(out->stream, finding->message);
        fputs(" [", out->stream);
        tl_safe_print(out->stream, finding->rule);
        fputs("]\n", out->stream);
    }
}

const struct tl_reporter tl_reporter_gcc = {
    .name = "gcc",
    .summary = "FILE:LINE:COLUMN: LEVEL: MESSAGE [ID]",
    .file = file_print,
};
