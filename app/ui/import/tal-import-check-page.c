/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-check-page.h"

#include "base/tal-danish-number.h"
#include "model/tal-clock.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What takes less than so many of them is over before a bar could be read. */
#define PATIENCE 10
#define TICK_MILLISECONDS 100

struct _TalImportCheckPage
{
  GtkWidget parent_instance;

  guint      timeout;
  guint      n_ticks;
  gboolean   is_read; /* what comes now cannot be measured */
  GPtrArray *rows;    /* of borrowed GtkWidget *, in the groups */
  char      *failure; /* what is copied */

  GtkStack            *stack;
  GtkLabel            *running;
  GtkProgressBar      *bar;
  AdwPreferencesGroup *file_group;
  AdwPreferencesGroup *check_group;
  AdwStatusPage       *failure_page;
};

/* How a check came out. */
typedef enum
{
  OUTCOME_GOOD,
  OUTCOME_WARNING,
} Outcome;

G_DEFINE_FINAL_TYPE (TalImportCheckPage, tal_import_check_page, GTK_TYPE_WIDGET)

static void
stop_waiting (TalImportCheckPage *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
}

static gboolean
ticked_cb (gpointer user_data)
{
  TalImportCheckPage *self = user_data;

  self->n_ticks++;
  gtk_widget_set_visible (GTK_WIDGET (self->bar), self->n_ticks >= PATIENCE);
  if (self->is_read)
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
clear_rows (TalImportCheckPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
add_row (TalImportCheckPage  *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
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
  return row;
}

/* Which fact, and then what it is. */
static void
add_fact (TalImportCheckPage *self, const char *what, const char *fact)
{
  if (fact != NULL)
    gtk_widget_add_css_class (add_row (self, self->file_group, what, fact), "property");
}

static void
add_check (TalImportCheckPage *self, Outcome outcome, const char *sentence, const char *more)
{
  gboolean         good = outcome == OUTCOME_GOOD;
  GtkWidget       *icon = gtk_image_new_from_icon_name (good ? APPLICATION_ID "-check-symbolic"
                                                             : "dialog-warning-symbolic");
  GtkWidget       *row = add_row (self, self->check_group, sentence, more);
  g_autofree char *said = g_strdup_printf ("%s: %s", good ? _ ("Passed") : _ ("Warning"), sentence);

  gtk_widget_add_css_class (icon, good ? "success" : "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static char *
write_rows (const TalImportReport *report)
{
  guint            n_rows = report->rows->len + report->n_unchanged;
  g_autofree char *all =
      tal_danish_number_format (TAL_DECIMAL (n_rows, 0), TAL_DANISH_NUMBER_PLAIN);
  g_autofree char *same =
      tal_danish_number_format (TAL_DECIMAL (report->n_unchanged, 0), TAL_DANISH_NUMBER_PLAIN);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), all);

  /* Translators: "61 rækker, hvoraf 11 er ens begge steder". */
  return report->n_unchanged > 0
      ? g_strdup_printf (_ ("%s, of which %s are the same in both"), rows, same)
      : g_steal_pointer (&rows);
}

static void
show_facts (TalImportCheckPage *self, GFile *file, const TalImportReport *report)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *rows = write_rows (report);
  g_autofree char *newest =
      report->newest != TAL_TIME_NONE ? tal_clock_format_local (report->newest) : NULL;

  add_fact (self, _ ("File"), shown);
  add_fact (self, _ ("Sent by"), report->sender != NULL ? report->sender : _ ("Not stated"));
  add_fact (self, _ ("Newest change in the file"), newest);
  add_fact (self, _ ("Contents"), report->delta ? _ ("What has changed since an earlier file")
                                                : _ ("Everything in its scope"));
  add_fact (self, _ ("Extent"), rows);
}

static void
show_notes (TalImportCheckPage *self, const TalImportReport *report)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char    *sentence = NULL;

  if (report->notes->len == 0)
    return;

  for (guint i = 0; i < report->notes->len; i++)
    g_string_append_printf (notes, "%s%s", i > 0 ? "\n" : "",
                            (const char *)g_ptr_array_index (report->notes, i));
  sentence =
      g_strdup_printf (ngettext ("%u thing in the file was passed over",
                                 "%u things in the file were passed over", report->notes->len),
                       report->notes->len);
  add_check (self, OUTCOME_WARNING, sentence, notes->str);
}

