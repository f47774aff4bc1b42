/* SPDX-License-Identifier: MIT */
#include "model/dump.h"

#include <stdio.h>

#include "model/formdump.h"
#include "model/seriesdump.h"

static const char *const attended[] = {NULL, "in-person", "virtually", "by-telephone"};
static const char *const capacities[] = {NULL, "member", "in-attendance", "public"};
static const char *const statuses[] = {NULL, "draft", "approved"};
static const char *const final_or_draft[] = {NULL, "draft", "final"};
static const char *const purposes[] = {NULL, "decision", "assurance", "information", "discussion"};
static const char *const results[] = {NULL, "carried", "lost", "withdrawn", "tabled"};
static const char *const dues[] = {NULL, "date", "next-meeting", "words"};
static const char *const aligns[] = {NULL, "left", "centre", "right"};
static const char *const prose_kinds[] = {
    [BP_PROSE_ROOT] = "root",
    [BP_PROSE_PARAGRAPH] = "paragraph",
    [BP_PROSE_HEADING] = "heading",
    [BP_PROSE_LIST] = "list",
    [BP_PROSE_ITEM] = "item",
    [BP_PROSE_QUOTE] = "quote",
    [BP_PROSE_TABLE] = "table",
    [BP_PROSE_ROW] = "row",
    [BP_PROSE_CELL] = "cell",
    [BP_PROSE_RULE] = "rule",
    [BP_PROSE_CODE_BLOCK] = "code-block",
    [BP_PROSE_NOTE] = "note",
    [BP_PROSE_TEXT] = "text",
    [BP_PROSE_SPACE] = "space",
    [BP_PROSE_BREAK] = "break",
    [BP_PROSE_EMPHASIS] = "emphasis",
    [BP_PROSE_STRONG] = "strong",
    [BP_PROSE_STRIKE] = "strike",
    [BP_PROSE_CODE] = "code",
    [BP_PROSE_LINK] = "link",
    [BP_PROSE_IMAGE] = "image",
    [BP_PROSE_NOTE_REF] = "note-ref",
    [BP_PROSE_MENTION] = "mention",
};

static void dump_date(struct bp_dump *dump, const char *key, struct bp_date date)
{
    char text[48];

    if (!date.year)
        return;
    snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    bp_dump_word(dump, key, text);
}

static void dump_time(struct bp_dump *dump, const char *key, struct bp_time time)
{
    char text[32];

    if (time.hour < 0)
        return;
    snprintf(text, sizeof text, "%02d:%02d", time.hour, time.minute);
    bp_dump_word(dump, key, text);
}

/* A pair of the node under way: key="words" @12:5. */
static void dump_words(struct bp_dump *dump, const char *key, const struct bp_words *words)
{
    if (!words->text)
        return;
    bp_dump_text(dump, key, words->text);
    bp_dump_source(dump, words->source);
}

/* The words as a node of their own. */
static void dump_leaf(struct bp_dump *dump, const char *node, const struct bp_words *words)
{
    if (!words->text)
        return;
    bp_dump_begin(dump, node);
    dump_words(dump, "text", words);
    bp_dump_end(dump);
}

static void dump_prose_node(const struct bp_prose *prose, struct bp_dump *dump)
{
    bp_dump_begin(dump, prose_kinds[prose->kind]);
    if (prose->kind < BP_PROSE_TEXT)
        bp_dump_source(dump, prose->source);
    bp_dump_int(dump, "level", prose->level);
    bp_dump_int(dump, "start", prose->start);
    bp_dump_flag(dump, "tight", prose->tight);
    bp_dump_int(dump, "header-rows", prose->header_rows);
    bp_dump_word(dump, "align", aligns[prose->align]);
    bp_dump_text(dump, "target", prose->target);
    bp_dump_text(dump, "text", prose->text);
    bp_dump_text(dump, "reference", prose->mention ? prose->mention->reference : NULL);
    if (prose->note)
        bp_dump_int(dump, "note-line", prose->note->source.line);
    for (const struct bp_prose *child = prose->first; child; child = child->next)
        dump_prose_node(child, dump);
    bp_dump_end(dump);
}

