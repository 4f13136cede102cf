#!/bin/sh
# Compiles each header alone, so that including it is enough: tools/headers.sh HEADER…
# CC is the compiler with its flags.  SPDX-License-Identifier: MIT
set -eu

passed=0 failed=0
for header; do
    # An all-macro header would be an empty translation unit, which ISO C forbids.
    # shellcheck disable=SC2086  # a command with its flags
    if printf '#include "%s"\ntypedef int tl_header_ok;\n' "${header#src/}" |
        ${CC:-cc -Isrc} -Werror -fsyntax-only -x c -; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$header:1: error: does not compile alone"
    fi
done
echo "headers: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
