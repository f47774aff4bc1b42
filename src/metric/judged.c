/* SPDX-License-Identifier: MIT */
#include "metric/judged.h"

enum { USUAL_RUN = 7 };

static void print_period(const struct bp_control *control, struct bp_json *json, const char *key,
                         int index)
{
    struct bp_arena *arena = bp_arena_create();

    bp_json_text(json, key, bp_period_code(bp_control_period(control, index), arena));
    bp_arena_destroy(arena);
}

static void print_runs(const struct bp_spc_segment *segment, struct bp_json *json)
{
    bp_json_int(json, "useful", segment->n_useful);
    bp_json_int(json, "longest-run", segment->longest_run);
    bp_json_int(json, "longest-run-most", segment->longest_run_most);
    bp_json_int(json, "crossings", segment->crossings);
    bp_json_int(json, "crossings-fewest", segment->crossings_fewest);
    bp_json_flag(json, "runs-signal", segment->runs_signal);
}

static void print_segment(const struct bp_control *control, const struct bp_spc_segment *segment,
                          struct bp_json *json)
{
    bp_json_open(json, NULL, '{');
    print_period(control, json, "from", segment->first);
    print_period(control, json, "until", segment->last);
    bp_json_int(json, "counted", segment->n_counted);
    if (segment->n_base > 0) {
        print_period(control, json, "base-from", segment->base_first);
        print_period(control, json, "base-until", segment->base_last);
        bp_json_int(json, "base-counted", segment->n_base);
    }
    if (segment->has_limits && control->judging.limits == BP_SPC_XMR)
        bp_json_number(json, "mean-range", segment->mean_range);
    if (segment->has_limits && control->judging.profile == BP_SPC_ANHOEJ)
        print_runs(segment, json);
    bp_json_close(json, '}');
}

void bp_judged_json(const struct bp_control *control, struct bp_json *json)
{
    const struct bp_judging *judging = &control->judging;

    bp_json_text(json, "profile", bp_spc_profiles[judging->profile]);
    bp_json_text(json, "limits", bp_spc_charts[judging->limits]);
    if (judging->profile == BP_SPC_MDC) {
        bp_json_int(json, "shift", judging->shift ? judging->shift : USUAL_RUN);
        bp_json_int(json, "trend", judging->trend ? judging->trend : USUAL_RUN);
    }
    bp_json_text(json, "variation", bp_spc_variation_name(control->spc->variation));
    bp_json_text(json, "assurance", bp_spc_assurance_name(control->spc->assurance));
    bp_json_open(json, "segments", '[');
    for (int i = 0; i < control->spc->n_segments; i++)
        print_segment(control, &control->spc->segments[i], json);
    bp_json_close(json, ']');
}

static void print_rules(unsigned rules, struct bp_json *json)
{
    static const char *const names[] = {"outside", "shift", "trend", "two-of-three"};

    bp_json_open(json, "rules", '[');
    for (int i = 0; i < (int)G_N_ELEMENTS(names); i++)
        if (rules & 1U << i)
            bp_json_text(json, NULL, names[i]);
    bp_json_close(json, ']');
}

static void print_line(struct bp_json *json, const char *key, bool there, double value)
{
    if (there)
        bp_json_number(json, key, value);
    else
        bp_json_raw(json, key, "null");
}

void bp_judged_point_json(const struct bp_spc_point *point, struct bp_json *json)
{
    static const char *const kinds[] = {"common", "improvement", "concern", "neutral"};
    static const struct bp_spc_point not_judged;

    point = point ? point : &not_judged;
    print_line(json, "mean", point->has_mean, point->mean);
    print_line(json, "lower", point->has_limits, point->lower);
    print_line(json, "upper", point->has_limits, point->upper);
    print_rules(point->rules, json);
    if (point->counted)
        bp_json_text(json, "kind", kinds[point->kind]);
    else
        bp_json_raw(json, "kind", "null");
}
