/* SPDX-License-Identifier: MIT */
#include "compose/prose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "composed.h"
#include "compose/pattern.h"
#include "tree.h"

struct world {
    struct bp_arena *arena;
    const struct bp_look *look;
    struct bp_meeting meeting;
    struct bp_root data;
    struct bp_composer composer;
    struct bp_block *root;
};

static int begin(void **state)
{
    struct world *world = g_new0(struct world, 1);

    world->arena = bp_arena_create();
    world->look = composed_look(world->arena, "minutes", "meeting");
    world->data.meeting = &world->meeting;
    bp_composer_init(&world->composer, world->look, &world->data, world->arena);
    world->root = bp_block_new(world->arena, NULL, BP_BLOCK_SECTION,
                               bp_composer_style(&world->composer, BP_STYLE_DOCUMENT));
    *state = world;
    return 0;
}

static int end(void **state)
{
    struct world *world = *state;

    bp_composer_finish(&world->composer);
    bp_arena_destroy(world->arena);
    g_free(world);
    return 0;
}

static struct bp_prose *made(struct world *world, enum bp_prose_kind kind, const char *text)
{
    return prose_new(world->arena, kind, text);
}

static void expect(struct world *world, const struct bp_prose *prose, int level, const char *tree)
{
    struct bp_prose_setting setting = {.text = world->look->keys[BP_STYLE_BODY], .level = level};

    bp_prose_compose(&world->composer, world->root, prose, &setting);
    assert_string_equal(tree_children(world->arena, world->root), tree);
}

static void inlines_become_runs_and_neighbours_of_one_look_one_run(void **state)
{
    struct world *w = *state;
    struct bp_prose *link = made(w, BP_PROSE_LINK, NULL);
    struct bp_prose *image = made(w, BP_PROSE_IMAGE, "a bridge");

    link->target = "https://example.org/";
    struct bp_prose *paragraph = prose_with(
        made(w, BP_PROSE_PARAGRAPH, NULL), made(w, BP_PROSE_TEXT, "Thanks to Mr"),
        made(w, BP_PROSE_SPACE, NULL), made(w, BP_PROSE_TEXT, "Drysdale\tand "),
        prose_with(made(w, BP_PROSE_EMPHASIS, NULL), made(w, BP_PROSE_TEXT, "his "),
                   prose_with(made(w, BP_PROSE_STRONG, NULL), made(w, BP_PROSE_TEXT, "team"), NULL),
                   NULL),
        made(w, BP_PROSE_BREAK, NULL),
        prose_with(made(w, BP_PROSE_STRIKE, NULL), made(w, BP_PROSE_TEXT, "old"), NULL),
        prose_with(link, made(w, BP_PROSE_TEXT, "page"), NULL), made(w, BP_PROSE_CODE, "Item 7"),
        image, NULL);
    expect(w, prose_with(made(w, BP_PROSE_ROOT, NULL), paragraph, NULL), 2,
           "p Thanks to Mr~Drysdale and |i:e:his |b:i:e:team|¶|x:old|<https://example.org/>page"
           "|Item 7|[Picture: a bridge]\n");
}

