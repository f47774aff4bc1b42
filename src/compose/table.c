/* SPDX-License-Identifier: MIT */
/* A table of a look: columns with their heads, a row for each entry of a list. */
#include <string.h>

#include "compose/grid.h"
#include "compose/template.h"

enum { MOST_COLUMNS = 32 };

/* A table under way. */
struct table {
    struct bp_block *block;
    const struct bp_template *columns[MOST_COLUMNS]; /* those that are shown */
    bool filled[MOST_COLUMNS];                       /* some row has something there */
    int n_columns;
    const struct bp_look_style *row_style; /* NULL: that of all tables' rows */
    const struct bp_pattern *group;
    const char *heading; /* of the group under way; NULL: none */
};

static void find_columns(const struct bp_stand *place, const struct bp_template *template,
                         struct table *table)
{
    for (const struct bp_template *column = template->first; column; column = column->next)
        if (table->n_columns < MOST_COLUMNS &&
            bp_scope_holds(place->composer, place->scope, column->when))
            table->columns[table->n_columns++] = column;
}

/* Over a head's words, which say the same. */
static void draw_head(const struct bp_stand *place, const struct bp_template *column,
                      struct bp_block *cell)
{
    const struct bp_chart *chart = bp_template_chart(place, column);
    if (!chart)
        return;
    struct bp_block *figure =
        bp_block_at(place->composer, cell, BP_BLOCK_FIGURE,
                    bp_grid_style(place->composer, true, column->align), place->source);
    figure->chart = chart;
}

static void compose_head(const struct bp_stand *place, struct table *table)
{
    struct bp_composer *composer = place->composer;
    struct bp_block *row = bp_grid_row(composer, table->block, true, place->source);
    for (int i = 0; i < table->n_columns; i++) {
        const struct bp_template *column = table->columns[i];
        const struct bp_style *style = bp_grid_style(composer, true, column->align);
        struct bp_block *cell = bp_grid_cell(composer, row, true, place->source);
        struct bp_phrase phrase;
        draw_head(place, column, cell);
        bp_phrase_begin(&phrase, composer, style, place->source);
        bp_pattern_add(&phrase, column->text, place->scope);
        bp_phrase_paragraph(&phrase, cell, style);
    }
}

/* An empty cell says so, for who hears the table. */
static void fill_empty(const struct bp_stand *place, struct bp_block *cell)
{
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, place->composer, &place->text->style, place->source);
    if (!bp_pattern_add(&phrase, bp_look_wording(place->composer->look, "nothing"), NULL))
        bp_phrase_add(&phrase, "–");
    bp_phrase_paragraph(&phrase, cell, &place->text->style);
}

static const struct bp_look_style *cell_text(const struct bp_composer *composer,
                                             enum bp_align align)
{
    const struct bp_look_style *const *keys = composer->look->keys;
    if (align == BP_ALIGN_END)
        return keys[BP_STYLE_CELL_TEXT_END];
    return keys[align == BP_ALIGN_CENTRE ? BP_STYLE_CELL_TEXT_CENTRE : BP_STYLE_CELL_TEXT];
}

/* A row of one cell over all columns, where another group begins. */
static void compose_group(const struct bp_stand *place, struct table *table)
{
    struct bp_composer *composer = place->composer;
    const struct bp_style *style = bp_composer_style(composer, BP_STYLE_HEAD_TEXT);
    const char *heading = bp_pattern_string(composer, place->scope, table->group);
    if (table->heading && strcmp(table->heading, heading) == 0)
        return;
    table->heading = heading;
    if (*heading == '\0')
        return;
    struct bp_block *row = bp_grid_row(composer, table->block, false, place->source);
    struct bp_block *cell = bp_grid_cell(composer, row, true, place->source);
    struct bp_phrase phrase;
    cell->column_span = table->n_columns;
    bp_phrase_begin(&phrase, composer, style, place->source);
    bp_pattern_add(&phrase, table->group, place->scope);
    bp_phrase_paragraph(&phrase, cell, style);
}

