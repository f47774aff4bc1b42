/* SPDX-License-Identifier: MIT */
#include "compose/phrase.h"

#include <string.h>

#include "compose/unbreak.h"

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

static void append(struct bp_phrase *phrase, const char *words, size_t length)
{
    if (length == 0)
        return;
    struct piece *piece = open_piece(phrase);
    for (size_t i = 0; i < length; i++)
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
                     enum bp_style_key style, struct bp_source source)
{
    *phrase = (struct bp_phrase){.composer = composer};
    phrase->pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
    phrase->look.type = &bp_style(style)->type;
    phrase->look.source.source = source;
}

void bp_phrase_add(struct bp_phrase *phrase, const char *words)
{
    append(phrase, words, strlen(words));
}

void bp_phrase_words(struct bp_phrase *phrase, const struct bp_words *words)
{
    if (words->text == NULL || *words->text == '\0')
        return;
    if (words->source.line > 0)
        add_origin(phrase, words);
    bp_phrase_add(phrase, words->text);
}

void bp_phrase_fill(struct bp_phrase *phrase, enum bp_word word, const struct bp_words *first,
                    const struct bp_words *second)
{
    const char *pattern = bp_wording(word);
    for (const char *slot; (slot = bp_wording_slot(pattern)) != NULL; pattern = slot + 3) {
        append(phrase, pattern, (size_t)(slot - pattern));
        bp_phrase_words(phrase, slot[1] == '1' ? first : second);
    }
    bp_phrase_add(phrase, pattern);
}

void bp_phrase_join(struct bp_phrase *phrase, const struct bp_words *list, int n_words)
{
    for (int i = 0; i < n_words; i++) {
        if (i > 0)
            bp_phrase_add(phrase, i == n_words - 1 ? bp_wording(BP_WORD_AND) : ", ");
        bp_phrase_words(phrase, &list[i]);
    }
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

void bp_phrase_emphasis(struct bp_phrase *phrase, const char *words)
{
    bool before = phrase->look.emphasis;
    phrase->look.emphasis = true;
    bp_phrase_as(phrase, bp_type_slant(phrase->composer, phrase->look.type, true), words);
    phrase->look.emphasis = before;
}

void bp_phrase_tab(struct bp_phrase *phrase)
{
    append_control(phrase, '\t');
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
    struct bp_block *block = bp_block_at(phrase->composer, parent, BP_BLOCK_PARAGRAPH, style,
                                         phrase->look.source.source);
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

struct bp_text bp_words_text(struct bp_composer *composer, enum bp_style_key style,
                             const struct bp_words *words)
{
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, style, words->source);
    bp_phrase_words(&phrase, words);
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

struct bp_block *bp_words_paragraph(struct bp_composer *composer, struct bp_block *parent,
                                    enum bp_style_key style, const struct bp_words *words)
{
    struct bp_block *block =
        bp_block_at(composer, parent, BP_BLOCK_PARAGRAPH, style, words->source);
    block->text = bp_words_text(composer, style, words);
    return block;
}
