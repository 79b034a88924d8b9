/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-form-make.h"

#include "base/tal-error.h"
#include "core/tal-danish-period.h"
#include "core/tal-danish-unit.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-series.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"
#include "exchange/tal-form-private.h"
#include "exchange/tal-sheet-masking.h"

#include <glib/gi18n-lib.h>

#define README_WIDTH 90

typedef struct
{
  const TalCatalogue   *catalogue;
  TalRunSource         *runs;
  const TalFormRequest *request;
  GCancellable         *cancellable;
  TalSheetMasking      *masking;
  TalTable             *table;
} Form;

static void
add_columns (TalTable *table)
{
  static const struct
  {
    guint       width;
    const char *heading;
  } columns[TAL_FORM_N_COLUMNS] = {
    [TAL_FORM_INITIATIVE] = {
        28, N_ ("Initiative") },
        [TAL_FORM_SERIES] = {
            40, N_ ("Figure") },
            [TAL_FORM_MEMBERS] = {
                24, N_ ("Group and area") },
                [TAL_FORM_UNIT] = {
                    14, N_ ("Unit") },
                    [TAL_FORM_PERIOD] = {
                        18, N_ ("Period") },
                        [TAL_FORM_NUMBER] = {
                            14, N_ ("Value") },
                            [TAL_FORM_STATE] = {
                                14, N_ ("State") },
                                [TAL_FORM_REMARK] = { 40, N_ ("Remark") },
                                                      [TAL_FORM_SERIES_KEY] = { 10, NULL },
                                                      [TAL_FORM_PERIOD_KEY] = { 10, NULL },
                                                      [TAL_FORM_KNOWN_NUMBER] = { 10, NULL },
                                                      [TAL_FORM_KNOWN_STATE] = { 10, NULL },
                                                      [TAL_FORM_KNOWN_REMARK] = { 10, NULL },
                                                      [TAL_FORM_KNOWN_VERSIONS] = { 10, NULL },
                                };
  const char *headings[TAL_FORM_N_COLUMNS] = { NULL };

  for (guint i = 0; i < TAL_FORM_N_COLUMNS; i++)
    {
      tal_table_add_column (table, columns[i].width);
      if (i >= TAL_FORM_SERIES_KEY)
        tal_table_hide_column (table, i);
      else
        headings[i] = _ (columns[i].heading);
    }
  headings[TAL_FORM_SERIES_KEY] = TAL_FORM_SIGN;
  tal_table_add_headings (table, headings);
}

static void
add_inputs (TalTable *table)
{
  static const char *const marks[] = { TAL_FORM_NOT_AVAILABLE, TAL_FORM_NOT_APPLICABLE,
                                       TAL_FORM_WITHHELD, NULL };
  const TalTableInput      number = {
         TAL_TABLE_INPUT_NUMBER,
         _ ("A number"), _ ("A number, or .. where it isn't known, . where there can be none, and * where it must not be "
            "told."),
                            marks,
    };
  const char         *states[TAL_N_FIGURE_STATES + 1] = { NULL };
  const TalTableInput state = {
    TAL_TABLE_INPUT_CHOICE,
    _ ("How sure it is"),
       _ ("Choose one from the list: final, preliminary or an estimate."), states,
    };
  const TalTableInput remark = {
    TAL_TABLE_INPUT_TEXT,
    _ ("Remark"), _ ("What the reader of the figure should know."), NULL,
    };

  for (guint i = 0; i < TAL_N_FIGURE_STATES; i++)
    states[i] = tal_figure_state_get_title ((TalFigureState)i);
  tal_table_set_input (table, TAL_FORM_NUMBER, &number);
  tal_table_set_input (table, TAL_FORM_STATE, &state);
  tal_table_set_input (table, TAL_FORM_REMARK, &remark);
}

/* The kind of period within what is asked for that most of its figures have: the quarters of a
 * year.  None where the figures are of longer periods. */
static TalPeriodKind
find_kind (const TalRun *run, TalPeriod asked)
{
  guint         counts[TAL_PERIOD_RANGE + 1] = { 0 };
  TalPeriodKind best = asked.kind;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    counts[tal_run_get_observation (run, i)->period.kind]++;
  for (guint kind = TAL_PERIOD_NONE + 1; kind < TAL_PERIOD_RANGE; kind++)
    {
      if (counts[kind] > counts[best])
        best = (TalPeriodKind)kind;
    }
  return best;
}

