#!/bin/sh
# Finds calls of functions that the project does without, and names what to use instead:
# tools/banned.sh [ROOT].  Comments and strings do not count.  SPDX-License-Identifier: MIT
set -eu

cd "${1:-$(dirname "$0")/..}"

find src tests -name '*.[ch]' | sort | while read -r file; do
    # Comments and literals become blanks, so that line numbers stay.
    awk -v file="$file" '
    BEGIN {
        instead["strcpy"] = instead["stpcpy"] = instead["strncpy"] = "tl_arena_copy()"
        instead["strcat"] = instead["strncat"] = "struct tl_buf"
        instead["sprintf"] = instead["vsprintf"] = "snprintf() or tl_arena_format()"
        instead["strtok"] = instead["strtok_r"] = instead["strsep"] = "tl_str_find_char()"
        instead["atoi"] = instead["atol"] = instead["atof"] = "strtol() and its errors"
        instead["gets"] = instead["scanf"] = instead["sscanf"] = instead["fscanf"] = "tl_io_read()"
        instead["alloca"] = "tl_arena_alloc()"
        instead["malloc"] = instead["calloc"] = "tl_mem_alloc() or tl_arena_alloc()"
        instead["realloc"] = "tl_mem_resize()"
        instead["strdup"] = instead["strndup"] = "tl_arena_copy()"
        instead["setlocale"] = "no locale: the input decides, not the environment"
        instead["isspace"] = instead["isalpha"] = instead["isdigit"] = "tl_char_is_…()"
        instead["tolower"] = instead["toupper"] = "tl_char_lower() or tl_char_fold()"
        instead["strcasecmp"] = instead["strncasecmp"] = "tl_str_equal_nocase()"
        instead["localtime"] = instead["gmtime"] = instead["ctime"] = "localtime_r() or gmtime_r()"
        instead["rand"] = instead["random"] = "nothing random: output repeats"
        instead["system"] = instead["popen"] = "no other programs"
        instead["mktemp"] = instead["tmpnam"] = "mkstemp()"
        if (file ~ /^src/ && file !~ /^src\/cli\//) {
            instead["exit"] = instead["abort"] = "struct tl_error, a finding or assert()"
            instead["printf"] = instead["puts"] = instead["putchar"] = instead["perror"] = \
                "struct tl_error or a finding: the library does not print"
        }
        if (file == "src/base/mem.c") # it is what the others use instead
            split("", instead)
    }
    {
        line = $0
        code = ""
        while (line != "") {
            if (in_comment) {
                end = index(line, "*/")
                if (!end)
                    break
                line = substr(line, end + 2)
                in_comment = 0
            } else if (match(line, /^"([^"\\]|\\.)*"/) || match(line, /^\047([^\047\\]|\\.)*\047/)) {
                code = code " "
                line = substr(line, RLENGTH + 1)
            } else if (substr(line, 1, 2) == "/*") {
                in_comment = 1
                line = substr(line, 3)
            } else if (substr(line, 1, 2) == "//") {
                break
            } else {
                code = code substr(line, 1, 1)
                line = substr(line, 2)
            }
        }
        while (match(code, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
            name = substr(code, RSTART, RLENGTH - 1)
            sub(/[ \t]+$/, "", name)
            if (name in instead)
                print file ":" NR ": error: " name "() is not used here; use " instead[name]
            code = substr(code, RSTART + RLENGTH)
        }
    }' "$file"
done | {
    if grep .; then exit 1; fi
}
