/* SPDX-License-Identifier: MIT */
#include "picture/jpeg.h"

#include <glib.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

#include "picture/extent.h"
#include "picture/fault.h"
#include "picture/segment.h"

/* A progressive picture is decoded in memory, 2 bytes a sample, once for each of its scans. */
#define MOST_MEMORY (700L << 20)
#define MOST_SCANS  100

struct reader {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf failed;
    char said[JMSG_LENGTH_MAX]; /* libjpeg's words for the first fault; "" */
    JSAMPROW row;
    const struct bp_bytes *file;
    size_t end; /* of the picture in the file */
};

static struct reader *reader_of(j_common_ptr jpeg)
{
    return (struct reader *)(void *)jpeg;
}

static void note(j_common_ptr jpeg)
{
    struct reader *reader = reader_of(jpeg);
    if (!reader->said[0])
        jpeg->err->format_message(jpeg, reader->said);
}

static void fail(j_common_ptr jpeg)
{
    note(jpeg);
    longjmp(reader_of(jpeg)->failed, 1);
}

/* Cameras leave a few bytes between the parts, which hurts nobody; any other warning means that
 * the picture is not all there. */
static void remark(j_common_ptr jpeg, int level)
{
    if (level < 0 && jpeg->err->msg_code != JWRN_EXTRANEOUS_DATA)
        note(jpeg);
}

static void count_scans(j_common_ptr jpeg)
{
    if (reader_of(jpeg)->jpeg.input_scan_number > MOST_SCANS) {
        g_strlcpy(reader_of(jpeg)->said, "too many scans", JMSG_LENGTH_MAX);
        fail(jpeg);
    }
}

/* libjpeg's fatal errors must not return, and it has no other way out than this. The steps own
 * nothing: what libjpeg holds is freed by jpeg_destroy_decompress(). */
static bool guarded(struct reader *reader, void (*step)(struct reader *reader))
{
    if (setjmp(reader->failed))
        return false;
    step(reader);
    return true;
}

static void read_head(struct reader *reader)
{
    jpeg_create_decompress(&reader->jpeg);
    reader->jpeg.progress = &reader->progress;
    reader->jpeg.mem->max_memory_to_use = MOST_MEMORY;
    jpeg_mem_src(&reader->jpeg, (const guchar *)reader->file->data, reader->file->size);
    jpeg_read_header(&reader->jpeg, TRUE);
}

/* Every sample is decoded, but an eighth of the picture made. */
static void read_samples(struct reader *reader)
{
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    jpeg->scale_denom = 8;
    jpeg->out_color_space = jpeg->jpeg_color_space;
    jpeg->dct_method = JDCT_IFAST;
    jpeg->do_fancy_upsampling = FALSE;
    jpeg_start_decompress(jpeg);
    while (jpeg->output_scanline < jpeg->output_height)
        jpeg_read_scanlines(jpeg, &reader->row, 1);
    jpeg_finish_decompress(jpeg);
    reader->end = reader->file->size - jpeg->src->bytes_in_buffer;
}

static bool damaged(const struct bp_picture *picture, const struct reader *reader,
                    struct bp_report *report)
{
    return bp_picture_fault(picture, report, "picture-damaged", "is damaged (%s); save it again",
                            reader->said);
}

/* Whether PDF readers show the picture as it is meant (ISO 32000-1 7.4.8). */
static bool is_fit(const struct bp_picture *picture, const struct reader *reader,
                   struct bp_report *report)
{
    const struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    if (jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK)
        return bp_picture_fault(picture, report, "picture-cmyk",
                                "has the colours of a printing press (CMYK), which screens show "
                                "differently; save it as RGB");
    if (jpeg->num_components != 1 && jpeg->num_components != 3)
        return bp_picture_fault(picture, report, "picture-kind",
                                "is a JPEG of %d colours; save it as RGB", jpeg->num_components);
    if (jpeg->arith_code)
        return bp_picture_fault(picture, report, "picture-kind",
                                "is a JPEG with arithmetic coding, which readers do not know; save "
                                "it as a common JPEG");
    return true;
}

