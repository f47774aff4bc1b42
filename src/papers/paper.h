/* SPDX-License-Identifier: MIT */
/*
 * Papers: PDF files that others made (other people, Cairo), of which parts enter ours. qpdf reads
 * them, loaded only when there is one; its types stay in this folder. A copier (papers/copy.h)
 * prints their objects with new numbers.
 */
#ifndef BP_PAPERS_PAPER_H
#define BP_PAPERS_PAPER_H

#include <stdbool.h>

#include "base/file.h"
#include "base/report.h"

struct bp_paper;

/*
 * Opens a PDF whose bytes must stay. NULL, with a report at `at` (NULL: nowhere), when qpdf can't
 * read it; `name` is what the report calls it, "the drawing “crest.svg”".
 */
struct bp_paper *bp_paper_open(const struct bp_bytes *file, const char *name,
                               const struct bp_source *at, struct bp_report *report);

/* NULL is allowed. */
void bp_paper_close(struct bp_paper *paper);

/* Whether all that was asked of the paper since it was opened could be read; else reports. */
bool bp_paper_check(struct bp_paper *paper, struct bp_report *report);

#endif
