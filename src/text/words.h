/* SPDX-License-Identifier: MIT */
/*
 * The fast way to a paragraph's pieces: word by word, from the cache. It takes text of one
 * direction, left to right, and of one script among Latin, Greek and Cyrillic, that the run's own
 * face covers.
 */
#ifndef BP_TEXT_WORDS_H
#define BP_TEXT_WORDS_H

#include "text/look.h"
#include "text/paragraph.h"

/* The runs of a paragraph with their looks. */
struct bp_source_text {
    const struct bp_text_run *runs;
    struct bp_look **looks; /* beside runs */
    int n_runs;
    bool right_to_left; /* asked */
};

/* Sets text->pieces. False, and no report, when the text needs the general way. */
bool bp_words_make(struct bp_text_service *text, const struct bp_source_text *source);

/* Appends a piece; one that shows nothing only hands its end to the piece before. */
void bp_piece_add(struct bp_text_service *text, const struct bp_shape *shape, int run, double size,
                  enum bp_piece_end end);

/* Appends the piece of a '\t' or of a '\n'. */
void bp_piece_add_control(struct bp_text_service *text, int run, bool tab);

/* The script of characters that the fast way takes (COMMON: of any), else INVALID_CODE. */
GUnicodeScript bp_words_script(const char *string, int length);

#endif
