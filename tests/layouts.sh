#!/bin/bash
# SPDX-License-Identifier: MIT
# Every layout that comes with the program, in every edition, on the files that it is for: rendered
# without a word of warning, on the right paper, with what it must and nothing of what it must not
# print. The PDFs stay in $BUILD/pdf, where tests/conformance judges them.
. "$(dirname "$0")/lib/check.sh"
made=$BUILD/pdf
meetings=(ashcombe-2025 kent-2022 kent-2017)
layouts=(minutes agenda action-log decisions notice)
editions=(plain large-print draft letter)

# The file of a document: a meeting of tests/meetings, or the example of a report.
source_of() {
    if [ "$1" = report ]; then echo layouts/new/report/report.yaml; else echo "tests/meetings/$1.yaml"; fi
}

# LAYOUT NAME EDITION: where that PDF is. Of one meeting and the report all are kept for the judges.
pdf_of() {
    case $2 in
    kent-*) echo "$scratch/$1-$2-$3.pdf" ;;
    *) echo "$made/$1-$2-$3.pdf" ;;
    esac
}

# PDF SOURCE OPTION…: renders; prints what is said, and the status when it is not 0.
said() {
    local pdf=$1 source=$2
    shift 2
    "$BOARDPACK" render "$source" -o "$pdf" "$@" 2>&1 || echo "exit status $?"
}

# PDF: "595 842"
paper() {
    pdfinfo "$1" | awk '/^Page size:/ { printf "%.0f %.0f", $3, $5 }'
}

pages() {
    pdfinfo "$1" | awk '/^Pages:/ { print $2 }'
}

# SOURCE OPTION…: the sizes of all text, from the smallest.
sizes() {
    "$BOARDPACK" dump --stage=layout "$@" | grep -E '^ *text ' | grep -oE ' size=[0-9.]+' |
        cut -d= -f2 | sort -un
}

# PDF TEXT…: prints those of the texts that its words hold, however they are broken into lines.
holds() {
    local words text
    words=$(pdftotext "$1" - | sed 's/\xc2\xa0/ /g' | tr -s '\f\n ' ' ')
    shift
    for text; do
        case $words in *"$text"*) echo "$text" ;; esac
    done
}

# PDF: what who listens hears, a word a line.
heard() {
    pdfinfo -struct-text "$1" | sed '/^ *Object [0-9]* 0$/d; s/\xc2\xa0/ /g' | tr -s '[:space:]' '\n'
}

# LAYOUT NAME: in all editions.
render_all() {
    local layout=$1 name=$2 edition pdf options
    for edition in "${editions[@]}"; do
        pdf=$(pdf_of "$layout" "$name" "$edition")
        options=(--layout "$layout")
        [ "$edition" = plain ] || options+=(--edition "$edition")
        empty "$layout, $name, $edition" "$(said "$pdf" "$(source_of "$name")" "${options[@]}")"
        case $edition in
        letter) check "… is on letter" [ "$(paper "$pdf")" = "612 792" ] ;;
        *) check "… is on A4" grep -qxE '595 842|842 595' <<<"$(paper "$pdf")" ;;
        esac
    done
}

rm -rf "$made"
mkdir -p "$made"
"$BOARDPACK" layouts >"$scratch/layouts"
for layout in "${layouts[@]}" report minutes-cy minutes-ar; do
    own=
    [[ $layout =~ ^(report|minutes) ]] && own=', figures-after, figures-attached'
    check "boardpack layouts names $layout and its editions" \
        grep -qE "^  $layout +[A-Z].* \(large-print, draft, letter$own\)$" "$scratch/layouts"
done
check "… and not what prints nothing" eval '! grep -qE "^  (base|meeting|charts) " "$scratch/layouts"'

# --- every layout, every edition

for layout in "${layouts[@]}"; do
    for name in "${meetings[@]}"; do
        render_all "$layout" "$name"
    done
done
render_all report report

for layout in "${layouts[@]}" report; do
    names=("${meetings[@]}")
    [ "$layout" = report ] && names=(report)
    for name in "${names[@]}"; do
        smallest=$(sizes "$(source_of "$name")" --layout "$layout" | head -n 1)
        check "$layout, $name: no text under 9 points ($smallest)" awk "BEGIN { exit !($smallest >= 9) }"
        mapfile -t large < <(sizes "$(source_of "$name")" --layout "$layout" --edition large-print)
        check "$layout, $name: none under 16 in large print (${large[0]})" \
            awk "BEGIN { exit !(${large[0]} >= 16) }"
        check "… and the text has 18" grep -qx 18 <(printf '%s\n' "${large[@]}")
    done
done

# --- editions

sample=tests/meetings/ashcombe-2025.yaml
pdf=$made/minutes-ashcombe-2025-draft.pdf
"$BOARDPACK" dump --stage=layout --edition draft $sample >"$scratch/draft"
check "a draft numbers its lines" grep -qE '^ *text .*artifact=layout .*text="12"' "$scratch/draft"
check "… says its version on every page" \
    [ "$(grep -c 'artifact=header.*text="Draft 0.2, 21.*October 2025"' "$scratch/draft")" -eq "$(pages "$pdf")" ]
check "… lies under Draft on every page" \
    [ "$(grep -c 'artifact=watermark' "$scratch/draft")" -ge "$(pages "$pdf")" ]
