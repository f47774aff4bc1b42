/* SPDX-License-Identifier: MIT */
#include "chart/gantt.h"

#include <glib.h>
#include <math.h>

#include "chart/axis.h"
#include "chart/key.h"
#include "chart/part.h"

/* Points. */
#define NARROW     300.0 /* below it the words stand above the bars */
#define WORDS_PART 0.36  /* of the width that they may take beside them, */
#define WORDS_GAP  8.0   /* and from them to the plot */
#define THICK      9.0   /* a bar */
#define CLEAR      4.0   /* of lines, before and after words */
#define GAP        5.0   /* between rows, */
#define LEAST_GAP  2.0   /* and where room is short */
#define GROUP_GAP  5.0   /* above a group's name, more */
#define MARK       8.0   /* a milestone */
#define LATE       6.0   /* the sign of what is late */
#define FIGURE_GAP 4.0   /* from a bar to its figure */
#define DASH       3.0   /* of the day's line */
#define NAMES_DROP 5.0
#define TICK       3.0
#define KEY_GAP    7.0
#define LEAST_PLOT 30.0
#define SLACK      0.01

/* Months that are named singly; beyond, quarters of years that begin in April, and beyond these,
 * years. */
enum { MOST_MONTHS = 15, MOST_QUARTERS = 40, MONTHS = 12 };

struct plan {
    const struct bp_chart *chart;
    const struct bp_gantt *gantt;
    struct bp_pen *pen;
    const struct bp_type *word;
    const struct bp_type *axis;
    const struct bp_type *value;
    struct bp_spot size;
    bool above;
    struct bp_pen_lines *words;  /* of each task */
    struct bp_pen_lines *groups; /* above it; no lines: it goes on with the one before */
    double gap;
    double start;             /* left edge of the plot */
    double head;              /* room for the day's name */
    enum bp_period_kind kind; /* of the time axis */
    int months;               /* of one of its periods */
    struct bp_period first;
    int n;
    double scale; /* points a period */
    struct bp_key key;
    struct bp_canvas *canvas;
    struct bp_part part; /* which tasks are drawn */
};

/* Months since the year 0, with a day's part of its month; `end`: of the day's end. All months are
 * equally wide, so that their names stand evenly. */
static double months_of(struct bp_date date, bool end)
{
    double days = bp_date_month_days(date.year, date.month);
    return date.year * MONTHS + date.month - 1 + (date.day - (end ? 0 : 1)) / days;
}

static double x_of(const struct plan *plan, double months)
{
    struct bp_date first = bp_period_first(plan->first);
    return plan->start + (months - months_of(first, false)) / plan->months * plan->scale;
}

/* A milestone stands in the middle of its day. */
static double day_x(const struct plan *plan, struct bp_date date)
{
    return x_of(plan, (months_of(date, false) + months_of(date, true)) / 2);
}

static void set_periods(struct plan *plan)
{
    struct bp_date first, last;
    bp_gantt_span(plan->gantt, &first, &last);
    int months = (last.year - first.year) * MONTHS + last.month - first.month + 1;
    plan->kind = months <= MOST_MONTHS         ? BP_PERIOD_MONTH
                 : months <= 3 * MOST_QUARTERS ? BP_PERIOD_FINANCIAL_QUARTER
                                               : BP_PERIOD_FINANCIAL_YEAR;
    plan->months = plan->kind == BP_PERIOD_MONTH               ? 1
                   : plan->kind == BP_PERIOD_FINANCIAL_QUARTER ? 3
                                                               : MONTHS;
    plan->first = bp_period_of(plan->kind, first);
    plan->n = bp_period_of(plan->kind, last).index - plan->first.index + 1;
}

static void set_words(struct plan *plan)
{
    double most = plan->above ? plan->size.x : plan->size.x * WORDS_PART, width = 0;
    const char *group = NULL;
    for (int i = 0; i < plan->gantt->n_tasks; i++) {
        const struct bp_gantt_task *task = &plan->gantt->tasks[i];
        plan->words[i] = bp_pen_wrap(plan->pen, plan->word, task->label.text, most + SLACK);
        width = MAX(width, plan->words[i].width);
        bool new = task->group.text &&
                   (!group || !g_str_equal(group, task->group.text) || i == plan->pen->first_row);
        group = task->group.text;
        plan->groups[i] = (struct bp_pen_lines){0};
        if (new) /* a group's name may go on above the bars */
            plan->groups[i] = bp_pen_wrap(plan->pen, plan->value, group, plan->size.x + SLACK);
    }
    plan->start = plan->above ? 0 : width + WORDS_GAP;
}

