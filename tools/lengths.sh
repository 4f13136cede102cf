#!/bin/sh
# Files end before they grow too long to be read at once: tools/lengths.sh [ROOT].
# SPDX-License-Identifier: MIT
set -eu

max=500
cd "${1:-$(dirname "$0")/..}"

find src tests tools -name '*.[ch]' -o -name '*.sh' -o -name '*.py' -o -name '*.def' |
    sort | while read -r file; do
    lines=$(wc -l <"$file")
    [ "$lines" -lt "$max" ] ||
        echo "$file:$max: error: $((lines)) lines; a file ends before line $max: split it by concept"
done | {
    if grep .; then exit 1; fi
}
