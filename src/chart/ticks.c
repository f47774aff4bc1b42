/* SPDX-License-Identifier: MIT */
#include "chart/ticks.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

/*
 * The search goes through all spacings from the simplest on and leaves each loop as soon as the
 * best score that it could still reach is under the best found. The score is a sum of what the
 * paper calls simplicity, coverage, density and legibility; the last is 1, as in the authors' R
 * code, since labels are made legible by timeaxis.c and by the chart.
 */

#define EPSILON (DBL_EPSILON * 100)

static const double nice[] = {1, 5, 2, 2.5, 4, 3};
enum { N_NICE = G_N_ELEMENTS(nice) };

enum { MOST_DECIMALS = 15 };

struct search {
    double least, most;
    int wanted;
    bool loose;
    double score;
    struct bp_ticks best;
};

/* Labels `j` apart on the lattice of steps by nice number `q`. */
struct spacing {
    int q;
    double j;
    int n;
    double step;
};

static double weigh(double simplicity, double coverage, double density)
{
    return 0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05;
}

static double simplicity(const struct spacing *spacing, bool has_zero)
{
    return 1 - (double)spacing->q / (N_NICE - 1) - spacing->j + has_zero;
}

static double coverage(const struct search *search, double below, double above)
{
    double tenth = 0.1 * (search->most - search->least);
    return 1 - 0.5 * (above * above + below * below) / (tenth * tenth);
}

static double best_coverage(const struct search *search, double span)
{
    double over = (span - (search->most - search->least)) / 2;
    return over > 0 ? coverage(search, over, over) : 1;
}

static double density(const struct search *search, const struct spacing *spacing, double low,
                      double high)
{
    double is = (spacing->n - 1) / (high - low);
    double should = (search->wanted - 1) / (fmax(high, search->most) - fmin(search->least, low));
    return 2 - fmax(is / should, should / is);
}

static double best_density(const struct search *search, int n)
{
    return n >= search->wanted ? 2 - (double)(n - 1) / (search->wanted - 1) : 1;
}

static bool is_multiple(double value, double step)
{
    double rest = fabs(fmod(value, step));
    return rest < EPSILON || step - rest < EPSILON;
}

static void score(struct search *search, const struct spacing *spacing, double start)
{
    double low = start * (spacing->step / spacing->j);
    double high = low + spacing->step * (spacing->n - 1);
    bool has_zero = low <= 0 && high >= 0 && is_multiple(low, spacing->step);
    double total = weigh(simplicity(spacing, has_zero),
                         coverage(search, search->least - low, search->most - high),
                         density(search, spacing, low, high));
    bool encloses = low <= search->least && high >= search->most;
    if (total > search->score && (encloses || !search->loose)) {
        search->score = total;
        search->best = (struct bp_ticks){low, spacing->step, spacing->n};
    }
}

/* All powers of ten, and all places on the lattice that touch the range. */
static void search_places(struct search *search, struct spacing spacing, double simplest,
                          double densest)
{
    double by = spacing.j * nice[spacing.q];
    double delta = (search->most - search->least) / (spacing.n + 1) / spacing.j / nice[spacing.q];
    for (double power = ceil(log10(delta));; power++) {
        spacing.step = by * pow(10, power);
        double widest = best_coverage(search, spacing.step * (spacing.n - 1));
        if (weigh(simplest, widest, densest) < search->score)
            return;
        double from = floor(search->most / spacing.step) * spacing.j - (spacing.n - 1) * spacing.j;
        double to = ceil(search->least / spacing.step) * spacing.j;
        for (double start = from; start <= to; start++)
            score(search, &spacing, start);
    }
}

/* All numbers of ticks; false when no spacing as simple as this can be the best. */
static bool search_counts(struct search *search, struct spacing spacing)
{
    double simplest = simplicity(&spacing, true);
    if (weigh(simplest, 1, 1) < search->score)
        return false;
    for (spacing.n = 2;; spacing.n++) {
        double densest = best_density(search, spacing.n);
        if (weigh(simplest, 1, densest) < search->score)
            return true;
        search_places(search, spacing, simplest, densest);
    }
}

static struct bp_ticks equal_parts(double least, double most, int n)
{
    return (struct bp_ticks){least, most / (n - 1) - least / (n - 1), n};
}

struct bp_ticks bp_ticks_extended(double least, double most, int wanted, bool loose)
{
    struct search search = {fmin(least, most),
                            fmax(least, most),
                            wanted,
                            loose,
                            -2,
                            equal_parts(fmin(least, most), fmax(least, most), wanted)};
    bool goes_on = true;

    assert(isfinite(least) && isfinite(most) && wanted >= 2);
    if (search.most - search.least < EPSILON || search.most - search.least > sqrt(DBL_MAX))
        return search.best;
    for (double j = 1; goes_on; j++)
        for (int q = 0; q < N_NICE && goes_on; q++)
            goes_on = search_counts(&search, (struct spacing){.q = q, .j = j});
    return search.best;
}

double bp_ticks_value(const struct bp_ticks *ticks, int i)
{
    double value = ticks->first + i * ticks->step;
    /* what is left of a zero by rounding */
    return fabs(value) < fabs(ticks->step) * 1e-9 ? 0 : value;
}

