#!/bin/sh
# Runs the checks that it is given (targets of the Makefile), JOBS of them at a time and all of them
# even if one fails, prints what each has said when it is done, and adds it up.  A check that gives
# no numbers counts as one.  SPDX-License-Identifier: MIT
set -u

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0 failed=0

export logs
# shellcheck disable=SC2016  # the inner shell is to expand what stands in these quotes
printf '%s\n' "$@" | xargs -P "${JOBS:-2}" -I CHECK sh -c '
    ${MAKE:-make} -s --no-print-directory CHECK >"$logs/CHECK" 2>&1
    echo $? >"$logs/CHECK.status"
    cat "$logs/CHECK"'

for check; do
    status=$(cat "$logs/$check.status" || echo 1)
    sums=$(awk '
        /^[0-9]+%: Checks: [0-9]+, Failures: [0-9]+, Errors: [0-9]+$/ {
            gsub(/,/, "")
            p += $3 - $5 - $7; f += $5 + $7; n++
        }
        /^[a-z-]+: [0-9]+ passed, [0-9]+ failed/ { p += $2; f += $4; n++ }
        END { if (n) print p, f }' "$logs/$check")
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
