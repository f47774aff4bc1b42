/* SPDX-License-Identifier: MIT */
/*
 * Spaces at which no line may end become U+00A0: a day and its month ("16 March"), a number and its
 * million, "10 am", a title and a name ("Mr Drysdale", "Op Furlong"), a word that counts and its
 * number ("Item 7", "page 12", "S 136"). It is careful: where in doubt, a space stays a space.
 */
#ifndef BP_COMPOSE_UNBREAK_H
#define BP_COMPOSE_UNBREAK_H

#include <glib.h>

/* `months`: the twelve names of the language; their English short forms are known. */
void bp_unbreak(GString *words, const char *const *months);

#endif
