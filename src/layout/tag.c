/* SPDX-License-Identifier: MIT */
#include "layout/tag.h"

#include <glib.h>

const char *bp_tag_name(enum bp_tag_role role)
{
    static const char *const names[] = {
        [BP_TAG_DOCUMENT] = "Document",
        [BP_TAG_SECT] = "Sect",
        [BP_TAG_H1] = "H1",
        [BP_TAG_H2] = "H2",
        [BP_TAG_H3] = "H3",
        [BP_TAG_H4] = "H4",
        [BP_TAG_H5] = "H5",
        [BP_TAG_H6] = "H6",
        [BP_TAG_P] = "P",
        [BP_TAG_L] = "L",
        [BP_TAG_LI] = "LI",
        [BP_TAG_LBL] = "Lbl",
        [BP_TAG_LBODY] = "LBody",
        [BP_TAG_TABLE] = "Table",
        [BP_TAG_THEAD] = "THead",
        [BP_TAG_TBODY] = "TBody",
        [BP_TAG_TR] = "TR",
        [BP_TAG_TH] = "TH",
        [BP_TAG_TD] = "TD",
        [BP_TAG_CAPTION] = "Caption",
        [BP_TAG_LINK] = "Link",
        [BP_TAG_SPAN] = "Span",
        [BP_TAG_NOTE] = "Note",
        [BP_TAG_BLOCKQUOTE] = "BlockQuote",
        [BP_TAG_FIGURE] = "Figure",
    };
    return names[role];
}

static struct bp_kid *append(struct bp_arena *arena, struct bp_tag *tag, enum bp_kid_kind kind)
{
    struct bp_kid *kid = bp_arena_new(arena, sizeof *kid);
    kid->kind = kind;
    if (tag->last)
        tag->last->next = kid;
    else
        tag->first = kid;
    tag->last = kid;
    return kid;
}

struct bp_tag *bp_tag_new(struct bp_arena *arena, struct bp_tag *parent, enum bp_tag_role role)
{
    struct bp_tag *tag = bp_arena_new(arena, sizeof *tag);
    tag->role = role;
    tag->parent = parent;
    if (parent)
        append(arena, parent, BP_KID_TAG)->tag = tag;
    return tag;
}

struct bp_kid *bp_tag_content(struct bp_arena *arena, struct bp_tag *tag)
{
    struct bp_kid *kid = append(arena, tag, BP_KID_CONTENT);
    kid->content.page = -1;
    kid->content.mcid = -1;
    kid->content.tag = tag;
    return kid;
}

struct bp_kid *bp_kid_split(struct bp_arena *arena, struct bp_kid *kid)
{
    struct bp_kid *later = bp_arena_new(arena, sizeof *later);
    later->kind = BP_KID_CONTENT;
    later->content.tag = kid->content.tag;
    later->content.page = -1;
    later->content.mcid = -1;
    later->next = kid->next;
    kid->next = later;
    if (later->content.tag->last == kid)
        later->content.tag->last = later;
    return later;
}

struct bp_kid *bp_kid_on_page(struct bp_arena *arena, struct bp_kid *kid, int page)
{
    struct bp_kid *latest = kid->content.latest ? kid->content.latest : kid;
    if (latest->content.page != page && latest->content.page >= 0)
        kid->content.latest = latest = bp_kid_split(arena, latest);
    latest->content.page = page;
    return latest;
}

void bp_tag_link(struct bp_arena *arena, struct bp_tag *tag, struct bp_link *link)
{
    append(arena, tag, BP_KID_LINK)->link = link;
}
