/* SPDX-License-Identifier: MIT */
/* Pages and tags as text, for `boardpack dump --stage=layout` and `--stage=tags`. */
#ifndef BP_LAYOUT_DUMP_H
#define BP_LAYOUT_DUMP_H

#include "base/dump.h"
#include "layout/page.h"

/* Every page with its boxes in the order of painting, its links, and the places they lead to. */
void bp_pages_dump(const struct bp_pages *pages, struct bp_dump *dump);

/* The tag tree, each piece of content with its page and its words. */
void bp_tags_dump(const struct bp_pages *pages, struct bp_dump *dump);

/* Appends the words of a TEXT box, a shape after the other. */
void bp_box_append_text(const struct bp_box *box, GString *out);

#endif
