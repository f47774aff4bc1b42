/* SPDX-License-Identifier: MIT */
/*
 * Figures: each picture enters the file once, as an XObject of one unit by one (ISO 32000-1 8.9 and
 * 8.10), however many pages show it; files of the same bytes are one picture. All pages share the
 * names: picture N is /PN.
 */
#ifndef BP_WRITE_FIGURE_H
#define BP_WRITE_FIGURE_H

#include <glib.h>
#include <stdbool.h>

#include "write/pdf.h"

struct bp_figures {
    GPtrArray *pictures; /* const struct bp_picture *, in the order of the pages */
    GPtrArray *objects;  /* reserved, of each */
    GHashTable *numbers; /* by picture: its index, and one more, as a pointer */
};

/* Gathers the pages' pictures and adds their names to `resources`. */
void bp_figures_init(struct bp_figures *figures, struct bp_pdf *pdf, HPDF_Dict resources,
                     const struct bp_pages *pages);
void bp_figures_finish(struct bp_figures *figures);

/* The N of a picture on the pages. */
int bp_figures_find(const struct bp_figures *figures, const struct bp_picture *picture);

/* Prints the pictures, when new numbers may be had. False, with a report, when a drawing can't be
 * read. */
bool bp_figures_print(const struct bp_figures *figures, struct bp_pdf *pdf,
                      struct bp_report *report);

#endif
