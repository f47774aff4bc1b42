/* SPDX-License-Identifier: MIT */
#include "load/lines.h"

void bp_lines_init(struct bp_lines *lines, const char *file, const char *data, size_t size)
{
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(size_t));
    size_t start = 0;
    g_array_append_val(starts, start);
    for (size_t i = 0; i < size; i++) {
        if (data[i] == '\r' && i + 1 < size && data[i + 1] == '\n')
            continue;
        if (data[i] == '\n' || data[i] == '\r') {
            start = i + 1;
            g_array_append_val(starts, start);
        }
    }
    *lines = (struct bp_lines){
        .file = file, .data = data, .size = size, .starts = starts, .line = 1, .column = 1};
}

void bp_lines_finish(struct bp_lines *lines)
{
    g_array_free(lines->starts, TRUE);
    lines->starts = NULL;
}

int bp_lines_count(const struct bp_lines *lines)
{
    return (int)lines->starts->len;
}

/* Where the line's own characters end, before CR and LF. */
static size_t find_end(const struct bp_lines *lines, int line)
{
    if (line >= bp_lines_count(lines))
        return lines->size;
    size_t start = g_array_index(lines->starts, size_t, line - 1);
    size_t end = g_array_index(lines->starts, size_t, line);
    while (end > start && (lines->data[end - 1] == '\n' || lines->data[end - 1] == '\r'))
        end--;
    return end;
}

const char *bp_lines_find(const struct bp_lines *lines, int line, size_t *length)
{
    *length = 0;
    if (line < 1 || line > bp_lines_count(lines))
        return NULL;
    size_t start = g_array_index(lines->starts, size_t, line - 1);
    *length = find_end(lines, line) - start;
    return lines->data + start;
}

static void go_to_line(struct bp_lines *lines, int line)
{
    if (lines->line == line)
        return;
    lines->line = line;
    lines->column = 1;
    lines->offset = g_array_index(lines->starts, size_t, line - 1);
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static void step_forward(struct bp_lines *lines)
{
    do
        lines->offset++;
    while (lines->offset < lines->size && continues(lines->data[lines->offset]));
    lines->column++;
}

static void step_back(struct bp_lines *lines)
{
    do
        lines->offset--;
    while (lines->offset > 0 && continues(lines->data[lines->offset]));
    lines->column--;
}

size_t bp_lines_offset(struct bp_lines *lines, int line, int column)
{
    if (line < 1)
        return 0;
    if (line > bp_lines_count(lines))
        return lines->size;
    go_to_line(lines, line);
    size_t end = find_end(lines, line);
    while (lines->column > column && lines->column > 1)
        step_back(lines);
    while (lines->column < column && lines->offset < end)
        step_forward(lines);
    return lines->offset;
}

int bp_lines_column(struct bp_lines *lines, int line, size_t byte)
{
    if (line < 1 || line > bp_lines_count(lines))
        return 1;
    go_to_line(lines, line);
    size_t wanted =
        MIN(g_array_index(lines->starts, size_t, line - 1) + byte, find_end(lines, line));
    while (lines->offset > wanted && lines->column > 1)
        step_back(lines);
    while (lines->offset < wanted)
        step_forward(lines);
    return lines->column;
}
