/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The periods of a file, which come again in every series: each short text is read once.  Holds
 * nothing that must be freed; begins as zeros.
 */

#pragma once

#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

#define TAL_PERIOD_MEMORY_SIZE 4096

typedef struct
{
  struct
  {
    guint64   text; /* its bytes; 0 where the place is free */
    TalPeriod period;
  } places[TAL_PERIOD_MEMORY_SIZE];
} TalPeriodMemory;

/* As tal_period_parse, of a text that needn't end with a zero.  FALSE without a reason where it is
 * not a period, or too long to be remembered. */
gboolean tal_period_memory_read (TalPeriodMemory *self,
                                 const char      *text,
                                 gsize            length,
                                 TalPeriod       *ret_period);

G_END_DECLS
