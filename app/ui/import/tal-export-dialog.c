/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-export-dialog.h"

#include "base/tal-danish-number.h"
#include "core/tal-danish-period.h"
#include "core/tal-plan.h"
#include "core/tal-unit.h"
#include "model/tal-clock.h"
#include "model/tal-workspace-export.h"
#include "ui/common/tal-choice.h"
#include "ui/common/tal-file-chooser.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-text-scale.h"
#include "ui/import/tal-initiative-checks.h"

#include <glib/gi18n-lib.h>

/* Counts below it are hidden where that is asked for. */
#define SMALL_COUNT 5

/* In the order of the rows that they are chosen in. */
enum
{
  WHAT_EXCHANGE,
  WHAT_TABLES,
  WHAT_FORM,
};

struct _TalExportDialog
{
  AdwWindow parent_instance;

  TalWorkspace *workspace;
  GArray       *units;     /* of TalId, as in their row after "not stated" */
  GArray       *plans;     /* of TalId, as in their row after "all" */
  GCancellable *measuring; /* NULL for nothing */
  GCancellable *writing;   /* NULL for nothing */
  char         *name;      /* of the file that is being written */
  gboolean      filling;

  GtkButton           *save_button;
  GtkLabel            *reason;
  AdwComboRow         *what_row;
  AdwComboRow         *receiver_row;
  AdwComboRow         *plan_row;
  GtkEditable         *period_row;
  GtkWidget           *since_last_row;
  GtkSwitch           *since_last_switch;
  GtkEditable         *since_row;
  GtkEditable         *table_row;
  GtkWidget           *mask_row;
  GtkSwitch           *mask_switch;
  TalInitiativeChecks *initiatives;
  GtkLabel            *extent;
};

/* What somebody asks for. */
typedef struct
{
  TalExchangeExport exchange;
  TalTableExport    tables;
  GArray           *initiatives; /* only some; empty for all of the plan */
  char             *table;
} Request;

G_DEFINE_FINAL_TYPE (TalExportDialog, tal_export_dialog, ADW_TYPE_WINDOW)

