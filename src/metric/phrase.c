/* SPDX-License-Identifier: MIT */
#include "metric/phrase.h"

#include <string.h>

#include "base/nearest.h"

enum { MOST_WORDS = 14, LONGEST = 200 };

/* A reference while it is read, word by word. */
struct reading {
    const struct bp_source *at;
    struct bp_metric_phrase *phrase;
    struct bp_arena *arena;
    struct bp_report *report;
    const char *words[MOST_WORDS + 1]; /* NULL ends them */
    const char *const *next;
    enum { ANY, PERCENT, POINTS } insisted;
};

static const char forms[] = "“latest”, “value 2022-03”, “target”, “change from last year”, "
                            "“rolling 12 months” or “year to date”";

static bool take(struct reading *reading, const char *const *words)
{
    int count = 0;

    for (; words[count]; count++)
        if (!reading->next[count] || strcmp(reading->next[count], words[count]) != 0)
            return false;
    reading->next += count;
    return true;
}

#define TAKE(reading, ...) take(reading, (const char *const[]){__VA_ARGS__, NULL})

static bool fail(struct reading *reading, const char *code, const char *text)
{
    bp_report_error(reading->report, reading->at, code, "%s", text);
    return false;
}

static bool fail_series(struct reading *reading, const char *fault)
{
    if (!reading->phrase->series->faulty)
        bp_report_error(reading->report, reading->at, "no-figure", "this can't be said of “%s”: %s",
                        reading->phrase->series->id.text, fault);
    return false;
}

static void split(struct reading *reading, const char *text)
{
    char *copy = bp_arena_string(reading->arena, text, strlen(text));
    int count = 0;

    while (*copy && count < MOST_WORDS) {
        copy += strspn(copy, " \t\n");
        if (!*copy)
            break;
        reading->words[count++] = copy;
        copy += strcspn(copy, " \t\n");
        if (*copy)
            *copy++ = '\0';
    }
    reading->next = reading->words;
}

static bool find_series(struct reading *reading, const struct bp_metrics *metrics)
{
    const char *id = *reading->next ? *reading->next : "";
    const char **ids = g_new0(const char *, metrics->n_series + 1);
    const char *near;
    int count = 0;

    reading->phrase->series = bp_series_find(metrics, id);
    for (int i = 0; i < metrics->n_series; i++)
        if (metrics->series[i].id.text)
            ids[count++] = metrics->series[i].id.text;
    near = bp_nearest(id, ids);
    g_free(ids);
    if (reading->phrase->series) {
        reading->next++;
        return true;
    }
    if (near)
        bp_report_error(reading->report, reading->at, "unknown-series",
                        "there is no series “%s”; write %s", id, near);
    else
        bp_report_error(reading->report, reading->at, "unknown-series",
                        "there is no series “%s”; give it one below “metrics”", id);
    return false;
}

/* The next word as a period of `kind`; two words for a financial quarter. */
static bool take_kind(struct reading *reading, enum bp_period_kind kind, struct bp_period *period)
{
    int count = kind == BP_PERIOD_FINANCIAL_QUARTER ? 2 : 1;
    const char *word = reading->next[0];

    if (!word || (count == 2 && !reading->next[1]))
        return false;
    if (count == 2)
        word = bp_arena_printf(reading->arena, "%s %s", word, reading->next[1]);
    if (!bp_period_parse(word, kind, period))
        return false;
    reading->next += count;
    return true;
}

static bool take_period(struct reading *reading, struct bp_period *period)
{
    const struct bp_series *series = reading->phrase->series;
    const struct bp_point *point = series->n_points ? &series->points[series->n_points - 1] : NULL;

    if (take_kind(reading, series->period_kind, period))
        return true;
    if (!*reading->next)
        bp_report_error(reading->report, reading->at, "bad-period",
                        "a period is missing at the end; write one as in %s",
                        point ? bp_period_code(point->period, reading->arena) : "its values");
    else
        bp_report_error(reading->report, reading->at, "bad-period",
                        "“%s” is by %s, and “%s” is none; write one as in %s", series->id.text,
                        bp_period_kinds[series->period_kind], *reading->next,
                        point ? bp_period_code(point->period, reading->arena) : "its values");
    return false;
}

