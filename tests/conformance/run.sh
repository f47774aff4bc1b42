#!/bin/bash
# SPDX-License-Identifier: MIT
# Judges whole files, by tools that we did not write and by tables of our own:
#   veraPDF       PDF/UA-1, and the part of PDF/A that the file claims, no failed rule: A-3a where it
#                 holds files, else A-2a
#   qpdf --check  structure and streams
#   nesting.tsv   which element may stand in which, and that no heading level is passed over
#   NAME.tree     the tags, written by hand from the source: roles, depth, words, spaces
#   NAME.words    the source's words, in order, in what pdftotext gives
# and that the same input gives the same bytes wherever and however it is rendered.
# Judged is each meeting of tests/meetings, each odd one below it, the example to edit, and each PDF
# that another test or the bench left below the build's folder. Each judge must also find a fault
# planted in a real file.
here=$(realpath "$(dirname "$0")")
. "$here/../lib/check.sh"
command=$BUILD/boardpack
made=$BUILD/conformance/pdf
verapdf=org/verapdf/apps/greenfield-apps/1.28.2
jar=$HOME/.m2/repository/$verapdf/greenfield-apps-1.28.2.jar

# PROFILE FILE…: prints the failed rules of each file, and what kept one from being judged.
failed_rules() {
    local profile=$1 said=$scratch/verapdf
    shift
    java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper -f "$profile" --format text -v "$@" >"$said" 2>&1
    grep -v '^PASS ' "$said"
    for file; do
        grep -qxF "PASS $file $profile" "$said" || echo "not passed: $file"
    done
}

# PART FILE…: those that claim this part of PDF/A. XMP is not deflated.
claiming() {
    grep -laF "<pdfaid:part>$1</pdfaid:part>" "${@:2}"
}

structure() {
    pdfinfo -struct-text "$1" | awk "${@:2}" -f "$here/structure.awk"
}

# Prints the elements of FILE that stand where they may not.
misplaced() {
    structure "$1" -v all=1 >"$scratch/structure"
    awk -f "$here/nesting.awk" "$here/nesting.tsv" "$scratch/structure"
}

# FILE TREE: prints where the tags differ from the tree. Spaces that do not break count as spaces:
# where they stand is for the page, not for the reader. Lines that begin with # are remarks.
differing() {
    diff -U 2 <(grep -v '^#' "$2" | plain_spaces) <(structure "$1" | plain_spaces)
}

plain_spaces() {
    LC_ALL=C sed -e 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g; s/\xc2\xad//g'
}

# FILE WORDS
missing_words() {
    pdftotext "$1" - | plain_spaces | LC_ALL=C awk -f "$here/words.awk" <(plain_spaces <"$2") -
}

# NAME COMMAND…: renders tests/meetings/NAME.yaml by the command, which ends in an output's name,
# and compares with the file made first.
again() {
    local name=$1 out=$scratch/again.pdf
    shift
    rm -f "$out"
    "$@" "$out" && cmp "$made/$name.pdf" "$out"
}

# FILE SED-SCRIPT OUT: a file with its objects written plainly, edited.
plant() {
    qpdf --qdf --object-streams=disable "$1" "$scratch/plain.pdf" &&
        LC_ALL=C sed -e "$2" "$scratch/plain.pdf" >"$scratch/edited.pdf" &&
        ! cmp -s "$scratch/plain.pdf" "$scratch/edited.pdf" &&
        fix-qdf "$scratch/edited.pdf" >"$3"
}

# NAME EDIT WORDS JUDGE ARGUMENT…: the judge, whose last argument is the file, must say the words.
finds() {
    local name="planted $1 is found" words=$3
    plant "$sample" "$2" "$scratch/planted.pdf" || { fail "$name" "nothing was changed"; return; }
    shift 3
    "$@" "$scratch/planted.pdf" >"$scratch/findings"
    if grep -q "$words" "$scratch/findings"; then
        pass "$name"
    else
        fail "$name" "$(cat "$scratch/findings")"
    fi
}

[ -s "$jar" ] || mvn -q dependency:get -Dtransitive=false -Dartifact=org.verapdf.apps:greenfield-apps:1.28.2
check "veraPDF is there" test -s "$jar"

