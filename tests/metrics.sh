#!/bin/bash
# SPDX-License-Identifier: MIT
# The figures of the meeting of 2022: solved again they are the file that is there, what the notes
# state holds in it, and the JSON of series and charts is of the form that its schema says and holds
# what a control chart's definition says.
. "$(dirname "$0")/lib/check.sh"
file=tests/reports/kent-2022/metrics.yaml

checked() {
    /usr/bin/python3 tests/metrics/check.py "$@" 2>&1
}

check "solve.py makes the metrics file" diff <(/usr/bin/python3 tests/metrics/solve.py) $file
check "the metrics file has no faults" "$BOARDPACK" check $file
check "it is printed as JSON" eval "'$BOARDPACK' dump --stage=series --format=json $file >'$scratch/json'"
empty "the JSON is of its schema" "$(checked schema layouts/series.schema.json "$scratch/json")"
empty "every change that the notes state holds" "$(checked stated tests/metrics/stated.tsv "$scratch/json")"

# A series with all that the JSON can say.
cat >"$scratch/all.yaml" <<'YAML'
metrics:
  - id: all
    title: A "title" with \ in it
    unit: rate
    per: 1000
    period: month
    better: lower
    small-base: 2000
    target:
      - from: 2021-04
        value: 5
      - from: 2021-06
        value: 4.5
    amber: 6
    baseline:
      from: 2021-04
      until: 2021-05
    ghosts:
      - 2021-06
    values:
      2021-04: 4
      2021-05:
        numerator: 5
        denominator: 1000
        mark: revised
      2021-06: <5
      2021-07:
      2022-05:
        numerator: 9
        denominator: 1000
        mark: provisional
YAML
check "another file is printed as JSON" eval "'$BOARDPACK' dump --stage=series --format=json '$scratch/all.yaml' >'$scratch/all'"
empty "its JSON is of the schema" "$(checked schema layouts/series.schema.json "$scratch/all")"
check "a percentage on a small base is left out" \
    eval "grep -q small-base '$scratch/all' && [ \$(grep -c percent '$scratch/all') -eq 1 ]"
check "a meeting's series are none" [ "$("$BOARDPACK" dump --stage=series --format=json tests/meetings/kent-2022.yaml)" = "[]" ]

# Control charts, judged by their series and by themselves.
json() {
    "$BOARDPACK" dump --stage=series --format=json "$@"
}
points() {
    checked points "$1" "$scratch/judged"
}
# ID.KEY…
told() {
    for path in "$@"; do checked told "$path" "$scratch/judged"; done | paste -sd ' '
}
check "a report is printed as JSON" eval "json tests/metrics/judged.yaml >'$scratch/judged'"
empty "its JSON is of the schema too" "$(checked schema layouts/series.schema.json "$scratch/judged")"
check "it has four series and ten charts" [ "$(grep -c '^    "unit"' "$scratch/judged") $(grep -c '^    "ticks"' "$scratch/judged")" = "4 10" ]
for id in waiting chart-1; do
    empty "$id is what its definition says" "$(checked judged $id "$scratch/judged")"
done
empty "ticks are even and hold the data" "$(checked ticks 7 "$scratch/judged")"
check "a chart says what its series says" diff <(points waiting) <(points chart-1)
check "a table by shares says what its chart says" diff <(points answered) <(points chart-4)
check "a part of a chart has the limits of the whole" \
    [ "$(points chart-2 | head -n 1)" = '2020-01|39|40.2|32.0635294118|48.3364705882||common' ]
check "a chart's own rules go before the series'" [ "$(told chart-2.profile waiting.profile chart-5.limits)" = "plotthedots mdc xmr" ]
check "six points are a shift where a file says so" \
    [ "$(told six.shift six.variation waiting.variation)" = "6 improvement-low common-cause" ]
check "a frozen baseline and a ghost count as they are told" \
    [ "$(points six | sed -n 14p)" = '2020-02|70|40.6666666667|29.7848484848|51.5484848485||None' ]
check "limits begin anew at a rebase" [ "$(points answered | cut -d '|' -f 3 | uniq | wc -l)" -eq 2 ]
check "each segment says what its limits come from" \
    [ "$(told six.segments)" = "from=2019-01,until=2020-08,counted=19,base-from=2019-01,base-until=2019-12,base-counted=12,mean-range=4.09090909091" ]
check "runs are told where they are asked" \
    [ "$(told complaints.segments)" = "from=2019-Q1,until=2020-Q2,counted=6,base-from=2019-Q1,base-until=2020-Q2,base-counted=6,useful=6,longest-run=5,longest-run-most=6,crossings=1,crossings-fewest=1" ]
check "the ticks are where the chart stands on its page" \
    [ "$(told chart-1.ticks chart-1.width)" = "20 30 40 50 60 70 391.08" ]
sed 's/"mean": 40.2,/"mean": 40.3,/' "$scratch/judged" >"$scratch/planted"
check "a planted mean is found" [ -n "$(checked judged waiting "$scratch/planted")" ]
check "planted sparse ticks are found" [ -n "$(checked ticks 9 "$scratch/judged")" ]

sed 's/"unit": "rate"/"unit": "planted"/' "$scratch/all" >"$scratch/planted"
check "a planted unit is found" [ -n "$(checked schema layouts/series.schema.json "$scratch/planted")" ]
sed 's/\t5659\t/\t5660\t/' tests/metrics/stated.tsv >"$scratch/stated"
check "a planted change is found" [ -n "$(checked stated "$scratch/stated" "$scratch/json")" ]
finish
