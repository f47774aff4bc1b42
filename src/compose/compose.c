/* SPDX-License-Identifier: MIT */
#include "compose/compose.h"

#include <string.h>

#include "compose/template.h"

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

static struct bp_text text_of(struct bp_composer *composer, const struct bp_pattern *pattern,
                              enum bp_style_key key, struct bp_source source)
{
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, bp_composer_style(composer, key), source);
    bp_pattern_add(&phrase, pattern, NULL);
    return bp_phrase_end(&phrase);
}

static void set_line(struct bp_composer *composer, const struct bp_look_running *slots,
                     enum bp_style_key key, struct bp_running_line *line)
{
    const struct bp_source nowhere = {NULL, 0, 0};
    for (int i = 0; i < BP_N_RUNNING; i++) {
        line->texts[i] = text_of(composer, slots[i].text, key, nowhere);
        line->pictures[i] = slots[i].picture;
        line->heights[i] = slots[i].height;
    }
}

static const char *string_of(struct bp_composer *composer, const struct bp_pattern *pattern)
{
    const char *words = bp_pattern_string(composer, NULL, pattern);
    return *words ? words : NULL;
}

static void set_running(struct bp_composer *composer, struct bp_document *document)
{
    const struct bp_look *look = composer->look;
    document->header_style = bp_composer_style(composer, BP_STYLE_HEADER);
    document->footer_style = bp_composer_style(composer, BP_STYLE_FOOTER);
    document->note_rule = bp_composer_style(composer, BP_STYLE_NOTE_RULE);
    for (int i = 0; i < BP_N_PAGE_KINDS; i++) {
        set_line(composer, look->header[i], BP_STYLE_HEADER, &document->header[i]);
        set_line(composer, look->footer[i], BP_STYLE_FOOTER, &document->footer[i]);
    }
    document->watermark = string_of(composer, look->watermark);
    document->watermark_style = bp_composer_style(composer, BP_STYLE_WATERMARK);
    if (look->line_numbers)
        document->line_numbers = bp_composer_style(composer, BP_STYLE_LINE_NUMBER);
}

static void set_facts(struct bp_composer *composer, struct bp_document *document)
{
    const struct bp_look *look = composer->look;
    const struct bp_style **styles =
        bp_arena_new(composer->arena, (size_t)look->n_styles * sizeof *styles);
    for (int i = 0; i < look->n_styles; i++)
        styles[i] = &look->styles[i]->style;
    document->styles = styles;
    document->n_styles = look->n_styles;
    document->sheet = look->sheet;
    document->language = composer->language;
    document->right_to_left = is_right_to_left(document->language);
    document->title = string_of(composer, look->title);
    document->author = string_of(composer, look->author);
    document->subject = string_of(composer, look->subject);
    document->date =
        composer->root->meeting ? composer->root->meeting->date : composer->root->report->date;
    if (!document->title)
        document->title = look->name;
}

/* A layout's own words are in its language, whatever the file's is. */
static void tell_language(struct bp_composer *composer, struct bp_source source)
{
    const struct bp_source file = {.file = source.file};
    bool own_file = strchr(composer->look->name, '.') != NULL; /* then it is meant */
    if (composer->own_language && !own_file)
        bp_report_warning(composer->report, &file, "other-language",
                          "this file is in the language “%s”, and the words of the layout “%s” are "
                          "in “%s”; write a layout with the other’s words, as layouts/README.md "
                          "tells",
                          composer->language, composer->look->name, composer->own_language);
}

struct bp_document *bp_compose_document(const struct bp_look *look, const struct bp_root *root,
                                        struct bp_arena *arena, struct bp_report *report)
{
    struct bp_composer composer;
    struct bp_document *document = bp_arena_new(arena, sizeof *document);
    struct bp_section section = {0, 0};
    const struct bp_source source =
        root->meeting ? root->meeting->title.source : root->report->title.source;
    bp_composer_init(&composer, look, root, arena);
    composer.report = report;
    tell_language(&composer, source);
    set_facts(&composer, document);
    set_running(&composer, document);
    document->root = bp_block_at(&composer, NULL, BP_BLOCK_SECTION,
                                 bp_composer_style(&composer, BP_STYLE_DOCUMENT), source);
    const struct bp_stand place = {.composer = &composer,
                                   .parent = document->root,
                                   .section = &section,
                                   .text = look->keys[BP_STYLE_BODY],
                                   .source = source};
    bp_templates_compose(&place, look->body);
    bp_composer_check_links(&composer, document);
    bool failed = composer.failed;
    bp_composer_finish(&composer);
    return failed ? NULL : document;
}
