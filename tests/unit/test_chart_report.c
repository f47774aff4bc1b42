/* SPDX-License-Identifier: MIT */
/* From a report's file to the blocks of its charts. */
#include "charted.h"

#include "compose/compose.h"
#include "loaded.h"

#define FRONT "report:\n  title: R\n  date: 2022-03-16\n"

struct composed {
    struct loaded loaded;
    struct bp_document *document;
};

static struct composed compose(struct charted *charted, const char *text)
{
    struct composed composed = {.loaded = loaded_bytes(text, strlen(text))};
    struct bp_data *data = &composed.loaded.data;
    if (!data->narrative)
        fail_msg("%s", composed.loaded.said);
    bp_charts_tell(data, charted->look, charted->arena);
    const struct bp_root root = bp_root_of(data);
    composed.document = bp_compose_document(charted->look, &root, charted->arena, charted->report);
    assert_non_null(composed.document);
    return composed;
}

/* The `index`th block of the kind, in the order of reading. */
static const struct bp_block *find(const struct bp_block *block, enum bp_block_kind kind,
                                   int *index)
{
    if (block->kind == kind && (*index)-- == 0)
        return block;
    for (const struct bp_block *child = block->first; child; child = child->next) {
        const struct bp_block *found = find(child, kind, index);
        if (found)
            return found;
    }
    return NULL;
}

static const struct bp_block *block_of(const struct composed *composed, enum bp_block_kind kind,
                                       int index)
{
    return find(composed->document->root, kind, &index);
}

static const char *words_of(const struct bp_block *block, struct bp_arena *arena)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < block->text.n_runs; i++)
        g_string_append_len(out, block->text.runs[i].text, block->text.runs[i].length);
    const char *words = bp_arena_string(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return words;
}

static bool says(const struct bp_block *block, const char *words, struct bp_arena *arena)
{
    if (strstr(words_of(block, arena), words))
        return true;
    for (const struct bp_block *child = block->first; child; child = child->next)
        if (says(child, words, arena))
            return true;
    return false;
}

#define LONG "Offences of violence against the person with injury, domestic and other"

#define FRONT_OF(type) "  - chart:\n      type: " type "\n      subtitle: " LONG "\n      unit: £\n"
#define GROUPS         "      groups:\n        - " LONG "\n        - Other " LONG "\n"
#define PAIR                                                                                       \
    "      bars:\n        - label: " LONG "\n          values: [123456789.01, 23456789.01]\n"      \
    "        - label: Other " LONG "\n          values: [3456789.01, 99999999.9]\n"
#define SINGLES                                                                                    \
    "      bars:\n        - label: " LONG "\n          value: 123456789.01\n"                      \
    "        - label: Other " LONG "\n          value: 123456789.01\n"

/* Shares, dots of one group and of two, a pareto, a pyramid, and small charts. */
#define MORE_CHARTS                                                                                \
    FRONT_OF("bar")                                                                                \
    "      stack: percent\n      decimals: 6\n" GROUPS PAIR FRONT_OF("dots")                       \
        SINGLES FRONT_OF("dots") GROUPS PAIR FRONT_OF("pareto") SINGLES FRONT_OF("pyramid")        \
            GROUPS PAIR "  - chart:\n      type: multiples\n      subtitle: " LONG "\n"            \
                        "      series: [a, b]\n"
#define POINT "        - {label: \"" LONG "\", numerator: 1234567, denominator: 1234568}\n"
#define FORMS                                                                                      \
    "  - chart:\n      type: funnel\n      subtitle: " LONG "\n      points:\n" POINT POINT POINT  \
    "  - chart:\n      type: heat\n      subtitle: " LONG "\n      unit: thousand hours\n"         \
    "      columns: [January to March 2022, April]\n      rows:\n"                                 \
    "        - {label: \"" LONG "\", values: [-12345678.25, 12345678.25]}\n"                       \
    "  - chart:\n      subtitle: " LONG "\n      tasks:\n        - {label: \"" LONG                \
    "\", start: 2021-09-12, end: 2022-02-28}\n"                                                    \
    "  - chart:\n      appetite: 4\n      risks:\n        - {id: R101, label: \"" LONG             \
    "\", likelihood: 5, impact: 5}\n"

