/* SPDX-License-Identifier: MIT */
#include "chart/verify.h"

#include <math.h>
#include <string.h>

#include "chart/figures.h"
#include "metric/amount.h"
#include "metric/written.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

/* One chart while its words are looked at. */
struct checking {
    const struct bp_chart *chart;
    const struct bp_look *look;
    struct bp_arena *arena;
    struct bp_report *report;
    GArray *figures;
    const char *names; /* all that the chart prints beside its figures, as one text */
};

static void append(GString *out, const char *words)
{
    if (words)
        g_string_append_printf(out, "%s\n", words);
}

static void append_series(GString *out, const struct bp_series *series)
{
    append(out, series->title.text);
    append(out, series->measure.text);
    append(out, series->source_note.text);
    for (int i = 0; i < series->n_events; i++)
        append(out, series->events[i].text.text);
    for (int i = 0; i < series->n_rebases; i++)
        append(out, series->rebases[i].text.text);
}

static void append_names(GString *out, const struct bp_chart *chart)
{
    append(out, chart->subtitle.text);
    append(out, chart->note.text);
    append(out, chart->unit.text);
    for (int i = 0; i < chart->n_groups; i++)
        append(out, chart->groups[i].text);
    for (int i = 0; i < BP_CHART_MOST_COLUMNS; i++)
        append(out, chart->heads[i]);
    for (int i = 0; i < chart->n_rows; i++)
        append(out, chart->rows[i].label);
    for (int i = 0; i < chart->n_series; i++)
        append_series(out, chart->series[i]);
    for (int i = 0; i < chart->n_measures; i++)
        append_names(out, &chart->measures[i]);
}

/* Whether the same digits stand in a name, not as part of others. */
static bool is_in_names(const struct checking *checking, const struct bp_written *written)
{
    char *digits = g_strndup(written->at, written->length);
    bool found = false;
    for (const char *at = checking->names; !found && (at = strstr(at, digits)); at++)
        found = (at == checking->names || !g_ascii_isdigit(at[-1])) &&
                !g_ascii_isdigit(at[written->length]);
    g_free(digits);
    return found;
}

static int count_points(const struct bp_chart *chart)
{
    int count = MAX(chart->n_rows, chart->n_measures);
    for (int i = 0; i < chart->n_measures; i++)
        count = MAX(count, chart->measures[i].n_rows);
    return count;
}

/* "16" of "16 March". */
static bool is_day(const struct checking *checking, const char *after)
{
    const struct bp_look *look = checking->look;
    after += strspn(after, " ");
    for (int i = 0; i < 12; i++)
        if ((look->months && g_str_has_prefix(after, look->months[i])) ||
            (look->short_months && g_str_has_prefix(after, look->short_months[i])))
            return true;
    return false;
}

/* Digits that stand for no value: years, days, a number of points, part of a name, "12 months". */
static bool is_no_figure(const struct checking *checking, const struct bp_written *written)
{
    const char *after = written->at + written->length;
    const int64_t number = written->value.digits;
    if (!written->plain)
        return false;
    return (number >= FIRST_YEAR && number <= LAST_YEAR) || is_day(checking, after) ||
           number <= count_points(checking->chart) || is_in_names(checking, written) ||
           bp_written_word(after + strspn(after, " -"), checking->look, "figure-not") > 0;
}

/* Whether a figure of that kind may be written so. */
static bool is_kind(const struct bp_written *written, const struct bp_figure *figure)
{
    if (written->percent)
        return figure->percent;
    if (written->points)
        return figure->points;
    return figure->kind != BP_FIGURE_CHANGE && figure->kind != BP_FIGURE_SHARE;
}

/* Charts whose unit is "£m" have 1.2 for "£1.2m". */
static bool is_figure(const struct bp_written *written, const struct bp_figure *figure)
{
    struct bp_written bare = *written;
    bare.power = 0;
    return is_kind(written, figure) &&
           (bp_written_fits(written, figure->value) || bp_written_fits(&bare, figure->value));
}

