/* SPDX-License-Identifier: MIT */
#include "layout/running.h"

#include <math.h>
#include <string.h>

#include "layout/setting.h"

/* Between the footer and the rule over it. */
#define RULE_GAP 4.0

/* Parts of a running line: what its end may take, and what stays free between the two texts. */
#define END_SHARE 0.25
#define BETWEEN   0.03

/* Parts whose headings are deeper than this have no running head. */
#define DEEPEST_SECTION 2

/* A part that begins so near below the page's head begins the page. */
#define HEAD_ROOM 1.0

struct running {
    struct bp_layout *layout;
    struct bp_pages *pages;
    int page;
    const struct bp_place *next; /* the first place that is not on a page before this one */
    const char *begun;           /* words of the last part that began on a page before, or "" */
    const char *section;         /* the same where it goes on at this page's head, else "" */
    GArray *boxes;               /* struct bp_box, of the page under way */
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

/* A text too long for its line loses words at the end of its first run, for an ellipsis. */
static void shorten(struct running *running, struct bp_text *text, double width)
{
    struct bp_layout *layout = running->layout;
    struct bp_run *run = text->n_runs > 0 ? &text->runs[0] : NULL;
    int length = run ? run->length : 0;
    const char *words = run ? run->text : NULL;
    while (length > 0 && bp_text_extent(layout, text, layout->document->language).most > width) {
        do
            length--;
        while (length > 0 && words[length] != ' ');
        run->text = bp_arena_printf(layout->arena, "%.*s…", length, words);
        run->length = (int)strlen(run->text);
    }
}

/* One of the two texts of a running line, on a baseline; `other` is the one that shares the line.
 */
static void add_text(struct running *running, const struct bp_text *text,
                     const struct bp_text *other, double baseline, enum bp_artifact artifact)
{
    struct bp_layout *layout = running->layout;
    const struct bp_sheet *sheet = &layout->document->sheet;
    bool at_end = text > other;
    double width = sheet->width - sheet->margin_start - sheet->margin_end;
    double share = other->n_runs == 0 ? 1 : at_end ? END_SHARE : 1 - END_SHARE - BETWEEN;
    struct bp_style style = *layout->document->footer_style;
    style.align = at_end ? BP_ALIGN_END : BP_ALIGN_START;
    const struct bp_setting_place place = {
        .start = sheet->margin_start + (at_end ? (1 - share) * width : 0),
        .width = share * width,
        .language = layout->document->language,
    };
    struct bp_text filled = fill_fields(running, text);
    shorten(running, &filled, place.width);
    struct bp_set_text set = bp_text_set(layout, &filled, &style, &place);
    for (int k = 0; set.n_lines > 0 && k < set.lines[0].n_fragments; k++) {
        struct bp_box box = set.lines[0].fragments[k].box;
        box.y += baseline;
        add_box(running, box, artifact);
    }
}

static void add_line(struct running *running, const struct bp_running_line *line, double top,
                     enum bp_artifact artifact)
{
    struct bp_layout *layout = running->layout;
    const struct bp_sheet *sheet = &layout->document->sheet;
    const struct bp_style *style = layout->document->footer_style;
    const struct bp_text texts[2] = {line->texts[BP_RUNNING_START], line->texts[BP_RUNNING_END]};
    if (texts[0].n_runs == 0 && texts[1].n_runs == 0)
        return;
    if (style->rule > 0 && artifact == BP_ARTIFACT_FOOTER) {
        struct bp_fragment rule =
            bp_fragment_rectangle(layout, sheet->margin_start, top - RULE_GAP - style->rule,
                                  sheet->width - sheet->margin_start - sheet->margin_end,
                                  style->rule, style->rule_colour);
        add_box(running, rule.box, artifact);
    }
    double baseline = top + bp_style_baseline(layout, style);
    add_text(running, &texts[0], &texts[1], baseline, artifact);
    add_text(running, &texts[1], &texts[0], baseline, artifact);
}

/* The watermark stands on the page's diagonal, as large as fits in three quarters of it. */
static void add_watermark(struct running *running)
{
    struct bp_layout *layout = running->layout;
    const struct bp_document *document = layout->document;
    const struct bp_sheet *sheet = &document->sheet;
    const struct bp_type *type = &document->watermark_style->type;
    struct bp_font font = {type->family, type->weight, type->italic, type->tabular,
                           document->language};
    const struct bp_shape **shapes = bp_arena_new(layout->arena, sizeof *shapes);
    shapes[0] =
        bp_text_shape(layout->text, &font, document->watermark, (int)strlen(document->watermark));
    double diagonal = hypot(sheet->width, sheet->height);
    if (!shapes[0])
        return;
    double size = MIN(type->size,
                      0.75 * diagonal * type->size / MAX(bp_shape_width(shapes[0], type->size), 1));
    double width = bp_shape_width(shapes[0], size), angle = atan2(sheet->height, sheet->width);
    double height = bp_text_metrics(layout->text, &font, size).cap_height;
    struct bp_box box = {
        .kind = BP_BOX_TEXT,
        .x = sheet->width / 2 - width / 2 * cos(angle) + height / 2 * sin(angle),
        .y = sheet->height / 2 + width / 2 * sin(angle) + height / 2 * cos(angle),
        .width = width,
        .angle = angle * 180 / G_PI,
        .line = {.shapes = shapes, .n_shapes = 1, .size = size, .colour = type->colour},
    };
    add_box(running, box, BP_ARTIFACT_WATERMARK);
}

static bool begins_part(const struct bp_place *place)
{
    return place->bookmark && place->level <= DEEPEST_SECTION;
}

/* Which part goes on at the head of the page; called page by page. */
static void find_section(struct running *running)
{
    double top = running->layout->document->sheet.margin_top + HEAD_ROOM;
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
    const struct bp_document *document = running->layout->document;
    const struct bp_sheet *sheet = &document->sheet;
    struct bp_page *page = &running->pages->pages[running->page];
    double leading = document->footer_style->leading;
    int kind = running->page == 0  ? BP_PAGE_FIRST
               : running->page % 2 ? BP_PAGE_LEFT
                                   : BP_PAGE_RIGHT;
    g_array_set_size(running->boxes, 0);
    find_section(running);
    if (document->watermark)
        add_watermark(running);
    g_array_append_vals(running->boxes, page->boxes, (guint)page->n_boxes);
    add_line(running, &document->header[kind], (sheet->margin_top - leading) / 2,
             BP_ARTIFACT_HEADER);
    add_line(running, &document->footer[kind], sheet->height - (sheet->margin_bottom + leading) / 2,
             BP_ARTIFACT_FOOTER);
    page->n_boxes = (int)running->boxes->len;
    page->boxes = bp_arena_copy(running->layout->arena, running->boxes->data, running->boxes->len,
                                sizeof(struct bp_box));
}

void bp_running_place(struct bp_layout *layout, struct bp_pages *pages)
{
    struct running running = {.layout = layout, .pages = pages, .next = pages->places, .begun = ""};
    running.boxes = g_array_new(false, false, sizeof(struct bp_box));
    for (; running.page < pages->n_pages; running.page++)
        dress_page(&running);
    g_array_free(running.boxes, true);
}
