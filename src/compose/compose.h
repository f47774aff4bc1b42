/* SPDX-License-Identifier: MIT */
/*
 * Compose: data and look become a document tree. It decides what is printed, in which order, words
 * and style; it measures nothing. What the sections of a document are is the look's affair: here
 * are blocks, words and values.
 *
 * Reading order: compose.c, template.c (blocks), pattern.c (words), scope.h (values), prose.c
 * (Markdown), phrase.h (the text of one block).
 */
#ifndef BP_COMPOSE_COMPOSE_H
#define BP_COMPOSE_COMPOSE_H

#include "compose/document.h"
#include "model/look.h"
#include "model/value.h"

/* The document that `look` makes of the data. NULL, with a report, when its parts use each other
 * without end. The look and the data must live as long as the document. */
struct bp_document *bp_compose_document(const struct bp_look *look, const struct bp_root *root,
                                        struct bp_arena *arena, struct bp_report *report);

#endif
