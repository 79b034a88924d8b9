/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-file-page.h"

#include "base/tal-danish-date.h"
#include "model/tal-clock.h"
#include "model/tal-history.h"
#include "model/tal-workspace-history.h"
#include "ui/common/tal-file-chooser.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* So many of the imports before are shown. */
#define MOST_SHOWN 5

struct _TalImportFilePage
{
  GtkWidget parent_instance;

  GCancellable *asking;

  GtkWidget           *box;
  GtkWidget           *drop_area;
  GtkWidget           *choose_button;
  GtkLabel            *chosen;
  AdwPreferencesGroup *latest;
};

enum
{
  SIGNAL_FILE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalImportFilePage, tal_import_file_page, GTK_TYPE_WIDGET)

static void
file_chosen_cb (GObject *object, GFile *file)
{
  g_signal_emit (object, signals[SIGNAL_FILE_CHOSEN], 0, file);
}

static void
choose_clicked_cb (TalImportFilePage *self)
{
  tal_import_file_page_choose (self);
}

static gboolean
dropped_cb (TalImportFilePage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, files->data);
  return TRUE;
}

static GtkWidget *
create_row (const TalHistoryEntry *entry)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (entry->label != NULL ? entry->label : "", -1);
  g_autofree char *when =
      tal_danish_date_format (tal_clock_get_local_day (entry->made_at), TAL_DANISH_DATE_TEXT);
  g_autofree char *who =
      entry->author != NULL ? g_strdup_printf ("%s · %s", when, entry->author) : g_strdup (when);
  g_autofree char *subtitle = g_markup_escape_text (who, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
latest_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalImportFilePage) self = user_data;
  g_autoptr (GPtrArray)         entries =
      tal_workspace_load_history_finish (TAL_WORKSPACE (source), result, NULL);

  if (entries == NULL || self->latest == NULL)
    return;

  for (guint i = 0; i < entries->len; i++)
    adw_preferences_group_add (self->latest, create_row (g_ptr_array_index (entries, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->latest), entries->len > 0);
}

static void
tal_import_file_page_dispose (GObject *object)
{
  TalImportFilePage *self = TAL_IMPORT_FILE_PAGE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_FILE_PAGE);

  G_OBJECT_CLASS (tal_import_file_page_parent_class)->dispose (object);
}

static void
tal_import_file_page_class_init (TalImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_file_page_dispose;

  signals[SIGNAL_FILE_CHOSEN] =
      g_signal_new ("file-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/import/tal-import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalImportFilePage, box);
  gtk_widget_class_bind_template_child (widget_class, TalImportFilePage, drop_area);
  gtk_widget_class_bind_template_child (widget_class, TalImportFilePage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TalImportFilePage, chosen);
  gtk_widget_class_bind_template_child (widget_class, TalImportFilePage, latest);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
}

static void
tal_import_file_page_init (TalImportFilePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
tal_import_file_page_set_workspace (TalImportFilePage *self, TalWorkspace *workspace)
{
  const TalHistoryFilter imports = { .only_imports = TRUE };

  g_return_if_fail (TAL_IS_IMPORT_FILE_PAGE (self));
  g_return_if_fail (TAL_IS_WORKSPACE (workspace));

  self->asking = g_cancellable_new ();
  tal_workspace_load_history_async (workspace, &imports, 0, MOST_SHOWN, self->asking,
                                    latest_loaded_cb, g_object_ref (self));
}

void
tal_import_file_page_show_chosen (TalImportFilePage *self, const char *sentence)
{
  g_return_if_fail (TAL_IS_IMPORT_FILE_PAGE (self));

  gtk_label_set_label (self->chosen, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), sentence != NULL);
}

void
tal_import_file_page_choose (TalImportFilePage *self)
{
  g_return_if_fail (TAL_IS_IMPORT_FILE_PAGE (self));

  tal_file_chooser_open_exchange (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                  file_chosen_cb, G_OBJECT (self));
}

void
tal_import_file_page_focus (TalImportFilePage *self)
{
  g_return_if_fail (TAL_IS_IMPORT_FILE_PAGE (self));

  gtk_widget_grab_focus (self->choose_button);
}
