/* SPDX-License-Identifier: MIT */
#include "compose/phrase.h"

#include <string.h>

#include "compose/mention.h"
#include "compose/unbreak.h"

enum { OVERHEAD = 16 }; /* what words cost beside their bytes, more or less */

struct piece {
    struct bp_run look;
    GString *words;
    int n_characters;
    struct bp_origin *last; /* of its places; NULL: the look's own */
    bool verbatim;
};

static bool is_same_look(const struct bp_run *a, const struct bp_run *b)
{
    return a->type == b->type && a->link == b->link && a->note == b->note &&
           a->emphasis == b->emphasis && a->strike == b->strike && a->field == b->field &&
           a->language == b->language;
}

static struct piece *last_piece(struct bp_phrase *phrase)
{
    return &g_array_index(phrase->pieces, struct piece, phrase->pieces->len - 1);
}

/* The piece that goes on in the phrase's look. */
static struct piece *open_piece(struct bp_phrase *phrase)
{
    if (phrase->pieces->len > 0 && is_same_look(&last_piece(phrase)->look, &phrase->look) &&
        last_piece(phrase)->verbatim == phrase->verbatim)
        return last_piece(phrase);
    struct piece piece = {
        .look = phrase->look, .words = g_string_new(NULL), .verbatim = phrase->verbatim};
    g_array_append_val(phrase->pieces, piece);
    return last_piece(phrase);
}

/* A capital for the first letter, where one is asked for; the bytes that it stands for. */
static size_t append_capital(struct bp_phrase *phrase, struct piece *piece, const char *words)
{
    if (!phrase->capital)
        return 0;
    phrase->capital = false;
    g_string_append_unichar(piece->words, g_unichar_toupper(g_utf8_get_char(words)));
    return (size_t)(g_utf8_next_char(words) - words);
}

static void append(struct bp_phrase *phrase, const char *words, size_t length)
{
    struct bp_composer *composer = phrase->composer;
    if (length == 0 || composer->n_bytes > BP_MOST_BYTES)
        return;
    composer->n_bytes += length + OVERHEAD;
    struct piece *piece = open_piece(phrase);
    for (size_t i = append_capital(phrase, piece, words); i < length; i++)
        g_string_append_c(piece->words, g_ascii_iscntrl(words[i]) ? ' ' : words[i]);
    piece->n_characters += (int)g_utf8_strlen(words, (gssize)length);
}

static void append_control(struct bp_phrase *phrase, char control)
{
    struct piece *piece = open_piece(phrase);
    g_string_append_c(piece->words, control);
    piece->n_characters++;
}

/* What comes next has its own place. */
static void add_origin(struct bp_phrase *phrase, const struct bp_words *words)
{
    struct piece *piece = open_piece(phrase);
    struct bp_origin origin = {words->source, words->literal, piece->n_characters, NULL};
    if (piece->n_characters == 0) {
        piece->look.source = origin;
        return;
    }
    struct bp_origin *made = bp_arena_copy(phrase->composer->arena, &origin, 1, sizeof origin);
    if (piece->last != NULL)
        piece->last->next = made;
    else
        piece->look.source.next = made;
    piece->last = made;
}

void bp_phrase_begin(struct bp_phrase *phrase, struct bp_composer *composer,
                     const struct bp_style *style, struct bp_source source)
{
    *phrase = (struct bp_phrase){.composer = composer};
    phrase->pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
    phrase->look.type = &style->type;
    phrase->look.source.source = source;
}

struct bp_phrase_mark bp_phrase_mark(const struct bp_phrase *phrase)
{
    struct bp_phrase_mark mark = {.n_pieces = phrase->pieces->len, .capital = phrase->capital};
    if (mark.n_pieces > 0) {
        const struct piece *last = &g_array_index(phrase->pieces, struct piece, mark.n_pieces - 1);
        mark.length = last->words->len;
        mark.n_characters = last->n_characters;
    }
    return mark;
}

/* Places of characters that are no longer there do no harm: the last one before them counts. */
void bp_phrase_return(struct bp_phrase *phrase, struct bp_phrase_mark mark)
{
    for (guint i = mark.n_pieces; i < phrase->pieces->len; i++)
        g_string_free(g_array_index(phrase->pieces, struct piece, i).words, TRUE);
    g_array_set_size(phrase->pieces, mark.n_pieces);
    phrase->capital = mark.capital;
    if (mark.n_pieces == 0)
        return;
    struct piece *last = last_piece(phrase);
    g_string_truncate(last->words, mark.length);
    last->n_characters = mark.n_characters;
}

void bp_phrase_add(struct bp_phrase *phrase, const char *words)
{
    append(phrase, words, strlen(words));
}

static bool has_letter(const char *words)
{
    for (; *words != '\0'; words = g_utf8_next_char(words))
        if (g_unichar_isalpha(g_utf8_get_char(words)))
            return true;
    return false;
}

