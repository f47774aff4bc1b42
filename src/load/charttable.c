/* SPDX-License-Identifier: MIT */
#include "load/charttable.h"

#include "load/amount.h"

struct bp_words bp_chart_length_check(struct bp_reader *reader, struct bp_words words,
                                      const char *key, int longest)
{
    if (!words.text || g_utf8_strlen(words.text, -1) <= longest)
        return words;
    bp_report_error(reader->report, &words.source, "too-long",
                    "“%s” has %d characters, and a chart has room for %d; shorten it", key,
                    (int)g_utf8_strlen(words.text, -1), longest);
    words.text = NULL;
    return words;
}

struct bp_words bp_chart_label_read(struct bp_reader *reader, const struct bp_yaml *node,
                                    const char *key, int longest)
{
    struct bp_words words = bp_reader_words(reader, node, key);
    if (words.parts)
        bp_report_error(reader->report, &words.source, "bad-reference",
                        "“%s” stands on the chart, where no figure of a series is filled in; write "
                        "it here, and “${…}” in the title",
                        key);
    return bp_chart_length_check(reader, words, key, longest);
}

struct bp_words bp_chart_name_read(struct bp_reader *reader, const struct bp_yaml *node,
                                   enum bp_part part, const char *key, int longest,
                                   const char *mend)
{
    const struct bp_yaml *name = bp_yaml_find(node, key);
    if (!name)
        bp_reader_missing(reader, node, part, key, mend);
    return bp_chart_label_read(reader, name, key, longest);
}

bool bp_chart_amount_read(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                          struct bp_decimal *value)
{
    struct bp_words words = {0};
    if (node && !bp_yaml_is_empty(node))
        words = bp_reader_words(reader, node, key);
    if (!words.text)
        return false;
    struct bp_amount amount = bp_amount_read(words.text, false);
    *value = amount.value;
    if (amount.kind >= BP_AMOUNT_BROKEN)
        bp_report_error(reader->report, &words.source, "no-number",
                        "“%s” is no number; write it in digits, as in 1,234 or -5.6, or “-” where "
                        "there is none",
                        bp_reader_clip(reader, words.text));
    return amount.kind == BP_AMOUNT_NUMBER;
}

const char *bp_chart_amount_text(const struct bp_reader *reader, struct bp_decimal value)
{
    GString *out = g_string_new(NULL);
    bp_decimal_append(out, value, value.scale, ",");
    const char *text = bp_arena_string(reader->arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

bool bp_chart_bar_read(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part,
                       struct bp_chart_bar *bar)
{
    *bar = (struct bp_chart_bar){.source = node->source};
    if (!bp_reader_keys(reader, node, part))
        return false;
    bar->label = bp_chart_name_read(reader, node, part, "label", BP_CHART_LONGEST_LABEL,
                                    "write “label: ” and what it stands for");
    return bar->label.text != NULL;
}

const struct bp_yaml *bp_chart_list_read(struct bp_reader *reader, const struct bp_yaml *chart,
                                         const char *key, int most)
{
    const struct bp_yaml *list = bp_reader_list(reader, chart, key);
    if (list && list->n_items == 0)
        bp_report_error(reader->report, &list->source, "missing",
                        "“%s” is empty; write its entries below it, or take the chart out", key);
    if (!list || list->n_items <= most)
        return list && list->n_items > 0 ? list : NULL;
    bp_report_error(reader->report, &list->source, "too-many",
                    "“%s” has %d entries, and a chart has room for %d; leave out the least, or "
                    "make two charts",
                    key, list->n_items, most);
    return NULL;
}
