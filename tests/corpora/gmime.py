"""Against GMime: the tree of parts, the bytes of each leaf and the subject, of all messages as they
are and broken by mutate.py.

SPDX-License-Identifier: MIT
"""
import itertools
import os
import re

import common
import mutate

COPIES = 5  # of each message, one for each way to break it
SUFFIXES = {".eml", ".msg", ".txt"}


def without_parts(rows):
    """A multipart without parts is a text for us."""
    for i, row in enumerate(rows):
        is_last = i + 1 == len(rows) or rows[i + 1]["depth"] <= row["depth"]
        yield {**row, "type": "text/plain"} if row["type"].startswith("multipart/") and is_last else row


def empty(rows):
    """Parts of no bytes, which GMime often leaves out."""
    return (r for r in rows if r["depth"] == 0 or r.get("bytes") is None or common.payload(r).strip())


def encoded_messages(rows):
    """A message/rfc822 that is itself encoded has no parts for GMime."""
    above = None
    for row in rows:
        if above is not None and row["depth"] > above:
            continue
        encoded = row.get("encoding") in ("base64", "quoted-printable") or row.get("bytes") is not None
        above = row["depth"] if row["type"].startswith("message/") and encoded else None
        yield row


def types(rows):
    """Where a type is malformed or is none, we read text and GMime bytes."""
    return ({**r, "type": "?" if r.get("bytes") is not None else r["type"]} for r in rows)


LENIENCIES = [without_parts, empty, encoded_messages, types]


def tree_of(rows, leniencies):
    for change in leniencies:
        rows = change(rows)
    return [(row["depth"], row["type"]) for row in rows]


def tree_kind(ours, theirs):
    """Which leniencies make the trees one; "" where none do.  They are judged by their names."""
    for n in range(1, len(LENIENCIES) + 1):
        for some in itertools.combinations(LENIENCIES, n):
            if tree_of(ours, some) == tree_of(theirs, some):
                return " " + "+".join(change.__name__ for change in some)
    return ""


def bytes_kind(part, ours, theirs):
    """What the bytes of a leaf differ in, as far as it has a name."""
    if "uu" in part["encoding"]:
        return " uuencode"
    if part["encoding"] == "base64":
        same = len(os.path.commonprefix([ours, theirs]))
        return " base64 end" if min(len(ours), len(theirs)) - same <= 3 else " base64"
    if part["encoding"] == "quoted-printable":
        return " quoted-printable"
    if not theirs.strip():
        return " text in the header"
    blanks = re.compile(rb"[ \t]+(?=\n|$)")
    return " blanks" if blanks.sub(b"", ours).strip() == blanks.sub(b"", theirs).strip() else ""


def compare(suite, name, ours, theirs, label):
    if not theirs["parts"]:
        suite.compare(name, f"{label}tree", len(ours["parts"]), 0, f"{label}tree no message")
        return
    trees = [tree_of(side["parts"], []) for side in (ours, theirs)]
    kind = "" if trees[0] == trees[1] else tree_kind(ours["parts"], theirs["parts"])
    if suite.compare(name, f"{label}tree", *trees, f"{label}tree{kind}"):
        for part, other in zip(ours["parts"], theirs["parts"]):
            if "bytes" in part and "bytes" in other:
                both = [common.lines_of(common.payload(side)) for side in (part, other)]
                suite.compare(name, f"{label}bytes", *both, f"{label}bytes{bytes_kind(part, *both)}")
    ours_said, theirs_said = (" ".join((side["subject"] or "").split()) for side in (ours, theirs))
    suite.compare(name, f"{label}subject", ours_said, theirs_said)


def run(folder, judged):
    suite = common.Suite("gmime", judged)
    root = folder / "mime"
    files = sorted(f for f in root.rglob("*") if f.suffix in SUFFIXES and "_decoded" not in f.name
                   and "reply-trimmer" not in f.parts and "LICENSE" not in f.name)
    names = [str(f.relative_to(root)) for f in files]
    messages = [f.read_bytes() for f in files]
    for name, ours, theirs in zip(names, *common.read_bytes(messages, "CONTENT_DUMP", "GMIME_PARTS")):
        compare(suite, name, ours, theirs, "")
    broken = [(f"{name}~{way}", copy) for name, data in zip(names, messages)
              for way, copy in mutate.copies(data, name, COPIES)]
    both = common.read_bytes([copy for _, copy in broken], "CONTENT_DUMP", "GMIME_PARTS")
    for (name, _), ours, theirs in zip(broken, *both):
        compare(suite, name, ours, theirs, "broken ")
    return suite
