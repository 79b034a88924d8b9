/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That the figures of a plan are closed for a period: they have been published and stand.
 * Reopening it takes a reason and is written in the same record, so that what locks the
 * figures also says who opened them again and why.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalRecord record;
  TalId     plan; /* none: of the initiatives that have no plan */
  TalPeriod period;
  TalDay    closed_on;
  TalDay    reopened_on; /* TAL_DAY_NONE while it is closed */
  char     *closed_by;
  char     *reopened_by;
  char     *reason; /* why it was reopened */
} TalClosing;

#define TAL_CLOSING(record) \
  ((const TalClosing *)tal_record_check ((const TalRecord *)(record), TAL_KIND_CLOSING))

extern const TalStructure tal_closing_structure;

/* Whether it locks figures now. */
gboolean tal_closing_is_in_force (const TalClosing *self);

G_END_DECLS
