/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "load/encoding.h"
#include "load/load.h"
#include "load/meeting.h"
#include "load/metrics.h"
#include "load/narrative.h"
#include "load/reference.h"
#include "model/derive.h"

enum { MOST_BYTES = 4 << 20 };

static const struct bp_yaml_pair *find_pair(const struct bp_yaml *file, const char *key)
{
    for (int i = 0; file->kind == BP_YAML_MAP && i < file->n_pairs; i++)
        if (strcmp(file->pairs[i].key->text, key) == 0)
            return &file->pairs[i];
    return NULL;
}

/* "title, date": the file's keys that belong under its first one; the first of them, if any. */
static const struct bp_yaml *find_stray_keys(const struct bp_yaml *file, enum bp_part part,
                                             GString *names)
{
    const struct bp_yaml *first = NULL;
    for (int i = 0; i < file->n_pairs; i++) {
        const struct bp_yaml *key = file->pairs[i].key;
        if (bp_keys_has(part, key->text) || !bp_keys_has(bp_keys_front(part), key->text))
            continue;
        g_string_append_printf(names, "%s“%s”", first ? ", " : "", key->text);
        first = first ? first : key;
    }
    return first;
}

static void report_no_front(struct bp_reader *reader, const struct bp_yaml *file, enum bp_part part,
                            const struct bp_yaml *key)
{
    GString *names = g_string_new(NULL);
    const struct bp_yaml *stray = find_stray_keys(file, part, names);
    const char *front = bp_keys_noun(bp_keys_front(part));
    if (key && stray)
        bp_report_error(reader->report, &key->source, "missing",
                        "%s has nothing below it; indent %s by two spaces", front, names->str);
    else if (key)
        bp_report_error(reader->report, &key->source, "missing",
                        "%s has nothing below it; write “title: …” and “date: …” there, indented "
                        "by two spaces",
                        front);
    else if (stray)
        bp_report_error(reader->report, &stray->source, "missing",
                        "this file has no %s; write it on a line above this one, and indent %s "
                        "below it by two spaces",
                        front, names->str);
    else
        bp_report_error(reader->report, &file->source, "missing",
                        "this file has no %s%s; write it with “title: …” and “date: …” below it, "
                        "indented by two spaces",
                        front, part == BP_PART_FILE ? " (or “report:”)" : "");
    g_string_free(names, TRUE);
}

/* What stands below "meeting:" or "report:"; NULL, with a report, when it has no keys. */
static const struct bp_yaml *find_front(struct bp_reader *reader, const struct bp_yaml *file,
                                        enum bp_part part)
{
    const struct bp_yaml_pair *pair = find_pair(file, bp_keys_of(part)[0]);
    if (pair && pair->value->kind == BP_YAML_MAP)
        return pair->value;
    if (pair && !bp_yaml_is_empty(pair->value))
        bp_reader_keys(reader, pair->value, bp_keys_front(part));
    else
        report_no_front(reader, file, part, pair ? pair->key : NULL);
    return NULL;
}

/* Kinds of file that are to come, and two kinds in one. */
static bool check_kind(struct bp_reader *reader, const struct bp_yaml *file)
{
    const struct bp_yaml_pair *pack = find_pair(file, "pack");
    const struct bp_yaml_pair *meeting = find_pair(file, "meeting");
    const struct bp_yaml_pair *report = find_pair(file, "report");
    if (file->kind != BP_YAML_MAP)
        bp_report_error(reader->report, &file->source, "wrong-type",
                        "this file is %s, and should start with “meeting:” or “report:”; see an "
                        "example with boardpack new minutes DIR",
                        bp_yaml_describe(file));
    else if (pack)
        bp_report_error(reader->report, &pack->key->source, "not-yet",
                        "this version makes no board packs; give it the meetings and reports that "
                        "“pack:” names one by one");
    else if (meeting && report)
        bp_report_error(reader->report,
                        meeting < report ? &report->key->source : &meeting->key->source,
                        "two-kinds",
                        "this file has both “meeting:” and “report:”; put one of them, with all "
                        "that belongs to it, in a file of its own");
    else
        return true;
    return false;
}

/* Without either key, "body:" tells a report. */
static bool is_report(const struct bp_yaml *file)
{
    return find_pair(file, "report") || (!find_pair(file, "meeting") && find_pair(file, "body"));
}

/* With no other key that tells a kind, "metrics:" does. */
static bool is_metrics(const struct bp_yaml *file)
{
    return find_pair(file, "metrics") && !find_pair(file, "meeting") && !is_report(file);
}

static void read_metrics(struct bp_reader *reader, const struct bp_yaml *file, struct bp_data *data)
{
    const struct bp_yaml *list = bp_yaml_find(file, "metrics");
    bp_reader_keys(reader, file, BP_PART_METRICS_FILE);
    if (list)
        data->metrics = bp_metrics_read(reader, list);
    else
        bp_reader_missing(reader, file, BP_PART_METRICS_FILE, "metrics",
                          "write the series in a list below it");
}

