"""Against Python's email package (default policy): types, payloads and subject of its own test messages.

SPDX-License-Identifier: MIT
"""
import email
import email.policy

import common


def flattened(message, depth=0):
    rows = [(depth, message.get_content_type(), None if message.is_multipart() else payload(message))]
    for child in message.get_payload() if message.is_multipart() else []:
        rows += flattened(child, depth + 1)
    return rows


def payload(message):
    return message.get_payload(decode=True) or b""


def subject_of(message):
    subject = message["subject"]
    return None if subject is None else str(subject)


def compare(suite, name, ours, data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    theirs = flattened(message)
    suite.compare(name, "kind", ours["kind"], "eml")
    if suite.compare(name, "tree", [(p["depth"], p["type"]) for p in ours["parts"]],
                     [row[:2] for row in theirs]):
        for i, (part, row) in enumerate(zip(ours["parts"], theirs)):
            if part["children"] == 0:
                suite.compare(name, "bytes", common.lines_of(common.payload(part)),
                              common.lines_of(row[2] or b""), f"bytes of part {i}")
    if ours["kind"] == "eml":
        suite.compare(name, "subject", ours["subject"], subject_of(message))


def run(folder, judged):
    suite = common.Suite("cpython", judged)
    files = sorted((folder / "mime" / "cpython").glob("*.txt"))
    for file, ours in zip(files, common.read_bytes([f.read_bytes() for f in files])):
        compare(suite, file.stem, ours, file.read_bytes())
    return suite
