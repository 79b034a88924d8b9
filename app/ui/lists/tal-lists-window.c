/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/lists/tal-lists-window.h"

#include "core/tal-change-text.h"
#include "core/tal-list-edit.h"
#include "ui/common/tal-text-scale.h"
#include "ui/lists/tal-list-tree.h"
#include "ui/lists/tal-merge-dialog.h"
#include "ui/lists/tal-record-form.h"

#include <glib/gi18n-lib.h>

struct _TalListsWindow
{
  AdwWindow parent_instance;

  TalWorkspace *workspace;
  TalListKind   list;
  TalId         renaming; /* a new record whose name is to be written when it has come; or none */

  AdwToastOverlay *toasts;
  GtkListBox      *lists;
  GtkSearchEntry  *search;
  TalListTree     *tree;
  GtkLabel        *reason;
  TalRecordForm   *form;
};

G_DEFINE_FINAL_TYPE (TalListsWindow, tal_lists_window, ADW_TYPE_WINDOW)

static gboolean
can_edit (TalListsWindow *self)
{
  return self->workspace != NULL && !tal_workspace_get_read_only (self->workspace);
}

/* The chosen record; NULL where none is. */
static const TalRecord *
find_selected (TalListsWindow *self)
{
  return tal_catalogue_find (tal_workspace_get_catalogue (self->workspace),
                             tal_list_kind_get_record_kind (self->list),
                             tal_list_tree_get_selected (self->tree));
}

static void
say (TalListsWindow *self, const char *reason)
{
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

static void
show_toast (TalListsWindow *self, const char *message, const char *button, const char *action)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast        *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static guint
count (TalListsWindow *self, TalListKind list)
{
  guint                   length = 0;
  guint                   n_records = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (tal_workspace_get_catalogue (self->workspace),
                                 tal_list_kind_get_record_kind (list), &length);

  for (guint i = 0; i < length; i++)
    n_records += tal_list_kind_has (list, records[i]) ? 1 : 0;
  return n_records;
}

static void
show_counts (TalListsWindow *self)
{
  for (guint i = 0; i < TAL_N_LIST_KINDS; i++)
    {
      GtkListBoxRow   *row = gtk_list_box_get_row_at_index (self->lists, (int)i);
      GtkWidget       *number = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
      g_autofree char *text = g_strdup_printf ("%u", count (self, (TalListKind)i));

      gtk_label_set_label (GTK_LABEL (number), text);
    }
}

static void
selected_cb (TalListsWindow *self)
{
  const TalRecord *record = find_selected (self);
  gboolean         member = record != NULL && record->kind == TAL_KIND_MEMBER;
  gboolean         plan = record != NULL && record->kind == TAL_KIND_PLAN;

  gtk_widget_set_visible (GTK_WIDGET (self->form), record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.new", can_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.remove",
                                 can_edit (self) && record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.rename",
                                 can_edit (self) && record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.merge", can_edit (self) && member);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.copy-plan", can_edit (self) && plan);
  say (self, NULL);
  if (record != NULL)
    tal_record_form_show (self->form, self->list, record);
}

static void
show (TalListsWindow *self)
{
  show_counts (self);
  tal_list_tree_show (self->tree, self->list, tal_workspace_get_catalogue (self->workspace));
  selected_cb (self);
}

static void
committed_cb (TalListsWindow *self)
{
  TalId renaming = self->renaming;

  if (tal_id_is_none (renaming))
    {
      show (self);
      return;
    }

  self->renaming = TAL_ID_NONE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show (self);
  tal_list_tree_select (self->tree, renaming);
  tal_record_form_rename (self->form);
}

static void
list_selected_cb (TalListsWindow *self, GtkListBoxRow *row)
{
  if (row == NULL || self->workspace == NULL)
    return;

  self->list = (TalListKind)gtk_list_box_row_get_index (row);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show (self);
}

static void
search_changed_cb (TalListsWindow *self)
{
  tal_list_tree_set_search (self->tree, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_stopped_cb (TalListsWindow *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->tree));
}

/* A change under way, and what is said when it is done. */
typedef struct
{
  TalListsWindow *window;
  const char     *toast; /* NULL for nothing */
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->window);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (change->window->workspace == NULL)
    return;
  if (!tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    say (change->window, error->message);
  else if (change->toast != NULL)
    show_toast (change->window, change->toast, _ ("Undo"), "list.undo");
}

static Change *
change_new (TalListsWindow *self, const char *toast)
{
  Change *change = g_new0 (Change, 1);

  change->window = g_object_ref (self);
  change->toast = toast;
  return change;
}

/* A new one is there at once and is named where it stands: it stands beside what is chosen. */
static void
new_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalListsWindow           *self = TAL_LISTS_WINDOW (widget);
  const TalRecord          *beside = find_selected (self);
  g_autoptr (TalRecord)     record = NULL;
  g_autoptr (TalPutRequest) request = NULL;
  g_autofree char          *label = NULL;

  record = tal_list_kind_create (self->list,
                                 beside != NULL ? tal_list_kind_get_parent (beside) : TAL_ID_NONE);
  label = tal_change_text_for_change (tal_workspace_get_catalogue (self->workspace), NULL, record);
  request = tal_put_request_new (label);
  tal_put_request_add (request, record);
  self->renaming = record->id;
  tal_workspace_change_async (self->workspace, tal_writer_put_all, g_steal_pointer (&request),
                              (GDestroyNotify)tal_put_request_free, NULL, changed_cb,
                              change_new (self, NULL));
}

