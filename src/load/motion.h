/* SPDX-License-Identifier: MIT */
/* Motions, their amendments and votes. */
#ifndef BP_LOAD_MOTION_H
#define BP_LOAD_MOTION_H

#include "load/reader.h"

void bp_motion_read(struct bp_reader *reader, const struct bp_yaml *node, struct bp_motion *motion);

#endif
