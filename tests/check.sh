#!/bin/sh
# Runs the checks that it is given (targets of the Makefile), all of them even if one fails, and adds
# up what they say.  A check that gives no numbers counts as one.  SPDX-License-Identifier: MIT
set -u

log=$(mktemp)
trap 'rm -f "$log" "$log.status"' EXIT
passed=0 failed=0

for check; do
    { ${MAKE:-make} -s --no-print-directory "$check" 2>&1; echo $? >"$log.status"; } | tee "$log"
    status=$(cat "$log.status")
    sums=$(awk '
        /^[0-9]+%: Checks: [0-9]+, Failures: [0-9]+, Errors: [0-9]+$/ {
            gsub(/,/, "")
            p += $3 - $5 - $7; f += $5 + $7; n++
        }
        /^[a-z-]+: [0-9]+ passed, [0-9]+ failed/ { p += $2; f += $4; n++ }
        END { if (n) print p, f }' "$log")
    p=${sums% *} f=${sums#* }
    if [ -z "$sums" ]; then
        p=0 f=0
        [ "$status" -ne 0 ] || p=1
        [ "$status" -ne 0 ] || echo "$check: 1 passed, 0 failed"
    fi
    [ "$status" -eq 0 ] || [ "$f" -gt 0 ] || f=1
    passed=$((passed + p)) failed=$((failed + f))
    [ "$status" -eq 0 ] || echo "$check: failed"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
