/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-column-row.h"

#include <glib/gi18n-lib.h>

/* They stand in this order. */
enum
{
  NUMBERS_OPEN,
  NUMBERS_DANISH,
  NUMBERS_ENGLISH,
};

struct _TalImportColumnRow
{
  AdwActionRow parent_instance;

  guint    column;
  gboolean filling;

  GtkDropDown *numbers;
  GtkDropDown *role;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalImportColumnRow, tal_import_column_row, ADW_TYPE_ACTION_ROW)

static void
answer (TalImportColumnRow *self, TalFigureAnswerKind kind, const char *text)
{
  TalFigureAnswer *made = tal_figure_answer_new (kind, self->column, NULL, text, TAL_ID_NONE);

  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, made);
  tal_figure_answer_unref (made);
}

static void
role_selected_cb (TalImportColumnRow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->role);

  if (!self->filling && chosen != GTK_INVALID_LIST_POSITION)
    answer (self, TAL_FIGURE_ANSWER_ROLE, tal_figure_file_list_roles ()[chosen]);
}

static void
numbers_selected_cb (TalImportColumnRow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->numbers);

  if (!self->filling && (chosen == NUMBERS_DANISH || chosen == NUMBERS_ENGLISH))
    answer (self, TAL_FIGURE_ANSWER_NUMBERS, chosen == NUMBERS_DANISH ? "danish" : "english");
}

static void
tal_import_column_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_COLUMN_ROW);

  G_OBJECT_CLASS (tal_import_column_row_parent_class)->dispose (object);
}

static void
tal_import_column_row_class_init (TalImportColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_column_row_dispose;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/import/tal-import-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnRow, numbers);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnRow, role);
  gtk_widget_class_bind_template_callback (widget_class, role_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, numbers_selected_cb);
}

static void
tal_import_column_row_init (TalImportColumnRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_roles (TalImportColumnRow *self)
{
  const char *const        *roles = tal_figure_file_list_roles ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; roles[i] != NULL; i++)
    gtk_string_list_append (titles, tal_figure_file_get_role_title (roles[i]));
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (titles));
}

static void
name_controls (TalImportColumnRow *self, const char *heading)
{
  g_autofree char *role = g_strdup_printf (_ ("What “%s” is"), heading);
  g_autofree char *numbers = g_strdup_printf (_ ("How the numbers of “%s” are written"), heading);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->role), GTK_ACCESSIBLE_PROPERTY_LABEL, role,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->numbers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  numbers, -1);
}

GtkWidget *
tal_import_column_row_new (const TalFigureFile *file, guint column)
{
  TalImportColumnRow *self = g_object_new (TAL_TYPE_IMPORT_COLUMN_ROW, NULL);
  TalFigureColumn     own;
  g_autofree char    *heading = NULL;
  g_autofree char    *samples = NULL;

  g_return_val_if_fail (file != NULL && column < tal_figure_file_get_n_columns (file), NULL);

  self->column = column;
  own = tal_figure_file_get_column (file, column);
  heading = *own.heading != '\0' ? g_strdup (own.heading)
                                 : g_strdup_printf (_ ("Column %u, without a heading"), column + 1);
  samples = tal_figure_file_dup_samples (file, column);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), samples);
  self->filling = TRUE;
  fill_roles (self);
  self->filling = FALSE;
  name_controls (self, heading);
  tal_import_column_row_show (self, file);
  return GTK_WIDGET (self);
}

void
tal_import_column_row_show (TalImportColumnRow *self, const TalFigureFile *file)
{
  const char *const *roles = tal_figure_file_list_roles ();
  TalFigureColumn    own;
  guint              numbers = NUMBERS_OPEN;

  g_return_if_fail (TAL_IS_IMPORT_COLUMN_ROW (self));
  g_return_if_fail (file != NULL && self->column < tal_figure_file_get_n_columns (file));

  own = tal_figure_file_get_column (file, self->column);
  if (g_strcmp0 (own.numbers, "danish") == 0)
    numbers = NUMBERS_DANISH;
  else if (g_strcmp0 (own.numbers, "english") == 0)
    numbers = NUMBERS_ENGLISH;

  self->filling = TRUE;
  for (guint i = 0; roles[i] != NULL; i++)
    {
      if (g_str_equal (roles[i], own.role))
        gtk_drop_down_set_selected (self->role, i);
    }
  gtk_drop_down_set_selected (self->numbers, numbers);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers),
                          own.numbers != NULL && g_str_equal (own.role, "value"));
  self->filling = FALSE;
}
