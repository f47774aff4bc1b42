/* SPDX-License-Identifier: MIT */
#include "layout/line.h"

/* Widths are sums of rounded numbers: a line may be this much too long. */
#define SLACK 0.01

/* A tab's least width, in ems. */
#define TAB_GAP 0.8

/* So many lines in a row may end in a hyphen, where words are parted by a dictionary. */
#define MOST_HYPHENS 2

/* How full a line must stay that gives its last word to the line below. */
#define LEAST_FULL 0.7

struct breaker {
    struct bp_text_service *text;
    const struct bp_paragraph *paragraph;
    const struct bp_text_run *runs;
    const struct bp_measure *measure;
    int hyphens; /* lines in a row that end in one */
};

/* A stretch of pieces under way: where it may end, and how wide it is up to there. */
struct stretch {
    double pen;   /* of all pieces, spaces too */
    double width; /* up to the last piece that is no space */
    int best_end; /* after the last place where the line may end; -1: none yet */
    double best_width;
    bool best_hyphen;
    int whole_end; /* the same, with no word parted */
    double whole_width;
};

static double hyphen_width(const struct breaker *breaker, const struct bp_piece *piece)
{
    const struct bp_text_run *run = &breaker->runs[piece->run];
    const struct bp_shape *hyphen = bp_text_shape(breaker->text, &run->font, "-", 1);
    return hyphen ? bp_shape_width(hyphen, run->size) : 0;
}

static struct bp_piece reshaped(const struct bp_piece *piece, const struct bp_shape *shape,
                                double size, enum bp_piece_end end)
{
    struct bp_piece part = *piece;
    part.shape = shape;
    part.width = bp_shape_width(shape, size);
    part.end = end;
    return part;
}

/* At no-break spaces, which are hidden where a line ends. */
static void part_wide(struct bp_text_service *text, struct bp_piece *rest, double size,
                      double width, GArray *out)
{
    const struct bp_shape *shapes[3];
    while (rest->width > width + SLACK && bp_shape_part(text, rest->shape, size, width, shapes)) {
        struct bp_piece head = reshaped(rest, shapes[0], size, BP_END_NONE);
        struct bp_piece space = reshaped(rest, shapes[1], size, BP_END_ALLOWED);
        space.space = true;
        g_array_append_val(out, head);
        g_array_append_val(out, space);
        *rest = reshaped(rest, shapes[2], size, rest->end);
    }
}

static void split_wide(struct bp_text_service *text, const struct bp_piece *piece, double size,
                       double width, GArray *out)
{
    struct bp_piece rest = *piece;
    const struct bp_shape *head, *tail;
    part_wide(text, &rest, size, width, out);
    while (rest.width > width + SLACK &&
           bp_shape_split(text, rest.shape, size, width, &head, &tail)) {
        struct bp_piece part = reshaped(&rest, head, size, BP_END_ALLOWED);
        g_array_append_val(out, part);
        rest = reshaped(&rest, tail, size, rest.end);
    }
    g_array_append_val(out, rest);
}

/* Pieces that no line can hold are cut at no-break spaces, or else (long addresses) between
 * graphemes. */
static void split_pieces(struct bp_text_service *text, struct bp_paragraph *paragraph,
                         const struct bp_text_run *runs, double width, struct bp_arena *arena)
{
    int wide = 0;
    for (int i = 0; i < paragraph->n_pieces; i++)
        wide += paragraph->pieces[i].shape && !paragraph->pieces[i].space &&
                paragraph->pieces[i].width > width + SLACK;
    if (!wide)
        return;
    GArray *out = g_array_new(false, false, sizeof(struct bp_piece));
    for (int i = 0; i < paragraph->n_pieces; i++) {
        const struct bp_piece *piece = &paragraph->pieces[i];
        if (piece->shape && !piece->space)
            split_wide(text, piece, runs[piece->run].size, width, out);
        else
            g_array_append_val(out, *piece);
    }
    paragraph->n_pieces = (int)out->len;
    paragraph->pieces = bp_arena_copy(arena, out->data, out->len, sizeof(struct bp_piece));
    g_array_free(out, true);
}

