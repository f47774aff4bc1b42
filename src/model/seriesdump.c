/* SPDX-License-Identifier: MIT */
#include "model/seriesdump.h"

void bp_decimal_dump(struct bp_dump *dump, const char *key, struct bp_decimal value)
{
    GString *text = g_string_new(NULL);

    bp_decimal_append(text, value, value.scale, NULL);
    bp_dump_word(dump, key, text->str);
    g_string_free(text, TRUE);
}

void bp_period_dump(struct bp_dump *dump, const char *key, struct bp_period period)
{
    struct bp_arena *arena = bp_arena_create();

    bp_dump_text(dump, key, bp_period_code(period, arena));
    bp_arena_destroy(arena);
}

static void dump_words(struct bp_dump *dump, const char *key, const struct bp_words *words)
{
    bp_dump_text(dump, key, words->text);
    if (words->text)
        bp_dump_source(dump, words->source);
}

static void dump_steps(struct bp_dump *dump, const char *node, const struct bp_step *steps,
                       int count)
{
    for (int i = 0; i < count; i++) {
        bp_dump_begin(dump, node);
        bp_period_dump(dump, "from", steps[i].from);
        bp_decimal_dump(dump, "value", steps[i].value);
        bp_dump_end(dump);
    }
}

static void dump_notes(struct bp_dump *dump, const char *node, const struct bp_note_at *notes,
                       int count)
{
    for (int i = 0; i < count; i++) {
        bp_dump_begin(dump, node);
        bp_period_dump(dump, "at", notes[i].at);
        dump_words(dump, "text", &notes[i].text);
        bp_dump_end(dump);
    }
}

static void dump_point(struct bp_dump *dump, const struct bp_point *point)
{
    bp_dump_begin(dump, "point");
    bp_dump_source(dump, point->source);
    bp_period_dump(dump, "period", point->period);
    if (point->state == BP_POINT_PRESENT)
        bp_decimal_dump(dump, "value", point->value);
    if (point->has_parts) {
        bp_decimal_dump(dump, "numerator", point->numerator);
        bp_decimal_dump(dump, "denominator", point->denominator);
    }
    bp_dump_flag(dump, "missing", point->state == BP_POINT_MISSING);
    bp_dump_flag(dump, "suppressed", point->state == BP_POINT_SUPPRESSED);
    bp_dump_flag(dump, "provisional", point->provisional);
    bp_dump_flag(dump, "revised", point->revised);
    bp_dump_flag(dump, "ghost", point->ghost);
    bp_dump_end(dump);
}

/* What is said; the rest is as usual. */
static void dump_judging(struct bp_dump *dump, const struct bp_judging *judging)
{
    if (judging->profile != BP_SPC_MDC)
        bp_dump_word(dump, "profile", bp_spc_profiles[judging->profile]);
    if (judging->limits != BP_SPC_XMR)
        bp_dump_word(dump, "limits", bp_spc_charts[judging->limits]);
    bp_dump_int(dump, "shift", judging->shift);
    bp_dump_int(dump, "trend", judging->trend);
}

void bp_series_dump(const struct bp_series *series, struct bp_dump *dump)
{
    dump_words(dump, "id", &series->id);
    dump_words(dump, "title", &series->title);
    dump_words(dump, "measure", &series->measure);
    bp_dump_word(dump, "unit", bp_metric_units[series->unit]);
    bp_dump_int(dump, "per", series->per);
    dump_words(dump, "symbol", &series->symbol);
    dump_words(dump, "noun", &series->noun);
    bp_dump_int(dump, "decimals", series->decimals);
    bp_dump_word(dump, "period", bp_period_kinds[series->period_kind]);
    bp_dump_word(dump, "better", bp_betters[series->better]);
    bp_dump_int(dump, "small-base", series->small_base);
    if (series->has_baseline) {
        bp_period_dump(dump, "baseline-from", series->baseline_from);
        bp_period_dump(dump, "baseline-until", series->baseline_until);
    }
    dump_words(dump, "source", &series->source_note);
    dump_steps(dump, "target", series->targets, series->n_targets);
    dump_steps(dump, "amber", series->ambers, series->n_ambers);
    dump_notes(dump, "event", series->events, series->n_events);
    dump_notes(dump, "rebase", series->rebases, series->n_rebases);
    dump_judging(dump, &series->judging);
    for (int i = 0; i < series->n_points; i++)
        dump_point(dump, &series->points[i]);
}

void bp_readings_dump(const struct bp_metrics *metrics, struct bp_dump *dump)
{
    for (int i = 0; i < metrics->n_readings; i++) {
        const struct bp_reading *reading = &metrics->readings[i];

        bp_dump_begin(dump, "reading");
        bp_dump_source(dump, reading->source);
        bp_dump_text(dump, "series", reading->series);
        bp_dump_int(dump, "rows", reading->rows);
        bp_dump_int(dump, "rows-skipped", reading->rows_skipped);
        bp_dump_text(dump, "columns-skipped", reading->columns_skipped);
        bp_dump_int(dump, "points", reading->points);
        bp_dump_int(dump, "missing", reading->cells_missing);
        bp_dump_int(dump, "suppressed", reading->cells_suppressed);
        bp_dump_int(dump, "provisional", reading->cells_provisional);
        bp_dump_int(dump, "revised", reading->cells_revised);
        bp_dump_end(dump);
    }
}

void bp_metrics_dump(const struct bp_metrics *metrics, struct bp_dump *dump)
{
    bp_dump_begin(dump, "metrics");
    for (int i = 0; i < metrics->n_series; i++) {
        bp_dump_begin(dump, "series");
        bp_dump_source(dump, metrics->series[i].source);
        bp_series_dump(&metrics->series[i], dump);
        bp_dump_end(dump);
    }
    bp_readings_dump(metrics, dump);
    bp_dump_end(dump);
}
