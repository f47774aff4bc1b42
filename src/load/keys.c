/* SPDX-License-Identifier: MIT */
#include "load/keys.h"

#include <glib.h>
#include <string.h>

struct part {
    const char *noun;
    const char *keys[48];
};

/* In this order a key that is out of place is looked for: the part that it most likely means. */
static const struct part parts[BP_N_PARTS] = {
    [BP_PART_FILE] = {"the top level",
                      {"meeting", "attendees", "apologies", "absent", "items", "register", "public",
                       "closing", "signature", "metrics"}},
    [BP_PART_MEETING] = {"“meeting:”",
                         {"title",  "date",   "organisation", "kind",      "language", "start",
                          "close",  "venue",  "held",         "status",    "approved", "chair",
                          "clerk",  "quorum", "next",         "numbering", "version",  "issued",
                          "layout", "house",  "edition",      "contact"}},
    [BP_PART_QUORUM] = {"“quorum:”", {"needed", "present"}},
    [BP_PART_NEXT] = {"“next:”", {"title", "date", "time", "venue", "text"}},
    [BP_PART_GROUP] = {"a group of people", {"organisation", "capacity", "people"}},
    [BP_PART_PERSON] = {"a person",
                        {"name", "role", "abbreviation", "initials", "attended", "capacity", "from",
                         "until", "note"}},
    [BP_PART_ITEM] = {"an item",
                      {"title", "number", "time", "purpose", "lead", "taken", "papers", "closed",
                       "minutes", "approvals", "declarations", "updates", "motions", "decisions",
                       "actions", "sections", "items"}},
    [BP_PART_SECTION] = {"a section",
                         {"title", "time", "purpose", "lead", "taken", "papers", "closed",
                          "minutes", "approvals", "declarations", "updates", "motions", "decisions",
                          "actions", "sections", "items"}},
    [BP_PART_PAPER] = {"a paper", {"title", "file", "url"}},
    [BP_PART_CLOSED] = {"“closed:”", {"paragraph", "act", "reason", "from", "until"}},
    [BP_PART_APPROVAL] = {"an approval", {"approval", "date", "title", "corrections"}},
    [BP_PART_DECLARATION] = {"a declaration", {"declaration", "person", "item", "interest", "did"}},
    [BP_PART_UPDATE] = {"an update", {"action", "id", "update"}},
    [BP_PART_MOTION] = {"a motion",
                        {"motion", "proposer", "seconder", "amendments", "votes", "result",
                         "resolved"}},
    [BP_PART_AMENDMENT] = {"an amendment",
                           {"motion", "proposer", "seconder", "votes", "result", "resolved"}},
    [BP_PART_VOTES] = {"“votes:”", {"for", "against", "abstained"}},
    [BP_PART_DECISION] = {"a decision", {"decision"}},
    [BP_PART_ACTION] = {"an action",
                        {"owner", "owners", "action", "id", "raised", "due", "status", "completed",
                         "closing", "overview"}},
    [BP_PART_OVERVIEW] = {"“overview:”", {"action", "owner"}},
    [BP_PART_EVENT] = {"an event", {"event", "time"}},
    [BP_PART_TEXT] = {"a text", {"text"}},
    [BP_PART_SIGNATURE] = {"“signature:”", {"name", "role"}},
    [BP_PART_CLOSED_ENTRY] = {"a closed part", {"closed"}},
    [BP_PART_EARLIER] = {"an action of the register",
                         {"owner", "owners", "action", "id", "raised", "meeting", "due", "status",
                          "completed", "closing"}},
    [BP_PART_REPORT_FILE] = {"the top level", {"report", "metrics", "body", "closing"}},
    [BP_PART_REPORT] = {"“report:”",
                        {"title", "date", "organisation", "subtitle", "period", "author", "status",
                         "version", "issued", "language", "layout", "house", "edition", "contact",
                         "summary"}},
    [BP_PART_HEADING] = {"a heading", {"heading"}},
    [BP_PART_PASSAGE] = {"a text", {"text"}},
    [BP_PART_ROOM] = {"a chart's entry", {"chart"}},
    [BP_PART_CHART] = {"“chart:”",
                       {"title",   "subtitle", "description", "finding", "height",  "type",
                        "unit",    "decimals", "order",       "groups",  "stack",   "bars",
                        "steps",   "series",   "from",        "until",   "compare", "target",
                        "profile", "limits",   "shift",       "trend",   "source",  "bands",
                        "scale",   "points",   "per",         "columns", "rows",    "tasks",
                        "as-of",   "risks",    "appetite"}},
    [BP_PART_MEASURES] = {"a group of measures", {"heading", "series"}},
    [BP_PART_BAR] = {"a bar", {"label", "value", "values", "target", "bands"}},
    [BP_PART_MOVE] = {"a waterfall's step", {"label", "value", "total"}},
    [BP_PART_PLACE] = {"a funnel's point", {"label", "numerator", "events", "denominator"}},
    [BP_PART_HEAT_ROW] = {"a heat map's row", {"label", "values"}},
    [BP_PART_TASK] = {"a task", {"label", "start", "end", "date", "done", "group"}},
    [BP_PART_RISK] = {"a risk", {"id", "label", "likelihood", "impact", "was", "appetite"}},
    [BP_PART_WAS] = {"“was:”", {"likelihood", "impact"}},
    [BP_PART_METRICS_FILE] = {"the top level", {"metrics"}},
    [BP_PART_SERIES] = {"a series",
                        {"id",          "title",      "measure", "unit",   "per",     "noun",
                         "symbol",      "decimals",   "period",  "better", "target",  "amber",
                         "baseline",    "small-base", "source",  "events", "rebases", "ghosts",
                         "provisional", "revised",    "profile", "limits", "shift",   "trend",
                         "values",      "csv"}},
    [BP_PART_STEP] = {"a step", {"from", "value"}},
    [BP_PART_BASELINE] = {"“baseline:”", {"from", "until"}},
    [BP_PART_INCIDENT] = {"an event", {"at", "text"}},
    [BP_PART_REBASE] = {"a rebase", {"at", "reason"}},
    [BP_PART_POINT] = {"a value", {"value", "numerator", "denominator", "mark"}},
    [BP_PART_CSV] = {"“csv:”",
                     {"file", "period", "value", "numerator", "denominator", "filter", "labels",
                      "direction", "header-row", "first-row", "last-row", "separator",
                      "period-format", "decimal-comma", "excel-serials", "fractions"}},
};

