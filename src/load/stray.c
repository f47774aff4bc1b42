/* SPDX-License-Identifier: MIT */
#include "load/stray.h"

#include <string.h>

#include "load/bound.h"

enum { FIRST_YEAR = 1000, LONGEST_LETTERS = 4 };

/* What the start of a line looks like; lines of one look below one another run together. */
enum look { LOOK_PLAIN, LOOK_BULLET, LOOK_FONT, LOOK_LETTER_O, LOOK_DASH, LOOK_LETTERS, LOOK_BARS };

struct checker {
    struct bp_reader *reader;
    const struct bp_yaml *node;
    struct bp_lines *text;
    const char *key;
    unsigned told; /* of each look, a bit: one message a text is enough */
};

/* Lines of one look, without another between them. */
struct run {
    enum look look;
    int line; /* the first */
    size_t byte;
    int count;
    bool ruled; /* one of them is a table's line of dashes */
};

static bool starts_with(const char *line, size_t length, const char *words)
{
    return length >= strlen(words) && memcmp(line, words, strlen(words)) == 0;
}

static bool starts_with_any(const char *line, size_t length, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (starts_with(line, length, words[i]))
            return true;
    return false;
}

/* Keys that stand alone on their line, and keys that begin an entry of a list. */
static bool is_key(const char *line, size_t length)
{
    static const char *const alone[] = {
        "papers:",  "closed:", "minutes:",   "approvals:", "declarations:", "updates:",
        "motions:", "items:",  "sections:",  "decisions:", "actions:",      "amendments:",
        "votes:",   "people:", "attendees:", "apologies:", "absent:",       NULL};
    static const char *const entries[] = {
        "owner:",  "owners:",      "action:",   "title:", "motion:", "decision:",
        "person:", "declaration:", "approval:", "event:", "update:", NULL};
    while (length > 0 && g_ascii_isspace(line[length - 1]))
        length--;
    for (int i = 0; alone[i]; i++)
        if (length == strlen(alone[i]) && memcmp(line, alone[i], length) == 0)
            return true;
    if (!starts_with(line, length, "- "))
        return false;
    size_t start = 1;
    while (start < length && line[start] == ' ')
        start++;
    return starts_with_any(line + start, length - start, entries);
}

/* "a) ", "(iv) " */
static bool is_lettered(const char *line, size_t length)
{
    size_t start = length > 0 && *line == '(' ? 1 : 0;
    size_t letters = 0;
    while (start + letters < length && letters < LONGEST_LETTERS &&
           g_ascii_islower(line[start + letters]))
        letters++;
    size_t end = start + letters;
    bool roman = letters > 0;
    for (size_t i = 0; i < letters; i++)
        roman = roman && strchr("ivx", line[start + i]);
    return (letters == 1 || roman) && end + 1 < length && line[end] == ')' && line[end + 1] == ' ';
}

static enum look look_at(const char *line, size_t length)
{
    static const char *const bullets[] = {"• ", "•\t", "· ", "·\t", "▪ ",      "◦ ", "‣ ",
                                          "● ", "○ ",  "■ ", "➢ ",  "•\u00A0", NULL};
    static const char *const dashes[] = {"– ", "— ", NULL};
    if (starts_with(line, length, "\uF0B7") || starts_with(line, length, "\uF0A7"))
        return LOOK_FONT;
    if (starts_with_any(line, length, bullets))
        return LOOK_BULLET;
    if (starts_with(line, length, "o "))
        return LOOK_LETTER_O;
    if (starts_with_any(line, length, dashes))
        return LOOK_DASH;
    if (is_lettered(line, length))
        return LOOK_LETTERS;
    bool bars = length > 1 && *line == '|' && memchr(line + 1, '|', length - 1);
    return bars ? LOOK_BARS : LOOK_PLAIN;
}

static struct bp_source place(struct checker *checker, int line, size_t byte)
{
    return bp_yaml_place(checker->node, line, bp_lines_column(checker->text, line, byte));
}

