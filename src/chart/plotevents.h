/* SPDX-License-Identifier: MIT */
/* Events on a plot: an upright line of dots each, and above the plot its mark, whose words stand
 * below the chart. */
#ifndef BP_CHART_PLOTEVENTS_H
#define BP_CHART_PLOTEVENTS_H

#include "chart/plot.h"

/* The rows that the marks of neighbours need so that none touches another, at most `most`. The
 * plot's width is known. */
int bp_plot_event_rows(struct bp_plot *plot, int most);

/* Draws them. Where events crowd, the marks that no row has room for are left out; all events are
 * told below the chart with their periods. */
void bp_plot_events(struct bp_plot *plot);

#endif
