/* SPDX-License-Identifier: MIT */
#include "load/row.h"

#include <string.h>

static int find_key(const char *body)
{
    int length = 0;
    if (!*body || strchr("\"'[{#&*!|>@`%", *body))
        return 0;
    while (body[length] && !(body[length] == ':' && strchr(" \t", body[length + 1])))
        length++;
    if (!body[length] || length > 40)
        return 0;
    return length;
}

void bp_row_init(struct bp_row *row, const struct bp_lines *lines, int line)
{
    size_t length;
    const char *text = bp_lines_find(lines, line, &length);
    *row = (struct bp_row){.line = text ? line : 0};
    row->text = g_strndup(text ? text : "", length);
    row->start = (int)strspn(row->text, " \t");
    row->body = row->start;
    while (row->text[row->body] == '-' && row->text[row->body + 1] == ' ') {
        row->dash = true;
        row->body += 1 + (int)strspn(row->text + row->body + 1, " ");
    }
    row->key_length = find_key(row->text + row->body);
    row->value = row->body;
    if (row->key_length) {
        row->value += row->key_length + 1;
        row->value += (int)strspn(row->text + row->value, " \t");
    }
    row->value_length = (int)strlen(row->text + row->value);
    while (row->value_length > 0 && g_ascii_isspace(row->text[row->value + row->value_length - 1]))
        row->value_length--;
}

void bp_row_finish(struct bp_row *row)
{
    g_free(row->text);
    row->text = NULL;
}

bool bp_row_is_blank(const struct bp_row *row)
{
    return !row->text[row->start] || row->text[row->start] == '#';
}

bool bp_row_has_bar(const struct bp_row *row)
{
    const char *value = row->text + row->value;
    return row->value_length > 0 && strchr("|>", *value) &&
           (int)strspn(value + 1, "+-123456789") == row->value_length - 1;
}

bool bp_row_lacks_space(const char *body)
{
    size_t word = 0;
    while (g_ascii_isalpha(body[word]) || (word > 0 && body[word] == '-'))
        word++;
    return word > 1 && body[word] == ':' && body[word + 1] && !strchr(" \t/", body[word + 1]);
}

int bp_row_quote_end(const struct bp_row *row)
{
    char quote = row->text[row->value];
    for (int i = row->value + 1; row->text[i]; i++) {
        if (quote == '"' && row->text[i] == '\\' && row->text[i + 1])
            i++;
        else if (quote == '\'' && row->text[i] == '\'' && row->text[i + 1] == '\'')
            i++;
        else if (row->text[i] == quote)
            return i + 1;
    }
    return -1;
}

bool bp_row_has_outer_quotes(const struct bp_row *row)
{
    const char *value = row->text + row->value;
    int end = bp_row_quote_end(row) - row->value;
    return *value == '"' && end > 2 && value[row->value_length - 1] == '"' && value[end - 2] == ' ';
}
