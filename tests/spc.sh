#!/bin/bash
# SPDX-License-Identifier: MIT
# layouts/SPC.md lists how odd cases of control charts are decided: each line of it is a test, and
# each such test is in it.
. "$(dirname "$0")/lib/check.sh"
page=layouts/SPC.md

# FILE: the decisions that test_spc_edges.c has as rows, and test_control.c as names of tests
tested() {
    sed -n '/^static const struct row rows/,/^};/p' tests/unit/test_spc_edges.c |
        sed -nE 's/^    \{"([^"]+)",.*/\1/p'
    sed -nE 's/^ *cmocka_unit_test\((.*)\),$/\1/p' tests/unit/test_control.c | tr _ ' '
}

# PAGE: the cases of the list
listed() {
    sed -n '/^## How odd cases are decided/,$p' "$1" | sed -nE 's/^\| ([^|]+) \| [^|]+ \|$/\1/p' |
        grep -vxF 'case and decision'
}

# PAGE: what only one of them has
differences() {
    diff <(tested | sort) <(listed "$1" | sort) | sed -nE 's/^< (.*)/not in the list: \1/p; s/^> (.*)/not tested: \1/p'
}

check "the tests have all rows that the file has" \
    [ "$(tested | wc -l)" -eq "$(($(grep -c '^    {"' tests/unit/test_spc_edges.c) + $(grep -c 'cmocka_unit_test(' tests/unit/test_control.c)))" ]
check "at least 40 cases are decided" [ "$(listed $page | wc -l)" -ge 40 ]
empty "each decision that is listed is tested, and each tested is listed" "$(differences $page)"
empty "none is there twice" "$(listed $page | sort | uniq -d)"
empty "each says why" "$(sed -n '/^## How odd/,$p' $page | grep -E '^\|.*\| *\|$')"

sed -e '0,/^| a value on a limit is/s/is not outside/is outside/' $page >"$scratch/planted.md"
check "a planted decision, and the one that it replaces, are found" [ "$(differences "$scratch/planted.md" | wc -l)" -eq 2 ]
finish
