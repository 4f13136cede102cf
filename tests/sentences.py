#!/usr/bin/env python3
"""Holds the ends of sentences that tactlint finds against the marked ones of testdata/sentences.

    tests/sentences.py [LANGUAGE]...        TACTLINT: the program, its rules beside it

In testdata/sentences/<language>.txt a ¦ stands at each end; paragraphs are divided by blank lines, and
lines "# …" say what follows.  A marked end that is not found and one that is found and not marked
count as an error each; under 1 % of the marked ones is good.
SPDX-License-Identifier: MIT
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MARK = "¦".encode()
FEWEST = 300  # sentences of a language


def paragraphs(path):
    """Yields the first line's number, the text without marks, and the offsets of the marked ends."""
    for_number = 1
    for block in path.read_bytes().split(b"\n\n"):
        lines = [line for line in block.split(b"\n") if not line.startswith(b"# ")]
        text, ends = b"", []
        for piece in b"\n".join(lines).strip(b"\n").split(MARK):
            text += piece
            ends.append(len(text))
        if text.strip():
            yield for_number, text, set(ends[:-1])
        for_number += block.count(b"\n") + 2


def found(program, language, folder, texts):
    """The offsets of the ends that tactlint finds, for each text."""
    files = []
    for number, text in enumerate(texts):
        files.append(pathlib.Path(folder) / f"{number:04}.txt")
        files[-1].write_bytes(text)
    command = [program, "--no-config", f"--lang={language}", "--dump=model", "--format=json", *files]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    if done.returncode != 0:
        sys.exit(f"sentences: exit {done.returncode}: {done.stderr.decode()}")
    for file in json.loads(done.stdout)["files"]:
        yield {sentence["offset"] + sentence["length"]
               for block in file["blocks"] for sentence in block["sentences"]}


def near(text, end):
    """The words round an end, on one line, with the end marked."""
    before = text[:end].decode(errors="replace")[-50:]
    after = text[end:].decode(errors="replace")[:30]
    return f"{before}¦{after}".replace("\n", " ")


def judge(program, path):
    """Prints the errors of a language; returns how many ends are marked, and how many are wrong."""
    cases = list(paragraphs(path))
    n_marked = n_wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        results = found(program, path.stem, folder, [text for _, text, _ in cases])
        for (line, text, marked), ends in zip(cases, results, strict=True):
            n_marked += len(marked)
            wrong = [(end, "missed") for end in marked - ends]
            wrong += [(end, "no end") for end in ends - marked]
            n_wrong += len(wrong)
            for end, what in sorted(wrong):
                at = line + text[:end].count(b"\n")
                print(f"{path.name}: paragraph at {at}: {what}: {near(text, end)}")
    return n_marked, n_wrong


def main():
    program = os.environ.get("TACTLINT", str(ROOT / "tactlint"))
    folder = ROOT / "testdata" / "sentences"
    paths = [folder / f"{name}.txt" for name in sys.argv[1:]] or sorted(folder.glob("*.txt"))
    passed = failed = 0
    for path in paths:
        n_marked, n_wrong = judge(program, path)
        good = n_marked >= FEWEST and n_wrong * 100 < n_marked
        passed, failed = passed + good, failed + (not good)
        print(f"{path.stem}: {n_marked} ends, {n_wrong} wrong ({100 * n_wrong / max(n_marked, 1):.2f} %)")
    print(f"sentences: {passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
