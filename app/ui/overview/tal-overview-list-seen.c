/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen of the overview, and the widgets that show it. */

#include "core/tal-initiative.h"
#include "ui/common/tal-spare.h"
#include "ui/overview/tal-initiative-row.h"
#include "ui/overview/tal-overview-list-private.h"
#include "ui/overview/tal-plan-heading.h"

/* So often at most is what comes into sight measured before it is placed. */
#define MOST_ROUNDS 12
/* Widgets that are made before they are needed: making one takes as long as a frame may. */
#define SPARE_ROWS 6
#define SPARE_HEADINGS 1
#define SPARE_CARDS 1

int
tal_overview_list_get_scroll (TalOverviewList *self)
{
  return tal_overview_places_get (self->places, self->anchor)->top + self->offset;
}

int
tal_overview_list_get_bottom (TalOverviewList *self, guint place)
{
  const TalOverviewPlace *found = tal_overview_places_get (self->places, place);

  return found->top + found->height;
}

TalOverviewSlot *
tal_overview_list_find_slot (TalOverviewList *self, guint place)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      TalOverviewSlot *each = &g_array_index (self->slots, TalOverviewSlot, i);

      if (each->place == place)
        return each;
    }

  return NULL;
}

static TalOverviewSlot *
add_slot (TalOverviewList *self, TalOverviewKind kind)
{
  TalOverviewSlot slot = { NULL, kind, G_MAXUINT };

  slot.widget = kind == TAL_OVERVIEW_HEADING ? tal_plan_heading_new () : tal_initiative_row_new ();
  tal_spare_set_shown (slot.widget, FALSE);
  gtk_widget_set_parent (slot.widget, GTK_WIDGET (self));
  g_array_append_val (self->slots, slot);
  return &g_array_index (self->slots, TalOverviewSlot, self->slots->len - 1);
}

static TalOverviewSlot *
take_free_slot (TalOverviewList *self, TalOverviewKind kind)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      TalOverviewSlot *each = &g_array_index (self->slots, TalOverviewSlot, i);

      if (each->place == G_MAXUINT && each->kind == kind)
        return each;
    }

  return add_slot (self, kind);
}

static gboolean
lacks_spare (TalOverviewList *self, TalOverviewKind kind, guint n_wanted)
{
  guint n_free = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const TalOverviewSlot *each = &g_array_index (self->slots, TalOverviewSlot, i);

      n_free += each->place == G_MAXUINT && each->kind == kind ? 1 : 0;
    }

  return n_free < n_wanted;
}

static gboolean
lacks_card (TalOverviewList *self)
{
  return self->cards->len < self->n_cards + SPARE_CARDS;
}

/* All at once: what is made in many turns is laid out and painted as often. */
static gboolean
idle_cb (gpointer user_data)
{
  TalOverviewList *self = user_data;

  while (lacks_spare (self, TAL_OVERVIEW_INITIATIVE, SPARE_ROWS))
    add_slot (self, TAL_OVERVIEW_INITIATIVE);
  while (lacks_spare (self, TAL_OVERVIEW_HEADING, SPARE_HEADINGS))
    add_slot (self, TAL_OVERVIEW_HEADING);
  while (lacks_card (self))
    tal_overview_list_ensure_card (self, self->cards->len);
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

void
tal_overview_list_keep_spares (TalOverviewList *self)
{
  if (self->idle == 0 &&
      (lacks_spare (self, TAL_OVERVIEW_INITIATIVE, SPARE_ROWS) ||
       lacks_spare (self, TAL_OVERVIEW_HEADING, SPARE_HEADINGS) || lacks_card (self)))
    self->idle = g_idle_add (idle_cb, self);
}

/* Numbers have room where any of the plan's initiatives has one. */
static gboolean
is_numbered (TalOverviewList *self, TalId plan)
{
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (tal_status_table_get_catalogue (self->statuses),
                                  TAL_KIND_INITIATIVE, plan, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      if (TAL_INITIATIVE (initiatives[i])->number > 0)
        return TRUE;
    }

  return FALSE;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_row (TalOverviewList *self, GtkWidget *row, const TalOverviewPlace *place)
{
  const TalOverviewPlace *heading = tal_overview_places_get (self->places, place->heading);

  tal_initiative_row_show (TAL_INITIATIVE_ROW (row), self->statuses, place->id,
                           is_numbered (self, heading->id));
  set_class (row, "first", place->number == 1);
  set_class (row, "last", place->number == heading->n_of_plan);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int)place->number, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                  (int)heading->n_of_plan, -1);
}

