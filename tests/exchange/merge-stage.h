/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Departments with collections in memory that send each other files: BIF, whose figures the
 * fixture has, and SOF, who has got them.
 */

#pragma once

#include "core/tal-goal.h"
#include "exchange/memory-collection.h"
#include "exchange/tal-merge.h"

#include <glib.h>

G_BEGIN_DECLS

/* The ids of the fixture. */
enum
{
  UNIT_BIF = 1,
  UNIT_SOF = 2,
  PLAN = 21,
  INITIATIVE = 31,
  SERIES = 41,
  GOAL = 51,
};

TalBundle *send_bundle (MemoryCollection *from);
/* Only what has changed since the last time it was asked for. */
TalBundle *send_delta (MemoryCollection *from);
/* What is taken of it, and every conflict decided so, or left open. */
TalChangeSet        *take_changes (TalMerge *merge, TalChoice choice);
guint                count_conflicts (const TalMerge *merge);
guint                count_breaches (const TalMerge *merge);
const TalDifference *get_conflict (const TalMerge *merge, guint number);
/* Sends everything from one to the other, who takes it in without a conflict. */
void              exchange_all (MemoryCollection *from, MemoryCollection *to);
MemoryCollection *load_bif (void);
/* SOF's collection, which has got all that BIF has. */
MemoryCollection *make_other (MemoryCollection *bif);
gpointer          copy_record (MemoryCollection *collection, TalKind kind, guint number);
TalKey            make_observation_key (guint series, const char *text);
void   set_value (MemoryCollection *collection, guint series, const char *period, gint64 value);
gint64 get_value (MemoryCollection *collection, guint series, const char *period);
void   set_wording (MemoryCollection *collection, const char *wording);
void   set_note (MemoryCollection *collection, const char *note);
const TalGoal *get_goal (MemoryCollection *collection);

G_END_DECLS