/* Adds a piece to the stretch; false when it does not fit in `room`. */
static bool stretch_add(const struct breaker *breaker, struct stretch *stretch, int index,
                        double room)
{
    const struct bp_piece *piece = &breaker->paragraph->pieces[index];
    if (!piece->space && stretch->pen + piece->width > room + SLACK)
        return false;
    stretch->pen += piece->width;
    if (!piece->space)
        stretch->width = stretch->pen;
    if (piece->end == BP_END_NONE)
        return true;
    bool hyphen = piece->end == BP_END_HYPHEN;
    double width = stretch->width + (hyphen ? hyphen_width(breaker, piece) : 0);
    if (hyphen && width > room + SLACK)
        return true;
    stretch->best_end = index + 1;
    stretch->best_width = width;
    stretch->best_hyphen = hyphen;
    if (!hyphen) {
        stretch->whole_end = index + 1;
        stretch->whole_width = width;
    }
    return true;
}

/* No word is parted where the line is full enough without, or would be one of too many. */
static void spare_hyphen(const struct breaker *breaker, struct stretch *stretch, double room)
{
    double zone = breaker->measure->zone;
    if (zone <= 0 || !stretch->best_hyphen || stretch->whole_end < 0)
        return;
    if (stretch->whole_width < room - zone && breaker->hyphens < MOST_HYPHENS)
        return;
    stretch->best_end = stretch->whole_end;
    stretch->best_width = stretch->whole_width;
    stretch->best_hyphen = false;
}

/* Width of the pieces from `first` to the paragraph's end or a forced break; spaces at its end left
 * out. */
static double width_to_end(const struct breaker *breaker, int first)
{
    struct stretch stretch = {0};
    for (int i = first; i < breaker->paragraph->n_pieces; i++) {
        const struct bp_piece *piece = &breaker->paragraph->pieces[i];
        stretch.pen += piece->width;
        if (!piece->space)
            stretch.width = stretch.pen;
        if (piece->end == BP_END_FORCED)
            break;
    }
    return stretch.width;
}

/* Where the text after a tab starts, when `pen` is where it stands; negative: on the next line. */
static double tab_start(const struct breaker *breaker, int tab, double pen)
{
    const struct bp_measure *measure = breaker->measure;
    const struct bp_piece *piece = &breaker->paragraph->pieces[tab];
    double least = pen + breaker->runs[piece->run].size * TAB_GAP;
    if (measure->end_tab > 0) {
        double start = measure->width - width_to_end(breaker, tab + 1);
        return start >= least ? start : -1;
    }
    if (measure->tab >= least)
        return measure->tab;
    return least + width_to_end(breaker, tab + 1) <= measure->width + SLACK ? least : -1;
}

/* Where the text after a tab starts on a line of its own. */
static double tab_below(const struct breaker *breaker, int tab)
{
    const struct bp_measure *measure = breaker->measure;
    if (measure->end_tab > 0)
        return MAX(0, measure->width - width_to_end(breaker, tab + 1));
    return measure->tab;
}

/*
 * Fills `segment`, whose first and start are set, up to where the line ends or a tab stands.
 * Returns the index of the first piece that is not in it.
 */
static int fill_segment(const struct breaker *breaker, struct bp_line *line,
                        struct bp_segment *segment)
{
    const struct bp_paragraph *paragraph = breaker->paragraph;
    struct stretch stretch = {.best_end = -1, .whole_end = -1};
    double room = breaker->measure->width - segment->start;
    int i = segment->first;
    for (; i < paragraph->n_pieces; i++) {
        if (paragraph->pieces[i].tab && line->n_segments == 1)
            break;
        bool fits = stretch_add(breaker, &stretch, i, room);
        if (!fits && stretch.best_end >= 0) {
            spare_hyphen(breaker, &stretch, room);
            segment->end = stretch.best_end;
            segment->width = stretch.best_width;
            line->hyphen = stretch.best_hyphen;
            return segment->end;
        }
        /* Nowhere to break: between any two pieces, and a piece that no line can hold stands out.
         */
        if (!fits && i > segment->first)
            break;
        if (!fits)
            stretch.width = stretch.pen += paragraph->pieces[i].width;
        if (paragraph->pieces[i].end == BP_END_FORCED) {
            i++;
            line->last = true;
            break;
        }
    }
    segment->end = i;
    segment->width = stretch.width;
    return i;
}