static GArray *
list_periods (const TalRun *run, TalPeriod asked)
{
  TalPeriodKind kind = find_kind (run, asked);
  GArray       *periods = NULL;

  if (kind != asked.kind)
    return tal_period_list_parts (asked, kind);

  periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  g_array_append_val (periods, asked);
  return periods;
}

/* What it says in place of a number; NULL where it has one. */
static const char *
get_mark (const TalObservation *known)
{
  switch (known->missing)
    {
    case TAL_MISSING_NOT:
      return NULL;
    case TAL_MISSING_NOT_AVAILABLE:
    case TAL_MISSING_NOT_YET_REPORTED:
      return TAL_FORM_NOT_AVAILABLE;
    case TAL_MISSING_NOT_APPLICABLE:
      return TAL_FORM_NOT_APPLICABLE;
    case TAL_MISSING_WITHHELD:
      return TAL_FORM_WITHHELD;
    }

  g_return_val_if_reached (NULL);
}

static void
add_number (TalTable *table, const TalObservation *known, const char *mark)
{
  const TalTableFormat format = { .decimals = known != NULL ? known->value.scale : 0 };

  if (mark != NULL || known == NULL)
    tal_table_add_mark (table, mark);
  else
    tal_table_add_number (table, known->value, &format);
}

/* What the figure that is known has grown from; NULL where none is. */
static char *
dup_versions (const TalSeries *series, const TalObservation *known)
{
  g_autoptr (TalVersions) versions =
      known != NULL ? tal_record_ref_versions (&known->record, series->record.owner) : NULL;

  return versions != NULL ? tal_versions_to_string (versions) : NULL;
}

static void
add_row (Form                 *self,
         const TalSeries      *series,
         const char           *members,
         TalPeriod             period,
         const TalObservation *known)
{
  const TalRecord *initiative =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, series->initiative);
  gboolean    hidden = known != NULL && tal_sheet_masking_hides (self->masking, series, period);
  const char *mark = hidden ? TAL_FORM_WITHHELD : known != NULL ? get_mark (known) : NULL;
  const char *state = known != NULL ? tal_figure_state_get_title (known->state) : NULL;
  const char *remark = known != NULL && !hidden ? known->note : NULL;
  char        key[TAL_ID_STRING_LENGTH + 1];
  g_autofree char *when = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  g_autofree char *period_key = tal_period_to_string (period);
  g_autofree char *versions = dup_versions (series, known);
  g_autofree char *number =
      known != NULL && mark == NULL ? tal_decimal_to_string (known->value) : g_strdup (mark);

  tal_id_format (series->record.id, key);
  tal_table_begin_row (self->table, TAL_TABLE_ROW_PLAIN);
  tal_table_add_text (self->table, initiative != NULL ? tal_title_get_name (initiative) : NULL);
  tal_table_add_text (self->table, series->name);
  tal_table_add_text (self->table, members);
  tal_table_add_text (self->table, tal_danish_unit_get_noun (series->measure_unit));
  tal_table_add_text (self->table, when);
  add_number (self->table, known, mark);
  tal_table_add_text (self->table, state);
  tal_table_add_text (self->table, remark);
  tal_table_add_text (self->table, key);
  tal_table_add_text (self->table, period_key);
  tal_table_add_text (self->table, number);
  tal_table_add_text (self->table, state);
  tal_table_add_text (self->table, remark);
  tal_table_add_text (self->table, versions);
}

static gboolean
add_series (Form *self, const TalSeries *series, GError **error)
{
  g_autoptr (TalRun) run = tal_run_source_ref_run (self->runs, series->record.id, error);
  g_autoptr (GArray) periods = NULL;
  g_autofree char   *members = NULL;

  if (run == NULL)
    return FALSE;

  periods = list_periods (run, self->request->period);
  members = tal_title_dup_members (self->catalogue, series);
  for (guint i = 0; i < periods->len; i++)
    {
      TalPeriod period = g_array_index (periods, TalPeriod, i);

      add_row (self, series, members, period, tal_run_find (run, period));
    }
  return TRUE;
}

static gboolean
has_id (const GArray *ids, TalId id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (tal_id_is_equal (g_array_index (ids, TalId, i), id))
        return TRUE;
    }
  return FALSE;
}

