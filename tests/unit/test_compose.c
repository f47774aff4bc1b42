/* SPDX-License-Identifier: MIT */
#include "compose/compose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "composed.h"
#include "tree.h"

static const struct bp_time no_time = {-1, 0};

static int begin(void **state)
{
    *state = bp_arena_create();
    return 0;
}

static int end(void **state)
{
    bp_arena_destroy(*state);
    return 0;
}

static struct bp_meeting bare_meeting(void)
{
    return (struct bp_meeting){.title.text = "Delivery Board",
                               .date = {2022, 3, 16},
                               .start = no_time,
                               .close = no_time,
                               .next.time = no_time};
}

/* The blocks of the document. */
static const char *composed(struct bp_arena *arena, struct bp_meeting *meeting)
{
    return tree_children(arena, composed_minutes(meeting, arena)->root);
}

/* What a meeting of one item with these entries has below the item's heading. */
static const char *entries_composed(struct bp_arena *arena, struct bp_entry *entries, int n_entries)
{
    struct bp_meeting meeting = bare_meeting();
    struct bp_item item = {.title.text = "Finance",
                           .number.text = "3",
                           .time = no_time,
                           .entries = entries,
                           .n_entries = n_entries};
    struct bp_block *block;

    meeting.items = &item;
    meeting.n_items = 1;
    block = composed_minutes(&meeting, arena)->root->first;
    while (block->kind != BP_BLOCK_SECTION)
        block = block->next;
    return strchr(tree_children(arena, block), '\n') + 1;
}

static void a_title_and_a_date_are_enough(void **state)
{
    struct bp_meeting meeting = bare_meeting();

    assert_string_equal(composed(*state, &meeting), "h1 #title Delivery Board\n"
                                                    "p Minutes, Wednesday 16~March 2022\n"
                                                    "rule\n"
                                                    "list #details\n"
                                                    "  item [Date]\n"
                                                    "    p Wednesday 16~March 2022\n"
                                                    "rule\n");
}

static void the_document_says_what_it_is(void **state)
{
    struct bp_meeting meeting = bare_meeting();
    struct bp_document *document;

    meeting.kind.text = "Meeting notes";
    meeting.organisation.text = "Kent Police";
    meeting.language = "ur-PK";
    meeting.status = BP_MINUTES_DRAFT;
    document = composed_minutes(&meeting, *state);
    assert_string_equal(document->title, "Delivery Board: Meeting notes, 16 March 2022");
    assert_string_equal(document->author, "Kent Police");
    assert_string_equal(document->language, "ur-PK");
    assert_true(document->right_to_left);
    assert_string_equal(document->watermark, "Draft");
    const struct bp_text *start = &document->footer[0].texts[BP_RUNNING_START];
    assert_int_equal(start->n_runs, 2);
    assert_string_equal(start->runs[0].text, "Delivery Board, ");
    assert_null(start->runs[0].language);
    assert_string_equal(start->runs[1].text, "16\u00A0March 2022");
    assert_string_equal(start->runs[1].language, "en-GB");
    assert_int_equal(document->footer[0].texts[BP_RUNNING_END].n_runs, 4);
    assert_int_equal(document->footer[0].texts[BP_RUNNING_END].runs[1].field, BP_FIELD_PAGE);
    assert_int_equal(document->footer[0].texts[BP_RUNNING_END].runs[3].field, BP_FIELD_PAGES);
    meeting.language = "ur-Latn";
    meeting.status = BP_MINUTES_APPROVED;
    document = composed_minutes(&meeting, *state);
    assert_false(document->right_to_left);
    assert_null(document->watermark);
    meeting.language = NULL;
    document = composed_minutes(&meeting, *state);
    assert_string_equal(document->language, "en-GB");
    assert_string_equal(document->footer[0].texts[BP_RUNNING_START].runs[0].text,
                        "Delivery Board, 16\u00A0March 2022");
}

