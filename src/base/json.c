/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <assert.h>
#include <math.h>

static void begin(struct bp_json *json, const char *key)
{
    if (json->more)
        g_string_append_c(json->out, ',');
    if (json->depth > 0)
        g_string_append_printf(json->out, "\n%*s", json->depth * 2, "");
    if (key)
        g_string_append_printf(json->out, "\"%s\": ", key);
    json->more = true;
}

void bp_json_open(struct bp_json *json, const char *key, char bracket)
{
    begin(json, key);
    g_string_append_c(json->out, bracket);
    json->depth++;
    json->more = false;
}

void bp_json_close(struct bp_json *json, char bracket)
{
    json->depth--;
    if (json->more)
        g_string_append_printf(json->out, "\n%*s", json->depth * 2, "");
    g_string_append_c(json->out, bracket);
    json->more = true;
}

void bp_json_text(struct bp_json *json, const char *key, const char *text)
{
    if (!text)
        return;
    begin(json, key);
    g_string_append_c(json->out, '"');
    for (const char *at = text; *at; at++) {
        if ((unsigned char)*at < 0x20)
            g_string_append_printf(json->out, "\\u%04x", (unsigned)*at);
        else if (*at == '"' || *at == '\\')
            g_string_append_printf(json->out, "\\%c", *at);
        else
            g_string_append_c(json->out, *at);
    }
    g_string_append_c(json->out, '"');
}

void bp_json_raw(struct bp_json *json, const char *key, const char *value)
{
    begin(json, key);
    g_string_append(json->out, value);
}

void bp_json_int(struct bp_json *json, const char *key, int value)
{
    begin(json, key);
    g_string_append_printf(json->out, "%d", value);
}

void bp_json_number(struct bp_json *json, const char *key, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    assert(isfinite(value));
    bp_json_raw(json, key, g_ascii_formatd(digits, sizeof digits, "%.12g", value == 0 ? 0 : value));
}

void bp_json_flag(struct bp_json *json, const char *key, bool value)
{
    if (value)
        bp_json_raw(json, key, "true");
}
