/* SPDX-License-Identifier: MIT */
/* The old place of metric/amount.h, for charts that are written beside its move. */
#ifndef BP_CHART_AMOUNT_H
#define BP_CHART_AMOUNT_H

#include "metric/amount.h"

#endif
