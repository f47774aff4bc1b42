/* SPDX-License-Identifier: MIT */
#include "load/meeting.h"

#include <string.h>

#include "load/action.h"
#include "load/item.h"
#include "load/language.h"
#include "load/number.h"
#include "load/people.h"
#include "load/reference.h"
#include "load/when.h"

static const char *const statuses[] = {"draft", "approved", NULL};
/* YAML's own words for true and false, in any case. */
static const char *const yes[] = {"true", "yes", "on", NULL};
static const char *const no[] = {"false", "no", "off", NULL};

static void check_quorum(struct bp_reader *reader, const struct bp_yaml *quorum)
{
    int needed = reader->meeting->quorum.needed;
    int present = reader->meeting->quorum.present;
    if (present > 0 && needed > present)
        bp_report_warning(reader->report, &bp_yaml_find(quorum, "present")->source, "no-quorum",
                          "%d were present where %d are needed; check the figures", present,
                          needed);
}

static void read_quorum(struct bp_reader *reader, const struct bp_yaml *node)
{
    const struct bp_yaml *quorum = bp_yaml_find(node, "quorum");
    if (!quorum)
        return;
    if (quorum->kind == BP_YAML_TEXT) {
        reader->meeting->quorum.text = bp_reader_words(reader, quorum, "quorum");
    } else if (bp_reader_keys(reader, quorum, BP_PART_QUORUM)) {
        reader->meeting->quorum.needed = bp_reader_count(reader, quorum, "needed", 0);
        reader->meeting->quorum.present = bp_reader_count(reader, quorum, "present", 0);
        check_quorum(reader, quorum);
    }
}

static void read_next_keys(struct bp_reader *reader, const struct bp_yaml *node,
                           struct bp_next *next)
{
    if (!bp_reader_keys(reader, node, BP_PART_NEXT))
        return;
    next->title = bp_reader_text(reader, node, "title");
    next->date = bp_reader_date(reader, node, "date");
    next->time = bp_reader_time(reader, node, "time");
    next->venue = bp_reader_text(reader, node, "venue");
    next->text = bp_reader_text(reader, node, "text");
}

static void check_next(struct bp_reader *reader, const struct bp_yaml *node)
{
    const struct bp_meeting *meeting = reader->meeting;
    if (meeting->next.date.year == 0 || meeting->date.year == 0 ||
        bp_date_compare(meeting->next.date, meeting->date) >= 0)
        return;
    const struct bp_yaml *date = node->kind == BP_YAML_MAP ? bp_yaml_find(node, "date") : node;
    bp_report_error(reader->report, &date->source, "next-before",
                    "the next meeting is before this one, on %04d-%02d-%02d; check both dates",
                    meeting->date.year, meeting->date.month, meeting->date.day);
}

/* A date, a rule in words ("second Tuesday of each month"), or keys. */
static void read_next(struct bp_reader *reader, const struct bp_yaml *meeting)
{
    struct bp_date guess;
    struct bp_next *next = &reader->meeting->next;
    const struct bp_yaml *node = bp_yaml_find(meeting, "next");
    next->time.hour = -1;
    if (!node)
        return;
    next->source = node->source;
    if (node->kind != BP_YAML_TEXT) {
        read_next_keys(reader, node, next);
    } else {
        struct bp_words words = bp_reader_words(reader, node, "next");
        bool digits = words.text && strspn(words.text, "0123456789-/.") == strlen(words.text);
        if (words.text && (digits || bp_when_guess_date(words.text, &guess)))
            bp_reader_parse_date(reader, node, "next", &next->date);
        else
            next->text = words;
    }
    check_next(reader, node);
}

static void read_status(struct bp_reader *reader, const struct bp_yaml *node)
{
    struct bp_meeting *meeting = reader->meeting;
    const struct bp_yaml *approved = bp_yaml_find(node, "approved");
    meeting->status = (enum bp_status_of_minutes)bp_reader_choice(reader, node, "status", statuses);
    meeting->approved = bp_reader_date(reader, node, "approved");
    if (approved && meeting->status == BP_MINUTES_DRAFT)
        bp_report_error(reader->report, &approved->source, "draft-and-approved",
                        "these minutes are both a draft and approved; write “status: approved”, or "
                        "delete “approved”");
    else if (approved)
        meeting->status = BP_MINUTES_APPROVED;
    if (meeting->approved.year > 0 && meeting->date.year > 0 &&
        bp_date_compare(meeting->approved, meeting->date) < 0)
        bp_report_error(reader->report, &approved->source, "approved-before",
                        "these minutes were approved before the meeting on %04d-%02d-%02d; check "
                        "both dates",
                        meeting->date.year, meeting->date.month, meeting->date.day);
}

static void read_times(struct bp_reader *reader, const struct bp_yaml *node)
{
    reader->meeting->start = bp_reader_time(reader, node, "start");
    reader->meeting->close = bp_reader_time(reader, node, "close");
    bp_reader_check_span(reader, node, "close", reader->meeting->start, reader->meeting->close);
}

