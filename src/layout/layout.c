/* SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include "layout/paginate.h"
#include "layout/running.h"

/* Every style's face is looked for, used or not: a layout's slip shows at once. */
static void check_faces(struct bp_layout *layout)
{
    const struct bp_document *document = layout->document;
    for (int i = 0; i < document->n_styles; i++) {
        const struct bp_style *style = document->styles[i];
        const struct bp_font font = {.family = style->type.family,
                                     .weight = style->type.weight,
                                     .italic = style->type.italic};
        const char *fault = bp_text_no_face(layout->text, &font);
        if (!fault)
            continue;
        bp_report_error(layout->report, &style->family_source, "no-face", "%s", fault);
        layout->failed = true;
    }
}

static void check_length(const struct bp_layout *layout, const struct bp_pages *pages)
{
    int most = layout->document->sheet.most_pages;
    if (most > 0 && pages->n_pages > most)
        bp_report_warning(layout->report, &layout->document->root->source, "too-long",
                          "this comes to %d pages, and its layout is meant for %d; say less, or "
                          "choose another layout",
                          pages->n_pages, most);
}

bool bp_layout_document(const struct bp_document *document, struct bp_text_service *text,
                        struct bp_pages *pages, struct bp_arena *arena, struct bp_report *report)
{
    struct bp_layout layout = {.document = document,
                               .text = text,
                               .arena = arena,
                               .scratch = bp_arena_create(),
                               .report = report,
                               .turned = bp_sheet_turned(&document->sheet)};
    struct bp_tag *tags = bp_tag_new(arena, NULL, BP_TAG_DOCUMENT);
    const struct bp_frame frame = {.page = true, .tag = tags, .language = document->language};
    struct bp_flow flow;
    check_faces(&layout);
    bp_flow_init(&flow, &layout);
    flow.pages = true;
    if (!layout.failed)
        bp_flow_children(&flow, document->root, &frame);
    *pages = (struct bp_pages){.document = document, .tags = tags, .places = layout.first_place};
    if (!layout.failed)
        bp_flow_paginate(&flow, pages);
    bp_flow_finish(&flow);
    check_length(&layout, pages);
    if (!layout.failed)
        bp_running_place(&layout, pages);
    bp_arena_destroy(layout.scratch);
    return !layout.failed;
}
