/* SPDX-License-Identifier: MIT */
#include "layout/running.h"

#include <math.h>
#include <string.h>

#include "layout/setting.h"
#include "layout/watermark.h"

/* Between running lines and their rule. */
#define RULE_GAP 4.0

/* Between the last line of a footer and the paper's edge, unless it has one line only. */
#define FOOT_ROOM 18.0

/* Of a text that has one and does not fit. */
enum { MOST_LINES = 3 };

/* Parts of a running line: what its end and its middle may take at the others' cost, and what stays
 * free between two of them. */
#define END_SHARE    0.25
#define CENTRE_SHARE 0.34
#define BETWEEN      0.03

/* Parts whose headings are deeper than this have no running head. */
#define DEEPEST_SECTION 2

/* A part that begins so near below the page's head begins the page. */
#define HEAD_ROOM 1.0

struct running {
    struct bp_layout *layout;
    struct bp_pages *pages;
    int page;
    struct bp_sheet sheet;       /* of the page */
    const struct bp_place *next; /* the first place that is not on a page before this one */
    const char *begun;           /* words of the last part that began on a page before, or "" */
    const char *section;         /* the same where it goes on at this page's head, else "" */
    GArray *boxes;               /* struct bp_box, of the page under way */
};

/* What stands at the start, in the middle or at the end of a running line. */
struct slot {
    struct bp_text *lines; /* with their fields filled in */
    int n_lines;
    const struct bp_picture *picture;
    double height;  /* of the picture */
    double natural; /* the width that it asks for; 0: nothing is there */
    double start;   /* from the line's start */
    double width;   /* that it gets */
};

/* A header or footer under way. */
struct block {
    struct slot slots[BP_N_RUNNING];
    const struct bp_style *style;
    enum bp_artifact artifact;
    double top; /* of the first line */
    double foot;
};

/* The text with its fields filled in for the page; runs in the arena. */
static struct bp_text fill_fields(const struct running *running, const struct bp_text *text)
{
    struct bp_arena *arena = running->layout->arena;
    struct bp_text filled = *text;
    filled.runs = bp_arena_copy(arena, text->runs, (size_t)text->n_runs, sizeof *text->runs);
    for (int i = 0; i < text->n_runs; i++) {
        struct bp_run *run = &filled.runs[i];
        if (run->field == BP_FIELD_PAGE)
            run->text = running->pages->pages[running->page].label;
        else if (run->field == BP_FIELD_PAGES)
            run->text = bp_arena_printf(arena, "%d", running->pages->n_pages);
        else if (run->field == BP_FIELD_SECTION)
            run->text = running->section;
        if (run->field != BP_FIELD_NONE)
            run->length = (int)strlen(run->text);
    }
    return filled;
}

static void add_box(struct running *running, struct bp_box box, enum bp_artifact artifact)
{
    box.artifact = artifact;
    box.x = round(box.x * 100) / 100;
    box.y = round(box.y * 100) / 100;
    g_array_append_val(running->boxes, box);
}

/* The lines of a text, parted at each '\n'. */
static void split_lines(const struct running *running, const struct bp_text *text,
                        struct slot *slot)
{
    struct bp_arena *arena = running->layout->arena;
    GArray *lines = g_array_new(false, true, sizeof(struct bp_text));
    struct bp_text line = {bp_arena_new(arena, (size_t)text->n_runs * sizeof *line.runs), 0};
    for (int i = 0; i < text->n_runs; i++) {
        struct bp_run rest = text->runs[i];
        const char *newline;
        while ((newline = memchr(rest.text, '\n', (size_t)rest.length)) != NULL) {
            struct bp_run run = rest;
            run.length = (int)(newline - rest.text);
            line.runs[line.n_runs++] = run;
            g_array_append_val(lines, line);
            line.runs = bp_arena_new(arena, (size_t)text->n_runs * sizeof *line.runs);
            line.n_runs = 0;
            rest.text = newline + 1;
            rest.length -= run.length + 1;
        }
        line.runs[line.n_runs++] = rest;
    }
    g_array_append_val(lines, line);
    slot->n_lines = (int)lines->len;
    slot->lines = bp_arena_copy(arena, lines->data, lines->len, sizeof line);
    g_array_free(lines, true);
}