static void dump_person(const struct bp_person *person, struct bp_dump *dump)
{
    bp_dump_begin(dump, "person");
    bp_dump_source(dump, person->source);
    dump_words(dump, "name", &person->name);
    dump_words(dump, "role", &person->role);
    dump_words(dump, "abbreviation", &person->abbreviation);
    bp_dump_word(dump, "attended", attended[person->attended]);
    bp_dump_word(dump, "capacity", capacities[person->capacity]);
    dump_words(dump, "from", &person->from);
    dump_words(dump, "until", &person->until);
    dump_words(dump, "note", &person->note);
    bp_dump_end(dump);
}

static void dump_people(const struct bp_people *people, const char *node, struct bp_dump *dump)
{
    if (!people->n_groups)
        return;
    bp_dump_begin(dump, node);
    for (int i = 0; i < people->n_groups; i++) {
        const struct bp_group *group = &people->groups[i];

        bp_dump_begin(dump, "group");
        bp_dump_source(dump, group->source);
        dump_words(dump, "organisation", &group->organisation);
        bp_dump_word(dump, "capacity", capacities[group->capacity]);
        for (int k = 0; k < group->n_people; k++)
            dump_person(&group->people[k], dump);
        bp_dump_end(dump);
    }
    bp_dump_end(dump);
}

static void dump_action(const struct bp_action *action, struct bp_dump *dump)
{
    bp_dump_begin(dump, "action");
    bp_dump_source(dump, action->source);
    dump_words(dump, "id", &action->id);
    if (!action->id.text)
        bp_dump_text(dump, "number", action->number.text);
    bp_dump_word(dump, "due", dues[action->due]);
    dump_date(dump, "date", action->due_day);
    dump_words(dump, "words", &action->due_words);
    dump_date(dump, "raised", action->raised);
    dump_words(dump, "meeting", &action->meeting);
    bp_dump_flag(dump, "closed", action->status == BP_ACTION_CLOSED);
    dump_date(dump, "completed", action->completed);
    dump_words(dump, "overview-owner", &action->overview_owner);
    for (int i = 0; i < action->n_owners; i++)
        dump_leaf(dump, "owner", &action->owners[i]);
    bp_prose_dump(action->action, "what", dump);
    bp_prose_dump(action->closing, "closing", dump);
    bp_prose_dump(action->overview_action, "overview", dump);
    bp_dump_end(dump);
}

static void dump_update(const struct bp_update *update, struct bp_dump *dump)
{
    bp_dump_begin(dump, "update");
    bp_dump_source(dump, update->source);
    dump_words(dump, "id", &update->id);
    bp_prose_dump(update->action, "action", dump);
    bp_prose_dump(update->update, "said", dump);
    bp_dump_end(dump);
}

static void dump_side(const struct bp_side *side, const char *node, struct bp_dump *dump)
{
    if (side->count < 0 && !side->n_names)
        return;
    bp_dump_begin(dump, node);
    if (side->count >= 0) {
        char count[16];

        snprintf(count, sizeof count, "%d", side->count);
        bp_dump_word(dump, "count", count);
    }
    for (int i = 0; i < side->n_names; i++)
        dump_leaf(dump, "name", &side->names[i]);
    bp_dump_end(dump);
}

static void dump_motion(const struct bp_motion *motion, const char *node, struct bp_dump *dump)
{
    bp_dump_begin(dump, node);
    bp_dump_source(dump, motion->source);
    dump_words(dump, "proposer", &motion->proposer);
    dump_words(dump, "seconder", &motion->seconder);
    bp_dump_word(dump, "result", results[motion->result]);
    bp_prose_dump(motion->text, "words", dump);
    if (motion->vote.taken) {
        dump_side(&motion->vote.in_favour, "for", dump);
        dump_side(&motion->vote.against, "against", dump);
        dump_side(&motion->vote.abstained, "abstained", dump);
    }
    for (int i = 0; i < motion->n_amendments; i++)
        dump_motion(&motion->amendments[i], "amendment", dump);
    bp_prose_dump(motion->resolved, "resolved", dump);
    bp_dump_end(dump);
}

