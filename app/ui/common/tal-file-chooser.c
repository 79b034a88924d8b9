/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-file-chooser.h"

#include "ui/application/tal-settings.h"

#include <glib/gi18n-lib.h>

/* What a file that is asked for may end in. */
typedef struct
{
  const char *name;   /* of the filter, to be translated */
  const char *suffix; /* of what is opened there may be several, with spaces between them */
} Suffix;

static const Suffix collections[] = {
  { N_ ("Collections"), TAL_COLLECTION_SUFFIX }, { NULL, NULL },
};

static const Suffix exchanges[] = {
  { N_ ("Everything that can be imported"),
        ".xml .csv .tsv .txt .xlsx .ods .px .XML .CSV .TSV .TXT .XLSX .ODS .PX" },
    { N_ ("Files from other departments"), ".xml" }, { NULL, NULL },
  };

static const Suffix sent[] = {
  { N_ ("Files for other departments"), ".indsats.xml" }, { N_ ("XML"), ".xml" }, { NULL, NULL },
  };

static const Suffix workbooks[] = {
  { N_ ("Workbooks (XLSX)"), ".xlsx" }, { N_ ("Workbooks (ODS)"), ".ods" },
                                          { N_ ("Tables (CSV)"), ".csv" }, { NULL, NULL },
   };

static const Suffix forms[] = {
  { N_ ("Workbooks (XLSX)"), ".xlsx" }, { NULL, NULL },
};

static const Suffix receipts[] = {
  { N_ ("Pages (PDF)"), ".pdf" }, { NULL, NULL },
};

static const Suffix charts[] = {
  { N_ ("Pictures (PNG)"), ".png" }, { N_ ("Drawings (SVG)"), ".svg" },
                                       { N_ ("Pages (PDF)"), ".pdf" }, { NULL, NULL },
   };
static const Suffix tables[] = {
  { N_ ("Tables (CSV)"), ".csv" }, { NULL, NULL },
};

typedef struct
{
  GtkFileChooserNative *dialog;
  const Suffix         *suffixes; /* the last has no name */
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

/* The one that the person chose among, or the first. */
static const Suffix *
get_chosen_suffix (const Question *self)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (self->dialog));
  const char    *name = filter != NULL ? gtk_file_filter_get_name (filter) : NULL;

  for (const Suffix *suffix = self->suffixes; suffix->name != NULL; suffix++)
    {
      if (g_strcmp0 (name, _ (suffix->name)) == 0)
        return suffix;
    }
  return self->suffixes;
}

/* With a suffix, which a person need not type. */
static GFile *
complete (const Question *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *completed = NULL;

  if (path == NULL)
    return g_object_ref (file);
  for (const Suffix *suffix = self->suffixes; suffix->name != NULL; suffix++)
    {
      if (g_str_has_suffix (path, suffix->suffix))
        return g_object_ref (file);
    }

  completed = g_strconcat (path, get_chosen_suffix (self)->suffix, NULL);
  return g_file_new_for_path (completed);
}

/* Where the last file was, else where documents are. */
static GFile *
ref_folder (GSettings *settings)
{
  g_autofree char *last = g_settings_get_string (settings, "last-folder");
  const char      *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (last);
  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (documents);
  return g_file_new_for_path (g_get_home_dir ());
}

static void
begin_in_folder (GtkFileChooser *chooser)
{
  g_autoptr (GSettings) settings = tal_settings_new ();
  g_autoptr (GFile)     folder = ref_folder (settings);

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
remember_folder (GFile *file)
{
  g_autoptr (GSettings) settings = tal_settings_new ();
  g_autoptr (GFile)     folder = g_file_get_parent (file);

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    g_settings_set_string (settings, "last-folder", g_file_peek_path (folder));
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
          ? complete (question, file)
          : g_object_ref (file);
  remember_folder (completed);
  question->chosen (question->object, completed);
}

/* 'suffixes' with spaces between them. */
static void
add_filter (GtkFileChooser *chooser, const char *name, const char *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv)            each = g_strsplit (suffixes, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *pattern = g_strconcat ("*", each[i], NULL);

      gtk_file_filter_add_pattern (filter, pattern);
    }
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, const Suffix *suffixes)
{
  for (const Suffix *suffix = suffixes; suffix->name != NULL; suffix++)
    add_filter (chooser, _ (suffix->name), suffix->suffix);
  add_filter (chooser, _ ("All files"), "");
}

