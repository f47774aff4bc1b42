/* SPDX-License-Identifier: MIT */
#include "layout/sheet.h"

#include <glib.h>

/* However the margins are chosen, text has this width. */
#define LEAST_WIDTH 1.0

int bp_sheet_columns(const struct bp_sheet *sheet)
{
    return CLAMP(sheet->columns, 1, BP_MOST_COLUMNS);
}

double bp_sheet_column(const struct bp_sheet *sheet)
{
    int n = bp_sheet_columns(sheet);
    return MAX((bp_sheet_width(sheet) - (n - 1) * sheet->gutter) / n, LEAST_WIDTH);
}

double bp_sheet_side(const struct bp_sheet *sheet)
{
    return bp_sheet_columns(sheet) > 1 ? 0 : sheet->side;
}

double bp_sheet_width(const struct bp_sheet *sheet)
{
    return sheet->width - sheet->margin_start - sheet->margin_end;
}

double bp_sheet_height(const struct bp_sheet *sheet)
{
    return sheet->height - sheet->margin_top - sheet->margin_bottom;
}

struct bp_sheet bp_sheet_turned(const struct bp_sheet *sheet)
{
    struct bp_sheet turned = *sheet;
    turned.width = sheet->height;
    turned.height = sheet->width;
    turned.side = 0;
    turned.columns = 1;
    return turned;
}

struct bp_sheet bp_sheet_of_page(const struct bp_sheet *sheet, int index)
{
    struct bp_sheet own = *sheet;
    if (sheet->duplex && index % 2 == 1) {
        own.margin_start = sheet->margin_end;
        own.margin_end = sheet->margin_start;
    }
    return own;
}
