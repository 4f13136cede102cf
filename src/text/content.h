/*
 * What an input says: its kind, its headers, the text that a person reads.  This is all that the
 * model of a letter is made from.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_CONTENT_H
#define TL_TEXT_CONTENT_H

#include "text/choice.h"
#include "text/line.h"
#include "text/template.h"

enum tl_content_kind {
    TL_CONTENT_EML,  /* header fields of a mail, then its body */
    TL_CONTENT_TEXT, /* plain text; also Markdown */
    TL_CONTENT_HTML,
};

enum tl_attachments {
    TL_ATTACHMENTS_UNKNOWN, /* the input cannot tell: it is a text, not a message */
    TL_ATTACHMENTS_NONE,
    TL_ATTACHMENTS_SOME,
};

struct tl_content {
    const struct tl_source *source;
    enum tl_content_kind kind;
    const struct tl_part *mail; /* the root entity of an eml, else NULL */
    const struct tl_part *part; /* the entity that the reading came from, or NULL; of what is no
                                   eml, one as if it were the body of one */
    struct tl_part_refs more;   /* texts that are shown below it, and read with it */
    bool has_subject;           /* there is a Subject field, perhaps an empty one */
    struct tl_text subject;     /* decoded; empty where there is none */
    struct tl_reading reading;  /* of the chosen body */
    enum tl_attachments attachments;
    struct tl_str language;        /* that it declares: Content-Language, else HTML's lang,
                                      else "" */
    struct tl_notices notices;     /* whatever the reading came upon */
    struct tl_template template;   /* the tags of a template; none of what is not read as one */
    const struct tl_content *also; /* the same mail, with the HTML alternative read; else NULL */
};

/*
 * What kind of input it is: by its content first, by the ending of its name where the content fits
 * more than one.  An eml begins with header fields of which one is a field that mail programs
 * write (From, To, Date, Message-ID, MIME-Version, Content-Type, Received, …) or is named .eml;
 * "Subject:" alone begins a text, and so does a lone "To:" with no blank line after it.  HTML
 * begins with a doctype, a comment or a tag of HTML.
 */
enum tl_content_kind tl_content_kind_of(const struct tl_source *source);

/*
 * The same of a template: the ending of its language, front matter and what stands before the first
 * element do not count, and elements of HTML anywhere tell a page where no ending does.
 */
enum tl_content_kind tl_content_kind_of_template(const struct tl_source *source);

/*
 * Reads an input.  Of an eml, the part that is meant for reading is chosen: the plain one of
 * multipart/alternative unless it is missing, empty or a stub (under a tenth of the words of the
 * HTML one, of a few words under a third: "view this in your browser"), of others the first text
 * with words in it that is no attachment, and all that are shown below it; the signed part of
 * multipart/signed.  Files that stand in a plain text of a mail
 * (mime/uuencode.h) are attachments and no text.
 * Returns the content, borrowed from the arena.  Cannot fail: any bytes are a message.
 * Cost: O(size).
 */
const struct tl_content *tl_content_read(struct tl_arena *arena, const struct tl_source *source);

/* What is known of an input besides its bytes. */
struct tl_content_asked {
    enum tl_choice choice; /* of a plain and an HTML alternative; with TL_CHOICE_BOTH the plain one
                              is read, and the HTML one is in `also` */
    bool is_template;      /* its tags are masked (template.h), front matter is no text but has
                              the subject (front_matter.h) */
    unsigned dialects;     /* of a template; 0: found by the name and the text */
};

/* The same, as somebody asked for. */
const struct tl_content *tl_content_read_as(struct tl_arena *arena, const struct tl_source *source,
                                            const struct tl_content_asked *asked);

#endif
