/* SPDX-License-Identifier: MIT */
#include "load/slip.h"

#include <string.h>

/* A comment is written "# words"; "#4" or "#MeToo" after a space is part of the text that the
 * writer wants printed. */
static void check_cut(struct bp_lines *lines, const struct bp_source *end, const char *text,
                      struct bp_report *report)
{
    size_t length;
    const char *line = bp_lines_find(lines, end->line, &length);
    if (!line)
        return;
    size_t at = bp_lines_offset(lines, end->line, end->column) - (size_t)(line - lines->data);
    while (at < length && (line[at] == ' ' || line[at] == '\t'))
        at++;
    if (at + 1 >= length || line[at] != '#' || g_ascii_isspace(line[at + 1]) || line[at + 1] == '#')
        return;
    size_t cut = length - at;
    while (cut > 0 && g_ascii_isspace(line[at + cut - 1]))
        cut--;
    struct bp_source here = {lines->file, end->line, bp_lines_column(lines, end->line, at)};
    char *lost = g_strndup(line + at, cut);
    if (cut <= 60 && strlen(text) <= 60 && !strpbrk(text, "\"\\\n") && !strpbrk(lost, "\"\\"))
        bp_report_error(report, &here, "cut-by-comment",
                        "“%s” would be left out as a comment; write \"%s%s%s\" (a comment "
                        "is written “# …”, with a space)",
                        lost, text, *text ? " " : "", lost);
    else
        bp_report_error(report, &here, "cut-by-comment",
                        "the rest of this line, from “#” on, would be left out as a comment; put "
                        "the whole value in quotes (a comment is written “# …”, with a space)");
    g_free(lost);
}

static bool starts_entry(const char *text, size_t length)
{
    size_t digits = 0;
    if (length > 1 && (*text == '-' || *text == '*' || *text == '+'))
        return text[1] == ' ';
    while (digits < length && g_ascii_isdigit(text[digits]))
        digits++;
    return digits > 0 && digits < 3 && digits + 1 < length &&
           (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
}

static void check_entries(struct bp_lines *lines, const struct bp_source *start,
                          const struct bp_source *end, struct bp_report *report)
{
    for (int line = start->line + 1; line <= end->line; line++) {
        size_t length, indent = 0;
        const char *text = bp_lines_find(lines, line, &length);
        while (indent < length && text[indent] == ' ')
            indent++;
        if (!starts_entry(text + indent, length - indent))
            continue;
        struct bp_source here = {lines->file, line, (int)indent + 1};
        bp_report_error(report, &here, "run-together",
                        "this list entry would be run into the text above it; line it up with the "
                        "other entries, or, for a list within the text, write “|” first and all "
                        "the text below it, indented");
        return;
    }
}

void bp_slip_check(struct bp_lines *lines, const struct bp_source *start,
                   const struct bp_source *end, const char *text, struct bp_report *report)
{
    check_cut(lines, end, text, report);
    check_entries(lines, start, end, report);
}

bool bp_slip_check_directives(struct bp_lines *lines, struct bp_report *report)
{
    for (int line = 1; line <= bp_lines_count(lines); line++) {
        size_t length;
        const char *text = bp_lines_find(lines, line, &length);
        if (length == 0 || *text != '%')
            continue;
        struct bp_source at = {lines->file, line, 1};
        bp_report_error(report, &at, "leading-mark",
                        "a line cannot start with “%%”; indent it below its key, or put it in "
                        "quotes");
        return false;
    }
    return true;
}
