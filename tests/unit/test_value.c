/* SPDX-License-Identifier: MIT */
#include "model/value.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/tell.h"
#include "metric/mention.h"
#include "load/look.h"
#include "loaded.h"

/* Files that between them say everything that a file can say. */
static const char *const files[] = {"tests/meetings/ashcombe-2025.yaml",
                                    "tests/meetings/kent-2022.yaml",
                                    "tests/meetings/odd/kinds.yaml",
                                    "tests/meetings/odd/cy.yaml",
                                    "layouts/new/minutes/meeting.yaml",
                                    "layouts/new/report/report.yaml",
                                    "tests/csvs/all.yaml"};

/* What is left. */
static const char rest[] =
    "  kind: Notes\n  contact: Ask *us*.\n  approved: 2022-06-08\n"
    "  quorum: five\n"
    "  next:\n    title: Council\n    date: 2022-06-08\n    time: 10:00\n    venue: Hall\n"
    "    text: or later\n"
    "public: Come.\n"
    "absent:\n  - name: Ann\n    attended: by telephone\n    capacity: member\n    note: ill\n"
    "    abbreviation: A\n"
    "items:\n  - title: One\n    purpose: decision\n    time: 10:00\n    taken: late\n"
    "    papers:\n      - title: A paper\n        file: a.pdf\n"
    "    minutes:\n      - chart:\n          title: One\n          bars:\n            - {label: a, "
    "value: 1}\n"
    "    actions:\n"
    "      - owner: Force\n        action: write\n        due: 2022-03-20\n        closing: done\n"
    "        status: closed\n        completed: 2022-04-01\n"
    "        overview:\n          owner: All\n          action: Write\n"
    "      - owner: Force\n        action: call\n        due: soon\n"
    "    motions:\n      - motion: build\n        result: carried\n        resolved: Built.\n"
    "        votes:\n          for:\n            - A\n            - B\n          against: 1\n"
    "          abstained: 0\n"
    "        amendments:\n          - motion: wait\n            result: carried\n"
    "register:\n  - owner: PCC\n    action: old\n    raised: 2021-01-01\n    due: 2021-02-01\n"
    "    meeting: An earlier one\n";

#define VALUES                                                                                     \
    "    values:\n      2021-01: 20\n      2021-02: 22\n      2021-03: 19\n      2021-04: 21\n"    \
    "      2021-05: 20\n      2021-06: 22\n      2021-07: 19\n      2021-08: 21\n"                 \
    "      2021-09: 20\n      2021-10: 22\n      2021-11: 19\n      2021-12: 21\n"                 \
    "      2022-01: 40\n      2022-02: 42\n      2022-03: 39\n      2022-04: 41\n"                 \
    "      2022-05: 40\n      2022-06: 90\n      2022-07: 39\n      2022-08: 41\n"                 \
    "      2022-09: 40\n      2022-10: 42\n      2022-11: 39\n      2022-12: 41\n"
#define SERIES(id)                                                                                 \
    "  - id: " id "\n    title: T\n    unit: count\n    noun: thefts\n    period: month\n"

#define CALM                                                                                       \
    "    values:\n      2021-01: 20\n      2021-02: 22\n      2021-03: 19\n      2021-04: 21\n"    \
    "      2021-05: 20\n      2021-06: 22\n      2021-07: 19\n      2021-08: 21\n"                 \
    "      2021-09: 20\n      2021-10: 22\n      2021-11: 19\n      2021-12: 21\n"                 \
    "      2022-01: 20\n"
#define NAMED_SERIES                                                                               \
    SERIES("passing")                                                                              \
    "    better: lower\n    target: 200\n" VALUES SERIES(                                          \
        "failing") "    better: lower\n    target: 0\n" VALUES                                     \
        SERIES("chance") "    better: lower\n    target: 40\n" VALUES SERIES(                      \
            "new") "    small-base: 30\n    events:\n      - at: 2021-12\n        text: An "       \
                   "event\n" VALUES SERIES("calm") CALM                                            \
        "  - id: share\n    title: T\n    unit: percent\n    period: month\n" VALUES
