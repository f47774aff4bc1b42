/* SPDX-License-Identifier: MIT */
#include "text/hyphen.h"

#include <stdlib.h>
#include <string.h>

#include <hyphen.h>

#include "text/service.h"

#define SOFT_HYPHEN "\u00ad"

/* Letters of a word that may be parted, and of its parts. */
enum { LEAST_LETTERS = 5, LEAST_BEFORE = 2, LEAST_AFTER = 3 };

bool bp_hyphens_init(struct bp_hyphens *hyphens, const char *list, struct bp_arena *arena,
                     struct bp_report *report)
{
    GArray *files = g_array_new(FALSE, FALSE, sizeof(struct bp_hyphen_file));
    char **lines = g_strsplit(list, "\n", -1);
    bool fine = true;
    for (int i = 0; lines[i]; i++) {
        if (lines[i][0] == '\0' || lines[i][0] == '#')
            continue;
        char **words = g_strsplit(lines[i], " ", 4);
        if (g_strv_length(words) == 4) {
            const char *copies[4];
            for (int k = 0; k < 4; k++)
                copies[k] = bp_arena_string(arena, words[k], strlen(words[k]));
            struct bp_hyphen_file file = {copies[0], copies[1], copies[2], copies[3]};
            g_array_append_val(files, file);
        } else {
            bp_report_system(report, "fonts/hyphenation.list", "bad-dictionary",
                             "line %d is no dictionary: “%s”", i + 1, lines[i]);
            fine = false;
        }
        g_strfreev(words);
    }
    *hyphens = (struct bp_hyphens){.n = (int)files->len};
    hyphens->files = bp_arena_copy(arena, files->data, files->len, sizeof(struct bp_hyphen_file));
    hyphens->dictionaries = bp_arena_new(arena, files->len * sizeof(void *));
    g_array_free(files, TRUE);
    g_strfreev(lines);
    return fine;
}

void bp_hyphens_finish(struct bp_hyphens *hyphens)
{
    for (int i = 0; i < hyphens->n; i++)
        if (hyphens->dictionaries[i])
            hnj_hyphen_free(hyphens->dictionaries[i]);
}

static bool has_language(const char *languages, const char *language, size_t length)
{
    for (const char *at = languages; *at; at += *at == ',') {
        size_t own = strcspn(at, ",");
        if (own == length && g_ascii_strncasecmp(at, language, length) == 0)
            return true;
        at += own;
    }
    return false;
}

int bp_hyphens_find(const struct bp_hyphens *hyphens, const char *language)
{
    for (int i = 0; language && i < hyphens->n; i++)
        if (has_language(hyphens->files[i].languages, language, strlen(language)))
            return i;
    return -1;
}

/* NULL: the language is not hyphenated, or, with a report, its file is missing. */
static HyphenDict *find_dictionary(struct bp_text_service *text, const char *language, bool *fine)
{
    struct bp_hyphens *hyphens = &text->hyphens;
    int index = bp_hyphens_find(hyphens, language);
    if (index < 0)
        return NULL;
    const struct bp_hyphen_file *file = &hyphens->files[index];
    if (!hyphens->dictionaries[index])
        hyphens->dictionaries[index] = hnj_hyphen_load(file->path);
    if (!hyphens->dictionaries[index]) {
        bp_report_system(text->faces.report, file->path, "missing-dictionary",
                         "this hyphenation dictionary is missing; install the package %s",
                         file->package);
        *fine = false;
    }
    return hyphens->dictionaries[index];
}

/* A run under way. */
struct parter {
    struct bp_text_service *text;
    HyphenDict *dictionary;
    const struct bp_font *font;
    GString *out;
};

/* Whether a glyph begins at that byte: ligatures are not parted. */
static bool begins_glyph(const struct bp_shape *shape, long byte)
{
    for (int i = 0; shape && i < shape->n_glyphs; i++)
        if (shape->glyphs[i].cluster == byte)
            return true;
    return !shape;
}

