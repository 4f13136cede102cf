#!/bin/sh
# The program as its users meet it: exit status, inputs of all sorts, options, output that cannot be
# written, rules of one's own, installing.  Needs TACTLINT, or a program built at the top of the
# checkout.  SPDX-License-Identifier: MIT
set -u

top=$(cd "$(dirname "$0")/.." && pwd)
program=${TACTLINT:-$top/tactlint}
dir=$(mktemp -d)
trap 'chmod -R u+rwx "$dir"; rm -rf "$dir"' EXIT
passed=0 failed=0 skipped=0
HOME=$dir LC_ALL=C
export HOME LC_ALL
unset POSIXLY_CORRECT
cd "$dir" || exit 1
: >.tactlint.yml # so that none above counts

# --- what is claimed -----------------------------------------------------------------------------

# Runs the program with standard input from $in (or none); keeps what it says in out, err, status.
in=/dev/null
run() {
    timeout 60 "$program" --today=2026-11-21 "$@" <"$in" >"$dir/out" 2>"$dir/err"
    status=$?
}

status() { [ "$status" -eq "$1" ]; }
out_has() { grep -qF -e "$1" "$dir/out"; }
out_lacks() { ! grep -qF -e "$1" "$dir/out"; }
out_is_empty() { ! [ -s "$dir/out" ]; }
err_has() { grep -qF -e "$1" "$dir/err"; }
err_is_empty() { ! [ -s "$dir/err" ]; }
exists() { [ -e "$1" ]; }
same() { cmp -s "$1" "$2"; }
is_tame() { ! grep -q "$(printf '[\001-\010\013-\037\177]')" "$dir/out" "$dir/err"; }

# Whether what was printed is as a schema of docs/ says.
valid() {
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import jsonschema' 2>/dev/null && break
    done
    "$python" - "$top/docs/$1" "$dir/out" <<'PYTHON'
import json
import sys

import jsonschema

schema, out = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.Draft202012Validator(schema).validate(out)
PYTHON
}

claim() { # text, then a condition with its arguments
    text=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "tests/cli.sh: failed: $text ($*; exit status $status)"
        sed 's/^/    out: /' "$dir/out" | cut -c1-200 | head -5
        sed 's/^/    err: /' "$dir/err" | cut -c1-200 | head -5
    fi
}

skip() { # text, why
    skipped=$((skipped + 1))
    echo "tests/cli.sh: skipped: $1: $2"
}

good() { printf 'Dear Ms Berg,\n\nYour parcel has arrived.\n\nKind regards\nAnn\n'; }
bad() { printf 'Dear Ms Berg,\n\nYou failed to enclose the receipt.\n\nKind regards\nAnn\n'; }

blame=--only=customer-blame
good >good.txt
bad >bad.txt
found="bad.txt:3:1: error: criticises the customer"

# --- configuration -------------------------------------------------------------------------------

mkdir -p team/letters
bad >team/letters/bad.txt
printf 'only: customer-blame\nlevels:\n  customer-blame: note\n' >team/.tactlint.yml
run team/letters/bad.txt
claim 'a configuration above the input counts' out_has 'note: criticises the customer'
claim 'a level of the configuration decides the exit status' status 0
run --fail-level=note team/letters/bad.txt
claim 'the command line wins over the configuration' status 1
run --no-config team/letters/bad.txt
claim '--no-config reads none' out_has 'error: criticises the customer'
in=bad.txt
run --stdin-name=team/letters/draft.txt
claim 'for standard input the folder of its name decides' out_has 'note: criticises the customer'
in=/dev/null
printf 'levels:\n  customer-blame: off\nonly: customer-blame\n' >other.yml
run --config=other.yml team/letters/bad.txt
claim '--config takes the place of what is found, and off is off' out_is_empty
printf 'fail-level: error\nchanel: letter\n' >other.yml
run --config=other.yml bad.txt
claim 'an unknown key is trouble' status 2
claim 'an unknown key is named with its place' err_has "other.yml:2:1: error: unknown key 'chanel'; did you mean 'channel'?"
run --config=other.yml --help
claim '--help works whatever the configuration says' status 0
printf 'channel: lettr\n' >other.yml
run --config=other.yml bad.txt
claim 'a wrong value is named with its place' err_has 'other.yml:1:10: error: --channel: there is no'
mkdir -p team/house/en
printf 'extends: existence\nmessage: no parcels\nlevel: error\ntokens: [receipt]\n' >team/house/en/house.yml
printf 'rules: house\nonly: house\n' >team/.tactlint.yml
run team/letters/bad.txt
claim 'rules of the configuration lie beside it' out_has 'error: no parcels [house]'

