/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of TalOverviewList share. */

#pragma once

#include "ui/overview/tal-overview-list.h"

G_BEGIN_DECLS

/* Pixels of a step, and of what stays in sight of a page when the next is gone to. */
#define TAL_OVERVIEW_LIST_STEP 50

/* A widget, and what it shows at present. */
typedef struct
{
  GtkWidget      *widget;
  TalOverviewKind kind;
  guint           place; /* G_MAXUINT while it is free */
} TalOverviewSlot;

struct _TalOverviewList
{
  GtkWidget parent_instance;

  TalStatusTable    *statuses; /* NULL before any are shown */
  TalOverviewPlaces *places;
  gboolean           summed;

  GtkWidget *filters;
  GArray    *slots;   /* of TalOverviewSlot */
  GPtrArray *cards;   /* of GtkWidget *, behind the rows of a plan each */
  guint      n_cards; /* of them that are seen */
  guint      idle;    /* makes spare widgets; 0 while there are enough */

  /* What is at the upper edge, and how much of it is above. */
  guint anchor;
  int   offset;
  guint wanted; /* the place to be brought into sight; G_MAXUINT for none */

  int                 width;
  GtkAdjustment      *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
};

/* Pixels above the upper edge. */
int  tal_overview_list_get_scroll (TalOverviewList *self);
void tal_overview_list_anchor_at (TalOverviewList *self, int scroll);
/* Where a place ends, in pixels from the top of everything. */
int tal_overview_list_get_bottom (TalOverviewList *self, guint place);

/* NULL where the place has no widget. */
TalOverviewSlot *tal_overview_list_find_slot (TalOverviewList *self, guint place);
/* Puts what stands at the slot's place into its widget. */
void tal_overview_list_show_slot (TalOverviewList *self, const TalOverviewSlot *slot);
void tal_overview_list_hide_free_slots (TalOverviewList *self);
/* The card of that number, made where there is none yet. */
GtkWidget *tal_overview_list_ensure_card (TalOverviewList *self, guint number);
/* Makes what the next steps of scrolling may want, when there is time. */
void tal_overview_list_keep_spares (TalOverviewList *self);
/* The widget of a place, made ready where it has none; NULL where there are no filters. */
GtkWidget *tal_overview_list_ensure_widget (TalOverviewList *self, guint place);
/* The least width that a widget can have. */
int tal_overview_list_measure_least (GtkWidget *widget);
/* The width that a widget is given: the list's, and never less than it can have. */
int tal_overview_list_measure_width (TalOverviewList *self, GtkWidget *widget);
/* The place that has the focus; G_MAXUINT where none has. */
guint tal_overview_list_find_focus (TalOverviewList *self);
/* Gives what is seen at that height of the list its widgets, and measures them. */
void tal_overview_list_show_seen (TalOverviewList *self, int height);
/* Tells the adjustments what there is, and what is seen of it. */
void tal_overview_list_configure (TalOverviewList *self, int height);
/* Both before it is laid out: what a row says changes what it wants, and what is scrolled is
 * laid out once more where it turns out longer then. */
void tal_overview_list_bring_in (TalOverviewList *self);

/* How the focus moves, also to what has no widget yet. */
void tal_overview_list_install_focus (GtkWidgetClass *widget_class);

G_END_DECLS
