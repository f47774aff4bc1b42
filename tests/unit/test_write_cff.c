/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "write/cff.h"

/* Header, a Name INDEX of "A", a Top DICT INDEX of eight bytes. */
#define FONT(...)                                                                                  \
    {                                                                                              \
        1, 0, 4, 1, 0, 1, 1, 1, 2, 'A', 0, 1, 1, 1, 9, __VA_ARGS__                                 \
    }

static const uint8_t keyed[] = FONT(28, 1, 30, 248, 7, 139, 12, 30);
static const uint8_t named[] = FONT(28, 12, 30, 139, 0, 139, 12, 7);
static const uint8_t real[] = FONT(30, 0x12, 0x1F, 12, 30, 139, 139, 0);

static void ros_tells_a_cid_keyed_font(void **state)
{
    (void)state;
    assert_true(bp_cff_is_cid_keyed(keyed, sizeof keyed));
    assert_true(bp_cff_is_cid_keyed(real, sizeof real));
}

static void operands_are_not_taken_for_operators(void **state)
{
    (void)state;
    assert_false(bp_cff_is_cid_keyed(named, sizeof named));
}

static void no_length_and_no_byte_leads_outside(void **state)
{
    uint8_t bytes[sizeof keyed];
    (void)state;
    for (size_t size = 0; size < sizeof keyed; size++) {
        memcpy(bytes, keyed, sizeof keyed);
        assert_false(bp_cff_is_cid_keyed(bytes, size));
        bytes[size] = 255;
        bp_cff_is_cid_keyed(bytes, sizeof bytes);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(ros_tells_a_cid_keyed_font),
    cmocka_unit_test(operands_are_not_taken_for_operators),
    cmocka_unit_test(no_length_and_no_byte_leads_outside),
};

int main(void)
{
    return cmocka_run_group_tests(tests, NULL, NULL);
}
