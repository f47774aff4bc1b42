/* SPDX-License-Identifier: MIT */
#include <glib.h>

#include "chart/describe.h"
#include "chart/tellforms.h"

/* Columns of the data table. */
enum { ID, LIKELIHOOD, IMPACT, SCORE, WAS, APPETITE };

static int score_of(const struct bp_risk *risk)
{
    return risk->likelihood * risk->impact;
}

/* Few risks, and equal ones keep their order. */
static void sort_risks(struct bp_risks *risks)
{
    for (int i = 1; i < risks->n_risks; i++) {
        struct bp_risk risk = risks->risks[i];
        int k = i;
        for (; k > 0 && score_of(&risks->risks[k - 1]) < score_of(&risk); k--)
            risks->risks[k] = risks->risks[k - 1];
        risks->risks[k] = risk;
    }
}

/* "20 Extreme" */
static const char *print_score(const struct bp_look *look, int likelihood, int impact,
                               struct bp_arena *arena)
{
    int band = bp_risk_band(likelihood, impact) + 1;
    const char *word = bp_look_literal(look, bp_arena_printf(arena, "risk-band-%d", band));
    return bp_arena_printf(arena, "%d%s%s", likelihood * impact, word ? " " : "", word ? word : "");
}

static void tell_risk(struct bp_chart *chart, int index, const struct bp_look *look,
                      struct bp_arena *arena)
{
    const char *above = bp_look_literal(look, "chart-above");
    struct bp_risk *risk = &chart->risks->risks[index];
    struct bp_chart_row *row = &chart->rows[index];
    risk->appetite = risk->appetite > 0 ? risk->appetite : chart->risks->appetite;
    bool beyond = risk->appetite > 0 && score_of(risk) > risk->appetite;
    row->label = risk->label.text;
    row->values[ID] = risk->id.text;
    row->values[LIKELIHOOD] = bp_arena_printf(arena, "%d", risk->likelihood);
    row->values[IMPACT] = bp_arena_printf(arena, "%d", risk->impact);
    row->values[SCORE] = print_score(look, risk->likelihood, risk->impact, arena);
    if (risk->was_likelihood > 0)
        row->values[WAS] = print_score(look, risk->was_likelihood, risk->was_impact, arena);
    if (risk->appetite > 0)
        row->values[APPETITE] = bp_arena_printf(arena, "%s%s%d", beyond && above ? above : "",
                                                beyond && above ? " " : "", risk->appetite);
    chart->n_beyond += beyond;
}

void bp_risks_tell(struct bp_chart *chart, const struct bp_look *look, struct bp_arena *arena)
{
    static const char *const heads[] = {"chart-number", "chart-likelihood", "chart-impact",
                                        "chart-score",  "chart-was",        "chart-appetite"};
    struct bp_risks *risks = chart->risks;
    sort_risks(risks);
    chart->n_beyond = 0;
    bp_chart_rows_new(chart, risks->n_risks, arena);
    bp_chart_heads_set(chart, heads, G_N_ELEMENTS(heads), look);
    for (int i = 0; i < risks->n_risks; i++)
        tell_risk(chart, i, look, arena);
    if (risks->n_risks == 0)
        return;
    const struct bp_risk *highest = &risks->risks[0];
    chart->counted = bp_arena_printf(arena, "%d", risks->n_risks);
    chart->highest = print_score(look, highest->likelihood, highest->impact, arena);
    chart->highest_at = highest->label.text;
}