static void details_say_who_when_and_where(void **state)
{
    struct bp_meeting meeting = bare_meeting();
    struct bp_person people[] = {
        {.name.text = "Matthew Scott", .role.text = "Commissioner", .abbreviation.text = "PCC"},
        {.name.text = "Adrian Harper",
         .role.text = "Chief Executive",
         .until.text = "item 3",
         .attended = BP_ATTENDED_VIRTUALLY},
        {.name.text = "Bo Diaz", .capacity = BP_CAPACITY_PUBLIC, .note.text = "spoke to item 3"},
    };
    struct bp_group groups[] = {{.organisation.text = "Office",
                                 .capacity = BP_CAPACITY_MEMBER,
                                 .people = people,
                                 .n_people = 2},
                                {.people = people + 2, .n_people = 1}};

    meeting.start = (struct bp_time){9, 30};
    meeting.close = (struct bp_time){12, 5};
    meeting.venue.text = "Maidstone";
    meeting.chair.text = "Ann Lee";
    meeting.clerk.text = "Cy Fox";
    meeting.quorum = (struct bp_quorum){.needed = 5, .present = 7};
    meeting.approved = (struct bp_date){2022, 6, 8};
    meeting.attendees = (struct bp_people){groups, 2};
    const char *tree = strstr(composed(*state, &meeting), "list");
    assert_string_equal(tree,
                        "list #details\n"
                        "  item [Status]\n    p Approved on 8~June 2022\n"
                        "  item [Date & time]\n"
                        "    p Wednesday 16~March 2022, 09:30 to 12:05\n"
                        "  item [Venue]\n    p Maidstone\n"
                        "  item [Chair]\n    p Ann Lee\n"
                        "  item [Minute taker]\n    p Cy Fox\n"
                        "  item [Quorum]\n    p 5 needed, 7 present\n"
                        "  item [Attendees]\n"
                        "    p Office, members\n"
                        "    list\n"
                        "      item\n        p Matthew Scott, |Commissioner (PCC)\n"
                        "      item\n        p Adrian Harper, |Chief Executive, |i:e:virtually|"
                        " (until item~3)\n"
                        "    list\n"
                        "      item\n        p Bo Diaz, member of the public, spoke to item~3\n"
                        "rule\n"
                        "p The meeting closed at 12:05.\n");
}

static void items_nest_with_their_numbers_and_ids(void **state)
{
    struct bp_item deep[] = {{.title.text = "Burglary", .number.text = "(a)", .time = no_time}};
    struct bp_item below[] = {{.title.text = "Victims first", .section = true, .time = no_time},
                              {.title.text = "Crime",
                               .number.text = "3.1",
                               .time = no_time,
                               .items = deep,
                               .n_items = 1}};
    struct bp_paper papers[] = {{.title.text = "Performance", .file = "papers/p.pdf"},
                                {.title.text = "Plan", .url = "https://example.org/plan"}};
    struct bp_item items[] = {
        {.title.text = "Performance",
         .number.text = "3",
         .time = {10, 35},
         .lead.text = "Cllr Lee",
         .taken.text = "with item 9",
         .items = below,
         .n_items = 2,
         .papers = papers,
         .n_papers = 2},
        {.title.text = "Any other business", .time = no_time, .papers = papers + 1, .n_papers = 1},
        {.title.text = "Any other business", .time = no_time}};
    struct bp_meeting meeting = bare_meeting();

    meeting.items = items;
    meeting.n_items = 3;
    assert_string_equal(strstr(composed(*state, &meeting), "section"),
                        "section\n"
                        "  h2 #item-3 [3] Performance\n"
                        "  p 10:35 · Led by Cllr~Lee · Taken with item~9\n"
                        "  p b:s:Papers:\n"
                        "  list\n"
                        "    item [•]\n      p Performance\n"
                        "    item [•]\n      p <https://example.org/plan>Plan\n"
                        "  section\n"
                        "    h3 #item-3-victims-first Victims first\n"
                        "  section\n"
                        "    h3 #item-3.1 [3.1] Crime\n"
                        "    section\n"
                        "      h4 #item-3.1-a [(a)] Burglary\n"
                        "section\n"
                        "  h2 #item-any-other-business Any other business\n"
                        "  p b:s:Paper:| |<https://example.org/plan>Plan\n"
                        "section\n"
                        "  h2 #item-any-other-business-2 Any other business\n");
}

static void links_lead_to_items_by_their_numbers(void **state)
{
    struct bp_prose *text = prose_line(*state, "See ");
    struct bp_prose *link = prose_new(*state, BP_PROSE_LINK, NULL);
    struct bp_entry entry = {BP_ENTRY_TEXT, .text = text};
    struct bp_item items[] = {
        {.title.text = "A", .number.text = "1", .time = no_time, .entries = &entry, .n_entries = 1},
        {.title.text = "B", .number.text = "(b)", .time = no_time}};
    struct bp_closed closed = {.from = no_time, .until = {21, 5}};
    struct bp_meeting meeting = bare_meeting();

    link->target = "#(b)";
    prose_with(text->first, prose_with(link, prose_new(*state, BP_PROSE_TEXT, "below"), NULL),
               NULL);
    items[1].closed = &closed;
    meeting.items = items;
    meeting.n_items = 2;
    assert_string_equal(strstr(composed(*state, &meeting), "section"),
                        "section\n"
                        "  h2 #item-1 [1] A\n"
                        "  p See |<#item-b>below\n"
                        "section\n"
                        "  h2 #item-b [(b)] B\n"
                        "  panel\n"
                        "    p Closed session|→until 21:05\n"
                        "    p The press and public were excluded.\n");
}

