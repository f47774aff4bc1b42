#!/bin/bash
# SPDX-License-Identifier: MIT
# Each stage of each meeting, and the series of each report, as text, is what
# tests/golden/NAME.STAGE.txt says, and so are the pages of other layouts, editions and house styles.
# `golden.sh accept` makes it say what the program does now.
. "$(dirname "$0")/lib/check.sh"
golden=tests/golden

# The stages are asked from the library itself.
stages() {
    ln -s "$BUILD"/libboardpack.so.*.*.* "$scratch/libboardpack.so.1" &&
        gcc -Iinclude -o "$scratch/stages" -x c - -x none "$scratch/libboardpack.so.1" <<'EOT' &&
#include <boardpack.h>
int main(void)
{
    for (const char *const *name = bp_stage_names(); *name; name++)
        puts(*name);
}
EOT
        LD_LIBRARY_PATH=$scratch "$scratch/stages"
}

# The pages that are held to a hundredth of a point beside the plain minutes: a name, the file, options.
looks() {
    local ashcombe=tests/meetings/ashcombe-2025.yaml seed=tests/meetings/kent-2022.yaml house
    cat <<EOT
agenda $ashcombe --layout agenda
action-log $ashcombe --layout action-log --as-of 2025-12-01
decisions $ashcombe --layout decisions
notice $ashcombe --layout notice
report layouts/new/report/report.yaml
charts layouts/new/charts/charts.yaml
measures tests/reports/measures/report.yaml
minutes-charts tests/meetings/odd/figures.yaml
measures-large tests/reports/measures/report.yaml --edition large-print
large-print $ashcombe --edition large-print
draft-letter $ashcombe --edition draft,letter
welsh tests/meetings/odd/cy.yaml
arabic tests/meetings/odd/ar.yaml --layout minutes-ar
EOT
    for house in layouts/houses/*.yaml; do
        echo "$(basename "$house" .yaml) $seed --layout $(basename "$house" .yaml)"
    done
}

# FILE STAGE GOLDEN OPTION…: prints how the stage differs from the golden text; nothing when it does
# not.
differences() {
    local file=$1 stage=$2 text=$3
    shift 3
    "$BOARDPACK" dump --stage="$stage" "$file" "$@" >"$scratch/dump" 2>"$scratch/said" ||
        echo "exit status $?: $(cat "$scratch/said")"
    [ -s "$scratch/dump" ] || echo "the dump is empty"
    diff "$text" "$scratch/dump" 2>&1
}

# NAME FILE STAGE OPTION…
compare() {
    local name=$1 file=$2 stage=$3
    shift 3
    [ "$mode" != accept ] || "$BOARDPACK" dump --stage="$stage" "$file" "$@" >"$golden/$name.txt"
    empty "$name" "$(differences "$file" "$stage" "$golden/$name.txt" "$@")"
    echo "$golden/$name.txt" >>"$scratch/known"
}

mode=${1:-}
mapfile -t names < <(stages)
[ "${#names[@]}" -ge 4 ] || fail "the library names its stages" "${names[*]}"
if [ "$mode" = accept ]; then
    mkdir -p "$golden"
    rm -f "$golden"/*.txt
fi
for metrics in tests/reports/*/metrics.yaml; do
    compare "$(basename "$(dirname "$metrics")")-metrics.series" "$metrics" series
done
for meeting in tests/meetings/*.yaml; do
    for stage in "${names[@]}"; do
        name=$(basename "$meeting" .yaml).$stage
        compare "$name" "$meeting" "$stage"
    done
done
while read -r look file options; do
    # shellcheck disable=SC2086 # a list of options
    compare "look-$look.layout" "$file" layout $options
done < <(looks)
compare measures.tags tests/reports/measures/report.yaml tags
empty "every golden text belongs to a file" "$(find "$golden" -type f | grep -vxFf "$scratch/known")"

sed '1s/^/planted /' "$golden/$name.txt" >"$scratch/planted"
check "a planted difference is found" [ -n "$(differences "$meeting" "$stage" "$scratch/planted")" ]
check "a missing golden text is found" [ -n "$(differences "$meeting" "$stage" "$scratch/none")" ]
finish
