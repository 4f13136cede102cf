#!/usr/bin/env python3
"""One text in every form: the findings must be the same, and each must stand on its words.

Takes the plain-text messages of testdata, writes each anew in every encoding, in four charsets, with LF
and CRLF, as plain text, format=flowed (with and without DelSp), HTML, multipart/alternative and
multipart/mixed with an attachment, lints all with a run of $TACTLINT for each set of options, and
compares.  Where findings stand is worked out anew from the bytes (tests/support/positions.py).

SPDX-License-Identifier: MIT
"""
import base64
import codecs
import collections
import html
import html.entities
import json
import os
import quopri
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from email import policy
from email.parser import BytesParser
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import positions  # noqa: E402  (needs the path above)

DATA = ROOT / "testdata"
KINDS = ["plain", "flowed", "delsp", "html", "alternative", "mixed"]
ENCODINGS = ["7bit", "8bit", "quoted-printable", "base64"]
CHARSETS = ["utf-8", "iso-8859-1", "windows-1252", "windows-1257"]
RENAMED = [("8bit", "plain"), ("8bit", "html")]  # where a text in ASCII goes by all their names too
LINE_ENDS = {"LF": "\n", "CRLF": "\r\n"}
HEAD = "From: Acme <care@example.com>\nTo: Ms Berg <berg@example.com>\nSubject: Your claim 4411\n"
WIDTH = 60  # of a line of format=flowed
CHUNK = 16  # texts that one run of the program lints, in all their forms
# A mail with a file attached rightly has no attachment-missing, so it is told that all have none.
# Notes on what is missing stand at whole sentences, whose marks of lists and headings are text in one form only.
OPTIONS = ["--no-config", "--format=json", "--today=2026-11-21", "--attachments=none",
           "--disable=missing-introduction,missing-help-offer,missing-thanks"]
# What the form decides: columns that are only typed, a heading, a wrapped line that is a farewell.
FORM_DECIDES = {f"cases/{name}/input.txt" for name in (
    "blocks/table-of-opening-hours", "blocks/table-of-tabs", "model/sv-heading-lines",
    "model/sv-wish-inside-a-wrapped-paragraph")}
KEPT = ("--lang=", "--channel=", "--audience=", "--template", "--dialects=")  # of a case's args
MARK = re.compile(r"⟦[a-z, -]+\|([^⟦⟧]*)⟧")
NOT_IN_HTML = re.compile(r"(?m)^[ \t]*>"  # quote marks
                         r"|^[ \t]*[|+].*[|+][ \t]*$"  # the rulings of a typed table
                         r"|[\0-\x08\x0b-\x1f\x7f]")


class Text:
    def __init__(self, name, head, body, options):
        self.name, self.head, self.options = name, head, tuple(sorted(options))
        folder = (DATA / name).parent  # what is there for its model has few findings: a few forms will do
        self.is_model = (folder / "expected.model").exists() and not (folder / "expected.gcc").exists()
        self.body = body.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"


def mail_texts(name, data, options, charset):
    """The text of a mail of one plain part, with its header fields; nothing for other mail.  charset: what
    its body is in, which need not be what it says."""
    mail = BytesParser(policy=policy.compat32).parsebytes(data)
    if mail.is_multipart() or mail.get_content_type() != "text/plain" or mail.get_filename():
        return
    raw = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    fields = re.findall(rb"(?m)^[!-9;-~]+:.*(?:\n[ \t].*)*", raw)
    head = b"".join(f + b"\n" for f in fields if not re.match(rb"(?i)content-|mime-version", f))
    try:
        body = mail.get_payload(decode=True).decode(charset)
        yield Text(name, head.decode(), body, options)
    except (ValueError, LookupError):
        return  # ill-formed, or undecodable: no text to begin from


def texts():
    """All plain-text messages of testdata, each once."""
    for path in sorted(DATA.glob("cases/*/*/input.*")) + sorted(DATA.glob("drafts/*")):
        name, args = str(path.relative_to(DATA)), path.parent / "args"
        wanted = path.parent / "expected.gcc"
        if wanted.exists() and wanted.read_bytes().endswith(b"\nexit 2\n"):
            continue  # it is about options that are refused
        options = [a for a in args.read_text().splitlines() if a.startswith(KEPT)] if args.exists() else []
        if path.suffix == ".eml":
            decode = path.parent / "decode"
            charset = decode.read_text().split()[-1] if decode.exists() else "utf-8"
            yield from mail_texts(name, path.read_bytes(), options, charset)
        elif path.suffix == ".txt":
            try:
                yield Text(name, HEAD, path.read_bytes().decode(), options)
            except ValueError:
                continue
    for path in sorted(DATA.glob("gold/*/*.gold")):
        head, _, body = path.read_text("utf-8").partition("\n---\n")
        meta = {k: v.strip() for k, _, v in (line[1:].partition(" ") for line in head.splitlines())}
        options = [f"--{key}={meta[key]}" for key in ("lang", "channel", "audience")]
        options += ["--template"] if meta["kind"] == "template" else []
        name, body = str(path.relative_to(DATA)), MARK.sub(r"\1", body)
        if meta["format"] == "eml":
            yield from mail_texts(name, body.encode(), options, "utf-8")
        elif meta["format"] == "txt":
            yield Text(name, HEAD, body, options)


