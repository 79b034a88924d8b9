/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-latest-changes.h"

#include "model/tal-history-item.h"
#include "model/tal-workspace-history.h"
#include "ui/common/tal-seen.h"
#include "ui/history/tal-history-text.h"

/* How many are listed. */
#define LENGTH 5

struct _TalLatestChanges
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  GCancellable *reading; /* NULL unless they are being read */
  TalId         initiative;

  GtkWidget  *box;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (TalLatestChanges, tal_latest_changes, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (label, (const char **)classes);
  return label;
}

static GtkWidget *
create_row (TalHistoryItem *item)
{
  g_autofree char *sentence = tal_history_item_dup_sentence (item);
  g_autofree char *count = tal_history_text_count (item);
  g_autofree char *when = tal_history_text_when (tal_history_item_get_entry (item));
  g_autofree char *what =
      count != NULL ? g_strdup_printf ("%s · %s", sentence, count) : g_strdup (sentence);
  g_autofree char *line = tal_history_text_line (item);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), create_label (what, (const char *[]){ "wording", NULL }));
  gtk_box_append (GTK_BOX (box),
                  create_label (when, (const char *[]){ "caption", "dim-label", NULL }));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "explanation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  return row;
}

/* Takes the entries. */
static void
show_entries (TalLatestChanges *self, GPtrArray *entries)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  while (entries->len > 0)
    {
      g_autoptr (TalHistoryItem) item = tal_history_item_new (g_ptr_array_steal_index (entries, 0));

      gtk_list_box_append (self->rows, create_row (item));
    }
  gtk_widget_set_visible (self->box, gtk_list_box_get_row_at_index (self->rows, 0) != NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalLatestChanges) self = user_data;
  g_autoptr (GPtrArray)        entries = NULL;
  g_autoptr (GError)           error = NULL;

  entries = tal_workspace_load_history_finish (TAL_WORKSPACE (source), result, &error);
  if (entries != NULL)
    show_entries (self, entries);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
}

static void
stop_reading (TalLatestChanges *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_entries (GtkWidget *widget)
{
  TalLatestChanges *self = TAL_LATEST_CHANGES (widget);
  TalHistoryFilter  filter = { .initiative = self->initiative };

  stop_reading (self);
  if (self->workspace == NULL || tal_id_is_none (self->initiative))
    return;

  self->reading = g_cancellable_new ();
  tal_workspace_load_history_async (self->workspace, &filter, 0, LENGTH, self->reading, loaded_cb,
                                    g_object_ref (self));
}

static void
refresh (TalLatestChanges *self)
{
  stop_reading (self);
  tal_seen_call (GTK_WIDGET (self), read_entries);
}

static void
committed_cb (TalLatestChanges *self)
{
  refresh (self);
}

/* The history narrowed down to the initiative. */
static void
show_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  char id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (TAL_LATEST_CHANGES (widget)->initiative, id);
  gtk_widget_activate_action (widget, "win.show-history", "s", id);
}

static void
tal_latest_changes_dispose (GObject *object)
{
  TalLatestChanges *self = TAL_LATEST_CHANGES (object);

  stop_reading (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_LATEST_CHANGES);

  G_OBJECT_CLASS (tal_latest_changes_parent_class)->dispose (object);
}

static void
tal_latest_changes_class_init (TalLatestChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_latest_changes_dispose;

  gtk_widget_class_install_action (widget_class, "changes.show-all", NULL, show_all_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-latest-changes.ui");
  gtk_widget_class_bind_template_child (widget_class, TalLatestChanges, box);
  gtk_widget_class_bind_template_child (widget_class, TalLatestChanges, rows);
}

static void
tal_latest_changes_init (TalLatestChanges *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
}

GtkWidget *
tal_latest_changes_new (void)
{
  return g_object_new (TAL_TYPE_LATEST_CHANGES, NULL);
}

void
tal_latest_changes_set_workspace (TalLatestChanges *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_LATEST_CHANGES (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  self->initiative = TAL_ID_NONE;
  g_signal_group_set_target (self->signals, workspace);
  refresh (self);
}

void
tal_latest_changes_set_initiative (TalLatestChanges *self, TalId initiative)
{
  g_return_if_fail (TAL_IS_LATEST_CHANGES (self));

  if (tal_id_is_equal (self->initiative, initiative))
    return;

  self->initiative = initiative;
  gtk_widget_set_visible (self->box, FALSE);
  refresh (self);
}