/* Longer than a chart is told with in one sentence. */
#define NAME "Some sixty characters of a name that is told twice in a sentence "

#define TWELVE "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]"
#define ROW    "        - {label: R, values: " TWELVE "}\n"
static const char report[] =
    "report:\n  title: R\n  subtitle: S\n  period: P\n  date: 2022-03-16\n"
    "  author: A\n  status: draft\n  version: 1\n  issued: 2022-03-17\n"
    "  organisation: O\n  contact: C\n"
    "  summary: Short.\nclosing: End.\n"
    "metrics:\n" NAMED_SERIES SERIES(
        "worse") "    better: lower\n    target: 20\n"
                 "    provisional: from 2022-11\n    rebases:\n"
                 "      - at: 2022-01\n        reason: counted anew\n" VALUES SERIES(
                     "better") "    better: higher\n" VALUES SERIES("neither") VALUES
    "body:\n  - heading: H\n  - text: T\n  - chart:\n      title: Chart\n"
    "      subtitle: S\n      source: N\n"
    "      description: What it shows\n      height: 60 mm\n"
    "  - chart:\n      type: spc\n      series: worse\n      shift: 6\n      trend: 7\n"
    "  - chart:\n      type: spc\n      series: better\n"
    "  - chart:\n      type: spc\n      series: neither\n"
    "  - chart: {series: [worse, better], finding: F}\n"
    "  - text: \"${worse total 2022-11 to 2022-12} ${worse percent change from previous}\"\n"
    "  - chart: {type: slope, groups: [" NAME "A, " NAME "B], bars: [{label: a, values: [1, 2]},\n"
    "            {label: b, values: [2, 1]}, {label: c, values: [1, 1]}, {label: d, values: "
    "['-', '-']}]}\n"
    "  - chart:\n      type: spc\n      series: new\n"
    "  - chart:\n      type: table\n      series:\n        - heading: Group\n"
    "          series:\n            - worse\n            - better\n        - passing\n"
    "        - failing\n        - new\n        - share\n        - chance\n        - neither\n"
    "        - calm\n"
    "  - chart:\n      type: matrix\n      series:\n        - passing\n        - failing\n"
    "        - chance\n        - neither\n"
    "  - chart:\n      type: bar\n      stack: yes\n      groups:\n"
    "        - A\n        - B\n        - C\n        - D\n      bars:\n"
    "        - label: L\n          values:\n            - 1\n"
    "            - 2\n            - 3\n            - 4\n"
    "        - label: M\n          values:\n            - 2\n"
    "            - 2\n            - 3\n            - 4\n"
    "  - chart:\n      type: pareto\n      bars:\n"
    "        - label: L\n          value: 9\n"
    "        - label: M\n          value: 1\n"
    "  - chart:\n      type: funnel\n      points:\n"
    "        - {label: A, numerator: 500, denominator: 1000}\n"
    "        - {label: B, numerator: 580, denominator: 1000}\n"
    "        - {label: C, numerator: 462, denominator: 1000}\n"
    "        - {label: D, numerator: 4580, denominator: 9000}\n"
    "  - chart:\n      type: heat\n      columns: " TWELVE
    "\n      rows:\n" ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW;

/* "an action.due-day": those that have been seen with something in them. */
static GHashTable *seen;

