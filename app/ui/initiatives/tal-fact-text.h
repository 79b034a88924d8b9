/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a fact at the top of an initiative's page says. */

#pragma once

#include "core/tal-initiative-facts.h"
#include "model/tal-status-table.h"
#include "model/tal-workspace-series.h"

G_BEGIN_DECLS

typedef struct
{
  char *figure;  /* "348", in large */
  char *caption; /* under it: "deltagere (mål 225)" */
  char *name;    /* where it is chosen: the name of the series */
  char *summary; /* and under that: "348 (mål 225)" */
} TalFactText;

/* The words of a fact of the initiative, to be freed; NULL where there is nothing to say.  'read'
 * is what was read of tal_fact_text_list_series; where that is not there yet the figure is "…". */
TalFactText *tal_fact_text_new (const TalInitiativeFact *fact,
                                const TalStatusTable    *statuses,
                                const TalInitiative     *initiative,
                                const TalSeriesStatuses *read);
void         tal_fact_text_free (TalFactText *self);

/* The series that are among the facts, an array of TalInitiativeFact, and that no goal's result
 * is: an array of TalId. */
GArray *tal_fact_text_list_series (const GArray         *facts,
                                   const TalStatusTable *statuses,
                                   const TalInitiative  *initiative);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFactText, tal_fact_text_free)

G_END_DECLS
