/* SPDX-License-Identifier: MIT */
/* Tables and matrices of measures, from a report's file to their blocks. */
#include "charted.h"

#include "compose/compose.h"
#include "loaded.h"

#define FRONT "report:\n  title: R\n  date: 2022-03-16\n"
#define LEVEL                                                                                      \
    "    values:\n      2021-01: 20\n      2021-02: 22\n      2021-03: 19\n      2021-04: 21\n"    \
    "      2021-05: 20\n      2021-06: 22\n      2021-07: 19\n      2021-08: 21\n"                 \
    "      2021-09: 20\n      2021-10: 22\n      2021-11: 19\n      2021-12: 21\n"                 \
    "      2022-01: 20\n      2022-02: 22\n"
#define RISEN LEVEL "      2022-03: 40\n"
#define SERIES(id, better, target, more, values)                                                   \
    "  - id: " id "\n    title: The " id                                                           \
    "\n    unit: count\n    period: month\n    better: " better "\n    target: " target            \
    "\n" more values
#define METRICS                                                                                    \
    "metrics:\n" SERIES("good", "higher", "5", "", RISEN)                                          \
        SERIES("bad", "lower", "21", "    amber: 40\n", RISEN)                                     \
            SERIES("worse", "lower", "21", "    amber: 39\n", RISEN)                               \
                SERIES("level", "higher", "30", "", LEVEL)                                         \
                    SERIES("young", "higher", "30", "", "    values:\n      2022-03: 7\n")

struct composed {
    struct loaded loaded;
    struct bp_document *document;
    const struct bp_block *table;
};

static const struct bp_block *find_table(const struct bp_block *block)
{
    if (block->kind == BP_BLOCK_TABLE)
        return block;
    for (const struct bp_block *child = block->first; child; child = child->next) {
        const struct bp_block *found = find_table(child);
        if (found)
            return found;
    }
    return NULL;
}

static struct composed compose(struct charted *charted, const char *chart)
{
    char *text = g_strconcat(FRONT METRICS "body:\n  - chart:\n", chart, NULL);
    struct composed composed = {.loaded = loaded_bytes(text, strlen(text))};
    g_free(text);
    struct bp_data *data = &composed.loaded.data;
    if (!data->narrative)
        fail_msg("%s", composed.loaded.said);
    bp_charts_tell(data, charted->look, charted->arena);
    const struct bp_root root = bp_root_of(data);
    composed.document = bp_compose_document(charted->look, &root, charted->arena, charted->report);
    assert_non_null(composed.document);
    composed.table = find_table(composed.document->root);
    assert_non_null(composed.table);
    return composed;
}

/* Words and alternative texts, those of children parted by a bar. */
static void add_words(const struct bp_block *block, GString *out)
{
    for (int i = 0; i < block->text.n_runs; i++)
        g_string_append_len(out, block->text.runs[i].text, block->text.runs[i].length);
    if (block->alt)
        g_string_append_printf(out, "[%s]", block->alt);
    for (const struct bp_block *child = block->first; child; child = child->next) {
        if (child != block->first)
            g_string_append_c(out, '|');
        add_words(child, out);
    }
}

/* A row's cells, parted by bars. */
static void expect_row(const struct bp_block *table, int index, const char *expected)
{
    const struct bp_block *row = table->first;
    while (index-- > 0 && row)
        row = row->next;
    GString *out = g_string_new(NULL);
    assert_non_null(row);
    add_words(row, out);
    g_string_replace(out, "\xC2\xA0", " ", 0); /* words that are kept together */
    assert_string_equal(out->str, expected);
    g_string_free(out, TRUE);
}

