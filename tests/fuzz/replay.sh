#!/bin/sh
# Runs harnesses that were built without libFuzzer over testdata/fuzz, where every crash that was
# found has its input, and over their seeds: tests/fuzz/replay.sh SEEDS PROGRAM…
# SPDX-License-Identifier: MIT
set -u

seeds=$1
shift
here=$(dirname "$0")
cases=$here/../../testdata/fuzz
passed=0 failed=0

export ASAN_OPTIONS=allocator_may_return_null=1

rm -rf "$seeds"
"$here/seeds.py" "$seeds" || exit 1
for program; do
    harness=$(basename "$program") && harness=${harness#fuzz_}
    set -- "$seeds/$harness"
    [ ! -d "$cases/$harness" ] || set -- "$cases/$harness" "$@"
    if "$program" "$@" >"$seeds/$harness.log" 2>&1 && ! grep -qx '0 files' "$seeds/$harness.log"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "fuzz_$harness: failed:"
        tail -n 40 "$seeds/$harness.log"
    fi
done

echo "fuzz: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
