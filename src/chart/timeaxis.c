/* SPDX-License-Identifier: MIT */
#include "chart/timeaxis.h"

#include <assert.h>
#include <glib.h>
#include <math.h>

/* Ticks nearer than this run together. */
#define TICKS_APART 3.0

/* What a period is on the axis. A group is what the second row names: a year, or a month of days.
 */
struct stamp {
    struct bp_date day; /* its first */
    int year;           /* that it counts to, by April where years begin there */
    int since;          /* months since that year began */
    bool starts_month;  /* no other period of the axis' kind is in its month before it */
};

enum unit { EACH, MONDAYS, MONTHS, BACK, YEARS };

/* Every `every`th of a unit is named; BACK counts years from the last, for no year but one that 5
 * divides is a more natural place than another. */
struct plan {
    enum unit unit;
    int every;
};

/* From the most names to the fewest. A plan that doesn't suit a kind of period names the same as
 * one that does. */
static const struct plan plans[] = {
    {EACH, 1},  {MONDAYS, 1}, {MONTHS, 1}, {MONTHS, 3}, {MONTHS, 6}, {BACK, 2},    {YEARS, 1},
    {YEARS, 2}, {YEARS, 5},   {YEARS, 10}, {YEARS, 20}, {YEARS, 50}, {YEARS, 100},
};

/* Which of the ends are named whatever the plan, and how much room beside them, in percent of the
 * plan's usual distance, is cleared of planned names for it. From the best to the worst. */
struct ends {
    bool first, last;
    int room_first, room_last;
};

static const struct ends endings[] = {
    {true, true, 0, 0},     {true, true, 0, 50},  {true, true, 50, 0},   {true, true, 50, 50},
    {true, true, 0, 100},   {true, true, 100, 0}, {true, true, 50, 100}, {true, true, 100, 50},
    {true, true, 100, 100}, {false, true, 0, 0},  {false, true, 0, 50},  {false, true, 0, 100},
    {true, false, 0, 0},    {true, false, 50, 0}, {true, false, 100, 0}, {false, false, 0, 0},
};

struct axis {
    const struct bp_timeaxis_wish *wish;
    struct stamp *stamps;
    bool *named;
    struct bp_time_row rows[2];
    struct bp_arena *arena;
};

static bool is_year_kind(enum bp_period_kind kind)
{
    return kind == BP_PERIOD_YEAR || kind == BP_PERIOD_FINANCIAL_YEAR;
}

static bool is_quarter_kind(enum bp_period_kind kind)
{
    return kind == BP_PERIOD_QUARTER || kind == BP_PERIOD_FINANCIAL_QUARTER;
}

static bool begins_in_april(const struct bp_timeaxis_wish *wish)
{
    switch (wish->first.kind) {
    case BP_PERIOD_FINANCIAL_QUARTER:
    case BP_PERIOD_FINANCIAL_YEAR:
        return true;
    case BP_PERIOD_QUARTER:
    case BP_PERIOD_YEAR:
        return false;
    default:
        return wish->april;
    }
}

static struct stamp stamp_of(const struct bp_timeaxis_wish *wish, int i)
{
    struct bp_period period = {wish->first.kind, wish->first.index + i};
    struct stamp stamp = {.day = bp_period_first(period)};
    int begins = begins_in_april(wish) ? 4 : 1;
    stamp.year = stamp.day.month < begins ? stamp.day.year - 1 : stamp.day.year;
    stamp.since = (stamp.day.month - begins + 12) % 12;
    stamp.starts_month = stamp.day.day <= (period.kind == BP_PERIOD_WEEK ? 7 : 1);
    return stamp;
}

static bool is_planned(const struct axis *axis, struct plan plan, int i)
{
    const struct stamp *stamp = &axis->stamps[i];
    switch (plan.unit) {
    case EACH:
        return true;
    case MONDAYS:
        return axis->wish->first.kind != BP_PERIOD_DAY || bp_date_weekday(stamp->day) == 1;
    case MONTHS:
        return stamp->starts_month && stamp->since % plan.every == 0;
    case BACK:
        return is_year_kind(axis->wish->first.kind) && (axis->wish->n - 1 - i) % plan.every == 0;
    default:
        return stamp->starts_month && stamp->since == 0 && stamp->year % plan.every == 0;
    }
}

