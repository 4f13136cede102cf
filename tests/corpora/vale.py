"""Runs Vale style packs unchanged: what loading reports, and their own scenarios.

vale-packs/PACK has the style PACK/, features/rules.feature with what Vale prints, and for each
scenario a folder fixtures/NAME with documents and a .vale.ini that says which rules run.
SPDX-License-Identifier: MIT
"""
import collections
import configparser
import fnmatch
import json
import os
import re
import subprocess

import common

# What loading a pack must report: rules, not supported, dead tokens.  Each is a fact about the pack.
REPORTS = {
    "Google": (31, 0, 3),
    "write-good": (8, 0, 0),
    "proselint": (34, 0, 0),
}

# Fixtures are no letters: nothing is a greeting or an answer in a form.
READING = ["--no-config", "--channel=webform", "--lang=en", "--quiet"]


def tactlint(arguments, folder):
    done = subprocess.run([os.environ["TACTLINT"], *arguments], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    return done.stdout.decode(), done.stderr.decode()


def report_compare(suite, pack):
    """The line that --list-rules ends with, and that nothing is said besides."""
    out, err = tactlint(["--no-config", "--list-rules", f"--styles={pack / pack.name}"], pack)
    found = re.search(rf"^{re.escape(pack.name)}: (\d+) rules?, (\d+) not supported.*, (\d+) dead", out, re.M)
    ours = tuple(int(n) for n in found.groups()) if found else None
    suite.compare(pack.name, "report", ours, REPORTS[pack.name])
    for line in err.splitlines():
        if ": error:" in line:
            suite.disagree(pack.name, "error", line.split(": error:", 1)[1])


def scenarios(pack):
    """Pairs of a fixture and the lines that Vale prints for it."""
    text = (pack / "features" / "rules.feature").read_text()
    for name, lines in re.findall(r'When I test "(.+?)".*?"""\n(.*?)\n *"""', text, re.S):
        yield name, [line.strip() for line in lines.splitlines() if line.strip()]


def settings(folder):
    """The section of .vale.ini for each glob of names: keys and values; and the lowest level."""
    parser = configparser.ConfigParser(delimiters="=", interpolation=None, strict=False)
    parser.optionxform = str
    parser.read_string("[core]\n" + (folder / ".vale.ini").read_text())
    level = parser["core"].get("MinAlertLevel", "suggestion")
    return level, {name: dict(parser[name]) for name in parser.sections() if name != "core"}


def globs(pattern):
    """fnmatch's patterns for one of Vale's: "*.{md,rst}" is two."""
    found = re.fullmatch(r"(.*)\{(.*)\}(.*)", pattern)
    return [found[1] + part + found[3] for part in found[2].split(",")] if found else [pattern]


def wanted_rules(sections, name):
    """What --only, --disable and levels say for a file of that name."""
    only, disable = [], []
    for pattern, keys in sections.items():
        if not any(fnmatch.fnmatchcase(name, each) for each in globs(pattern)):
            continue
        for key, value in keys.items():
            if key == "BasedOnStyles":
                only += [style.strip() for style in value.split(",") if style.strip() != "Vale"]
            elif value in ("YES", "suggestion", "warning", "error"):
                only.append(key)
            elif value == "NO":
                disable.append(key)
    return only, disable


def findings(pack, folder, name, sections, level):
    """Our lines for a file, as Vale prints them."""
    only, disable = wanted_rules(sections, name)
    # Vale passes over a rule that is not there; we do not
    only = [rule for rule in only if "." not in rule or (pack / (rule.replace(".", "/") + ".yml")).exists()]
    if not only:
        return
    arguments = [*READING, "--format=json", f"--styles={pack / pack.name}", f"--only={','.join(only)}",
                 f"--min-level={level.replace('suggestion', 'note')}", "--keep-going", name]
    if disable:
        arguments.insert(0, f"--disable={','.join(disable)}")
    out, err = tactlint(arguments, folder)
    if not out:
        raise SystemExit(f"tactlint {' '.join(arguments)}: {err}")
    for file in json.loads(out)["files"]:
        for one in file["findings"]:
            yield f"{name}:{one['line']}:{one['column']}:{one['rule']}:{one['message']}"


def scenario_compare(suite, pack, fixture, theirs):
    folder = pack / "fixtures" / fixture
    level, sections = settings(folder)
    ours = []
    for path in sorted(folder.iterdir()):
        if not path.name.startswith("."):
            ours += findings(pack, folder, path.name, sections, level)
    left = collections.Counter(ours) - collections.Counter(theirs)
    missing = collections.Counter(theirs) - collections.Counter(ours)
    same = suite.agreements.setdefault("scenarios", [0, 0])
    same[0] += not left and not missing
    same[1] += 1
    for line in theirs:
        suite.agreements.setdefault("lines", [0, 0])[1] += 1
        suite.agreements["lines"][0] += line not in missing
    for line in missing.elements():
        suite.disagree(f"{pack.name}/{fixture}", "missing " + ":".join(line.split(":")[:4]), f"theirs {line}")
    for line in left.elements():
        suite.disagree(f"{pack.name}/{fixture}", "ours " + ":".join(line.split(":")[:4]), f"ours {line}")


def run(corpora, judged):
    suite = common.Suite("vale", judged)
    for name in REPORTS:
        pack = (corpora / "vale-packs" / name).resolve()
        if not pack.is_dir():
            continue
        report_compare(suite, pack)
        for fixture, lines in scenarios(pack):
            scenario_compare(suite, pack, fixture, lines)
    return suite
