"""Against the examples of email_reply_trimmer: of each message, which words are the sender's own.

trimmed/ has what it keeps; quoted lines that stand before an answer are kept too, with their marks,
so lines that begin with ">" are left out of it.  embedded/ has the forwarded message inside a message.
It cuts some signatures and keeps others; ours may be on either side, all other words on one only.
SPDX-License-Identifier: MIT
"""
import json
import os
import re
import subprocess

import common

EITHER = ("signature", "footer")


def words_of(text):
    """What is compared: marks of quotes, lists and code are no words."""
    return re.findall(r"[^\W_]+", text)


def own_words_of(path):
    """What the reference takes for the sender's own."""
    lines = path.read_text("utf-8").splitlines()
    return words_of("\n".join(line for line in lines if not line.startswith(">")))


def zoned_words(model):
    """Ours, as (word, zone) in the order of the message."""
    return [(word, block["zone"]) for block in model["blocks"] for sentence in block["sentences"]
            for word in words_of(sentence["text"])]


def is_kept(ours, kept):
    """Whether `kept` is our words that are no quote, with or without each of those of a signature."""
    reached = {0}  # how many of `kept` the words so far can have made
    for word, zone in ours:
        if zone != "quote":
            taken = {n + 1 for n in reached if n < len(kept) and kept[n] == word}
            reached = taken | reached if zone in EITHER else taken
    return len(kept) in reached


def holds_in_order(words, part):
    """Whether the words of `part` stand together somewhere in `words`."""
    return any(words[i:i + len(part)] == part for i in range(len(words) - len(part) + 1))


def models(paths):
    done = subprocess.run([os.environ.get("TACTLINT", "tactlint"), "--no-config", "--dump=model", "--format=json", *paths],
                          stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SystemExit(f"reply-trimmer: status {done.returncode}")
    return json.loads(done.stdout)["files"]


def compare(suite, name, ours, root):
    kept = own_words_of(root / "trimmed" / name)
    own = [word for word, zone in ours if zone != "quote"]
    suite.compare(name[:-4], "own", " ".join(kept if is_kept(ours, kept) else own), " ".join(kept))
    embedded = root / "embedded" / name
    if embedded.exists():
        forwarded = words_of(embedded.read_text("utf-8"))
        quoted = [word for word, zone in ours if zone == "quote"]
        suite.compare(name[:-4], "forwarded", " ".join(forwarded if holds_in_order(quoted, forwarded) else quoted),
                      " ".join(forwarded))


def run(folder, judged):
    root = folder / "mime" / "reply-trimmer"
    suite = common.Suite("reply-trimmer", judged)
    files = sorted((root / "emails").glob("*.txt"))
    for file, model in zip(files, models(files)):
        compare(suite, file.name, zoned_words(model), root)
    return suite