# --- exit status ---------------------------------------------------------------------------------

run $blame good.txt
claim 'a good message gives exit status 0' status 0
claim 'a good message prints nothing' out_is_empty
run $blame bad.txt
claim 'a finding gives exit status 1' status 1
claim 'a finding is a line that editors know' out_has "$found"
run $blame missing.txt bad.txt
claim 'a missing file gives exit status 2' status 2
claim 'a missing file is named' err_has 'missing.txt: error: cannot open'
claim 'the files beside a missing one are linted' out_has "$found"
run --help
claim 'help gives exit status 0' status 0
claim 'help names the options' out_has '--fail-level'
run --version
claim 'the version is said' out_has 'tactlint '
run --list-rules
claim 'the rules are listed' out_has 'customer-blame'
run --explain=customer-blame
claim 'a rule is explained' out_has 'Why'
claim 'a rule is explained with its checks' out_has 'Check 1: existence in text'
claim 'a rule is explained with its patterns' out_has '(?&you_in_fact)'
claim 'a rule is explained with its word classes' out_has 'Word classes'
run --list-rules --format=json
claim 'the list of rules as JSON is what its schema says' valid catalogue.schema.json
run --explain=placeholder-left --format=json
claim 'a rule explained as JSON is what its schema says' valid catalogue.schema.json
claim 'a rule is explained in all its languages' [ "$(grep -c '"id":"placeholder-left"' out)" -ge 2 ]
run --explain=customer-blam
claim 'a rule with a near name is offered' err_has "did you mean 'customer-blame'?"
claim 'an unknown rule cannot be explained' status 2
run --explain=unanswered-question --lang=de
claim 'a rule of another language is said to be one' err_has "'unanswered-question' is of another language"

# --- the language of messages --------------------------------------------------------------------

printf 'Guten Tag Frau Berg,\n\ndie Lampe ist fertig. Bitte holen Sie sie am Freitag ab.\n' >german.txt
run --lang=de --only=missing-signoff german.txt
claim 'findings speak English where the locale says no language' out_has 'the message just stops'
run --lang=de --only=missing-signoff --messages=auto german.txt
claim 'and that of the message where they are asked to' out_has 'die Nachricht bricht ab'
LC_ALL=de_DE.UTF-8
run --lang=de --only=missing-signoff german.txt
claim 'and that of the locale' out_has 'die Nachricht bricht ab'
run --lang=de --only=missing-signoff --messages=en german.txt
claim 'unless an option says another' out_has 'the message just stops'
LC_ALL=C
run --explain=missing-signoff --lang=de --messages=de
claim 'an explanation speaks it too' out_has 'Ohne Gruß'
printf 'messages: de\n' >german.yml
run --config=german.yml --lang=de --only=missing-signoff german.txt
claim 'a configuration may say it' out_has 'die Nachricht bricht ab'
run --messages=tlh german.txt
claim 'a language without rules is wrong usage' status 2
claim 'that names the others' err_has "there is no language 'tlh'"
rm german.txt german.yml

# --- inputs --------------------------------------------------------------------------------------

