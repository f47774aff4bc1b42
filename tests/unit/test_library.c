/* SPDX-License-Identifier: MIT */
/* Libraries that are loaded late, and those that are missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/library.h"

struct functions {
    double (*cosine)(double);
    double (*sine)(double);
};

static void functions_come_in_the_order_of_their_names(void **state)
{
    const struct bp_library library = {"libm.so.6", "libc6",
                                       (const char *const[]){"cos", "sin", NULL}};
    struct bp_report *report = bp_report_create();
    struct functions functions;
    (void)state;
    assert_true(bp_library_load(&library, &functions, report));
    assert_true(functions.cosine(0) == 1 && functions.sine(0) == 0);
    assert_int_equal(bp_report_errors(report), 0);
    bp_report_destroy(report);
}

static void assert_missing(const struct bp_library *library)
{
    struct bp_report *report = bp_report_create();
    struct functions functions;
    char *text = NULL;
    size_t size;
    assert_false(bp_library_load(library, &functions, report));
    assert_int_equal(bp_report_tally(report).systems, 1);
    FILE *out = open_memstream(&text, &size);
    bp_report_print(report, out);
    fclose(out);
    assert_non_null(strstr(text, "install the package libabsent"));
    free(text);
    bp_report_destroy(report);
}

static void a_missing_library_is_told_with_its_package(void **state)
{
    (void)state;
    assert_missing(&(struct bp_library){"libabsent.so.1", "libabsent",
                                        (const char *const[]){"cos", "sin", NULL}});
    assert_missing(&(struct bp_library){"libm.so.6", "libabsent",
                                        (const char *const[]){"cos", "no_such_function", NULL}});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(functions_come_in_the_order_of_their_names),
        cmocka_unit_test(a_missing_library_is_told_with_its_package),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