static void
show_matters (TalImportCheckPage *self, const TalImportReport *report)
{
  g_autofree char *conflicts = NULL;
  g_autofree char *refused = NULL;
  guint            n_refused = 0;

  for (guint i = 0; i < report->rows->len; i++)
    n_refused += ((const TalImportRow *)g_ptr_array_index (report->rows, i))->refused ? 1 : 0;

  if (report->n_conflicts > 0)
    {
      conflicts =
          g_strdup_printf (ngettext ("%u conflict waits for your choice",
                                     "%u conflicts wait for your choice", report->n_conflicts),
                           report->n_conflicts);
      add_check (self, OUTCOME_WARNING, conflicts, _ ("Both sides have changed the same."));
    }
  if (n_refused > 0)
    {
      refused = g_strdup_printf (ngettext ("%u row cannot be written", "%u rows cannot be written",
                                           n_refused),
                                 n_refused);
      add_check (self, OUTCOME_WARNING, refused, _ ("The next step says why."));
    }
}

static void
show_checks (TalImportCheckPage *self, const TalImportReport *report)
{
  g_autofree char *receiver = NULL;

  add_check (self, OUTCOME_GOOD, _ ("The file is whole, and of a format that is known"), NULL);
  add_check (self, OUTCOME_GOOD, _ ("All that it refers to is there"), NULL);
  add_check (self, OUTCOME_GOOD, _ ("Figures, periods and units are within the rules"), NULL);
  if (report->receiver != NULL)
    {
      receiver = g_strdup_printf (_ ("The file is meant for %s"), report->receiver);
      add_check (self, OUTCOME_WARNING, receiver, _ ("This collection is another unit's."));
    }
  show_matters (self, report);
  show_notes (self, report);
}

static void
copy_clicked_cb (TalImportCheckPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          self->failure != NULL ? self->failure : "");
}

static void
tal_import_check_page_dispose (GObject *object)
{
  TalImportCheckPage *self = TAL_IMPORT_CHECK_PAGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_CHECK_PAGE);

  G_OBJECT_CLASS (tal_import_check_page_parent_class)->dispose (object);
}

static void
tal_import_check_page_finalize (GObject *object)
{
  g_ptr_array_unref (TAL_IMPORT_CHECK_PAGE (object)->rows);
  g_free (TAL_IMPORT_CHECK_PAGE (object)->failure);

  G_OBJECT_CLASS (tal_import_check_page_parent_class)->finalize (object);
}

static void
tal_import_check_page_class_init (TalImportCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_check_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_import_check_page_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/import/tal-import-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalImportCheckPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TalImportCheckPage, running);
  gtk_widget_class_bind_template_child (widget_class, TalImportCheckPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TalImportCheckPage, file_group);
  gtk_widget_class_bind_template_child (widget_class, TalImportCheckPage, check_group);
  gtk_widget_class_bind_template_child (widget_class, TalImportCheckPage, failure_page);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
tal_import_check_page_init (TalImportCheckPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tal_import_check_page_show_running (TalImportCheckPage *self, const char *sentence)
{
  g_return_if_fail (TAL_IS_IMPORT_CHECK_PAGE (self));
  g_return_if_fail (sentence != NULL);

  stop_waiting (self);
  gtk_label_set_label (self->running, sentence);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "running");
  self->n_ticks = 0;
  self->is_read = FALSE;
  self->timeout = g_timeout_add (TICK_MILLISECONDS, ticked_cb, self);
}

void
tal_import_check_page_show_progress (TalImportCheckPage *self, goffset bytes, goffset size)
{
  g_return_if_fail (TAL_IS_IMPORT_CHECK_PAGE (self));

  self->is_read = bytes >= size;
  if (self->is_read)
    gtk_label_set_label (self->running, _ ("Comparing with the collection …"));
  else
    gtk_progress_bar_set_fraction (self->bar, (double)bytes / (double)size);
}

void
tal_import_check_page_show_report (TalImportCheckPage    *self,
                                   GFile                 *file,
                                   const TalImportReport *report)
{
  g_return_if_fail (TAL_IS_IMPORT_CHECK_PAGE (self));
  g_return_if_fail (G_IS_FILE (file) && report != NULL);

  stop_waiting (self);
  clear_rows (self);
  if (report->rows->len == 0)
    add_check (self, OUTCOME_GOOD,
               _ ("The file contains no changes"), _ ("Everything in it is here already."));
  show_facts (self, file, report);
  show_checks (self, report);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

void
tal_import_check_page_show_failure (TalImportCheckPage *self, GFile *file, const GError *error)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (TAL_IS_IMPORT_CHECK_PAGE (self));
  g_return_if_fail ((file == NULL || G_IS_FILE (file)) && error != NULL);

  stop_waiting (self);
  name = file != NULL ? g_file_get_parse_name (file) : g_strdup (_ ("The clipboard"));
  description = g_markup_printf_escaped (_ ("%s\n\nNothing has been changed."), error->message);
  adw_status_page_set_description (self->failure_page, description);
  g_free (self->failure);
  self->failure =
      g_strdup_printf ("%s\n%s\n%s\nIndsatstal %s\n", _ ("The file cannot be imported"), name,
                                                         error->message, PACKAGE_VERSION);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}
