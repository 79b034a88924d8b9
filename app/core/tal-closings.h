/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures of a catalogue are locked, and by what.
 *
 * The figures of a plan are those of its initiatives' own series and of every entered series
 * that a goal of theirs rests on, its benchmarks included.  A figure belongs to the period
 * in which its own period ends: the status of 2018 has the figures of January 2017 to July
 * 2018 too.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-closing.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalClosings TalClosings;

/* Of the closings that are in force; holds the catalogue. */
TalClosings *tal_closings_new (const TalCatalogue *catalogue);
void         tal_closings_free (TalClosings *self);

/* Whether nothing is locked at all. */
gboolean tal_closings_is_empty (const TalClosings *self);
/* What locks the figure of a series in a period; NULL where nothing does. */
const TalClosing *tal_closings_find (TalClosings *self, TalId series, TalPeriod period);
/* The series whose figures the closings of a plan lock, or would lock: an array of
 * const TalSeries *, borrowed from the catalogue, each once.  'plan' may be none. */
GPtrArray *tal_closings_list_series (const TalCatalogue *catalogue, TalId plan);
/* The closing in force that the figures of a plan in a period belong to; NULL where they are
 * open. */
const TalClosing *tal_closings_find_in_force (const TalCatalogue *catalogue,
                                              TalId               plan,
                                              TalPeriod           period);
/* The closing of a plan for exactly that period, in force or reopened; NULL where there is
 * none. */
const TalClosing *tal_closings_find_of_plan (const TalCatalogue *catalogue,
                                             TalId               plan,
                                             TalPeriod           period);

/* "Integrationshandleplanen 2019-2023"; of no plan "initiatives without a plan", translated. */
const char *tal_closings_get_plan_name (const TalCatalogue *catalogue, TalId plan);
/* "2023 was closed for Integrationshandleplanen 2019-2023 on 18. juni 2024 by AJ.
 * Reopen …": why a figure cannot be changed, and the way out. */
char *tal_closings_explain (const TalCatalogue *catalogue, const TalClosing *closing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalClosings, tal_closings_free)

G_END_DECLS
