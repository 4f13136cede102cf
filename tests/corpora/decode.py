"""A decoder of mail bodies that is slow, knows nothing of ours, and keeps where each character lies.

Bytes and text are both a Run: the items, and for each the bytes [begin, end) of the file it stands
for.  SPDX-License-Identifier: MIT
"""
import bisect
import codecs
import html
import re

BASE64 = {c: i for i, c in enumerate(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}
QP_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})|=[ \t]*(?:\r\n|\r|\n|$)|[ \t]+(?=\r\n|\r|\n|$)")
ENTITY = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
MARKUP = re.compile(r"(?is)<!--.*?(?:-->|$)|<!\[[^>]*>|<(style|script|title|textarea|noscript)\b.*?</\1\s*>"
                    r"|<[a-z/!?](?:\"[^\"]*\"|'[^']*'|[^\"'>])*>|<[a-z/!?][^>]*>")
WORD = re.compile(rb"=\?([^?\s]+)\?([QqBb])\?([^?]*)\?=")


class Run:
    """Items (bytes or characters) in the order of the file, with the bytes that each stands for."""

    def __init__(self, items, begins, ends):
        self.items, self.begins, self.ends = items, begins, ends

    def within(self, begin, end):
        """The items that lie in [begin, end) of the file."""
        first = bisect.bisect_left(self.begins, begin)
        last = bisect.bisect_right(self.ends, end)
        return self.items[first:max(first, last)]

    def cut(self, begin, end):
        """The same as a run."""
        first = bisect.bisect_left(self.begins, begin)
        last = max(first, bisect.bisect_right(self.ends, end))
        return Run(self.items[first:last], self.begins[first:last], self.ends[first:last])


def of_file(data, begin, end):
    return Run(data[begin:end], range(begin, end), range(begin + 1, end + 1))


def quoted_printable(run, header=False):
    """header: as encoded words have it, where "_" is a space."""
    data, begins, ends = bytearray(), [], []
    at = 0
    for escape in [*QP_ESCAPE.finditer(run.items), None]:
        stop = escape.start() if escape else len(run.items)
        data += run.items[at:stop].replace(b"_", b" ") if header else run.items[at:stop]
        begins += run.begins[at:stop]
        ends += run.ends[at:stop]
        if escape and escape.group(1):
            data.append(int(escape.group(1), 16))
            begins.append(run.begins[stop])
            ends.append(run.ends[escape.end() - 1])
        at = escape.end() if escape else stop
    return Run(bytes(data), begins, ends)


def base64(run):
    """Byte k of a group came from its characters k and k + 1."""
    data, begins, ends = bytearray(), [], []
    group = []
    for i, c in enumerate(run.items):
        if c in BASE64:
            group.append(i)
        if len(group) == 4 or c == ord("="):
            group_end(run, group, data, begins, ends)
            group = []
    group_end(run, group, data, begins, ends)
    return Run(bytes(data), begins, ends)


def group_end(run, group, data, begins, ends):
    bits = 0
    for i in range(4):
        bits = bits << 6 | (BASE64[run.items[group[i]]] if i < len(group) else 0)
    for k in range(len(group) - 1):
        data.append(bits >> (16 - 8 * k) & 255)
        begins.append(run.begins[group[k]])
        ends.append(run.ends[group[k + 1]])


def transfer(run, encoding):
    return {"quoted-printable": quoted_printable, "base64": base64}.get(encoding, lambda r: r)(run)


def characters(run, charset):
    """Bytes to characters, by feeding the codec one byte at a time; raises LookupError."""
    if charset in ("utf-7", "unicode-1-1-utf-7"):
        return utf_7(run)
    decoder = codecs.getincrementaldecoder(charset)("replace")
    text, begins, ends = [], [], []
    first = 0  # byte of what has not come out yet
    for i in range(len(run.items) + 1):
        final = i == len(run.items)
        out = decoder.decode(b"" if final else run.items[i:i + 1], final)
        for k, c in enumerate(out):
            text.append(c)
            # an ill-formed sequence comes out with the byte after it, which stands for itself
            begins.append(run.begins[min(first if k == 0 else i, len(run.items) - 1)])
            ends.append(run.ends[min(i, len(run.items) - 1)])
        if out or not decoder.getstate()[0]:
            first = i + 1 - len(decoder.getstate()[0])
    return Run("".join(text), begins, ends)


def utf_7(run):
    """UTF-7 (RFC 2152); Python's own codec says only at the end of a shifted text what is in it."""
    text, begins, ends = [], [], []
    for piece in re.finditer(rb"\+([A-Za-z0-9+/]*)-?|[^+]+", run.items):
        inner = Run(run.items[piece.start():piece.end()], run.begins[piece.start():piece.end()],
                    run.ends[piece.start():piece.end()])
        if piece.group(1) is None or piece.group() == b"+-":
            inner = characters(inner, "ascii")
            inner.items = "+" if piece.group() == b"+-" else inner.items
        else:
            units = base64(Run(piece.group(1), run.begins[piece.start(1):piece.end(1)],
                               run.ends[piece.start(1):piece.end(1)]))
            inner = characters(units, "utf-16-be")
        text += inner.items
        begins += inner.begins[:len(inner.items)]
        ends += inner.ends[:len(inner.items)]
    return Run("".join(text), begins, ends)


def shown(run):
    """The characters of HTML without tags, comments and the like, entities decoded."""
    text, begins, ends = [], [], []
    at = 0
    for tag in [*MARKUP.finditer(run.items), None]:
        stop = tag.start() if tag else len(run.items)
        while at < stop:
            entity = ENTITY.match(run.items, at, stop)
            width, decoded = entity_of(entity.group()) if entity else (1, run.items[at])
            text.append(decoded)
            begins.append(run.begins[at])
            ends.append(run.ends[at + width - 1])
            at += width
        at = tag.end() if tag else stop
    return Run(text, begins, ends)


def entity_of(source):
    """How many characters the entity has at the start of `source`, and what it stands for."""
    decoded = html.unescape(source)
    rest = len(decoded)
    while rest > 0 and not (source.endswith(decoded[len(decoded) - rest:]) and html.unescape(
            source[:len(source) - rest]) == decoded[:len(decoded) - rest]):
        rest -= 1
    if decoded == source:
        return 1, source[0]
    return len(source) - rest, decoded[:len(decoded) - rest]


def unstructured(data, begin, end):
    """A header field's body: encoded words decoded, adjacent ones of a charset as one."""
    pieces = []  # charset or None, run
    at = begin
    for word in [*WORD.finditer(data, begin, end), None]:
        stop = word.start() if word else end
        if data[at:stop].strip() or at == begin:
            pieces.append((None, of_file(data, at, stop)))
        if word:
            inner = of_file(data, word.start(3), word.end(3))
            run = quoted_printable(inner, True) if word.group(2) in b"qQ" else base64(inner)
            charset = word.group(1).decode("ascii", "replace").split("*")[0].lower()
            if pieces and pieces[-1][0] == charset:
                last = pieces.pop()[1]
                run = Run(last.items + run.items, [*last.begins, *run.begins], [*last.ends, *run.ends])
            pieces.append((charset, run))
            at = word.end()
    whole = Run("", [], [])
    for charset, run in pieces:
        try:
            run = characters(run, charset or "utf-8")
        except LookupError:
            run = characters(run, "windows-1252")
        if charset is None and "\ufffd" in run.items:
            run = characters(of_file(data, run.begins[0], run.ends[-1]), "windows-1252")
        whole = Run(whole.items + run.items, [*whole.begins, *run.begins], [*whole.ends, *run.ends])
    return whole