static void dump_declaration(const struct bp_declaration *declaration, struct bp_dump *dump)
{
    bp_dump_begin(dump, "declaration");
    bp_dump_source(dump, declaration->source);
    dump_words(dump, "person", &declaration->person);
    dump_words(dump, "item", &declaration->item);
    bp_prose_dump(declaration->interest, "interest", dump);
    bp_prose_dump(declaration->did, "did", dump);
    bp_dump_end(dump);
}

static void dump_approval(const struct bp_approval *approval, struct bp_dump *dump)
{
    bp_dump_begin(dump, "approval");
    bp_dump_source(dump, approval->source);
    dump_words(dump, "title", &approval->title);
    dump_date(dump, "date", approval->date);
    for (int i = 0; i < approval->n_corrections; i++)
        bp_prose_dump(approval->corrections[i], "correction", dump);
    bp_dump_end(dump);
}

static void dump_closed(const struct bp_closed *closed, struct bp_dump *dump)
{
    bp_dump_begin(dump, "closed");
    bp_dump_source(dump, closed->source);
    dump_words(dump, "paragraph", &closed->paragraph);
    dump_words(dump, "act", &closed->act);
    dump_time(dump, "from", closed->from);
    dump_time(dump, "until", closed->until);
    bp_prose_dump(closed->reason, "reason", dump);
    bp_dump_end(dump);
}

static void dump_event(const struct bp_event *event, struct bp_dump *dump)
{
    bp_dump_begin(dump, "event");
    bp_dump_source(dump, event->source);
    dump_time(dump, "time", event->time);
    bp_prose_dump(event->text, "what", dump);
    bp_dump_end(dump);
}

static void dump_bar(const struct bp_chart_bar *bar, struct bp_dump *dump)
{
    bp_dump_begin(dump, bar->total ? "total" : "bar");
    dump_words(dump, "label", &bar->label);
    for (int i = 0; i < BP_CHART_MOST_GROUPS; i++)
        if (bar->there[i]) {
            GString *value = g_string_new(NULL);
            bp_decimal_append(value, bar->values[i], bar->values[i].scale, NULL);
            bp_dump_word(dump, "value", value->str);
            g_string_free(value, TRUE);
        }
    bp_dump_end(dump);
}

static void dump_chart(const struct bp_chart *chart, struct bp_dump *dump)
{
    bp_dump_begin(dump, "chart");
    bp_dump_source(dump, chart->source);
    bp_dump_word(dump, "type", bp_chart_types[chart->type]);
    bp_dump_number(dump, "height", chart->height);
    dump_leaf(dump, "title", &chart->title);
    dump_leaf(dump, "subtitle", &chart->subtitle);
    dump_leaf(dump, "alt", &chart->alt);
    dump_leaf(dump, "unit", &chart->unit);
    dump_leaf(dump, "heading", &chart->heading);
    for (int i = 0; i < chart->n_measures; i++)
        dump_chart(&chart->measures[i], dump);
    for (int i = 0; i < chart->n_series; i++)
        bp_dump_word(dump, "series", chart->series[i]->id.text);
    for (int i = 0; i < chart->n_groups; i++)
        dump_leaf(dump, "group", &chart->groups[i]);
    for (int i = 0; i < chart->n_bands; i++)
        dump_leaf(dump, "band", &chart->bands[i]);
    for (int i = 0; i < chart->n_bars; i++)
        dump_bar(&chart->bars[i], dump);
    bp_chart_form_dump(chart, dump);
    dump_leaf(dump, "note", &chart->note);
    bp_dump_end(dump);
}

