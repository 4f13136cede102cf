#!/usr/bin/env python3
"""Holds what tactlint finds in the labelled messages of testdata/gold against their labels.

    tests/gold.py [--update] [--misses]     TACTLINT: the program, its rules beside it

For each language and check: how many marked findings are found, missed, and how many are wrong.
testdata/gold/floors.json has the fewest that must be found and the most that may be wrong; --update
writes what is true now.  testdata/README.md describes the messages.
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

ROOT = pathlib.Path(__file__).resolve().parent.parent / "testdata" / "gold"
FLOORS = ROOT / "floors.json"
MARK = re.compile(r"⟦([a-z, -]+)\|([^⟦⟧]*)⟧")


def names(text):
    return [name.strip() for name in text.split(",") if name.strip()]


def parse(source):
    """A .gold file: its head, the message without marks, the labels as (check, first, last line)."""
    head, _, body = source.read_text("utf-8").partition("\n---\n")
    meta = dict(line[1:].partition(" ")[::2] for line in head.splitlines())
    labels = [(name, None, None) for name in names(meta.get("expect", ""))]
    plain, at = "", 0
    for mark in MARK.finditer(body):
        plain += body[at:mark.start()]
        first = plain.count("\n") + 1
        plain += mark[2]
        labels += [(name, first, plain.count("\n") + 1) for name in names(mark[1])]
        at = mark.end()
    return meta, plain + body[at:], labels


def lint(program, folder, source, meta, text):
    path = pathlib.Path(folder) / f"{source.stem}.{meta['format'].strip()}"
    path.write_text(text, "utf-8")
    command = [program, "--quiet", "--no-config", "--format=json", *(
        f"--{key}={meta[key].strip()}" for key in ("lang", "channel", "audience", "today"))]
    if meta["kind"].strip() == "template":
        command.append("--template")
    done = subprocess.run([*command, path], capture_output=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"gold: {source.name}: exit {done.returncode}: {done.stderr.decode()}")
    return [f for file in json.loads(done.stdout)["files"] for f in file["findings"]]


def compare(labels, findings):
    """Yields (check, "found" | "missed" | "wrong", line)."""
    left = list(findings)
    for check, first, last in labels:
        for finding in left:
            if finding["rule"] == check and (
                    first is None or finding["line"] <= last and finding["end_line"] >= first):
                left.remove(finding)
                yield check, "found", first
                break
        else:
            yield check, "missed", first
    for finding in left:
        yield finding["rule"], "wrong", finding["line"]


def main():
    program = os.environ.get("TACTLINT", str(ROOT.parents[1] / "tactlint"))
    listed = subprocess.run([program, "--list-rules", "--format=json"], capture_output=True, check=True)
    known = {(rule["id"], rule["language"]) for rule in json.loads(listed.stdout)["rules"]}
    counts = collections.defaultdict(lambda: {"found": 0, "missed": 0, "wrong": 0})
    sources = sorted(ROOT.glob("*/*.gold"))
    with tempfile.TemporaryDirectory() as folder:
        for source in sources:
            meta, text, labels = parse(source)
            lang = meta["lang"].strip()
            maybe = names(meta.get("maybe", ""))
            for check, what, line in compare(labels, lint(program, folder, source, meta, text)):
                if (check, lang) not in known or (check in maybe and what != "found"):
                    continue
                counts[f"{lang}/{check}"][what] += 1
                if "--misses" in sys.argv and what != "found":
                    print(f"{source.name}:{line or 1}: {what}: {check}")
    if "--update" in sys.argv:
        floors = {key: {"found": n["found"], "wrong": n["wrong"]} for key, n in sorted(counts.items())}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    failed = 0
    for key, floor in json.loads(FLOORS.read_text("utf-8")).items():
        n = counts[key]
        if n["found"] < floor["found"] or n["wrong"] > floor["wrong"]:
            failed += 1
            print(f"gold: {key}: found {n['found']} (at least {floor['found']}), "
                  f"wrong {n['wrong']} (at most {floor['wrong']})")
    total = {what: sum(n[what] for n in counts.values()) for what in ("found", "missed", "wrong")}
    print(f"labels: {len(sources)} messages, found {total['found']}, missed {total['missed']}, "
          f"wrong {total['wrong']}")
    print(f"gold: {len(counts) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
