/* SPDX-License-Identifier: MIT */
#include "write/cff.h"

#include <stdint.h>

/* Operators and operand prefixes of a DICT (5176, tables 3 and 9). */
enum { ESCAPE = 12, ROS = 30, SHORT = 28, LONG = 29, REAL = 30, FIRST_OPERAND = 28, TWO = 247 };

/* Bytes [at, end), read from the front. */
struct reader {
    const uint8_t *data;
    size_t at;
    size_t end;
};

static unsigned next(struct reader *reader, int bytes)
{
    unsigned value = 0;
    for (; bytes > 0; bytes--) {
        value = value << 8 | (reader->at < reader->end ? reader->data[reader->at] : 0);
        reader->at++;
    }
    return value;
}

/* Goes behind an INDEX; `first` becomes its first element. */
static bool skip_index(struct reader *reader, struct reader *first)
{
    unsigned count = next(reader, 2);
    if (count == 0)
        return false;
    int width = (int)next(reader, 1);
    if (width < 1 || width > 4)
        return false;
    struct reader offsets = *reader;
    size_t base = reader->at + (count + 1) * (size_t)width - 1;
    *first = *reader;
    first->at = base + next(&offsets, width);
    first->end = base + next(&offsets, width);
    offsets.at = reader->at + count * (size_t)width;
    reader->at = base + next(&offsets, width);
    return reader->at <= reader->end && first->at <= first->end && first->end <= reader->end;
}

static void skip_operand(struct reader *dict, unsigned prefix)
{
    if (prefix == SHORT)
        next(dict, 2);
    else if (prefix == LONG)
        next(dict, 4);
    else if (prefix == REAL)
        while (dict->at < dict->end && (next(dict, 1) & 15) != 15)
            ;
    else if (prefix >= TWO)
        next(dict, 1);
}

bool bp_cff_is_cid_keyed(const void *data, size_t size)
{
    struct reader reader = {data, 2, size}, dict;
    reader.at = next(&reader, 1);
    if (!skip_index(&reader, &dict) || !skip_index(&reader, &dict))
        return false;
    while (dict.at < dict.end) {
        unsigned byte = next(&dict, 1);
        if (byte >= FIRST_OPERAND)
            skip_operand(&dict, byte);
        else if (byte == ESCAPE && next(&dict, 1) == ROS)
            return true;
    }
    return false;
}
