/* SPDX-License-Identifier: MIT */
#include "write/unicode.h"

#include <string.h>

#include "write/string.h"

/* Lines that one bfchar or bfrange block may have (Adobe technical note 5014). */
#define BLOCK 100

void bp_unicode_init(struct bp_unicode *unicode, hb_font_t *font, int n_glyphs)
{
    unicode->entries = g_new0(struct bp_unicode_entry, n_glyphs);
    unicode->n_entries = n_glyphs;
    unicode->font = hb_font_reference(font);
}

void bp_unicode_finish(struct bp_unicode *unicode)
{
    g_free(unicode->entries);
    hb_font_destroy(unicode->font);
}

/* Characters that say how text is set, not what it says. Joiners are none of these: they part
 * words in Persian and letters in Hindi. */
static bool is_invisible(gunichar c)
{
    return c == 0x00AD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool bp_unicode_invisible(const char *text, int length)
{
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!is_invisible(c) && c != 0x200C && c != 0x200D)
            return false;
    }
    return true;
}

/* One glyph often serves a character and its non-breaking sister; both read as the plain one. */
static gunichar plain(gunichar c)
{
    switch (c) {
    case 0x00A0:
    case 0x202F:
        return ' ';
    case 0x2010:
    case 0x2011:
        return '-';
    default:
        return c;
    }
}

/* The next character that counts, made plain, or 0 at the end; a soft hyphen alone counts. */
static gunichar next_plain(const char **p, const char *end, bool whole)
{
    while (*p < end) {
        gunichar c = g_utf8_get_char(*p);
        *p = g_utf8_next_char(*p);
        if (whole || !is_invisible(c))
            return plain(c);
    }
    return 0;
}

static bool same(const struct bp_unicode_entry *entry, const char *text, int length)
{
    if (entry->length == length && memcmp(entry->text, text, (size_t)length) == 0)
        return true;
    const char *a = entry->text, *a_end = a + entry->length, *b = text, *b_end = text + length;
    bool whole = bp_unicode_invisible(a, entry->length) || bp_unicode_invisible(b, length);
    gunichar ca, cb;
    do {
        ca = next_plain(&a, a_end, whole);
        cb = next_plain(&b, b_end, whole);
    } while (ca == cb && ca);
    return ca == cb;
}

static void set(struct bp_unicode_entry *entry, const char *text, int length, bool weak)
{
    *entry = (struct bp_unicode_entry){text, length, weak};
}

static bool has_nominal(const struct bp_unicode *unicode, gunichar c, guint32 id)
{
    hb_codepoint_t nominal;
    return hb_font_get_nominal_glyph(unicode->font, c, &nominal) && nominal == id;
}

static bool learn_one(struct bp_unicode *unicode, const struct bp_cluster *cluster)
{
    struct bp_unicode_entry *entry = &unicode->entries[cluster->numbers[0]];
    if (entry->text && !entry->weak)
        return same(entry, cluster->text, cluster->length);
    gunichar c = g_utf8_get_char(cluster->text), simple = plain(c);
    bool alone = g_utf8_next_char(cluster->text) == cluster->text + cluster->length;
    if (alone && simple != c && has_nominal(unicode, simple, cluster->ids[0]))
        set(entry, simple == ' ' ? " " : "-", 1, false);
    else if (bp_unicode_invisible(cluster->text, cluster->length))
        return false;
    else
        set(entry, cluster->text, cluster->length, false);
    return true;
}

/* Whether the glyphs, one after the other, are the nominal glyphs or the known entries of the
 * text; those that are nominal and unknown become known only when all fit. */
static bool tile(struct bp_unicode *unicode, const struct bp_cluster *cluster, bool commit)
{
    const char *p = cluster->text, *end = cluster->text + cluster->length;
    for (int i = 0; i < cluster->n; i++) {
        struct bp_unicode_entry *entry = &unicode->entries[cluster->numbers[i]];
        bool known = entry->text && !entry->weak;
        if (p >= end)
            return false;
        int length = known ? entry->length : (int)(g_utf8_next_char(p) - p);
        if (p + length > end)
            return false;
        if (known ? memcmp(entry->text, p, (size_t)length) != 0
                  : !has_nominal(unicode, g_utf8_get_char(p), cluster->ids[i]))
            return false;
        if (commit)
            set(entry, p, length, false);
        p += length;
    }
    return p == end;
}

