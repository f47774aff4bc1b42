/* SPDX-License-Identifier: MIT */
/*
 * The document that libharu holds: catalog, pages, fonts, links, outline. libharu's failures are
 * latched here, and write checks once; its functions bear being called after one. Its limits: an
 * array of 32,767 elements, a dictionary of 4,095 keys (an element takes 136 bytes), numbers within
 * 32,767 when real. What may grow beyond stays out of it: reserve an object here, print its text
 * through the serialiser.
 */
#ifndef BP_WRITE_PDF_H
#define BP_WRITE_PDF_H

#include <hpdf.h>
#include <stdbool.h>

#include "layout/page.h"
#include "write/serialise.h"

struct bp_pdf {
    HPDF_Doc doc;
    HPDF_STATUS error; /* the first; 0: none */
    HPDF_STATUS detail;
    struct bp_serial *serial;
    HPDF_Page *pages; /* n_pages of them */
    int n_pages;
    double height;   /* of the document's sheet */
    double *heights; /* of each page */
    bool shortened;  /* some text was longer than PDF/A allows */
};

/* An empty document; false when libharu gives none. Finish it in both cases. */
bool bp_pdf_init(struct bp_pdf *pdf);
void bp_pdf_finish(struct bp_pdf *pdf);

/* A new direct dictionary or array, to be added to another object. */
HPDF_Dict bp_pdf_dict(struct bp_pdf *pdf);
HPDF_Array bp_pdf_array(struct bp_pdf *pdf);

/* The direct dictionary under `key` of `dict`, made when it is missing. */
HPDF_Dict bp_pdf_entry(struct bp_pdf *pdf, HPDF_Dict dict, const char *key);

/* A dictionary that is an object of its own. */
HPDF_Dict bp_pdf_object(struct bp_pdf *pdf);

/* An object to refer to, whose text or stream the caller prints under its bp_pdf_number(). */
void *bp_pdf_reserve(struct bp_pdf *pdf);

/* The number of an object of its own; 0 for NULL. */
int bp_pdf_number(const void *object);

/* Adds a text string, or the bytes of an ASCII string, to `dict`. */
void bp_pdf_text(struct bp_pdf *pdf, HPDF_Dict dict, const char *key, const char *utf8);
void bp_pdf_string(struct bp_pdf *pdf, HPDF_Dict dict, const char *key, const char *ascii);

/* A destination: the page `page` with `y` (downwards) at the window's top. */
HPDF_Array bp_pdf_destination(struct bp_pdf *pdf, int page, double y);

/* Prints every object of libharu's that was not printed and is not reserved. */
void bp_pdf_print(struct bp_pdf *pdf);

#endif
