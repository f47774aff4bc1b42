/* SPDX-License-Identifier: MIT */
#include "picture/fault.h"

#include <glib.h>

bool bp_picture_fault(const struct bp_picture *picture, struct bp_report *report, const char *code,
                      const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    bp_report_error(report, &picture->source, code, "the picture “%s” %s", picture->path, text);
    g_free(text);
    return false;
}
