/* SPDX-License-Identifier: MIT */
/*
 * Compose: model and look become a document tree. It decides what is printed, in which order, words
 * and style; it measures nothing.
 */
#ifndef BP_COMPOSE_COMPOSE_H
#define BP_COMPOSE_COMPOSE_H

#include "compose/document.h"
#include "model/meeting.h"

/* The public minutes of a meeting. Never fails: what is wrong was found by load. */
struct bp_document *bp_compose_minutes(const struct bp_meeting *meeting, struct bp_arena *arena);

#endif