/* Words of other people's templates. */
static const struct {
    const char *word;
    const char *key;
} other_words[] = {
    {"location", "venue"},
    {"place", "venue"},
    {"where", "venue"},
    {"room", "venue"},
    {"secretary", "clerk"},
    {"minute taker", "clerk"},
    {"taken by", "clerk"},
    {"chairman", "chair"},
    {"chairperson", "chair"},
    {"chairwoman", "chair"},
    {"board", "title"},
    {"committee", "title"},
    {"heading", "title"},
    {"subject", "title"},
    {"body", "organisation"},
    {"authority", "organisation"},
    {"org", "organisation"},
    {"present", "attendees"},
    {"attendance", "attendees"},
    {"members", "people"},
    {"in attendance", "attendees"},
    {"apology", "apologies"},
    {"absence", "absent"},
    {"absentees", "absent"},
    {"agenda", "items"},
    {"sub-items", "items"},
    {"notes", "minutes"},
    {"discussion", "minutes"},
    {"text", "minutes"},
    {"reports", "papers"},
    {"documents", "papers"},
    {"attachments", "papers"},
    {"presenter", "lead"},
    {"who", "owner"},
    {"responsible", "owner"},
    {"assigned", "owner"},
    {"what", "action"},
    {"task", "action"},
    {"text", "action"},
    {"description", "action"},
    {"by", "due"},
    {"when", "due"},
    {"deadline", "due"},
    {"position", "role"},
    {"job", "role"},
    {"title", "role"},
    {"link", "url"},
    {"address", "url"},
    {"path", "file"},
    {"name", "title"},
    {"mover", "proposer"},
    {"moved", "proposer"},
    {"proposed", "proposer"},
    {"seconded", "seconder"},
    {"vote", "votes"},
    {"yes", "for"},
    {"no", "against"},
    {"ayes", "for"},
    {"noes", "against"},
    {"outcome", "result"},
    {"resolution", "resolved"},
    {"member", "person"},
    {"finish", "close"},
    {"end", "close"},
    {"ended", "close"},
    {"begin", "start"},
    {"time", "start"},
    {"next meeting", "next"},
    {"lang", "language"},
    {"type", "kind"},
    {"arrived", "from"},
    {"left", "until"},
    {"section", "sections"},
    {"amendment", "motion"},
    {"text", "motion"},
    {"revision", "version"},
    {"edition", "version"},
    {"published", "issued"},
    {"publication date", "issued"},
    {"issue date", "issued"},
    {"date issued", "issued"},
    {"template", "layout"},
    {"look", "layout"},
    {"style", "house"},
    {"house style", "house"},
    {"brand", "house"},
    {"theme", "house"},
    {"enquiries", "contact"},
    {"queries", "contact"},
    {"email", "contact"},
    {"public access", "public"},
    {"attending", "public"},
    {"joining", "public"},
    {"press and public", "public"},
    {"for", "purpose"},
    {"type", "purpose"},
    {"aim", "purpose"},
    {"action required", "purpose"},
    {"opened", "raised"},
    {"created", "raised"},
    {"date raised", "raised"},
    {"raised on", "raised"},
    {"done", "completed"},
    {"closed", "completed"},
    {"completed on", "completed"},
    {"closed on", "completed"},
    {"date completed", "completed"},
    {"action log", "register"},
    {"action register", "register"},
    {"log", "register"},
    {"outstanding", "register"},
    {"prepared by", "author"},
    {"by", "author"},
    {"writer", "author"},
    {"abstract", "summary"},
    {"introduction", "summary"},
    {"executive summary", "summary"},
    {"sub-title", "subtitle"},
    {"quarter", "period"},
    {"covers", "period"},
    {"sections", "body"},
    {"content", "body"},
    {"contents", "body"},
    {"conclusion", "closing"},
    {"title", "heading"},
    {"section", "heading"},
    {"paragraph", "text"},
    {"words", "text"},
    {"markdown", "text"},
    {"graph", "chart"},
    {"figure", "chart"},
    {"diagram", "chart"},
    {"alt", "description"},
    {"alternative", "description"},
    {"shows", "description"},
    {"caption", "title"},
    {"name", "label"},
    {"title", "label"},
    {"amount", "value"},
    {"number", "value"},
    {"sort", "order"},
    {"kind", "type"},
    {"size", "height"},
    {"name", "id"},
    {"key", "id"},
    {"frequency", "period"},
    {"interval", "period"},
    {"goal", "target"},
    {"threshold", "amber"},
    {"polarity", "better"},
    {"direction", "better"},
    {"good", "better"},
    {"currency", "symbol"},
    {"note", "source"},
    {"notes", "events"},
    {"annotations", "events"},
    {"label", "title"},
    {"description", "measure"},
    {"subtitle", "measure"},
    {"minimum base", "small-base"},
    {"data", "values"},
    {"points", "values"},
    {"series", "values"},
    {"start", "from"},
    {"end", "until"},
    {"to", "until"},
    {"date", "at"},
    {"when", "at"},
    {"why", "reason"},
    {"text", "reason"},
    {"amount", "value"},
    {"base", "denominator"},
    {"path", "file"},
    {"where", "filter"},
    {"date", "period"},
    {"month", "period"},
    {"column", "value"},
    {"header", "header-row"},
    {"skip", "first-row"},
    {"delimiter", "separator"},
    {"date-format", "period-format"},
    {"rows", "labels"},
};

