/* SPDX-License-Identifier: MIT */
#include "metric/mention.h"

#include <string.h>

#include "metric/amount.h"
#include "metric/claim.h"

/* What a mention is told with. */
struct telling {
    const struct bp_look *look;
    struct bp_arena *arena;
};

static struct bp_decimal absolute(struct bp_decimal value)
{
    return value.digits < 0 ? bp_decimal_negate(value) : value;
}

static const char *label(const struct telling *telling, struct bp_period period)
{
    return bp_period_label(period, telling->look->months, telling->arena);
}

static const char *level_words(const struct telling *telling, const struct bp_series *series,
                               struct bp_decimal value)
{
    const struct bp_amount_form form = bp_amount_form(series);

    return bp_amount_print(&form, value, telling->arena);
}

/* Counted things are named where there are several of them. */
static const char *noun_of(const struct bp_series *series, struct bp_decimal count)
{
    struct bp_decimal rounded = bp_decimal_round(absolute(count), series->decimals);

    return bp_decimal_compare(rounded, bp_decimal_whole(1)) == 0 ? NULL : series->noun.text;
}

static void tell_change(const struct telling *telling, const struct bp_metric_phrase *phrase,
                        struct bp_mention *mention)
{
    const struct bp_series *series = phrase->series;
    const struct bp_change *change = &phrase->change;
    struct bp_amount_form form = bp_amount_form(series);
    const struct bp_amount_form percent = {.unit = "%", .decimals = 1};

    mention->direction = change->direction > 0   ? BP_DIRECTION_UP
                         : change->direction < 0 ? BP_DIRECTION_DOWN
                                                 : BP_DIRECTION_LEVEL;
    form.decimals = bp_change_decimals(series);
    if (change->kind == BP_CHANGE_POINTS)
        form.unit = NULL;
    mention->difference = bp_amount_print(&form, absolute(change->difference), telling->arena);
    mention->noun = noun_of(series, change->difference);
    /* a change that rounds to 0.0% is told by the difference alone */
    if (change->kind == BP_CHANGE_PERCENT &&
        (bp_decimal_sign(change->percent) != 0 || phrase->insisted))
        mention->percent = bp_amount_print(&percent, absolute(change->percent), telling->arena);
    mention->from = level_words(telling, series, change->from.value);
    mention->from_at = label(telling, change->from.until);
}

void bp_mention_tell(const struct bp_metric_phrase *phrase, const struct bp_look *look,
                     struct bp_arena *arena, struct bp_mention *mention)
{
    const struct telling telling = {look, arena};
    const struct bp_series *series = phrase->series;
    const struct bp_level *level = &phrase->level;

    mention->what = (int)phrase->what;
    mention->basis = (int)phrase->basis;
    mention->unit = (int)series->unit;
    mention->insisted = phrase->insisted;
    mention->provisional = phrase->provisional;
    mention->title = series->title.text;
    mention->value = level_words(&telling, series, level->value);
    mention->at = label(&telling, level->until);
    if (level->from.index != level->until.index)
        mention->since = label(&telling, level->from);
    if (phrase->basis != BP_METRIC_NO_CHANGE)
        tell_change(&telling, phrase, mention);
}

/* Forgotten, it would be printed as it stands. */
static bool report_no_metrics(const struct bp_mention *mention, struct bp_report *report)
{
    bp_report_error(report, &mention->source, "no-metrics",
                    mention->claim
                        ? "this link is to a series, and this file has none; write “metrics: ” at "
                          "its left edge, and the path of the file that has them"
                        : "“${” is for figures of a series, and this file has none; write "
                          "“metrics: ” at its left edge, and the path of the file that has them, "
                          "or $${ for the signs themselves");
    return false;
}

bool bp_mentions_tell(const struct bp_data *data, const struct bp_look *look,
                      struct bp_arena *arena, struct bp_report *report)
{
    bool good = true;

    if (!data->metrics && data->n_mentions > 0)
        return report_no_metrics(data->mentions[0], report);
    for (int i = 0; i < data->n_mentions; i++) {
        struct bp_mention *mention = data->mentions[i];
        struct bp_metric_phrase phrase;

        if (!bp_metric_phrase_read(data->metrics, mention->reference, &mention->source, &phrase,
                                   arena, report))
            good = false;
        else if (mention->claim)
            good = bp_claim_check(mention, &phrase, look, arena, report) && good;
        else
            bp_mention_tell(&phrase, look, arena, mention);
    }
    return good;
}
