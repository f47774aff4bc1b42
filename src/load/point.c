/* SPDX-License-Identifier: MIT */
#include "load/point.h"

#include <string.h>

#include "load/amount.h"
#include "load/period.h"

static const char *const cell_keys[] = {"value", "numerator", "denominator"};
static const char *const marks[] = {"missing", "suppressed", "provisional",
                                    "revised", "ghost",      NULL};

static const char *mend_of(const struct bp_series_draft *draft, const char *text, bool comma)
{
    if (!draft->csv)
        return "write a number as in 1234.5, or nothing if it is missing";
    if (!comma && bp_amount_read(text, true).kind == BP_AMOUNT_NUMBER)
        return "if the comma stands before decimals, write “decimal-comma: yes”";
    if (comma && bp_amount_read(text, false).kind == BP_AMOUNT_NUMBER)
        return "take “decimal-comma: yes” away if the point stands before decimals";
    return "clear the cell if the value is missing, or leave the row out with “filter” or "
           "“last-row”";
}

/* 0.912 is 91.2%. Decimals that no longer fit are rounded. */
static void take_fraction(struct bp_amount *amount)
{
    static const struct bp_decimal one = {1, 0};
    if (amount->kind == BP_AMOUNT_NUMBER && !amount->percent &&
        !bp_decimal_quotient(amount->value, one, 100, &amount->value))
        amount->kind = BP_AMOUNT_WRONG;
}

/* A cell as an amount, what is wrong with it reported; then it is missing. */
static struct bp_amount read_cell(struct bp_series_draft *draft, const struct bp_cell *cell,
                                  int which, bool comma)
{
    const struct bp_amount none = {.kind = BP_AMOUNT_MISSING};
    struct bp_reader *reader = draft->reader;
    struct bp_amount amount = cell->text ? bp_amount_read(cell->text, comma) : none;
    if (draft->fractions && which == BP_CELL_VALUE)
        take_fraction(&amount);
    if (amount.kind == BP_AMOUNT_WRONG)
        bp_report_error(reader->report, &cell->source, "bad-number", "“%s” is not a number; %s",
                        bp_reader_clip(reader, cell->text), mend_of(draft, cell->text, comma));
    else if (amount.kind == BP_AMOUNT_BROKEN)
        bp_report_error(reader->report, &cell->source, "bad-number",
                        "“%s” is the fault of a formula, not a number; mend the spreadsheet and "
                        "save it again",
                        bp_reader_clip(reader, cell->text));
    else if (amount.percent && (draft->series->unit != BP_METRIC_PERCENT || which != BP_CELL_VALUE))
        bp_report_error(reader->report, &cell->source, "bad-number",
                        "“%s” is a percentage, which %s cannot be; %s",
                        bp_reader_clip(reader, cell->text),
                        which == BP_CELL_VALUE ? "a value of this unit" : cell_keys[which],
                        which == BP_CELL_VALUE ? "write “unit: percent”, or the number alone"
                                               : "write the number of cases");
    else
        return amount;
    return none;
}

/* Whether the value that was written is the one computed, however its last decimal was rounded. */
static bool agrees(struct bp_decimal said, struct bp_decimal computed)
{
    const struct bp_decimal last = {1, said.scale};
    struct bp_decimal twice;
    if (!bp_decimal_subtract(computed, said, &twice) || !bp_decimal_add(twice, twice, &twice))
        return false;
    return bp_decimal_compare(twice, last) <= 0 &&
           bp_decimal_compare(twice, bp_decimal_negate(last)) >= 0;
}

/* A value from its parts; false, with a report, when they can't be right. */
static bool compute(struct bp_series_draft *draft, const struct bp_cell *cells,
                    const struct bp_amount *amounts, struct bp_point *point)
{
    struct bp_reader *reader = draft->reader;
    const struct bp_amount *said = &amounts[BP_CELL_VALUE];
    point->numerator = amounts[BP_CELL_NUMERATOR].value;
    point->denominator = amounts[BP_CELL_DENOMINATOR].value;
    point->has_parts = true;
    if (bp_decimal_sign(point->denominator) < 0) {
        bp_report_error(reader->report, &cells[BP_CELL_DENOMINATOR].source, "bad-number",
                        "a denominator is never negative; check it");
        return false;
    }
    if (bp_decimal_sign(point->denominator) == 0) {
        point->state = BP_POINT_MISSING; /* of nothing there is no rate */
        return true;
    }
    if (!bp_decimal_quotient(point->numerator, point->denominator, bp_series_factor(draft->series),
                             &point->value)) {
        bp_report_error(reader->report, &cells[BP_CELL_NUMERATOR].source, "bad-number",
                        "these numbers are too large to be divided; write them in thousands");
        return false;
    }
    if (said->kind == BP_AMOUNT_NUMBER && !agrees(said->value, point->value)) {
        GString *computed = g_string_new(NULL);
        bp_decimal_append(computed, point->value, MAX(said->value.scale, 1), NULL);
        bp_report_error(reader->report, &cells[BP_CELL_VALUE].source, "contradiction",
                        "the value is “%s”, but numerator and denominator make %s; correct one of "
                        "them, or leave the value out",
                        bp_reader_clip(reader, cells[BP_CELL_VALUE].text), computed->str);
        g_string_free(computed, TRUE);
        return false;
    }
    return true;
}