/* The series that a meeting or a report speaks of. */
static void read_metrics_of(struct bp_reader *reader, const struct bp_yaml *file,
                            struct bp_data *data)
{
    const struct bp_yaml *metrics = bp_yaml_find(file, "metrics");
    if (metrics)
        data->metrics = bp_metrics_find(reader, metrics);
    reader->metrics = data->metrics;
}

static void read_file(struct bp_reader *reader, const struct bp_yaml *file, GPtrArray *mentions,
                      struct bp_data *data)
{
    if (find_pair(file, "layout") || find_pair(file, "house") || !check_kind(reader, file))
        return; /* a layout is read by bp_look_read() */
    if (is_metrics(file)) {
        read_metrics(reader, file, data);
        return;
    }
    read_metrics_of(reader, file, data);
    reader->mentions = mentions;
    if (is_report(file)) {
        data->narrative =
            bp_narrative_read(reader, file, find_front(reader, file, BP_PART_REPORT_FILE));
        return;
    }
    data->meeting = bp_arena_new(reader->arena, sizeof *data->meeting);
    reader->meeting = data->meeting;
    bp_meeting_read(reader, file, find_front(reader, file, BP_PART_FILE));
}

static void read_lines(struct bp_reader *reader, struct bp_data *data)
{
    if (!bp_encoding_check(reader->lines, reader->report))
        return;
    const struct bp_yaml *file = bp_yaml_read(
        reader->lines, "write at least “meeting:” (or “report:”) with a title and a date under it",
        reader->arena, reader->report);
    if (!file)
        return;
    reader->action_ids = g_hash_table_new(g_str_hash, g_str_equal);
    reader->references = g_array_new(FALSE, FALSE, sizeof(struct bp_reference));
    reader->prose_links = g_array_new(FALSE, FALSE, sizeof(struct bp_prose *));
    GPtrArray *mentions = g_ptr_array_new();
    reader->charts = g_ptr_array_new();
    read_file(reader, file, mentions, data);
    if (data->metrics)
        bp_readings_sort(data->metrics);
    data->n_mentions = (int)mentions->len;
    data->mentions =
        bp_arena_copy(reader->arena, mentions->pdata, mentions->len, sizeof *data->mentions);
    data->n_charts = (int)reader->charts->len;
    data->charts = bp_arena_copy(reader->arena, reader->charts->pdata, reader->charts->len,
                                 sizeof *data->charts);
    g_ptr_array_free(reader->charts, TRUE);
    g_ptr_array_free(mentions, TRUE);
    g_array_free(reader->prose_links, TRUE);
    g_array_free(reader->references, TRUE);
    g_hash_table_destroy(reader->action_ids);
}

/* A folder without links and dots, as the root has none either. */
static const char *resolve(const char *folder, struct bp_arena *arena)
{
    char *real = folder ? realpath(folder, NULL) : NULL;
    const char *kept = real ? bp_arena_string(arena, real, strlen(real)) : folder;
    free(real);
    return kept;
}

bool bp_load_data_bytes(const struct bp_bytes *bytes, const char *path, const char *root,
                        struct bp_data *data, struct bp_arena *arena, struct bp_report *report)
{
    struct bp_lines lines;
    const char *file = bp_arena_string(arena, path, strlen(path));
    char *folder = g_path_get_dirname(path);
    size_t mark = bytes->size >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct bp_tally before = bp_report_tally(report);
    *data = (struct bp_data){0};
    bp_lines_init(&lines, file, bytes->data + mark, bytes->size - mark);
    struct bp_reader reader = {.arena = arena,
                               .report = report,
                               .lines = &lines,
                               .folder = resolve(folder, arena),
                               .root = resolve(root, arena)};
    read_lines(&reader, data);
    bp_lines_finish(&lines);
    g_free(folder);
    if (bp_report_tally(report).errors > before.errors) {
        *data = (struct bp_data){0};
        return false;
    }
    if (data->meeting)
        bp_meeting_derive(data->meeting, arena);
    else if (data->narrative)
        bp_narrative_derive(data->narrative, arena);
    return true;
}

bool bp_load_data(const char *path, const char *name, const char *root, struct bp_data *data,
                  struct bp_arena *arena, struct bp_report *report)
{
    const struct bp_bytes *bytes = bp_file_read(path, root, MOST_BYTES, NULL, arena, report);
    const char *called = strcmp(path, "-") == 0 && name ? name : path;
    *data = (struct bp_data){0};
    return bytes && bp_load_data_bytes(bytes, called, root, data, arena, report);
}

struct bp_meeting *bp_load_meeting_bytes(const struct bp_bytes *bytes, const char *path,
                                         const char *root, struct bp_arena *arena,
                                         struct bp_report *report)
{
    struct bp_data data;
    if (bp_load_data_bytes(bytes, path, root, &data, arena, report) && !data.meeting)
        bp_report_error(report, &(struct bp_source){.file = path}, "no-meeting",
                        "is no meeting; name a file that begins with “meeting:”");
    return data.meeting;
}
