/* SPDX-License-Identifier: MIT */
#include "load/mend.h"

#include <string.h>

#include "load/miskey.h"
#include "load/row.h"

enum { MOST_ROWS_UP = 200, LONGEST_SHOWN = 72 };

struct mend {
    struct bp_lines *lines;
    const struct bp_yaml_fault *fault;
    struct bp_report *report;
    struct bp_row row;   /* the line of the fault */
    struct bp_row above; /* the nearest line above it that is not blank */
};

/* The place of byte `byte` (from 0) in the row. */
static struct bp_source place(const struct mend *mend, const struct bp_row *row, int byte)
{
    return (struct bp_source){mend->lines->file, row->line,
                              bp_lines_column(mend->lines, row->line, (size_t)byte)};
}

static bool says(const struct mend *mend, const char *words)
{
    return strstr(mend->fault->problem, words) != NULL;
}

/* The value in quotes that it does not hold itself; NULL when it is too long to be shown. */
static char *quote(const char *value, int length)
{
    char *words = g_strndup(value, (gsize)length);
    char *quoted = NULL;
    if (g_utf8_strlen(words, -1) > LONGEST_SHOWN)
        quoted = NULL;
    else if (!strpbrk(words, "\"\\"))
        quoted = g_strdup_printf("\"%s\"", words);
    else if (!strchr(words, '\''))
        quoted = g_strdup_printf("'%s'", words);
    g_free(words);
    return quoted;
}

/* The row as it should be, with its value in quotes; to be freed. */
static char *show_quoted(const struct bp_row *row)
{
    int outer = bp_row_has_outer_quotes(row) ? 1 : 0;
    char *quoted = quote(row->text + row->value + outer, row->value_length - 2 * outer);
    char *shown;
    if (!quoted)
        return g_strdup("put the whole value in quotes, or write “|” and the text on the next "
                        "line, indented");
    if (row->key_length)
        shown = g_strdup_printf("write %.*s: %s", row->key_length, row->text + row->body, quoted);
    else
        shown = g_strdup_printf("write %s%s", row->dash ? "- " : "", quoted);
    g_free(quoted);
    return shown;
}

static bool report_tab(struct mend *mend, const struct bp_row *row)
{
    for (int i = 0; i < row->body; i++) {
        if (row->text[i] != '\t')
            continue;
        struct bp_source at = place(mend, row, i);
        bp_report_error(mend->report, &at, "tab",
                        "this line is indented with a tab; write spaces, two a level");
        return true;
    }
    return false;
}

static bool mend_tab(struct mend *mend)
{
    if (report_tab(mend, &mend->row) || report_tab(mend, &mend->above))
        return true;
    if (!says(mend, "tab") &&
        !(says(mend, "cannot start any token") && mend->row.text[mend->row.value] == '\t'))
        return false;
    struct bp_source at = {mend->lines->file, mend->fault->line, mend->fault->column};
    bp_report_error(mend->report, &at, "tab", "a tab stands here; write spaces");
    return true;
}

static void report_unclosed(struct mend *mend, const struct bp_source *at, char mark)
{
    bp_report_error(mend->report, at, "unclosed-quote",
                    "the quote that opens here is never closed; write %c at the end of the value",
                    mark);
}

static bool mend_unclosed(struct mend *mend)
{
    if (!strstr(mend->fault->context, "quoted scalar") ||
        !(says(mend, "end of stream") || says(mend, "document indicator")))
        return false;
    struct bp_source at = {mend->lines->file, mend->fault->context_line,
                           mend->fault->context_column};
    size_t offset = bp_lines_offset(mend->lines, at.line, at.column);
    report_unclosed(mend, &at, mend->lines->data[offset]);
    return true;
}