static void compose_row(const struct bp_stand *place, const struct bp_template *template,
                        void *user)
{
    (void)template;
    struct table *table = user;
    compose_group(place, table);
    struct bp_block *row = bp_grid_row(place->composer, table->block, false, place->source);
    if (table->row_style)
        row->style = &table->row_style->style;
    for (int i = 0; i < table->n_columns; i++) {
        const struct bp_template *column = table->columns[i];
        struct bp_block *cell = bp_grid_cell(place->composer, row, false, place->source);
        struct bp_stand inner = *place;
        cell->scope = column->row_header ? BP_SCOPE_ROW : BP_SCOPE_NONE;
        inner.parent = cell;
        inner.section = NULL;
        inner.text = cell_text(place->composer, column->align);
        bp_templates_compose(&inner, column->first);
        if (cell->first)
            table->filled[i] = true;
        else
            fill_empty(&inner, cell);
    }
}

/* Takes column `index` out of every row. */
static void drop_column(struct table *table, int index)
{
    for (struct bp_block *row = table->block->first; row; row = row->next) {
        if (row->first->column_span > 1) { /* a group's heading */
            row->first->column_span--;
            continue;
        }
        struct bp_block **link = &row->first, *before = NULL;
        for (int i = 0; i < index; i++) {
            before = *link;
            link = &before->next;
        }
        *link = (*link)->next;
        if (!*link)
            row->last = before;
    }
    for (int i = index; i + 1 < table->n_columns; i++) {
        table->columns[i] = table->columns[i + 1];
        table->filled[i] = table->filled[i + 1];
    }
    table->n_columns--;
}

static void drop_empty(struct table *table)
{
    for (int i = table->n_columns - 1; i >= 0; i--)
        if (table->columns[i]->optional && !table->filled[i] && table->n_columns > 1)
            drop_column(table, i);
}

static void set_widths(const struct bp_stand *place, struct table *table)
{
    double *widths =
        bp_arena_new(place->composer->arena, (size_t)table->n_columns * sizeof *widths);
    for (int i = 0; i < table->n_columns; i++) {
        widths[i] = table->columns[i]->width;
        if (widths[i] > 0)
            table->block->column_widths = widths;
    }
}

static const struct bp_style *table_style(const struct bp_stand *place,
                                          const struct bp_template *template,
                                          const struct table *table)
{
    if (template->wide_style && table->n_columns >= template->wide_from)
        return &template->wide_style->style;
    return template->n_styles > 0 ? &template->styles[0]->style
                                  : bp_composer_style(place->composer, BP_STYLE_TABLE);
}

/* Its rows: one for each entry, or a single one. */
static void compose_rows(const struct bp_stand *place, const struct bp_template *template,
                         struct table *table)
{
    struct bp_template rows = *template;
    rows.kind = BP_TEMPLATE_GROUP;
    rows.when = NULL;
    bp_template_repeat(place, &rows, compose_row, table);
}

void bp_table_compose(const struct bp_stand *place, const struct bp_template *template)
{
    struct bp_composer *composer = place->composer;
    struct bp_block *last = place->parent->last;
    struct table table = {.block = bp_block_at(composer, place->parent, BP_BLOCK_TABLE,
                                               bp_composer_style(composer, BP_STYLE_TABLE),
                                               place->source),
                          .row_style = template->row_style,
                          .group = template->group};
    table.block->id = bp_template_id(place, template);
    table.block->may_turn = template->may_turn;
    find_columns(place, template, &table);
    bool headed = false;
    for (int i = 0; i < table.n_columns; i++)
        headed = headed || table.columns[i]->text;
    if (headed)
        compose_head(place, &table);
    compose_rows(place, template, &table);
    table.block->header_rows = headed;
    if (!table.block->first || (headed && !table.block->first->next)) {
        bp_block_forget(place->parent, last);
        return;
    }
    drop_empty(&table);
    table.block->n_columns = table.n_columns;
    table.block->style = table_style(place, template, &table);
    set_widths(place, &table);
    table.block->attachment = bp_template_attachment(place, template, NULL);
}
