"""The position property: for every word that we read in any message, the bytes where we say that it
stands, decoded by decode.py, are the word.

SPDX-License-Identifier: MIT
"""
import re
import unicodedata

import common
import decode
import mutate

COPIES = 2  # of each message, broken by mutate.py
MAIL = {".eml", ".msg", ".txt", ".out"}
OTHERS = {".html", ".htm", ".md", ".txt", ".mjml"}
CHARSETS = ["utf-8", "windows-1252", "iso-8859-1", "windows-1257", "utf-16", "utf-16-le", "utf-16-be",
            "windows-1250", "windows-1251", "koi8-r", "iso-8859-15", "iso-8859-2", "iso-8859-13",
            "iso-8859-4", "iso-2022-jp", "gb18030", "utf-7", "mac-roman"]
# white space, what is invisible, control characters, and what stands for ill-formed bytes
NOTHING = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
                     r"\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\ufffd\U000e0000-\U000e0fff]+")


def plain(text):
    return NOTHING.sub("", unicodedata.normalize("NFC", NOTHING.sub("", text)))


def parent_of(parts, index):
    for i in range(index - 1, -1, -1):
        if parts[i]["depth"] == parts[index]["depth"] - 1:
            return i
    return None


def body_of(data, parts, index):
    """The body's bytes, still encoded; those of a message that was itself encoded are decoded first."""
    begin, end = parts[index]["body"]
    above = parent_of(parts, index)
    while above is not None:
        if parts[above]["type"].startswith("message/") and parts[above]["encoding"] in (
                "base64", "quoted-printable"):
            outer = body_of(data, parts, above)
            return decode.transfer(outer, parts[above]["encoding"]).cut(begin, end)
        above = parent_of(parts, above)
    return decode.of_file(data, begin, end)


def subject_of(data):
    field = re.search(rb"(?im)^subject[ \t]*:((?:.|\r\n?[ \t]|\n[ \t])*)", data)
    return decode.unstructured(data, *field.span(1)) if field else None


def wrong(words, run, flowed):
    """The words that are not what lies where they point."""
    bad = []
    for word in words:
        _, text, begin, end = word
        there = "".join(run.within(begin, end))
        if flowed:  # a word that goes on after a soft break, behind quote marks and stuffing
            there = re.sub(r" \r?\n>*", "", there)
        if plain(there) != plain(text) and not (begin == end and text == "---"):
            bad.append((word, there))
    return bad


def body_run(data, ours, index, charset):
    part = ours["parts"][index] if index is not None else {}
    run = body_of(data, ours["parts"], index) if part else decode.of_file(data, 0, len(data))
    run = decode.characters(decode.transfer(run, part.get("encoding", "")), charset)
    is_html = part.get("html", ours["kind"] == "html")
    return decode.shown(run) if is_html else run


def part_wrong(data, ours, index, words):
    """With the charset that suits best: which one it is, is for other tests."""
    part = ours["parts"][index] if index is not None else {}
    best = None
    flowed = part.get("delsp", "").lower() == "yes"
    for charset in [part.get("charset", "").strip("\"' ").lower(), *CHARSETS]:
        try:
            bad = wrong(words, body_run(data, ours, index, charset), flowed)
        except (LookupError, UnicodeError):
            continue
        best = bad if best is None or len(bad) < len(best) else best
        if not best:
            break
    return best


def part_at(ours, word):
    """The part that a word lies in: the chosen one, or another text that is shown below it."""
    chosen = ours["chosen"]
    if chosen is None:
        return None
    _, _, begin, end = word
    for index in [chosen, *range(len(ours["parts"]))]:
        part = ours["parts"][index]
        if not part["children"] and part["body"][0] <= begin and end <= part["body"][1]:
            return index
    return chosen


def body_wrong(data, ours, words):
    groups = {}
    for word in words:
        groups.setdefault(part_at(ours, word), []).append(word)
    return [bad for index, group in groups.items() for bad in part_wrong(data, ours, index, group)]


def compare(suite, name, data, ours, aspect="words"):
    n_words = suite.agreements.setdefault(aspect, [0, 0])
    body = [word for word in ours["words"] if word[0] == "b"]
    subject = [word for word in ours["words"] if word[0] == "s"]
    bad = body_wrong(data, ours, body) if body else []
    run = subject_of(data) if subject else None
    bad += wrong(subject, run, False) if run else [(word, "") for word in subject]
    n_words[0] += len(ours["words"]) - len(bad)
    n_words[1] += len(ours["words"])
    if bad:
        (_, text, begin, end), there = bad[0]
        suite.disagree(name, aspect, f"{len(bad)} of {len(ours['words'])}; {text!r} at {begin}-{end}",
                       f"{data[begin:end][:80]!r} is {there[:80]!r}")


def run(folder, judged):
    suite = common.Suite("positions", judged)
    files = [f for f in (folder / "mime").rglob("*") if f.suffix in MAIL and "_decoded" not in f.name]
    files += [f for f in (folder / "templates").rglob("*") if f.suffix in OTHERS]
    files.sort()
    for file, ours in zip(files, common.read(files)):
        compare(suite, str(file.relative_to(folder)), file.read_bytes(), ours)
    broken = [(f"{file.relative_to(folder)}~{way}", copy) for file in files if "mime" in file.parts
              for way, copy in mutate.copies(file.read_bytes(), file.name, COPIES)]
    for (name, data), ours in zip(broken, common.read_bytes([copy for _, copy in broken])):
        compare(suite, name, data, ours, "words of broken copies")
    return suite