const char *const *bp_keys_of(enum bp_part part)
{
    return parts[part].keys;
}

const char *bp_keys_example(enum bp_part part)
{
    static const char *const examples[BP_N_PARTS] = {
        [BP_PART_APPROVAL] = "write “- date: 2022-03-01”, with the day of the meeting whose "
                             "minutes were approved",
        [BP_PART_DECLARATION] = "write “- person: …” and, on the next line, “interest: …”",
        [BP_PART_UPDATE] = "write “- action: …” and, on the next line, “update: …”",
        [BP_PART_MOTION] = "write “- motion: …”",
        [BP_PART_AMENDMENT] = "write “- motion: …”",
        [BP_PART_ACTION] = "write “- owner: …” and, on the next line, “action: …”",
        [BP_PART_EARLIER] = "write “- owner: …” and, on the next lines, “action: …” and “raised: "
                            "2022-03-01”, with the day of the meeting that raised it",
        [BP_PART_CHART] = "write below it, indented, “title: …” and on the next line “description: "
                          "…”",
        [BP_PART_BAR] = "write “- label: …” and, on the next line, “value: …”",
        [BP_PART_MOVE] = "write “- label: …” and, on the next line, “value: …”",
        [BP_PART_PLACE] = "write “- label: …” and, on the next lines, “numerator: …” and "
                          "“denominator: …”",
        [BP_PART_HEAT_ROW] =
            "write “- label: …” and, on the next line, “values:” with a number for "
            "each column below it",
        [BP_PART_TASK] = "write “- label: …” and, on the next lines, “start: …” and “end: …”",
        [BP_PART_RISK] = "write “- id: …” and, on the next lines, “label: …”, “likelihood: …” and "
                         "“impact: …”",
        [BP_PART_WAS] =
            "write below it, indented, “likelihood: …” and on the next line “impact: …”",
        [BP_PART_CLOSED] = "write below it, indented, “paragraph: 3” and on the next line “act: "
                           "Schedule 12A of the Local Government Act 1972”",
        [BP_PART_SERIES] = "write “- id: …” and, on the next lines, “title: …”, “unit: count”, "
                           "“period: month” and “values:”",
        [BP_PART_STEP] = "write “- from: …” and, on the next line, “value: …”",
        [BP_PART_BASELINE] = "write “from: …” and “until: …” on lines below it, indented",
        [BP_PART_INCIDENT] = "write “- at: …” and, on the next line, “text: …”",
        [BP_PART_REBASE] = "write “- at: …” and, on the next line, “reason: …”",
        [BP_PART_CSV] = "write below it, indented, “file: …”, “period: …” and “value: …”",
        [BP_PART_VOTES] = "write “for: 5” and “against: 2” on lines below it, indented",
    };
    return examples[part];
}

