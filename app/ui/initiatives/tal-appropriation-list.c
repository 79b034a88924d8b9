/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-appropriation-list.h"

#include "core/tal-grant.h"
#include "core/tal-list-edit.h"
#include "core/tal-sentence.h"
#include "model/tal-clock.h"
#include "ui/figures/tal-grant-table.h"
#include "ui/initiatives/tal-appropriation-dialog.h"
#include "ui/initiatives/tal-appropriation-row.h"

#include <glib/gi18n-lib.h>

struct _TalAppropriationList
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  TalId         initiative;

  GtkWidget  *box;
  GtkWidget  *add_button;
  GtkListBox *rows;
  GtkLabel   *note;
};

G_DEFINE_FINAL_TYPE (TalAppropriationList, tal_appropriation_list, GTK_TYPE_WIDGET)

static gboolean
is_editable (TalAppropriationList *self)
{
  return self->workspace != NULL && !tal_workspace_get_read_only (self->workspace);
}

static GtkWindow *
get_window (TalAppropriationList *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
add_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalAppropriationList *self = TAL_APPROPRIATION_LIST (widget);

  if (is_editable (self) && !tal_id_is_none (self->initiative))
    gtk_window_present (GTK_WINDOW (
        tal_appropriation_dialog_new (get_window (self), self->workspace, self->initiative)));
}

static void
row_activated_cb (TalAppropriationList *self, TalAppropriationRow *row)
{
  const TalRecord *record = NULL;

  if (!is_editable (self))
    return;

  record =
      tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), TAL_KIND_APPROPRIATION,
                          tal_appropriation_row_get_appropriation (row));
  if (record != NULL)
    gtk_window_present (GTK_WINDOW (
        tal_appropriation_dialog_new_for_appropriation (get_window (self), self->workspace,
                                                        TAL_APPROPRIATION (record))));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalAppropriationList) self = user_data;
  g_autoptr (GError)               error = NULL;

  if (tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s",
                                _ ("The appropriation has been deleted"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
}

static void
remove_asked_cb (TalAppropriationList *self, TalAppropriationRow *row)
{
  TalKey key = { .kind = TAL_KIND_APPROPRIATION };

  if (!is_editable (self))
    return;

  key.id = tal_appropriation_row_get_appropriation (row);
  tal_workspace_change_async (self->workspace, tal_list_edit_remove, g_memdup2 (&key, sizeof key),
                              g_free, NULL, removed_cb, g_object_ref (self));
}

static void
tal_appropriation_list_dispose (GObject *object)
{
  g_clear_object (&TAL_APPROPRIATION_LIST (object)->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_APPROPRIATION_LIST);

  G_OBJECT_CLASS (tal_appropriation_list_parent_class)->dispose (object);
}

static void
tal_appropriation_list_class_init (TalAppropriationListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_appropriation_list_dispose;

  gtk_widget_class_install_action (widget_class, "appropriations.add", NULL, add_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-appropriation-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationList, box);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationList, add_button);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationList, rows);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationList, note);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tal_appropriation_list_init (TalAppropriationList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_appropriation_list_new (void)
{
  return g_object_new (TAL_TYPE_APPROPRIATION_LIST, NULL);
}

void
tal_appropriation_list_set_workspace (TalAppropriationList *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_APPROPRIATION_LIST (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
}

/* Of one initiative, const TalAppropriation *, grant by grant and in each by year. */
static GPtrArray *
list_lines (GPtrArray *grants)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant *grant = g_ptr_array_index (grants, i);

      for (guint j = 0; j < grant->lines->len; j++)
        g_ptr_array_add (lines, g_ptr_array_index (grant->lines, j));
    }
  return lines;
}

static GPtrArray *
list_grants (TalAppropriationList *self)
{
  guint                   n_records = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (tal_workspace_get_catalogue (self->workspace),
                                  TAL_KIND_APPROPRIATION, self->initiative, &n_records);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (lines, (gpointer)TAL_APPROPRIATION (records[i]));
  return tal_grant_list_of_lines (lines);
}

static void
append_row (TalAppropriationList *self)
{
  GtkWidget *row = tal_appropriation_row_new ();

  g_signal_connect_object (row, "remove-asked", G_CALLBACK (remove_asked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rows, row);
}

/* The focus stays in the list as long as there is a row for it. */
static void
remove_row (TalAppropriationList *self, GtkListBoxRow *row)
{
  GtkListBoxRow *before =
      gtk_list_box_get_row_at_index (self->rows, gtk_list_box_row_get_index (row) - 1);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) == GTK_WIDGET (row))
    gtk_widget_grab_focus (before != NULL ? GTK_WIDGET (before) : self->add_button);
  gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static void
adjust_rows (TalAppropriationList *self, guint n_lines)
{
  guint          n_rows = 0;
  GtkListBoxRow *row = NULL;

  while (gtk_list_box_get_row_at_index (self->rows, (int)n_rows) != NULL)
    n_rows++;
  while (n_rows > n_lines &&
         (row = gtk_list_box_get_row_at_index (self->rows, (int)--n_rows)) != NULL)
    remove_row (self, row);
  for (; n_rows < n_lines; n_rows++)
    append_row (self);
}

/* What there is in all, or why that is not said. */
static char *
write_note (const GPtrArray *grants, guint n_lines)
{
  const TalGrant  *grant = NULL;
  g_autofree char *amount = NULL;
  TalDecimal       kroner;

  if (n_lines == 0)
    return g_strdup (_ ("Add the money set aside, and until when."));
  if (tal_grant_table_get_note (grants) != NULL)
    return g_strdup (tal_grant_table_get_note (grants));
  if (grants->len == 1 || tal_grant_sum (grants, &kroner) != TAL_GRANT_SUM_KNOWN)
    return NULL;

  grant = g_ptr_array_index (grants, 0);
  amount = tal_sentence_amount (kroner);
  return g_strdup_printf (_ ("%s in all in %d"), amount, grant->last_year);
}

static void
show_note (TalAppropriationList *self, const GPtrArray *grants, guint n_lines)
{
  g_autofree char *note = write_note (grants, n_lines);

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

void
tal_appropriation_list_show (TalAppropriationList *self, TalId initiative)
{
  g_autoptr (GPtrArray) grants = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  int                   this_year = 0;

  g_return_if_fail (TAL_IS_APPROPRIATION_LIST (self));
  g_return_if_fail (self->workspace != NULL);

  self->initiative = initiative;
  tal_day_get_date (tal_clock_get_today (), &this_year, NULL, NULL);
  grants = list_grants (self);
  lines = list_lines (grants);
  adjust_rows (self, lines->len);
  for (guint i = 0; i < lines->len; i++)
    tal_appropriation_row_show (TAL_APPROPRIATION_ROW (
                                    gtk_list_box_get_row_at_index (self->rows, (int)i)),
                                g_ptr_array_index (lines, i), this_year, is_editable (self));

  gtk_widget_set_visible (GTK_WIDGET (self->rows), lines->len > 0);
  show_note (self, grants, lines->len);
  gtk_widget_set_visible (self->box, lines->len > 0 || is_editable (self));
  gtk_widget_set_visible (self->add_button, is_editable (self));
}
