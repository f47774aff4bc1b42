/* SPDX-License-Identifier: MIT */
/* A page that Cairo draws and keeps as the bytes of a PDF, for `papers/` to take over. */
#ifndef BP_PICTURE_SURFACE_H
#define BP_PICTURE_SURFACE_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

#include "base/report.h"

struct bp_surface {
    cairo_t *context; /* to draw with; belongs to the surface */
    cairo_surface_t *page;
    GString *out; /* the PDF, whole once bp_surface_end() was called */
    size_t most;
    struct bp_report *report;
};

/* Begins a page of width by height points, whose PDF may take `most` bytes. The surface must stay
 * where it is. False, with a report and nothing to finish, when Cairo is not installed. */
bool bp_surface_init(struct bp_surface *surface, double width, double height, size_t most,
                     struct bp_report *report);

/* Ends the drawing. False when some of it failed or the PDF grew too large; finish it all the
 * same. */
bool bp_surface_end(struct bp_surface *surface);

/* Frees the PDF, after bp_surface_end(). */
void bp_surface_finish(struct bp_surface *surface);

#endif
