/* SPDX-License-Identifier: MIT */
#include "load/language.h"

#include <string.h>

/* A tag of BCP 47, roughly: letters, then parts of letters and digits. */
static bool is_language(const char *tag)
{
    char **parts = g_strsplit(tag, "-", -1);
    bool good = true;
    for (int i = 0; parts[i]; i++) {
        size_t length = strlen(parts[i]);
        good = good && length >= (i == 0 ? 2 : 1) && length <= (i == 0 ? 3 : 8);
        for (size_t j = 0; j < length; j++)
            good = good && (i == 0 ? g_ascii_isalpha(parts[i][j]) : g_ascii_isalnum(parts[i][j]));
    }
    g_strfreev(parts);
    return good;
}

const char *bp_language_read(struct bp_reader *reader, const struct bp_yaml *map)
{
    const char *language = bp_reader_text(reader, map, "language").text;
    if (!language || is_language(language))
        return language ? language : "en-GB";
    char *guess = g_strdelimit(g_strdup(language), "_ ", '-');
    bp_report_error(reader->report, &bp_yaml_find(map, "language")->source, "bad-language",
                    "“%s” is not a language's code; write %s", bp_reader_clip(reader, language),
                    is_language(guess) ? guess : "en-GB for English, cy for Welsh");
    g_free(guess);
    return language;
}
