/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That an object was removed: nothing exchanged is deleted without a trace, since
 * the other departments must hear of it.  Its id is the removed object's.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalRecord record;
  TalKind   removed; /* TAL_KIND_UNIT to TAL_KIND_CLOSING */
  TalPeriod period;  /* of a removed observation */
} TalRemoval;

#define TAL_REMOVAL(record) \
  ((const TalRemoval *)tal_record_check ((const TalRecord *)(record), TAL_KIND_REMOVAL))

extern const TalStructure tal_removal_structure;

G_END_DECLS
