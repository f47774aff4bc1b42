#!/bin/bash
# SPDX-License-Identifier: MIT
# The command line as a user meets it: what it says, what it returns, and what it leaves on the disk.
. "$(dirname "$0")/lib/check.sh"
tree=$PWD
plain=$BUILD/boardpack
boardpack=$BOARDPACK
cd "$scratch" || exit 1
chmod 755 .
out=out.txt
err=err.txt

# ends STATUS NAME COMMAND…: runs it, keeps what it prints, and compares its status.
ends() {
    local wanted=$1 name=$2 status
    shift 2
    "$@" >"$out" 2>"$err"
    status=$?
    if [ $status -eq "$wanted" ]; then pass "$name"; else
        fail "$name: exit status $status, not $wanted" "$(head -c 2000 "$err")"
    fi
}

# said FILE TEXT…: each text is in it.
said() {
    local file=$1 text
    shift
    for text; do
        check "… and says “$text”" grep -qF -- "$text" "$file"
    done
}

# quiet FILE: it is empty.
quiet() {
    empty "… and $1 is empty" "$(head -c 2000 "$1")"
}

is_pdf() {
    [ "$(head -c 5 "$1")" = "%PDF-" ] && [ "$(tail -n 1 "$1")" = "%%EOF" ]
}

# The faults of a meeting file that is wrong in a known place.
write_wrong() {
    printf 'meeting:\n  title: T\n  date: 2022-02-30\n  venu: Here\n' >"$1"
}

# --- help and the words of the line

groff -man -Tascii -P-cbou "$tree/src/cli/boardpack.1" >man.txt
ends 0 "--help" "$boardpack" --help
said "$out" "Usage: boardpack" render check new watch dump
quiet "$err"
for command in render check new watch dump layouts; do
    ends 0 "$command --help" "$boardpack" "$command" --help
    said "$out" "Usage:"
    empty "… and the manual has its options" "$(grep -oE -- '--[a-z]+' "$out" | sort -u |
        while read -r option; do grep -qF -- "$option" man.txt || echo "$option"; done)"
done
ends 0 "--version" "$boardpack" --version
check "… is one line of name and number" grep -qxE 'boardpack [0-9]+\.[0-9]+\.[0-9]+' "$out"
ends 2 "no command" "$boardpack"
said "$err" "Usage: boardpack"
quiet "$out"
ends 2 "a command misspelt" "$boardpack" rendr x.yaml
said "$err" "“rendr”" "did you mean “render”?"
ends 2 "an option misspelt" "$boardpack" render --timing x.yaml
said "$err" "did you mean “--timings”?"
ends 2 "a stage misspelt" "$boardpack" dump --stage=layuot x.yaml
said "$err" "did you mean “layout”?"
ends 2 "a kind misspelt" "$boardpack" new minuets x
said "$err" "did you mean “new minutes”?"
ends 2 "a stage that does not exist" "$boardpack" dump --stage=colours x.yaml
said "$err" "model, series, document, layout, tags"
ends 2 "no stage" "$boardpack" dump x.yaml
said "$err" "--stage=NAME"
ends 2 "no file" "$boardpack" render
ends 2 "one file too many" "$boardpack" render a b
said "$err" "“b”"
ends 2 "an option without its value" "$boardpack" render a -o
for line in "render -o '' x.yaml" "render x.yaml --root=" "check ''" "watch ''" "new minutes ''"; do
    ends 2 "an empty name: $line" sh -c '"$0" '"$line" "$boardpack"
    said "$err" "is empty"
done
ends 2 "new alone lists what there is" "$boardpack" new
said "$err" "minutes"

# --- new, render, check, dump

ends 0 "new minutes" "$boardpack" new minutes "the board"
said "$err" "boardpack render 'the board/meeting.yaml'"
cp "the board/meeting.yaml" example.yaml
ends 2 "new does not overwrite" "$boardpack" new minutes "the board"
said "$err" "is there already"
check "… and the file is as it was" cmp example.yaml "the board/meeting.yaml"
ends 0 "the example has no faults" "$boardpack" check "the board/meeting.yaml"
said "$err" "1 file checked: no faults"
quiet "$out"
ends 0 "the line that new gave" "$boardpack" render "the board/meeting.yaml"
quiet "$out"
quiet "$err"
check "… makes the PDF beside it" is_pdf "the board/meeting.pdf"
while read -r name made; do
    cp example.yaml "$name"
    ends 0 "render $name" "$boardpack" render "$name"
    check "… makes $made" is_pdf "$made"