static double text_width(const struct running *running, const struct bp_text *text)
{
    const char *language = running->layout->document->language;
    return bp_text_extent(running->layout, text, language).most;
}

static struct slot make_slot(const struct running *running, const struct bp_running_line *line,
                             int index)
{
    struct slot slot = {.picture = line->pictures[index], .height = line->heights[index]};
    if (slot.picture) {
        bool sized = slot.picture->width > 0 && slot.picture->height > 0;
        slot.natural = slot.height * (sized ? slot.picture->width / slot.picture->height : 1);
    } else if (line->texts[index].n_runs > 0) {
        const struct bp_text filled = fill_fields(running, &line->texts[index]);
        split_lines(running, &filled, &slot);
        for (int i = 0; i < slot.n_lines; i++)
            slot.natural = MAX(slot.natural, text_width(running, &slot.lines[i]));
    }
    return slot;
}

/* The middle stands in the line's middle, whatever is beside it. */
static void share_around(struct slot *slots, double width)
{
    struct slot *centre = &slots[BP_RUNNING_CENTRE];
    struct slot *start = &slots[BP_RUNNING_START], *end = &slots[BP_RUNNING_END];
    double beside = MAX(start->natural, end->natural), gap = BETWEEN * width;
    centre->width = beside > 0 ? MAX(width - 2 * (beside + gap), CENTRE_SHARE * width) : width;
    centre->start = (width - centre->width) / 2;
    start->width = end->width = (width - MIN(centre->natural, centre->width)) / 2 - gap;
    end->start = width - end->width;
}

/* What one end does not need the other may take. */
static void share_ends(struct slot *slots, double width)
{
    struct slot *start = &slots[BP_RUNNING_START], *end = &slots[BP_RUNNING_END];
    double gap = BETWEEN * width;
    start->width = end->width = width;
    if (start->natural > 0 && end->natural > 0) {
        start->width = MAX(width - END_SHARE * width - gap, width - gap - end->natural);
        end->width = MAX(END_SHARE * width, width - gap - start->natural);
    }
    end->start = width - end->width;
}

/* Parts the slot's last line, which is too long, at the last space before which it fits. */
static bool wrap_last(struct running *running, struct slot *slot)
{
    struct bp_text *last = &slot->lines[slot->n_lines - 1];
    struct bp_run first = last->runs[0];
    const struct bp_text prefix = {&first, 1};
    while (first.length > 0 &&
           (first.text[first.length] != ' ' || text_width(running, &prefix) > slot->width))
        first.length--;
    if (first.length == 0)
        return false;
    struct bp_arena *arena = running->layout->arena;
    last[1] = (struct bp_text){bp_arena_copy(arena, last->runs, (size_t)last->n_runs, sizeof first),
                               last->n_runs};
    last[1].runs[0].text += first.length + 1;
    last[1].runs[0].length -= first.length + 1;
    *last = (struct bp_text){bp_arena_copy(arena, &first, 1, sizeof first), 1};
    slot->n_lines++;
    return true;
}

/* A text of one line that is too long for its slot takes a second and a third one. */
static void wrap(struct running *running, struct slot *slot)
{
    if (slot->n_lines != 1 || slot->natural <= slot->width ||
        slot->lines->runs[0].field != BP_FIELD_NONE)
        return;
    struct bp_text *lines = bp_arena_new(running->layout->arena, MOST_LINES * sizeof *lines);
    lines[0] = *slot->lines;
    slot->lines = lines;
    while (slot->n_lines < MOST_LINES &&
           text_width(running, &slot->lines[slot->n_lines - 1]) > slot->width &&
           wrap_last(running, slot))
        ;
    slot->natural = 0;
    for (int i = 0; i < slot->n_lines; i++)
        slot->natural = MAX(slot->natural, text_width(running, &slot->lines[i]));
}