/* Whether the series may have another point; reports the first that is too many. */
static bool has_room(struct bp_series_draft *draft, const struct bp_source *at)
{
    if (draft->metrics->n_points++ == BP_MOST_POINTS)
        bp_report_error(draft->reader->report, at, "too-many",
                        "the series of this file have more than %d values; use longer periods, or "
                        "fewer series",
                        BP_MOST_POINTS);
    return draft->metrics->n_points <= BP_MOST_POINTS;
}

enum bp_point_state bp_point_add(struct bp_series_draft *draft, struct bp_period period,
                                 const struct bp_cell cells[BP_N_CELLS], bool comma)
{
    struct bp_point point = {.period = period};
    struct bp_amount amounts[BP_N_CELLS];
    bool suppressed = false;
    for (int i = BP_N_CELLS - 1; i >= 0; i--) {
        amounts[i] = read_cell(draft, &cells[i], i, comma);
        suppressed = suppressed || amounts[i].kind == BP_AMOUNT_SUPPRESSED;
        point.provisional = point.provisional || amounts[i].provisional;
        point.revised = point.revised || amounts[i].revised;
        if (cells[i].source.line)
            point.source = cells[i].source;
    }
    if (suppressed) {
        point.state = BP_POINT_SUPPRESSED;
    } else if (amounts[BP_CELL_NUMERATOR].kind == BP_AMOUNT_NUMBER &&
               amounts[BP_CELL_DENOMINATOR].kind == BP_AMOUNT_NUMBER) {
        if (!compute(draft, cells, amounts, &point))
            return BP_POINT_MISSING;
    } else if (amounts[BP_CELL_VALUE].kind == BP_AMOUNT_NUMBER) {
        point.value = amounts[BP_CELL_VALUE].value;
    } else {
        point.state = BP_POINT_MISSING;
    }
    if (has_room(draft, &point.source))
        g_array_append_val(draft->points, point);
    return point.state;
}

bool bp_point_number(struct bp_series_draft *draft, const struct bp_yaml *node, const char *key,
                     struct bp_decimal *value)
{
    struct bp_reader *reader = draft->reader;
    const char *words = bp_reader_words(reader, node, key).text;
    struct bp_amount amount = {.kind = BP_AMOUNT_WRONG};
    if (!words)
        return false;
    amount = bp_amount_read(words, false);
    *value = amount.value;
    if (amount.kind == BP_AMOUNT_NUMBER)
        return true;
    bp_report_error(reader->report, &node->source, "bad-number",
                    "“%s” is not a number; write one as in 1234.5", bp_reader_clip(reader, words));
    return false;
}

static void set_mark(struct bp_series_draft *draft, const struct bp_yaml *node,
                     struct bp_point *point)
{
    switch (bp_reader_word(draft->reader, node, "mark", marks)) {
    case 1:
        point->state = BP_POINT_MISSING;
        break;
    case 2:
        point->state = BP_POINT_SUPPRESSED;
        break;
    case 3:
        point->provisional = true;
        break;
    case 4:
        point->revised = true;
        break;
    case 5:
        point->ghost = true;
        break;
    }
}

/* One mark or a list of them. */
static void read_marks(struct bp_series_draft *draft, const struct bp_yaml *node,
                       struct bp_point *point)
{
    if (node && node->kind == BP_YAML_LIST)
        for (int i = 0; i < node->n_items; i++)
            set_mark(draft, node->items[i], point);
    else if (node)
        set_mark(draft, node, point);
}

