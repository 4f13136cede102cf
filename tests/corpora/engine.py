"""With and without literals and JIT, all checks find the same in all files of the corpora, their rule packs'
texts and the labelled messages beside them: byte by byte.  Rules of the packs that load run too.

SPDX-License-Identifier: MIT
"""
import importlib.util
import shutil
import tempfile
from pathlib import Path

import common

SPEC = importlib.util.spec_from_file_location("engine_check", common.ROOT / "tests" / "engine.py")
engine = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(engine)


def packs_copy(folder, to):
    """The rules of all packs as rules for every language; an `action` changes no finding."""
    for file in sorted((folder / "vale-packs").glob("*/*/*.yml")):
        if file.parent.name == file.parent.parent.name:
            shutil.copy(file, Path(to) / f"{file.parent.name}-{file.name}")


def run(folder, judged):
    suite = common.Suite("engine", judged)
    folders = [folder, *[beside for beside in [folder.parent / "gold"] if beside.is_dir()]]
    with tempfile.TemporaryDirectory() as packs:
        packs_copy(folder, packs)
        for options in ((), (f"--rules={packs}",)):
            n, wrong = engine.differences(engine.files_of(folders), options)
            for i in range(n):
                suite.compare(f"{len(options)} packs, report {i}", "reports", wrong[i:i + 1], [])
    return suite
