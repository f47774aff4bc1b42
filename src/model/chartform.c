/* SPDX-License-Identifier: MIT */
#include "model/chartform.h"

void bp_gantt_span(const struct bp_gantt *gantt, struct bp_date *first, struct bp_date *last)
{
    *first = gantt->tasks[0].start;
    *last = gantt->tasks[0].end;
    for (int i = 1; i < gantt->n_tasks; i++) {
        const struct bp_gantt_task *task = &gantt->tasks[i];
        if (bp_date_compare(task->start, *first) < 0)
            *first = task->start;
        if (bp_date_compare(task->end, *last) > 0)
            *last = task->end;
    }
}

int bp_risk_band(int likelihood, int impact)
{
    int score = likelihood * impact;
    return score <= 3 ? 0 : score <= 6 ? 1 : score <= 12 ? 2 : 3;
}