done <<'EOT'
a.b.yml a.b.pdf
plain plain.pdf
.hidden .hidden.pdf
./the.board ./the.pdf
EOT
for stage in model document layout tags; do
    ends 0 "dump --stage=$stage" "$boardpack" dump --stage=$stage example.yaml
    empty "… without pointers and paths" "$(grep -nE '0x[0-9a-f]{6,}|/tmp/|/work/' "$out" | head -n 5)"
    check "… prints something" test "$(wc -l <"$out")" -gt 10
    quiet "$err"
done
ends 0 "--timings" "$boardpack" render --timings example.yaml -o timed.pdf
said "$err" load compose layout write file total MiB
check "… and the same PDF" cmp timed.pdf "the board/meeting.pdf"

# --- layouts

ends 0 "layouts" "$boardpack" layouts
said "$out" minutes agenda action-log decisions notice report large-print draft letter
quiet "$err"
ends 0 "render by a layout" "$boardpack" render example.yaml --layout agenda -o agenda.pdf
check "… makes another PDF" eval '! cmp -s agenda.pdf timed.pdf'
ends 1 "a layout misspelt" "$boardpack" render example.yaml --layout agnda -o x.pdf
said "$err" "there is no layout or house style “agnda”" "did you mean “agenda”?"
ends 1 "an edition that is not there" "$boardpack" render example.yaml --edition larg-print -o x.pdf
said "$err" "has no edition “larg-print”" "large-print"
ends 1 "a layout for other files" "$boardpack" render example.yaml --layout report -o x.pdf
said "$err" "the layout “report” is for files with “report:”"
ends 2 "a day that is none" "$boardpack" render example.yaml --layout action-log --as-of 8/6/2022 -o x.pdf
said "$err" "as in 2022-06-08"
check "… and no PDF" test ! -e x.pdf
ends 0 "new report" "$boardpack" new report paper
ends 0 "the line that new gave" "$boardpack" render paper/report.yaml
check "… makes the PDF beside it" is_pdf paper/report.pdf
ends 0 "new charts" "$boardpack" new charts gallery
ends 0 "the line that new gave" "$boardpack" render gallery/charts.yaml
empty "… without a warning" "$(cat "$err")"
check "… makes the PDF beside it" is_pdf gallery/charts.pdf
types=$(sed -n '/^static const struct kind kinds/,/^};/s/^    {"\([a-z]*\)", .*/\1/p' "$tree/src/load/chart.c")
"$boardpack" dump --stage=model gallery/charts.yaml >model
check "there are types of charts" [ "$(wc -w <<<"$types")" -ge 15 ]
empty "… of which each is in the gallery" "$(for type in $types; do grep -q "^ *chart .*type=$type\b" model || echo "$type"; done)"
ends 0 "new layout" "$boardpack" new layout house --from agenda
said "$err" "boardpack render MEETING.yaml --layout house/layout.yaml"
check "… that extends it" grep -q 'extends: agenda' house/layout.yaml
check "… with its logo" test -s house/logo.svg
ends 2 "new layout does not overwrite" "$boardpack" new layout house
ends 2 "new layout from none" "$boardpack" new layout other --from minuets
said "$err" "did you mean “minutes”?"
check "… writes nothing" test ! -e other
ends 2 "--from where it does not belong" "$boardpack" new minutes other --from minutes
ends 0 "check of a house style" "$boardpack" check house/layout.yaml
said "$err" "1 file checked: no faults"
ends 1 "a house style is no meeting" "$boardpack" render house/layout.yaml
said "$err" "is a layout; name the file of a meeting or report"
sed 's/accent: .*/accent: "#AAAAAA"/' house/layout.yaml >house/pale.yaml
ends 1 "check of a wrong one" "$boardpack" check house/pale.yaml
said "$err" "#AAAAAA on #FFFFFF has a contrast of 2.32 to 1"
ends 0 "render by a house style" "$boardpack" render example.yaml --layout house/layout.yaml -o house.pdf
ends 0 "… the same over its layout" "$boardpack" render example.yaml --layout agenda --house house/layout.yaml -o over.pdf
check "… the same PDF" cmp house.pdf over.pdf
ends 0 "… over another one" "$boardpack" render example.yaml --house house/layout.yaml -o over.pdf
check "… another PDF" eval '! cmp -s house.pdf over.pdf'
mkdir office
cp -r house example.yaml office
sed -i '/^meeting:/a\  layout: agenda' office/example.yaml
printf 'house: house/layout.yaml\n' >office/boardpack.yaml
ends 0 "the folder's house style over the file's layout" "$boardpack" render office/example.yaml -o named.pdf
check "… the same PDF" cmp house.pdf named.pdf
ends 0 "the command line's layout before the file's" "$boardpack" render office/example.yaml --layout minutes -o named.pdf
check "… the same PDF" cmp over.pdf named.pdf
printf 'edition: letter\n' >office/boardpack.yaml
ends 0 "boardpack.yaml names an edition" "$boardpack" render office/example.yaml -o letter.pdf
check "… and the paper is that of the United States" grep -q '612 x 792' <(pdfinfo letter.pdf)
ends 0 "the command line says none" "$boardpack" render office/example.yaml --edition none -o a4.pdf
check "… and it is A4" grep -q A4 <(pdfinfo a4.pdf)
sed 's/^  title:.*/&\n  edition: large-prunt/' office/example.yaml >office/edition.yaml
ends 1 "a file names an edition that is not there" "$boardpack" check office/edition.yaml
said "$err" "edition.yaml:" ": error: the layout “agenda” has no edition “large-prunt”"
printf 'hause: house/layout.yaml\n' >office/boardpack.yaml
ends 1 "a key of boardpack.yaml misspelt" "$boardpack" check office/example.yaml
said "$err" "boardpack.yaml:1:1: error:" "write “house”"
printf 'house: ../house/layout.yaml\n' >office/boardpack.yaml
ends 1 "a house style outside the folder" "$boardpack" check office/example.yaml
said "$err" "boardpack.yaml:1:8: error:"

