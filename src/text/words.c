/* SPDX-License-Identifier: MIT */
#include "text/words.h"

#include <limits.h>
#include <string.h>

#include "text/breaks.h"
#include "text/service.h"
#include "text/shape.h"

/* A longer word is no word, and its clusters might not fit a glyph's. */
#define LONGEST_WORD 1000

/* A stretch of one run without a separator. */
struct segment {
    int run;
    const char *text;
    int length;
};

/* The paragraph so far. */
struct walk {
    struct bp_text_service *text;
    const struct bp_source_text *source;
    GUnicodeScript guess;  /* the script that words of common characters take */
    GUnicodeScript script; /* of the words so far; COMMON: none had one */
    const struct bp_word *last;
    int n_separators; /* since `last` */
    bool tab;         /* one of them is a tab */
    struct segment segments[16];
    int n_segments; /* of the word that is being gathered */
    int length;
};

/* What a word's key says beside look and script. */
enum { SPACE_AFTER = 1, SPACE_BEFORE = 2, JOINT = 4 };

enum verdict { DONE, AGAIN, GENERAL };

static bool shows_direction(gunichar c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* The blocks whose characters, some of script Common, are written from right to left. */
static bool right_to_left(gunichar c)
{
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

static GUnicodeScript script_of(gunichar c)
{
    bool selects = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || selects ||
        shows_direction(c) || right_to_left(c))
        return G_UNICODE_SCRIPT_INVALID_CODE;
    GUnicodeScript script = g_unichar_get_script(c);
    switch (script) {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
        return script;
    case G_UNICODE_SCRIPT_INHERITED:
        return G_UNICODE_SCRIPT_COMMON;
    default:
        return G_UNICODE_SCRIPT_INVALID_CODE;
    }
}

GUnicodeScript bp_words_script(const char *string, int length)
{
    GUnicodeScript all = G_UNICODE_SCRIPT_COMMON;
    for (const char *at = string; at < string + length; at = g_utf8_next_char(at)) {
        if (g_ascii_isalpha(*at) && all == G_UNICODE_SCRIPT_LATIN)
            continue;
        GUnicodeScript script = script_of(g_utf8_get_char(at));
        if (script == G_UNICODE_SCRIPT_COMMON || script == all)
            continue;
        if (all != G_UNICODE_SCRIPT_COMMON)
            return G_UNICODE_SCRIPT_INVALID_CODE;
        all = script;
        if (all == G_UNICODE_SCRIPT_INVALID_CODE)
            break;
    }
    return all;
}

/* Letters and digits between quotes and stops: no line ends inside (LB13, LB19, LB23, LB28). */
static bool is_plain(const char *text, int length)
{
    static const char opening[] = "(\"'";
    static const char closing[] = ".,;:!?)\"'";
    const char *end = text + length;
    while (text < end && strchr(opening, *text))
        text++;
    while (text < end && g_ascii_isalnum(*text))
        text++;
    while (text < end && strchr(closing, *text))
        text++;
    return text == end;
}

/* Finds the places inside where a line may end, as parts without shapes. */
static void find_breaks(struct bp_text_service *text, struct bp_word *word, PangoLanguage *language)
{
    struct bp_word_part parts[LONGEST_WORD];
    int n = 0;
    if (!is_plain(word->text, word->length)) {
        const PangoLogAttr *attribute =
            bp_break_attributes(text, word->text, word->length, language);
        gunichar before = 0;
        for (const char *at = word->text; *at; at = g_utf8_next_char(at)) {
            enum bp_piece_end end = bp_break_end(attribute++, before);
            if (end != BP_END_NONE && at > word->text)
                parts[n++] = (struct bp_word_part){NULL, (int)(at - word->text), end};
            before = g_utf8_get_char(at);
        }
    }
    parts[n++] = (struct bp_word_part){NULL, word->length, BP_END_NONE};
    word->parts = bp_arena_copy(text->arena, parts, (size_t)n, sizeof *parts);
    word->n_parts = n;
}

static void drop_soft_hyphen(struct bp_shape *shape)
{
    if (shape->length > 2 && memcmp(shape->text + shape->length - 2, "\xC2\xAD", 2) == 0)
        shape->length -= 2;
}

/* Shapes the word, with the spaces beside it where the face minds them, and cuts it at its parts.
 */
static bool shape_parts(struct bp_text_service *text, struct bp_word *word,
                        const struct bp_shaping *how, unsigned flags)
{
    bool space_before = flags & SPACE_BEFORE;
    int start = space_before;
    g_string_printf(text->scratch, "%s%s%s", space_before ? " " : "", word->text,
                    flags & SPACE_AFTER ? " " : "");
    const char *string = bp_arena_string(text->arena, text->scratch->str, text->scratch->len);
    int length = (int)text->scratch->len;
    struct bp_stretch stretch = bp_stretch_begin(text, how, string, length, 0, length);
    if (bp_stretch_missing(&stretch, 0) >= 0)
        return false;
    if (space_before && !bp_stretch_parts(&stretch, 1))
        return false;
    if (space_before)
        word->lead = bp_stretch_take(&stretch, 1)->width;
    int kept = 0;
    for (int i = 0; i < word->n_parts; i++) {
        struct bp_word_part part = word->parts[i];
        if (!bp_stretch_parts(&stretch, start + part.end)) {
            if (part.end == word->length)
                return false;
            continue;
        }
        struct bp_shape *shape = bp_stretch_take(&stretch, start + part.end);
        if (part.ends == BP_END_HYPHEN)
            drop_soft_hyphen(shape);
        part.shape = shape;
        word->parts[kept++] = part;
    }
    word->n_parts = kept;
    return true;
}

static void fill(struct bp_text_service *text, struct bp_word *word, const struct bp_look *look,
                 GUnicodeScript guess, unsigned flags)
{
    word->lead = INT_MIN;
    word->script = bp_words_script(word->text, word->length);
    word->first = bp_break_class(g_utf8_get_char(word->text));
    const char *last = g_utf8_prev_char(word->text + word->length);
    word->last = bp_break_class(g_utf8_get_char(last));
    if (word->length > LONGEST_WORD - 1 || word->first == BP_CLASS_OTHER)
        word->script = G_UNICODE_SCRIPT_INVALID_CODE;
    if (word->script == G_UNICODE_SCRIPT_INVALID_CODE)
        return;
    find_breaks(text, word, look->language);
    struct bp_shaping how = {.look = look,
                             .face = look->face,
                             .script =
                                 word->script == G_UNICODE_SCRIPT_COMMON ? guess : word->script};
    if (!(flags & JOINT) && !shape_parts(text, word, &how, flags))
        word->script = G_UNICODE_SCRIPT_INVALID_CODE;
}

static uint32_t script_number(GUnicodeScript script)
{
    switch (script) {
    case G_UNICODE_SCRIPT_LATIN:
        return 0;
    case G_UNICODE_SCRIPT_GREEK:
        return 1;
    case G_UNICODE_SCRIPT_CYRILLIC:
        return 2;
    default:
        return 3;
    }
}

static const struct bp_word *find_word(struct walk *walk, const struct segment *segment,
                                       unsigned flags)
{
    const struct bp_look *look = walk->source->looks[segment->run];
    if (!look->face->minds_spaces)
        flags &= JOINT;
    uint32_t key = (uint32_t)look->number << 8 | script_number(walk->guess) << 4 | flags;
    bool fresh;
    struct bp_word *word = bp_cache_word(&walk->text->cache, key, segment->text, segment->length,
                                         walk->text->arena, &fresh);
    if (fresh)
        fill(walk->text, word, look, walk->guess, flags);
    return word;
}

void bp_piece_add(struct bp_text_service *text, const struct bp_shape *shape, int run, double size,
                  enum bp_piece_end end)
{
    GArray *pieces = text->pieces;
    if (shape->n_glyphs == 0) {
        if (pieces->len > 0 && end != BP_END_NONE) {
            struct bp_piece *before = &g_array_index(pieces, struct bp_piece, pieces->len - 1);
            before->end = MAX(before->end, end);
        }
        return;
    }
    struct bp_piece piece = {.shape = shape,
                             .run = run,
                             .width = bp_shape_width(shape, size),
                             .end = end,
                             .space = shape->space};
    g_array_append_val(pieces, piece);
}

void bp_piece_add_control(struct bp_text_service *text, int run, bool tab)
{
    struct bp_piece piece = {.run = run, .end = tab ? BP_END_NONE : BP_END_FORCED, .tab = tab};
    g_array_append_val(text->pieces, piece);
}

static struct bp_piece *last_piece(struct walk *walk)
{
    GArray *pieces = walk->text->pieces;
    return pieces->len > 0 ? &g_array_index(pieces, struct bp_piece, pieces->len - 1) : NULL;
}

/*
 * Sets where a line may end among separators with a tab, which are too rare to remember. What
 * follows them is empty at the text's end.
 */
static void break_at_tabs(struct walk *walk, const char *next)
{
    GString *probe = g_string_new(walk->last ? walk->last->text : "");
    glong before = g_utf8_strlen(probe->str, -1);
    GArray *pieces = walk->text->pieces;
    guint first = pieces->len - (guint)walk->n_separators;
    for (guint i = first; i < pieces->len; i++)
        g_string_append_c(probe, g_array_index(pieces, struct bp_piece, i).tab ? '\t' : ' ');
    glong after = g_utf8_strlen(probe->str, -1);
    g_string_append(probe, next);
    const PangoLogAttr *attributes = bp_break_attributes(walk->text, probe->str, (int)probe->len,
                                                         pango_language_from_string("und"));
    for (guint i = first > 0 ? first - 1 : 0; i < pieces->len; i++) {
        struct bp_piece *piece = &g_array_index(pieces, struct bp_piece, i);
        glong at = before + (glong)i + 1 - (glong)first;
        bool inside = at > 0 && (at < after || *next != '\0');
        if (piece->end == BP_END_NONE && inside && attributes[at].is_line_break)
            piece->end = BP_END_ALLOWED;
    }
    g_string_free(probe, TRUE);
}

/* Settles the separators in front of a word: may a line end there, how wide is the space? */
static void settle_separators(struct walk *walk, const struct bp_word *word, int lead, int run)
{
    struct bp_piece *before = last_piece(walk);
    if (walk->n_separators == 0)
        return;
    if (lead != INT_MIN && before->space) {
        before->shape = bp_shape_space(walk->text, walk->source->looks[run], walk->guess, lead);
        before->width = bp_shape_width(before->shape, walk->source->runs[run].size);
    }
    if (walk->tab)
        break_at_tabs(walk, word->text);
    else if (bp_break_at_space(walk->text, walk->last ? walk->last->last : BP_CLASS_START,
                               walk->last ? walk->last->text : "", word->first, word->text))
        before->end = BP_END_ALLOWED;
}

/* False when a word says that this is not the way, or not the script. */
static bool add_script(struct walk *walk, const struct bp_word *word)
{
    if (word->script == G_UNICODE_SCRIPT_INVALID_CODE)
        return false;
    if (word->script == G_UNICODE_SCRIPT_COMMON)
        return true;
    if (walk->script == G_UNICODE_SCRIPT_COMMON)
        walk->script = word->script;
    return walk->script == word->script && walk->script == walk->guess;
}

static void add_parts(struct walk *walk, const struct bp_word *word, int run, enum bp_piece_end end)
{
    double size = walk->source->runs[run].size;
    for (int i = 0; i < word->n_parts; i++)
        bp_piece_add(walk->text, word->parts[i].shape, run, size,
                     i < word->n_parts - 1 ? word->parts[i].ends : end);
}

/*
 * Adds a segment of a word that runs over several looks. Its own breaks must be those that the
 * whole word has there; `part` goes through the whole word's.
 */
static bool add_joint_part(struct walk *walk, const struct bp_word *whole, int *part, int start,
                           const struct bp_word *word, int run)
{
    enum bp_piece_end end = BP_END_NONE;
    int until = start + word->length;
    for (int i = 0; i < word->n_parts - 1; i++, ++*part)
        if (whole->parts[*part].end != start + word->parts[i].end)
            return false;
    if (whole->parts[*part].end < until)
        return false;
    if (whole->parts[*part].end == until)
        end = whole->parts[(*part)++].ends;
    add_parts(walk, word, run, end);
    return true;
}

static bool add_joint(struct walk *walk, unsigned flags)
{
    GString *joined = walk->text->scratch;
    g_string_truncate(joined, 0);
    for (int i = 0; i < walk->n_segments; i++)
        g_string_append_len(joined, walk->segments[i].text, walk->segments[i].length);
    const struct segment all = {walk->segments[0].run, joined->str, (int)joined->len};
    const struct bp_word *whole = find_word(walk, &all, JOINT);
    if (whole->script == G_UNICODE_SCRIPT_INVALID_CODE)
        return false;
    int part = 0;
    int start = 0;
    for (int i = 0; i < walk->n_segments; i++) {
        const struct segment *segment = &walk->segments[i];
        unsigned first = i == 0 ? flags & SPACE_BEFORE : 0;
        unsigned last = i == walk->n_segments - 1 ? flags & SPACE_AFTER : 0;
        const struct bp_word *word = find_word(walk, segment, first | last);
        if (!add_script(walk, word))
            return false;
        if (i == 0)
            settle_separators(walk, whole, word->lead, segment->run);
        if (!add_joint_part(walk, whole, &part, start, word, segment->run))
            return false;
        start += word->length;
    }
    walk->last = whole;
    return true;
}

/* Ends the word that was gathered; a space of its own run may follow. */
static bool end_word(struct walk *walk, bool space_after)
{
    if (walk->n_segments == 0)
        return true;
    const struct segment *first = &walk->segments[0];
    const struct bp_piece *before = last_piece(walk);
    unsigned flags = space_after ? SPACE_AFTER : 0;
    if (before && before->space && before->run == first->run)
        flags |= SPACE_BEFORE;
    bool fine;
    if (walk->n_segments > 1) {
        fine = add_joint(walk, flags);
    } else {
        const struct bp_word *word = find_word(walk, first, flags);
        fine = add_script(walk, word);
        if (fine) {
            settle_separators(walk, word, word->lead, first->run);
            add_parts(walk, word, first->run, BP_END_NONE);
            walk->last = word;
        }
    }
    walk->n_segments = 0;
    walk->length = 0;
    walk->n_separators = 0;
    walk->tab = false;
    return fine;
}

static void end_line(struct walk *walk)
{
    if (walk->tab)
        break_at_tabs(walk, "");
    walk->last = NULL;
    walk->n_separators = 0;
    walk->tab = false;
}

static void add_separator(struct walk *walk, int run, char c)
{
    if (c == '\n') {
        end_line(walk);
        bp_piece_add_control(walk->text, run, false);
        return;
    }
    if (c == ' ') {
        bp_piece_add(walk->text,
                     bp_shape_space(walk->text, walk->source->looks[run], walk->guess, INT_MIN),
                     run, walk->source->runs[run].size, BP_END_NONE);
        walk->n_separators++;
        return;
    }
    bp_piece_add_control(walk->text, run, true);
    walk->n_separators++;
    walk->tab = true;
}

static bool is_separator(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static bool walk_run(struct walk *walk, int run)
{
    const char *at = walk->source->runs[run].text;
    const char *end = at + walk->source->runs[run].length;
    while (at < end) {
        const char *start = at;
        while (at < end && !is_separator(*at))
            at++;
        if (at > start) {
            int length = (int)MIN(at - start, LONGEST_WORD);
            if (walk->n_segments == (int)G_N_ELEMENTS(walk->segments) ||
                walk->length + length >= LONGEST_WORD)
                return false;
            walk->segments[walk->n_segments++] = (struct segment){run, start, length};
            walk->length += length;
        }
        if (at == end)
            break;
        bool gathered_here = at > start;
        if (!end_word(walk, *at == ' ' && gathered_here))
            return false;
        add_separator(walk, run, *at++);
    }
    return true;
}

static enum verdict walk_all(struct walk *walk)
{
    bool fine = true;
    g_array_set_size(walk->text->pieces, 0);
    for (int i = 0; fine && i < walk->source->n_runs; i++)
        fine = walk_run(walk, i);
    fine = fine && end_word(walk, false);
    if (fine)
        end_line(walk);
    if (fine && walk->script == walk->guess)
        return DONE;
    if (fine && walk->script == G_UNICODE_SCRIPT_COMMON)
        return walk->source->right_to_left ? GENERAL : AGAIN;
    /* The first word with a script of its own tells; a second script is the other way's. */
    bool other = walk->script != G_UNICODE_SCRIPT_COMMON && walk->script != walk->guess;
    return other ? AGAIN : GENERAL;
}

bool bp_words_make(struct bp_text_service *text, const struct bp_source_text *source)
{
    GUnicodeScript guess = G_UNICODE_SCRIPT_LATIN;
    for (int i = 0; i < 2; i++) {
        struct walk walk = {
            .text = text, .source = source, .guess = guess, .script = G_UNICODE_SCRIPT_COMMON};
        enum verdict verdict = walk_all(&walk);
        bool done = verdict == DONE || (guess == G_UNICODE_SCRIPT_COMMON && verdict == AGAIN &&
                                        walk.script == G_UNICODE_SCRIPT_COMMON);
        if (done)
            return true;
        if (verdict == GENERAL)
            return false;
        guess = walk.script;
    }
    return false;
}
