/* SPDX-License-Identifier: MIT */
#include "load/measure.h"

#include <math.h>
#include <string.h>

#include "load/length.h"

/* What a page can have: 200 inches, PDF's own limit (ISO 32000-1 annex C). */
#define MOST_POINTS 14400.0

/* Units that a style gives their size. */
static const struct {
    const char *name;
    enum bp_unit unit;
    double factor;
} units[] = {
    {"em", BP_UNIT_EM, 1},
    {"line", BP_UNIT_LINE, 1},
    {"lines", BP_UNIT_LINE, 1},
    {"%", BP_UNIT_PERCENT, 0.01},
};

/* Any other length is the same everywhere: bp_length_parse(). */
static bool parse(const char *text, struct bp_measure *measure)
{
    size_t digits = strspn(text, "0123456789.");
    const char *unit = text + digits + strspn(text + digits, " ");
    double number;
    measure->unit = BP_UNIT_POINT;
    if (bp_length_parse(text, &measure->number))
        return true;
    char *alone = g_strndup(text, digits);
    bool good = bp_length_parse(alone, &number);
    g_free(alone);
    for (size_t i = 0; good && i < G_N_ELEMENTS(units); i++)
        if (strcmp(unit, units[i].name) == 0) {
            *measure = (struct bp_measure){number * units[i].factor, units[i].unit};
            return true;
        }
    return false;
}

bool bp_measure_read(struct bp_draft *draft, const struct bp_yaml *node, const char *key,
                     struct bp_measure *length)
{
    struct bp_words words = bp_reader_words(&draft->reader, node, key);
    if (!words.text)
        return false;
    if (!parse(words.text, length)) {
        char *pointed = g_strdelimit(g_strdup(words.text), ",", '.');
        bool comma = strcmp(pointed, words.text) != 0 && parse(pointed, length);
        if (comma)
            bp_report_error(draft->reader.report, &node->source, "bad-length",
                            "“%s” has a comma for its point; write %s", words.text, pointed);
        g_free(pointed);
        if (comma)
            return false;
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

double bp_measure_read_points(struct bp_draft *draft, const struct bp_yaml *node, const char *key)
{
    struct bp_measure length;
    if (!bp_measure_read(draft, node, key, &length))
        return 0;
    if (length.unit == BP_UNIT_POINT && length.number > 0)
        return length.number;
    bp_report_error(draft->reader.report, &node->source, "bad-length",
                    "“%s” can’t be in lines, em or percent, nor 0; write it in points or "
                    "millimetres, as in 40 mm",
                    key);
    return 0;
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
    struct bp_draft_name *named = g_hash_table_lookup(draft->colours, words.text);
    if (source)
        *source = named ? named->source : node->source;
    if (named) {
        *colour = named->colour;
        named->used = true;
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
