/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-explanation-list.h"

#include "core/tal-assessment.h"
#include "core/tal-goal.h"

#include <glib/gi18n-lib.h>

struct _TalExplanationList
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkLabel   *title;
  GtkListBox *rows;
};

enum
{
  ADD_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalExplanationList, tal_explanation_list, GTK_TYPE_WIDGET)

static void
add_clicked_cb (TalExplanationList *self)
{
  g_signal_emit (self, signals[ADD_ASKED], 0);
}

static void
tal_explanation_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_EXPLANATION_LIST);

  G_OBJECT_CLASS (tal_explanation_list_parent_class)->dispose (object);
}

static void
tal_explanation_list_class_init (TalExplanationListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_explanation_list_dispose;

  signals[ADD_ASKED] = g_signal_new ("add-asked", TAL_TYPE_EXPLANATION_LIST, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-explanation-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TalExplanationList, box);
  gtk_widget_class_bind_template_child (widget_class, TalExplanationList, title);
  gtk_widget_class_bind_template_child (widget_class, TalExplanationList, rows);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
tal_explanation_list_init (TalExplanationList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_explanation_list_new (void)
{
  return g_object_new (TAL_TYPE_EXPLANATION_LIST, NULL);
}

static GtkWidget *
create_explanation (const TalAssessment *assessment)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *icon = gtk_image_new_from_icon_name (APPLICATION_ID "-offers-symbolic");
  GtkWidget *label = gtk_label_new (assessment->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "wording");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "explanation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  assessment->text, -1);
  return row;
}

void
tal_explanation_list_show (TalExplanationList *self, const TalCatalogue *catalogue, TalId goal)
{
  const TalRecord        *record = NULL;
  const TalRecord *const *assessments = NULL;
  g_autofree char        *title = NULL;
  GtkListBoxRow          *row = NULL;
  guint                   n_assessments = 0;

  g_return_if_fail (TAL_IS_EXPLANATION_LIST (self));
  g_return_if_fail (catalogue != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  record = tal_catalogue_find (catalogue, TAL_KIND_GOAL, goal);
  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
  if (record == NULL)
    return;

  title = g_strdup_printf (_ ("Explanations of goal %d"), TAL_GOAL (record)->number);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  assessments = tal_catalogue_get_children (catalogue, TAL_KIND_ASSESSMENT, goal, &n_assessments);
  for (guint i = 0; i < n_assessments; i++)
    {
      if (TAL_ASSESSMENT (assessments[i])->text != NULL)
        gtk_list_box_append (self->rows, create_explanation (TAL_ASSESSMENT (assessments[i])));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows),
                          gtk_list_box_get_row_at_index (self->rows, 0) != NULL);
}
