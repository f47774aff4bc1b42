/* SPDX-License-Identifier: MIT */
/*
 * The SPC fields of a point (mean, lower, upper, rules, kind) and of a series (profile, variation,
 * assurance) are to come from metric/spc.h: print_point() and print_series() are their places, and
 * layouts/series.schema.json names them already.
 */
#include "metric/dump.h"
#include "metric/facts.h"

/* A value begins: after another one in the same object or array, a comma is due. */
struct json {
    GString *out;
    int depth;
    bool first;
    struct bp_arena *arena;
    const struct bp_series *series; /* under way */
};

static void begin_value(struct json *json, const char *key)
{
    if (!json->first)
        g_string_append_c(json->out, ',');
    g_string_append_printf(json->out, "\n%*s", json->depth * 2, "");
    if (key)
        g_string_append_printf(json->out, "\"%s\": ", key);
    json->first = false;
}

static void open(struct json *json, const char *key, char bracket)
{
    begin_value(json, key);
    g_string_append_c(json->out, bracket);
    json->depth++;
    json->first = true;
}

static void close(struct json *json, char bracket)
{
    json->depth--;
    if (!json->first)
        g_string_append_printf(json->out, "\n%*s", json->depth * 2, "");
    g_string_append_c(json->out, bracket);
    json->first = false;
}

/* NULL is not printed. RFC 8259: quotes, backslashes and controls are escaped. */
static void add_text(struct json *json, const char *key, const char *text)
{
    if (!text)
        return;
    begin_value(json, key);
    g_string_append_c(json->out, '"');
    for (const char *at = text; *at; at++) {
        if ((unsigned char)*at < 0x20)
            g_string_append_printf(json->out, "\\u%04x", (unsigned)*at);
        else if (*at == '"' || *at == '\\')
            g_string_append_printf(json->out, "\\%c", *at);
        else
            g_string_append_c(json->out, *at);
    }
    g_string_append_c(json->out, '"');
}

static void add_number(struct json *json, const char *key, struct bp_decimal value)
{
    begin_value(json, key);
    bp_decimal_append(json->out, value, value.scale, NULL);
}

static void add_int(struct json *json, const char *key, int value)
{
    add_number(json, key, bp_decimal_whole(value));
}

/* False is not printed. */
static void add_flag(struct json *json, const char *key, bool value)
{
    if (!value)
        return;
    begin_value(json, key);
    g_string_append(json->out, "true");
}

static void add_period(struct json *json, const char *key, struct bp_period period)
{
    add_text(json, key, bp_period_code(period, json->arena));
}

static void print_point(struct json *json, const struct bp_point *point)
{
    open(json, NULL, '{');
    add_period(json, "period", point->period);
    if (point->state == BP_POINT_PRESENT) {
        add_number(json, "value", point->value);
    } else {
        begin_value(json, "value");
        g_string_append(json->out, "null");
        add_text(json, "state", point->state == BP_POINT_MISSING ? "missing" : "suppressed");
    }
    if (point->has_parts) {
        add_number(json, "numerator", point->numerator);
        add_number(json, "denominator", point->denominator);
    }
    add_flag(json, "provisional", point->provisional);
    add_flag(json, "revised", point->revised);
    add_flag(json, "ghost", point->ghost);
    close(json, '}');
}

/* A level of a change: its periods and its value. */
static void print_level(struct json *json, const char *key, const struct bp_level *level)
{
    open(json, key, '{');
    if (level->from.index == level->until.index) {
        add_period(json, "period", level->until);
    } else {
        add_period(json, "first", level->from);
        add_period(json, "last", level->until);
    }
    add_number(json, "value", level->value);
    close(json, '}');
}

static void print_fact(struct json *json, const struct bp_fact *fact)
{
    const struct bp_change *change = &fact->change;

    if (change->fault)
        return;
    open(json, NULL, '{');
    add_text(json, "of", bp_fact_ofs[fact->of]);
    add_text(json, "basis", bp_fact_bases[fact->basis]);
    print_level(json, "from", &change->from);
    print_level(json, "to", &change->to);
    add_number(json, "difference", change->difference);
    if (change->kind == BP_CHANGE_PERCENT)
        add_number(json, "percent", change->percent);
    if (change->kind == BP_CHANGE_POINTS)
        add_number(json, "points",
                   bp_decimal_round(change->difference, bp_change_decimals(json->series)));
    add_flag(json, "small-base", change->small);
    add_flag(json, "provisional", change->provisional);
    close(json, '}');
}

static void print_steps(struct json *json, const char *key, const struct bp_step *steps, int count)
{
    if (count == 0)
        return;
    open(json, key, '[');
    for (int i = 0; i < count; i++) {
        open(json, NULL, '{');
        add_period(json, "from", steps[i].from);
        add_number(json, "value", steps[i].value);
        close(json, '}');
    }
    close(json, ']');
}

static void print_series(struct json *json, const struct bp_series *series)
{
    struct bp_facts facts;

    json->series = series;
    bp_facts_make(series, &facts, json->arena);
    open(json, NULL, '{');
    add_text(json, "id", series->id.text);
    add_text(json, "title", series->title.text);
    add_text(json, "unit", bp_metric_units[series->unit]);
    if (series->per)
        add_int(json, "per", series->per);
    add_text(json, "period", bp_period_kinds[series->period_kind]);
    add_text(json, "better", bp_betters[series->better]);
    print_steps(json, "target", series->targets, series->n_targets);
    print_steps(json, "amber", series->ambers, series->n_ambers);
    open(json, "points", '[');
    for (int i = 0; i < series->n_points; i++)
        print_point(json, &series->points[i]);
    close(json, ']');
    open(json, "changes", '[');
    for (int i = 0; i < BP_N_FACTS; i++)
        print_fact(json, &facts.changes[i]);
    close(json, ']');
    close(json, '}');
}

void bp_metric_json(const struct bp_metrics *metrics, GString *out)
{
    struct json json = {.out = out, .depth = 1, .first = true, .arena = bp_arena_create()};

    g_string_append_c(out, '[');
    for (int i = 0; i < metrics->n_series; i++) {
        print_series(&json, &metrics->series[i]);
        bp_arena_reset(json.arena);
    }
    g_string_append(out, metrics->n_series ? "\n]\n" : "]\n");
    bp_arena_destroy(json.arena);
}
