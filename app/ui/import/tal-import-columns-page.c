/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-columns-page.h"

#include "base/tal-problem.h"
#include "ui/common/tal-choice.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-wrap-box.h"
#include "ui/import/tal-import-column-row.h"
#include "ui/import/tal-import-figure-table.h"
#include "ui/import/tal-import-question-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* No table that a person goes through has more; the others are read as they are suggested. */
#define MOST_COLUMNS 100
/* At a time: the next ones come when these are answered. */
#define MOST_QUESTIONS 30
#define MOST_NOTES 50

struct _TalImportColumnsPage
{
  GtkWidget parent_instance;

  gboolean    filling;
  guint       sheet;         /* whose columns are shown */
  GPtrArray  *column_rows;   /* of borrowed TalImportColumnRow */
  GPtrArray  *note_rows;     /* of borrowed GtkWidget */
  GHashTable *question_rows; /* role and label → borrowed TalImportQuestionRow */
  GPtrArray  *asked;         /* of TalFigureAnswer: every label that is in question */
  GHashTable *all;           /* role → GArray of TalFigureSuggestion */
  GHashTable *names;         /* role → GtkStringList of their names */
  char       *reason;

  GtkWidget            *box;
  AdwActionRow         *kind_row;
  AdwComboRow          *sheet_row;
  AdwEntryRow          *period_row;
  AdwComboRow          *days_row;
  AdwPreferencesGroup  *column_group;
  GtkLabel             *more_columns;
  AdwPreferencesGroup  *question_group;
  AdwPreferencesGroup  *note_group;
  TalImportFigureTable *preview;
  GtkLabel             *counts;
  GtkCheckButton       *skip_button;
  GtkLabel             *reason_label;
};

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalImportColumnsPage, tal_import_columns_page, GTK_TYPE_WIDGET)

/* In the order in which the row shows them. */
static const char *const days[] = { "day", "month", "quarter", "year" };

/* Takes the answer. */
static void
say (TalImportColumnsPage *self, TalFigureAnswer *answer)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, answer);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  tal_figure_answer_unref (answer);
}

static void
say_reason (TalImportColumnsPage *self, const char *reason)
{
  gtk_label_set_label (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
}

static void
column_answered_cb (TalImportColumnsPage *self, TalFigureAnswer *answer)
{
  say (self, tal_figure_answer_ref (answer));
}

static void
question_answered_cb (TalImportColumnsPage *self, TalImportQuestionRow *row)
{
  say (self, tal_import_question_row_make_answer (row));
}

static void
sheet_selected_cb (TalImportColumnsPage *self)
{
  if (!self->filling)
    say (self, tal_figure_answer_new (TAL_FIGURE_ANSWER_SHEET,
                                      adw_combo_row_get_selected (self->sheet_row), NULL, NULL,
                                      TAL_ID_NONE));
}

/* The first choice is none. */
static void
days_selected_cb (TalImportColumnsPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->days_row);

  if (!self->filling && chosen > 0 && chosen <= G_N_ELEMENTS (days))
    say (self,
         tal_figure_answer_new (TAL_FIGURE_ANSWER_DAYS, 0, NULL, days[chosen - 1], TAL_ID_NONE));
}

static void
period_applied_cb (TalImportColumnsPage *self)
{
  g_autofree char *text = tal_form_dup_text (GTK_EDITABLE (self->period_row));
  gboolean         is_period = tal_figure_file_is_period (text);

  tal_form_mark (GTK_EDITABLE (self->period_row), !is_period);
  if (!is_period)
    say_reason (self, _ ("Say a period as “2017”, “2017-Q4” or “2017-03”."));
  else
    say (self, tal_figure_answer_new (TAL_FIGURE_ANSWER_PERIOD, 0, NULL, text, TAL_ID_NONE));
}

static void
skip_toggled_cb (TalImportColumnsPage *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* For all that is asked now; the rows show it. */
static void
answer_all (TalImportColumnsPage *self, TalFigureAnswerKind kind)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_ref (self->asked);
  GHashTableIter        rows;
  gpointer              row = NULL;

  g_hash_table_iter_init (&rows, self->question_rows);
  while (g_hash_table_iter_next (&rows, NULL, &row))
    {
      if (tal_import_question_row_is_open (row))
        tal_import_question_row_show (row, kind);
    }
  for (guint i = 0; i < asked->len; i++)
    {
      const TalFigureAnswer *each = g_ptr_array_index (asked, i);
      TalFigureAnswer       *answer =
          tal_figure_answer_new (kind, 0, each->role, each->text, TAL_ID_NONE);

      g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, answer);
      tal_figure_answer_unref (answer);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
all_new_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  answer_all (TAL_IMPORT_COLUMNS_PAGE (widget), TAL_FIGURE_ANSWER_NEW);
}