/* What stands after a bar or a diamond. */
static double beside(struct plan *plan, const struct bp_gantt_task *task)
{
    double late = task->standing == BP_GANTT_LATE ? LATE + FIGURE_GAP : 0;
    double mark = task->milestone ? MARK * 0.7 : 0;
    return mark + late + FIGURE_GAP + bp_pen_measure(plan->pen, plan->word, task->figure);
}

/* The largest scale at which every figure has room after its bar. */
static void set_scale(struct plan *plan)
{
    double room = plan->size.x - plan->start;
    double first = months_of(bp_period_first(plan->first), false);
    plan->scale = room / plan->n;
    for (int i = 0; i < plan->gantt->n_tasks; i++) {
        const struct bp_gantt_task *task = &plan->gantt->tasks[i];
        double periods = (months_of(task->end, true) - first) / plan->months;
        plan->scale = MIN(plan->scale, (room - beside(plan, task)) / periods);
    }
}

static bool has_today(const struct plan *plan)
{
    if (!plan->gantt->today)
        return false;
    struct bp_period period = bp_period_of(plan->kind, plan->gantt->as_of);
    return period.index >= plan->first.index && period.index < plan->first.index + plan->n;
}

static void set_key(struct plan *plan)
{
    const struct bp_look *look = plan->pen->look;
    const bp_colour dark = bp_pen_series(plan->pen, 0)->type.colour;
    const bp_colour signal = bp_pen_style(plan->pen, BP_STYLE_CHART_SIGNAL)->type.colour;
    bool tasks = false, reached = false, open = false, late = false;
    for (int i = 0; i < plan->gantt->n_tasks; i++) {
        const struct bp_gantt_task *task = &plan->gantt->tasks[i];
        tasks = tasks || !task->milestone;
        reached = reached || (task->milestone && task->standing == BP_GANTT_DONE);
        open = open || (task->milestone && task->standing != BP_GANTT_DONE);
        late = late || task->standing == BP_GANTT_LATE;
    }
    const struct {
        bool there;
        const char *wording;
        struct bp_key_sign sign;
    } all[] = {
        {tasks, "gantt-key-done", {.kind = BP_KEY_FRAMED, .colour = dark}},
        {tasks,
         "gantt-key-open",
         {.kind = BP_KEY_FRAMED, .colour = bp_pen_style(plan->pen, BP_STYLE_SHADE_2)->fill}},
        {reached,
         "gantt-key-reached",
         {.kind = BP_KEY_MARK, .mark = {BP_MARK_DIAMOND, MARK, dark, false}}},
        {open,
         "gantt-key-milestone",
         {.kind = BP_KEY_MARK, .mark = {BP_MARK_DIAMOND, MARK, dark, true}}},
        {late,
         "gantt-key-late",
         {.kind = BP_KEY_MARK, .mark = {BP_MARK_TRIANGLE, LATE, signal, false}}},
    };
    plan->key = bp_key_new(plan->pen, plan->size.x, KEY_GAP);
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        if (all[i].there) {
            struct bp_key_sign sign = all[i].sign;
            sign.words = bp_look_literal(look, all[i].wording);
            bp_key_add(&plan->key, sign);
        }
}

static double thickness(const struct plan *plan)
{
    return THICK * bp_pen_scale(plan->pen);
}

static double bar_height(const struct plan *plan)
{
    return MAX(thickness(plan), bp_pen_leading(plan->word));
}

static double group_height(const struct plan *plan, int index)
{
    int lines = plan->groups[index].n_lines;
    double above = index > plan->pen->first_row ? GROUP_GAP : 0;
    return lines > 0 ? lines * bp_pen_leading(plan->value) + above : 0;
}

static double row_height(const struct plan *plan, int index)
{
    double words = plan->words[index].n_lines * bp_pen_leading(plan->word);
    return plan->above ? words + bar_height(plan) : MAX(words, bar_height(plan));
}

static double rows_height(const struct plan *plan)
{
    double height = plan->head;
    for (int i = plan->part.first; i < plan->part.end; i++)
        height += group_height(plan, i) + row_height(plan, i) + plan->gap;
    return height;
}

static double foot_height(const struct plan *plan)
{
    return NAMES_DROP + 2 * bp_pen_leading(plan->axis) + bp_key_height(&plan->key);
}

/* Rows further apart, or nearer, as the chart and its room ask. */
static bool set_height(struct plan *plan, double room)
{
    plan->part = bp_part_whole(plan->gantt->n_tasks);
    plan->gap = GAP;
    double natural = rows_height(plan) + foot_height(plan);
    plan->gap += (MIN(MAX(plan->chart->height, natural), room) - natural) / plan->part.end;
    plan->size.y = rows_height(plan) + foot_height(plan);
    return plan->gap >= LEAST_GAP && plan->size.y <= room + SLACK;
}

