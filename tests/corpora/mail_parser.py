"""Against mail-parser (Rust): its JSON of each message with LF and with CRLF.

Compared: how many parts, where leaves begin and end, the text of the body that is shown first, the
subject.  SPDX-License-Identifier: MIT
"""
import json

import common


def flattened(message):
    """The parts in the order of the file, those of a message after the part that holds it."""
    rows = []
    for part in message["parts"]:
        body = part["body"]
        kind, value = next(iter(body.items())) if isinstance(body, dict) else (body, None)
        rows.append({"kind": kind, "value": value, "span": [part["offset_body"], part["offset_end"]]})
        if kind == "Message":
            rows += flattened(value)
    return rows


def row_of(message, index):
    """Where part `index` of a message is among the flattened parts."""
    return len(flattened({"parts": message["parts"][:index]}))


def subject_of(message):
    for header in reversed(message["parts"][0]["headers"]):
        if header["name"] == "subject":
            value = header["value"]
            return value.get("Text", "") if isinstance(value, dict) else ""
    return None


def text_of(message):
    """The row of the text that is shown first, and the text; JMAP's list has pictures too."""
    rows = flattened(message)
    for row in (row_of(message, index) for index in message["text_body"]):
        if rows[row]["kind"] in ("Text", "Html"):
            return row, common.lines_of(rows[row]["value"])
    return None, None


def compare(suite, file, ours, theirs):
    mine, rows = ours["parts"], flattened(theirs)
    suite.compare(file, "kind", ours["kind"], "eml")
    if suite.compare(file, "parts", [p["children"] > 0 for p in mine],
                     [r["kind"] in ("Multipart", "Message") for r in rows]):
        leaves = [i for i, row in enumerate(rows) if row["kind"] not in ("Multipart", "Message")]
        suite.compare(file, "offsets", [mine[i]["body"] for i in leaves], [rows[i]["span"] for i in leaves])
    row, text = text_of(theirs)
    suite.compare(file, "choice", ours["chosen"], row)
    if ours["chosen"] is not None and row is not None:
        suite.compare(file, "text", common.lines_of(mine[ours["chosen"]].get("text", "")), text)
    suite.compare(file, "subject", ours["subject"], subject_of(theirs))


def run(folder, judged):
    root = folder / "mime" / "mail-parser"
    suite = common.Suite("mail-parser", judged)
    files = sorted(root.glob("*/*.eml"))
    unix = [f.read_bytes().replace(b"\r\n", b"\n") for f in files]  # .json is of these, .crlf.json of the twins
    dos = [data.replace(b"\n", b"\r\n") for data in unix]
    for endings, suffix, messages in (("", ".json", unix), (".crlf", ".crlf.json", dos)):
        for file, ours in zip(files, common.read_bytes(messages)):
            name = str(file.relative_to(root))[:-4]
            compare(suite, name + endings, ours, json.loads(file.with_suffix(suffix).read_bytes()))
    return suite
