/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/window/tal-restore-dialog.h"

#include "model/tal-clock.h"
#include "ui/common/tal-help-key.h"
#include "ui/common/tal-text-scale.h"

#include <glib/gi18n-lib.h>

struct _TalRestoreDialog
{
  AdwWindow parent_instance;

  char      *path;
  gboolean   in_place;
  GPtrArray *copies; /* of TalKeptCopy */

  AdwPreferencesGroup *group;
  GtkStack            *stack;
  GtkListBox          *list;
  GtkWidget           *restore_button;
};

G_DEFINE_FINAL_TYPE (TalRestoreDialog, tal_restore_dialog, ADW_TYPE_WINDOW)

static void
restore_clicked_cb (TalRestoreDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  TalWindow     *window = TAL_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (row == NULL)
    return;

  tal_window_restore_collection (window,
                                 g_ptr_array_index (self->copies, gtk_list_box_row_get_index (row)),
                                 self->path, self->in_place);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_row (TalRestoreDialog *self, const TalKeptCopy *copy)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *when = tal_clock_format_local (copy->made_at);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

static void
fill (TalRestoreDialog *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = NULL;

  if (self->in_place)
    text = g_strdup_printf (_ ("The backup takes the place of “%s”. The file that cannot be opened is kept beside it."),
        name);
  else
    text = g_strdup_printf (_ ("The backup is opened as a file of its own, beside “%s”, which stays as it is."), name);
  adw_preferences_group_set_description (self->group, text);

  self->copies = tal_backups_list (self->path);
  for (guint i = 0; i < self->copies->len; i++)
    add_row (self, g_ptr_array_index (self->copies, i));
  gtk_stack_set_visible_child_name (self->stack, self->copies->len > 0 ? "copies" : "none");
  gtk_widget_set_sensitive (self->restore_button, self->copies->len > 0);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
tal_restore_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_RESTORE_DIALOG);

  G_OBJECT_CLASS (tal_restore_dialog_parent_class)->dispose (object);
}

static void
tal_restore_dialog_finalize (GObject *object)
{
  TalRestoreDialog *self = TAL_RESTORE_DIALOG (object);

  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_free (self->path);

  G_OBJECT_CLASS (tal_restore_dialog_parent_class)->finalize (object);
}

static void
tal_restore_dialog_class_init (TalRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_restore_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_restore_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/window/tal-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalRestoreDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TalRestoreDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TalRestoreDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TalRestoreDialog, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
}

static void
tal_restore_dialog_init (TalRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
  tal_help_key_add (GTK_WINDOW (self));
}

void
tal_restore_dialog_present (TalWindow *window, const char *path, gboolean in_place)
{
  TalRestoreDialog *self = NULL;

  g_return_if_fail (TAL_IS_WINDOW (window));
  g_return_if_fail (path != NULL);

  self = g_object_new (TAL_TYPE_RESTORE_DIALOG, "transient-for", window, NULL);
  self->path = g_strdup (path);
  self->in_place = in_place;
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
