/* SPDX-License-Identifier: MIT */
#include "base/report.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Of errors, of warnings and of notes: more help nobody in one go. */
#define MOST_PRINTED 100

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, N_SEVERITIES };

struct fault {
    enum severity severity;
    int file; /* index in the report's files; -1: none */
    int line;
    int column;
    int order; /* of arrival: what stands at one place stays in it */
    char *code;
    char *text;
};

struct bp_report {
    GArray *faults;
    GPtrArray *files; /* names, in the order in which they were first seen */
    GHashTable *seen; /* faults as text: each is told once */
    GPtrArray *read;  /* paths of the files that were asked for; ends with NULL */
    int counts[N_SEVERITIES];
    struct bp_tally tally;
};

static void clear_fault(void *data)
{
    struct fault *fault = data;

    g_free(fault->code);
    g_free(fault->text);
}

/* Characters that would move the cursor, break the line or turn the order of the others. */
static bool unsafe(gunichar c)
{
    return g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029 || (c >= 0x200e && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* `text` on one line that a terminal can't be led astray by. To be freed. */
static char *made_safe(const char *text)
{
    char *valid = g_utf8_make_valid(text, -1);
    GString *safe = g_string_new(NULL);

    for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (c == '\n' || c == '\t' || c == '\r')
            g_string_append_c(safe, ' ');
        else if (unsafe(c))
            g_string_append_printf(safe, "<U+%04X>", c);
        else
            g_string_append_unichar(safe, c);
    }
    g_free(valid);
    return g_string_free(safe, FALSE);
}

static int file_index(struct bp_report *report, const char *file)
{
    char *name;

    if (!file)
        return -1;
    name = made_safe(file);
    for (guint i = 0; i < report->files->len; i++) {
        if (strcmp(report->files->pdata[i], name) == 0) {
            g_free(name);
            return (int)i;
        }
    }
    g_ptr_array_add(report->files, name);
    return (int)report->files->len - 1;
}

/* Takes `text`, formatted already. */
static void add(struct bp_report *report, enum severity severity, const struct bp_source *at,
                const char *code, char *text)
{
    struct fault fault = {.severity = severity, .file = -1, .order = (int)report->faults->len};
    char *key;

    if (severity == SEVERITY_ERROR)
        report->tally.errors++;
    if (at) {
        fault.file = file_index(report, at->file);
        fault.line = at->file ? MAX(at->line, 0) : 0;
        fault.column = fault.line ? MAX(at->column, 0) : 0;
    }
    fault.text = made_safe(text);
    g_free(text);
    key = g_strdup_printf("%d %d %d %d %s %s", (int)severity, fault.file, fault.line, fault.column,
                          code, fault.text);
    if (!g_hash_table_add(report->seen, key)) {
        g_free(fault.text);
        return;
    }
    fault.code = g_strdup(code);
    g_array_append_val(report->faults, fault);
    report->counts[severity]++;
}

static int by_position(const void *a, const void *b)
{
    const struct fault *x = *(const struct fault *const *)a;
    const struct fault *y = *(const struct fault *const *)b;

    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static bool wants_colour(FILE *out)
{
    const char *no_colour = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");

    if (no_colour && *no_colour)
        return false;
    return isatty(fileno(out)) && terminal && strcmp(terminal, "dumb") != 0;
}

static void print_fault(const struct bp_report *report, const struct fault *fault, bool colour,
                        FILE *out)
{
    static const char *const words[] = {"error", "warning", "note"};
    static const char *const colours[] = {"\033[1;31m", "\033[1;33m", "\033[1m"};

    fputs(fault->file < 0 ? "boardpack" : report->files->pdata[fault->file], out);
    if (fault->line)
        fprintf(out, ":%d", fault->line);
    if (fault->column)
        fprintf(out, ":%d", fault->column);
    fprintf(out, ": %s%s:%s %s\n", colour ? colours[fault->severity] : "", words[fault->severity],
            colour ? "\033[0m" : "", fault->text);
}

static void print_rest(const int *counts, FILE *out)
{
    int errors = MAX(counts[SEVERITY_ERROR] - MOST_PRINTED, 0);
    int warnings = MAX(counts[SEVERITY_WARNING] - MOST_PRINTED, 0);
    int notes = MAX(counts[SEVERITY_NOTE] - MOST_PRINTED, 0);

    if (errors)
        fprintf(out, "and %d more error%s\n", errors, errors == 1 ? "" : "s");
    if (warnings)
        fprintf(out, "and %d more warning%s\n", warnings, warnings == 1 ? "" : "s");
    if (notes)
        fprintf(out, "and %d more note%s\n", notes, notes == 1 ? "" : "s");
}

struct bp_report *bp_report_create(void)
{
    struct bp_report *report = g_new0(struct bp_report, 1);

    report->faults = g_array_new(FALSE, FALSE, sizeof(struct fault));
    g_array_set_clear_func(report->faults, clear_fault);
    report->files = g_ptr_array_new_with_free_func(g_free);
    report->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    report->read = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(report->read, NULL);
    return report;
}

void bp_report_destroy(struct bp_report *report)
{
    if (!report)
        return;
    g_array_unref(report->faults);
    g_ptr_array_unref(report->files);
    g_hash_table_unref(report->seen);
    g_ptr_array_unref(report->read);
    g_free(report);
}

void bp_report_note_read(struct bp_report *report, const char *path)
{
    if (!g_strv_contains(bp_report_files_read(report), path))
        g_ptr_array_insert(report->read, (gint)report->read->len - 1, g_strdup(path));
}

const char *const *bp_report_files_read(const struct bp_report *report)
{
    return (const char *const *)report->read->pdata;
}

int bp_report_errors(const struct bp_report *report)
{
    return report->counts[SEVERITY_ERROR];
}

int bp_report_warnings(const struct bp_report *report)
{
    return report->counts[SEVERITY_WARNING];
}

struct bp_tally bp_report_tally(const struct bp_report *report)
{
    return report->tally;
}

bool bp_report_has(const struct bp_report *report, const char *code)
{
    for (guint i = 0; i < report->faults->len; i++) {
        if (strcmp(g_array_index(report->faults, struct fault, i).code, code) == 0)
            return true;
    }
    return false;
}

void bp_report_print(const struct bp_report *report, FILE *out)
{
    GPtrArray *sorted = g_ptr_array_new();
    bool colour = wants_colour(out);
    int printed[N_SEVERITIES] = {0};

    for (guint i = 0; i < report->faults->len; i++)
        g_ptr_array_add(sorted, &g_array_index(report->faults, struct fault, i));
    g_ptr_array_sort(sorted, by_position);
    for (guint i = 0; i < sorted->len; i++) {
        const struct fault *fault = sorted->pdata[i];

        if (printed[fault->severity]++ < MOST_PRINTED)
            print_fault(report, fault, colour, out);
    }
    print_rest(report->counts, out);
    g_ptr_array_unref(sorted);
}

void bp_report_error(struct bp_report *report, const struct bp_source *at, const char *code,
                     const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(report, SEVERITY_ERROR, at, code, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

void bp_report_warning(struct bp_report *report, const struct bp_source *at, const char *code,
                       const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(report, SEVERITY_WARNING, at, code, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

void bp_report_note(struct bp_report *report, const struct bp_source *at, const char *code,
                    const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(report, SEVERITY_NOTE, at, code, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

void bp_report_system(struct bp_report *report, const char *file, const char *code,
                      const char *format, ...)
{
    struct bp_source at = {file, 0, 0};
    va_list arguments;

    va_start(arguments, format);
    add(report, SEVERITY_ERROR, &at, code, g_strdup_vprintf(format, arguments));
    report->tally.systems++;
    va_end(arguments);
}
