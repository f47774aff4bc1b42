#!/bin/bash
# SPDX-License-Identifier: MIT
# Every house style that comes with the program, over every layout, and the one to edit that `boardpack
# new layout` writes: rendered without a word of warning, each with a look of its own. The PDFs stay in
# $BUILD/houses, where tests/conformance judges them.
. "$(dirname "$0")/lib/check.sh"
made=$BUILD/houses
meetings=(ashcombe-2025 kent-2022 kent-2017)
layouts=(minutes agenda action-log decisions notice)
houses=()
for file in layouts/houses/*.yaml; do houses+=("$(basename "$file" .yaml)"); done

# PDF SOURCE OPTION…: renders; prints what is said, and the status when it is not 0.
said() {
    local pdf=$1 source=$2
    shift 2
    "$BOARDPACK" render "$source" -o "$pdf" "$@" 2>&1 || echo "exit status $?"
}

# PDF: the names of its fonts, without what marks a subset.
fonts() {
    pdffonts "$1" | awk 'NR > 2 { print $1 }' | sed 's/^[A-Z]*+//' | sort -u
}

# HOUSE OPTION…: over each layout, each meeting; and the minutes in large print.
render_all() {
    local name=$1 layout meeting
    shift
    for meeting in "${meetings[@]}"; do
        for layout in "${layouts[@]}"; do
            empty "$name over $layout, $meeting" \
                "$(said "$made/$name-$layout-$meeting.pdf" "tests/meetings/$meeting.yaml" --layout "$layout" "$@")"
        done
        empty "$name in large print, $meeting" \
            "$(said "$made/$name-large-$meeting.pdf" "tests/meetings/$meeting.yaml" --edition large-print "$@")"
        check "… a notice is one page" grep -qxE 'Pages: +1' <(pdfinfo "$made/$name-notice-$meeting.pdf")
    done
    empty "$name over report" "$(said "$made/$name-report.pdf" layouts/new/report/report.yaml "$@")"
}

rm -rf "$made"
mkdir -p "$made"
check "there are three house styles" [ "${#houses[@]}" -ge 3 ]
"$BOARDPACK" layouts >"$scratch/layouts"
for house in "${houses[@]}"; do
    check "boardpack layouts names $house" grep -qE "^  $house +[A-Z]" "$scratch/layouts"
    render_all "$house" --house "$house"
    "$BOARDPACK" render tests/meetings/kent-2022.yaml --layout "$house" -o "$scratch/own.pdf"
    check "… and as a layout it is the same minutes" cmp "$scratch/own.pdf" "$made/$house-minutes-kent-2022.pdf"
    check "… of no other fonts than its own" \
        [ "$(fonts "$made/$house-minutes-kent-2022.pdf" | cut -d- -f1 | sort -u | wc -l)" -le 2 ]
    words=$(pdftotext "$made/$house-minutes-kent-2022.pdf" - | wc -w)
    plain=$("$BOARDPACK" render tests/meetings/kent-2022.yaml -o - | pdftotext - - | wc -w)
    check "… and no words of the meeting are lost ($words of $plain)" [ $((words * 100)) -gt $((plain * 97)) ]
done
check "each has a look of its own" [ "$(for house in "${houses[@]}"; do
    fonts "$made/$house-minutes-kent-2022.pdf" | paste -s -d ' '
done | sort -u | wc -l)" -eq "${#houses[@]}" ]

for layout in "${layouts[@]}" "${houses[@]}"; do
    check "new layout from $layout" "$BOARDPACK" new layout "$scratch/from-$layout" --from "$layout"
    empty "… renders at once" "$(said "$made/new-$layout.pdf" tests/meetings/ashcombe-2025.yaml \
        --layout "$scratch/from-$layout/layout.yaml")"
done
check "the house style to edit is short" [ "$(grep -cvE '^ *(#|$)' layouts/new/layout/layout.yaml)" -le 24 ]
finish
