/* SPDX-License-Identifier: MIT */
/*
 * Figures as people write them in a sentence: "12.3%", "+5,659", "£1.2m", "0.8 percentage points",
 * "3 million". Numbers that are no figures are passed over: "2020/21", "10:30", "Q1", "1st",
 * "2022-03". The words around them ("million", "per cent") are the layout's: figure-million and so
 * on.
 */
#ifndef BP_METRIC_WRITTEN_H
#define BP_METRIC_WRITTEN_H

#include "model/decimal.h"
#include "model/look.h"

struct bp_written {
    const char *at;          /* with its signs and words, */
    size_t length;           /* of so many bytes */
    int sign;                /* -1 or 1 where one is written; else 0 */
    struct bp_decimal value; /* the digits, not negative */
    int power;               /* of ten, by which they are meant: 3 for thousands, 6, 9 */
    bool percent;
    bool points; /* percentage points */
    bool plain;  /* digits and nothing else */
};

/* The next figure at or after `text`; false: there is none. Go on at at + length. `start` is where
 * the whole text begins. */
bool bp_written_next(const char *start, const char *text, const struct bp_look *look,
                     struct bp_written *written);

/* Whether the value, rounded to the digits that are written, is the figure; signs left aside. */
bool bp_written_fits(const struct bp_written *written, struct bp_decimal value);

/* Whether one of the words of that wording, parted by commas, stands in `text` on its own. */
bool bp_written_says(const char *text, const struct bp_look *look, const char *wording);

/* The length of one of these words at the very start of `text`; 0: none stands there. */
size_t bp_written_word(const char *text, const struct bp_look *look, const char *wording);

#endif
