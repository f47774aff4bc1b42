/* SPDX-License-Identifier: MIT */
#include "compose/phrase.h"

#include <string.h>

#include "compose/unbreak.h"

struct piece {
    struct bp_run look;
    GString *words;
    bool verbatim;
};

static bool is_same_look(const struct bp_run *a, const struct bp_run *b)
{
    return a->type == b->type && a->link == b->link && a->note == b->note &&
           a->emphasis == b->emphasis && a->strike == b->strike && a->field == b->field &&
           a->language == b->language;
}

static GString *piece_words(struct bp_phrase *phrase)
{
    if (phrase->pieces->len > 0) {
        struct piece *last = &g_array_index(phrase->pieces, struct piece, phrase->pieces->len - 1);
        if (is_same_look(&last->look, &phrase->look) && last->verbatim == phrase->verbatim)
            return last->words;
    }
    struct piece piece = {phrase->look, g_string_new(NULL), phrase->verbatim};
    g_array_append_val(phrase->pieces, piece);
    return piece.words;
}

void bp_phrase_begin(struct bp_phrase *phrase, struct bp_composer *composer,
                     enum bp_style_key style, struct bp_source source)
{
    *phrase = (struct bp_phrase){.composer = composer};
    phrase->pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
    phrase->look.type = &bp_style(style)->type;
    phrase->look.source = source;
}

void bp_phrase_add(struct bp_phrase *phrase, const char *words)
{
    if (*words == '\0')
        return;
    GString *out = piece_words(phrase);
    for (const char *c = words; *c != '\0'; c++)
        g_string_append_c(out, g_ascii_iscntrl(*c) ? ' ' : *c);
}

void bp_phrase_as(struct bp_phrase *phrase, const struct bp_type *type, const char *words)
{
    const struct bp_type *before = phrase->look.type;
    phrase->look.type = type;
    bp_phrase_add(phrase, words);
    phrase->look.type = before;
}

void bp_phrase_bold(struct bp_phrase *phrase, const char *words)
{
    bp_phrase_as(phrase, bp_type_weight(phrase->composer, phrase->look.type, 700), words);
}

void bp_phrase_italic(struct bp_phrase *phrase, const char *words)
{
    bp_phrase_as(phrase, bp_type_slant(phrase->composer, phrase->look.type, true), words);
}

void bp_phrase_emphasis(struct bp_phrase *phrase, const char *words)
{
    bool before = phrase->look.emphasis;
    phrase->look.emphasis = true;
    bp_phrase_italic(phrase, words);
    phrase->look.emphasis = before;
}

void bp_phrase_grey(struct bp_phrase *phrase, const char *words)
{
    bp_phrase_as(phrase, bp_type_colour(phrase->composer, phrase->look.type, BP_LOOK_GREY), words);
}

void bp_phrase_tab(struct bp_phrase *phrase)
{
    g_string_append_c(piece_words(phrase), '\t');
}

void bp_phrase_break(struct bp_phrase *phrase)
{
    g_string_append_c(piece_words(phrase), '\n');
}

void bp_phrase_field(struct bp_phrase *phrase, enum bp_field field)
{
    phrase->look.field = field;
    piece_words(phrase);
    phrase->look.field = BP_FIELD_NONE;
}

void bp_phrase_note(struct bp_phrase *phrase, struct bp_block *note, const char *number)
{
    struct bp_run before = phrase->look;
    phrase->look.type = bp_type_raise(phrase->composer, before.type, 9, 3.5);
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
            bp_unbreak(piece->words);
        runs[i] = piece->look;
        runs[i].text = bp_arena_string(arena, piece->words->str, piece->words->len);
        runs[i].length = (int)piece->words->len;
        g_string_free(piece->words, TRUE);
    }
    g_array_free(phrase->pieces, TRUE);
    phrase->pieces = NULL;
    return (struct bp_text){runs, n_runs};
}

struct bp_block *bp_block_at(struct bp_composer *composer, struct bp_block *parent,
                             enum bp_block_kind kind, enum bp_style_key style,
                             struct bp_source source)
{
    struct bp_block *block = bp_block_new(composer->arena, parent, kind, bp_style(style));
    block->source = source;
    return block;
}

struct bp_block *bp_phrase_paragraph(struct bp_phrase *phrase, struct bp_block *parent,
                                     enum bp_style_key style)
{
    struct bp_block *block =
        bp_block_at(phrase->composer, parent, BP_BLOCK_PARAGRAPH, style, phrase->look.source);
    block->text = bp_phrase_end(phrase);
    return block;
}

struct bp_text bp_phrase_plain(struct bp_composer *composer, enum bp_style_key style,
                               const char *words, struct bp_source source)
{
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, style, source);
    bp_phrase_add(&phrase, words);
    return bp_phrase_end(&phrase);
}

struct bp_block *bp_paragraph_plain(struct bp_composer *composer, struct bp_block *parent,
                                    enum bp_style_key style, const char *words,
                                    struct bp_source source)
{
    struct bp_block *block = bp_block_at(composer, parent, BP_BLOCK_PARAGRAPH, style, source);
    block->text = bp_phrase_plain(composer, style, words, source);
    return block;
}
