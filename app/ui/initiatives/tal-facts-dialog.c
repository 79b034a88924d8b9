/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-facts-dialog.h"

#include "ui/common/tal-help-key.h"
#include "ui/initiatives/tal-fact-row.h"
#include "ui/initiatives/tal-fact-text.h"

#include <glib/gi18n-lib.h>

struct _TalFactsDialog
{
  AdwWindow parent_instance;

  TalWorkspace      *workspace;
  TalStatusTable    *statuses;   /* as they were when the dialog was opened */
  TalInitiative     *initiative; /* likewise */
  TalSeriesStatuses *read;       /* NULL until it has been read */
  GPtrArray         *rows;       /* of TalFactRow, borrowed, as they stand */
  guint              n_chosen;   /* of those, from the first on */
  gboolean           touched;    /* somebody chose or moved something */
  gboolean           saving;

  GtkWidget           *page;
  AdwPreferencesGroup *group;
  GtkLabel            *reason;
  GtkListBox          *list;
  GtkWidget           *empty;
  GtkWidget           *reset_button;
};

G_DEFINE_FINAL_TYPE (TalFactsDialog, tal_facts_dialog, ADW_TYPE_WINDOW)

static const TalInitiativeFact *
get_fact (TalFactsDialog *self, guint position)
{
  return tal_fact_row_get_fact (g_ptr_array_index (self->rows, position));
}

static const TalGoalStatus *
get_goals (TalFactsDialog *self, guint *ret_length)
{
  return tal_status_table_get_initiative (self->statuses, self->initiative->record.id, ret_length);
}

static GArray *
list_default (TalFactsDialog *self)
{
  guint                n_goals = 0;
  const TalGoalStatus *goals = get_goals (self, &n_goals);

  return tal_initiative_facts_list_default (tal_status_table_get_catalogue (self->statuses),
                                            self->initiative, goals, n_goals);
}

static gboolean
is_chosen (TalFactsDialog *self, const GArray *facts)
{
  if (facts->len != self->n_chosen)
    return FALSE;

  for (guint i = 0; i < facts->len; i++)
    {
      if (!tal_initiative_fact_is_equal (&g_array_index (facts, TalInitiativeFact, i),
                                         get_fact (self, i)))
        return FALSE;
    }

  return TRUE;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  TalFactsDialog *self = user_data;
  guint           position_a = 0;
  guint           position_b = 0;

  g_ptr_array_find (self->rows, a, &position_a);
  g_ptr_array_find (self->rows, b, &position_b);
  return position_a < position_b ? -1 : position_a > position_b;
}

static void
place_rows (TalFactsDialog *self)
{
  g_autoptr (GArray) by_rule = list_default (self);
  gboolean           room = self->n_chosen < TAL_INITIATIVE_MAX_FACTS;

  gtk_list_box_invalidate_sort (self->list);
  for (guint i = 0; i < self->rows->len; i++)
    tal_fact_row_place (g_ptr_array_index (self->rows, i), i, self->n_chosen, room);
  adw_preferences_group_set_description (self->group, room
                                         ? _ ("Choose up to four. Alt+Up and Alt+Down move them.")
                                         : _ ("Four are shown. Take one away to choose another."));
  gtk_widget_set_sensitive (self->reset_button, !is_chosen (self, by_rule));
}

