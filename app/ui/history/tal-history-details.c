/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/history/tal-history-details.h"

#include "core/tal-change-text.h"
#include "model/tal-workspace-history.h"
#include "ui/history/tal-history-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A longer text would not be read on a button. */
#define RESTORED_MOST_LETTERS 24
/* Of a text that wraps: the list beside it needs the room. */
#define MOST_WIDTH_CHARS 34

struct _TalHistoryDetails
{
  GtkWidget parent_instance;

  TalWorkspace   *workspace;
  TalHistoryItem *item;    /* NULL for none */
  TalChangeSet   *changes; /* of a whole entry, once they are read */
  GCancellable   *loading;

  GtkWidget *scrolled;
  GtkStack  *stack;
  GtkLabel  *what;
  GtkLabel  *when;
  GtkLabel  *note;
  GtkWidget *fields_box;
  GtkBox    *fields;
  GtkButton *restore_button;
  GtkButton *undo_button;
  GtkWidget *show_button;
  GtkLabel  *problem;
};

G_DEFINE_FINAL_TYPE (TalHistoryDetails, tal_history_details, GTK_TYPE_WIDGET)

/* The one change that is shown, and its place in its entry; NULL where there are several, or
 * they are still being read. */
static const TalChange *
find_change (TalHistoryDetails *self, guint *ret_position)
{
  const TalChange *found = tal_history_item_get_change (self->item, ret_position);

  if (found != NULL || self->changes == NULL)
    return found;

  for (guint i = 0; i < tal_change_set_get_length (self->changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (self->changes, i);

      if (tal_change_text_is_trace (change))
        continue;
      if (found != NULL)
        return NULL;
      found = change;
      *ret_position = i;
    }

  return found;
}

static void
clear_fields (TalHistoryDetails *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
}

static void
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_WIDTH_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), style == NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
add_field (TalHistoryDetails *self, const TalFieldChange *field)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_label (GTK_BOX (box), field->title, "caption-heading");
  if (field->before != NULL)
    {
      before = g_strdup_printf (_ ("Before: %s"), field->before);
      add_label (GTK_BOX (box), before, NULL);
    }
  if (field->after != NULL)
    {
      after = g_strdup_printf (_ ("After: %s"), field->after);
      add_label (GTK_BOX (box), after, NULL);
    }
  gtk_widget_add_css_class (box, "history-field");
  gtk_box_append (self->fields, box);
}

/* NULL shows none. */
static void
show_fields (TalHistoryDetails *self, const GPtrArray *fields)
{
  clear_fields (self);
  gtk_widget_set_visible (self->fields_box, fields != NULL);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    add_field (self, g_ptr_array_index (fields, i));
}

/* What was made is taken back by undoing that; a figure is removed by restoring none. */
static gboolean
can_restore (const TalChange *change)
{
  return change != NULL && (change->before != NULL || change->key.kind == TAL_KIND_OBSERVATION);
}

/* Names what comes back where there is one thing of few letters: "this value" could be either. */
static char *
dup_restore_text (const TalChange *change, const GPtrArray *fields)
{
  const char *before = NULL;

  if (change == NULL)
    return g_strdup ("");
  if (change->before == NULL)
    return g_strdup (_ ("Remove the figure again"));

  if (fields->len == 1)
    before = ((const TalFieldChange *)g_ptr_array_index (fields, 0))->before;
  if (before == NULL || g_utf8_strlen (before, -1) > RESTORED_MOST_LETTERS)
    return g_strdup (_ ("Restore as it was before"));

  return g_strdup_printf (_ ("Restore “%s”"), before);
}

static const char *
get_undo_text (const TalHistoryEntry *entry)
{
  if (entry->origin == TAL_ORIGIN_IMPORT)
    return _ ("Undo the import");

  return entry->n_changes > 1 ? _ ("Undo all of it") : _ ("Undo this");
}

static void
show_ways (TalHistoryDetails *self, const TalChange *change, const GPtrArray *fields)
{
  const TalHistoryEntry *entry = tal_history_item_get_entry (self->item);
  gboolean               writable = !tal_workspace_get_read_only (self->workspace);
  gboolean               whole = tal_history_item_get_change (self->item, NULL) == NULL;
  gboolean               restorable = can_restore (change);
  g_autofree char       *restore = dup_restore_text (change, fields);

  gtk_button_set_label (self->restore_button, restore);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button),
                          writable && restorable && !(whole && entry->undone));
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button),
                          writable && whole && entry->reverses == 0 && !entry->undone &&
                              !(restorable && entry->origin == TAL_ORIGIN_EDIT));
  gtk_button_set_label (self->undo_button, get_undo_text (entry));
}

