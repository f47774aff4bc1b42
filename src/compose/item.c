/* SPDX-License-Identifier: MIT */
#include "compose/phrase.h"

enum { DEEPEST_HEADING = 6 };

static enum bp_style_key heading_style(const struct bp_item *item, int level)
{
    if (level <= 2)
        return BP_STYLE_ITEM_HEADING;
    if (item->section || item->number.text == NULL)
        return level == 3 ? BP_STYLE_SECTION_HEADING : BP_STYLE_MINOR_HEADING;
    return level == 3 ? BP_STYLE_SUB_ITEM_HEADING : BP_STYLE_MINOR_HEADING;
}

static struct bp_block *add_heading(struct bp_composer *composer, struct bp_block *section,
                                    const struct bp_item *item, int level)
{
    enum bp_style_key style = heading_style(item, level);
    struct bp_block *heading =
        bp_block_at(composer, section, BP_BLOCK_HEADING, style, item->source);
    heading->level = level;
    heading->text = bp_words_text(composer, style, &item->title);
    heading->bookmark = item->title.text;
    if (item->number.text == NULL)
        return heading;
    heading->label = bp_words_text(composer, style, &item->number);
    heading->label_style = bp_style(style);
    heading->label_place = BP_LABEL_SIDE;
    heading->bookmark =
        bp_arena_printf(composer->arena, "%s %s", item->number.text, item->title.text);
    return heading;
}

/* One more fact of the line, where it is said. */
static void add_fact(struct bp_phrase *phrase, enum bp_word word, const struct bp_words *words)
{
    if (words->text == NULL)
        return;
    if (phrase->pieces->len > 0)
        bp_phrase_add(phrase, " · ");
    bp_phrase_fill(phrase, word, words, NULL);
}

/* "10:35 · Led by … · Taken with item 9", in grey. */
static void add_facts(struct bp_composer *composer, struct bp_block *section,
                      const struct bp_item *item)
{
    struct bp_phrase phrase;
    if (item->time.hour < 0 && item->lead.text == NULL && item->taken.text == NULL)
        return;
    bp_phrase_begin(&phrase, composer, BP_STYLE_ITEM_FACTS, item->source);
    if (item->time.hour >= 0)
        bp_phrase_add(&phrase, bp_wording_time(composer->arena, item->time));
    add_fact(&phrase, BP_WORD_LED_BY, &item->lead);
    add_fact(&phrase, BP_WORD_TAKEN, &item->taken);
    bp_phrase_paragraph(&phrase, section, BP_STYLE_ITEM_FACTS);
}

/* A paper's title leads to its address; a file on the office's disk is no address. */
static void add_title(struct bp_phrase *phrase, const struct bp_paper *paper)
{
    const struct bp_run before = phrase->look;
    phrase->look.type = &bp_style(BP_STYLE_BODY)->type;
    if (paper->url != NULL) {
        phrase->look.type = bp_type_colour(phrase->composer, phrase->look.type, BP_LOOK_ACCENT);
        phrase->look.link = paper->url;
    }
    bp_phrase_words(phrase, &paper->title);
    phrase->look = before;
}

static void add_paper_list(struct bp_composer *composer, struct bp_block *section,
                           const struct bp_item *item)
{
    struct bp_block *list =
        bp_block_at(composer, section, BP_BLOCK_LIST, BP_STYLE_LIST, item->source);
    list->numbering = BP_NUMBERING_DISC;
    for (int i = 0; i < item->n_papers; i++) {
        const struct bp_paper *paper = &item->papers[i];
        struct bp_block *entry =
            bp_block_at(composer, list, BP_BLOCK_ITEM, BP_STYLE_BULLET, paper->source);
        struct bp_phrase phrase;
        entry->label = bp_phrase_plain(composer, BP_STYLE_BULLET_MARK, "•", paper->source);
        entry->label_style = bp_style(BP_STYLE_BULLET_MARK);
        bp_phrase_begin(&phrase, composer, BP_STYLE_LIST_TEXT, paper->source);
        add_title(&phrase, paper);
        bp_phrase_paragraph(&phrase, entry, BP_STYLE_LIST_TEXT);
    }
}

static void add_papers(struct bp_composer *composer, struct bp_block *section,
                       const struct bp_item *item)
{
    if (item->n_papers == 0)
        return;
    bool several = item->n_papers > 1;
    struct bp_phrase phrase;
    enum bp_style_key style = several ? BP_STYLE_LEAD_IN : BP_STYLE_BODY;
    bp_phrase_begin(&phrase, composer, style, item->source);
    bp_phrase_as(&phrase, &bp_style(BP_STYLE_LABEL)->type,
                 bp_wording(several ? BP_WORD_PAPERS : BP_WORD_PAPER));
    if (!several) {
        bp_phrase_add(&phrase, " ");
        add_title(&phrase, &item->papers[0]);
    }
    bp_phrase_paragraph(&phrase, section, style);
    if (several)
        add_paper_list(composer, section, item);
}

void bp_item_compose(struct bp_composer *composer, struct bp_block *parent,
                     const struct bp_item *item, int level)
{
    struct bp_block *section =
        bp_block_at(composer, parent, BP_BLOCK_SECTION, BP_STYLE_ITEM, item->source);
    struct bp_block *heading = add_heading(composer, section, item, level);
    heading->id = g_hash_table_lookup(composer->item_ids, item);
    add_facts(composer, section, item);
    if (item->closed != NULL)
        bp_closed_compose(composer, section, item->closed);
    add_papers(composer, section, item);
    bp_entries_compose(composer, section, item, level);
    for (int i = 0; i < item->n_items; i++)
        bp_item_compose(composer, section, &item->items[i], MIN(level + 1, DEEPEST_HEADING));
}
