#!/bin/bash
# SPDX-License-Identifier: MIT
# What texts say of series: tests/phrases/right.tsv has what a writer writes and what is printed, with
# “~” for a space at which no line ends, wrong.tsv what is refused and why, charts.tsv which figures on a
# chart are warned of. The table of layouts/README.md is held to the same series.
. "$(dirname "$0")/lib/check.sh"
here=tests/phrases
tab=$'\t'
fixed=$'\u00A0'

# What is before the body of every report.
front() {
    printf 'report: {title: R, date: 2022-03-16}\nmetrics: metrics.yaml\nbody:\n'
}

# TSV: a report with a paragraph for each line of it, between marks.
report() {
    front
    cut -f 1 "$1" | while IFS= read -r text; do printf '  - text: |\n      From %s till.\n' "$text"; done
}

# FILE: what stands between the marks, one a line.
printed() {
    "$BOARDPACK" dump --stage=document "$1" | sed -nE 's/^ *run .*text="(.*)"$/\1/p' |
        tr -d '\n' | sed 's/\\u{A0}/~/g; s/ till\./\n/g' | sed -n 's/.*From //p'
}

# TSV: prints how what is printed differs from what should be.
differences() {
    cp $here/metrics.yaml "$scratch/metrics.yaml"
    report "$1" >"$scratch/right.yaml"
    diff <(cut -f 2 "$1") <(printed "$scratch/right.yaml" 2>&1) 2>&1
}

# The rows of the table in layouts/README.md, as such a file; a number keeps its unit there.
documented() {
    sed -nE 's/^\| `([^`]*(\$\{|series:)[^`]*)` \| ([^|]*) \|.*$/\1\t\3/p' layouts/README.md
}

