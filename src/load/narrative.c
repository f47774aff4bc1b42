/* SPDX-License-Identifier: MIT */
#include "load/narrative.h"

#include <string.h>

#include "base/nearest.h"
#include "load/chart.h"
#include "load/language.h"
#include "load/prose.h"
#include "load/reference.h"

static const char *const statuses[] = {"draft", "final", NULL};

/* Which key makes a map an entry of which part, in the order of `parts`. */
static const char *const kinds[] = {"heading", "text", "chart", NULL};
static const enum bp_part parts[] = {BP_PART_HEADING, BP_PART_PASSAGE, BP_PART_ROOM};

/* The body while it is read: its sections, and the entries of the last of them. */
struct body {
    struct bp_reader *reader;
    GArray *sections;
    GArray *entries;
};

static void end_section(struct body *body)
{
    if (body->sections->len == 0)
        return;
    struct bp_narrative_section *section =
        &g_array_index(body->sections, struct bp_narrative_section, body->sections->len - 1);
    section->n_entries = (int)body->entries->len;
    section->entries = bp_arena_copy(body->reader->arena, body->entries->data, body->entries->len,
                                     sizeof *section->entries);
    if (section->n_entries == 0 && section->heading.text)
        bp_report_warning(body->reader->report, &section->source, "empty-section",
                          "nothing stands below this heading; write “- text: ” and the words after "
                          "it, or delete it");
    g_array_set_size(body->entries, 0);
}

static void begin_section(struct body *body, struct bp_words heading, struct bp_source source)
{
    struct bp_narrative_section section = {.heading = heading, .source = source};
    end_section(body);
    g_array_append_val(body->sections, section);
}

static void add_entry(struct body *body, struct bp_narrative_entry entry, struct bp_source source)
{
    if (body->sections->len == 0)
        begin_section(body, (struct bp_words){0}, source);
    g_array_append_val(body->entries, entry);
}

static void read_heading(struct body *body, const struct bp_yaml *node)
{
    struct bp_words heading = bp_reader_text(body->reader, node, "heading");
    if (!heading.text)
        bp_reader_missing(body->reader, node, BP_PART_HEADING, "heading",
                          "write the words of the heading after it");
    begin_section(body, heading, node->source);
}

static void read_text(struct body *body, const struct bp_yaml *node)
{
    struct bp_narrative_entry entry = {.kind = BP_NARRATIVE_TEXT};
    entry.text = node->kind == BP_YAML_TEXT ? bp_prose_read(body->reader, node, "body")
                                            : bp_reader_prose(body->reader, node, "text");
    if (!entry.text && node->kind == BP_YAML_MAP)
        bp_reader_missing(body->reader, node, BP_PART_PASSAGE, "text", "write the words after it");
    add_entry(body, entry, node->source);
}

static void read_chart(struct body *body, const struct bp_yaml *node)
{
    struct bp_narrative_entry entry = {.kind = BP_NARRATIVE_CHART};
    entry.chart = bp_chart_read(body->reader, node);
    add_entry(body, entry, node->source);
}

/* The place of the map's first key that is the `kinds`'; -1 when it has none. */
static int find_kind(const struct bp_yaml *map, const struct bp_yaml **key)
{
    for (int i = 0; i < map->n_pairs; i++)
        for (int kind = 0; kinds[kind]; kind++)
            if (strcmp(map->pairs[i].key->text, kinds[kind]) == 0) {
                *key = map->pairs[i].key;
                return kind;
            }
    return -1;
}

/* A heading with its text in one entry is two entries; true when the map is such. */
static bool report_two(struct bp_reader *reader, const struct bp_yaml *map, const char *kind)
{
    for (int i = 0; i < map->n_pairs; i++) {
        const struct bp_yaml *key = map->pairs[i].key;
        if (strcmp(key->text, kind) == 0 || !g_strv_contains(kinds, key->text))
            continue;
        bp_report_error(reader->report, &key->source, "two-entries",
                        "“%s” and “%s” are entries of their own; write “- %s:” with its own dash, "
                        "in line with “- %s:”",
                        kind, key->text, key->text, kind);
        return true;
    }
    return false;
}

