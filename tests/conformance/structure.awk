# SPDX-License-Identifier: MIT
# Reads `pdfinfo -struct-text` (poppler) and prints one line for each element and each text, two
# spaces a level: the role, or the text in quotes. Pieces of text that follow one another in an
# element are one. Attributes are left out. Poppler prints texts as they are, so that one which has
# a line end in it goes on in the next line. With -v all=1 it also prints annotations, as @, and
# texts that are empty.
function level(line) {
    match(line, /^ */)
    return RLENGTH / 2
}
function flush() {
    if (pending && (all || words != ""))
        print indent "\"" words "\""
    pending = 0
    words = ""
}
{
    line = $0
    sub(/^ */, "")
}
inside {
    words = words "\n" line
    inside = line !~ /"$/
    if (!inside)
        sub(/"$/, "", words)
    next
}
/^"/ {
    at = level(line)
    if (pending && at != depth)
        flush()
    depth = at
    indent = substr(line, 1, 2 * at)
    pending = 1
    text = substr($0, 2)
    inside = length($0) == 1 || text !~ /"$/
    if (!inside)
        sub(/"$/, "", text)
    words = words text
    next
}
/^\// { next }
/^Object [0-9]+ [0-9]+$/ {
    if (!all)
        next
    flush()
    print substr(line, 1, 2 * level(line)) "@"
    next
}
{
    flush()
    sub(/:$/, "", $1) # attributes follow
    print substr(line, 1, 2 * level(line)) $1
}
END { flush() }
