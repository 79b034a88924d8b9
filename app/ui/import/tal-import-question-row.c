/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-question-row.h"

#include <glib/gi18n-lib.h>

struct _TalImportQuestionRow
{
  AdwPreferencesRow parent_instance;

  const char *role; /* a fixed word */
  char       *label;
  GArray     *suggestions; /* of TalId, of the question */
  GArray     *all;
  gboolean    filling;

  GtkLabel    *title;
  GtkLabel    *subtitle;
  GtkDropDown *chooser;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalImportQuestionRow, tal_import_question_row, ADW_TYPE_PREFERENCES_ROW)

/* They stand in this order: open, what is suggested, new, left out, all others. */
static guint
get_position (TalImportQuestionRow *self, TalFigureAnswerKind kind)
{
  if (kind == TAL_FIGURE_ANSWER_NEW)
    return self->suggestions->len + 1;

  return kind == TAL_FIGURE_ANSWER_LEAVE_OUT ? self->suggestions->len + 2 : 0;
}

static void
selected_cb (TalImportQuestionRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
label_set_up_cb (TalImportQuestionRow *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
label_bound_cb (TalImportQuestionRow *self, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);
  GtkWidget       *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (string));
  gtk_widget_set_tooltip_text (label, gtk_string_object_get_string (string));
}

static void
tal_import_question_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_QUESTION_ROW);

  G_OBJECT_CLASS (tal_import_question_row_parent_class)->dispose (object);
}

static void
tal_import_question_row_finalize (GObject *object)
{
  TalImportQuestionRow *self = TAL_IMPORT_QUESTION_ROW (object);

  g_free (self->label);
  g_array_unref (self->suggestions);
  g_clear_pointer (&self->all, g_array_unref);

  G_OBJECT_CLASS (tal_import_question_row_parent_class)->finalize (object);
}

static void
tal_import_question_row_class_init (TalImportQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_question_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_import_question_row_finalize;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/import/tal-import-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalImportQuestionRow, title);
  gtk_widget_class_bind_template_child (widget_class, TalImportQuestionRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TalImportQuestionRow, chooser);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_bound_cb);
}

static void
tal_import_question_row_init (TalImportQuestionRow *self)
{
  self->suggestions = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GListModel *
create_choices (TalImportQuestionRow *self, const TalFigureQuestion *question, GListModel *names)
{
  GtkStringList *head = gtk_string_list_new (NULL);
  GListStore    *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  gtk_string_list_append (head, _ ("Choose …"));
  for (guint i = 0; i < question->suggestions->len; i++)
    {
      const TalFigureSuggestion *each =
          &g_array_index (question->suggestions, TalFigureSuggestion, i);

      gtk_string_list_append (head, each->name);
      g_array_append_val (self->suggestions, each->id);
    }
  gtk_string_list_append (head, _ ("Make a new one"));
  gtk_string_list_append (head, _ ("Leave it out"));
  g_list_store_append (parts, head);
  g_list_store_append (parts, names);
  g_object_unref (head);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

GtkWidget *
tal_import_question_row_new (const TalFigureQuestion *question, GArray *all, GListModel *names)
{
  TalImportQuestionRow  *self = g_object_new (TAL_TYPE_IMPORT_QUESTION_ROW, NULL);
  g_autoptr (GListModel) choices = NULL;
  g_autofree char       *subtitle = NULL;
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (all != NULL && G_IS_LIST_MODEL (names), NULL);

  self->role = question->role;
  self->label = g_strdup (question->label);
  self->all = g_array_ref (all);
  choices = create_choices (self, question, names);
  /* Translators: "Område · 12 tal": what a label is, and how many figures have it. */
  subtitle = g_strdup_printf (ngettext ("%s · %u figure", "%s · %u figures", question->n_figures),
                              tal_figure_file_get_role_title (question->role), question->n_figures);

  self->filling = TRUE;
  gtk_label_set_label (self->title, question->label);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_drop_down_set_expression (self->chooser, string);
  gtk_drop_down_set_model (self->chooser, choices);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle,
                                  -1);
  self->filling = FALSE;
  gtk_expression_unref (string);
  return GTK_WIDGET (self);
}

TalFigureAnswer *
tal_import_question_row_make_answer (TalImportQuestionRow *self)
{
  guint               chosen = 0;
  guint               n_head = 0;
  TalFigureAnswerKind kind = TAL_FIGURE_ANSWER_USE;
  TalId               id = TAL_ID_NONE;

  g_return_val_if_fail (TAL_IS_IMPORT_QUESTION_ROW (self), NULL);

  chosen = gtk_drop_down_get_selected (self->chooser);
  n_head = self->suggestions->len + 3;
  if (chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
    kind = TAL_FIGURE_ANSWER_OPEN;
  else if (chosen <= self->suggestions->len)
    id = g_array_index (self->suggestions, TalId, chosen - 1);
  else if (chosen == get_position (self, TAL_FIGURE_ANSWER_NEW))
    kind = TAL_FIGURE_ANSWER_NEW;
  else if (chosen == get_position (self, TAL_FIGURE_ANSWER_LEAVE_OUT))
    kind = TAL_FIGURE_ANSWER_LEAVE_OUT;
  else
    id = g_array_index (self->all, TalFigureSuggestion, chosen - n_head).id;

  return tal_figure_answer_new (kind, 0, self->role, self->label, id);
}

gboolean
tal_import_question_row_is_open (TalImportQuestionRow *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_QUESTION_ROW (self), FALSE);

  return gtk_drop_down_get_selected (self->chooser) == 0;
}

void
tal_import_question_row_show (TalImportQuestionRow *self, TalFigureAnswerKind kind)
{
  g_return_if_fail (TAL_IS_IMPORT_QUESTION_ROW (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->chooser, get_position (self, kind));
  self->filling = FALSE;
}
