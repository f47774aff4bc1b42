/* SPDX-License-Identifier: MIT */
/* What stands at the ends of a plot's lines: beside the plot in the order of their values or, where
 * they have no room there, in a key above it. No line is left without its name. */
#ifndef BP_CHART_PLOTENDS_H
#define BP_CHART_PLOTENDS_H

#include "chart/plot.h"

/* Breaks the words of all ends for the room beside the plot; sets ends_width. */
void bp_plot_ends_measure(struct bp_plot *plot);

/* Of all ends below each other, in points. */
double bp_plot_ends_height(const struct bp_plot *plot);

/* Whether none of their words is broken within a word. */
bool bp_plot_ends_hold(const struct bp_plot *plot);

/* Puts them into a key; its height, with what parts it from the plot. */
double bp_plot_ends_to_key(struct bp_plot *plot);

void bp_plot_ends_draw(struct bp_plot *plot);

#endif
