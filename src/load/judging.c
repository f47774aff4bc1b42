/* SPDX-License-Identifier: MIT */
#include "load/judging.h"

#include <string.h>

/* 6 or 7; as it was where nothing is said. Only one profile lets an office choose. */
static void read_run(struct bp_reader *reader, const struct bp_yaml *map, const char *key,
                     enum bp_spc_profile profile, int *length)
{
    struct bp_words said = bp_reader_text(reader, map, key);

    if (!said.text)
        return;
    if (profile != BP_SPC_MDC)
        bp_report_error(reader->report, &said.source, "not-here",
                        "“%s” is for “profile: mdc”, and “%s” has rules of its own; take it out",
                        key, bp_spc_profiles[profile]);
    else if (strcmp(said.text, "6") == 0 || strcmp(said.text, "7") == 0)
        *length = said.text[0] - '0';
    else
        bp_report_error(reader->report, &said.source, "bad-number",
                        "“%s” is 6 or 7 points; write one of them", key);
}

/* Whether such limits can't have the point. */
typedef bool misfit(const struct bp_point *point);

static bool lacks_parts(const struct bp_point *point)
{
    return !point->has_parts;
}

static bool is_no_share(const struct bp_point *point)
{
    return point->numerator.digits < 0 ||
           bp_decimal_compare(point->numerator, point->denominator) > 0;
}

static bool is_negative(const struct bp_point *point)
{
    return (point->has_parts ? point->numerator : point->value).digits < 0;
}

static const struct bp_point *find(const struct bp_series *series, misfit *is_misfit)
{
    for (int i = 0; i < series->n_points; i++)
        if (series->points[i].state == BP_POINT_PRESENT && is_misfit(&series->points[i]))
            return &series->points[i];
    return NULL;
}

static void check_parts(struct bp_reader *reader, const struct bp_series *series,
                        enum bp_spc_chart limits, const struct bp_source *at)
{
    bool shares = limits == BP_SPC_P;
    const struct bp_point *point = NULL;

    if (find(series, lacks_parts)) {
        bp_report_error(reader->report, at, "no-parts",
                        "“%s” gives some values without numerator and denominator, and such limits "
                        "need both; write “limits: xmr”",
                        series->id.text);
        return;
    }
    point = find(series, shares ? is_no_share : is_negative);
    if (point)
        bp_report_error(reader->report, at, "no-share",
                        "the numerator of “%s” in %s is %s, and such limits are of %s; write "
                        "“limits: %s”",
                        series->id.text, bp_period_code(point->period, reader->arena),
                        point->numerator.digits < 0 ? "below zero" : "more than its denominator",
                        shares ? "shares" : "rates", point->numerator.digits < 0 ? "xmr" : "u");
}

static void check_counts(struct bp_reader *reader, const struct bp_series *series,
                         const struct bp_source *at)
{
    const struct bp_point *point = find(series, is_negative);

    if (series->unit != BP_METRIC_COUNT)
        bp_report_error(reader->report, at, "no-count",
                        "“%s” is no count, and such limits are of counts; write “limits: xmr”",
                        series->id.text);
    else if (point)
        bp_report_error(reader->report, at, "no-count",
                        "“%s” is below zero in %s, and such limits are of counts; write “limits: "
                        "xmr”",
                        series->id.text, bp_period_code(point->period, reader->arena));
}

void bp_judging_read(struct bp_reader *reader, const struct bp_yaml *map,
                     const struct bp_series *series, struct bp_judging *judging)
{
    int profile = bp_reader_choice(reader, map, "profile", bp_spc_profiles);
    int limits = bp_reader_choice(reader, map, "limits", bp_spc_charts);

    if (profile)
        judging->profile = (enum bp_spc_profile)(profile - 1);
    read_run(reader, map, "shift", judging->profile, &judging->shift);
    read_run(reader, map, "trend", judging->profile, &judging->trend);
    if (judging->profile != BP_SPC_MDC)
        judging->shift = judging->trend = 0;
    if (!limits || !series->id.text)
        return;
    judging->limits = (enum bp_spc_chart)(limits - 1);
    if (judging->limits == BP_SPC_C)
        check_counts(reader, series, &bp_yaml_find(map, "limits")->source);
    else if (judging->limits != BP_SPC_XMR)
        check_parts(reader, series, judging->limits, &bp_yaml_find(map, "limits")->source);
}