empty "… and says no more to who listens" \
    "$(diff <(heard "$made/minutes-ashcombe-2025-plain.pdf") <(heard "$pdf"))"
sed 's/^  version:.*/  version: Draft 2/' $sample >"$scratch/version.yaml"
"$BOARDPACK" dump --stage=layout --edition draft "$scratch/version.yaml" >"$scratch/draft"
check "a version may call itself Draft" grep -q 'artifact=header.*text="Draft 2, 21.*October 2025"' "$scratch/draft"
"$BOARDPACK" dump --stage=layout --edition draft tests/meetings/kent-2022.yaml >"$scratch/draft"
check "without a version it is a Draft" grep -q 'artifact=header.*text="Draft"' "$scratch/draft"
empty "large print says no less" \
    "$(diff <(heard "$made/minutes-ashcombe-2025-plain.pdf") \
        <(heard "$made/minutes-ashcombe-2025-large-print.pdf"))"
pdf=$made/minutes-kent-2022-large-print-letter.pdf
empty "two editions at once" "$(said "$pdf" tests/meetings/kent-2022.yaml --edition large-print,letter)"
check "… on letter" [ "$(paper "$pdf")" = "612 792" ]

# --- what layouts print, and what they keep to themselves

for name in "${meetings[@]}"; do
    for edition in "${editions[@]}"; do
        check "the notice of $name is one page, $edition" [ "$(pages "$(pdf_of notice "$name" "$edition")")" = 1 ]
    done
done
minutes=("Cllr Yusuf said" "Mrs Eileen Cartwright" "Thornfield" "Withdrawn" "The reasons given"
    "Return the borrowed barriers" "snow desk" "The claim was accepted" "cricket club when"
    "Cllr Oakes left" "salt bins" "who could be identified" "21:08" "9.08" "insurer")
pdf=$made/minutes-ashcombe-2025-plain.pdf
check "the minutes have all that is looked for" [ "$(holds "$pdf" "${minutes[@]}" | wc -l)" = ${#minutes[@]} ]
for layout in agenda notice; do
    empty "the $layout has no word of them" "$(holds "$made/$layout-ashcombe-2025-plain.pdf" "${minutes[@]}")"
done
pdf=$made/agenda-ashcombe-2025-plain.pdf
wanted=("179/25 Finance" "Payments over £500" "For decision" "For assurance" "For information"
    "For discussion" "Led by Cllr Edward Stroud" "19:35" "open to the public" "clerk@ashcombe-tc.example"
    "In private, under paragraph 1 of Schedule 12A" "(ii) Corn Hall" "Next meeting: 11 November 2025")
check "the agenda has what it must" [ "$(holds "$pdf" "${wanted[@]}" | wc -l)" = ${#wanted[@]} ]
empty "… and no Draft, which is the minutes’" "$(holds "$pdf" Draft)"
sed -E '/^    (minutes|updates|actions|approvals|declarations|decisions):/,/^  - title:/ { /^  - title:/!d }' \
    $sample >"$scratch/before.yaml"
empty "a meeting that has not been held has an agenda" \
    "$(said "$scratch/before.pdf" "$scratch/before.yaml" --layout agenda)"

pdf=$made/decisions-ashcombe-2025-plain.pdf
wanted=("Thornfield Roofing" "Carried: for 9" "Abstained (1): Cllr Owen Treharne" "Withdrawn"
    "The reasons given for their absence were accepted")
check "the decisions are all there" [ "$(holds "$pdf" "${wanted[@]}" | wc -l)" = ${#wanted[@]} ]
empty "… alone" "$(holds "$pdf" "Urgent item" "Winter plan" "Cllr Yusuf said" "No decisions" "snow desk")"
check "a meeting without any says so" \
    [ "$(holds "$(pdf_of decisions kent-2022 plain)" "No decisions were taken")" ]

pdf=$made/action-log-ashcombe-2025-plain.pdf
check "the action log counts" \
    [ "$(holds "$pdf" "11 actions: 1 overdue, 6 open, 4 closed")" ]
pdf=$scratch/late.pdf
empty "an action log as of a later day" \
    "$(said "$pdf" tests/meetings/kent-2022.yaml --layout action-log --as-of 2022-09-01)"
check "… where all is overdue" [ "$(holds "$pdf" "1 action: 1 overdue" "Days overdue" | wc -l)" = 2 ]

# --- other languages

for language in cy ar; do
    pdf=$made/minutes-$language.pdf
    empty "minutes in $language" "$(said "$pdf" tests/meetings/odd/$language.yaml)"
    empty "… with no English left over" "$(holds "$pdf" Minutes Date Venue Action Owner Status Page \
        Attendees Apologies Agreed Motion Carried Signed Draft " and " "Next meeting")"
    empty "… and in large print" "$(said "$scratch/large.pdf" tests/meetings/odd/$language.yaml --edition large-print)"
done
check "Welsh pages are numbered in Welsh" [ "$(holds "$made/minutes-cy.pdf" "Tudalen 1 o ")" ]
pdf=$made/notice-bilingual.pdf
empty "a layout in two languages" "$(said "$pdf" $sample --layout tests/layouts/bilingual.yaml)"
check "… whose words say which they are" eval \
    'qpdf --qdf --object-streams=disable "$pdf" - | grep -a "/Lang (cy)" | wc -l | grep -qx 7'
finish
