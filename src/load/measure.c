/* SPDX-License-Identifier: MIT */
#include "load/measure.h"

#include <math.h>
#include <string.h>

/* What a page can have: 200 inches, PDF's own limit (ISO 32000-1 annex C). */
#define MOST_POINTS 14400.0

static const struct {
    const char *name;
    enum bp_unit unit;
    double factor;
} units[] = {
    {"", BP_UNIT_POINT, 1},           {"pt", BP_UNIT_POINT, 1},   {"mm", BP_UNIT_POINT, 72 / 25.4},
    {"cm", BP_UNIT_POINT, 72 / 2.54}, {"in", BP_UNIT_POINT, 72},  {"em", BP_UNIT_EM, 1},
    {"line", BP_UNIT_LINE, 1},        {"lines", BP_UNIT_LINE, 1}, {"%", BP_UNIT_PERCENT, 0.01},
};

static bool parse_length(const char *text, struct bp_measure *length)
{
    char *end;
    if (!g_ascii_isdigit(text[*text == '-' || *text == '.']))
        return false;
    double number = g_ascii_strtod(text, &end);
    if (end - text > 12 || memchr(text, 'x', (size_t)(end - text)))
        return false;
    while (*end == ' ')
        end++;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (strcmp(end, units[i].name) != 0)
            continue;
        *length = (struct bp_measure){number * units[i].factor, units[i].unit};
        return isfinite(number);
    }
    return false;
}

bool bp_measure_read(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                     struct bp_measure *length)
{
    struct bp_words words = bp_reader_words(&draft->reader, node, key);
    if (!words.text)
        return false;
    if (!parse_length(words.text, length)) {
        bp_report_error(draft->reader.report, &node->source, "bad-length",
                        "“%s” is not a length; write a number of points, or one with its unit, as "
                        "in 5 mm, 1.5 em or 0.5 lines",
                        bp_reader_clip(&draft->reader, words.text));
        return false;
    }
    if (fabs(length->number) > MOST_POINTS) {
        bp_report_error(draft->reader.report, &node->source, "bad-length",
                        "“%s” is longer than a page can be; write a smaller one",
                        bp_reader_clip(&draft->reader, words.text));
        return false;
    }
    return true;
}

double bp_measure_points(struct bp_measure length, double size, double leading)
{
    switch (length.unit) {
    case BP_UNIT_EM:
    case BP_UNIT_PERCENT:
        return length.number * size;
    case BP_UNIT_LINE:
        return length.number * leading;
    default:
        return length.number;
    }
}

bool bp_colour_parse(const char *text, bp_colour *colour)
{
    bp_colour value = 0;
    if (*text == '#')
        text++;
    for (int i = 0; i < 6; i++) {
        if (!g_ascii_isxdigit(text[i]))
            return false;
        value = value << 4 | (bp_colour)g_ascii_xdigit_value(text[i]);
    }
    *colour = value;
    return text[6] == '\0';
}

bool bp_colour_read(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                    bp_colour *colour, struct bp_source *source)
{
    struct bp_words words = bp_reader_words(&draft->reader, node, key);
    if (!words.text)
        return false;
    const struct bp_draft_name *named = g_hash_table_lookup(draft->colours, words.text);
    if (source)
        *source = named ? named->source : node->source;
    if (named) {
        *colour = named->colour;
        return true;
    }
    if (bp_colour_parse(words.text, colour))
        return true;
    if (*words.text == '#')
        bp_report_error(draft->reader.report, &node->source, "bad-colour",
                        "“%s” is not a colour; write six figures or letters from A to F after the "
                        "#, as in \"#12436D\"",
                        bp_reader_clip(&draft->reader, words.text));
    else
        bp_draft_unknown(draft, &node->source, "colour", words.text, draft->colours);
    return false;
}

static double linear(bp_colour component)
{
    double value = component / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(bp_colour colour)
{
    return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) +
           0.0722 * linear(colour & 255);
}

double bp_colour_contrast(bp_colour a, bp_colour b)
{
    double one = luminance(a), other = luminance(b);
    return (MAX(one, other) + 0.05) / (MIN(one, other) + 0.05);
}
