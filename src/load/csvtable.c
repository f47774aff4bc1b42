/* SPDX-License-Identifier: MIT */
#include "load/csvtable.h"

#include <csv.h>
#include <string.h>

#include "load/encoding.h"

/* A cell's room grows by steps, which libcsv makes of 128 bytes: quadratic for one of a megabyte.
 */
enum { LINES_LOOKED_AT = 50, MOST_COUNTED = 200, CELL_STEP = 1 << 16 };

/* A table while libcsv tells of its cells. */
struct cutting {
    struct bp_arena *arena;
    GArray *rows;     /* of struct bp_csv_row */
    GPtrArray *cells; /* of the row under way */
    int n_cells;      /* of all rows */
    bool ending;      /* the file has ended: a last line end follows that it does not have */
    bool ended;
    int last; /* character that ended a line, when nothing came after it; else 0 */
};

/* Without spaces around, also where they were quoted or are line breaks. */
static char *trim(char *text)
{
    char *end = text + strlen(text);
    while (*text && g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    while (end > text) {
        char *before = g_utf8_prev_char(end);
        if (!g_unichar_isspace(g_utf8_get_char(before)))
            break;
        end = before;
    }
    *end = '\0';
    return text;
}

static void end_cell(void *text, size_t length, void *user)
{
    struct cutting *cutting = user;
    cutting->last = 0;
    if (++cutting->n_cells <= BP_CSV_MOST_CELLS)
        g_ptr_array_add(cutting->cells, trim(bp_arena_string(cutting->arena, text, length)));
}

/* With CSV_REPALL_NL every CR and LF is told, so that blank rows count: in CRLF the LF is not one
 * more. */
static void end_row(int character, void *user)
{
    struct cutting *cutting = user;
    bool second = character == CSV_LF && cutting->last == CSV_CR;
    cutting->last = character;
    cutting->ended = cutting->ending;
    if (second || (cutting->ending && cutting->cells->len == 0) ||
        cutting->n_cells > BP_CSV_MOST_CELLS)
        return;
    struct bp_csv_row row = {.n_cells = (int)cutting->cells->len};
    row.cells = bp_arena_copy(cutting->arena, cutting->cells->pdata, cutting->cells->len,
                              sizeof *row.cells);
    g_array_append_val(cutting->rows, row);
    g_ptr_array_set_size(cutting->cells, 0);
    cutting->n_cells += row.n_cells == 0; /* so that blank rows are bounded too */
}

/* How often the sign stands in the line, outside quotes; at most MOST_COUNTED. */
static int count_sign(const char *text, size_t length, char sign)
{
    bool quoted = false;
    int count = 0;
    for (size_t i = 0; i < length && count < MOST_COUNTED; i++) {
        quoted = quoted != (text[i] == '"');
        count += text[i] == sign && !quoted;
    }
    return count;
}

/* How many of the first lines have the sign as often as each other: in a table all rows have, while
 * thousands and sentences have it as it comes. */
static int lines_alike(const struct bp_lines *lines, char sign)
{
    int alike[MOST_COUNTED + 1] = {0}, most = 0;
    for (int line = 1; line <= MIN(bp_lines_count(lines), (int)LINES_LOOKED_AT); line++) {
        size_t length;
        const char *text = bp_lines_find(lines, line, &length);
        int count = text ? count_sign(text, length, sign) : 0;
        most = count > 0 ? MAX(most, ++alike[count]) : most;
    }
    return most;
}

static char find_separator(const struct bp_lines *lines, bool comma)
{
    const char *const separators = comma ? ";\t," : ",\t;";
    int best = 0;
    char found = ',';
    for (const char *separator = separators; *separator; separator++) {
        int alike = lines_alike(lines, *separator);
        if (alike > best) {
            best = alike;
            found = *separator;
        }
    }
    return found;
}

static void report_quote(struct bp_reader *reader, const struct cutting *cutting, const char *file)
{
    struct bp_source at = {file, (int)cutting->rows->len + 1, (int)cutting->cells->len + 1};
    bp_report_error(reader->report, &at, "open-quote",
                    "the quotation mark that opens this cell is never closed; close it, or delete "
                    "it");
}

static bool cut(struct bp_reader *reader, struct cutting *cutting, const struct bp_lines *lines,
                char separator)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_REPALL_NL) != 0)
        g_error("out of memory");
    csv_set_delim(&parser, (unsigned char)separator);
    csv_set_blk_size(&parser, CELL_STEP);
    size_t done = csv_parse(&parser, lines->data, lines->size, end_cell, end_row, cutting);
    cutting->ending = true;
    done += csv_parse(&parser, "\n", 1, end_cell, end_row, cutting);
    csv_free(&parser);
    /* within quotes a line end ends nothing */
    if (!cutting->ended || done != lines->size + 1)
        report_quote(reader, cutting, lines->file);
    return cutting->ended && done == lines->size + 1;
}