static void
request_clear (Request *self)
{
  g_clear_pointer (&self->initiatives, g_array_unref);
  g_clear_pointer (&self->table, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
wants (TalExportDialog *self, guint what)
{
  return adw_combo_row_get_selected (self->what_row) == what;
}

/* A last file is one to somebody. */
static gboolean
wants_since_last (TalExportDialog *self)
{
  return wants (self, WHAT_EXCHANGE) && adw_combo_row_get_selected (self->receiver_row) > 0 &&
         gtk_switch_get_active (self->since_last_switch);
}

static void
say (TalExportDialog *self, GtkEditable *field, const char *reason)
{
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  tal_form_mark (self->period_row, field == self->period_row);
  tal_form_mark (self->since_row, field == self->since_row);
}

static TalId
get_chosen (AdwComboRow *row, const GArray *ids)
{
  guint chosen = adw_combo_row_get_selected (row);

  return chosen > 0 && chosen <= ids->len ? g_array_index (ids, TalId, chosen - 1) : TAL_ID_NONE;
}

/* Where all of a plan are wanted, what belongs to the plan itself goes along. */
static void
read_initiatives (TalExportDialog *self, Request *request)
{
  request->initiatives = tal_initiative_checks_list_checked (self->initiatives);
  if (request->initiatives->len < tal_initiative_checks_get_length (self->initiatives))
    return;

  g_array_set_size (request->initiatives, 0);
  request->exchange.plan = request->tables.plan = get_chosen (self->plan_row, self->plans);
}

static gboolean
read_period (TalExportDialog *self, TalPeriod *ret_period, GError **error)
{
  g_autofree char *text = tal_form_dup_text (self->period_row);

  *ret_period = TAL_PERIOD_UNSET;
  return text[0] == '\0' || tal_danish_period_parse (text, ret_period, error);
}

static gboolean
read_since (TalExportDialog *self, TalTime *ret_since, GError **error)
{
  TalDay today = tal_clock_get_today ();
  TalDay day = TAL_DAY_NONE;

  *ret_since = TAL_TIME_NONE;
  if (wants_since_last (self))
    return TRUE;
  if (!tal_form_read_day (self->since_row, FALSE, &day, error))
    return FALSE;

  if (day != TAL_DAY_NONE)
    *ret_since = tal_clock_get_start_of_day (day < today ? (guint)(today - day) : 0);
  return TRUE;
}

/* FALSE where something cannot be read, which has been said beside it. */
static gboolean
read_request (TalExportDialog *self, Request *request)
{
  g_autoptr (GError) error = NULL;

  if (!read_period (self, &request->exchange.period, &error))
    {
      say (self, self->period_row, error->message);
      return FALSE;
    }
  if (!read_since (self, &request->exchange.since, &error))
    {
      say (self, self->since_row, error->message);
      return FALSE;
    }

  say (self, NULL, NULL);
  read_initiatives (self, request);
  request->exchange.since_last = wants_since_last (self);
  request->exchange.to = get_chosen (self->receiver_row, self->units);
  request->exchange.initiatives = request->tables.initiatives = request->initiatives;
  request->tables.period = request->exchange.period;
  tal_form_read_text (self->table_row, &request->table);
  request->tables.table = request->table;
  request->tables.mask_below = gtk_switch_get_active (self->mask_switch) ? SMALL_COUNT : 0;
  return TRUE;
}

static void
show_extent (TalExportDialog *self, const char *sentence, gboolean can_save)
{
  gtk_label_set_label (self->extent, sentence);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), can_save && self->writing == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

/* "128 værdier fra 5 indsatser" */
static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalExportDialog) self = user_data;
  g_autoptr (GError)          error = NULL;
  TalExchangeExtent           extent = { 0 };
  g_autofree char            *number = NULL;
  g_autofree char            *figures = NULL;
  g_autofree char            *initiatives = NULL;
  g_autofree char            *sentence = NULL;
  g_autofree char            *first = NULL;

  if (!tal_workspace_measure_export_finish (TAL_WORKSPACE (source), result, &extent, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say (self, NULL, error->message);
      return;
    }

  number = tal_danish_number_format (TAL_DECIMAL (extent.n_figures, 0), TAL_DANISH_NUMBER_PLAIN);
  figures = g_strdup_printf (ngettext ("%s value", "%s values", extent.n_figures), number);
  initiatives = g_strdup_printf (ngettext ("%u initiative", "%u initiatives", extent.n_initiatives),
                                 extent.n_initiatives);
  /* Translators: "128 værdier fra 5 indsatser". */
  sentence = g_strdup_printf (_ ("%s from %s"), figures, initiatives);
  if (wants_since_last (self) && !extent.is_delta)
    first = g_strdup_printf ("%s. %s.", sentence,
                             _ ("Nothing has been sent to the receiver before, so the file has everything"));
  show_extent (self, first != NULL ? first : sentence, TRUE);
}

static void
stop_measuring (TalExportDialog *self)
{
  g_cancellable_cancel (self->measuring);
  g_clear_object (&self->measuring);
}

/* Says anew how much it is, and whether it can be written. */
static void
measure (TalExportDialog *self)
{
  g_auto (Request) request = { .exchange = { .since = TAL_TIME_NONE } };
  guint            n_checked = tal_initiative_checks_count_checked (self->initiatives);
  g_autofree char *sentence = NULL;

  stop_measuring (self);
  if (!read_request (self, &request))
    {
      show_extent (self, "", FALSE);
      return;
    }
  if (n_checked == 0 && tal_initiative_checks_get_length (self->initiatives) > 0)
    {
      show_extent (self, _ ("Choose at least one initiative"), FALSE);
      return;
    }
  if (wants (self, WHAT_FORM) && !tal_period_is_set (request.tables.period))
    {
      show_extent (self, _ ("A form is of one period: write which, as 2023"), FALSE);
      return;
    }
  if (wants (self, WHAT_FORM))
    {
      sentence =
          g_strdup_printf (ngettext ("Form of %u initiative", "Form of %u initiatives", n_checked),
                           n_checked);
      show_extent (self, sentence, TRUE);
      return;
    }
  if (wants (self, WHAT_TABLES))
    {
      sentence = g_strdup_printf (ngettext ("Tables of %u initiative", "Tables of %u initiatives",
                                            n_checked),
                                  n_checked);
      show_extent (self, sentence, TRUE);
      return;
    }

  self->measuring = g_cancellable_new ();
  tal_workspace_measure_export_async (self->workspace, &request.exchange, self->measuring,
                                      measured_cb, g_object_ref (self));
}

static void
changed_cb (TalExportDialog *self)
{
  if (!self->filling)
    measure (self);
}

/* Of the plan that is chosen, or all. */
static void
list_initiatives (TalExportDialog *self)
{
  tal_initiative_checks_list (self->initiatives, tal_workspace_get_catalogue (self->workspace),
                              get_chosen (self->plan_row, self->plans));
}

static void
plan_changed_cb (TalExportDialog *self)
{
  if (self->filling)
    return;

  list_initiatives (self);
  measure (self);
}

/* Also whom it is for, and since when. */
static void
what_changed_cb (TalExportDialog *self)
{
  gboolean exchange = wants (self, WHAT_EXCHANGE);
  gboolean tables = wants (self, WHAT_TABLES);
  gboolean named = adw_combo_row_get_selected (self->receiver_row) > 0;

  if (self->filling)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->receiver_row), exchange);
  gtk_widget_set_visible (self->since_last_row, exchange && named);
  gtk_widget_set_visible (GTK_WIDGET (self->since_row), exchange && !wants_since_last (self));
  gtk_widget_set_visible (GTK_WIDGET (self->table_row), tables);
  gtk_widget_set_visible (self->mask_row, tables);
  gtk_button_set_label (self->save_button, exchange ? _ ("_Save XML …")
                                                    : tables
                        ? _ ("_Save tables …")
                        : _ ("_Save form …"));
  measure (self);
}