static void
remove_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalListsWindow  *self = TAL_LISTS_WINDOW (widget);
  const TalRecord *record = find_selected (self);
  TalKey           key;

  if (record == NULL)
    return;

  key = tal_record_get_key (record);
  tal_workspace_change_async (self->workspace, tal_list_edit_remove, g_memdup2 (&key, sizeof key),
                              g_free, NULL, changed_cb,
                              change_new (self, _ ("It has been deleted")));
}

static void
rename_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tal_record_form_rename (TAL_LISTS_WINDOW (widget)->form);
}

static void
merge_chosen_cb (TalListsWindow *self, const TalMergeRequest *request)
{
  self->renaming = TAL_ID_NONE;
  tal_workspace_change_async (self->workspace, tal_list_edit_merge,
                              g_memdup2 (request, sizeof *request), g_free, NULL, changed_cb,
                              change_new (self, _ ("The two have been merged")));
}

static void
merge_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalListsWindow  *self = TAL_LISTS_WINDOW (widget);
  const TalRecord *record = find_selected (self);
  GtkWidget       *dialog = NULL;

  if (record == NULL)
    return;

  dialog = tal_merge_dialog_new (GTK_WINDOW (self), tal_workspace_get_catalogue (self->workspace),
                                 TAL_MEMBER (record));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (merge_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* To what refers to something: another of these lists, or a place in the main window. */
static void
go_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalListsWindow  *self = TAL_LISTS_WINDOW (widget);
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const TalRecord *record = NULL;
  const char      *text = NULL;
  guint32          kind = 0;
  TalListKind      list;
  TalId            id;

  g_variant_get (parameter, "(u&s)", &kind, &text);
  if (kind >= TAL_N_KINDS || !tal_id_parse (text, &id, NULL))
    return;

  record = tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), (TalKind)kind, id);
  if (record != NULL && tal_list_kind_for_record (record, &list))
    {
      tal_lists_window_show_list (self, list, id);
      return;
    }
  if (parent == NULL)
    return;
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.show-place", parameter);
  gtk_window_close (GTK_WINDOW (self));
}

static void
copy_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalListsWindow  *self = TAL_LISTS_WINDOW (widget);
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const TalRecord *record = find_selected (self);
  char             id[TAL_ID_STRING_LENGTH + 1];

  if (record == NULL || parent == NULL)
    return;

  tal_id_format (record->id, id);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.copy-plan", "s", id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalListsWindow) self = user_data;
  g_autoptr (GError)         error = NULL;
  g_autofree char           *deed = NULL;
  g_autofree char           *text = NULL;

  deed = tal_workspace_undo_finish (TAL_WORKSPACE (source), result, &error);
  if (self->workspace == NULL)
    return;
  if (deed == NULL)
    {
      show_toast (self, error->message, NULL, NULL);
      return;
    }

  text = g_strdup_printf (_ ("Undone: %s"), deed);
  show_toast (self, text, _ ("Redo"), "list.redo");
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalListsWindow) self = user_data;
  g_autoptr (GError)         error = NULL;
  g_autofree char           *deed = NULL;
  g_autofree char           *text = NULL;

  deed = tal_workspace_undo_finish (TAL_WORKSPACE (source), result, &error);
  if (self->workspace == NULL)
    return;
  text = deed != NULL ? g_strdup_printf (_ ("Redone: %s"), deed) : g_strdup (error->message);
  show_toast (self, text, NULL, NULL);
}

