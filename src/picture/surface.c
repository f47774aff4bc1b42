/* SPDX-License-Identifier: MIT */
#include "picture/surface.h"

#include <cairo-pdf.h>

#include "base/library.h"

struct cairo {
    __typeof__(&cairo_pdf_surface_create_for_stream) pdf_create;
    __typeof__(&cairo_pdf_surface_restrict_to_version) restrict_to_version;
    __typeof__(&cairo_create) create;
    __typeof__(&cairo_status) status;
    __typeof__(&cairo_destroy) destroy;
    __typeof__(&cairo_surface_finish) finish;
    __typeof__(&cairo_surface_status) surface_status;
    __typeof__(&cairo_surface_destroy) surface_destroy;
};

static const struct bp_library cairo_library = {
    "libcairo.so.2", "libcairo2",
    (const char *const[]){"cairo_pdf_surface_create_for_stream",
                          "cairo_pdf_surface_restrict_to_version", "cairo_create", "cairo_status",
                          "cairo_destroy", "cairo_surface_finish", "cairo_surface_status",
                          "cairo_surface_destroy", NULL}};

static cairo_status_t take(void *user, const unsigned char *bytes, unsigned int size)
{
    struct bp_surface *surface = user;
    if (surface->out->len + size > surface->most)
        return CAIRO_STATUS_WRITE_ERROR;
    g_string_append_len(surface->out, (const char *)bytes, size);
    return CAIRO_STATUS_SUCCESS;
}

bool bp_surface_init(struct bp_surface *surface, double width, double height, size_t most,
                     struct bp_report *report)
{
    struct cairo cairo;
    if (!bp_library_load(&cairo_library, &cairo, report))
        return false;
    surface->out = g_string_new(NULL);
    surface->most = most;
    surface->report = report;
    surface->page = cairo.pdf_create(take, surface, width, height);
    cairo.restrict_to_version(surface->page, CAIRO_PDF_VERSION_1_4); /* no object streams */
    surface->context = cairo.create(surface->page);
    return true;
}

bool bp_surface_end(struct bp_surface *surface)
{
    struct cairo cairo;
    if (!bp_library_load(&cairo_library, &cairo, surface->report))
        return false; /* never: it is loaded, and stays so */
    bool good = cairo.status(surface->context) == CAIRO_STATUS_SUCCESS;
    cairo.destroy(surface->context);
    cairo.finish(surface->page);
    good = good && cairo.surface_status(surface->page) == CAIRO_STATUS_SUCCESS;
    cairo.surface_destroy(surface->page);
    return good;
}

void bp_surface_finish(struct bp_surface *surface)
{
    g_string_free(surface->out, TRUE);
}
