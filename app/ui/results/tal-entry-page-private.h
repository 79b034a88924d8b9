/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the files that the entry page is split over, and for nobody else: tal-entry-page.c shows
 * the grid, tal-entry-page-closing.c closes its period and reopens it. */

#pragma once

#include "ui/results/tal-entry-page.h"
#include "ui/results/tal-entry-problems.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _TalEntryPage
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  TalEntryGrid *model;
  GArray       *plans; /* of TalId, as they are in the list */
  gboolean      updating;
  gboolean      saving;

  GtkWidget        *box;
  GtkDropDown      *plan_chooser;
  GtkDropDown      *period_chooser;
  GtkPopover       *period_popover;
  GtkEntry         *period_entry;
  GtkLabel         *period_problem;
  GtkToggleButton  *goals_toggle;
  GtkToggleButton  *series_toggle;
  GtkMenuButton    *check_button;
  GtkPopover       *check_popover;
  TalEntryProblems *problems;
  GtkWidget        *closed_line;
  GtkLabel         *closed_label;
  GtkButton        *next_button;
  GtkStack         *stack;
  AdwStatusPage    *error_page;
  TalResultGrid    *grid;
  GtkLabel         *place;
  GtkLabel         *message;
  GtkLabel         *saved;
  GtkLabel         *sum;
};

/* Makes it the chosen period, and one of those to choose. */
void tal_entry_page_show_period (TalEntryPage *self, TalPeriod period);

/* What says whether the period is closed, and what can be done about it. */
void tal_entry_page_update_closing (TalEntryPage *self);
void tal_entry_page_install_closing (GtkWidgetClass *widget_class);

G_END_DECLS
