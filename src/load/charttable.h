/* SPDX-License-Identifier: MIT */
/* What the forms of a chart's data share: labels, numbers, lists. */
#ifndef BP_LOAD_CHARTTABLE_H
#define BP_LOAD_CHARTTABLE_H

#include "load/reader.h"
#include "model/chart.h"

enum { BP_CHART_LONGEST_LABEL = 80 };

/* The words; none, with a report, when they are longer than a chart has room for. */
struct bp_words bp_chart_length_check(struct bp_reader *reader, struct bp_words words,
                                      const char *key, int longest);

/* Words that stand on the chart; none, with a report, when they are longer than it has room for. */
struct bp_words bp_chart_label_read(struct bp_reader *reader, const struct bp_yaml *node,
                                    const char *key, int longest);

/* The words below `key`, without which `part` is nothing; none, with a report, when they are
 * missing or too long. `mend` says what to write. */
struct bp_words bp_chart_name_read(struct bp_reader *reader, const struct bp_yaml *node,
                                   enum bp_part part, const char *key, int longest,
                                   const char *mend);

/* False when there is no number; reported unless it is one of the signs for a missing one. */
bool bp_chart_amount_read(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                          struct bp_decimal *value);

/* As a message says it: "1,234.5"; in the arena. */
const char *bp_chart_amount_text(const struct bp_reader *reader, struct bp_decimal value);

/* Sets what `part`, a bar or step, is called, and nothing else of it. False, with a report, when
 * that is missing. */
bool bp_chart_bar_read(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part,
                       struct bp_chart_bar *bar);

/* The list below `key`, neither empty nor too long; NULL, with a report, when it is either; NULL
 * when there is none. */
const struct bp_yaml *bp_chart_list_read(struct bp_reader *reader, const struct bp_yaml *chart,
                                         const char *key, int most);

#endif
