#!/bin/bash
# SPDX-License-Identifier: MIT
# The performance report made from the notes of 2022 says what the notes say: each change, each
# percentage, each level, in the words that boardpack makes from the levels that were solved.
. "$(dirname "$0")/lib/check.sh"
folder=tests/reports/kent-2022
pdf=$scratch/report.pdf

# The notes' own figures, one a line, as the report words them.
stated() {
    cat <<'FIGURES'
increased 12.3% (5,659 offences)
fell 5.4% (2,930 offences)
fell 7.6% (137 offences)
increased 3.4% (40 offences)
fell 44.6% (6,814 incidents)
increased 3.4% (414 offences)
increased 32.9% (206 offences)
increased 12.5% (3,282 offences)
increased 9.0% (35 offences)
increased 56.2% (41 offences)
fell 0.8 percentage points to 93.8%
increased 8.1 percentage points to 91.8%
increased 9.4%
fell 38.6%
fell 36.9%
fell 27.8%
increased 1.5%
87.3%
86.2%
27.03%
23.62%
1.22%
15 seconds
4 minutes
15.2%
£21.8m
£5.9m
£15.9m
£3.0m
£1.8m
£6.8m
£8.2m
FIGURES
}

# FILE: its words on one line, with plain spaces.
words() {
    pdftotext "$1" - | sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' | tr -s '\f\n ' ' '
}

# FILE: the figures that it lacks.
lacking() {
    words "$1" >"$scratch/words"
    stated | while read -r figure; do grep -qF -- "$figure" "$scratch/words" || echo "$figure"; done
}

empty "nothing is said against it" "$("$BOARDPACK" render $folder/report.yaml -o "$pdf" 2>&1)"
pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
check "it has 8 to 12 pages ($pages)" [ "$pages" -ge 8 -a "$pages" -le 12 ]
empty "it says what the notes say" "$(lacking "$pdf")"
sed 's/2021\/22: 51659/2021\/22: 51660/' $folder/metrics.yaml >"$scratch/metrics.yaml"
cp $folder/report.yaml "$scratch"
"$BOARDPACK" render "$scratch/report.yaml" -o "$scratch/other.pdf" >"$scratch/said" 2>&1
check "a level that is one more is found" [ "$(lacking "$scratch/other.pdf")" = "increased 12.3% (5,659 offences)
fell 5.4% (2,930 offences)" ]
check "each chart's figures are attached" \
    [ "$(pdfdetach -list "$pdf" | grep -c '\.csv$')" -ge "$(grep -c '^  - chart:' $folder/report.yaml)" ]
finish
