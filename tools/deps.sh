#!/bin/sh
# Installs what is missing to build, test, lint or fuzz tactlint, or to compare it with others:
# tools/deps.sh [build|test|lint|fuzz|corpora]…
# Silent where nothing is missing.  Knows apt, dnf, pacman, apk, zypper and brew.
# SPDX-License-Identifier: MIT
set -eu

# One row a dependency: when it is needed, how it is seen (a command, a pkg-config module, a Python
# module, the compiler with its C library, clang with its libFuzzer, a dictionary of Hunspell), its name, and its package for each manager.  "+" joins
# two packages; "-" is none.
table() {
    cat <<'ROWS'
build cc      cc           gcc+libc6-dev       gcc                gcc             gcc+musl-dev      gcc+glibc-devel    gcc
build command make         make                make               make            make              make               make
build command pkg-config   pkg-config          pkgconf-pkg-config pkgconf         pkgconf           pkgconf-pkg-config pkgconf
build module  libxml-2.0   libxml2-dev         libxml2-devel      libxml2         libxml2-dev       libxml2-devel      libxml2
build module  libpcre2-8   libpcre2-dev        pcre2-devel        pcre2           pcre2-dev         pcre2-devel        pcre2
build module  yaml-0.1     libyaml-dev         libyaml-devel      libyaml         yaml-dev          libyaml-devel      libyaml
build module  jansson      libjansson-dev      jansson-devel      jansson         jansson-dev       libjansson-devel   jansson
build module  libutf8proc  libutf8proc-dev     utf8proc-devel     libutf8proc     utf8proc-dev      utf8proc-devel     utf8proc
build module  hunspell     libhunspell-dev     hunspell-devel      hunspell        hunspell-dev      hunspell-devel     hunspell
build dict    en_US        hunspell-en-us      hunspell-en-US     hunspell-en_us  hunspell-en-us    myspell-en_US      -
build dict    en_GB        hunspell-en-gb      hunspell-en-GB     hunspell-en_gb  hunspell-en-gb    myspell-en_GB      -
build dict    sv_SE        hunspell-sv         hunspell-sv        -               -                 myspell-sv_SE      -
build dict    lt_LT        hunspell-lt         hunspell-lt        -               -                 myspell-lt_LT      -
test  module  check        check               check-devel        check           check-dev         check-devel        check
test  command python3      python3             python3            python          python3           python3            python3
test  python  yaml         python3-yaml        python3-pyyaml      python-yaml     py3-yaml          python3-PyYAML     -
test  python  jsonschema   python3-jsonschema  python3-jsonschema python-jsonschema py3-jsonschema  python3-jsonschema -
lint  command gcc          gcc                 gcc                gcc             gcc               gcc                gcc
lint  command clang        clang               clang              clang           clang             clang              llvm
lint  command clang-format clang-format        clang-tools-extra  clang           clang-extra-tools clang-tools        llvm
lint  command clang-tidy   clang-tidy          clang-tools-extra  clang           clang-extra-tools clang-tools        llvm
lint  command cppcheck     cppcheck            cppcheck           cppcheck        cppcheck          cppcheck           cppcheck
lint  command shellcheck   shellcheck          ShellCheck         shellcheck      shellcheck        ShellCheck         shellcheck
lint  command mandoc       mandoc              mandoc             mandoc          mandoc            mandoc             mandoc
fuzz  fuzzer  libFuzzer    clang+libclang-rt-dev clang+compiler-rt clang+compiler-rt clang+compiler-rt clang            llvm
fuzz  command python3      python3             python3            python          python3           python3            python3
corpora module gmime-3.0   libgmime-3.0-dev    gmime30-devel      gmime3          gmime-dev         gmime-devel        gmime
ROWS
}

has_python_module() {
    seen="import importlib.util as u, sys; sys.exit(u.find_spec('$1') is None)"
    python3 -c "$seen" 2>/dev/null || /usr/bin/python3 -c "$seen" 2>/dev/null
}

usual_dictionaries=/usr/share/hunspell:/usr/share/myspell:/usr/share/myspell/dicts:/usr/local/share/hunspell

