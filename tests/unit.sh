#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs the programs given, or those that all of tests/unit/test_*.c were built to.
. "$(dirname "$0")/lib/check.sh"
# Tests that make PDFs leave them here, for tests/conformance to judge.
export BP_KEEP=$BUILD/pdf
mkdir -p "$BP_KEEP"
if [ $# -eq 0 ]; then
    for source in tests/unit/test_*.c; do
        set -- "$@" "$(dirname "$BOARDPACK")/${source%.c}"
    done
fi
for program; do
    name=$(basename "$program")
    timeout 300 "$program"
    status=$?
    if [ $status -eq 0 ]; then pass "$name"; else fail "$name: exit status $status"; fi
done
finish
