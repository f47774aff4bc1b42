#!/bin/bash
# SPDX-License-Identifier: MIT
# What layouts/README.md shows is true. A layout in it (a block marked yaml) is rendered, and before it
# stands a comment with a line for each promise:
#   says REGEX    the PDF's words, on one line, have it;   lacks REGEX    they do not
#   dump REGEX    a line of dump --stage=layout has it
#   fonts NAME    a font of the PDF begins with it;        paper W x H    the size of its pages
#   of FILE       the file that is rendered, if not the example of a meeting
#   files REGEX   a file that is attached to the PDF has a name that is like it
#   with OPTION…  how it is rendered; with another --layout the example is the house style
. "$(dirname "$0")/lib/check.sh"
page=layouts/README.md
sample=$PWD/tests/meetings/ashcombe-2025.yaml
here=$scratch/here

# PAGE: writes N.yaml and N.says for each layout, and N.title.
extract() {
    awk -v here="$here" '
        /^#/ && !code { title = $0; sub(/^#+ /, "", title) }
        /^<!--$/ { comment = 1; said = ""; next }
        comment && /^-->$/ { comment = 0; next }
        comment { said = said $0 "\n"; next }
        /^```yaml$/ { code = 1; n++; name = sprintf("%s/%02d", here, n)
            print title >(name ".title"); printf "%s", said >(name ".says"); said = ""; next }
        /^```/ { code = 0 }
        code { print >(name ".yaml") }' "$1"
}

# PDF: its words on one line, with plain spaces.
words() {
    pdftotext "$1" - | sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' | tr -s '\f\n ' ' '
}

# NAME: prints the promises that are not kept.
broken() {
    local name=$1 file options verb rest
    file=$(sed -n 's/^of //p' "$name.says")
    file=${file:-$sample}
    options=$(sed -n 's/^with //p' "$name.says")
    case $options in
    *--layout*) options="--house $name.yaml $options" ;;
    *) options="--layout $name.yaml $options" ;;
    esac
    # shellcheck disable=SC2086 # a list of options
    "$BOARDPACK" render "$file" -o "$name.pdf" $options 2>&1 || return
    # shellcheck disable=SC2086
    "$BOARDPACK" dump --stage=layout "$file" $options >"$name.dump"
    words "$name.pdf" >"$name.words"
    while read -r verb rest; do
        case $verb in
        says) grep -qE -- "$rest" "$name.words" ;;
        lacks) ! grep -qE -- "$rest" "$name.words" ;;
        dump) grep -qE -- "$rest" "$name.dump" ;;
        fonts) pdffonts "$name.pdf" | grep -qE "^[A-Z]+\+$rest" ;;
        paper) pdfinfo "$name.pdf" | grep -qE "^Page size: +$rest pts" ;;
        files) pdfdetach -list "$name.pdf" | grep -qE "^[0-9]+: $rest\$" ;;
        with | of) ;;
        *) false ;;
        esac || echo "$verb $rest"
    done <"$name.says"
}

mkdir "$here"
(cd "$here" && "$BOARDPACK" new layout our-style 2>/dev/null && cp our-style/logo.svg . && "$BOARDPACK" new minutes . 2>/dev/null)
extract $page
names=("$here"/*.yaml)
for name in "$here"/[0-9]*.yaml; do
    name=${name%.yaml}
    check "“$(cat "$name.title")” promises something" grep -q . "$name.says"
    empty "… and keeps it" "$(broken "$name")"
done
check "$page has examples (${#names[@]})" [ "${#names[@]}" -ge 15 ]

# The error that it shows is what is said.
shown=$(grep -E '^our-style/layout\.yaml:[0-9:]+ error: ' $page)
colour=$(grep -oE '#[0-9A-F]{6}' <<<"$shown" | head -n 1)
sed -i "s/^  accent: .*/  accent: \"$colour\"/" "$here/our-style/layout.yaml"
check "the error that $page shows is the program's" grep -qxF -- "$shown" \
    <(cd "$here" && "$BOARDPACK" render meeting.yaml --layout our-style/layout.yaml 2>&1)

# The other layouts make none of the promises.
printf '# Planted\n<!--\nsays Sent regrets\nlacks Apologies Cllr\n-->\n```yaml\nlayout:\n  extends: minutes\n```\n' >"$scratch/planted.md"
rm -f "$here"/[0-9]*
extract "$scratch/planted.md"
check "two planted broken promises are found" [ "$(broken "$here/01" | wc -l)" -eq 2 ]
finish
