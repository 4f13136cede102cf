#!/bin/sh
# Tests tools/deps.sh with package managers that only write down how they were called.
# SPDX-License-Identifier: MIT
set -u
export LC_ALL=C

script=$(cd "$(dirname "$0")/.." && pwd)/tools/deps.sh
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0

# A PATH that has only what the script itself is made of; each test adds its commands.
for tool in sh cat env grep sort touch tr; do
    mkdir -p "$dir/base"
    ln -s "$(command -v "$tool")" "$dir/base/$tool"
done

fake() { # name, body
    printf '#!/bin/sh\n%s\n' "$2" >"$dir/bin/$1"
    chmod +x "$dir/bin/$1"
}

# A machine of user id $1 with the manager $2.  What is "installed" is whatever $dir/has lists;
# installing anything makes everything installed, unless "useless" is given.
machine() { # uid manager [useless]
    rm -rf "${dir:?}/bin" "$dir/dicts" "$dir/installed"
    mkdir "$dir/bin" "$dir/dicts"
    touch "$dir/dicts/en_US.dic" "$dir/dicts/en_GB.dic" "$dir/dicts/sv_SE.dic" "$dir/dicts/lt_LT.dic"
    : >"$dir/log"
    fake id "echo $1"
    fake pkg-config "[ -e '$dir/installed' ]"
    fake cc "exit 0"
    fake make "exit 0"
    logs="echo \"$2 \$*\" >>'$dir/log'"
    effect="touch '$dir/installed'"
    [ "${3-}" != useless ] || effect=:
    case $2 in
    none) ;;
    *) fake "$2" "$logs; case \$* in *install*|*-S*|*add*) $effect;; esac" ;;
    esac
    [ "$2" != apt-get ] || fake apt-cache "exit 0"
}

run() { # phases…
    PATH=$dir/bin:$dir/base CC=cc DICPATH=$dir/none:$dir/dicts "$script" "$@" >"$dir/out" 2>&1
    status=$?
}

claim() { # text, command that must succeed
    text=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "tests/deps.sh: failed: $text (status $status)"
        sed 's/^/    log: /' "$dir/log"
        sed 's/^/    out: /' "$dir/out"
    fi
}

called() { grep -qx -e "$1" "$dir/log"; }
calls() { [ "$(grep -c '' "$dir/log")" -eq "$1" ]; }
says() { grep -q -e "$1" "$dir/out"; }
succeeds() { [ "$status" -eq 0 ]; }
fails() { [ "$status" -eq 1 ]; }
silent() { [ ! -s "$dir/out" ]; }

apt_packages='libhunspell-dev libjansson-dev libpcre2-dev libutf8proc-dev libxml2-dev libyaml-dev'

for manager in apt-get dnf pacman apk zypper brew; do
    machine 0 "$manager"
    touch "$dir/installed"
    run build
    claim "$manager is not called when nothing is missing" calls 0
    claim "nothing is said when nothing is missing ($manager)" silent
done

machine 0 apt-get
run build
claim "apt installs the development packages" \
    called "apt-get install -y --no-install-recommends $apt_packages"
claim "apt lists that know the packages are not fetched again" calls 1
claim "the command is said before it runs" says "tools/deps.sh: env DEBIAN_FRONTEND=noninteractive"
claim "what is missing is said" says "missing: libxml-2.0 libpcre2-8"
claim "an installation that helps succeeds" succeeds

machine 0 apt-get
fake apt-cache "exit 100"
run build
claim "empty apt lists are fetched first" called "apt-get update"
claim "and then the packages are installed" calls 2

machine 0 apt-get
fake apt-get "echo \"apt-get \$*\" >>'$dir/log'
case \$* in
update) touch '$dir/fresh' ;;
*) [ -e '$dir/fresh' ] && touch '$dir/installed' ;;
esac"
run build
claim "apt lists that are too old are fetched and the installation tried again" calls 3
claim "and that succeeds" succeeds
rm -f "$dir/fresh"

