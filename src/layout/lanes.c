/* SPDX-License-Identifier: MIT */
/*
 * Groups side by side, as the two languages of a document. Each group is a lane: set apart, its
 * strips stand where they would stand alone. The lanes' strips are taken into the flow in the order
 * of their lower edges, so that wherever a page ends all that is above that edge has been read.
 * What a strip holds may begin above the strip itself, beside the end of another lane's; so a strip
 * says how far each lane comes down (or up) where it begins a page, and all lanes begin in line
 * there.
 *
 * Rejected: slices of one line of every lane, as tall table rows are cut. Space between paragraphs
 * of one lane would part the lines of the others.
 */
#include "layout/flow.h"

/* Between groups, unless the style says. */
#define GAP 16.0

/* Of a group, however narrow its place is. */
#define LEAST_WIDTH 1.0

/* Grounds of neighbours lie on each other by so much, or a line of light would part them. */
#define OVERLAP 0.5

struct lane {
    struct bp_flow flow;
    int taken;   /* strips */
    double foot; /* of the last one taken, from the top of all */
};

struct lanes {
    struct bp_flow *flow;
    const struct bp_frame *frame;
    const struct bp_lanes *owner;
    struct lane *lanes;
    int n;
    double foot; /* of what is taken */
};

static const struct bp_strip *next_strip(const struct lane *lane)
{
    return lane->taken < bp_flow_count(&lane->flow) ? bp_flow_at(&lane->flow, lane->taken) : NULL;
}

/* Where the lane's next strip begins. */
static double next_top(const struct lane *lane)
{
    return lane->foot + (lane->taken > 0 ? next_strip(lane)->space_before : 0);
}

static void set_lane(const struct lanes *lanes, int index, const struct bp_block *group)
{
    const struct bp_frame *frame = lanes->frame;
    double gap = group->parent->style->padding_x > 0 ? group->parent->style->padding_x : GAP;
    struct bp_frame inner = *frame;
    inner.page = false;
    inner.beside = true;
    inner.head = NULL;
    inner.direct = false;
    inner.width = MAX((frame->width - (lanes->n - 1) * gap) / lanes->n, LEAST_WIDTH);
    inner.start += index * (inner.width + gap);
    bp_flow_init(&lanes->lanes[index].flow, lanes->flow->layout);
    bp_flow_block(&lanes->lanes[index].flow, group, &inner);
}

/* The lane whose next strip ends highest, or NULL. */
static struct lane *next_lane(const struct lanes *lanes)
{
    struct lane *next = NULL;
    double foot = 0;
    for (int i = 0; i < lanes->n; i++) {
        struct lane *lane = &lanes->lanes[i];
        if (!next_strip(lane))
            continue;
        double own = next_top(lane) + next_strip(lane)->height;
        if (!next || own < foot) {
            next = lane;
            foot = own;
        }
    }
    return next;
}

/* The grounds of panels in the lane, as rectangles behind the strip alone. */
static void add_grounds(const struct lanes *lanes, const struct lane *lane,
                        const struct bp_ground *ground, GArray *fragments)
{
    const struct bp_strip *strip = next_strip(lane);
    const struct bp_layout *layout = lanes->flow->layout;
    if (!ground || ground == lanes->frame->ground)
        return;
    add_grounds(lanes, lane, ground->parent, fragments);
    bool goes_on = lane->taken > 0 && bp_strip_has_ground(strip - 1, ground);
    double above = goes_on ? strip->space_before + OVERLAP : 0;
    double y = next_top(lane) - lanes->foot - above, height = strip->height + above;
    struct bp_fragment fill =
        bp_fragment_rectangle(layout, ground->start, y, ground->width, height, ground->style->fill);
    struct bp_fragment bar = bp_fragment_rectangle(layout, ground->start, y, ground->style->bar,
                                                   height, ground->style->rule_colour);
    fill.lane = bar.lane = (int)(lane - lanes->lanes) + 1;
    if (ground->style->has_fill)
        g_array_append_val(fragments, fill);
    if (ground->style->bar > 0)
        g_array_append_val(fragments, bar);
}

/* What the next strip is, as part of the flow: its y counts from the foot of what is taken. */
static GArray *take_fragments(const struct lanes *lanes, const struct lane *lane)
{
    const struct bp_strip *strip = next_strip(lane);
    GArray *fragments = g_array_new(false, false, sizeof(struct bp_fragment));
    double down = next_top(lane) - lanes->foot;
    add_grounds(lanes, lane, strip->ground, fragments);
    for (int i = 0; i < strip->n_fragments; i++) {
        struct bp_fragment fragment = strip->fragments[i];
        fragment.box.y += down;
        fragment.lane = (int)(lane - lanes->lanes) + 1;
        g_array_append_val(fragments, fragment);
    }
    for (int i = 0; i < strip->n_places; i++)
        strip->places[i]->y += down;
    return fragments;
}

