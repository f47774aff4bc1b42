/* SPDX-License-Identifier: MIT */
#include "compose/panel.h"

#include "compose/prose.h"

void bp_panel_fact(struct bp_phrase *phrase)
{
    const struct bp_type *plain = bp_type_weight(phrase->composer, phrase->look.type, 400);
    phrase->look.type = bp_type_colour(phrase->composer, plain, BP_LOOK_GREY);
    bp_phrase_tab(phrase);
}

void bp_panel_label(struct bp_composer *composer, struct bp_block *panel, const char *label,
                    const char *fact)
{
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, BP_STYLE_PANEL_LABEL, panel->source);
    bp_phrase_add(&phrase, label);
    if (fact != NULL) {
        bp_panel_fact(&phrase);
        bp_phrase_add(&phrase, fact);
    }
    bp_phrase_paragraph(&phrase, panel, BP_STYLE_PANEL_LABEL);
}

void bp_decision_compose(struct bp_composer *composer, struct bp_block *parent,
                         const struct bp_decision *decision)
{
    struct bp_block *panel =
        bp_block_at(composer, parent, BP_BLOCK_PANEL, BP_STYLE_DECISION, decision->source);
    struct bp_prose_setting setting = bp_prose_panel(NULL);
    bp_panel_label(composer, panel, bp_wording(BP_WORD_AGREED), NULL);
    bp_prose_compose(composer, panel, decision->text, &setting);
}