static void walk(const void *record, const struct bp_record_type *type, int depth)
{
    assert_true(depth < 40);
    for (int i = 0; i < type->n_data; i++) {
        const struct bp_datum *datum = &type->data[i];
        struct bp_value all = bp_record_value(record, datum);
        int n = bp_value_count(&all);
        assert_true((n == 0) == bp_value_is_empty(&all));
        assert_true(n == 0 || all.kind == datum->kind);
        for (int k = 0; k < n; k++) {
            struct bp_value entry = bp_value_entry(&all, k);
            struct bp_source source = bp_value_source(&entry);
            assert_false(entry.list);
            assert_true(source.line >= 0 && source.line < 1000);
            if (bp_value_is_empty(&entry))
                continue;
            g_hash_table_add(seen, g_strdup_printf("%s.%s", type->noun, datum->name));
            if (entry.kind == BP_VALUE_RECORD)
                walk(entry.record, datum->record, depth + 1);
            else if (entry.kind == BP_VALUE_WORDS || entry.kind == BP_VALUE_CHOICE)
                assert_true(g_utf8_validate(entry.words.text, -1, NULL));
        }
    }
}

/* Of charts and figures most is known once they have been told in the words of a look. */
static void tell(const struct bp_data *data, struct bp_arena *arena)
{
    const char *name = data->meeting ? "minutes" : "report";
    const struct bp_look_wish wish = {
        .layout.name = name, .prints = data->meeting ? "meeting" : name, .charts = true};
    struct bp_report *said = bp_report_create();
    const struct bp_look *look = bp_look_read(&wish, arena, said);
    assert_non_null(look);
    bp_charts_tell(data, look, arena);
    assert_true(bp_mentions_tell(data, look, arena, said));
    for (int i = 0; i < data->n_mentions; i++)
        walk(data->mentions[i], &bp_mention_record, 0);
    bp_report_destroy(said);
}

/* As if something showed all series. */
static void use_all(struct bp_metrics *metrics)
{
    for (int i = 0; i < metrics->n_series; i++)
        bp_series_find(metrics, metrics->series[i].id.text);
    bp_readings_sort(metrics);
}

static void walk_data(const struct bp_data *data, struct bp_arena *arena)
{
    if (data->metrics)
        use_all(data->metrics);
    tell(data, arena);
    struct bp_root root = bp_root_of(data);
    if (root.meeting)
        root.log = bp_register_make(root.meeting, (struct bp_date){2026, 1, 1}, arena);
    walk(&root, &bp_root_type, 0);
}

static void walk_text(const char *text, bool meeting)
{
    struct loaded loaded = meeting ? loaded_meeting(text) : loaded_bytes(text, strlen(text));
    if (bp_report_errors(loaded.report) > 0)
        fail_msg("%s", loaded.said);
    walk_data(&loaded.data, loaded.arena);
    loaded_finish(&loaded);
}

static void find_types(const struct bp_record_type *type, GHashTable *types)
{
    if (!g_hash_table_add(types, (gpointer)type))
        return;
    for (int i = 0; i < type->n_data; i++)
        if (type->data[i].record)
            find_types(type->data[i].record, types);
}

static void every_datum_of_every_record_can_be_reached(void **state)
{
    GHashTable *types = g_hash_table_new(g_direct_hash, g_direct_equal);
    GHashTableIter iter;
    gpointer key;
    int missing = 0;

    (void)state;
    seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        struct bp_arena *arena = bp_arena_create();
        struct bp_report *said = bp_report_create();
        struct bp_data data;
        assert_true(bp_load_data(files[i], files[i], ".", &data, arena, said));
        walk_data(&data, arena);
        bp_report_destroy(said);
        bp_arena_destroy(arena);
    }
    walk_text(rest, true);
    walk_text(report, false);
    find_types(&bp_root_type, types);
    assert_true(g_hash_table_size(types) > 20);
    g_hash_table_iter_init(&iter, types);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        const struct bp_record_type *type = key;
        for (int i = 0; i < type->n_data; i++) {
            char *name = g_strdup_printf("%s.%s", type->noun, type->data[i].name);
            if (!g_hash_table_contains(seen, name)) {
                print_error("nothing was found in %s\n", name);
                missing++;
            }
            g_free(name);
        }
    }
    g_hash_table_destroy(types);
    g_hash_table_destroy(seen);
    assert_int_equal(missing, 0);
}