static void
all_out_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  answer_all (TAL_IMPORT_COLUMNS_PAGE (widget), TAL_FIGURE_ANSWER_LEAVE_OUT);
}

static void
show_sheets (TalImportColumnsPage *self, const TalFigureFile *file)
{
  guint                     n_sheets = tal_figure_file_get_n_sheets (file);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_sheets; i++)
    gtk_string_list_append (names, tal_figure_file_get_sheet_name (file, i));
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  if (n_sheets > 0)
    adw_combo_row_set_selected (self->sheet_row, tal_figure_file_get_sheet (file));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n_sheets > 1);
}

/* What is asked of the columns first, or of those questions that have the code; NULL for nothing. */
static const char *
find_question (const TalFigureReport *report, const char *code)
{
  for (guint i = 0; i < report->doubts->len; i++)
    {
      const TalProblem *doubt = g_ptr_array_index (report->doubts, i);

      if (tal_problem_get_severity (doubt) == TAL_SEVERITY_ERROR &&
          (code == NULL || g_str_equal (tal_problem_get_code (doubt), code)))
        return tal_problem_get_sentence (doubt);
    }

  return NULL;
}

static void
show_times (TalImportColumnsPage *self, const TalFigureFile *file, const TalFigureReport *report)
{
  const char *period = tal_figure_file_get_period (file);
  const char *said = tal_figure_file_get_days (file);
  guint       chosen = 0;

  /* What is being typed stays. */
  if (period != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->period_row)))
    tal_form_show_text (GTK_EDITABLE (self->period_row), period);
  gtk_widget_set_visible (GTK_WIDGET (self->period_row),
                          period != NULL || find_question (report, "period") != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (g_strcmp0 (days[i], said) == 0)
        chosen = i + 1;
    }
  adw_combo_row_set_selected (self->days_row, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row),
                          chosen > 0 || find_question (report, "days") != NULL);
}

static void
forget_columns (TalImportColumnsPage *self)
{
  for (guint i = 0; i < self->column_rows->len; i++)
    adw_preferences_group_remove (self->column_group, g_ptr_array_index (self->column_rows, i));
  g_ptr_array_set_size (self->column_rows, 0);
}

static void
make_columns (TalImportColumnsPage *self, const TalFigureFile *file)
{
  guint n_columns = tal_figure_file_get_n_columns (file);

  forget_columns (self);
  for (guint i = 0; i < MIN (n_columns, MOST_COLUMNS); i++)
    {
      GtkWidget *row = tal_import_column_row_new (file, i);

      g_signal_connect_object (row, "answered", G_CALLBACK (column_answered_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->column_group, row);
      g_ptr_array_add (self->column_rows, row);
    }
}

static void
show_columns (TalImportColumnsPage *self, const TalFigureFile *file)
{
  guint            n_columns = tal_figure_file_get_n_columns (file);
  guint            n_more = n_columns > MOST_COLUMNS ? n_columns - MOST_COLUMNS : 0;
  g_autofree char *more =
      g_strdup_printf (ngettext ("%u more column is read as it was suggested.",
                                 "%u more columns are read as they were suggested.", n_more),
                       n_more);

  if (self->sheet != tal_figure_file_get_sheet (file) ||
      self->column_rows->len != MIN (n_columns, MOST_COLUMNS))
    make_columns (self, file);
  self->sheet = tal_figure_file_get_sheet (file);
  for (guint i = 0; i < self->column_rows->len; i++)
    tal_import_column_row_show (g_ptr_array_index (self->column_rows, i), file);
  gtk_label_set_label (self->more_columns, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_columns), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->column_group), n_columns > 0);
}

static void
forget_questions (TalImportColumnsPage *self)
{
  GHashTableIter rows;
  gpointer       row = NULL;

  g_hash_table_iter_init (&rows, self->question_rows);
  while (g_hash_table_iter_next (&rows, NULL, &row))
    adw_preferences_group_remove (self->question_group, row);
  g_hash_table_remove_all (self->question_rows);
}

