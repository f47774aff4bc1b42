/* SPDX-License-Identifier: MIT */
/*
 * What a text service owns. One a run; nothing in this folder is static and mutable, so services on
 * different threads do not meet.
 */
#ifndef BP_TEXT_SERVICE_H
#define BP_TEXT_SERVICE_H

#include <pango/pango.h>

#include "text/cache.h"
#include "text/faces.h"
#include "text/hyphen.h"
#include "text/look.h"

struct bp_text_service {
    struct bp_arena *arena; /* of all that the service gives */
    struct bp_faces faces;
    struct bp_hyphens hyphens;
    GPtrArray *looks;    /* struct bp_look */
    hb_buffer_t *buffer; /* the last shaping */
    struct bp_cache cache;
    GArray *attributes;    /* PangoLogAttr, the last text's */
    GArray *pieces;        /* struct bp_piece, the paragraph's so far */
    GString *scratch;      /* words put together */
    uint8_t pairs[64][64]; /* whether a line may end at the space between two classes (breaks.h) */
    PangoContext *context; /* for itemising; NULL until a paragraph needs it */
};

#endif
