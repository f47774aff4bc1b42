/* SPDX-License-Identifier: MIT */
#include "write/link.h"

#include <math.h>
#include <string.h>

/* Annotation flag 3: printed, which PDF/A asks of every annotation that is seen. */
#define FLAG_PRINT 4

/* URIs are ASCII (12.6.4.7); what else a user wrote is escaped as RFC 3987 3.1 says. */
static char *ascii_uri(const char *address)
{
    GString *uri = g_string_new(NULL);
    for (const char *p = address; *p; p++) {
        if (*p > ' ' && *p <= '~')
            g_string_append_c(uri, *p);
        else
            g_string_append_printf(uri, "%%%02X", (unsigned)(guchar)*p);
    }
    return g_string_free(uri, FALSE);
}

static bool add_target(struct bp_pdf *pdf, HPDF_Dict dict, const char *target, GHashTable *places)
{
    if (target[0] == '#') {
        const struct bp_place *place = g_hash_table_lookup(places, target + 1);
        if (!place)
            return false;
        HPDF_Dict_Add(dict, "Dest", bp_pdf_destination(pdf, place->page, place->y));
        return true;
    }
    HPDF_Dict action = bp_pdf_dict(pdf);
    char *uri = ascii_uri(target);
    HPDF_Dict_AddName(action, "S", "URI");
    bp_pdf_string(pdf, action, "URI", uri);
    HPDF_Dict_Add(dict, "A", action);
    g_free(uri);
    return true;
}

/* The rectangle in whole points, outwards. */
static HPDF_Array make_rectangle(struct bp_pdf *pdf, const struct bp_link *link, double height)
{
    HPDF_Array array = bp_pdf_array(pdf);
    HPDF_Array_AddNumber(array, (HPDF_INT32)floor(link->x0));
    HPDF_Array_AddNumber(array, (HPDF_INT32)floor(height - link->y1));
    HPDF_Array_AddNumber(array, (HPDF_INT32)ceil(link->x1));
    HPDF_Array_AddNumber(array, (HPDF_INT32)ceil(height - link->y0));
    return array;
}

static HPDF_Array make_no_border(struct bp_pdf *pdf)
{
    HPDF_Array array = bp_pdf_array(pdf);
    for (int i = 0; i < 3; i++)
        HPDF_Array_AddNumber(array, 0);
    return array;
}

/* A link's annotation on a page of that height. */
static HPDF_Dict add_annotation(struct bp_pdf *pdf, struct bp_link *link, double height)
{
    HPDF_Dict dict = bp_pdf_object(pdf);
    HPDF_Dict_AddName(dict, "Type", "Annot");
    HPDF_Dict_AddName(dict, "Subtype", "Link");
    HPDF_Dict_Add(dict, "Rect", make_rectangle(pdf, link, height));
    HPDF_Dict_Add(dict, "Border", make_no_border(pdf));
    HPDF_Dict_AddNumber(dict, "F", FLAG_PRINT);
    bp_pdf_text(pdf, dict, "Contents",
                link->contents && *link->contents ? link->contents : link->target);
    link->object = bp_pdf_number(dict);
    return dict;
}

static GHashTable *find_places(const struct bp_pages *pages)
{
    GHashTable *places = g_hash_table_new(g_str_hash, g_str_equal);
    for (struct bp_place *place = pages->places; place; place = place->next)
        if (place->id && !g_hash_table_contains(places, place->id))
            g_hash_table_insert(places, (gpointer)place->id, place);
    return places;
}

bool bp_links_add(struct bp_pdf *pdf, const struct bp_pages *pages, struct bp_report *report)
{
    GHashTable *places = find_places(pages);
    int key = pages->n_pages;
    bool good = true;
    for (int i = 0; i < pages->n_pages; i++) {
        if (!pages->pages[i].links)
            continue;
        HPDF_Array annotations = bp_pdf_array(pdf);
        HPDF_Dict_Add(pdf->pages[i], "Annots", annotations);
        for (struct bp_link *link = pages->pages[i].links; link; link = link->next) {
            HPDF_Dict dict = add_annotation(pdf, link, pdf->heights[i]);
            HPDF_Dict_AddNumber(dict, "StructParent", key++);
            HPDF_Array_Add(annotations, dict);
            if (add_target(pdf, dict, link->target, places))
                continue;
            bp_report_error(report, NULL, "unknown-place",
                            "the link \"%s\" leads to no place of the document; write an address, "
                            "or # and the name of a part that is there",
                            link->target);
            good = false;
        }
    }
    g_hash_table_destroy(places);
    return good;
}
