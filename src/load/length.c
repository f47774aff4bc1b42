/* SPDX-License-Identifier: MIT */
#include "load/length.h"

#include <string.h>

#define POINTS_A_MM (72 / 25.4)

static const struct unit {
    const char *name;
    double points;
} units[] = {{"", 1},    {"pt", 1}, {"mm", POINTS_A_MM}, {"cm", 10 * POINTS_A_MM},
             {"in", 72}, {"\"", 72}};

bool bp_length_parse(const char *words, double *points)
{
    size_t whole = strspn(words, "0123456789");
    size_t size = whole;
    if (whole > 0 && words[whole] == '.')
        size += 1 + strspn(words + whole + 1, "0123456789");
    const char *unit = words + size + strspn(words + size, " ");
    if (whole == 0 || whole > 6 || words[size - 1] == '.')
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (g_ascii_strcasecmp(unit, units[i].name) == 0) {
            *points = g_ascii_strtod(words, NULL) * units[i].points;
            return true;
        }
    }
    return false;
}

/* "7,5 cm" is told as 7.5 cm. */
static void report_form(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                        const char *words)
{
    double points;
    char *guess = g_strdelimit(g_strdup(words), ",", '.');
    if (bp_length_parse(guess, &points))
        bp_report_error(reader->report, &node->source, "bad-length",
                        "“%s” has a comma for its point; write %s", bp_reader_clip(reader, words),
                        bp_reader_clip(reader, guess));
    else
        bp_report_error(reader->report, &node->source, "bad-length",
                        "“%s” is not a length; write “%s: 70mm”, or another number of mm, cm or pt",
                        bp_reader_clip(reader, words), key);
    g_free(guess);
}

double bp_length_read(struct bp_reader *reader, const struct bp_yaml *map, const char *key,
                      struct bp_length_bounds bounds, double none)
{
    double points;
    const struct bp_yaml *node = bp_yaml_find(map, key);
    const char *words = bp_reader_words(reader, node, key).text;
    if (!words)
        return none;
    if (!bp_length_parse(words, &points)) {
        report_form(reader, node, key, words);
        return none;
    }
    /* 25 mm is not to fail by a rounding */
    double mm = points / POINTS_A_MM;
    if (mm > bounds.least - 0.001 && mm < bounds.most + 0.001)
        return points;
    bp_report_error(reader->report, &node->source, "bad-length",
                    "“%s” is %s for “%s”; write %dmm to %dmm", bp_reader_clip(reader, words),
                    mm < bounds.least ? "too small" : "too large", key, bounds.least, bounds.most);
    return none;
}
