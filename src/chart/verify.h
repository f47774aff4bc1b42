/* SPDX-License-Identifier: MIT */
/*
 * Figures that people write into a chart's title, finding and description, held against its data.
 * Such a figure may be any value, target, mean or limit; a total or an average; a difference, or a
 * change in percent, between the first, latest, highest or lowest value and any other, between
 * neighbours, or a year apart; a share of the total; or a number of points. Years, and numbers that
 * stand in the chart's names, are left alone. All else is a warning that gives the nearest figure.
 */
#ifndef BP_CHART_VERIFY_H
#define BP_CHART_VERIFY_H

#include "model/data.h"
#include "model/look.h"

/* The charts have been told. */
void bp_charts_verify(const struct bp_data *data, const struct bp_look *look,
                      struct bp_arena *arena, struct bp_report *report);

#endif