static struct bp_action action_of(struct bp_arena *arena, struct bp_words *owner, const char *words)
{
    return (struct bp_action){.owners = owner, .n_owners = 1, .action = prose_line(arena, words)};
}

static void actions_are_numbered_and_gathered_in_the_overview(void **state)
{
    struct bp_words owners[] = {{.text = "Force"}, {.text = "PCC"}};
    struct bp_action first = action_of(*state, owners, "Report.");
    struct bp_action second = action_of(*state, owners, "Write.");
    struct bp_action third = action_of(*state, owners + 1, "Call.");
    struct bp_entry entries[] = {{BP_ENTRY_ACTION, .action = &first},
                                 {BP_ENTRY_ACTION, .action = &second},
                                 {BP_ENTRY_ACTION, .action = &third}};
    struct bp_item item = {
        .title.text = "A", .number.text = "1", .time = no_time, .entries = entries, .n_entries = 3};
    struct bp_meeting meeting = bare_meeting();

    first.due = BP_DUE_DATE;
    first.due_date = (struct bp_date){2022, 4, 1};
    second.id.text = "1";
    second.n_owners = 2;
    second.due = BP_DUE_NEXT_MEETING;
    second.overview_owner.text = "All";
    second.overview_action = prose_line(*state, "Write a letter");
    third.status = BP_ACTION_CLOSED;
    third.due = BP_DUE_WORDS;
    third.due_words.text = "soon";
    third.closing = prose_line(*state, "Done.");
    meeting.next.date = (struct bp_date){2022, 6, 8};
    meeting.items = &item;
    meeting.n_items = 1;
    assert_string_equal(strstr(composed(*state, &meeting), "  panel"),
                        "  panel\n"
                        "    p #action-2 Action~2|→Due 1~April 2022\n"
                        "    p b:Force|: Report.\n"
                        "  panel\n"
                        "    p #action-1 Action~1|→Due at the next meeting, 8~June 2022\n"
                        "    p b:Force and PCC|: Write.\n"
                        "  panel\n"
                        "    p #action-3 Action~3|→Closed\n"
                        "    p b:PCC|: Call.\n"
                        "    p b:Closed|: Done.\n"
                        "section\n"
                        "  h2 #overview Overview of Actions\n"
                        "  table\n"
                        "    row\n"
                        "      cell column\n        p Action\n"
                        "      cell column\n        p Status\n"
                        "      cell column\n        p Owner\n"
                        "      cell column\n        p Due date\n"
                        "    row\n"
                        "      cell row\n        p Report.\n"
                        "      cell\n        p b:Open\n"
                        "      cell\n        p Force\n"
                        "      cell\n        p 01/04/2022\n"
                        "    row\n"
                        "      cell row\n        p Write a letter\n"
                        "      cell\n        p b:Open\n"
                        "      cell\n        p All\n"
                        "      cell\n        p 08/06/2022\n"
                        "    row\n"
                        "      cell row\n        p Call.\n"
                        "      cell\n        p Closed\n"
                        "      cell\n        p PCC\n"
                        "      cell\n        p soon\n"
                        "p b:Next meeting:| 8~June 2022\n");
}

static void a_panel_stays_with_what_raised_it(void **state)
{
    struct bp_words owner = {.text = "Force"};
    struct bp_action action = action_of(*state, &owner, "Report.");
    struct bp_entry entry = {BP_ENTRY_ACTION, .action = &action};
    struct bp_item item = {.title.text = "A", .time = no_time, .entries = &entry, .n_entries = 1};
    struct bp_meeting meeting = bare_meeting();
    const struct bp_block *block;

    meeting.items = &item;
    meeting.n_items = 1;
    block = composed_minutes(&meeting, *state)->root->first;
    while (block->kind != BP_BLOCK_SECTION)
        block = block->next;
    assert_int_equal(block->last->kind, BP_BLOCK_PANEL);
    assert_true(block->last->style->keep_with_previous);
    assert_true(block->last->style->keep_together);
    assert_true(block->last->first->style->end_tab > 0);
}

