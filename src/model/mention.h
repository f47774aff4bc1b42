/* SPDX-License-Identifier: MIT */
/*
 * What a text says of a metric series: "${burglary latest}", which the layout words, or the
 * writer's own figure with a link to the series, [5.2%](series:burglary.change), which is held
 * against it. Load finds the mentions, metric/mention.h fills in what follows from the series, and
 * compose prints it by the layout's wording "mention".
 */
#ifndef BP_MODEL_MENTION_H
#define BP_MODEL_MENTION_H

#include "base/report.h"

/* Kinds of figure, and what it is compared with: as metric/phrase.h counts them. */
struct bp_mention {
    const char *reference;   /* as metric/phrase.h reads it */
    struct bp_source source; /* of "${", or of the link */
    const char *claim;       /* the link's words; NULL: the layout gives the words */
    /* derived: figures as they are printed; NULL: there is none */
    int what;               /* enum bp_metric_what */
    int basis;              /* enum bp_metric_basis */
    int unit;               /* enum bp_metric_unit */
    int direction;          /* of a change: enum bp_direction */
    int insisted;           /* "percent" or "points" was said: that alone is asked for */
    int provisional;        /* it is, or something in it */
    const char *title;      /* the series' */
    const char *value;      /* the level, or what it has come to */
    const char *at;         /* its period, or the last of them */
    const char *since;      /* of several: the first */
    const char *percent;    /* of a change, without a sign; NULL too where it would mislead */
    const char *difference; /* likewise; percentages differ by points, without a unit */
    const char *noun;       /* what is counted, where the difference is not 1 */
    const char *from;       /* the level before */
    const char *from_at;    /* its period */
};

enum bp_direction { BP_DIRECTION_NONE, BP_DIRECTION_UP, BP_DIRECTION_DOWN, BP_DIRECTION_LEVEL };

struct bp_record_type;
extern const struct bp_record_type bp_mention_record;

#endif
