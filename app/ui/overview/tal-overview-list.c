/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-overview-list.h"

#include "ui/overview/tal-overview-list-private.h"

#include <glib/gi18n-lib.h>

/* How far outside a card may reach, in pixels: further than its shadow. */
#define CARD_OVERHANG 40

enum
{
  PROP_FILTERS = 1,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (TalOverviewList,
                               tal_overview_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
scrolled_cb (TalOverviewList *self)
{
  self->wanted = G_MAXUINT;
  tal_overview_list_anchor_at (self, (int)gtk_adjustment_get_value (
                                         self->adjustments[GTK_ORIENTATION_VERTICAL]));
  tal_overview_list_bring_in (self);
}

static void
configure (TalOverviewList *self, GtkOrientation orientation, int value, int total, int seen)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;

  g_signal_handlers_block_by_func (adjustment, scrolled_cb, self);
  gtk_adjustment_configure (adjustment, value, 0, MAX (total, seen), TAL_OVERVIEW_LIST_STEP,
                            seen * 0.9, seen);
  g_signal_handlers_unblock_by_func (adjustment, scrolled_cb, self);
}

void
tal_overview_list_configure (TalOverviewList *self, int height)
{
  configure (self, GTK_ORIENTATION_HORIZONTAL, 0, self->width, self->width);
  configure (self, GTK_ORIENTATION_VERTICAL, tal_overview_list_get_scroll (self),
             tal_overview_places_get_total (self->places), height);
}

/* What is far away stays near: no renderer is asked for what is a million pixels off.  What has
 * nothing below it fills the page. */
static void
place_widget (TalOverviewList *self, GtkWidget *widget, guint place, int height)
{
  const TalOverviewPlace *found = tal_overview_places_get (self->places, place);
  int                     top = found->top - tal_overview_list_get_scroll (self);
  int                     width = tal_overview_list_measure_width (self, widget);
  gboolean                alone = tal_overview_places_get_length (self->places) == 1;
  int                     tall = alone ? MAX (found->height, height - top) : found->height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget,
                            &(GtkAllocation){
                                0,
                                CLAMP (top, -found->height - CARD_OVERHANG, height + CARD_OVERHANG),
                                width, tall },
                            -1);
}

GtkWidget *
tal_overview_list_ensure_card (TalOverviewList *self, guint number)
{
  GtkWidget *card = NULL;

  if (number < self->cards->len)
    return g_ptr_array_index (self->cards, number);

  card = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "can-target", FALSE, NULL);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_child_visible (card, FALSE);
  gtk_widget_insert_after (card, GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->cards, card);
  return card;
}

/* A card behind the rows of each plan that is seen, and no longer than it has to be. */
static void
place_cards (TalOverviewList *self, int height)
{
  int   scroll = tal_overview_list_get_scroll (self);
  guint place = tal_overview_places_get (self->places, self->anchor)->heading;

  self->n_cards = 0;
  while (place < tal_overview_places_get_length (self->places))
    {
      const TalOverviewPlace *heading = tal_overview_places_get (self->places, place);
      guint                   last = place + heading->n_of_plan;
      int                     top = 0;
      int                     bottom = 0;
      GtkWidget              *card = NULL;

      place = last + 1;
      if (heading->n_of_plan == 0)
        continue;
      top = MAX (heading->top + heading->height - scroll, -CARD_OVERHANG);
      bottom = MIN (tal_overview_list_get_bottom (self, last) - scroll, height + CARD_OVERHANG);
      if (top >= height)
        break;
      if (bottom <= top)
        continue;

      card = tal_overview_list_ensure_card (self, self->n_cards++);
      gtk_widget_set_child_visible (card, TRUE);
      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (card, &(GtkAllocation){ 0, top, self->width, bottom - top }, -1);
    }

  for (guint i = self->n_cards; i < self->cards->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->cards, i), FALSE);
}

static void
tal_overview_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (widget);

  self->width = width;
  tal_overview_list_show_seen (self, height);
  tal_overview_list_configure (self, height);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const TalOverviewSlot *each = &g_array_index (self->slots, TalOverviewSlot, i);

      if (each->place != G_MAXUINT)
        place_widget (self, each->widget, each->place, height);
    }
  if (self->filters != NULL)
    place_widget (self, self->filters, 0, height);
  place_cards (self, height);
  tal_overview_list_keep_spares (self);
}

static void
tal_overview_list_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (widget);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  if (self->filters != NULL)
    gtk_widget_measure (self->filters, orientation, -1, minimum, natural, NULL, NULL);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const TalOverviewSlot *each = &g_array_index (self->slots, TalOverviewSlot, i);

      if (each->place != G_MAXUINT)
        *minimum = MAX (*minimum, tal_overview_list_measure_least (each->widget));
    }
  *natural = MAX (*natural, *minimum);
}

