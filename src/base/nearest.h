/* SPDX-License-Identifier: MIT */
/* The word that somebody probably meant. */
#ifndef BP_BASE_NEAREST_H
#define BP_BASE_NEAREST_H

/* The first of `words` (ending with NULL) that differs least from `word`, in few enough letters to
 * be a slip; case, "_" and "-" do not count. NULL when nothing is near. */
const char *bp_nearest(const char *word, const char *const *words);

#endif
