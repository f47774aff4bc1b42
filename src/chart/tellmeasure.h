/* SPDX-License-Identifier: MIT */
/* What chart/tell.h says of tables and matrices, and of each measure in them. */
#ifndef BP_CHART_TELLMEASURE_H
#define BP_CHART_TELLMEASURE_H

#include "model/chart.h"
#include "model/look.h"

/* Of a SPARK: its values, what they say of its target, its change and its icons. */
void bp_measure_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* Of a TABLE whose measures have been told: which columns it has, and how many measures are what.
 */
void bp_table_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* Of a TABLE or a MATRIX, for the file of its figures: where each measure stands, by which values,
 * as rows. */
void bp_standings_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

/* Of a MATRIX, likewise: its rows. */
void bp_matrix_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena);

#endif