/* The word that ends before `at`; moves `at` to its start. "" at the start of the text. */
static const char *word_before(const struct checking *checking, const char *text, const char **at)
{
    const char *end = *at, *start;
    while (end > text && end[-1] == ' ')
        end--;
    for (start = end; start > text && g_ascii_isalpha(start[-1]); start--)
        ;
    *at = start;
    return bp_arena_string(checking->arena, start, (size_t)(end - start));
}

static int way_of_word(const struct checking *checking, const char *word)
{
    size_t length = strlen(word);
    bool up = bp_written_word(word, checking->look, "figure-up") == length;
    bool down = bp_written_word(word, checking->look, "figure-down") == length;
    return length > 0 ? (int)up - (int)down : 0;
}

/* "rose 5%", "risen by 5%", "5% more": 1 or -1; 0: nothing beside the figure says which way. */
static int way_said(const struct checking *checking, const char *text,
                    const struct bp_written *written)
{
    const char *at = written->at, *after = written->at + written->length;
    const char *by = bp_look_literal(checking->look, "changed-by");
    const char *word = word_before(checking, text, &at);
    if (by && strcmp(word, by) == 0)
        word = word_before(checking, text, &at);
    int way = way_of_word(checking, word);
    after += strspn(after, " ");
    if (way == 0)
        way = (bp_written_word(after, checking->look, "figure-up") > 0) -
              (bp_written_word(after, checking->look, "figure-down") > 0);
    return way;
}

/* Whether the text names the period, by one word of its label: "May" of "May 2024". */
static bool is_named(const char *text, const char *label)
{
    enum { LEAST = 3 };
    size_t length = strcspn(label, " ");
    char *word = g_strndup(label, length);
    bool named = length >= LEAST && strstr(text, word);
    g_free(word);
    return named;
}

/* Of a series, what is said to rise or fall: that way, on to the latest value or one that is named,
 * from one that is named or goes without saying. */
static bool goes_so(const struct bp_figure *figure, int way, const char *text)
{
    return figure->way > 0 && way == bp_decimal_sign(figure->value) &&
           (figure->to_latest || (figure->to && is_named(text, figure->to))) &&
           (figure->from_mark || (figure->from && is_named(text, figure->from)));
}

/* A figure with the words around it. */
struct said {
    const char *text;
    struct bp_written written;
    int way; /* that words beside it say it goes: 1 up, -1 down, 0 neither */
};

static bool is_apt(const struct checking *checking, const struct said *said,
                   const struct bp_figure *figure)
{
    bool in_time = checking->chart->n_series > 0 || checking->chart->type == BP_CHART_MULTIPLES;
    return said->way == 0 || !in_time || goes_so(figure, said->way, said->text);
}

static double gap_between(const struct bp_written *written, const struct bp_figure *figure)
{
    double value = fabs(bp_decimal_double(figure->value));
    double bare = bp_decimal_double(written->value);
    return MIN(fabs(value - bare), fabs(value - bare * pow(10, written->power)));
}

/* NULL: the chart has no figure of that kind. */
static const struct bp_figure *find_nearest(const struct checking *checking,
                                            const struct said *said)
{
    const struct bp_written *written = &said->written;
    const struct bp_figure *nearest = NULL;
    double least = INFINITY;
    for (guint i = 0; i < checking->figures->len; i++) {
        const struct bp_figure *figure = &g_array_index(checking->figures, struct bp_figure, i);
        double gap = gap_between(written, figure);
        bool points = written->percent && figure->points; /* that may have been meant */
        if ((!is_kind(written, figure) && !points) || gap >= least ||
            !is_apt(checking, said, figure))
            continue;
        least = gap;
        nearest = figure;
    }
    return nearest;
}

