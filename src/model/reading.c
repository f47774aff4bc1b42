/* SPDX-License-Identifier: MIT */
/* What a layout prints of metric series: how they were read. */
#include <stddef.h>

#include "model/value.h"

#define DATA(array) array, (int)(sizeof(array) / sizeof *(array))

static const struct bp_datum reading_data[] = {
    {"title", BP_VALUE_WORDS, .offset = offsetof(struct bp_reading, title), .string = true},
    {"file", BP_VALUE_WORDS, .offset = offsetof(struct bp_reading, written), .string = true},
    {"values", BP_VALUE_NUMBER, .offset = offsetof(struct bp_reading, points), .none = -1},
    {"missing", BP_VALUE_NUMBER, .offset = offsetof(struct bp_reading, cells_missing)},
    {"suppressed", BP_VALUE_NUMBER, .offset = offsetof(struct bp_reading, cells_suppressed)},
    {"rows-left-out", BP_VALUE_NUMBER, .offset = offsetof(struct bp_reading, rows_skipped)},
    {"columns-left-out", BP_VALUE_WORDS, .offset = offsetof(struct bp_reading, columns_skipped),
     .string = true},
};
static const struct bp_record_type reading = {
    .noun = "the reading of a file", DATA(reading_data), offsetof(struct bp_reading, source)};

static const struct bp_datum metrics_data[] = {
    {"readings", BP_VALUE_RECORD, .offset = offsetof(struct bp_metrics, readings), &reading,
     .count = offsetof(struct bp_metrics, n_readings_used), .stride = sizeof(struct bp_reading)},
};
const struct bp_record_type bp_metrics_record = {.noun = "the metrics", DATA(metrics_data)};
