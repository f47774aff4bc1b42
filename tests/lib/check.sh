# SPDX-License-Identifier: MIT
# Sourced by the test scripts: each check prints one line, ok or not ok, and `finish` the sum.
# The scripts run from the top of the tree. `make test` gives them in the environment
#   BUILD      the folder of the plain build, absolute
#   BOARDPACK  the command, built with ASan and UBSan
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
BUILD=$(realpath -m "${BUILD:-build}")
BOARDPACK=${BOARDPACK:-$BUILD/boardpack}
export BUILD BOARDPACK LC_ALL=C.UTF-8
export LSAN_OPTIONS=suppressions=$PWD/tests/lib/leaks.supp:print_suppressions=0
export ASAN_OPTIONS=detect_leaks=1:exitcode=99 UBSAN_OPTIONS=print_stacktrace=1
passed=0
failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

pass() {
    passed=$((passed + 1))
    echo "ok - $1"
}

# fail NAME [DETAIL]: the detail is shown indented.
fail() {
    failed=$((failed + 1))
    echo "not ok - $1"
    [ -z "${2:-}" ] || printf '%s\n' "$2" | head -n 40 | sed 's/^/    /'
}

# check NAME COMMAND…: the command's status decides; its output is shown when it fails.
check() {
    local name=$1 out
    shift
    if out=$("$@" 2>&1); then pass "$name"; else fail "$name" "$out"; fi
}

# empty NAME TEXT: nothing was found that should not be there.
empty() {
    if [ -z "$2" ]; then pass "$1"; else fail "$1" "$2"; fi
}

# Nothing checked is a failure too.
finish() {
    [ $((passed + failed)) -gt 0 ] || fail "$(basename "$0") checked nothing"
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}
