/* SPDX-License-Identifier: MIT */
#include "layout/dump.h"

static const char *const scopes[] = {NULL, "column", "row"};

static void free_string(void *string)
{
    g_string_free(string, TRUE);
}

/* From each piece of content to its words. */
static GHashTable *collect_words(const struct bp_pages *pages)
{
    GHashTable *words = g_hash_table_new_full(NULL, NULL, NULL, free_string);

    for (int i = 0; i < pages->n_pages; i++) {
        for (int k = 0; k < pages->pages[i].n_boxes; k++) {
            const struct bp_box *box = &pages->pages[i].boxes[k];
            GString *text = g_hash_table_lookup(words, box->kid);

            if (!box->kid || box->kind != BP_BOX_TEXT)
                continue;
            if (!text) {
                text = g_string_new(NULL);
                g_hash_table_insert(words, box->kid, text);
            }
            bp_box_append_text(box, text);
        }
    }
    return words;
}

static void dump_content(const struct bp_kid *kid, const struct bp_pages *pages, GHashTable *words,
                         struct bp_dump *dump)
{
    GString *text = g_hash_table_lookup(words, kid);

    bp_dump_begin(dump, "content");
    bp_dump_text(dump, "page",
                 kid->content.page < 0 ? "none" : pages->pages[kid->content.page].label);
    bp_dump_text(dump, "text", text ? text->str : NULL);
    bp_dump_end(dump);
}

static void dump_tag(const struct bp_tag *tag, const struct bp_pages *pages, GHashTable *words,
                     struct bp_dump *dump)
{
    bp_dump_begin(dump, bp_tag_name(tag->role));
    bp_dump_text(dump, "id", tag->id);
    bp_dump_text(dump, "language", tag->language);
    bp_dump_word(dump, "numbering", tag->numbering);
    bp_dump_word(dump, "scope", scopes[tag->scope]);
    if (tag->column_span > 1)
        bp_dump_int(dump, "column-span", tag->column_span);
    if (tag->row_span > 1)
        bp_dump_int(dump, "row-span", tag->row_span);
    bp_dump_text(dump, "alt", tag->alt);
    bp_dump_text(dump, "attachment", tag->attachment ? tag->attachment->name : NULL);
    bp_dump_text(dump, "actual", tag->actual);
    for (const struct bp_kid *kid = tag->first; kid; kid = kid->next) {
        switch (kid->kind) {
        case BP_KID_TAG:
            dump_tag(kid->tag, pages, words, dump);
            break;
        case BP_KID_CONTENT:
            dump_content(kid, pages, words, dump);
            break;
        case BP_KID_LINK:
            bp_dump_begin(dump, "annotation");
            bp_dump_text(dump, "target", kid->link->target);
            bp_dump_end(dump);
            break;
        }
    }
    bp_dump_end(dump);
}

void bp_tags_dump(const struct bp_pages *pages, struct bp_dump *dump)
{
    GHashTable *words = collect_words(pages);

    dump_tag(pages->tags, pages, words, dump);
    g_hash_table_unref(words);
}