static char *
dup_note (const TalHistoryEntry *entry, const TalChange *change, gboolean loading)
{
  if (entry->undone)
    return g_strdup (_ ("This has been taken back."));
  if (change == NULL && !loading && entry->n_changes > 1)
    return g_strdup (_ ("Open the entry in the list to see each of its changes."));
  return NULL;
}

static void
show (TalHistoryDetails *self)
{
  const TalHistoryEntry *entry = NULL;
  const TalChange       *change = NULL;
  g_autoptr (GPtrArray)  fields = NULL;
  g_autofree char       *what = NULL;
  g_autofree char       *when = NULL;
  g_autofree char       *note = NULL;
  guint                  position = 0;

  gtk_stack_set_visible_child_name (self->stack, self->item != NULL ? "item" : "nothing");
  if (self->item == NULL)
    return;

  entry = tal_history_item_get_entry (self->item);
  change = find_change (self, &position);
  what = tal_history_item_dup_sentence (self->item);
  when = tal_history_text_when (entry);
  note = dup_note (entry, change, self->loading != NULL);
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  if (change != NULL)
    fields = tal_change_text_list_fields (tal_workspace_get_catalogue (self->workspace),
                                          change->before, change->after);
  show_fields (self, fields);
  show_ways (self, change, fields);
}

static void
changes_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalHistoryDetails) self = user_data;
  g_autoptr (GError)            error = NULL;
  g_autoptr (TalChangeSet)      changes = NULL;

  changes = tal_workspace_load_changes_finish (TAL_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->item == NULL)
    return;

  g_clear_object (&self->loading);
  self->changes = g_steal_pointer (&changes);
  show (self);
}

/* A large import is opened in the list, and not here. */
static void
load_changes (TalHistoryDetails *self)
{
  const TalHistoryEntry *entry = tal_history_item_get_entry (self->item);

  if (tal_history_item_get_change (self->item, NULL) != NULL || entry->n_changes > 2)
    return;

  self->loading = g_cancellable_new ();
  tal_workspace_load_changes_async (self->workspace, entry->sequence, self->loading,
                                    changes_loaded_cb, g_object_ref (self));
}

static void
show_problem (TalHistoryDetails *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* Says what was taken back, or why it could not be. */
static void
report (TalHistoryDetails *self, TalWorkspace *workspace, GAsyncResult *result, const char *action)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *label = tal_workspace_undo_finish (workspace, result, &error);

  if (self->workspace != workspace)
    return;

  show_problem (self, error != NULL ? error->message : NULL);
  if (error == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", label != NULL ? label : "");
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalHistoryDetails) self = user_data;

  report (self, TAL_WORKSPACE (source), result, "win.report-undone");
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalHistoryDetails) self = user_data;

  report (self, TAL_WORKSPACE (source), result, "win.report-restored");
}

static void
undo_clicked_cb (TalHistoryDetails *self)
{
  tal_workspace_undo_entry_async (self->workspace,
                                  tal_history_item_get_entry (self->item)->sequence, NULL,
                                  undone_cb, g_object_ref (self));
}

static void
restore_clicked_cb (TalHistoryDetails *self)
{
  guint position = 0;

  if (find_change (self, &position) != NULL)
    tal_workspace_restore_async (self->workspace, tal_history_item_get_entry (self->item)->sequence,
                                 position, NULL, restored_cb, g_object_ref (self));
}

static void
show_clicked_cb (TalHistoryDetails *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.show-place", NULL);
}

static void
let_go (TalHistoryDetails *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->changes, tal_change_set_unref);
  g_clear_object (&self->item);
  g_clear_object (&self->workspace);
}

static void
tal_history_details_dispose (GObject *object)
{
  let_go (TAL_HISTORY_DETAILS (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_HISTORY_DETAILS);

  G_OBJECT_CLASS (tal_history_details_parent_class)->dispose (object);
}

static void
tal_history_details_class_init (TalHistoryDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_history_details_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/history/tal-history-details.ui");
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, what);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, when);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, note);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, fields_box);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, fields);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, show_button);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryDetails, problem);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
}

static void
tal_history_details_init (TalHistoryDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_history_details_new (void)
{
  return g_object_new (TAL_TYPE_HISTORY_DETAILS, NULL);
}

void
tal_history_details_show (TalHistoryDetails *self, TalWorkspace *workspace, TalHistoryItem *item)
{
  g_return_if_fail (TAL_IS_HISTORY_DETAILS (self));
  g_return_if_fail (item == NULL || TAL_IS_WORKSPACE (workspace));

  let_go (self);
  show_problem (self, NULL);
  if (item != NULL)
    {
      self->workspace = g_object_ref (workspace);
      self->item = g_object_ref (item);
      load_changes (self);
    }
  show (self);
}
