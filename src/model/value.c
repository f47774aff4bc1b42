/* SPDX-License-Identifier: MIT */
#include "model/value.h"

#include <stddef.h>
#include <string.h>

/* What only layout knows: datum->none is the bp_field of compose/document.h. */
static struct bp_value page_field(const void *record, const struct bp_datum *datum)
{
    (void)record;
    return (struct bp_value){.kind = BP_VALUE_FIELD, .number = datum->none};
}

static const struct bp_datum root_data[] = {
    {"meeting", BP_VALUE_RECORD, .offset = offsetof(struct bp_root, meeting), &bp_meeting_record,
     .pointer = true},
    {"report", BP_VALUE_RECORD, .offset = offsetof(struct bp_root, report), &bp_narrative_record,
     .pointer = true},
    {"register", BP_VALUE_RECORD, .offset = offsetof(struct bp_root, log), &bp_register_record,
     .pointer = true},
    {"metrics", BP_VALUE_RECORD, .offset = offsetof(struct bp_root, metrics), &bp_metrics_record,
     .pointer = true},
    {"charts", BP_VALUE_RECORD, .offset = offsetof(struct bp_root, charts), &bp_chart_record,
     .pointer = true, .count = offsetof(struct bp_root, n_charts),
     .stride = sizeof(struct bp_chart *)},
    {"page", BP_VALUE_FIELD, .none = 1, .get = page_field},
    {"pages", BP_VALUE_FIELD, .none = 2, .get = page_field},
    {"section", BP_VALUE_FIELD, .none = 3, .get = page_field},
};
const struct bp_record_type bp_root_type = {
    .noun = "the data", root_data, (int)(sizeof root_data / sizeof *root_data)};

struct bp_root bp_root_of(const struct bp_data *data)
{
    return (struct bp_root){.meeting = data->meeting,
                            .report = data->narrative,
                            .metrics = data->metrics,
                            .charts = data->charts,
                            .n_charts = data->n_charts};
}

const struct bp_datum *bp_record_find(const struct bp_record_type *type, const char *name)
{
    for (int i = 0; i < type->n_data; i++)
        if (strcmp(type->data[i].name, name) == 0)
            return &type->data[i];
    return NULL;
}

static const void *member(const void *record, size_t offset)
{
    return (const char *)record + offset;
}

static struct bp_value list_value(const void *record, const struct bp_datum *datum)
{
    const void *const *entries = member(record, datum->offset);
    const int *n = member(record, datum->count);
    return (struct bp_value){datum->kind,         datum->record,   .list = true,
                             .entries = *entries, .n_entries = *n, .datum = datum};
}

/* A value that lies at `at`. */
static struct bp_value value_at(const void *at, const struct bp_datum *datum)
{
    struct bp_value value = {.kind = datum->kind, .type = datum->record};
    switch (datum->kind) {
    case BP_VALUE_WORDS:
        if (datum->string)
            value.words.text = *(const char *const *)at;
        else
            value.words = *(const struct bp_words *)at;
        break;
    case BP_VALUE_NUMBER:
        value.number = *(const int *)at;
        if (value.number == datum->none)
            value.kind = BP_VALUE_NOTHING;
        break;
    case BP_VALUE_LENGTH:
        value.length = *(const double *)at;
        break;
    case BP_VALUE_CHOICE:
        value.words.text = datum->choices[*(const int *)at];
        break;
    case BP_VALUE_DATE:
        value.date = *(const struct bp_date *)at;
        break;
    case BP_VALUE_TIME:
        value.time = *(const struct bp_time *)at;
        break;
    case BP_VALUE_PROSE:
        value.prose = *(const struct bp_prose *const *)at;
        break;
    default:
        value.record = datum->pointer ? *(const void *const *)at : at;
        break;
    }
    return value;
}

struct bp_value bp_record_value(const void *record, const struct bp_datum *datum)
{
    if (!record || !datum)
        return (struct bp_value){BP_VALUE_NOTHING};
    if (datum->get)
        return datum->get(record, datum);
    if (datum->count > 0)
        return list_value(record, datum);
    return value_at(member(record, datum->offset), datum);
}

bool bp_value_is_empty(const struct bp_value *value)
{
    if (value->list)
        return value->n_entries == 0;
    switch (value->kind) {
    case BP_VALUE_NOTHING:
        return true;
    case BP_VALUE_WORDS:
    case BP_VALUE_CHOICE:
        return !value->words.text || !*value->words.text;
    case BP_VALUE_DATE:
        return value->date.year == 0;
    case BP_VALUE_TIME:
        return value->time.hour < 0;
    case BP_VALUE_PROSE:
        return !value->prose || !value->prose->first;
    case BP_VALUE_RECORD:
        return !value->record;
    default:
        return false;
    }
}

int bp_value_count(const struct bp_value *value)
{
    if (value->list)
        return value->n_entries;
    return bp_value_is_empty(value) ? 0 : 1;
}

struct bp_source bp_value_source(const struct bp_value *value)
{
    const struct bp_source nowhere = {NULL, 0, 0};
    if (value->list || bp_value_is_empty(value))
        return nowhere;
    if (value->kind == BP_VALUE_WORDS)
        return value->words.source;
    if (value->kind == BP_VALUE_PROSE)
        return value->prose->source;
    if (value->kind == BP_VALUE_RECORD && value->type->source > 0)
        return *(const struct bp_source *)member(value->record, value->type->source);
    return nowhere;
}

/* The entries of a `get` list lie `offset` into each; those of a plain list at its start. */
struct bp_value bp_value_entry(const struct bp_value *value, int index)
{
    if (!value->list)
        return *value;
    const struct bp_datum *datum = value->datum;
    size_t offset = datum->get ? datum->offset : 0;
    const void *at = member(value->entries, (size_t)index * datum->stride + offset);
    return value_at(at, datum);
}