static void report_run(struct checker *checker, const struct run *run)
{
    struct bp_report *report = checker->reader->report;
    struct bp_source at = place(checker, run->line, run->byte);
    switch (run->look) {
    case LOOK_PLAIN:
        break;
    case LOOK_FONT:
        bp_report_error(report, &at, "word-bullet",
                        "this is a bullet of Word's own, which no other program can print; write "
                        "“- ” instead");
        break;
    case LOOK_BULLET:
    case LOOK_LETTER_O:
    case LOOK_DASH:
        bp_report_warning(report, &at, "word-bullet",
                          "this is Word's bullet, and its lines will run together; write “- ” at "
                          "the start of each");
        break;
    case LOOK_LETTERS:
        bp_report_warning(report, &at, "lettered-lines",
                          "these lettered lines will run together; leave an empty line between "
                          "them, or write “1. ”, “2. ” and so on");
        break;
    case LOOK_BARS:
        bp_report_warning(report, &at, "no-table",
                          "these lines make no table and will run together; write a line such as "
                          "|---|---| below the first, with as many columns");
        break;
    }
}

static void end_run(struct checker *checker, const struct run *run)
{
    unsigned bit = 1U << run->look;
    bool alone = run->look == LOOK_BULLET || run->look == LOOK_FONT;
    if ((run->count < 2 && !alone) || run->ruled || (checker->told & bit))
        return;
    checker->told |= bit;
    report_run(checker, run);
}

static bool check_key(struct checker *checker, const char *line, size_t length,
                      struct bp_stray_place at)
{
    if (!is_key(line, length))
        return false;
    struct bp_source source = place(checker, at.line, at.byte);
    bp_report_error(checker->reader->report, &source, "key-in-text",
                    "this line stands inside the text of “%s”; move it left, under “%s”, or, if it "
                    "is a part of the text, begin it with a capital letter",
                    checker->key, checker->key);
    return true;
}

void bp_stray_check(struct bp_reader *reader, const struct bp_yaml *node, struct bp_lines *text,
                    const char *key)
{
    struct checker checker = {reader, node, text, key, 0};
    struct run run = {0};
    bool told = false;
    for (int line = 1; line <= bp_lines_count(text); line++) {
        size_t length, indent = 0;
        const char *bytes = bp_lines_find(text, line, &length);
        while (indent < length && bytes[indent] == ' ')
            indent++;
        enum look look = look_at(bytes + indent, length - indent);
        told = told || check_key(&checker, bytes + indent, length - indent,
                                 (struct bp_stray_place){text, line, indent});
        if (look != run.look) {
            end_run(&checker, &run);
            run = (struct run){.look = look, .line = line, .byte = indent};
        }
        run.count++;
        run.ruled = run.ruled || bp_bound_is_ruling(bytes, length);
    }
    end_run(&checker, &run);
}

void bp_stray_check_number(struct bp_reader *reader, const struct bp_source *at,
                           const struct bp_stray_place *place, int number, bool alone)
{
    size_t length;
    const char *line = bp_lines_find(place->text, place->line, &length);
    size_t end = place->byte;
    int typed = 0;
    while (line && end < length && end - place->byte < 9 && g_ascii_isdigit(line[end]))
        typed = typed * 10 + (line[end++] - '0');
    if (!line || end == place->byte || end >= length)
        return;
    if (typed != number)
        bp_report_error(reader->report, at, "list-number",
                        "this number would be printed as %d, because the numbers of a list go up "
                        "by one; write %d%c, or, if it is a word of the text, %d\\%c",
                        number, number, line[end], typed, line[end]);
    else if (alone && number >= FIRST_YEAR)
        bp_report_warning(reader->report, at, "list-number",
                          "this begins a list with the number %d; if it is a word of the text, "
                          "write %d\\%c",
                          number, number, line[end]);
}
