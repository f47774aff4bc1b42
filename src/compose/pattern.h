/* SPDX-License-Identifier: MIT */
/* Words of the look with values of the data in them, added to a phrase. */
#ifndef BP_COMPOSE_PATTERN_H
#define BP_COMPOSE_PATTERN_H

#include "compose/phrase.h"
#include "compose/scope.h"

/* Adds what comes of the pattern; false when that is nothing, and the phrase is as it was. */
bool bp_pattern_add(struct bp_phrase *phrase, const struct bp_pattern *pattern,
                    const struct bp_binding *scope);

/* The words alone, in the arena; "" for nothing and for NULL. */
const char *bp_pattern_string(struct bp_composer *composer, const struct bp_binding *scope,
                              const struct bp_pattern *pattern);
const char *bp_path_string(struct bp_composer *composer, const struct bp_binding *scope,
                           const struct bp_path *path);

/* The Markdown text that the pattern leads to; NULL: none. */
const struct bp_prose *bp_pattern_prose(struct bp_composer *composer,
                                        const struct bp_binding *scope,
                                        const struct bp_pattern *pattern);

/* What stands for a picture in Markdown, whose words are `alt`. */
void bp_pattern_picture(struct bp_phrase *phrase, const struct bp_words *alt);

/* What is added next leads to `target`. */
void bp_phrase_link(struct bp_phrase *phrase, const char *target);

#endif
