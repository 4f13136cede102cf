#!/usr/bin/env python3
"""Holds the zones of labelled messages against their labels, and findings against zones.

    tests/gold_zones.py [FOLDER…]      TACTLINT: the program, its rules beside it

A label ⟦check|words⟧ says where words stand: the guidelines let each check stand in certain zones only.
#expect says more: a greeting, a sign-off, a signature are missing, or the message is a reply or a first
contact; where it does not name the check, they must be there.  No finding stands in a quote, except an
unanswered question.  FOLDERs hold *.gold files in a folder for each language (default: testdata/gold).
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
MARK = re.compile(r"⟦([a-z, -]+)\|([^⟦⟧]*)⟧")

WRITTEN = {"subject", "greeting", "body", "signoff", "postscript"}
TEXT = {"body", "postscript"}
ANY = WRITTEN | {"signature", "footer", "letterhead"}
ZONES = {
    "apologetic-opener": {"body"}, "filler-opener": {"body"}, "generic-greeting": {"greeting"},
    "subject-vague": {"subject"}, "name-mismatch": {"greeting"}, "unanswered-question": {"quote"},
    "cta-vague": TEXT, "digression": TEXT, "question-stream": TEXT, "overlong-sentence": TEXT,
    "overlong-paragraph": TEXT | {"greeting"}, "wall-of-text": TEXT | {"greeting"},
    "data-overload": TEXT, "sum-mismatch": TEXT,
    "mixed-language": TEXT, "placeholder-left": ANY, "link-mismatch": ANY, "date-past": ANY, "date-mismatch": ANY,
}  # all others: WRITTEN; a paragraph may begin with the greeting
FLAGS = {"apologetic-opener": "opening", "filler-opener": "opening", "cta-vague": "closing"}
PARTS = {"missing-greeting": "greeting", "missing-signoff": "signoff", "missing-signature": "signature"}
ORIGINS = {"missing-thanks": "reply", "missing-help-offer": "reply", "missing-introduction": "first"}


def names(text):
    return [name.strip() for name in text.split(",") if name.strip()]


class Gold:
    """A .gold file: its head, the message without marks, the labels as (check, begin, end) in bytes."""

    def __init__(self, path):
        head, _, body = path.read_text("utf-8").partition("\n---\n")
        self.meta = {key: value.strip() for key, _, value in
                     (line[1:].partition(" ") for line in head.splitlines())}
        self.expect, self.maybe = (names(self.meta.get(key, "")) for key in ("expect", "maybe"))
        self.bytes, self.labels, at = b"", [], 0
        for mark in MARK.finditer(body):
            self.bytes += body[at:mark.start()].encode()
            begin = len(self.bytes)
            self.bytes += mark[2].encode()
            self.labels += [(name, begin, len(self.bytes)) for name in names(mark[1])]
            at = mark.end()
        self.bytes += body[at:].encode()

    def run(self, program, folder, *options):
        path = pathlib.Path(folder) / f"message.{self.meta['format']}"
        path.write_bytes(self.bytes)
        command = [program, "--quiet", "--no-config", "--format=json", *options,
                   *(f"--{key}={self.meta[key]}" for key in ("lang", "channel", "audience", "today"))]
        if self.meta["kind"] == "template":
            command.append("--template")
        done = subprocess.run([*command, path], capture_output=True, timeout=120, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"gold_zones: exit {done.returncode}: {done.stderr.decode()}")
        return json.loads(done.stdout)["files"][0]

    def line(self, offset):
        return self.bytes.count(b"\n", 0, offset) + 1


def touches(item, begin, end):
    return item["offset"] < end and begin < item["offset"] + item["length"]


def placed(gold, model):
    """For each label: whether it stands where it may."""
    sentences = [(block["zone"], sentence) for block in model["blocks"] for sentence in block["sentences"]]
    for check, begin, end in gold.labels:
        there = [(zone, s) for zone, s in sentences if touches(s, begin, end)]
        zones = sorted({zone for zone, _ in there})
        good = bool(zones) and set(zones) <= ZONES.get(check, WRITTEN)
        yield "place", good, gold.line(begin), f"{check} in {', '.join(zones) or 'no zone'}"
        if check in FLAGS:
            flag = FLAGS[check]
            yield flag, any(s[flag] for _, s in there), gold.line(begin), f"{check} outside the {flag}"


def parts(gold, model):
    """Whether greeting, sign-off and signature are there or not, and the origin is what it must be."""
    zones = {block["zone"] for block in model["blocks"]}
    ends = [s["text"] for block in model["blocks"] if block["zone"] == "signoff" for s in block["sentences"]]
    if any(re.search(r",\s*\w", text) for text in ends):
        zones.add("signature")  # "Regards, Tom"
    for check, zone in PARTS.items():
        if check not in gold.maybe and gold.meta["channel"] != "webform":
            wanted = check not in gold.expect
            yield zone, (zone in zones) == wanted, 1, f"{'no' if wanted else 'a'} {zone}"
    for check, origin in ORIGINS.items():
        if check in gold.expect:
            came = model["facts"]["origin"]
            yield "origin", came == origin, 1, f"{check}, but origin {came}"


def findings(report):
    for finding in report["findings"]:
        good = finding["zone"] in ZONES.get(finding["rule"], ANY) and (
            finding["zone"] != "quote" or finding["rule"] == "unanswered-question")
        yield "finding", good, finding["line"], f"{finding['rule']} found in {finding['zone']}"


def main():
    program = os.path.abspath(os.environ.get("TACTLINT", str(ROOT.parents[1] / "tactlint")))
    folders = [pathlib.Path(name) for name in sys.argv[1:]] or [ROOT]
    counts = collections.defaultdict(lambda: [0, 0])
    with tempfile.TemporaryDirectory() as temporary:
        for source in sorted(path for folder in folders for path in folder.glob("*/*.gold")):
            gold = Gold(source)
            model = gold.run(program, temporary, "--dump=model")
            for checked in (placed(gold, model), parts(gold, model), findings(gold.run(program, temporary))):
                for what, good, line, text in checked:
                    counts[what][0] += good
                    counts[what][1] += 1
                    if not good:
                        print(f"{source.parent.name}/{source.name}:{line}: {text}")
    print("zones: " + ", ".join(f"{what} {n} of {total}" for what, (n, total) in counts.items()))
    sys.exit(any(n < total for n, total in counts.values()))


main()
