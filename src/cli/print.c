/* SPDX-License-Identifier: MIT */
#include "cli/print.h"

#include "report/safe.h"

static void print(const struct tl_error *err, const char *level)
{
    tl_safe_print(stderr, err->path[0] == '\0' ? TL_STR("tactlint") : tl_str_of(err->path));
    if (err->line > 0) {
        fprintf(stderr, ":%u:%u", err->line, err->column);
    }
    fprintf(stderr, ": %s: ", level);
    tl_safe_print(stderr, tl_str_of(err->text));
    fputc('\n', stderr);
}

void tl_print_error(const struct tl_error *err)
{
    print(err, "error");
}

void tl_print_warnings(const struct tl_errors *warnings, size_t first)
{
    for (size_t i = first; i < warnings->len; i++) {
        print(&warnings->items[i], "warning");
    }
}

void tl_print_errors(const struct tl_errors *errors, size_t first)
{
    for (size_t i = first; i < errors->len; i++) {
        tl_print_error(&errors->items[i]);
    }
}

void tl_print_note(struct tl_str path, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    tl_safe_print(stderr, path);
    fputs(": note: ", stderr);
    tl_safe_print(stderr, tl_str_of(text));
    fputc('\n', stderr);
}