/* What "meeting.NAME.NAME" leads to. */
static struct bp_value value_of(const struct bp_root *root, const char *path)
{
    char **names = g_strsplit(path, ".", -1);
    struct bp_value value = bp_record_value(root, bp_record_find(&bp_root_type, names[0]));
    for (int i = 1; names[i]; i++)
        value = bp_record_value(value.record, bp_record_find(value.type, names[i]));
    g_strfreev(names);
    return value;
}

static void values_are_those_of_the_file(void **state)
{
    struct loaded loaded = loaded_meeting(rest);
    struct bp_root root = {.meeting = loaded.meeting};

    (void)state;
    if (!root.meeting)
        fail_msg("%s", loaded.said);
    assert_string_equal(value_of(&root, "meeting.title").words.text, "Board");
    assert_int_equal(bp_value_source(&(struct bp_value){BP_VALUE_NOTHING}).line, 0);
    struct bp_value title = value_of(&root, "meeting.title");
    assert_int_equal(bp_value_source(&title).line, 2);
    assert_int_equal(value_of(&root, "meeting.date").date.month, 3);
    assert_int_equal(value_of(&root, "meeting.next.time").time.hour, 10);
    assert_string_equal(value_of(&root, "meeting.quorum.text").words.text, "five");
    assert_int_equal(value_of(&root, "meeting.quorum.needed").kind, BP_VALUE_NOTHING);
    assert_int_equal(value_of(&root, "meeting.signature").kind, BP_VALUE_NOTHING);
    assert_int_equal(value_of(&root, "report.title").kind, BP_VALUE_NOTHING);

    struct bp_value actions = value_of(&root, "meeting.actions");
    assert_true(actions.list);
    assert_int_equal(bp_value_count(&actions), 2);
    struct bp_value action = bp_value_entry(&actions, 1);
    assert_ptr_equal(action.record, loaded.meeting->actions[1]);
    struct bp_value item = bp_record_value(action.record, bp_record_find(action.type, "item"));
    assert_ptr_equal(item.record, &loaded.meeting->items[0]);
    struct bp_value item_title = bp_record_value(item.record, bp_record_find(item.type, "title"));
    assert_string_equal(item_title.words.text, "One");
    struct bp_value due = bp_record_value(action.record, bp_record_find(action.type, "due"));
    assert_string_equal(due.words.text, "words");

    assert_int_equal(value_of(&root, "page").kind, BP_VALUE_FIELD);
    assert_null(bp_record_find(&bp_root_type, "nothing"));
    assert_int_equal(bp_record_value(NULL, &bp_root_type.data[0]).kind, BP_VALUE_NOTHING);
    loaded_finish(&loaded);
}

/* The runs of entries below an item tell one kind each. */
static void a_run_has_one_kind_of_entries(void **state)
{
    struct loaded loaded = loaded_meeting(rest);
    const struct bp_item *item = &loaded.meeting->items[0];

    (void)state;
    struct bp_root root = {.meeting = loaded.meeting};
    struct bp_value items = value_of(&root, "meeting.items"), one = bp_value_entry(&items, 0);
    struct bp_value runs = bp_record_value(one.record, bp_record_find(one.type, "runs"));
    assert_int_equal(bp_value_count(&runs), item->n_runs);
    for (int i = 0; i < item->n_runs; i++) {
        struct bp_value run = bp_value_entry(&runs, i);
        int kinds = 0;
        for (int k = 0; k < run.type->n_data; k++) {
            struct bp_value entries = bp_record_value(run.record, &run.type->data[k]);
            kinds += !bp_value_is_empty(&entries);
        }
        assert_int_equal(kinds, 1);
    }
    loaded_finish(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_datum_of_every_record_can_be_reached),
        cmocka_unit_test(values_are_those_of_the_file),
        cmocka_unit_test(a_run_has_one_kind_of_entries),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
