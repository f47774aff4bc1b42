/* SPDX-License-Identifier: MIT */
#include "compose/prose.h"

#include <string.h>

#include "compose/grid.h"
#include "compose/mark.h"

enum { DEEPEST_HEADING = 6 };

/* A table of more columns takes the page's whole width. */
#define MOST_NARROW 5

/* A way through one prose. */
struct walk {
    struct bp_composer *composer;
    struct bp_prose_setting setting;
    int headings[DEEPEST_HEADING]; /* the levels written of the headings that are open */
    int n_headings;
    int depth; /* of lists */
};

static void compose_children(struct walk *walk, struct bp_block *parent,
                             const struct bp_prose *prose);

/* At a prose's end, to what is composed after it: an update, an action. */
static bool leads_on(struct walk *walk, const struct bp_prose *prose)
{
    const struct bp_prose *next = prose->next;
    if (next != NULL && (next->kind == BP_PROSE_PARAGRAPH || next->kind == BP_PROSE_HEADING))
        return false;
    return g_str_has_suffix(bp_prose_words(walk->composer, prose), ":");
}

static const struct bp_style *paragraph_style(struct walk *walk, const struct bp_prose *prose)
{
    const struct bp_look_style *text = walk->setting.text;
    if (walk->depth > 0)
        text = text->list_text != NULL ? text->list_text
                                       : walk->composer->look->keys[BP_STYLE_LIST_TEXT];
    return text->lead_in != NULL && leads_on(walk, prose) ? &text->lead_in->style : &text->style;
}

static void compose_paragraph(struct walk *walk, struct bp_block *parent,
                              const struct bp_prose *prose)
{
    const struct bp_style *style = paragraph_style(walk, prose);
    struct bp_phrase *lead = walk->setting.lead;
    struct bp_phrase phrase;
    walk->setting.lead = NULL;
    if (lead == NULL)
        bp_phrase_begin(&phrase, walk->composer, style, prose->source);
    bp_prose_phrase(lead != NULL ? lead : &phrase, prose);
    bp_phrase_paragraph(lead != NULL ? lead : &phrase, parent, style);
}

/* A lead that no paragraph takes up stands alone. */
static void end_lead(struct walk *walk, struct bp_block *parent)
{
    if (walk->setting.lead != NULL)
        bp_phrase_paragraph(walk->setting.lead, parent,
                            walk->setting.text->lead_in != NULL
                                ? &walk->setting.text->lead_in->style
                                : &walk->setting.text->style);
    walk->setting.lead = NULL;
}

static void compose_bold(struct walk *walk, struct bp_block *parent, const struct bp_prose *prose)
{
    struct bp_phrase phrase;
    const struct bp_style *style = bp_composer_style(walk->composer, BP_STYLE_STANDALONE);
    bp_phrase_begin(&phrase, walk->composer, style, prose->source);
    bp_prose_phrase(&phrase, prose);
    bp_phrase_paragraph(&phrase, parent, style);
}

static void compose_heading(struct walk *walk, struct bp_block *parent,
                            const struct bp_prose *prose)
{
    if (walk->setting.level == 0 || walk->depth > 0) {
        compose_bold(walk, parent, prose);
        return;
    }
    while (walk->n_headings > 0 && walk->headings[walk->n_headings - 1] >= prose->level)
        walk->n_headings--;
    walk->headings[walk->n_headings++] = prose->level;
    int level = MIN(walk->setting.level + walk->n_headings, DEEPEST_HEADING);
    const struct bp_style *style = bp_composer_style(
        walk->composer, level <= 3 ? BP_STYLE_SECTION_HEADING : BP_STYLE_MINOR_HEADING);
    struct bp_block *heading =
        bp_block_at(walk->composer, parent, BP_BLOCK_HEADING, style, prose->source);
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, walk->composer, style, prose->source);
    bp_prose_phrase(&phrase, prose);
    heading->text = bp_phrase_end(&phrase);
    heading->level = level;
    heading->bookmark = bp_prose_words(walk->composer, prose);
}

static void compose_list(struct walk *walk, struct bp_block *parent, const struct bp_prose *prose)
{
    struct bp_block *list =
        bp_block_at(walk->composer, parent, BP_BLOCK_LIST,
                    bp_composer_style(walk->composer, BP_STYLE_LIST), prose->source);
    bool counted = prose->start > 0;
    int number = counted ? prose->start : -1;
    list->numbering = counted ? BP_NUMBERING_DECIMAL : BP_NUMBERING_DISC;
    walk->depth++;
    for (const struct bp_prose *child = prose->first; child != NULL; child = child->next) {
        if (child->first == NULL) /* a mark without text has nothing to say */
            continue;
        struct bp_block *item = bp_block_at(
            walk->composer, list, BP_BLOCK_ITEM,
            bp_composer_style(walk->composer, counted ? BP_STYLE_NUMBERED : BP_STYLE_BULLET),
            child->source);
        bp_item_mark(walk->composer, item, walk->depth, counted ? number++ : -1);
        compose_children(walk, item, child);
    }
    walk->depth--;
}

static void compose_quote(struct walk *walk, struct bp_block *parent, const struct bp_prose *prose)
{
    struct walk inside = *walk;
    inside.setting.level = 0;
    struct bp_block *quote =
        bp_block_at(walk->composer, parent, BP_BLOCK_QUOTE,
                    bp_composer_style(walk->composer, BP_STYLE_QUOTE), prose->source);
    compose_children(&inside, quote, prose);
}

