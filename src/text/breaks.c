/* SPDX-License-Identifier: MIT */
#include "text/breaks.h"

#include <string.h>

#include "text/service.h"

static const gunichar soft_hyphen = 0x00AD;

uint8_t bp_break_class(gunichar c)
{
    GUnicodeBreakType type = g_unichar_break_type(c);
    if (type == G_UNICODE_BREAK_COMBINING_MARK || type == G_UNICODE_BREAK_ZERO_WIDTH_JOINER)
        return BP_CLASS_OTHER;
    return (uint8_t)type;
}

const PangoLogAttr *bp_break_attributes(struct bp_text_service *text, const char *string,
                                        int length, PangoLanguage *language)
{
    glong n = g_utf8_strlen(string, length);
    g_array_set_size(text->attributes, (guint)n + 1);
    PangoLogAttr *attributes = (PangoLogAttr *)(void *)text->attributes->data;
    memset(attributes, 0, ((size_t)n + 1) * sizeof *attributes);
    pango_get_log_attrs(string, length, -1, language, attributes, (int)n + 1);
    return attributes;
}

enum bp_piece_end bp_break_end(const PangoLogAttr *attribute, gunichar before)
{
    if (!attribute->is_line_break)
        return BP_END_NONE;
    return before == soft_hyphen ? BP_END_HYPHEN : BP_END_ALLOWED;
}

/* The word before a space, or its last character where that says all, and likewise after. */
static bool ask(struct bp_text_service *text, const char *before, const char *after)
{
    g_string_printf(text->scratch, "%s %s", before, after);
    const PangoLogAttr *attributes = bp_break_attributes(
        text, text->scratch->str, (int)text->scratch->len, pango_language_from_string("und"));
    return attributes[g_utf8_strlen(before, -1) + 1].is_line_break;
}

bool bp_break_at_space(struct bp_text_service *text, uint8_t last, const char *before,
                       uint8_t first, const char *after)
{
    enum { UNKNOWN, NEVER, ALLOWED };
    uint8_t *pair = &text->pairs[last][first];
    if (last == BP_CLASS_OTHER || first == BP_CLASS_OTHER)
        return ask(text, before, after);
    if (*pair == UNKNOWN)
        *pair = ask(text, before, after) ? ALLOWED : NEVER;
    return *pair == ALLOWED;
}
