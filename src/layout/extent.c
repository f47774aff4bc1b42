/* SPDX-License-Identifier: MIT */
#include "layout/extent.h"

/* A word under way, piece by piece. */
struct word {
    double width;
    bool digit;
    bool letter;
};

static void word_add(struct word *word, const struct bp_piece *piece)
{
    if (piece->space || !piece->shape)
        return;
    word->width += piece->width;
    const char *end = piece->shape->text + piece->shape->length;
    for (const char *c = piece->shape->text; c < end; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);
        word->digit = word->digit || g_unichar_isdigit(character);
        word->letter = word->letter || g_unichar_isalpha(character);
    }
}

static struct bp_extent measure(const struct bp_paragraph *paragraph)
{
    struct bp_extent extent = {0};
    struct word word = {0};
    double line = 0;
    for (int i = 0; i < paragraph->n_pieces; i++) {
        const struct bp_piece *piece = &paragraph->pieces[i];
        line += piece->width;
        word_add(&word, piece);
        extent.least = MAX(extent.least, word.width);
        extent.most = MAX(extent.most, line);
        if (piece->end == BP_END_NONE && i + 1 < paragraph->n_pieces)
            continue;
        if (word.digit && !word.letter)
            extent.figure = MAX(extent.figure, word.width);
        word = (struct word){0};
        if (piece->end == BP_END_FORCED)
            line = 0;
    }
    return extent;
}

struct bp_font bp_type_font(const struct bp_type *type, const char *language)
{
    return (struct bp_font){
        .family = type->family,
        .weight = type->weight,
        .italic = type->italic,
        .tabular = type->tabular,
        .language = language,
    };
}

struct bp_text_run *bp_text_runs(const struct bp_text *text, const char *language)
{
    struct bp_text_run *runs = g_new0(struct bp_text_run, (gsize)text->n_runs);
    for (int i = 0; i < text->n_runs; i++) {
        const struct bp_run *run = &text->runs[i];
        runs[i] = (struct bp_text_run){
            .text = run->text,
            .length = run->length,
            .font = bp_type_font(run->type, run->language ? run->language : language),
            .size = run->type->size,
            .source = run->source,
        };
    }
    return runs;
}

struct bp_extent bp_text_extent(struct bp_layout *layout, const struct bp_text *text,
                                const char *language)
{
    struct bp_text_run *runs = bp_text_runs(text, language);
    struct bp_paragraph paragraph = {.right_to_left = layout->document->right_to_left};
    if (!bp_paragraph_make(layout->text, runs, text->n_runs, &paragraph, layout->scratch,
                           layout->report))
        layout->failed = true;
    struct bp_extent extent = measure(&paragraph);
    bp_arena_reset(layout->scratch);
    g_free(runs);
    return extent;
}