/* Days are numbers over months as long as the plan names more than the months. */
static bool is_by_month(const struct axis *axis, struct plan plan)
{
    return axis->wish->first.kind == BP_PERIOD_DAY && plan.unit <= MONDAYS;
}

static const char *year_name(const struct axis *axis, const struct stamp *stamp)
{
    if (!begins_in_april(axis->wish))
        return bp_arena_printf(axis->arena, "%d", stamp->year);
    return bp_arena_printf(axis->arena, "%d/%02d", stamp->year, (stamp->year + 1) % 100);
}

static const char *upper_name(const struct axis *axis, struct plan plan, const struct stamp *stamp)
{
    enum bp_period_kind kind = axis->wish->first.kind;
    const char *month = axis->wish->months[stamp->day.month - 1];
    if (is_year_kind(kind))
        return year_name(axis, stamp);
    if (is_quarter_kind(kind))
        return bp_arena_printf(axis->arena, "Q%d", stamp->since / 3 + 1);
    if (is_by_month(axis, plan))
        return bp_arena_printf(axis->arena, "%d", stamp->day.day);
    if (kind == BP_PERIOD_MONTH || (kind == BP_PERIOD_DAY && stamp->day.day == 1))
        return month;
    return bp_arena_printf(axis->arena, "%d %s", stamp->day.day, month);
}

/* NULL when the second row says the same as for `before`, the period named before, or nothing. */
static const char *lower_name(const struct axis *axis, struct plan plan, const struct stamp *stamp,
                              const struct stamp *before)
{
    if (is_year_kind(axis->wish->first.kind))
        return NULL;
    if (is_by_month(axis, plan)) {
        if (before && before->day.month == stamp->day.month && before->day.year == stamp->day.year)
            return NULL;
        return bp_arena_printf(axis->arena, "%s %d", axis->wish->months[stamp->day.month - 1],
                               stamp->day.year);
    }
    return before && before->year == stamp->year ? NULL : year_name(axis, stamp);
}

/* Adds a name to the end of a row, if it fits there. */
static bool add_name(struct axis *axis, struct bp_time_row *row, const char *text, double x)
{
    const struct bp_timeaxis_wish *wish = axis->wish;
    double width = wish->measure(text, wish->user);
    double left = fmax(wish->left, fmin(x - width / 2, wish->right - width));
    if (left + width > wish->right + 1e-9)
        return false;
    if (row->n > 0 && left < row->names[row->n - 1].right + wish->gap)
        return false;
    row->names[row->n++] = (struct bp_time_name){x, left, left + width, text};
    return true;
}

static bool starts_group(const struct axis *axis, struct plan plan, const struct stamp *stamp)
{
    return is_by_month(axis, plan) ? stamp->day.day == 1 : stamp->starts_month && stamp->since == 0;
}

/* Adds the name of a group. That of the rest of a group with which the axis begins gives way to one
 * that is named from its start: what comes before that is known by it. */
static bool add_group(struct axis *axis, struct plan plan, const char *text, int i, int before)
{
    struct bp_time_row *row = &axis->rows[1];
    double x = axis->wish->x + i * axis->wish->step;
    if (add_name(axis, row, text, x))
        return true;
    if (row->n != 1 || before != 0 || starts_group(axis, plan, &axis->stamps[0]) ||
        !starts_group(axis, plan, &axis->stamps[i]))
        return false;
    row->n = 0;
    return add_name(axis, row, text, x);
}

/* Names the periods that are marked; false when they don't fit. */
static bool name_marked(struct axis *axis, struct plan plan)
{
    int before = -1;
    axis->rows[0].n = axis->rows[1].n = 0;
    for (int i = 0; i < axis->wish->n; i++) {
        const struct stamp *stamp = &axis->stamps[i];
        double x = axis->wish->x + i * axis->wish->step;
        if (!axis->named[i])
            continue;
        if (!add_name(axis, &axis->rows[0], upper_name(axis, plan, stamp), x))
            return false;
        const char *lower =
            lower_name(axis, plan, stamp, before < 0 ? NULL : &axis->stamps[before]);
        if (lower && !add_group(axis, plan, lower, i, before))
            return false;
        before = i;
    }
    return axis->rows[0].n > 0;
}