static void
make_question (TalImportColumnsPage    *self,
               const TalFigureQuestion *question,
               const TalCatalogue      *catalogue,
               char                    *key)
{
  GArray        *all = g_hash_table_lookup (self->all, question->role);
  GtkStringList *names = g_hash_table_lookup (self->names, question->role);
  GtkWidget     *row = NULL;

  if (all == NULL)
    {
      all = tal_figure_suggestion_list_all (question->role, catalogue);
      names = gtk_string_list_new (NULL);
      for (guint i = 0; i < all->len; i++)
        gtk_string_list_append (names, g_array_index (all, TalFigureSuggestion, i).name);
      g_hash_table_insert (self->all, (gpointer)question->role, all);
      g_hash_table_insert (self->names, (gpointer)question->role, names);
    }

  row = tal_import_question_row_new (question, all, G_LIST_MODEL (names));
  g_signal_connect_object (row, "answered", G_CALLBACK (question_answered_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->question_group, row);
  g_hash_table_insert (self->question_rows, key, row);
}

/* Those that nobody has answered and the file does not ask any more. */
static void
forget_unasked (TalImportColumnsPage *self, GHashTable *asked)
{
  GHashTableIter rows;
  gpointer       key = NULL;
  gpointer       row = NULL;

  g_hash_table_iter_init (&rows, self->question_rows);
  while (g_hash_table_iter_next (&rows, &key, &row))
    {
      if (tal_import_question_row_is_open (row) && !g_hash_table_contains (asked, key))
        {
          adw_preferences_group_remove (self->question_group, row);
          g_hash_table_iter_remove (&rows);
        }
    }
}

/* What was answered stays, so that it can be answered otherwise. */
static void
show_questions (TalImportColumnsPage  *self,
                const TalFigureReport *report,
                const TalCatalogue    *catalogue)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_set_size (self->asked, 0);
  for (guint i = 0; i < report->questions->len; i++)
    {
      const TalFigureQuestion *question = g_ptr_array_index (report->questions, i);
      g_autofree char         *key = g_strdup_printf ("%s %s", question->role, question->label);
      TalImportQuestionRow    *row = g_hash_table_lookup (self->question_rows, key);

      g_hash_table_add (asked, g_strdup (key));
      g_ptr_array_add (self->asked,
                       tal_figure_answer_new (TAL_FIGURE_ANSWER_OPEN, 0, question->role,
                                              question->label, TAL_ID_NONE));
      if (row != NULL)
        tal_import_question_row_show (row, TAL_FIGURE_ANSWER_OPEN);
      else if (i < MOST_QUESTIONS)
        make_question (self, question, catalogue, g_steal_pointer (&key));
    }
  forget_unasked (self, asked);
  gtk_widget_set_visible (GTK_WIDGET (self->question_group),
                          g_hash_table_size (self->question_rows) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.all-new", report->questions->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.all-out", report->questions->len > 0);
}

static void
add_note (TalImportColumnsPage *self, const char *sentence, const char *place, gboolean is_question)
{
  GtkWidget *row = NULL;

  if (self->note_rows->len == MOST_NOTES)
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place != NULL ? place : "");
  if (is_question)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  adw_preferences_group_add (self->note_group, row);
  g_ptr_array_add (self->note_rows, row);
}

static void
show_notes (TalImportColumnsPage *self, const TalFigureFile *file, const TalFigureReport *report)
{
  const GPtrArray *changed = tal_figure_file_get_notes (file);

  for (guint i = 0; i < self->note_rows->len; i++)
    adw_preferences_group_remove (self->note_group, g_ptr_array_index (self->note_rows, i));
  g_ptr_array_set_size (self->note_rows, 0);

  if (tal_figure_file_is_recognised (file))
    add_note (self, _ ("The columns are read as in the file before."), NULL, FALSE);
  for (guint i = 0; i < changed->len; i++)
    add_note (self, g_ptr_array_index (changed, i), NULL, FALSE);
  for (guint i = 0; i < report->doubts->len; i++)
    {
      const TalProblem *doubt = g_ptr_array_index (report->doubts, i);

      add_note (self, tal_problem_get_sentence (doubt), tal_problem_get_place (doubt),
                tal_problem_get_severity (doubt) == TAL_SEVERITY_ERROR);
    }
  for (guint i = 0; i < report->problems->len; i++)
    {
      const TalProblem *problem = g_ptr_array_index (report->problems, i);

      if (tal_problem_get_severity (problem) != TAL_SEVERITY_ERROR)
        add_note (self, tal_problem_get_sentence (problem), tal_problem_get_place (problem), FALSE);
    }
  for (guint i = 0; i < report->notes->len; i++)
    add_note (self, g_ptr_array_index (report->notes, i), _ ("Note in the file"), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->note_group), self->note_rows->len > 0);
}

