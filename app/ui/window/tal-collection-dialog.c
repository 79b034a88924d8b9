/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/window/tal-collection-dialog.h"

#include "ui/application/tal-settings.h"
#include "ui/common/tal-file-chooser.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-help-key.h"

struct _TalCollectionDialog
{
  AdwWindow parent_instance;

  GtkEditable *name;
  GtkEditable *unit;
  GtkEditable *committee;
  GtkWidget   *create_button;
};

G_DEFINE_FINAL_TYPE (TalCollectionDialog, tal_collection_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (TalCollectionDialog *self)
{
  g_autofree char *name = tal_form_dup_text (self->name);
  g_autofree char *unit = tal_form_dup_text (self->unit);

  gtk_widget_set_sensitive (self->create_button, name[0] != '\0' && unit[0] != '\0');
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
  tal_window_create_collection (window, file, unit, FALSE);
  gtk_window_destroy (GTK_WINDOW (self));
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
tal_collection_dialog_class_init (TalCollectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_collection_dialog_dispose;

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
  tal_help_key_add (GTK_WINDOW (self));
  tal_form_name_fields (GTK_WIDGET (self));
}

void
tal_collection_dialog_present (TalWindow *window)
{
  TalCollectionDialog *self = NULL;

  g_return_if_fail (TAL_IS_WINDOW (window));

  self = g_object_new (TAL_TYPE_COLLECTION_DIALOG, "transient-for", window, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->unit));
  gtk_window_present (GTK_WINDOW (self));
}
