/* SPDX-License-Identifier: MIT */
/* A look into finished PDF files. */
#ifndef BP_BENCH_PDF_H
#define BP_BENCH_PDF_H

#include <stdbool.h>

struct bp_pdf_facts {
    double bytes;
    double tag_bytes; /* compressed, of the structure elements and the tree from content to them */
};

/*
 * Reads a file that boardpack wrote: streams with direct lengths one after the other, all other
 * objects in object streams. Of each object stream's compressed bytes the tags are given the share
 * that they have of its plain bytes. False, with a message, when the file is laid out otherwise.
 */
bool bp_pdf_look(const char *path, struct bp_pdf_facts *facts);

/* How many pages any PDF has, as pdfinfo says; 0, with a message, when it can't be told. `log` is a
 * file to write to. */
int bp_pdf_pages(const char *path, const char *log);

/*
 * Whether the text of a PDF, as pdftotext gives it into the file `text`, has each of the words
 * `mark` with a number from 1 to `count` exactly once; a message when not.
 */
bool bp_pdf_has_all(const char *path, const char *text, const char *mark, int count);

#endif
