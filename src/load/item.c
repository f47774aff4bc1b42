/* SPDX-License-Identifier: MIT */
#include "load/item.h"

#include <string.h>

#include "load/entry.h"
#include "load/link.h"
#include "load/number.h"
#include "load/prose.h"
#include "load/reference.h"

enum { MOST_LEVELS = 4 };

static const char *const purposes[] = {"decision", "assurance", "information", "discussion", NULL};

/* How many items and how many sections a part stands in. */
struct depth {
    int items;
    int sections;
};

static void read_item(struct bp_reader *reader, const struct bp_yaml *node, bool section,
                      struct depth depth, struct bp_item *item);

static void read_paper(struct bp_reader *reader, const struct bp_yaml *node, struct bp_paper *paper)
{
    *paper = (struct bp_paper){.source = node->source};
    if (node->kind == BP_YAML_TEXT) {
        paper->title = bp_reader_words(reader, node, "papers");
        return;
    }
    if (!bp_reader_keys(reader, node, BP_PART_PAPER))
        return;
    const struct bp_yaml *file = bp_yaml_find(node, "file");
    const struct bp_yaml *url = bp_yaml_find(node, "url");
    paper->title = bp_reader_text(reader, node, "title");
    if (!paper->title.text)
        bp_reader_missing(reader, node, BP_PART_PAPER, "title", "write “title: ” and its name");
    paper->file = bp_reader_text(reader, node, "file").text;
    paper->url = bp_reader_text(reader, node, "url").text;
    if (paper->file && paper->url)
        bp_report_error(reader->report, &url->source, "two-targets",
                        "this paper has both a file and a url; write one of the two");
    if (paper->file && bp_link_check_file(reader, &file->source, paper->file))
        bp_link_find_file(reader, &file->source, paper->file);
    if (paper->url)
        bp_link_check_web(reader, &url->source, paper->url);
}

static void read_papers(struct bp_reader *reader, const struct bp_yaml *node, struct bp_item *item)
{
    const struct bp_yaml *list = bp_reader_list(reader, node, "papers");
    if (!list)
        return;
    item->papers = bp_arena_new(reader->arena, sizeof *item->papers * (size_t)list->n_items);
    item->n_papers = list->n_items;
    for (int i = 0; i < list->n_items; i++)
        read_paper(reader, list->items[i], &item->papers[i]);
}

/* "none" leaves a place without words, so that none is counted. */
static void read_number(struct bp_reader *reader, const struct bp_yaml *node, struct bp_item *item)
{
    const struct bp_yaml *number = bp_yaml_find(node, "number");
    item->number = bp_reader_words(reader, number, "number");
    if (item->number.text && (strcmp(item->number.text, "none") == 0 ||
                              !bp_number_fits(reader, number, item->number.text)))
        item->number.text = NULL;
}

static void read_children(struct bp_reader *reader, const struct bp_yaml *list, bool section,
                          struct depth depth, GArray *children)
{
    if (section ? depth.sections == MOST_LEVELS : depth.items == MOST_LEVELS) {
        bp_report_error(reader->report, &list->source, "too-deep",
                        "these stand inside four others of their kind; write at most four levels");
        return;
    }
    depth.sections += section;
    depth.items += !section;
    for (int i = 0; i < list->n_items; i++) {
        struct bp_item child;
        read_item(reader, list->items[i], section, depth, &child);
        g_array_append_val(children, child);
    }
}

/* Sections and sub-items, in the order of their keys. */
static void read_parts(struct bp_reader *reader, const struct bp_yaml *node, struct depth depth,
                       struct bp_item *item)
{
    GArray *children = g_array_new(FALSE, FALSE, sizeof(struct bp_item));
    for (int i = 0; i < node->n_pairs; i++) {
        const char *key = node->pairs[i].key->text;
        bool section = strcmp(key, "sections") == 0;
        const struct bp_yaml *list =
            section || strcmp(key, "items") == 0 ? bp_reader_list(reader, node, key) : NULL;
        if (list)
            read_children(reader, list, section, depth, children);
    }
    item->items =
        bp_arena_copy(reader->arena, children->data, children->len, sizeof(struct bp_item));
    item->n_items = (int)children->len;
    g_array_free(children, TRUE);
}

static void read_item(struct bp_reader *reader, const struct bp_yaml *node, bool section,
                      struct depth depth, struct bp_item *item)
{
    enum bp_part part = section ? BP_PART_SECTION : BP_PART_ITEM;
    *item = (struct bp_item){.source = node->source, .section = section, .time.hour = -1};
    if (node->kind == BP_YAML_TEXT && !bp_yaml_is_empty(node)) {
        bp_report_error(reader->report, &node->source, "wrong-type",
                        "%s has keys of its own; write - title: %s", bp_keys_noun(part),
                        bp_reader_clip(reader, node->text));
        return;
    }
    if (!bp_reader_keys(reader, node, part))
        return;
    item->title = bp_reader_text(reader, node, "title");
    if (!item->title.text)
        bp_reader_missing(reader, node, part, "title", "write “title: ” and its heading");
    if (!section)
        read_number(reader, node, item);
    item->time = bp_reader_time(reader, node, "time");
    item->purpose = (enum bp_purpose)bp_reader_choice(reader, node, "purpose", purposes);
    item->lead = bp_reader_text(reader, node, "lead");
    item->taken = bp_reference_words(reader, node, "taken");
    read_papers(reader, node, item);
    const struct bp_yaml *closed = bp_yaml_find(node, "closed");
    item->closed = closed ? bp_closed_read(reader, closed) : NULL;
    bp_entries_read(reader, node, item);
    read_parts(reader, node, depth, item);
}

void bp_items_read(struct bp_reader *reader, const struct bp_yaml *file)
{
    const struct bp_yaml *list = bp_reader_list(reader, file, "items");
    struct bp_meeting *meeting = reader->meeting;
    if (!list)
        return;
    meeting->items = bp_arena_new(reader->arena, sizeof *meeting->items * (size_t)list->n_items);
    meeting->n_items = list->n_items;
    for (int i = 0; i < list->n_items; i++)
        read_item(reader, list->items[i], false, (struct depth){.items = 1}, &meeting->items[i]);
}