static bool check_size(struct bp_reader *reader, const struct cutting *cutting, const char *file)
{
    struct bp_source at = {file, 0, 0};
    bool some = cutting->rows->len > 0;
    if (cutting->n_cells > BP_CSV_MOST_CELLS)
        bp_report_error(reader->report, &at, "too-many",
                        "has more than %d cells; leave out the columns and rows that no series "
                        "needs",
                        BP_CSV_MOST_CELLS);
    else if (!some)
        bp_report_error(reader->report, &at, "missing", "is empty; save the spreadsheet again");
    return some && cutting->n_cells <= BP_CSV_MOST_CELLS;
}

struct bp_csv_table *bp_csv_table_parse(struct bp_reader *reader, const struct bp_bytes *bytes,
                                        const char *file, char separator, bool comma)
{
    struct bp_csv_table *table = NULL;
    struct cutting cutting = {.arena = reader->arena};
    struct bp_lines lines;
    size_t mark = bytes->size >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    bp_lines_init(&lines, file, bytes->data + mark, bytes->size - mark);
    cutting.rows = g_array_new(FALSE, FALSE, sizeof(struct bp_csv_row));
    cutting.cells = g_ptr_array_new();
    if (bp_encoding_check(&lines, reader->report) &&
        cut(reader, &cutting, &lines, separator ? separator : find_separator(&lines, comma)) &&
        check_size(reader, &cutting, file)) {
        table = bp_arena_new(reader->arena, sizeof *table);
        table->file = file;
        table->n_rows = (int)cutting.rows->len;
        table->rows = bp_arena_copy(reader->arena, cutting.rows->data, cutting.rows->len,
                                    sizeof *table->rows);
    }
    g_ptr_array_free(cutting.cells, TRUE);
    g_array_free(cutting.rows, TRUE);
    bp_lines_finish(&lines);
    return table;
}

const char *bp_csv_table_cell(const struct bp_csv_table *table, int row, int column)
{
    if (row < 0 || row >= table->n_rows || column < 0 || column >= table->rows[row].n_cells)
        return "";
    return table->rows[row].cells[column];
}

struct bp_source bp_csv_table_place(const struct bp_csv_table *table, int row, int column)
{
    return (struct bp_source){table->file, row + 1, column + 1};
}

bool bp_csv_table_is_blank(const struct bp_csv_table *table, int row)
{
    for (int i = 0; i < table->rows[row].n_cells; i++)
        if (!bp_csv_same(table->rows[row].cells[i], ""))
            return false;
    return true;
}

/* Moves over spaces; true when there were some. */
static bool skip_spaces(const char **text)
{
    const char *start = *text;
    while (**text && g_unichar_isspace(g_utf8_get_char(*text)))
        *text = g_utf8_next_char(*text);
    return *text > start;
}

bool bp_csv_same(const char *a, const char *b)
{
    skip_spaces(&a);
    skip_spaces(&b);
    while (*a && *b) {
        bool gap = skip_spaces(&a), other = skip_spaces(&b);
        if ((gap != other && *a && *b) || *a != *b)
            return false;
        if (*a) {
            a++;
            b++;
        }
    }
    skip_spaces(&a);
    skip_spaces(&b);
    return !*a && !*b;
}
