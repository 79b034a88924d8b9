/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-period-chooser.h"

#include "core/tal-danish-period.h"
#include "ui/common/tal-seen.h"

#include <glib/gi18n-lib.h>

struct _TalPeriodChooser
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  GArray       *periods; /* of TalPeriod, as they are in the list; the first is unset */
  gboolean      updating;

  GtkWidget *drop_down;
};

G_DEFINE_FINAL_TYPE (TalPeriodChooser, tal_period_chooser, GTK_TYPE_WIDGET)

static gboolean
is_same_list (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!tal_period_is_equal (g_array_index (a, TalPeriod, i), g_array_index (b, TalPeriod, i)))
        return FALSE;
    }

  return TRUE;
}

static void
remake_list (TalPeriodChooser *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("Latest results"));
  for (guint i = 1; i < self->periods->len; i++)
    {
      TalPeriod period = g_array_index (self->periods, TalPeriod, i);

      gtk_string_list_take (words, tal_danish_period_format (period, TAL_DANISH_PERIOD_TABLE));
    }

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (words));
}

static void
select_chosen (TalPeriodChooser *self)
{
  TalPeriod chosen = tal_workspace_get_period (self->workspace);

  for (guint i = 0; i < self->periods->len; i++)
    {
      if (tal_period_is_equal (g_array_index (self->periods, TalPeriod, i), chosen))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), i);
    }
}

static void
take_periods (TalPeriodChooser *self, GArray *periods)
{
  TalPeriod newest = TAL_PERIOD_UNSET;

  g_array_prepend_val (periods, newest);
  self->updating = TRUE;
  if (!is_same_list (self->periods, periods))
    {
      g_clear_pointer (&self->periods, g_array_unref);
      self->periods = g_array_ref (periods);
      remake_list (self);
    }
  select_chosen (self);
  self->updating = FALSE;
  g_array_unref (periods);
}

static void
periods_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalPeriodChooser) self = user_data;
  GArray                      *periods = NULL;

  periods = tal_workspace_list_periods_finish (TAL_WORKSPACE (source), result, NULL);
  if (periods != NULL && self->workspace == TAL_WORKSPACE (source))
    take_periods (self, periods);
  else
    g_clear_pointer (&periods, g_array_unref);
}

static void
painted_cb (TalPeriodChooser *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (self->workspace != NULL)
    tal_workspace_list_periods_async (self->workspace, NULL, periods_listed_cb,
                                      g_object_ref (self));
}

/* All figures are read for it: what is about to be painted comes first. */
static void
ask_after_paint (GtkWidget *widget)
{
  TalPeriodChooser *self = TAL_PERIOD_CHOOSER (widget);
  GdkFrameClock    *clock = gtk_widget_get_frame_clock (widget);

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

static void
update (TalPeriodChooser *self)
{
  tal_seen_call (GTK_WIDGET (self), ask_after_paint);
}

static void
statuses_changed_cb (TalPeriodChooser *self)
{
  update (self);
}

static void
selected_changed_cb (TalPeriodChooser *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (self->updating || self->workspace == NULL || selected >= self->periods->len)
    return;

  tal_workspace_set_period (self->workspace, g_array_index (self->periods, TalPeriod, selected));
}

static void
tal_period_chooser_dispose (GObject *object)
{
  TalPeriodChooser *self = TAL_PERIOD_CHOOSER (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  g_clear_pointer (&self->periods, g_array_unref);

  G_OBJECT_CLASS (tal_period_chooser_parent_class)->dispose (object);
}

static void
tal_period_chooser_class_init (TalPeriodChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_period_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tal_period_chooser_init (TalPeriodChooser *self)
{
  TalPeriod newest = TAL_PERIOD_UNSET;

  self->periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  g_array_append_val (self->periods, newest);
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period"), -1);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  remake_list (self);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_changed_cb),
                            self);

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::statuses",
                                  G_CALLBACK (statuses_changed_cb), self);
}

GtkWidget *
tal_period_chooser_new (void)
{
  return g_object_new (TAL_TYPE_PERIOD_CHOOSER, NULL);
}

void
tal_period_chooser_set_workspace (TalPeriodChooser *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_PERIOD_CHOOSER (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_group_set_target (self->signals, workspace);
  if (workspace != NULL)
    update (self);
}