/* For a cluster whose glyphs do not follow its text: glyphs that are some character's own stand for
 * it, the first that is none for the characters left, any more for a joiner, which nobody sees.
 * Readers that heed ActualText never ask. */
static void guess(struct bp_unicode *unicode, const struct bp_cluster *cluster)
{
    const char *rest = cluster->text, *end = cluster->text + cluster->length;
    for (int i = 0; i < cluster->n; i++) {
        struct bp_unicode_entry *entry = &unicode->entries[cluster->numbers[i]];
        for (const char *p = cluster->text; p < end && !entry->text; p = g_utf8_next_char(p))
            if (has_nominal(unicode, g_utf8_get_char(p), cluster->ids[i]))
                set(entry, p, (int)(g_utf8_next_char(p) - p), true);
        if (entry->text && entry->text >= rest && entry->text < end)
            rest = entry->text + entry->length;
    }
    for (int i = 0; i < cluster->n; i++) {
        struct bp_unicode_entry *entry = &unicode->entries[cluster->numbers[i]];
        if (entry->text)
            continue;
        if (rest < end)
            set(entry, rest, (int)(end - rest), true);
        else
            set(entry, "\xE2\x80\x8D", 3, true);
        rest = end;
    }
}

bool bp_unicode_learn(struct bp_unicode *unicode, const struct bp_cluster *cluster)
{
    if (cluster->n == 1 && learn_one(unicode, cluster))
        return true;
    if (cluster->n > 1 && tile(unicode, cluster, false))
        return tile(unicode, cluster, true);
    guess(unicode, cluster);
    return false;
}

/* What an entry says in the CMap: invisible characters left out, unless nothing else is there. */
static void append_value(GString *out, const struct bp_unicode_entry *entry)
{
    const char *end = entry->text + entry->length, *p = entry->text;
    bool all = bp_unicode_invisible(entry->text, entry->length);
    g_string_append_c(out, '<');
    for (const char *next; p < end; p = next) {
        gunichar c = g_utf8_get_char(p);
        next = g_utf8_next_char(p);
        if (c == 0xFEFF || (!all && is_invisible(c)))
            continue;
        bp_string_utf16(out, p, (size_t)(next - p));
    }
    g_string_append_c(out, '>');
}

/* The character of an entry that has one alone, else 0. */
static gunichar single(const struct bp_unicode_entry *entry)
{
    if (!entry->text || g_utf8_next_char(entry->text) != entry->text + entry->length)
        return 0;
    return g_utf8_get_char(entry->text);
}

/* The end of the range of consecutive characters that begins at glyph `i`. Only the last byte of
 * code and value may count up within a range. */
static int range_end(const struct bp_unicode *unicode, int i)
{
    gunichar first = single(&unicode->entries[i]);
    int end = i + 1;
    while (first && first < 0x10000 && end < unicode->n_entries && end >> 8 == i >> 8) {
        gunichar c = single(&unicode->entries[end]);
        if (c != first + (gunichar)(end - i) || c >> 8 != first >> 8)
            break;
        end++;
    }
    return end;
}

static void close_block(GString *cmap, GString *block, int *n, const char *name)
{
    if (*n > 0)
        g_string_append_printf(cmap, "%d begin%s\n%send%s\n", *n, name, block->str, name);
    g_string_truncate(block, 0);
    *n = 0;
}

static void append_mappings(GString *cmap, const struct bp_unicode *unicode, bool ranges)
{
    const char *name = ranges ? "bfrange" : "bfchar";
    GString *block = g_string_new(NULL);
    int n = 0;
    for (int i = 0, end; i < unicode->n_entries; i = end) {
        end = range_end(unicode, i);
        if (!unicode->entries[i].text || (end - i > 1) != ranges)
            continue;
        g_string_append_printf(block, "<%04X>", (unsigned)i);
        if (ranges)
            g_string_append_printf(block, "<%04X>", (unsigned)end - 1);
        append_value(block, &unicode->entries[i]);
        g_string_append_c(block, '\n');
        if (++n == BLOCK)
            close_block(cmap, block, &n, name);
    }
    close_block(cmap, block, &n, name);
    g_string_free(block, TRUE);
}

GString *bp_unicode_cmap(const struct bp_unicode *unicode)
{
    GString *cmap = g_string_new("/CIDInit /ProcSet findresource begin\n"
                                 "12 dict begin\nbegincmap\n"
                                 "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> "
                                 "def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                 "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    append_mappings(cmap, unicode, true);
    append_mappings(cmap, unicode, false);
    g_string_append(cmap, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return cmap;
}
