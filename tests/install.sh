#!/bin/bash
# SPDX-License-Identifier: MIT
# `make install` into a folder of its own: what is there, that somebody else's program can be built
# on it, static and shared, and that `make uninstall` takes all of it away again.
. "$(dirname "$0")/lib/check.sh"
top=$scratch/root
home=/opt/boardpack
at=$top$home
meeting=tests/meetings/kent-2022.yaml

installs() {
    make --no-print-directory BUILD="$BUILD" DESTDIR="$top" PREFIX="$home" SAN= "$@"
}

asks() {
    PKG_CONFIG_PATH=$at/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$top pkg-config "$@" boardpack
}

# The functions that the public header declares, one a line.
declared() {
    gcc -E -P include/boardpack.h | grep -oE '\bbp_[a-z_]+ *\(' | tr -d ' (' | sort -u
}

# OBJECT: the names that a shared object lets others see, without its version's name.
exported() {
    nm -D --defined-only "$1" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | sort -u
}

# KIND FLAG…: builds tests/embed.c, renders with it, and compares with the command's file.
embeds() {
    local program=$scratch/embed-$1
    shift
    gcc -Wall -Werror -o "$program" tests/embed.c "$@" &&
        LD_LIBRARY_PATH=$at/lib "$program" "$meeting" "$program.pdf" &&
        cmp "$program.pdf" "$scratch/command.pdf" &&
        ! LD_LIBRARY_PATH=$at/lib "$program" no-such-file.yaml "$scratch/none.pdf" &&
        [ ! -e "$scratch/none.pdf" ]
}

# KIND WANTED: whether the program needs libboardpack.so.1 at run time is as wanted.
needs() {
    [ "$(readelf -d "$scratch/embed-$1" | grep -c 'NEEDED.*\[libboardpack\.so\.1\]')" -eq "$2" ]
}

check "make install" installs install
version=$(sed -n 's/^VERSION *:= *//p' Makefile)
empty "all is where it should be" "$(cd "$at" && for file in bin/boardpack include/boardpack.h \
    lib/libboardpack.a "lib/libboardpack.so.$version" lib/libboardpack.so.1 lib/libboardpack.so \
    lib/pkgconfig/boardpack.pc share/man/man1/boardpack.1; do [ -s "$file" ] || echo "$file"; done)"
for file in layouts/*.json README.md; do
    check "share/boardpack has $file" cmp "$file" "$at/share/boardpack/$(basename "$file")"
done
for file in layouts/*.md layouts/*.yaml layouts/*.png layouts/houses/* layouts/gallery/*; do
    check "share/boardpack has $file" cmp "$file" "$at/share/boardpack/$file"
done
empty "nothing installed names the build's folders" "$(grep -rlF "$top" "$at"; grep -lF "$PWD" "$at"/lib/pkgconfig/*)"

command=$at/bin/boardpack
check "boardpack --version" test "$("$command" --version)" = "boardpack $version"
check "the installed command renders" "$command" render "$meeting" -o "$scratch/command.pdf"
empty "the manual page is read without a complaint" "$(groff -man -Tutf8 -ww -z "$at/share/man/man1/boardpack.1" 2>&1)"
check "pkg-config knows the version" test "$(asks --modversion)" = "$version"

flags=$(asks --cflags --libs)
static=$(asks --static --cflags --libs | sed 's/-lboardpack\b/-l:libboardpack.a/')
# shellcheck disable=SC2086
check "a program with the shared library" embeds shared $flags
# shellcheck disable=SC2086
check "a program with the static library" embeds static $static
check "the first needs libboardpack.so.1" needs shared 1
check "the second does not" needs static 0
empty "the shared library shows what the header declares" "$(diff <(declared) <(exported "$at/lib/libboardpack.so"))"
check "the header declares something" [ "$(declared | wc -l)" -ge 8 ]

check "make uninstall" installs uninstall
empty "and nothing is left" "$(find "$top" ! -type d)"
finish
