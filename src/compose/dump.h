/* SPDX-License-Identifier: MIT */
/* The document tree as text, for `boardpack dump --stage=document`. */
#ifndef BP_COMPOSE_DUMP_H
#define BP_COMPOSE_DUMP_H

#include "base/dump.h"
#include "compose/document.h"

void bp_document_dump(const struct bp_document *document, struct bp_dump *dump);

#endif
