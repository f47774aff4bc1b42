/* SPDX-License-Identifier: MIT */
/* A character that no face has, put in every text of a meeting file, is reported where it stands.
 */
#include "boardpack.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/report.h"

#define FACE    "😀"
#define DATE    "  date: 2022-03-16\n"
#define HEAD    "meeting:\n  title: Board\n" DATE
#define ITEM    HEAD "items:\n  - title: Finance\n"
#define MINUTES ITEM "    minutes:\n"

/* Each with the character in one text, or in two that must agree. */
static const char *const files[] = {
    "meeting:\n  title: Bo" FACE "ard\n" DATE,
    HEAD "  organisation: Ashcombe " FACE "\n",
    HEAD "  kind: Notes" FACE "\n",
    HEAD "  venue: Town Hall " FACE "\n",
    HEAD "  venue: Town Hall, é " FACE " ü\n",
    HEAD "  held: " FACE " on Teams\n",
    HEAD "  chair: Ann " FACE " Lee\n",
    HEAD "  chair: Ann " FACE "\nsignature: true\n",
    HEAD "  clerk: Bo " FACE "\n",
    HEAD "  quorum: five " FACE "\n",
    HEAD "  next: every Monday " FACE "\n",
    HEAD "  next:\n    date: 2022-06-08\n    title: Council " FACE "\n",
    HEAD "  next:\n    date: 2022-06-08\n    venue: Hall " FACE "\n",
    HEAD "  next:\n    date: 2022-06-08\n    text: or later " FACE "\n",
    HEAD "attendees:\n  - organisation: Police " FACE "\n    people: [Ann Lee]\n",
    HEAD "attendees:\n  - organisation: Police " FACE "\n    capacity: member\n"
         "    people: [Bo, Ann " FACE " Lee]\n",
    HEAD "attendees:\n  - name: Ann " FACE "\n    role: CC " FACE "\n    abbreviation: A" FACE "\n"
         "    attended: virtually\n    note: substitute " FACE "\n",
    HEAD "apologies:\n  - Ann " FACE "\n",
    HEAD "absent:\n  - name: Ann\n    initials: A" FACE "\n",
    HEAD "attendees:\n  - name: Ann\n    from: item 3" FACE "\n    until: item 3" FACE "\n"
         "items:\n  - title: Finance\n    number: 3" FACE "\n",
    HEAD "attendees:\n  - name: Ann\n    from: item 3" FACE "\nitems:\n  - title: A\n"
         "    number: 3" FACE "\n",
    HEAD "attendees:\n  - name: Ann\n    until: item 3" FACE "\nitems:\n  - title: A\n"
         "    number: 3" FACE "\n",
    HEAD "items:\n  - title: Fin" FACE "ance\n    time: 10:35\n",
    ITEM "    number: 7" FACE "\n",
    ITEM "    number: 7" FACE "\n    items:\n      - title: below\n",
    ITEM "    time: 10:35\n    lead: Ann " FACE "\n    taken: with the next " FACE "\n",
    ITEM "    taken: " FACE "\n",
    ITEM "    sections:\n      - title: Victims " FACE " first\n",
    ITEM "    papers:\n      - A " FACE "\n",
    ITEM "    papers:\n      - A " FACE "\n      - title: B " FACE "\n"
         "        url: https://example.org/\n",
    ITEM "    closed:\n      paragraph: 3" FACE "\n",
    ITEM "    closed:\n      act: Schedule " FACE "\n",
    ITEM "    closed:\n      paragraph: 3" FACE "\n      act: Schedule " FACE "\n"
         "      reason: A *con" FACE "tract*.\n",
    ITEM "    approvals:\n      - date: 2022-01-01\n        title: Board " FACE "\n"
         "        corrections:\n          - read " FACE "\n",
    ITEM "    approvals:\n      - date: 2022-01-01\n        title: The " FACE "\n",
    ITEM "    declarations:\n      - person: Ann " FACE "\n        item: rents " FACE "\n"
         "        interest: owns " FACE "\n        did: left " FACE "\n",
    ITEM "    updates:\n      - id: A" FACE "\n        action: write " FACE "\n"
         "        update: done " FACE "\n",
    ITEM "    updates:\n      - id: " FACE "\n        action: write\n        update: done\n",
    ITEM "    decisions:\n      - pay " FACE "\n      - decision: go " FACE "\n",
    ITEM
    "    motions:\n      - motion: build " FACE "\n        proposer: Ann " FACE "\n"
    "        seconder: Bo " FACE "\n        votes:\n          for:\n            - Cy " FACE "\n"
    "            - Di " FACE "\n          against:\n            - Ed " FACE "\n"
    "          abstained:\n            - Fi\n            - Gu " FACE "\n"
    "        amendments:\n          - motion: wait " FACE "\n            seconder: Hy " FACE "\n"
    "        resolved: Be it built " FACE "\n",
    ITEM "    actions:\n      - owner: Force " FACE "\n        action: write " FACE "\n"
         "        id: " FACE "1\n        due: soon " FACE "\n        closing: done " FACE "\n",
    ITEM "    actions:\n      - owners:\n          - Force\n          - PCC " FACE "\n"
         "          - CE " FACE "\n        action: write\n        due: in May " FACE "\n",
    ITEM "    actions:\n      - owner: Force\n        action: write\n        overview:\n"
         "          owner: All " FACE "\n          action: Write " FACE "\n",
    MINUTES "      - event: Bo left " FACE "\n        time: 19:42\n      - event: back " FACE "\n",
    MINUTES "      - text: words " FACE "\n      - more " FACE "\n",
    ITEM "    minutes: plain " FACE " and *it" FACE "alic* " FACE "\n",
    ITEM "    minutes: |\n      One line\n      and " FACE " **two " FACE "**.\n\n"
         "      - a list\n        - in a list " FACE "\n\n      > quoted " FACE "\n",
    ITEM "    minutes: |\n      # Heading " FACE "\n\n      | a " FACE " | b |\n      |---|---|\n"
         "      | c | ~~d~~ " FACE " |\n\n      See [the " FACE " page](https://example.org/).\n",
    ITEM "    minutes: |\n      A note.[^1] The chair and the\n      clerk signed " FACE " it.\n\n"
         "      [^1]: Below " FACE ".\n",
    ITEM "    minutes: 'quoted " FACE "'\n    lead: \"Ann " FACE "\"\n    taken: '  x" FACE "'\n",
    ITEM "    lead: |\n\n      Ann " FACE "\n",
    HEAD "closing: Thanks " FACE "\n",
    HEAD "signature:\n  name: Ann " FACE "\n  role: Chair " FACE "\n",
    HEAD "signature:\n  role: " FACE " Chair\n",
};

