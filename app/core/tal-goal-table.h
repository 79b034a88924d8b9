/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The committee's table of goals and how they stand: "Tabel 1. Målsætninger og status for
 * Integrationshandleplanen i 2023".  The same table is read on the screen, copied, and put into
 * papers.  It writes Danish by rule, whatever the language of the program.
 */

#pragma once

#include "core/tal-attainment.h"
#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_GOAL_TABLE_INITIATIVES, /* initiative and money | goals | status */
  TAL_GOAL_TABLE_CONTENTS,    /* goal | contents | wanted level | reached level */
  TAL_GOAL_TABLE_INDICATORS,  /* indicator | wanted level | reached level | status */
} TalGoalTableLayout;

#define TAL_N_GOAL_TABLE_LAYOUTS (TAL_GOAL_TABLE_INDICATORS + 1)

typedef enum
{
  TAL_GOAL_TABLE_MONEY = 1 << 0,       /* what is set aside, below the initiative's name */
  TAL_GOAL_TABLE_COUNTS = 1 << 1,      /* the counts behind a share */
  TAL_GOAL_TABLE_NOTE = 1 << 2,        /* how each goal was measured, below the table */
  TAL_GOAL_TABLE_MISSED_ONLY = 1 << 3, /* only the goals that were not met */
} TalGoalTableOptions;

typedef struct
{
  TalId  goal;
  char **cells;  /* one a column; "" where the cell above reaches down into it */
  char  *spoken; /* the whole sentence for who hears it */
} TalGoalTableRow;

typedef struct
{
  char      *title;
  char     **headings; /* one a column */
  GPtrArray *rows;     /* of TalGoalTableRow */
  char      *note;     /* a paragraph below; NULL for none */
} TalGoalTable;

/* Of an array of statuses in the order of the table; those of one initiative after one
 * another. */
TalGoalTable *tal_goal_table_new (const TalCatalogue  *catalogue,
                                  const TalGoalStatus *goals,
                                  guint                n_goals,
                                  TalGoalTableLayout   layout,
                                  TalGoalTableOptions  options);
void          tal_goal_table_free (TalGoalTable *self);

/* With tabs and line ends, headings first, as spreadsheets take it. */
char *tal_goal_table_to_tabs (const TalGoalTable *self);
/* A table with caption and headings; a cell that reaches down spans its rows. */
char *tal_goal_table_to_html (const TalGoalTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalGoalTable, tal_goal_table_free)

G_END_DECLS
