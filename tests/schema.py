#!/usr/bin/env python3
"""The JSON Schemas for editors say what the loader says: tests/schema.py.  TACTLINT is the program.

  - docs/*.schema.json are what the program prints
  - every shipped rule and language file is valid
  - of a value of each shape at each key of each kind, what the schema refuses the loader refuses,
    and what the loader refuses for its key or its type the schema refuses
SPDX-License-Identifier: MIT
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
TACTLINT = os.environ.get("TACTLINT", str(ROOT / "tactlint"))
# What a value can look like.
SHAPES = {"text": "box", "number": 3, "true": True, "list": ["box"], "map": {"box": "lid"}}
# What the loader says of a key or a type; its other errors are about what a value means.
OF_SHAPE = re.compile(r"unknown key|'[a-z]+' must be (a text|a list|a map|a word|a pattern|true or)")

passed = failed = 0


def claim(good, text):
    global passed, failed
    passed, failed = passed + good, failed + (not good)
    if not good:
        print(f"schema: {text}")


def printed(name):
    return subprocess.run([TACTLINT, f"--schema={name}"], stdout=subprocess.PIPE, check=True).stdout


def is_valid(validator, value):
    return next(validator.iter_errors(value), None) is None


class Loader(yaml.SafeLoader):
    """YAML as editors read it: without dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:timestamp"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path):
    # every scalar is a text to the loader; only true, false and numbers look different to editors
    return yaml.load(path.read_text(encoding="utf-8"), Loader) or {}


def scalar(value):
    if isinstance(value, (bool, int)):
        return json.dumps(value)
    return "'" + value.replace("'", "''") + "'"


def flow(value):
    """A value as YAML without double quotes, which patterns must not have."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def candidates(schema):
    """Rules that are wrong, or not, in one key."""
    common = set(schema["properties"])
    for branch in schema["allOf"]:
        kind = branch["if"].get("properties", {}).get("extends", {}).get("const")
        if kind is None:
            continue
        own = set(branch["then"]["properties"])
        for key in sorted(own | common | {"tokns", "no such key"}):
            for shape, value in SHAPES.items():
                if (key, shape) == ("examples", "map"):
                    continue  # what is inside is for --test-rules
                yield f"{kind}, {key}: {shape}", {"extends": kind, "message": "m", key: value}


def errors_of(rules):
    """What the loader says of each rule."""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder) / "any"
        place.mkdir()
        for i, rule in enumerate(rules):
            (place / f"r{i}.yml").write_text(flow(rule) + "\n", encoding="utf-8")
        run = subprocess.run([TACTLINT, "--no-config", f"--rules={folder}", "--list-rules"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
                             text=True)
        said = {i: [] for i in range(len(rules))}
        for line in run.stderr.splitlines():
            found = re.search(r"/any/r(\d+)\.yml:\d+:\d+: error: (.*)", line)
            if found:
                said[int(found[1])].append(found[2])
        return said


def main():
    validators = {}
    for name in ("rule", "language"):
        text = printed(name)
        path = ROOT / "docs" / f"{name}.schema.json"
        claim(path.exists() and path.read_bytes() == text,
              f"docs/{name}.schema.json is not what --schema={name} prints: make schemas")
        schema = json.loads(text)
        jsonschema.Draft7Validator.check_schema(schema)
        validators[name] = jsonschema.Draft7Validator(schema)

    for path in sorted((ROOT / "rules.d").glob("*/words/*.yml")):
        value = load(path)
        claim(list(value) == ["classes"] and is_valid(validators["language"], value),
              f"{path.relative_to(ROOT)} is not a map of word classes below 'classes'")

    for path in sorted((ROOT / "rules.d").glob("*/*.yml")):
        if path.name == "languages.yml":
            for tag, value in load(path).items():
                claim(is_valid(validators["language"], value), f"{path.name}: {tag} is not valid")
            continue
        name = "language" if path.name == "language.yml" else "rule"
        for error in validators[name].iter_errors(load(path)):
            claim(False, f"{path.relative_to(ROOT)}: {list(error.path)}: {error.message[:200]}")
        claim(True, "")

    cases = list(candidates(validators["rule"].schema))
    said = errors_of([rule for _, rule in cases])
    for i, (title, rule) in enumerate(cases):
        valid = is_valid(validators["rule"], rule)
        shape = [text for text in said[i] if OF_SHAPE.match(text)]
        claim(valid or bool(said[i]), f"{title}: the schema refuses it, the loader does not")
        claim(not valid or not shape, f"{title}: the loader says {shape}, the schema does not")
    print(f"schema: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
