#!/usr/bin/env python3
"""Makes the seeds of the fuzzing harnesses from testdata and rules.d: tests/fuzz/seeds.py FOLDER

One folder a harness; a file is named by its content, so that two runs give the same.
SPDX-License-Identifier: MIT
"""
import email
import email.policy
import hashlib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MAX_BYTES = 20000  # longer ones make a fuzzer slow and no wiser
MAIL = {".eml"}


def messages():
    for folder in ("cases", "drafts", "fuzz/message"):
        for path in sorted((ROOT / "testdata" / folder).rglob("*")):
            is_input = path.name.startswith(("input.", "stdin")) or folder != "cases"
            if is_input and path.is_file() and path.stat().st_size <= MAX_BYTES:
                yield path.suffix, path.read_bytes()


def parts(data):
    """Charset, encoding and body, still encoded, of each leaf of a mail."""
    for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
        if not part.is_multipart():
            body = str(part.get_payload()).encode("utf-8", "surrogateescape")
            yield part, str(part.get_param("charset", "")), str(part.get("Content-Transfer-Encoding", "")), body


def header_of(data):
    ends = [at for at in (data.find(b"\n\n"), data.find(b"\r\n\r\n")) if at >= 0]
    return data[:min(ends)] if ends else data


def patterns(yaml):
    """Pairs of harness and bytes: what stands in lists of a rule file as patterns, and as text."""
    items = [item.strip("'").replace("''", "'") for item in re.findall(r"^ *- (\S.*)$", yaml, re.M)]
    for i in range(0, len(items), 8):
        some = [item for item in items[i:i + 8] if not item.startswith("|")]
        flags = b"0123"[i // 8 % 4:][:1]
        text = " ".join(items[i:i + 40:5] + some[::2])
        yield "pattern", flags + "\n".join(some).encode() + b"\n\n" + text.encode()


def seeds():
    """Pairs of harness and bytes."""
    for path in sorted((ROOT / "testdata" / "cases" / "template").glob("*/input.*")):
        yield "template", (b"1" if b"<p>" in path.read_bytes() else b"0") + path.read_bytes()
    for suffix, data in messages():
        yield "message", data
        if suffix not in MAIL:
            yield ("html" if suffix in (".html", ".htm") else "flowed"), data
            continue
        yield "word", header_of(data)
        for part, charset, encoding, body in parts(data):
            yield "charset", f"{charset}\n{encoding}\n".encode("utf-8", "replace") + body
            decoded = part.get_payload(decode=True) or b""
            if part.get_content_type() == "text/html":
                yield "html", decoded
            else:
                yield "flowed", bytes([ord("0") + (part.get_param("format") == "flowed")]) + decoded
    for path in sorted((ROOT / "rules.d").rglob("*.yml")):
        yield "rule", path.read_bytes()[:MAX_BYTES]
        yield from patterns(path.read_text())
    for harness in ("html", "word", "charset", "flowed", "rule", "template", "pattern"):
        for path in sorted((ROOT / "testdata" / "fuzz" / harness).glob("*")):
            yield harness, path.read_bytes()


def main():
    if len(sys.argv) != 2:
        sys.exit("tests/fuzz/seeds.py: error: name the folder to write to")
    for harness, data in seeds():
        folder = Path(sys.argv[1]) / harness
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


if __name__ == "__main__":
    main()