static void
fill_row (AdwComboRow *row, GArray *ids, const TalCatalogue *catalogue, TalKind kind, TalId left_out)
{
  GtkStringList          *names = GTK_STRING_LIST (adw_combo_row_get_model (row));
  guint                   length = 0;
  const TalRecord *const *records = tal_catalogue_get_records (catalogue, kind, &length);

  for (guint i = 0; i < length; i++)
    {
      const char *name =
          kind == TAL_KIND_UNIT ? TAL_UNIT (records[i])->name : TAL_PLAN (records[i])->name;

      if (tal_id_is_equal (records[i]->id, left_out))
        continue;
      gtk_string_list_append (names, name != NULL ? name : "?");
      g_array_append_val (ids, records[i]->id);
    }
}

/* The unit whose collection it is; NULL while it has none. */
static const TalUnit *
find_home_unit (TalExportDialog *self)
{
  const char             *name = tal_workspace_get_unit_name (self->workspace);
  guint                   length = 0;
  const TalRecord *const *units =
      tal_catalogue_get_records (tal_workspace_get_catalogue (self->workspace), TAL_KIND_UNIT,
                                 &length);

  for (guint i = 0; i < length; i++)
    {
      if (name != NULL && g_strcmp0 (TAL_UNIT (units[i])->name, name) == 0)
        return TAL_UNIT (units[i]);
    }
  return NULL;
}

static void
fill (TalExportDialog *self)
{
  const TalCatalogue *catalogue = tal_workspace_get_catalogue (self->workspace);
  const TalUnit      *home = find_home_unit (self);

  self->filling = TRUE;
  fill_row (self->receiver_row, self->units, catalogue, TAL_KIND_UNIT,
            home != NULL ? home->record.id : TAL_ID_NONE);
  fill_row (self->plan_row, self->plans, catalogue, TAL_KIND_PLAN, TAL_ID_NONE);
  list_initiatives (self);
  self->filling = FALSE;
  what_changed_cb (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalExportDialog) self = user_data;
  g_autoptr (GError)          error = NULL;
  GtkWindow                  *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char            *message = NULL;
  gboolean written = tal_workspace_export_finish (TAL_WORKSPACE (source), result, &error);

  g_clear_object (&self->writing);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!written)
    {
      message = g_strdup_printf (_ ("The file could not be saved: %s"), error->message);
      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      say (self, NULL, message);
      return;
    }

  /* Translators: %s is the name of a file. */
  message = g_strdup_printf (_ ("%s has been saved"), self->name);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
file_chosen_cb (GObject *object, GFile *file)
{
  tal_export_dialog_write (TAL_EXPORT_DIALOG (object), file);
}

