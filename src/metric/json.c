/* SPDX-License-Identifier: MIT */
#include "metric/dump.h"
#include "metric/facts.h"
#include "metric/judged.h"

/* A series under way. */
struct json {
    struct bp_json *out;
    struct bp_arena *arena;
    const struct bp_series *series;
};

static void add_number(struct json *json, const char *key, struct bp_decimal value)
{
    GString *digits = g_string_new(NULL);
    bp_decimal_append(digits, value, value.scale, NULL);
    bp_json_raw(json->out, key, digits->str);
    g_string_free(digits, TRUE);
}

static void add_period(struct json *json, const char *key, struct bp_period period)
{
    bp_json_text(json->out, key, bp_period_code(period, json->arena));
}

static void print_point(struct json *json, const struct bp_point *point,
                        const struct bp_control *control)
{
    bp_json_open(json->out, NULL, '{');
    add_period(json, "period", point->period);
    if (point->state == BP_POINT_PRESENT) {
        add_number(json, "value", point->value);
    } else {
        bp_json_raw(json->out, "value", "null");
        bp_json_text(json->out, "state",
                     point->state == BP_POINT_MISSING ? "missing" : "suppressed");
    }
    if (point->has_parts) {
        add_number(json, "numerator", point->numerator);
        add_number(json, "denominator", point->denominator);
    }
    bp_json_flag(json->out, "provisional", point->provisional);
    bp_json_flag(json->out, "revised", point->revised);
    bp_json_flag(json->out, "ghost", point->ghost);
    bp_judged_point_json(bp_control_point(control, point->period), json->out);
    bp_json_close(json->out, '}');
}

/* A level of a change: its periods and its value. */
static void print_level(struct json *json, const char *key, const struct bp_level *level)
{
    bp_json_open(json->out, key, '{');
    if (level->from.index == level->until.index) {
        add_period(json, "period", level->until);
    } else {
        add_period(json, "first", level->from);
        add_period(json, "last", level->until);
    }
    add_number(json, "value", level->value);
    bp_json_close(json->out, '}');
}

static void print_fact(struct json *json, const struct bp_fact *fact)
{
    const struct bp_change *change = &fact->change;

    if (change->fault)
        return;
    bp_json_open(json->out, NULL, '{');
    bp_json_text(json->out, "of", bp_fact_ofs[fact->of]);
    bp_json_text(json->out, "basis", bp_fact_bases[fact->basis]);
    print_level(json, "from", &change->from);
    print_level(json, "to", &change->to);
    add_number(json, "difference", change->difference);
    if (change->kind == BP_CHANGE_PERCENT)
        add_number(json, "percent", change->percent);
    if (change->kind == BP_CHANGE_POINTS)
        add_number(json, "points",
                   bp_decimal_round(change->difference, bp_change_decimals(json->series)));
    bp_json_flag(json->out, "small-base", change->small);
    bp_json_flag(json->out, "provisional", change->provisional);
    bp_json_close(json->out, '}');
}

static void print_steps(struct json *json, const char *key, const struct bp_step *steps, int count)
{
    if (count == 0)
        return;
    bp_json_open(json->out, key, '[');
    for (int i = 0; i < count; i++) {
        bp_json_open(json->out, NULL, '{');
        add_period(json, "from", steps[i].from);
        add_number(json, "value", steps[i].value);
        bp_json_close(json->out, '}');
    }
    bp_json_close(json->out, ']');
}

static void print_series(struct json *json, const struct bp_series *series)
{
    const struct bp_control control = bp_spc_of_series(series, NULL, NULL, json->arena);
    struct bp_facts facts;

    json->series = series;
    bp_facts_make(series, &facts, json->arena);
    bp_json_open(json->out, NULL, '{');
    bp_json_text(json->out, "id", series->id.text);
    bp_json_text(json->out, "title", series->title.text);
    bp_json_text(json->out, "unit", bp_metric_units[series->unit]);
    if (series->per)
        bp_json_int(json->out, "per", series->per);
    bp_json_text(json->out, "period", bp_period_kinds[series->period_kind]);
    bp_json_text(json->out, "better", bp_betters[series->better]);
    bp_judged_json(&control, json->out);
    print_steps(json, "target", series->targets, series->n_targets);
    print_steps(json, "amber", series->ambers, series->n_ambers);
    bp_json_open(json->out, "points", '[');
    for (int i = 0; i < series->n_points; i++)
        print_point(json, &series->points[i], &control);
    bp_json_close(json->out, ']');
    bp_json_open(json->out, "changes", '[');
    for (int i = 0; i < BP_N_FACTS; i++)
        print_fact(json, &facts.changes[i]);
    bp_json_close(json->out, ']');
    bp_json_close(json->out, '}');
}

void bp_metric_json(const struct bp_metrics *metrics, struct bp_json *out)
{
    struct json json = {.out = out, .arena = bp_arena_create()};

    for (int i = 0; i < metrics->n_series; i++) {
        print_series(&json, &metrics->series[i]);
        bp_arena_reset(json.arena);
    }
    bp_arena_destroy(json.arena);
}
