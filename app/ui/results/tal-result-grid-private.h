/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the files that a result grid is split over, and for nobody else. */

#pragma once

#include "ui/results/tal-result-grid.h"

G_BEGIN_DECLS

/* How an edit began, which says what the arrow keys do. */
typedef enum
{
  TAL_RESULT_EDIT_NONE,
  TAL_RESULT_EDIT_REPLACING, /* by typing: arrows leave the cell */
  TAL_RESULT_EDIT_WITHIN,    /* by F2 or a double click: arrows move in the text */
} TalResultEdit;

struct _TalResultGrid
{
  GtkWidget parent_instance;

  TalEntryGrid       *model;
  GSignalGroup       *signals;
  TalResultColumns   *columns;
  GtkAdjustment      *adjustments[2]; /* by GtkOrientation; NULL until it is scrolled */
  GtkScrollablePolicy policies[2];
  GPtrArray          *rows; /* of TalResultRow, borrowed from the widget tree */
  GtkWidget          *headings;
  GtkText            *text; /* over the active cell while it is edited */
  int                 row_height;
  gboolean            compact;
  gboolean            stale; /* since columns were placed and rows shown */
  int                 width; /* then */
  int                 height;
  guint               row; /* the active cell */
  guint               column;
  guint               anchor_row; /* the selection's other corner */
  guint               anchor_column;
  guint               run_column; /* where a run of Tabs began; G_MAXUINT outside one */
  TalResultEdit       edit;
  gboolean            focus_wanted; /* as soon as there is a cell */
  GtkWidget          *popover;      /* that is open over a cell, or NULL */
};

/* Shows what is seen now; with 'again' also what was seen before. */
void tal_result_grid_show_rows (TalResultGrid *self);
void tal_result_grid_emit_moved (TalResultGrid *self);
int  tal_result_grid_count_page (TalResultGrid *self);

/* Where the active cell is, in the grid. */
graphene_rect_t tal_result_grid_get_active_area (TalResultGrid *self);
void            tal_result_grid_scroll_to_active (TalResultGrid *self);
void            tal_result_grid_focus_active (TalResultGrid *self);

/* Makes a cell active; 'extend' keeps the selection's other corner. */
void tal_result_grid_activate (TalResultGrid *self, guint row, guint column, gboolean extend);
/* By rows, which passes over headings, and by columns. */
void tal_result_grid_move (TalResultGrid *self, int rows, int columns, gboolean extend);
/* To the next cell that can be edited; FALSE where there is none. */
gboolean tal_result_grid_move_on (TalResultGrid *self, int step);
void     tal_result_grid_select_all (TalResultGrid *self);
/* Makes that cell active where somebody who comes to enter figures begins. */
void tal_result_grid_find_first (TalResultGrid *self);

/* With 'text' in the cell's place, or its own text where that is NULL. */
void tal_result_grid_start_edit (TalResultGrid *self, TalResultEdit edit, const char *text);

/* Of the cells that are chosen. */
TalEntryRange tal_result_grid_get_range (TalResultGrid *self);
void          tal_result_grid_copy (TalResultGrid *self);
void          tal_result_grid_paste (TalResultGrid *self);

void tal_result_grid_add_controllers (TalResultGrid *self);

G_END_DECLS
