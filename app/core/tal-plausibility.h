/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Distrusts the figures of a collection as a careful administrator does: totals against
 * their parts, shares against what they are shares of, results against goals, money against
 * its stated total, and text that should not be there.
 *
 * It changes nothing and decides nothing; a figure that agrees, or whose difference is no
 * larger than what its shown decimals hide, gives no finding or a mere note.  A series is
 * looked at alone, with those it is made of: no more is in memory than their runs.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-finding.h"
#include "core/tal-goal-past.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

/* How many findings of one rule about one record are told apart; the rest is one more
 * finding that says how many. */
#define TAL_PLAUSIBILITY_MOST_OF_ONE 20

/* Adds TalFindings to the list, in the order of the records.  FALSE with the run source's
 * error; the list may have grown then.  'past' is how the goals once stood, or NULL where that is
 * not known; 'today' is the day it is asked on. */
gboolean tal_plausibility_check (const TalCatalogue *catalogue,
                                 TalRunSource       *runs,
                                 const TalGoalPast  *past,
                                 TalDay              today,
                                 GPtrArray          *findings,
                                 GError            **error);

/* The same of one series with what it is made of and what is kept a second time, or of one
 * goal: for whoever is at work on it. */
gboolean tal_plausibility_check_one_series (const TalCatalogue *catalogue,
                                            TalRunSource       *runs,
                                            const TalSeries    *series,
                                            TalDay              today,
                                            GPtrArray          *findings,
                                            GError            **error);
gboolean tal_plausibility_check_one_goal (const TalCatalogue *catalogue,
                                          TalRunSource       *runs,
                                          const TalGoalPast  *past,
                                          const TalGoal      *goal,
                                          TalDay              today,
                                          GPtrArray          *findings,
                                          GError            **error);
/* The same of an initiative: itself, its series and what its goals are measured by, and its
 * goals. */
gboolean tal_plausibility_check_one_initiative (const TalCatalogue  *catalogue,
                                                TalRunSource        *runs,
                                                const TalGoalPast   *past,
                                                const TalInitiative *initiative,
                                                TalDay               today,
                                                GPtrArray           *findings,
                                                GError             **error);

G_END_DECLS