/* A text too long for its line loses words at the end of its first run, for an ellipsis. */
static void shorten(struct running *running, struct bp_text *text, double width)
{
    struct bp_layout *layout = running->layout;
    struct bp_run *run = text->n_runs > 0 ? &text->runs[0] : NULL;
    int length = run ? run->length : 0;
    const char *words = run ? run->text : NULL;
    if (length > 0 && run->field == BP_FIELD_NONE && text_width(running, text) > width)
        bp_report_warning(layout->report, &run->source.source, "cut",
                          "“%.*s” is too long for its place at the edge of the page and is cut "
                          "there; write less in the layout’s header or footer, or part it by "
                          "${newline}",
                          length, words);
    while (length > 0 && text_width(running, text) > width) {
        do
            length--;
        while (length > 0 && words[length] != ' ');
        run->text = bp_arena_printf(layout->arena, "%.*s…", length, words);
        run->length = (int)strlen(run->text);
    }
}

static void add_lines(struct running *running, const struct block *block, int index)
{
    static const enum bp_align aligns[] = {BP_ALIGN_START, BP_ALIGN_CENTRE, BP_ALIGN_END};
    struct bp_layout *layout = running->layout;
    const struct slot *slot = &block->slots[index];
    struct bp_style style = *block->style;
    style.align = aligns[index];
    const struct bp_setting_place place = {.start = running->sheet.margin_start + slot->start,
                                           .width = MAX(slot->width, 1),
                                           .language = layout->document->language};
    for (int i = 0; i < slot->n_lines; i++) {
        if (slot->natural > place.width)
            shorten(running, &slot->lines[i], place.width);
        struct bp_set_text set = bp_text_set(layout, &slot->lines[i], &style, &place);
        for (int k = 0; set.n_lines > 0 && k < set.lines[0].n_fragments; k++) {
            struct bp_box box = set.lines[0].fragments[k].box;
            box.y += block->top + i * style.leading + bp_style_baseline(layout, &style);
            add_box(running, box, block->artifact);
        }
    }
}

/* How high a picture stands, which is made smaller where its slot is narrow. */
static double picture_height(const struct slot *slot)
{
    if (!slot->picture || slot->natural <= 0)
        return 0;
    return slot->height * MIN(1, MAX(slot->width, 1) / slot->natural);
}

static void add_picture(struct running *running, const struct block *block, int index)
{
    const struct slot *slot = &block->slots[index];
    double height = picture_height(slot);
    if (height <= 0)
        return;
    double width = slot->natural * height / slot->height, free = slot->width - width;
    double start = running->sheet.margin_start + slot->start + free * index / BP_RUNNING_END;
    struct bp_box box = {.kind = BP_BOX_FIGURE,
                         .x = bp_layout_left(running->layout, start, width),
                         .y = (block->top + block->foot - height) / 2,
                         .width = width,
                         .height = height,
                         .picture = slot->picture};
    add_box(running, box, block->artifact);
}

/* Over a footer, and under a header of a style of its own. */
static void add_rule(struct running *running, const struct block *block)
{
    const struct bp_document *document = running->layout->document;
    const struct bp_style *style = block->style;
    bool over = block->artifact == BP_ARTIFACT_FOOTER;
    if (style->rule <= 0 || (!over && style == document->footer_style))
        return;
    double half = (block->foot - block->top) / 2;
    for (int i = 0; i < BP_N_RUNNING; i++)
        half = MAX(half, picture_height(&block->slots[i]) / 2);
    double middle = (block->top + block->foot) / 2;
    double y = over ? middle - half - RULE_GAP - style->rule : middle + half + RULE_GAP;
    struct bp_fragment rule =
        bp_fragment_rectangle(running->layout, running->sheet.margin_start, y,
                              bp_sheet_width(&running->sheet), style->rule, style->rule_colour);
    add_box(running, rule.box, block->artifact);
}

