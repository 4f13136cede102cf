/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdio.h>

__attribute__((format(printf, 3, 0))) static void fill(struct tl_error *err, const char *path,
                                                       const char *format, va_list args)
{
    *err = (struct tl_error){0};
    if (path != NULL) {
        (void)snprintf(err->path, sizeof err->path, "%s", path);
    }
    (void)vsnprintf(err->text, sizeof err->text, format, args);
}

void tl_error_set(struct tl_error *err, const char *path, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(err, path, format, args);
    va_end(args);
}

void tl_error_set_at(struct tl_error *err, const char *path, unsigned line, unsigned column,
                     const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(err, path, format, args);
    va_end(args);
    err->line = line;
    err->column = column;
}
