/* SPDX-License-Identifier: MIT */
#include "rules/literal_fold.h"

#include "base/utf8.h"

#include <stddef.h>

/* The letters whose other cases tl_char_fold() does not lead to. */
static const struct {
    uint32_t c;
    uint32_t folded;
} odd_folds[] = {
    {0x017F, 's'},    /* long s */
    {0x212A, 'k'},    /* Kelvin */
    {0x212B, 0xE5},   /* Angstrom */
    {0x1C80, 0x0432}, /* Cyrillic letters of old print, up to U+1C86 */
    {0x1C81, 0x0434}, {0x1C82, 0x043E}, {0x1C83, 0x0441},
    {0x1C84, 0x0442}, {0x1C85, 0x0442}, {0x1C86, 0x044A},
};

uint32_t tl_literal_fold(uint32_t c)
{
    if (c < 0x80) {
        return c - 'A' < 26 ? c + ('a' - 'A') : c;
    }
    for (size_t i = 0; i < sizeof odd_folds / sizeof *odd_folds; i++) {
        if (odd_folds[i].c == c) {
            return odd_folds[i].folded;
        }
    }
    return tl_char_fold(c);
}

bool tl_literal_is_foldable(uint32_t c)
{
    bool latin = c < 0x180 && c != 0xB5 && c != 0x130 && c != 0x131;
    bool cyrillic = c >= 0x400 && c < 0x460;
    bool caseless = c >= 0x2000 && c < 0x2100;
    return latin || cyrillic || caseless;
}