static void
take_adjustment (TalOverviewList *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
tal_overview_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (object);

  switch (property_id)
    {
    case PROP_FILTERS:
      g_value_set_object (value, self->filters);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_policy (TalOverviewList *self,
            GtkOrientation   orientation,
            const GValue    *value,
            GParamSpec      *pspec)
{
  GtkScrollablePolicy policy = (GtkScrollablePolicy)g_value_get_enum (value);

  if (self->policies[orientation] == policy)
    return;

  self->policies[orientation] = policy;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
tal_overview_list_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (object);

  switch (property_id)
    {
    case PROP_FILTERS:
      tal_overview_list_set_filters (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_HORIZONTAL, value, pspec);
      break;
    case PROP_VSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_VERTICAL, value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tal_overview_list_dispose (GObject *object)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (object);
  GtkWidget       *child = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  take_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_array_set_size (self->slots, 0);
  g_ptr_array_set_size (self->cards, 0);
  self->filters = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->statuses, tal_status_table_unref);

  G_OBJECT_CLASS (tal_overview_list_parent_class)->dispose (object);
}

static void
tal_overview_list_finalize (GObject *object)
{
  TalOverviewList *self = TAL_OVERVIEW_LIST (object);

  g_array_unref (self->slots);
  g_ptr_array_unref (self->cards);
  tal_overview_places_free (self->places);

  G_OBJECT_CLASS (tal_overview_list_parent_class)->finalize (object);
}

static void
tal_overview_list_class_init (TalOverviewListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_overview_list_get_property;
  object_class->set_property = tal_overview_list_set_property;
  object_class->dispose = tal_overview_list_dispose;
  object_class->finalize = tal_overview_list_finalize;
  widget_class->measure = tal_overview_list_measure;
  widget_class->size_allocate = tal_overview_list_size_allocate;

  g_object_class_install_property (object_class, PROP_FILTERS,
                                   g_param_spec_object ("filters", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_READWRITE |
                                                            G_PARAM_EXPLICIT_NOTIFY |
                                                            G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  tal_overview_list_install_focus (widget_class);
  gtk_widget_class_set_css_name (widget_class, "list");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tal_overview_list_init (TalOverviewList *self)
{
  self->places = tal_overview_places_new ();
  self->slots = g_array_new (FALSE, FALSE, sizeof (TalOverviewSlot));
  self->cards = g_ptr_array_new ();
  self->wanted = G_MAXUINT;
  tal_overview_list_anchor_at (self, 0);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self), "overview");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Initiatives"), -1);
}

GtkWidget *
tal_overview_list_new (void)
{
  return g_object_new (TAL_TYPE_OVERVIEW_LIST, NULL);
}

void
tal_overview_list_set_filters (TalOverviewList *self, GtkWidget *filters)
{
  g_return_if_fail (TAL_IS_OVERVIEW_LIST (self));
  g_return_if_fail (filters == NULL || GTK_IS_WIDGET (filters));

  if (self->filters == filters)
    return;

  g_clear_pointer (&self->filters, gtk_widget_unparent);
  self->filters = filters;
  if (filters != NULL)
    gtk_widget_insert_after (filters, GTK_WIDGET (self), NULL);
  g_object_notify (G_OBJECT (self), "filters");
}

GtkWidget *
tal_overview_list_get_filters (TalOverviewList *self)
{
  g_return_val_if_fail (TAL_IS_OVERVIEW_LIST (self), NULL);

  return self->filters;
}

/* Widgets follow what they show to where it is now; what is gone is let go. */
static void
follow (TalOverviewList *self, const TalOverviewPlaces *before)
{
  TalId anchor = tal_overview_places_get (before, self->anchor)->id;
  guint found = tal_overview_places_find (self->places, anchor);

  if (found == G_MAXUINT)
    tal_overview_list_anchor_at (self, tal_overview_places_get (before, self->anchor)->top +
                                           self->offset);
  else
    self->anchor = found;

  for (guint i = 0; i < self->slots->len; i++)
    {
      TalOverviewSlot *each = &g_array_index (self->slots, TalOverviewSlot, i);

      if (each->place == G_MAXUINT)
        continue;
      each->place = tal_overview_places_find (self->places,
                                              tal_overview_places_get (before, each->place)->id);
      if (each->place != G_MAXUINT)
        tal_overview_list_show_slot (self, each);
    }
  tal_overview_list_hide_free_slots (self);
}

void
tal_overview_list_show (TalOverviewList   *self,
                        TalStatusTable    *statuses,
                        TalOverviewPlaces *places,
                        gboolean           summed)
{
  g_autoptr (TalOverviewPlaces) before = NULL;

  g_return_if_fail (TAL_IS_OVERVIEW_LIST (self));
  g_return_if_fail (statuses != NULL && places != NULL);

  before = g_steal_pointer (&self->places);
  tal_overview_places_take_heights (places, before);
  self->places = places;
  self->wanted = G_MAXUINT;
  self->summed = summed;
  tal_status_table_ref (statuses);
  g_clear_pointer (&self->statuses, tal_status_table_unref);
  self->statuses = statuses;
  follow (self, before);
  tal_overview_list_bring_in (self);
}

GtkWidget *
tal_overview_list_find_row (TalOverviewList *self, TalId initiative)
{
  guint            place = 0;
  TalOverviewSlot *slot = NULL;

  g_return_val_if_fail (TAL_IS_OVERVIEW_LIST (self), NULL);

  place = tal_overview_places_find (self->places, initiative);
  slot = place != G_MAXUINT ? tal_overview_list_find_slot (self, place) : NULL;
  return slot != NULL ? slot->widget : NULL;
}
