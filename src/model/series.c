/* SPDX-License-Identifier: MIT */
#include "model/series.h"

#include <stdlib.h>
#include <string.h>

const char *const bp_metric_units[] = {
    [BP_METRIC_COUNT] = "count",
    [BP_METRIC_PERCENT] = "percent",
    [BP_METRIC_RATE] = "rate",
    [BP_METRIC_RATIO] = "ratio",
    [BP_METRIC_MONEY] = "money",
    [BP_METRIC_DURATION] = "duration",
    NULL,
};

const char *const bp_betters[] = {NULL, "higher", "lower", "neither", NULL};

const struct bp_series *bp_series_find(const struct bp_metrics *metrics, const char *id)
{
    for (int i = 0; i < metrics->n_readings; i++)
        if (g_strcmp0(metrics->readings[i].series, id) == 0)
            metrics->readings[i].used = true;
    for (int i = 0; i < metrics->n_series; i++)
        if (metrics->series[i].id.text && strcmp(metrics->series[i].id.text, id) == 0)
            return &metrics->series[i];
    return NULL;
}

void bp_readings_sort(struct bp_metrics *metrics)
{
    metrics->n_readings_used = 0;
    for (int i = 0; i < metrics->n_readings; i++) {
        const struct bp_reading reading = metrics->readings[i];
        struct bp_reading *first = &metrics->readings[metrics->n_readings_used];
        if (!reading.used)
            continue;
        memmove(first + 1, first, (size_t)(i - metrics->n_readings_used) * sizeof *first);
        *first = reading;
        metrics->n_readings_used++;
    }
}

static int to_period(const void *key, const void *point)
{
    const struct bp_period *period = key;
    int index = ((const struct bp_point *)point)->period.index;

    return period->index < index ? -1 : period->index > index;
}

struct bp_point *bp_series_point(const struct bp_series *series, struct bp_period period)
{
    if (series->n_points == 0)
        return NULL;
    return bsearch(&period, series->points, (size_t)series->n_points, sizeof *series->points,
                   to_period);
}

bool bp_series_step(const struct bp_step *steps, int n_steps, struct bp_period period,
                    struct bp_decimal *value)
{
    bool found = false;

    for (int i = 0; i < n_steps && steps[i].from.index <= period.index; i++) {
        *value = steps[i].value;
        found = true;
    }
    return found;
}

int bp_series_factor(const struct bp_series *series)
{
    if (series->unit == BP_METRIC_PERCENT)
        return 100;
    return series->unit == BP_METRIC_RATE ? MAX(series->per, 1) : 1;
}
