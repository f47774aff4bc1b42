/* SPDX-License-Identifier: MIT */
#include "load/sheet.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "looked.h"

#define near(a, b) assert_true(fabs((a) - (b)) < 0.005)

static struct looked with(const char *page)
{
    char *more = g_strdup_printf("page:\n%s", page);
    struct looked looked = looked_body(more, "  - paragraph: x");
    g_free(more);
    return looked;
}

static void papers_have_their_sizes_and_can_lie(void **state)
{
    static const struct {
        const char *page;
        double width;
        double height;
    } cases[] = {
        {"  size: A4\n", 595.28, 841.89},
        {"  size: a5\n", 419.53, 595.28},
        {"  size: A3\n", 841.89, 1190.55},
        {"  size: letter\n", 612, 792},
        {"  size: A4\n  orientation: landscape\n", 841.89, 595.28},
        {"  size: A4\n  orientation: portrait\n", 595.28, 841.89},
        {"  size:\n    - 200 mm\n    - 300 mm\n", 566.93, 850.39},
        {"  size:\n    - 300 mm\n    - 200 mm\n  orientation: portrait\n", 566.93, 850.39},
        {"  duplex: yes\n", 595.28, 841.89},
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct looked looked = with(cases[i].page);
        if (!looked.look)
            fail_msg("%s", looked.said);
        near(looked.look->sheet.width, cases[i].width);
        near(looked.look->sheet.height, cases[i].height);
        looked_finish(&looked);
    }
}

static void margins_and_columns_are_lengths(void **state)
{
    struct looked looked = with("  top: 1 in\n  bottom: 2 lines\n  inner: 20 mm\n  outer: 2 em\n"
                                "  side: 0\n  columns: 2\n  gutter: 12\n  duplex: yes\n");
    const struct bp_sheet *sheet = &looked.look->sheet;

    (void)state;
    near(sheet->margin_top, 72);
    near(sheet->margin_bottom, 32);
    near(sheet->margin_start, 56.69);
    near(sheet->margin_end, 23);
    near(sheet->side, 0);
    near(sheet->gutter, 12);
    assert_int_equal(sheet->columns, 2);
    assert_true(sheet->duplex);
    looked_finish(&looked);
    looked = with("  size: A4\n");
    assert_false(looked.look->sheet.duplex);
    assert_int_equal(looked.look->sheet.columns, 1);
    looked_finish(&looked);
}

static void a_page_without_room_is_told_of(void **state)
{
    static const char *const pages[] = {
        "  inner: 10 cm\n  outer: 10 cm\n",
        "  top: 20 cm\n  bottom: 10 cm\n",
        "  columns: 6\n  gutter: 50\n",
        "  size:\n    - 10 mm\n    - 10 mm\n",
        "  side: 15 cm\n",
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        struct looked looked = with(pages[i]);
        assert_null(looked.look);
        if (!strstr(looked.said, "leave"))
            fail_msg("%s: %s", pages[i], looked.said);
        looked_finish(&looked);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers_have_their_sizes_and_can_lie),
        cmocka_unit_test(margins_and_columns_are_lengths),
        cmocka_unit_test(a_page_without_room_is_told_of),
    };

    return cmocka_run_group_tests(tests, looked_enter, looked_leave);
}