/* As many rows as there is room for. False when that is not one. */
static bool set_part(struct plan *plan, double room)
{
    int n = plan->gantt->n_tasks;
    double *heights = bp_arena_new(plan->pen->scratch, (size_t)n * sizeof *heights);
    plan->gap = GAP;
    for (int i = 0; i < n; i++)
        heights[i] = group_height(plan, i) + row_height(plan, i) + plan->gap;
    plan->part = bp_part_find(plan->pen, heights, n, room - plan->head - foot_height(plan));
    plan->size.y = rows_height(plan) + foot_height(plan);
    return plan->part.end > plan->part.first;
}

static bool set_out(struct plan *plan, struct bp_spot room)
{
    set_periods(plan);
    plan->above = room.x < NARROW;
    set_words(plan);
    set_scale(plan);
    set_key(plan);
    plan->head = has_today(plan) ? bp_pen_leading(plan->axis) + FIGURE_GAP : 0;
    double height = bp_part_room(plan->pen, room.y);
    return plan->scale * plan->n >= LEAST_PLOT &&
           ((!bp_part_goes_on(plan->pen) && set_height(plan, height)) || set_part(plan, height));
}

/* A light line at the beginning of each named period, and of each that follows one. */
static void draw_time(struct plan *plan)
{
    const struct bp_style *style = bp_pen_style(plan->pen, BP_STYLE_CHART_AXIS);
    const struct bp_stroke grid = {style->rule_colour, style->rule, 0};
    double foot = rows_height(plan), end = plan->start + plan->n * plan->scale;
    const struct bp_timeaxis_wish wish = {.first = plan->first,
                                          .n = plan->n,
                                          .x = plan->start + plan->scale / 2,
                                          .step = plan->scale,
                                          .left = plan->start,
                                          .right = plan->size.x};
    const struct bp_timeaxis *axis = bp_time_axis_new(wish, plan->pen);
    for (int i = 0; i < axis->n_ticks; i++)
        if (axis->ticks[i].named) {
            double x = axis->ticks[i].x - plan->scale / 2;
            bp_canvas_line(plan->canvas, &grid, (struct bp_spot){x, plan->head},
                           (struct bp_spot){x, foot + TICK});
        }
    bp_canvas_line(plan->canvas, &grid, (struct bp_spot){plan->start, foot},
                   (struct bp_spot){end, foot});
    bp_time_axis_write(axis, plan->pen, plan->canvas, foot + NAMES_DROP);
}

static void draw_today(struct plan *plan)
{
    const struct bp_stroke stroke = {plan->word->colour, 1, DASH};
    double x = day_x(plan, plan->gantt->as_of), foot = rows_height(plan);
    double half = bp_pen_measure(plan->pen, plan->axis, plan->gantt->today) / 2;
    bp_canvas_line(plan->canvas, &stroke, (struct bp_spot){x, plan->head - FIGURE_GAP + 1},
                   (struct bp_spot){x, foot});
    bp_canvas_label(
        plan->canvas, plan->axis, plan->gantt->today,
        (struct bp_spot){CLAMP(x, half, MAX(plan->size.x - half, half)),
                         bp_pen_middle(plan->pen, plan->axis, bp_pen_leading(plan->axis))},
        BP_ALIGN_CENTRE);
}

static void draw_task(struct plan *plan, const struct bp_gantt_task *task, double top)
{
    const bp_colour dark = bp_pen_series(plan->pen, 0)->type.colour;
    const struct bp_stroke edge = {dark, 0.75, 0};
    double from = x_of(plan, months_of(task->start, false));
    double to = x_of(plan, months_of(task->end, true));
    double y = top + (bar_height(plan) - thickness(plan)) / 2;
    struct bp_spot corner = {from, y}, other = {to, y + thickness(plan)};
    bp_canvas_rectangle(plan->canvas, bp_pen_style(plan->pen, BP_STYLE_SHADE_2)->fill, corner,
                        other);
    if (task->done > 0)
        bp_canvas_rectangle(plan->canvas, dark, corner,
                            (struct bp_spot){from + (to - from) * task->done / 100, other.y});
    bp_canvas_frame(plan->canvas, &edge, corner, other);
}

