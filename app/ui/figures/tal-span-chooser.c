/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/figures/tal-span-chooser.h"

#include "core/tal-danish-period.h"

#include <glib/gi18n-lib.h>

struct _TalSpanChooser
{
  GtkWidget parent_instance;

  GArray        *periods; /* of TalPeriod, oldest first */
  gboolean       filling; /* the lists are being made, nobody chooses */
  GtkMenuButton *button;
  GtkDropDown   *from;
  GtkDropDown   *to;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalSpanChooser, tal_span_chooser, GTK_TYPE_WIDGET)

/* Whichever was chosen last stands: the other follows it. */
static void
chosen (TalSpanChooser *self, GtkDropDown *follower)
{
  guint from = gtk_drop_down_get_selected (self->from);
  guint to = gtk_drop_down_get_selected (self->to);

  if (self->filling)
    return;

  self->filling = TRUE;
  if (from > to)
    gtk_drop_down_set_selected (follower, follower == self->to ? from : to);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
from_chosen_cb (TalSpanChooser *self)
{
  chosen (self, self->to);
}

static void
to_chosen_cb (TalSpanChooser *self)
{
  chosen (self, self->from);
}

static void
tal_span_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_SPAN_CHOOSER);

  G_OBJECT_CLASS (tal_span_chooser_parent_class)->dispose (object);
}

static void
tal_span_chooser_finalize (GObject *object)
{
  g_array_unref (TAL_SPAN_CHOOSER (object)->periods);

  G_OBJECT_CLASS (tal_span_chooser_parent_class)->finalize (object);
}

static void
tal_span_chooser_class_init (TalSpanChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_span_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_span_chooser_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAL_TYPE_SPAN_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/figures/tal-span-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TalSpanChooser, button);
  gtk_widget_class_bind_template_child (widget_class, TalSpanChooser, from);
  gtk_widget_class_bind_template_child (widget_class, TalSpanChooser, to);
  gtk_widget_class_bind_template_callback (widget_class, from_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_chosen_cb);
}

static void
tal_span_chooser_init (TalSpanChooser *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_span_chooser_new (void)
{
  return g_object_new (TAL_TYPE_SPAN_CHOOSER, NULL);
}

static GtkStringList *
list_names (const GArray *periods)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < periods->len; i++)
    gtk_string_list_take (names, tal_danish_period_format (g_array_index (periods, TalPeriod, i),
                                                           TAL_DANISH_PERIOD_TABLE));
  return names;
}

void
tal_span_chooser_set_periods (TalSpanChooser *self, const GArray *periods)
{
  g_autoptr (GtkStringList) names = NULL;

  g_return_if_fail (TAL_IS_SPAN_CHOOSER (self));
  g_return_if_fail (periods != NULL);

  g_array_set_size (self->periods, 0);
  g_array_append_vals (self->periods, periods->data, periods->len);
  names = list_names (periods);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->from, periods->len > 0 ? 0 : GTK_INVALID_LIST_POSITION);
  gtk_drop_down_set_selected (self->to,
                              periods->len > 0 ? periods->len - 1 : GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), periods->len > 1);
}

TalDay
tal_span_chooser_get_first (TalSpanChooser *self)
{
  guint selected;

  g_return_val_if_fail (TAL_IS_SPAN_CHOOSER (self), TAL_DAY_NONE);

  selected = gtk_drop_down_get_selected (self->from);
  if (selected == 0 || selected >= self->periods->len)
    return TAL_DAY_NONE;
  return g_array_index (self->periods, TalPeriod, selected).first;
}

TalDay
tal_span_chooser_get_last (TalSpanChooser *self)
{
  guint selected;

  g_return_val_if_fail (TAL_IS_SPAN_CHOOSER (self), TAL_DAY_NONE);

  selected = gtk_drop_down_get_selected (self->to);
  if (selected >= self->periods->len || selected + 1 == self->periods->len)
    return TAL_DAY_NONE;
  return g_array_index (self->periods, TalPeriod, selected).last;
}
