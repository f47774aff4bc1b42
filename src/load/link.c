/* SPDX-License-Identifier: MIT */
#include "load/link.h"

#include <string.h>

/* The length of "https" in "https:…"; 0 when the target has no scheme. */
static size_t scheme_length(const char *target)
{
    size_t length = 0;
    while (g_ascii_isalnum(target[length]) || (length > 0 && strchr("+-.", target[length])))
        if (!target[length++])
            return 0;
    return g_ascii_isalpha(*target) && target[length] == ':' ? length : 0;
}

static bool has_scheme(const char *target, const char *scheme)
{
    size_t length = scheme_length(target);
    return length == strlen(scheme) && g_ascii_strncasecmp(target, scheme, length) == 0;
}

static bool is_web(const char *target)
{
    size_t length = scheme_length(target);
    const char *host = target + length + 3;
    return (has_scheme(target, "http") || has_scheme(target, "https")) &&
           strncmp(target + length, "://", 3) == 0 && *host && !strchr("/.", *host);
}

static bool report(struct bp_reader *reader, const struct bp_source *at, const char *target)
{
    bp_report_error(reader->report, at, "bad-link",
                    "“%s” is no address that can be opened; write one like "
                    "https://www.example.gov.uk/",
                    bp_reader_clip(reader, target));
    return false;
}

static bool report_path(struct bp_reader *reader, const struct bp_source *at, const char *path,
                        const char *mend)
{
    bp_report_error(reader->report, at, "bad-path", "the path “%s” %s",
                    bp_reader_clip(reader, path), mend);
    return false;
}

bool bp_link_check_file(struct bp_reader *reader, const struct bp_source *at, const char *path)
{
    if (strchr(path, '\\'))
        return report_path(reader, at, path, "has a backslash; write “/” between folders");
    if (g_path_is_absolute(path) || scheme_length(path) > 0)
        return report_path(reader, at, path,
                           "is not relative; write it as seen from this file's folder, as in "
                           "papers/finance.pdf");
    char *root = g_canonicalize_filename(reader->root ? reader->root : "/", NULL);
    char *folder = g_canonicalize_filename(reader->folder, NULL);
    char *whole = g_canonicalize_filename(path, folder);
    size_t length = strlen(root);
    bool below = g_str_equal(root, "/") ||
                 (strncmp(whole, root, length) == 0 && (whole[length] == '/' || !whole[length]));
    g_free(whole);
    g_free(folder);
    g_free(root);
    return below || report_path(reader, at, path,
                                "leaves the folder of this work; move the file into it and write "
                                "its path there");
}

const char *bp_link_path(struct bp_reader *reader, const char *path)
{
    const char *file = reader->lines->file, *slash = strrchr(file, '/');
    int length = slash ? (int)(slash - file) + 1 : 0;
    return bp_arena_printf(reader->arena, "%.*s%s", length, file, path);
}

void bp_link_find_file(struct bp_reader *reader, const struct bp_source *at, const char *path)
{
    char *folder = g_canonicalize_filename(reader->folder, NULL);
    char *whole = g_canonicalize_filename(path, folder);
    char *parent = g_path_get_dirname(whole);
    if (g_file_test(parent, G_FILE_TEST_IS_DIR) && !g_file_test(whole, G_FILE_TEST_EXISTS))
        bp_report_warning(reader->report, at, "no-file",
                          "there is no file “%s” beside this one, so its link will lead nowhere; "
                          "check the name, or put the file there",
                          bp_reader_clip(reader, path));
    g_free(parent);
    g_free(whole);
    g_free(folder);
}

bool bp_link_check_web(struct bp_reader *reader, const struct bp_source *at, const char *target)
{
    return (is_web(target) && !strpbrk(target, " \t")) || report(reader, at, target);
}

bool bp_link_check(struct bp_reader *reader, const struct bp_source *at, const char *target)
{
    if (!*target || strcmp(target, "#") == 0) {
        bp_report_error(reader->report, at, "empty-link",
                        "this link leads nowhere; write its address between the round brackets, or "
                        "take the brackets away");
        return false;
    }
    if (*target == '#' || has_scheme(target, "series"))
        return true; /* what they name is looked for when the whole file has been read */
    if (has_scheme(target, "http") || has_scheme(target, "https"))
        return is_web(target) || report(reader, at, target);
    if (has_scheme(target, "mailto"))
        return strchr(target, '@') != NULL || report(reader, at, target);
    if (scheme_length(target) > 0) {
        bp_report_error(reader->report, at, "bad-link",
                        "links may not start with “%.*s:”; write one that starts with https:// or "
                        "mailto:, or a file's path",
                        (int)scheme_length(target), target);
        return false;
    }
    if (g_ascii_strncasecmp(target, "www.", 4) == 0) {
        bp_report_error(reader->report, at, "bad-link",
                        "this link lacks its start; write https://%s",
                        bp_reader_clip(reader, target));
        return false;
    }
    return bp_link_check_file(reader, at, target);
}