static bool mend_escape(struct mend *mend)
{
    if (!strstr(mend->fault->context, "quoted scalar") || !says(mend, "escape") ||
        says(mend, "invalid Unicode"))
        return false;
    struct bp_source at = {mend->lines->file, mend->fault->line, mend->fault->column};
    bp_report_error(mend->report, &at, "backslash",
                    "a backslash between double quotes has a meaning of its own; write it twice, "
                    "\\\\, or use single quotes");
    return true;
}

static bool mend_hex(struct mend *mend)
{
    if (!says(mend, "hexdecimal") && !says(mend, "invalid Unicode"))
        return false;
    struct bp_source at = {mend->lines->file, mend->fault->line, mend->fault->column};
    bp_report_error(mend->report, &at, "backslash",
                    "this backslash does not name a character; write the character itself, or "
                    "write the backslash twice, \\\\");
    return true;
}

static bool mend_block(struct mend *mend)
{
    if (!strstr(mend->fault->context, "block scalar") || says(mend, "tab"))
        return false;
    struct bp_source at = {mend->lines->file, mend->fault->line, mend->fault->column};
    bp_report_error(mend->report, &at, "block-text",
                    "nothing may follow “%c” on its line; start the text on the next line, "
                    "indented",
                    mend->row.value_length ? mend->row.text[mend->row.value] : '|');
    return true;
}

static bool report_mark(struct mend *mend, const struct bp_row *row)
{
    struct bp_source at = place(mend, row, row->value);
    char *shown = show_quoted(row);
    bp_report_error(mend->report, &at, "leading-mark",
                    "a value cannot start with “%c”, which has a meaning of its own; %s",
                    row->text[row->value], shown);
    g_free(shown);
    return true;
}

static bool report_leading(struct mend *mend, const struct bp_row *row)
{
    const char *value = row->text + row->value;
    if (row->value_length == 0 || !strchr("*&!@`%|>,]}?", *value) || bp_row_has_bar(row))
        return false;
    return report_mark(mend, row);
}

static bool mend_leading(struct mend *mend)
{
    return report_leading(mend, &mend->row);
}

static bool mend_smart_quote(struct mend *mend)
{
    const char *value = mend->row.text + mend->row.value;
    if (!g_str_has_prefix(value, "“") && !g_str_has_prefix(value, "‘") &&
        !g_str_has_prefix(value, "”"))
        return false;
    struct bp_source at = place(mend, &mend->row, mend->row.value);
    bp_report_error(mend->report, &at, "curly-quotes",
                    "curly quotes do not hold a value together; write straight ones, \" at its "
                    "start and its end");
    return true;
}

/* "[Draft] Board" and "[paper](file)" are text, but begin like a list. */
static bool mend_bracket_text(struct mend *mend)
{
    const struct bp_row *row = &mend->row;
    const char *value = row->text + row->value;
    if (*value != '[' && *value != '{')
        return false;
    const char *close = strchr(value, *value == '[' ? ']' : '}');
    if (!close || close + 1 == value + row->value_length || strchr(",:#]}", close[1]) ||
        (close[1] == ' ' && close[2] == '#'))
        return false;
    return report_mark(mend, row);
}

/* Words after a closing quote: an apostrophe closed it, or quotes stand within quotes. */
static bool mend_early_close(struct mend *mend)
{
    const struct bp_row *row = &mend->row;
    char mark = row->text[row->value];
    if (mark != '"' && mark != '\'')
        return false;
    int end = bp_row_quote_end(row);
    if (end < 0) {
        struct bp_source at = place(mend, row, row->value);
        report_unclosed(mend, &at, mark);
        return true;
    }
    int rest = end + (int)strspn(row->text + end, " \t");
    if (!row->text[rest] || strchr("#,]}:", row->text[rest]))
        return false;
    struct bp_source at = place(mend, row, end - 1);
    char *shown = show_quoted(row);
    if (mark == '\'' && g_ascii_isalpha(row->text[end]))
        bp_report_error(mend->report, &at, "apostrophe",
                        "this apostrophe closes the quote; write the value between double quotes, "
                        "\"…\"");
    else
        bp_report_error(mend->report, &at, "early-quote",
                        "the quote closes here, before the value's end; %s", shown);
    g_free(shown);
    return true;
}

