/* SPDX-License-Identifier: MIT */
/*
 * Prose as blocks. Markdown's headings become the levels below the one around them, none skipped;
 * where no heading may stand (in a panel, a list, a cell) they become bold paragraphs.
 */
#ifndef BP_COMPOSE_PROSE_H
#define BP_COMPOSE_PROSE_H

#include "compose/phrase.h"

/* Where prose is set. */
struct bp_prose_setting {
    const struct bp_look_style *text; /* of paragraphs; tells the other styles */
    int level;                        /* of the heading above; 0: no headings here */
    struct bp_phrase *lead;           /* begun, goes in front of the first paragraph; NULL: none */
};

/* Appends the blocks of `prose` (a ROOT; NULL: nothing but the lead) to `parent`. Ends the lead. */
void bp_prose_compose(struct bp_composer *composer, struct bp_block *parent,
                      const struct bp_prose *prose, const struct bp_prose_setting *setting);

/* Adds the children of `prose` to the phrase, in its look. */
void bp_prose_phrase(struct bp_phrase *phrase, const struct bp_prose *prose);

/* Whether the prose is one paragraph and nothing else, or there is none. */
bool bp_prose_is_line(const struct bp_prose *prose);

/* The words alone, in the arena: for bookmarks. */
const char *bp_prose_words(struct bp_composer *composer, const struct bp_prose *prose);

/* The NOTE of a footnote: inline.c calls it when a note is called first. */
struct bp_block *bp_note_compose(struct bp_composer *composer, const struct bp_prose *note);

#endif
