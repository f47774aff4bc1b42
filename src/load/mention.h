/* SPDX-License-Identifier: MIT */
/*
 * Figures of metric series in texts: "${burglary latest}" in words and in Markdown, and links such
 * as [5.2%](series:burglary.change) in Markdown. They become model/mention.h; whether there is such
 * a series is asked when all of them are known (metric/mention.h). "$${" stands for "${" itself.
 */
#ifndef BP_LOAD_MENTION_H
#define BP_LOAD_MENTION_H

#include "load/reader.h"

/* The words, with their parts where series are mentioned and reader->mentions takes them. */
struct bp_words bp_mention_words(struct bp_reader *reader, struct bp_words words);

/* Finds the mentions in Markdown below `root`; NULL is allowed. */
void bp_mention_prose(struct bp_reader *reader, struct bp_prose *root);

#endif
