/* SPDX-License-Identifier: MIT */
/* HTML in a text, which is never printed. */
#ifndef BP_LOAD_HTML_H
#define BP_LOAD_HTML_H

#include "load/reader.h"

/* Reports `tag`, which may have more behind it, with what to write instead. */
void bp_html_report(struct bp_reader *reader, const struct bp_source *at, const char *tag);

#endif
