/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the files that an entry grid is split over, and for nobody else. */

#pragma once

#include "core/tal-attainment.h"
#include "model/tal-entry-grid.h"
#include "model/tal-entry-runs.h"

G_BEGIN_DECLS

/* Its pointers are borrowed from the catalogue of the runs. */
typedef struct
{
  const TalRecord *heading;            /* an initiative or a plan; NULL in a row of figures */
  const TalGoal   *goal;               /* NULL in a row of a series */
  const TalSeries *shown;              /* the result, or the series; NULL of a goal without */
  const TalSeries *parts[TAL_N_PARTS]; /* that is entered in a column; NULL where none is */
  const TalGoal   *lender;             /* whose figure the denominator is; NULL where its own */
  char            *number;
  TalGoalStatus    status; /* valid while 'assessed' */
  gboolean         assessed;
} TalEntryRow;

/* What was typed into a cell and is not shown by what is stored. */
typedef struct
{
  char *text;
  char *reason; /* why it is refused; NULL while it is on its way to the disk */
} TalEntryDraft;

struct _TalEntryGrid
{
  GObject parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  TalEntryMode  mode;
  TalId         plan;
  TalPeriod     period;
  GCancellable *loading; /* NULL unless a plan is on its way */
  TalEntryRuns *runs;    /* NULL until one is read */
  char         *problem;
  GPtrArray    *rows;    /* of TalEntryRow */
  GArray       *periods; /* of TalPeriod, oldest first */
  GArray       *added;   /* of TalPeriod, by hand */
  GHashTable   *drafts;  /* TalKey of what is edited → TalEntryDraft */
};

/* Makes the rows and periods of what is read. */
void tal_entry_grid_make_rows (TalEntryGrid *self);
void tal_entry_grid_forget_statuses (TalEntryGrid *self);

TalEntryRow         *tal_entry_grid_get_row (TalEntryGrid *self, guint row);
const TalGoalStatus *tal_entry_grid_get_status (TalEntryGrid *self, TalEntryRow *row);
/* The entered series and the period of a cell; NULL where nothing is entered there. */
const TalSeries *tal_entry_grid_find_target (TalEntryGrid *self,
                                             guint         row,
                                             guint         column,
                                             TalPeriod    *ret_period);
/* What a cell edits, for its draft; FALSE where it edits nothing. */
gboolean tal_entry_grid_find_key (TalEntryGrid *self, guint row, guint column, TalKey *ret_key);
/* Why a cell that could be edited cannot be now, as a sentence; NULL where it can. */
const char *tal_entry_grid_find_lock (TalEntryGrid *self, guint row, guint column);

void tal_entry_grid_emit_changed (TalEntryGrid *self);
void tal_entry_grid_emit_stored (TalEntryGrid *self, const char *sentence);

G_END_DECLS
