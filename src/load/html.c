/* SPDX-License-Identifier: MIT */
#include "load/html.h"

#include <string.h>

static const char *find_mend(const char *tag)
{
    static const struct {
        const char *start;
        const char *mend;
    } mends[] = {
        {"</", "take it away too"},
        {"<!--", "delete it, or put it before the text as a line that starts with #"},
        {"<br", "for a new line, end the line before with a backslash, \\"},
        {"<strong", "write **words** for bold"},
        {"<b>", "write **words** for bold"},
        {"<em>", "write *words* for italics"},
        {"<i>", "write *words* for italics"},
        {"<img", "write ![what the picture shows](picture.png)"},
        {"<a ", "write [words](https://…) for a link"},
        {"<table", "write a table with | between its columns"},
        {"<li", "start each entry of a list with “- ”"},
        {"<ul", "start each entry of a list with “- ”"},
        {"<p", "leave an empty line between paragraphs"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(mends); i++)
        if (g_ascii_strncasecmp(tag, mends[i].start, strlen(mends[i].start)) == 0)
            return mends[i].mend;
    return "take it away, or, if “<” is meant as it stands, write \\<";
}

void bp_html_report(struct bp_reader *reader, const struct bp_source *at, const char *tag)
{
    char *shown = g_strndup(tag, strcspn(tag, ">\n") + 1);
    g_strchomp(shown);
    bp_report_error(reader->report, at, "html", "“%s” is HTML, which is not printed; %s",
                    bp_reader_clip(reader, shown), find_mend(tag));
    g_free(shown);
}