void bp_phrase_own(struct bp_phrase *phrase, const char *words)
{
    const char *before = phrase->look.language;
    const char *language =
        phrase->language != NULL ? phrase->language : phrase->composer->own_language;
    if (language != NULL && has_letter(words) &&
        !bp_language_is_same(language, phrase->composer->language))
        phrase->look.language = language;
    for (size_t n; *words != '\0'; words += n) {
        n = strcspn(words, "\t\n");
        append(phrase, words, n);
        if (words[n] != '\0')
            append_control(phrase, words[n++]);
    }
    phrase->look.language = before;
}

/* Words with figures of series in them. */
static void add_parts(struct bp_phrase *phrase, const struct bp_prose *part)
{
    for (; part != NULL; part = part->next) {
        const struct bp_words words = {
            .text = part->text, .source = part->source, .literal = part->literal};
        if (part->kind == BP_PROSE_MENTION)
            bp_mention_add(phrase, part->mention);
        else
            bp_phrase_words(phrase, &words);
    }
}

void bp_phrase_words(struct bp_phrase *phrase, const struct bp_words *words)
{
    if (words->text == NULL || *words->text == '\0')
        return;
    if (words->parts != NULL) {
        add_parts(phrase, words->parts);
        return;
    }
    if (words->source.line > 0)
        add_origin(phrase, words);
    bp_phrase_add(phrase, words->text);
}

void bp_phrase_break(struct bp_phrase *phrase)
{
    append_control(phrase, '\n');
}

void bp_phrase_field(struct bp_phrase *phrase, enum bp_field field)
{
    phrase->look.field = field;
    open_piece(phrase);
    phrase->look.field = BP_FIELD_NONE;
}

void bp_phrase_note(struct bp_phrase *phrase, struct bp_block *note, const char *number)
{
    struct bp_run before = phrase->look;
    phrase->look.type = bp_type_dress(phrase->composer, before.type,
                                      phrase->composer->look->keys[BP_STYLE_NOTE_CALL]);
    phrase->look.note = note;
    bp_phrase_add(phrase, number);
    phrase->look = before;
}

struct bp_text bp_phrase_end(struct bp_phrase *phrase)
{
    struct bp_arena *arena = phrase->composer->arena;
    int n_runs = (int)phrase->pieces->len;
    struct bp_run *runs = bp_arena_new(arena, (size_t)n_runs * sizeof *runs);
    for (int i = 0; i < n_runs; i++) {
        struct piece *piece = &g_array_index(phrase->pieces, struct piece, i);
        if (!piece->verbatim)
            bp_unbreak(piece->words, phrase->composer->look->months);
        runs[i] = piece->look;
        runs[i].text = bp_arena_string(arena, piece->words->str, piece->words->len);
        runs[i].length = (int)piece->words->len;
        if (runs[i].link != NULL && runs[i].link[0] == '#')
            g_ptr_array_add(phrase->composer->links, &runs[i]);
        g_string_free(piece->words, TRUE);
    }
    g_array_free(phrase->pieces, TRUE);
    phrase->pieces = NULL;
    return (struct bp_text){runs, n_runs};
}

const char *bp_phrase_end_string(struct bp_phrase *phrase)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < phrase->pieces->len; i++) {
        struct piece *piece = &g_array_index(phrase->pieces, struct piece, i);
        g_string_append_len(words, piece->words->str, (gssize)piece->words->len);
    }
    const char *string =
        words->len ? bp_arena_string(phrase->composer->arena, words->str, words->len) : "";
    struct bp_phrase_mark none = {0};
    bp_phrase_return(phrase, none);
    g_array_free(phrase->pieces, TRUE);
    phrase->pieces = NULL;
    g_string_free(words, TRUE);
    return string;
}

struct bp_block *bp_block_at(struct bp_composer *composer, struct bp_block *parent,
                             enum bp_block_kind kind, const struct bp_style *style,
                             struct bp_source source)
{
    struct bp_block *block = bp_block_new(composer->arena, parent, kind, style);
    composer->n_blocks++;
    block->source = source;
    block->label_place = style->label_place;
    return block;
}

struct bp_block *bp_phrase_paragraph(struct bp_phrase *phrase, struct bp_block *parent,
                                     const struct bp_style *style)
{
    struct bp_block *block = bp_block_at(phrase->composer, parent, BP_BLOCK_PARAGRAPH, style,
                                         phrase->look.source.source);
    block->text = bp_phrase_end(phrase);
    return block;
}

struct bp_text bp_phrase_plain(struct bp_composer *composer, const struct bp_style *style,
                               const char *words, struct bp_source source)
{
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, style, source);
    bp_phrase_add(&phrase, words);
    return bp_phrase_end(&phrase);
}
