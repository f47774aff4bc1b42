/* SPDX-License-Identifier: MIT */
/*
 * Samples as differences from their neighbours, which deflate far better (PNG's filters, ISO/IEC
 * 15948 9.2, which PDF has as predictor 15, ISO 32000-1 7.4.4.4).
 */
#ifndef BP_WRITE_PREDICT_H
#define BP_WRITE_PREDICT_H

#include <glib.h>

#include "base/file.h"

/* Rows of `columns` pixels of `channels` bytes, each row after the number of the filter that leaves
 * least of it. */
GString *bp_predict(const struct bp_bytes *samples, int columns, int channels);

#endif
