#!/bin/bash
# SPDX-License-Identifier: MIT
# What layouts/CHARTS.md shows works. A block marked yaml is a chart, which is put into a report with the
# series of the gallery and rendered without a word, as are the items of a meeting; or it is a list of
# metrics, which is checked. One marked csv is the file data.csv of the blocks below it. A comment before a
# block has a line “check REGEX” for what check must tell.
. "$(dirname "$0")/lib/check.sh"
page=layouts/CHARTS.md
here=$scratch/here

# PAGE: writes N.yaml, N.says, and N.csv for those below a block marked csv.
extract() {
    awk -v here="$here" '
        /^<!--$/ { comment = 1; said = ""; next }
        comment && /^-->$/ { comment = 0; next }
        comment { said = said $0 "\n"; next }
        /^```csv$/ { kind = "csv"; csv = ""; next }
        /^```yaml$/ { kind = "yaml"; n++; name = sprintf("%s/%02d", here, n)
            printf "%s", said >(name ".says"); said = ""
            printf "%s", csv >(name ".csv"); next }
        /^```/ { kind = "" }
        kind == "csv" { csv = csv $0 "\n" }
        kind == "yaml" { print >(name ".yaml") }' "$1"
}

# NAME: what is wrong with it.
broken() {
    local name=$1 rest
    if grep -q '^items:' "$name.yaml"; then
        { printf 'meeting:\n  title: Example\n  date: 2025-10-21\n' && cat "$name.yaml"; } >"$here/meeting.yaml"
        "$BOARDPACK" render "$here/meeting.yaml" -o "$name.pdf" 2>&1
        return
    fi
    if grep -q '^- chart:' "$name.yaml"; then
        { printf 'report:\n  title: Example\n  date: 2025-10-21\nmetrics: metrics.yaml\nbody:\n' &&
            sed 's/^/  /' "$name.yaml"; } >"$here/report.yaml"
        "$BOARDPACK" render "$here/report.yaml" -o "$name.pdf" 2>&1
        "$BOARDPACK" dump --stage=model "$here/report.yaml" 2>&1 | grep -oE '^ {4}chart .*type=[a-z]+' | sed 's/.*type=//' >>"$scratch/types"
        return
    fi
    cp "$name.csv" "$here/data.csv"
    "$BOARDPACK" check "$name.yaml" >"$name.told" 2>&1 || cat "$name.told"
    while read -r _ rest; do
        grep -qE -- "$rest" "$name.told" || echo "check $rest"
    done <"$name.says"
}

mkdir "$here"
"$BOARDPACK" new charts "$here" 2>/dev/null
rm "$here/charts.yaml"
extract $page
names=("$here"/[0-9]*.yaml)
for name in "${names[@]}"; do
    name=${name%.yaml}
    empty "example ${name##*/} of $page: $(grep -m 1 -E 'title:' "$name.yaml" | sed 's/ *//')" "$(broken "$name")"
done
check "$page has examples (${#names[@]})" [ "${#names[@]}" -ge 25 ]
types=$(sed -n '/^static const struct kind kinds/,/^};/s/^    {"\([a-z]*\)", .*/\1/p' src/load/chart.c)
check "there are types of charts" [ "$(wc -w <<<"$types")" -ge 15 ]
empty "each has an example" "$(for type in $types; do grep -qx "$type" "$scratch/types" || echo "$type"; done)"

printf '```yaml\n- chart:\n    titel: Planted\n```\n<!--\ncheck never told\n-->\n```yaml\nmetrics: []\n```\n' >"$scratch/planted.md"
rm -f "$here"/[0-9]*
extract "$scratch/planted.md"
check "a planted wrong chart is found" [ -n "$(broken "$here/01")" ]
check "a planted broken promise is found" grep -q 'check never told' <(broken "$here/02")
finish
