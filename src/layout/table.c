/* SPDX-License-Identifier: MIT */
/*
 * Tables. A row is one strip; a row taller than a third of the page is cut into slices, one line of
 * every cell each, so that it may go on on the next page. The table's style gives the gutter
 * (padding_x), the rule on top and the rows' styles their padding_y, fill and the rule below.
 */
#include "base/number.h"
#include "layout/columns.h"
#include "layout/flow.h"

/* A row taller than this part of the text area may be split. */
#define TALL_ROW 3

/* Widths are sums of rounded numbers. */
#define SLACK 0.01

#define POINTS_PER_MM (72 / 25.4)

/* A cell set in its column, and how far it has been taken into strips. */
struct set_cell {
    struct bp_flow flow;
    int taken;               /* strips */
    struct bp_kid *original; /* the content piece last met, */
    struct bp_kid *current;  /* its part in the slice under way, */
    int slice;               /* and that slice */
};

/* A cell that reaches into rows below. */
struct spanning {
    int rows;      /* still to come */
    double height; /* that they must still give */
};

struct table {
    struct bp_flow *flow;
    const struct bp_block *block;
    struct bp_frame frame;
    struct bp_column_place *columns;
    struct spanning *spanning; /* of each column */
    GArray *cells;             /* struct set_cell, of the row under way */
    GArray *fragments;
    GPtrArray *notes;
    GPtrArray *places; /* in the cells */
    double baseline;   /* of the strip under way; negative: none yet */
    bool first_row;
};

static struct bp_tag *cell_tag(const struct table *table, const struct bp_block *cell,
                               struct bp_tag *row)
{
    struct bp_tag *tag = bp_tag_new(table->flow->layout->arena, row,
                                    cell->scope == BP_SCOPE_NONE ? BP_TAG_TD : BP_TAG_TH);
    tag->scope = (int)cell->scope;
    tag->column_span = MAX(cell->column_span, 1);
    tag->row_span = MAX(cell->row_span, 1);
    tag->language = cell->language;
    return tag;
}

/* Sets one cell that starts in `column`; returns the column after it. */
static int set_cell(struct table *table, const struct bp_block *cell, int column,
                    struct bp_tag *row)
{
    int n = table->block->n_columns;
    int last = MIN(column + MAX(cell->column_span, 1), n) - 1;
    struct bp_frame frame = table->frame;
    frame.start += table->columns[column].start;
    frame.width =
        table->columns[last].start + table->columns[last].width - table->columns[column].start;
    frame.page = false;
    frame.head = NULL;
    frame.tag = cell_tag(table, cell, row);
    frame.direct = bp_block_stands_alone(cell);
    if (cell->language)
        frame.language = cell->language;
    struct set_cell set = {.slice = -1};
    bp_flow_init(&set.flow, table->flow->layout);
    bp_flow_children(&set.flow, cell, &frame);
    int rows = MAX(cell->row_span, 1);
    for (int i = column; i <= last; i++)
        table->spanning[i].rows = rows - 1;
    if (rows > 1)
        table->spanning[column].height = bp_flow_height(&set.flow, 0, bp_flow_count(&set.flow));
    g_array_append_val(table->cells, set);
    return last + 1;
}

/* The height that the row's cells ask for; a cell over several rows asks the last of them. */
static double row_height(struct table *table, const struct bp_block *row)
{
    double height = 0, padding = 2 * row->style->padding_y;
    int index = 0;
    for (const struct bp_block *cell = row->first; cell && index < (int)table->cells->len;
         cell = cell->next, index++) {
        struct set_cell *set = &g_array_index(table->cells, struct set_cell, index);
        if (MAX(cell->row_span, 1) == 1)
            height = MAX(height, bp_flow_height(&set->flow, 0, bp_flow_count(&set->flow)));
    }
    for (int i = 0; i < table->block->n_columns; i++)
        if (table->spanning[i].rows == 0)
            height = MAX(height, table->spanning[i].height);
    for (int i = 0; i < table->block->n_columns; i++) {
        struct spanning *spanning = &table->spanning[i];
        spanning->height = spanning->rows > 0 ? MAX(spanning->height - height - padding, 0) : 0;
    }
    return height;
}

/* The piece of content for a fragment: in each slice one of its own, as other cells stand between.
 */