static Question *
create_question (const Suffix *suffixes, TalFileChosenFunc chosen, GObject *object)
{
  Question *question = g_new0 (Question, 1);

  question->suffixes = suffixes;
  question->chosen = chosen;
  question->object = g_object_ref (object);
  return question;
}

/* Takes the question. */
static GtkFileChooser *
ask (Question            *question,
     GtkWindow           *parent,
     GtkFileChooserAction action,
     const char          *title,
     const char          *accept)
{
  question->dialog = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (question->dialog), question->suffixes);
  begin_in_folder (GTK_FILE_CHOOSER (question->dialog));
  g_signal_connect (question->dialog, "response", G_CALLBACK (responded_cb), question);
  return GTK_FILE_CHOOSER (question->dialog);
}

/* One that is there. */
static void
open (GtkWindow        *parent,
      const Suffix     *suffixes,
      const char       *title,
      TalFileChosenFunc chosen,
      GObject          *object)
{
  GtkFileChooser *chooser = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (chosen != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  chooser = ask (create_question (suffixes, chosen, object), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                 title, _ ("_Open"));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
tal_file_chooser_open (GtkWindow *parent, TalFileChosenFunc chosen, GObject *object)
{
  open (parent, collections, _ ("Open a Collection"), chosen, object);
}

void
tal_file_chooser_open_exchange (GtkWindow *parent, TalFileChosenFunc chosen, GObject *object)
{
  open (parent, exchanges, _ ("Choose the File to Import"), chosen, object);
}

/* Under a name that a file can have. */
static void
suggest_name (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autofree char *suggested = g_strconcat (name, suffix, NULL);

  g_strdelimit (suggested, "/\\:*?\"<>|", '-');
  gtk_file_chooser_set_current_name (chooser, suggested);
}

/* A new file, of what can be written. */
static void
save (GtkWindow        *parent,
      const Suffix     *suffixes,
      const char       *title,
      const char       *accept,
      const char       *suggested_name,
      TalFileChosenFunc chosen,
      GObject          *object)
{
  GtkFileChooser *chooser = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (suggested_name != NULL);
  g_return_if_fail (chosen != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  chooser = ask (create_question (suffixes, chosen, object), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                 title, accept);
  suggest_name (chooser, suggested_name, suffixes[0].suffix);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
tal_file_chooser_save (GtkWindow        *parent,
                       const char       *suggested_name,
                       TalFileChosenFunc chosen,
                       GObject          *object)
{
  save (parent, collections,
        _ ("Save the New Collection"), _ ("_Create"), suggested_name, chosen, object);
}

void
tal_file_chooser_save_chart (GtkWindow        *parent,
                             const char       *suggested_name,
                             TalFileChosenFunc chosen,
                             GObject          *object)
{
  save (parent, charts, _ ("Save the Chart"), _ ("_Save"), suggested_name, chosen, object);
}

void
tal_file_chooser_save_history (GtkWindow        *parent,
                               const char       *suggested_name,
                               TalFileChosenFunc chosen,
                               GObject          *object)
{
  save (parent, tables, _ ("Save the History"), _ ("_Save"), suggested_name, chosen, object);
}

void
tal_file_chooser_save_receipt (GtkWindow        *parent,
                               const char       *suggested_name,
                               TalFileChosenFunc chosen,
                               GObject          *object)
{
  save (parent, receipts, _ ("Save the Report"), _ ("_Save"), suggested_name, chosen, object);
}

void
tal_file_chooser_save_exchange (GtkWindow        *parent,
                                const char       *suggested_name,
                                TalFileChosenFunc chosen,
                                GObject          *object)
{
  save (parent, sent, _ ("Save the Data"), _ ("_Save"), suggested_name, chosen, object);
}

void
tal_file_chooser_save_tables (GtkWindow        *parent,
                              const char       *suggested_name,
                              TalFileChosenFunc chosen,
                              GObject          *object)
{
  save (parent, workbooks, _ ("Save the Tables"), _ ("_Save"), suggested_name, chosen, object);
}

void
tal_file_chooser_save_form (GtkWindow        *parent,
                            const char       *suggested_name,
                            TalFileChosenFunc chosen,
                            GObject          *object)
{
  save (parent, forms, _ ("Save the Form"), _ ("_Save"), suggested_name, chosen, object);
}
