/* SPDX-License-Identifier: MIT */
#include "text/itemise.h"

#include <string.h>

#include "text/breaks.h"
#include "text/fontmap.h"
#include "text/service.h"
#include "text/shape.h"

/* What is longer fits no line, and may be parted anywhere. */
#define LONGEST_PIECE 512

/* Tells of characters, in the order of the text, and once of those that have one origin. */
struct teller {
    struct bp_report *report;
    const struct bp_text_run *run; /* of the last one */
    int byte;                      /* in the run: where it stands */
    int character;                 /* its number there */
    const struct bp_origin *origin;
    GHashTable *told; /* gunichar, of that origin */
};

/* One line of the text, from one '\n' to the next. */
struct line {
    struct bp_text_service *text;
    const struct bp_source_text *source;
    struct teller *teller;
    const char *string; /* as long as the service */
    int start;          /* byte in the text */
    int length;
    const int *ends;               /* byte in the text where each run ends */
    const int *run_ends;           /* byte in the line where each run ends */
    int run;                       /* the current one */
    const PangoLogAttr *attribute; /* of the character at `attribute_at` */
    int attribute_at;              /* byte */
    bool right_to_left;
};

/* Goes on to the byte of the run. False when its character was told of. */
static bool go_on(struct teller *teller, const struct bp_text_run *run, int byte)
{
    const struct bp_origin *origin = teller->origin;
    if (run != teller->run) {
        teller->run = run;
        teller->byte = teller->character = 0;
        origin = &run->source;
    }
    teller->character += (int)g_utf8_strlen(run->text + teller->byte, byte - teller->byte);
    teller->byte = byte;
    while (origin->next && origin->next->start <= teller->character)
        origin = origin->next;
    if (origin != teller->origin)
        g_hash_table_remove_all(teller->told);
    teller->origin = origin;
    return g_hash_table_add(teller->told, GUINT_TO_POINTER(g_utf8_get_char(run->text + byte)));
}

static void report_missing(struct line *line, int at)
{
    struct teller *teller = line->teller;
    int before = line->run > 0 ? line->ends[line->run - 1] : 0;
    gunichar c = g_utf8_get_char(line->string + at);
    if (!go_on(teller, &line->source->runs[line->run], line->start + at - before))
        return;
    struct bp_source source = teller->origin->source;
    if (teller->origin->literal)
        source.column += teller->character - teller->origin->start;
    if (g_unichar_iscntrl(c)) {
        bp_report_error(teller->report, &source, "control-character",
                        "the control character U+%04X can't be printed; remove it", c);
        return;
    }
    if (line->text->faces.incomplete)
        return; /* it was told which file is missing, and who has the character is not known */
    char shown[7] = "";
    shown[g_unichar_to_utf8(c, shown)] = '\0';
    bp_report_error(teller->report, &source, "missing-character",
                    "no font has the character U+%04X “%s”; write it in words, or use another", c,
                    shown);
}

/* Goes on to the character at byte `at`. */
static const PangoLogAttr *attribute_at(struct line *line, int at)
{
    while (line->attribute_at < at) {
        const char *next = g_utf8_next_char(line->string + line->attribute_at);
        line->attribute_at = (int)(next - line->string);
        line->attribute++;
    }
    return line->attribute;
}

/* How a piece ends that ends at byte `at`. */
static enum bp_piece_end end_at(struct line *line, int at)
{
    if (at >= line->length)
        return BP_END_NONE;
    const char *before = g_utf8_find_prev_char(line->string, line->string + at);
    return bp_break_end(attribute_at(line, at), before ? g_utf8_get_char(before) : 0);
}

static void add(struct line *line, struct bp_stretch *stretch, int at, enum bp_piece_end end)
{
    bool space = line->string[stretch->taken] == ' ' && at == stretch->taken + 1;
    struct bp_shape *shape = bp_stretch_take(stretch, at);
    if (end == BP_END_HYPHEN && shape->length > 2)
        shape->length -= 2;
    shape->space = space;
    bp_piece_add(line->text, shape, line->run, line->source->runs[line->run].size, end);
}

/* Cuts what was shaped at spaces, at the places where a line may end, and at its end. */
static void cut(struct line *line, struct bp_stretch *stretch)
{
    const char *string = line->string;
    while (stretch->taken < stretch->end) {
        int at = stretch->taken;
        enum bp_piece_end end;
        bool here;
        do {
            bool space = string[at] == ' ';
            at = (int)(g_utf8_next_char(string + at) - string);
            end = end_at(line, at);
            here = at >= stretch->end || end != BP_END_NONE || space || string[at] == ' ' ||
                   at - stretch->taken > LONGEST_PIECE;
        } while (!here || !bp_stretch_parts(stretch, at));
        if (end == BP_END_NONE && at < stretch->end && at - stretch->taken > LONGEST_PIECE)
            end = BP_END_ALLOWED;
        add(line, stretch, at, end);
    }
}

/* Shapes [start, end), which is of one item and one run, and has no tab. */
static bool shape_part(struct line *line, const PangoItem *item, int start, int end)
{
    const struct bp_look *look = line->source->looks[line->run];
    struct bp_open_face *face = bp_fontmap_face(item->analysis.font);
    struct bp_shaping how = {.look = look,
                             .face = face ? face : look->face,
                             .script = (GUnicodeScript)item->analysis.script,
                             .level = item->analysis.level};
    struct bp_stretch stretch =
        bp_stretch_begin(line->text, &how, line->string, line->length, start, end);
    int missing = bp_stretch_missing(&stretch, start);
    bool fine = missing < 0;
    for (; missing >= 0; missing = bp_stretch_missing(&stretch, missing + 1))
        report_missing(line, missing);
    if (fine)
        cut(line, &stretch);
    return fine;
}

