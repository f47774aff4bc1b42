/* SPDX-License-Identifier: MIT */
/*
 * Dates and times as text, by a pattern of Unicode's LDML (UTS #35, part 4): d dd M MM MMM MMMM yy
 * y EEEE H HH h hh m mm a, words between single quotes ('' is a quote itself), and all that is no
 * letter as it stands.
 */
#ifndef BP_MODEL_FORMAT_H
#define BP_MODEL_FORMAT_H

#include <glib.h>

#include "model/date.h"

/* The names of a language. */
struct bp_format_names {
    const char *const *months;       /* 12, from January on */
    const char *const *short_months; /* likewise */
    const char *const *weekdays;     /* 7, from Sunday on */
    const char *const *half_days;    /* am and pm */
};

/* Where in the pattern something stands that is none of its letters; NULL: nowhere. With `date`
 * letters of dates, with `time` letters of times are told: either may be NULL. */
const char *bp_format_fault(const char *pattern, bool *date, bool *time);

/* Appends the date (year 0: none) and the time (hour -1: none) by the pattern. */
void bp_format_append(GString *out, const char *pattern, const struct bp_format_names *names,
                      struct bp_date date, struct bp_time time);

#endif
