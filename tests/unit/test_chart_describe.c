/* SPDX-License-Identifier: MIT */
/* What is said of a chart to those who do not see it: one short sentence, and a description. */
#include "charted.h"

#include "compose/compose.h"
#include "loaded.h"
#include "metric/mention.h"

#define FRONT "report: {title: R, date: 2022-03-16}\n"
#define LONG  "Offences of violence against the person with injury and domestic and other"
#define METRICS                                                                                    \
    "metrics:\n"                                                                                   \
    "  - {id: long, title: " LONG ", unit: duration, symbol: minutes per call, decimals: 2,\n"     \
    "     period: month, target: 1234567.89,\n"                                                    \
    "     values: {2021-09: 123456789.01, 2022-08: 23456789.01, 2022-09: 987654321.01}}\n"         \
    "  - {id: long2, title: " LONG " kinds, unit: duration, symbol: minutes per call,\n"           \
    "     decimals: 2, period: month, values: {2022-08: 23456789.01, 2022-09: 987654321.01}}\n"    \
    "  - {id: crime, title: Crime, unit: count, noun: offences, period: month, better: lower,\n"   \
    "     target: 40, values: {2022-01: 50, 2022-02: 45, 2022-03: '-', 2022-04: 55}}\n"            \
    "  - {id: met, title: Met, unit: percent, decimals: 1, period: month, better: higher,\n"       \
    "     target: 80, values: {2022-01: 84, 2022-04: 83}}\n"                                       \
    "  - {id: theft, title: Theft, unit: count, period: month, values: {2022-03: 9, 2022-04: "     \
    "8}}\n"                                                                                        \
    "  - {id: early, title: Early, unit: count, period: month, values: {2022-01: 9, 2022-02: "     \
    "8},\n"                                                                                        \
    "     events: [{at: 2022-02, text: A week off.}]}\n"                                           \
    "  - {id: visits, title: Visits, measure: 'Visits, Kent', unit: count, period: month,\n"       \
    "     values: {2022-01: 9, 2022-02: 7},\n"                                                     \
    "     events: [{at: 2022-01, text: Opened}, {at: 2022-02, text: Closed}]}\n"                   \
    "  - {id: stays, title: Stays, measure: 'Visits, Essex', unit: count, period: month,\n"        \
    "     values: {2022-01: 4, 2022-02: 5}}\n"                                                     \
    "body:\n"

struct said {
    struct loaded loaded;
    struct bp_document *document;
};

static struct said say(struct charted *charted, const char *body)
{
    char *text = g_strconcat(FRONT METRICS, body, NULL);
    struct said said = {.loaded = loaded_bytes(text, strlen(text))};
    struct bp_data *data = &said.loaded.data;
    if (!data->narrative)
        fail_msg("%s\n%s", body, said.loaded.said);
    g_free(text);
    if (!bp_mentions_tell(data, charted->look, charted->arena, charted->report))
        bp_report_print(charted->report, stderr);
    bp_charts_tell(data, charted->look, charted->arena);
    const struct bp_root root = bp_root_of(data);
    said.document = bp_compose_document(charted->look, &root, charted->arena, charted->report);
    assert_non_null(said.document);
    return said;
}

static void append_words(const struct bp_block *block, GString *out)
{
    if (block->style && strcmp(block->style->name, "chart-description") == 0) {
        for (int i = 0; i < block->text.n_runs; i++)
            g_string_append_len(out, block->text.runs[i].text, block->text.runs[i].length);
        g_string_append_c(out, '|');
    }
    for (const struct bp_block *child = block->first; child; child = child->next)
        append_words(child, out);
}

static int check_alts(const struct bp_block *block, const char *body)
{
    int count = block->kind == BP_BLOCK_FIGURE;
    if (count && g_utf8_strlen(block->alt, -1) > 150)
        fail_msg("%ld characters: %s\n%s", g_utf8_strlen(block->alt, -1), block->alt, body);
    bool icon = count && block->chart && block->chart->type >= BP_CHART_VARIATION;
    if (count && !icon && !g_str_has_suffix(block->alt, "."))
        fail_msg("no sentence: %s", block->alt);
    for (const struct bp_block *child = block->first; child; child = child->next)
        count += check_alts(child, body);
    return count;
}

