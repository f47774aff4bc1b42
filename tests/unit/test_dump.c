/* SPDX-License-Identifier: MIT */
#include "base/dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void nodes_stand_below_their_parents(void **state)
{
    struct bp_dump dump = {.out = g_string_new(NULL)};

    (void)state;
    bp_dump_begin(&dump, "item");
    bp_dump_source(&dump, (struct bp_source){"/tmp/m.yaml", 12, 5});
    bp_dump_word(&dump, "kind", "section");
    bp_dump_begin(&dump, "title");
    bp_dump_text(&dump, "text", "One");
    bp_dump_end(&dump);
    bp_dump_begin(&dump, "list");
    bp_dump_begin(&dump, "item");
    bp_dump_int(&dump, "level", -2);
    bp_dump_end(&dump);
    bp_dump_end(&dump);
    bp_dump_begin(&dump, "rule");
    bp_dump_number(&dump, "width", 1.239);
    bp_dump_flag(&dump, "thick", true);
    bp_dump_end(&dump);
    bp_dump_end(&dump);
    assert_string_equal(dump.out->str, "item @12:5 kind=section\n"
                                       "  title text=\"One\"\n"
                                       "  list\n"
                                       "    item level=-2\n"
                                       "  rule width=1.24 thick\n");
    g_string_free(dump.out, TRUE);
}

static void what_is_not_said_is_not_printed(void **state)
{
    struct bp_dump dump = {.out = g_string_new(NULL)};

    (void)state;
    bp_dump_begin(&dump, "item");
    bp_dump_source(&dump, (struct bp_source){0});
    bp_dump_word(&dump, "a", NULL);
    bp_dump_text(&dump, "b", NULL);
    bp_dump_int(&dump, "c", 0);
    bp_dump_number(&dump, "d", 0);
    bp_dump_flag(&dump, "e", false);
    bp_dump_end(&dump);
    assert_string_equal(dump.out->str, "item\n");
    g_string_free(dump.out, TRUE);
}

static void what_cannot_be_seen_is_escaped(void **state)
{
    struct bp_dump dump = {.out = g_string_new(NULL)};

    (void)state;
    bp_dump_begin(&dump, "run");
    bp_dump_text(&dump, "text", "a \"b\"\\\n\t\xc2\xa0\xe2\x80\x8b\xc2\xad Zoë");
    bp_dump_part(&dump, "part", "Zoëphone", 4);
    bp_dump_end(&dump);
    assert_string_equal(dump.out->str,
                        "run text=\"a \\\"b\\\"\\\\\\n\\t\\u{A0}\\u{200B}\\u{AD} Zoë\""
                        " part=\"Zoë\"\n");
    g_string_free(dump.out, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nodes_stand_below_their_parents),
        cmocka_unit_test(what_is_not_said_is_not_printed),
        cmocka_unit_test(what_cannot_be_seen_is_escaped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
