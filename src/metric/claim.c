/* SPDX-License-Identifier: MIT */
#include "metric/claim.h"

#include <string.h>

#include "metric/amount.h"
#include "metric/written.h"

enum { LONGEST_CLIP = 60 };

/* The change in percent, as exact as the figure is written; false: there is none. */
static bool percent_of(const struct bp_metric_phrase *phrase, int scale, struct bp_decimal *percent)
{
    const struct bp_change *change = &phrase->change;

    return change->kind == BP_CHANGE_PERCENT &&
           bp_decimal_ratio(change->difference, change->from.value, 100, scale, percent);
}

/* Whether the figure is the level, in the unit that it is written in. */
static bool is_level(const struct bp_written *written, const struct bp_series *series,
                     struct bp_decimal level)
{
    return !written->points && (!written->percent || series->unit == BP_METRIC_PERCENT) &&
           bp_written_fits(written, level);
}

/* Whether it is the change: percentages change by points, all else in percent and in its unit. */
static bool is_change(const struct bp_written *written, const struct bp_metric_phrase *phrase)
{
    bool points = phrase->change.kind == BP_CHANGE_POINTS;
    struct bp_decimal percent;

    if (written->percent)
        return percent_of(phrase, written->value.scale, &percent) &&
               bp_written_fits(written, percent);
    return (points || !written->points) && bp_written_fits(written, phrase->change.difference);
}

static bool fits(const struct bp_written *written, const struct bp_metric_phrase *phrase,
                 bool first)
{
    const struct bp_change *change = &phrase->change;

    if (phrase->basis == BP_METRIC_NO_CHANGE)
        return is_level(written, phrase->series, phrase->level.value);
    return is_change(written, phrase) ||
           (!first && (is_level(written, phrase->series, change->to.value) ||
                       is_level(written, phrase->series, change->from.value)));
}

/* Which way the words say that it went: -1, 1, or 0 where they say neither or both. */
static int direction_of(const char *claim, const struct bp_written *first,
                        const struct bp_look *look)
{
    bool up = bp_written_says(claim, look, "figure-up");
    bool down = bp_written_says(claim, look, "figure-down");

    return first->sign != 0 ? first->sign : (int)up - (int)down;
}

static bool contradicts(int said, const struct bp_metric_phrase *phrase)
{
    bool change = phrase->basis != BP_METRIC_NO_CHANGE;
    int sign = bp_decimal_sign(change ? phrase->change.difference : phrase->level.value);

    return change ? said != 0 && said != sign : said * sign < 0;
}

/* "+12.3% (+5,659)", or the level, with at least as many decimals as were written. */
static const char *right_figure(const struct bp_metric_phrase *phrase,
                                const struct bp_written *written, struct bp_arena *arena)
{
    bool percents =
        phrase->series->unit != BP_METRIC_PERCENT && (written->percent || written->points);
    int scale = written->power == 0 ? written->value.scale : 0;
    const struct bp_change *change = &phrase->change;
    struct bp_amount_form form = bp_amount_form(phrase->series);
    struct bp_amount_form percent_form = {
        .unit = "%", .decimals = MAX(percents ? scale : 0, 1), .sign = true};
    struct bp_decimal percent;
    const char *difference;

    scale = percents ? 0 : scale;
    form.decimals = MAX(form.decimals, scale);
    if (phrase->basis == BP_METRIC_NO_CHANGE)
        return bp_amount_print(&form, phrase->level.value, arena);
    form.sign = true;
    form.decimals = MAX(bp_change_decimals(phrase->series), scale);
    if (change->kind == BP_CHANGE_POINTS)
        form.unit = "percentage points";
    difference = bp_amount_print(&form, change->difference, arena);
    if (!percent_of(phrase, percent_form.decimals, &percent))
        return difference;
    return bp_arena_printf(arena, "%s (%s)", bp_amount_print(&percent_form, percent, arena),
                           difference);
}

static bool report_wrong(const struct bp_mention *mention, const struct bp_metric_phrase *phrase,
                         const struct bp_written *written, struct bp_arena *arena,
                         struct bp_report *report)
{
    const char *end = mention->claim;

    for (int i = 0; *end && i < LONGEST_CLIP; i++)
        end = g_utf8_next_char(end);
    bp_report_error(report, &mention->source, "wrong-figure",
                    "“%.*s%s” contradicts the series: “%s” is %s; write that, or ${%s} without a "
                    "link, which prints it",
                    (int)(end - mention->claim), mention->claim, *end ? "…" : "",
                    mention->reference, right_figure(phrase, written, arena), mention->reference);
    return false;
}

/* What may still change is to be marked as such. */
static void check_provisional(const struct bp_mention *mention,
                              const struct bp_metric_phrase *phrase, const struct bp_look *look,
                              struct bp_report *report)
{
    if (phrase->provisional && !bp_written_says(mention->claim, look, "provisional") &&
        !bp_written_says(mention->claim, look, "provisionally"))
        bp_report_warning(report, &mention->source, "provisional",
                          "“%s” is provisional; say so between the square brackets, or write ${%s} "
                          "without a link, which does",
                          mention->reference, mention->reference);
}

bool bp_claim_check(const struct bp_mention *mention, const struct bp_metric_phrase *phrase,
                    const struct bp_look *look, struct bp_arena *arena, struct bp_report *report)
{
    const char *claim = mention->claim;
    struct bp_written first, written;

    if (!bp_written_next(claim, claim, look, &first)) {
        bp_report_error(report, &mention->source, "no-figure",
                        "there is no figure between the square brackets of this link to a series; "
                        "write it in digits, or ${%s} without a link",
                        mention->reference);
        return false;
    }
    for (written = first;;) {
        if (!fits(&written, phrase, written.at == first.at))
            return report_wrong(mention, phrase, &written, arena, report);
        if (!bp_written_next(claim, written.at + written.length, look, &written))
            break;
    }
    if (contradicts(direction_of(claim, &first, look), phrase))
        return report_wrong(mention, phrase, &first, arena, report);
    check_provisional(mention, phrase, look, report);
    return true;
}