# TSV: a report a line; prints those that are not refused, at their place, for the reason given.
unrefused() {
    local text reason n=0 said
    while IFS=$tab read -r text reason; do
        n=$((n + 1))
        { front; printf '  - text: "%s"\n' "$text"; } >"$scratch/wrong.yaml"
        said=$("$BOARDPACK" check "$scratch/wrong.yaml" 2>&1) && echo "$text: is not refused"
        said=${said//$fixed/ }
        grep -qF "wrong.yaml:4:12: error: " <<<"$said" || echo "$text: has no place: $said"
        grep -qF -- "$reason" <<<"$said" || echo "$text: $said"
    done <"$1"
}

[ "$(cat $here/right.tsv $here/wrong.tsv | wc -l)" -ge 60 ] || fail "the cases are there"
empty "what is written is printed" "$(differences $here/right.tsv)"
empty "what is wrong is refused with its place and the mend" "$(unrefused $here/wrong.tsv)"
documented >"$scratch/documented.tsv"
check "layouts/README.md has forms" [ "$(wc -l <"$scratch/documented.tsv")" -ge 15 ]
empty "its examples are printed" "$(differences "$scratch/documented.tsv")"
printf '%s\t%s\n' "\${crime latest}" "51,658" >"$scratch/planted.tsv"
check "a planted difference is found" [ "$(differences "$scratch/planted.tsv" | wc -l)" -eq 4 ]
printf '%s\t%s\n' "\${crime latest}" "no reason" >"$scratch/planted.tsv"
check "a planted reference without a fault is found" [ -n "$(unrefused "$scratch/planted.tsv")" ]

# A figure that may still change is said to be provisional by whoever writes it.
{ front; printf '  - "It was [110](series:robbery.latest), or [110 (provisional)](series:robbery.latest)."\n'; } >"$scratch/marked.yaml"
said=$("$BOARDPACK" check "$scratch/marked.yaml" 2>&1)
check "a provisional figure without a mark is told" grep -q 'marked.yaml:4:13: warning: “robbery latest” is provisional' <<<"$said"
check "… and one with it is not" [ "$(grep -c 'is provisional' <<<"$said")" -eq 1 ]

# Everywhere, over the ends of lines, in the words of a translation, in minutes.
cat >"$scratch/everywhere.yaml" <<'YAML'
report:
  title: "R ${crime latest} of $${"
  subtitle: "Line ${fraud latest}"
  date: 2022-03-16
  summary: |
    Crime ${crime change
    from 2020/21}; ${crime
    latest}.
metrics: metrics.yaml
body:
  - heading: "H ${satisfaction latest}"
  - text: |
      ## Sub ${wait latest}

      | a | b |
      |---|---|
      | ${spend latest} | x[^1] |

      [^1]: Note ${rate latest}.
  - chart:
      series: crime
      title: "T ${crime change from last year}"
      subtitle: "U ${burglary latest}, Kent"
      finding: "F ${crime latest}"
closing: C ${robbery latest}
YAML
"$BOARDPACK" render "$scratch/everywhere.yaml" -o "$scratch/everywhere.pdf" 2>"$scratch/said"
empty "a report with figures everywhere has no faults" "$(grep -v 'no faults' "$scratch/said" | grep -E 'error|warning')"
words=$(pdftotext "$scratch/everywhere.pdf" - | sed 's/\xc2\xa0/ /g' | tr -s '\f\n ' ' ')
for say in 'R 51,659 of ${' 'Line 5' 'Crime increased 12.3% (5,659 offences); 51,659.' 'H 93.8%' 'Sub 33 minutes' '£1,250,000' \
    'Note 61.5.' 'T increased 12.3% (5,659 offences)' 'U 99, Kent' 'C 110 (provisional)'; do
    check "it says: $say" grep -qF "$say" <<<"$words"
done
check "the chart is told with its finding" grep -qF 'in 2021/22. F 51,659.' \
    <("$BOARDPACK" dump --stage=document "$scratch/everywhere.yaml")
check "bookmarks have the figures" grep -q 'Sub 33 minutes' \
    <("$BOARDPACK" dump --stage=document "$scratch/everywhere.yaml" | sed 's/\\u{A0}/ /g' | grep bookmark)

cat >"$scratch/minutes.yaml" <<'YAML'
meeting: {title: M, date: 2022-03-16, organisation: O}
metrics: metrics.yaml
items:
  - title: Crime
    minutes:
      - Crime ${crime change from 2020/21}, [down 5.4%](series:crime.change.from.2019/20) on 2019/20.
YAML
said=$("$BOARDPACK" dump --stage=document "$scratch/minutes.yaml" 2>&1 | sed 's/\\u{A0}/ /g')
check "minutes take them too" grep -qF 'Crime increased 12.3% (5,659 offences), down 5.4% on 2019/20.' <<<"$said"
sed 's/^meeting: {/&language: cy, /' "$scratch/minutes.yaml" >"$scratch/cy.yaml"
said=$("$BOARDPACK" dump --stage=document "$scratch/cy.yaml" 2>&1 | sed 's/\\u{A0}/ /g')
check "in Welsh the words are Welsh" grep -qF 'cynyddodd 12.3% (5,659 offences)' <<<"$said"
grep -v '^metrics' "$scratch/minutes.yaml" >"$scratch/none.yaml"
check "a file without metrics says what is missing" grep -qF 'none.yaml:5:15: error: “${” is for figures of a series' \
    <("$BOARDPACK" check "$scratch/none.yaml" 2>&1)
check "render refuses a wrong figure too" grep -q 'contradicts the series' \
    <(sed 's/5\.4%/5.5%/' "$scratch/minutes.yaml" >"$scratch/off.yaml"; "$BOARDPACK" render "$scratch/off.yaml" 2>&1)
check "and makes no file" [ ! -e "$scratch/off.pdf" ]

cat >"$scratch/circle.yaml" <<'YAML'
layout: {extends: report}
wording: {mention: "[${report.title}]"}
YAML
said=$("$BOARDPACK" dump --stage=document "$scratch/everywhere.yaml" --layout "$scratch/circle.yaml" 2>&1)
check "a wording that leads back to a figure ends" grep -qF 'run text="R [R 51,659 of ${] of ${"' <<<"$said"

# TSV: keys of a chart and the start of a warning, or nothing where there is none.
misjudged() {
    local keys warning said
    while IFS=$tab read -r keys warning; do
        { front; printf '  - chart: {%s}\n' "$keys"; } >"$scratch/chart.yaml"
        said=$("$BOARDPACK" check "$scratch/chart.yaml" 2>&1 | sed "s/$fixed/ /g" | grep -vE 'note:|no faults| checked: ')
        if [ -z "$warning" ]; then
            [ -z "$said" ] || echo "$keys: $said"
        else
            grep -qF -- "warning: $warning" <<<"$said" || echo "$keys: ${said:-nothing said}"
        fi
    done <"$1"
}
empty "figures on charts are held against their data" "$(misjudged $here/charts.tsv)"
check "a warning has its place" grep -q 'chart.yaml:4:[0-9][0-9]: warning: “15.2%”' \
    <({ front; printf '  - chart: {series: crime, title: "Crime rose 15.2%%"}\n'; } >"$scratch/chart.yaml"
      "$BOARDPACK" render "$scratch/chart.yaml" 2>&1)
finish