static void a_table_has_what_its_measures_have(void **state)
{
    struct composed composed =
        compose(*state, "      type: table\n      series:\n        - good\n        - bad\n"
                        "        - worse\n        - level\n        - young\n");
    const struct bp_block *table = composed.table;
    assert_int_equal(table->n_columns, 7);
    expect_row(table, 0, "Measure|Latest|Target|Status|Variation|Assurance|Over time");
    expect_row(table, 1,
               "The good|40|Mar 2022|5|[Met]|[Special cause, improving and high]|[Consistently "
               "meets its target]|[Line of The good, 20 in January 2021 to 40 in March 2022.]");
    expect_row(table, 2,
               "The bad|40|Mar 2022|21|[Close]|[Special cause, worsening and high]|[Meets its "
               "target or misses it by chance]|[Line of The bad, 20 in January 2021 to 40 in March "
               "2022.]");
    expect_row(table, 5,
               "The young|7|Mar 2022|30|[Missed]|[Too few points for limits]|[No target or no "
               "limits]|[Line of The young, 7 in March 2022 to 7 in March 2022.]");
    loaded_finish(&composed.loaded);
}

static void amber_is_close_up_to_its_threshold_and_no_further(void **state)
{
    struct composed composed =
        compose(*state, "      type: table\n      columns:\n        - status\n      series:\n"
                        "        - bad\n        - worse\n        - level\n");
    expect_row(composed.table, 0, "Measure|Status");
    expect_row(composed.table, 1, "The bad|[Close]");
    expect_row(composed.table, 2, "The worse|[Missed]");
    expect_row(composed.table, 3, "The level|[Missed]");
    loaded_finish(&composed.loaded);
}

static void columns_are_those_that_are_listed(void **state)
{
    struct composed composed =
        compose(*state, "      type: table\n      columns:\n        - change\n        - latest\n"
                        "        - measure\n      series:\n        - good\n        - young\n");
    expect_row(composed.table, 0, "Measure|Latest|Change in a year");
    expect_row(composed.table, 1, "The good|40|up 110.5%");
    expect_row(composed.table, 2, "The young|7|–");
    assert_int_equal(composed.table->n_columns, 3);
    loaded_finish(&composed.loaded);
}

static void a_group_has_a_heading_over_all_columns(void **state)
{
    struct composed composed = compose(
        *state,
        "      type: table\n      columns:\n        - latest\n      series:\n"
        "        - heading: First\n          series:\n            - good\n            - bad\n"
        "        - heading: Second\n          series:\n            - level\n");
    expect_row(composed.table, 1, "First");
    expect_row(composed.table, 2, "The good|40");
    expect_row(composed.table, 4, "Second");
    const struct bp_block *cell = composed.table->first->next->first;
    assert_int_equal(cell->column_span, 2);
    assert_int_equal(cell->scope, BP_SCOPE_COLUMN);
    assert_int_equal(composed.table->first->next->next->first->scope, BP_SCOPE_ROW);
    loaded_finish(&composed.loaded);
}

static void a_matrix_lists_its_measures_in_words(void **state)
{
    struct composed composed =
        compose(*state, "      type: matrix\n      series:\n        - good\n        - bad\n"
                        "        - worse\n        - level\n        - young\n");
    const struct bp_block *table = composed.table;
    expect_row(table, 0,
               "Variation||Consistently meets target||Meets or misses target by chance||"
               "Consistently misses target||No target or no limits");
    expect_row(table, 1, "|Improving|The good|–|–|–");
    expect_row(table, 2, "|Common cause|–|–|The level|–");
    expect_row(table, 3, "|Worsening|–|The bad|The worse|–|–");
    expect_row(table, 4, "Too few points for limits|–|–|–|The young");
    for (const struct bp_block *row = table->first->next; row; row = row->next)
        assert_int_equal(row->first->scope, BP_SCOPE_ROW);
    loaded_finish(&composed.loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(a_table_has_what_its_measures_have),
        CHARTED(amber_is_close_up_to_its_threshold_and_no_further),
        CHARTED(columns_are_those_that_are_listed),
        CHARTED(a_group_has_a_heading_over_all_columns),
        CHARTED(a_matrix_lists_its_measures_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
