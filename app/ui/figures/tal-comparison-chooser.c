/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/figures/tal-comparison-chooser.h"

#include "core/tal-series-family.h"

#include <glib/gi18n-lib.h>

/* More lines than these are not told apart by their colours. */
#define MOST_CHOSEN 5

struct _TalComparisonChooser
{
  GtkWidget parent_instance;

  GArray        *series; /* of TalId */
  gboolean       filling;
  GtkMenuButton *button;
  GtkBox        *choices; /* a check button for each series */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalComparisonChooser, tal_comparison_chooser, GTK_TYPE_WIDGET)

static void
choice_toggled_cb (TalComparisonChooser *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
tal_comparison_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_COMPARISON_CHOOSER);

  G_OBJECT_CLASS (tal_comparison_chooser_parent_class)->dispose (object);
}

static void
tal_comparison_chooser_finalize (GObject *object)
{
  g_array_unref (TAL_COMPARISON_CHOOSER (object)->series);

  G_OBJECT_CLASS (tal_comparison_chooser_parent_class)->finalize (object);
}

static void
tal_comparison_chooser_class_init (TalComparisonChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_comparison_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_comparison_chooser_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAL_TYPE_COMPARISON_CHOOSER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/figures/tal-comparison-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TalComparisonChooser, button);
  gtk_widget_class_bind_template_child (widget_class, TalComparisonChooser, choices);
}

static void
tal_comparison_chooser_init (TalComparisonChooser *self)
{
  self->series = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_comparison_chooser_new (void)
{
  return g_object_new (TAL_TYPE_COMPARISON_CHOOSER, NULL);
}

static void
clear (TalComparisonChooser *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  g_array_set_size (self->series, 0);
}

static gboolean
has_family (TalComparisonChooser *self, const GPtrArray *family)
{
  if (self->series->len != family->len)
    return FALSE;
  for (guint i = 0; i < family->len; i++)
    {
      const TalSeries *series = g_ptr_array_index (family, i);

      if (!tal_id_is_equal (g_array_index (self->series, TalId, i), series->record.id))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_name (const TalCatalogue *catalogue, const TalSeries *series, TalDimension varying)
{
  char *name = tal_series_family_dup_name (catalogue, series, varying);

  return name != NULL ? name : g_strdup (series->name);
}

static void
rename_choices (TalComparisonChooser *self,
                const TalCatalogue   *catalogue,
                const GPtrArray      *family,
                TalDimension          varying)
{
  GtkWidget *choice = gtk_widget_get_first_child (GTK_WIDGET (self->choices));

  for (guint i = 0; i < family->len; i++, choice = gtk_widget_get_next_sibling (choice))
    {
      g_autofree char *name = dup_name (catalogue, g_ptr_array_index (family, i), varying);

      gtk_check_button_set_label (GTK_CHECK_BUTTON (choice), name);
    }
}

static void
add_choice (TalComparisonChooser *self,
            const TalCatalogue   *catalogue,
            const TalSeries      *series,
            TalDimension          varying)
{
  g_autofree char *name = dup_name (catalogue, series, varying);
  GtkWidget       *choice = gtk_check_button_new_with_label (name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), self->series->len < MOST_CHOSEN);
  gtk_widget_set_sensitive (choice, self->series->len > 0);
  g_signal_connect_object (choice, "toggled", G_CALLBACK (choice_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->choices, choice);
  g_array_append_val (self->series, series->record.id);
}

void
tal_comparison_chooser_set_family (TalComparisonChooser *self,
                                   const TalCatalogue   *catalogue,
                                   const GPtrArray      *family,
                                   TalDimension          varying)
{
  g_return_if_fail (TAL_IS_COMPARISON_CHOOSER (self));
  g_return_if_fail (catalogue != NULL && family != NULL);

  if (has_family (self, family))
    {
      rename_choices (self, catalogue, family, varying);
      return;
    }

  self->filling = TRUE;
  clear (self);
  for (guint i = 0; i < family->len; i++)
    add_choice (self, catalogue, g_ptr_array_index (family, i), varying);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), family->len > 1);
}

void
tal_comparison_chooser_list (TalComparisonChooser *self, GArray *series)
{
  GtkWidget *choice = NULL;

  g_return_if_fail (TAL_IS_COMPARISON_CHOOSER (self));
  g_return_if_fail (series != NULL);

  choice = gtk_widget_get_first_child (GTK_WIDGET (self->choices));
  for (guint i = 0; choice != NULL; i++, choice = gtk_widget_get_next_sibling (choice))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (choice)))
        g_array_append_val (series, g_array_index (self->series, TalId, i));
    }
}