static void
say (TalFactsDialog *self, const char *reason)
{
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

/* Somebody has chosen anew. */
static void
take_over (TalFactsDialog *self)
{
  self->touched = TRUE;
  say (self, NULL);
  place_rows (self);
}

static void
move_row (TalFactsDialog *self, guint from, guint to)
{
  gpointer row = g_ptr_array_steal_index (self->rows, from);

  g_ptr_array_insert (self->rows, (int)to, row);
}

static void
toggled_cb (TalFactsDialog *self, TalFactRow *row)
{
  guint position = 0;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;

  if (position < self->n_chosen)
    move_row (self, position, --self->n_chosen);
  else if (self->n_chosen < TAL_INITIATIVE_MAX_FACTS)
    move_row (self, position, self->n_chosen++);
  take_over (self);
}

static void
move_asked_cb (TalFactsDialog *self, int direction, TalFactRow *row)
{
  guint position = 0;
  guint to = 0;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;

  to = position + (guint)direction; /* before the first is behind the last */
  if (position >= self->n_chosen || to >= self->n_chosen)
    return;
  move_row (self, position, to);
  take_over (self);
}

static void
reset_clicked_cb (TalFactsDialog *self)
{
  g_autoptr (GArray) by_rule = list_default (self);

  self->n_chosen = 0;
  for (guint i = 0; i < by_rule->len; i++)
    {
      for (guint j = self->n_chosen; j < self->rows->len; j++)
        {
          if (!tal_initiative_fact_is_equal (&g_array_index (by_rule, TalInitiativeFact, i),
                                             get_fact (self, j)))
            continue;
          move_row (self, j, self->n_chosen++);
          break;
        }
    }
  take_over (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
show_texts (TalFactsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (TalFactText) text =
          tal_fact_text_new (get_fact (self, i), self->statuses, self->initiative, self->read);

      if (text != NULL)
        tal_fact_row_show_text (g_ptr_array_index (self->rows, i), text);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalFactsDialog) self = user_data;
  g_autoptr (GError)         error = NULL;

  self->read = tal_workspace_read_series_finish (TAL_WORKSPACE (source), result, &error);
  if (self->workspace == NULL)
    return;

  if (self->read != NULL)
    show_texts (self);
  else
    say (self, error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalFactsDialog) self = user_data;
  g_autoptr (GError)         error = NULL;

  self->saving = FALSE;
  if (self->workspace == NULL)
    return;

  if (tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  /* It closes all the same, unless something else is chosen first. */
  self->touched = FALSE;
  say (self, error->message);
}

/* What the rule shows anyway is no choice, and follows the rule further on. */
static GArray *
list_choice (TalFactsDialog *self)
{
  g_autoptr (GArray) by_rule = list_default (self);
  GArray            *choice = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));

  for (guint i = 0; i < self->n_chosen && !is_chosen (self, by_rule); i++)
    g_array_append_vals (choice, get_fact (self, i), 1);

  return choice;
}

static gboolean
tal_facts_dialog_close_request (GtkWindow *window)
{
  TalFactsDialog    *self = TAL_FACTS_DIALOG (window);
  g_autoptr (GArray) choice = NULL;

  if (self->workspace == NULL || !self->touched)
    return GTK_WINDOW_CLASS (tal_facts_dialog_parent_class)->close_request (window);
  if (self->saving)
    return TRUE;

  choice = list_choice (self);
  self->saving = TRUE;
  tal_workspace_change_async (self->workspace, tal_initiative_facts_choose,
                              tal_facts_request_new (self->initiative->record.id, choice),
                              (GDestroyNotify)tal_facts_request_free, NULL, saved_cb,
                              g_object_ref (self));
  return TRUE;
}

static void
tal_facts_dialog_dispose (GObject *object)
{
  TalFactsDialog *self = TAL_FACTS_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->statuses, tal_status_table_unref);
  g_clear_pointer (&self->read, tal_series_statuses_free);
  if (self->initiative != NULL)
    tal_record_unref (&self->initiative->record);
  self->initiative = NULL;
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_FACTS_DIALOG);

  G_OBJECT_CLASS (tal_facts_dialog_parent_class)->dispose (object);
}

static void
tal_facts_dialog_finalize (GObject *object)
{
  TalFactsDialog *self = TAL_FACTS_DIALOG (object);

  g_clear_pointer (&self->read, tal_series_statuses_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tal_facts_dialog_parent_class)->finalize (object);
}

static void
tal_facts_dialog_class_init (TalFactsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_facts_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_facts_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tal_facts_dialog_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-facts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalFactsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TalFactsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TalFactsDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TalFactsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TalFactsDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, TalFactsDialog, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
tal_facts_dialog_init (TalFactsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  tal_help_key_add (GTK_WINDOW (self));
}

static void
add_row (TalFactsDialog *self, const TalInitiativeFact *fact)
{
  GtkWidget *row = tal_fact_row_new (fact);

  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list, row);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move-asked", G_CALLBACK (move_asked_cb), self, G_CONNECT_SWAPPED);
}

/* The chosen ones stand first; one that is chosen and has nothing to say isn't listed. */
static void
add_rows (TalFactsDialog *self)
{
  guint                n_goals = 0;
  const TalGoalStatus *goals = get_goals (self, &n_goals);
  const TalCatalogue  *catalogue = tal_status_table_get_catalogue (self->statuses);
  g_autoptr (GArray)   shown =
      tal_initiative_facts_list (catalogue, self->initiative, goals, n_goals);
  g_autoptr (GArray) choices =
      tal_initiative_facts_list_choices (catalogue, self->initiative, goals, n_goals);

  for (guint i = 0; i < choices->len; i++)
    {
      const TalInitiativeFact *fact = &g_array_index (choices, TalInitiativeFact, i);
      g_autoptr (TalFactText)  text =
          tal_fact_text_new (fact, self->statuses, self->initiative, NULL);

      if (text == NULL)
        continue;
      add_row (self, fact);
      self->n_chosen += i < shown->len ? 1 : 0;
    }
}

static void
read_figures (TalFactsDialog *self)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));
  g_autoptr (GArray) series = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_vals (facts, get_fact (self, i), 1);
  series = tal_fact_text_list_series (facts, self->statuses, self->initiative);
  tal_workspace_read_series_async (self->workspace, series, NULL, read_cb, g_object_ref (self));
}

GtkWidget *
tal_facts_dialog_new (GtkWindow *parent, TalWorkspace *workspace, const TalInitiative *initiative)
{
  TalFactsDialog *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (initiative != NULL, NULL);

  self = g_object_new (TAL_TYPE_FACTS_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->statuses = tal_status_table_ref (tal_workspace_get_statuses (workspace));
  self->initiative = tal_record_copy (&initiative->record);
  add_rows (self);
  place_rows (self);
  show_texts (self);
  gtk_widget_set_visible (self->page, self->rows->len > 0);
  gtk_widget_set_visible (self->empty, self->rows->len == 0);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
  read_figures (self);
  return GTK_WIDGET (self);
}
