#!/usr/bin/env python3
"""One body in every encoding: the findings must be the same, and each must stand on its words.

Takes plain messages of testdata/cases, writes the body of each anew as 7bit, 8bit, quoted-printable and
base64, in UTF-8, ISO-8859-1 and Windows-1252, with LF and CRLF, as text, HTML and multipart/alternative,
lints all with one run of $TACTLINT, and compares.  What the bytes of a finding say is decoded here anew,
without a line of the program.

SPDX-License-Identifier: MIT
"""
import base64
import html
import json
import os
import quopri
import re
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import positions  # noqa: E402  (needs the path above)

# Plain texts; each has a greeting, paragraphs, a sign-off, and findings.
CASES = ["charset/utf-8-without-a-header", "model/list-items", "model/postscript-is-linted",
         "rules/third-exclamation-mark", "rules/missing-greeting"]
ENCODINGS = ["7bit", "8bit", "quoted-printable", "base64"]
CHARSETS = ["utf-8", "iso-8859-1", "windows-1252"]
LINE_ENDS = ["\n", "\r\n"]
KINDS = ["plain", "html", "alternative"]
HEAD = ("From: Acme <care@example.com>\nTo: Ms Berg <berg@example.com>\nSubject: Your claim 4411\n"
        "MIME-Version: 1.0\n")
PADDED = re.compile(rb"[A-Za-z0-9+/]+={0,2}")


def as_html(text):
    """The text as a mail program writes it: paragraphs, line ends, entities for what is not ASCII."""
    blocks = []
    for block in re.split(r"\n{2,}", text.strip()):
        lines = [html.escape(line, quote=False) for line in block.split("\n")]
        items = [line[2:] for line in lines if line.startswith("- ")]
        blocks.append("<ul>\n" + "".join(f"<li>{item}</li>\n" for item in items) + "</ul>"
                      if len(items) == len(lines) else "<p>" + "<br>\n".join(lines) + "</p>")
    return '<html lang="en"><body>\n' + "\n".join(blocks) + "\n</body></html>\n"


def encoded(text, encoding, charset, line_end):
    """The lines of a part's body, as bytes; None where that encoding cannot hold the text."""
    data = text.replace("\n", line_end).encode(charset)
    if encoding == "7bit":
        return data if data.isascii() else None
    if encoding == "8bit":
        return data
    if encoding == "base64":
        return base64.encodebytes(data).replace(b"\n", line_end.encode())
    return b"".join(quopri.encodestring(line) + line_end.encode() for line in data.split(
        line_end.encode())[:-1])


def part(text, subtype, encoding, charset, line_end):
    body = encoded(text, encoding, charset, line_end)
    head = (f"Content-Type: text/{subtype}; charset={charset}\n"
            f"Content-Transfer-Encoding: {encoding}\n\n").replace("\n", line_end)
    return None if body is None else head.encode() + body


def message(text, kind, encoding, charset, line_end):
    top = HEAD.replace("\n", line_end).encode()
    if kind != "alternative":
        one = part(as_html(text) if kind == "html" else text, kind, encoding, charset, line_end)
        return None if one is None else top + one
    parts = [part(text, "plain", encoding, charset, line_end),
             part(as_html(text), "html", encoding, charset, line_end)]
    if None in parts:
        return None
    top += 'Content-Type: multipart/alternative; boundary="=_b"\n\n'.replace(
        "\n", line_end).encode()
    return top + b"".join(b"--=_b" + line_end.encode() + p + line_end.encode()
                          for p in parts) + b"--=_b--" + line_end.encode()


def base64_slice(data, begin, end):
    """What the characters [begin, end) of a base64 body say: the whole body is decoded, and cut."""
    start = max(data.rfind(b"\n\n", 0, begin) + 2, data.rfind(b"\r\n\r\n", 0, begin) + 4)
    bodies = re.split(rb"\r?\n(?:\r?\n|--=_b)", data[start:])
    characters = b"".join(PADDED.findall(bodies[0]))
    before, inside = (len(re.sub(rb"\s", b"", data[start:at])) for at in (begin, end))
    decoded = base64.b64decode(characters)
    first = before // 4 * 3 + before % 4
    if before % 4 == 3:  # the last character of a group begins no byte
        first -= 1
    last = inside // 4 * 3 + max(inside % 4 - 1, 0)
    return decoded[first:last]


def said(data, finding, kind, encoding, charset):
    """The text of a finding's bytes, decoded."""
    begin, end = finding["offset"], finding["offset"] + finding["length"]
    raw = data[begin:end]
    if encoding == "base64":
        raw = base64_slice(data, begin, end)
    elif encoding == "quoted-printable":
        raw = quopri.decodestring(raw)
    text = raw.decode(charset, "replace")
    return positions.in_html(text) if kind == "html" else text


def variants(folder):
    """Writes all forms of all cases; returns (case, kind, encoding, charset, line end, path) of each."""
    made = []
    for number, case in enumerate(CASES):
        text = (ROOT / "testdata" / "cases" / case / "input.txt").read_text("utf-8")
        plain = text.encode("ascii", "ignore").decode()  # what 7bit can hold
        for form in product(KINDS, ENCODINGS, CHARSETS, LINE_ENDS):
            kind, encoding, charset, line_end = form
            body = plain if encoding == "7bit" else text
            path = folder / f"{number}-{len(made):04}.eml"
            path.write_bytes(message(body, kind, encoding, charset, line_end))
            made.append((case, *form, path))
    return made


def collapsed(text):
    """Without what line ends come to."""
    return " ".join(text.split())


def main():
    program = os.environ.get("TACTLINT", str(ROOT / "tactlint"))
    passed = failed = n_findings = 0
    with tempfile.TemporaryDirectory() as name:
        made = variants(Path(name))
        done = subprocess.run(
            [program, "--no-config", "--format=json", "--lang=en", "--today=2026-11-21", "--disable=encoding",
             *[str(m[-1]) for m in made]],
            stdout=subprocess.PIPE, timeout=600, check=False, env={**os.environ, "HOME": name})
        files = json.loads(done.stdout)["files"]
        wanted = {}
        for (case, kind, encoding, charset, line_end, path), file in zip(made, files, strict=True):
            data = path.read_bytes()
            found = [(f["rule"], collapsed(f["text"])) for f in file["findings"]]
            group = (case, encoding == "7bit")
            complaints = []
            if found != wanted.setdefault(group, found):
                complaints.append(f"finds {found}, where others find {wanted[group]}")
            for finding in file["findings"]:
                n_findings += 1
                text = said(data, finding, kind, encoding, charset)
                if collapsed(text) != collapsed(finding["text"]):
                    complaints.append(f"{finding['rule']}: text {finding['text']!r}, bytes {text!r}")
            passed += not complaints
            failed += bool(complaints)
            for complaint in complaints:
                end = "CRLF" if line_end == "\r\n" else "LF"
                print(f"invariance: {case} as {kind}, {encoding}, {charset}, {end}: {complaint}")
    for group, found in wanted.items():
        if not found:
            failed += 1
            print(f"invariance: {group[0]}: no findings, so nothing is compared")
    print(f"invariance: {passed} passed, {failed} failed ({n_findings} findings)")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
