/* SPDX-License-Identifier: MIT */
#include "chartset.h"

#include "random.h"

#define MONTHS 36

/* A chart of each type: @ is a number by chance, # one between 1 and 5, and $ the series of this
 * chart. */
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
};

static void add_series(GString *out, int index, struct bp_random *random)
{
    int level = 1000 + bp_random_below(random, 2000);
    g_string_append_printf(out,
                           "  - id: series-%d\n    title: Measure %d\n"
                           "    measure: Recorded, Kent\n    unit: count\n    period: month\n"
                           "    better: lower\n    target: %d\n    values:\n",
                           index, index, level);
    for (int i = 0; i < MONTHS; i++)
        g_string_append_printf(out, "      %d-%02d: %d\n", 2022 + i / 12, i % 12 + 1,
                               level + bp_random_below(random, level / 4) - level / 8);
}

static void add_chart(GString *out, int index, struct bp_random *random)
{
    const char *type = types[index % (int)G_N_ELEMENTS(types)];
    g_string_append_printf(out,
                           "  - chart:\n      title: What chart %d is there to say\n"
                           "      subtitle: What it measures, Kent, when\n",
                           index + 1);
    for (const char *at = type; *at; at++)
        if (*at == '@')
            g_string_append_printf(out, "%d", 100 + bp_random_below(random, 900));
        else if (*at == '#')
            g_string_append_printf(out, "%d", 1 + bp_random_below(random, 5));
        else if (*at == '$')
            g_string_append_printf(out, "series-%d", index);
        else
            g_string_append_c(out, *at);
}

char *bp_chartset_new(int n_charts, size_t *size)
{
    struct bp_random random = {1};
    GString *out = g_string_new("report:\n  title: Charts\n  date: 2025-01-31\nmetrics:\n");
    for (int i = 0; i < n_charts; i++)
        add_series(out, i, &random);
    g_string_append(out, "body:\n");
    for (int i = 0; i < n_charts; i++)
        add_chart(out, i, &random);
    *size = out->len;
    return g_string_free(out, FALSE);
}
