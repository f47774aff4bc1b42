/* SPDX-License-Identifier: MIT */
/*
 * Periods as offices write them, in a column of a CSV file or, by mistake, in our own. The series
 * says of which kind they are, so that "2021-04" is April for months and 2021/22 would be a
 * financial year.
 */
#ifndef BP_LOAD_PERIOD_H
#define BP_LOAD_PERIOD_H

#include "load/reader.h"
#include "model/period.h"

enum bp_day_order { BP_DAY_ORDER_UNSAID, BP_DAY_FIRST, BP_MONTH_FIRST };

/* How a column writes its periods. */
struct bp_period_form {
    enum bp_period_kind kind;
    enum bp_day_order order; /* of 04/01/2021; unsaid: the day comes first */
    bool excel_serials;      /* 44287 is 1 April 2021 */
};

/*
 * Reads a period written in any of these forms; false when it is none.
 * DAY: 01/04/2021, 2021-04-01, 1 April 2021, 01-Apr-21, also with a time after it.
 * WEEK: Week 12 2021, 2021-W12, W12 2021, w/c 22/03/2021, w/e 28/03/2021, a day of it.
 * MONTH: Apr-21, Apr 2021, April 2021, 2021 April, 2021-04, 04/2021, 2021M04, 202104, a day of it.
 * QUARTER: 2021 Q1, Q1 2021, 2021Q1, 2021-Q1, Jan-Mar 2021, a day of it.
 * YEAR: 2021, a day of it.
 * FINANCIAL_QUARTER: 2021/22 Q1, Q1 2021/22, Q1 2021-22, 2021/2022 Q1, Apr-Jun 2021, a day of it.
 * FINANCIAL_YEAR: 2021/22, 2021-22, 2021/2022, FY 2021/22, a day of it.
 */
bool bp_period_guess(const char *text, const struct bp_period_form *form, struct bp_period *period);

/* The kind, other than the form's, that the text is a period of, the shortest first; -1: of
 * none. */
int bp_period_other_kind(const char *text, const struct bp_period_form *form);

/* A period of the kind as an example: "2022-03". */
const char *bp_period_example(enum bp_period_kind kind);

/* "a month", "a financial year". */
const char *bp_period_noun(enum bp_period_kind kind);

/* Reads words of our own file as a period of `kind`, and reports what is none. */
bool bp_period_read(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                    enum bp_period_kind kind, struct bp_period *period);

#endif
