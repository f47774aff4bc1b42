#!/bin/bash
# SPDX-License-Identifier: MIT
# The parts of the house style that a machine can hold: sizes, parameters, names, licence lines,
# and what lies at the top of the tree.
. "$(dirname "$0")/lib/check.sh"

# Functions over 80 lines or six parameters, files over 600 lines. A function opens with a brace in
# the first column, and its head begins at the last line before it that is not indented. A callback
# (it takes `void *user`) has the parameters that its library gives it.
oversized() {
    awk '
        FNR == 1 { head = ""; open = 0 }
        FNR == 601 { print FILENAME ": over 600 lines" }
        /^{/ { open = FNR; name = head; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name)
               n = gsub(/,/, ",", head)
               if (n > 5 && head !~ /void \*user\)/) print FILENAME ":" FNR ": " name " has " n + 1 " parameters" }
        /^}/ && open { if (FNR - open > 80)
                           print FILENAME ":" open ": " name " has " FNR - open " lines"
                       open = 0 }
        !open { head = /^[^ \t{}#]/ ? $0 : head $0 }' "$@"
}

# Names that other files see and that do not say whose they are; `main` is the linker's.
nameless() {
    nm -A --defined-only --extern-only "$@" 2>/dev/null |
        awk 'NF == 3 && $2 ~ /[TDBRVWC]/ && $3 !~ /^(bp_|main$|__odr_asan)/'
}

mapfile -t files < <(git ls-files -co --exclude-standard '*.c' '*.h')
[ "${#files[@]}" -gt 20 ] || fail "the files were found"
empty "files end at 600 lines, functions at 80, parameters at six" "$(oversized "${files[@]}")"
empty "every file begins with its licence" "$(for file in "${files[@]}"; do
    head -n 1 "$file" | grep -qx '/\* SPDX-License-Identifier: MIT \*/' || echo "$file"; done)"
empty "names that cross a file begin with bp_" "$(nameless "$BUILD"/libboardpack.a "$BUILD"/src/cli/*.o)"
empty "no structure has a typedef, no name a get_" "$(grep -nE '^typedef struct|\bbp_[a-z_]*get_' "${files[@]}" | grep -v 'get_type(')"
empty "no comment is of the // kind" "$(grep -nE '(^|[ ;{}])// ' "${files[@]}")"
empty "nothing else lies at the top" "$(git ls-files -co --exclude-standard | sed 's,/.*,/,' | sort -u |
    grep -vxE '(src|include|layouts|fonts|tests)/|Makefile|README\.md|LICENSE|\..*')"

{
    echo 'void f(int a, int b, int c, int d, int e, int f,'
    echo '       int g)'
    echo '{'
    for _ in {1..600}; do echo '    a++;'; done
    echo '}'
} >"$scratch/planted.c"
check "a long planted function of seven parameters is found" [ "$(oversized "$scratch/planted.c" | wc -l)" -eq 3 ]
gcc -c -o "$scratch/planted.o" -x c - <<<'int planted; static int hidden(void) { return 1; } int bp_f(void) { return hidden(); }'
check "a planted nameless variable is found" [ "$(nameless "$scratch/planted.o" | wc -l)" -eq 1 ]
finish
