/* SPDX-License-Identifier: MIT */
#include "picture/picture.h"

#include <glib.h>
#include <string.h>

#include "picture/fault.h"
#include "picture/jpeg.h"
#include "picture/png.h"
#include "picture/svg.h"

/* A kind of file, by the bytes at its start that no other kind has. */
struct kind {
    const char *bytes;
    size_t size;
    size_t offset;
    const char *name; /* "a GIF picture" */
    const char *mend;
};

#define MEND_PIXELS "save it as PNG or JPEG"
#define MEND_SVG    "save it as SVG"

static const struct kind others[] = {
    {"GIF8", 4, 0, "a GIF picture", MEND_PIXELS},
    {"BM", 2, 0, "a BMP picture", MEND_PIXELS},
    {"II*\0", 4, 0, "a TIFF picture", MEND_PIXELS},
    {"MM\0*", 4, 0, "a TIFF picture", MEND_PIXELS},
    {"WEBP", 4, 8, "a WebP picture", MEND_PIXELS},
    {"ftypavif", 8, 4, "an AVIF picture", MEND_PIXELS},
    {"ftyphei", 7, 4, "a HEIC picture", MEND_PIXELS},
    {"ftypmif1", 8, 4, "a HEIF picture", MEND_PIXELS},
    {"\0\0\1\0", 4, 0, "an icon", MEND_PIXELS},
    {"\0\0\0\fjP  ", 8, 0, "a JPEG 2000 picture", MEND_PIXELS},
    {"8BPS", 4, 0, "a Photoshop file", MEND_PIXELS},
    {"\x1F\x8B", 2, 0, "compressed", "unpack it, or save it as plain SVG"},
    {"%PDF", 4, 0, "a PDF", MEND_SVG},
    {"%!PS", 4, 0, "a PostScript file", MEND_SVG},
    {"\xC5\xD0\xD3\xC6", 4, 0, "an EPS file", MEND_SVG},
    {"\xD7\xCD\xC6\x9A", 4, 0, "a Windows metafile", MEND_SVG},
    {" EMF", 4, 40, "a Windows metafile", MEND_SVG},
    {"PK\3\4", 4, 0, "an Office document or an archive", "save the picture in it as SVG or PNG"},
};

static bool begins(const struct bp_bytes *file, const char *bytes, size_t size, size_t offset)
{
    return file->size >= offset + size && memcmp(file->data + offset, bytes, size) == 0;
}

static bool refuse(const struct bp_picture *picture, struct bp_report *report)
{
    if (picture->file.size == 0)
        return bp_picture_fault(picture, report, "picture-damaged", "is empty; save it again");
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (begins(&picture->file, others[i].bytes, others[i].size, others[i].offset))
            return bp_picture_fault(picture, report, "picture-kind", "is %s; %s", others[i].name,
                                    others[i].mend);
    return bp_picture_fault(picture, report, "picture-kind",
                            "is no picture of a kind that is known; save it as SVG, PNG or JPEG");
}

bool bp_picture_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report)
{
    const struct bp_bytes *file = &picture->file;
    if (begins(file, "\x89PNG\r\n\x1A\n", 8, 0))
        return bp_png_open(picture, arena, report);
    if (begins(file, "\xFF\xD8\xFF", 3, 0))
        return bp_jpeg_open(picture, arena, report);
    if (bp_svg_is(file))
        return bp_svg_open(picture, arena, report);
    return refuse(picture, report);
}
