#!/bin/sh
# Runs the unit test programs that it is given: says what fails, and last the sum of Check's own
# closing lines.
# SPDX-License-Identifier: MIT
set -u

out=$(mktemp)
trap 'rm -f "$out"' EXIT
checks=0 failures=0 errors=0

for program; do
    "$program" >"$out" 2>&1
    status=$?
    sums=$(sed -nE 's/^[0-9]+%: Checks: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+)$/\1 \2 \3/p' "$out")
    if [ -n "$sums" ]; then
        read -r c f e <<SUMS
$sums
SUMS
        checks=$((checks + c)) failures=$((failures + f)) errors=$((errors + e))
        [ $((f + e)) -gt 0 ] || [ "$status" -eq 0 ] || errors=$((errors + 1))
    else
        checks=$((checks + 1)) errors=$((errors + 1)) status=1
        echo "$program: ended with status $status before Check could sum up"
    fi
    [ "$status" -eq 0 ] || grep -vE '^[0-9]+%: Checks: ' "$out" # the sum is said once, below
done
percent=0
[ "$checks" -eq 0 ] || percent=$(((checks - failures - errors) * 100 / checks))
echo "$percent%: Checks: $checks, Failures: $failures, Errors: $errors"
[ $((failures + errors)) -eq 0 ] && [ "$checks" -gt 0 ]