/* ", the change from April 2021 to March 2022" */
static const char *describe(const struct checking *checking, const struct bp_figure *figure)
{
    static const char *const nouns[] = {"", "difference", "change", "share", "total", "average"};
    bool pair = figure->from && figure->to && figure->from != figure->to;
    if (pair)
        return bp_arena_printf(checking->arena, ", the %s from %s to %s", nouns[figure->kind],
                               figure->from, figure->to);
    if (figure->kind == BP_FIGURE_VALUE)
        return figure->from ? bp_arena_printf(checking->arena, " (%s)", figure->from) : "";
    return bp_arena_printf(checking->arena, ", the %s%s%s", nouns[figure->kind],
                           figure->from ? " of " : "", figure->from ? figure->from : "");
}

static const char *unit_of(const struct bp_chart *chart)
{
    return chart->n_series > 0 ? bp_amount_form(chart->series[0]).unit : chart->unit.text;
}

static void report_none(const struct checking *checking, const struct said *said,
                        struct bp_source at)
{
    const struct bp_written *written = &said->written;
    const struct bp_figure *nearest = find_nearest(checking, said);
    struct bp_amount_form form = {.decimals = MAX(written->value.scale, written->percent)};
    if (!nearest) {
        bp_report_warning(checking->report, &at, "no-figure-of-chart",
                          "“%.*s” is no figure of this chart; check it against the data",
                          (int)written->length, written->at);
        return;
    }
    form.unit = nearest->percent  ? "%"
                : nearest->points ? "percentage points"
                                  : unit_of(checking->chart);
    if (nearest->kind == BP_FIGURE_VALUE)
        form.decimals = MAX(form.decimals, nearest->value.scale);
    bp_report_warning(
        checking->report, &at, "no-figure-of-chart",
        "“%.*s” is no figure of this chart; the nearest is %s%s", (int)written->length, written->at,
        bp_amount_print(&form, nearest->value, checking->arena), describe(checking, nearest));
}

static bool is_found(const struct checking *checking, const struct said *said)
{
    for (guint i = 0; i < checking->figures->len; i++) {
        const struct bp_figure *figure = &g_array_index(checking->figures, struct bp_figure, i);
        if (is_figure(&said->written, figure) && is_apt(checking, said, figure))
            return true;
    }
    return is_no_figure(checking, &said->written);
}

static void check_text(const struct checking *checking, const char *text, struct bp_source source,
                       bool literal)
{
    struct said said = {.text = text};
    const char *at = text;
    while (bp_written_next(text, at, checking->look, &said.written)) {
        struct bp_source place = source;
        if (literal)
            place.column += (int)g_utf8_strlen(text, said.written.at - text);
        said.way = way_said(checking, text, &said.written);
        if (!is_found(checking, &said))
            report_none(checking, &said, place);
        at = said.written.at + said.written.length;
    }
}

static void check_words(const struct checking *checking, const struct bp_words *words)
{
    if (words->text && !words->parts)
        check_text(checking, words->text, words->source, words->literal);
    for (const struct bp_prose *part = words->parts; part; part = part->next)
        if (part->kind == BP_PROSE_TEXT)
            check_text(checking, part->text, part->source, part->literal);
}

static bool has_digit(const struct bp_words *words)
{
    return words->text && strpbrk(words->text, "0123456789");
}

static void verify(struct checking *checking)
{
    const struct bp_chart *chart = checking->chart;
    GString *names;
    if (chart->type == BP_CHART_ROOM ||
        (!has_digit(&chart->title) && !has_digit(&chart->finding) && !has_digit(&chart->alt)))
        return;
    names = g_string_new(NULL);
    append_names(names, chart);
    checking->names = names->str;
    checking->figures = g_array_new(FALSE, FALSE, sizeof(struct bp_figure));
    bp_chart_figures(chart, checking->look, checking->arena, checking->figures);
    check_words(checking, &chart->title);
    check_words(checking, &chart->finding);
    check_words(checking, &chart->alt);
    g_array_free(checking->figures, TRUE);
    g_string_free(names, TRUE);
}

void bp_charts_verify(const struct bp_data *data, const struct bp_look *look,
                      struct bp_arena *arena, struct bp_report *report)
{
    for (int i = 0; i < data->n_charts; i++) {
        struct checking checking = {
            .chart = data->charts[i], .look = look, .arena = arena, .report = report};
        verify(&checking);
    }
}
