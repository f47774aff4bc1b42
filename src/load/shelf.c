/* SPDX-License-Identifier: MIT */
#include "load/shelf.h"

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
