/* SPDX-License-Identifier: MIT */
/*
 * Measures boardpack: `bench FOLDER`, where FOLDER holds the command and gets a folder bench.
 * Prints a table with the goals beside; a figure that misses its goal is no failure, as machines
 * differ. A document that does not come out whole is one. With SHORT=1 in the environment it is
 * quick and shows no more than that all of it works.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "pango.h"
#include "pdf.h"
#include "process.h"
#include "rows.h"
#include "typst.h"

#define SEED "tests/meetings/kent-2022.yaml"

/* Lines of the seed that come to so many pages. */
#define LINES_1   3
#define LINES_40  326
#define LINES_400 3270

struct bench {
    char *boardpack;
    char *folder;
    bool quick;
    struct bp_seed seed;
};

/* The best of several renders of one file. */
struct render {
    int pages;
    double seconds;
    double median;    /* seconds */
    double processor; /* seconds */
    double megabytes;
    char *stages; /* what --timings said of the best */
    char *input;
    char *output;
};

static void render_finish(struct render *render)
{
    g_free(render->stages);
    g_free(render->input);
    g_free(render->output);
}

static char *path_of(const struct bench *bench, const char *name, const char *ending)
{
    char *file = g_strconcat(name, ending, NULL);
    char *path = g_build_filename(bench->folder, file, NULL);

    g_free(file);
    return path;
}

static int by_size(const void *a, const void *b)
{
    const double *left = a, *right = b;

    return (*left > *right) - (*left < *right);
}

static bool render_once(const struct bench *bench, struct render *render, const char *log,
                        double *seconds)
{
    const char *const argv[] = {bench->boardpack, "render",    render->input, "-o",
                                render->output,   "--timings", NULL};
    struct bp_process_cost cost;

    if (!bp_process_must(argv, log, &cost))
        return false;
    *seconds = cost.seconds;
    if (render->stages && cost.seconds >= render->seconds)
        return true;
    render->seconds = cost.seconds;
    render->processor = cost.processor;
    render->megabytes = cost.megabytes;
    g_free(render->stages);
    return g_file_get_contents(log, &render->stages, NULL, NULL);
}

/* Renders FOLDER/`name`.yaml `runs` times, to be finished in any case. */
static bool render_init(const struct bench *bench, struct render *render, const char *name,
                        int runs)
{
    char *log = path_of(bench, name, ".log");
    double *seconds = g_new0(double, runs);
    bool done = true;

    *render = (struct render){.input = path_of(bench, name, ".yaml"),
                              .output = path_of(bench, name, ".pdf")};
    for (int run = 0; done && run < runs; run++)
        done = render_once(bench, render, log, &seconds[run]);
    if (done) {
        qsort(seconds, (size_t)runs, sizeof *seconds, by_size);
        render->median = (seconds[(runs - 1) / 2] + seconds[runs / 2]) / 2;
        render->pages = bp_pdf_pages(render->output, log);
    }
    g_free(seconds);
    g_free(log);
    return done && render->pages > 0;
}

/* A line of the table: a figure with its unit, and the goal as words ("" for none). */
static void print_figure(const char *what, double figure, const char *unit, const char *goal)
{
    int decimals = fabs(figure) < 10 ? 2 : fabs(figure) < 100 ? 1 : 0;

    printf("  %-34s %9.*f %-5s %s%s\n", what, decimals, figure, unit, *goal ? "goal " : "", goal);
}

static void print_stages(const char *stages)
{
    char **lines = g_strsplit(stages, "\n", -1);

    printf("  %-34s", "stages");
    for (char **line = lines; *line; line++) {
        char name[32];
        double milliseconds;
        int share;

        if (sscanf(*line, "%31s %lf ms %d %%", name, &milliseconds, &share) == 3 &&
            strcmp(name, "total") != 0)
            printf(" %s %d %%", name, share);
    }
    printf("\n");
    g_strfreev(lines);
}

static bool print_file(const struct render *render)
{
    struct bp_pdf_facts facts;

    if (!bp_pdf_look(render->output, &facts))
        return false;
    print_figure("a page", facts.bytes / render->pages / 1000, "kB", "<= 4.5");
    print_figure("of it tags", 100 * facts.tag_bytes / facts.bytes, "%", "<= 25");
    return true;
}

/* Makes FOLDER/`name`.yaml of `n_lines` lines of the seed and renders it. */
static bool render_corpus(const struct bench *bench, const char *name, int n_lines, int runs,
                          struct render *render)
{
    char *path = path_of(bench, name, ".yaml");
    struct bp_corpus corpus;
    bool done;

    bp_corpus_init(&corpus, &bench->seed, n_lines);
    done = bp_corpus_write(&corpus, &bench->seed, path);
    bp_corpus_finish(&corpus);
    g_free(path);
    *render = (struct render){0};
    return done && render_init(bench, render, name, runs);
}

static bool bench_cold(const struct bench *bench)
{
    struct render render;
    bool done = render_corpus(bench, "page", LINES_1, bench->quick ? 3 : 30, &render);

    if (done) {
        printf("One page cold (%d)\n", render.pages);
        print_figure("median", 1000 * render.median, "ms", "< 20");
        print_figure("best", 1000 * render.seconds, "ms", "");
        print_stages(render.stages);
    }
    render_finish(&render);
    return done;
}

