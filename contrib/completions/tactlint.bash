# Bash completion of tactlint; `make install` puts it in place.
# SPDX-License-Identifier: MIT
# The packs of all rules, each after a text.
_tactlint_packs() {
    tactlint --list-rules 2>/dev/null | awk -v before="$1" '
        NR > 1 { n = split($(NF - 1), packs, ","); for (i = 1; i <= n; i++) if (packs[i] != "-") print before packs[i] }' |
        sort -u
}

_tactlint() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} values='' option
    COMPREPLY=()
    [[ $word == '=' ]] && word=''
    [[ $previous == '=' ]] && previous=${COMP_WORDS[COMP_CWORD - 2]}
    case $previous in
    -f | --format) values='gcc pretty json' ;;
    -l | --lang | --messages) values='auto de en lt sv' ;;
    -c | --channel) values='email letter webform' ;;
    -a | --audience) values='general senior' ;;
    --origin) values='auto reply first' ;;
    --attachments) values='auto none some' ;;
    --dialects)
        values='auto jinja liquid handlebars go erb smarty mailchimp salesforce dollar percent python
            notify brackets braces twig nunjucks django zendesk shopify mustache ejs' ;;
    --color) values='auto always never' ;;
    --min-level) values='note warning error' ;;
    --fail-level) values='note warning error never' ;;
    --only | --enable | --disable | --explain)
        values=$(tactlint --list-rules 2>/dev/null | awk 'NR > 1 { print $1 }' | sort -u)
        [[ $previous == --explain ]] || values+=" $(_tactlint_packs pack:)" ;;
    :) values=$(_tactlint_packs) ;;
    esac
    if [[ -n $values ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "${word##*,}")
    elif [[ $word == -* ]]; then
        option=$(tactlint --help 2>/dev/null | grep -oE -e '--[a-z][a-z-]*')
        mapfile -t COMPREPLY < <(compgen -W "$option" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _tactlint tactlint
