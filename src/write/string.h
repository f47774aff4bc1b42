/* SPDX-License-Identifier: MIT */
/* Strings and whole numbers in PDF syntax. */
#ifndef BP_WRITE_STRING_H
#define BP_WRITE_STRING_H

#include <glib.h>
#include <stdbool.h>

/* Bytes that one string may have (ISO 19005-2 6.1.13). */
#define BP_STRING_LIMIT 32767

void bp_string_int(GString *out, int value);

/* "12 0 R". */
void bp_string_reference(GString *out, int number);

/* A literal string of any bytes. */
void bp_string_bytes(GString *out, const char *bytes, size_t size);

/* One byte of a literal string, escaped where it must be. */
static inline void bp_string_byte(GString *out, char byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        g_string_append_c(out, '\\');
    if (byte == '\r') /* a reader would take it for a line feed */
        g_string_append(out, "\\r");
    else
        g_string_append_c(out, byte);
}

/* A text string (ISO 32000-1 7.9.2.2): literal when ASCII, else UTF-16. False when it had to be
 * cut, after a whole character, to keep the limit. */
bool bp_string_text(GString *out, const char *utf8);

/* `utf8` as UTF-16, big-endian, in hexadecimal digits without brackets. */
void bp_string_utf16(GString *out, const char *utf8, size_t size);

#endif