static void a_motion_tells_its_way_to_the_result(void **state)
{
    struct bp_words voters[] = {{.text = "Cllr Lee"}, {.text = "Cllr Diaz"}};
    struct bp_motion amendment = {.text = prose_line(*state, "To wait."),
                                  .vote = {true, {1, NULL, 0}, {4, NULL, 0}, {-1, NULL, 0}},
                                  .result = BP_RESULT_LOST};
    struct bp_motion motion = {.text = prose_line(*state, "To build."),
                               .proposer.text = "Cllr Lee",
                               .seconder.text = "Cllr Diaz",
                               .vote = {true, {-1, voters, 2}, {-1, NULL, 0}, {0, NULL, 0}},
                               .result = BP_RESULT_CARRIED,
                               .amendments = &amendment,
                               .n_amendments = 1,
                               .resolved = prose_line(*state, "That it be built.")};
    struct bp_entry entry = {BP_ENTRY_MOTION, .motion = &motion};

    assert_string_equal(entries_composed(*state, &entry, 1),
                        "p Motion, proposed by Cllr~Lee, seconded by Cllr~Diaz:\n"
                        "quote\n  p To build.\n"
                        "p Amendment:\n"
                        "quote\n  p To wait.\n"
                        "p Lost: for 1, against 4.\n"
                        "p Vote on the motion:\n"
                        "list\n"
                        "  item\n    p b:For (2):| Cllr~Lee and Cllr~Diaz\n"
                        "panel\n"
                        "  p Resolved|→Carried: for 2, abstained 0\n"
                        "  p That it be built.\n");
}

static void a_result_without_words_is_said_too(void **state)
{
    struct bp_motion motions[] = {{.text = prose_line(*state, "A"),
                                   .result = BP_RESULT_CARRIED,
                                   .vote = {true, {3, NULL, 0}, {0, NULL, 0}, {-1, NULL, 0}}},
                                  {.text = prose_line(*state, "B"), .result = BP_RESULT_WITHDRAWN},
                                  {.text = prose_line(*state, "C"),
                                   .seconder.text = "Bo",
                                   .vote = {true, {3, NULL, 0}, {-1, NULL, 0}, {-1, NULL, 0}}},
                                  {.text = prose_line(*state, "D"),
                                   .proposer.text = "Bo",
                                   .vote = {true, {-1, NULL, 0}, {-1, NULL, 0}, {-1, NULL, 0}}},
                                  {.text = prose_line(*state, "E")}};
    struct bp_entry entries[5];

    for (int i = 0; i < 5; i++)
        entries[i] = (struct bp_entry){BP_ENTRY_MOTION, .motion = &motions[i]};
    assert_string_equal(entries_composed(*state, entries, 5),
                        "p Motion:\nquote\n  p A\npanel\n  p Carried: for 3, against 0\n"
                        "p Motion:\nquote\n  p B\np Withdrawn.\n"
                        "p Motion, seconded by Bo:\nquote\n  p C\np For 3.\n"
                        "p Motion, proposed by Bo:\nquote\n  p D\np Put to the vote.\n"
                        "p Motion:\nquote\n  p E\n");
}

static void declarations_are_a_table_of_what_is_known(void **state)
{
    struct bp_declaration first = {.person.text = "Cllr Lee",
                                   .interest = prose_line(*state, "Owns it")};
    struct bp_declaration second = {
        .person.text = "Bo", .item.text = "7", .interest = prose_line(*state, "Lives there")};
    struct bp_entry entries[] = {{BP_ENTRY_DECLARATION, .declaration = &first},
                                 {BP_ENTRY_DECLARATION, .declaration = &second}};

    assert_string_equal(entries_composed(*state, entries, 2), "table\n"
                                                              "  row\n"
                                                              "    cell column\n      p Member\n"
                                                              "    cell column\n      p Item\n"
                                                              "    cell column\n      p Interest\n"
                                                              "  row\n"
                                                              "    cell row\n      p Cllr~Lee\n"
                                                              "    cell\n      p –\n"
                                                              "    cell\n      p Owns it\n"
                                                              "  row\n"
                                                              "    cell row\n      p Bo\n"
                                                              "    cell\n      p 7\n"
                                                              "    cell\n      p Lives there\n");
}