/* "PERIOD to PERIOD" */
static bool take_span(struct reading *reading)
{
    struct bp_metric_phrase *phrase = reading->phrase;
    struct bp_period from, until;

    if (!take_period(reading, &from))
        return false;
    if (!TAKE(reading, "to"))
        return fail(reading, "bad-reference", "after a first period comes “to” and the last one");
    if (!take_period(reading, &until))
        return false;
    if (until.index < from.index)
        return fail(reading, "bad-reference", "the last period is before the first; change them");
    phrase->what = BP_METRIC_TOTAL;
    phrase->level = bp_level_over(phrase->series, from, until, reading->arena);
    return true;
}

static bool take_target(struct reading *reading)
{
    struct bp_metric_phrase *phrase = reading->phrase;
    struct bp_period period = phrase->level.until;

    phrase->what = BP_METRIC_TARGET;
    if (*reading->next) {
        if (!take_period(reading, &period))
            return false;
    } else if (phrase->level.fault) {
        return true;
    }
    phrase->level = (struct bp_level){.from = period, .until = period};
    if (!bp_series_step(phrase->series->targets, phrase->series->n_targets, period,
                        &phrase->level.value))
        phrase->level.fault = "it has no target then; give it one with “target”";
    return true;
}

/* The level that the words ask for, or that changed: without any, the latest value. */
static bool take_level(struct reading *reading)
{
    struct bp_metric_phrase *phrase = reading->phrase;
    struct bp_period period;

    phrase->level = bp_level_latest(phrase->series, reading->arena);
    if (TAKE(reading, "latest"))
        return true;
    if (TAKE(reading, "target"))
        return take_target(reading);
    if (TAKE(reading, "total"))
        return take_span(reading);
    if (TAKE(reading, "value")) {
        if (!take_period(reading, &period))
            return false;
        phrase->what = BP_METRIC_VALUE;
        phrase->level = bp_level_at(phrase->series, period, reading->arena);
    } else if (TAKE(reading, "rolling", "12", "months")) {
        phrase->what = BP_METRIC_ROLLING;
        if (!phrase->level.fault)
            phrase->level = bp_level_rolling(phrase->series, phrase->level.until, reading->arena);
    } else if (TAKE(reading, "year", "to", "date")) {
        phrase->what = BP_METRIC_TO_DATE;
        if (!phrase->level.fault)
            phrase->level = bp_level_to_date(phrase->series, phrase->level.until, reading->arena);
    }
    return true;
}

/* After "from": what the level is compared with. */
static bool take_basis(struct reading *reading, struct bp_period *period)
{
    struct bp_metric_phrase *phrase = reading->phrase;

    if (TAKE(reading, "last", "year"))
        phrase->basis = BP_METRIC_FROM_LAST_YEAR;
    else if (TAKE(reading, "previous"))
        phrase->basis = BP_METRIC_FROM_PREVIOUS;
    else if (TAKE(reading, "baseline"))
        phrase->basis = BP_METRIC_FROM_BASELINE;
    else {
        phrase->basis = BP_METRIC_FROM_PERIOD;
        /* "2020/21 over …": the same months of that year */
        if (take_kind(reading, BP_PERIOD_FINANCIAL_YEAR, period)) {
            bool over = *reading->next && strcmp(*reading->next, "over") == 0;

            if (over || phrase->series->period_kind == BP_PERIOD_FINANCIAL_YEAR)
                return true;
            reading->next--;
        }
        return take_period(reading, period);
    }
    return true;
}

/* How many years before the level the named financial year is. */
static int years_before(const struct bp_level *level, struct bp_period year)
{
    return bp_period_financial_year(level->from).index - year.index;
}

static bool find_base(struct reading *reading, struct bp_period period, struct bp_level *base)
{
    struct bp_metric_phrase *phrase = reading->phrase;
    const struct bp_level *level = &phrase->level;
    int years = 1;

    if (phrase->basis == BP_METRIC_FROM_BASELINE) {
        *base = bp_level_baseline(phrase->series);
        return phrase->what == BP_METRIC_LATEST ||
               fail(reading, "bad-reference",
                    "only a single value is compared with the baseline; write “change from "
                    "baseline” alone");
    }
    if (phrase->basis == BP_METRIC_FROM_PERIOD && phrase->what == BP_METRIC_TOTAL) {
        years = years_before(level, period);
        if (years < 1 || years > 100)
            return fail(reading, "bad-reference",
                        "that financial year is not before the periods; name an earlier one");
    } else if (phrase->basis != BP_METRIC_FROM_LAST_YEAR) {
        if (phrase->what != BP_METRIC_LATEST)
            return fail(reading, "bad-reference",
                        "twelve months and a year to date change “from last year” only");
        if (phrase->basis == BP_METRIC_FROM_PREVIOUS) {
            period = level->from;
            period.index--;
        }
        *base = bp_level_at(phrase->series, period, reading->arena);
        return true;
    }
    *base = bp_level_before(phrase->series, level, years, reading->arena);
    return true;
}