rm -rf "$made"
mkdir -p "$made"
names=()
for meeting in tests/meetings/*.yaml; do
    name=$(basename "$meeting" .yaml)
    names+=("$name")
    check "$name is rendered" "$command" render "$meeting" -o "$made/$name.pdf"
done
for report in layouts/new/*/report.yaml tests/reports/*/report.yaml; do
    check "report-$(basename "$(dirname "$report")") is rendered" \
        "$command" render "$report" -o "$made/report-$(basename "$(dirname "$report")").pdf"
done
for meeting in tests/meetings/odd/*.yaml layouts/new/*/meeting.yaml layouts/new/*/charts.yaml tests/reports/*.yaml; do
    name=odd-$(basename "$meeting" .yaml)
    check "$name is rendered" "$command" render "$meeting" -o "$made/$name.pdf"
done
mapfile -t files < <(find "$BUILD" -name '*.pdf' ! -path "$BUILD/demo/*" | sort)

mapfile -t holders < <(claiming 3 "${files[@]}")
mapfile -t others < <(claiming 2 "${files[@]}")
check "each file claims a part of PDF/A" [ $((${#holders[@]} + ${#others[@]})) -eq ${#files[@]} ]
check "some hold files (${#holders[@]}), and others none (${#others[@]})" [ ${#holders[@]} -gt 0 -a ${#others[@]} -gt 0 ]
empty "veraPDF passes ${#files[@]} files as ua1" "$(failed_rules ua1 "${files[@]}")"
empty "veraPDF passes ${#others[@]} files as 2a" "$(failed_rules 2a "${others[@]}")"
empty "veraPDF passes ${#holders[@]} files as 3a" "$(failed_rules 3a "${holders[@]}")"
for file in "${holders[@]}"; do
    check "${file#"$BUILD"/}: holds a file" [ "$(pdfdetach -list "$file" | head -n 1)" != "0 embedded files" ]
done
for file in "${others[@]}"; do
    check "${file#"$BUILD"/}: holds none" [ "$(pdfdetach -list "$file")" = "0 embedded files" ]
done
for file in "${files[@]}"; do
    name=${file#"$BUILD"/}
    check "$name: qpdf --check" qpdf --check "$file"
    empty "$name: nesting" "$(misplaced "$file")"
done
for source in "$here"/*.tree "$here"/*.words; do
    name=$(basename "${source%.*}")
    case $source in
    *.tree) empty "$name: the tags are the tree" "$(differing "$made/$name.pdf" "$source")" ;;
    *.words) empty "$name: every word in order" "$(missing_words "$made/$name.pdf" "$source")" ;;
    esac
done

# The locale is made here, since a machine may have none that writes 1,5.
localedef -i de_DE -f UTF-8 "$scratch/de_DE.UTF-8"
comma=(env LOCPATH="$scratch" LC_ALL=de_DE.UTF-8)
check "the locale has a decimal comma" [ "$("${comma[@]}" locale decimal_point)" = , ]
mkdir -p "$scratch/elsewhere/deep"
for name in "${names[@]}"; do
    input=$PWD/tests/meetings/$name.yaml
    cp "$input" "$scratch/elsewhere/deep"
    check "$name: the same bytes again" again "$name" "$command" render "$input" -o
    check "$name: with decimal commas" again "$name" "${comma[@]}" "$command" render "$input" -o
    check "$name: in Auckland" again "$name" env TZ=Pacific/Auckland "$command" render "$input" -o
    check "$name: on one core" again "$name" taskset -c 0 "$command" render "$input" -o
    check "$name: with an empty environment" again "$name" env -i "$command" render "$input" -o
    check "$name: from another folder" again "$name" env -C "$scratch/elsewhere" \
        "$command" render "deep/$name.yaml" -o
done

sample=$made/kent-2022.pdf
finds "lack of /Lang" 's,/Lang (,/Xang (,' 'FAIL 7\.2-' failed_rules ua1
finds "lack of /MarkInfo" 's,/MarkInfo,/MarkXnfo,' 'FAIL 6\.7\.2\.2-' failed_rules 2a
sample=$made/report-report.pdf
finds "file that belongs to nothing" 's,/AF \[,/XF [,' 'FAIL 6\.8-' failed_rules 3a
finds "file of an unsaid relation" 's,/AFRelationship,/AFXelationship,' 'FAIL 6\.8-' failed_rules 3a
sample=$made/kent-2022.pdf
finds "misplaced element" '0,\,/S /LBody,s,,/S /TBody,' 'LI: may not hold TBody' misplaced
finds "heading passed over" 's,/S /H2,/S /H4,' 'H4: follows H1' misplaced
head -c $(($(stat -c %s "$sample") / 2)) "$sample" >"$scratch/cut.pdf"
check "planted cut is found" eval '! qpdf --check "$scratch/cut.pdf"'
structure "$sample" >"$scratch/tree"
empty "the tree of a file is its own" "$(differing "$sample" "$scratch/tree")"
sed -i '0,/ [a-z]*"$/s//"/' "$scratch/tree"
check "planted lack of a word in a tree is found" [ -n "$(differing "$sample" "$scratch/tree")" ]
pdftotext "$sample" "$scratch/words"
empty "the words of a file are its own" "$(missing_words "$sample" "$scratch/words")"
tr -s ' \f\n' '\n\n\n' <"$scratch/words" | sed '200{h;d};201G' >"$scratch/swapped"
check "two planted swapped words are found" [ -n "$(missing_words "$sample" "$scratch/swapped")" ]
planted_byte() {
    "$command" "${@:1:3}" "$4" && printf x >>"$4"
}
check "a planted byte is found" eval '! again kent-2022 planted_byte render tests/meetings/kent-2022.yaml -o'
finish