static void a_chart_is_read_out_as_one_short_sentence(void **state)
{
    struct charted *charted = *state;
    struct composed composed = compose(
        charted, FRONT "metrics:\n  - id: a\n    title: " LONG "\n    unit: money\n    symbol: £\n"
                       "    period: month\n    decimals: 2\n    values:\n"
                       "      2021-09: 123456789.01\n      2022-09: -123456789.01\n"
                       "  - id: b\n    title: " LONG "\n    unit: money\n    symbol: £\n"
                       "    period: month\n    decimals: 2\n    values:\n"
                       "      2021-09: 123456789.01\n      2022-09: -123456789.01\n"
                       "body:\n  - chart:\n      subtitle: " LONG "\n      unit: £m\n      bars:\n"
                       "        - label: " LONG "\n          value: 123456789.01\n"
                       "        - label: Other " LONG "\n          value: -123456789.01\n"
                       "  - chart:\n      steps:\n"
                       "        - label: " LONG "\n          value: 123456789.01\n"
                       "        - label: " LONG "\n          value: -23456789.01\n"
                       "        - label: " LONG "\n          total: yes\n"
                       "  - chart:\n      series: a\n"
                       "  - chart:\n      series: a\n      type: spc\n" MORE_CHARTS FORMS);
    for (int i = 0; i < 14; i++) {
        const struct bp_block *figure = block_of(&composed, BP_BLOCK_FIGURE, i);
        assert_non_null(figure);
        assert_non_null(figure->chart);
        if (g_utf8_strlen(figure->alt, -1) > 150)
            fail_msg("%ld characters: %s", g_utf8_strlen(figure->alt, -1), figure->alt);
    }
    const char *shares = block_of(&composed, BP_BLOCK_FIGURE, 4)->alt;
    assert_non_null(strstr(shares, "84.03%"));
    const char *pareto = block_of(&composed, BP_BLOCK_FIGURE, 7)->alt;
    assert_non_null(strstr(pareto, "2 of 2 make 100%"));
    const char *small = block_of(&composed, BP_BLOCK_FIGURE, 9)->alt;
    assert_true(g_str_has_prefix(small, "2 small line charts of Offences of violence"));
    loaded_finish(&composed.loaded);
}

static void what_the_file_says_goes_before_what_is_made(void **state)
{
    struct charted *charted = *state;
    struct composed composed =
        compose(charted, FRONT "body:\n  - chart:\n      description: All is well.\n      bars:\n"
                               "        - label: Theft\n          value: 3\n");
    assert_string_equal(block_of(&composed, BP_BLOCK_FIGURE, 0)->alt, "All is well.");
    loaded_finish(&composed.loaded);
}

static void the_values_stand_in_a_table_at_the_end(void **state)
{
    struct charted *charted = *state;
    struct composed composed =
        compose(charted, FRONT "body:\n  - chart:\n      title: Theft\n      steps:\n"
                               "        - label: Start\n          value: 5\n"
                               "        - label: Change\n          value: -2\n"
                               "        - label: End\n          total: yes\n");
    const struct bp_block *table = block_of(&composed, BP_BLOCK_TABLE, 0);
    assert_non_null(table);
    assert_int_equal(table->n_columns, 3);
    assert_true(says(table, "−2", charted->arena));
    assert_true(says(table, "Level", charted->arena));
    assert_true(says(composed.document->root, "Figures of the charts", charted->arena));
    loaded_finish(&composed.loaded);
}

static void a_room_has_no_table(void **state)
{
    struct charted *charted = *state;
    struct composed composed =
        compose(charted, FRONT "body:\n  - chart:\n      description: A line.\n");
    const struct bp_block *figure = block_of(&composed, BP_BLOCK_FIGURE, 0);
    assert_null(figure->chart);
    assert_true(figure->height > 190);
    assert_null(block_of(&composed, BP_BLOCK_TABLE, 0));
    assert_false(says(composed.document->root, "Figures of the charts", charted->arena));
    loaded_finish(&composed.loaded);
}

