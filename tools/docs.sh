#!/bin/sh
# The documents say what the program does: tools/docs.sh [ROOT].  TACTLINT is the program.
#   - every option of --help is in the manual page, and the other way round
#   - every member of the schemas in docs/ is in docs/json.md
#   - every kind of checks, and every key of rule and language files, is in man/tactlint-rules.5
#   - the session that README.md shows is what the program prints
#   - every file that a Markdown page links to or names in a table of folders is there
#   - every folder of src/ says at its door what it is for
# SPDX-License-Identifier: MIT
set -u

cd "${1:-$(dirname "$0")/..}" || exit 2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0

claim() { # text, what is wrong (a file; empty is right)
    if [ -s "$2" ]; then
        failed=$((failed + 1))
        sed "s|^|docs: $1: |" "$2"
    else
        passed=$((passed + 1))
    fi
}

options() { grep -oE -e '--[a-z][a-z-]*' | sort -u; }

if [ -n "${TACTLINT-}" ] && [ -f man/tactlint.1 ]; then
    "$TACTLINT" --help | options >"$dir/help"
    # in mdoc an option is written ".It Fl f , Fl -format Ns = Ns Ar name"
    grep -E '^\.It Fl' man/tactlint.1 | grep -oE 'Fl (Fl |\\-|-)[a-z][a-z\\-]*' |
        sed -e 's/^Fl \(Fl \|\\-\|-\)/--/' -e 's/\\-/-/g' | sort -u >"$dir/man"
    comm -23 "$dir/help" "$dir/man" >"$dir/wrong"
    claim 'option of --help that man/tactlint.1 lacks' "$dir/wrong"
    comm -13 "$dir/help" "$dir/man" >"$dir/wrong"
    claim 'option of man/tactlint.1 that --help lacks' "$dir/wrong"
fi

if [ -f docs/json.schema.json ]; then
    python3 - >"$dir/wrong" <<'PYTHON'
import glob
import json
import re


def members(node):
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from members(value)


text = open("docs/json.md", encoding="utf-8").read()
schemas = [json.load(open(path, encoding="utf-8")) for path in glob.glob("docs/[cj]*.schema.json")]
for name in sorted({name for schema in schemas for name in members(schema)}):
    if not re.search(rf'`{name}`|"{name}"', text):
        print(name)
PYTHON
    claim 'member that docs/json.md lacks' "$dir/wrong"
fi

if [ -f docs/rule.schema.json ]; then
    python3 - >"$dir/wrong" <<'PYTHON'
import json
import re


def members(node):
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from members(value)
    elif isinstance(node, list):
        for value in node:
            yield from members(value)


lines = open("man/tactlint-rules.5", encoding="utf-8").read().splitlines()
told = set(re.findall(r"\w+", " ".join(line for line in lines if re.match(r"\.(It|Cm|Ss) ", line))))
for name in ("rule", "language"):
    schema = json.load(open(f"docs/{name}.schema.json", encoding="utf-8"))
    for key in sorted(set(members(schema)) - told):
        print(f"the key '{key}' of a {name} file")
for kind in re.findall(r"^KIND\((\w+)\)", open("src/rules/kinds.def", encoding="utf-8").read(), re.M):
    if f".Ss {kind}" not in lines:
        print(f"the kind '{kind}'")
PYTHON
    claim 'man/tactlint-rules.5 does not tell of' "$dir/wrong"
fi

# What README.md shows as a session is what the program prints.
if [ -n "${TACTLINT-}" ] && grep -q '^    \$ cat draft.txt$' README.md; then
    sed -n '/^    \$ cat draft.txt$/,/^    \$ tactlint draft.txt$/p' README.md | sed '1d;$d;s/^    //' >"$dir/draft.txt"
    sed -n '/^    \$ tactlint draft.txt$/,/^$/p' README.md | sed '1d;/^$/d;s/^    //' >"$dir/expected"
    (cd "$dir" && "$TACTLINT" --format=gcc draft.txt) | diff "$dir/expected" - >"$dir/wrong"
    claim 'README.md shows what the program does not print' "$dir/wrong"
fi

for page in *.md docs/*.md testdata/*.md src/*/*.md; do
    [ -f "$page" ] || continue
    grep -oE '\]\([^)#]+' "$page" | sed 's/^](//' | grep -vE '^[a-z]+:' | while read -r link; do
        [ -e "$(dirname "$page")/$link" ] || echo "$page links to $link, which is not there"
    done
done >"$dir/wrong"
claim 'dead link' "$dir/wrong"

for folder in src/*/; do
    page=${folder}README.md
    if [ ! -f "$page" ]; then
        echo "$page is missing"
        continue
    fi
    [ "$(wc -l <"$page")" -le 25 ] || echo "$page has more than 25 lines"
    for file in "$folder"*.[ch] "$folder"*.def; do
        name=$(basename "$file")
        case $name in '*'*) continue ;; esac
        stem=${name%.*}
        grep -qF -e "\`$stem\`" -e "\`${stem%%_*}_*\`" "$page" || echo "$page does not tell what $name is"
    done
done >"$dir/wrong"
claim 'the sign at the door' "$dir/wrong"

echo "docs: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
