/* SPDX-License-Identifier: MIT */
/* A page's drawing copied out of a PDF that is written here by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

#include "papers/drawing.h"

/* What a copy gives, as text; the user of the copy's target. */
struct copied {
    GString *out;
    int last;
};

static int new_number(void *user)
{
    struct copied *copied = user;
    return ++copied->last;
}

static void take_object(void *user, int number, const GString *text)
{
    struct copied *copied = user;
    g_string_append_printf(copied->out, "%d: %s\n", number, text->str);
}

static void take_stream(void *user, int number, const GString *entries, const struct bp_bytes *data)
{
    struct copied *copied = user;
    g_string_append_printf(copied->out, "%d: <<%s>> %.*s\n", number, entries->str, (int)data->size,
                           data->data);
}

/* A PDF whose objects from 1 on are the texts; the first is the catalog. */
static GString *make_pdf(const char *const *objects)
{
    GString *out = g_string_new("%PDF-1.4\n"), *table = g_string_new("0000000000 65535 f \n");
    int count = 1;
    for (; *objects; objects++, count++) {
        g_string_append_printf(table, "%010d 00000 n \n", (int)out->len);
        g_string_append_printf(out, "%d 0 obj\n%s\nendobj\n", count, *objects);
    }
    int start = (int)out->len;
    g_string_append_printf(out, "xref\n0 %d\n%s", count, table->str);
    g_string_append_printf(out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", count,
                           start);
    g_string_free(table, TRUE);
    return out;
}

/* The copy of a PDF as form 10, new objects from 11 on; NULL when it is refused. */
static char *copy_of(const GString *pdf)
{
    struct copied copied = {g_string_new(NULL), 10};
    const struct bp_copy_target target = {&copied, new_number, take_object, take_stream};
    struct bp_report *report = bp_report_create();
    struct bp_bytes file = {pdf->str, pdf->len};
    struct bp_paper *paper = bp_paper_open(&file, "the drawing", NULL, report);
    bool good = paper && bp_drawing_print(paper, 10, &target);
    if (paper)
        assert_int_equal(bp_paper_check(paper, report), good);
    assert_int_equal(bp_report_errors(report), good ? 0 : 1);
    assert_int_equal(bp_report_has(report, "paper-damaged"), !good);
    bp_paper_close(paper);
    bp_report_destroy(report);
    return g_string_free(copied.out, !good);
}

static void assert_copy(const char *const *objects, const char *wanted)
{
    GString *pdf = make_pdf(objects);
    char *got = copy_of(pdf);
    if (wanted)
        assert_string_equal(got, wanted);
    else
        assert_null(got);
    g_free(got);
    g_string_free(pdf, TRUE);
}

#define CATALOG "<</Type/Catalog/Pages 2 0 R>>"
#define PAGES   "<</Type/Pages/Kids[3 0 R]/Count 1>>"

static void a_page_becomes_a_form_of_one_unit(void **state)
{
    (void)state;
    assert_copy((const char *const[]){CATALOG, PAGES,
                                      "<</Type/Page/Parent 2 0 R/MediaBox[10 20 60 220]"
                                      "/Contents 4 0 R/Resources<<>>>>",
                                      "<</Length 3>>stream\nf f\nendstream", NULL},
                "10: <</Type/XObject/Subtype/Form/BBox[10 20 60 220]"
                "/Matrix[0.02 0 0 0.005 -0.2 -0.1]/Resources <<>>>> f f\n");
}

static void objects_get_new_numbers_in_the_order_met(void **state)
{
    (void)state;
    assert_copy(
        (const char *const[]){CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 1 1]>>",
                              "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 6 0 R"
                              "/Group<</S/Transparency>>>>",
                              "<</Length 5 0 R>>stream\n/x Do\nendstream", "5",
                              "<</XObject<</x 8 0 R>>/A[7 0 R 7 0 R 6 0 R]>>", "(\\(\\377)",
                              "<</StructParent 4/Length 1/B 7 0 R>>stream\ng\nendstream", NULL},
        "10: <</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[1 0 0 1 0 0]"
        "/Resources 11 0 R/Group <</S /Transparency>>>> /x Do\n"
        "11: <</A [12 0 R 12 0 R 11 0 R]/XObject <</x 13 0 R>>>>\n"
        "12: <28FF>\n"
        "13: <</B 12 0 R>> g\n");
}

static void every_type_is_printed(void **state)
{
    (void)state;
    assert_copy((const char *const[]){CATALOG, PAGES,
                                      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1 1]/Contents 4 0 R"
                                      "/Resources<</T[true false null 7 -1.50 .5 /a#20b#2f (x) <0a>"
                                      " 99 0 R]>>>>",
                                      "<</Length 1>>stream\nf\nendstream", NULL},
                "10: <</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[1 0 0 1 0 0]/Resources "
                "<</T [true false null 7 -1.50 .5 /a#20b#2F <78> <0A> 11 0 R]>>>> f\n11: null\n");
}

static void what_is_no_drawing_is_refused(void **state)
{
    (void)state;
    assert_copy((const char *const[]){CATALOG, "<</Type/Pages/Kids[]/Count 0>>", NULL}, NULL);
    assert_copy((const char *const[]){CATALOG, PAGES,
                                      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1 1]>>", NULL},
                NULL);
    assert_copy((const char *const[]){CATALOG, PAGES,
                                      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 1]"
                                      "/Contents 4 0 R>>",
                                      "<</Length 1>>stream\nf\nendstream", NULL},
                NULL);
    GString *none = g_string_new("%PDF-1.4\nnothing");
    assert_null(copy_of(none));
    g_string_free(none, TRUE);
}

/* Nested arrays, more than anything is drawn with. */
static void deep_nesting_is_refused(void **state)
{
    (void)state;
    char *open = g_strnfill(300, '['), *close = g_strnfill(300, ']');
    char *page = g_strdup_printf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 1 1]/Contents 4 0 R"
                                 "/Resources<</A %s%s>>>>",
                                 open, close);
    assert_copy(
        (const char *const[]){CATALOG, PAGES, page, "<</Length 1>>stream\nf\nendstream", NULL},
        NULL);
    g_free(page);
    g_free(open);
    g_free(close);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_becomes_a_form_of_one_unit),
        cmocka_unit_test(objects_get_new_numbers_in_the_order_met),
        cmocka_unit_test(every_type_is_printed),
        cmocka_unit_test(what_is_no_drawing_is_refused),
        cmocka_unit_test(deep_nesting_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