#define BARS(more)                                                                                 \
    "bars: [{label: " LONG " a, " more "}, {label: " LONG " b, " more "}, {label: c, " more        \
    "}], unit: minutes per call, decimals: 2"
#define GROUPS "groups: [A " LONG ", B " LONG "], "

static void every_chart_is_one_sentence_of_150_characters(void **state)
{
    static const char *const charts[] = {
        BARS("value: 123456789.01"),
        GROUPS BARS("values: [123456789.01, 2]"),
        "stack: 'yes', " GROUPS BARS("values: [123456789.01, 2]"),
        "type: slope, " GROUPS BARS("values: [123456789.01, 2]"),
        "type: slope, groups: [x, y], " BARS("values: [123456789.01, 2]"),
        "steps: [{label: " LONG ", value: 123456789.01}, {label: " LONG
        ", value: -23456789}, {label: " LONG ", total: 'yes'}], unit: minutes per call",
        "series: long",
        "series: [long, long2]",
        "series: long, type: spc",
        "series: [long, crime], type: table",
        "type: multiples, series: [long, long2]",
        "type: dots, " BARS("value: 123456789.01"),
        "type: dots, " GROUPS BARS("values: [123456789.01, 2]"),
        "type: pareto, " BARS("value: 123456789.01"),
        "type: pyramid, " GROUPS BARS("values: [123456789.01, 2]"),
        "type: funnel, points: [{label: " LONG ", numerator: 8, denominator: 9}, {label: " LONG
        " b, numerator: 2000, denominator: 123456}, {label: c, numerator: 1, denominator: 90}]",
        "type: funnel, points: [{label: a, numerator: 8, denominator: 9}, {label: b, numerator: "
        "20, "
        "denominator: 123456}, {label: c, numerator: 1, denominator: 90}]",
        "columns: [Friday evenings from six, Sundays], rows: [{label: " LONG
        ", values: [123456789, 2]}], unit: minutes per call",
        "tasks: [{label: " LONG ", start: 2025-01-06, end: 2026-11-02}, {label: " LONG
        " b, date: 2025-02-01}]",
        "risks: [{id: R1, label: " LONG ", likelihood: 4, impact: 5}]",
    };
    static const char *const findings[] = {
        "", ", finding: Up again.",
        ", finding: 'Waiting was longer than in any month since the count began in October 2021.'",
        ", finding: 'Waiting came to ${long latest}, and crime ${crime change from 2022-01}.'"};
    static const char *const titles[] = {"", ", title: " LONG " and " LONG,
                                         ", subtitle: '" LONG " in, Kent'"};
    struct charted *charted = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(charts); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(findings); k++)
            for (size_t j = 0; j < G_N_ELEMENTS(titles); j++) {
                char *body =
                    g_strdup_printf("  - chart: {%s%s%s}\n", charts[i], findings[k], titles[j]);
                struct said said = say(charted, body);
                assert_true(check_alts(said.document->root, body) >= 1);
                loaded_finish(&said.loaded);
                g_free(body);
            }
}

static const struct bp_block *find_figure(const struct bp_block *block)
{
    const struct bp_block *found = block->kind == BP_BLOCK_FIGURE ? block : NULL;
    for (const struct bp_block *child = block->first; child && !found; child = child->next)
        found = find_figure(child);
    return found;
}

struct sentence {
    const char *chart;
    const char *alt;
};

static void assert_sentences(struct charted *charted, const struct sentence *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char *body = g_strdup_printf("  - chart: {%s}\n", cases[i].chart);
        struct said said = say(charted, body);
        assert_string_equal(find_figure(said.document->root)->alt, cases[i].alt);
        g_free(body);
        loaded_finish(&said.loaded);
    }
}

