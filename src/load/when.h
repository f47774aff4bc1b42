/* SPDX-License-Identifier: MIT */
/* Dates and times that were not written as the format asks, and what they probably mean. */
#ifndef BP_LOAD_WHEN_H
#define BP_LOAD_WHEN_H

#include <stdbool.h>

#include "model/date.h"

/* Reads "16/03/2022", "16 March 2022", "Wednesday, 16th March 2022", "March 16, 2022", "2022-3-16"
 * and the like, day before month; false when it looks like no date. */
bool bp_when_guess_date(const char *text, struct bp_date *date);

/* Whether the day and the month of a guess could be meant the other way round, as in "1/2/26". */
bool bp_when_is_unsure(const char *text, struct bp_date date);

/* Reads "9.30", "9.30am", "2 pm", "14:00:00", "1400hrs", "noon"; false when it looks like no time.
 */
bool bp_when_guess_time(const char *text, struct bp_time *time);

#endif
