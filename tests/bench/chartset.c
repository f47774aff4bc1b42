/* SPDX-License-Identifier: MIT */
#include "chartset.h"

#include <stdbool.h>
#include <string.h>

#include "random.h"

#define MONTHS 36
#define BESIDE 5 /* series of other charts that a chart has too, at most */

/* A chart of each type: @ is a number by chance, # one between 1 and 5, and $ the series of this
 * chart, $1 to $5 the next ones; % is one of shares. */
static const char *const types[] = {
    "      series: $\n",
    "      series: $\n      compare: last-year\n      from: 2024-01\n",
    "      type: spc\n      series: $\n",
    "      bars:\n        - label: North\n          value: @\n        - label: East\n"
    "          value: @\n        - label: South\n          value: @\n        - label: West\n"
    "          value: @\n",
    "      bars:\n        - label: Staff\n          value: @\n          target: @\n"
    "        - label: Fleet\n          value: @\n          target: @\n",
    "      groups:\n        - 2023/24\n        - 2024/25\n      bars:\n        - label: Burglary\n"
    "          values:\n            - @\n            - @\n        - label: Robbery\n"
    "          values:\n            - @\n            - @\n",
    "      stack: yes\n      groups:\n        - Met\n        - Close\n        - Missed\n      "
    "bars:\n"
    "        - label: Burglary\n          values:\n            - @\n            - @\n"
    "            - @\n        - label: Robbery\n          values:\n            - @\n"
    "            - @\n            - @\n",
    "      type: slope\n      groups:\n        - 2023/24\n        - 2024/25\n      bars:\n"
    "        - label: Burglary\n          values:\n            - @\n            - @\n"
    "        - label: Robbery\n          values:\n            - @\n            - @\n",
    "      steps:\n        - label: Budget\n          value: @\n        - label: Pay\n"
    "          value: @\n        - label: Savings\n          value: -@\n        - label: Outturn\n"
    "          total: yes\n",
    "      series:\n        - $\n        - $1\n        - $2\n",
    "      series: $\n      compare: baseline\n",
    "      type: spc\n      limits: p\n      series: %\n",
    "      type: table\n      series:\n        - $\n        - $1\n        - $2\n        - %\n",
    "      type: matrix\n      series:\n        - $\n        - $1\n        - $2\n        - %\n",
    "      type: multiples\n      series:\n        - $\n        - $1\n        - $2\n        - $3\n"
    "        - $4\n        - $5\n",
    "      bands: [Poor, Fair, Good]\n      bars:\n"
    "        - {label: Staff, value: @, target: @, bands: [300, 700, 1000]}\n"
    "        - {label: Fleet, value: @, target: @, bands: [300, 700, 1000]}\n",
    "      stack: percent\n      groups: [Met, Close, Missed]\n      bars:\n"
    "        - {label: Burglary, values: [@, @, @]}\n        - {label: Robbery, values: [@, @, "
    "@]}\n",
    "      type: dots\n      groups: [2024/25, 2023/24]\n      bars:\n"
    "        - {label: Burglary, values: [@, @]}\n        - {label: Robbery, values: [@, @]}\n"
    "        - {label: Theft, values: [@, @]}\n",
    "      type: pareto\n      bars:\n        - {label: Late, value: @}\n"
    "        - {label: Wrong, value: @}\n        - {label: Lost, value: @}\n"
    "        - {label: Other, value: @}\n",
    "      type: pyramid\n      groups: [Women, Men, Women of Kent, Men of Kent]\n      bars:\n"
    "        - {label: 60 and over, values: [@, @, @, @]}\n"
    "        - {label: 40 to 59, values: [@, @, @, @]}\n"
    "        - {label: Under 40, values: [@, @, @, @]}\n",
    "      type: funnel\n      points:\n        - {label: North, numerator: @, denominator: 1000}\n"
    "        - {label: East, numerator: @, denominator: 1200}\n"
    "        - {label: South, numerator: @, denominator: 1500}\n"
    "        - {label: West, numerator: @, denominator: 2000}\n",
    "      type: heat\n      columns: [Jan, Feb, Mar, Apr, May, Jun]\n      rows:\n"
    "        - {label: Monday, values: [@, @, @, @, @, @]}\n"
    "        - {label: Tuesday, values: [@, @, @, @, @, @]}\n"
    "        - {label: Wednesday, values: [@, @, @, @, @, @]}\n"
    "        - {label: Thursday, values: [@, @, @, @, @, @]}\n",
    "      type: gantt\n      tasks:\n"
    "        - {label: Survey, start: 2024-0#-01, end: 2024-06-28, done: 100, group: Before}\n"
    "        - {label: Works, start: 2024-0#-15, end: 2025-0#-28, done: #0}\n"
    "        - {label: Opening, date: 2025-0#-15}\n",
    "      type: risks\n      appetite: 12\n      risks:\n"
    "        - {id: R1, label: Fire, likelihood: #, impact: #}\n"
    "        - {id: R2, label: Flood, likelihood: #, impact: #, was: {likelihood: #, impact: #}}\n"
    "        - {id: R3, label: Fraud, likelihood: #, impact: #}\n"
    "        - {id: R4, label: Theft, likelihood: #, impact: #}\n",
};