/* Lines are kept, and so are the spaces that indent them. */
static void compose_code(struct walk *walk, struct bp_block *parent, const struct bp_prose *prose)
{
    struct bp_phrase phrase;
    const struct bp_style *style = bp_composer_style(walk->composer, BP_STYLE_CODE);
    bp_phrase_begin(&phrase, walk->composer, style, prose->source);
    phrase.verbatim = true;
    size_t length = strlen(prose->text);
    char *text =
        g_strndup(prose->text, length > 0 && prose->text[length - 1] == '\n' ? length - 1 : length);
    gchar **lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) {
        if (i > 0)
            bp_phrase_break(&phrase);
        const char *c = lines[i];
        for (; *c == ' ' || *c == '\t'; c++)
            bp_phrase_add(&phrase, *c == ' ' ? "\u00A0" : "\u00A0\u00A0\u00A0\u00A0");
        bp_phrase_add(&phrase, c);
    }
    g_strfreev(lines);
    g_free(text);
    bp_phrase_paragraph(&phrase, parent, style);
}

static void compose_row(struct walk *walk, struct bp_block *table, const struct bp_prose *prose,
                        bool head)
{
    struct bp_block *row = bp_grid_row(walk->composer, table, head, prose->source);
    for (const struct bp_prose *cell = prose->first; cell != NULL; cell = cell->next) {
        static const enum bp_align aligns[] = {
            [BP_PROSE_ALIGN_NONE] = BP_ALIGN_START,
            [BP_PROSE_ALIGN_LEFT] = BP_ALIGN_START,
            [BP_PROSE_ALIGN_CENTRE] = BP_ALIGN_CENTRE,
            [BP_PROSE_ALIGN_RIGHT] = BP_ALIGN_END,
        };
        const struct bp_style *style = bp_grid_style(walk->composer, head, aligns[cell->align]);
        struct bp_block *block = bp_grid_cell(walk->composer, row, head, cell->source);
        struct bp_phrase phrase;
        bp_phrase_begin(&phrase, walk->composer, style, cell->source);
        bp_prose_phrase(&phrase, cell);
        bp_phrase_paragraph(&phrase, block, style);
    }
}

static void compose_table(struct walk *walk, struct bp_block *parent, const struct bp_prose *prose)
{
    int n_columns = 0, at = 0;
    for (const struct bp_prose *row = prose->first; row != NULL; row = row->next) {
        int n = 0;
        for (const struct bp_prose *cell = row->first; cell != NULL; cell = cell->next)
            n++;
        n_columns = MAX(n_columns, n);
    }
    bool wide = n_columns > MOST_NARROW && walk->depth == 0 && walk->setting.level > 0;
    struct bp_block *table =
        bp_block_at(walk->composer, parent, BP_BLOCK_TABLE,
                    bp_composer_style(walk->composer, wide ? BP_STYLE_FULL_TABLE : BP_STYLE_TABLE),
                    prose->source);
    table->n_columns = n_columns;
    table->header_rows = prose->header_rows;
    for (const struct bp_prose *row = prose->first; row != NULL; row = row->next)
        compose_row(walk, table, row, at++ < prose->header_rows);
}

static void compose_block(struct walk *walk, struct bp_block *parent, const struct bp_prose *prose)
{
    if (prose->kind == BP_PROSE_PARAGRAPH) {
        compose_paragraph(walk, parent, prose);
        return;
    }
    end_lead(walk, parent);
    switch (prose->kind) {
    case BP_PROSE_HEADING:
        compose_heading(walk, parent, prose);
        break;
    case BP_PROSE_LIST:
        compose_list(walk, parent, prose);
        break;
    case BP_PROSE_QUOTE:
        compose_quote(walk, parent, prose);
        break;
    case BP_PROSE_TABLE:
        compose_table(walk, parent, prose);
        break;
    case BP_PROSE_RULE:
        bp_block_at(walk->composer, parent, BP_BLOCK_RULE,
                    bp_composer_style(walk->composer, BP_STYLE_RULE), prose->source);
        break;
    case BP_PROSE_CODE_BLOCK:
        compose_code(walk, parent, prose);
        break;
    case BP_PROSE_NOTE: /* composed where it is called */
        break;
    default:
        compose_children(walk, parent, prose);
        break;
    }
}

static void compose_children(struct walk *walk, struct bp_block *parent,
                             const struct bp_prose *prose)
{
    for (const struct bp_prose *child = prose->first; child != NULL; child = child->next)
        compose_block(walk, parent, child);
}

void bp_prose_compose(struct bp_composer *composer, struct bp_block *parent,
                      const struct bp_prose *prose, const struct bp_prose_setting *setting)
{
    struct walk walk = {.composer = composer, .setting = *setting};
    if (prose != NULL)
        compose_children(&walk, parent, prose);
    end_lead(&walk, parent);
}

bool bp_prose_is_line(const struct bp_prose *prose)
{
    if (prose == NULL || prose->first == NULL)
        return true;
    const struct bp_prose *next = prose->first->next;
    return prose->first->kind == BP_PROSE_PARAGRAPH &&
           (next == NULL || next->kind == BP_PROSE_NOTE);
}

struct bp_block *bp_note_compose(struct bp_composer *composer, const struct bp_prose *note)
{
    const struct bp_style *style = bp_composer_style(composer, BP_STYLE_NOTE);
    struct bp_block *block = bp_block_at(composer, NULL, BP_BLOCK_NOTE, style, note->source);
    const char *number = bp_arena_printf(composer->arena, "%d", ++composer->n_notes);
    block->id = bp_composer_id(composer, "note", number);
    block->label = bp_phrase_plain(composer, style, number, note->source);
    g_hash_table_insert(composer->notes, (gpointer)note, block);
    const struct bp_prose_setting setting = {.text = composer->look->keys[BP_STYLE_NOTE_TEXT]};
    struct walk walk = {.composer = composer, .setting = setting};
    compose_children(&walk, block, note);
    return block;
}
