"""Whether a finding stands where the report says: worked out anew, from the bytes of the file alone.

SPDX-License-Identifier: MIT
"""
import base64
import html
import quopri
import re
import unicodedata

ENCODED_WORD = re.compile(rb"=\?([^?\s]+)\?([QqBb])\?([^?\s]*)\?=")
BASE64_CHARS = re.compile(rb"[A-Za-z0-9+/]")


def plain(text):
    """Text to compare: composed, without white space (line ends, folds and tags come and go with it)
    and without what stands for ill-formed bytes (one or many)."""
    return re.sub(r"[\s\u200b\u00ad\ufeff\ufffd]+", "", unicodedata.normalize("NFC", text))


def line_and_column(data, offset):
    line_end = b"\n" if b"\n" in data else b"\r"
    begin = data.rfind(line_end, 0, offset) + 1
    # an ill-formed byte counts as one character, and so does each byte of a sequence that is cut
    column = len(data[begin:offset].decode("utf-8", "surrogateescape")) + 1
    return data.count(line_end, 0, offset) + 1, column


def base64_bytes(characters, begin, end):
    """The bytes that the characters [begin, end) of a base64 text stand for: byte k of a group came
    from its characters k and k + 1."""
    decoded = base64.b64decode(characters + b"=" * (-len(characters) % 4))
    first = begin // 4 * 3 + min(begin % 4, 2)
    last = (end - 1) // 4 * 3 + max((end - 1) % 4 - 1, 0)
    return decoded[first:last + 1]


def in_base64(data, begin, end):
    """The slice of a base64 body; the body begins after the blank line before the slice."""
    body = max(data.rfind(b"\n\n", 0, begin) + 2, data.rfind(b"\r\n\r\n", 0, begin) + 4)
    count = [len(BASE64_CHARS.findall(data[body:at])) for at in (begin, end)]
    stop = re.compile(rb"\r?\n\r?\n|\n--|=").search(data, end)
    rest = data[body:stop.start() if stop else len(data)]
    return base64_bytes(b"".join(BASE64_CHARS.findall(rest)), *count)


def in_encoded_words(data, begin, end):
    """The slice of a header field that holds encoded words (RFC 2047), as text."""
    text, at = "", begin
    for word in ENCODED_WORD.finditer(data):
        if word.end() <= begin or word.start() >= end:
            continue
        text += data[at:max(at, word.start())].decode("utf-8", "replace")
        from_, to = max(begin, word.start(3)), min(end, word.end(3))
        if word.group(2) in b"Qq":
            raw = quopri.decodestring(data[from_:to].replace(b"_", b" "))
        else:
            clean = word.group(3).rstrip(b"=")
            raw = base64_bytes(clean, from_ - word.start(3), min(to - word.start(3), len(clean)))
        text += raw.decode(word.group(1).decode().split("*")[0], "replace")
        at = word.end()
    return text + data[min(at, end):end].decode("utf-8", "replace")


def in_html(text):
    text = re.sub(r"(?s)<!--.*?-->|<(style|script)\b.*?</\1\s*>", "", text)
    return html.unescape(re.sub(r"(?s)<[^>]*>", "", text))


def decoded(data, begin, end, finding, how):
    """The text that the bytes [begin, end) stand for.  how: words of the file `decode`."""
    raw = data[begin:end]
    if begin == end:
        return ""
    encoding, charset = how[0], how[-1]
    if finding["zone"] == "subject":
        if any(w.start() < end and w.end() > begin for w in ENCODED_WORD.finditer(data)):
            return in_encoded_words(data, begin, end)
        if encoding in ("qp", "base64"):  # that is the body's; a header field is as it is
            encoding, charset, how = "8bit", "utf-8", []
    if encoding == "html" or "html" in how[1:]:
        if encoding == "qp":
            raw = quopri.decodestring(raw)
        if encoding == "base64":
            raw = in_base64(data, begin, end)
        return in_html(raw.decode(charset, "replace"))
    if encoding == "qp":
        return quopri.decodestring(raw).decode(charset, "replace")
    if encoding == "base64":
        return in_base64(data, begin, end).decode(charset, "replace")
    if encoding != "8bit":
        raise ValueError(f"'decode' says '{' '.join(how)}'")
    return raw.decode(charset, "replace")


def complaints(data, finding, how):
    """Yields what is not true of a finding.  how: [encoding, (html,) charset], or ["skip", reason…]."""
    begin, end = finding["offset"], finding["offset"] + finding["length"]
    if end > len(data):
        yield f"ends at byte {end} of {len(data)}"
        return
    for offset, line, column in ((begin, "line", "column"), (end, "end_line", "end_column")):
        wanted = line_and_column(data, offset)
        if wanted != (finding[line], finding[column]):
            yield f"byte {offset} is at {wanted[0]}:{wanted[1]}, not {finding[line]}:{finding[column]}"
    if how[0] == "skip":
        return
    try:
        text = decoded(data, begin, end, finding, how)
    except (ValueError, LookupError) as error:
        yield f"cannot decode {data[begin:end][:80]!r}: {error}"
        return
    if plain(text) != plain(finding["text"]):
        yield f"text is {finding['text'][:200]!r}, but the file says {text[:200]!r}"
