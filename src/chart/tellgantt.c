/* SPDX-License-Identifier: MIT */
#include <glib.h>

#include "chart/tellforms.h"

enum { ALL = 100 };

/* Columns of the data table. */
enum { START, END, DONE = BP_CHART_N_DAYS, STANDING, GROUP };

static const char *print_date(struct bp_date date, const char *const *months,
                              struct bp_arena *arena)
{
    return bp_period_label(bp_period_of(BP_PERIOD_DAY, date), months, arena);
}

/* Late is what should have ended before the day and has not. */
static enum bp_gantt_standing standing_of(const struct bp_gantt *gantt,
                                          const struct bp_gantt_task *task)
{
    if (task->done == ALL)
        return BP_GANTT_DONE;
    bool late = gantt->as_of.year > 0 && bp_date_compare(task->end, gantt->as_of) < 0;
    return late ? BP_GANTT_LATE : BP_GANTT_OPEN;
}

/* "60%"; of a milestone its day; and whether it is late. */
static const char *figure_of(const struct bp_gantt_task *task, const struct bp_look *look,
                             struct bp_arena *arena)
{
    const char *late = bp_look_literal(look, "chart-late"), *comma = bp_look_literal(look, "comma");
    const char *figure = task->milestone ? print_date(task->start, look->short_months, arena)
                                         : bp_arena_printf(arena, "%d%%", task->done);
    if (task->standing != BP_GANTT_LATE || !late)
        return figure;
    return bp_arena_printf(arena, "%s%s%s", figure, comma ? comma : " ", late);
}

static void tell_task(struct bp_chart *chart, int index, const struct bp_look *look,
                      struct bp_arena *arena)
{
    static const char *const standings[] = {[BP_GANTT_OPEN] = "gantt-open",
                                            [BP_GANTT_DONE] = "gantt-done",
                                            [BP_GANTT_LATE] = "gantt-late"};
    struct bp_gantt_task *task = &chart->gantt->tasks[index];
    struct bp_chart_row *row = &chart->rows[index];
    task->standing = standing_of(chart->gantt, task);
    task->figure = figure_of(task, look, arena);
    row->label = task->label.text;
    if (!task->milestone)
        row->values[START] = print_date(task->start, look->short_months, arena);
    row->values[END] = print_date(task->end, look->short_months, arena);
    row->days[START] = bp_period_code(bp_period_of(BP_PERIOD_DAY, task->start), arena);
    row->days[END] = bp_period_code(bp_period_of(BP_PERIOD_DAY, task->end), arena);
    if (!task->milestone)
        row->values[DONE] = bp_arena_printf(arena, "%d%%", task->done);
    row->values[STANDING] = bp_look_literal(look, standings[task->standing]);
    row->values[GROUP] = task->group.text;
    chart->n_beyond += task->standing == BP_GANTT_LATE;
}

void bp_gantt_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    static const char *const heads[] = {"chart-start", "chart-end", "chart-done", "chart-standing",
                                        "chart-group"};
    struct bp_gantt *gantt = chart->gantt;
    struct bp_date first, last;
    chart->n_beyond = 0;
    bp_chart_rows_new(chart, gantt->n_tasks, arena);
    bp_chart_heads_set(chart, heads, G_N_ELEMENTS(heads), look);
    for (int i = 0; i < gantt->n_tasks; i++) {
        if (i > 0 && !gantt->tasks[i].group.text)
            gantt->tasks[i].group = gantt->tasks[i - 1].group;
        tell_task(chart, i, look, arena);
    }
    if (gantt->as_of.year > 0)
        gantt->today = print_date(gantt->as_of, look->short_months, arena);
    if (gantt->n_tasks == 0)
        return;
    chart->counted = bp_arena_printf(arena, "%d", gantt->n_tasks);
    bp_gantt_span(gantt, &first, &last);
    chart->first_at = print_date(first, look->short_months, arena);
    chart->latest_at = print_date(last, look->short_months, arena);
    chart->latest = gantt->today;
}
