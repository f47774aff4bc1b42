/* SPDX-License-Identifier: MIT */
/*
 * Layout: a document tree becomes pages of placed boxes and the tag tree. The tree is first turned
 * into a flow, the document's lines from first to last (flow.h), which is then cut into pages
 * (paginate.h). Nothing is laid out twice: what is known only at the end, the number of pages, gets
 * a box of fixed width.
 */
#ifndef BP_LAYOUT_LAYOUT_H
#define BP_LAYOUT_LAYOUT_H

#include "layout/page.h"

/* False, with a report, when a style has no face, a character has none, or a table can't fit its
 * page. */
bool bp_layout_document(const struct bp_document *document, struct bp_text_service *text,
                        struct bp_pages *pages, struct bp_arena *arena, struct bp_report *report);

#endif