static struct bp_kid *slice_kid(struct table *table, struct set_cell *cell, struct bp_kid *kid,
                                int slice)
{
    if (!kid)
        return NULL;
    if (cell->original != kid)
        cell->original = cell->current = kid;
    else if (cell->slice != slice)
        cell->current = bp_kid_split(table->flow->layout->arena, cell->current);
    cell->slice = slice;
    return cell->current;
}

/* Moves the next strip of a cell to `y` of the row's strip; returns its height. */
static double take_strip(struct table *table, struct set_cell *cell, double y, int slice)
{
    const struct bp_strip *strip = bp_flow_at(&cell->flow, cell->taken);
    double space = cell->taken > 0 ? strip->space_before : 0;
    for (int i = 0; i < strip->n_fragments; i++) {
        struct bp_fragment fragment = strip->fragments[i];
        fragment.box.y += y + space;
        fragment.box.kid = slice_kid(table, cell, fragment.box.kid, slice);
        g_array_append_val(table->fragments, fragment);
    }
    for (int i = 0; i < strip->n_notes; i++)
        g_ptr_array_add(table->notes, strip->notes[i]);
    for (int i = 0; i < strip->n_places; i++) {
        strip->places[i]->y += y + space;
        g_ptr_array_add(table->places, strip->places[i]);
    }
    if (table->baseline < 0 && strip->baseline >= 0)
        table->baseline = y + space + strip->baseline;
    cell->taken++;
    return space + strip->height;
}

static bool cell_left(const struct set_cell *cell)
{
    return cell->taken < bp_flow_count(&cell->flow);
}

static void add_fill(struct table *table, const struct bp_style *style, double height)
{
    if (!style->has_fill)
        return;
    struct bp_fragment fill = bp_fragment_rectangle(table->flow->layout, table->frame.start, 0,
                                                    table->frame.width, height, style->fill);
    g_array_prepend_val(table->fragments, fill);
}

static void add_rule(struct table *table, const struct bp_style *style, double y)
{
    if (style->rule <= 0)
        return;
    struct bp_fragment rule =
        bp_fragment_rectangle(table->flow->layout, table->frame.start, y, table->frame.width,
                              style->rule, style->rule_colour);
    g_array_append_val(table->fragments, rule);
}

/* The places in the strip's cells, after those of the table and the row. */
static void add_places(struct table *table, struct bp_strip *strip)
{
    int n = strip->n_places;
    if (table->places->len == 0)
        return;
    for (int i = n; i > 0; i--)
        g_ptr_array_insert(table->places, 0, strip->places[i - 1]);
    strip->n_places = (int)table->places->len;
    strip->places = bp_arena_copy(table->flow->layout->arena, table->places->pdata,
                                  table->places->len, sizeof *strip->places);
    g_ptr_array_set_size(table->places, 0);
}

/* What was gathered becomes the flow's next strip. */
static void add_strip(struct table *table, const struct bp_style *style, double height, bool last)
{
    struct bp_arena *arena = table->flow->layout->arena;
    add_fill(table, style, height);
    if (table->first_row)
        add_rule(table, table->block->style, 0);
    if (last)
        add_rule(table, style, height - style->rule);
    table->first_row = false;
    const struct bp_strip_parts parts = {height, table->baseline,
                                         (const struct bp_fragment *)(void *)table->fragments->data,
                                         (int)table->fragments->len};
    struct bp_strip *strip = bp_flow_strip(table->flow, &table->frame, &parts);
    strip->n_notes = (int)table->notes->len;
    strip->notes =
        bp_arena_copy(arena, table->notes->pdata, table->notes->len, sizeof *strip->notes);
    add_places(table, strip);
    g_array_set_size(table->fragments, 0);
    g_ptr_array_set_size(table->notes, 0);
    table->baseline = -1;
}

static void flow_whole_row(struct table *table, const struct bp_style *style, double height)
{
    for (guint i = 0; i < table->cells->len; i++) {
        struct set_cell *cell = &g_array_index(table->cells, struct set_cell, i);
        double y = style->padding_y;
        while (cell_left(cell))
            y += take_strip(table, cell, y, 0);
    }
    add_strip(table, style, height + 2 * style->padding_y + style->rule, true);
}

static void flow_sliced_row(struct table *table, const struct bp_style *style)
{
    bool left = true;
    for (int slice = 0; left; slice++) {
        double top = slice == 0 ? style->padding_y : 0, height = 0;
        left = false;
        for (guint i = 0; i < table->cells->len; i++) {
            struct set_cell *cell = &g_array_index(table->cells, struct set_cell, i);
            double taken = cell_left(cell) ? take_strip(table, cell, top, slice) : 0;
            height = MAX(height, taken);
            left = left || cell_left(cell);
        }
        double bottom = left ? 0 : style->padding_y + style->rule;
        add_strip(table, style, top + height + bottom, !left);
    }
}

