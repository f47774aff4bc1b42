/* SPDX-License-Identifier: MIT */
#include "layout/columns.h"

#include <math.h>

#include "layout/extent.h"

/* A column narrower than this holds no word that could be read. */
#define LEAST_COLUMN 12.0

/* Columns come no nearer than this where their words need the room. */
#define LEAST_GUTTER 6.0

/* How often a width is halved to find one that fits. */
#define HALVINGS 40

/* Room for rounding, so that a line that was measured is not broken. */
#define ROUNDING 0.02

struct bp_table_column {
    struct bp_extent extent;
    double body;    /* the most that cells below the header rows ask for */
    double content; /* of all its cells, on one line each: how much it has to hold */
    double width;
    bool fixed; /* the table says how wide it is */
    bool settled;
};

static struct bp_extent table_extent(struct bp_layout *layout, const struct bp_block *table,
                                     const char *language);

/* What a block's width has more than its text's. */
static double room_around(const struct bp_layout *layout, const struct bp_block *block)
{
    const struct bp_style *style = block->style;
    double around = style->indent;
    bool labelled =
        block->kind == BP_BLOCK_ITEM || (block->kind == BP_BLOCK_HEADING && block->label.n_runs);
    if (labelled && !bp_label_may_stand_aside(layout, block, NULL))
        around += style->hanging;
    if (block->kind == BP_BLOCK_PANEL)
        around += style->bar + 2 * style->padding_x;
    return around;
}

static double chart_width(const struct bp_layout *layout, const struct bp_block *figure)
{
    const struct bp_drawer *drawer = layout->document->drawer;
    return drawer && drawer->width ? drawer->width(drawer->user, figure) : 0;
}

static struct bp_extent block_extent(struct bp_layout *layout, const struct bp_block *block,
                                     const char *language)
{
    if (block->language)
        language = block->language;
    struct bp_extent extent = {0};
    if (block->kind == BP_BLOCK_TABLE)
        return table_extent(layout, block, language);
    if (block->text.n_runs)
        extent = bp_text_extent(layout, &block->text, language);
    for (const struct bp_block *child = block->first; child; child = child->next) {
        struct bp_extent inner = block_extent(layout, child, language);
        extent.least = MAX(extent.least, inner.least);
        extent.most = MAX(extent.most, inner.most);
        extent.figure = MAX(extent.figure, inner.figure);
    }
    double around = room_around(layout, block);
    double height;
    if (block->kind == BP_BLOCK_FIGURE) {
        bp_figure_size(block, &extent.least, &height);
        if (block->chart)
            extent.least = extent.figure = chart_width(layout, block);
        extent.most = extent.least;
    }
    extent.least += around;
    extent.most += around;
    extent.figure += extent.figure > 0 ? around : 0;
    return extent;
}

/* What the column gives up when its heads are broken, in two or so. */
static double spare_of(const struct bp_table_column *column)
{
    double body = MAX(column->body + ROUNDING, MAX(column->extent.least, column->extent.most / 2));
    return column->settled || column->body <= 0 ? 0 : MAX(column->extent.most - body, 0);
}

/* Heads are broken first: they stand once on a page, and the rows below them many times. Those that
 * give up least get it back from what is left. */
static void spare_heads(struct bp_table_column *columns, int n, double room)
{
    double most = 0, spare = 0;
    for (int i = 0; i < n; i++) {
        most += columns[i].fixed ? columns[i].width : columns[i].extent.most;
        spare += spare_of(&columns[i]);
    }
    if (most <= room)
        return;
    double left = MAX(room - (most - spare), 0), low = 0, high = room;
    for (int k = 0; k < HALVINGS; k++) { /* the most that each gets back */
        double middle = (low + high) / 2, given = 0;
        for (int i = 0; i < n; i++)
            given += MIN(spare_of(&columns[i]), middle);
        *(given <= left ? &low : &high) = middle;
    }
    for (int i = 0; i < n; i++)
        columns[i].extent.most -= MAX(spare_of(&columns[i]) - low, 0);
}

/* A cell over several columns asks its last one for what the others don't give. */
static void widen(struct bp_table_column *columns, int first, int span, double gutter, bool body,
                  struct bp_extent extent)
{
    for (int i = first; i < first + span - 1; i++) {
        extent.least -= columns[i].extent.least + gutter;
        extent.most -= columns[i].extent.most + gutter;
        extent.figure -= columns[i].extent.figure + gutter;
    }
    struct bp_table_column *last = &columns[first + span - 1];
    last->extent.least = MAX(last->extent.least, extent.least);
    last->extent.most = MAX(last->extent.most, extent.most);
    last->extent.figure = MAX(last->extent.figure, extent.figure);
    last->content += MAX(extent.most, 0);
    if (body)
        last->body = MAX(last->body, extent.most);
}

