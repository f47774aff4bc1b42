/* SPDX-License-Identifier: MIT */
#include "load/csvheader.h"

#include <string.h>

#include "base/nearest.h"

enum { MOST_NAMED = 12, MOST_LETTERS = 3, MOST_ROWS = 50 };

/* "Date", "Area", "Offences": the first headers of a row. */
static const char *list_headers(const struct bp_csv_header *header)
{
    GString *names = g_string_new(NULL);
    int count = 0;
    for (int i = 0; i < header->table->rows[header->row].n_cells && count < MOST_NAMED; i++) {
        const char *name = bp_csv_table_cell(header->table, header->row, i);
        if (*name)
            g_string_append_printf(names, "%s“%s”", count++ ? ", " : "",
                                   bp_reader_clip(header->reader, name));
    }
    const char *kept = bp_arena_string(header->reader->arena, names->str, names->len);
    g_string_free(names, TRUE);
    return kept;
}

/* "column C" as a spreadsheet calls it; -1: it is no such name. */
static int read_letter(const char *name)
{
    if (g_ascii_strncasecmp(name, "column ", 7) != 0)
        return -1;
    int column = 0;
    size_t length = strlen(name + 7);
    if (length == 0 || length > MOST_LETTERS)
        return -1;
    for (const char *at = name + 7; *at; at++) {
        if (!g_ascii_isalpha(*at))
            return -1;
        column = column * 26 + (g_ascii_toupper(*at) - 'A' + 1);
    }
    return column - 1;
}

/* The header that somebody probably meant, among those of the row. */
static const char *nearest_header(const struct bp_csv_header *header, const char *name)
{
    const struct bp_csv_row *row = &header->table->rows[header->row];
    const char **names = g_new0(const char *, row->n_cells + 1);
    memcpy(names, row->cells, (size_t)row->n_cells * sizeof *names);
    const char *near = bp_nearest(name, names);
    g_free(names);
    return near;
}

/* Another row near the top that has the header; -1: none has. */
static int find_row(const struct bp_csv_header *header, const char *name)
{
    for (int row = 0; row < MIN(header->table->n_rows, MOST_ROWS); row++)
        for (int i = 0; row != header->row && i < header->table->rows[row].n_cells; i++)
            if (bp_csv_same(bp_csv_table_cell(header->table, row, i), name))
                return row;
    return -1;
}

static void report_no_column(const struct bp_csv_header *header, const struct bp_source *at,
                             const char *name)
{
    struct bp_reader *reader = header->reader;
    const char *file = header->table->file;
    if (header->row < 0) {
        bp_report_error(reader->report, at, "no-column",
                        "without a header row columns are called by their letters; write “column "
                        "A” or another");
        return;
    }
    const char *near = nearest_header(header, name);
    const char *headers = list_headers(header);
    int row = find_row(header, name);
    if (row >= 0)
        bp_report_error(reader->report, at, "no-column",
                        "row %d of %s has no header “%s”, but row %d has; write “header-row: %d”",
                        header->row + 1, file, bp_reader_clip(reader, name), row + 1, row + 1);
    else if (near)
        bp_report_error(reader->report, at, "no-column", "%s has no column “%s”; write %s", file,
                        bp_reader_clip(reader, name), bp_reader_clip(reader, near));
    else if (*headers)
        bp_report_error(reader->report, at, "no-column",
                        "%s has no column “%s” in row %d, but %s; write one of them, or the right "
                        "“header-row”",
                        file, bp_reader_clip(reader, name), header->row + 1, headers);
    else
        bp_report_error(reader->report, at, "no-column",
                        "row %d of %s has no headers; write “header-row: ” and the number of the "
                        "row that has them",
                        header->row + 1, file);
}

/* As a spreadsheet calls the column: A to Z, AA to ZZ, AAA and so on. */
static const char *write_letter(struct bp_arena *arena, int column)
{
    char letters[8];
    char *at = letters + sizeof letters - 1;
    *at = '\0';
    for (column++; column > 0; column = (column - 1) / 26)
        *--at = (char)('A' + (column - 1) % 26);
    return bp_arena_string(arena, at, strlen(at));
}

int bp_csv_header_find(const struct bp_csv_header *header, const struct bp_source *at,
                       const char *name)
{
    int found = -1;
    int count = header->row < 0 ? 0 : header->table->rows[header->row].n_cells;
    for (int i = 0; i < count; i++) {
        if (!bp_csv_same(bp_csv_table_cell(header->table, header->row, i), name))
            continue;
        if (found >= 0) {
            bp_report_error(header->reader->report, at, "two-columns",
                            "columns %d and %d are both called “%s”; write “column %s” or “column "
                            "%s” here, as the spreadsheet calls them",
                            found + 1, i + 1, bp_reader_clip(header->reader, name),
                            write_letter(header->reader->arena, found),
                            write_letter(header->reader->arena, i));
            return -1;
        }
        found = i;
    }
    if (found < 0)
        found = read_letter(name);
    if (found < 0)
        report_no_column(header, at, name);
    return found;
}
