/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/initiatives/tal-fact.h"

#include <string.h>

struct _TalFact
{
  GtkWidget parent_instance;

  GtkWidget *figure;
  GtkWidget *caption;
};

G_DEFINE_FINAL_TYPE (TalFact, tal_fact, GTK_TYPE_WIDGET)

static void
tal_fact_dispose (GObject *object)
{
  TalFact *self = TAL_FACT (object);

  g_clear_pointer (&self->figure, gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_fact_parent_class)->dispose (object);
}

static void
tal_fact_class_init (TalFactClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_fact_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "fact");
}

static GtkWidget *
add_label (TalFact *self, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
tal_fact_init (TalFact *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->figure = add_label (self, "fact-figure");
  self->caption = add_label (self, "caption");
  gtk_widget_add_css_class (self->caption, "dim-label");
}

GtkWidget *
tal_fact_new (const char *figure, const char *caption)
{
  TalFact         *self = g_object_new (TAL_TYPE_FACT, NULL);
  g_autofree char *markup = NULL;
  const char      *unit = strstr (figure, "\302\240");

  if (unit != NULL)
    {
      g_autofree char *number = g_strndup (figure, (gsize)(unit - figure));

      markup = g_markup_printf_escaped ("%s<span size=\"62%%\">%s</span>", number, unit);
    }
  else
    {
      markup = g_markup_escape_text (figure, -1);
    }
  gtk_label_set_markup (GTK_LABEL (self->figure), markup);
  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  return GTK_WIDGET (self);
}