static void a_chart_without_a_title_tells_its_latest_value(void **state)
{
    struct charted *charted = *state;
    struct composed composed = compose(
        charted, FRONT "metrics:\n  - id: a\n    title: Calls\n    measure: Calls answered, Kent\n"
                       "    unit: percent\n    decimals: 0\n    period: month\n"
                       "    source: \"Source: Kent Police\"\n    values:\n"
                       "      2022-01: 71\n      2022-02: 74\n"
                       "body:\n  - chart:\n      series: a\n");
    const struct bp_block *root = composed.document->root;
    assert_true(says(root, "Calls: 74% in February 2022", charted->arena));
    assert_true(says(root, "Calls answered, Kent, January 2022 to February 2022", charted->arena));
    assert_true(says(root, "Source: Kent Police", charted->arena));
    loaded_finish(&composed.loaded);
}

#define SERIES(id, measure, january, february)                                                     \
    "  - id: " id "\n    title: " id "\n    measure: " measure "\n    unit: percent\n"             \
    "    period: month\n    values:\n      2022-01: {numerator: " january ", denominator: 100}\n"  \
    "      2022-02: {numerator: " february ", denominator: 150}\n"

static void a_funnel_of_series_sums_their_counts_and_not_their_percentages(void **state)
{
    struct charted *charted = *state;
    struct composed composed = compose(
        charted, FRONT "metrics:\n" SERIES("a", "\"Satisfied, A\"", "70", "75")
                     SERIES("b", "Satisfied", "80", "120")
                         SERIES("c", "Satisfied", "79",
                                "90") "body:\n  - chart:\n      type: funnel\n      title: T\n"
                                      "      from: 2022-01\n      series: [a, b, c]\n"
                                      "  - chart:\n      type: funnel\n      series: [c, b, a]\n");
    const struct bp_chart *both = composed.loaded.data.charts[0];
    const struct bp_chart *latest = composed.loaded.data.charts[1];
    assert_string_equal(both->rows[0].values[0], "145");
    assert_string_equal(both->rows[0].values[1], "250");
    assert_string_equal(both->rows[0].values[2], "58.0%");
    assert_string_equal(latest->rows[0].values[2], "60.0%");
    assert_true(
        says(composed.document->root, "Satisfied, January 2022 to February 2022", charted->arena));
    assert_true(says(composed.document->root, "Satisfied, February 2022", charted->arena));
    assert_true(says(composed.document->root, "over-dispersion is left out", charted->arena));
    loaded_finish(&composed.loaded);
}

static void late_is_late_on_the_day_of_the_report(void **state)
{
    struct charted *charted = *state;
    struct composed composed =
        compose(charted, FRONT "body:\n  - chart:\n      tasks:\n"
                               "        - {label: A, start: 2022-01-01, end: 2022-03-15}\n"
                               "        - {label: B, start: 2022-01-01, end: 2022-03-16}\n"
                               "  - chart:\n      as-of: 2022-03-17\n      tasks:\n"
                               "        - {label: B, start: 2022-01-01, end: 2022-03-16}\n");
    struct bp_chart **charts = composed.loaded.data.charts;
    assert_int_equal(charts[0]->n_beyond, 1);
    assert_int_equal(charts[1]->n_beyond, 1);
    assert_string_equal(charts[1]->gantt->today, "17 Mar 2022");
    loaded_finish(&composed.loaded);
}

static void a_matrix_has_its_names_below_it_and_nowhere_else(void **state)
{
    struct charted *charted = *state;
    struct composed composed =
        compose(charted, FRONT "body:\n  - chart:\n      risks:\n"
                               "        - {id: R1, label: Flood, likelihood: 3, impact: 5}\n");
    assert_non_null(block_of(&composed, BP_BLOCK_TABLE, 0));
    assert_null(block_of(&composed, BP_BLOCK_TABLE, 1));
    assert_true(says(block_of(&composed, BP_BLOCK_TABLE, 0), "15 Extreme", charted->arena));
    loaded_finish(&composed.loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(a_chart_is_read_out_as_one_short_sentence),
        CHARTED(what_the_file_says_goes_before_what_is_made),
        CHARTED(the_values_stand_in_a_table_at_the_end),
        CHARTED(a_room_has_no_table),
        CHARTED(a_funnel_of_series_sums_their_counts_and_not_their_percentages),
        CHARTED(late_is_late_on_the_day_of_the_report),
        CHARTED(a_matrix_has_its_names_below_it_and_nowhere_else),
        CHARTED(a_chart_without_a_title_tells_its_latest_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
