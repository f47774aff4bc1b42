/* SPDX-License-Identifier: MIT */
#include "write/colour.h"

#include <lcms2.h>
#include <string.h>

/* Places in a profile's header (ICC.1 7.2). */
#define HEADER_SIZE 128
#define DATE        24
#define DATE_SIZE   12
#define ID          84
#define ID_SIZE     16

/* LittleCMS dates a profile by the clock; ours is dated as sRGB's standard, IEC 61966-2-1, is. */
static void fix_header(unsigned char *profile)
{
    static const unsigned char date[DATE_SIZE] = {1999 >> 8, 1999 & 255, 0, 10, 0, 18};
    memcpy(profile + DATE, date, DATE_SIZE);
    memset(profile + ID, 0, ID_SIZE);
}

static unsigned char *make_srgb(cmsUInt32Number *size)
{
    unsigned char *bytes = NULL;
    cmsHPROFILE profile = cmsCreate_sRGBProfile();
    if (!profile)
        return NULL;
    if (cmsSaveProfileToMem(profile, NULL, size) && *size > HEADER_SIZE) {
        bytes = g_malloc(*size);
        if (cmsSaveProfileToMem(profile, bytes, size))
            fix_header(bytes);
        else
            g_clear_pointer(&bytes, g_free);
    }
    cmsCloseProfile(profile);
    return bytes;
}

bool bp_colour_add(struct bp_pdf *pdf)
{
    cmsUInt32Number size = 0;
    unsigned char *bytes = make_srgb(&size);
    if (!bytes)
        return false;
    void *profile = bp_pdf_reserve(pdf);
    HPDF_Dict intent = bp_pdf_dict(pdf);
    HPDF_Array intents = bp_pdf_array(pdf);
    HPDF_Dict_AddName(intent, "Type", "OutputIntent");
    HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
    bp_pdf_string(pdf, intent, "OutputConditionIdentifier", "sRGB IEC61966-2.1");
    bp_pdf_string(pdf, intent, "Info", "sRGB IEC61966-2.1");
    HPDF_Dict_Add(intent, "DestOutputProfile", profile);
    HPDF_Array_Add(intents, intent);
    HPDF_Dict_Add(pdf->doc->catalog, "OutputIntents", intents);
    if (!pdf->error)
        bp_serial_stream(pdf->serial, bp_pdf_number(profile), "/N 3", bytes, size, true);
    g_free(bytes);
    return !pdf->error;
}
