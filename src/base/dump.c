/* SPDX-License-Identifier: MIT */
#include "base/dump.h"

#include <string.h>

#include "base/number.h"

static void append_key(struct bp_dump *dump, const char *key)
{
    g_string_truncate(dump->out, dump->out->len - 1);
    g_string_append_printf(dump->out, " %s=", key);
}

static void append_character(GString *out, gunichar c)
{
    if (c == '\n')
        g_string_append(out, "\\n");
    else if (c == '\t')
        g_string_append(out, "\\t");
    else if (c == '"' || c == '\\')
        g_string_append_printf(out, "\\%c", (int)c);
    else if (c != ' ' && (!g_unichar_isprint(c) || g_unichar_isspace(c)))
        g_string_append_printf(out, "\\u{%X}", c);
    else
        g_string_append_unichar(out, c);
}

void bp_dump_begin(struct bp_dump *dump, const char *node)
{
    g_string_append_printf(dump->out, "%*s%s\n", dump->depth * 2, "", node);
    dump->depth++;
}

void bp_dump_end(struct bp_dump *dump)
{
    dump->depth--;
}

void bp_dump_word(struct bp_dump *dump, const char *key, const char *word)
{
    if (!word)
        return;
    append_key(dump, key);
    g_string_append_printf(dump->out, "%s\n", word);
}

void bp_dump_text(struct bp_dump *dump, const char *key, const char *text)
{
    if (text)
        bp_dump_part(dump, key, text, (int)strlen(text));
}

void bp_dump_part(struct bp_dump *dump, const char *key, const char *text, int length)
{
    append_key(dump, key);
    g_string_append_c(dump->out, '"');
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at))
        append_character(dump->out, g_utf8_get_char(at));
    g_string_append(dump->out, "\"\n");
}

void bp_dump_int(struct bp_dump *dump, const char *key, int value)
{
    if (!value)
        return;
    append_key(dump, key);
    g_string_append_printf(dump->out, "%d\n", value);
}

void bp_dump_number(struct bp_dump *dump, const char *key, double value)
{
    if (value == 0)
        return;
    append_key(dump, key);
    bp_number_append(dump->out, value, 2);
    g_string_append_c(dump->out, '\n');
}

void bp_dump_flag(struct bp_dump *dump, const char *key, bool value)
{
    if (!value)
        return;
    g_string_truncate(dump->out, dump->out->len - 1);
    g_string_append_printf(dump->out, " %s\n", key);
}

void bp_dump_source(struct bp_dump *dump, struct bp_source source)
{
    if (!source.line)
        return;
    g_string_truncate(dump->out, dump->out->len - 1);
    g_string_append_printf(dump->out, " @%d:%d\n", source.line, source.column);
}
