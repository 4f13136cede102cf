/*
 * What lies between parsing HTML and making lines of it: the text that is shown, with its white
 * space as it lies there, and what happens at which place of it.
 *
 *     <p>Dear <a href="x">Ann</a>,<br>we
 *     text     "Dear Ann,we"
 *     events   border 0, link 5, link end 8, break 9
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_STREAM_H
#define TL_TEXT_HTML_STREAM_H

#include "text/line.h"

/* How text is shown. */
struct tl_html_state {
    enum tl_line_kind kind;
    unsigned quote_depth;
    bool keeps_lines; /* line ends of the text are shown */
    bool bold;
    size_t item;      /* which list item it is in, from 1; 0: none */
    unsigned level;   /* how many lists it is in */
    bool is_numbered; /* the innermost of them */
    bool is_footer;   /* it is in an element that is named so */
    unsigned heading; /* 1 to 6: of <h1> to <h6>; else 0 */
    size_t table;     /* which table's cell it is in, from 1; 0: none */
    size_t row;       /* which row of a table it is in, from 1 */
};

enum tl_html_event_kind {
    TL_HTML_EVENT_BORDER, /* of a block: ends a line */
    TL_HTML_EVENT_STATE,  /* the state changes within a line: bold, line ends that are kept */
    TL_HTML_EVENT_BREAK,  /* ends a line within a block */
    TL_HTML_EVENT_RULE,   /* a dividing line */
    TL_HTML_EVENT_LINK,
    TL_HTML_EVENT_LINK_END,
};

struct tl_html_event {
    size_t at; /* bytes of the text; events are in its order */
    enum tl_html_event_kind kind;
    struct tl_html_state state; /* from here on; of borders and states */
    struct tl_str target;       /* of links */
    struct tl_span tag;         /* of links: bytes of the source */
};

TL_VEC(tl_html_events, struct tl_html_event);

struct tl_html_table {
    bool is_data; /* its cells are cells for the reader, not a layout */
};

TL_VEC(tl_html_tables, struct tl_html_table);

struct tl_html_stream {
    struct tl_text text;
    struct tl_html_events events;
    struct tl_html_tables tables; /* table n of a state is item n - 1 */
};

#endif
