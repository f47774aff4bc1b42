#!/bin/bash
# SPDX-License-Identifier: MIT
# layouts/REFERENCE.md is what tests/schema/reference.py prints of the schema, the layouts and the
# program. With `accept` it is written anew, and a difference to it is for git to show.
. "$(dirname "$0")/lib/check.sh"
page=layouts/REFERENCE.md
values=$BUILD/tests/schema/values

made() {
    "$values" >"$scratch/values" && /usr/bin/python3 tests/schema/reference.py "$scratch/values" "$1"
}

# PAGE: the links to places in it that no heading makes.
broken() {
    sed -n 's/^#* //p' $page | tr 'A-Z ' 'a-z-' | tr -cd 'a-z0-9\n-' | sort -u >"$scratch/places"
    grep -oE "\\]\\($2#[^)]+" "$1" | sed 's/.*#//' | sort -u | grep -vxFf "$scratch/places"
}

check "the program tells its values" make --no-print-directory BUILD="$BUILD" SAN= "$values"
made tests/schema/values.tsv >"$scratch/made" 2>&1
[ "${1:-}" != accept ] || cp "$scratch/made" $page
empty "$page is what the program says" "$(diff $page "$scratch/made" | head -n 20)"
empty "its links lead somewhere" "$(broken $page "")"
empty "those of layouts/README.md too" "$(broken layouts/README.md REFERENCE.md)"
grep -v "^the meeting	venue	" tests/schema/values.tsv >"$scratch/planted"
check "a value without words is found" grep -q venue <(made "$scratch/planted" 2>&1 >"$scratch/ignored")
finish