static void draw_bar(struct plan *plan, const struct bp_gantt_task *task, double top)
{
    const bp_colour signal = bp_pen_style(plan->pen, BP_STYLE_CHART_SIGNAL)->type.colour;
    const struct bp_mark_look late = {BP_MARK_TRIANGLE, LATE, signal, false};
    const struct bp_mark_look diamond = {BP_MARK_DIAMOND, MARK,
                                         bp_pen_series(plan->pen, 0)->type.colour,
                                         task->standing != BP_GANTT_DONE};
    double middle = top + bar_height(plan) / 2;
    double x = x_of(plan, months_of(task->end, true));
    double width = bp_pen_measure(plan->pen, plan->word, task->figure);
    if (task->milestone)
        x = day_x(plan, task->start);
    else
        draw_task(plan, task, top);
    /* so that the day's line, or a grid line, does not go through the figure */
    double clear = x + beside(plan, task);
    bp_canvas_rectangle(
        plan->canvas, BP_CANVAS_PAPER,
        (struct bp_spot){clear - width - CLEAR, middle - bp_pen_leading(plan->word) / 2},
        (struct bp_spot){clear + CLEAR, middle + bp_pen_leading(plan->word) / 2});
    if (task->milestone)
        bp_canvas_mark(plan->canvas, &diamond, (struct bp_spot){x, middle});
    if (task->standing == BP_GANTT_LATE)
        bp_canvas_mark(plan->canvas, &late,
                       (struct bp_spot){clear - width - FIGURE_GAP - LATE / 2, middle});
    bp_canvas_label(plan->canvas, plan->word, task->figure,
                    (struct bp_spot){clear - width,
                                     top + bp_pen_middle(plan->pen, plan->word, bar_height(plan))},
                    BP_ALIGN_START);
}

/* Words stand on the grid and the day's line where they are above the bars or a group's. */
static void draw_row(struct plan *plan, int index, double top)
{
    const struct bp_pen_lines *words = &plan->words[index], *group = &plan->groups[index];
    double all = words->n_lines * bp_pen_leading(plan->word), height = row_height(plan, index);
    double names = group->n_lines * bp_pen_leading(plan->value),
           row = top + group_height(plan, index);
    bp_canvas_rectangle(plan->canvas, BP_CANVAS_PAPER, (struct bp_spot){0, row - names},
                        (struct bp_spot){group->width, row});
    bp_canvas_lines(plan->canvas, plan->value, group, (struct bp_spot){0, row - names},
                    BP_ALIGN_START);
    if (plan->above)
        bp_canvas_rectangle(plan->canvas, BP_CANVAS_PAPER, (struct bp_spot){0, row},
                            (struct bp_spot){words->width, row + all});
    bp_canvas_lines(plan->canvas, plan->word, words,
                    (struct bp_spot){0, plan->above ? row : row + (height - all) / 2},
                    BP_ALIGN_START);
    draw_bar(plan, &plan->gantt->tasks[index],
             plan->above ? row + all : row + (height - bar_height(plan)) / 2);
}

static void draw(struct plan *plan)
{
    double y = plan->head + plan->gap / 2, foot = rows_height(plan);
    draw_time(plan);
    if (has_today(plan))
        draw_today(plan);
    for (int i = plan->part.first; i < plan->part.end; i++) {
        draw_row(plan, i, y);
        y += group_height(plan, i) + row_height(plan, i) + plan->gap;
    }
    bp_key_draw(&plan->key, plan->canvas,
                foot + NAMES_DROP + 2 * bp_pen_leading(plan->axis) + KEY_GAP);
}

struct bp_drawing *bp_gantt_draw(const struct bp_chart *chart, struct bp_pen *pen,
                                 struct bp_spot room)
{
    size_t n = (size_t)chart->gantt->n_tasks;
    struct plan plan = {.chart = chart,
                        .gantt = chart->gantt,
                        .pen = pen,
                        .size = {room.x, 0},
                        .word = &bp_pen_style(pen, BP_STYLE_CHART_LABEL)->type,
                        .axis = &bp_pen_style(pen, BP_STYLE_CHART_AXIS)->type,
                        .value = &bp_pen_style(pen, BP_STYLE_CHART_VALUE)->type};
    if (n == 0)
        return NULL;
    plan.words = bp_arena_new(pen->scratch, n * sizeof *plan.words);
    plan.groups = bp_arena_new(pen->scratch, n * sizeof *plan.groups);
    if (!set_out(&plan, room))
        return NULL;
    plan.canvas = bp_canvas_create(pen, plan.size.x, plan.size.y);
    if (!plan.canvas)
        return NULL;
    draw(&plan);
    struct bp_drawing *drawing = bp_canvas_finish(plan.canvas, chart->anchor);
    if (drawing)
        drawing->next_row = bp_part_next(plan.part, (int)n);
    return drawing;
}
