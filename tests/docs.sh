#!/bin/bash
# SPDX-License-Identifier: MIT
# What the documents name exists, and what they tell a reader to type works. Paths are looked for in
# `code` and in the targets of links; blocks marked sh are run in a copy of the tree, in order.
. "$(dirname "$0")/lib/check.sh"
copy=$scratch/copy

# DOCUMENT: the words in it that look like a path, one a line: with a slash, or with an ending.
# Blocks of code are left out, and so are addresses, options, patterns with a letter of choice, and dates.
named() {
    awk '/^ *```/ { code = !code; next } !code' "$1" |
        grep -oE '`[^`]+`|\]\([^)]+\)' | sed -E 's/^(`|\]\()//; s/(`|\)|#.*)$//' | tr ' ' '\n' |
        grep -E '^[A-Za-z0-9_.*-]+(/[A-Za-z0-9_.*-]*)+$|^[A-Za-z0-9_-]+\.(c|h|md|sh|yaml|json|tsv|txt|png)$' |
        grep -vE '^(application|text|image)/|^[A-Z]{2,}(/|$)|^dd/MM|^(FY)?[0-9]{2,4}/[0-9]{2,4}$|^w/[ce]$|^[0-9]{2}/[0-9]{2}/[0-9]{4}$|^N/A$' | sort -u
}

# DOCUMENT: those of its paths that are neither beside it nor below the top. What a build and the
# commands make is looked for in the copy in which they ran; a bare name may be of any file.
missing() {
    named "$1" | while read -r path; do
        case $path in
        build/* | *.pdf) compgen -G "$copy/$path" >/dev/null || made "$path" ;;
        */*) compgen -G "$path" >/dev/null || compgen -G "$(dirname "$1")/$path" >/dev/null ||
            compgen -G "$copy/$path" >/dev/null || made "$path" ;;
        *) git ls-files -co --exclude-standard | grep -qE "(^|/)${path//./\\.}$" || made "$path" ;;
        esac || echo "$1: $path"
    done
}

# PATH: whether some folder of the copy has it.
made() {
    find "$copy/" -path "*/$1" -print -quit | grep -q .
}

# DOCUMENT: its blocks marked sh, as one script.
commands() {
    awk '/^```sh$/ { on = 1; next } /^```/ { on = 0 } on { sub(/^\$ /, ""); print }' "$1"
}

# The tree as git sees it, its build folder the one that is there already. `make test` is what runs
# this, so it is passed over; `make install` installs below the scratch folder.
prepare() {
    mkdir -p "$copy" "$scratch/bin"
    git ls-files -co --exclude-standard -z | xargs -0 cp -p --parents -t "$copy" 2>/dev/null
    ln -s "$BUILD" "$copy/build"
    printf '#!/bin/sh\nexec "$@"\n' >"$scratch/bin/sudo"
    printf '#!/bin/sh\n[ "$1" = test ] || exec "%s" "$@" DESTDIR="%s" BUILD=build\n' \
        "$(command -v make)" "$scratch/root" >"$scratch/bin/make"
    chmod +x "$scratch"/bin/*
}

# DOCUMENT
run() {
    commands "$1" >"$scratch/commands" &&
        (cd "$copy/$(dirname "$1")" && unset MAKEFLAGS MAKELEVEL &&
            PATH=$scratch/bin:$BUILD:$PATH timeout 600 bash -eu "$scratch/commands")
}

prepare
mapfile -t documents < <(git ls-files -co --exclude-standard '*.md')
for document in "${documents[@]}"; do
    [ -z "$(commands "$document")" ] || check "the commands of $document work" run "$document"
    empty "what $document names exists" "$(missing "$document")"
done
check "README.md has commands" [ -n "$(commands README.md)" ]
check "README.md's picture is there" test -e "$(grep -oE '!\[[^]]*\]\([^)]+\)' README.md | head -n 1 | sed 's/.*(//; s/)$//')"

printf 'See `src/none.c`, [this](tests/none.md) and `src/boardpack.c`, `none.h`.\n```sh\nfalse\ntrue\n```\n' \
    >"$copy/planted.md"
cp "$copy/planted.md" "$scratch/planted.md"
check "three planted wrong names are found, of four" [ "$(missing "$scratch/planted.md" | wc -l)" -eq 3 ]
check "a planted wrong command is found" eval '! (cd "$copy" && commands planted.md | bash -eu)'
finish