static void
show_reason (TalImportColumnsPage *self, const TalFigureReport *report)
{
  const char *question = find_question (report, NULL);
  guint       n_labels = report->questions->len;

  g_clear_pointer (&self->reason, g_free);
  if (question != NULL)
    self->reason = g_strdup (question);
  else if (n_labels > 0)
    self->reason = g_strdup_printf (ngettext ("%u name waits for an answer.",
                                              "%u names wait for an answer.", n_labels),
                                    n_labels);
  else if (report->n_refused > 0 && !gtk_check_button_get_active (self->skip_button))
    self->reason =
        g_strdup_printf (ngettext ("%u cell cannot be read. Put it right in the file, or "
                                   "leave it out.",
                                   "%u cells cannot be read. Put them right in the file, "
                                   "or leave them out.",
                                   report->n_refused),
                         report->n_refused);
  say_reason (self, self->reason);
}

static void
tal_import_columns_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_COLUMNS_PAGE);

  G_OBJECT_CLASS (tal_import_columns_page_parent_class)->dispose (object);
}

static void
tal_import_columns_page_finalize (GObject *object)
{
  TalImportColumnsPage *self = TAL_IMPORT_COLUMNS_PAGE (object);

  g_ptr_array_unref (self->column_rows);
  g_ptr_array_unref (self->note_rows);
  g_ptr_array_unref (self->asked);
  g_hash_table_unref (self->question_rows);
  g_hash_table_unref (self->all);
  g_hash_table_unref (self->names);
  g_free (self->reason);

  G_OBJECT_CLASS (tal_import_columns_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, box);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, period_row);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, days_row);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, column_group);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, more_columns);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, question_group);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, note_group);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, counts);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, skip_button);
  gtk_widget_class_bind_template_child (widget_class, TalImportColumnsPage, reason_label);
  gtk_widget_class_bind_template_callback (widget_class, sheet_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_toggled_cb);
}

static void
tal_import_columns_page_class_init (TalImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_columns_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_import_columns_page_finalize;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TAL_TYPE_IMPORT_FIGURE_TABLE);
  g_type_ensure (TAL_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/import/tal-import-columns-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "columns.all-new", NULL, all_new_activated_cb);
  gtk_widget_class_install_action (widget_class, "columns.all-out", NULL, all_out_activated_cb);
}

static void
tal_import_columns_page_init (TalImportColumnsPage *self)
{
  self->column_rows = g_ptr_array_new ();
  self->note_rows = g_ptr_array_new ();
  self->asked = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_figure_answer_unref);
  self->question_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_form_name_fields (GTK_WIDGET (self));
}

void
tal_import_columns_page_clear (TalImportColumnsPage *self)
{
  g_return_if_fail (TAL_IS_IMPORT_COLUMNS_PAGE (self));

  self->filling = TRUE;
  forget_columns (self);
  forget_questions (self);
  g_hash_table_remove_all (self->all);
  g_hash_table_remove_all (self->names);
  tal_form_show_text (GTK_EDITABLE (self->period_row), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->period_row), FALSE);
  tal_form_mark (GTK_EDITABLE (self->period_row), FALSE);
  gtk_check_button_set_active (self->skip_button, FALSE);
  self->filling = FALSE;
}

void
tal_import_columns_page_show (TalImportColumnsPage  *self,
                              const TalFigureFile   *file,
                              const TalFigureReport *report,
                              const TalCatalogue    *catalogue)
{
  g_autofree char *kind = NULL;
  g_autofree char *counts = NULL;

  g_return_if_fail (TAL_IS_IMPORT_COLUMNS_PAGE (self));
  g_return_if_fail (file != NULL && report != NULL && catalogue != NULL);

  kind = tal_figure_file_dup_kind (file);
  counts = tal_figure_report_dup_counts (report);
  self->filling = TRUE;
  adw_action_row_set_subtitle (self->kind_row, kind);
  if (self->sheet != tal_figure_file_get_sheet (file))
    forget_questions (self);
  show_sheets (self, file);
  show_times (self, file, report);
  show_columns (self, file);
  show_questions (self, report, catalogue);
  show_notes (self, file, report);
  tal_import_figure_table_show (self->preview, report->preview);
  gtk_label_set_label (self->counts, counts);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), report->import != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_button), report->n_refused > 0);
  show_reason (self, report);
  self->filling = FALSE;
}

void
tal_import_columns_page_show_trying (TalImportColumnsPage *self)
{
  g_return_if_fail (TAL_IS_IMPORT_COLUMNS_PAGE (self));

  gtk_label_set_label (self->counts, _ ("Reading the file …"));
  gtk_widget_set_visible (GTK_WIDGET (self->counts), TRUE);
}

gboolean
tal_import_columns_page_get_skips_refused (TalImportColumnsPage *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_COLUMNS_PAGE (self), FALSE);

  return gtk_check_button_get_active (self->skip_button);
}

const char *
tal_import_columns_page_get_reason (TalImportColumnsPage *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_COLUMNS_PAGE (self), NULL);

  return self->reason;
}
