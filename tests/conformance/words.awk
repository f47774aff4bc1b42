# SPDX-License-Identifier: MIT
# awk -f words.awk WORDS TEXT: prints the first word of WORDS that TEXT, what pdftotext gives, does
# not have after the words before it. Between them may stand running heads. A word that the page
# broke at a hyphen or a slash is put together again.
function bare(word) {
    gsub(/-|\342\200\220|\302\255/, "", word)
    return word
}
{ gsub(/[\f\r]/, " ") }
FNR == NR {
    for (i = 1; i <= NF; i++)
        wanted[++n] = $i
    next
}
{
    for (i = 1; i <= NF; i++)
        text[++m] = bare($i)
}
END {
    if (!n)
        print "no words are wanted"
    at = 1
    for (w = 1; w <= n; w++) {
        word = bare(wanted[w])
        if (word == "")
            continue
        for (; at <= m; at++) {
            joined = text[at]
            for (last = at; length(joined) < length(word) && last < m && joined != "" &&
                 index(word, joined) == 1; )
                joined = joined text[++last]
            if (joined == word)
                break
        }
        if (at > m) {
            print "word " w " of " n " is missing: " wanted[w] ", after: " \
                wanted[w - 3] " " wanted[w - 2] " " wanted[w - 1]
            exit
        }
        at = last + 1
    }
}
