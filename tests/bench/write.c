/* SPDX-License-Identifier: MIT */
/* How long write takes, and how much room: text of 20,000 different words on 1,000 pages with
 * 135,000 tags, set by hand. Prints one line; layout's time is not in it. */
#include <stdio.h>
#include <stdlib.h>

#include "../unit/paper.h"
#include "write/write.h"

#define LINES 45
#define WORDS 11

static void fill_line(GString *text, unsigned *seed)
{
    static const char *const parts[] = {"mi", "nu",   "te", "po", "li", "ce",  "bo", "ard",
                                        "ac", "tion", "re", "vi", "ew", "con", "fi", "dent"};
    g_string_truncate(text, 0);
    for (int i = 0; i < WORDS; i++) {
        *seed = *seed * 1103515245u + 12345u;
        unsigned word = *seed >> 12 & 0x3FFF;
        if (i > 0)
            g_string_append_c(text, ' ');
        for (int k = 0; k < 3; k++, word >>= 4)
            g_string_append(text, parts[word & 15]);
    }
}

/* Each line is a row of a table with two cells, the second often empty. */
static void fill_page(struct paper *paper, struct bp_tag *body, unsigned *seed)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < LINES; i++) {
        struct bp_tag *row = paper_tag(paper, body, BP_TAG_TR);
        fill_line(text, seed);
        paper_tagged(paper, row, BP_TAG_TD, 60 + 16 * i, text->str);
        if (i % 4 == 0)
            paper_tagged(paper, row, BP_TAG_TD, 60 + 16 * i, "Force");
        else
            paper_tag(paper, row, BP_TAG_TD);
    }
    g_string_free(text, TRUE);
}

int main(int argc, char **argv)
{
    int n_pages = argc > 1 ? atoi(argv[1]) : 1000;
    unsigned seed = 1;
    struct paper paper;
    struct bp_bytes file;
    if (!paper_init(&paper))
        return 1;
    struct bp_tag *body = paper_tag(&paper, paper_tag(&paper, NULL, BP_TAG_TABLE), BP_TAG_TBODY);
    for (int i = 0; i < n_pages; i++) {
        fill_page(&paper, body, &seed);
        paper_turn(&paper, bp_arena_printf(paper.arena, "%d", i + 1));
    }
    gint64 start = g_get_monotonic_time();
    if (!bp_write_pdf(&paper.pages, paper.text, paper.arena, &file, paper.report)) {
        bp_report_print(paper.report, stderr);
        return 1;
    }
    double time = (double)(g_get_monotonic_time() - start) / 1000;
    printf("write: %d pages, %.0f ms, %.0f bytes a page\n", n_pages, time,
           (double)file.size / n_pages);
    if (argc > 2)
        g_file_set_contents(argv[2], file.data, (gssize)file.size, NULL);
    bp_write_free(&file);
    paper_finish(&paper);
    return 0;
}
