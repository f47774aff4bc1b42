#!/bin/bash
# SPDX-License-Identifier: MIT
# Each stage of each meeting, and the series of each report, as text, is what tests/golden/NAME.STAGE.txt says. `golden.sh accept`
# makes it say what the program does now.
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

# MEETING STAGE GOLDEN: prints how the stage differs from the golden text; nothing when it does not.
differences() {
    "$BOARDPACK" dump --stage="$2" "$1" >"$scratch/dump" 2>"$scratch/said" ||
        echo "exit status $?: $(cat "$scratch/said")"
    [ -s "$scratch/dump" ] || echo "the dump is empty"
    diff "$3" "$scratch/dump" 2>&1
}

mapfile -t names < <(stages)
[ "${#names[@]}" -ge 4 ] || fail "the library names its stages" "${names[*]}"
if [ "${1:-}" = accept ]; then
    mkdir -p "$golden"
    rm -f "$golden"/*.txt
fi
# FILE STAGE NAME
hold() {
    [ -z "$accept" ] || "$BOARDPACK" dump --stage="$2" "$1" >"$golden/$3.txt"
    empty "$3" "$(differences "$1" "$2" "$golden/$3.txt")"
    echo "$golden/$3.txt" >>"$scratch/known"
}

accept=${1:-}
for metrics in tests/reports/*/metrics.yaml; do
    hold "$metrics" series "$(basename "$(dirname "$metrics")")-metrics.series"
done
for meeting in tests/meetings/*.yaml; do
    for stage in "${names[@]}"; do
        name=$(basename "$meeting" .yaml).$stage
        hold "$meeting" "$stage" "$name"
    done
done
empty "every golden text belongs to a file" "$(find "$golden" -type f | grep -vxFf "$scratch/known")"

sed '1s/^/planted /' "$golden/$name.txt" >"$scratch/planted"
check "a planted difference is found" [ -n "$(differences "$meeting" "$stage" "$scratch/planted")" ]
check "a missing golden text is found" [ -n "$(differences "$meeting" "$stage" "$scratch/none")" ]
finish
