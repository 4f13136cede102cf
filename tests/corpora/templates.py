"""Repositories of mail templates: every file lints, no finding stands inside a tag, what one mail is in two
forms gives the same findings.

- a mail before and after its styles were put into its elements (postmark, postmark-inlined);
- its HTML and its text: what differs is judged, as the texts are not quite the same;
- a text in its own charset and in UTF-8 (mailman);
- the placeholders of a text are those that a plain search finds, each whole and in a word.

SPDX-License-Identifier: MIT
"""
import importlib.util
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

import common

# by its path: a suite of this folder has the same name
SPEC = importlib.util.spec_from_file_location("support", common.ROOT / "tests" / "support" / "positions.py")
positions = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(positions)

TAG = re.compile(rb"\{\{.*?\}\}|\(\([A-Za-z_ ]+\)\)|%\(\w+\)s")
CONTROL = re.compile(rb"\{\{[#/^!>]|\{\{else")
CHARSETS = {"mailman/lt": "iso-8859-13", "mailman/sv": "iso-8859-1"}
OF_THE_WHOLE = ("missing-", "overlong-message")  # they stand where there is room, whatever is there
OPTIONS = ["--no-config", "--template", "--today=2026-11-21", "--format=json"]


def lint(folder, *options):
    """The report on all files below a folder, by their paths in it."""
    done = subprocess.run([os.environ.get("TACTLINT", "tactlint"), *OPTIONS, *options, "."], cwd=folder, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        raise SystemExit(f"tactlint: status {done.returncode}: {done.stderr.decode()[-2000:]}")
    files = json.loads(done.stdout)["files"]
    return {str(Path(file["path"])): file for file in files}


def said(file):
    return sorted((f["rule"], positions.plain(f["text"])) for f in file["findings"])


def charset_of(name):
    return CHARSETS.get(str(Path(name).parent), "utf-8")


def hold_findings(suite, name, data, file):
    """Each finding stands on its words, and on whole tags or none."""
    how = ["html", "utf-8"] if name.endswith(".html") else ["8bit", charset_of(name)]
    for finding in file["findings"]:
        begin, end = finding["offset"], finding["offset"] + finding["length"]
        cut = [t.group() for t in TAG.finditer(data) if t.start() < end and begin < t.end()
               and not (begin <= t.start() and t.end() <= end)]
        suite.compare(name, "tags in findings", cut, [], f"cuts {finding['rule']}")
        suite.compare(name, "findings on their words", list(positions.complaints(data, finding, how)), [],
                      f"place {finding['rule']}")


def hold_words(suite, name, data, model):
    """The placeholders of a text, as the model has them in its words."""
    words = [word["text"] for block in model["blocks"] for sentence in block["sentences"]
             for word in sentence["words"]]
    ours = [tag for word in words for tag in TAG.findall(word.encode())]
    theirs = [b" ".join(t.split()) for t in TAG.findall(data) if not CONTROL.match(t)]
    suite.compare(name, "placeholders", ours, theirs)


def compare_twins(suite, files):
    for name, file in files.items():
        if name.startswith("postmark/"):
            inlined = files[name.replace("postmark/", "postmark-inlined/", 1)]
            suite.compare(name, "inlined", said(file), said(inlined))
        if name.startswith("postmark") and name.endswith(".html"):
            text = files[name.removesuffix("html") + "txt"]
            ours, theirs = ([(r, "" if r.startswith(OF_THE_WHOLE) else t) for r, t in said(f)] for f in (file, text))
            for rule in sorted({rule for rule, _ in ours + theirs}):
                suite.compare(name, "html and text", [t for r, t in ours if r == rule],
                              [t for r, t in theirs if r == rule], f"html and text {rule}")


def compare_charsets(suite, folder, files):
    """Texts in charsets of eight bits say the same in UTF-8."""
    with tempfile.TemporaryDirectory() as copy:
        names = [name for name in files if charset_of(name) != "utf-8"]
        for name in names:
            path = Path(copy) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((folder / name).read_bytes().decode(charset_of(name)).encode())
        again = lint(copy)
        for name in names:
            suite.compare(name, "charset", said(files[name]), said(again[name]))


def run(folder, judged):
    suite = common.Suite("templates", judged)
    folder = folder / "templates"
    files = lint(folder)
    models = lint(folder, "--dump=model")
    there = sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.suffix in (".html", ".txt", ".md"))
    suite.compare("all", "files", sorted(files), there)
    for name, file in sorted(files.items()):
        data = (folder / name).read_bytes()
        hold_findings(suite, name, data, file)
        if not name.endswith(".html"):
            hold_words(suite, name, data, models[name])
    compare_twins(suite, files)
    compare_charsets(suite, folder, files)
    return suite
