/* SPDX-License-Identifier: MIT */
/* Where lines may end (UAX #14), as pango_get_log_attrs() says it. */
#ifndef BP_TEXT_BREAKS_H
#define BP_TEXT_BREAKS_H

#include <pango/pango.h>

#include "text/paragraph.h"

/* Classes beside those of GUnicodeBreakType. */
#define BP_CLASS_OTHER 62 /* a mark: what counts is the character before it */
#define BP_CLASS_START 63 /* no character: the text begins */

/* Classes of the first and the last character of a word. */
uint8_t bp_break_class(gunichar c);

/*
 * Whether a line may end after one or more spaces between two words. Rules that reach over spaces
 * (LB7, LB13 to LB18) know only the classes beside them, so Pango is asked once for each two.
 */
bool bp_break_at_space(struct bp_text_service *text, uint8_t last, const char *before,
                       uint8_t first, const char *after);

/*
 * Attributes of every character of `string` and of its end; valid until the next call. The language
 * is the text's.
 */
const PangoLogAttr *bp_break_attributes(struct bp_text_service *text, const char *string,
                                        int length, PangoLanguage *language);

/* How a piece ends before the character with attribute `attribute`, which follows `before`. */
enum bp_piece_end bp_break_end(const PangoLogAttr *attribute, gunichar before);

#endif
