#!/bin/bash
# SPDX-License-Identifier: MIT
# The figures of the meeting of 2022: solved again they are the file that is there, what the notes
# state holds in it, and the JSON of series is of the form that its schema says.
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

sed 's/"unit": "rate"/"unit": "planted"/' "$scratch/all" >"$scratch/planted"
check "a planted unit is found" [ -n "$(checked schema layouts/series.schema.json "$scratch/planted")" ]
sed 's/\t5659\t/\t5660\t/' tests/metrics/stated.tsv >"$scratch/stated"
check "a planted change is found" [ -n "$(checked stated "$scratch/stated" "$scratch/json")" ]
finish
