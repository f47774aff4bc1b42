/* SPDX-License-Identifier: MIT */
#include "compose/compose.h"

#include <string.h>

#include "compose/phrase.h"

/* By the script's direction (CLDR), of the languages that are written so by default. */
static bool is_right_to_left(const char *language)
{
    static const char *const right_to_left[] = {"ar", "ckb", "dv", "fa", "he", "ks", "ps",
                                                "sd", "syr", "ug", "ur", "yi", NULL};
    static const char *const scripts[] = {"arab", "hebr", "syrc", "thaa", NULL};
    gchar **parts = g_strsplit(language, "-", -1);
    bool answer = false;
    if (parts[0] != NULL) {
        for (int i = 0; right_to_left[i] != NULL; i++)
            answer = answer || g_ascii_strcasecmp(parts[0], right_to_left[i]) == 0;
        if (parts[1] != NULL && strlen(parts[1]) == 4) {
            answer = false;
            for (int i = 0; scripts[i] != NULL; i++)
                answer = answer || g_ascii_strcasecmp(parts[1], scripts[i]) == 0;
        }
    }
    g_strfreev(parts);
    return answer;
}

static void set_running(struct bp_composer *composer, struct bp_document *document)
{
    const struct bp_meeting *meeting = composer->meeting;
    struct bp_source source = meeting->title.source;
    const char *date = bp_wording_date(composer->arena, meeting->date);
    struct bp_phrase page;
    struct bp_running_line footer = {.texts = {{NULL, 0}}}, header = footer;
    document->header_style = document->footer_style = bp_style(BP_STYLE_RUNNING);
    document->note_rule = bp_style(BP_STYLE_NOTE_RULE);
    bp_phrase_begin(&page, composer, BP_STYLE_RUNNING, source);
    bp_phrase_words(&page, &meeting->title);
    bp_phrase_add(&page, ", ");
    bp_phrase_add(&page, date);
    footer.texts[BP_RUNNING_START] = bp_phrase_end(&page);
    bp_phrase_begin(&page, composer, BP_STYLE_RUNNING, source);
    bp_phrase_add(&page, bp_wording(BP_WORD_PAGE));
    bp_phrase_add(&page, " ");
    bp_phrase_field(&page, BP_FIELD_PAGE);
    bp_phrase_add(&page, " ");
    bp_phrase_add(&page, bp_wording(BP_WORD_OF));
    bp_phrase_add(&page, " ");
    bp_phrase_field(&page, BP_FIELD_PAGES);
    footer.texts[BP_RUNNING_END] = bp_phrase_end(&page);
    bp_phrase_begin(&page, composer, BP_STYLE_RUNNING, source);
    bp_phrase_field(&page, BP_FIELD_SECTION);
    header.texts[BP_RUNNING_START] = bp_phrase_end(&page);
    for (int i = 0; i < BP_N_PAGE_KINDS; i++)
        document->footer[i] = footer;
    document->header[BP_PAGE_LEFT] = document->header[BP_PAGE_RIGHT] = header;
    if (meeting->status != BP_MINUTES_DRAFT)
        return;
    document->watermark = bp_wording(BP_WORD_WATERMARK);
    document->watermark_style = bp_style(BP_STYLE_WATERMARK);
}

static void set_facts(struct bp_composer *composer, struct bp_document *document)
{
    const struct bp_meeting *meeting = composer->meeting;
    const char *kind =
        meeting->kind.text != NULL ? meeting->kind.text : bp_wording(BP_WORD_MINUTES);
    document->sheet = bp_style_sheet();
    document->language = meeting->language != NULL ? meeting->language : "en-GB";
    document->right_to_left = is_right_to_left(document->language);
    document->title = bp_arena_printf(composer->arena, "%s: %s, %s", meeting->title.text, kind,
                                      bp_wording_date(composer->arena, meeting->date));
    document->author = meeting->organisation.text;
    document->subject = kind;
}

struct bp_document *bp_compose_minutes(const struct bp_meeting *meeting, struct bp_arena *arena)
{
    struct bp_composer composer;
    struct bp_document *document = bp_arena_new(arena, sizeof *document);
    bp_composer_init(&composer, meeting, arena);
    set_facts(&composer, document);
    set_running(&composer, document);
    struct bp_block *root =
        bp_block_at(&composer, NULL, BP_BLOCK_SECTION, BP_STYLE_DOCUMENT, meeting->title.source);
    document->root = root;
    bp_head_compose(&composer, root);
    for (int i = 0; i < meeting->n_items; i++)
        bp_item_compose(&composer, root, &meeting->items[i], 2);
    bp_closing_compose(&composer, root);
    bp_overview_compose(&composer, root);
    bp_next_compose(&composer, root);
    bp_signature_compose(&composer, root);
    bp_composer_finish(&composer);
    return document;
}
