/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/window/tal-collection-dialog.h"

#include "ui/application/tal-settings.h"
#include "ui/common/tal-file-chooser.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-help-key.h"
#include "ui/common/tal-text-scale.h"

struct _TalCollectionDialog
{
  AdwWindow parent_instance;

  GtkEditable *name;
  GtkEditable *unit;
  GtkEditable *committee;
  GtkWidget   *create_button;

  char *file_name; /* that was chosen, NULL before */
};

G_DEFINE_FINAL_TYPE (TalCollectionDialog, tal_collection_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (TalCollectionDialog *self)
{
  g_autofree char *name = tal_form_dup_text (self->name);
  g_autofree char *unit = tal_form_dup_text (self->unit);

  gtk_widget_set_sensitive (self->create_button, name[0] != '\0' && unit[0] != '\0');
}

/* What was typed has become a collection. */
static void
workspace_changed_cb (TalCollectionDialog *self)
{
  TalWindow       *window = TAL_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  TalWorkspace    *workspace = tal_window_get_workspace (window);
  g_autofree char *name =
      workspace != NULL ? g_path_get_basename (tal_workspace_get_path (workspace)) : NULL;

  /* Links on the way to a file are followed, so that its path may be another. */
  if (g_strcmp0 (name, self->file_name) == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* It waits out of sight until the collection is there: the person may first want to correct
 * what isn't saved, and the file may not be made. */
static void
wait_for_collection (TalCollectionDialog *self, TalWindow *window, GFile *file)
{
  g_signal_handlers_disconnect_by_func (window, workspace_changed_cb, self);
  g_free (self->file_name);
  self->file_name = g_file_get_basename (file);
  g_signal_connect_object (window, "notify::workspace", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
file_chosen_cb (GObject *object, GFile *file)
{
  TalCollectionDialog  *self = TAL_COLLECTION_DIALOG (object);
  TalWindow            *window = TAL_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char      *unit = tal_form_dup_text (self->unit);
  g_autofree char      *committee = tal_form_dup_text (self->committee);
  g_autoptr (GSettings) settings = tal_settings_new ();

  g_settings_set_string (settings, "committee", committee);
  wait_for_collection (self, window, file);
  tal_window_create_collection (window, file, unit, FALSE);
  /* Both windows before it went away at once, and not every desktop finds the way back. */
  gtk_window_present (GTK_WINDOW (window));
}

static void
create_clicked_cb (TalCollectionDialog *self)
{
  g_autofree char *name = tal_form_dup_text (self->name);

  if (gtk_widget_get_sensitive (self->create_button))
    tal_file_chooser_save (GTK_WINDOW (self), name, file_chosen_cb, G_OBJECT (self));
}

static void
tal_collection_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_COLLECTION_DIALOG);

  G_OBJECT_CLASS (tal_collection_dialog_parent_class)->dispose (object);
}

static void
tal_collection_dialog_finalize (GObject *object)
{
  g_free (TAL_COLLECTION_DIALOG (object)->file_name);

  G_OBJECT_CLASS (tal_collection_dialog_parent_class)->finalize (object);
}

static void
tal_collection_dialog_class_init (TalCollectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_collection_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_collection_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/window/tal-collection-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalCollectionDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TalCollectionDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, TalCollectionDialog, committee);
  gtk_widget_class_bind_template_child (widget_class, TalCollectionDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
}

static void
tal_collection_dialog_init (TalCollectionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
  tal_help_key_add (GTK_WINDOW (self));
  tal_form_name_fields (GTK_WIDGET (self));
}

/* The one that waits with what was typed in it, or NULL. */
static TalCollectionDialog *
find_waiting (TalWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *each = toplevels; each != NULL; each = each->next)
    {
      if (TAL_IS_COLLECTION_DIALOG (each->data) &&
          gtk_window_get_transient_for (each->data) == GTK_WINDOW (window))
        return each->data;
    }

  return NULL;
}

void
tal_collection_dialog_present (TalWindow *window)
{
  TalCollectionDialog *self = NULL;

  g_return_if_fail (TAL_IS_WINDOW (window));

  self = find_waiting (window);
  if (self == NULL)
    self = g_object_new (TAL_TYPE_COLLECTION_DIALOG, "transient-for", window, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->unit));
  gtk_window_present (GTK_WINDOW (self));
}
