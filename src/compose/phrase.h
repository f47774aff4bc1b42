/* SPDX-License-Identifier: MIT */
/*
 * A phrase: the text of one block under way. Words are added in the phrase's look, and neighbours
 * of one look become one run. Control characters in words become spaces; tabs and line breaks are
 * only what is asked for. Every phrase that is begun must be ended.
 */
#ifndef BP_COMPOSE_PHRASE_H
#define BP_COMPOSE_PHRASE_H

#include "compose/composer.h"
#include "compose/wording.h"

struct bp_phrase {
    struct bp_composer *composer;
    GArray *pieces;     /* struct piece of phrase.c */
    struct bp_run look; /* of the words that are added next; without text */
    bool verbatim;      /* code: nothing is bound */
};

void bp_phrase_begin(struct bp_phrase *phrase, struct bp_composer *composer,
                     enum bp_style_key style, struct bp_source source);

/* The program's own words. */
void bp_phrase_add(struct bp_phrase *phrase, const char *words);

/* Words of the file, which keep their place; nothing when they were left out. */
void bp_phrase_words(struct bp_phrase *phrase, const struct bp_words *words);

/* A pattern with `first` for "{1}" and `second` for "{2}"; either may be NULL where unused. */
void bp_phrase_fill(struct bp_phrase *phrase, enum bp_word word, const struct bp_words *first,
                    const struct bp_words *second);

/* "A, B and C". */
void bp_phrase_join(struct bp_phrase *phrase, const struct bp_words *list, int n_words);

/* Own words in a look of their own; emphasised ones are a Span in the tags. */
void bp_phrase_bold(struct bp_phrase *phrase, const char *words);
void bp_phrase_emphasis(struct bp_phrase *phrase, const char *words);
void bp_phrase_as(struct bp_phrase *phrase, const struct bp_type *type, const char *words);

void bp_phrase_tab(struct bp_phrase *phrase);
void bp_phrase_break(struct bp_phrase *phrase);
void bp_phrase_field(struct bp_phrase *phrase, enum bp_field field);

/* The raised number that calls `note` (NULL: a note that was called before). */
void bp_phrase_note(struct bp_phrase *phrase, struct bp_block *note, const char *number);

/* The text, with what must stay on one line bound (bp_unbreak()), in the arena. */
struct bp_text bp_phrase_end(struct bp_phrase *phrase);

/* Ends the phrase as a new PARAGRAPH. */
struct bp_block *bp_phrase_paragraph(struct bp_phrase *phrase, struct bp_block *parent,
                                     enum bp_style_key style);

/* Own words, and words of the file, as a text and as a new PARAGRAPH. */
struct bp_text bp_phrase_plain(struct bp_composer *composer, enum bp_style_key style,
                               const char *words, struct bp_source source);
struct bp_block *bp_paragraph_plain(struct bp_composer *composer, struct bp_block *parent,
                                    enum bp_style_key style, const char *words,
                                    struct bp_source source);
struct bp_text bp_words_text(struct bp_composer *composer, enum bp_style_key style,
                             const struct bp_words *words);
struct bp_block *bp_words_paragraph(struct bp_composer *composer, struct bp_block *parent,
                                    enum bp_style_key style, const struct bp_words *words);

/* A new block of `kind` with its source. */
struct bp_block *bp_block_at(struct bp_composer *composer, struct bp_block *parent,
                             enum bp_block_kind kind, enum bp_style_key style,
                             struct bp_source source);

#endif