/* Where the file does not have the character itself, or not on the line of its text; and one that
 * stands twice in a text is told of once. */
static const struct {
    const char *file;
    int line;
    int column;
} others[] = {
    {HEAD "  numbering: 1 " FACE "\nitems:\n  - title: a\n  - title: b\n", 4, 14},
    {HEAD "  venue: \"Hall \\U0001F600\"\n", 4, 11},
    {HEAD "  venue: Hall " FACE " or " FACE "\n", 4, 15},
    {HEAD "  venue: Town\n    Hall " FACE "\n", 4, 10},
    {HEAD "  venue: >\n    Town\n    Hall " FACE "\n", 4, 10},
    {ITEM "    minutes: words &#x1F600;\n", 6, 14},
    {ITEM "    minutes: |\n      a\n\n      - b *c*\n        \\* &#x1F600;\n", 10, 9},
    {ITEM "    minutes: |\n      `code`:\n\n      ```\n      one\n      two " FACE "\n      ```\n",
     9, 7},
    {ITEM "    minutes: |\n      ![a " FACE "](a.png)\n", 7, 7},
};

static char folder[] = "/tmp/bp-places-XXXXXX";

static int enter(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 && g_file_set_contents("a.png", "", 0, NULL) ? 0
                                                                                              : -1;
}

static int leave(void **state)
{
    (void)state;
    return g_unlink("a.png") || g_unlink("m.yaml") || chdir("/") || rmdir(folder);
}

/* What bp_check() says of the file. To be freed. */
static char *said_of(const char *file, size_t size)
{
    struct bp_report *report = bp_report_create();
    char *said;
    FILE *out = open_memstream(&said, &(size_t){0});

    assert_true(g_file_set_contents("m.yaml", file, (gssize)size, NULL));
    assert_int_equal(bp_check("m.yaml", NULL, report), BP_STATUS_INPUT);
    bp_report_print(report, out);
    bp_report_destroy(report);
    fclose(out);
    return said;
}

static void add_place(GString *places, int line, int column)
{
    g_string_append_printf(places,
                           "m.yaml:%d:%d: error: no font has the character U+1F600 “" FACE "”; "
                           "write it in words, or use another\n",
                           line, column);
}

/* Where the file has the character. */
static GString *places_of(const char *file)
{
    GString *places = g_string_new(NULL);
    int line = 1, column = 1;

    for (const char *at = file; *at; at = g_utf8_next_char(at)) {
        if (g_utf8_get_char(at) == 0x1F600)
            add_place(places, line, column);
        column = *at == '\n' ? 1 : column + 1;
        line += *at == '\n';
    }
    return places;
}

static void a_character_without_a_face_is_found_in_every_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        GString *places = places_of(files[i]);
        char *said = said_of(files[i], strlen(files[i]));

        assert_true(places->len > 0);
        if (strcmp(said, places->str) != 0)
            print_error("%s", files[i]);
        assert_string_equal(said, places->str);
        g_string_free(places, TRUE);
        free(said);
    }
}

static void other_texts_are_found_by_their_start(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        GString *places = g_string_new(NULL);
        char *said = said_of(others[i].file, strlen(others[i].file));

        add_place(places, others[i].line, others[i].column);
        if (strcmp(said, places->str) != 0)
            print_error("%s", others[i].file);
        assert_string_equal(said, places->str);
        g_string_free(places, TRUE);
        free(said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_character_without_a_face_is_found_in_every_text),
        cmocka_unit_test(other_texts_are_found_by_their_start),
    };

    return cmocka_run_group_tests(tests, enter, leave);
}