/* A word parted. `hyphens` counts characters. */
static void append_parted(const struct parter *parter, const char *word, int length,
                          const char *hyphens)
{
    const struct bp_shape *shape = bp_text_shape(parter->text, parter->font, word, length);
    long letters = g_utf8_strlen(word, length), i = 0;
    for (const char *at = word, *next; at < word + length; at = next) {
        next = g_utf8_next_char(at);
        g_string_append_len(parter->out, at, next - at);
        i++;
        if (hyphens[i - 1] % 2 == 1 && i >= LEAST_BEFORE && letters - i >= LEAST_AFTER &&
            begins_glyph(shape, next - word))
            g_string_append(parter->out, SOFT_HYPHEN);
    }
}

static void append_word(const struct parter *parter, const char *word, int length)
{
    char **replaced = NULL;
    int *positions = NULL, *cuts = NULL;
    char *hyphens = g_malloc0((gsize)length + 5);
    int failed = hnj_hyphen_hyphenate3(parter->dictionary, word, length, hyphens, NULL, &replaced,
                                       &positions, &cuts, LEAST_BEFORE, LEAST_AFTER, LEAST_BEFORE,
                                       LEAST_AFTER);
    /* A language that spells parts in another way has its words whole. */
    if (failed || replaced)
        g_string_append_len(parter->out, word, length);
    else
        append_parted(parter, word, length, hyphens);
    for (int i = 0; replaced && i < length; i++)
        free(replaced[i]);
    free(replaced);
    free(positions);
    free(cuts);
    g_free(hyphens);
}

/* How many bytes of a token are its word: letters from its first on. 0: it is not to be parted. */
static int word_length(const char *token, int length)
{
    int letters = 0;
    const char *end = token + length, *at = token;
    for (; at < end && g_unichar_islower(g_utf8_get_char(at)); at = g_utf8_next_char(at))
        letters++;
    int word = (int)(at - token);
    /* What may follow: punctuation, and a genitive's ending. */
    for (bool genitive = true; at < end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        genitive = genitive && (c == 0x2019 || c == '\'' || c == 's');
        if (!genitive && !(g_unichar_ispunct(c) && !strchr("-/@_", (int)MIN(c, 127u))))
            return 0;
    }
    return letters >= LEAST_LETTERS ? word : 0;
}

/* A stretch without a space: opening punctuation, a word, what follows. */
static void append_token(const struct parter *parter, const char *token, int length)
{
    const char *start = token, *end = token + length;
    while (start < end && g_unichar_ispunct(g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    int word = word_length(start, (int)(end - start));
    g_string_append_len(parter->out, token, start - token);
    if (word > 0)
        append_word(parter, start, word);
    g_string_append_len(parter->out, start + word, end - start - word);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* Whether the run's last word goes on in the next, or is the last of all. */
static bool is_joined_after(const struct bp_text_run *runs, int n_runs, int index)
{
    for (int i = index + 1; i < n_runs; i++)
        if (runs[i].length > 0)
            return !is_space(runs[i].text[0]);
    return true;
}

static void append_run(const struct parter *parter, const struct bp_text_run *run,
                       bool joined_before, bool joined_after)
{
    for (int at = 0; at < run->length;) {
        int end = at;
        while (end < run->length && !is_space(run->text[end]))
            end++;
        bool joined = (joined_before && at == 0) || (joined_after && end == run->length);
        if (joined)
            g_string_append_len(parter->out, run->text + at, end - at);
        else
            append_token(parter, run->text + at, end - at);
        if (end < run->length)
            g_string_append_c(parter->out, run->text[end]);
        at = end + 1;
    }
}

bool bp_text_hyphenate(struct bp_text_service *text, struct bp_text_run *runs, int n_runs,
                       struct bp_arena *arena)
{
    bool fine = true, joined = false;
    struct parter parter = {.text = text, .out = g_string_new(NULL)};
    for (int i = 0; i < n_runs; i++) {
        bool joined_after = is_joined_after(runs, n_runs, i);
        parter.font = &runs[i].font;
        parter.dictionary = find_dictionary(text, runs[i].font.language, &fine);
        if (parter.dictionary && runs[i].length > 0) {
            g_string_truncate(parter.out, 0);
            append_run(&parter, &runs[i], joined, joined_after);
            runs[i].text = bp_arena_string(arena, parter.out->str, parter.out->len);
            runs[i].length = (int)parter.out->len;
        }
        if (runs[i].length > 0)
            joined = !is_space(runs[i].text[runs[i].length - 1]);
    }
    g_string_free(parter.out, TRUE);
    return fine;
}