/* A value with its parts: a map. */
static void read_parts(struct bp_series_draft *draft, struct bp_period period,
                       const struct bp_yaml *map)
{
    struct bp_cell cells[BP_N_CELLS] = {0};
    guint before = draft->points->len;
    bool parts = false;
    for (int i = 0; i < BP_N_CELLS; i++) {
        const struct bp_yaml *node = bp_yaml_find(map, cell_keys[i]);
        cells[i].text = bp_reader_words(draft->reader, node, cell_keys[i]).text;
        if (node)
            cells[i].source = node->source;
        parts = parts || (node && i != BP_CELL_VALUE);
    }
    if (parts && draft->series->unit == BP_METRIC_COUNT)
        bp_report_error(draft->reader->report, &map->source, "wrong-key",
                        "a count has no numerator and denominator; write “unit: percent” or "
                        "“unit: rate”, or “value” alone");
    else if (parts &&
             (!cells[BP_CELL_NUMERATOR].source.line || !cells[BP_CELL_DENOMINATOR].source.line))
        bp_report_error(draft->reader->report, &map->source, "missing",
                        "“numerator” and “denominator” go together; write both");
    else
        bp_point_add(draft, period, cells, false);
    if (draft->points->len > before) {
        struct bp_point *point = &g_array_index(draft->points, struct bp_point, before);
        point->source = map->source;
        read_marks(draft, bp_yaml_find(map, "mark"), point);
    }
}

/* [c] is a list for YAML. */
static void report_brackets(struct bp_reader *reader, const struct bp_yaml *list)
{
    const struct bp_yaml *item = list->n_items == 1 ? list->items[0] : NULL;
    const char *mark = item && item->kind == BP_YAML_TEXT ? item->text : "c";
    bp_report_error(reader->report, &list->source, "wrong-type",
                    "a mark in brackets needs quotes; write \"[%s]\"",
                    bp_reader_clip(reader, mark));
}

static void read_point(struct bp_series_draft *draft, const struct bp_yaml_pair *pair)
{
    struct bp_cell cells[BP_N_CELLS] = {0};
    struct bp_period period;
    if (!bp_period_read(draft->reader, pair->key, "values", draft->series->period_kind, &period))
        return;
    cells[BP_CELL_VALUE].source = pair->key->source;
    if (pair->value->kind == BP_YAML_TEXT) {
        if (!bp_yaml_is_empty(pair->value)) {
            cells[BP_CELL_VALUE].text = pair->value->text;
            cells[BP_CELL_VALUE].source = pair->value->source;
        }
        bp_point_add(draft, period, cells, false);
    } else if (pair->value->kind == BP_YAML_LIST && pair->value->flow) {
        report_brackets(draft->reader, pair->value);
    } else if (bp_reader_keys(draft->reader, pair->value, BP_PART_POINT)) {
        read_parts(draft, period, pair->value);
    }
}

void bp_points_read(struct bp_series_draft *draft, const struct bp_yaml *map)
{
    enum bp_period_kind kind = draft->series->period_kind;
    if (map->kind != BP_YAML_MAP) {
        bp_report_error(draft->reader->report, &map->source, "wrong-type",
                        "“values” should have a line for each period, but %s stands here; write "
                        "“%s: ” and the value, indented below it",
                        bp_yaml_describe(map), bp_period_example(kind));
        return;
    }
    for (int i = 0; i < map->n_pairs; i++)
        read_point(draft, &map->pairs[i]);
}

static int by_period(const void *a, const void *b)
{
    const struct bp_point *x = a, *y = b;
    if (x->period.index != y->period.index)
        return x->period.index < y->period.index ? -1 : 1;
    if (x->source.line != y->source.line)
        return x->source.line < y->source.line ? -1 : 1;
    return x->source.column < y->source.column ? -1 : x->source.column > y->source.column;
}

static void report_twice(struct bp_series_draft *draft, const struct bp_point *first,
                         const struct bp_point *second)
{
    const char *code = bp_period_code(second->period, draft->reader->arena);
    if (!draft->csv)
        bp_report_error(draft->reader->report, &second->source, "duplicate-period",
                        "%s is there twice, also in line %d; delete one of them", code,
                        first->source.line);
    else if (first->source.line == second->source.line)
        bp_report_error(draft->reader->report, &second->source, "duplicate-period",
                        "%s is there twice, also in column %d; leave one of the columns out of the "
                        "file",
                        code, first->source.column);
    else
        bp_report_error(draft->reader->report, &second->source, "duplicate-period",
                        "rows %d and %d are both for %s; choose one with “filter: ” and, below it, "
                        "a column and its value",
                        first->source.line, second->source.line, code);
}

void bp_points_sort(struct bp_series_draft *draft)
{
    struct bp_series *series = draft->series;
    const struct bp_point *points = (const struct bp_point *)(void *)draft->points->data;
    g_array_sort(draft->points, by_period);
    for (guint i = 1; i < draft->points->len; i++)
        if (points[i].period.index == points[i - 1].period.index) {
            report_twice(draft, &points[i - 1], &points[i]);
            break;
        }
    series->n_points = (int)draft->points->len;
    series->points =
        bp_arena_copy(draft->reader->arena, points, draft->points->len, sizeof *series->points);
}
