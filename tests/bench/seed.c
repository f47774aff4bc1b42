/* SPDX-License-Identifier: MIT */
#include "seed.h"

#include <string.h>

struct reading {
    struct bp_seed *seed;
    GString *bullet; /* of the last line, as far as it was read */
    int base;        /* spaces before a bullet of the first level; -1: none read yet */
};

/* Appends the sentences of `text`, gives how many. A sentence ends where a capital follows. */
static int split(const char *text, GPtrArray *sentences)
{
    int count = 1;
    const char *start = text;

    for (const char *at = text; *at; at++) {
        if (!strchr(".?!", at[0]) || at[1] != ' ' || !g_ascii_isupper(at[2]))
            continue;
        g_ptr_array_add(sentences, g_strndup(start, (gsize)(at + 1 - start)));
        start = at + 2;
        count++;
    }
    g_ptr_array_add(sentences, g_strdup(start));
    return count;
}

static void end_bullet(struct reading *reading)
{
    GArray *lines = reading->seed->lines;

    if (reading->bullet->len == 0)
        return;
    g_array_index(lines, struct bp_seed_line, lines->len - 1).n_sentences =
        split(reading->bullet->str, reading->seed->sentences);
    g_string_truncate(reading->bullet, 0);
}

static char *unquoted(const char *text)
{
    gsize size = strlen(text);

    return *text == '"' ? g_strndup(text + 1, size - 2) : g_strdup(text);
}

static void read_line(struct reading *reading, const char *line)
{
    int indent = (int)strspn(line, " ");
    const char *text = line + indent;
    struct bp_seed_line found = {0};

    if (g_str_has_prefix(text, "- title: ")) {
        end_bullet(reading);
        found.kind = indent == 2 ? BP_LINE_ITEM : BP_LINE_SECTION;
        found.title = unquoted(text + strlen("- title: "));
        g_array_append_val(reading->seed->lines, found);
    } else if (strcmp(text, "minutes: |") == 0) {
        reading->base = indent + 2;
    } else if (indent < reading->base || *text == '\0') {
        end_bullet(reading);
        reading->base = G_MAXINT;
    } else if (g_str_has_prefix(text, "- ")) {
        end_bullet(reading);
        found.kind = BP_LINE_BULLET;
        found.level = (indent - reading->base) / 2 + 1;
        g_array_append_val(reading->seed->lines, found);
        g_string_append(reading->bullet, text + 2);
    } else {
        g_string_append_c(reading->bullet, ' ');
        g_string_append(reading->bullet, text);
    }
}

void bp_seed_init(struct bp_seed *seed, const char *path)
{
    struct reading reading = {.seed = seed, .bullet = g_string_new(NULL), .base = G_MAXINT};
    char *text, *head, *items, *end;
    char **lines;

    if (!g_file_get_contents(path, &text, NULL, NULL) || !(head = strstr(text, "\nmeeting:\n")) ||
        !(items = strstr(head, "\nitems:\n")) || !(end = strstr(items, "\nclosing:")))
        g_error("%s is not the meeting that this program knows", path);
    seed->head = g_strndup(head + 1, (gsize)(items - head));
    seed->lines = g_array_new(FALSE, FALSE, sizeof(struct bp_seed_line));
    seed->sentences = g_ptr_array_new_with_free_func(g_free);
    *end = '\0';
    lines = g_strsplit(items + strlen("\nitems:\n"), "\n", -1);
    for (char **line = lines; *line; line++)
        read_line(&reading, *line);
    end_bullet(&reading);
    g_strfreev(lines);
    g_string_free(reading.bullet, TRUE);
    g_free(text);
}

void bp_seed_finish(struct bp_seed *seed)
{
    for (guint i = 0; i < seed->lines->len; i++)
        g_free(g_array_index(seed->lines, struct bp_seed_line, i).title);
    g_array_free(seed->lines, TRUE);
    g_ptr_array_free(seed->sentences, TRUE);
    g_free(seed->head);
}
