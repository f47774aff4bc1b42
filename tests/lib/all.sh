#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs every script in tests/, each to its end, and sums up.
. "$(dirname "$0")/check.sh"
for script in tests/*.sh; do
    echo "== $script"
    out=$scratch/out
    "$script" 2>&1 | tee "$out"
    status=${PIPESTATUS[0]}
    sum=$(tail -n 1 "$out")
    # A script that ends early prints no sum, whatever its status.
    if [ "$status" -eq 0 ] && [[ $sum =~ ^[1-9][0-9]*\ passed,\ 0\ failed$ ]]; then
        pass "$script" >"$scratch/sum"
    else
        fail "$script: exit status $status, last line: $sum" >"$scratch/sum"
    fi
    cat "$scratch/sum" >>"$scratch/sums"
done
echo "== all"
cat "$scratch/sums"
finish
