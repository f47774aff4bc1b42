/* SPDX-License-Identifier: MIT */
#include "write/metadata.h"

#include <stdlib.h>
#include <string.h>

#include "write/string.h"

#define PRODUCER "boardpack " BP_VERSION

/* PDF/A knows no pdfuaid:part: the packet itself must describe it (ISO 19005-2 6.6.2.3). */
static const char extension[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

/* What both forms say. A text that is too long for a PDF string or holds what XML cannot is
 * cut and cleaned for both. */
struct facts {
    char *title;
    char *author;
    char *subject;
    GDateTime *date;
};

static char *clean(struct bp_pdf *pdf, const char *text)
{
    if (!text || !*text)
        return NULL;
    GString *kept = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (kept->len + 6 > BP_STRING_LIMIT / 2) {
            pdf->shortened = true;
            break;
        }
        if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF)
            g_string_append_c(kept, ' ');
        else
            g_string_append_unichar(kept, c);
    }
    return g_string_free(kept, FALSE);
}

GDateTime *bp_metadata_date(void)
{
    const char *text = g_getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    if (!text || !g_ascii_isdigit(*text))
        return NULL;
    gint64 seconds = g_ascii_strtoll(text, &end, 10);
    return *end ? NULL : g_date_time_new_from_unix_utc(seconds);
}

static void append_element(GString *xmp, const char *before, const char *text, const char *after)
{
    char *escaped = g_markup_escape_text(text, -1);
    g_string_append(xmp, before);
    g_string_append(xmp, escaped);
    g_string_append(xmp, after);
    g_free(escaped);
}

static void append_dublin_core(GString *xmp, const struct facts *facts, const char *language)
{
    g_string_append(xmp, "<rdf:Description rdf:about=\"\""
                         " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    if (facts->title)
        append_element(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", facts->title,
                       "</rdf:li></rdf:Alt></dc:title>\n");
    if (facts->author)
        append_element(xmp, "<dc:creator><rdf:Seq><rdf:li>", facts->author,
                       "</rdf:li></rdf:Seq></dc:creator>\n");
    if (facts->subject)
        append_element(xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                       facts->subject, "</rdf:li></rdf:Alt></dc:description>\n");
    if (language)
        append_element(xmp, "<dc:language><rdf:Bag><rdf:li>", language,
                       "</rdf:li></rdf:Bag></dc:language>\n");
    g_string_append(xmp, "</rdf:Description>\n");
}

static GString *make_xmp(const struct facts *facts, const char *language, int part)
{
    GString *xmp =
        g_string_new("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF"
                     " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    append_dublin_core(xmp, facts, language);
    g_string_append(xmp, "<rdf:Description rdf:about=\"\""
                         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                         " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                         " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                         " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                         "<pdf:Producer>" PRODUCER "</pdf:Producer>\n");
    if (facts->date) {
        char *date = g_date_time_format(facts->date, "%Y-%m-%dT%H:%M:%SZ");
        g_string_append_printf(xmp, "<xmp:CreateDate>%s</xmp:CreateDate>\n", date);
        g_string_append_printf(xmp, "<xmp:ModifyDate>%s</xmp:ModifyDate>\n", date);
        g_free(date);
    }
    g_string_append_printf(xmp,
                           "<pdfaid:part>%d</pdfaid:part>\n"
                           "<pdfaid:conformance>A</pdfaid:conformance>\n"
                           "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n",
                           part);
    g_string_append(xmp, extension);
    g_string_append(xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
    return xmp;
}

static void add_info(struct bp_pdf *pdf, const struct facts *facts)
{
    HPDF_Dict info = pdf->doc->info;
    bp_pdf_string(pdf, info, "Producer", PRODUCER); /* in the place of libharu's */
    if (facts->title)
        bp_pdf_text(pdf, info, "Title", facts->title);
    if (facts->author)
        bp_pdf_text(pdf, info, "Author", facts->author);
    if (facts->subject)
        bp_pdf_text(pdf, info, "Subject", facts->subject);
    if (facts->date) {
        char *date = g_date_time_format(facts->date, "D:%Y%m%d%H%M%SZ");
        bp_pdf_string(pdf, info, "CreationDate", date);
        bp_pdf_string(pdf, info, "ModDate", date);
        g_free(date);
    }
}

void bp_metadata_add(struct bp_pdf *pdf, const struct bp_document *document, int part)
{
    HPDF_Dict catalog = pdf->doc->catalog, preferences = bp_pdf_dict(pdf);
    struct facts facts = {clean(pdf, document->title), clean(pdf, document->author),
                          clean(pdf, document->subject), bp_metadata_date()};
    GString *xmp = make_xmp(&facts, document->language, part);
    void *packet = bp_pdf_reserve(pdf);
    add_info(pdf, &facts);
    HPDF_Dict_Add(catalog, "Metadata", packet);
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(catalog, "ViewerPreferences", preferences);
    if (document->language)
        bp_pdf_text(pdf, catalog, "Lang", document->language);
    /* Plain: who looks for metadata need not read PDF. */
    if (!pdf->error)
        bp_serial_stream(pdf->serial, bp_pdf_number(packet), "/Type/Metadata/Subtype/XML", xmp->str,
                         xmp->len, false);
    g_string_free(xmp, TRUE);
    g_free(facts.title);
    g_free(facts.author);
    g_free(facts.subject);
    if (facts.date)
        g_date_time_unref(facts.date);
}