: >empty.txt
run empty.txt
claim 'an empty file is a finding' out_has '[no-text]'
claim 'an empty file is no trouble' status 1
head -c 4096 "$program" >program.bin
run program.bin
claim 'a binary file is a finding' out_has '[no-text]'
claim 'a binary file is printed tamely' is_tame
printf 'Dear Ms Berg,\n\nYou failed to enclose \377\303 it.\n' >ill.txt
run $blame ill.txt
claim 'ill-formed UTF-8 is linted' out_has 'ill.txt:3:1: error:'
printf 'Dear Ms Berg,\n\nThe \000 box. You failed to enclose it.\n' >nul.txt
run $blame nul.txt
claim 'a text with NUL bytes is linted' out_has 'nul.txt:3:12: error:'
printf 'From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nYou failed to enc' >cut.eml
run --lang=en $blame cut.eml
claim 'a message that is cut off is linted' out_has 'cut.eml:6:1: error:'
printf 'From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b' >cut.eml
run cut.eml
claim 'a message without a part is a finding' out_has '[no-text]'
bad >"$(printf 'a\033[31m\nb.txt')"
run $blame --format=pretty "$(printf 'a\033[31m\nb.txt')"
claim 'a file name cannot steer the terminal' is_tame
claim 'a file name is shown' out_has 'a\x1b[31m\x0ab.txt:3:1:'
run $blame --format=json "$(printf 'a\033[31m\nb.txt')"
claim 'a file name cannot steer the terminal through JSON' is_tame
run "$(printf 'missing\033[31m')"
claim 'a missing file cannot steer the terminal' is_tame

in=$dir/bad.txt
run $blame
claim 'without a file, standard input is linted' out_has '<stdin>:3:1: error:'
run $blame --stdin-name=draft.eml -
claim 'standard input has the name that it is given' out_has 'draft.eml:3:1: error:'
run $blame good.txt - good.txt
claim 'standard input stands between files' out_has '<stdin>:3:1: error:'
in=/dev/null
run
claim 'an empty standard input is a finding' out_has '[no-text]'

head -c 200000000 /dev/zero | tr '\0' x >long.txt
run $blame long.txt
claim 'a line of 200 MB ends in time' [ "$status" -lt 2 ]
{ bad && head -c 20000000 /dev/zero | tr '\0' x; } >long.txt
run --format=pretty $blame long.txt
claim 'what is before a very long line is linted' out_has 'long.txt:3:1: error:'
rm long.txt

# --- folders -------------------------------------------------------------------------------------

mkdir -p mails/sub mails/.hidden
bad >mails/b.txt
bad >mails/sub/a.eml
bad >mails/c.unknown
bad >mails/.hidden/d.eml
run $blame mails
claim 'a folder is walked' out_has 'mails/b.txt:3:1:'
claim 'a folder in a folder is walked' out_has 'mails/sub/a.eml:3:1:'
claim 'other files are left out' out_lacks 'c.unknown'
claim 'hidden folders are left out' out_lacks 'd.eml'
mkdir none
run none
claim 'a folder without a message is trouble' status 2
claim 'a folder without a message is named' err_has 'none: error:'
if [ "$(id -u)" -eq 0 ]; then
    skip 'an unreadable folder' 'root may read all'
else
    mkdir mails/closed && chmod 0 mails/closed
    run $blame mails
    claim 'an unreadable folder is trouble' status 2
    claim 'an unreadable folder is named' err_has 'mails/closed: error: cannot open'
    claim 'what is beside an unreadable folder is linted' out_has 'mails/b.txt:3:1:'
    rmdir mails/closed
fi

# --- options -------------------------------------------------------------------------------------

run --formt=json good.txt
claim 'an unknown option is trouble' status 2
claim 'the nearest option is named' err_has "unknown option '--formt'; did you mean '--format'?"
claim 'with an unknown option nothing is linted' out_is_empty
for option in --format=xml --color=x --min-level=x --fail-level=x --channel=x --audience=x \
    --origin=x --attachments=x --today=x --today=2026-02-30 --lang=tlh --jobs=0 --only=nothing \
    --disable=nothing --enable=nothing --rules=/nonexistent --format -Z; do
    run "$option" good.txt
    claim "$option is trouble" status 2
    claim "$option is said to be wrong" err_has 'error: '
