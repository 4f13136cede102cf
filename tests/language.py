#!/usr/bin/env python3
"""Counts the paragraphs whose language tactlint tells right, tells wrong, and does not tell.

    tests/language.py [--unknown] [FOLDER]      TACTLINT: the program, its rules beside it

Each paragraph of testdata/languages/<tag>.txt is a text of its own, and so is each of testdata/gold.
FOLDER has gold/dev/<tag>/*.gold and corpora/templates: their blocks of three words or more are told
in their letters, and each alone.  What is wrong is listed, and with --unknown what is not told.
SPDX-License-Identifier: MIT
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent / "testdata"
MARK = re.compile(r"⟦[a-z, -]+\|([^⟦⟧]*)⟧")
MOST_WRONG = 0.003
LEAST_RIGHT = {"en": 0.97, "sv": 0.95, "lt": 0.97}  # of the samples; of the other languages:
LEAST_RIGHT_OF_OTHERS = 0.8
LEAST_RIGHT_IN_LETTERS = 0.97
FEWEST_WORDS = 3
# Judged by people: these letters have whole paragraphs in another language.
FOREIGN = {"628-dalafrakt-soffbord.gold": "en", "718-kraujo-tyrimas.gold": "en",
           "734-knygu-klubas.gold": "en", "813-bynat-driftstopp-mall.gold": "en", "864-sale-malunas.gold": "en",
           "866-ferry-bicycles.gold": "es", "922-seed-merchant-bulb-order.gold": "de", "lt/bounce.txt": "en", "lt/convert.txt": "en", "lt/newlist.txt": "en", "lupapiste/en-pate-signature-request.md": "fi",
           "lupapiste/sv-pate-signature-request.md": "fi"}

Text = collections.namedtuple("Text", "tag name text ending")


def model(texts):
    """Yields each text with what tactlint read of it."""
    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(texts):
            path = pathlib.Path(folder) / f"{i:06d}{text.ending}"
            path.write_text(text.text, "utf-8")
        program = os.environ.get("TACTLINT", str(ROOT.parent / "tactlint"))
        done = subprocess.run([program, "--no-config", "--dump=model", "--format=json", folder],
                              capture_output=True, timeout=600, check=False)
        if done.returncode != 0:
            sys.exit(f"language: exit {done.returncode}: {done.stderr.decode()}")
        files = json.loads(done.stdout)["files"]
    if len(files) != len(texts):
        sys.exit(f"language: {len(texts)} texts, but {len(files)} were read")
    yield from zip(texts, files)


def samples():
    for path in sorted((ROOT / "languages").glob("*.txt")):
        for i, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                yield Text(path.stem, f"{path.name}:{i}", line + "\n", ".txt")


def gold(folder):
    for path in sorted(folder.glob("*/*.gold")):
        head, _, body = path.read_text("utf-8").partition("\n---\n")
        ending = re.search(r"^#format (\w+)", head, re.M)
        yield Text(path.parent.name, path.name, MARK.sub(r"\1", body), f".{ending[1] if ending else 'txt'}")


def templates(folder):
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".md", ".txt", ".html") or path.name == "LICENSE":
            continue
        tag = re.match(r"(en|sv|fi)-", path.name)
        tag = tag[1] if tag else path.parent.name if path.parent.name in ("lt", "sv") else "en"
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("windows-1257" if tag == "lt" else "windows-1252", "replace")
        yield Text(tag, str(path.relative_to(folder)), text, path.suffix)


def n_words(text):
    """Words that can tell a language: not those of placeholders and addresses, not most names."""
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\(\(.*?\)\)|\[.*?\]|%\(\w+\)s|\S*[@/_]\S*|\$\{.*?\}", " 0 ", text)
    return len(re.findall(r"(?:^\W*|(?<=[.!?:] ))[^\W\d_]{2,}|\b(?=[^\W\d_]{2})[^\WA-ZÅÄÖĄČĘĖĮŠŲŪŽ\d_]+", text))


class Count:
    """Right, unknown and wrong answers by language, and a line for each that is not right."""

    def __init__(self, title):
        self.title = title
        self.by_tag = collections.defaultdict(collections.Counter)
        self.lines = {"wrong": [], "unknown": []}

    def add(self, tag, answer, name, text):
        foreign = next((f for end, f in FOREIGN.items() if name.endswith(end)), tag)
        kind = "right" if answer in (tag, foreign) else "unknown" if answer is None else "wrong"
        self.by_tag[tag][kind] += 1
        if kind != "right":
            self.lines[kind].append(f"  {kind}: {name}: {answer or '?'}, not {tag}: {text.strip()[:150]!r}")

    def part(self, kind, tag=None):
        counters = [self.by_tag[tag]] if tag else list(self.by_tag.values())
        total = sum(sum(c.values()) for c in counters)
        return sum(c[kind] for c in counters) / total if total else 1.0 if kind == "right" else 0.0

    def show(self, with_unknown):
        print(f"{self.title}: right {self.part('right'):.2%}, unknown {self.part('unknown'):.2%}, "
              f"wrong {self.part('wrong'):.2%}")
        for tag, c in sorted(self.by_tag.items()):
            print(f"  {tag}: {c['right']} right, {c['unknown']} unknown, {c['wrong']} wrong")
        print("\n".join(self.lines["wrong"] + (self.lines["unknown"] if with_unknown else [])))


def count_alone(title, texts):
    count = Count(title)
    for text, file in model(texts):
        count.add(text.tag, file["language"], text.name, text.text)
    return count


def count_in_letters(title, letters):
    """The blocks in their letters, and the same blocks each alone."""
    count = Count(title)
    blocks = []
    for letter, file in model(letters):
        for block in file["blocks"]:
            text = " ".join(s["text"] for s in block["sentences"])
            if n_words(text) >= FEWEST_WORDS and block["kind"] not in ("code", "rule"):
                count.add(letter.tag, block["language"], letter.name, text)
                blocks.append(Text(letter.tag, letter.name, text.strip() + "\n", ".txt"))
    return count, count_alone(f"{title}, each block alone", blocks)


def main():
    with_unknown = "--unknown" in sys.argv
    folders = [pathlib.Path(a) for a in sys.argv[1:] if not a.startswith("-")]
    count = count_alone("samples", list(samples()))
    counts = [count, *count_in_letters("testdata/gold", list(gold(ROOT / "gold")))]
    failed = [f"{tag}: too few right" for tag in count.by_tag
              if count.part("right", tag) < LEAST_RIGHT.get(tag, LEAST_RIGHT_OF_OTHERS)]
    for folder in folders:
        counts += count_in_letters("gold", list(gold(folder / "gold" / "dev")))
        counts += count_in_letters("templates", list(templates(folder / "corpora" / "templates")))
    for count in counts:
        count.show(with_unknown)
        if count.part("wrong") >= MOST_WRONG:
            failed.append(f"{count.title}: too many wrong")
        if count.title == "testdata/gold" and count.part("right") < LEAST_RIGHT_IN_LETTERS:
            failed.append(f"{count.title}: too few right")
    for text in failed:
        print(f"language: {text}")
    right = sum(c["right"] + c["unknown"] for k in counts for c in k.by_tag.values())
    wrong = sum(c["wrong"] for k in counts for c in k.by_tag.values())
    print(f"language: {right} passed, {len(failed)} failed" if not failed else
          f"language: {right} passed, {max(wrong, len(failed))} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
