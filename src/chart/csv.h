/* SPDX-License-Identifier: MIT */
/*
 * A chart's data table as a file for spreadsheets and programs (RFC 4180): UTF-8, lines that end in
 * CR LF, one row of heads.
 *
 * The figures are those that are printed, digit for digit: a report that rounds to one decimal does
 * not give away the others. They come as plain numbers, “1234.5”; what they are counted in stands
 * in the column's head, “Calls answered (%)”. Periods have a second column with their first day,
 * “2021-04-01”, which sorts and plots. What is missing is an empty cell; a last column, where there
 * is need of one, says what is provisional, revised or suppressed.
 *
 * The file begins with a byte order mark, since Excel otherwise reads “£” and “–” as what they are
 * not, and other programs pass it over. Words that a spreadsheet would compute, since they begin as
 * a formula does, come with an apostrophe before them.
 *
 * It is made of the heads and rows of struct bp_chart alone, so that every type of chart has it.
 */
#ifndef BP_CHART_CSV_H
#define BP_CHART_CSV_H

#include "model/chart.h"
#include "model/look.h"

/* Of a chart that bp_chart_tell() has seen. In the arena; NULL when it has no rows. */
const char *bp_chart_csv(const struct bp_chart *chart, const struct bp_look *look,
                         struct bp_arena *arena);

#endif
