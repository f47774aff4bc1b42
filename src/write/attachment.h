/* SPDX-License-Identifier: MIT */
/*
 * Files in the file: the data of figures, as associated files of their structure elements
 * (ISO 32000-2 14.13.5, ISO 19005-3 6.8), and in the catalog's list, so that viewers show them.
 */
#ifndef BP_WRITE_ATTACHMENT_H
#define BP_WRITE_ATTACHMENT_H

#include "write/pdf.h"

struct bp_attachments {
    GPtrArray *tags; /* struct bp_tag, those that have an attachment, in the order of the pages */
    void *names;     /* the name tree's object; NULL: there are none */
};

/* Finds the figures' attachments and adds their list, still to be printed, to the catalog. */
void bp_attachments_init(struct bp_attachments *attachments, struct bp_pdf *pdf,
                         const struct bp_pages *pages);
void bp_attachments_finish(struct bp_attachments *attachments);

/* Prints each file once, after bp_serial_start(), and tells the tags its number. */
void bp_attachments_print(const struct bp_attachments *attachments, struct bp_pdf *pdf,
                          const struct bp_document *document);

#endif
