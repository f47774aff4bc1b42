/* SPDX-License-Identifier: MIT */
#include "compose/mention.h"
#include "compose/pattern.h"
#include "compose/prose.h"

/* Only the first call carries the note, so that it is printed once; a note may call itself. */
static void add_note(struct bp_phrase *phrase, const struct bp_prose *note)
{
    struct bp_composer *composer = phrase->composer;
    struct bp_block *block = g_hash_table_lookup(composer->notes, note);
    bool first = block == NULL;
    if (first)
        block = bp_note_compose(composer, note);
    bp_phrase_note(phrase, first ? block : NULL, block->label.runs[0].text);
}

static void add_styled(struct bp_phrase *phrase, const struct bp_prose *prose)
{
    struct bp_run before = phrase->look;
    struct bp_composer *composer = phrase->composer;
    const struct bp_look_style *const *keys = composer->look->keys;
    if (prose->kind == BP_PROSE_STRIKE)
        phrase->look.strike = true;
    else
        phrase->look.emphasis = true;
    if (prose->kind == BP_PROSE_EMPHASIS) {
        phrase->look.type = bp_type_dress(composer, before.type, keys[BP_STYLE_EMPHASIS]);
        if (phrase->look.type->italic && before.type->italic)
            phrase->look.type = bp_type_slant(composer, phrase->look.type, false);
    }
    if (prose->kind == BP_PROSE_STRONG)
        phrase->look.type = bp_type_dress(composer, before.type, keys[BP_STYLE_STRONG]);
    bp_prose_phrase(phrase, prose);
    phrase->look = before;
}

static void add_link(struct bp_phrase *phrase, const struct bp_prose *prose)
{
    struct bp_run before = phrase->look;
    if (prose->target != NULL && *prose->target != '\0')
        bp_phrase_link(phrase, bp_composer_target(phrase->composer, prose->target));
    bp_prose_phrase(phrase, prose);
    phrase->look = before;
}

static void add_inline(struct bp_phrase *phrase, const struct bp_prose *prose)
{
    const struct bp_words words = {
        .text = prose->text, .source = prose->source, .literal = prose->literal};
    switch (prose->kind) {
    case BP_PROSE_TEXT:
        bp_phrase_words(phrase, &words);
        break;
    case BP_PROSE_SPACE:
        bp_phrase_add(phrase, " ");
        break;
    case BP_PROSE_BREAK:
        bp_phrase_break(phrase);
        break;
    case BP_PROSE_EMPHASIS:
    case BP_PROSE_STRONG:
    case BP_PROSE_STRIKE:
        add_styled(phrase, prose);
        break;
    case BP_PROSE_CODE:
        phrase->verbatim = true;
        bp_phrase_words(phrase, &words);
        phrase->verbatim = false;
        break;
    case BP_PROSE_LINK:
        add_link(phrase, prose);
        break;
    case BP_PROSE_IMAGE:
        bp_pattern_picture(phrase, &words);
        break;
    case BP_PROSE_NOTE_REF:
        add_note(phrase, prose->note);
        break;
    case BP_PROSE_MENTION:
        if (prose->first == NULL)
            bp_mention_add(phrase, prose->mention);
        else
            bp_prose_phrase(phrase, prose);
        break;
    default:
        bp_prose_phrase(phrase, prose);
        break;
    }
}

void bp_prose_phrase(struct bp_phrase *phrase, const struct bp_prose *prose)
{
    const struct bp_prose *before = NULL;
    for (const struct bp_prose *child = prose->first; child != NULL; child = child->next) {
        bool calls = child->kind == BP_PROSE_NOTE_REF;
        if (calls && before != NULL && before->kind == BP_PROSE_NOTE_REF)
            bp_phrase_note(phrase, NULL, ","); /* notes 4 and 2 are not note 42 */
        add_inline(phrase, child);
        before = child;
    }
}

static void append_words(struct bp_composer *composer, GString *out, const struct bp_prose *prose)
{
    for (const struct bp_prose *child = prose->first; child != NULL; child = child->next) {
        if (child->kind == BP_PROSE_TEXT || child->kind == BP_PROSE_CODE)
            g_string_append(out, child->text);
        else if (child->kind == BP_PROSE_SPACE || child->kind == BP_PROSE_BREAK)
            g_string_append_c(out, ' ');
        else if (child->kind == BP_PROSE_MENTION && child->first == NULL)
            g_string_append(out, bp_mention_string(composer, child->mention));
        append_words(composer, out, child);
    }
}

const char *bp_prose_words(struct bp_composer *composer, const struct bp_prose *prose)
{
    GString *out = g_string_new(NULL);
    append_words(composer, out, prose);
    const char *words = bp_arena_string(composer->arena, out->str, out->len);
    g_string_free(out, TRUE);
    return words;
}
