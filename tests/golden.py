#!/usr/bin/env python3
"""Runs every folder of testdata/cases: what tactlint prints, and whether what it points at is there.

    tests/golden.py [--update] [CASES]      TACTLINT: the program, its rules beside it; EVERY=4: each fourth case

testdata/README.md says what a case folder holds.
SPDX-License-Identifier: MIT
"""
import difflib
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

try:
    import jsonschema
except ImportError:  # it may be a package of the system's Python and not of the first one on PATH
    if sys.executable != "/usr/bin/python3" and not os.environ.get("TL_SYSTEM_PYTHON"):
        os.environ["TL_SYSTEM_PYTHON"] = "1"
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    sys.exit("tests/golden.py: error: Python's jsonschema is missing; tools/deps.sh test installs it")

import positions  # noqa: E402  (needs the path above)

TODAY = "2026-11-21"
FORMATS = ["gcc", "pretty", "json", "model"]
NO_FINDINGS = ("--explain", "--list", "--help", "--version", "--test-rules", "--dump")


class Case:
    def __init__(self, folder, cases):
        self.folder = folder
        self.name = str(folder.relative_to(cases))
        self.inputs = sorted(p.name for p in folder.glob("input.*"))[:1]
        args = folder / "args"
        self.args = args.read_text().splitlines() if args.exists() else []
        self.formats = [f for f in FORMATS if (folder / f"expected.{f}").exists()]
        known = folder / "KNOWN_BUG"
        self.known_bug = known.read_text().strip() if known.exists() else None
        self.lints = not any(a.startswith(NO_FINDINGS) for a in self.args)

    def run(self, format_name, home):
        """Returns standard output, standard error and the exit status."""
        program = Path(os.environ.get("TACTLINT", ROOT / "tactlint")).resolve()
        configured = (self.folder / ".tactlint.yml").exists()
        form = "--dump=model" if format_name == "model" else f"--format={format_name}"
        command = [str(program), f"--today={TODAY}", form,
                   *([] if configured else ["--no-config"]), *self.args, *self.inputs]
        env = {"PATH": os.environ.get("PATH", ""), "HOME": home, "LC_ALL": "C", "COLUMNS": "80",
               "ASAN_OPTIONS": "exitcode=99", "UBSAN_OPTIONS": "exitcode=99:print_stacktrace=1"}
        stdin = self.folder / "stdin"
        with open(stdin if stdin.exists() else os.devnull, "rb") as feed:
            done = subprocess.run(command, cwd=self.folder, env=env, stdin=feed, timeout=120,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        here = f"{program.parent}/".encode()  # no path of this machine in what is expected
        return done.stdout.replace(here, b""), done.stderr.replace(here, b""), done.returncode

    def bytes_of(self, path):
        """The bytes of a linted file, or None where it is none of ours (an archive's member …)."""
        for candidate in (self.folder / path, self.folder / "stdin"):
            if candidate.is_file():
                return candidate.read_bytes()
        return None


def shown(stdout, stderr, status):
    text = stdout + stderr
    if text and not text.endswith(b"\n"):
        text += b"\n"
    return text + f"exit {status}\n".encode()


def canonical(stdout):
    """JSON laid out for people, without what changes with each release."""
    value = json.loads(stdout)
    value.get("tool", {})["version"] = "VERSION"
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def difference(name, expected, actual):
    lines = [text.decode("utf-8", "backslashreplace").splitlines() for text in (expected, actual)]
    return "\n".join(difflib.unified_diff(*lines, f"{name} (expected)", f"{name} (came)", lineterm=""))


def check_output(case, home, update):
    """Yields a complaint for each expected file that differs; with update rewrites it instead."""
    if not case.formats and not update:
        yield "no expected.gcc, expected.json or expected.pretty"
    for name in case.formats or ["gcc"]:
        stdout, stderr, status = case.run(name, home)
        wanted = {f"expected.{name}": shown(stdout, stderr, status)}
        if name == "json":
            try:
                wanted["expected.json"] = canonical(stdout)
            except ValueError as error:
                yield f"no JSON: {error}: {stdout[:200]!r} {stderr[:500]!r}"
                continue
            if (case.folder / "expected.exit").exists() or "gcc" not in case.formats:
                wanted["expected.exit"] = f"exit {status}\n".encode()
        for file, actual in wanted.items():
            path = case.folder / file
            expected = path.read_bytes() if path.exists() else b""
            if update:
                if expected != actual:
                    path.write_bytes(actual)
            elif expected != actual:
                yield difference(f"{case.name}/{file}", expected, actual)


def check_json(case, home, validator):
    """The properties that hold for every case: valid JSON, true positions.  Returns complaints, findings."""
    stdout, stderr, status = case.run("json", home)
    if status not in (0, 1, 2):
        return [f"exit status {status}: {stderr.decode(errors='replace')[-2000:]}"], 0
    try:
        report = json.loads(stdout)
    except ValueError as error:
        return ([] if status == 2 else [f"no JSON: {error}"]), 0
    complaints = [f"schema: {'/'.join(map(str, e.absolute_path))}: {e.message}"
                  for e in validator.iter_errors(report)]
    if complaints:
        return complaints, 0
    decode = case.folder / "decode"
    how = decode.read_text().split() if decode.exists() else ["8bit", "utf-8"]
    n_findings = 0
    for file in report["files"]:
        data = case.bytes_of(file["path"])
        if data is None:
            continue
        for finding in file["findings"]:
            n_findings += 1
            complaints += [f"{finding['rule']} at {finding['line']}:{finding['column']}: {text}"
                           for text in positions.complaints(data, finding, how)]
    return complaints, n_findings


def judge(case, validator, update):
    """Returns whether the case passes, what to print, and how many positions were held."""
    if update and case.known_bug is not None:
        return True, "", 0  # what is expected there was written by hand
    with tempfile.TemporaryDirectory() as home:
        complaints = list(check_output(case, home, update))
        n_findings = 0
        if case.lints and not update:
            more, n_findings = check_json(case, home, validator)
            complaints += more
    if case.known_bug is not None and not update:
        if complaints:
            return True, f"known bug: {case.name}: {case.known_bug}", 0
        return False, f"{case.name}: passes now: delete KNOWN_BUG ({case.known_bug})", 0
    text = "".join(f"{case.name}: {complaint}\n" for complaint in complaints)
    return not complaints, text.rstrip("\n"), n_findings


def main():
    arguments = sys.argv[1:]
    update = "--update" in arguments
    paths = [a for a in arguments if a != "--update"]
    cases = Path(paths[0]).resolve() if paths else ROOT / "testdata" / "cases"
    schema = json.loads((ROOT / "docs" / "json.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    folders = sorted(p for p in cases.glob("*/*") if p.is_dir())[::int(os.environ.get("EVERY", "1"))]
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        results = list(pool.map(lambda f: judge(Case(f, cases), validator, update), folders))
    for _, text, _ in results:
        if text:
            print(text)
    failed = sum(not passed for passed, _, _ in results)
    if update:
        print(f"{len(results)} cases rewritten; review the difference")
        return 0
    print(f"positions: {sum(n for _, _, n in results)} findings stand where the report says"
          if not failed else "positions: see above")
    print(f"golden: {len(results) - failed} passed, {failed} failed")
    return 0 if results and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
