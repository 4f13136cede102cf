#!/bin/sh
# A check that cannot fail is worth nothing: feeds each script of tools/ what it must find, and what
# looks like it but is right.  SPDX-License-Identifier: MIT
set -u

tools=$(cd "$(dirname "$0")/.." && pwd)/tools
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0

count() { # text, whether it holds (0 is yes)
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "tests/tools.sh: failed: $1"
        sed 's/^/    out: /' "$dir/out"
    fi
}

# A project of one file (the path, then its text on standard input) that a tool looks at.
project() {
    rm -rf "$dir/p"
    mkdir -p "$dir/p/src" "$dir/p/tests" "$dir/p/tools" "$dir/p/$(dirname "$1")"
    cat >"$dir/p/$1"
}

finds() { # text, expected line, command…
    text=$1 expected=$2
    shift 2
    "$@" >"$dir/out" 2>&1
    status=$?
    [ "$status" -eq 1 ] && grep -q -e "$expected" "$dir/out"
    count "$text" $?
}

accepts() { # text, command…
    text=$1
    shift
    "$@" >"$dir/out" 2>&1
    count "$text" $?
}

layers() { "$tools/layers.sh" "$dir/p"; }
banned() { "$tools/banned.sh" "$dir/p"; }
lengths() { "$tools/lengths.sh" "$dir/p"; }

# --- layers.sh

echo '#include "source/span.h"' | project src/base/a.c
finds "a folder does not include a later one" '^src/base/a.c:1: error: src/base must not' layers
echo '#include "base/str.h"' | project src/source/a.c
accepts "a folder includes an earlier one" layers
echo '#include "source/span.h"' | project src/source/a.c
accepts "a folder includes itself" layers
printf '\n#  include "rules/set.h"\n' | project src/report/a.c
finds "the report does not include rules/" '^src/report/a.c:2: error' layers
echo '#include "model/zone.h"' | project src/report/a.h
finds "the report does not include model/" '^src/report/a.h:1: error' layers
echo '#include "finding/finding.h"' | project src/report/a.c
accepts "the report includes finding/" layers
echo '#include "span.h"' | project src/source/a.c
finds "a header is named from src/" 'to be named from src/' layers
echo '#include "base/str.h"' | project src/extra/a.c
finds "a new folder needs a place" 'src/extra is in no layer' layers
echo '#include "other/str.h"' | project src/cli/a.c
finds "a header of no folder is refused" '"other/str.h" is in no layer' layers
echo '#include "rules/x_internal.h"' | project src/cli/a.c
finds "an internal header stays in its folder" 'is for src/rules only' layers
echo '#include "cli/x.h"' | project src/model/a.def
finds "tables are held to the layers too" '^src/model/a.def:1: error' layers
while read -r header right wrong; do
    echo "#include <$header>" | project "$right"
    accepts "$header belongs in $right" layers
    echo "#include <$header>" | project "$wrong"
    finds "$header does not belong in $wrong" "^$wrong:1: error: <$header> is fenced" layers
done <<'FENCES'
pcre2.h src/base/regex.c src/rules/regex.c
utf8proc.h src/base/utf8.c src/base/str.c
utf8proc.h src/text/nfc.c src/text/html.c
iconv.h src/mime/charset_convert.c src/mime/charset_convert.h
libxml/parser.h src/text/html.c src/text/plain.c
libxml/HTMLparser.h src/text/html_table.c src/rules/html.c
yaml.h src/rules/yaml.c src/rules/load.c
jansson.h src/report/json.c src/report/sarif.c
jansson.h src/cli/dump_json.c src/cli/lint.c
FENCES
echo '#include <check.h>' | project src/base/a.c
finds "check.h is for tests" '<check.h> is fenced: tests only' layers

# --- banned.sh

for name in strcpy strcat sprintf strtok atoi gets strncpy alloca setlocale malloc; do
    printf 'int f(void)\n{\n    %s (a, b);\n}\n' "$name" | project src/base/a.c
    finds "$name() is found" "^src/base/a.c:3: error: $name() is not used here; use " banned
done
echo '    if (a) b = f(strcpy(a, b));' | project tests/unit/test_a.c
finds "tests are searched, and calls inside calls" '^tests/unit/test_a.c:1: error' banned
echo 'int strcpy_like(void); int x = tl_strcpy(1); y.gets = 1;' | project src/base/a.c
accepts "a name that only contains a banned one is none" banned
printf '/* strcpy(a,\n b) sprintf(x) */ int a; // gets(x)\n' | project src/base/a.c
accepts "a comment is not a call" banned
printf 'const char *s = "\\"strcpy(a)"; char c = '"'\"'"';\n' | project src/base/a.c
accepts "a string is not a call" banned
printf "char c = '\"'; strcpy(a, b); /* \" */\n" | project src/base/a.c
finds "a quote as a character does not begin a string" 'strcpy' banned
echo '    exit(1);' | project src/rules/a.c
finds "the library does not exit" 'exit() is not used here' banned
echo '    exit(1);' | project src/cli/main.c
accepts "the program does" banned

# --- lengths.sh

yes '//' | head -n 499 | project src/base/a.c
accepts "499 lines are short enough" lengths
yes '//' | head -n 500 | project src/base/a.c
finds "500 lines are too long" '^src/base/a.c:500: error: 500 lines' lengths

# --- headers.sh

