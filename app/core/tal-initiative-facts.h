/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown at the top of an initiative's page: how many of its goals are met, some of its
 * figures, its money.  A person may choose; where nobody has, it follows from what there is.
 */

#pragma once

#include "core/tal-attainment.h"
#include "core/tal-initiative.h"
#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is shown where nobody chose, an array of TalInitiativeFact: how many of the goals are met,
 * the counts of the first that have a result, and the money.  'goals' are the statuses of the
 * initiative's goals in their order. */
GArray *tal_initiative_facts_list_default (const TalCatalogue  *catalogue,
                                           const TalInitiative *initiative,
                                           const TalGoalStatus *goals,
                                           guint                n_goals);
/* What is shown: the chosen ones, else those. */
GArray *tal_initiative_facts_list (const TalCatalogue  *catalogue,
                                   const TalInitiative *initiative,
                                   const TalGoalStatus *goals,
                                   guint                n_goals);
/* Everything that can be chosen, those that are shown first: what the goals are measured by in
 * their order, then the initiative's other series. */
GArray *tal_initiative_facts_list_choices (const TalCatalogue  *catalogue,
                                           const TalInitiative *initiative,
                                           const TalGoalStatus *goals,
                                           guint                n_goals);
/* The first of the goals whose result is the fact; NULL where none is. */
const TalGoalStatus *tal_initiative_facts_find_goal (const TalInitiativeFact *fact,
                                                     const TalGoalStatus     *goals,
                                                     guint                    n_goals);

/* What a person asks for. */
typedef struct
{
  TalId   initiative;
  GArray *facts; /* of TalInitiativeFact; owned; empty takes the choice back */
} TalFactsRequest;

/* References the array, which must not be changed any more. */
TalFactsRequest *tal_facts_request_new (TalId initiative, GArray *facts);
void             tal_facts_request_free (TalFactsRequest *self);
/* A TalChangeMaker.  TAL_ERROR_NOT_FOUND where the initiative isn't there. */
TalChangeSet *tal_initiative_facts_choose (const TalCatalogue *catalogue,
                                           TalRunSource       *runs,
                                           const TalWriter    *writer,
                                           gconstpointer       facts_request,
                                           GError            **error);

/* Adds to 'changes' that no initiative that stays shows a series that they remove. */
void tal_initiative_facts_forget_removed (const TalCatalogue *catalogue,
                                          const TalWriter    *writer,
                                          TalChangeSet       *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFactsRequest, tal_facts_request_free)

G_END_DECLS