static void measure_rows(struct bp_layout *layout, const struct bp_block *table,
                         struct bp_table_column *columns, const char *language)
{
    int *busy = g_new0(int, (gsize)table->n_columns);
    double gutter = table->style->padding_x;
    int heads = table->header_rows + 1;
    for (const struct bp_block *row = table->first; row; row = row->next) {
        if (row->kind != BP_BLOCK_ROW)
            continue;
        int column = 0;
        heads--;
        for (const struct bp_block *cell = row->first; cell; cell = cell->next) {
            while (column < table->n_columns && busy[column] > 0)
                busy[column++]--;
            int span = MIN(MAX(cell->column_span, 1), table->n_columns - column);
            if (span <= 0)
                break;
            widen(columns, column, span, gutter, heads <= 0, block_extent(layout, cell, language));
            for (int i = 0; i < span; i++)
                busy[column++] = MAX(cell->row_span, 1) - 1;
        }
        while (column < table->n_columns)
            busy[column] -= busy[column] > 0, column++;
    }
    g_free(busy);
}

/* Of a table that stands in another one's cell. */
static struct bp_extent table_extent(struct bp_layout *layout, const struct bp_block *table,
                                     const char *language)
{
    int n = table->n_columns;
    struct bp_table_column *columns = g_new0(struct bp_table_column, (gsize)MAX(n, 1));
    double gutters = table->style->padding_x * (n - 1) + room_around(layout, table);
    struct bp_extent extent = {gutters, gutters, gutters};
    measure_rows(layout, table, columns, language);
    for (int i = 0; i < n; i++) {
        double fixed = table->column_widths ? MAX(table->column_widths[i], 0) : 0;
        bool asks = fixed <= 0;
        extent.least += asks ? MAX(columns[i].extent.least, LEAST_COLUMN) : fixed;
        extent.most += asks ? MAX(columns[i].extent.most, LEAST_COLUMN) : fixed;
        extent.figure += asks ? MAX(columns[i].extent.figure, LEAST_COLUMN) : fixed;
    }
    g_free(columns);
    return extent;
}

/* What the columns that are not settled have to share, by which measure, and how much of it is left
 * when each has its widest word. */
struct share {
    double room;
    double weight;
    double spare;
};

static double weight_of(const struct bp_table_column *column, bool even)
{
    return even ? 1 : sqrt(column->content);
}

static struct share open_share(const struct bp_table_column *columns, int n, double room, bool even)
{
    struct share share = {.room = room};
    for (int i = 0; i < n; i++)
        if (columns[i].settled)
            share.room -= columns[i].width;
        else
            share.weight += weight_of(&columns[i], even);
    share.spare = share.room;
    for (int i = 0; i < n; i++)
        share.spare -= columns[i].settled ? 0 : columns[i].extent.least;
    return share;
}

static double part_of(const struct share *share, const struct bp_table_column *column, bool even)
{
    return share->room * weight_of(column, even) / share->weight;
}

/* Settles the columns whose share is more than they ask for, where the others keep their widest
 * words. */
static bool settle_content(struct bp_table_column *columns, int n, struct share share, bool even)
{
    bool settled = false;
    for (int i = 0; i < n; i++) {
        struct bp_table_column *column = &columns[i];
        double more = column->extent.most - column->extent.least;
        if (column->settled || column->extent.most > part_of(&share, column, even) ||
            more > share.spare)
            continue;
        column->width = column->extent.most;
        column->settled = settled = true;
        share.spare -= more;
    }
    return settled;
}

/* Settles the columns whose share is less than their widest word. */
static bool settle_least(struct bp_table_column *columns, int n, struct share share, bool even)
{
    bool settled = false;
    for (int i = 0; i < n; i++) {
        struct bp_table_column *column = &columns[i];
        if (column->settled || column->extent.least < part_of(&share, column, even))
            continue;
        column->width = column->extent.least;
        column->settled = settled = true;
    }
    return settled;
}

/* By its cells, without its heads where there are others. */
static double asked(const struct bp_table_column *column)
{
    return column->body > 0 ? column->body : column->extent.most;
}