static void dump_entry(const struct bp_entry *entry, struct bp_dump *dump)
{
    switch (entry->kind) {
    case BP_ENTRY_TEXT:
        bp_prose_dump(entry->text, "text", dump);
        break;
    case BP_ENTRY_ACTION:
        dump_action(entry->action, dump);
        break;
    case BP_ENTRY_UPDATE:
        dump_update(entry->update, dump);
        break;
    case BP_ENTRY_DECISION:
        bp_prose_dump(entry->decision->text, "decision", dump);
        break;
    case BP_ENTRY_MOTION:
        dump_motion(entry->motion, "motion", dump);
        break;
    case BP_ENTRY_DECLARATION:
        dump_declaration(entry->declaration, dump);
        break;
    case BP_ENTRY_APPROVAL:
        dump_approval(entry->approval, dump);
        break;
    case BP_ENTRY_EVENT:
        dump_event(entry->event, dump);
        break;
    case BP_ENTRY_CLOSED:
        dump_closed(entry->closed, dump);
        break;
    case BP_ENTRY_CHART:
        dump_chart(entry->chart, dump);
        break;
    }
}

static void dump_item(const struct bp_item *item, struct bp_dump *dump)
{
    bp_dump_begin(dump, item->section ? "section" : "item");
    bp_dump_source(dump, item->source);
    bp_dump_word(dump, "anchor", item->anchor);
    dump_words(dump, "number", &item->number);
    dump_words(dump, "title", &item->title);
    dump_time(dump, "time", item->time);
    bp_dump_word(dump, "purpose", purposes[item->purpose]);
    dump_words(dump, "lead", &item->lead);
    dump_words(dump, "taken", &item->taken);
    for (int i = 0; i < item->n_papers; i++) {
        bp_dump_begin(dump, "paper");
        bp_dump_source(dump, item->papers[i].source);
        dump_words(dump, "title", &item->papers[i].title);
        bp_dump_text(dump, "file", item->papers[i].file);
        bp_dump_text(dump, "url", item->papers[i].url);
        bp_dump_end(dump);
    }
    if (item->closed)
        dump_closed(item->closed, dump);
    for (int i = 0; i < item->n_entries; i++)
        dump_entry(&item->entries[i], dump);
    for (int i = 0; i < item->n_items; i++)
        dump_item(&item->items[i], dump);
    bp_dump_end(dump);
}

static void dump_register(const struct bp_meeting *meeting, struct bp_dump *dump)
{
    if (!meeting->n_earlier)
        return;
    bp_dump_begin(dump, "register");
    for (int i = 0; i < meeting->n_earlier; i++)
        dump_action(&meeting->earlier[i], dump);
    bp_dump_end(dump);
}

static void dump_next(const struct bp_next *next, struct bp_dump *dump)
{
    if (!next->date.year && !next->text.text && !next->title.text && !next->venue.text)
        return;
    bp_dump_begin(dump, "next");
    bp_dump_source(dump, next->source);
    dump_words(dump, "title", &next->title);
    dump_date(dump, "date", next->date);
    dump_time(dump, "time", next->time);
    dump_words(dump, "venue", &next->venue);
    dump_words(dump, "text", &next->text);
    bp_dump_end(dump);
}

static void dump_front(const struct bp_meeting *meeting, struct bp_dump *dump)
{
    dump_words(dump, "title", &meeting->title);
    dump_date(dump, "date", meeting->date);
    dump_time(dump, "start", meeting->start);
    dump_time(dump, "close", meeting->close);
    bp_dump_word(dump, "status", statuses[meeting->status]);
    dump_date(dump, "approved", meeting->approved);
    dump_date(dump, "issued", meeting->issued);
    bp_dump_text(dump, "language", meeting->language);
    dump_leaf(dump, "organisation", &meeting->organisation);
    dump_leaf(dump, "kind", &meeting->kind);
    dump_leaf(dump, "version", &meeting->version);
    dump_leaf(dump, "layout", &meeting->layout);
    dump_leaf(dump, "house", &meeting->house);
    dump_leaf(dump, "edition", &meeting->edition);
    dump_leaf(dump, "venue", &meeting->venue);
    dump_leaf(dump, "held", &meeting->held);
    dump_leaf(dump, "chair", &meeting->chair);
    dump_leaf(dump, "clerk", &meeting->clerk);
    if (meeting->quorum.needed || meeting->quorum.present || meeting->quorum.text.text) {
        bp_dump_begin(dump, "quorum");
        bp_dump_int(dump, "needed", meeting->quorum.needed);
        bp_dump_int(dump, "present", meeting->quorum.present);
        dump_words(dump, "text", &meeting->quorum.text);
        bp_dump_end(dump);
    }
    bp_prose_dump(meeting->contact, "contact", dump);
}