static void report_no_kind(struct bp_reader *reader, const struct bp_yaml *node)
{
    const struct bp_yaml *key =
        node->kind == BP_YAML_MAP && node->n_pairs > 0 ? node->pairs[0].key : NULL;
    const char *near = key ? bp_nearest(key->text, kinds) : NULL;
    for (size_t i = 0; key && !near && i < G_N_ELEMENTS(parts); i++)
        near = bp_keys_other_word(parts[i], key->text);
    if (near)
        bp_report_error(reader->report, &key->source, "unknown-entry",
                        "“%s” is no kind of entry; write “%s”", bp_reader_clip(reader, key->text),
                        near);
    else if (key && strchr(key->text, ' '))
        bp_report_error(reader->report, &key->source, "colon",
                        "the colon after “%s” makes it a key; write “- text: |” and the words "
                        "below it, indented",
                        bp_reader_clip(reader, key->text));
    else if (key)
        bp_report_error(reader->report, &key->source, "unknown-entry",
                        "“%s” is no kind of entry; write heading, text or chart, or put the whole "
                        "text in quotes",
                        bp_reader_clip(reader, key->text));
    else
        bp_report_error(reader->report, &node->source, "unknown-entry",
                        "an entry of the body cannot be a list of lists; write one “- ” only");
}

static void read_entry(struct body *body, const struct bp_yaml *node)
{
    const struct bp_yaml *key;
    if (bp_yaml_is_empty(node)) {
        bp_report_error(body->reader->report, &node->source, "missing",
                        "this entry is empty; write its words after the “-”, or delete it");
        return;
    }
    if (node->kind == BP_YAML_TEXT) {
        read_text(body, node);
        return;
    }
    int kind = node->kind == BP_YAML_MAP ? find_kind(node, &key) : -1;
    if (kind < 0) {
        report_no_kind(body->reader, node);
        return;
    }
    if (report_two(body->reader, node, kinds[kind]) ||
        (parts[kind] == BP_PART_ROOM && bp_chart_report_beside(body->reader, node)))
        return;
    bp_reader_keys(body->reader, node, parts[kind]);
    if (parts[kind] == BP_PART_HEADING)
        read_heading(body, node);
    else if (parts[kind] == BP_PART_PASSAGE)
        read_text(body, node);
    else
        read_chart(body, node);
}

static void read_body(struct bp_reader *reader, const struct bp_yaml *file,
                      struct bp_narrative *narrative)
{
    const struct bp_yaml *list = bp_reader_list(reader, file, "body");
    struct body body = {.reader = reader,
                        .sections = g_array_new(FALSE, FALSE, sizeof(struct bp_narrative_section)),
                        .entries = g_array_new(FALSE, FALSE, sizeof(struct bp_narrative_entry))};
    for (int i = 0; list && i < list->n_items; i++)
        read_entry(&body, list->items[i]);
    end_section(&body);
    narrative->n_sections = (int)body.sections->len;
    narrative->sections = bp_arena_copy(reader->arena, body.sections->data, body.sections->len,
                                        sizeof *narrative->sections);
    g_array_free(body.sections, TRUE);
    g_array_free(body.entries, TRUE);
}

static void read_front(struct bp_reader *reader, const struct bp_yaml *node,
                       struct bp_narrative *narrative)
{
    const struct bp_yaml *date = bp_yaml_find(node, "date");
    bp_reader_keys(reader, node, BP_PART_REPORT);
    narrative->title = bp_reader_text(reader, node, "title");
    narrative->date = bp_reader_date(reader, node, "date");
    if (!narrative->title.text)
        bp_reader_missing(reader, node, BP_PART_REPORT, "title",
                          "write “title: ” and what the report is called");
    if (date)
        narrative->date_source = date->source;
    else
        bp_reader_missing(reader, node, BP_PART_REPORT, "date",
                          "write “date: ” and the day of the report, as in 2022-03-16");
    narrative->organisation = bp_reader_text(reader, node, "organisation");
    narrative->subtitle = bp_reader_text(reader, node, "subtitle");
    narrative->period = bp_reader_text(reader, node, "period");
    narrative->author = bp_reader_text(reader, node, "author");
    narrative->status =
        (enum bp_status_of_narrative)bp_reader_choice(reader, node, "status", statuses);
    narrative->version = bp_reader_text(reader, node, "version");
    narrative->issued = bp_reader_date(reader, node, "issued");
    narrative->language = bp_language_read(reader, node);
    narrative->layout = bp_reader_text(reader, node, "layout");
    narrative->house = bp_reader_text(reader, node, "house");
    narrative->edition = bp_reader_text(reader, node, "edition");
    narrative->contact = bp_reader_prose(reader, node, "contact");
    narrative->summary = bp_reader_prose(reader, node, "summary");
}

struct bp_narrative *bp_narrative_read(struct bp_reader *reader, const struct bp_yaml *file,
                                       const struct bp_yaml *front)
{
    struct bp_narrative *narrative = bp_arena_new(reader->arena, sizeof *narrative);
    bp_reader_keys(reader, file, BP_PART_REPORT_FILE);
    if (front)
        read_front(reader, front, narrative);
    read_body(reader, file, narrative);
    narrative->closing = bp_reader_prose(reader, file, "closing");
    bp_reference_refuse(reader);
    return narrative;
}
