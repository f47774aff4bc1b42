/* SPDX-License-Identifier: MIT */
#include "load/settings.h"

#include <string.h>

#include "load/draft.h"
#include "load/encoding.h"

static const char *const keys[] = {"layout", "house", "edition", NULL};

enum { MOST_BYTES = 64 << 10 };

const char *const *bp_settings_keys(void)
{
    return keys;
}

static void read_file(struct bp_draft *draft, struct bp_lines *lines, struct bp_settings *settings)
{
    struct bp_reader *reader = &draft->reader;
    const struct bp_yaml *file = bp_encoding_check(lines, reader->report)
                                     ? bp_yaml_read(lines, NULL, reader->arena, reader->report)
                                     : NULL;
    if (file && file->kind != BP_YAML_MAP)
        bp_report_error(reader->report, &file->source, "wrong-type",
                        "boardpack.yaml should name a house style or a layout; write “house: ” and "
                        "its file, as in house: our-style/layout.yaml");
    if (!file || file->kind != BP_YAML_MAP || !bp_draft_keys(draft, file, "boardpack.yaml", keys))
        return;
    settings->layout = bp_reader_text(reader, file, "layout");
    settings->house = bp_reader_text(reader, file, "house");
    settings->edition = bp_reader_text(reader, file, "edition");
}

bool bp_settings_read(const char *root, struct bp_settings *settings, struct bp_arena *arena,
                      struct bp_report *report)
{
    struct bp_tally before = bp_report_tally(report);
    char *path = g_build_filename(root, "boardpack.yaml", NULL);
    const struct bp_source place = {.file = bp_arena_string(arena, path, strlen(path))};
    *settings = (struct bp_settings){.layout = {.text = NULL}};
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        const struct bp_bytes *bytes = bp_file_read(path, root, MOST_BYTES, &place, arena, report);
        struct bp_lines lines;
        struct bp_draft draft;
        if (bytes && bytes->size > 0) {
            bp_draft_init(&draft, arena, report);
            bp_lines_init(&lines, place.file, bytes->data, bytes->size);
            read_file(&draft, &lines, settings);
            bp_lines_finish(&lines);
            bp_draft_finish(&draft);
        }
    }
    g_free(path);
    return bp_report_tally(report).errors == before.errors;
}
