/* SPDX-License-Identifier: MIT */
/* What stands on every page and is no content: running heads, page numbers, the watermark. */
#ifndef BP_LAYOUT_RUNNING_H
#define BP_LAYOUT_RUNNING_H

#include "layout/flow.h"

/* Adds header, footer and watermark to every page, as artifacts, once the number of pages is known.
 */
void bp_running_place(struct bp_layout *layout, struct bp_pages *pages);

#endif
