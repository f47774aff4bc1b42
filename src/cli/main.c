/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
} commands[] = {
    {"render", bp_cli_render}, {"check", bp_cli_check}, {"new", bp_cli_new},
    {"watch", bp_cli_watch},   {"dump", bp_cli_dump},   {"layouts", bp_cli_layouts},
};

static const char help[] =
    "Usage: boardpack COMMAND [OPTION…] …\n"
    "\n"
    "Turns meeting data in YAML into print-ready, accessible PDF.\n"
    "\n"
    "  new minutes|report|layout DIR   write an example, or a house style, to edit\n"
    "  render FILE [-o OUT.pdf]   make the PDF\n"
    "  check FILE…                list every fault: FILE:LINE:COLUMN: error: what, and its mend\n"
    "  watch FILE [-o OUT.pdf]    make the PDF again on every save\n"
    "  layouts                    list the layouts and house styles, with their editions\n"
    "  dump --stage=NAME FILE     print the work of one stage as text\n"
    "\n"
    "  --help, -h                 show this; boardpack COMMAND --help shows a command's options\n"
    "  --version                  show the version\n"
    "\n"
    "FILE or OUT.pdf may be -, for standard input or output.\n"
    "Exit status: 0 done, 1 the input is wrong, 2 the command line is wrong, 3 the system failed.\n"
    "The manual, with every key of the meeting file: man boardpack\n";

/* What a library opens must not become our standard output. In its place comes what can't be
 * written, so that nothing is lost in silence. */
static void open_standard_files(void)
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
        bool output = file == STDOUT_FILENO;

        if (fcntl(file, F_GETFD) < 0 &&
            open(output ? "/" : "/dev/null", output ? O_RDONLY : O_RDWR) < 0)
            return;
    }
}

static int unknown(const char *word)
{
    static const char *const options[] = {"--help", "--version", NULL};
    const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
    const char *meant;

    if (word[0] == '-') {
        meant = bp_nearest(word, options);
        if (meant)
            return bp_cli_wrong("there is no option “%s”; did you mean “%s”?", word, meant);
        return bp_cli_wrong("there is no option “%s” here; a command comes first: boardpack --help",
                            word);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        names[i] = commands[i].name;
    meant = bp_nearest(word, names);
    if (meant)
        return bp_cli_wrong("there is no command “%s”; did you mean “%s”?", word, meant);
    if (g_file_test(word, G_FILE_TEST_IS_REGULAR))
        return bp_cli_wrong("say what to do with the file: boardpack render %s", word);
    return bp_cli_wrong("there is no command “%s”; see boardpack --help", word);
}

static int run(int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : NULL;

    if (!word) {
        fputs(help, stderr);
        return BP_STATUS_USAGE;
    }
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0) {
        fputs(help, stdout);
        return BP_STATUS_DONE;
    }
    if (strcmp(word, "--version") == 0) {
        printf("boardpack %s\n", bp_version());
        return BP_STATUS_DONE;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
        if (strcmp(word, commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    }
    return unknown(word);
}

/* No setlocale(): what the program says and prints is the same everywhere. */
int main(int argc, char **argv)
{
    int status;

    open_standard_files();
    /* so that a limit on a file's size is an error of the write, which cleans up */
    signal(SIGXFSZ, SIG_IGN);
    status = run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs("boardpack: error: standard output is closed or can't be written\n", stderr);
        return BP_STATUS_SYSTEM;
    }
    return status;
}