/* The line that begins at piece `first`, at `start`, which becomes the next one's. Returns its end.
 */
static int break_line(const struct breaker *breaker, int first, double *start, struct bp_line *line)
{
    *line = (struct bp_line){.n_segments = 1};
    line->segments[0] = (struct bp_segment){.first = first, .start = *start};
    *start = MAX(*start, breaker->measure->turnover);
    int next = fill_segment(breaker, line, &line->segments[0]);
    if (next < breaker->paragraph->n_pieces && breaker->paragraph->pieces[next].tab &&
        !line->last) {
        double pen = line->segments[0].start + line->segments[0].width;
        double after = tab_start(breaker, next, pen);
        if (after < 0) {
            *start = tab_below(breaker, next);
            return next + 1;
        }
        line->n_segments = 2;
        line->segments[1] = (struct bp_segment){.first = next + 1, .start = after};
        next = fill_segment(breaker, line, &line->segments[1]);
        *start = breaker->measure->end_tab > 0 ? breaker->measure->turnover : after;
    }
    if (line->last)
        *start = 0;
    return next;
}

/* The segment cut anew to [first, end). */
static void refit(const struct breaker *breaker, struct bp_segment *segment, int first, int end)
{
    struct stretch stretch = {0};
    for (int i = first; i < end; i++) {
        stretch.pen += breaker->paragraph->pieces[i].width;
        if (!breaker->paragraph->pieces[i].space)
            stretch.width = stretch.pen;
    }
    segment->first = first;
    segment->end = end;
    segment->width = stretch.width;
}

static bool one_word(const struct breaker *breaker, const struct bp_segment *segment)
{
    for (int i = segment->first; i < segment->end - 1; i++)
        if (breaker->paragraph->pieces[i].end != BP_END_NONE)
            return false;
    return true;
}

/* A word alone on a paragraph's last line gets the word before it, where the line above can spare
 * it. */
static void mend_runt(const struct breaker *breaker, GArray *lines)
{
    if (lines->len < 2)
        return;
    struct bp_line *last = &g_array_index(lines, struct bp_line, lines->len - 1);
    struct bp_line *above = last - 1;
    if (above->last || above->hyphen || above->n_segments > 1 || last->n_segments > 1 ||
        !one_word(breaker, &last->segments[0]))
        return;
    const struct bp_piece *pieces = breaker->paragraph->pieces;
    int at = above->segments[0].end - 1;
    while (at > above->segments[0].first &&
           (pieces[at].space || pieces[at - 1].end != BP_END_ALLOWED))
        at--;
    struct bp_line shorter = *above, longer = *last;
    refit(breaker, &shorter.segments[0], above->segments[0].first, at);
    refit(breaker, &longer.segments[0], at, last->segments[0].end);
    double room = breaker->measure->width - above->segments[0].start;
    double last_room = breaker->measure->width - last->segments[0].start;
    if (shorter.segments[0].width < LEAST_FULL * room || longer.segments[0].width > last_room)
        return;
    *above = shorter;
    *last = longer;
}

GArray *bp_lines_break(struct bp_text_service *text, struct bp_paragraph *paragraph,
                       const struct bp_text_run *runs, const struct bp_measure *measure,
                       struct bp_arena *arena)
{
    split_pieces(text, paragraph, runs, measure->width - measure->tab, arena);
    struct breaker breaker = {text, paragraph, runs, measure, 0};
    GArray *lines = g_array_new(false, false, sizeof(struct bp_line));
    double start = 0;
    for (int i = 0; i < paragraph->n_pieces;) {
        struct bp_line line;
        i = break_line(&breaker, i, &start, &line);
        if (i >= paragraph->n_pieces)
            line.last = true;
        breaker.hyphens = line.hyphen ? breaker.hyphens + 1 : 0;
        g_array_append_val(lines, line);
    }
    mend_runt(&breaker, lines);
    return lines;
}
