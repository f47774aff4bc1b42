/* SPDX-License-Identifier: MIT */
#include "write/filename.h"

#include <stdbool.h>
#include <string.h>

/* Of the words; the longest names that systems bear are 255 bytes, and some show far less. */
enum { MOST_CHARACTERS = 80, MOST_BYTES = 180 };

/* Names of devices on Windows, whatever ending follows. */
static const char *const devices[] = {
    "con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", NULL};

static bool is_kept_out(gunichar c)
{
    return c < 0x80 && strchr("<>:\"/\\|?*", (int)c);
}

/* One that a name may not end in: Windows drops it, or it tells that words were cut. */
static bool is_weak(gunichar c)
{
    return c == ' ' || c == '.' || c == ',' || c == ';' || c == '-' || c == 0x2013 || c == 0x2026;
}

static void trim(GString *name)
{
    while (name->len > 0) {
        const char *last = g_utf8_prev_char(name->str + name->len);
        if (!is_weak(g_utf8_get_char(last)))
            return;
        g_string_truncate(name, (gsize)(last - name->str));
    }
}

/* Cut between words, unless one word is that long. */
static void cut(GString *name)
{
    const char *end = name->str;
    int n = 0;
    for (; *end && n < MOST_CHARACTERS; n++) {
        const char *next = g_utf8_next_char(end);
        if (next - name->str > MOST_BYTES)
            break;
        end = next;
    }
    if (!*end)
        return;
    const char *space = end;
    while (space > name->str && *space != ' ')
        space--;
    g_string_truncate(name, (gsize)((space > name->str ? space : end) - name->str));
}

static bool is_device(const char *name)
{
    char *lower = g_ascii_strdown(name, (gssize)strcspn(name, "."));
    bool is = g_strv_contains(devices, g_strchomp(lower));
    g_free(lower);
    return is;
}

/* Spaces of all kinds become one plain one; what is not seen, or turns the direction of what
 * follows, is left out. */
static GString *clean(const char *words)
{
    GString *name = g_string_new(NULL);
    for (const char *p = words; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool space = g_unichar_isspace(c) || g_unichar_iscntrl(c) || is_kept_out(c);
        if (space && name->len > 0 && name->str[name->len - 1] != ' ')
            g_string_append_c(name, ' ');
        else if (!space && g_unichar_type(c) != G_UNICODE_FORMAT && (c != '.' || name->len > 0))
            g_string_append_unichar(name, c);
    }
    cut(name);
    trim(name);
    if (is_device(name->str))
        g_string_append_c(name, '_');
    return name;
}

/* In letters of ASCII where they have like ones: GLib's table, not the system's. */
static char *to_ascii(const char *name)
{
    char *ascii = g_str_to_ascii(name, "C");
    for (char *p = ascii; *p; p++)
        if (is_kept_out((guchar)*p))
            *p = *p == '"' ? '\'' : '_';
    return ascii;
}

/* The ASCII forms differ, and so do the names. */
static bool is_new(GHashTable *taken, const char *ascii)
{
    return g_hash_table_add(taken, g_ascii_strdown(ascii, -1));
}

struct bp_filename bp_filename_make(const char *words, const char *ending, const char *fallback,
                                    GHashTable *taken)
{
    struct bp_filename filename = {NULL, NULL};
    char *composed = g_utf8_normalize(words, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    if (g_str_has_suffix(composed, ending))
        composed[strlen(composed) - strlen(ending)] = '\0';
    GString *stem = clean(composed);
    if (stem->len == 0)
        g_string_assign(stem, fallback);
    for (int n = 1; !filename.name; n++) {
        char *name = n == 1 ? g_strconcat(stem->str, ending, NULL)
                            : g_strdup_printf("%s (%d)%s", stem->str, n, ending);
        filename = (struct bp_filename){name, to_ascii(name)};
        if (!is_new(taken, filename.ascii))
            bp_filename_clear(&filename);
    }
    g_string_free(stem, TRUE);
    g_free(composed);
    return filename;
}

void bp_filename_clear(struct bp_filename *filename)
{
    g_clear_pointer(&filename->name, g_free);
    g_clear_pointer(&filename->ascii, g_free);
}
