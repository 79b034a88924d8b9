/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as papers print them and files keep them, rounded without any loss on the way. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 5,3 is 53 of scale 1. */
typedef struct
{
  gint64 digits;
  int    scale;
} TalTestNumber;

/* The Danish number that a text begins with, after a word or a parenthesis; FALSE where
 * there is none.  12.124 is whole. */
gboolean tal_test_number_read_printed (const char *text, TalTestNumber *ret_number);
/* With a decimal point, as in files. */
TalTestNumber tal_test_number_read_stored (const char *text);

/* At so many decimals, halves away from zero. */
gint64 tal_test_number_round (TalTestNumber self, int scale);
/* The same of above ÷ below × factor. */
gint64 tal_test_number_round_ratio (TalTestNumber above,
                                    TalTestNumber below,
                                    TalTestNumber factor,
                                    int           scale);

G_END_DECLS
