/* SPDX-License-Identifier: MIT */
#include "write/pdf.h"

#include <math.h>
#include <string.h>

#include "write/string.h"

#define NUMBER_BITS 0x00FFFFFFu

static void latch(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    struct bp_pdf *pdf = data;
    if (pdf->error)
        return;
    pdf->error = error;
    pdf->detail = detail;
}

bool bp_pdf_init(struct bp_pdf *pdf)
{
    memset(pdf, 0, sizeof *pdf);
    pdf->serial = bp_serial_create();
    pdf->doc = HPDF_New(latch, pdf);
    if (!pdf->doc)
        latch(HPDF_FAILD_TO_ALLOC_MEM, 0, pdf);
    return !pdf->error;
}

void bp_pdf_finish(struct bp_pdf *pdf)
{
    if (pdf->doc)
        HPDF_Free(pdf->doc);
    bp_serial_destroy(pdf->serial);
    g_free(pdf->pages);
    g_free(pdf->heights);
}

HPDF_Dict bp_pdf_dict(struct bp_pdf *pdf)
{
    return HPDF_Dict_New(pdf->doc->mmgr);
}

HPDF_Array bp_pdf_array(struct bp_pdf *pdf)
{
    return HPDF_Array_New(pdf->doc->mmgr);
}

HPDF_Dict bp_pdf_entry(struct bp_pdf *pdf, HPDF_Dict dict, const char *key)
{
    HPDF_Dict entry = dict ? HPDF_Dict_GetItem(dict, key, HPDF_OCLASS_DICT) : NULL;
    if (!entry) {
        entry = bp_pdf_dict(pdf);
        HPDF_Dict_Add(dict, key, entry);
    }
    return entry;
}

HPDF_Dict bp_pdf_object(struct bp_pdf *pdf)
{
    HPDF_Dict dict = bp_pdf_dict(pdf);
    if (!dict || HPDF_Xref_Add(pdf->doc->xref, dict) != HPDF_OK)
        return NULL;
    return dict;
}

void *bp_pdf_reserve(struct bp_pdf *pdf)
{
    HPDF_Null object = HPDF_Null_New(pdf->doc->mmgr);
    if (!object || HPDF_Xref_Add(pdf->doc->xref, object) != HPDF_OK)
        return NULL;
    return object;
}

int bp_pdf_number(const void *object)
{
    const HPDF_Obj_Header *header = object;
    return header ? (int)(header->obj_id & NUMBER_BITS) : 0;
}

/* libharu prints a String as a literal and a Binary as hexadecimal digits. */
void bp_pdf_text(struct bp_pdf *pdf, HPDF_Dict dict, const char *key, const char *utf8)
{
    GString *text = g_string_new(NULL);
    if (!bp_string_text(text, utf8))
        pdf->shortened = true;
    if (text->str[0] == '(') {
        char *ascii = g_strndup(utf8, BP_STRING_LIMIT);
        bp_pdf_string(pdf, dict, key, ascii);
        g_free(ascii);
    } else {
        HPDF_UINT size = (HPDF_UINT)(text->len - 2) / 2;
        HPDF_BYTE *bytes = g_malloc(size);
        for (HPDF_UINT i = 0; i < size; i++)
            bytes[i] = (HPDF_BYTE)(g_ascii_xdigit_value(text->str[1 + 2 * i]) << 4 |
                                   g_ascii_xdigit_value(text->str[2 + 2 * i]));
        HPDF_Dict_Add(dict, key, HPDF_Binary_New(pdf->doc->mmgr, bytes, size));
        g_free(bytes);
    }
    g_string_free(text, TRUE);
}

void bp_pdf_string(struct bp_pdf *pdf, HPDF_Dict dict, const char *key, const char *ascii)
{
    HPDF_Dict_Add(dict, key, HPDF_String_New(pdf->doc->mmgr, ascii, NULL));
}

HPDF_Array bp_pdf_destination(struct bp_pdf *pdf, int page, double y)
{
    HPDF_Array array = bp_pdf_array(pdf);
    HPDF_Array_Add(array, pdf->pages[page]);
    HPDF_Array_AddName(array, "XYZ");
    HPDF_Array_Add(array, HPDF_Null_New(pdf->doc->mmgr));
    HPDF_Array_AddNumber(array, (HPDF_INT32)ceil(pdf->heights[page] - y));
    HPDF_Array_Add(array, HPDF_Null_New(pdf->doc->mmgr));
    return array;
}

static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
    g_string_append_len(stream->attr, (const char *)bytes, size);
    return HPDF_OK;
}

/* Reserved objects are printed by who reserved them; and libharu gives each stream a length of its
 * own, where ours stand in the streams' dictionaries. */
static bool is_skipped(const void *object)
{
    const HPDF_Obj_Header *header = object;
    return header->obj_class == HPDF_OCLASS_NULL || header->obj_class == HPDF_OCLASS_NUMBER;
}

void bp_pdf_print(struct bp_pdf *pdf)
{
    HPDF_Xref xref = pdf->doc->xref;
    HPDF_Stream stream = HPDF_CallbackWriter_New(pdf->doc->mmgr, append, NULL);
    for (HPDF_UINT i = 0; stream && !pdf->error && i < xref->entries->count; i++) {
        HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
        if (entry->entry_typ != HPDF_IN_USE_ENTRY || is_skipped(entry->obj) ||
            bp_serial_has(pdf->serial, (int)i))
            continue;
        stream->attr = bp_serial_object(pdf->serial, (int)i);
        HPDF_Obj_WriteValue(entry->obj, stream, NULL);
    }
    HPDF_Stream_Free(stream);
}