while read -r manager wanted; do
    machine 0 "$manager"
    run build
    claim "$manager: $wanted" called "$manager $wanted"
    claim "$manager is called once" calls 1
    claim "$manager succeeds" succeeds
done <<'WANTED'
dnf install -y hunspell-devel jansson-devel libxml2-devel libyaml-devel pcre2-devel utf8proc-devel
pacman -Sy --needed --noconfirm hunspell jansson libutf8proc libxml2 libyaml pcre2
apk add hunspell-dev jansson-dev libxml2-dev pcre2-dev utf8proc-dev yaml-dev
zypper --non-interactive install hunspell-devel libjansson-devel libxml2-devel libyaml-devel pcre2-devel utf8proc-devel
brew install hunspell jansson libxml2 libyaml pcre2 utf8proc
WANTED

for manager in apt-get dnf pacman apk zypper; do
    machine 1000 "$manager"
    fake sudo "echo \"sudo \$*\" >>'$dir/log'; exec \"\$@\""
    run build
    claim "$manager is called through sudo by a user" called "sudo .*$manager .*"
    claim "$manager through sudo succeeds" succeeds

    machine 0 "$manager"
    fake sudo "echo sudo >>'$dir/log'; exec \"\$@\""
    run build
    claim "root does not need sudo for $manager" calls 1

    machine 1000 "$manager"
    run build
    claim "neither root nor sudo: $manager is not called" calls 0
    claim "neither root nor sudo: says so" says "needs root or sudo"
    claim "neither root nor sudo: fails" fails
done

machine 1000 brew
fake sudo "echo sudo >>'$dir/log'"
run build
claim "brew is never called through sudo" calls 1

machine 0 apt-get
fake cc "exit 1"
run build
claim "a compiler without its C library is missing" says "missing: cc"
claim "and is installed with it" called ".* gcc libc6-dev .*"

machine 0 apt-get
rm "$dir/bin/pkg-config"
run build
claim "pkg-config itself is installed" called ".* pkg-config"
claim "and asked again: still missing is an error" fails

machine 0 apt-get
touch "$dir/installed"
run lint
claim "the phase lint installs linters" called ".* clang clang-format clang-tidy cppcheck .*"

machine 0 apt-get
touch "$dir/installed"
fake clang "exit 1"
run fuzz
claim "clang without its libFuzzer is missing" says "missing: libFuzzer"
claim "and is installed with it" called ".* clang libclang-rt-dev .*"

machine 0 apt-get
run corpora
claim "what is compared with is a dependency of its own" \
    called "apt-get install -y --no-install-recommends libgmime-3.0-dev"

machine 0 apt-get
touch "$dir/installed"
run build test
claim "python3 is looked for by the phase test" called ".* python3.*"

machine 0 apt-get
touch "$dir/installed"
rm "$dir/dicts/en_GB.dic"
fake apt-get "echo \"apt-get \$*\" >>'$dir/log'; touch '$dir/dicts/en_GB.dic'"
run build
claim "a dictionary that is not there is missing" says "missing: en_GB"
claim "and is installed" called "apt-get install -y --no-install-recommends hunspell-en-gb"

machine 0 brew
touch "$dir/installed"
rm "$dir/dicts/en_GB.dic"
run build
claim "brew, which has no dictionaries, is not asked for one" calls 0

machine 0 apk
touch "$dir/installed"
rm "$dir/dicts/lt_LT.dic"
run build
claim "nor is any other manager for one that it has no package of" calls 0

machine 0 dnf useless
run build
claim "an installation that changes nothing is an error" fails
claim "that names what is still missing" says "still missing after the installation: libxml-2.0"

machine 0 none
run build
claim "no known manager is an error" fails
claim "that names what is missing" says "missing: libxml-2.0"

machine 0 apt-get
run nonsense
claim "an unknown phase is an error" fails
claim "that names the phases" says "there are build, test, lint, fuzz and corpora"

echo "deps: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
