/* SPDX-License-Identifier: MIT */
#include "layout/setting.h"

#include <string.h>

#include "text/hyphen.h"

/* Lines under links and through struck words: top edge below the baseline, and thickness, in ems.
 */
#define UNDERLINE_DROP 0.12
#define STRIKE_DROP    -0.29
#define LINE_WIDTH     0.05

/* How short a ragged line stays before a word is parted, in ems, and a justified one. */
#define RAGGED_ZONE    3.0
#define JUSTIFIED_ZONE 1.0

/* What a run is in the tag tree. */
struct tagging {
    struct bp_kid *kid;  /* NULL: artifact */
    struct bp_tag *link; /* NULL: no link */
    struct bp_flow_note *note;
};

struct setter {
    struct bp_layout *layout;
    const struct bp_text *text;
    const struct bp_style *style;
    const struct bp_setting_place *place;
    struct bp_text_run *runs;
    struct tagging *tags;
    struct bp_paragraph paragraph;
    GArray *fragments; /* of the line under way */
};

static bool same_string(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The words of the link that begins with run `first`, for its annotation. */
static void link_words(const struct bp_text *text, int first, struct bp_arena *arena,
                       struct bp_tag *tag)
{
    GString *words = g_string_new(NULL);
    const char *link = text->runs[first].link;
    for (int i = first; i < text->n_runs && same_string(text->runs[i].link, link); i++)
        g_string_append_len(words, text->runs[i].text, text->runs[i].length);
    tag->alt = bp_arena_string(arena, words->str, words->len);
    g_string_free(words, true);
}

/* The tag that run `i` stands in: the text's own, a link in it, a span in either. */
static struct bp_tag *run_tag(struct setter *setter, int i, struct bp_tag *before)
{
    struct bp_arena *arena = setter->layout->arena;
    const struct bp_run *run = &setter->text->runs[i];
    const struct bp_run *previous = i > 0 && before ? run - 1 : NULL;
    struct bp_tag *tag = setter->place->tag;
    if (run->link) {
        bool same = previous && same_string(previous->link, run->link);
        setter->tags[i].link =
            same ? setter->tags[i - 1].link : bp_tag_new(arena, tag, BP_TAG_LINK);
        if (!same)
            link_words(setter->text, i, arena, setter->tags[i].link);
        tag = setter->tags[i].link;
    }
    bool foreign = run->language && !same_string(run->language, setter->place->language);
    if (!run->emphasis && !foreign)
        return tag;
    if (previous && previous->emphasis == run->emphasis && before->parent == tag &&
        previous->type == run->type && same_string(previous->language, run->language))
        return before;
    struct bp_tag *span = bp_tag_new(arena, tag, BP_TAG_SPAN);
    span->language = foreign ? run->language : NULL;
    return span;
}

static void make_tags(struct setter *setter)
{
    const struct bp_text *text = setter->text;
    setter->tags = g_new0(struct tagging, (gsize)text->n_runs);
    if (!setter->place->tag)
        return;
    struct bp_tag *tag = NULL;
    for (int i = 0; i < text->n_runs; i++) {
        if (text->runs[i].length == 0)
            continue;
        tag = run_tag(setter, i, tag);
        bool follows = tag->last && tag->last->kind == BP_KID_CONTENT;
        setter->tags[i].kid = follows ? tag->last : bp_tag_content(setter->layout->arena, tag);
        if (!text->runs[i].note)
            continue;
        setter->tags[i].note = bp_flow_note(setter->layout, text->runs[i].note, setter->place->tag);
        tag = NULL;
    }
}

/* Spaces that justification stretches on the line: those with a word after them. */
static int inner_spaces(const struct setter *setter, const struct bp_segment *segment)
{
    int spaces = 0, pending = 0;
    for (int i = segment->first; i < segment->end; i++) {
        pending += setter->paragraph.pieces[i].space;
        if (setter->paragraph.pieces[i].space)
            continue;
        spaces += pending;
        pending = 0;
    }
    return spaces;
}

/*
 * How far along the measure a line's only segment is moved, and how much each space is stretched.
 * Text keeps to the document's start edge, except that a right-to-left paragraph always begins at
 * the right.
 */
static double align_line(const struct setter *setter, const struct bp_line *line, double *stretch)
{
    const struct bp_segment *segment = &line->segments[0];
    double free = setter->place->width - segment->start - segment->width;
    bool turned = setter->paragraph.right_to_left && !setter->layout->document->right_to_left;
    *stretch = 0;
    if (line->n_segments > 1)
        return 0;
    switch (setter->style->align) {
    case BP_ALIGN_START:
        return turned ? free : 0;
    case BP_ALIGN_END:
        return turned ? 0 : free;
    case BP_ALIGN_CENTRE:
        return free / 2;
    case BP_ALIGN_JUSTIFY: {
        int spaces = line->last ? 0 : inner_spaces(setter, segment);
        if (spaces)
            *stretch = free / spaces;
        return turned && line->last ? free : 0;
    }
    }
    return 0;
}

/* A space as a glyph of its own, where a tab or a forced break parts two words. */
static const struct bp_shape *word_gap(const struct setter *setter, int run)
{
    return bp_text_shape(setter->layout->text, &setter->runs[run].font, " ", 1);
}

/* Neighbours on a line that belong to one run. */
struct stretch_of_run {
    const int *order; /* pieces, from left to right */
    int n;
    int first; /* of the pieces, in the order of reading */
    double left;
    double width;
    double hidden; /* of the width: the line's last spaces */
};

struct segment_place {
    double left;
    double width;   /* of what is seen */
    int seen;       /* after the last piece that is seen */
    double stretch; /* of each space */
    bool gap;       /* a tab or a forced break follows */
};

static bool turns(const struct setter *setter)
{
    return setter->paragraph.reorder || setter->paragraph.right_to_left;
}

/* Where directions mix, the spaces at the line's end stand apart, or they would be read elsewhere
 * (UAX #9 rule L1 moves them). */
static bool is_neighbour(const struct setter *setter, const struct segment_place *place, int piece,
                         int first)
{
    const struct bp_piece *pieces = setter->paragraph.pieces;
    bool apart = turns(setter) && (piece >= place->seen) != (first >= place->seen);
    return pieces[piece].run == pieces[first].run && !apart;
}

static struct stretch_of_run take_stretch(const struct setter *setter, const int *order, int n,
                                          const struct segment_place *place)
{
    const struct bp_piece *pieces = setter->paragraph.pieces;
    struct stretch_of_run taken = {.order = order, .first = order[0]};
    for (; taken.n < n && is_neighbour(setter, place, order[taken.n], order[0]); taken.n++) {
        const struct bp_piece *piece = &pieces[order[taken.n]];
        double width = piece->width + (piece->space ? place->stretch : 0);
        taken.width += width;
        taken.hidden += order[taken.n] >= place->seen ? width : 0;
        taken.first = MIN(taken.first, order[taken.n]);
    }
    return taken;
}

static void add_line_along(struct setter *setter, const struct stretch_of_run *taken, double drop)
{
    const struct bp_type *type =
        setter->text->runs[setter->paragraph.pieces[taken->first].run].type;
    struct bp_fragment line = {
        .box = {.kind = BP_BOX_RECTANGLE,
                .x = taken->left + (setter->paragraph.right_to_left ? taken->hidden : 0),
                .y = drop * type->size - type->rise,
                .width = taken->width - taken->hidden,
                .height = LINE_WIDTH * type->size,
                .fill = {type->colour}}};
    if (line.box.width > 0)
        g_array_append_val(setter->fragments, line);
}

/* `gap` adds a space. */
static void add_fragment(struct setter *setter, const struct stretch_of_run *taken, double stretch,
                         bool gap)
{
    const struct bp_piece *pieces = setter->paragraph.pieces;
    int index = pieces[taken->first].run;
    const struct bp_run *run = &setter->text->runs[index];
    const struct bp_shape **shapes =
        bp_arena_new(setter->layout->arena, (size_t)(taken->n + 1) * sizeof *shapes);
    int n_shapes = 0;
    for (int i = 0; i < taken->n; i++)
        if (pieces[taken->order[i]].shape)
            shapes[n_shapes++] = pieces[taken->order[i]].shape;
    if (gap)
        shapes[n_shapes++] = word_gap(setter, index);
    struct bp_fragment fragment = {
        .box = {.kind = BP_BOX_TEXT,
                .x = taken->left,
                .y = -run->type->rise,
                .width = taken->width,
                .kid = setter->tags[index].kid,
                .rise = run->type->rise,
                .line = {.shapes = shapes,
                         .n_shapes = n_shapes,
                         .size = run->type->size,
                         .stretch = stretch,
                         .colour = run->type->colour}},
        .link = taken->width > taken->hidden ? run->link : NULL,
        .link_tag = setter->tags[index].link,
    };
    if (n_shapes)
        g_array_append_val(setter->fragments, fragment);
    if (run->link)
        add_line_along(setter, taken, UNDERLINE_DROP);
    if (run->strike)
        add_line_along(setter, taken, STRIKE_DROP);
}

/*
 * A hyphen at a line's end stands for a soft hyphen (ISO 32000-1 14.9.4, 14.8.2.2.3). The
 * segment's width holds it; what is left of `place` is the words'.
 */
static struct bp_fragment take_hyphen(const struct setter *setter, int run,
                                      struct segment_place *place)
{
    const struct bp_type *type = setter->text->runs[run].type;
    const struct bp_shape **shapes = bp_arena_new(setter->layout->arena, sizeof *shapes);
    shapes[0] = bp_text_shape(setter->layout->text, &setter->runs[run].font, "-", 1);
    double width = bp_shape_width(shapes[0], type->size), left = place->left;
    place->width -= width;
    if (setter->paragraph.right_to_left)
        place->left += width;
    else
        left += place->width;
    return (struct bp_fragment){.box = {.kind = BP_BOX_TEXT,
                                        .x = left,
                                        .y = -type->rise,
                                        .width = width,
                                        .kid = setter->tags[run].kid,
                                        .line = {.shapes = shapes,
                                                 .n_shapes = 1,
                                                 .size = type->size,
                                                 .colour = type->colour,
                                                 .actual = "\u00ad"}}};
}

static int compare_first(const void *a, const void *b)
{
    return ((const struct stretch_of_run *)a)->first - ((const struct stretch_of_run *)b)->first;
}

/* Fragments are placed from left to right and read in their own order: what belongs to one piece of
 * content stays together. */
static void add_stretches(struct setter *setter, const int *order, int n,
                          const struct segment_place *place)
{
    struct stretch_of_run *taken = g_new(struct stretch_of_run, (gsize)MAX(n, 1));
    int n_taken = 0;
    double width = 0;
    for (int i = 0; i < n; i += taken[n_taken++].n) {
        taken[n_taken] = take_stretch(setter, order + i, n - i, place);
        taken[n_taken].left = place->left + width;
        width += taken[n_taken].width;
    }
    /* The spaces at the end, which are not seen, are on the left there. */
    for (int i = 0; setter->paragraph.right_to_left && i < n_taken; i++)
        taken[i].left -= width - place->width;
    if (turns(setter))
        qsort(taken, (size_t)n_taken, sizeof *taken, compare_first);
    for (int i = 0; i < n_taken; i++)
        add_fragment(setter, &taken[i], place->stretch, place->gap && i + 1 == n_taken);
    g_free(taken);
}

static void add_segment(struct setter *setter, const struct bp_segment *segment,
                        const struct segment_place *place)
{
    int n = segment->end - segment->first;
    int *order = g_new(int, (gsize)MAX(n, 1));
    if (turns(setter))
        bp_paragraph_order(&setter->paragraph, segment->first, segment->end, order);
    else
        for (int i = 0; i < n; i++)
            order[i] = segment->first + i;
    add_stretches(setter, order, n, place);
    g_free(order);
}

static int seen_end(const struct setter *setter, const struct bp_segment *segment)
{
    const struct bp_piece *pieces = setter->paragraph.pieces;
    int end = segment->end;
    while (end > segment->first && (pieces[end - 1].space || !pieces[end - 1].shape))
        end--;
    return end;
}

/* By a tab or a forced break. */
static bool is_parted(const struct setter *setter, const struct bp_segment *segment)
{
    const struct bp_piece *pieces = setter->paragraph.pieces;
    if (segment->end == segment->first || segment->end == setter->paragraph.n_pieces)
        return false;
    return pieces[segment->end - 1].end == BP_END_FORCED || pieces[segment->end].tab;
}

static void add_notes(struct setter *setter, const struct bp_line *line, struct bp_set_line *set)
{
    int end = line->segments[line->n_segments - 1].end;
    int run = -1;
    for (int i = line->segments[0].first; i < end; i++) {
        int index = setter->paragraph.pieces[i].run;
        struct tagging *tag = &setter->tags[index];
        if (index == run || !tag->note)
            continue;
        struct bp_flow_note **notes =
            bp_arena_new(setter->layout->arena, (size_t)(set->n_notes + 1) * sizeof *notes);
        for (int k = 0; k < set->n_notes; k++)
            notes[k] = set->notes[k];
        notes[set->n_notes++] = tag->note;
        set->notes = notes;
        tag->note = NULL;
        run = index;
    }
}

/* `shift` is what the line is moved by along the measure. */
static void place_segment(struct setter *setter, const struct bp_line *line, int index,
                          double shift, double stretch)
{
    const struct bp_segment *segment = &line->segments[index];
    bool last = index + 1 == line->n_segments;
    double width = segment->width + stretch * inner_spaces(setter, segment);
    double start = setter->place->start + shift + segment->start;
    struct segment_place place = {.left = bp_layout_left(setter->layout, start, width),
                                  .width = width,
                                  .seen = seen_end(setter, segment),
                                  .stretch = stretch,
                                  .gap = is_parted(setter, segment)};
    struct bp_fragment hyphen;
    if (line->hyphen && last)
        hyphen = take_hyphen(setter, setter->paragraph.pieces[segment->end - 1].run, &place);
    add_segment(setter, segment, &place);
    if (line->hyphen && last)
        g_array_append_val(setter->fragments, hyphen);
}

static struct bp_set_line set_line(struct setter *setter, const struct bp_line *line)
{
    struct bp_layout *layout = setter->layout;
    struct bp_set_line set = {0};
    double stretch;
    double shift = align_line(setter, line, &stretch);
    g_array_set_size(setter->fragments, 0);
    for (int i = 0; i < line->n_segments; i++)
        place_segment(setter, line, i, shift, stretch);
    add_notes(setter, line, &set);
    set.n_fragments = (int)setter->fragments->len;
    set.fragments = bp_arena_copy(layout->arena, setter->fragments->data, setter->fragments->len,
                                  sizeof(struct bp_fragment));
    return set;
}

static bool ends_in_colon(const struct bp_text *text)
{
    for (int i = text->n_runs - 1; i >= 0; i--)
        if (text->runs[i].length > 0)
            return text->runs[i].text[text->runs[i].length - 1] == ':';
    return false;
}

static double hyphen_zone(const struct bp_style *style)
{
    bool justified = style->align == BP_ALIGN_JUSTIFY;
    return style->hyphenate ? (justified ? JUSTIFIED_ZONE : RAGGED_ZONE) * style->type.size : 0;
}

static struct bp_set_text set_lines(struct setter *setter)
{
    struct bp_set_text set = {.colon = ends_in_colon(setter->text)};
    const struct bp_measure measure = {
        .width = setter->place->width,
        .turnover = setter->style->turnover,
        .tab = setter->style->tab,
        .end_tab = setter->style->end_tab,
        .zone = hyphen_zone(setter->style),
    };
    GArray *lines = bp_lines_break(setter->layout->text, &setter->paragraph, setter->runs, &measure,
                                   setter->layout->scratch);
    set.n_lines = (int)lines->len;
    set.lines = bp_arena_new(setter->layout->arena, lines->len * sizeof *set.lines);
    for (int i = 0; i < set.n_lines; i++)
        set.lines[i] = set_line(setter, &g_array_index(lines, struct bp_line, i));
    g_array_free(lines, true);
    return set;
}

/* The paragraph with words that may be parted; false, and nothing is told, when it can't be made.
 */
static bool make_parted(struct setter *setter, struct bp_text_run *runs)
{
    struct bp_layout *layout = setter->layout;
    struct bp_report *aside = bp_report_create();
    bool made = bp_text_hyphenate(layout->text, runs, setter->text->n_runs, layout->scratch) &&
                bp_paragraph_make(layout->text, runs, setter->text->n_runs, &setter->paragraph,
                                  layout->scratch, aside);
    bp_report_destroy(aside);
    return made;
}

/* Faults are told of the text as it was written: soft hyphens would count in their columns. */
static bool make_paragraph(struct setter *setter)
{
    struct bp_layout *layout = setter->layout;
    int n = setter->text->n_runs;
    bool right_to_left = layout->document->right_to_left;
    setter->paragraph.right_to_left = right_to_left;
    if (setter->style->hyphenate && setter->place->tag) {
        struct bp_text_run *written = g_memdup2(setter->runs, (gsize)n * sizeof *setter->runs);
        bool made = make_parted(setter, setter->runs);
        if (!made)
            memcpy(setter->runs, written, (size_t)n * sizeof *setter->runs);
        g_free(written);
        if (made)
            return true;
        setter->paragraph.right_to_left = right_to_left;
    }
    return bp_paragraph_make(layout->text, setter->runs, n, &setter->paragraph, layout->scratch,
                             layout->report);
}

struct bp_set_text bp_text_set(struct bp_layout *layout, const struct bp_text *text,
                               const struct bp_style *style, const struct bp_setting_place *place)
{
    struct setter setter = {.layout = layout, .text = text, .style = style, .place = place};
    struct bp_set_text set = {0};
    if (text->n_runs == 0)
        return set;
    setter.runs = bp_text_runs(text, place->language);
    make_tags(&setter);
    setter.fragments = g_array_new(false, false, sizeof(struct bp_fragment));
    if (make_paragraph(&setter))
        set = set_lines(&setter);
    else
        layout->failed = true;
    bp_arena_reset(layout->scratch);
    g_array_free(setter.fragments, true);
    g_free(setter.tags);
    g_free(setter.runs);
    return set;
}

double bp_style_baseline(struct bp_layout *layout, const struct bp_style *style)
{
    struct bp_font font = bp_type_font(&style->type, layout->document->language);
    struct bp_metrics metrics = bp_text_metrics(layout->text, &font, style->type.size);
    return (style->leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent;
}
