/* SPDX-License-Identifier: MIT */
#include "load/bound.h"

#include <string.h>

enum {
    MOST_PREFIX = 64,      /* columns of quote marks, bullets and indentation before a list entry */
    MOST_COLUMNS = 64,     /* of a table */
    MOST_RULINGS = 8,      /* lines of dashes in a paragraph or table */
    MOST_PICTURES = 200,   /* in a paragraph or table */
    MOST_ADDRESSES = 2000, /* of mail, likewise */
    LONGEST_WORD = 2000,
    MOST_COPIED = 32 << 20, /* bytes of link definitions times links that may use them */
};

/* What has been seen since the last blank line. */
struct paragraph {
    int rulings;
    int pictures;
    int addresses;
    size_t size;
    bool defines; /* it may define a link: "[a]: target" */
};

static size_t skip_marker(const char *line, size_t length, size_t at)
{
    size_t digits = 0;
    if (line[at] == '>')
        return at + 1;
    if (strchr("-*+", line[at]))
        return at + 1 == length || line[at + 1] == ' ' || line[at + 1] == '\t' ? at + 1 : at;
    while (at + digits < length && digits < 9 && g_ascii_isdigit(line[at + digits]))
        digits++;
    size_t end = at + digits;
    return digits > 0 && end < length && (line[end] == '.' || line[end] == ')') ? end + 1 : at;
}

/* A rule across the page, "- - - -", is no list of lists. */
static bool is_rule(const char *line, size_t length)
{
    char mark = '\0';
    for (size_t i = 0; i < length; i++) {
        if (line[i] == ' ' || line[i] == '\t')
            continue;
        if (!strchr("-*_", line[i]) || (mark && line[i] != mark))
            return false;
        mark = line[i];
    }
    return mark != '\0';
}

/* Every level of a list or quote takes a column at least, so the columns bound the levels. */
static bool is_too_deep(const char *line, size_t length)
{
    size_t at = 0;
    bool marked = false;
    while (at < length) {
        size_t next = at;
        if (line[at] == ' ' || line[at] == '\t') {
            next++;
        } else {
            next = skip_marker(line, length, at);
            marked = marked || next > at;
        }
        if (next == at)
            break;
        at = next;
        if (marked && at > MOST_PREFIX)
            return !is_rule(line, length);
    }
    return false;
}

bool bp_bound_is_ruling(const char *line, size_t length)
{
    bool bar = false;
    bool dash = false;
    for (size_t i = 0; i < length; i++) {
        if (!strchr("|:- \t>", line[i]))
            return false;
        bar = bar || line[i] == '|';
        dash = dash || line[i] == '-';
    }
    return bar && dash;
}

static const char *check_words(const char *line, size_t length, size_t *byte)
{
    size_t start = 0;
    for (size_t i = 0; i <= length; i++) {
        if (i < length && line[i] != ' ' && line[i] != '\t')
            continue;
        if (i - start > LONGEST_WORD && !is_rule(line, length)) {
            *byte = start;
            return "this word has more than 2,000 letters; write words with spaces between them";
        }
        start = i + 1;
    }
    return NULL;
}

static const char *check_table(const char *line, size_t length, struct paragraph *paragraph)
{
    int bars = 0;
    if (!bp_bound_is_ruling(line, length))
        return NULL;
    for (size_t i = 0; i < length; i++)
        bars += line[i] == '|';
    if (bars > MOST_COLUMNS + 1)
        return "a table can have at most 64 columns; write fewer";
    return ++paragraph->rulings > MOST_RULINGS
               ? "these lines of dashes are no table; write one such line, under the header"
               : NULL;
}

static const char *check_links(const char *line, size_t length, struct paragraph *paragraph)
{
    bool note = false;
    for (size_t i = 0; i + 1 < length; i++) {
        if (line[i] == '[')
            note = line[i + 1] == '^';
        paragraph->addresses += line[i] == '@';
        paragraph->pictures += line[i] == '!' && line[i + 1] == '[';
        paragraph->defines = paragraph->defines || (!note && line[i] == ']' && line[i + 1] == ':');
    }
    if (paragraph->addresses > MOST_ADDRESSES)
        return "a paragraph or table can have at most 2,000 signs “@”; leave an empty line between "
               "paragraphs";
    return paragraph->pictures > MOST_PICTURES
               ? "a paragraph or table can have at most 200 pictures; write fewer"
               : NULL;
}

/* cmark copies a defined link's target to every place that uses it. */
static const char *check_definitions(const struct bp_lines *text, size_t longest)
{
    size_t links = 0;
    for (size_t i = 0; longest > 0 && i < text->size; i++)
        links += text->data[i] == '[';
    return links * longest > MOST_COPIED
               ? "too many links use definitions of this length; write the targets in the links, "
                 "[words](target)"
               : NULL;
}

const char *bp_bound_check(const struct bp_lines *text, int *line, size_t *byte)
{
    struct paragraph paragraph = {0};
    size_t longest = 0;
    for (*line = 1; *line <= bp_lines_count(text); ++*line) {
        size_t length;
        const char *bytes = bp_lines_find(text, *line, &length);
        const char *fault = NULL;
        *byte = 0;
        if (is_too_deep(bytes, length))
            return "this stands in too many lists or quotes; write at most 4 lists inside one "
                   "another";
        if (length == 0)
            paragraph = (struct paragraph){0};
        paragraph.size += length + 1;
        fault = check_words(bytes, length, byte);
        if (!fault)
            fault = check_table(bytes, length, &paragraph);
        if (!fault)
            fault = check_links(bytes, length, &paragraph);
        if (fault)
            return fault;
        if (paragraph.defines)
            longest = MAX(longest, paragraph.size);
    }
    *line = 1;
    *byte = 0;
    return check_definitions(text, longest);
}