static void the_sentence_says_what_there_is_to_say(void **state)
{
    static const struct sentence cases[] = {
        {"series: crime",
         "Line chart of Crime: 55 in April 2022, from 50 in January 2022; misses its target of "
         "40."},
        {"series: crime, target: no",
         "Line chart of Crime: 55 in April 2022, from 50 in January 2022."},
        {"series: met", "Line chart of Met: 83.0% in April 2022, from 84.0% in January 2022; meets "
                        "its target of 80.0%."},
        {"series: early",
         "Line chart of Early: 8 in February 2022, from 9 in January 2022; marked: A week off."},
        {"series: visits",
         "Line chart of Visits: 7 in February 2022, from 9 in January 2022; events "
         "marked: 2."},
        {"series: met, type: spc", "Control chart of Met: 83.0% in April 2022, too few points for "
                                   "limits; meets its target of 80.0%."},
        {"series: [crime, early], title: Crime goes up",
         "Line chart “Crime goes up”: Crime, Early; marked: A week off."},
        {"series: [visits, stays], title: Fewer come",
         "Line chart of Visits: Visits 7, Stays 5 in February 2022; events marked: 2."},
        {"series: [visits, stays], type: multiples, scale: own, title: Fewer come",
         "2 small line charts of Visits, January 2022 to February 2022."},
        {"series: [crime, early], type: multiples, title: Fewer come",
         "2 small line charts “Fewer come”: latest highest Crime, 55; lowest Early."},
        {"title: Theft is most, bars: [{label: a, value: 1}, {label: b, value: 2}]",
         "Bar chart “Theft is most”: highest b, 2; lowest a, 1."},
    };
    assert_sentences(*state, cases, G_N_ELEMENTS(cases));
}

static void a_finding_ends_the_sentence(void **state)
{
    static const struct sentence cases[] = {
        {"series: crime, finding: Crime rose.",
         "Line chart of Crime: 55 in April 2022. Crime rose."},
        {"series: crime, type: spc, finding: Crime rose",
         "Control chart of Crime: 55 in April 2022. Crime rose."},
        {"series: [crime, theft], title: T, subtitle: 'Both, Kent'",
         "Line chart of Both: Crime 55, Theft 8 in April 2022."},
        {"series: [crime, early], title: T, subtitle: Both",
         "Line chart of Both: Crime, Early; marked: A week off."},
        {"series: [crime, theft], title: T, subtitle: Both, finding: Both rose",
         "Line chart of Both. Both rose."},
        {"title: Theft, finding: It is b., bars: [{label: a, value: 1}, {label: b, value: 2}]",
         "Bar chart “Theft”. It is b."},
        {"series: crime, finding: 'It ${crime change from 2022-01}.'",
         "Line chart of Crime: 55 in April 2022. It increased 10.0% (5\u00A0offences)."},
    };
    assert_sentences(*state, cases, G_N_ELEMENTS(cases));
}

