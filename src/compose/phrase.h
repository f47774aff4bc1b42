/* SPDX-License-Identifier: MIT */
/*
 * A phrase: the text of one block under way. Words are added in the phrase's look, and neighbours
 * of one look become one run. Control characters in words of the file become spaces; a look may ask
 * for tabs and line breaks. Every phrase that is begun must be ended.
 */
#ifndef BP_COMPOSE_PHRASE_H
#define BP_COMPOSE_PHRASE_H

#include "compose/composer.h"

struct bp_phrase {
    struct bp_composer *composer;
    GArray *pieces;       /* struct piece of phrase.c */
    struct bp_run look;   /* of the words that are added next; without text */
    bool verbatim;        /* code: nothing is bound */
    bool capital;         /* the next letter is a capital one */
    const char *language; /* of the look's own words; NULL: the look's */
};

/* A place in a phrase to go back to. */
struct bp_phrase_mark {
    guint n_pieces;
    gsize length; /* of the last piece */
    int n_characters;
    bool capital;
};

void bp_phrase_begin(struct bp_phrase *phrase, struct bp_composer *composer,
                     const struct bp_style *style, struct bp_source source);

/* The phrase as it is; and as it was, what has been added since forgotten. */
struct bp_phrase_mark bp_phrase_mark(const struct bp_phrase *phrase);
void bp_phrase_return(struct bp_phrase *phrase, struct bp_phrase_mark mark);

/* Words of the program's or the look's own; the latter say so when they are of another language
 * than the document. */
void bp_phrase_add(struct bp_phrase *phrase, const char *words);
void bp_phrase_own(struct bp_phrase *phrase, const char *words);

/* Words of the file, which keep their place; nothing when they were left out. */
void bp_phrase_words(struct bp_phrase *phrase, const struct bp_words *words);

void bp_phrase_break(struct bp_phrase *phrase);
void bp_phrase_field(struct bp_phrase *phrase, enum bp_field field);

/* The raised number that calls `note` (NULL: a note that was called before). */
void bp_phrase_note(struct bp_phrase *phrase, struct bp_block *note, const char *number);

/* The text, with what must stay on one line bound (bp_unbreak()), in the arena. */
struct bp_text bp_phrase_end(struct bp_phrase *phrase);

/* The words alone, nothing bound, in the arena. */
const char *bp_phrase_end_string(struct bp_phrase *phrase);

/* Ends the phrase as a new PARAGRAPH. */
struct bp_block *bp_phrase_paragraph(struct bp_phrase *phrase, struct bp_block *parent,
                                     const struct bp_style *style);

/* Own words as a text. */
struct bp_text bp_phrase_plain(struct bp_composer *composer, const struct bp_style *style,
                               const char *words, struct bp_source source);

/* A new block of `kind` with its source. */
struct bp_block *bp_block_at(struct bp_composer *composer, struct bp_block *parent,
                             enum bp_block_kind kind, const struct bp_style *style,
                             struct bp_source source);

#endif
