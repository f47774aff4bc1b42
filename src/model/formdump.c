/* SPDX-License-Identifier: MIT */
#include "model/formdump.h"

#include "model/seriesdump.h"

static void dump_date(struct bp_dump *dump, const char *key, struct bp_date date)
{
    if (date.year > 0)
        bp_period_dump(dump, key, bp_period_of(BP_PERIOD_DAY, date));
}

static void dump_funnel(const struct bp_funnel *funnel, struct bp_dump *dump)
{
    bp_dump_begin(dump, "funnel");
    bp_dump_int(dump, "per", funnel->per);
    for (int i = 0; funnel->series && i < funnel->n_points; i++)
        bp_dump_word(dump, "series", funnel->series[i]->id.text);
    if (funnel->series) {
        bp_period_dump(dump, "from", funnel->from);
        bp_period_dump(dump, "until", funnel->until);
    }
    for (int i = 0; !funnel->series && i < funnel->n_points; i++) {
        bp_dump_begin(dump, "point");
        bp_dump_text(dump, "label", funnel->points[i].label.text);
        bp_decimal_dump(dump, "numerator", funnel->points[i].numerator);
        bp_decimal_dump(dump, "denominator", funnel->points[i].denominator);
        bp_dump_end(dump);
    }
    bp_dump_end(dump);
}

static void dump_heat(const struct bp_heat *heat, struct bp_dump *dump)
{
    bp_dump_begin(dump, "heat");
    for (int i = 0; i < heat->n_columns; i++) {
        bp_dump_begin(dump, "column");
        bp_dump_text(dump, "label", heat->columns[i].text);
        bp_dump_end(dump);
    }
    for (int i = 0; i < heat->n_rows; i++) {
        bp_dump_begin(dump, "row");
        bp_dump_text(dump, "label", heat->rows[i].label.text);
        for (int k = 0; k < heat->n_columns; k++) {
            if (heat->rows[i].there[k])
                bp_decimal_dump(dump, "value", heat->rows[i].values[k]);
            else
                bp_dump_flag(dump, "missing", true);
        }
        bp_dump_end(dump);
    }
    bp_dump_end(dump);
}

static void dump_gantt(const struct bp_gantt *gantt, struct bp_dump *dump)
{
    bp_dump_begin(dump, "gantt");
    dump_date(dump, "as-of", gantt->as_of);
    for (int i = 0; i < gantt->n_tasks; i++) {
        const struct bp_gantt_task *task = &gantt->tasks[i];
        bp_dump_begin(dump, task->milestone ? "milestone" : "task");
        bp_dump_text(dump, "label", task->label.text);
        bp_dump_text(dump, "group", task->group.text);
        dump_date(dump, task->milestone ? "date" : "start", task->start);
        if (!task->milestone)
            dump_date(dump, "end", task->end);
        bp_dump_int(dump, "done", task->done);
        bp_dump_end(dump);
    }
    bp_dump_end(dump);
}

static void dump_risks(const struct bp_risks *risks, struct bp_dump *dump)
{
    bp_dump_begin(dump, "risks");
    bp_dump_int(dump, "appetite", risks->appetite);
    for (int i = 0; i < risks->n_risks; i++) {
        const struct bp_risk *risk = &risks->risks[i];
        bp_dump_begin(dump, "risk");
        bp_dump_text(dump, "id", risk->id.text);
        bp_dump_text(dump, "label", risk->label.text);
        bp_dump_int(dump, "likelihood", risk->likelihood);
        bp_dump_int(dump, "impact", risk->impact);
        bp_dump_int(dump, "was-likelihood", risk->was_likelihood);
        bp_dump_int(dump, "was-impact", risk->was_impact);
        bp_dump_int(dump, "appetite", risk->appetite);
        bp_dump_end(dump);
    }
    bp_dump_end(dump);
}

void bp_chart_form_dump(const struct bp_chart *chart, struct bp_dump *dump)
{
    if (chart->type == BP_CHART_FUNNEL && chart->funnel)
        dump_funnel(chart->funnel, dump);
    else if (chart->type == BP_CHART_HEAT && chart->heat)
        dump_heat(chart->heat, dump);
    else if (chart->type == BP_CHART_GANTT && chart->gantt)
        dump_gantt(chart->gantt, dump);
    else if (chart->type == BP_CHART_RISKS && chart->risks)
        dump_risks(chart->risks, dump);
}