static void flow_row(struct table *table, const struct bp_block *row, struct bp_tag *parent)
{
    struct bp_tag *tag = bp_tag_new(table->flow->layout->arena, parent, BP_TAG_TR);
    int column = 0, n = table->block->n_columns;
    bool spanned = false;
    for (const struct bp_block *cell = row->first; cell; cell = cell->next) {
        for (; column < n && table->spanning[column].rows > 0; column++) {
            table->spanning[column].rows--;
            spanned = true;
        }
        if (column < n)
            column = set_cell(table, cell, column, tag);
    }
    for (; column < n; column++) {
        spanned = spanned || table->spanning[column].rows > 0;
        table->spanning[column].rows -= table->spanning[column].rows > 0;
    }
    if (spanned)
        table->flow->keep_next = true;
    double height = row_height(table, row);
    if (height > bp_layout_height(table->flow->layout) / TALL_ROW && !spanned)
        flow_sliced_row(table, row->style);
    else
        flow_whole_row(table, row->style, height);
    for (guint i = 0; i < table->cells->len; i++)
        bp_flow_finish(&g_array_index(table->cells, struct set_cell, i).flow);
    g_array_set_size(table->cells, 0);
}

static bool is_low(const struct table *table, int first, int end)
{
    return bp_flow_height(table->flow, first, end) <=
           bp_layout_height(table->flow->layout) / TALL_ROW;
}

/* The header rows [first, end) once more, as artifacts for the pages to come. */
static const struct bp_head *make_head(struct table *table, int first, int end)
{
    struct bp_arena *arena = table->flow->layout->arena;
    struct bp_head *head = bp_arena_new(arena, sizeof *head);
    struct bp_strip *strips = bp_arena_new(arena, (size_t)(end - first) * sizeof *strips);
    for (int i = first; i < end; i++) {
        struct bp_strip *strip = &strips[i - first];
        *strip = *bp_flow_at(table->flow, i);
        strip->n_notes = strip->n_places = 0;
        strip->fragments = bp_arena_copy(arena, strip->fragments, (size_t)strip->n_fragments,
                                         sizeof *strip->fragments);
        for (int k = 0; k < strip->n_fragments; k++) {
            strip->fragments[k].box.kid = NULL;
            strip->fragments[k].link = NULL;
        }
    }
    head->strips = strips;
    head->n_strips = end - first;
    head->height = bp_flow_height(table->flow, first, end);
    return head;
}

/* No row stands alone with the head at a page's foot, or without company at the next one's head. */
static void keep_rows(struct table *table, int body)
{
    struct bp_flow *flow = table->flow;
    int end = bp_flow_count(flow);
    double low = bp_layout_height(table->flow->layout) / TALL_ROW;
    if (is_low(table, body, end))
        bp_flow_keep(flow, body, end);
    if (end - body > 2 && bp_flow_at(flow, body + 1)->height <= low)
        bp_flow_at(flow, body + 1)->keep = true;
    if (end - body > 2 && bp_flow_at(flow, end - 1)->height <= low)
        bp_flow_at(flow, end - 1)->keep = true;
}

/* The part that the header rows stand in. A table of nothing else has no THead (ISO 14289-1 7.5).
 */
static enum bp_tag_role head_role(const struct bp_block *row, int header_rows)
{
    for (int i = 0; row && i < header_rows; i++)
        row = row->next;
    return row ? BP_TAG_THEAD : BP_TAG_TBODY;
}

/* A row that is one cell over all columns is a heading of the rows below it. */
static bool is_group_head(const struct table *table, const struct bp_block *row)
{
    const struct bp_block *cell = row->first;
    return cell && !cell->next && cell->scope != BP_SCOPE_NONE &&
           cell->column_span >= table->block->n_columns && table->block->n_columns > 1;
}