void
tal_overview_list_show_slot (TalOverviewList *self, const TalOverviewSlot *slot)
{
  const TalOverviewPlace *place = tal_overview_places_get (self->places, slot->place);

  if (place->kind == TAL_OVERVIEW_HEADING)
    tal_plan_heading_show (TAL_PLAN_HEADING (slot->widget), self->statuses, place->id,
                           self->summed);
  else
    show_row (self, slot->widget, place);
  tal_spare_set_shown (slot->widget, TRUE);
}

GtkWidget *
tal_overview_list_ensure_widget (TalOverviewList *self, guint place)
{
  TalOverviewKind  kind = tal_overview_places_get (self->places, place)->kind;
  TalOverviewSlot *slot = NULL;

  if (kind == TAL_OVERVIEW_FILTERS)
    return self->filters;

  slot = tal_overview_list_find_slot (self, place);
  if (slot == NULL)
    {
      slot = take_free_slot (self, kind);
      slot->place = place;
      tal_overview_list_show_slot (self, slot);
    }
  return slot->widget;
}

int
tal_overview_list_measure_least (GtkWidget *widget)
{
  int least = 0;

  if (TAL_IS_INITIATIVE_ROW (widget))
    return tal_initiative_row_get_least_width (TAL_INITIATIVE_ROW (widget));

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

int
tal_overview_list_measure_width (TalOverviewList *self, GtkWidget *widget)
{
  return MAX (tal_overview_list_measure_least (widget), self->width);
}

/* TRUE where the place turns out to be of another height than it was taken for. */
static gboolean
measure_place (TalOverviewList *self, guint place)
{
  GtkWidget *widget = tal_overview_list_ensure_widget (self, place);
  int        width = widget != NULL ? tal_overview_list_measure_width (self, widget) : 0;
  int        height = 0;

  if (TAL_IS_INITIATIVE_ROW (widget))
    height = tal_initiative_row_get_height (TAL_INITIATIVE_ROW (widget), width);
  else if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return tal_overview_places_set_height (self->places, place, height);
}

guint
tal_overview_list_find_focus (TalOverviewList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (child != NULL && child == self->filters)
    return 0;

  for (guint i = 0; child != NULL && i < self->slots->len; i++)
    {
      if (g_array_index (self->slots, TalOverviewSlot, i).widget == child)
        return g_array_index (self->slots, TalOverviewSlot, i).place;
    }

  return G_MAXUINT;
}

static void
release_outside (TalOverviewList *self, guint first, guint last)
{
  guint focus = tal_overview_list_find_focus (self);

  for (guint i = 0; i < self->slots->len; i++)
    {
      TalOverviewSlot *each = &g_array_index (self->slots, TalOverviewSlot, i);

      if ((each->place < first || each->place > last) && each->place != focus)
        each->place = G_MAXUINT;
    }
}

void
tal_overview_list_hide_free_slots (TalOverviewList *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      TalOverviewSlot *each = &g_array_index (self->slots, TalOverviewSlot, i);

      if (each->place == G_MAXUINT)
        tal_spare_set_shown (each->widget, FALSE);
    }
}

/* Remembers a scroll position as what it shows at the upper edge. */
void
tal_overview_list_anchor_at (TalOverviewList *self, int scroll)
{
  self->anchor = tal_overview_places_find_at (self->places, scroll);
  self->offset = scroll - tal_overview_places_get (self->places, self->anchor)->top;
}

/* Within what there is, and so that what is wanted is seen. */
static void
settle_scroll (TalOverviewList *self, int height)
{
  int scroll = tal_overview_list_get_scroll (self);

  if (self->wanted != G_MAXUINT)
    {
      int top = self->wanted == 0 ? 0 : tal_overview_places_get (self->places, self->wanted)->top;
      int bottom = tal_overview_list_get_bottom (self, self->wanted);

      scroll = MIN (MAX (scroll, bottom - height), top);
    }
  scroll = CLAMP (scroll, 0, MAX (tal_overview_places_get_total (self->places) - height, 0));
  tal_overview_list_anchor_at (self, scroll);
}

/* What comes into sight is measured, which may bring other things into sight. */
void
tal_overview_list_show_seen (TalOverviewList *self, int height)
{
  gboolean moved = TRUE;

  for (guint round = 0; moved && round < MOST_ROUNDS; round++)
    {
      guint first = 0;
      guint last = 0;

      moved = self->wanted != G_MAXUINT && measure_place (self, self->wanted);
      settle_scroll (self, height);
      first = self->anchor;
      last = tal_overview_places_find_at (self->places,
                                          tal_overview_list_get_scroll (self) + height - 1);
      release_outside (self, first, last);
      for (guint i = first; i <= last; i++)
        moved |= measure_place (self, i);
    }

  settle_scroll (self, height);
  tal_overview_list_hide_free_slots (self);
}

void
tal_overview_list_bring_in (TalOverviewList *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->width > 0)
    {
      tal_overview_list_show_seen (self, height);
      tal_overview_list_configure (self, height);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
