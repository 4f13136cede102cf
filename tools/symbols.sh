#!/bin/sh
# External names of the library begin with tl_: tools/symbols.sh LIBRARY.
# SPDX-License-Identifier: MIT
set -eu

# Names with two underscores in front are the compiler's (sanitizers, coverage).
"${NM:-nm}" -g --defined-only "$1" | awk '
/:$/ { object = $1 }
NF == 3 && $3 !~ /^_?(tl_|__)/ { print object " error: external name " $3 " does not begin with tl_"; bad = 1 }
NF == 3 { n++ }
END {
    if (n == 0) { print "no names at all"; bad = 1 }
    exit bad
}'