mkdir -p "$dir/h/src/base"
cd "$dir/h" || exit 2
export CC="${CC:-cc} -Isrc -Wall -Wpedantic"
echo '#define TL_X 1' >src/base/a.h
accepts "a header of macros compiles alone" "$tools/headers.sh" src/base/a.h
echo 'size_t tl_f(void);' >src/base/b.h
finds "a header that needs another is found" 'src/base/b.h:1: error: does not compile alone' \
    "$tools/headers.sh" src/base/a.h src/base/b.h

# --- symbols.sh

library() {
    rm -f a.o a.a
    ${CC%% *} -c -o a.o -x c - && ar rcs a.a a.o
}
echo 'int tl_a; static int b; int tl_f(void) { return b; }' | library
accepts "names with the prefix, and static ones without" "$tools/symbols.sh" a.a
echo 'int tl_a; int forgotten(void) { return 1; }' | library
finds "a forgotten static is found" 'external name forgotten' "$tools/symbols.sh" a.a
echo 'static int b;' | library
finds "a library without names is suspicious" 'no names' "$tools/symbols.sh" a.a

# --- docs.sh

docs() { TACTLINT=$dir/tactlint "$tools/docs.sh" "$dir/d"; }
documents() { # a project whose documents are right
    rm -rf "$dir/d"
    mkdir -p "$dir/d/src/base" "$dir/d/man" "$dir/d/docs"
    touch "$dir/d/src/base/str.c" "$dir/d/src/base/kind_a.c" "$dir/d/src/base/kinds.def"
    cat >"$dir/d/src/base/README.md" <<'PAGE'
| `str` | text |
| `kind_*`, `kinds` | kinds |
PAGE
    printf '.It Fl h , Fl \\-help\n.It Fl Fl min-level Ns = Ns Ar level\n' >"$dir/d/man/tactlint.1"
    echo '{"properties": {"path": {}}}' >"$dir/d/docs/json.schema.json"
    cat >"$dir/d/docs/json.md" <<'PAGE'
`path` [schema](json.schema.json) [web](https://example.com/x) [there](#here)
PAGE
    printf '#!/bin/sh\necho "  -h, --help  help"; echo "  --min-level=LEVEL"\n' >"$dir/tactlint"
    chmod +x "$dir/tactlint"
}
documents
accepts "documents that are right" docs
echo 'echo "  --new[=X]"' >>"$dir/tactlint"
finds "an option that the manual lacks" 'man/tactlint.1 lacks: --new' docs
documents
echo '.It Fl Fl old' >>"$dir/d/man/tactlint.1"
finds "an option that went away" 'help lacks: --old' docs
documents
echo '{"properties": {"path": {}, "deep": {"properties": {"rule": {}}}}}' >"$dir/d/docs/json.schema.json"
finds "a member that is not described" 'docs/json.md lacks: deep' docs
finds "nor one inside it" 'docs/json.md lacks: rule' docs
documents
echo '[x](gone.md)' >>"$dir/d/docs/json.md"
finds "a dead link" 'links to gone.md' docs
documents
touch "$dir/d/src/base/buf.h"
finds "a file that the folder does not tell of" 'does not tell what buf.h is' docs
documents
yes | head -n 26 >>"$dir/d/src/base/README.md"
finds "a sign that is too long" 'more than 25 lines' docs
documents
rm "$dir/d/src/base/README.md"
finds "a folder without a sign" 'README.md is missing' docs

# --- unit.sh: what a test program says is what is counted

unit=$tools/../tests/unit.sh
says() {
    printf '#!/bin/sh\n%s\n' "$1" >prog
    chmod +x prog
}
says 'echo "100%: Checks: 3, Failures: 0, Errors: 0"'
accepts "a program that passes" "$unit" ./prog
says 'echo "66%: Checks: 3, Failures: 1, Errors: 0"; exit 1'
finds "a failure is counted" '^66%: Checks: 3, Failures: 1, Errors: 0$' "$unit" ./prog
[ "$(grep -c 'Checks:' "$dir/out")" -eq 1 ]
count "once" $?
says 'kill -SEGV $$'
finds "a crash before the sum is an error" '^0%: Checks: 1, Failures: 0, Errors: 1$' "$unit" ./prog
says 'echo "100%: Checks: 3, Failures: 0, Errors: 0"; exit 1'
finds "a leak found at the exit is an error" '^66%: Checks: 3, Failures: 0, Errors: 1$' "$unit" ./prog
finds "no programs at all is a failure" '^0%: Checks: 0' "$unit"

# --- check.sh: the sum of everything

total=$tools/../tests/check.sh
# shellcheck disable=SC2016  # $goal is the fake make's own
make_says() {
    printf '#!/bin/sh\nfor goal; do :; done\ncase $goal in\n%s\nesac\n' "$1" >fakemake
    chmod +x fakemake
}
export MAKE=./fakemake
make_says 'a) echo "x: 2 passed, 0 failed" ;; b) echo "100%: Checks: 5, Failures: 0, Errors: 0" ;; c) : ;;'
accepts "all pass" "$total" a b c
grep -qx '8 passed, 0 failed' "$dir/out"
count "both forms are added up, and a silent check counts as one" $?
make_says 'a) echo "x: 2 passed, 1 failed"; exit 1 ;;
b) echo "80%: Checks: 5, Failures: 1, Errors: 0"; exit 1 ;;
c) exit 2 ;;'
finds "failures are added up, and a silent one counts" '^6 passed, 3 failed$' "$total" a b c
make_says 'a) echo "x: 2 passed, 0 failed"; exit 1 ;;'
finds "a check that fails after passing fails" '^2 passed, 1 failed$' "$total" a

echo "tools: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