static void dump_narrative_section(const struct bp_narrative_section *section, struct bp_dump *dump)
{
    bp_dump_begin(dump, "section");
    bp_dump_source(dump, section->source);
    bp_dump_word(dump, "anchor", section->anchor);
    dump_words(dump, "heading", &section->heading);
    for (int i = 0; i < section->n_entries; i++) {
        if (section->entries[i].kind == BP_NARRATIVE_TEXT)
            bp_prose_dump(section->entries[i].text, "text", dump);
        else
            dump_chart(section->entries[i].chart, dump);
    }
    bp_dump_end(dump);
}

static void dump_narrative_front(const struct bp_narrative *narrative, struct bp_dump *dump)
{
    dump_words(dump, "title", &narrative->title);
    dump_date(dump, "date", narrative->date);
    bp_dump_word(dump, "status", final_or_draft[narrative->status]);
    dump_date(dump, "issued", narrative->issued);
    bp_dump_text(dump, "language", narrative->language);
    dump_leaf(dump, "organisation", &narrative->organisation);
    dump_leaf(dump, "subtitle", &narrative->subtitle);
    dump_leaf(dump, "period", &narrative->period);
    dump_leaf(dump, "author", &narrative->author);
    dump_leaf(dump, "version", &narrative->version);
    dump_leaf(dump, "layout", &narrative->layout);
    dump_leaf(dump, "house", &narrative->house);
    dump_leaf(dump, "edition", &narrative->edition);
}

void bp_prose_dump(const struct bp_prose *prose, const char *node, struct bp_dump *dump)
{
    if (!prose)
        return;
    bp_dump_begin(dump, node);
    for (const struct bp_prose *child = prose->first; child; child = child->next)
        dump_prose_node(child, dump);
    bp_dump_end(dump);
}

static void dump_meeting(const struct bp_meeting *meeting, struct bp_dump *dump)
{
    bp_dump_begin(dump, "meeting");
    dump_front(meeting, dump);
    dump_next(&meeting->next, dump);
    dump_people(&meeting->attendees, "attendees", dump);
    dump_people(&meeting->apologies, "apologies", dump);
    dump_people(&meeting->absent, "absent", dump);
    for (int i = 0; i < meeting->n_items; i++)
        dump_item(&meeting->items[i], dump);
    dump_register(meeting, dump);
    bp_prose_dump(meeting->public, "public", dump);
    bp_prose_dump(meeting->closing, "closing", dump);
    if (meeting->signature.wanted) {
        bp_dump_begin(dump, "signature");
        dump_words(dump, "name", &meeting->signature.name);
        dump_words(dump, "role", &meeting->signature.role);
        bp_dump_end(dump);
    }
    bp_dump_end(dump);
}

static void dump_narrative(const struct bp_narrative *narrative, struct bp_dump *dump)
{
    bp_dump_begin(dump, "report");
    dump_narrative_front(narrative, dump);
    bp_prose_dump(narrative->contact, "contact", dump);
    bp_prose_dump(narrative->summary, "summary", dump);
    for (int i = 0; i < narrative->n_sections; i++)
        dump_narrative_section(&narrative->sections[i], dump);
    bp_prose_dump(narrative->closing, "closing", dump);
    bp_dump_end(dump);
}

void bp_data_dump(const struct bp_data *data, struct bp_dump *dump)
{
    if (data->meeting)
        dump_meeting(data->meeting, dump);
    if (data->narrative)
        dump_narrative(data->narrative, dump);
    if (data->metrics)
        bp_metrics_dump(data->metrics, dump);
}