/*
 * Columns that ask for no more than an even share get what they ask for; the others share the rest
 * by how much they have to hold, so that rows come out low. What asks for little is settled first,
 * as it leaves more to the others.
 */
static void share_width(struct bp_table_column *columns, int n, double room)
{
    for (int pass = 0; pass < 2; pass++)
        while (settle_content(columns, n, open_share(columns, n, room, pass == 0), pass == 0) ||
               settle_least(columns, n, open_share(columns, n, room, pass == 0), pass == 0))
            ;
    struct share share = open_share(columns, n, room, false);
    int widest = -1;
    for (int i = 0; i < n; i++) {
        if (!columns[i].settled)
            columns[i].width = part_of(&share, &columns[i], false);
        if (!columns[i].fixed && (widest < 0 || asked(&columns[i]) > asked(&columns[widest])))
            widest = i;
    }
    if (share.weight <= 0 && widest >= 0)
        columns[widest].width += MAX(share.room, 0);
}

/* The width of a column where none may be wider than `most`: words are split, figures not. */
static double narrowed(const struct bp_table_column *column, double most)
{
    if (column->fixed)
        return column->width;
    return MAX(MIN(column->width, most), MAX(column->extent.figure, LEAST_COLUMN));
}

static double total_width(const struct bp_table_column *columns, int n, double most)
{
    double total = 0;
    for (int i = 0; i < n; i++)
        total += narrowed(&columns[i], most);
    return total;
}

/* How wide a column may be so that all fit: the widest become narrower and leave the others alone.
 */
static double widest_column(const struct bp_table_column *columns, int n, double room)
{
    double low = 0, high = room;
    if (total_width(columns, n, high) <= room)
        return high;
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (total_width(columns, n, middle) <= room)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* A column too narrow for one of its words takes that word's width, or what can be had of it. */
static void settle_asked(struct bp_table_column *column, double fixed)
{
    column->extent.least = MAX(column->extent.least + ROUNDING, LEAST_COLUMN);
    column->extent.most = MAX(column->extent.most + ROUNDING, column->extent.least);
    column->extent.figure += column->extent.figure > 0 ? ROUNDING : 0;
    column->fixed = column->settled = fixed > 0 && fixed >= column->extent.least;
    if (column->fixed)
        column->width = fixed;
    else if (fixed > 0)
        column->extent.most = column->extent.least;
}

/* What columns may come near to: that of columns of fixed width is fixed too. */
static double least_gutter(const struct bp_columns *columns)
{
    bool fixed = true;
    for (int i = 0; i < columns->n; i++)
        fixed = fixed && columns->columns[i].fixed;
    return fixed ? columns->gutter : MIN(columns->gutter, LEAST_GUTTER);
}

void bp_columns_init(struct bp_columns *columns, struct bp_layout *layout,
                     const struct bp_block *table)
{
    int n = table->n_columns;
    *columns = (struct bp_columns){g_new0(struct bp_table_column, (gsize)MAX(n, 1)), n,
                                   table->style->padding_x, 0, 0};
    measure_rows(layout, table, columns->columns,
                 table->language ? table->language : layout->document->language);
    for (int i = 0; i < n; i++)
        settle_asked(&columns->columns[i], table->column_widths ? table->column_widths[i] : 0);
    double gutters = least_gutter(columns) * MAX(n - 1, 0);
    columns->least = total_width(columns->columns, n, 0) + gutters;
    columns->whole = gutters;
    for (int i = 0; i < n; i++)
        columns->whole += columns->columns[i].fixed ? columns->columns[i].width
                                                    : columns->columns[i].extent.least;
}

void bp_columns_finish(struct bp_columns *columns)
{
    g_free(columns->columns);
}

void bp_columns_place(struct bp_columns *columns, double width, struct bp_column_place *places)
{
    int n = columns->n;
    double gutter = columns->gutter, need = 0;
    for (int i = 0; i < n; i++)
        need += columns->columns[i].fixed ? columns->columns[i].width
                                          : columns->columns[i].extent.least;
    if (n > 1 && need + gutter * (n - 1) > width)
        gutter = MAX((width - need) / (n - 1), least_gutter(columns));
    double room = width - gutter * (n - 1);
    spare_heads(columns->columns, n, room);
    share_width(columns->columns, n, room);
    double most = widest_column(columns->columns, n, room), start = 0;
    for (int i = 0; i < n; i++) {
        places[i] = (struct bp_column_place){start, narrowed(&columns->columns[i], most)};
        start += places[i].width + gutter;
    }
}