static void
undo_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalListsWindow *self = TAL_LISTS_WINDOW (widget);

  tal_workspace_undo_async (self->workspace, NULL, undone_cb, g_object_ref (self));
}

static void
redo_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalListsWindow *self = TAL_LISTS_WINDOW (widget);

  tal_workspace_redo_async (self->workspace, NULL, redone_cb, g_object_ref (self));
}

static void
search_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TAL_LISTS_WINDOW (widget)->search));
}

static void
tal_lists_window_dispose (GObject *object)
{
  TalListsWindow *self = TAL_LISTS_WINDOW (object);

  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_LISTS_WINDOW);

  G_OBJECT_CLASS (tal_lists_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc activated;
    guint                       key; /* 0 for none */
    GdkModifierType             modifiers;
  } actions[] = {
    { "list.new", NULL, new_activated_cb, GDK_KEY_n, GDK_CONTROL_MASK },
    { "list.remove", NULL, remove_activated_cb, 0, 0 },
    { "list.rename", NULL, rename_activated_cb, GDK_KEY_F2, 0 },
    { "list.merge", NULL, merge_activated_cb, 0, 0 },
    { "list.copy-plan", NULL, copy_activated_cb, 0, 0 },
    { "list.go-to", "(us)", go_activated_cb, 0, 0 },
    { "list.undo", NULL, undo_activated_cb, GDK_KEY_z, GDK_CONTROL_MASK },
    { "list.redo", NULL, redo_activated_cb, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "list.search", NULL, search_activated_cb, GDK_KEY_f, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                       actions[i].activated);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tal_lists_window_class_init (TalListsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_lists_window_dispose;

  g_type_ensure (TAL_TYPE_LIST_TREE);
  g_type_ensure (TAL_TYPE_RECORD_FORM);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/lists/tal-lists-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TalListsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TalListsWindow, lists);
  gtk_widget_class_bind_template_child (widget_class, TalListsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TalListsWindow, tree);
  gtk_widget_class_bind_template_child (widget_class, TalListsWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, TalListsWindow, form);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
add_list (TalListsWindow *self, TalListKind list)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (tal_list_kind_get_title (list));
  GtkWidget *number = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_css_classes (number, (const char *[]){ "caption", "dim-label", "numeric", NULL });
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  number, NULL, -1);
  gtk_list_box_append (self->lists, row);
}

static void
tal_lists_window_init (TalListsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
  for (guint i = 0; i < TAL_N_LIST_KINDS; i++)
    add_list (self, (TalListKind)i);
}

GtkWidget *
tal_lists_window_new (GtkWindow *parent, TalWorkspace *workspace)
{
  TalListsWindow *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (TAL_TYPE_LISTS_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  tal_record_form_set_workspace (self->form, workspace);
  g_signal_connect_object (workspace, "committed", G_CALLBACK (committed_cb), self,
                           G_CONNECT_SWAPPED);
  /* The collection that it shows may be closed meanwhile. */
  if (parent != NULL)
    g_signal_connect_object (parent, "notify::workspace", G_CALLBACK (gtk_window_destroy), self,
                             G_CONNECT_SWAPPED);
  gtk_list_box_select_row (self->lists, gtk_list_box_get_row_at_index (self->lists, 0));
  return GTK_WIDGET (self);
}

void
tal_lists_window_show_list (TalListsWindow *self, TalListKind list, TalId id)
{
  g_return_if_fail (TAL_IS_LISTS_WINDOW (self));
  g_return_if_fail (list < TAL_N_LIST_KINDS);

  gtk_list_box_select_row (self->lists, gtk_list_box_get_row_at_index (self->lists, (int)list));
  if (!tal_id_is_none (id))
    tal_list_tree_select (self->tree, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->tree));
}