done
run --only=customer-blam bad.txt
claim 'the nearest check is named' err_has "did you mean 'customer-blame'?"
run --disable=customer-blame $blame bad.txt
claim 'a check that is disabled does not run' status 0
run --today=2026-02-28 $blame bad.txt
claim 'a date is taken' status 1
run $blame --fail-level=never bad.txt
claim 'with --fail-level=never findings give exit status 0' status 0
claim 'with --fail-level=never findings are printed' out_has "$found"
run --only=missing-greeting --fail-level=error nul.txt
claim 'findings below the fail level give exit status 0' status 0
printf 'Your parcel has arrived, and you can collect it.\n' >nogreeting.txt
run --only=missing-greeting --fail-level=error nogreeting.txt
claim 'a warning is below --fail-level=error' status 0
claim 'a warning below the fail level is printed' out_has ' warning: '
run --only=missing-greeting --min-level=error nogreeting.txt
claim 'a warning is not printed with --min-level=error' out_is_empty
claim 'a warning that is not printed gives exit status 1' status 1
run --format=json $blame bad.txt good.txt missing.txt
claim 'JSON is JSON, even beside a missing file' python3 -c 'import json; json.load(open("out"))'
claim 'JSON beside a missing file gives exit status 2' status 2
run --format=json --lang=en $blame mails
claim 'JSON of a folder is JSON' python3 -c 'import json; json.load(open("out"))'
run --color=always --format=pretty $blame bad.txt
claim 'colours are there when they are asked for' out_has "$(printf '\033[1;31m')"
run --format=pretty $blame bad.txt
claim 'colours are not there in a file' is_tame
run --quiet --format=pretty $blame good.txt
claim 'with --quiet nothing is said of a good message' out_is_empty
printf 'Το γράμμα σας έφτασε χθες.\n' >greek.txt
run greek.txt
claim 'a language that is not known is said' err_has 'greek.txt: note: the language is not known'
run --quiet greek.txt
claim 'with --quiet notes are left out' err_is_empty
run $blame -- bad.txt
claim '-- ends the options' out_has "$found"

# --- output --------------------------------------------------------------------------------------

if [ -c /dev/full ]; then
    "$program" $blame bad.txt >/dev/full 2>"$dir/err"
    status=$?
    claim 'a full disk gives exit status 2' status 2
    claim 'a full disk is said' err_has 'cannot write the report'
else
    skip 'a full disk' 'there is no /dev/full'
fi
"$program" $blame bad.txt >&- 2>"$dir/err"
status=$?
claim 'a closed standard output gives exit status 2' status 2
i=0
while [ $i -lt 2000 ]; do
    i=$((i + 1))
    echo 'You failed to enclose it.'
done >many.txt
{
    "$program" --lang=en $blame many.txt
    echo $? >"$dir/piped"
} | head -1 >"$dir/out"
status=$(cat "$dir/piped")
claim 'a reader that stops reading gets its line' out_has 'many.txt:1:1: error:'
claim 'a reader that stops reading is no crash' [ "$status" -eq 141 -o "$status" -le 2 ]
"$program" --lang=en $blame many.txt >one 2>&1 &
"$program" --lang=en $blame many.txt >two 2>&1
wait $!
claim 'two at once say the same' same one two
"$program" --lang=en $blame --jobs=1 mails many.txt mails >one 2>&1
"$program" --lang=en $blame --jobs=8 mails many.txt mails >two 2>&1
claim 'many threads say the same as one' same one two

# --- rules ---------------------------------------------------------------------------------------

