/* SPDX-License-Identifier: MIT */
#include "picture/segment.h"

#include <string.h>

#define EXIF_HEAD    6
#define TIFF_HEAD    8
#define ENTRY        12
#define ORIENTATION  0x0112
#define MOST_ENTRIES 1000

static int byte_at(const struct bp_bytes *bytes, size_t offset)
{
    return offset < bytes->size ? (guchar)bytes->data[offset] : 0;
}

static bool has_content(int marker)
{
    return marker != 0x01 && !(marker >= 0xD0 && marker <= 0xD9);
}

bool bp_segment_next(const struct bp_bytes *file, struct bp_segment *segment)
{
    size_t at = 2;
    if (segment->marker)
        at = (size_t)(segment->content.data - file->data) + segment->content.size;
    while (at + 1 < file->size && (byte_at(file, at) != 0xFF || byte_at(file, at + 1) == 0 ||
                                   byte_at(file, at + 1) == 0xFF))
        at++;
    if (at + 1 >= file->size)
        return false;
    segment->start = at;
    segment->marker = byte_at(file, at + 1);
    segment->content = (struct bp_bytes){file->data + at + 2, 0};
    if (!has_content(segment->marker))
        return true;
    int length = byte_at(file, at + 2) << 8 | byte_at(file, at + 3);
    if (length < 2 || at + 2 + (size_t)length > file->size)
        return false;
    segment->content.size = (size_t)length;
    return true;
}

/* A number of a TIFF file, which may have either order of bytes. */
static guint32 tiff_number(const struct bp_bytes *tiff, size_t offset, int size)
{
    bool little = tiff->data[0] == 'I';
    guint32 value = 0;
    for (int i = 0; i < size; i++)
        value = value << 8 | (guint32)byte_at(tiff, offset + (size_t)(little ? size - 1 - i : i));
    return value;
}

/* Exif is a TIFF file in a segment: its first directory has the entry. */
int bp_segment_orientation(const struct bp_segment *segment)
{
    const struct bp_bytes *content = &segment->content;
    if (content->size < 2 + EXIF_HEAD + TIFF_HEAD || memcmp(content->data + 2, "Exif\0", 6) != 0)
        return 1;
    struct bp_bytes tiff = {content->data + 2 + EXIF_HEAD, content->size - 2 - EXIF_HEAD};
    size_t directory = tiff_number(&tiff, 4, 4);
    guint32 count = MIN(tiff_number(&tiff, directory, 2), MOST_ENTRIES);
    for (guint32 i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * (size_t)ENTRY;
        guint32 value = tiff_number(&tiff, entry + 8, 2);
        if (tiff_number(&tiff, entry, 2) == ORIENTATION && value >= 1 && value <= 8)
            return (int)value;
    }
    return 1;
}
