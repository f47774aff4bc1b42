/* SPDX-License-Identifier: MIT */
#include "picture/png.h"

#include <glib.h>
#include <png.h>
#include <string.h>

#include "picture/extent.h"
#include "picture/fault.h"

/* Deflate makes no more than 1,032 bytes of one: a file that promises more is cut. */
#define MOST_RATIO 1040

#define INCHES_A_METRE 0.0254
#define SIGNATURE      8
#define CHUNK_FRAME    12 /* length, type and checksum */

static guint32 number_at(const struct bp_bytes *file, size_t offset)
{
    const guchar *at = (const guchar *)file->data + offset;
    return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

/* The checksum of a chunk (ISO/IEC 15948 annex D), four bits at a time. */
static guint32 checksum(const char *bytes, size_t size)
{
    static const guint32 table[16] = {
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4,
        0x4DB26158, 0x5005713C, 0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
        0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    };
    guint32 sum = 0xFFFFFFFF;
    for (size_t i = 0; i < size; i++) {
        sum ^= (guchar)bytes[i];
        sum = sum >> 4 ^ table[sum & 15];
        sum = sum >> 4 ^ table[sum & 15];
    }
    return ~sum;
}

/* Whether each chunk that counts is whole, up to the last: libpng reads no further than it needs.
 * `density` becomes the offset of the pHYs chunk's content, or 0. */
static bool check_chunks(const struct bp_bytes *file, size_t *density)
{
    *density = 0;
    for (size_t at = SIGNATURE; at + CHUNK_FRAME <= file->size;) {
        guint32 length = number_at(file, at);
        const char *type = file->data + at + 4;
        if (length > file->size - at - CHUNK_FRAME)
            return false;
        if (g_ascii_isupper(*type) &&
            checksum(type, length + 4) != number_at(file, at + 8 + length))
            return false;
        if (memcmp(type, "IEND", 4) == 0)
            return true;
        if (memcmp(type, "pHYs", 4) == 0 && length == 9)
            *density = at + 8;
        at += CHUNK_FRAME + length;
    }
    return false;
}

/* `at`: the pHYs chunk's content; 0: none. */
static void set_size(struct bp_picture *picture, size_t at)
{
    bool metres = at > 0 && picture->file.data[at + 8] == 1;
    bp_picture_size(picture, metres ? number_at(&picture->file, at) * INCHES_A_METRE : 0,
                    metres ? number_at(&picture->file, at + 4) * INCHES_A_METRE : 0);
}

/* Moves the alpha samples, one at the end of each pixel, into a plane of their own. */
static void part_alpha(struct bp_picture *picture, guchar *pixels, struct bp_arena *arena)
{
    size_t count = (size_t)picture->columns * (size_t)picture->rows;
    size_t channels = (size_t)picture->channels;
    guchar *alpha = bp_arena_new(arena, count), all = 0xFF;
    for (size_t i = 0; i < count; i++) {
        const guchar *from = pixels + i * (channels + 1);
        for (size_t k = 0; k < channels; k++)
            pixels[i * channels + k] = from[k];
        alpha[i] = from[channels];
        all &= alpha[i];
    }
    if (all != 0xFF)
        picture->alpha = (struct bp_bytes){(const char *)alpha, count};
}

static bool damaged(const struct bp_picture *picture, const char *what, struct bp_report *report)
{
    return bp_picture_fault(picture, report, "picture-damaged", "is damaged (%s); save it again",
                            what);
}

/* Whether the file may hold what its head promises, before memory is taken for it. */
static bool is_whole(const struct bp_picture *picture, const png_image *image)
{
    double bits = PNG_IMAGE_PIXEL_CHANNELS(image->format);
    if (image->format & PNG_FORMAT_FLAG_COLORMAP)
        bits = 1.0 / 8;
    return picture->columns * bits / 8 * picture->rows <= (double)picture->file.size * MOST_RATIO;
}

static bool read_pixels(struct bp_picture *picture, png_image *image, struct bp_arena *arena,
                        struct bp_report *report)
{
    size_t density;
    if (!bp_picture_pixels(picture, image->width, image->height, report))
        return false;
    if (!check_chunks(&picture->file, &density) || !is_whole(picture, image))
        return damaged(picture, "a part is missing or wrong", report);
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    image->format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
    bool alpha = image->format & PNG_FORMAT_FLAG_ALPHA;
    picture->kind = BP_PICTURE_PIXELS;
    picture->channels = image->format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
    guchar *pixels = bp_arena_new(arena, PNG_IMAGE_SIZE(*image));
    if (!png_image_finish_read(image, NULL, pixels, 0, NULL))
        return damaged(picture, image->message, report);
    if (alpha)
        part_alpha(picture, pixels, arena);
    picture->data.data = (const char *)pixels;
    picture->data.size =
        (size_t)picture->columns * (size_t)picture->rows * (size_t)picture->channels;
    set_size(picture, density);
    return true;
}

/* libpng's simplified interface: the other one needs setjmp. */
bool bp_png_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    bool good = png_image_begin_read_from_memory(&image, picture->file.data, picture->file.size);
    if (good)
        good = read_pixels(picture, &image, arena, report);
    else
        damaged(picture, image.message, report);
    png_image_free(&image);
    return good;
}
