/* SPDX-License-Identifier: MIT */
#include "write/outline.h"

#include <stddef.h>

/* Deeper bookmarks than this hang where this level does. */
#define DEEPEST 16

/* A bookmark deeper than this is folded away until the reader asks. */
#define OPEN_LEVELS 1

void bp_outline_add(struct bp_pdf *pdf, const struct bp_pages *pages)
{
    HPDF_Outline above[DEEPEST + 1] = {NULL}; /* the latest bookmark of each level */
    bool any = false;
    for (const struct bp_place *place = pages->places; place; place = place->next) {
        if (!place->bookmark || !*place->bookmark)
            continue;
        int level = MIN(MAX(place->level, 1), DEEPEST), parent = level - 1;
        while (parent > 0 && !above[parent])
            parent--;
        HPDF_Outline outline = HPDF_CreateOutline(pdf->doc, above[parent], "", NULL);
        if (!outline)
            return;
        any = true;
        bp_pdf_text(pdf, outline, "Title", place->bookmark);
        HPDF_Dict_Add(outline, "Dest", bp_pdf_destination(pdf, place->page, place->y));
        HPDF_Outline_SetOpened(outline, level <= OPEN_LEVELS);
        above[level] = outline;
        for (int i = level + 1; i <= DEEPEST; i++)
            above[i] = NULL;
    }
    if (any)
        HPDF_SetPageMode(pdf->doc, HPDF_PAGE_MODE_USE_OUTLINE);
}
