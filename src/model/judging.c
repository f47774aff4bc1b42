/* SPDX-License-Identifier: MIT */
#include "model/judging.h"

#include <stddef.h>

const char *const bp_spc_profiles[] = {"mdc", "plotthedots", "anhoej", NULL};
const char *const bp_spc_charts[] = {"xmr", "p", "u", "c", NULL};
