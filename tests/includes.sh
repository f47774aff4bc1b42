#!/bin/bash
# SPDX-License-Identifier: MIT
# Who may include whom: the way of the data in include lines, and each foreign library in its
# stage's folder. src/*.c, the pipeline, may include every stage.
. "$(dirname "$0")/lib/check.sh"

# folder, own headers that it may include, foreign headers that it may include
rules() {
    cat <<'TABLE'
include  -                                           -
src      boardpack\.h|[a-z]+/[a-z_]+\.h              GLIB
base     boardpack\.h|base/.*                        GLIB
model    (model|base)/.*                             GLIB
text     (text|base)/.*                              GLIB|pango/.*|hb.*\.h|fontconfig/.*|ft2build\.h|hyphen\.h
load     (load|model|base)/.*                        GLIB|yaml\.h|csv\.h|cmark-gfm.*\.h
metric   (metric|model|base)/.*                      GLIB
chart    (chart|text|model|metric|base)/.*           GLIB|cairo.*\.h
compose  (compose|model|base)/.*                     GLIB
layout   (layout|text|base)/.*|compose/document\.h|model/style\.h|model/picture\.h|model/drawing\.h   GLIB
write    (write|layout|papers|text|base)/.*|compose/document\.h|model/style\.h|model/picture\.h  GLIB|hpdf.*\.h|lcms2\.h|hb.*\.h|libdeflate\.h
picture  (picture|model|base)/.*  GLIB|cairo.*\.h|librsvg/.*|png\.h|jpeglib\.h|jerror\.h
papers   (papers|model|base)/.*  GLIB|qpdf/.*
cli      boardpack\.h|cli/.*|base/nearest\.h         GLIB
TABLE
}

# FILE:LINE:#include… as "folder kind header place", kind own or foreign.
includes() {
    grep -nE '^ *# *include' "$@" /dev/null |
        sed -nE 's,^((.*/)?([^/]+)/[^/:]+):([0-9]+): *# *include *([<"])([^>"]+).*,\3 \5 \6 \1:\4,p' |
        sed -e 's/ " / own /' -e 's/ < / foreign /'
}

# The C library's and the compiler's own headers are everybody's.
plain() {
    { dpkg -L libc6-dev linux-libc-dev; find "$(gcc -print-file-name=include)" -name '*.h'; } |
        sed -nE 's,^/usr/(include/(x86_64-linux-gnu/|aarch64-linux-gnu/)?|lib/gcc/.*/include/),,p' |
        grep '\.h$' | sort -u
}

# Prints each include that the rules forbid.
forbidden() {
    includes "$@" | awk -v plain="$scratch/plain" '
        BEGIN { while ((getline line < plain) > 0) everybody[line] = 1 }
        FNR == NR { own[$1] = "^(gen/.*|" $2 ")$"
                    sub(/GLIB/, "glib\\.h|glib/.*|gio/.*|glib-unix\\.h", $3)
                    foreign[$1] = "^(" $3 ")$"; next }
        !($1 in own) { print $4 ": no rule for the folder " $1; next }
        $2 == "own" && $3 !~ own[$1] { print $4 ": " $1 " may not include " $3 }
        $2 == "foreign" && !($3 in everybody) && $3 !~ foreign[$1] {
            print $4 ": " $1 " may not include <" $3 ">" }' <(rules) -
}

plain >"$scratch/plain"
mapfile -t files < <(find src include -name '*.[ch]' | sort)
[ "$(includes "${files[@]}" | wc -l)" -gt "${#files[@]}" ] || fail "the includes were read"
empty "each folder includes only what it may" "$(forbidden "${files[@]}")"

first=
for source in src/*/*.c; do
    own=${source#src/}
    own=${own%.c}.h
    [ -f "src/$own" ] || continue
    includes "$source" | head -n 1 | grep -qF " own $own " || first+="$source does not begin with $own"$'\n'
done
empty "a file's own header comes first" "$first"

alone=
flags=$(pkg-config --cflags pango)
for header in include/*.h src/*/*.h; do
    # shellcheck disable=SC2086
    gcc -std=gnu11 -Wall -Werror -Iinclude -Isrc $flags -fsyntax-only -x c "$header" 2>>"$scratch/alone" ||
        alone+="$header"$'\n'
done
empty "each header stands alone" "$alone$(head -n 5 "$scratch/alone")"
check "the public header is plain C99" gcc -std=c99 -pedantic-errors -Wall -Werror -fsyntax-only -x c include/boardpack.h

# FOLDER…: lines of code that know a document's section or column by its name. “owner” is a word of
# memory too: it counts where it is printed.
named() {
    grep -rniE 'apologies|venue|"[^"]*owner[^"]*"' "$@"
}
empty "what comes after load knows no section by its name" "$(named src/compose src/layout src/write)"

# The checker itself: a folder of wrong includes, each of which must be found.
mkdir -p "$scratch/src/layout" "$scratch/src/nobody"
printf '#include "%s"\n' write/write.h compose/compose.h model/meeting.h base/arena.h >"$scratch/src/layout/x.c"
printf '#include <%s>\n' hpdf.h stdio.h glib.h pango/pango.h sys/stat.h >>"$scratch/src/layout/x.c"
printf '#include "base/arena.h"\n' >"$scratch/src/nobody/x.c"
found=$(forbidden "$scratch"/src/*/x.c | wc -l)
printf 'a("the owners");\nb = owner;\n/* Apologies */\n' >"$scratch/src/layout/y.c"
check "two planted names of sections are found, of three lines" [ "$(named "$scratch/src" | wc -l)" -eq 2 ]
check "six planted wrong includes are found, of ten" [ "$found" -eq 6 ]
finish