static void lists_take_the_mark_of_their_depth(void **state)
{
    struct world *w = *state;
    struct bp_prose *outer = made(w, BP_PROSE_LIST, NULL), *inner = made(w, BP_PROSE_LIST, NULL);
    struct bp_prose *last = made(w, BP_PROSE_LIST, NULL);

    last->start = 3;
    prose_with(
        last, prose_with(made(w, BP_PROSE_ITEM, NULL), prose_paragraph(w->arena, "three"), NULL),
        prose_with(made(w, BP_PROSE_ITEM, NULL), prose_paragraph(w->arena, "four"), NULL), NULL);
    prose_with(inner,
               prose_with(made(w, BP_PROSE_ITEM, NULL), prose_paragraph(w->arena, "b"), last, NULL),
               made(w, BP_PROSE_ITEM, NULL), NULL);
    prose_with(
        outer,
        prose_with(made(w, BP_PROSE_ITEM, NULL), prose_paragraph(w->arena, "a:"), inner, NULL),
        NULL);
    expect(
        w,
        prose_with(made(w, BP_PROSE_ROOT, NULL), prose_paragraph(w->arena, "These:"), outer, NULL),
        2,
        "p These:\n"
        "list\n"
        "  item [•]\n"
        "    p a:\n"
        "    list\n"
        "      item [–]\n"
        "        p b\n"
        "        list\n"
        "          item [3.]\n"
        "            p three\n"
        "          item [4.]\n"
        "            p four\n");
    assert_true(w->root->first->style->keep_with_next);
    assert_int_equal(w->root->last->numbering, BP_NUMBERING_DISC);
}

static struct bp_prose *heading(struct world *world, int level, const char *text)
{
    struct bp_prose *prose =
        prose_with(made(world, BP_PROSE_HEADING, NULL), made(world, BP_PROSE_TEXT, text), NULL);

    prose->level = level;
    return prose;
}

static void headings_skip_no_level(void **state)
{
    struct world *w = *state;

    expect(w,
           prose_with(made(w, BP_PROSE_ROOT, NULL), heading(w, 4, "a"), heading(w, 6, "b"),
                      heading(w, 5, "c"), heading(w, 2, "d"), heading(w, 3, "e"), NULL),
           2, "h3 a\nh4 b\nh4 c\nh3 d\nh4 e\n");
}

static void headings_end_at_the_sixth_level_and_are_bold_in_quotes(void **state)
{
    struct world *w = *state;

    expect(w,
           prose_with(made(w, BP_PROSE_ROOT, NULL), heading(w, 1, "a"), heading(w, 2, "b"),
                      heading(w, 3, "c"),
                      prose_with(made(w, BP_PROSE_QUOTE, NULL), heading(w, 1, "q"), NULL), NULL),
           4, "h5 a\nh6 b\nh6 c\nquote\n  p q\n");
}

static void tables_keep_their_alignment_and_name_their_heads(void **state)
{
    struct world *w = *state;
    struct bp_prose *table = made(w, BP_PROSE_TABLE, NULL);

    table->header_rows = 1;
    for (int row = 0; row < 2; row++) {
        struct bp_prose *cells = made(w, BP_PROSE_ROW, NULL);
        struct bp_prose *name = made(w, BP_PROSE_CELL, NULL);
        struct bp_prose *figure = made(w, BP_PROSE_CELL, NULL);

        figure->align = BP_PROSE_ALIGN_RIGHT;
        prose_with(name, made(w, BP_PROSE_TEXT, row == 0 ? "Crime" : "Rape"), NULL);
        prose_with(figure, made(w, BP_PROSE_TEXT, row == 0 ? "Change" : "32.9"), NULL);
        prose_with(table, prose_with(cells, name, figure, NULL), NULL);
    }
    expect(w, prose_with(made(w, BP_PROSE_ROOT, NULL), table, NULL), 2,
           "table\n"
           "  row\n"
           "    cell column\n      p Crime\n"
           "    cell column\n      p Change\n"
           "  row\n"
           "    cell\n      p Rape\n"
           "    cell\n      p 32.9\n");
    const struct bp_block *figure = w->root->first->last->last->first;
    assert_int_equal(w->root->first->n_columns, 2);
    assert_int_equal(w->root->first->header_rows, 1);
    assert_int_equal(figure->style->align, BP_ALIGN_END);
    assert_true(figure->text.runs[0].type->tabular);
}

static void code_keeps_its_lines_and_its_indents(void **state)
{
    struct world *w = *state;

    expect(w,
           prose_with(made(w, BP_PROSE_ROOT, NULL),
                      made(w, BP_PROSE_CODE_BLOCK, "Item 7\n  two\n\tthree\n"),
                      made(w, BP_PROSE_RULE, NULL), NULL),
           2, "p Item 7¶~~two¶~~~~three\nrule\n");
}

