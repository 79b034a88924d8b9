/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-legend.h"

#include "ui/common/tal-swatch.h"

#include <glib/gi18n-lib.h>

struct _TalLegend
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TalLegend, tal_legend, GTK_TYPE_WIDGET)

static void
tal_legend_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tal_legend_parent_class)->dispose (object);
}

static void
tal_legend_class_init (TalLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_legend_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "legend");
}

static void
add_entry (TalLegend *self, GtkWidget *swatch, const char *word)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (word);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (entry), swatch);
  gtk_box_append (GTK_BOX (entry), label);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
}

static void
tal_legend_init (TalLegend *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 16);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");

  add_entry (self, tal_swatch_new ((TalMark){ TAL_TONE_MET, FALSE }), _ ("Met"));
  add_entry (self, tal_swatch_new ((TalMark){ TAL_TONE_NOT_MET, FALSE }), _ ("Not met"));
  add_entry (self, tal_swatch_new ((TalMark){ TAL_TONE_MET, TRUE }), _ ("Preliminary*"));
  add_entry (self, tal_swatch_new_tick (), _ ("The target"));
}

GtkWidget *
tal_legend_new (void)
{
  return g_object_new (TAL_TYPE_LEGEND, NULL);
}
