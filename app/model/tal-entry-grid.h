/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid in which a plan's results are entered, as rows and columns: goals with their parts
 * in one period, or series with a column for each period.
 *
 * It lives in the main thread.  It reads the figures of a plan once, by the workspace's thread,
 * and follows what is committed from then on.  What is typed becomes one change set; what is
 * refused stays in its cell as it was typed, with the reason, until it is corrected, whatever
 * is shown in between.
 *
 * "leaving" is emitted before rows, columns or the period become others, so that what is being
 * typed can be put where it belongs; "reset" when there are other rows or columns, "changed" when cells may say
 * something else, "stored" with a sentence when something was done to several cells at once.
 */

#pragma once

#include "base/tal-cell-block.h"
#include "core/tal-closing.h"
#include "model/tal-entry-cell.h"
#include "model/tal-workspace.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TAL_TYPE_ENTRY_GRID (tal_entry_grid_get_type ())

G_DECLARE_FINAL_TYPE (TalEntryGrid, tal_entry_grid, TAL, ENTRY_GRID, GObject)

typedef enum
{
  TAL_ENTRY_MODE_GOALS,
  TAL_ENTRY_MODE_SERIES,
} TalEntryMode;

/* The columns of goals. */
typedef enum
{
  TAL_ENTRY_COLUMN_REQUIREMENT,
  TAL_ENTRY_COLUMN_NUMERATOR,
  TAL_ENTRY_COLUMN_DENOMINATOR,
  TAL_ENTRY_COLUMN_RESULT,
  TAL_ENTRY_COLUMN_STATE,
  TAL_ENTRY_COLUMN_VERDICT,
} TalEntryColumn;

#define TAL_N_ENTRY_COLUMNS (TAL_ENTRY_COLUMN_VERDICT + 1)

/* A block of cells. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} TalEntryRange;

TalEntryGrid *tal_entry_grid_new (void);

/* NULL lets go of the one there was, and of everything that was typed and refused. */
void         tal_entry_grid_set_workspace (TalEntryGrid *self, TalWorkspace *workspace);
void         tal_entry_grid_set_mode (TalEntryGrid *self, TalEntryMode mode);
TalEntryMode tal_entry_grid_get_mode (TalEntryGrid *self);
void         tal_entry_grid_set_plan (TalEntryGrid *self, TalId plan);
TalId        tal_entry_grid_get_plan (TalEntryGrid *self);
/* Of goals; unset until the plan is read, and then its newest one. */
void      tal_entry_grid_set_period (TalEntryGrid *self, TalPeriod period);
TalPeriod tal_entry_grid_get_period (TalEntryGrid *self);
/* The periods that can be chosen, oldest first: those with figures or targets, and those that
 * were added.  Borrowed. */
const GArray *tal_entry_grid_get_periods (TalEntryGrid *self);
/* A period that may have no figures yet: one more to choose, and a column of series. */
void tal_entry_grid_add_period (TalEntryGrid *self, TalPeriod period);

/* Whether the plan has been read. */
gboolean tal_entry_grid_is_loaded (TalEntryGrid *self);
/* Why it could not be; NULL where it could. */
const char *tal_entry_grid_get_problem (TalEntryGrid *self);

guint tal_entry_grid_get_n_rows (TalEntryGrid *self);
guint tal_entry_grid_get_n_columns (TalEntryGrid *self);
/* Over a column; to be freed. */
char    *tal_entry_grid_dup_heading (TalEntryGrid *self, guint column);
gboolean tal_entry_grid_is_numeric (TalEntryGrid *self, guint column);
/* A row that only names the initiative of those below it. */
gboolean tal_entry_grid_is_heading (TalEntryGrid *self, guint row);
/* "5" and the goal's wording, or the name of the series; of a heading the initiative's.
 * Borrowed; the number is "" where there is none. */
const char *tal_entry_grid_get_number (TalEntryGrid *self, guint row);
const char *tal_entry_grid_get_title (TalEntryGrid *self, guint row);
/* The row of a goal; FALSE where it has none. */
gboolean tal_entry_grid_find_goal (TalEntryGrid *self, TalId goal, guint *ret_row);
/* Of a heading: "2 af 3". */
char *tal_entry_grid_dup_summary (TalEntryGrid *self, guint row);

/* Fills an empty cell, to be cleared; nothing for a cell of a heading. */
void tal_entry_grid_load_cell (TalEntryGrid *self, guint row, guint column, TalEntryCell *ret_cell);
gboolean tal_entry_grid_is_editable (TalEntryGrid *self, guint row, guint column);
/* Why a cell that could be edited cannot be now, as a sentence: because its period is closed or
 * the collection is read-only; NULL where it can.  Borrowed. */