/* A percentage changes by points, all else in percent. */
static bool check_kind(struct reading *reading)
{
    const struct bp_metric_phrase *phrase = reading->phrase;
    bool percent = phrase->series->unit == BP_METRIC_PERCENT;

    if (reading->insisted == PERCENT && percent)
        return fail_series(reading, "a percentage changes by percentage points; write “change” or "
                                    "“points change”");
    if (reading->insisted == POINTS && !percent)
        return fail_series(reading, "only a percentage changes by percentage points; write "
                                    "“change” or “percent change”");
    if (reading->insisted == PERCENT && phrase->change.kind == BP_CHANGE_NO_BASE)
        return fail_series(reading, "there is no percentage of zero or less; write “change”, which "
                                    "gives the difference");
    if (reading->insisted == PERCENT && phrase->change.kind == BP_CHANGE_SMALL)
        return fail_series(reading, "its base is below “small-base”, so that a percentage would "
                                    "mislead; write “change”, which gives the difference");
    return true;
}

static bool take_change(struct reading *reading)
{
    struct bp_metric_phrase *phrase = reading->phrase;
    struct bp_period period = phrase->level.from;
    struct bp_level base;

    if (!TAKE(reading, "from"))
        return fail(reading, "bad-reference",
                    "after “change” comes “from” and “last year”, “previous”, “baseline” or a "
                    "period");
    if (!take_basis(reading, &period))
        return false;
    if (TAKE(reading, "over") && !take_span(reading))
        return false;
    if (phrase->level.fault)
        return fail_series(reading, phrase->level.fault);
    if (!find_base(reading, period, &base))
        return false;
    phrase->change = bp_change_between(phrase->series, &base, &phrase->level);
    if (phrase->change.fault)
        return fail_series(reading, phrase->change.fault);
    phrase->insisted = reading->insisted != ANY;
    phrase->provisional = phrase->change.provisional;
    return check_kind(reading);
}

/* What is left when the level has been read: a change, or nothing. */
static bool take_rest(struct reading *reading)
{
    struct bp_metric_phrase *phrase = reading->phrase;
    bool said = reading->next > reading->words + 1; /* more than the id */

    reading->insisted = TAKE(reading, "percent", "change")  ? PERCENT
                        : TAKE(reading, "points", "change") ? POINTS
                                                            : ANY;
    if (reading->insisted != ANY || TAKE(reading, "change")) {
        if (phrase->what == BP_METRIC_VALUE || phrase->what == BP_METRIC_TARGET)
            return fail(reading, "bad-reference",
                        "“change” is of the latest value; write it without “value” or “target”");
        return take_change(reading);
    }
    if (!said)
        return true; /* reported by the caller */
    if (phrase->level.fault)
        return fail_series(reading, phrase->level.fault);
    phrase->provisional = phrase->level.provisional;
    return true;
}

static bool report_rest(struct reading *reading)
{
    static const char *const firsts[] = {"latest",  "value", "total",   "target", "change",
                                         "rolling", "year",  "percent", "points", NULL};
    const char *word = *reading->next;
    const char *near = word ? bp_nearest(word, firsts) : NULL;

    if (near && strcmp(near, word) != 0)
        bp_report_error(reading->report, reading->at, "bad-reference",
                        "“%s” is not known here; write %s", word, near);
    else if (word)
        bp_report_error(reading->report, reading->at, "bad-reference",
                        "“%s” is not understood here; after the series write %s", word, forms);
    else
        bp_report_error(reading->report, reading->at, "bad-reference",
                        "this says not what of the series; after it write %s", forms);
    return false;
}

bool bp_metric_phrase_read(const struct bp_metrics *metrics, const char *text,
                           const struct bp_source *at, struct bp_metric_phrase *phrase,
                           struct bp_arena *arena, struct bp_report *report)
{
    struct reading reading = {.at = at, .phrase = phrase, .arena = arena, .report = report};

    *phrase = (struct bp_metric_phrase){.series = NULL};
    if (strlen(text) > LONGEST)
        return fail(&reading, "bad-reference", "this is too long for a reference to a series");
    split(&reading, text);
    if (!find_series(&reading, metrics) || !take_level(&reading) || !take_rest(&reading))
        return false;
    if (*reading.next || reading.next == reading.words + 1)
        return report_rest(&reading);
    return true;
}