static void add_series(GString *out, int index, struct bp_random *random)
{
    int level = 1000 + bp_random_below(random, 2000);
    g_string_append_printf(out,
                           "  - id: series-%d\n    title: Measure %d\n"
                           "    measure: Recorded, Kent\n    unit: count\n    period: month\n"
                           "    better: lower\n    target: %d\n    baseline:\n"
                           "      from: 2022-01\n      until: 2022-12\n    values:\n",
                           index, index, level);
    for (int i = 0; i < MONTHS; i++)
        g_string_append_printf(out, "      %d-%02d: %d\n", 2022 + i / 12, i % 12 + 1,
                               level + bp_random_below(random, level / 4) - level / 8);
}

static void add_shares(GString *out, int index, struct bp_random *random)
{
    g_string_append_printf(out,
                           "  - id: share-%d\n    title: Share %d\n"
                           "    measure: Share of those recorded, Kent\n    unit: percent\n"
                           "    period: month\n    better: higher\n    target: 80\n    values:\n",
                           index, index);
    for (int i = 0; i < MONTHS; i++)
        g_string_append_printf(out, "      %d-%02d: {numerator: %d, denominator: %d}\n",
                               2022 + i / 12, i % 12 + 1, 70 + bp_random_below(random, 20), 100);
}

/* The text after the sign and the digit that may follow it. */
static const char *add_id(GString *out, const char *sign, int index)
{
    bool next = g_ascii_isdigit(sign[1]);
    g_string_append_printf(out, "series-%d", index + (next ? g_ascii_digit_value(sign[1]) : 0));
    return sign + next;
}

static void add_chart(GString *out, int index, struct bp_random *random)
{
    const char *type = types[index % (int)G_N_ELEMENTS(types)];
    g_string_append(out, "  - chart:\n      title: What this chart is there to say\n"
                         "      subtitle: What it measures, Kent, when\n");
    for (const char *at = type; *at; at++)
        if (*at == '@')
            g_string_append_printf(out, "%d", 100 + bp_random_below(random, 900));
        else if (*at == '#')
            g_string_append_printf(out, "%d", 1 + bp_random_below(random, 5));
        else if (*at == '$')
            at = add_id(out, at, index);
        else if (*at == '%')
            g_string_append_printf(out, "share-%d", index);
        else
            g_string_append_c(out, *at);
}

char *bp_chartset_new(int n_charts, size_t *size)
{
    struct bp_random random = {1};
    GString *out = g_string_new("report:\n  title: Charts\n  date: 2025-01-31\nmetrics:\n");
    for (int i = 0; i < n_charts + BESIDE; i++)
        add_series(out, i, &random);
    for (int i = 0; i < n_charts; i++)
        if (strchr(types[i % (int)G_N_ELEMENTS(types)], '%'))
            add_shares(out, i, &random);
    g_string_append(out, "body:\n");
    for (int i = 0; i < n_charts; i++)
        add_chart(out, i, &random);
    *size = out->len;
    return g_string_free(out, FALSE);
}
