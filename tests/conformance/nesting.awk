# SPDX-License-Identifier: MIT
# awk -f nesting.awk nesting.tsv STRUCTURE, as structure.awk makes it with all=1: prints every
# element that stands where it may not, and every heading level that is passed over.
function fault(words) {
    print "line " FNR ": " path() words
}
function path(    i, out) {
    for (i = 1; i <= top; i++)
        out = out role[i] (i < top ? " > " : ": ")
    return out
}
function close_element(    child, names, n, i, marks) {
    if (!kids[top] && full[role[top]])
        fault("empty")
    n = split(children[role[top]], names, " ")
    for (i = 1; i <= n; i++) {
        child = names[i]
        marks = mark[role[top], child]
        if (marks ~ /[!+]/ && !count[top, child])
            fault("no " child)
        if (marks ~ /[!?]/ && count[top, child] > 1)
            fault("more than one " child)
        delete count[top, child]
    }
    top--
}
function open_element(name) {
    if (!((role[top], name) in mark))
        fault("may not hold " (name == "#" ? "text" : name))
    else if (mark[role[top], name] ~ /\^/ && kids[top])
        fault(name " is not the first")
    kids[top]++
    count[top, name]++
}
BEGIN {
    top = 0
    role[0] = "Root"
}
FNR == NR {
    if (/^(#|$)/)
        next
    parent = $1
    full[parent] = sub(/\+$/, "", parent)
    if (full[$1])
        full[parent] = 1
    for (i = 2; i <= NF; i++) {
        name = $i
        if (name != "#")
            sub(/[!?+^]+$/, "", name)
        mark[parent, name] = substr($i, length(name) + 1)
        children[parent] = children[parent] " " name
    }
    next
}
{
    match($0, /^ */)
    depth = RLENGTH / 2
    name = $1 ~ /^"/ ? "#" : $1
    while (top > depth)
        close_element()
    open_element(name)
    if (name ~ /^[#@]$/)
        next
    role[++top] = name
    kids[top] = 0
    if (!(name in children))
        fault("no such role")
    if (name ~ /^H[1-6]$/) {
        if (substr(name, 2) > heading + 1)
            fault("follows " (heading ? "H" heading : "no heading"))
        heading = substr(name, 2)
    }
}
END {
    while (top >= 0)
        close_element()
}