/* Next to one value: a tenth of it on either side, or one when it is zero. */
static void widen(struct bp_axis_wish *wish)
{
    double size = fmax(fabs(wish->least), fabs(wish->most));
    double span = wish->most - wish->least;
    if (span > size * 1e-9 && span > EPSILON * 1e6)
        return;
    double margin = size < 1e-6 ? 1 : size / 10;
    if (wish->whole)
        margin = fmax(margin, 1);
    wish->least -= margin;
    wish->most += margin;
}

/* The best of as many ticks as are wanted or of fewer that are all whole, or steps of the next
 * whole number. */
static struct bp_ticks whole_ticks(struct bp_axis_wish *wish)
{
    struct bp_ticks ticks = {0};
    for (int n = wish->wanted; n >= 2; n--) {
        ticks = bp_ticks_extended(wish->least, wish->most, n, true);
        if (ticks.step < 1)
            break;
        if (fmod(ticks.step, 1) == 0 && fmod(ticks.first, 1) == 0) {
            wish->wanted = n;
            return ticks;
        }
    }
    wish->wanted = 0;
    double step = ceil(ticks.step), first = floor(wish->least / step);
    return (struct bp_ticks){first * step, step, (int)(ceil(wish->most / step) - first) + 1};
}

struct bp_axis bp_axis_fit(const struct bp_axis_wish *given)
{
    struct bp_axis_wish wish = *given;
    struct bp_axis axis;

    if (wish.zero) {
        wish.least = fmin(wish.least, 0);
        wish.most = fmax(wish.most, 0);
        if (wish.least == wish.most)
            wish.most = 1;
    }
    widen(&wish);
    axis.ticks = wish.whole ? whole_ticks(&wish)
                            : bp_ticks_extended(wish.least, wish.most, wish.wanted, true);
    axis.least = wish.least;
    axis.most = wish.most;
    axis.wanted = wish.wanted;
    axis.low = bp_ticks_value(&axis.ticks, 0);
    axis.high = bp_ticks_value(&axis.ticks, axis.ticks.n - 1);
    return axis;
}

static double largest(const struct bp_ticks *ticks)
{
    return fmax(fabs(bp_ticks_value(ticks, 0)), fabs(bp_ticks_value(ticks, ticks->n - 1)));
}

/* The fewest decimals that write each tick so that it stays where it is. */
static int count_decimals(const struct bp_ticks *ticks, double unit)
{
    double scale = 1, slack = fabs(ticks->step / unit) * 1e-6;
    for (int decimals = 0; decimals < MOST_DECIMALS; decimals++, scale *= 10) {
        bool exact = true;
        for (int i = 0; i < ticks->n; i++) {
            double value = bp_ticks_value(ticks, i) / unit;
            exact = exact && fabs(round(value * scale) / scale - value) <= slack;
        }
        if (exact)
            return decimals;
    }
    return MOST_DECIMALS;
}

static double brief_unit(const struct bp_ticks *ticks, const struct bp_tick_style *style,
                         const char **word)
{
    double size = style->brief ? largest(ticks) : 0;
    *word = "";
    if (size >= 1e9) {
        *word = style->billion ? style->billion : "bn";
        return 1e9;
    }
    if (size >= 1e6) {
        *word = style->million ? style->million : "m";
        return 1e6;
    }
    if (size >= 1e4) {
        *word = style->thousand ? style->thousand : "k";
        return 1e3;
    }
    return 1;
}

/* "1,250.50": the whole part in threes, the fraction filled up to `decimals`. */
static void append_grouped(GString *out, double size, int decimals, const char *thousands)
{
    GString *plain = g_string_new(NULL);
    bp_number_append(plain, size, decimals);
    const char *point = strchr(plain->str, '.');
    int n_whole = point ? (int)(point - plain->str) : (int)plain->len;
    int n_fraction = point ? (int)plain->len - n_whole - 1 : 0;
    for (int i = 0; i < n_whole; i++) {
        if (i > 0 && (n_whole - i) % 3 == 0)
            g_string_append(out, thousands);
        g_string_append_c(out, plain->str[i]);
    }
    if (decimals > 0)
        g_string_append(out, point ? point : ".");
    for (int i = n_fraction; i < decimals; i++)
        g_string_append_c(out, '0');
    g_string_free(plain, TRUE);
}

void bp_ticks_label(const struct bp_ticks *ticks, int i, const struct bp_tick_style *style,
                    GString *out)
{
    const char *word;
    double unit = brief_unit(ticks, style, &word);
    double value = bp_ticks_value(ticks, i) / unit;
    int decimals = value == 0 ? 0 : count_decimals(ticks, unit);

    if (value < 0)
        g_string_append(out, style->minus ? style->minus : "\u2212");
    if (style->before)
        g_string_append(out, style->before);
    append_grouped(out, fabs(value), decimals, style->thousands ? style->thousands : ",");
    if (value != 0)
        g_string_append(out, word);
    if (style->after)
        g_string_append(out, style->after);
}