static void flow_rows(struct table *table)
{
    struct bp_flow *flow = table->flow;
    struct bp_arena *arena = flow->layout->arena;
    const struct bp_block *block = table->block;
    const struct bp_block *row = block->first;
    struct bp_tag *tag = table->frame.tag;
    for (; row && row->kind != BP_BLOCK_ROW; row = row->next)
        bp_flow_block(flow, row, &table->frame);
    int first = bp_flow_count(flow);
    struct bp_tag *part = NULL;
    if (row && block->header_rows > 0)
        part = bp_tag_new(arena, tag, head_role(row, block->header_rows));
    for (int i = 0; row && i < block->header_rows; row = row->next, i++) {
        flow_row(table, row, part);
        flow->keep_next = true;
    }
    int end = bp_flow_count(flow);
    if (end > first && is_low(table, first, end))
        table->frame.head = make_head(table, first, end);
    part = row ? bp_tag_new(arena, tag, BP_TAG_TBODY) : NULL;
    int body = bp_flow_count(flow);
    for (; row; row = row->next) {
        flow_row(table, row, part);
        if (is_group_head(table, row))
            flow->keep_next = true;
    }
    keep_rows(table, body);
}

/* Whether a table that needs so many points, more than its frame has, may stand on a page that is
 * turned. */
static bool can_turn(const struct bp_layout *layout, const struct bp_frame *frame, double needed)
{
    const struct bp_sheet *sheet = &layout->document->sheet;
    return frame->page && sheet->width < sheet->height && needed > frame->width + SLACK;
}

static void report_wide(const struct table *table, double excess, bool would_turn)
{
    const struct bp_block *block = table->block;
    struct bp_layout *layout = table->flow->layout;
    GString *by = g_string_new(NULL);
    bp_number_append(by, MAX(excess / POINTS_PER_MM, 0.1), 1);
    bp_report_error(layout->report, &block->source, "table-too-wide",
                    "this table is %s mm wider than the %spage; %s%ssplit it into several tables",
                    by->str, layout->sheet == &layout->turned ? "landscape " : "",
                    would_turn ? "write “landscape: yes” for it in the layout, or " : "",
                    block->column_widths ? "make its column widths smaller, or " : "");
    g_string_free(by, true);
    layout->failed = true;
}

/* Places the columns; false, with a report, where they do not fit. */
static bool place_columns(struct table *table, struct bp_columns *columns, bool turns)
{
    const struct bp_layout *layout = table->flow->layout;
    double excess = columns->least - table->frame.width;
    if (excess > SLACK)
        report_wide(table, excess,
                    turns && columns->least <= bp_sheet_width(&layout->turned) + SLACK);
    else
        bp_columns_place(columns, table->frame.width, table->columns);
    return excess <= SLACK;
}

/* The whole width of a landscape page. */
static void turn_frame(struct bp_layout *layout, struct bp_frame *frame)
{
    layout->sheet = &layout->turned;
    frame->start = layout->turned.margin_start;
    frame->width = bp_sheet_width(&layout->turned);
}

void bp_flow_table(struct bp_flow *flow, const struct bp_block *block, const struct bp_frame *frame)
{
    struct table table = {
        .flow = flow, .block = block, .frame = *frame, .baseline = -1, .first_row = true};
    gsize n = (gsize)MAX(block->n_columns, 1);
    table.columns = g_new0(struct bp_column_place, n);
    table.spanning = g_new0(struct spanning, n);
    table.cells = g_array_new(false, true, sizeof(struct set_cell));
    table.fragments = g_array_new(false, false, sizeof(struct bp_fragment));
    table.notes = g_ptr_array_new();
    table.places = g_ptr_array_new();
    table.frame.tag = bp_tag_new(flow->layout->arena, frame->tag, BP_TAG_TABLE);
    table.frame.tag->language = block->language;
    table.frame.tag->attachment = block->attachment;
    table.frame.direct = false;
    table.frame.page = false;
    struct bp_columns columns;
    bp_columns_init(&columns, flow->layout, block);
    const struct bp_sheet *sheet = flow->layout->sheet;
    bool turns = can_turn(flow->layout, frame, columns.least);
    bool splits = can_turn(flow->layout, frame, columns.whole) &&
                  columns.whole <= bp_sheet_width(&flow->layout->turned);
    if ((turns || splits) && block->may_turn)
        turn_frame(flow->layout, &table.frame);
    if (place_columns(&table, &columns, turns && !block->may_turn))
        flow_rows(&table);
    flow->layout->sheet = sheet;
    bp_columns_finish(&columns);
    g_ptr_array_free(table.notes, true);
    g_ptr_array_free(table.places, true);
    g_array_free(table.fragments, true);
    g_array_free(table.cells, true);
    g_free(table.spanning);
    g_free(table.columns);
}
