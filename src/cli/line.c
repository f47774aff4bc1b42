/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <stdarg.h>
#include <string.h>

#include "base/nearest.h"

/* The first long option of the line that no entry has, without its dashes; NULL: none. */
static char *unknown_option(char **argv, const GOptionEntry *entries)
{
    for (int i = 1; argv[i] && strcmp(argv[i], "--") != 0; i++) {
        char *name;
        bool known = false;

        if (!g_str_has_prefix(argv[i], "--"))
            continue;
        name = g_strndup(argv[i] + 2, strcspn(argv[i] + 2, "="));
        for (const GOptionEntry *entry = entries; entry->long_name; entry++)
            known = known || strcmp(entry->long_name, name) == 0;
        if (!known)
            return name;
        g_free(name);
    }
    return NULL;
}

static int wrong_option(const char *command, const char *name, const GOptionEntry *entries)
{
    GPtrArray *names = g_ptr_array_new();
    const char *meant;

    for (const GOptionEntry *entry = entries; entry->long_name; entry++)
        g_ptr_array_add(names, (char *)entry->long_name);
    g_ptr_array_add(names, NULL);
    meant = bp_nearest(name, (const char *const *)names->pdata);
    if (meant)
        bp_cli_wrong("%s has no option “--%s”; did you mean “--%s”?", command, name, meant);
    else
        bp_cli_wrong("%s has no option “--%s”; see boardpack %s --help", command, name, command);
    g_ptr_array_unref(names);
    return BP_STATUS_USAGE;
}

/* Those that choose what is printed, and how. */
static void add_choices(struct bp_options *options, GArray *all)
{
    GOptionEntry choices[] = {
        {"layout", 0, 0, G_OPTION_ARG_FILENAME, &options->layout,
         "Print by this layout or house style: boardpack layouts lists them", "NAME|FILE"},
        {"house", 0, 0, G_OPTION_ARG_FILENAME, &options->house,
         "Put this house style over the layout", "NAME|FILE"},
        {"edition", 0, 0, G_OPTION_ARG_FILENAME, &options->edition,
         "An edition of the layout, such as large-print, draft or letter; or several: A,B", "NAME"},
        {"as-of", 0, 0, G_OPTION_ARG_FILENAME, &options->as_of,
         "The day of an action log, as in 2022-06-08", "DATE"},
        {"root", 0, 0, G_OPTION_ARG_FILENAME, &options->root, "The folder that no input may leave",
         "DIR"},
    };

    g_array_append_vals(all, choices, G_N_ELEMENTS(choices));
}

/* The entries of the command, then those that all have. */
static GArray *all_entries(struct bp_cli_line *line, gboolean *help)
{
    GArray *all = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
    GOptionEntry ours[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, help, "Show this help", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &line->found, NULL, NULL},
    };

    for (const GOptionEntry *entry = line->entries; entry->long_name; entry++)
        g_array_append_vals(all, entry, 1);
    if (line->options)
        add_choices(line->options, all);
    g_array_append_vals(all, ours, G_N_ELEMENTS(ours));
    return all;
}

static bool parse(GOptionContext *context, char ***argv, const GArray *entries)
{
    const char *command = (*argv)[0];
    char *unknown = unknown_option(*argv, (const GOptionEntry *)(void *)entries->data);
    GError *error = NULL;

    if (unknown) {
        wrong_option(command, unknown, (const GOptionEntry *)(void *)entries->data);
        g_free(unknown);
        return false;
    }
    if (!g_option_context_parse_strv(context, argv, &error)) {
        bp_cli_wrong("%s: %s; see boardpack %s --help", command, error->message, command);
        g_error_free(error);
        return false;
    }
    return true;
}

static bool right_operands(const struct bp_cli_line *line, const char *command)
{
    int n = line->found ? (int)g_strv_length(line->found) : 0;

    if (n >= line->fewest && n <= line->most)
        return true;
    if (n > line->most)
        bp_cli_wrong("%s: “%s” is one too many; usage: boardpack %s %s", command,
                     line->found[line->most], command, line->operands);
    else
        bp_cli_wrong("%s: something is missing; usage: boardpack %s %s", command, command,
                     line->operands);
    return false;
}

/* An empty name is a slip in a script: a variable without a value. */
static bool all_named(const struct bp_cli_line *line, const GArray *entries, const char *command)
{
    const GOptionEntry *first = (const GOptionEntry *)(void *)entries->data;
    bool named = true;

    for (const GOptionEntry *entry = first; entry->long_name; entry++) {
        const char *const *name = entry->arg_data;

        named = named && !(entry->arg == G_OPTION_ARG_FILENAME && *name && !**name);
    }
    for (char **name = line->found; name && *name; name++)
        named = named && **name;
    if (!named)
        bp_cli_wrong("%s: the name of a file or folder is empty; usage: boardpack %s %s", command,
                     command, line->operands);
    return named;
}

bool bp_cli_line_parse(struct bp_cli_line *line, int argc, char **argv, int *status)
{
    GOptionContext *context = g_option_context_new(line->operands);
    gboolean help = FALSE;
    GArray *entries = all_entries(line, &help);
    char **rest = g_new0(char *, argc + 1);
    char *program = g_strdup_printf("boardpack %s", argv[0]);
    bool go_on;

    for (int i = 0; i < argc; i++)
        rest[i] = g_strdup(argv[i]);
    g_set_prgname(program);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_summary(context, line->summary);
    g_option_context_set_description(context, line->description);
    g_option_context_add_main_entries(context, (const GOptionEntry *)(void *)entries->data, NULL);
    *status = BP_STATUS_USAGE;
    go_on = parse(context, &rest, entries);
    if (go_on && help) {
        char *text = g_option_context_get_help(context, TRUE, NULL);

        fputs(text, stdout);
        g_free(text);
        *status = BP_STATUS_DONE;
        go_on = false;
    }
    go_on = go_on && right_operands(line, argv[0]) && all_named(line, entries, argv[0]);
    g_strfreev(rest);
    g_free(program);
    g_array_unref(entries);
    g_option_context_free(context);
    if (!go_on)
        bp_cli_line_finish(line);
    return go_on;
}

void bp_cli_line_finish(struct bp_cli_line *line)
{
    g_strfreev(line->found);
    line->found = NULL;
    if (!line->options)
        return;
    g_free((char *)line->options->root);
    g_free((char *)line->options->layout);
    g_free((char *)line->options->house);
    g_free((char *)line->options->edition);
    g_free((char *)line->options->as_of);
    *line->options = (struct bp_options){NULL};
}

int bp_cli_wrong(const char *format, ...)
{
    va_list arguments;

    fputs("boardpack: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    return BP_STATUS_USAGE;
}

char *bp_cli_output_name(const char *input)
{
    const char *name = strrchr(input, '/');
    const char *ending = strrchr(name ? name + 1 : input, '.');
    bool named = ending && ending != (name ? name + 1 : input);

    return g_strdup_printf("%.*s.pdf", named ? (int)(ending - input) : (int)strlen(input), input);
}

void bp_cli_tell(struct bp_report *report)
{
    bp_report_print(report, stderr);
    bp_report_destroy(report);
}