/* "indsatstal_BIF_2024-06-18" */
static void
save_clicked_cb (TalExportDialog *self)
{
  const TalUnit   *home = find_home_unit (self);
  g_autofree char *day = tal_day_to_string (tal_clock_get_today ());
  g_autofree char *name = home != NULL && home->short_name != NULL
                              ? g_strdup_printf ("indsatstal_%s_%s", home->short_name, day)
                              : g_strdup_printf ("indsatstal_%s", day);

  if (wants (self, WHAT_FORM))
    tal_file_chooser_save_form (GTK_WINDOW (self), name, file_chosen_cb, G_OBJECT (self));
  else if (wants (self, WHAT_TABLES))
    tal_file_chooser_save_tables (GTK_WINDOW (self), name, file_chosen_cb, G_OBJECT (self));
  else
    tal_file_chooser_save_exchange (GTK_WINDOW (self), name, file_chosen_cb, G_OBJECT (self));
}

static void
tal_export_dialog_dispose (GObject *object)
{
  TalExportDialog *self = TAL_EXPORT_DIALOG (object);

  stop_measuring (self);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (tal_export_dialog_parent_class)->dispose (object);
}

static void
tal_export_dialog_finalize (GObject *object)
{
  TalExportDialog *self = TAL_EXPORT_DIALOG (object);

  g_array_unref (self->units);
  g_array_unref (self->plans);
  g_free (self->name);

  G_OBJECT_CLASS (tal_export_dialog_parent_class)->finalize (object);
}

static void
tal_export_dialog_class_init (TalExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TAL_TYPE_INITIATIVE_CHECKS);

  G_OBJECT_CLASS (klass)->dispose = tal_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_export_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/import/tal-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, receiver_row);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, plan_row);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, since_last_row);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, since_last_switch);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, since_row);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, table_row);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, mask_row);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, mask_switch);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, initiatives);
  gtk_widget_class_bind_template_child (widget_class, TalExportDialog, extent);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, what_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
tal_export_dialog_init (TalExportDialog *self)
{
  self->units = g_array_new (FALSE, FALSE, sizeof (TalId));
  self->plans = g_array_new (FALSE, FALSE, sizeof (TalId));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
}

GtkWidget *
tal_export_dialog_new (GtkWindow *parent, TalWorkspace *workspace)
{
  TalExportDialog *self = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (TAL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  tal_choice_show_whole (GTK_WIDGET (self));
  tal_form_name_fields (GTK_WIDGET (self));
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->what_row));
  return GTK_WIDGET (self);
}

/* FALSE after having said how it must end. */
static gboolean
check_name (TalExportDialog *self, const char *path, TalTableFile *ret_format)
{
  gboolean is_table = tal_table_file_from_name (path, ret_format);

  if (wants (self, WHAT_TABLES) && !is_table)
    {
      say (self, NULL, _ ("Tables are saved as .xlsx, .ods or .csv: choose a name that ends so."));
      return FALSE;
    }
  if (wants (self, WHAT_FORM) && (!is_table || *ret_format != TAL_TABLE_FILE_XLSX))
    {
      say (self, NULL, _ ("A form is saved as .xlsx: choose a name that ends so."));
      return FALSE;
    }
  return TRUE;
}

void
tal_export_dialog_write (TalExportDialog *self, GFile *file)
{
  g_auto (Request) request = { .exchange = { .since = TAL_TIME_NONE } };
  const char      *path = NULL;

  g_return_if_fail (TAL_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_peek_path (file);
  if (self->writing != NULL || !read_request (self, &request))
    return;
  if (path == NULL)
    {
      say (self, NULL, _ ("Files can only be saved in folders of this computer."));
      return;
    }
  if (!check_name (self, path, &request.tables.format))
    return;

  g_free (self->name);
  self->name = g_filename_display_basename (path);
  self->writing = g_cancellable_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  if (wants (self, WHAT_FORM))
    tal_workspace_export_form_async (self->workspace, path, &request.tables, self->writing,
                                     written_cb, g_object_ref (self));
  else if (wants (self, WHAT_TABLES))
    tal_workspace_export_tables_async (self->workspace, path, &request.tables, self->writing,
                                       written_cb, g_object_ref (self));
  else
    tal_workspace_export_async (self->workspace, path, &request.exchange, self->writing, written_cb,
                                g_object_ref (self));
}
