/* SPDX-License-Identifier: MIT */
/* Pages set by hand, for tests and measurements of write. */
#ifndef TESTS_UNIT_PAPER_H
#define TESTS_UNIT_PAPER_H

#include <glib.h>
#include <string.h>

#include "layout/page.h"
#include "text/paragraph.h"

struct paper {
    struct bp_arena *arena;
    struct bp_report *report;
    struct bp_text_service *text;
    struct bp_document document;
    struct bp_pages pages;
    struct bp_font font;
    GArray *done;  /* struct bp_page */
    GArray *boxes; /* of the page that is being filled */
    struct bp_link *links;
};

static inline bool paper_init(struct paper *paper)
{
    *paper = (struct paper){.arena = bp_arena_create(), .report = bp_report_create()};
    paper->text = bp_text_create(paper->report);
    paper->document = (struct bp_document){.sheet = {.width = 595.28, .height = 841.89},
                                           .language = "en-GB",
                                           .title = "Performance & Delivery Board: minutes"};
    paper->font = (struct bp_font){.family = "Open Sans", .weight = 400, .language = "en-GB"};
    paper->done = g_array_new(FALSE, TRUE, sizeof(struct bp_page));
    paper->boxes = g_array_new(FALSE, TRUE, sizeof(struct bp_box));
    paper->pages.document = &paper->document;
    paper->pages.tags = bp_tag_new(paper->arena, NULL, BP_TAG_DOCUMENT);
    return paper->text;
}

static inline void paper_finish(struct paper *paper)
{
    g_array_free(paper->done, TRUE);
    g_array_free(paper->boxes, TRUE);
    bp_text_destroy(paper->text);
    bp_report_destroy(paper->report);
    bp_arena_destroy(paper->arena);
}

/* A new last tag below `parent` (NULL: the document). */
static inline struct bp_tag *paper_tag(struct paper *paper, struct bp_tag *parent,
                                       enum bp_tag_role role)
{
    return bp_tag_new(paper->arena, parent ? parent : paper->pages.tags, role);
}

/* Content of `tag` on the page that is being filled. */
static inline struct bp_kid *paper_kid(struct paper *paper, struct bp_tag *tag)
{
    return bp_kid_on_page(paper->arena, bp_tag_content(paper->arena, tag), (int)paper->done->len);
}

/* One line of text at (x, y); `kid` NULL: an artifact of the page's head. Gives its box, which
 * moves with the next one, or NULL where the text can't be set. */
static inline struct bp_box *paper_line(struct paper *paper, struct bp_kid *kid, double x, double y,
                                        const char *text)
{
    struct bp_text_run run = {
        .text = text, .length = (int)strlen(text), .font = paper->font, .size = 11};
    struct bp_paragraph paragraph = {0};
    if (!bp_paragraph_make(paper->text, &run, 1, &paragraph, paper->arena, paper->report))
        return NULL;
    int n = paragraph.n_pieces, *order = g_new(int, n + 1);
    const struct bp_shape **shapes = bp_arena_new(paper->arena, sizeof *shapes * (size_t)n);
    struct bp_box box = {.kind = BP_BOX_TEXT, .x = x, .y = y, .kid = kid};
    box.artifact = BP_ARTIFACT_HEADER;
    bp_paragraph_order(&paragraph, 0, n, order);
    for (int i = 0; i < n; i++) {
        shapes[i] = paragraph.pieces[order[i]].shape;
        box.width += paragraph.pieces[order[i]].width;
    }
    box.line = (struct bp_line_box){shapes, n, 11, 0, 0x222222, NULL};
    g_free(order);
    g_array_append_val(paper->boxes, box);
    return &g_array_index(paper->boxes, struct bp_box, paper->boxes->len - 1);
}

/* A line that is a whole tag of its own below `parent`. */
static inline struct bp_tag *paper_tagged(struct paper *paper, struct bp_tag *parent,
                                          enum bp_tag_role role, double y, const char *text)
{
    struct bp_tag *tag = paper_tag(paper, parent, role);
    paper_line(paper, paper_kid(paper, tag), 72, y, text);
    return tag;
}

/* A link tag below `parent` with its words and its annotation. */
static inline struct bp_link *paper_link(struct paper *paper, struct bp_tag *parent, double y,
                                         const char *text, const char *target)
{
    struct bp_tag *tag = paper_tagged(paper, parent, BP_TAG_LINK, y, text);
    struct bp_link *link = bp_arena_new(paper->arena, sizeof *link);
    *link = (struct bp_link){paper->links, 72, y - 10, 272, y + 3, target, text, tag, 0};
    bp_tag_link(paper->arena, tag, link);
    paper->links = link;
    return link;
}

static inline void paper_rectangle(struct paper *paper, double x, double y, double width,
                                   double height, bp_colour colour)
{
    struct bp_box box = {.kind = BP_BOX_RECTANGLE, .x = x, .y = y, .width = width};
    box.height = height;
    box.fill.colour = colour;
    g_array_append_val(paper->boxes, box);
}

static inline void paper_place(struct paper *paper, const char *id, double y, const char *bookmark,
                               int level)
{
    struct bp_place *place = bp_arena_new(paper->arena, sizeof *place), **end;
    *place = (struct bp_place){NULL, id, (int)paper->done->len, y, bookmark, level};
    for (end = &paper->pages.places; *end; end = &(*end)->next)
        ;
    *end = place;
}

/* The page is full. */
static inline void paper_turn(struct paper *paper, const char *label)
{
    struct bp_page page = {.label = label, .n_boxes = (int)paper->boxes->len};
    page.links = paper->links;
    page.boxes =
        bp_arena_copy(paper->arena, paper->boxes->data, paper->boxes->len, sizeof(struct bp_box));
    g_array_append_val(paper->done, page);
    g_array_set_size(paper->boxes, 0);
    paper->links = NULL;
    paper->pages.pages = (struct bp_page *)(void *)paper->done->data;
    paper->pages.n_pages = (int)paper->done->len;
}

#endif
