#!/usr/bin/env python3
"""Holds our reading of mail against that of others, over collections of real and broken messages.

    tests/corpora/run.py DIR [SUITE…]        CONTENT_DUMP, GMIME_PARTS: the programs of this folder

DIR/mime has mail-parser/, mime4j/, cpython/ and more; DIR/templates has HTML, text and Markdown.
Prints what agrees and every disagreement.  Exit status 1 where docs/tolerance.md judges one not.
SPDX-License-Identifier: MIT
"""
import importlib
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the folder stays as it was

import common  # noqa: E402  (after the line above)

SUITES = ["mail_parser", "mime4j", "cpython", "positions", "gmime", "reply_trimmer", "templates",
          "vale", "engine"]


def main():
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / "mime").is_dir():
        sys.exit("tests/corpora/run.py: error: name the folder of the corpora, which has mime/ in it")
    judged = common.judgements()
    bad = 0
    for name in sys.argv[2:] or SUITES:
        bad += importlib.import_module(name).run(Path(sys.argv[1]), judged).report()
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
