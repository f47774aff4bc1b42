/* SPDX-License-Identifier: MIT */
/* Periods of time: days, weeks, months, quarters and years, the last two by the calendar or from
 * April to March. A period is its kind and a number that counts such periods, so that the next one
 * is one more and a gap is seen. */
#ifndef BP_MODEL_PERIOD_H
#define BP_MODEL_PERIOD_H

#include "base/arena.h"
#include "model/date.h"

enum bp_period_kind {
    BP_PERIOD_DAY,
    BP_PERIOD_WEEK, /* Monday to Sunday; ISO 8601: of the year that its Thursday is in */
    BP_PERIOD_MONTH,
    BP_PERIOD_QUARTER,
    BP_PERIOD_YEAR,
    BP_PERIOD_FINANCIAL_QUARTER, /* the same three months, called by their April–March year */
    BP_PERIOD_FINANCIAL_YEAR,
};

struct bp_period {
    enum bp_period_kind kind;
    int index; /* MONTH: year * 12 + month - 1; QUARTERs: year * 4 + quarter of the calendar - 1;
                  YEARs: the year that it begins in; DAY and WEEK: days and weeks since 1970-01-01
                  and the Monday before it */
};

/* The period of `kind` that the day is in. */
struct bp_period bp_period_of(enum bp_period_kind kind, struct bp_date day);

/* Its first and last day. */
struct bp_date bp_period_first(struct bp_period period);
struct bp_date bp_period_last(struct bp_period period);

/* The same period of the year before; for WEEKs 52 weeks before, for 29 February the 28th. */
struct bp_period bp_period_year_before(struct bp_period period);

/* The financial year (April to March) that its first day is in. */
struct bp_period bp_period_financial_year(struct bp_period period);

/*
 * Reads a period as it is written in our own files: "2022-03-16", "2022-W11", "2022-03", "2022-Q1",
 * "2022", "2021/22 Q4", "2021/22". False when it is none, or none of `kind`.
 */
bool bp_period_parse(const char *text, enum bp_period_kind kind, struct bp_period *period);

/* "16 March 2022", "week 11, 2022", "March 2022", "2022 Q1", "2022", "2021/22 Q4", "2021/22"; the
 * months' names are `months` (12). In the arena. */
const char *bp_period_label(struct bp_period period, const char *const *months,
                            struct bp_arena *arena);

/* As bp_period_parse() reads it. In the arena. */
const char *bp_period_code(struct bp_period period, struct bp_arena *arena);

/* The kinds' words, by the kind, ending with NULL: "financial-quarter". */
extern const char *const bp_period_kinds[];

#endif
