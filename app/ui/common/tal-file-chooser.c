/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-file-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *dialog;
  TalFileChosenFunc     chosen;
  GObject              *object;
} Question;

static void
question_free (Question *self)
{
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->dialog));
  g_object_unref (self->dialog);
  g_object_unref (self->object);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* With the suffix, which a person need not type. */
static GFile *
complete (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *completed = NULL;

  if (path == NULL || g_str_has_suffix (path, TAL_COLLECTION_SUFFIX))
    return g_object_ref (file);

  completed = g_strconcat (path, TAL_COLLECTION_SUFFIX, NULL);
  return g_file_new_for_path (completed);
}

static void
responded_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GFile)    file = NULL;
  g_autoptr (GFile)    completed = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file == NULL)
    return;

  completed =
      gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE
          ? complete (file)
          : g_object_ref (file);
  question->chosen (question->object, completed);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) collections = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (collections, _ ("Collections"));
  gtk_file_filter_add_pattern (collections, "*" TAL_COLLECTION_SUFFIX);
  gtk_file_chooser_add_filter (chooser, collections);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static GtkFileChooser *
ask (GtkWindow           *parent,
     GtkFileChooserAction action,
     const char          *title,
     const char          *accept,
     TalFileChosenFunc    chosen,
     GObject             *object)
{
  Question *question = g_new0 (Question, 1);

  question->dialog = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  question->chosen = chosen;
  question->object = g_object_ref (object);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (question->dialog));
  g_signal_connect (question->dialog, "response", G_CALLBACK (responded_cb), question);
  return GTK_FILE_CHOOSER (question->dialog);
}

void
tal_file_chooser_open (GtkWindow *parent, TalFileChosenFunc chosen, GObject *object)
{
  GtkFileChooser *chooser = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (chosen != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  chooser = ask (parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                 _ ("Open a Collection"), _ ("_Open"), chosen, object);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
tal_file_chooser_save (GtkWindow        *parent,
                       const char       *suggested_name,
                       TalFileChosenFunc chosen,
                       GObject          *object)
{
  g_autofree char *name = NULL;
  GtkFileChooser  *chooser = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (suggested_name != NULL);
  g_return_if_fail (chosen != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  chooser = ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                 _ ("Save the New Collection"), _ ("_Create"), chosen, object);
  name = g_strconcat (suggested_name, TAL_COLLECTION_SUFFIX, NULL);
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
