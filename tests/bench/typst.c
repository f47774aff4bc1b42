/* SPDX-License-Identifier: MIT */
#include "typst.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf.h"
#include "process.h"

/* boardpack's look: sizes, widths and spaces of src/compose/style.c. */
static const char head[] =
    "#set document(title: \"Performance and Delivery Board\",\n"
    "  date: datetime(year: 2022, month: 3, day: 16))\n"
    "#set page(\"a4\", margin: (left: 141.8pt, right: 62.4pt, top: 68pt, bottom: 76pt),\n"
    "  header: text(9.5pt)[Performance and Delivery Board #h(1fr) 16 March 2022],\n"
    "  footer: context text(9.5pt)[#h(1fr) Page #counter(page).display(\"1 of 1\", both: true)])\n"
    "#set text(font: \"Open Sans\", 11.5pt, lang: \"en\", region: \"GB\", hyphenate: false,\n"
    "  top-edge: 0.8em, bottom-edge: -0.2em)\n"
    "#set smartquote(enabled: false)\n"
    "#set par(leading: 4.5pt, spacing: 12.5pt, justify: false)\n"
    "#set list(spacing: 8.5pt, indent: 0pt, body-indent: 8pt, marker: ([•], [–]))\n"
    "#set heading(numbering: (..n) => if n.pos().len() == 2 { numbering(\"1\", n.pos().at(1)) })\n"
    "#show heading.where(level: 1): set text(26pt)\n"
    "#show heading.where(level: 2): set text(15pt)\n"
    "#show heading.where(level: 3): set text(12pt)\n"
    "#let action(owner, due, body) = block(width: 100%, inset: (x: 12pt, y: 6pt),\n"
    "  fill: rgb(\"ECF2F6\"), stroke: (left: 2.5pt + rgb(\"12436D\")), breakable: false)[\n"
    "  #text(9.5pt, weight: \"semibold\")[Action #h(1fr) #due]\\\n  *#owner:* #body]\n"
    "#heading(level: 1, numbering: none)[Performance and Delivery Board]\n"
    "#grid(columns: (80pt, 1fr), row-gutter: 8pt,\n"
    "  [Date & time], [Wednesday 16 March 2022],\n"
    "  [Venue], [Kent Police Headquarters, North Kent],\n"
    "  [Attendees], [Matthew Scott\\ Adrian Harper\\ Alan Pughsley\\ Ian Drysdale],\n"
    "  [Apologies], [Rob Phillips])\n\n";

static const char overview[] =
    "\n#heading(level: 2, numbering: none)[Overview of Actions]\n"
    "#table(columns: (1fr, auto, auto, auto), stroke: (bottom: 0.5pt + rgb(\"C3CAD1\")),\n"
    "  table.header[Action][Status][Owner][Due date],\n";

/* Says how long it took; the start of Python and the loading of the module are not counted. */
static const char program[] = "import sys, time, typst\n"
                              "begin = time.perf_counter()\n"
                              "typst.compile(sys.argv[1], output=sys.argv[2],\n"
                              "              pdf_standards=['ua-1', 'a-2a'])\n"
                              "print(int((time.perf_counter() - begin) * 1e6),\n"
                              "      typst.__version__)\n";

static void append_escaped(GString *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("\\#*_`$<>@[]~/+-=", *text))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
}

static void append_line(GString *out, const struct bp_corpus_line *line)
{
    switch (line->kind) {
    case BP_LINE_ITEM:
        g_string_append(out, "\n== ");
        break;
    case BP_LINE_SECTION:
        g_string_append(out, "\n=== ");
        break;
    case BP_LINE_BULLET:
        g_string_append_printf(out, "%*s- ", 2 * (line->level - 1), "");
        break;
    case BP_LINE_ACTION:
        g_string_append_printf(out, "\n#action[%s][%s][", line->owner, line->due);
        break;
    }
    append_escaped(out, line->text);
    g_string_append(out, line->kind == BP_LINE_ACTION ? "]\n" : "\n");
}

static bool write_source(const struct bp_corpus *corpus, const char *path)
{
    GString *out = g_string_new(head), *actions = g_string_new(overview);
    bool done;

    for (guint i = 0; i < corpus->lines->len; i++) {
        const struct bp_corpus_line *line = &g_array_index(corpus->lines, struct bp_corpus_line, i);

        append_line(out, line);
        if (line->kind != BP_LINE_ACTION)
            continue;
        g_string_append(actions, "  [");
        append_escaped(actions, line->text);
        g_string_append_printf(actions, "], [Open], [%s], [%s],\n", line->owner, line->due);
    }
    g_string_append_printf(out, "%s)\n", actions->str);
    done = g_file_set_contents(path, out->str, (gssize)out->len, NULL);
    g_string_free(actions, TRUE);
    g_string_free(out, TRUE);
    return done;
}

static bool has_typst(const char *python, const char *log)
{
    const char *const argv[] = {python, "-c", "import typst", NULL};

    return bp_process_run(argv, log, NULL);
}

/* A Python that has the module, to be freed; NULL: there is none. */
static char *find_python(const char *folder, const char *log)
{
    char *venv = g_build_filename(folder, "venv", NULL);
    char *own = g_build_filename(venv, "bin", "python", NULL);
    const char *const make[] = {"python3", "-m", "venv", venv, NULL};
    const char *const fetch[] = {own, "-m", "pip", "install", "-q", "typst", NULL};
    const char *asked = getenv("BENCH_TYPST");
    char *found = NULL;

    if (has_typst("python3", log))
        found = g_strdup("python3");
    else if (has_typst(own, log) ||
             (asked && strcmp(asked, "1") == 0 && bp_process_must(make, log, NULL) &&
              bp_process_must(fetch, log, NULL)))
        found = g_strdup(own);
    g_free(own);
    g_free(venv);
    return found;
}

static bool run_once(const char *const *argv, const char *log, struct bp_typst_cost *cost)
{
    struct bp_process_cost process;
    char *said = NULL;
    long microseconds = 0;

    if (!bp_process_must(argv, log, &process) || !g_file_get_contents(log, &said, NULL, NULL))
        return false;
    if (sscanf(said, "%ld %31s", &microseconds, cost->version) == 2) {
        cost->seconds = MIN(cost->seconds, (double)microseconds / 1e6);
        cost->megabytes = process.megabytes;
    }
    g_free(said);
    return microseconds > 0;
}

bool bp_typst_measure(const struct bp_corpus *corpus, const char *folder, int runs,
                      struct bp_typst_cost *cost)
{
    char *log = g_build_filename(folder, "typst.log", NULL);
    char *source = g_build_filename(folder, "corpus.typ", NULL);
    char *output = g_build_filename(folder, "corpus-typst.pdf", NULL);
    char *python = find_python(folder, log);
    const char *const argv[] = {python, "-c", program, source, output, NULL};
    bool done = python && write_source(corpus, source);

    *cost = (struct bp_typst_cost){.seconds = G_MAXDOUBLE};
    for (int run = 0; done && run < runs; run++)
        done = run_once(argv, log, cost);
    if (done)
        cost->pages = bp_pdf_pages(output, log);
    g_free(python);
    g_free(output);
    g_free(source);
    g_free(log);
    return done && cost->pages > 0;
}
