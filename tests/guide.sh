#!/bin/bash
# SPDX-License-Identifier: MIT
# Each example of layouts/README.md does what is said of it: put into a house style over the minutes,
# a meeting is printed with it. What must be true of the PDF stands in comments before the example:
# has: and lacks: words, order: A / B, font: NAME; edition: NAME is asked for.
. "$(dirname "$0")/lib/check.sh"
guide=layouts/README.md
meeting=tests/meetings/ashcombe-2025.yaml

# Writes example N of the document to N.yaml, and what is said of it to N.said.
extract() {
    awk -v to="$2/" '
        /^<!-- .* -->$/ { sub(/^<!-- /, ""); sub(/ -->$/, ""); said = said $0 "\n"; next }
        /^### / { sub(/^### /, ""); title = $0 }
        /^```yaml$/ { on = 1; n++; body = ""; next }
        on && /^```$/ {
            on = 0
            if (body !~ /^(house|layout):/) body = "house:\n  extends: minutes\n" body
            printf "%s", body >(to n ".yaml"); printf "%s", said >(to n ".said"); print title >(to n ".title")
            said = ""
            next
        }
        on { body = body $0 "\n" }' "$1"
}

# YAML SAID: prints what does not hold.
wrong() {
    local pdf=$scratch/example.pdf edition
    edition=$(sed -n 's/^edition: //p' "$2")
    "$BOARDPACK" render "$meeting" --layout "$1" ${edition:+--edition "$edition"} -o "$pdf" 2>&1
    pdftotext -layout "$pdf" - | tr -s ' \n' '  ' >"$scratch/words"
    cmp -s "$scratch/words" "$scratch/plain" && cmp -s "$pdf" "$scratch/plain.pdf" && echo "it changes nothing"
    while IFS= read -r line; do
        case $line in
        has:*) grep -qF -- "${line#has: }" "$scratch/words" || echo "it lacks “${line#has: }”" ;;
        lacks:*) ! grep -qF -- "${line#lacks: }" "$scratch/words" || echo "it has “${line#lacks: }”" ;;
        order:*)
            line=${line#order: }
            grep -qE -- "${line% / *}.*${line#* / }" "$scratch/words" || echo "not in this order: $line" ;;
        font:*) pdffonts "$pdf" | grep -q -- "${line#font: }" || echo "it has no ${line#font: }" ;;
        edition:*) ;;
        *) echo "what is “$line”?" ;;
        esac
    done <"$2"
}

"$BOARDPACK" render "$meeting" -o "$scratch/plain.pdf"
pdftotext -layout "$scratch/plain.pdf" - | tr -s ' \n' '  ' >"$scratch/plain"
extract "$guide" "$scratch"
check "the guide has examples" [ -s "$scratch/12.yaml" ]
for said in "$scratch"/*.said; do
    example=${said%.said}
    check "“$(cat "$example.title")” says what it does" [ -s "$said" ]
    empty "… and does it" "$(wrong "$example.yaml" "$said")"
done

printf 'has: nowhere\nlacks: Venue\norder: Next meeting / Minutes, Tuesday\nfont: Comic\n' >"$scratch/planted"
printf 'house:\n  extends: minutes\n' >"$scratch/planted.yaml"
check "five planted faults are found" [ "$(wrong "$scratch/planted.yaml" "$scratch/planted" | wc -l)" -eq 5 ]
finish
