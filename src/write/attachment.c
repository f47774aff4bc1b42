/* SPDX-License-Identifier: MIT */
#include "write/attachment.h"

#include <string.h>

#include "write/filename.h"
#include "write/metadata.h"
#include "write/string.h"
#include "write/tree.h"

/* What the names and the list of a file are made with. */
struct printer {
    struct bp_pdf *pdf;
    GString *date;       /* "/ModDate(D:20220316)", or empty */
    GHashTable *taken;   /* names */
    GHashTable *numbers; /* by the data's address */
    struct bp_tree tree;
    int width; /* digits of the tree's keys */
};

/* In reading order. */
static void find_tags(struct bp_tag *tag, GPtrArray *tags)
{
    if (tag->attachment)
        g_ptr_array_add(tags, tag);
    for (const struct bp_kid *kid = tag->first; kid; kid = kid->next)
        if (kid->kind == BP_KID_TAG)
            find_tags(kid->tag, tags);
}

void bp_attachments_init(struct bp_attachments *attachments, struct bp_pdf *pdf,
                         const struct bp_pages *pages)
{
    *attachments = (struct bp_attachments){g_ptr_array_new(), NULL};
    if (pages->tags)
        find_tags(pages->tags, attachments->tags);
    if (attachments->tags->len == 0)
        return;
    attachments->names = bp_pdf_reserve(pdf);
    HPDF_Dict_Add(bp_pdf_entry(pdf, pdf->doc->catalog, "Names"), "EmbeddedFiles",
                  attachments->names);
}

void bp_attachments_finish(struct bp_attachments *attachments)
{
    g_ptr_array_free(attachments->tags, TRUE);
}

/* When the files were last changed, for which there is no clock: with their document. */
static GString *modified(const struct bp_document *document)
{
    GDateTime *epoch = bp_metadata_date();
    GString *date = g_string_new(NULL);
    const struct bp_date *day = &document->date;
    if (epoch) {
        char *moment = g_date_time_format(epoch, "%Y%m%d%H%M%SZ");
        g_string_printf(date, "/ModDate(D:%s)", moment);
        g_free(moment);
        g_date_time_unref(epoch);
    } else if (day->year > 0) {
        g_string_printf(date, "/ModDate(D:%04d%02d%02d)", day->year, day->month, day->day);
    }
    return date;
}

/* The name of a type in PDF: "text#2Fcsv". */
static void append_type(GString *out, const char *type)
{
    g_string_append(out, "/Subtype/");
    for (; *type; type++)
        g_string_append_printf(out, g_ascii_isalnum(*type) ? "%c" : "#%02X", *type);
}

static int print_stream(const struct printer *printer, const struct bp_attachment *attachment)
{
    int number = bp_serial_number(printer->pdf->serial);
    GString *entries = g_string_new("/Type/EmbeddedFile");
    char *sum = g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)attachment->data,
                                            attachment->size);
    append_type(entries, attachment->type);
    g_string_append_printf(entries, "/Params<</Size %d/CheckSum<%s>%s>>", (int)attachment->size,
                           sum, printer->date->str);
    bp_serial_stream(printer->pdf->serial, number, entries->str, attachment->data, attachment->size,
                     true);
    g_free(sum);
    g_string_free(entries, TRUE);
    return number;
}

static void append_text(GString *out, struct bp_pdf *pdf, const char *key, const char *text)
{
    g_string_append(out, key);
    if (!bp_string_text(out, text))
        pdf->shortened = true;
}

/* Viewers list files by their keys: they count, since 10 as a word comes before 2. */
static void print_entry(struct printer *printer, const struct bp_filename *filename, int number)
{
    char *key = g_strdup_printf("%0*d %s", printer->width,
                                (int)g_hash_table_size(printer->numbers) + 1, filename->ascii);
    bp_string_reference(bp_tree_name(&printer->tree, key), number);
    g_free(key);
}

static int print_file(struct printer *printer, const struct bp_attachment *attachment)
{
    int stream = print_stream(printer, attachment);
    int number = bp_serial_number(printer->pdf->serial);
    struct bp_filename filename =
        bp_filename_make(attachment->name, attachment->ending, "data", printer->taken);
    GString *out = bp_serial_object(printer->pdf->serial, number);
    g_string_append(out, "<</Type/Filespec");
    append_text(out, printer->pdf, "/F", filename.ascii);
    append_text(out, printer->pdf, "/UF", filename.name);
    append_text(out, printer->pdf, "/Desc", attachment->about);
    g_string_append(out, "/AFRelationship/Data/EF<</F ");
    bp_string_reference(out, stream);
    g_string_append(out, "/UF ");
    bp_string_reference(out, stream);
    g_string_append(out, ">>>>");
    print_entry(printer, &filename, number);
    bp_filename_clear(&filename);
    return number;
}

void bp_attachments_print(const struct bp_attachments *attachments, struct bp_pdf *pdf,
                          const struct bp_document *document)
{
    if (!attachments->names)
        return;
    struct printer printer = {
        .pdf = pdf,
        .date = modified(document),
        .taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .numbers = g_hash_table_new(NULL, NULL),
        .width = attachments->tags->len < 1000 ? 3 : 9,
    };
    bp_tree_init(&printer.tree, pdf->serial, true);
    for (guint i = 0; i < attachments->tags->len; i++) {
        struct bp_tag *tag = attachments->tags->pdata[i];
        gpointer data = (gpointer)(gsize)tag->attachment->data;
        if (!g_hash_table_contains(printer.numbers, data)) {
            int number = print_file(&printer, tag->attachment);
            g_hash_table_insert(printer.numbers, data, GINT_TO_POINTER(number));
        }
        tag->file = GPOINTER_TO_INT(g_hash_table_lookup(printer.numbers, data));
    }
    bp_tree_print(&printer.tree, bp_pdf_number(attachments->names));
    bp_tree_finish(&printer.tree);
    g_hash_table_destroy(printer.numbers);
    g_hash_table_destroy(printer.taken);
    g_string_free(printer.date, TRUE);
}