static void updates_and_events_are_gathered(void **state)
{
    struct bp_update updates[] = {
        {.action = prose_line(*state, "Report"), .update = prose_line(*state, "done.")},
        {.id.text = "4",
         .action = prose_line(*state, "Write"),
         .update = prose_line(*state, "later.")}};
    struct bp_event events[] = {{{19, 42}, prose_line(*state, "Bo left."), {0}},
                                {{-1, 0}, prose_line(*state, "A break."), {0}}};
    struct bp_entry entries[] = {{BP_ENTRY_UPDATE, .update = &updates[0]},
                                 {BP_ENTRY_UPDATE, .update = &updates[1]},
                                 {BP_ENTRY_EVENT, .event = &events[0]},
                                 {BP_ENTRY_EVENT, .event = &events[1]}};

    assert_string_equal(entries_composed(*state, entries, 4),
                        "list\n"
                        "  item [•]\n    p i:e:Report| – done.\n"
                        "  item [•]\n    p b:Action~4: |i:e:Write| – later.\n"
                        "list\n"
                        "  item [19:42]\n    p Bo left.\n"
                        "p A break.\n");
}

static void what_was_agreed_and_closed_is_a_panel(void **state)
{
    struct bp_prose *corrections[] = {prose_line(*state, "item 2: read ‘six’")};
    struct bp_decision decision = {.text = prose_line(*state, "To pay £3 million.")};
    struct bp_approval approvals[] = {
        {.title.text = "Governance Board", .date = {2017, 3, 1}},
        {.date = {2017, 3, 1}, .corrections = corrections, .n_corrections = 1}};
    struct bp_closed closed = {.paragraph.text = "3",
                               .act.text = "Schedule 12A",
                               .from = {20, 10},
                               .until = {20, 35},
                               .reason = prose_line(*state, "A contract.")};
    struct bp_entry entries[] = {{BP_ENTRY_DECISION, .decision = &decision},
                                 {BP_ENTRY_APPROVAL, .approval = &approvals[0]},
                                 {BP_ENTRY_APPROVAL, .approval = &approvals[1]},
                                 {BP_ENTRY_CLOSED, .closed = &closed}};

    assert_string_equal(
        entries_composed(*state, entries, 4),
        "panel\n  p Agreed\n  p To pay £3~million.\n"
        "p The minutes of the Governance Board held on 1~March 2017 were approved as a true and "
        "accurate record.\n"
        "p The minutes of the meeting held on 1~March 2017 were approved as a true and accurate "
        "record, subject to this correction:\n"
        "list\n  item [•]\n    p item~2: read ‘six’\n"
        "panel\n  p Closed session|→20:10 to 20:35\n"
        "  p The press and public were excluded under paragraph~3 of Schedule~12A.\n"
        "  p A contract.\n");
}

static void the_end_names_the_next_meeting_and_who_signs(void **state)
{
    struct bp_meeting meeting = bare_meeting();

    meeting.closing = prose_line(*state, "Thanks were given.");
    meeting.close = (struct bp_time){12, 15};
    meeting.chair.text = "Ann Lee";
    meeting.next = (struct bp_next){.title.text = "Council",
                                    .text.text = "second Tuesday of May",
                                    .time = {19, 0},
                                    .venue.text = "Hall"};
    meeting.signature =
        (struct bp_signature){.wanted = true, .name = meeting.chair, .role.text = "Chair"};
    assert_string_equal(strstr(composed(*state, &meeting), "p Thanks"),
                        "p Thanks were given.\n"
                        "p The meeting closed at 12:15.\n"
                        "p b:Date of next Council:| 19:00, Hall. second Tuesday of May\n"
                        "group\n"
                        "  p Signed as a true and accurate record of the meeting:\n"
                        "  p b:s:Signed\n  rule\n"
                        "  p b:s:Name|→Ann Lee, Chair\n  rule\n"
                        "  p b:s:Date\n  rule\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_title_and_a_date_are_enough, begin, end),
        cmocka_unit_test_setup_teardown(the_document_says_what_it_is, begin, end),
        cmocka_unit_test_setup_teardown(details_say_who_when_and_where, begin, end),
        cmocka_unit_test_setup_teardown(items_nest_with_their_numbers_and_ids, begin, end),
        cmocka_unit_test_setup_teardown(links_lead_to_items_by_their_numbers, begin, end),
        cmocka_unit_test_setup_teardown(actions_are_numbered_and_gathered_in_the_overview, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_panel_stays_with_what_raised_it, begin, end),
        cmocka_unit_test_setup_teardown(a_motion_tells_its_way_to_the_result, begin, end),
        cmocka_unit_test_setup_teardown(a_result_without_words_is_said_too, begin, end),
        cmocka_unit_test_setup_teardown(declarations_are_a_table_of_what_is_known, begin, end),
        cmocka_unit_test_setup_teardown(updates_and_events_are_gathered, begin, end),
        cmocka_unit_test_setup_teardown(what_was_agreed_and_closed_is_a_panel, begin, end),
        cmocka_unit_test_setup_teardown(the_end_names_the_next_meeting_and_who_signs, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