const char *bp_keys_needed(enum bp_part part)
{
    switch (part) {
    case BP_PART_PERSON:
        return "name";
    case BP_PART_ITEM:
    case BP_PART_SECTION:
    case BP_PART_PAPER:
        return "title";
    case BP_PART_DECISION:
        return "decision";
    default:
        return NULL;
    }
}

const char *bp_keys_noun(enum bp_part part)
{
    return parts[part].noun;
}

enum bp_part bp_keys_front(enum bp_part part)
{
    if (part == BP_PART_FILE)
        return BP_PART_MEETING;
    return part == BP_PART_REPORT_FILE ? BP_PART_REPORT : BP_N_PARTS;
}

bool bp_keys_has(enum bp_part part, const char *key)
{
    for (int i = 0; parts[part].keys[i]; i++)
        if (strcmp(parts[part].keys[i], key) == 0)
            return true;
    return false;
}

/* 0 for meetings, 1 for reports, 2 for metrics. */
static int kind_of(enum bp_part part)
{
    return (part >= BP_PART_REPORT_FILE) + (part >= BP_PART_METRICS_FILE);
}

enum bp_part bp_keys_elsewhere(enum bp_part part, const char *key)
{
    bool any = part == BP_N_PARTS;
    for (int i = 0; i < BP_N_PARTS; i++)
        if (i != (int)part && (any || kind_of((enum bp_part)i) == kind_of(part)) &&
            bp_keys_has((enum bp_part)i, key))
            return (enum bp_part)i;
    return BP_N_PARTS;
}

const char *bp_keys_other_word(enum bp_part part, const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(other_words); i++)
        if (g_ascii_strcasecmp(other_words[i].word, word) == 0 &&
            bp_keys_has(part, other_words[i].key))
            return other_words[i].key;
    return NULL;
}
