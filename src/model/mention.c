/* SPDX-License-Identifier: MIT */
/* A mention's table for model/value.h. */
#include "model/mention.h"

#include <stddef.h>

#include "model/value.h"

#define WORDS(name, field)                                                                         \
    {                                                                                              \
        name, BP_VALUE_WORDS, .offset = offsetof(struct bp_mention, field), .string = true         \
    }
#define CHOICE(name, field, words)                                                                 \
    {                                                                                              \
        name, BP_VALUE_CHOICE, .offset = offsetof(struct bp_mention, field), .choices = words,     \
                               .none = -1                                                          \
    }

static const char *const whats[] = {"latest",  "value",   "total", "target",
                                    "rolling", "to-date", NULL};
static const char *const bases[] = {NULL, "last-year", "previous", "baseline", "period", NULL};
static const char *const directions[] = {NULL, "increased", "decreased", "unchanged", NULL};
static const char *const units[] = {"count", "percent", "rate", "ratio", "money", "duration", NULL};

static const struct bp_datum mention_data[] = {
    CHOICE("what", what, whats),
    CHOICE("basis", basis, bases),
    CHOICE("unit", unit, units),
    CHOICE("direction", direction, directions),
    {"insisted", BP_VALUE_NUMBER, .offset = offsetof(struct bp_mention, insisted)},
    {"provisional", BP_VALUE_NUMBER, .offset = offsetof(struct bp_mention, provisional)},
    WORDS("title", title),
    WORDS("value", value),
    WORDS("at", at),
    WORDS("since", since),
    WORDS("percent", percent),
    WORDS("difference", difference),
    WORDS("noun", noun),
    WORDS("from", from),
    WORDS("from-at", from_at),
};
const struct bp_record_type bp_mention_record = {
    .noun = "what a text says of a series",
    .data = mention_data,
    .n_data = (int)(sizeof mention_data / sizeof *mention_data),
    .source = offsetof(struct bp_mention, source)};