static struct bp_prose *note_ref(struct world *world, struct bp_prose *note)
{
    struct bp_prose *ref = made(world, BP_PROSE_NOTE_REF, NULL);

    ref->note = note;
    return ref;
}

static void a_note_is_carried_by_its_first_call_only(void **state)
{
    struct world *w = *state;
    struct bp_prose *note = made(w, BP_PROSE_NOTE, NULL), *inside;

    inside = prose_with(prose_paragraph(w->arena, "Says itself"), note_ref(w, note), NULL);
    prose_with(note, inside, NULL);
    expect(w,
           prose_with(made(w, BP_PROSE_ROOT, NULL),
                      prose_with(prose_paragraph(w->arena, "One"), note_ref(w, note), NULL),
                      prose_with(prose_paragraph(w->arena, "Two"), note_ref(w, note), NULL), note,
                      NULL),
           2, "p One|s:1{note-1}\np Two|s:1\n");
    const struct bp_run *call = &w->root->first->text.runs[1];
    assert_true(call->type->rise > 0);
    assert_true(call->type->size >= 9);
    assert_string_equal(call->note->label.runs[0].text, "1");
    assert_string_equal(tree_children(w->arena, call->note), "p Says itself|s:1\n");
}

static void a_comma_parts_two_calls_side_by_side(void **state)
{
    struct world *w = *state;
    struct bp_prose *note = made(w, BP_PROSE_NOTE, NULL);

    prose_with(note, prose_paragraph(w->arena, "Words"), NULL);
    expect(w,
           prose_with(made(w, BP_PROSE_ROOT, NULL),
                      prose_with(prose_paragraph(w->arena, "One"), note_ref(w, note),
                                 note_ref(w, note), NULL),
                      note, NULL),
           2, "p One|s:1{note-1}|s:,1\n");
}

/* A lead of bold words and plain ones after them. */
static void begin_lead(struct world *world, struct bp_phrase *lead, const char *bold,
                       const char *plain)
{
    const struct bp_look_style *text = composed_style(world->look, "panel-text");
    const struct bp_type *type;

    bp_phrase_begin(lead, &world->composer, &text->style, (struct bp_source){0});
    type = lead->look.type;
    lead->look.type = bp_type_dress(&world->composer, type, world->look->keys[BP_STYLE_STRONG]);
    bp_phrase_add(lead, bold);
    lead->look.type = type;
    bp_phrase_add(lead, plain);
}

static void a_lead_goes_before_the_first_words(void **state)
{
    struct world *w = *state;
    struct bp_phrase lead;
    struct bp_prose_setting setting = {.text = composed_style(w->look, "panel-text"),
                                       .lead = &lead};
    struct bp_prose *list = prose_with(
        made(w, BP_PROSE_LIST, NULL),
        prose_with(made(w, BP_PROSE_ITEM, NULL), prose_paragraph(w->arena, "a"), NULL), NULL);

    begin_lead(w, &lead, "Force", ": ");
    bp_prose_compose(&w->composer, w->root, prose_line(w->arena, "Report back."), &setting);
    begin_lead(w, &lead, "Force:", "");
    bp_prose_compose(&w->composer, w->root, prose_with(made(w, BP_PROSE_ROOT, NULL), list, NULL),
                     &setting);
    begin_lead(w, &lead, "Nobody", "");
    bp_prose_compose(&w->composer, w->root, NULL, &setting);
    assert_string_equal(tree_children(w->arena, w->root),
                        "p b:Force|: Report back.\np b:Force:\nlist\n  item [•]\n    p a\n"
                        "p b:Nobody\n");
}