const char *tal_entry_grid_get_lock (TalEntryGrid *self, guint row, guint column);
/* The same of the first such cell of a block. */
const char *tal_entry_grid_find_lock (TalEntryGrid *self, const TalEntryRange *range);
/* Whether a goal's figures cannot be changed in the period; FALSE for every row of a series,
 * whose cells say it one by one. */
gboolean tal_entry_grid_is_row_locked (TalEntryGrid *self, guint row);
/* What closes the chosen period for the plan; NULL where nothing does.  Borrowed. */
const TalClosing *tal_entry_grid_find_closing (TalEntryGrid *self);
/* How many goals that should have a result in the chosen period have none. */
guint tal_entry_grid_count_unreported (TalEntryGrid *self);
/* What stands in the cell while it is edited: the refused text where there is one. */
char *tal_entry_grid_dup_typed (TalEntryGrid *self, guint row, guint column);
/* What is counted there and what it was before: "Antal borgere. 2022: 171." */
char *tal_entry_grid_dup_detail (TalEntryGrid *self, guint row, guint column);

/* Puts a typed text into a cell.  FALSE where it is refused: then the cell says why. */
gboolean tal_entry_grid_type (TalEntryGrid *self, guint row, guint column, const char *text);
/* A block as it is copied: without the rows of headings.  To be freed. */
TalCellBlock *tal_entry_grid_copy (TalEntryGrid *self, const TalEntryRange *range);
/* Takes the figures of a block away; those that are computed stay. */
void tal_entry_grid_clear (TalEntryGrid *self, const TalEntryRange *range);
/* Puts what stands in a block's first row into the others. */
void tal_entry_grid_fill_down (TalEntryGrid *self, const TalEntryRange *range);
/* Marks the block's figures as preliminary, or as final where all of them are. */
void tal_entry_grid_toggle_state (TalEntryGrid *self, const TalEntryRange *range);
/* The numbers of a block added up, and how many of its cells lack one that is due. */
char *tal_entry_grid_dup_sum (TalEntryGrid *self, const TalEntryRange *range);

/* The words beside a cell: the remark on its figure, or beside a verdict the explanation of it;
 * those that are on their way or refused where there are any.  NULL where there are none. */
const char *tal_entry_grid_get_note (TalEntryGrid *self, guint row, guint column);
/* Why they are refused; NULL where they aren't. */
const char *tal_entry_grid_get_note_problem (TalEntryGrid *self, guint row, guint column);
/* FALSE where there is neither a figure to remark upon nor a verdict to explain. */
gboolean tal_entry_grid_can_note (TalEntryGrid *self, guint row, guint column);
/* Whether the words are the explanation of a goal that was not met. */
gboolean tal_entry_grid_can_explain (TalEntryGrid *self, guint row, guint column);
gboolean tal_entry_grid_is_note_editable (TalEntryGrid *self, guint row, guint column);
/* "" takes the words away.  "failed" says why they are refused; they are kept until others are
 * put. */
void tal_entry_grid_set_note (TalEntryGrid *self, guint row, guint column, const char *note);

/* Whether the warnings of a cell are about its figure and may be kept: then it is right in the
 * eyes of whoever says so, until it becomes another. */
gboolean tal_entry_grid_can_keep (TalEntryGrid *self, guint row, guint column);
/* Keeps the figures of a block that are asked about, or with 'kept' FALSE has those asked about
 * again that were kept.  Where there are none, "failed" says why. */
void tal_entry_grid_keep (TalEntryGrid *self, const TalEntryRange *range, gboolean kept);

/* A cell with a warning or an error. */
typedef struct
{
  guint       row;
  guint       column;
  gboolean    refused;
  gboolean    kept;     /* nobody needs to look at it again */
  const char *sentence; /* borrowed until the next change */
} TalEntryProblem;

/* Every cell that has one, in reading order: an array of TalEntryProblem. */
GArray *tal_entry_grid_list_problems (TalEntryGrid *self);

/* What was probably meant by the refused text of a cell; NULL where nothing is obvious. */
char *tal_entry_grid_dup_offer (TalEntryGrid *self, guint row, guint column);
/* Takes back a refused text; FALSE where there was none. */
gboolean tal_entry_grid_revert (TalEntryGrid *self, guint row, guint column);
/* How many cells hold a text that is not stored. */
guint tal_entry_grid_count_refused (TalEntryGrid *self);

G_END_DECLS