/* How far each lane comes down where the next strip begins a page. */
static const double *make_rises(const struct lanes *lanes, struct bp_strip *strip)
{
    double *rises = bp_arena_new(lanes->flow->layout->arena, (size_t)lanes->n * sizeof *rises);
    bool any = false;
    for (int i = 0; i < lanes->n; i++) {
        const struct lane *lane = &lanes->lanes[i];
        if (!next_strip(lane))
            continue;
        rises[i] = lanes->foot - next_top(lane);
        strip->rise = any ? MAX(strip->rise, rises[i]) : rises[i];
        any = true;
    }
    return rises;
}

/* No page begins where one of the lanes may not. */
static bool is_kept(const struct lanes *lanes)
{
    for (int i = 0; i < lanes->n; i++)
        if (lanes->lanes[i].taken > 0 && next_strip(&lanes->lanes[i]) &&
            next_strip(&lanes->lanes[i])->keep)
            return true;
    return false;
}

/* The places of the strip's own, after those that wait in the flow. */
static void add_places(struct bp_arena *arena, struct bp_strip *strip, const struct bp_strip *own)
{
    int n = strip->n_places + own->n_places;
    if (own->n_places == 0)
        return;
    struct bp_place **places = bp_arena_new(arena, (size_t)n * sizeof *places);
    for (int i = 0; i < n; i++)
        places[i] = i < strip->n_places ? strip->places[i] : own->places[i - strip->n_places];
    strip->places = places;
    strip->n_places = n;
}

static void take_strip(struct lanes *lanes, struct lane *lane)
{
    const struct bp_strip *own = next_strip(lane);
    double down = next_top(lane) - lanes->foot, foot = next_top(lane) + own->height;
    GArray *fragments = take_fragments(lanes, lane);
    const struct bp_strip_parts parts = {
        .height = MAX(foot - lanes->foot, 0),
        .baseline = own->baseline >= 0 ? MAX(down + own->baseline, 0) : -1,
        .fragments = (const struct bp_fragment *)(void *)fragments->data,
        .n_fragments = (int)fragments->len};
    bool kept = is_kept(lanes);
    struct bp_strip *strip = bp_flow_strip(lanes->flow, lanes->frame, &parts);
    strip->keep = strip->keep || kept;
    strip->lanes = lanes->owner;
    strip->rises = make_rises(lanes, strip);
    strip->notes = own->notes;
    strip->n_notes = own->n_notes;
    add_places(lanes->flow->layout->arena, strip, own);
    g_array_free(fragments, true);
    lane->foot = foot;
    lane->taken++;
    lanes->foot = MAX(lanes->foot, foot);
}

static void take_lanes(struct lanes *lanes)
{
    struct bp_flow *flow = lanes->flow;
    for (int i = 0; i < lanes->n; i++) {
        const struct bp_strip *first = next_strip(&lanes->lanes[i]);
        bp_flow_space(flow, first ? first->space_before : 0);
    }
    for (struct lane *lane; (lane = next_lane(lanes)) != NULL;)
        take_strip(lanes, lane);
    for (int i = 0; i < lanes->n; i++)
        bp_flow_space(flow, lanes->lanes[i].flow.space);
}

void bp_flow_columns(struct bp_flow *flow, const struct bp_block *block,
                     const struct bp_frame *frame)
{
    struct lanes lanes = {.flow = flow, .frame = frame};
    for (const struct bp_block *group = block->first; group; group = group->next)
        lanes.n++;
    if (!flow->pages || lanes.n < 2) {
        bp_flow_children(flow, block, frame);
        return;
    }
    struct bp_lanes *owner = bp_arena_new(flow->layout->arena, sizeof *owner);
    owner->n = lanes.n;
    lanes.owner = owner;
    lanes.lanes = g_new0(struct lane, (gsize)lanes.n);
    int index = 0;
    for (const struct bp_block *group = block->first; group; group = group->next)
        set_lane(&lanes, index++, group);
    take_lanes(&lanes);
    for (int i = 0; i < lanes.n; i++)
        bp_flow_finish(&lanes.lanes[i].flow);
    g_free(lanes.lanes);
}
