/* SPDX-License-Identifier: MIT */
#include "load/metrics.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "load/encoding.h"
#include "load/link.h"
#include "load/series.h"

enum { MOST_BYTES = 4 << 20, MOST_SERIES = 1000 };

static bool check_size(struct bp_reader *reader, const struct bp_yaml *list)
{
    if (list->n_items > MOST_SERIES)
        bp_report_error(reader->report, &list->items[MOST_SERIES]->source, "too-many",
                        "there are more than %d series; put some in another report", MOST_SERIES);
    return list->n_items <= MOST_SERIES;
}

static void report_no_list(struct bp_reader *reader, const struct bp_yaml *node)
{
    bp_report_error(reader->report, &node->source, "wrong-type",
                    "“metrics” should be a list of series; write “- id: …” below it, and the other "
                    "keys of the series in line with “id”");
}

struct bp_metrics *bp_metrics_read(struct bp_reader *reader, const struct bp_yaml *list)
{
    struct bp_metrics *metrics = bp_arena_new(reader->arena, sizeof *metrics);
    struct bp_metrics_draft draft = {.reader = reader};
    if (list->kind != BP_YAML_LIST) {
        report_no_list(reader, list);
        return metrics;
    }
    if (!check_size(reader, list))
        return metrics;
    draft.ids = g_hash_table_new(g_str_hash, g_str_equal);
    draft.tables = g_hash_table_new(g_str_hash, g_str_equal);
    draft.readings = g_array_new(FALSE, FALSE, sizeof(struct bp_reading));
    metrics->series = bp_arena_new(reader->arena, (size_t)list->n_items * sizeof *metrics->series);
    for (int i = 0; i < list->n_items; i++)
        if (bp_series_read(&draft, list->items[i], &metrics->series[metrics->n_series]))
            metrics->n_series++;
    metrics->n_readings = (int)draft.readings->len;
    metrics->readings = bp_arena_copy(reader->arena, draft.readings->data, draft.readings->len,
                                      sizeof *metrics->readings);
    g_array_free(draft.readings, TRUE);
    g_hash_table_destroy(draft.tables);
    g_hash_table_destroy(draft.ids);
    return metrics;
}

/* The list of a metrics file; NULL, with a report, when it has none. */
static const struct bp_yaml *find_list(struct bp_reader *reader, const struct bp_yaml *file)
{
    const struct bp_yaml *list = NULL;
    if (file->kind != BP_YAML_MAP) {
        bp_report_error(reader->report, &file->source, "wrong-type",
                        "this file is %s, and should start with “metrics:”",
                        bp_yaml_describe(file));
        return NULL;
    }
    bp_reader_keys(reader, file, BP_PART_METRICS_FILE);
    list = bp_yaml_find(file, "metrics");
    if (!list)
        bp_reader_missing(reader, file, BP_PART_METRICS_FILE, "metrics",
                          "write it at the top, and the series in a list below it");
    return list;
}

/* The file's bytes, its lines and its folder in the place of the report's own. */
static struct bp_metrics *read_file(struct bp_reader *report, const char *path,
                                    const struct bp_bytes *bytes)
{
    struct bp_metrics *metrics = NULL;
    struct bp_reader reader = *report;
    struct bp_lines lines;
    size_t mark = bytes->size >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    char *folder = g_path_get_dirname(path);
    char *real = realpath(folder, NULL);
    if (real)
        reader.folder = bp_arena_string(reader.arena, real, strlen(real));
    free(real);
    g_free(folder);
    bp_lines_init(&lines, path, bytes->data + mark, bytes->size - mark);
    reader.lines = &lines;
    if (bp_encoding_check(&lines, reader.report)) {
        const struct bp_yaml *file = bp_yaml_read(
            &lines, "write “metrics:” with a list of series below it", reader.arena, reader.report);
        const struct bp_yaml *list = file ? find_list(&reader, file) : NULL;
        if (list)
            metrics = bp_metrics_read(&reader, list);
    }
    bp_lines_finish(&lines);
    return metrics;
}

struct bp_metrics *bp_metrics_find(struct bp_reader *reader, const struct bp_yaml *node)
{
    if (node->kind == BP_YAML_LIST)
        return bp_metrics_read(reader, node);
    if (node->kind == BP_YAML_MAP) {
        report_no_list(reader, node);
        return NULL;
    }
    struct bp_words path = bp_reader_words(reader, node, "metrics");
    if (!path.text || !bp_link_check_file(reader, &path.source, path.text))
        return NULL;
    const char *whole = bp_link_path(reader, path.text);
    const struct bp_bytes *bytes =
        bp_file_read(whole, reader->root, MOST_BYTES, &path.source, reader->arena, reader->report);
    return bytes ? read_file(reader, whole, bytes) : NULL;
}