/* The quote may have opened some lines above and closed at the quote that opens another value. */
static bool mend_open_above(struct mend *mend)
{
    if (!strpbrk(mend->row.text, "\"'"))
        return false;
    bool found = false;
    for (int line = mend->row.line - 1; !found && line > 0 && line > mend->row.line - 50; line--) {
        struct bp_row row;
        bp_row_init(&row, mend->lines, line);
        char mark = row.text[row.value];
        if (!bp_row_is_blank(&row) && (mark == '"' || mark == '\'') && bp_row_quote_end(&row) < 0 &&
            strchr(mend->row.text, mark)) {
            struct bp_source at = place(mend, &row, row.value);
            report_unclosed(mend, &at, mark);
            found = true;
        }
        bp_row_finish(&row);
    }
    return found;
}

static bool report_no_space(struct mend *mend, const struct bp_row *row)
{
    if (row->key_length || !bp_row_lacks_space(row->text + row->body))
        return false;
    const char *body = row->text + row->body;
    int word = (int)strcspn(body, ":");
    struct bp_source at = place(mend, row, row->body + word);
    bp_report_error(mend->report, &at, "no-space",
                    "there is no space after the colon; write %.*s: %.60s", word, body,
                    strlen(body) < 60 ? body + word + 1 : "…");
    return true;
}

static bool mend_no_space(struct mend *mend)
{
    return report_no_space(mend, &mend->row) || report_no_space(mend, &mend->above);
}

static bool report_no_dash_space(struct mend *mend, const struct bp_row *row)
{
    const char *text = row->text + row->start;
    if (row->dash || *text != '-' || text[1] == '-' || !text[1])
        return false;
    struct bp_source at = place(mend, row, row->start);
    bp_report_error(mend->report, &at, "no-space", "there is no space after the “-”; write - %.60s",
                    strlen(text) < 60 ? text + 1 : "…");
    return true;
}

static bool mend_no_dash_space(struct mend *mend)
{
    return report_no_dash_space(mend, &mend->row) || report_no_dash_space(mend, &mend->above);
}

/* The byte of the fault in its row. */
static size_t fault_byte(const struct mend *mend)
{
    size_t length;
    const char *line = bp_lines_find(mend->lines, mend->row.line, &length);
    return bp_lines_offset(mend->lines, mend->fault->line, mend->fault->column) -
           (size_t)(line - mend->lines->data);
}

static bool mend_colon(struct mend *mend)
{
    const struct bp_row *row = &mend->row;
    if (!says(mend, "mapping values are not allowed") || (int)fault_byte(mend) <= row->value ||
        !(row->key_length || row->dash))
        return false;
    struct bp_source place = {mend->lines->file, mend->fault->line, mend->fault->column};
    char *shown = show_quoted(row);
    bp_report_error(mend->report, &place, "colon",
                    "this “: ” would be taken for the end of a key; %s", shown);
    g_free(shown);
    return true;
}

static bool mend_dash_on_key(struct mend *mend)
{
    if (!says(mend, "block sequence entries are not allowed"))
        return false;
    struct bp_source at = {mend->lines->file, mend->fault->line, mend->fault->column};
    bp_report_error(mend->report, &at, "list-on-key-line",
                    "a list cannot start on this line; write its first “- ” on the next line, or "
                    "put a text that starts with “-” in quotes");
    return true;
}

