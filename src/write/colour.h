/* SPDX-License-Identifier: MIT */
/* What the colours mean: an sRGB output intent (ISO 19005-2 6.2.3), so that they need no profile
 * of their own. */
#ifndef BP_WRITE_COLOUR_H
#define BP_WRITE_COLOUR_H

#include "write/pdf.h"

/* Adds the output intent to the catalog and prints its profile. */
bool bp_colour_add(struct bp_pdf *pdf);

#endif