/* How many periods lie between two that the plan names, at most. */
static int usual_distance(const struct axis *axis, struct plan plan)
{
    int distance = 0, before = 0;
    for (int i = 0; i < axis->wish->n; i++)
        if (is_planned(axis, plan, i)) {
            distance = distance < i - before ? i - before : distance;
            before = i;
        }
    return distance;
}

/* A part of the usual distance, and never all of it. */
static int room(int distance, int percent)
{
    return MIN((distance * percent + 99) / 100, MAX(distance - 1, 1));
}

static void mark(struct axis *axis, struct plan plan, const struct ends *ends, int distance)
{
    int n = axis->wish->n;
    int from = ends->first ? room(distance, ends->room_first) + 1 : 0;
    int until = ends->last ? n - 1 - room(distance, ends->room_last) : n;
    for (int i = 0; i < n; i++)
        axis->named[i] = i >= from && i < until && is_planned(axis, plan, i);
    axis->named[0] |= ends->first;
    axis->named[n - 1] |= ends->last;
}

static bool try_plan(struct axis *axis, struct plan plan)
{
    int distance = usual_distance(axis, plan);
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        mark(axis, plan, &endings[k], distance);
        /* a plan of fewer is no better than the ends alone */
        if (name_marked(axis, plan) && axis->rows[0].n >= MIN(axis->wish->n, 3))
            return true;
    }
    return false;
}

/* The ends, or the last, or the first, if they are all that fits. */
static bool try_ends(struct axis *axis)
{
    static const bool which[][2] = {{true, true}, {false, true}, {true, false}};
    for (size_t k = 0; k < 3; k++) {
        for (int i = 0; i < axis->wish->n; i++)
            axis->named[i] = (i == 0 && which[k][0]) || (i == axis->wish->n - 1 && which[k][1]);
        if (name_marked(axis, (struct plan){YEARS, 1}))
            return true;
    }
    axis->named[0] = false;
    axis->rows[0].n = axis->rows[1].n = 0;
    return false;
}

static void choose(struct axis *axis)
{
    for (size_t k = 0; k < sizeof plans / sizeof *plans; k++)
        if (try_plan(axis, plans[k]))
            return;
    try_ends(axis);
}

static void set_ticks(struct bp_timeaxis *made, const struct axis *axis)
{
    int n = axis->wish->n;
    bool all = n == 1 || axis->wish->step >= TICKS_APART;
    made->ticks = bp_arena_new(axis->arena, (size_t)n * sizeof *made->ticks);
    for (int i = 0; i < n; i++)
        if (all || axis->named[i])
            made->ticks[made->n_ticks++] =
                (struct bp_time_tick){axis->wish->x + i * axis->wish->step, axis->named[i]};
}

struct bp_timeaxis *bp_timeaxis_new(const struct bp_timeaxis_wish *wish, struct bp_arena *arena)
{
    struct bp_timeaxis *made = bp_arena_new(arena, sizeof *made);
    struct axis axis = {.wish = wish, .arena = arena};
    size_t n = (size_t)wish->n;

    assert(wish->n >= 1 && (wish->n == 1 || wish->step > 0));
    axis.stamps = bp_arena_new(arena, n * sizeof *axis.stamps);
    axis.named = bp_arena_new(arena, n * sizeof *axis.named);
    for (int i = 0; i < 2; i++)
        axis.rows[i].names = bp_arena_new(arena, n * sizeof *axis.rows[i].names);
    for (int i = 0; i < wish->n; i++)
        axis.stamps[i] = stamp_of(wish, i);
    choose(&axis);
    made->rows[0] = axis.rows[0];
    made->rows[1] = axis.rows[1];
    set_ticks(made, &axis);
    return made;
}
