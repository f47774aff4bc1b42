/* SPDX-License-Identifier: MIT */
#include "write/string.h"

#include <string.h>

void bp_string_int(GString *out, int value)
{
    char buffer[12], *start = buffer + sizeof buffer;
    unsigned rest = value < 0 ? 0u - (unsigned)value : (unsigned)value;
    do {
        *--start = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0)
        *--start = '-';
    g_string_append_len(out, start, buffer + sizeof buffer - start);
}

void bp_string_reference(GString *out, int number)
{
    bp_string_int(out, number);
    g_string_append_len(out, " 0 R", 4);
}

void bp_string_bytes(GString *out, const char *bytes, size_t size)
{
    g_string_append_c(out, '(');
    for (size_t i = 0; i < size; i++)
        bp_string_byte(out, bytes[i]);
    g_string_append_c(out, ')');
}

static void hex16(GString *out, unsigned unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char four[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                    digits[unit & 15]};
    g_string_append_len(out, four, 4);
}

void bp_string_utf16(GString *out, const char *utf8, size_t size)
{
    for (const char *p = utf8; p < utf8 + size; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c >= 0x10000) {
            hex16(out, 0xD800 + ((c - 0x10000) >> 10));
            hex16(out, 0xDC00 + (c & 0x3FF));
        } else {
            hex16(out, c);
        }
    }
}

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

/* The bytes of `utf8` that come to at most `limit` UTF-16 units. */
static size_t fitting(const char *utf8, int limit)
{
    const char *p = utf8;
    for (int units = 0; *p; p = g_utf8_next_char(p)) {
        units += g_utf8_get_char(p) >= 0x10000 ? 2 : 1;
        if (units > limit)
            break;
    }
    return (size_t)(p - utf8);
}

bool bp_string_text(GString *out, const char *utf8)
{
    size_t size = strlen(utf8), kept;
    if (is_ascii(utf8)) {
        kept = MIN(size, BP_STRING_LIMIT);
        bp_string_bytes(out, utf8, kept);
        return kept == size;
    }
    kept = fitting(utf8, BP_STRING_LIMIT / 2 - 1);
    g_string_append(out, "<FEFF");
    bp_string_utf16(out, utf8, kept);
    g_string_append_c(out, '>');
    return kept == size;
}