/* Nobody has figures of what had ended, or not begun. */
static gboolean
runs_in (const TalInitiative *initiative, TalPeriod period)
{
  return !initiative->archived &&
         (initiative->first == TAL_DAY_NONE || initiative->first <= period.last) &&
         (initiative->last == TAL_DAY_NONE || initiative->last >= period.first);
}

static gboolean
is_wanted (const Form *self, const TalSeries *series)
{
  const GArray    *initiatives = self->request->initiatives;
  const TalRecord *initiative =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, series->initiative);
  TalId plan = initiative != NULL ? TAL_INITIATIVE (initiative)->plan : series->plan;

  if (series->basis != TAL_BASIS_ENTERED)
    return FALSE;
  if (initiatives != NULL && initiatives->len > 0)
    return has_id (initiatives, series->initiative);
  if (initiative != NULL && !runs_in (TAL_INITIATIVE (initiative), self->request->period))
    return FALSE;

  return tal_id_is_none (self->request->plan) || tal_id_is_equal (plan, self->request->plan);
}

static gboolean
add_rows (Form *self, GError **error)
{
  guint                   n_series = 0;
  const TalRecord *const *series =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &n_series);

  for (guint i = 0; i < n_series; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (is_wanted (self, TAL_SERIES (series[i])) &&
          !add_series (self, TAL_SERIES (series[i]), error))
        return FALSE;
    }
  if (tal_table_get_n_rows (self->table) > 0)
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                       _ ("There is no figure to fill in for that period in what was chosen."));
  return FALSE;
}

static void
add_line (TalTable *table, TalTableRowKind kind, const char *text)
{
  tal_table_begin_row (table, kind);
  tal_table_add_text (table, text);
}

static TalTable *
make_readme (const Form *self, const char *asker)
{
  TalTable *table = tal_table_new (_ ("Read me"), _ ("Form for figures of employment initiatives"));
  g_autofree char *when = tal_danish_period_format (self->request->period, TAL_DANISH_PERIOD_TEXT);
  g_autofree char *what =
      asker != NULL ? g_strdup_printf (_ ("%s asks for the figures of %s."), asker, when)
                    : g_strdup_printf (_ ("Figures of %s."), when);

  tal_table_add_column (table, README_WIDTH);
  add_line (table, TAL_TABLE_ROW_PLAIN, what);
  add_line (table, TAL_TABLE_ROW_PLAIN, NULL);
  add_line (table, TAL_TABLE_ROW_HEADING, _ ("How to fill it in"));
  add_line (table, TAL_TABLE_ROW_PLAIN,
            _ ("Write in the yellow cells of the next sheet. What is known already stands there; "
               "correct it where it is wrong. All other cells are locked."));
  add_line (table, TAL_TABLE_ROW_PLAIN,
            _ ("Write .. where a figure isn't known, . where there can be none, and * where it must not be told. "
               "A cell that is left empty changes nothing."));
  add_line (table, TAL_TABLE_ROW_PLAIN,
            _ ("Save the file as XLSX and send it back. Don't move rows or columns and don't delete any."));
  return table;
}

static TalTableBook *
bind_book (const Form *self, TalTable *table)
{
  const TalRecord *unit =
      tal_catalogue_find (self->catalogue, TAL_KIND_UNIT, self->request->home_unit);
  const char   *asker = unit != NULL ? TAL_UNIT (unit)->name : NULL;
  TalTableBook *book =
      tal_table_book_new (_ ("Form for figures of employment initiatives"), asker, TAL_TIME_NONE);

  tal_table_book_take (book, make_readme (self, asker));
  tal_table_book_take (book, table);
  return book;
}

TalTableBook *
tal_form_make (const TalCatalogue   *catalogue,
               TalRunSource         *runs,
               const TalFormRequest *request,
               GCancellable         *cancellable,
               GError              **error)
{
  g_autoptr (TalSheetMasking) masking = NULL;
  g_autoptr (TalTable)        table = NULL;
  Form                        form = { catalogue, runs, request, cancellable };

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (request != NULL && tal_period_is_set (request->period), NULL);

  masking = tal_sheet_masking_new (catalogue, runs, 0, error);
  if (masking == NULL)
    return NULL;

  table = tal_table_new (_ ("Form"), _ ("Figures to be filled in"));
  form.masking = masking;
  form.table = table;
  add_columns (table);
  add_inputs (table);
  return add_rows (&form, error) ? bind_book (&form, g_steal_pointer (&table)) : NULL;
}
