/* SPDX-License-Identifier: MIT */
#include "load/cell.h"

#include <cmark-gfm-core-extensions.h>
#include <glib.h>

int bp_cell_count(const struct bp_lines *text, int line, size_t start)
{
    size_t length;
    const char *bytes = bp_lines_find(text, line, &length);
    int cells = 1;
    while (length > start && g_ascii_isspace(bytes[length - 1]))
        length--;
    if (bytes && start < length && bytes[start] == '|')
        start++;
    if (length > start && bytes[length - 1] == '|' && (length < 2 || bytes[length - 2] != '\\'))
        length--;
    for (size_t i = start; i < length; i++) {
        if (bytes[i] == '\\')
            i++;
        else
            cells += bytes[i] == '|';
    }
    return cells;
}

enum bp_prose_align bp_cell_align(cmark_node *cell)
{
    cmark_node *table = cmark_node_parent(cmark_node_parent(cell));
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
    int columns = cmark_gfm_extensions_get_table_columns(table);
    int column = 0;
    while ((cell = cmark_node_previous(cell)))
        column++;
    char align = alignments && column < columns ? (char)alignments[column] : '\0';
    return align == 'l'   ? BP_PROSE_ALIGN_LEFT
           : align == 'c' ? BP_PROSE_ALIGN_CENTRE
           : align == 'r' ? BP_PROSE_ALIGN_RIGHT
                          : BP_PROSE_ALIGN_NONE;
}
