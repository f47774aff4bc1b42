/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <stdio.h>

#include "corpus.h"
#include "words.h"

#define WORDS 2000

static const char head[] = "meeting:\n"
                           "  title: A long day\n"
                           "  date: 2022-03-16\n"
                           "items:\n"
                           "  - title: Everything\n"
                           "    minutes: |\n";

static const char *word(struct bp_random *random, GPtrArray *words)
{
    return g_ptr_array_index(words, bp_random_below(random, (int)words->len));
}

bool bp_rows_write(enum bp_rows_kind kind, int count, const char *path)
{
    struct bp_random random = {1894};
    GPtrArray *words = bp_words_new(&random, WORDS);
    GString *out = g_string_new(head);
    bool done;

    if (kind == BP_ROWS_TABLE)
        g_string_append(out, "      | Entry | Sum | Name |\n      |---|--:|---|\n");
    for (int i = 1; i <= count; i++) {
        if (kind == BP_ROWS_TABLE)
            g_string_append_printf(out, "      |%s%d|%d|%s|\n", BP_ROWS_MARK, i,
                                   bp_random_below(&random, 1000), word(&random, words));
        else
            g_string_append_printf(out, "      - %s%d %s %s %s %s.\n", BP_ROWS_MARK, i,
                                   word(&random, words), word(&random, words), word(&random, words),
                                   word(&random, words));
    }
    done =
        out->len <= BP_CORPUS_LIMIT && g_file_set_contents(path, out->str, (gssize)out->len, NULL);
    if (!done)
        fprintf(stderr, "bench: %s of %zu bytes can't be written\n", path, out->len);
    g_string_free(out, TRUE);
    g_ptr_array_free(words, TRUE);
    return done;
}
