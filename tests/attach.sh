#!/bin/bash
# SPDX-License-Identifier: MIT
# The figures of charts as files in the PDF: each is what it should be, hangs on the Figure of its
# chart, and stands where the layout or edition says. The PDFs are left for the conformance test.
. "$(dirname "$0")/lib/check.sh"
made=$BUILD/attach
report=$scratch/report.yaml
rm -rf "$made"
mkdir -p "$made"

cat >"$report" <<'YAML'
report:
  title: Figures
  date: 2022-03-16
metrics:
  - id: crime
    title: Victim-based crime
    measure: Victim-based crime, Kent
    unit: count
    period: month
    better: lower
    target: 11000
    values:
      2021-10: 12345
      2021-11: <5
      2021-12: 10987
      2022-01:
        value: 11111
        mark: provisional
  - id: calls
    title: Calls answered
    unit: percent
    decimals: 1
    period: financial-quarter
    values:
      2021/22 Q1: 71.25
      2021/22 Q2: 74
body:
  - chart:
      series: crime
  - chart:
      description: A room for a map.
  - chart:
      subtitle: "Capital: what was spent, 2021/22"
      unit: £m
      steps:
        - label: "=HYPERLINK(\"http://x.example\")"
          value: 1200.5
        - label: Costs, all
          value: -240
        - label: End
          total: yes
  - chart:
      type: table
      title: Two measures
      series:
        - crime
        - calls
  - chart:
      type: spc
      series: calls
  - chart:
      subtitle: "Capital: what was spent, 2020/21"
      bars:
        - label: Estate
          value: 3
YAML

# NAME OPTION…: renders the report.
render() {
    local name=$1
    shift
    "$BOARDPACK" render "$report" -o "$made/$name.pdf" "$@"
}

# PDF: the files' names, one a line.
names() {
    pdfdetach -list "$1" | sed -n 's/^[0-9]*: //p'
}

# PDF: of each Figure in the order of objects its words, and the names of its associated files.
figures() {
    qpdf --json=2 --json-key=qpdf "$1" | /usr/bin/python3 -c '
import json, sys
objects = json.load(sys.stdin)["qpdf"][1]
def follow(value):
    return objects["obj:" + value]["value"] if isinstance(value, str) and value.endswith(" R") else value
for entry in objects.values():
    tag = entry.get("value")
    if isinstance(tag, dict) and tag.get("/S") == "/Figure":
        specs = [follow(spec) for spec in tag.get("/AF", [])]
        assert all(spec["/AFRelationship"] == "/Data" and spec["/Desc"] == tag["/Alt"] for spec in specs)
        print(tag["/Alt"][2:], *[spec["/UF"][2:] for spec in specs], sep=" | ")'
}

# PDF: the parts of PDF/A and PDF/UA that it claims.
claims() {
    qpdf --qdf --object-streams=disable "$1" - | LC_ALL=C grep -aoE '<pdf(ua|a)id:(part|conformance)>[^<]*' | cut -d: -f2 | tr '\n' ' '
}

# PDF: its words.
words() {
    pdftotext "$1" - | sed 's/\xc2\xa0/ /g'
}

check "a report with charts is rendered" render whole
cat >"$scratch/names" <<'EOT2'
Chart 1 - Victim-based crime.csv
Chart 3 - Capital what was spent.csv
Chart 4.1 - Victim-based crime.csv
Chart 4.2 - Calls answered.csv
Chart 5 - Calls answered.csv
Chart 6 - Capital what was spent.csv
EOT2
check "each chart with figures has a file" diff "$scratch/names" <(names "$made/whole.pdf")
cat >"$scratch/figures" <<'EOT2'
Line chart of Victim-based crime: 11,111 in January 2022, from 12,345 in October 2021; misses its target of 11,000. | Chart 1 - Victim-based crime.csv
A room for a map.
Waterfall chart of Capital: what was spent: from £1,200.5m to £960.5m; largest step Costs, all, −£240.0m. | Chart 3 - Capital what was spent.csv
Missed
Line of Victim-based crime, 12,345 in October 2021 to 11,111 in January 2022. | Chart 4.1 - Victim-based crime.csv
Line of Calls answered, 71.3% in 2021/22 Q1 to 74.0% in 2021/22 Q2. | Chart 4.2 - Calls answered.csv
Control chart of Calls answered: 74.0% in 2021/22 Q2, too few points for limits. | Chart 5 - Calls answered.csv
Bar chart of Capital: what was spent: highest Estate, 3. | Chart 6 - Capital what was spent.csv
EOT2
check "each file hangs on the Figure of its chart" \
    diff "$scratch/figures" <(figures "$made/whole.pdf" | sed 's/\xc2\xa0/ /g')