static void names_are_joined_as_spoken(void **state)
{
    static const char *const joined[] = {"", "A", "A and B", "A, B and C"};
    static const char *const path[] = {"action", "owners"};
    struct bp_words names[] = {{.text = "A"}, {.text = "B"}, {.text = "C"}};
    struct world *w = *state;
    const struct bp_style *body = bp_composer_style(&w->composer, BP_STYLE_BODY);
    const struct bp_pattern pattern = {.kind = BP_PATTERN_VALUE,
                                       .value = {.names = path, .n_names = 2}};
    const struct bp_record_type *meeting = bp_record_find(&bp_root_type, "meeting")->record;
    struct bp_action action = {.owners = names};
    const struct bp_binding scope = {
        .name = "action",
        .value = {BP_VALUE_RECORD, bp_record_find(meeting, "actions")->record, .record = &action}};
    struct bp_phrase phrase;

    for (int n = 1; n <= 3; n++) {
        action.n_owners = n;
        bp_phrase_begin(&phrase, &w->composer, body, (struct bp_source){0});
        assert_true(bp_pattern_add(&phrase, &pattern, &scope));
        struct bp_text text = bp_phrase_end(&phrase);
        assert_int_equal(text.n_runs, 1);
        assert_string_equal(text.runs[0].text, joined[n]);
    }
}

static void words_keep_their_places_in_a_run(void **state)
{
    const struct bp_words title = {.text = "Op É 7", .source = {"m.yaml", 5, 3}, .literal = true};
    const struct bp_words name = {.text = "Bo", .source = {"m.yaml", 6, 9}};
    struct world *w = *state;
    struct bp_phrase phrase;

    bp_phrase_begin(&phrase, &w->composer, bp_composer_style(&w->composer, BP_STYLE_BODY),
                    (struct bp_source){"m.yaml", 1, 1});
    bp_phrase_own(&phrase, "Led by ");
    bp_phrase_words(&phrase, &title);
    bp_phrase_add(&phrase, ", ");
    bp_phrase_words(&phrase, &(struct bp_words){.text = "own"});
    bp_phrase_words(&phrase, &name);
    struct bp_text text = bp_phrase_end(&phrase);
    assert_int_equal(text.n_runs, 1);
    assert_string_equal(text.runs[0].text, "Led by Op\u00A0É 7, ownBo");
    const struct bp_origin *origin = &text.runs[0].source;
    assert_int_equal(origin->source.line, 1);
    origin = origin->next;
    assert_int_equal(origin->start, 7);
    assert_int_equal(origin->source.line, 5);
    assert_true(origin->literal);
    origin = origin->next;
    assert_int_equal(origin->start, 18);
    assert_int_equal(origin->source.column, 9);
    assert_false(origin->literal);
    assert_null(origin->next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(inlines_become_runs_and_neighbours_of_one_look_one_run,
                                        begin, end),
        cmocka_unit_test_setup_teardown(lists_take_the_mark_of_their_depth, begin, end),
        cmocka_unit_test_setup_teardown(headings_skip_no_level, begin, end),
        cmocka_unit_test_setup_teardown(headings_end_at_the_sixth_level_and_are_bold_in_quotes,
                                        begin, end),
        cmocka_unit_test_setup_teardown(tables_keep_their_alignment_and_name_their_heads, begin,
                                        end),
        cmocka_unit_test_setup_teardown(code_keeps_its_lines_and_its_indents, begin, end),
        cmocka_unit_test_setup_teardown(a_note_is_carried_by_its_first_call_only, begin, end),
        cmocka_unit_test_setup_teardown(a_comma_parts_two_calls_side_by_side, begin, end),
        cmocka_unit_test_setup_teardown(a_lead_goes_before_the_first_words, begin, end),
        cmocka_unit_test_setup_teardown(names_are_joined_as_spoken, begin, end),
        cmocka_unit_test_setup_teardown(words_keep_their_places_in_a_run, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