def named(error):
    """For the codecs: an entity, by its name where it has one."""
    names = html.entities.codepoint2name
    return "".join(f"&{names.get(ord(c), f'#{ord(c)}')};" for c in error.object[error.start:error.end]), error.end


codecs.register_error("named", named)

def as_html(text):
    """The text as a mail program writes it: paragraphs, line ends, entities."""
    blocks = []
    for block in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        lines = [html.escape(line, quote=False) for line in block.split("\n")]
        items = [line[2:] for line in lines if line.startswith("- ")]
        blocks.append("<ul>\n" + "".join(f"<li>{item}</li>\n" for item in items) + "</ul>"
                      if len(items) == len(lines) > 1 else "<p>" + "<br>\n".join(lines) + "</p>")
    return "<html><body>\n" + "\n".join(blocks) + "\n</body></html>\n"


def flowed_line(line, delsp):
    """A line of text as lines of format=flowed (RFC 3676, 4.2)."""
    if line == "-- " or line.startswith(">"):
        return line if line == "-- " else line.rstrip(" ")
    rest, lines = line.rstrip(" "), []
    while len(rest) > WIDTH:
        at = WIDTH if delsp else rest.rfind(" ", 1, WIDTH) + 1
        if at <= 0 or not rest[:at].strip(" ") or not rest[at:]:
            break
        lines.append(rest[:at] + " " * delsp)
        rest = rest[at:]
    return "\n".join((" " if re.match(r" |>|From ", part) else "") + part for part in [*lines, rest])


def encoded(text, subtype, encoding, charset, line_end):
    """A part's body, as bytes; None where that form cannot hold the text."""
    try:
        data = text.replace("\n", line_end).encode(
            "ascii" if encoding == "7bit" else charset, "named" if subtype == "html" else "strict")
    except UnicodeEncodeError:
        return None
    if encoding == "base64":
        return base64.encodebytes(data).replace(b"\n", line_end.encode())
    if encoding == "quoted-printable":
        end = line_end.encode()
        return b"".join(quopri.encodestring(line).replace(b"=\n", b"=" + end) + end
                        for line in data.split(end)[:-1])
    return data


def part(text, kind, encoding, charset, line_end):
    subtype, parameters = ("html", "") if kind == "html" else ("plain", "")
    if kind == "html":
        text = as_html(text)
    elif kind in ("flowed", "delsp"):
        parameters = "; format=flowed" + ("; delsp=yes" if kind == "delsp" else "")
        text = "\n".join(flowed_line(line, kind == "delsp") for line in text.split("\n"))
    body = encoded(text, subtype, encoding, charset, line_end)
    head = (f"Content-Type: text/{subtype}; charset={charset}{parameters}\n"
            f"Content-Transfer-Encoding: {encoding}\n\n").replace("\n", line_end)
    return None if body is None else head.encode() + body


def message(text, kind, encoding, charset, line_end):
    """The bytes of a text in one form; None where that form cannot hold it."""
    top, end = (text.head + "MIME-Version: 1.0\n").replace("\n", line_end).encode(), line_end.encode()
    one = part(text.body, kind if kind in ("flowed", "delsp", "html") else "plain", encoding, charset, line_end)
    if one is None or kind not in ("alternative", "mixed"):
        return None if one is None else top + one
    if kind == "alternative":
        other = part(text.body, "html", encoding, charset, line_end)
    else:
        other = (b"Content-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=a.pdf\n"
                 b"Content-Transfer-Encoding: base64\n\nJVBERi0xLjcKJeLjz9MK\n").replace(b"\n", end)
    top += f'Content-Type: multipart/{kind}; boundary="=_b"\n\n'.replace("\n", line_end).encode()
    return top + b"".join(b"--=_b" + end + p + end for p in (one, other)) + b"--=_b--" + end


def untrue(data, finding, kind, encoding, charset):
    """Yields what is not true of where a finding stands."""
    if finding["offset"] < re.search(rb"\r?\n\r?\n", data).start():
        yield from positions.complaints(data, finding, ["8bit", "utf-8"])
        return
    name = {"7bit": "8bit", "quoted-printable": "qp"}.get(encoding, encoding)
    how = ["html" if name == "8bit" else name, "html", charset] if kind == "html" else [name, charset]
    yield from positions.complaints(data, {**finding, "zone": "body"}, how)  # a letter's subject is there too


