#!/bin/sh
# Holds the layers and the fences of CONTRIBUTING.md: tools/layers.sh [ROOT].
# A folder of src/ includes only itself and the folders before it; a library's header is included by
# one file.  SPDX-License-Identifier: MIT
set -eu

cd "${1:-$(dirname "$0")/..}"

grep -Hn '^[[:space:]]*#[[:space:]]*include' src/*/*.[ch] src/*/*.def 2>/dev/null | awk -F: '
function complain(text) {
    print where ": error: " text
    bad = 1
}
BEGIN {
    n = split("base source mime text model finding rules report cli", order, " ")
    for (i = 1; i <= n; i++)
        rank[order[i]] = i
    # the report knows findings and sources, not how they came about
    forbidden["report", "rules"] = forbidden["report", "model"] = 1
    fence["pcre2.h"] = "^src/base/regex[.]c$"
    fence["utf8proc.h"] = "^src/(base/utf8|text/nfc)[.]c$"
    fence["iconv.h"] = "^src/(mime/charset_convert|rules/dictionary)[.]c$"
    fence["hunspell/hunspell.h"] = "^src/rules/dictionary[.]c$"
    fence["libxml/"] = "^src/text/html[a-z_]*[.]c$"
    fence["yaml.h"] = "^src/rules/yaml[.]c$"
    fence["jansson.h"] = "^src/(report/json|report/json_value|cli/(dump_json|rule_json|schema))[.]c$"
    fence["check.h"] = "^$"
}
{
    where = $1 ":" $2
    split($1, path, "/")
    folder = path[2]
    if (!(folder in rank))
        complain("src/" folder " is in no layer")
    if (match($0, /"[^"]*"/)) {
        header = substr($0, RSTART + 1, RLENGTH - 2)
        split(header, parts, "/")
        to = parts[1]
        if (header !~ /\//)
            complain("\"" header "\" is to be named from src/, as in \"" folder "/" header "\"")
        else if (!(to in rank))
            complain("\"" header "\" is in no layer")
        else if (rank[to] > rank[folder])
            complain("src/" folder " must not include src/" to)
        else if ((folder, to) in forbidden)
            complain("src/" folder " must not include src/" to)
        if (header ~ /_internal[.]h$/ && to != folder)
            complain("\"" header "\" is for src/" to " only")
    } else if (match($0, /<[^>]*>/)) {
        header = substr($0, RSTART + 1, RLENGTH - 2)
        key = header
        if (header ~ /^libxml\//)
            key = "libxml/"
        if (key in fence && $1 !~ fence[key])
            complain("<" header "> is fenced: " (fence[key] == "^$" ? "tests only" : fence[key]))
    }
}
END { exit bad }'
