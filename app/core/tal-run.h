/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A run: all observations of one entered series at one moment, an immutable block
 * in the order of tal_period_compare.  Reference-counted, shared between threads.
 */

#pragma once

#include "core/tal-observation.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalRun       TalRun;
typedef struct _TalRunSource TalRunSource;

/* Takes the array of TalObservation *, which are all of that series, in any order
 * and each in a period of its own; it must free its elements. */
TalRun *tal_run_new (TalId series, GPtrArray *observations);
TalRun *tal_run_ref (const TalRun *self);
void    tal_run_unref (TalRun *self);

TalId                 tal_run_get_series (const TalRun *self);
guint                 tal_run_get_length (const TalRun *self);
const TalObservation *tal_run_get_observation (const TalRun *self, guint position);
/* NULL where there is none in exactly that period. */
const TalObservation *tal_run_find (const TalRun *self, TalPeriod period);
/* The same run with another figure in that period, or with none where 'figure' is NULL. */
TalRun *tal_run_change (const TalRun *self, TalPeriod period, const TalObservation *figure);

/* Where runs come from: a database, or a test.  'ref_run' returns a new reference,
 * an empty run for a series without observations, and NULL with an error where the
 * source cannot be read. */
struct _TalRunSource
{
  TalRun *(*ref_run) (TalRunSource *self, TalId series, GError **error);
  /* When any of all figures was changed last, TAL_TIME_NONE where there are none, found sooner than
   * by reading them.  NULL where the source cannot. */
  gboolean (*find_newest) (TalRunSource *self, TalTime *ret_newest, GError **error);
};

TalRun *tal_run_source_ref_run (TalRunSource *self, TalId series, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalRun, tal_run_unref)

G_END_DECLS
