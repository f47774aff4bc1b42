#!/bin/bash
# SPDX-License-Identifier: MIT
# The schemas in layouts/ say of files what the loader says: tests/schema/check.py tells how they
# are held against each other.
. "$(dirname "$0")/lib/check.sh"

# KIND: the right files of this kind.
right() {
    case $1 in
    meeting) ls tests/meetings/*.yaml tests/meetings/odd/*.yaml layouts/new/minutes/*.yaml ;;
    report) ls layouts/new/*/{report,charts}.yaml tests/reports/*.yaml tests/reports/*/report.yaml ;;
    layout) git ls-files 'layouts/*.yaml' 'layouts/houses/*.yaml' 'tests/layouts/*.yaml' | grep -v ^layouts/new/ &&
        ls "$scratch"/new/*.yaml "$scratch"/examples/*.yaml ;;
    settings) ls "$scratch"/settings/*.yaml ;;
    metrics) ls layouts/new/*/metrics.yaml tests/reports/*/metrics.yaml tests/csvs/*.yaml ;;
    esac
}

# KEYS: those that the manual page does not name.
unnamed() {
    cut -f 2 "$1" | sort -u | while read -r key; do grep -qw "$key" "$scratch/man" || echo "$key"; done
}

differences() {
    /usr/bin/python3 tests/schema/check.py "$@" 2>&1
}

# What is not in the tree as a file: a new house style, the examples of layouts/README.md, and
# its boardpack.yaml.
mkdir "$scratch/new" "$scratch/examples" "$scratch/settings"
"$BOARDPACK" new layout "$scratch/new" 2>/dev/null
awk -v to="$scratch/examples" '/^```yaml$/ { n++; on = 1; next } /^```/ { on = 0 } on { print >(to "/" n ".yaml") }' layouts/README.md
sed -n 's/^echo "\(house: .*\)" >boardpack\.yaml$/\1/p' layouts/README.md >"$scratch/settings/house.yaml"
printf 'layout: minutes\n' >"$scratch/settings/layout.yaml"

keys=$BUILD/tests/schema/keys
check "the loader's keys are told" make --no-print-directory BUILD="$BUILD" SAN= "$keys"
groff -man -Tascii -P-cbou src/cli/boardpack.1 >"$scratch/man"
for kind in meeting report metrics layout settings; do
    schema=layouts/$kind.schema.json
    mapfile -t files < <(right $kind)
    "$keys" $kind >"$scratch/$kind.keys"
    check "there are files and keys of a $kind" [ -s "${files[0]}" -a -s "$scratch/$kind.keys" ]
    empty "every right $kind is valid" "$(differences files $schema "${files[@]}")"
    [ $kind = settings ] || empty "what is wrong in a $kind's form is invalid" \
        "$(differences cases $schema tests/hostile/${kind%s}s.txt tests/schema/known.txt)"
    empty "loader and schema know the same keys of a $kind" \
        "$(differences keys $schema "$scratch/$kind.keys")"
done
grep '^top level' "$scratch/layout.keys" >"$scratch/top.keys"
for kind in meeting report metrics settings top; do
    empty "the manual page names all keys: $kind" "$(unnamed "$scratch/$kind.keys")"
done
printf 'house:\n  - a\n' >"$scratch/wrong.yaml"
printf 'layuot: minutes\n' >"$scratch/misspelt.yaml"
check "wrong settings are invalid" \
    [ "$(differences files layouts/settings.schema.json "$scratch/wrong.yaml" "$scratch/misspelt.yaml" | wc -l)" -eq 2 ]

sed 's/^an item\ttitle$/an item\tplanted/' "$scratch/meeting.keys" >"$scratch/planted.keys"
check "a planted key, and the one that it replaces, are found" \
    [ "$(differences keys layouts/meeting.schema.json "$scratch/planted.keys" | wc -l)" -eq 2 ]
printf 'meeting:\n  title: Board\n  date: 2022-03-16\n  planted: 1\n' >"$scratch/planted.yaml"
check "a planted key that the manual page lacks is found" [ "$(unnamed "$scratch/planted.keys")" = planted ]
check "a planted wrong file is found" \
    [ "$(differences files layouts/meeting.schema.json "$scratch/planted.yaml" | wc -l)" -eq 1 ]
printf '=== %s\n%s\n==>\n1:1: error: “x” has no key “y”\n' planted 'meeting: {title: A, date: 2022-03-16}' >"$scratch/meetings.txt"
sed -i '1s/^/\n/' "$scratch/meetings.txt"
check "a planted case that is valid is found" \
    grep -qF 'takes “planted”' <(differences cases layouts/meeting.schema.json "$scratch/meetings.txt" tests/schema/known.txt)
finish