static void read_heading(struct bp_reader *reader, const struct bp_yaml *node)
{
    struct bp_meeting *meeting = reader->meeting;
    const struct bp_yaml *date = bp_yaml_find(node, "date");
    meeting->title = bp_reader_text(reader, node, "title");
    meeting->date = bp_reader_date(reader, node, "date");
    if (!meeting->title.text)
        bp_reader_missing(reader, node, BP_PART_MEETING, "title",
                          "write “title: ” and the name of the board or committee");
    if (date)
        meeting->date_source = date->source;
    else
        bp_reader_missing(reader, node, BP_PART_MEETING, "date",
                          "write “date: ” and the day, as in 2022-03-16");
    meeting->organisation = bp_reader_text(reader, node, "organisation");
    meeting->kind = bp_reader_text(reader, node, "kind");
    meeting->venue = bp_reader_text(reader, node, "venue");
    meeting->held = bp_reader_text(reader, node, "held");
    meeting->chair = bp_reader_text(reader, node, "chair");
    meeting->clerk = bp_reader_text(reader, node, "clerk");
    meeting->version = bp_reader_text(reader, node, "version");
    meeting->issued = bp_reader_date(reader, node, "issued");
    meeting->layout = bp_reader_text(reader, node, "layout");
    meeting->house = bp_reader_text(reader, node, "house");
    meeting->edition = bp_reader_text(reader, node, "edition");
    meeting->contact = bp_reader_prose(reader, node, "contact");
}

static void read_meeting(struct bp_reader *reader, const struct bp_yaml *node)
{
    bp_reader_keys(reader, node, BP_PART_MEETING);
    read_heading(reader, node);
    reader->meeting->language = bp_language_read(reader, node);
    read_times(reader, node);
    read_status(reader, node);
    read_quorum(reader, node);
    read_next(reader, node);
}

static bool is_word_of(const char *word, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (g_ascii_strcasecmp(words[i], word) == 0)
            return true;
    return false;
}

static void read_signature(struct bp_reader *reader, const struct bp_yaml *file)
{
    struct bp_signature *signature = &reader->meeting->signature;
    const struct bp_yaml *node = bp_yaml_find(file, "signature");
    if (!node)
        return;
    if (node->kind == BP_YAML_TEXT && is_word_of(node->text, no))
        return;
    signature->wanted = true;
    signature->name = reader->meeting->chair;
    if (node->kind == BP_YAML_TEXT && is_word_of(node->text, yes))
        return;
    if (node->kind != BP_YAML_MAP) {
        bp_report_error(reader->report, &node->source, "wrong-type",
                        "“signature” should be true or false; to give another name write “name: ” "
                        "below it, indented");
        return;
    }
    bp_reader_keys(reader, node, BP_PART_SIGNATURE);
    struct bp_words name = bp_reader_text(reader, node, "name");
    signature->name = name.text ? name : signature->name;
    signature->role = bp_reader_text(reader, node, "role");
}

/* The actions of earlier meetings. */
static void read_register(struct bp_reader *reader, const struct bp_yaml *file)
{
    struct bp_meeting *meeting = reader->meeting;
    const struct bp_yaml *list = bp_reader_list(reader, file, "register");
    if (!list)
        return;
    meeting->earlier =
        bp_arena_new(reader->arena, sizeof *meeting->earlier * (size_t)list->n_items);
    meeting->n_earlier = list->n_items;
    for (int i = 0; i < list->n_items; i++)
        bp_earlier_read(reader, list->items[i], &meeting->earlier[i]);
}

/* Markdown that tells the public how to attend; a bare "yes" would be printed as it is. */
static void read_public(struct bp_reader *reader, const struct bp_yaml *file)
{
    const struct bp_yaml *node = bp_yaml_find(file, "public");
    if (node && node->kind == BP_YAML_TEXT &&
        (is_word_of(node->text, yes) || is_word_of(node->text, no)))
        bp_report_error(reader->report, &node->source, "wrong-type",
                        "“public” should be the words that tell the public how to attend, not "
                        "“%s”; write them after it, or delete it",
                        node->text);
    else
        reader->meeting->public = bp_reader_prose(reader, file, "public");
}

void bp_meeting_read(struct bp_reader *reader, const struct bp_yaml *file,
                     const struct bp_yaml *front)
{
    struct bp_meeting *meeting = reader->meeting;
    meeting->start.hour = meeting->close.hour = meeting->next.time.hour = -1;
    bp_reader_keys(reader, file, BP_PART_FILE);
    if (front)
        read_meeting(reader, front);
    meeting->attendees = bp_people_read(reader, file, "attendees");
    meeting->apologies = bp_people_read(reader, file, "apologies");
    meeting->absent = bp_people_read(reader, file, "absent");
    bp_people_compare(reader, &meeting->attendees, &meeting->apologies, "apologies");
    bp_people_compare(reader, &meeting->attendees, &meeting->absent, "absent");
    bp_people_check_chair(reader);
    bp_items_read(reader, file);
    read_register(reader, file);
    read_public(reader, file);
    meeting->closing = bp_reader_prose(reader, file, "closing");
    read_signature(reader, file);
    bp_number_items(reader, front ? bp_yaml_find(front, "numbering") : NULL);
    bp_reference_check(reader);
}