mkdir -p own/en
printf 'extends: existence\nmessage: no parcel\ntokns: [parcel]\n' >own/en/broken.yml
printf 'extends: existence\nmessage: no parcel\ntokens: [parcel]\n' >own/en/own-parcel.yml
run --lang=en --rules=own --only=customer-blame,own-parcel bad.txt good.txt
claim 'a broken rule is trouble' status 2
claim 'a broken rule is named as compilers do' err_has 'own/en/broken.yml:3:1: error: unknown key'
claim 'a message whose rules are broken is not linted' out_is_empty
claim 'a message that is not linted is named' err_has 'good.txt: error: not linted'
run --keep-going --lang=en --rules=own --only=customer-blame,own-parcel bad.txt good.txt
claim 'with --keep-going a broken rule is still trouble' status 2
claim 'with --keep-going the others run' out_has "$found"
claim 'with --keep-going the own ones run' out_has 'good.txt:3:6: warning: no parcel [own-parcel]'
run --test-rules=own
claim 'a broken rule is a failure of --test-rules' status 2
claim 'a broken rule is counted by --test-rules' out_lacks ' 0 failed'
rm own/en/broken.yml
run --lang=en --rules=own --only=own-parcel good.txt
claim 'rules of one'\''s own are used' status 1
printf 'extends: existence\nmessage: other\ntokens: [parcel]\n' >own/en/customer-blame.yml
run --lang=en --rules=own $blame good.txt bad.txt
claim 'an own rule takes the place of one of that name' out_has 'good.txt:3:6: warning: other'
claim 'the rule whose place it took does not run' out_lacks 'bad.txt'
mkdir -p packs/House packs/Other
printf 'extends: existence\nmessage: no parcel\ntokens: [parcel]\n' >packs/House/Parcel.yml
printf 'extends: sequence\nmessage: m\ntokens: [{tag: NN}]\n' >packs/Other/Noun.yml
run --lang=en --styles=packs --only=House good.txt
claim 'a rule of a style runs' out_has 'good.txt:3:6: warning: no parcel [House.Parcel]'
run --lang=en --styles=packs --only=House.Parcel --disable=Other bad.txt
claim 'a style that is not supported is said' err_has 'Other: note: 0 rules, 1 not supported (1 sequence)'
claim 'what is not supported is no trouble' status 0
run --quiet --lang=en --styles=packs --only=House bad.txt
claim '--quiet says nothing of styles' err_is_empty
run --styles=packs --only=Huose good.txt
claim 'an unknown style is named with the nearest' err_has "did you mean 'House'?"
run --styles=packs --list-rules
claim 'the table ends with the styles' out_has 'House: 1 rule, 0 not supported, 0 dead tokens'
claim 'a rule that is left out is a warning' err_has 'Noun.yml:1:10: warning: the kind'
claim 'warnings are no trouble' status 0
run --styles=own good.txt --vocab=None
claim 'a vocabulary that is not there is trouble' status 2
run --styles=mails good.txt
claim 'a folder without styles is trouble' err_has 'there is no style in this folder'
mkdir -p hotel/en
printf 'extends: existence\nmessage: no parcel\npacks: [hotel]\ntokens: [parcel]\n' >hotel/en/desk.yml
run --lang=en --rules=hotel --disable=customer-blame good.txt
claim 'a rule of a pack is off' out_lacks '[desk]'
run --lang=en --rules=hotel --enable=pack:hotel good.txt
claim 'a pack is enabled' out_has 'good.txt:3:6: warning: no parcel [desk]'
run --lang=en --rules=hotel --enable=pack:hotel --disable=desk good.txt
claim 'a rule of a pack is disabled' out_lacks '[desk]'
printf 'enable: [pack:hotel]\nlevels:\n  pack:hotel: error\n' >hotel.yml
run --lang=en --rules=hotel --config=hotel.yml good.txt
claim 'a configuration enables a pack' out_has 'good.txt:3:6: error: no parcel [desk]'
run --lang=en --rules=hotel --config=hotel.yml --disable=pack:hotel good.txt
claim 'a pack is disabled' out_lacks '[desk]'
run --lang=en --rules=hotel --enable=pack:hotle good.txt
claim 'an unknown pack is named with the nearest' err_has "there is no pack 'pack:hotle'; did you mean 'pack:hotel'?"
claim 'an unknown pack is a usage error' status 2
run --rules=hotel --list-rules
claim 'the table shows packs' out_has ' off  hotel '
run --rules=hotel --explain=desk --format=json
claim 'a rule of a pack as JSON is what its schema says' valid catalogue.schema.json
run --test-rules=own
claim 'rules without examples do not pass --test-rules' [ "$status" -ne 0 ]
cat >own/en/own-parcel.yml <<'RULE'
extends: existence
message: no parcel
tokens: [parcel, packet]
examples:
  flags:
    - |
      Dear Ann,

      The [[parcel]] left.
      Your parcel, that is.
    - 'The [[parcel]].'
  passes: [The box., The lid.]
