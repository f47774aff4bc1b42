/* SPDX-License-Identifier: MIT */
/*
 * Hyphenation: soft hyphens are put into words where they may be parted (libhyphen, by Liang's
 * patterns: F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983). The dictionaries are those of
 * fonts/hyphenation.list, opened when a text first asks for its language.
 */
#ifndef BP_TEXT_HYPHEN_H
#define BP_TEXT_HYPHEN_H

#include "text/paragraph.h"

/* One line of the list. */
struct bp_hyphen_file {
    const char *package;
    const char *languages; /* "en-GB,en" */
    const char *sha256;
    const char *path;
};

struct bp_hyphens {
    struct bp_hyphen_file *files;
    void **dictionaries; /* of libhyphen, beside files; NULL: not yet opened */
    int n;
};

/* Reads the list; false and a report at a line that is not of its form. Lives in `arena`. */
bool bp_hyphens_init(struct bp_hyphens *hyphens, const char *list, struct bp_arena *arena,
                     struct bp_report *report);
void bp_hyphens_finish(struct bp_hyphens *hyphens);

/* The index of the file that names `language`; -1: none. */
int bp_hyphens_find(const struct bp_hyphens *hyphens, const char *language);

/*
 * Puts soft hyphens into the texts of `runs`, which are replaced by ones in `arena`. Parted are
 * words of five small letters or more, at least two before the hyphen and three after it; not
 * names, which begin with a capital, nor what has digits or signs in it (addresses), nor what its
 * author parted, nor a ligature, nor the last word of all. False, and a failure of the system, when
 * the dictionary of a language is missing.
 */
bool bp_text_hyphenate(struct bp_text_service *text, struct bp_text_run *runs, int n_runs,
                       struct bp_arena *arena);

#endif
