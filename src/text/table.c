/* SPDX-License-Identifier: MIT */
#include "text/table.h"

#include <string.h>

#include <glib.h>

/* What the last heading said. */
struct heading {
    const char *family;
    const char *scripts;
    const char *package;
};

static bool read_heading(char *line, struct heading *heading, struct bp_arena *arena)
{
    char **words = g_strsplit(line, " ", 3);
    bool family = g_strcmp0(words[0], "family") == 0;
    bool fine = g_strv_length(words) == 3 && (family || strcmp(words[0], "script") == 0);
    if (fine) {
        char *rest = bp_arena_string(arena, words[2], strlen(words[2]));
        heading->family = family ? rest : NULL;
        heading->scripts = family ? NULL : rest;
        heading->package = bp_arena_string(arena, words[1], strlen(words[1]));
    }
    g_strfreev(words);
    return fine;
}

static bool read_face(const char *line, const struct heading *heading, struct bp_table_face *face,
                      struct bp_arena *arena)
{
    static const char blank[] = " ";
    const char *words[4];
    size_t lengths[4];
    for (int i = 0; i < 4; i++) {
        line += strspn(line, blank);
        lengths[i] = i < 3 ? strcspn(line, blank) : strlen(line);
        words[i] = line;
        line += lengths[i];
    }
    bool italic = lengths[1] == 6 && memcmp(words[1], "italic", 6) == 0;
    bool upright = lengths[1] == 7 && memcmp(words[1], "upright", 7) == 0;
    face->weight = (int)g_ascii_strtoll(words[0], NULL, 10);
    if (!heading->package || face->weight <= 0 || !(italic || upright) || lengths[3] == 0)
        return false;
    face->family = heading->family;
    face->scripts = heading->scripts;
    face->package = heading->package;
    face->italic = italic;
    face->sha256 = bp_arena_string(arena, words[2], lengths[2]);
    face->path = bp_arena_string(arena, words[3], lengths[3]);
    return true;
}

bool bp_table_read(const char *list, struct bp_table *table, struct bp_arena *arena,
                   struct bp_report *report)
{
    struct heading heading = {0};
    GArray *faces = g_array_new(FALSE, TRUE, sizeof(struct bp_table_face));
    char **lines = g_strsplit(list, "\n", -1);
    bool fine = true;
    for (int i = 0; lines[i]; i++) {
        char *line = g_strchomp(lines[i]);
        struct bp_table_face face = {0};
        if (line[0] == '\0' || line[0] == '#')
            continue;
        if (g_ascii_isdigit(line[0]) ? read_face(line, &heading, &face, arena)
                                     : read_heading(line, &heading, arena)) {
            if (face.path)
                g_array_append_val(faces, face);
            continue;
        }
        bp_report_system(report, "fonts/faces.list", "bad-face", "line %d is no face: “%s”", i + 1,
                         line);
        fine = false;
    }
    table->n_faces = (int)faces->len;
    table->faces = bp_arena_copy(arena, faces->data, faces->len, sizeof(struct bp_table_face));
    g_array_free(faces, TRUE);
    g_strfreev(lines);
    return fine;
}

bool bp_table_language(const char *scripts, const char *script, char language[16])
{
    for (const char *at = scripts; at && *at; at += *at == ',') {
        size_t length = strcspn(at, ",");
        if (length > 5 && length < 5 + 16 && strncmp(at, script, 4) == 0) {
            memcpy(language, at + 5, length - 5);
            language[length - 5] = '\0';
            return true;
        }
        at += length;
    }
    return false;
}