# --- metrics

cp "$OLDPWD"/tests/csvs/* .
ends 0 "check of a metrics file" "$boardpack" check all.yaml
said "$err" "down.csv: note: for “burglary”: 1 value; 0 missing, 1 suppressed; 5 rows: 1 header, 2 read, 2 left out" \
    "columns left out “2021/22”" "1 file checked: no faults"
ends 0 "dump --stage=series" "$boardpack" dump --stage=series all.yaml
said "$out" 'point @2:3 period="2021-04" value=1234 ghost' 'reading @29:13 series="burglary" rows=5'
quiet "$err"
ends 0 "dump --format=json" "$boardpack" dump --stage=series --format=json all.yaml
said "$out" '"id": "burglary"' '"value": 1234'
ends 2 "JSON of a stage that has none" "$boardpack" dump --stage=model --format=json all.yaml
said "$err" "“json” is for “series”"
ends 2 "a format misspelt" "$boardpack" dump --stage=series --format=jsno all.yaml
said "$err" "did you mean “json”?"
ends 1 "render of metrics alone" "$boardpack" render all.yaml
said "$err" "has metrics only; name the report"

# --- wrong input

write_wrong wrong.yaml
cp "the board/meeting.pdf" old.pdf
ends 1 "check of a wrong file" "$boardpack" check wrong.yaml
said "$err" "wrong.yaml:3:9: error: " "wrong.yaml:4:3: error: " "venue" "1 file checked: 2 errors"
ends 1 "render of a wrong file" "$boardpack" render wrong.yaml -o old.pdf
check "… leaves the old PDF" cmp old.pdf timed.pdf
ends 1 "check goes on after a wrong file" "$boardpack" check wrong.yaml example.yaml none.yaml
said "$err" "3 files checked: 3 errors"
ends 1 "a missing file" "$boardpack" render none.yaml
said "$err" "none.yaml: error: does not exist"
check "… and no PDF" test ! -e none.pdf
ends 1 "a folder" "$boardpack" render "the board"
said "$err" "is a folder"
ends 1 "a device" "$boardpack" render /dev/zero -o x.pdf
said "$err" "is a device"
mkfifo pipe
ends 1 "a pipe that nobody writes to" timeout 20 "$boardpack" render pipe -o x.pdf
said "$err" "is a pipe"
ends 2 "an output that is the input" "$boardpack" render example.yaml -o "./the board/../example.yaml"
said "$err" "the output is the input"
ends 2 "a root that is no folder" "$boardpack" render example.yaml --root none
ends 2 "a file as a command" "$boardpack" example.yaml
said "$err" "boardpack render example.yaml"

# --- standard input and output

ends 0 "render - writes to standard output" "$boardpack" render - <example.yaml
check "… the same PDF" cmp "$out" timed.pdf
ends 0 "render FILE -o -" "$boardpack" render example.yaml -o -
check "… the same PDF" cmp "$out" timed.pdf
ends 0 "render FILE -o /dev/stdout" "$boardpack" render example.yaml -o /dev/stdout
check "… the same PDF" cmp "$out" timed.pdf
"$boardpack" render example.yaml -o /dev/stdout | cat >piped.pdf
check "… and through a pipe" cmp piped.pdf timed.pdf
mkfifo to
cat to >piped.pdf &
ends 0 "a pipe as the output" timeout 60 "$boardpack" render example.yaml -o to
wait $!
check "… the same PDF" cmp piped.pdf timed.pdf
ends 1 "faults of standard input name it" "$boardpack" check - <wrong.yaml
said "$err" "<stdin>:3:9: error: "
ends 0 "a file whose name begins with a dash" sh -c 'cp example.yaml ./-x.yaml && "$0" check -- -x.yaml' "$boardpack"
script -qec "'$boardpack' render - <example.yaml" /dev/null >"$out" </dev/null
check "no PDF goes to a terminal" grep -qF "give -o OUT.pdf" "$out"
script -qec "TERM=xterm '$boardpack' check wrong.yaml" /dev/null >"$out" </dev/null
check "a terminal gets colours" grep -q $'\e\[' "$out"
script -qec "TERM=xterm NO_COLOR=1 '$boardpack' check wrong.yaml" /dev/null >"$out" </dev/null
empty "but not with NO_COLOR" "$(grep $'\e\[' "$out")"
"$boardpack" check wrong.yaml 2>"$err"
empty "and not in a file" "$(grep $'\e\[' "$err")"
ends 3 "a full standard output" sh -c '"$0" --help >/dev/full' "$boardpack"
for line in --help --version "render example.yaml -o -" "dump --stage=model example.yaml"; do
    ends 3 "$line to a closed standard output" sh -c '"$0" '"$line"' >&-' "$boardpack"
    said "$err" "closed"
done
ends 0 "-o /dev/null with a closed standard output" sh -c '"$0" render example.yaml -o /dev/null >&-' "$boardpack"
ends 0 "closed standard files" sh -c '"$0" render example.yaml -o closed.pdf <&- >&- 2>&-' "$boardpack"
check "… the same PDF" cmp closed.pdf timed.pdf

# --- the disk

ends 3 "a full device" "$boardpack" render example.yaml -o /dev/full
said "$err" "the disk is full"
mkdir disk
cat >full.sh <<'EOT'
mount -t tmpfs -o size=64k none disk && cp example.yaml disk/old.pdf || exit 90
dd if=/dev/zero of=disk/filler bs=1k 2>/dev/null
"$1" render example.yaml -o disk/old.pdf
status=$?
cmp example.yaml disk/old.pdf && [ "$(ls -A disk | wc -l)" -eq 2 ] || exit 91
exit $status
EOT
mounting=
for option in -m -rm; do
    ! unshare $option mount -t tmpfs none disk 2>/dev/null || mounting=$option
done
if [ -n "$mounting" ]; then
    ends 3 "a full disk" unshare "$mounting" sh full.sh "$boardpack"
    said "$err" "the disk is full"
else
    echo "# no small disk may be mounted here: the limit on the size of files stands in for it"
fi
cp timed.pdf old.pdf
ends 3 "a limit on the size of files" sh -c 'ulimit -f 1; "$0" render example.yaml -o old.pdf' "$boardpack"
said "$err" "larger than the system allows"
check "… leaves the old PDF" cmp old.pdf timed.pdf
ends 3 "a folder that does not exist" "$boardpack" render example.yaml -o none/x.pdf
said "$err" "does not exist"
ends 0 "a folder as the output" "$boardpack" render example.yaml -o "the board"
check "… gets the PDF under its own name" cmp old.pdf "the board/example.pdf"
rm -f "the board/example.pdf"
ends 2 "a PDF as the input" "$boardpack" render old.pdf
said "$err" "name the meeting file"

# Root may write everywhere: these run as somebody else.
somebody=()
[ "$(id -u)" -ne 0 ] || somebody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
cp "$boardpack" command
mkdir locked
cp example.yaml timed.pdf locked
cp example.yaml secret.yaml
chmod 555 locked command
chmod 444 locked/timed.pdf
chmod 000 secret.yaml
ends 3 "a folder that may not be written" "${somebody[@]}" ./command render locked/example.yaml
said "$err" "you may not write here"
check "… and nothing is there" test ! -e locked/example.pdf
mkdir -m 777 open
cp timed.pdf open/kept.pdf
chmod 444 open/kept.pdf
ends 3 "a PDF made read-only" "${somebody[@]}" ./command render example.yaml -o open/kept.pdf
check "… stays" cmp open/kept.pdf timed.pdf
ends 3 "a file that may not be read" "${somebody[@]}" ./command render secret.yaml -o open/x.pdf
said "$err" "you may not read"

# --- a kill at any moment

head -c 300000 /dev/zero | tr '\0' o >victim.pdf
cp victim.pdf victim.old
"$plain" render "$tree/tests/meetings/kent-2022.yaml" -o victim.new 2>"$err"
start=$(date +%s%N)
"$plain" render "$tree/tests/meetings/kent-2022.yaml" -o victim.again
took=$((($(date +%s%N) - start) / 1000))
torn=
for i in {1..60}; do
    cp victim.old victim.pdf
    "$plain" render "$tree/tests/meetings/kent-2022.yaml" -o victim.pdf &
    victim=$!
    sleep "$(printf '0.%06d' $((took * i / 50)))"
    kill -9 $victim 2>/dev/null
    wait $victim 2>/dev/null
    cmp -s victim.pdf victim.old || cmp -s victim.pdf victim.new || torn+="kill $i: $(wc -c <victim.pdf) bytes"$'\n'
done
empty "after 60 kills the PDF was always the old one or the new one" "$torn"
ends 0 "the next run is not disturbed" "$plain" render "$tree/tests/meetings/kent-2022.yaml" -o victim.pdf
check "… and makes the new one" cmp victim.pdf victim.new

# --- the same bytes

mkdir locales
localedef -i de_DE -f UTF-8 locales/de_DE.UTF-8 2>"$err" || fail "a locale is made" "$(cat "$err")"
locale=(env LOCPATH="$scratch/locales" LC_ALL=de_DE.UTF-8)
check "the locale writes commas" test "$("${locale[@]}" printf '%.1f' 1,5 2>&1)" = 1,5
for meeting in "$tree"/tests/meetings/*.yaml; do
    name=$(basename "$meeting" .yaml)
    ends 0 "$name" "$boardpack" render "$meeting" -o first.pdf
    ends 0 "$name again" "$boardpack" render "$meeting" -o again.pdf
    check "… the same bytes" cmp first.pdf again.pdf
    ends 0 "$name in German" "${locale[@]}" "$boardpack" render "$meeting" -o german.pdf
    check "… the same bytes" cmp first.pdf german.pdf
    ends 0 "$name in Auckland" env TZ=Pacific/Auckland "$boardpack" render "$meeting" -o far.pdf
    check "… the same bytes" cmp first.pdf far.pdf
done
mkdir -p elsewhere/deep
cp example.yaml elsewhere/deep/other.yaml
ends 0 "another folder and name" sh -c 'cd elsewhere/deep && "$0" render other.yaml' "$boardpack"
check "… the same bytes" cmp elsewhere/deep/other.pdf timed.pdf
ends 0 "the plain build" "$plain" render example.yaml -o plain.pdf
check "… the same bytes" cmp plain.pdf timed.pdf
ends 0 "without a home" env -i "$boardpack" render example.yaml -o homeless.pdf
check "… the same bytes" cmp homeless.pdf timed.pdf

# --- watch

# until NAME COMMAND…: it comes true within ten seconds.
until_true() {
    local name=$1 i
    shift
    for i in {1..100}; do
        if "$@" >/dev/null 2>&1; then
            pass "$name"
            return
        fi
        sleep 0.1
    done
    fail "$name" "$(cat watch.txt)"
}

# How many PDFs the watcher has said to have written.
written() {
    [ "$(grep -c 'watched.pdf is written' watch.txt)" -ge "$1" ]
}

# How often the watcher has said that its file is gone.
gone() {
    [ "$(grep -c 'watched.yaml is gone' watch.txt)" -ge "$1" ]
}

cp example.yaml watched.yaml
"$boardpack" watch watched.yaml 2>watch.txt &
watcher=$!
until_true "watch makes the PDF at once" written 1
check "… the same bytes" cmp watched.pdf timed.pdf
sed -i 's/Larkfield/Westfield/g' watched.yaml
until_true "a save by renaming makes it again" written 2
cp example.yaml watched.yaml
until_true "a save in place makes it again" written 3
check "… the same bytes" cmp watched.pdf timed.pdf
cat wrong.yaml >watched.yaml
until_true "faults are told" grep -qF "watched.yaml:4:3: error: " watch.txt
check "… and the PDF stays" cmp watched.pdf timed.pdf
rm watched.yaml
sleep 0.5
sed 's/Larkfield/Eastfield/g' example.yaml >watched.yaml
until_true "a file that comes back is made again" written 4
rm watched.yaml
until_true "a file that stays away is told" gone 1
cp example.yaml watched.yaml
until_true "… and made when it is back" written 5
mkdir linked
cp example.yaml linked/to.yaml
ln -sf linked/to.yaml watched.yaml
until_true "a link in the place of the file is followed" written 6
sleep 1.5
sed -i 's/Larkfield/Northfield/g' linked/to.yaml
until_true "… to its saves" written 7
mv linked moved
until_true "a folder that is moved away is told" gone 2
kill -INT $watcher
wait $watcher
check "Ctrl-C ends it well" test $? -eq 0

cat >watched.yaml.part <<'EOF'
report:
  title: Burglary
  date: 2021-07-01
metrics: all.yaml
body:
  - chart:
      title: Burglary is falling
      series: burglary
EOF
rm watched.yaml
mv watched.yaml.part watched.yaml
"$boardpack" watch watched.yaml 2>watch.txt &
watcher=$!
until_true "watch of a report" written 1
sed -i 's/title: Burglary/title: Break-ins/' all.yaml
until_true "… makes it again when its metrics file is saved" written 2
sed -i 's/1,234/1,432/' down.csv
until_true "… and when the CSV file is that this reads" written 3
kill -INT $watcher
wait $watcher
# a save while the first PDF is made, before or after the file was read
for delay in 0.01 0.02 0.03 0.05; do
    "$boardpack" watch watched.yaml 2>watch.txt &
    watcher=$!
    sleep $delay
    sed -i "s/title: Break-ins.*/title: Break-ins after $delay/" all.yaml
    "$boardpack" render watched.yaml -o timed.pdf 2>"$err"
    until_true "a save $delay s after the start is not lost" cmp watched.pdf timed.pdf
    kill -INT $watcher
    wait $watcher
done
touch -d '+1 hour' all.yaml
"$boardpack" watch watched.yaml 2>watch.txt &
watcher=$!
until_true "watch of a file from the future" written 1
sleep 2.5
check "… does not make it again and again" test "$(grep -c 'is written' watch.txt)" -le 1
kill -INT $watcher
wait $watcher

ends 1 "watch of a missing file" "$boardpack" watch none.yaml
ends 2 "watch of standard input" "$boardpack" watch -

finish