/* "{series: burglary title: Fewer}": the second key begins without a comma before it. */
static bool mend_comma(struct mend *mend)
{
    size_t length, at = fault_byte(mend);
    const char *line = bp_lines_find(mend->lines, mend->row.line, &length);
    if (!says(mend, "did not find expected ',' or '}'") || at >= length || line[at] != ':')
        return false;
    size_t word = at;
    while (word > 0 && (g_ascii_isalnum(line[word - 1]) || line[word - 1] == '-'))
        word--;
    if (word == at || word == 0 || line[word - 1] != ' ')
        return false;
    struct bp_source source = place(mend, &mend->row, (int)word);
    bp_report_error(
        mend->report, &source, "no-comma",
        "there is no comma before “%.*s:”; write “, ” after the value before it, or put "
        "that value in quotes if this belongs to it",
        (int)(at - word), line + word);
    return true;
}

static bool mend_brackets(struct mend *mend)
{
    bool list = strstr(mend->fault->context, "flow sequence") != NULL;
    if (!list && !strstr(mend->fault->context, "flow mapping"))
        return false;
    struct bp_source at = {mend->lines->file, mend->fault->context_line,
                           mend->fault->context_column};
    bp_report_error(mend->report, &at, "brackets",
                    "what opens with this “%c” is not closed as it should be; write its values on "
                    "lines of their own instead, or, if it is text, put the whole value in quotes",
                    list ? '[' : '{');
    return true;
}

/* Looks up through the open keys for the one whose column is nearest to the row's. */
static struct bp_source find_neighbour(struct mend *mend, char **key)
{
    struct bp_source best = {mend->lines->file, 0, 0};
    int open = G_MAXINT;
    int wanted = mend->row.start;
    for (int line = mend->row.line - 1; line > 0 && line > mend->row.line - MOST_ROWS_UP; line--) {
        struct bp_row row;
        bp_row_init(&row, mend->lines, line);
        if (!bp_row_is_blank(&row) && row.key_length && row.body < open) {
            if (!best.line || ABS(row.body - wanted) < ABS(best.column - 1 - wanted)) {
                g_free(*key);
                *key = g_strndup(row.text + row.body, (gsize)row.key_length);
                best.line = line;
                best.column = row.body + 1;
            }
            open = row.dash ? row.start + 1 : row.body;
        }
        bp_row_finish(&row);
        if (open == 0)
            break;
    }
    return best;
}

static const char *spaces(int count)
{
    return count == 1 ? "space" : "spaces";
}

/* A key that lines up with nothing: say with what it probably should. */
static bool mend_indentation(struct mend *mend)
{
    const struct bp_row *row = &mend->row;
    bool first_colon = says(mend, "mapping values are not allowed");
    if (!row->key_length ||
        !(first_colon || says(mend, "expected key") || says(mend, "'-' indicator")))
        return false;
    char *key = NULL;
    struct bp_source near = find_neighbour(mend, &key);
    struct bp_source at = place(mend, row, row->body);
    if (near.line && near.column - 1 != row->start)
        bp_report_error(mend->report, &at, "indentation",
                        "“%.*s” is indented by %d %s, unlike the keys that it belongs to; indent "
                        "it by %d, like “%s” in line %d",
                        row->key_length, row->text + row->body, row->start, spaces(row->start),
                        near.column - 1, key, near.line);
    else
        bp_report_error(mend->report, &at, "indentation",
                        "“%.*s” does not belong where it stands; line it up with the key beside "
                        "it, or, to start a new list entry, write “- ” before it",
                        row->key_length, row->text + row->body);
    g_free(key);
    return true;
}

/* The first line of a text below "|" stands too far left. */
static bool mend_block_start(struct mend *mend)
{
    const struct bp_row *row = &mend->row;
    const struct bp_row *above = &mend->above;
    const char *value = above->text + above->value;
    if (!above->line || !bp_row_has_bar(above) || row->start > above->body)
        return false;
    struct bp_source at = place(mend, row, row->start);
    bp_report_error(mend->report, &at, "indentation",
                    "the text below “%c” stands no further in than the line above it; indent all "
                    "its lines by %d",
                    *value, above->body + 2);
    return true;
}

