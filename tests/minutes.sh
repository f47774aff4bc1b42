#!/bin/bash
# SPDX-License-Identifier: MIT
# Charts in minutes: each stands at its place, its figures where the edition says, its file is attached;
# and a meeting without charts knows nothing of them. The PDFs are left for the conformance test.
. "$(dirname "$0")/lib/check.sh"
made=$BUILD/minutes
meeting=tests/meetings/odd/figures.yaml
rm -rf "$made"
mkdir -p "$made"

# NAME OPTION…: renders; prints what is said, and the status when it is not 0.
said() {
    local name=$1
    shift
    "$BOARDPACK" render "$meeting" -o "$made/$name.pdf" "$@" 2>&1 || echo "exit status $?"
}

# NAME: what is heard of it, on one line.
heard() {
    pdfinfo -struct-text "$made/$1.pdf" | sed 's/\xc2\xa0/ /g' | tr -s '\n ' ' '
}

# NAME REGEX: whether it is heard.
hears() {
    heard "$1" | grep -qE -- "$2"
}

# NAME: the files attached to it.
attached() {
    pdfdetach -list "$made/$1.pdf" | sed -n 's/^[0-9]*: //p'
}

for house in commissioner council trust; do
    empty "minutes with charts by $house" "$(said "$house" --house $house)"
    check "… have all three" [ "$(attached "$house" | wc -l)" -ge 3 ]
done
for edition in large-print figures-after figures-attached; do
    empty "minutes with charts, $edition" "$(said "$edition" --edition $edition)"
done
empty "minutes with charts" "$(said plain)"
check "a chart stands between what was said before and after it" \
    hears plain '101 \(provisional\) fly-tips in September.*Figure: .*It was asked whether'
check "its figures stand after the signature" hears plain 'Signed.*Figures of the charts.*April 2024" TD "131"'
check "or right after it" hears figures-after 'Figures: Fly-tips reported.*April 2024" TD "131".*It was asked'
check "or on no page" eval '! hears figures-attached "TD .131"'
check "a table of measures is one" hears plain 'Fly-tips, Marlbridge" TD "101" TD "120" TD Figure: .*Abandoned vehicles'
check "the files are attached all the same" \
    [ "$(attached figures-attached | grep -c '\.csv$')" -eq "$(attached plain | grep -c '\.csv$')" ]
check "in large print too, with those of a table’s lines" \
    [ "$(attached large-print | grep -c '\.csv$')" -eq "$(attached plain | grep -c '\.csv$')" ]
check "… and there are some" [ "$(attached plain | grep -c '\.csv$')" -ge 3 ]

for layout in agenda action-log decisions notice; do
    empty "the $layout is made without them" "$(said $layout --layout $layout --as-of 2025-11-01)"
    empty "… and has no file" "$(attached $layout)"
done

"$BOARDPACK" dump --stage=series --format=json "$meeting" >"$scratch/series.json"
check "the JSON of a meeting has its charts" python3 - "$scratch/series.json" <<'EOT'
import json
import sys

charts = [one for one in json.load(open(sys.argv[1], encoding="utf-8")) if one["id"].startswith("chart-")]
assert [chart["type"] for chart in charts] == ["spc", "table", "bar"], charts
assert charts[0]["ticks"], charts[0]
EOT

# --- a meeting without charts

sed '/^metrics:/,$d' $meeting >"$scratch/without.yaml"
printf 'items:\n  - title: None\n    minutes: Nothing was shown.\n' >>"$scratch/without.yaml"
meeting=$scratch/without.yaml
for edition in figures-after figures-attached; do
    empty "an edition of charts does nothing without any: $edition" "$(said "none-$edition" --edition $edition)"
done
empty "a meeting without charts" "$(said none)"
check "… is the same by it" cmp "$made/none.pdf" "$made/none-figures-after.pdf"
printf 'house:\n  about: Ours\nstyles:\n  chart-titel:\n    size: 14\n' >"$scratch/house.yaml"
check "a misspelt style of charts is told without any" \
    grep -q 'house.yaml:4:3: warning: .*“chart-titel”; did you mean “chart-title”?' <(said house --house "$scratch/house.yaml")
printf 'layout:\n  extends: minutes\nbody:\n  - after: chart.chart\n    paragraph: Ours\n' >"$scratch/mine.yaml"
empty "a layout may change charts without any" "$(said mine --layout "$scratch/mine.yaml")"
finish
