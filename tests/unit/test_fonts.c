/* SPDX-License-Identifier: MIT */
/* The files that fonts/faces.list names are those whose checksums it gives. */
#include <glib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "text/hyphen.h"
#include "text/table.h"

static const char list[] =
#include "gen/fonts/faces.list.h"
    ;

static const char hyphenation[] =
#include "gen/fonts/hyphenation.list.h"
    ;

static void assert_sum(const char *path, const char *expected, const char *package)
{
    char *bytes;
    gsize size;
    if (!g_file_get_contents(path, &bytes, &size, NULL))
        fail_msg("%s is missing: install %s", path, package);
    char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, size);
    if (g_strcmp0(sum, expected) != 0)
        fail_msg("%s is another file: its SHA-256 is %s", path, sum);
    g_free(sum);
    g_free(bytes);
}

static void every_dictionary_has_its_checksum(G_GNUC_UNUSED void **state)
{
    struct bp_report *report = bp_report_create();
    struct bp_arena *arena = bp_arena_create();
    struct bp_hyphens hyphens;
    assert_true(bp_hyphens_init(&hyphens, hyphenation, arena, report));
    assert_true(hyphens.n > 0);
    for (int i = 0; i < hyphens.n; i++)
        assert_sum(hyphens.files[i].path, hyphens.files[i].sha256, hyphens.files[i].package);
    assert_int_equal(bp_hyphens_find(&hyphens, "en-GB"), 0);
    assert_int_equal(bp_hyphens_find(&hyphens, "en"), 0);
    assert_int_equal(bp_hyphens_find(&hyphens, "cy"), -1);
    assert_int_equal(bp_hyphens_find(&hyphens, NULL), -1);
    bp_hyphens_finish(&hyphens);
    assert_false(bp_hyphens_init(&hyphens, "hyphen-none cy\n", arena, report));
    bp_arena_destroy(arena);
    bp_report_destroy(report);
}

static void every_font_file_has_its_checksum(G_GNUC_UNUSED void **state)
{
    struct bp_report *report = bp_report_create();
    struct bp_arena *arena = bp_arena_create();
    struct bp_table table;
    assert_true(bp_table_read(list, &table, arena, report));
    assert_true(table.n_faces > 60);
    for (int i = 0; i < table.n_faces; i++) {
        const struct bp_table_face *face = &table.faces[i];
        assert_sum(face->path, face->sha256, face->package);
    }
    bp_arena_destroy(arena);
    bp_report_destroy(report);
}

static void the_own_family_has_italics_and_three_weights(G_GNUC_UNUSED void **state)
{
    struct bp_report *report = bp_report_create();
    struct bp_arena *arena = bp_arena_create();
    struct bp_table table;
    int found[2] = {0};
    assert_true(bp_table_read(list, &table, arena, report));
    for (int i = 0; i < table.n_faces; i++)
        if (g_strcmp0(table.faces[i].family, "Open Sans") == 0)
            found[table.faces[i].italic]++;
    assert_int_equal(found[0], 3);
    assert_int_equal(found[1], 3);
    bp_arena_destroy(arena);
    bp_report_destroy(report);
}

static void families_have_the_faces_that_layouts_name(G_GNUC_UNUSED void **state)
{
    static const struct {
        const char *family;
        int upright;
        int italic;
    } families[] = {{"Inter", 3, 3},      {"Lato", 3, 3},       {"Liberation Sans", 2, 2},
                    {"Noto Sans", 2, 2},  {"Noto Serif", 2, 2}, {"Vollkorn", 3, 3},
                    {"EB Garamond", 2, 1}};
    struct bp_report *report = bp_report_create();
    struct bp_arena *arena = bp_arena_create();
    struct bp_table table;
    assert_true(bp_table_read(list, &table, arena, report));
    for (guint i = 0; i < G_N_ELEMENTS(families); i++) {
        int found[2] = {0};
        for (int k = 0; k < table.n_faces; k++)
            if (g_strcmp0(table.faces[k].family, families[i].family) == 0)
                found[table.faces[k].italic]++;
        assert_int_equal(found[0], families[i].upright);
        assert_int_equal(found[1], families[i].italic);
    }
    bp_arena_destroy(arena);
    bp_report_destroy(report);
}

static void a_script_names_its_language(G_GNUC_UNUSED void **state)
{
    char language[16];
    assert_true(bp_table_language("Latn:en,Syrc:syr", "Syrc", language));
    assert_string_equal(language, "syr");
    assert_true(bp_table_language("Latn:en,Syrc:syr", "Latn", language));
    assert_string_equal(language, "en");
    assert_false(bp_table_language("Latn:en", "Arab", language));
    assert_false(bp_table_language(NULL, "Arab", language));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_font_file_has_its_checksum),
        cmocka_unit_test(every_dictionary_has_its_checksum),
        cmocka_unit_test(the_own_family_has_italics_and_three_weights),
        cmocka_unit_test(families_have_the_faces_that_layouts_name),
        cmocka_unit_test(a_script_names_its_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
