/* SPDX-License-Identifier: MIT */
#include "chart/json.h"

#include "chart/control.h"
#include "metric/dump.h"
#include "metric/judged.h"

static void print_series(const struct bp_chart *chart, struct bp_json *json)
{
    bool is_of_series = chart->type == BP_CHART_FUNNEL && chart->funnel->series;
    bp_json_open(json, "series", '[');
    for (int i = 0; i < chart->n_series; i++)
        bp_json_text(json, NULL, chart->series[i]->id.text);
    for (int i = 0; i < chart->n_measures; i++)
        bp_json_text(json, NULL, chart->measures[i].series[0]->id.text);
    for (int i = 0; is_of_series && i < chart->funnel->n_points; i++)
        bp_json_text(json, NULL, chart->funnel->series[i]->id.text);
    bp_json_close(json, ']');
}

static void print_labels(const struct bp_drawing_tick *ticks, int n_ticks, struct bp_json *json)
{
    bp_json_open(json, "labels", '[');
    for (int i = 0; i < n_ticks; i++)
        bp_json_text(json, NULL, ticks[i].label);
    bp_json_close(json, ']');
}

static void print_periods(const struct bp_drawing_axes *axes, struct bp_json *json,
                          struct bp_arena *arena)
{
    bp_json_open(json, "periods", '[');
    for (int i = 0; i < axes->n_periods; i++) {
        bp_json_open(json, NULL, '{');
        bp_json_text(json, "period", bp_period_code(axes->periods[i].period, arena));
        bp_json_text(json, "label", axes->periods[i].label);
        bp_json_close(json, '}');
    }
    bp_json_close(json, ']');
}

/* Ticks are always there; without an axis of values there are none. */
static void print_axes(const struct bp_drawing_axes *axes, struct bp_json *json,
                       struct bp_arena *arena)
{
    if (axes) {
        bp_json_open(json, "range", '[');
        bp_json_number(json, NULL, axes->least);
        bp_json_number(json, NULL, axes->most);
        bp_json_close(json, ']');
    }
    if (axes && axes->wanted)
        bp_json_int(json, "wanted", axes->wanted);
    bp_json_open(json, "ticks", '[');
    for (int i = 0; axes && i < axes->n_ticks; i++)
        bp_json_number(json, NULL, axes->ticks[i].value);
    bp_json_close(json, ']');
    if (!axes)
        return;
    print_labels(axes->ticks, axes->n_ticks, json);
    print_periods(axes, json, arena);
}

static void print_value(const struct bp_slot *slot, struct bp_json *json)
{
    GString *digits = g_string_new(NULL);
    if (slot->point)
        bp_decimal_append(digits, slot->point->value, slot->point->value.scale, NULL);
    bp_json_raw(json, "value", slot->point ? digits->str : "null");
    g_string_free(digits, TRUE);
}

static void print_control(const struct bp_chart *chart, struct bp_json *json,
                          struct bp_arena *arena)
{
    const struct bp_track track = bp_track_new(chart, 0, arena);
    const struct bp_control control = bp_control_of_chart(chart, &track, arena);
    bp_judged_json(&control, json);
    bp_json_open(json, "points", '[');
    for (int i = 0; i < track.n_slots; i++) {
        const struct bp_period period = track.slots[i].period;
        if (!bp_series_point(chart->series[0], period))
            continue;
        bp_json_open(json, NULL, '{');
        bp_json_text(json, "period", bp_period_code(period, arena));
        print_value(&track.slots[i], json);
        bp_judged_point_json(bp_control_point(&control, period), json);
        bp_json_close(json, '}');
    }
    bp_json_close(json, ']');
}

static void print_chart(const struct bp_chart *chart, const struct bp_drawing *drawing,
                        struct bp_json *json)
{
    struct bp_arena *arena = bp_arena_create();
    bp_json_open(json, NULL, '{');
    bp_json_text(json, "id", chart->anchor);
    bp_json_text(json, "type", bp_chart_types[chart->type]);
    bp_json_text(json, "title", chart->title.text);
    print_series(chart, json);
    if (drawing) {
        bp_json_number(json, "width", drawing->width);
        bp_json_number(json, "height", drawing->height);
    }
    print_axes(drawing ? drawing->axes : NULL, json, arena);
    if (chart->type == BP_CHART_SPC && chart->n_series > 0)
        print_control(chart, json, arena);
    bp_json_close(json, '}');
    bp_arena_destroy(arena);
}

void bp_charts_json(const struct bp_data *data, const struct bp_drawing *const *drawings,
                    GString *out)
{
    static const struct bp_metrics none;
    struct bp_json json = {.out = out};
    bp_json_open(&json, NULL, '[');
    bp_metric_json(data->metrics ? data->metrics : &none, &json);
    for (int i = 0; i < data->n_charts; i++)
        print_chart(data->charts[i], drawings[i], &json);
    bp_json_close(&json, ']');
    g_string_append_c(out, '\n');
}
