/* SPDX-License-Identifier: MIT */
/*
 * What a layout's paths lead to, known before there is any data: each value has a kind (words, a
 * day, a list of people), and each filter takes some kinds and gives another. A path that leads
 * nowhere is reported here, with what was probably meant.
 */
#ifndef BP_LOAD_TYPING_H
#define BP_LOAD_TYPING_H

#include "load/draft.h"
#include "model/value.h"

/* What is known of a value. */
struct bp_typing {
    enum bp_value_kind kind; /* NOTHING: a fault was reported */
    const struct bp_record_type *record;
    const char *const *choices;
    bool list;
};

/* A name that a layout gives to a value: that of "as", innermost first. */
struct bp_typing_scope {
    const struct bp_typing_scope *outer;
    const char *name;
    struct bp_typing typing;
};

/* The filters that every layout has, beside the names of its formats; ends with NULL. */
const char *const *bp_typing_filters(void);

/* What the path leads to, its filters followed; reports what is wrong with it. */
struct bp_typing bp_typing_of(struct bp_draft *draft, const struct bp_path *path,
                              const struct bp_typing_scope *scope);

/* Reports a value that can't be printed: a record, a choice without its wording. */
void bp_typing_check_printable(struct bp_draft *draft, const struct bp_path *path,
                               struct bp_typing typing);

/* Reports a comparison that makes no sense. */
void bp_typing_check_test(struct bp_draft *draft, const struct bp_test *test,
                          const struct bp_typing_scope *scope);

#endif
