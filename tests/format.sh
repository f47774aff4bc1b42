#!/bin/bash
# SPDX-License-Identifier: MIT
# clang-format would change nothing: `make format` was run.
. "$(dirname "$0")/lib/check.sh"
unformatted() {
    clang-format --dry-run -Werror "$@" 2>&1 | sed -n 's/^\([^:]*\):.*error:.*/\1/p' | sort -u
}
mapfile -t files < <(git ls-files -co --exclude-standard '*.c' '*.h')
[ "${#files[@]}" -gt 20 ] || fail "the files were found"
empty "make format leaves nothing to do" "$(unformatted "${files[@]}")"
cp .clang-format "$scratch" && printf 'int  x ;\n' >"$scratch/planted.c"
check "a planted ill-formatted file is found" [ -n "$(unformatted "$scratch/planted.c")" ]
finish
