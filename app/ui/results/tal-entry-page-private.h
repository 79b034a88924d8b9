/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the files that the entry page is split over, and for nobody else: tal-entry-page.c shows
 * the grid, tal-entry-page-closing.c closes its period and reopens it, tal-entry-page-due.c lists
 * what is due, tal-entry-page-offer.c offers what was meant. */

#pragma once

#include "ui/results/tal-entry-dues.h"
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
  gboolean      compact_rows;
  gboolean      focus_wanted;  /* by the grid, as soon as it is read */
  TalDueList   *due_list;      /* NULL until it is known */
  GCancellable *listing;       /* NULL unless it is on its way */
  guint         due_timeout;   /* until it is asked for; 0 for none */
  TalId         wanted_goal;   /* where to go as soon as its plan is read; none for nowhere */
  TalPeriod     wanted_period; /* then */

  GtkWidget        *box;
  GtkWidget        *bar;
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
  GtkMenuButton    *due_button;
  GtkPopover       *due_popover;
  TalEntryDues     *dues;
  GtkWidget        *closed_line;
  GtkLabel         *closed_label;
  GtkButton        *next_button;
  GtkStack         *stack;
  AdwStatusPage    *error_page;
  TalResultGrid    *grid;
  GtkLabel         *place;
  GtkLabel         *message;
  GtkButton        *offer_button;
  GtkButton        *explain_button;
  GtkButton        *keep_button;
  GtkLabel         *saved;
  GtkLabel         *sum;
};

/* Makes it the chosen plan. */
void tal_entry_page_show_plan (TalEntryPage *self, TalId plan);
/* Makes it the chosen period, and one of those to choose. */
void tal_entry_page_show_period (TalEntryPage *self, TalPeriod period);

/* What says whether the period is closed, and what can be done about it. */
void tal_entry_page_update_closing (TalEntryPage *self);
void tal_entry_page_install_closing (GtkWidgetClass *widget_class);

/* Looks anew what is due, when the page is seen and a rest has passed. */
void tal_entry_page_update_dues (TalEntryPage *self);
void tal_entry_page_stop_dues (TalEntryPage *self);
/* Goes to the goal that was chosen among what is due, once its plan is read. */
void tal_entry_page_follow_due (TalEntryPage *self);
void tal_entry_page_bind_dues (GtkWidgetClass *widget_class);

/* Offers what was probably meant while the active cell holds a text that is refused, and to keep
 * its figure while there is a warning of it. */
void tal_entry_page_update_offer (TalEntryPage *self);
void tal_entry_page_bind_offers (GtkWidgetClass *widget_class);

G_END_DECLS
