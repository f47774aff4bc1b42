/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "comma.h"

static void memory_is_zeroed_aligned_and_apart(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    unsigned char *all[4000];
    size_t sizes[4000];

    (void)state;
    for (size_t i = 0; i < 4000; i++) {
        sizes[i] = i % 100 == 0 ? 20000 + i : i % 67;
        all[i] = bp_arena_new(arena, sizes[i]);
        assert_int_equal((uintptr_t)all[i] % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(all[i][k], 0);
        memset(all[i], (int)(i % 251) + 1, sizes[i]);
    }
    for (size_t i = 0; i < 4000; i++) {
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(all[i][k], i % 251 + 1);
    }
    bp_arena_destroy(arena);
}

static void nothing_still_has_an_address(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    void *a = bp_arena_new(arena, 0), *b = bp_arena_new(arena, 0);

    (void)state;
    assert_non_null(a);
    assert_non_null(b);
    assert_ptr_not_equal(a, b);
    assert_non_null(bp_arena_copy(arena, NULL, 0, 8));
    bp_arena_destroy(arena);
    bp_arena_destroy(NULL);
}

static void a_copy_holds_what_was_copied(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    int numbers[] = {3, 1, 4, 1, 5};
    int *copy = bp_arena_copy(arena, numbers, 5, sizeof *numbers);

    (void)state;
    numbers[0] = 9;
    assert_int_equal(copy[0], 3);
    assert_int_equal(copy[4], 5);
    assert_string_equal(bp_arena_string(arena, "minutes of", 7), "minutes");
    assert_string_equal(bp_arena_string(arena, NULL, 0), "");
    bp_arena_destroy(arena);
}

static void printf_knows_no_locale(void **state)
{
    struct bp_arena *arena = bp_arena_create();
    char *long_text = bp_arena_printf(arena, "%0*d", 5000, 7);

    (void)state;
    assert_true(comma_locale_set());
    assert_string_equal(bp_arena_printf(arena, "%.2f %s", 1.5, "Zoë"), "1.50 Zoë");
    assert_int_equal(strlen(long_text), 5000);
    setlocale(LC_ALL, "C");
    bp_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(nothing_still_has_an_address),
        cmocka_unit_test(a_copy_holds_what_was_copied),
        cmocka_unit_test(printf_knows_no_locale),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
