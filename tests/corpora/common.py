"""What the comparisons share: our reading of files, and the list of agreements and disagreements.

SPDX-License-Identifier: MIT
"""
import base64
import fnmatch
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TOLERANCE = ROOT / "docs" / "tolerance.md"


def read(paths, program="CONTENT_DUMP"):
    """The reading of the files, in their order, by the program that an environment variable names."""
    done = subprocess.run([os.environ[program]], input="".join(f"{p}\n" for p in paths).encode(),
                          stdout=subprocess.PIPE, check=False)
    lines = done.stdout.splitlines()
    if done.returncode != 0 or len(lines) != len(paths):
        raise SystemExit(f"{program}: status {done.returncode} at {paths[len(lines):][:1]}")
    return [json.loads(line) for line in lines]


def read_bytes(messages, *programs):
    """The same of messages in memory; a list for each program if there are more."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, data in enumerate(messages):
            paths.append(Path(folder) / f"{i}.eml")
            paths[-1].write_bytes(data)
        readings = [read(paths, program) for program in programs or ["CONTENT_DUMP"]]
        return readings if programs else readings[0]


def payload(part):
    """The bytes of a leaf of ours without transfer encoding; None where it has parts."""
    return base64.b64decode(part["bytes"]) if "bytes" in part else None


def lines_of(data):
    """Bytes or text with every line end as LF, without those at the end: programs differ about which
    line end belongs to a boundary, and none of them is shown."""
    if isinstance(data, bytes):
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\n")
    return data.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def excerpt(value, other):
    """A value from shortly before where it differs from another one, short enough for a line."""
    same = 0
    if isinstance(value, (str, bytes)) and type(value) is type(other):
        same = len(os.path.commonprefix([value, other]))
        value = value[max(0, same - 20):same + 60]
    return (f"…{same}: " if same > 20 else "") + repr(value)[:240]


def judgements():
    """Pairs of a pattern over "suite file aspect" and the heading of docs/tolerance.md that it stands
    under: lines "Judges: `pattern`, `pattern`"."""
    found, heading = [], ""
    for line in TOLERANCE.read_text().splitlines() if TOLERANCE.exists() else []:
        if line.startswith("#"):
            heading = line.lstrip("# ")
        if line.startswith("Judges:"):
            found += [(pattern, heading) for pattern in re.findall(r"`([^`]+)`", line)]
    return found


class Suite:
    """Counts what agrees and keeps what does not; `aspect` says what was compared."""

    def __init__(self, name, judged):
        self.name = name
        self.judged = judged
        self.used = set()
        self.agreements = {}
        self.disagreements = []

    def compare(self, file, aspect, ours, theirs, key=None):
        """key: the aspect of each, where all of them are judged alike."""
        agreed = self.agreements.setdefault(aspect, [0, 0])
        agreed[1] += 1
        if ours == theirs:
            agreed[0] += 1
            return True
        self.disagree(file, key or aspect, f"ours {excerpt(ours, theirs)}", f"theirs {excerpt(theirs, ours)}")
        return False

    def disagree(self, file, aspect, *texts):
        name = f"{self.name} {file} {aspect}"
        heading = next((h for p, h in self.judged if fnmatch.fnmatchcase(name, p)), None)
        self.used |= {p for p, _ in self.judged if fnmatch.fnmatchcase(name, p)}
        self.disagreements.append((name, heading, texts))

    def report(self):
        """Prints everything; returns how many disagreements nobody judged."""
        for name, heading, texts in self.disagreements:
            print(f"{name}: {'judged: ' + heading if heading else 'NOT JUDGED'}")
            for text in texts:
                print(f"    {text}")
        unjudged = sum(1 for _, heading, _ in self.disagreements if heading is None)
        sums = ", ".join(f"{aspect} {n} of {total}" for aspect, (n, total) in self.agreements.items())
        stale = [p for p, _ in self.judged if p.startswith(self.name + " ") and p not in self.used]
        for pattern in stale:
            print(f"docs/tolerance.md judges '{pattern}', which agrees now")
        print(f"{self.name}: agree: {sums or 'nothing compared'}; "
              f"{len(self.disagreements) - unjudged} judged, {unjudged} not judged\n")
        return unjudged + len(stale)
