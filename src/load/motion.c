/* SPDX-License-Identifier: MIT */
#include "load/motion.h"

static const char *const results[] = {"carried", "lost", "withdrawn", "tabled", NULL};

static void add_name(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                     GHashTable *voters, struct bp_side *side)
{
    struct bp_words name = bp_reader_words(reader, node, key);
    if (!name.text)
        return;
    const struct bp_yaml *first = g_hash_table_lookup(voters, name.text);
    if (first)
        bp_report_error(reader->report, &node->source, "voted-twice",
                        "“%s” has voted already, in line %d; keep one of the two",
                        bp_reader_clip(reader, name.text), first->source.line);
    else
        g_hash_table_insert(voters, (gpointer)(gsize)name.text, (gpointer)(gsize)node);
    side->names[side->n_names++] = name;
}

static struct bp_side read_side(struct bp_reader *reader, const struct bp_yaml *votes,
                                const char *key, GHashTable *voters)
{
    struct bp_side side = {.count = -1};
    const struct bp_yaml *node = bp_yaml_find(votes, key);
    if (!node)
        return side;
    if (node->kind != BP_YAML_LIST) {
        side.count = bp_reader_count(reader, votes, key, -1);
        return side;
    }
    side.names = bp_arena_new(reader->arena, sizeof *side.names * (size_t)node->n_items);
    for (int i = 0; i < node->n_items; i++)
        add_name(reader, node->items[i], key, voters, &side);
    side.count = side.n_names;
    return side;
}

static struct bp_vote read_vote(struct bp_reader *reader, const struct bp_yaml *motion)
{
    struct bp_vote vote = {.in_favour.count = -1, .against.count = -1, .abstained.count = -1};
    const struct bp_yaml *votes = bp_yaml_find(motion, "votes");
    if (!votes || !bp_reader_keys(reader, votes, BP_PART_VOTES))
        return vote;
    GHashTable *voters = g_hash_table_new(g_str_hash, g_str_equal);
    vote.taken = true;
    vote.in_favour = read_side(reader, votes, "for", voters);
    vote.against = read_side(reader, votes, "against", voters);
    vote.abstained = read_side(reader, votes, "abstained", voters);
    g_hash_table_destroy(voters);
    return vote;
}

/* Only a warning: a casting vote or a rule of two thirds can turn it. */
static void check_result(struct bp_reader *reader, const struct bp_yaml *node,
                         const struct bp_motion *motion)
{
    int in_favour = motion->vote.in_favour.count;
    int against = motion->vote.against.count;
    bool odd = (motion->result == BP_RESULT_CARRIED && in_favour < against) ||
               (motion->result == BP_RESULT_LOST && in_favour > against);
    if (odd && in_favour >= 0 && against >= 0)
        bp_report_warning(reader->report, &bp_yaml_find(node, "result")->source, "odd-result",
                          "this was %s with %d for and %d against; check the figures",
                          results[motion->result - 1], in_favour, against);
}

static void read_motion(struct bp_reader *reader, const struct bp_yaml *node, enum bp_part part,
                        struct bp_motion *motion)
{
    *motion = (struct bp_motion){.source = node->source};
    if (!bp_reader_keys(reader, node, part))
        return;
    motion->text = bp_reader_prose(reader, node, "motion");
    if (!motion->text)
        bp_reader_missing(reader, node, part, "motion", "write “motion: ” and its words");
    motion->proposer = bp_reader_text(reader, node, "proposer");
    motion->seconder = bp_reader_text(reader, node, "seconder");
    motion->vote = read_vote(reader, node);
    motion->result = (enum bp_result)bp_reader_choice(reader, node, "result", results);
    motion->resolved = bp_reader_prose(reader, node, "resolved");
    check_result(reader, node, motion);
}

void bp_motion_read(struct bp_reader *reader, const struct bp_yaml *node, struct bp_motion *motion)
{
    read_motion(reader, node, BP_PART_MOTION, motion);
    const struct bp_yaml *list =
        node->kind == BP_YAML_MAP ? bp_reader_list(reader, node, "amendments") : NULL;
    if (!list)
        return;
    motion->n_amendments = list->n_items;
    motion->amendments =
        bp_arena_new(reader->arena, sizeof *motion->amendments * (size_t)list->n_items);
    for (int i = 0; i < list->n_items; i++)
        read_motion(reader, list->items[i], BP_PART_AMENDMENT, &motion->amendments[i]);
}
