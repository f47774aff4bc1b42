/* SPDX-License-Identifier: MIT */
#include "metric/dump.h"

#include "metric/facts.h"
#include "model/seriesdump.h"

static void dump_span(struct bp_dump *dump, const struct bp_level *level)
{
    if (level->from.index == level->until.index) {
        bp_period_dump(dump, "period", level->until);
    } else {
        bp_period_dump(dump, "from", level->from);
        bp_period_dump(dump, "until", level->until);
    }
}

/* A level; one that there is not says why. */
static void dump_level(struct bp_dump *dump, const char *node, const struct bp_level *level)
{
    bp_dump_begin(dump, node);
    if (level->fault) {
        bp_dump_text(dump, "none", level->fault);
    } else {
        dump_span(dump, level);
        bp_decimal_dump(dump, "value", level->value);
        bp_dump_flag(dump, "provisional", level->provisional);
    }
    bp_dump_end(dump);
}

static void dump_fact(struct bp_dump *dump, const struct bp_fact *fact)
{
    static const char *const directions[] = {"down", "none", "up"};
    static const char *const goods[] = {"worse", NULL, "better"};
    const struct bp_change *change = &fact->change;

    bp_dump_begin(dump, "change");
    bp_dump_word(dump, "of", bp_fact_ofs[fact->of]);
    bp_dump_word(dump, "from", bp_fact_bases[fact->basis]);
    if (change->fault) {
        bp_dump_text(dump, "none", change->fault);
        bp_dump_end(dump);
        return;
    }
    bp_decimal_dump(dump, "old", change->from.value);
    bp_decimal_dump(dump, "new", change->to.value);
    bp_decimal_dump(dump, change->kind == BP_CHANGE_POINTS ? "points" : "difference",
                    change->difference);
    if (change->kind == BP_CHANGE_PERCENT)
        bp_decimal_dump(dump, "percent", change->percent);
    bp_dump_flag(dump, "no-base", change->kind == BP_CHANGE_NO_BASE);
    bp_dump_flag(dump, "small-base", change->small);
    bp_dump_word(dump, "direction", directions[change->direction + 1]);
    bp_dump_word(dump, "verdict", goods[change->good + 1]);
    bp_dump_flag(dump, "provisional", change->provisional);
    bp_dump_end(dump);
}

static void dump_facts(struct bp_dump *dump, const struct bp_facts *facts)
{
    dump_level(dump, "latest", &facts->latest);
    dump_level(dump, "baseline", &facts->baseline);
    dump_level(dump, "rolling", &facts->rolling);
    dump_level(dump, "to-date", &facts->to_date);
    for (int i = 0; i < BP_N_FACTS; i++)
        dump_fact(dump, &facts->changes[i]);
    bp_dump_begin(dump, "points");
    bp_dump_int(dump, "present", facts->present);
    bp_dump_int(dump, "missing", facts->missing);
    bp_dump_int(dump, "suppressed", facts->suppressed);
    bp_dump_int(dump, "gaps", facts->gaps);
    bp_dump_end(dump);
}

void bp_metric_dump(const struct bp_metrics *metrics, struct bp_dump *dump)
{
    struct bp_arena *arena = bp_arena_create();

    bp_dump_begin(dump, "metrics");
    for (int i = 0; i < metrics->n_series; i++) {
        struct bp_facts facts;

        bp_facts_make(&metrics->series[i], &facts, arena);
        bp_dump_begin(dump, "series");
        bp_dump_source(dump, metrics->series[i].source);
        bp_series_dump(&metrics->series[i], dump);
        dump_facts(dump, &facts);
        bp_dump_end(dump);
        bp_arena_reset(arena);
    }
    bp_readings_dump(metrics, dump);
    bp_dump_end(dump);
    bp_arena_destroy(arena);
}
