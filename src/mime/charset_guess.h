/*
 * Which charset a text is in, by its bytes alone: where the mail does not say it, or says it wrong.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_CHARSET_GUESS_H
#define TL_MIME_CHARSET_GUESS_H

#include "base/str.h"

enum tl_utf8_fit {
    TL_UTF8_UNFIT,    /* more of it is wrong than right */
    TL_UTF8_TORN,     /* no character is whole, but what there is may be pieces of some */
    TL_UTF8_BROKEN,   /* UTF-8, with some bytes that are not */
    TL_UTF8_POSSIBLE, /* well-formed, with at most one character that is not ASCII */
    TL_UTF8_SURE,     /* well-formed, which text in any other charset is by no chance */
};

/* How well the bytes fit UTF-8.  Cost: O(length). */
enum tl_utf8_fit tl_charset_utf8_fit(struct tl_str bytes);

/* How much more likely than windows-1252 another charset has to be, in tenths of a power of e. */
enum tl_charset_margin {
    TL_CHARSET_MARGIN_UNSAID = 30, /* where the mail does not say what it is in */
    TL_CHARSET_MARGIN_SAID = 80,   /* where it says windows-1252 */
};

/*
 * The most likely single-byte charset: windows-1252, windows-1257 or iso-8859-13.
 *
 * Each is weighed by the letters that it makes of the bytes from 80 on: how far they are letters of
 * one alphabet and frequent ones in it, whether capitals, signs, vowels and consonants stand in
 * words where they do.  On thin evidence it is windows-1252.
 *
 * Returns a name for iconv_open().  Cost: O(length).
 */
const char *tl_charset_guess(struct tl_str bytes, enum tl_charset_margin margin);

#endif
