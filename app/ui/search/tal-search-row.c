/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/search/tal-search-row.h"

struct _TalSearchRow
{
  GtkListBoxRow parent_instance;

  char *group;
  char *action;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (TalSearchRow, tal_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
tal_search_row_finalize (GObject *object)
{
  TalSearchRow *self = TAL_SEARCH_ROW (object);

  g_free (self->group);
  g_free (self->action);
  g_free (self->sentence);

  G_OBJECT_CLASS (tal_search_row_parent_class)->finalize (object);
}

static void
tal_search_row_class_init (TalSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tal_search_row_finalize;
}

static void
tal_search_row_init (TalSearchRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "search-hit");
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

GtkWidget *
tal_search_row_new (const char *group, const char *title, const char *detail, const char *action)
{
  TalSearchRow *self = NULL;
  GtkWidget    *box = NULL;
  GtkWidget    *label = NULL;

  g_return_val_if_fail (group != NULL && title != NULL && action != NULL, NULL);

  self = g_object_new (TAL_TYPE_SEARCH_ROW, NULL);
  self->group = g_strdup (group);
  self->action = g_strdup (action);
  self->sentence = detail != NULL ? g_strdup_printf ("%s: %s, %s", group, title, detail)
                                  : g_strdup_printf ("%s: %s", group, title);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), create_label (title));
  if (detail != NULL)
    {
      label = create_label (detail);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->sentence, -1);
  return GTK_WIDGET (self);
}

const char *
tal_search_row_get_group (TalSearchRow *self)
{
  g_return_val_if_fail (TAL_IS_SEARCH_ROW (self), NULL);

  return self->group;
}

const char *
tal_search_row_get_action (TalSearchRow *self)
{
  g_return_val_if_fail (TAL_IS_SEARCH_ROW (self), NULL);

  return self->action;
}

const char *
tal_search_row_get_sentence (TalSearchRow *self)
{
  g_return_val_if_fail (TAL_IS_SEARCH_ROW (self), NULL);

  return self->sentence;
}
