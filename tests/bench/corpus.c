/* SPDX-License-Identifier: MIT */
#include "corpus.h"

#include <stdio.h>
#include <string.h>

#include "words.h"

#define MADE_WORDS 20000
#define EVERY      12

static const char *const owners[] = {"Force", "PCC", "Chief Executive", "Deputy Chief Officer"};
static const char *const dues[] = {"2022-04-29", "2022-06-08", "2022-07-15", "2022-09-30"};

struct making {
    struct bp_corpus *corpus;
    struct bp_random random;
    GPtrArray *words;     /* made ones */
    GPtrArray *sentences; /* the seed's, borrowed, shuffled anew each time all were used */
    int used;
    GHashTable *texts; /* of all lines so far */
};

static const char *made_word(struct making *making)
{
    int n = bp_random_below(&making->random, (int)making->words->len);

    return g_ptr_array_index(making->words, n);
}

/* Puts a made word in the place of the letters and digits of `word`, and keeps its first capital.
 */
static void append_made(struct making *making, const char *word, int length, GString *out)
{
    int start = 0, end = length;
    gsize at;

    while (start < end && strchr("('\"&-", word[start]))
        start++;
    while (end > start && strchr(".,;:?!)'\"-", word[end - 1]))
        end--;
    g_string_append_len(out, word, start);
    at = out->len;
    g_string_append(out, made_word(making));
    if (g_ascii_isupper(word[start]))
        out->str[at] = g_ascii_toupper(out->str[at]);
    g_string_append_len(out, word + end, length - end);
}

static void append_sentence(struct making *making, GString *out)
{
    const char *word;

    if (making->used == (int)making->sentences->len) {
        bp_random_shuffle(&making->random, making->sentences->pdata, making->used);
        making->used = 0;
    }
    word = g_ptr_array_index(making->sentences, making->used++);
    while (*word) {
        int length = (int)strcspn(word, " ");

        if (out->len > 0)
            g_string_append_c(out, ' ');
        if (++making->corpus->words % EVERY == 0)
            append_made(making, word, length, out);
        else
            g_string_append_len(out, word, length);
        word += length + (word[length] == ' ');
    }
}

/* Adds a line whose text, made longer where it must, is no other line's. */
static void add_line(struct making *making, struct bp_corpus_line line, GString *text)
{
    while (g_hash_table_contains(making->texts, text->str))
        append_sentence(making, text);
    line.text = g_string_free(text, FALSE);
    g_hash_table_add(making->texts, line.text);
    g_array_append_val(making->corpus->lines, line);
}

static void add_action(struct making *making)
{
    struct bp_random *random = &making->random;
    GString *text = g_string_new(NULL);
    struct bp_corpus_line line = {.kind = BP_LINE_ACTION};

    line.owner = owners[bp_random_below(random, G_N_ELEMENTS(owners))];
    line.due = dues[bp_random_below(random, G_N_ELEMENTS(dues))];
    append_sentence(making, text);
    add_line(making, line, text);
}

static void add_like(struct making *making, const struct bp_seed_line *model)
{
    GString *text = g_string_new(model->title);

    if (model->title)
        g_string_append_printf(text, " %s", made_word(making));
    for (int i = 0; i < model->n_sentences; i++)
        append_sentence(making, text);
    add_line(making, (struct bp_corpus_line){.kind = model->kind, .level = model->level}, text);
}

void bp_corpus_init(struct bp_corpus *corpus, const struct bp_seed *seed, int n_lines)
{
    struct making making = {.corpus = corpus, .random = {2022}};

    *corpus = (struct bp_corpus){.lines = g_array_new(FALSE, FALSE, sizeof(struct bp_corpus_line))};
    making.words = bp_words_new(&making.random, MADE_WORDS);
    making.sentences = g_ptr_array_copy(seed->sentences, NULL, NULL);
    g_ptr_array_set_free_func(making.sentences, NULL);
    making.used = (int)making.sentences->len;
    making.texts = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < n_lines; i++) {
        int n = i % (int)seed->lines->len;
        const struct bp_seed_line *model = &g_array_index(seed->lines, struct bp_seed_line, n);

        if (i > 0 && model->kind == BP_LINE_ITEM)
            add_action(&making);
        add_like(&making, model);
    }
    g_hash_table_destroy(making.texts);
    g_ptr_array_free(making.sentences, TRUE);
    g_ptr_array_free(making.words, TRUE);
}

void bp_corpus_finish(struct bp_corpus *corpus)
{
    for (guint i = 0; i < corpus->lines->len; i++)
        g_free(g_array_index(corpus->lines, struct bp_corpus_line, i).text);
    g_array_free(corpus->lines, TRUE);
}

/* YAML between double quotes: no word of the seed needs more than these. */
static void append_quoted(GString *out, const char *key, const char *text)
{
    g_string_append_printf(out, "%s: \"", key);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
    g_string_append(out, "\"\n");
}

/* Lines of a section stand four columns deeper than those of its item. */
static void append_line(const struct bp_corpus_line *line, const struct bp_corpus_line *before,
                        int *deeper, GString *out)
{
    switch (line->kind) {
    case BP_LINE_ITEM:
        *deeper = 0;
        append_quoted(out, "  - title", line->text);
        break;
    case BP_LINE_SECTION:
        if (before->kind == BP_LINE_ITEM)
            g_string_append(out, "    sections:\n");
        *deeper = 4;
        append_quoted(out, "      - title", line->text);
        break;
    case BP_LINE_BULLET:
        if (before->kind != BP_LINE_BULLET)
            g_string_append_printf(out, "%*sminutes: |\n", *deeper + 4, "");
        g_string_append_printf(out, "%*s- %s\n", *deeper + 4 + 2 * line->level, "", line->text);
        break;
    case BP_LINE_ACTION:
        g_string_append_printf(out, "    actions:\n      - owner: %s\n", line->owner);
        append_quoted(out, "        action", line->text);
        g_string_append_printf(out, "        due: %s\n", line->due);
        break;
    }
}

bool bp_corpus_write(const struct bp_corpus *corpus, const struct bp_seed *seed, const char *path)
{
    GString *out = g_string_new(seed->head);
    int deeper = 0;
    bool done;

    g_string_append(out, "items:\n");
    for (guint i = 0; i < corpus->lines->len; i++) {
        const struct bp_corpus_line *line = &g_array_index(corpus->lines, struct bp_corpus_line, i);

        append_line(line, i > 0 ? line - 1 : line, &deeper, out);
    }
    done =
        out->len <= BP_CORPUS_LIMIT && g_file_set_contents(path, out->str, (gssize)out->len, NULL);
    if (!done)
        fprintf(stderr, "bench: %s of %zu bytes can't be written\n", path, out->len);
    g_string_free(out, TRUE);
    return done;
}
