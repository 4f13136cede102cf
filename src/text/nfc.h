/*
 * One spelling for what looks the same, so that patterns need not know of it: letters composed
 * (NFC), Latin ligatures as letters, spaces of every width a plain space, nothing invisible.
 *
 * Left out: soft hyphen, zero-width space, joiner, non-joiner, word joiner, byte order mark; but
 * joiners stay where they mean something, after emoji and in scripts that are written joined.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_NFC_H
#define TL_TEXT_NFC_H

#include "source/text.h"

/*
 * The whole of a text so.  U+2028 and U+2029 become LF.
 * Text that has nothing to change is returned as it is; else the result is borrowed from the arena.
 * text  well-formed UTF-8
 * Cost: O(length).
 */
struct tl_text tl_nfc_text(struct tl_arena *arena, const struct tl_text *text);

/* Adds a part of `from` so.  Nothing is composed across the borders of parts. */
void tl_nfc_keep(struct tl_text_builder *out, const struct tl_text *from, struct tl_span part);

/* Whether nothing of `s` (well-formed UTF-8) would be left. */
bool tl_nfc_is_invisible(struct tl_str s);

#endif
