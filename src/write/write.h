/* SPDX-License-Identifier: MIT */
/*
 * Write: pages and tags become a PDF file that conforms to PDF/UA-1 and PDF/A-2a, or to PDF/A-3a
 * where it holds files of data. libharu holds the document's objects, hb-subset makes the embedded
 * fonts, one serialiser of our own prints the file once, into object streams. Foreign types stay in
 * this folder.
 */
#ifndef BP_WRITE_WRITE_H
#define BP_WRITE_WRITE_H

#include <stdbool.h>

#include "base/file.h"
#include "layout/page.h"

/* The whole file in memory, freed with bp_write_free(). False and a report on failure. */
bool bp_write_pdf(const struct bp_pages *pages, struct bp_text_service *text,
                  struct bp_arena *arena, struct bp_bytes *out, struct bp_report *report);

void bp_write_free(struct bp_bytes *out);

#endif