RULE
rm own/en/customer-blame.yml
run --test-rules=own
claim 'an example that fails gives exit status 1' status 1
claim 'the words of an example that fail are named' err_has "own/en/own-parcel.yml:10:12: error: example: 'parcel' is flagged"
sed -i 's/Your parcel/Your [[parcel]]/' own/en/own-parcel.yml
run --test-rules=own
claim 'examples that hold give exit status 0' status 0
run --test-rules=own --coverage
claim 'what no example needs gives exit status 1' status 1
claim 'what no example needs is named' err_has "own/en/own-parcel.yml:3:18: error: no example needs 'packet'"
claim 'what is needed is counted' out_has 'coverage: 1 needed by an example, 1 not'
printf 'extends: existence\nmessage: "a\\eb"\nwhy: "\\u202e"\ntokens: [a]\n' >"$(printf 'own/en/x\033[31m.yml')"
run --rules=own --list-rules
claim 'the name of a rule cannot steer the terminal' is_tame
run --rules=own --explain="$(printf 'x\033[31m')"
claim 'a rule is explained tamely' is_tame
claim 'a rule of any name is explained' out_has 'x\x1b[31m (warning, en)'
run --rules=own --list-rules --format=json
claim 'a rule cannot steer the terminal through JSON' is_tame
rm own/en/x*
ln -s "$program" link
status=0
(cd / && "$dir/link" $blame "$dir/bad.txt") >out 2>err
claim 'a link to the program finds the rules' out_has 'bad.txt:3:1: error:'
PATH="$(dirname "$program"):$PATH" "$(basename "$program")" $blame bad.txt >out 2>err
claim 'the program is found in PATH with its rules' out_has "$found"

# --- install -------------------------------------------------------------------------------------

stage=$dir/stage
${MAKE:-make} -s --no-print-directory -C "$top" install DESTDIR="$stage" >out 2>&1
status=$?
claim 'install succeeds' status 0
installed=$(find "$stage" -path '*/bin/tactlint')
claim 'the program is installed' [ -x "$installed" ]
rules=$(find "$stage" -type d -name rules.d)
claim 'the rules are installed' exists "$rules/en/customer-blame.yml"
claim 'the languages are installed' exists "$rules/en/language.yml"
(cd "$top/rules.d" && find . -type f | sort) >one
(cd "${rules:-/}" && find . -type f | sort) >two
claim 'all rules are installed, and nothing else' same one two
"$installed" --version >out 2>err
status=$?
claim 'the installed program runs' status 0
${MAKE:-make} -s --no-print-directory -C "$top" uninstall DESTDIR="$stage" >out 2>&1
status=$?
claim 'uninstall succeeds' status 0
find "$stage" ! -type d >left
claim 'uninstall leaves nothing' same left /dev/null

rest=
[ "$skipped" -eq 0 ] || rest=", $skipped skipped"
echo "cli: $passed passed, $failed failed$rest"
[ "$failed" -eq 0 ]
