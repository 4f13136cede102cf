"""Messages broken in the ways in which mail breaks, the same ones in each run.

SPDX-License-Identifier: MIT
"""
import random
import re

BOUNDARY = re.compile(rb"(?m)^--[^\r\n]{2,}")


def byte_flipped(rng, data):
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1:]


def line_dropped(rng, data):
    lines = data.splitlines(keepends=True)
    del lines[rng.randrange(len(lines))]
    return b"".join(lines)


def line_doubled(rng, data):
    lines = data.splitlines(keepends=True)
    at = rng.randrange(len(lines))
    return b"".join(lines[:at + 1] + lines[at:])


def boundary_cut(rng, data):
    found = list(BOUNDARY.finditer(data))
    if not found:
        return line_dropped(rng, data)
    begin, end = rng.choice(found).span()
    return data[:rng.randrange(begin, end)] + data[end:]


def end_cut(rng, data):
    return data[:rng.randrange(len(data))]


WAYS = [byte_flipped, line_dropped, line_doubled, boundary_cut, end_cut]


def copies(data, name, count):
    """Pairs of what was done and the broken message."""
    rng = random.Random(name)  # by its name, so that one more file changes nothing else
    for i in range(count if data else 0):
        way = WAYS[i % len(WAYS)]
        yield f"{way.__name__}{i // len(WAYS)}", way(rng, data)
