/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"

#include <glib.h>
#include <string.h>

enum { LONGEST = 31 };

/* Bytes folded for comparison, and their number; -1 when the word is too long to be a slip of one
 * of ours. */
static int fold(const char *word, char folded[LONGEST + 1])
{
    int length = 0;
    for (; word[length]; length++) {
        if (length == LONGEST)
            return -1;
        char letter = g_ascii_tolower(word[length]);
        folded[length] = letter == '_' || letter == '-' ? ' ' : letter;
    }
    folded[length] = '\0';
    return length;
}

/* Damerau and Levenshtein's distance: letters added, lost, changed, or two neighbours swapped. */
static int measure(const char *a, int n, const char *b, int m)
{
    int rows[LONGEST + 1][LONGEST + 1];
    for (int i = 0; i <= n; i++)
        rows[i][0] = i;
    for (int j = 0; j <= m; j++)
        rows[0][j] = j;
    for (int i = 1; i <= n; i++) {
        for (int j = 1; j <= m; j++) {
            int best = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            best = MIN(best, rows[i - 1][j] + 1);
            best = MIN(best, rows[i][j - 1] + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = MIN(best, rows[i - 2][j - 2] + 1);
            rows[i][j] = best;
        }
    }
    return rows[n][m];
}

const char *bp_nearest(const char *word, const char *const *words)
{
    char wanted[LONGEST + 1], folded[LONGEST + 1];
    int length = fold(word, wanted);
    const char *best = NULL;
    int least = G_MAXINT;
    for (int i = 0; length > 0 && words[i]; i++) {
        int size = fold(words[i], folded);
        if (size < 0 || ABS(size - length) > MAX(1, length / 3))
            continue;
        int distance = measure(wanted, length, folded, size);
        if (distance < least) {
            least = distance;
            best = words[i];
        }
    }
    return least <= MAX(1, length / 3) ? best : NULL;
}