/* A text that goes on below its line without being indented, or a stray line. */
static bool mend_no_key(struct mend *mend)
{
    const struct bp_row *row = &mend->row;
    if (row->key_length || row->value_length == 0)
        return false;
    struct bp_source at = place(mend, row, row->start);
    if (row->dash)
        bp_report_error(mend->report, &at, "indentation",
                        "this “- ” lines up with no list above it; indent it like the other "
                        "entries, or, if it is part of a text, like that text");
    else
        bp_report_error(mend->report, &at, "no-key",
                        "this line has no key; if it belongs to the text above, indent it like "
                        "that text, otherwise write “key: ” before it");
    return true;
}

static bool mend_dash(struct mend *mend)
{
    return bp_miskey_dash(mend->lines, &mend->row, mend->report) ||
           bp_miskey_dash(mend->lines, &mend->above, mend->report);
}

static bool mend_lost_colon(struct mend *mend)
{
    bool in_text = mend->above.line && !mend->above.key_length && !mend->above.dash;
    return (!in_text && bp_miskey_colon(mend->lines, &mend->row, mend->report)) ||
           bp_miskey_colon(mend->lines, &mend->above, mend->report);
}

static bool mend_lost_bar(struct mend *mend)
{
    return bp_miskey_bar(mend->lines, &mend->row, mend->report);
}

static bool mend_level(struct mend *mend)
{
    return bp_miskey_level(mend->lines, &mend->row, mend->report);
}

static bool mend_rest(struct mend *mend)
{
    struct bp_source at = {mend->lines->file, mend->fault->line, mend->fault->column};
    bp_report_error(mend->report, &at, "syntax",
                    "this does not fit what stands before it; compare the indentation and the "
                    "quotes with an example, and put texts with marks in quotes");
    return true;
}

/* libyaml notices a key without a colon only on a later line; the key's own line is the fault's. */
static int line_of(const struct bp_yaml_fault *fault)
{
    bool late = strstr(fault->context, "simple key") != NULL;
    return late && fault->context_line > 0 ? fault->context_line : fault->line;
}

static void init(struct mend *mend, struct bp_lines *lines, int line, struct bp_report *report)
{
    *mend = (struct mend){.lines = lines, .report = report};
    line = CLAMP(line, 1, bp_lines_count(lines));
    bp_row_init(&mend->row, lines, line);
    for (int above = line - 1;; above--) {
        bp_row_init(&mend->above, lines, above);
        if (above < 1 || !bp_row_is_blank(&mend->above))
            break;
        bp_row_finish(&mend->above);
    }
}

static void finish(struct mend *mend)
{
    bp_row_finish(&mend->row);
    bp_row_finish(&mend->above);
}

void bp_mend_report(struct bp_lines *lines, const struct bp_yaml_fault *fault,
                    struct bp_report *report)
{
    /* In this order: a mark that is surely wrong before one that may be a consequence. */
    static bool (*const mends[])(struct mend *) = {
        mend_tab,         mend_unclosed, mend_escape,        mend_hex,         mend_block,
        mend_dash,        mend_leading,  mend_bracket_text,  mend_smart_quote, mend_early_close,
        mend_open_above,  mend_no_space, mend_no_dash_space, mend_colon,       mend_dash_on_key,
        mend_block_start, mend_lost_bar, mend_lost_colon,    mend_level,       mend_indentation,
        mend_comma,       mend_brackets, mend_no_key,        mend_rest,
    };
    struct mend mend;
    init(&mend, lines, line_of(fault), report);
    mend.fault = fault;
    for (size_t i = 0; i < G_N_ELEMENTS(mends); i++)
        if (mends[i](&mend))
            break;
    finish(&mend);
}

void bp_mend_leading(struct bp_lines *lines, const struct bp_source *at, struct bp_report *report)
{
    struct mend mend;
    init(&mend, lines, at->line, report);
    if (!report_leading(&mend, &mend.row))
        bp_report_error(report, at, "leading-mark",
                        "a value cannot start with “*”, which has a meaning of its own; put the "
                        "whole value in quotes");
    finish(&mend);
}
