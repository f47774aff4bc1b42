/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "load/amount.h"
#include "load/csvread.h"

enum { GROUP = 3 }; /* digits of thousands */

/* What the values of a series have been found to look like. */
struct look {
    int n_numbers;
    int n_grouped;   /* one point, and three digits after it: "1.204" */
    int n_signed;    /* "91%" */
    int n_fractions; /* without the sign, above 0 and not above 1 */
    const char *grouped;
    const char *fraction;
    struct bp_source grouped_at;
    struct bp_source fraction_at;
};

/* "1.204", which is one thousand two hundred and four where decimals stand after a comma. */
static bool is_grouped(const char *text)
{
    const char *point = strchr(text, '.');
    return point && point > text && strspn(point + 1, "0123456789") == GROUP &&
           !g_ascii_isalnum(point[1 + GROUP]) && !strchr(point + 1, '.') && !strchr(text, ',');
}

static void look_at(struct look *look, const char *text, const struct bp_source *at, bool comma)
{
    static const struct bp_decimal one = {1, 0};
    const struct bp_amount amount = bp_amount_read(text, comma);
    if (amount.kind != BP_AMOUNT_NUMBER)
        return;
    bool fraction = !amount.percent && bp_decimal_sign(amount.value) > 0 &&
                    bp_decimal_compare(amount.value, one) <= 0;
    look->n_numbers++;
    look->n_signed += amount.percent;
    if (is_grouped(text) && look->n_grouped++ == 0) {
        look->grouped = text;
        look->grouped_at = *at;
    }
    if (fraction && look->n_fractions++ == 0) {
        look->fraction = text;
        look->fraction_at = *at;
    }
}

/* Where the point has the row and column of its cell, which is the value's or the numerator's. */
static void look_at_points(struct bp_csv *csv, struct look *look)
{
    const GArray *points = csv->draft->points;
    for (guint i = 0; i < points->len; i++) {
        const struct bp_point *point = &g_array_index(points, struct bp_point, i);
        const struct bp_source *at = &point->source;
        look_at(look, bp_csv_table_cell(csv->table, at->line - 1, at->column - 1), at, csv->comma);
    }
}

void bp_csv_doubt(struct bp_csv *csv)
{
    struct look look = {0};
    struct bp_reader *reader = csv->reader;
    const struct bp_series *series = csv->draft->series;
    look_at_points(csv, &look);
    bool share = series->unit == BP_METRIC_PERCENT && csv->cells[BP_CELL_NUMERATOR] < 0;
    bool said = bp_yaml_find(csv->node, "fractions") || bp_yaml_find(csv->node, "decimal-comma");
    if (series->unit == BP_METRIC_COUNT && look.grouped && !said)
        bp_report_warning(reader->report, &look.grouped_at, "thousands",
                          "“%s” is read as a number with three decimals; write “decimal-comma: "
                          "yes” if the point parts thousands, or “decimal-comma: no”",
                          bp_reader_clip(reader, look.grouped));
    if (share && !bp_yaml_find(csv->node, "fractions") && look.n_fractions > 0 &&
        look.n_fractions + look.n_signed == look.n_numbers)
        bp_report_warning(reader->report, &look.fraction_at, "fractions",
                          "“%s” is read as %s%%; write “fractions: yes” if it stands for a share "
                          "of 1, or “fractions: no”",
                          bp_reader_clip(reader, look.fraction),
                          bp_reader_clip(reader, look.fraction));
}
