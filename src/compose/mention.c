/* SPDX-License-Identifier: MIT */
#include "compose/mention.h"

#include "compose/pattern.h"

void bp_mention_add(struct bp_phrase *phrase, const struct bp_mention *mention)
{
    const struct bp_binding scope = {
        .name = "mention",
        .value = {.kind = BP_VALUE_RECORD, .type = &bp_mention_record, .record = mention}};
    struct bp_composer *composer = phrase->composer;
    const struct bp_pattern *wording =
        composer->mentions ? NULL : bp_look_wording(composer->look, "mention");
    const char *bare = mention->percent != NULL ? mention->percent : mention->value;
    bool before = composer->mentions;
    composer->mentions = true;
    if (!bp_pattern_add(phrase, wording, &scope) && bare != NULL)
        bp_phrase_add(phrase, bare);
    composer->mentions = before;
}

const char *bp_mention_string(struct bp_composer *composer, const struct bp_mention *mention)
{
    struct bp_phrase phrase;
    bp_phrase_begin(&phrase, composer, bp_composer_style(composer, BP_STYLE_DOCUMENT),
                    mention->source);
    bp_mention_add(&phrase, mention);
    return bp_phrase_end_string(&phrase);
}
