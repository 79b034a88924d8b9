/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the focus moves in the overview, also to what has no widget yet. */

#include "ui/overview/tal-overview-list-private.h"

/* Of the class that the list is made from. */
static void (*parent_set_focus_child) (GtkWidget *widget, GtkWidget *child);

/* From a row the tabulator leaves the plan, and an arrow goes to the next row. */
static gboolean
is_passed_by (TalOverviewList *self, guint from, guint place, GtkDirectionType direction)
{
  const TalOverviewPlace *a = tal_overview_places_get (self->places, from);
  const TalOverviewPlace *b = tal_overview_places_get (self->places, place);

  if (a->kind != TAL_OVERVIEW_INITIATIVE)
    return FALSE;
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return b->kind == TAL_OVERVIEW_HEADING;

  return b->kind == TAL_OVERVIEW_INITIATIVE && a->heading == b->heading;
}

/* Goes to a place that may have no widget yet. */
static gboolean
focus_place (TalOverviewList *self, guint place, GtkDirectionType direction)
{
  GtkWidget *widget = tal_overview_list_ensure_widget (self, place);

  return widget != NULL && gtk_widget_child_focus (widget, direction);
}

static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (widget);
  GtkWidget       *child = gtk_widget_get_focus_child (widget);
  guint            n_places = tal_overview_places_get_length (self->places);
  guint            from = tal_overview_list_find_focus (self);
  gboolean         forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN;

  if (child != NULL && gtk_widget_child_focus (child, direction))
    return TRUE;
  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return FALSE;

  for (guint place = from != G_MAXUINT ? (forward ? from + 1 : from - 1)
                                       : (forward ? 0 : n_places - 1);
       place < n_places; place = forward ? place + 1 : place - 1)
    {
      if ((from == G_MAXUINT || !is_passed_by (self, from, place, direction)) &&
          focus_place (self, place, direction))
        return TRUE;
    }

  return FALSE;
}

/* What gets the focus is brought into sight. */
static void
set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (widget);

  parent_set_focus_child (widget, child);
  if (child != NULL)
    {
      self->wanted = tal_overview_list_find_focus (self);
      tal_overview_list_bring_in (self);
    }
}

/* The nearest initiative, looking from a place and then the other way. */
static gboolean
focus_nearest (TalOverviewList *self, guint place, int step)
{
  guint n_places = tal_overview_places_get_length (self->places);

  for (int way = 1; way >= -1; way -= 2)
    {
      for (guint i = place; i < n_places; i += (guint)(step * way))
        {
          if (tal_overview_places_get (self->places, i)->kind == TAL_OVERVIEW_INITIATIVE)
            return focus_place (self, i, GTK_DIR_DOWN);
        }
    }

  return FALSE;
}

/* Home, End, and a page up or down, from one row to another. */
static gboolean
move_focus (GtkWidget *widget, GVariant *args, gpointer unused)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (widget);
  guint            n_places = tal_overview_places_get_length (self->places);
  guint            from = tal_overview_list_find_focus (self);
  int              pages = 0;
  gboolean         to_end = FALSE;
  int              y = 0;

  if (from == G_MAXUINT ||
      tal_overview_places_get (self->places, from)->kind != TAL_OVERVIEW_INITIATIVE)
    return FALSE;

  g_variant_get (args, "(ib)", &pages, &to_end);
  if (to_end)
    return focus_nearest (self, pages > 0 ? n_places - 1 : 0, pages > 0 ? -1 : 1);

  y = tal_overview_places_get (self->places, from)->top +
      pages * (gtk_widget_get_height (widget) - TAL_OVERVIEW_LIST_STEP);
  return focus_nearest (self, tal_overview_places_find_at (self->places, y), pages);
}

static void
bind_key (GtkWidgetClass *widget_class, guint key, guint keypad_key, int pages, gboolean to_end)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_focus, "(ib)", pages, to_end);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, move_focus, "(ib)", pages, to_end);
}

void
tal_overview_list_install_focus (GtkWidgetClass *widget_class)
{
  parent_set_focus_child = widget_class->set_focus_child;
  widget_class->focus = focus;
  widget_class->set_focus_child = set_focus_child;
  bind_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, -1, TRUE);
  bind_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 1, TRUE);
  bind_key (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -1, FALSE);
  bind_key (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 1, FALSE);
}
