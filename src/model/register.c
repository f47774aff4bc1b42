/* SPDX-License-Identifier: MIT */
#include "model/register.h"

#include <stdlib.h>

static enum bp_register_state state_of(const struct bp_action *action, struct bp_date as_of)
{
    bool later = action->completed.year > 0 && bp_date_compare(action->completed, as_of) > 0;
    if (action->status == BP_ACTION_CLOSED && !later)
        return BP_REGISTER_CLOSED;
    bool overdue = action->due_day.year > 0 && bp_date_compare(action->due_day, as_of) < 0;
    return overdue ? BP_REGISTER_OVERDUE : BP_REGISTER_OPEN;
}

static void add(struct bp_register *made, const struct bp_action *action)
{
    if (bp_date_compare(action->raised, made->as_of) > 0)
        return;
    struct bp_register_row *row = &made->rows[made->n_rows++];
    *row = (struct bp_register_row){
        .action = action, .raised = action->raised, .state = state_of(action, made->as_of)};
    if (row->state != BP_REGISTER_CLOSED)
        row->days_open = bp_date_days(action->raised, made->as_of);
    else
        row->days_open =
            action->completed.year > 0 ? bp_date_days(action->raised, action->completed) : -1;
    if (row->state == BP_REGISTER_OVERDUE)
        row->days_overdue = bp_date_days(action->due_day, made->as_of);
}

/* A day that is not known comes after all others. */
static int compare_days(struct bp_date a, struct bp_date b)
{
    if (a.year == 0 || b.year == 0)
        return (a.year == 0) - (b.year == 0);
    return bp_date_compare(a, b);
}

/* As bp_register_make() says; its array holds the rows in the order of the file. */
static int compare_rows(const void *first, const void *second)
{
    const struct bp_register_row *a = *(struct bp_register_row *const *)first;
    const struct bp_register_row *b = *(struct bp_register_row *const *)second;
    int order = (int)a->state - (int)b->state;
    if (order == 0 && a->state != BP_REGISTER_CLOSED)
        order = compare_days(a->action->due_day, b->action->due_day);
    else if (order == 0 && a->action->completed.year > 0 && b->action->completed.year > 0)
        order = compare_days(b->action->completed, a->action->completed);
    else if (order == 0)
        order = compare_days(a->action->completed, b->action->completed);
    if (order == 0)
        order = bp_date_compare(a->raised, b->raised);
    return order != 0 ? order : (a > b) - (a < b);
}

static void sort(struct bp_register *made, struct bp_arena *arena)
{
    size_t size = sizeof(struct bp_register_row);
    struct bp_register_row **order = bp_arena_new(arena, sizeof *order * (size_t)made->n_rows);
    struct bp_register_row *sorted = bp_arena_new(arena, size * (size_t)made->n_rows);
    for (int i = 0; i < made->n_rows; i++)
        order[i] = &made->rows[i];
    qsort(order, (size_t)made->n_rows, sizeof *order, compare_rows);
    for (int i = 0; i < made->n_rows; i++)
        sorted[i] = *order[i];
    made->rows = sorted;
}

static void part(struct bp_register *made)
{
    for (int i = 0; i < made->n_rows; i++) {
        made->n_overdue += made->rows[i].state == BP_REGISTER_OVERDUE;
        made->n_open += made->rows[i].state == BP_REGISTER_OPEN;
        made->n_closed += made->rows[i].state == BP_REGISTER_CLOSED;
    }
    made->overdue = made->rows;
    made->open = made->overdue + made->n_overdue;
    made->closed = made->open + made->n_open;
}

struct bp_register *bp_register_make(const struct bp_meeting *meeting, struct bp_date as_of,
                                     struct bp_arena *arena)
{
    struct bp_register *made = bp_arena_new(arena, sizeof *made);
    int most = meeting->n_earlier + meeting->n_actions;
    made->as_of = as_of.year > 0 ? as_of : meeting->date;
    made->rows = bp_arena_new(arena, sizeof *made->rows * (size_t)most);
    for (int i = 0; i < meeting->n_earlier; i++)
        add(made, &meeting->earlier[i]);
    for (int i = 0; i < meeting->n_actions; i++)
        add(made, meeting->actions[i]);
    sort(made, arena);
    part(made);
    return made;
}