static bool print_long(const struct render *few, const struct render *many)
{
    double ratio = many->seconds / few->seconds;

    printf("%d pages\n", many->pages);
    print_figure("pages a second", many->pages / many->seconds, "", "");
    print_figure("a page", 1000 * many->seconds / many->pages, "ms", "");
    print_figure("in all", 1000 * many->seconds, "ms", "");
    print_figure("of the processor", 1000 * many->processor, "ms", "");
    print_figure("memory", many->megabytes, "MB", "< 100");
    print_stages(many->stages);
    if (!print_file(many))
        return false;
    printf("  %-34s %9.2f       for %.1f times the pages; goal <= %.1f\n", "time to that of fewer",
           ratio, (double)many->pages / few->pages, 1.1 * many->pages / few->pages);
    return true;
}

/* The others' turn comes when boardpack's is over: they make this program large. */
static bool bench_others(const struct bench *bench, const struct render *render, int n_lines)
{
    struct bp_corpus corpus;
    struct bp_typst_cost typst;
    struct bp_pango_cost pango;
    bool has_typst;

    bp_corpus_init(&corpus, &bench->seed, n_lines);
    printf("  %-34s %9d       in %u paragraphs\n", "words", corpus.words, corpus.lines->len);
    has_typst = bp_typst_measure(&corpus, bench->folder, bench->quick ? 1 : 3, &typst);
    pango = bp_pango_measure(&corpus, bench->quick ? 1 : 9);
    print_figure("PangoLayout alone", 1000 * pango.seconds, "ms", "");
    print_figure("ratio to it", render->seconds / pango.seconds, "", "<= 0.5");
    if (has_typst) {
        printf("  Typst %s, %d pages\n", typst.version, typst.pages);
        print_figure("a page", 1000 * typst.seconds / typst.pages, "ms", "");
        print_figure("memory", typst.megabytes, "MB", "");
        print_figure("ratio to it, a page",
                     render->seconds / render->pages / (typst.seconds / typst.pages), "", "<= 0.2");
    } else {
        printf("  Typst is not here; BENCH_TYPST=1 fetches it with pip\n");
    }
    bp_corpus_finish(&corpus);
    return pango.lines > 0;
}

static bool bench_long(const struct bench *bench)
{
    int shorter = bench->quick ? 10 : 1, runs = bench->quick ? 1 : 15;
    struct render few, many = {0};
    bool done = render_corpus(bench, "short", LINES_40 / shorter, runs, &few) &&
                render_corpus(bench, "long", LINES_400 / shorter, runs, &many) &&
                print_long(&few, &many) && bench_others(bench, &many, LINES_400 / shorter);

    render_finish(&few);
    render_finish(&many);
    return done;
}

static bool render_rows(const struct bench *bench, enum bp_rows_kind kind, int count,
                        struct render *render)
{
    char *name = g_strdup_printf("%s-%d", kind == BP_ROWS_TABLE ? "rows" : "items", count);
    char *path = path_of(bench, name, ".yaml"), *text = path_of(bench, name, ".txt");
    bool done;

    *render = (struct render){0};
    done = bp_rows_write(kind, count, path) &&
           render_init(bench, render, name, bench->quick ? 1 : 3) &&
           bp_pdf_has_all(render->output, text, BP_ROWS_MARK, count);
    g_free(text);
    g_free(path);
    g_free(name);
    return done;
}

static bool bench_rows(const struct bench *bench, enum bp_rows_kind kind, int count)
{
    const char *things = kind == BP_ROWS_TABLE ? "rows of a table" : "items of a list";
    int most = bench->quick ? count / 10 : count;
    struct render few, many = {0};
    bool done = render_rows(bench, kind, most / 10, &few) && render_rows(bench, kind, most, &many);

    if (done) {
        printf("%d %s, %d pages, each of them found again\n", most, things, many.pages);
        print_figure("in all", 1000 * many.seconds, "ms", "");
        print_figure("memory", many.megabytes, "MB", "");
        print_figure("time to that of a tenth", many.seconds / few.seconds, "", "<= 11");
    }
    render_finish(&few);
    render_finish(&many);
    return done;
}

int main(int argc, char **argv)
{
    const char *quick = getenv("SHORT");
    struct bench bench = {.quick = quick && *quick && strcmp(quick, "0") != 0};
    bool done;

    if (argc != 2) {
        fprintf(stderr, "usage: bench FOLDER\n");
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    bench.boardpack = g_build_filename(argv[1], "boardpack", NULL);
    bench.folder = g_build_filename(argv[1], "bench", NULL);
    g_mkdir_with_parents(bench.folder, 0755);
    bp_seed_init(&bench.seed, SEED);
    done = bench_cold(&bench);
    done = bench_long(&bench) && done;
    done = bench_rows(&bench, BP_ROWS_TABLE, 100000) && done;
    done = bench_rows(&bench, BP_ROWS_LIST, 40000) && done;
    bp_seed_finish(&bench.seed);
    g_free(bench.folder);
    g_free(bench.boardpack);
    return done ? 0 : 1;
}
