/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the files that an entry grid is split over, and for nobody else. */

#pragma once

#include "core/tal-attainment.h"
#include "core/tal-closings.h"
#include "core/tal-finding.h"
#include "model/tal-entry-batch.h"
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

/* A text for a cell, and why it isn't accepted there, or NULL. */
typedef struct
{
  guint row;
  guint column;
  char *text;
  char *reason;
} TalEntryText;

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
  GPtrArray    *rows;     /* of TalEntryRow */
  GArray       *periods;  /* of TalPeriod, oldest first */
  GArray       *added;    /* of TalPeriod, by hand */
  GHashTable   *findings; /* TalRecord → an array of TalFinding, as far as it was asked for */
  GHashTable   *drafts;   /* TalKey of what is edited → TalEntryDraft */
  GHashTable   *notes; /* TalKey of the figure, or of the goal and its period → TalEntryDraft */
  TalClosings  *closings;       /* of the catalogue of the runs; NULL until it is asked for */
  GHashTable   *lock_sentences; /* TalClosing → why its figures cannot be changed */
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
/* What is stored there; NULL where the cell has no figure of its own. */
const TalObservation *tal_entry_grid_find_figure (TalEntryGrid *self, guint row, guint column);
/* What a cell edits, for its draft; FALSE where it edits nothing. */
gboolean tal_entry_grid_find_key (TalEntryGrid *self, guint row, guint column, TalKey *ret_key);

/* An empty array of TalEntryText, and one more at its end. */
GArray *tal_entry_text_list_new (void);
void    tal_entry_text_list_add (GArray *texts, guint row, guint column, const char *text);
/* What the texts mean together; those that mean nothing get their reason. */
TalEntryBatch *tal_entry_grid_read (TalEntryGrid *self, GArray *texts);

/* Stores what is gathered.  Of a block 'sentence' is said when it is done; of one cell the
 * draft of 'key' waits for it.  Either may be NULL. */
void tal_entry_grid_store (TalEntryGrid        *self,
                           const TalEntryBatch *batch,
                           const TalKey        *key,
                           const char          *sentence);

/* What a careful reader would ask about a cell, before that which was answered by keeping its
 * figure; NULL where nothing.  Borrowed until the next change. */
const TalFinding *tal_entry_grid_find_warning (TalEntryGrid *self, guint row, guint column);

void tal_entry_grid_emit_changed (TalEntryGrid *self);
void tal_entry_grid_emit_stored (TalEntryGrid *self, const char *sentence);
void tal_entry_grid_emit_failed (TalEntryGrid *self, const char *sentence);

G_END_DECLS
