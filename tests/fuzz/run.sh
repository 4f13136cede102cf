#!/bin/sh
# Runs fuzzing harnesses, one after the other: tests/fuzz/run.sh SECONDS FOLDER PROGRAM…
# FOLDER/seeds, FOLDER/found (what is new to the coverage) and FOLDER/crashes have a folder a harness.
# A crash goes into testdata/fuzz/<harness>/, which `make check` replays.  SPDX-License-Identifier: MIT
set -u

seconds=$1 folder=$2
shift 2
here=$(dirname "$0")
failed=0 n=0

# What is allocated by the tries of a hostile input is bounded by base/limits.h, not by this.
export ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=1
export UBSAN_OPTIONS=print_stacktrace=1

"$here/seeds.py" "$folder/seeds" || exit 1
for program; do
    harness=$(basename "$program") && harness=${harness#fuzz_}
    mkdir -p "$folder/seeds/$harness" "$folder/found/$harness" "$folder/crashes/$harness"
    log=$folder/$harness.log
    n=$((n + 1))
    if "$program" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=20000 \
        -print_final_stats=1 -artifact_prefix="$folder/crashes/$harness/" \
        "$folder/found/$harness" "$folder/seeds/$harness" >"$log" 2>&1; then
        echo "fuzz_$harness: $(awk '/stat::number_of_executed_units/ { print $2 }' "$log") inputs," \
            "$(grep -o 'cov: [0-9]*' "$log" | tail -n 1)"
    else
        failed=$((failed + 1))
        echo "fuzz_$harness: failed; the end of $log:"
        tail -n 60 "$log"
    fi
done

echo "fuzz: $((n - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
