/* SPDX-License-Identifier: MIT */
#include "write/serialise.h"

#include <assert.h>
#include <string.h>

#include "write/stream.h"
#include "write/string.h"

/* An object stream is closed at either: a reader inflates a whole one to see one object. */
#define GROUP_OBJECTS 250
#define GROUP_BYTES   32768

/* Bytes of an entry's three fields in the cross-reference stream. */
#define FIELD_TYPE   1
#define FIELD_OFFSET 4
#define FIELD_INDEX  2
#define ROW          (FIELD_TYPE + FIELD_OFFSET + FIELD_INDEX)

enum { ENTRY_FREE, ENTRY_OFFSET, ENTRY_GROUPED };

struct entry {
    guint32 place; /* offset in the file (once known), or number of the object stream */
    guint16 index; /* in the object stream */
    guint8 type;
};

struct bp_serial {
    struct bp_streams *streams;
    GArray *entries; /* struct entry, by number */
    int next;
    int group; /* number of the object stream that is being filled; 0: none */
    int n_grouped;
    GString *index;
    GString *bodies;
};

struct bp_serial *bp_serial_create(void)
{
    struct bp_serial *serial = g_new0(struct bp_serial, 1);
    serial->streams = bp_streams_create("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    serial->entries = g_array_new(FALSE, TRUE, sizeof(struct entry));
    serial->index = g_string_new(NULL);
    serial->bodies = g_string_new(NULL);
    return serial;
}

void bp_serial_destroy(struct bp_serial *serial)
{
    if (!serial)
        return;
    bp_streams_destroy(serial->streams);
    g_array_free(serial->entries, TRUE);
    g_string_free(serial->index, TRUE);
    g_string_free(serial->bodies, TRUE);
    g_free(serial);
}

static struct entry *entry_of(struct bp_serial *serial, int number)
{
    if ((int)serial->entries->len <= number)
        g_array_set_size(serial->entries, (guint)number + 1);
    return &g_array_index(serial->entries, struct entry, number);
}

void bp_serial_stream(struct bp_serial *serial, int number, const char *entries, const void *data,
                      size_t size, bool deflate)
{
    struct entry *entry = entry_of(serial, number);
    assert(entry->type == ENTRY_FREE);
    entry->type = ENTRY_OFFSET;
    bp_streams_add(serial->streams, number, entries, data, size, deflate);
}

void bp_serial_start(struct bp_serial *serial, int first)
{
    serial->next = first;
}

int bp_serial_number(struct bp_serial *serial)
{
    assert(serial->next > 0);
    return serial->next++;
}

static void close_group(struct bp_serial *serial)
{
    if (!serial->group)
        return;
    GString *entries = g_string_new("/Type/ObjStm/N ");
    bp_string_int(entries, serial->n_grouped);
    g_string_append(entries, "/First ");
    bp_string_int(entries, (int)serial->index->len);
    g_string_append_len(serial->index, serial->bodies->str, (gssize)serial->bodies->len);
    bp_serial_stream(serial, serial->group, entries->str, serial->index->str, serial->index->len,
                     true);
    g_string_free(entries, TRUE);
    g_string_truncate(serial->index, 0);
    g_string_truncate(serial->bodies, 0);
    serial->group = 0;
    serial->n_grouped = 0;
}

GString *bp_serial_object(struct bp_serial *serial, int number)
{
    if (serial->n_grouped == GROUP_OBJECTS || serial->bodies->len > GROUP_BYTES)
        close_group(serial);
    if (!serial->group)
        serial->group = bp_serial_number(serial);
    struct entry *entry = entry_of(serial, number);
    assert(entry->type == ENTRY_FREE);
    *entry = (struct entry){(guint32)serial->group, (guint16)serial->n_grouped++, ENTRY_GROUPED};
    if (serial->bodies->len > 0)
        g_string_append_c(serial->bodies, '\n');
    bp_string_int(serial->index, number);
    g_string_append_c(serial->index, ' ');
    bp_string_int(serial->index, (int)serial->bodies->len);
    g_string_append_c(serial->index, ' ');
    return serial->bodies;
}

bool bp_serial_has(const struct bp_serial *serial, int number)
{
    return number < (int)serial->entries->len &&
           g_array_index(serial->entries, struct entry, number).type != ENTRY_FREE;
}

static void row_of(const struct entry *entry, guint8 row[ROW])
{
    row[0] = entry->type;
    for (int i = 0; i < FIELD_OFFSET; i++)
        row[FIELD_TYPE + i] = (guint8)(entry->place >> 8 * (FIELD_OFFSET - 1 - i));
    row[ROW - 2] = (guint8)(entry->index >> 8);
    row[ROW - 1] = (guint8)entry->index;
}

static void set_offsets(struct bp_serial *serial)
{
    for (guint i = 0; i < serial->entries->len; i++) {
        struct entry *entry = &g_array_index(serial->entries, struct entry, i);
        if (entry->type == ENTRY_OFFSET)
            entry->place = (guint32)bp_streams_offset(serial->streams, (int)i);
    }
}

/* The entries, each as its difference from the one above (the PNG predictor Up): neighbours in
 * one object stream come to zeros. */
static GString *xref_rows(const struct bp_serial *serial)
{
    GString *rows = g_string_sized_new((serial->entries->len + 1) * (ROW + 1));
    guint8 above[ROW] = {0}, row[ROW];
    for (guint i = 0; i < serial->entries->len; i++) {
        row_of(&g_array_index(serial->entries, struct entry, i), row);
        g_string_append_c(rows, 2);
        for (int k = 0; k < ROW; k++)
            g_string_append_c(rows, (char)(guint8)(row[k] - above[k]));
        memcpy(above, row, ROW);
    }
    return rows;
}

static void append_id(GString *entries, const GString *content)
{
    char *sum =
        g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)content->str, content->len);
    g_string_append_printf(entries, "/ID[<%s><%s>]", sum, sum);
    g_free(sum);
}

void bp_serial_finish(struct bp_serial *serial, int catalog, int info, struct bp_bytes *out)
{
    close_group(serial);
    GString *file = bp_streams_wait(serial->streams);
    gsize start = file->len;
    set_offsets(serial);
    int number = bp_serial_number(serial);
    entry_of(serial, 0)->index = 65535;
    *entry_of(serial, number) = (struct entry){(guint32)start, 0, ENTRY_OFFSET};
    GString *rows = xref_rows(serial);

    GString *entries = g_string_new(NULL);
    g_string_append_printf(entries, "/Type/XRef/Size %d/W[%d %d %d]/Root %d 0 R/Info %d 0 R",
                           number + 1, FIELD_TYPE, FIELD_OFFSET, FIELD_INDEX, catalog, info);
    g_string_append_printf(entries, "/DecodeParms<</Predictor 12/Columns %d>>", ROW);
    append_id(entries, file);
    bp_streams_add(serial->streams, number, entries->str, rows->str, rows->len, true);
    g_string_append_printf(file, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);
    g_string_free(entries, TRUE);
    g_string_free(rows, TRUE);
    out->size = file->len;
    out->data = bp_streams_take(serial->streams);
}
