/* SPDX-License-Identifier: MIT */
#include "text/binary.h"

enum {
    LOOKED_AT_BYTES = 1024,
    /* of a hundred bytes, the control characters that no text has */
    MAX_CONTROL_PERCENT = 5,
};

static const struct tl_str text_marks[] = {
    {"\xFF\xFE", 2},
    {"\xFE\xFF", 2},
    {"\x00\x00\xFE\xFF", 4},
};

static const struct tl_str binary_marks[] = {
    {"\x7F"
     "ELF",
     4},
    {"\x89PNG", 4},
    {"GIF8", 4},
    {"\xFF\xD8\xFF", 3},
    {"PK\x03\x04", 4},
    {"%PDF-", 5},
    {"\x1F\x8B", 2},
    {"BZh", 3},
    {"\xFD"
     "7zXZ",
     5},
    {"\xD0\xCF\x11\xE0", 4},
    {"{\\rtf", 5},
};

static bool has_mark(struct tl_str bytes, const struct tl_str *marks, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (tl_str_has_prefix(bytes, marks[i])) {
            return true;
        }
    }
    return false;
}

bool tl_binary_is(struct tl_str bytes)
{
    if (has_mark(bytes, text_marks, sizeof text_marks / sizeof *text_marks)) {
        return false;
    }
    if (has_mark(bytes, binary_marks, sizeof binary_marks / sizeof *binary_marks)) {
        return true;
    }
    struct tl_str head = tl_str_slice(bytes, 0, LOOKED_AT_BYTES);
    size_t n_controls = 0;
    for (size_t i = 0; i < head.len; i++) {
        unsigned char c = (unsigned char)head.data[i];
        n_controls += c < ' ' && !tl_char_is_space(head.data[i]) && c != '\x1B' && c != '\b';
    }
    bool has_nul = tl_str_find_char(head, '\0', 0) != TL_NONE;
    return has_nul && n_controls * 100 > head.len * MAX_CONTROL_PERCENT;
}
