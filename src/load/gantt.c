/* SPDX-License-Identifier: MIT */
#include "load/gantt.h"

#include "load/charttable.h"

enum { MOST_YEARS = 30, ALL = 100 };

/* A task's percentage; a milestone is reached or not. */
static int read_done(struct bp_reader *reader, const struct bp_yaml *node, bool milestone)
{
    int done = bp_reader_count(reader, node, "done", 0);
    if (done <= ALL && (!milestone || done == 0 || done == ALL))
        return done;
    bp_report_error(reader->report, &bp_yaml_find(node, "done")->source, "wrong-share",
                    milestone ? "a milestone is reached or not; write “done: 100”, or take it out"
                              : "“done” is a percentage; write a number from 0 to 100");
    return 0;
}

static void check_start(struct bp_reader *reader, const struct bp_yaml *node, bool milestone)
{
    const struct bp_yaml *start = bp_yaml_find(node, "start"), *end = bp_yaml_find(node, "end");
    if (milestone && (start || end))
        bp_report_error(reader->report, &(start ? start : end)->source, "too-much",
                        "an entry with a “date” is a milestone, which has no start and end; take "
                        "“date” out, or these");
    else if (!milestone && !start)
        bp_reader_missing(reader, node, BP_PART_TASK, "start",
                          "write “start: ” and its first day, or “date: ” and the day of a "
                          "milestone, as in 2022-03-16");
    else if (!milestone && !end)
        bp_reader_missing(reader, node, BP_PART_TASK, "end",
                          "write “end: ” and its last day, as in 2022-03-16");
}

/* A faulty date has been reported, and leaves the task without its days. */
static bool read_days(struct bp_reader *reader, const struct bp_yaml *node,
                      struct bp_gantt_task *task)
{
    check_start(reader, node, task->milestone);
    task->start = bp_reader_date(reader, node, task->milestone ? "date" : "start");
    task->end = task->milestone ? task->start : bp_reader_date(reader, node, "end");
    if (task->start.year == 0 || task->end.year == 0)
        return false;
    if (bp_date_compare(task->start, task->end) <= 0)
        return true;
    bp_report_error(reader->report, &bp_yaml_find(node, "end")->source, "backwards",
                    "“end” is before “start”; exchange them");
    return false;
}

static bool read_task(struct bp_reader *reader, const struct bp_yaml *node,
                      struct bp_gantt_task *task)
{
    *task = (struct bp_gantt_task){0};
    if (!bp_reader_keys(reader, node, BP_PART_TASK))
        return false;
    task->label = bp_chart_name_read(reader, node, BP_PART_TASK, "label", BP_CHART_LONGEST_LABEL,
                                     "write “label: ” and what is to be done");
    task->group =
        bp_chart_label_read(reader, bp_yaml_find(node, "group"), "group", BP_CHART_LONGEST_LABEL);
    task->milestone = bp_yaml_find(node, "date") != NULL;
    task->done = read_done(reader, node, task->milestone);
    return read_days(reader, node, task) && task->label.text;
}

/* Beyond that a day is thinner than any line. */
static void check_span(struct bp_reader *reader, const struct bp_yaml *list,
                       const struct bp_gantt *gantt)
{
    struct bp_date first, last;
    bp_gantt_span(gantt, &first, &last);
    if (last.year - first.year > MOST_YEARS)
        bp_report_error(reader->report, &list->source, "too-long",
                        "the plan goes from %d to %d, and a chart has room for %d years; correct "
                        "the date that is wrong, or make two charts",
                        first.year, last.year, MOST_YEARS);
}

void bp_chart_gantt_read(struct bp_reader *reader, const struct bp_yaml *node,
                         struct bp_chart *chart)
{
    struct bp_gantt *gantt = bp_arena_new(reader->arena, sizeof *gantt);
    const struct bp_yaml *list = bp_chart_list_read(reader, node, "tasks", BP_GANTT_MOST_TASKS);
    int n = list ? list->n_items : 0;
    chart->gantt = gantt;
    gantt->as_of = bp_reader_date(reader, node, "as-of");
    gantt->tasks = bp_arena_new(reader->arena, (size_t)MAX(n, 1) * sizeof *gantt->tasks);
    for (int i = 0; i < n; i++)
        gantt->n_tasks += read_task(reader, list->items[i], &gantt->tasks[gantt->n_tasks]);
    if (gantt->n_tasks > 0)
        check_span(reader, list, gantt);
}
