/* SPDX-License-Identifier: MIT */
/* What is wrong with a picture. */
#ifndef BP_PICTURE_FAULT_H
#define BP_PICTURE_FAULT_H

#include <stdbool.h>

#include "model/picture.h"

/* Reports at the place that names the picture, the text after the picture's path; gives false. */
bool bp_picture_fault(const struct bp_picture *picture, struct bp_report *report, const char *code,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
