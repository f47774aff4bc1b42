/* SPDX-License-Identifier: MIT */
/*
 * Markdown becomes model/prose.h: CommonMark with tables, footnotes, strikethrough and bare web
 * addresses as links; quotes and dashes stay as they were typed. What cannot be printed (HTML, a
 * picture without words, a link to nowhere, a footnote that is missing) is an error at its place in
 * the file.
 */
#ifndef BP_LOAD_PROSE_H
#define BP_LOAD_PROSE_H

#include "load/reader.h"
#include "load/yaml.h"
#include "model/prose.h"

/* Reads a TEXT node; NULL, with a report, when it is empty or wrong. `key` is what messages call
 * it. Links to items are left in reader->prose_links to be checked. */
struct bp_prose *bp_prose_read(struct bp_reader *reader, const struct bp_yaml *node,
                               const char *key);

#endif
