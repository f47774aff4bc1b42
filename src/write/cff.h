/* SPDX-License-Identifier: MIT */
/* What must be known of CFF outlines (Adobe technical note 5176) before they are embedded. */
#ifndef BP_WRITE_CFF_H
#define BP_WRITE_CFF_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the font's glyphs have identifiers of their own (the operator ROS), by which PDF would
 * take our codes instead of by glyph number (ISO 32000-1 9.7.4.2). False for what is no CFF.
 */
bool bp_cff_is_cid_keyed(const void *data, size_t size);

#endif
