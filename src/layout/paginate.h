/* SPDX-License-Identifier: MIT */
/*
 * Pagination: the flow is cut into pages, first fit, and its strips are placed. A page ends before
 * the last strip that may begin the next one; a chain of strips that must stay together but fills a
 * page is cut where the page is full. A page of several columns of text is filled band by band
 * (band.h). Cost is linear: no strip is looked at on more than two pages.
 */
#ifndef BP_LAYOUT_PAGINATE_H
#define BP_LAYOUT_PAGINATE_H

#include "layout/flow.h"

/* Fills pages->pages and the places' pages. Running heads are not on them yet. */
void bp_flow_paginate(const struct bp_flow *flow, struct bp_pages *pages);

#endif