check "no file is listed that hangs on none" \
    diff "$scratch/names" <(figures "$made/whole.pdf" | grep -oE '\| .*\.csv' | cut -c 3- | sort)

printf '\xef\xbb\xbf%s\r\n' 'Period,First day,"Victim-based crime, Kent",Target,Mark' \
    'October 2021,2021-10-01,12345,11000,' 'November 2021,2021-11-01,,11000,suppressed' \
    'December 2021,2021-12-01,10987,11000,' 'January 2022,2022-01-01,11111,11000,provisional' |
    sed '2,$s/^\xef\xbb\xbf//' >"$scratch/1.csv"
printf '\xef\xbb\xbf%s\r\n' 'Label,Change (£m),Level (£m)' \
    "\"'=HYPERLINK(\"\"http://x.example\"\")\",,1200.5" '"Costs, all",-240.0,960.5' 'End,,960.5' |
    sed '2,$s/^\xef\xbb\xbf//' >"$scratch/2.csv"
for n in 1 2; do
    check "file $n can be saved" pdfdetach -save $n -o "$scratch/saved" "$made/whole.pdf"
    check "… and is the chart's table, byte for byte" cmp "$scratch/$n.csv" "$scratch/saved"
done
sed 's/12345/12346/' "$scratch/1.csv" >"$scratch/planted"
pdfdetach -save 1 -o "$scratch/saved" "$made/whole.pdf"
check "a planted difference is found" eval '! cmp -s "$scratch/planted" "$scratch/saved"'
check "qpdf finds no fault" qpdf --check "$made/whole.pdf"
check "qpdf knows the day and the type" [ "$(qpdf --list-attachments --verbose "$made/whole.pdf" |
    grep -cE 'modification date: D:20220316$|mime type: text/csv$')" -eq $((6 * 2 * 2)) ]
check "it claims PDF/A-3a and PDF/UA-1" [ "$(claims "$made/whole.pdf")" = "part>3 conformance>A part>1 " ]
check "SOURCE_DATE_EPOCH is their date where it is set" eval 'SOURCE_DATE_EPOCH=1647388800 render dated &&
    qpdf --list-attachments --verbose "$made/dated.pdf" | grep -qF "modification date: D:20220316000000Z"'
check "the same report gives the same bytes" eval 'render again && cmp "$made/whole.pdf" "$made/again.pdf"'

# The layout decides.
printf 'layout:\n  extends: report\nwording:\n  chart-file: ""\n' >"$scratch/none.yaml"
check "a layout that names no file is used" render none --layout "$scratch/none.yaml"
check "… and there is none" [ -z "$(names "$made/none.pdf")" ]
check "… and the PDF claims PDF/A-2a" [ "$(claims "$made/none.pdf")" = "part>2 conformance>A part>1 " ]
check "the tables are at the end" eval 'words "$made/whole.pdf" | grep -q "Figures of the charts"'
check "the edition figures-after is made" render after --edition figures-after
check "… with each table after its chart" eval 'words "$made/after.pdf" | tr "\n" " " |
    grep -q "Hollow points .*Figures: Victim-based crime.* 10,987 .*HYPERLINK.*Figures: Capital.* Costs"'
check "… and none at the end" eval '! words "$made/after.pdf" | grep -q "Figures of the charts"'
check "… and the same files" diff "$scratch/names" <(names "$made/after.pdf")
check "the edition figures-attached is made" render attached --edition figures-attached
check "… without tables" eval '! words "$made/attached.pdf" | grep -q "Figures\\( of\\|:\\)\\|10,987"'
check "… and the same files" diff "$scratch/names" <(names "$made/attached.pdf")

# Many charts stay small.
{
    printf 'report:\n  title: Many\n  date: 2022-03-16\nbody:\n'
    for n in $(seq 300); do
        printf '  - chart:\n      subtitle: Measure %d\n      bars:\n' "$n"
        for bar in $(seq 6); do
            printf '        - label: Area %d\n          value: %d.%d\n' "$bar" $((n * bar)) "$bar"
        done
    done
} >"$scratch/many.yaml"
report=$scratch/many.yaml
check "300 charts are rendered" render many --edition figures-attached
check "… without their files" render bare --layout "$scratch/none.yaml" --edition figures-attached
size=$(($(stat -c %s "$made/many.pdf") - $(stat -c %s "$made/bare.pdf")))
check "a file takes less than 500 bytes ($((size / 300)))" [ $size -gt 0 -a $size -lt $((300 * 500)) ]
check "the last of them is the 300th" [ "$(names "$made/many.pdf" | tail -n 1)" = "Chart 300 - Measure 300.csv" ]
finish
