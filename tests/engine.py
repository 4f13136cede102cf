#!/usr/bin/env python3
"""With and without literals and JIT, all checks find the same: tests/engine.py [FOLDER…]

TACTLINT is the program.  Without a FOLDER, over testdata and over the rule files themselves, whose examples
are full of what rules look for: a third of them.  SPDX-License-Identifier: MIT
"""
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WITHOUT = ("literals", "jit")
OPTIONS = ["--no-config", "--quiet", "--format=json", "--today=2026-11-21", "--fail-level=never"]
ENDINGS = {".eml", ".txt", ".html", ".htm", ".md", ".gold", ".yml", ".mbox"}


def tactlint(*args):
    done = subprocess.run([os.environ.get("TACTLINT", "tactlint"), *args], check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.returncode not in (0, 2):
        sys.exit(f"engine: tactlint: status {done.returncode}: {done.stderr.decode()[-2000:]}")
    return done.stdout


def all_rules(options):
    lines = tactlint("--no-config", *options, "--list-rules").decode().splitlines()[1:]
    slow = {"Vale.Spelling"}  # asks dictionaries, not patterns
    return "--enable=" + ",".join(sorted({line.split()[0] for line in lines} - slow))


def files_of(folders):
    return sorted(str(path) for folder in folders for path in Path(folder).rglob("*")
                  if path.is_file() and path.suffix in ENDINGS and path.stat().st_size < 1 << 15
                  and path.parent.name != "words")  # patterns, not texts


def differences(files, options=()):
    """How many reports were held against others, and which of them differ."""
    enable, wrong, n, step = all_rules(options), [], 0, 500
    for i in range(0, len(files), step):
        some = [*OPTIONS, *options, enable, *files[i:i + step]]
        plain = tactlint(*some)
        for without in WITHOUT:
            n += 1
            if tactlint(f"--without={without}", *some) != plain:
                wrong.append(f"--without={without}: files {i} to {i + step}, from {files[i]}")
    return n, wrong


def main():
    files = files_of(sys.argv[1:] or [ROOT / "testdata"])
    files += [] if sys.argv[1:] else files_of([ROOT / "rules.d"])[::3]  # each is many letters long
    n, wrong = differences(files)
    for line in wrong:
        print(f"engine: {line} is not the same")
    print(f"engine: {n - len(wrong)} passed, {len(wrong)} failed")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