static void set_size(struct bp_picture *picture, const struct jpeg_decompress_struct *jpeg)
{
    double scale = jpeg->density_unit == 1 ? 1 : jpeg->density_unit == 2 ? 2.54 : 0;
    if (!jpeg->saw_JFIF_marker)
        scale = 0;
    bp_picture_size(picture, jpeg->X_density * scale, jpeg->Y_density * scale);
    if (picture->orientation > 4) {
        double width = picture->width;
        picture->width = picture->height;
        picture->height = width;
    }
}

/* JFIF's second segment of that number, JFXX, is a small picture of before. */
static bool is_kept(const struct bp_segment *segment)
{
    if (segment->marker == BP_SEGMENT_APP0)
        return segment->content.size >= 7 && memcmp(segment->content.data + 2, "JFIF", 5) == 0;
    return segment->marker != BP_SEGMENT_COMMENT &&
           (segment->marker < BP_SEGMENT_APP0 || segment->marker > BP_SEGMENT_APP15 ||
            segment->marker == BP_SEGMENT_ADOBE);
}

/* Readers of a PDF take three colours for YCbCr unless this segment says 0: no transform. */
static const char says_rgb[] = "\xFF\xEE\0\x0E"
                               "Adobe\0\x64\0\0\0\0\0";

static bool strip(struct bp_picture *picture, const struct reader *reader, struct bp_arena *arena)
{
    const struct bp_bytes *file = &picture->file;
    struct bp_segment segment = {0};
    GString *out = g_string_new_len(file->data, 2);
    bool turned = false;
    if (reader->jpeg.jpeg_color_space == JCS_RGB && !reader->jpeg.saw_Adobe_marker)
        g_string_append_len(out, says_rgb, sizeof says_rgb - 1);
    bool more;
    while ((more = bp_segment_next(file, &segment)) && segment.marker != BP_SEGMENT_SCAN) {
        if (segment.marker == BP_SEGMENT_EXIF && !turned) {
            picture->orientation = bp_segment_orientation(&segment);
            turned = picture->orientation != 1;
        }
        if (is_kept(&segment))
            g_string_append_len(out, file->data + segment.start,
                                (gssize)(segment.content.size + 2));
    }
    more = more && segment.start < reader->end;
    if (more)
        g_string_append_len(out, file->data + segment.start, (gssize)(reader->end - segment.start));
    picture->data.data = bp_arena_copy(arena, out->str, out->len, 1);
    picture->data.size = out->len;
    g_string_free(out, TRUE);
    return more;
}

static bool read_whole(struct reader *reader, struct bp_picture *picture, struct bp_arena *arena,
                       struct bp_report *report)
{
    const struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    if (!guarded(reader, read_head))
        return damaged(picture, reader, report);
    if (!is_fit(picture, reader, report) ||
        !bp_picture_pixels(picture, jpeg->image_width, jpeg->image_height, report))
        return false;
    reader->row = g_malloc((size_t)picture->columns * 3);
    if (!guarded(reader, read_samples) || reader->said[0])
        return damaged(picture, reader, report);
    picture->kind = BP_PICTURE_JPEG;
    picture->channels = jpeg->num_components;
    picture->orientation = 1;
    if (!strip(picture, reader, arena))
        return damaged(picture, reader, report);
    set_size(picture, jpeg);
    return true;
}

bool bp_jpeg_open(struct bp_picture *picture, struct bp_arena *arena, struct bp_report *report)
{
    struct reader *reader = g_new0(struct reader, 1);
    reader->file = &picture->file;
    reader->jpeg.err = jpeg_std_error(&reader->errors);
    reader->errors.error_exit = fail;
    reader->errors.emit_message = remark;
    reader->progress.progress_monitor = count_scans;
    bool good = read_whole(reader, picture, arena, report);
    jpeg_destroy_decompress(&reader->jpeg);
    g_free(reader->row);
    g_free(reader);
    return good;
}
