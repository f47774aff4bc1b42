/* SPDX-License-Identifier: MIT */
/* Pictures for tests: those of tests/pictures, and drawings given as text. */
#ifndef TESTS_UNIT_PICTURE_H
#define TESTS_UNIT_PICTURE_H

#include <glib.h>
#include <string.h>

#include "picture/picture.h"

#define SVG(attributes, content)                                                                   \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" " attributes ">" content "</svg>"
#define DRAWN(content) SVG("viewBox=\"0 0 100 50\"", content)

/* A picture of these bytes, not looked into yet. */
static inline struct bp_picture *picture_of(struct bp_arena *arena, const char *bytes, size_t size,
                                            const char *path)
{
    struct bp_picture *picture = bp_arena_new(arena, sizeof *picture);
    picture->path = path;
    picture->source = (struct bp_source){"layout.yaml", 7, 11};
    picture->file = (struct bp_bytes){bp_arena_string(arena, bytes, size), size};
    return picture;
}

/* The file of that name in tests/pictures. */
static inline struct bp_picture *picture_file(struct bp_arena *arena, const char *name)
{
    char *path = g_build_filename("tests/pictures", name, NULL), *bytes;
    gsize size;
    if (!g_file_get_contents(path, &bytes, &size, NULL))
        g_error("%s is missing", path);
    struct bp_picture *picture = picture_of(arena, bytes, size, name);
    g_free(bytes);
    g_free(path);
    return picture;
}

#endif
