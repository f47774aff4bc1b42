/* SPDX-License-Identifier: MIT */
#include "load/entity.h"

#include "load/encoding.h"

enum { MOST_DIGITS = 7, MOST_HEX = 6, LAST_CHARACTER = 0x10FFFF };

size_t bp_entity_read(const char *text, const char *end, gunichar *character)
{
    const char *at = text;
    if (end - at < 4 || at[0] != '&' || at[1] != '#')
        return 0;
    bool hex = at[2] == 'x' || at[2] == 'X';
    at += hex ? 3 : 2;
    const char *digits = at;
    *character = 0;
    for (; at < end && (hex ? g_ascii_isxdigit(*at) : g_ascii_isdigit(*at)); at++) {
        if (at - digits == (hex ? MOST_HEX : MOST_DIGITS))
            return 0;
        *character = *character * (hex ? 16 : 10) + (gunichar)g_ascii_xdigit_value(*at);
    }
    return at > digits && at < end && *at == ';' ? (size_t)(at + 1 - text) : 0;
}

static const char *find_fault(const char *made, char spare[80])
{
    const char *fault = NULL;
    for (const char *at = made; *at && !fault; at = g_utf8_next_char(at))
        fault = bp_encoding_fault(g_utf8_get_char(at), spare);
    return fault;
}

/* cmark makes the sign of a lost character of some: what was written is named, not that. */
static bool find_written(const char *text, size_t length, struct bp_entity *bad)
{
    const char *end = text + length;
    for (const char *at = text + MIN(bad->byte, length); at < end; at++) {
        char spare[80];
        gunichar character;
        size_t size = bp_entity_read(at, end, &character);
        const char *fault = size == 0                    ? NULL
                            : character > LAST_CHARACTER ? "no character"
                                                         : bp_encoding_fault(character, spare);
        if (fault) {
            g_snprintf(bad->words, sizeof bad->words, "“%.*s” stands for %s", (int)size, at, fault);
            bad->byte = (size_t)(at - text);
            return true;
        }
        at += *at == '\\' && at + 1 < end;
    }
    return false;
}

bool bp_entity_find(const struct bp_lines *text, int line, const char *made, struct bp_entity *bad)
{
    char spare[80];
    size_t length = 0;
    const char *fault = find_fault(made, spare);
    if (!fault)
        return false;
    const char *bytes = bp_lines_find(text, line, &length);
    if (!bytes || !find_written(bytes, length, bad))
        g_snprintf(bad->words, sizeof bad->words, "a “&#…;” in these words stands for %s", fault);
    return true;
}
