#!/bin/bash
# SPDX-License-Identifier: MIT
# Every house style that comes with the program, over every layout and in every edition: rendered
# without a word of warning, in sizes that can be read, and read aloud with the title as its one
# first heading. The PDFs stay in $BUILD/houses, where tests/conformance judges them.
. "$(dirname "$0")/lib/check.sh"
made=$BUILD/houses
houses=(commissioner council trust)
layouts=(minutes agenda action-log decisions notice report)
editions=(plain large-print draft letter)
sample=tests/meetings/ashcombe-2025.yaml

source_of() {
    if [ "$1" = report ]; then echo layouts/new/report/report.yaml; else echo "$sample"; fi
}

# OUT OPTION…: what is said of it; nothing when all is well.
said() {
    "$BOARDPACK" render "${@:2}" -o "$1" 2>&1 || echo "exit status $?"
}

# OPTION…: the smallest size of its text
smallest() {
    "$BOARDPACK" dump --stage=layout "$@" | grep -E '^ *text ' | grep -oE ' size=[0-9.]+' |
        cut -d= -f2 | sort -n | head -n 1
}

# PDF: its headings of the first level
titles() {
    pdfinfo -struct-text "$1" | grep -A1 -E '^ *H1 ' | sed -n 's/^ *"\(.*\)"$/\1/p'
}

rm -rf "$made"
mkdir -p "$made"
"$BOARDPACK" layouts >"$scratch/layouts"
for house in "${houses[@]}"; do
    check "boardpack layouts names the house $house" grep -qE "^  $house +[A-Z]" "$scratch/layouts"
done
check "… and there is no other" \
    [ "$(ls layouts/houses/*.yaml)" = "$(printf 'layouts/houses/%s.yaml\n' "${houses[@]}")" ]

for house in "${houses[@]}"; do
    for layout in "${layouts[@]}"; do
        source=$(source_of "$layout")
        for edition in "${editions[@]}"; do
            pdf=$made/$house-$layout-$edition.pdf
            options=(--layout "$layout" --house "$house")
            least=9
            [ "$edition" = plain ] || options+=(--edition "$edition")
            [ "$edition" = large-print ] && least=16
            empty "$house, $layout, $edition" "$(said "$pdf" "$source" "${options[@]}")"
            size=$(smallest "$source" "${options[@]}")
            check "… no text under $least points ($size)" awk "BEGIN { exit !($size >= $least) }"
        done
        pdf=$made/$house-$layout-plain.pdf
        check "… the title is its one first heading" \
            [ "$(titles "$pdf")" = "$(sed -n 's/^  title: //p' "$source" | head -n 1)" ]
    done
    for edition in "${editions[@]}"; do
        check "$house: the notice is one page, $edition" \
            [ "$(pdfinfo "$made/$house-notice-$edition.pdf" | awk '/^Pages:/ { print $2 }')" = 1 ]
    done
done

# --- the two real meetings

# PDF: the families of its fonts
families() {
    pdffonts "$1" | awk 'NR > 2 { print $1 }' | sed 's/^[A-Z]*+//; s/-.*//' | sort -u | paste -s -d ' '
}

for house in "${houses[@]}"; do
    for name in kent-2017 kent-2022; do
        source=tests/meetings/$name.yaml
        for layout in minutes agenda notice action-log; do
            empty "$house, $layout, $name" "$(said "$made/$house-$layout-$name.pdf" "$source" --layout "$layout" --house "$house")"
        done
        empty "$house, $name, in large print" \
            "$(said "$made/$house-large-$name.pdf" "$source" --house "$house" --edition large-print)"
        words=$(pdftotext "$made/$house-minutes-$name.pdf" - | wc -w)
        plain=$("$BOARDPACK" render "$source" -o - | pdftotext - - | wc -w)
        check "… and no words are lost ($words of $plain)" [ $((words * 100)) -gt $((plain * 97)) ]
    done
    check "$house is the same as a layout" cmp "$made/$house-minutes-kent-2022.pdf" \
        <("$BOARDPACK" render tests/meetings/kent-2022.yaml --layout "$house" -o -)
    families "$made/$house-minutes-kent-2022.pdf" >>"$scratch/families"
done
check "each has fonts of its own" [ "$(sort -u "$scratch/families" | wc -l)" -eq "${#houses[@]}" ]

# --- the lines that people change first

"$BOARDPACK" new layout "$scratch/house" 2>/dev/null
for layout in "${layouts[@]}"; do
    empty "a new house style over $layout" \
        "$(said "$made/new-$layout.pdf" "$(source_of "$layout")" --layout "$layout" --house "$scratch/house/layout.yaml")"
done
for house in "${houses[@]}"; do
    rm -rf "$scratch/house"
    "$BOARDPACK" new layout "$scratch/house" --from "$house" 2>/dev/null
    empty "a new house style from $house" \
        "$(said "$made/new-$house.pdf" "$sample" --layout "$scratch/house/layout.yaml")"
done
finish
