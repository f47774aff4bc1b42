/* SPDX-License-Identifier: MIT */
#include "load/encoding.h"

#include <string.h>

#include "base/report.h"
#include "load/entity.h"

enum { MOST_FAULTS = 20, MOST_TURNS = 125 };

/* The characters that turn the direction and are open at a place in a text. */
struct turns {
    const char *at[MOST_TURNS];
    gunichar character[MOST_TURNS];
    int count;
};

/* What Windows-1252, the usual encoding of old office files, shows for bytes 0x80 to 0x9F. */
static const char *const windows[] = {
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ",
};

const char *bp_encoding_fault(gunichar character, char spare[80])
{
    const char *kind = NULL;
    if (character == '\t' || character == '\n' || character == '\r')
        return NULL;
    if (character < 0x20 || (character >= 0x7F && character < 0xA0))
        kind = "the control character";
    else if (character == 0xFFFD)
        kind = "the sign of a lost character,";
    else if (character == 0xFEFF)
        kind = "the invisible character";
    else if (character == 0x2028 || character == 0x2029)
        kind = "the invisible line separator";
    else if ((character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF))
        kind = "the forbidden character";
    else if (character >= 0xD800 && character <= 0xDFFF)
        kind = "half a character,";
    if (!kind)
        return NULL;
    g_snprintf(spare, 80, "%s U+%04X", kind, character);
    return spare;
}

static bool is_isolate(gunichar character)
{
    return character >= 0x2066 && character <= 0x2068;
}

/* An isolate's end also ends what was opened in it. */
static void close_turn(struct turns *turns, gunichar character)
{
    int count = turns->count;
    if (character == 0x202C && count > 0 && !is_isolate(turns->character[count - 1]))
        turns->count--;
    if (character != 0x2069)
        return;
    while (count > 0 && !is_isolate(turns->character[count - 1]))
        count--;
    if (count > 0)
        turns->count = count - 1;
}

const char *bp_encoding_find_turn(const char *text, size_t length, bool numbered,
                                  gunichar *character)
{
    struct turns turns = {.count = 0};
    const char *end = text + length;
    for (const char *at = text; at < end && turns.count < MOST_TURNS;) {
        if (!numbered && (guchar)*at < 0x80) { /* none of them is ASCII */
            at++;
            continue;
        }
        gunichar found = g_utf8_get_char(at);
        size_t size = numbered ? bp_entity_read(at, end, &found) : 0;
        if (found == 0x202C || found == 0x2069) {
            close_turn(&turns, found);
        } else if ((found >= 0x202A && found <= 0x202E) || is_isolate(found)) {
            turns.character[turns.count] = found;
            turns.at[turns.count++] = at;
        }
        at = size ? at + size : g_utf8_next_char(at);
    }
    if (turns.count == 0)
        return NULL;
    *character = turns.character[0];
    return turns.at[0];
}

void bp_encoding_report_turn(const struct bp_source *at, gunichar character,
                             struct bp_report *report)
{
    bp_report_error(
        report, at, "bad-character",
        "the invisible character U+%04X changes the direction of the words after it, and "
        "nothing ends that; delete it",
        character);
}