def forms(number, text, skipped):
    """All forms of a text: {file name: (kind, encoding, charset, line end)} and their bytes."""
    for form in product(KINDS, ENCODINGS, CHARSETS, LINE_ENDS):
        kind, encoding, charset, line_end = form
        if text.is_model and (encoding not in ("8bit", "quoted-printable") or line_end == "CRLF"
                              or charset != CHARSETS[0]):
            skipped["of models"] += 1
            continue
        is_ascii = encoding == "7bit" or text.body.isascii()
        if is_ascii and charset != CHARSETS[0] and (encoding, kind) not in RENAMED:
            skipped["the same ASCII by another name"] += 1
            continue
        if kind == "html" and NOT_IN_HTML.search(text.body):
            skipped["html of quote marks, typed tables or controls"] += 1
            continue
        if kind == "delsp" and "--template" in text.options:
            skipped["delsp that cuts the tags of a template"] += 1
            continue
        data = message(text, kind, encoding, charset, LINE_ENDS[line_end])
        if data is None:
            skipped[f"{encoding if encoding == '7bit' else charset} without the letters"] += 1
            continue
        yield f"{number:03}-{'-'.join(form)}.eml", form, data


def check(program, folder, options, group):
    """Lints all forms of texts that want the same options.  Returns complaints, counts, what was skipped."""
    folder.mkdir()
    counts, skipped, made = collections.Counter(), collections.Counter(), {}
    for number, text in enumerate(group):
        for name, form, data in forms(number, text, skipped):
            (folder / name).write_bytes(data)
            made[name] = (text, form, data)
    done = subprocess.run([program, *OPTIONS, *options, "."], cwd=folder, capture_output=True, timeout=600,
                          check=False, env={**os.environ, "HOME": str(folder)})
    if done.returncode not in (0, 1):
        return [f"exit status {done.returncode}: {done.stderr.decode()[-2000:]}"], collections.Counter(failed=1), {}
    files = {Path(file["path"]).name: file["findings"] for file in json.loads(done.stdout)["files"]}
    complaints, wanted = [], {}
    for name, (text, form, data) in made.items():
        kind, encoding, charset, _ = form
        said = []
        findings = files.pop(name)
        found = [(f["rule"], positions.plain(f["text"])) for f in findings]
        first, first_form = wanted.setdefault(text.name, (found, form))
        if found != first:
            differ = [f"more: {f}" for f in found if f not in first]
            differ += [f"less: {f}" for f in first if f not in found]
            said.append(f"unlike {' '.join(first_form)}: {', '.join(differ) or 'in another order'}")
        for finding in findings:
            said += [f"{finding['rule']}: {c}" for c in untrue(data, finding, kind, encoding, charset)]
        counts["findings"] += len(found)
        counts["failed" if said else "passed"] += 1
        complaints += [f"{text.name} as {' '.join(form)}: {c}" for c in said]
    counts["with findings"] = sum(bool(found) for found, _ in wanted.values())
    return complaints, counts, skipped


def main():
    program = os.path.abspath(os.environ.get("TACTLINT", str(ROOT / "tactlint")))
    groups, seen = collections.defaultdict(list), set()
    for text in (text for text in texts() if text.name not in FORM_DECIDES):
        if (text.head, text.body, text.options) not in seen:  # cases often say the same in other bytes
            seen.add((text.head, text.body, text.options))
            groups[text.options].append(text)
    chunks = [(options, group[at:at + CHUNK]) for options, group in groups.items()
              for at in range(0, len(group), CHUNK)]
    chunks = chunks[::int(os.environ.get("EVERY", "1"))]  # a slow build looks at some of them
    counts, skipped = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor() as pool:
        jobs = [pool.submit(check, program, Path(name) / str(i), *chunk) for i, chunk in enumerate(chunks)]
        for job in jobs:
            complaints, its_counts, its_skipped = job.result()
            counts.update(its_counts)
            skipped.update(its_skipped)
            for complaint in complaints:
                print(f"invariance: {complaint}")
    print(f"invariance: {len(seen)} texts, {counts['with findings']} with findings, {counts['findings']} findings "
          f"in {len(chunks)} runs; skipped: {', '.join(f'{n} {form}' for form, n in sorted(skipped.items()))}")
    print(f"invariance: {counts['passed']} passed, {counts['failed']} failed")
    return 0 if counts["with findings"] and not counts["failed"] else 1


if __name__ == "__main__":
    sys.exit(main())