static void each_kind_of_chart_is_described(void **state)
{
    static const struct {
        const char *chart;
        const char *says;
    } cases[] = {
        {"series: crime",
         "3 values, from 50 in January 2022 to 55 in April 2022: increased 10.0% "
         "(5\u00A0offences). "
         "Highest 55 in April 2022; lowest 45 in February 2022. Without a value: 1. Target 40, "
         "missed by the latest value.|"},
        {"series: met",
         "2 values, from 84.0% in January 2022 to 83.0% in April 2022: fell 1.0\u00A0percentage "
         "points. Highest 84.0% in January 2022; lowest 83.0% in April 2022. Without a value: 2. "
         "Target 80.0%, met by the latest value.|"},
        {"series: crime, type: spc",
         "3 values, from 50 in January 2022 to 55 in April 2022: increased 10.0% "
         "(5\u00A0offences). "
         "Highest 55 in April 2022; lowest 45 in February 2022. Without a value: 1. Target 40, "
         "missed by the latest value. Variation: too few points for limits.|"},
        {"series: [crime, theft]",
         "2 series, from January 2022 to April 2022.|Crime: 3 values, from 50 in January 2022 to "
         "55 "
         "in April 2022: increased 10.0% (5\u00A0offences). Highest 55 in April 2022; lowest 45 in "
         "February 2022. Without a value: 1. Target 40, missed by the latest value.|Theft: 2 "
         "values, from 9 in March 2022 to 8 in April 2022: fell 11.1% (1). Highest 9 in March "
         "2022; lowest 8 in April 2022.|"},
        {"type: multiples, title: T, series: [crime, theft]",
         "2 series, from January 2022 to April 2022. Latest: highest Crime, 55; lowest Theft, 8.|"
         "Crime: 3 values, from 50 in January 2022 to 55 in April 2022: increased 10.0% "
         "(5\u00A0offences). Highest 55 in April 2022; lowest 45 in February 2022. Without a "
         "value: "
         "1. Target 40, missed by the latest value.|Theft: 2 values, from 9 in March 2022 to 8 in "
         "April 2022: fell 11.1% (1). Highest 9 in March 2022; lowest 8 in April 2022.|"},
        {"type: multiples, scale: own, title: T, series: [early, theft]",
         "2 series, from January 2022 to April 2022.|Early: 2 values, from 9 in January 2022 to 8 "
         "in February 2022: fell 11.1% (1). Highest 9 in January 2022; lowest 8 in February "
         "2022.|Theft: 2 values, from 9 in March 2022 to 8 in April 2022: fell 11.1% (1). "
         "Highest 9 in March 2022; lowest 8 in April 2022.|"},
        {"series: crime, until: 2022-01, title: T",
         "One value: 50 in January 2022. Target 40, missed by the latest value.|"},
        {"title: T, bars: [{label: a, value: 1}, {label: b, value: 2}, {label: c, value: '-'}]",
         "2 bars: highest b, 2; lowest a, 1. Without a value: 1.|"},
        {"title: T, bars: [{label: " LONG " a, value: 1}, {label: " LONG " b, value: 2}]",
         "2 bars: highest " LONG " b, 2; lowest " LONG " a, 1.|"},
        {"title: T, columns: [Friday evenings from six, x], rows: [{label: " LONG
         ", values: [1, 2]}]",
         "Highest " LONG ", x, 2; lowest " LONG ", Friday evenings from six, 1.|"},
        {"title: T, groups: [x, y], bars: [{label: a, values: [1, 5]}, {label: b, values: [2, 3]}]",
         "2 bars: by x, highest b, 2; lowest a, 1.|"},
        {"title: T, stack: 'yes', groups: [x, y], bars: [{label: a, values: [1, 5]}, {label: b, "
         "values: [2, 3]}]",
         "2 bars: by Total, highest a, 6; lowest b, 5.|"},
        {"title: T, type: slope, groups: [x, y], bars: [{label: a, values: [1, 5]}, {label: b, "
         "values: [4, 3]}, {label: c, values: [2, 2]}]",
         "From x to y. Rising: 1. Falling: 1. Unchanged: 1. In x the highest is b, 4, and the "
         "lowest a, 1.|"},
        {"title: T, steps: [{label: a, value: 1}, {label: b, value: 2}, {label: c, value: -1}, "
         "{label: d, total: 'yes'}]",
         "From 1 (a) to 2 (d) in 2 steps. Highest step: b, +2. Lowest step: c, −1.|"},
    };
    struct charted *charted = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *body = g_strdup_printf("  - chart: {%s}\n", cases[i].chart);
        struct said said = say(charted, body);
        GString *out = g_string_new(NULL);
        append_words(said.document->root, out);
        assert_string_equal(out->str, cases[i].says);
        g_string_free(out, TRUE);
        loaded_finish(&said.loaded);
        g_free(body);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(every_chart_is_one_sentence_of_150_characters),
        CHARTED(the_sentence_says_what_there_is_to_say),
        CHARTED(a_finding_ends_the_sentence),
        CHARTED(each_kind_of_chart_is_described),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