static struct bp_source place(struct bp_lines *lines, size_t offset)
{
    int low = 1;
    int high = bp_lines_count(lines);
    while (low < high) {
        int middle = low + (high - low + 1) / 2;
        if (g_array_index(lines->starts, size_t, middle - 1) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    /* Before the offset the text is valid, or its bytes count as one character each. */
    size_t start = g_array_index(lines->starts, size_t, low - 1);
    return (struct bp_source){lines->file, low, bp_lines_column(lines, low, offset - start)};
}

static int count_bad_bytes(const char *text, size_t size)
{
    int count = 0;
    const char *end = text + size;
    while (text < end) {
        const char *bad;
        if (g_utf8_validate_len(text, (gsize)(end - text), &bad))
            break;
        if (*bad)
            count++;
        text = bad + 1;
    }
    return count;
}

static bool report_byte(struct bp_lines *lines, size_t offset, struct bp_report *report)
{
    struct bp_source at = place(lines, offset);
    unsigned int byte = (unsigned char)lines->data[offset];
    char meant[40] = "";
    if (byte >= 0x80 && byte <= 0x9F && windows[byte - 0x80][0])
        g_snprintf(meant, sizeof meant, " (%s in old Windows files)", windows[byte - 0x80]);
    else if (byte >= 0xA0) {
        char letter[8] = "";
        g_unichar_to_utf8(byte, letter);
        g_snprintf(meant, sizeof meant, " (%s in old Windows files)", letter);
    }
    int more = count_bad_bytes(lines->data + offset, lines->size - offset) - 1;
    char others[60] = "";
    if (more > 0)
        g_snprintf(others, sizeof others, ", like %d other %s after it", more,
                   more == 1 ? "byte" : "bytes");
    bp_report_error(report, &at, "not-utf8",
                    "the byte 0x%02X%s is not UTF-8%s; in your editor choose “Save as”, encoding "
                    "UTF-8",
                    byte, meant, others);
    return false;
}

static bool is_utf16(const struct bp_lines *lines)
{
    if (lines->size < 2)
        return false;
    unsigned char first = (unsigned char)lines->data[0];
    unsigned char second = (unsigned char)lines->data[1];
    return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF) ||
           (first == 0) != (second == 0);
}

/* The words for an encoding of two or four bytes a character; NULL: it is none. */
static const char *find_wide(const struct bp_lines *lines)
{
    const char *data = lines->data;
    bool long_enough = lines->size >= 4;
    if (long_enough && ((memcmp(data + 1, "\0\0\0", 3) == 0 && data[0]) ||
                        (memcmp(data, "\0\0\0", 3) == 0 && data[3]) ||
                        memcmp(data, "\xFF\xFE\0", 4) == 0 || memcmp(data, "\0\0\xFE\xFF", 4) == 0))
        return "UTF-32";
    return is_utf16(lines) ? "UTF-16 (“Unicode”)" : NULL;
}

static bool check_character(struct bp_lines *lines, size_t offset, struct bp_report *report)
{
    char spare[80];
    gunichar character = g_utf8_get_char(lines->data + offset);
    const char *fault = bp_encoding_fault(character, spare);
    if (!fault)
        return true;
    struct bp_source at = place(lines, offset);
    const char *mend = character == 0xFFFD   ? "write the character that belongs here"
                       : character == 0x2028 ? "delete it, or press Enter for a new line"
                                             : "delete it";
    bp_report_error(report, &at, "bad-character", "%s%s stands here; %s", fault,
                    character == 0xFFFD ? "," : "", mend);
    return false;
}

/* The no-break space looks like a space, but a line that starts with it is not indented. */
static bool check_indentation(struct bp_lines *lines, size_t start, struct bp_report *report)
{
    size_t offset = start;
    while (offset < lines->size && lines->data[offset] == ' ')
        offset++;
    if (offset + 1 >= lines->size || memcmp(lines->data + offset, "\xC2\xA0", 2) != 0)
        return true;
    struct bp_source at = place(lines, offset);
    bp_report_error(report, &at, "bad-indentation",
                    "this line is indented with a no-break space, as copied from Word or a web "
                    "page; delete it and type ordinary spaces");
    return false;
}

bool bp_encoding_check(struct bp_lines *lines, struct bp_report *report)
{
    const char *wide = find_wide(lines);
    if (wide) {
        struct bp_source at = {lines->file, 1, 1};
        bp_report_error(report, &at, "not-utf8",
                        "this file is saved as %s; in your editor choose “Save as”, encoding "
                        "UTF-8",
                        wide);
        return false;
    }
    const char *bad;
    if (!g_utf8_validate_len(lines->data, lines->size, &bad)) {
        size_t offset = (size_t)(bad - lines->data);
        return *bad ? report_byte(lines, offset, report) : check_character(lines, offset, report);
    }
    int faults = 0;
    for (size_t i = 0; i < lines->size && faults < MOST_FAULTS;) {
        if (g_ascii_isprint(lines->data[i])) {
            i++;
            continue;
        }
        if (!check_character(lines, i, report))
            faults++;
        i = (size_t)(g_utf8_next_char(lines->data + i) - lines->data);
    }
    for (int line = 1; line <= bp_lines_count(lines) && faults < MOST_FAULTS; line++)
        if (!check_indentation(lines, g_array_index(lines->starts, size_t, line - 1), report))
            faults++;
    return faults == 0;
}
