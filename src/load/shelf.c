/* SPDX-License-Identifier: MIT */
#include "load/shelf.h"

#include <glib.h>
#include <string.h>

static const struct bp_shelf_file files[] = {
#include "gen/shelf.h"
};

enum { N_FILES = sizeof files / sizeof *files };

const struct bp_shelf_file *bp_shelf_find(const char *path)
{
    for (int i = 0; i < N_FILES; i++)
        if (strcmp(files[i].path, path) == 0)
            return &files[i];
    return NULL;
}

bool bp_shelf_has(const struct bp_source *source)
{
    static const char folder[] = "layouts/";
    size_t length = sizeof folder - 1;
    return source->file && strncmp(source->file, folder, length) == 0 &&
           bp_shelf_find(source->file + length);
}

const struct bp_shelf_file *bp_shelf_files(int *n)
{
    *n = N_FILES;
    return files;
}

bool bp_shelf_names(const char *name)
{
    char *key = g_strdup_printf(" %s:", name), *block = g_strdup_printf("name: %s\n", name);
    bool found = false;
    for (int i = 0; i < N_FILES && !found; i++)
        found = strstr(files[i].bytes.data, key) || strstr(files[i].bytes.data, block);
    g_free(block);
    g_free(key);
    return found;
}
