/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-summary-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* More reasons are in the report that can be kept. */
#define MOST_REASONS 50

struct _TalImportSummaryPage
{
  GtkWidget parent_instance;

  GPtrArray *rows; /* of borrowed GtkWidget *, in the groups */

  GtkWidget           *page;
  AdwPreferencesGroup *written_group;
  AdwPreferencesGroup *left_group;
  AdwPreferencesGroup *refused_group;
  GtkSwitch           *receipt_switch;
};

G_DEFINE_FINAL_TYPE (TalImportSummaryPage, tal_import_summary_page, GTK_TYPE_WIDGET)

static void
clear_rows (TalImportSummaryPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (TalImportSummaryPage *self,
         AdwPreferencesGroup  *group,
         const char           *title,
         const char           *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *shown_title = g_markup_escape_text (title, -1);
  g_autofree char *shown_subtitle = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown_subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

/* 'sentence' is taken; nothing is said of none. */
static void
add_count (TalImportSummaryPage *self,
           AdwPreferencesGroup  *group,
           guint                 n,
           char                 *sentence,
           const char           *more)
{
  if (n > 0)
    add_row (self, group, sentence, more);
  g_free (sentence);
}

static void
show_written (TalImportSummaryPage *self, const TalImportTally *tally)
{
  add_count (self, self->written_group, tally->n_new,
             g_strdup_printf (ngettext ("%u new", "%u new", tally->n_new), tally->n_new), NULL);
  add_count (self, self->written_group, tally->n_changed,
             g_strdup_printf (ngettext ("%u changed", "%u changed", tally->n_changed),
                              tally->n_changed),
             NULL);
  add_count (self, self->written_group, tally->n_removed,
             g_strdup_printf (ngettext ("%u removed", "%u removed", tally->n_removed),
                              tally->n_removed),
             NULL);
  if (tally->n_new + tally->n_changed + tally->n_removed == 0)
    add_row (self, self->written_group, _ ("Nothing is imported"), NULL);
}

static void
show_left (TalImportSummaryPage *self, const TalImportTally *tally)
{
  add_count (self, self->left_group, tally->n_left,
             g_strdup_printf (ngettext ("%u stays as it is here", "%u stay as they are here",
                                        tally->n_left),
                              tally->n_left),
             NULL);
  add_count (self, self->left_group, tally->n_open,
             g_strdup_printf (ngettext ("%u undecided is passed over",
                                        "%u undecided are passed over", tally->n_open),
                              tally->n_open),
             _ ("It can be decided when the file is imported again."));
  gtk_widget_set_visible (GTK_WIDGET (self->left_group), tally->n_left + tally->n_open > 0);
}

static void
show_refused (TalImportSummaryPage *self, const TalImportReport *report)
{
  guint n_shown = 0;

  for (guint i = 0; i < report->rows->len && n_shown < MOST_REASONS; i++)
    {
      const TalImportRow *row = g_ptr_array_index (report->rows, i);

      if (!row->refused)
        continue;
      add_row (self, self->refused_group, row->object, row->matter);
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->refused_group), n_shown > 0);
}

static void
tal_import_summary_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_SUMMARY_PAGE);

  G_OBJECT_CLASS (tal_import_summary_page_parent_class)->dispose (object);
}

static void
tal_import_summary_page_finalize (GObject *object)
{
  g_ptr_array_unref (TAL_IMPORT_SUMMARY_PAGE (object)->rows);

  G_OBJECT_CLASS (tal_import_summary_page_parent_class)->finalize (object);
}

static void
tal_import_summary_page_class_init (TalImportSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_summary_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_import_summary_page_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/import/tal-import-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalImportSummaryPage, page);
  gtk_widget_class_bind_template_child (widget_class, TalImportSummaryPage, written_group);
  gtk_widget_class_bind_template_child (widget_class, TalImportSummaryPage, left_group);
  gtk_widget_class_bind_template_child (widget_class, TalImportSummaryPage, refused_group);
  gtk_widget_class_bind_template_child (widget_class, TalImportSummaryPage, receipt_switch);
}

static void
tal_import_summary_page_init (TalImportSummaryPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tal_import_summary_page_show (TalImportSummaryPage *self, TalImportList *list)
{
  TalImportTally tally;

  g_return_if_fail (TAL_IS_IMPORT_SUMMARY_PAGE (self));
  g_return_if_fail (TAL_IS_IMPORT_LIST (list));

  tally = tal_import_list_get_tally (list);
  clear_rows (self);
  show_written (self, &tally);
  show_left (self, &tally);
  show_refused (self, tal_import_list_get_report (list));
}

gboolean
tal_import_summary_page_get_wants_receipt (TalImportSummaryPage *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_SUMMARY_PAGE (self), FALSE);

  return gtk_switch_get_active (self->receipt_switch);
}
