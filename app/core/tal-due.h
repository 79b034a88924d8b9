/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody still has to enter, and by which day: results of periods that end, and the
 * final figures that were promised for preliminary ones.
 *
 * A goal whose newest result is of a part of its target's period owes the whole of it; one
 * that is measured by years, half-years and the like owes the next of the same kind, and each
 * one since.  One without any result owes its target's period, or its measuring period; where
 * neither is said ("all" needs no target) the year that its initiative or its plan begins in,
 * and the years since.  Nothing is owed beyond the last day of the initiative or its plan, of an
 * initiative that has ended, or in a period that is closed.
 */

#pragma once

#include "core/tal-attainment.h"
#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

/* The most periods that one goal is said to owe. */
#define TAL_DUE_MAX_PERIODS 24

typedef enum
{
  TAL_DUE_RESULT, /* there is none for the period */
  TAL_DUE_FINAL,  /* there is one that isn't final */
} TalDueKind;

typedef struct
{
  const TalGoal *goal; /* borrowed from the catalogue */
  TalDueKind     kind;
  TalPeriod      period;
  TalDay         day; /* the last day of the period, or on which the final figure was promised;
                         TAL_DAY_NONE where none was */
} TalDue;

/* What is owed on 'today' or within 'horizon' days from it, by day (those without one last)
 * and then as the goals stand: an array of TalDue.  'statuses' are the goals' newest results:
 * 'n_statuses' of TalGoalStatus, borrowed. */
GArray *tal_due_list (const TalCatalogue  *catalogue,
                      const TalGoalStatus *statuses,
                      guint                n_statuses,
                      TalDay               today,
                      int                  horizon);

/* Whether its day has passed. */
gboolean tal_due_is_overdue (const TalDue *self, TalDay today);

G_END_DECLS