/* Where the lines stand in their margin. */
static void place_block(const struct running *running, struct block *block)
{
    const struct bp_sheet *sheet = &running->sheet;
    double leading = block->style->leading;
    int n = 1;
    for (int i = 0; i < BP_N_RUNNING; i++)
        n = MAX(n, block->slots[i].n_lines);
    if (block->artifact == BP_ARTIFACT_HEADER)
        block->top = (sheet->margin_top - n * leading) / 2;
    else
        block->top = sheet->height - (sheet->margin_bottom + leading) / 2;
    if (block->artifact == BP_ARTIFACT_FOOTER && n > 1)
        block->top = MIN(block->top, sheet->height - FOOT_ROOM - n * leading);
    block->foot = block->top + n * leading;
}

static bool is_empty(const struct bp_running_line *line)
{
    for (int i = 0; i < BP_N_RUNNING; i++)
        if (line->texts[i].n_runs > 0 || line->pictures[i])
            return false;
    return true;
}

static void add_line(struct running *running, const struct bp_running_line *line,
                     const struct bp_style *style, enum bp_artifact artifact)
{
    struct block block = {.style = style, .artifact = artifact};
    if (is_empty(line))
        return;
    for (int i = 0; i < BP_N_RUNNING; i++)
        block.slots[i] = make_slot(running, line, i);
    if (block.slots[BP_RUNNING_CENTRE].natural > 0)
        share_around(block.slots, bp_sheet_width(&running->sheet));
    else
        share_ends(block.slots, bp_sheet_width(&running->sheet));
    for (int i = 0; i < BP_N_RUNNING; i++)
        wrap(running, &block.slots[i]);
    place_block(running, &block);
    add_rule(running, &block);
    for (int i = 0; i < BP_N_RUNNING; i++) {
        add_picture(running, &block, i);
        add_lines(running, &block, i);
    }
}

static bool begins_part(const struct bp_place *place)
{
    return place->bookmark && place->level <= DEEPEST_SECTION;
}

/* Which part goes on at the head of the page; called page by page. */
static void find_section(struct running *running)
{
    double top = running->sheet.margin_top + HEAD_ROOM;
    for (; running->next && running->next->page < running->page;
         running->next = running->next->next)
        if (begins_part(running->next))
            running->begun = running->next->bookmark;
    running->section = running->begun;
    for (const struct bp_place *place = running->next;
         place && place->page == running->page && place->y <= top; place = place->next)
        if (begins_part(place))
            running->section = "";
}

/* The watermark lies under all else, the running lines come after what is read. */
static void dress_page(struct running *running)
{
    struct bp_layout *layout = running->layout;
    const struct bp_document *document = layout->document;
    struct bp_page *page = &running->pages->pages[running->page];
    struct bp_box watermark;
    int kind = running->page == 0  ? BP_PAGE_FIRST
               : running->page % 2 ? BP_PAGE_LEFT
                                   : BP_PAGE_RIGHT;
    running->sheet = bp_layout_page_sheet(layout, page, running->page);
    layout->sheet = &running->sheet;
    g_array_set_size(running->boxes, 0);
    find_section(running);
    if (bp_watermark_set(layout, &watermark))
        add_box(running, watermark, BP_ARTIFACT_WATERMARK);
    g_array_append_vals(running->boxes, page->boxes, (guint)page->n_boxes);
    add_line(running, &document->header[kind], document->header_style, BP_ARTIFACT_HEADER);
    add_line(running, &document->footer[kind], document->footer_style, BP_ARTIFACT_FOOTER);
    page->n_boxes = (int)running->boxes->len;
    page->boxes = bp_arena_copy(layout->arena, running->boxes->data, running->boxes->len,
                                sizeof(struct bp_box));
    layout->sheet = NULL;
}

void bp_running_place(struct bp_layout *layout, struct bp_pages *pages)
{
    struct running running = {.layout = layout, .pages = pages, .next = pages->places, .begun = ""};
    running.boxes = g_array_new(false, false, sizeof(struct bp_box));
    for (; running.page < pages->n_pages; running.page++)
        dress_page(&running);
    g_array_free(running.boxes, true);
}
