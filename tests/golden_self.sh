#!/bin/sh
# Tests tests/golden.py with a program that prints what each test says.
# SPDX-License-Identifier: MIT
set -u

golden=$(cd "$(dirname "$0")" && pwd)/golden.py
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0
export TACTLINT="$dir/tactlint"
case=$dir/cases/area/case

# The fake program: its gcc and JSON output are files beside it; the exit status is 1.
cat >"$TACTLINT" <<'FAKE'
#!/bin/sh
case "$*" in
*--format=json*) cat "$(dirname "$0")/json" ;;
*) cat "$(dirname "$0")/gcc" ;;
esac
exit 1
FAKE
chmod +x "$TACTLINT"

# A case with the message $1; the finding $2 (offset length line column end_line end_column text).
case_of() {
    rm -rf "$dir/cases"
    mkdir -p "$case"
    # shellcheck disable=SC2059  # escapes in the message are wanted
    printf "$1" >"$case/input.eml"
    echo 'input.eml:1:1: error: m [r]' >"$dir/gcc"
    printf 'input.eml:1:1: error: m [r]\nexit 1\n' >"$case/expected.gcc"
    echo "$2" | {
        read -r offset length line column end_line end_column text
        cat >"$dir/json" <<JSON
{"version": 1, "tool": {"name": "tactlint", "version": "0.1.0"}, "files": [{"path": "input.eml",
"language": "en", "channel": "email", "reply": false, "findings": [{"rule": "r", "level": "error",
"message": "m", "zone": "${zone-body}", "text": "$text", "offset": $offset, "length": $length, "line": $line,
"column": $column, "end_line": $end_line, "end_column": $end_column, "suggestions": []}]}],
"summary": {"files": 1, "errors": 1, "warnings": 0, "notes": 0}}
JSON
    }
}

golden() {
    "$golden" "$@" "$dir/cases" >"$dir/out" 2>&1
    status=$?
}

count() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "tests/golden_self.sh: failed: $1"
        sed 's/^/    out: /' "$dir/out"
    fi
}

accepts() {
    golden
    [ "$status" -eq 0 ] && grep -qx 'golden: 1 passed, 0 failed' "$dir/out"
    count "$1" $?
}

finds() {
    golden
    [ "$status" -eq 1 ] && grep -qx 'golden: 0 passed, 1 failed' "$dir/out" && grep -q -e "$2" "$dir/out"
    count "$1" $?
}

case_of 'Hello you\n' '6 3 1 7 1 10 you'
accepts "a true position"
case_of 'Hello you\n' '5 3 1 6 1 9 you'
finds "a text that stands elsewhere" "text is 'you', but the file says ' yo'"
case_of 'Hello you\n' '6 3 1 8 1 10 you'
finds "a wrong column" 'byte 6 is at 1:7, not 1:8'
case_of 'Hello you\n' '6 3 1 7 2 1 you'
finds "a wrong end" 'byte 9 is at 1:10, not 2:1'
case_of 'Hello you\n' '6 9 1 7 1 10 you'
finds "an end after the end of the file" 'ends at byte 15 of 10'
case_of 'a\r\n\303\245\303\244 you\r\n' '8 3 2 4 2 7 you'
accepts "columns are code points, and CRLF ends lines"
case_of 'x\351 you\n' '3 3 1 4 1 7 you'
accepts "an ill-formed byte is one column"
case_of 'a\n\nsm=C3=B6=\nrg it\n' '3 12 3 1 4 3 smörg'
echo 'qp utf-8' >"$case/decode"
accepts "quoted-printable is decoded"
case_of 'a\n\nc23D\ntnJn\n' '3 9 3 1 4 5 smörg'
echo 'base64 utf-8' >"$case/decode"
accepts "base64 is decoded"
case_of 'a\n\nc23DtnJn\n' '5 5 3 3 3 8 ör'
finds "base64 that nobody decodes" 'but the file says'
echo 'base64 utf-8' >"$case/decode"
accepts "base64 is decoded from the middle of a group"
case_of '<b>a</b> &amp; b\n' '0 16 1 1 1 17 a & b'
echo 'html utf-8' >"$case/decode"
accepts "tags and entities are decoded"
case_of '\366\n' '0 1 1 1 1 2 ö'
echo '8bit iso-8859-1' >"$case/decode"
accepts "another charset is decoded"
zone=subject
case_of 'Subject: =?utf-8?Q?Hej_d=C3=A5?= du\n' '19 16 1 20 1 36 Hej då du'
accepts "encoded words are decoded"
case_of 'Subject: =?utf-8?B?c23DtnJn?=\n' '21 5 1 22 1 27 ör'
accepts "encoded words in base64 are decoded from the middle"
unset zone

case_of 'Hello you\n' '6 3 1 7 1 10 you'
echo 'something else' >"$dir/gcc"
finds "another output" '^-input.eml:1:1: error: m'
echo 'the column is wrong' >"$case/KNOWN_BUG"
accepts "a known bug may fail"
grep -qx 'known bug: area/case: the column is wrong' "$dir/out"
count "and is named" $?
golden --update
accepts "an update leaves a known bug as it is expected"
rm "$case/KNOWN_BUG"
golden --update
accepts "an update accepts what comes"
echo 'long gone' >"$case/KNOWN_BUG"
finds "a known bug that passes is a failure" 'delete KNOWN_BUG (long gone)'
case_of 'Hello you\n' '6 3 1 7 1 10 you'
sed -i 's/"level": "error"/"level": "grave"/' "$dir/json"
finds "JSON that the schema does not know" "schema: .*'grave' is not one of"
case_of 'Hello you\n' '6 3 1 7 1 10 you'
sed -i 's/"reply"/"extra": 1, "reply"/' "$dir/json"
finds "a member that the schema does not know" "'extra' was unexpected"
case_of 'Hello you\n' '6 3 1 7 1 10 you'
echo '{' >"$dir/json"
finds "no JSON" 'no JSON'
case_of 'Hello you\n' '6 3 1 7 1 10 you'
rm "$case/expected.gcc"
finds "a case that expects nothing" 'no expected.gcc'
case_of 'Hello you\n' '6 3 1 7 1 10 you'
sed -i 's/exit 1/exit 0/' "$case/expected.gcc"
finds "another exit status" '^+exit 1'
rm -rf "$dir/cases"
mkdir "$dir/cases"
golden
[ "$status" -eq 1 ]
count "no cases at all is a failure" $?

echo "golden-self: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