# Where the program looks for dictionaries; without one, words are not looked up.
has_dictionary() {
    for folder in $(echo "${DICPATH:-$usual_dictionaries}" | tr ':' ' '); do
        [ ! -e "$folder/$1.dic" ] || return 0
    done
    return 1
}

has() { # kind name
    case $1 in
    command) command -v "$2" >/dev/null 2>&1 ;;
    module) pkg-config --exists "$2" 2>/dev/null ;;
    python) has_python_module "$2" ;;
    dict) has_dictionary "$2" ;;
    cc) echo '#include <stdio.h>' | ${CC:-cc} -E -x c - >/dev/null 2>&1 ;;
    fuzzer)
        echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' |
            clang -fsanitize=fuzzer,address -x c - -o /dev/null >/dev/null 2>&1
        ;;
    esac
}

# Not every manager has a package of every dictionary.
can_have() { # kind, row
    [ "$1" != dict ] || [ -n "$(packages "$2" "$(manager)")" ]
}

# Prints "name apt dnf pacman apk zypper brew" for what the phases need and the machine lacks.
missing() {
    table | while read -r phase kind name packages; do
        case " $phases " in
        *" $phase "*) has "$kind" "$name" || ! can_have "$kind" "$name $packages" || echo "$name $packages" ;;
        esac
    done
}

manager() {
    for m in apt-get dnf pacman apk zypper brew; do
        if command -v "$m" >/dev/null 2>&1; then
            echo "$m"
            return
        fi
    done
}

names() { # the first column of the rows, on one line
    echo "$1" | while read -r name _; do printf '%s ' "$name"; done
}

packages() { # rows, manager: the packages, each once
    echo "$1" | while read -r _ apt dnf pacman apk zypper brew; do
        case $2 in
        apt-get) echo "$apt" ;;
        dnf) echo "$dnf" ;;
        pacman) echo "$pacman" ;;
        apk) echo "$apk" ;;
        zypper) echo "$zypper" ;;
        brew) echo "$brew" ;;
        esac
    done | tr '+' '\n' | grep -vx -e '-' | sort -u | tr '\n' ' '
}

run() {
    echo "tools/deps.sh: $*"
    "$@"
}

install() { # manager, packages…
    manager=$1
    shift
    case $manager in
    apt-get)
        # Lists that were never fetched know no package; lists that are too old lead to a 404.
        apt-cache show "$@" >/dev/null 2>&1 || run $sudo apt-get update
        set -- $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y \
            --no-install-recommends "$@"
        run "$@" || { run $sudo apt-get update && run "$@"; }
        ;;
    dnf) run $sudo dnf install -y "$@" ;;
    pacman) run $sudo pacman -Sy --needed --noconfirm "$@" ;;
    apk) run $sudo apk add "$@" ;;
    zypper) run $sudo zypper --non-interactive install "$@" ;;
    brew) run brew install "$@" ;;
    esac
}

fail() {
    echo "tools/deps.sh: error: $*" >&2
    exit 1
}

phases=${*:-build}
for phase in $phases; do
    case $phase in
    build | test | lint | fuzz | corpora) ;;
    *) fail "unknown phase '$phase'; there are build, test, lint, fuzz and corpora" ;;
    esac
done

rows=$(missing)
[ -n "$rows" ] || exit 0

manager=$(manager)
[ -n "$manager" ] || fail "missing: $(names "$rows"); no package manager that this script knows"
packages=$(packages "$rows" "$manager")
echo "tools/deps.sh: missing: $(names "$rows")"
[ -n "$packages" ] || fail "$manager has no package for these; install them yourself"

sudo=
if [ "$manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 ||
        fail "installing needs root or sudo; as root, run: $manager install $packages"
    sudo=sudo
fi

# shellcheck disable=SC2086  # a list of packages, one word each
install "$manager" $packages || fail "$manager could not install $packages"

rows=$(missing)
[ -z "$rows" ] || fail "still missing after the installation: $(names "$rows")"