static bool take_item(struct line *line, const PangoItem *item)
{
    bool fine = true;
    int at = item->offset;
    int end = item->offset + item->length;
    while (at < end) {
        while (line->run_ends[line->run] <= at)
            line->run++;
        int until = MIN(end, line->run_ends[line->run]);
        if (line->string[at] == '\t') {
            bp_piece_add_control(line->text, line->run, true);
            at++;
            GArray *pieces = line->text->pieces;
            g_array_index(pieces, struct bp_piece, pieces->len - 1).end = end_at(line, at);
            continue;
        }
        const char *tab = memchr(line->string + at, '\t', (size_t)(until - at));
        if (tab)
            until = (int)(tab - line->string);
        fine = shape_part(line, item, at, until) && fine;
        at = until;
    }
    return fine;
}

static PangoAttrList *line_attributes(const struct line *line)
{
    PangoAttrList *list = pango_attr_list_new();
    int start = 0;
    for (int i = 0; i < line->source->n_runs; i++) {
        const struct bp_look *look = line->source->looks[i];
        PangoFontDescription *description = pango_font_description_new();
        pango_font_description_set_family(description, look->font.family);
        pango_font_description_set_weight(description, (PangoWeight)look->font.weight);
        pango_font_description_set_style(description, look->font.italic ? PANGO_STYLE_ITALIC
                                                                        : PANGO_STYLE_NORMAL);
        PangoAttribute *attributes[] = {pango_attr_font_desc_new(description),
                                        pango_attr_language_new(look->language)};
        pango_font_description_free(description);
        for (int k = 0; k < 2; k++) {
            attributes[k]->start_index = (guint)start;
            attributes[k]->end_index = (guint)line->run_ends[i];
            pango_attr_list_insert(list, attributes[k]);
        }
        start = line->run_ends[i];
    }
    return list;
}

static bool has_control(struct line *line)
{
    bool found = false;
    const char *end = line->string + line->length;
    for (const char *at = line->string; at < end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (!g_unichar_iscntrl(c) || c == '\t')
            continue;
        while (line->run_ends[line->run] <= at - line->string)
            line->run++;
        report_missing(line, (int)(at - line->string));
        found = true;
    }
    line->run = 0;
    return found;
}

static bool take_line(struct line *line)
{
    struct bp_text_service *text = line->text;
    PangoLanguage *language = line->source->looks[0]->language;
    if (line->length == 0)
        return true;
    if (has_control(line))
        return false;
    if (!text->context)
        text->context = bp_fontmap_context(&text->faces);
    pango_context_set_language(text->context, language);
    PangoAttrList *attributes = line_attributes(line);
    GList *items = pango_itemize_with_base_dir(
        text->context, line->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
        line->string, 0, line->length, attributes, NULL);
    line->attribute = bp_break_attributes(text, line->string, line->length, language);
    bool fine = true;
    for (GList *at = items; at; at = at->next)
        fine = take_item(line, at->data) && fine;
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
    return fine;
}

/* The text of all runs; `ends` gets the byte where each of them ends. */
static const char *join(const struct bp_source_text *source, int *ends, int *length,
                        struct bp_arena *arena)
{
    GString *string = g_string_new(NULL);
    for (int i = 0; i < source->n_runs; i++) {
        g_string_append_len(string, source->runs[i].text, source->runs[i].length);
        ends[i] = (int)string->len;
    }
    const char *joined = bp_arena_string(arena, string->str, string->len);
    *length = (int)string->len;
    g_string_free(string, TRUE);
    return joined;
}

bool bp_text_runs_left(const char *string, int length, bool otherwise)
{
    for (const char *at = string; at < string + length; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        guint32 script = g_unicode_script_to_iso15924(g_unichar_get_script(c));
        bool right_mark = c == 0x200F || c == 0x061C;
        if (right_mark || c == 0x200E)
            return right_mark;
        if (g_unichar_isalpha(c) && script != 0)
            return hb_script_get_horizontal_direction(hb_script_from_iso15924_tag(script)) ==
                   HB_DIRECTION_RTL;
    }
    return otherwise;
}

bool bp_itemise_make(struct bp_text_service *text, const struct bp_source_text *source,
                     bool *right_to_left, struct bp_report *report)
{
    int *ends = g_new(int, source->n_runs);
    int *line_ends = g_new(int, source->n_runs);
    int length;
    const char *string = join(source, ends, &length, text->arena);
    *right_to_left = bp_text_runs_left(string, length, source->right_to_left);
    struct teller teller = {.report = report, .told = g_hash_table_new(NULL, NULL)};
    bool fine = true;
    g_array_set_size(text->pieces, 0);
    for (int start = 0; start <= length;) {
        const char *newline = memchr(string + start, '\n', (size_t)(length - start));
        int end = newline ? (int)(newline - string) : length;
        int run = 0;
        for (int i = 0; i < source->n_runs; i++)
            line_ends[i] = CLAMP(ends[i] - start, 0, end - start);
        struct line line = {.text = text,
                            .source = source,
                            .teller = &teller,
                            .string = string + start,
                            .start = start,
                            .length = end - start,
                            .ends = ends,
                            .run_ends = line_ends,
                            .right_to_left = *right_to_left};
        fine = take_line(&line) && fine;
        while (newline && ends[run] <= end)
            run++;
        if (newline)
            bp_piece_add_control(text, run, false);
        start = end + 1;
    }
    g_hash_table_destroy(teller.told);
    g_free(ends);
    g_free(line_ends);
    return fine;
}
