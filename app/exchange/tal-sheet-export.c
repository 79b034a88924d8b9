/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-sheet-export.h"

#include "base/tal-danish-date.h"
#include "base/tal-error.h"
#include "core/tal-initiative.h"
#include "core/tal-masking.h"
#include "core/tal-plan.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"
#include "exchange/tal-sheet-goals.h"
#include "exchange/tal-sheet-masking.h"
#include "exchange/tal-sheet-money.h"
#include "exchange/tal-sheet-series.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many names are read in an error. */
#define MOST_NAMES 12
#define README_WIDTH 100

typedef struct
{
  const TalSheetSource  *source;
  const TalSheetRequest *request;
  GCancellable          *cancellable;
  TalSheetScope          scope;
  GPtrArray             *tables; /* of TalTable */
} Export;

static void
take_table (Export *self, TalTable *table)
{
  g_ptr_array_add (self->tables, table);
}

/* Whether only some initiatives are wanted. */
static gboolean
names_initiatives (const Export *self)
{
  return self->request->initiatives != NULL && self->request->initiatives->len > 0;
}

static gboolean
is_wanted_plan (const Export *self, TalId plan)
{
  if (!tal_id_is_none (self->request->plan) && !tal_id_is_equal (self->request->plan, plan))
    return FALSE;
  if (!names_initiatives (self))
    return TRUE;

  for (guint i = 0; i < self->request->initiatives->len; i++)
    {
      TalId            id = g_array_index (self->request->initiatives, TalId, i);
      const TalRecord *initiative =
          tal_catalogue_find (self->source->catalogue, TAL_KIND_INITIATIVE, id);

      if (initiative != NULL && tal_id_is_equal (TAL_INITIATIVE (initiative)->plan, plan))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted_initiative (const Export *self, TalId initiative)
{
  if (!names_initiatives (self))
    return TRUE;

  for (guint i = 0; i < self->request->initiatives->len; i++)
    {
      if (tal_id_is_equal (g_array_index (self->request->initiatives, TalId, i), initiative))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted_goal (const Export *self, const TalGoalStatus *status, TalId plan)
{
  const TalRecord *initiative =
      tal_catalogue_find (self->source->catalogue, TAL_KIND_INITIATIVE, status->goal->initiative);

  return initiative != NULL && tal_id_is_equal (TAL_INITIATIVE (initiative)->plan, plan) &&
         is_wanted_initiative (self, initiative->id);
}

static void
add_goals (Export *self, const TalPlan *plan)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));
  g_autofree char   *name = g_strdup_printf (_ ("Goals, %s"), plan->name);

  for (guint i = 0; i < self->source->n_goals; i++)
    {
      if (is_wanted_goal (self, &self->source->goals[i], plan->record.id))
        g_array_append_val (wanted, self->source->goals[i]);
    }
  if (wanted->len > 0)
    take_table (self,
                tal_sheet_goals_new (&self->scope, name,
                                     (const TalGoalStatus *)(gpointer)wanted->data, wanted->len));
}

/* In tables of no more series than can be read. */
static gboolean
add_series (
    Export *self, const char *name, const char *title, const GPtrArray *series, GError **error)
{
  for (guint from = 0; from < series->len; from += TAL_SHEET_SERIES_MOST)
    {
      g_autoptr (GError) problem = NULL;
      TalTable          *table = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      table = tal_sheet_series_new (&self->scope, name, title,
                                    (const TalSeries **)(gpointer)&series->pdata[from],
                                    MIN (series->len - from, TAL_SHEET_SERIES_MOST), &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (table != NULL)
        take_table (self, table);
    }
  return TRUE;
}

/* Of no initiative: of a plan, or where 'plan' is none of nothing. */
static GPtrArray *
list_other_series (const Export *self, TalId plan)
{
  GPtrArray              *wanted = g_ptr_array_new ();
  guint                   n_series = 0;
  const TalRecord *const *series =
      tal_catalogue_get_records (self->source->catalogue, TAL_KIND_SERIES, &n_series);

  for (guint i = 0; i < n_series; i++)
    {
      if (tal_id_is_none (TAL_SERIES (series[i])->initiative) &&
          tal_id_is_equal (TAL_SERIES (series[i])->plan, plan))
        g_ptr_array_add (wanted, (gpointer)series[i]);
    }
  return wanted;
}

static gboolean
add_plan_series (Export *self, const TalPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) series = NULL;
  g_autofree char      *name = g_strdup_printf (_ ("Target groups, %s"), plan->name);
  g_autofree char      *title =
      g_strdup_printf (_ ("%s: target groups, offers and other figures"), plan->name);

  if (names_initiatives (self))
    return TRUE;

  series = list_other_series (self, plan->record.id);
  return add_series (self, name, title, series, error);
}

static gboolean
add_initiative_series (Export *self, const TalInitiative *initiative, GError **error)
{
  g_autoptr (GPtrArray)   wanted = g_ptr_array_new ();
  g_autofree char        *name = NULL;
  guint                   n_series = 0;
  const TalRecord *const *series =
      tal_catalogue_get_children (self->source->catalogue, TAL_KIND_SERIES, initiative->record.id,
                                  &n_series);

  for (guint i = 0; i < n_series; i++)
    g_ptr_array_add (wanted, (gpointer)series[i]);
  name = initiative->number > 0 ? g_strdup_printf ("%d. %s", initiative->number, initiative->name)
                                : g_strdup (initiative->name);
  return add_series (self, name, initiative->name, wanted, error);
}

static void
add_money (Export                 *self,
           const TalPlan          *plan,
           const TalRecord *const *initiatives,
           guint                   n_initiatives)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char      *name = g_strdup_printf (_ ("Appropriations, %s"), plan->name);
  g_autofree char      *title = g_strdup_printf (_ ("%s: appropriations"), plan->name);

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint                   n_lines = 0;
      const TalRecord *const *of =
          tal_catalogue_get_children (self->source->catalogue, TAL_KIND_APPROPRIATION,
                                      initiatives[i]->id, &n_lines);

      for (guint j = 0; is_wanted_initiative (self, initiatives[i]->id) && j < n_lines; j++)
        g_ptr_array_add (lines, (gpointer)of[j]);
    }
  if (lines->len > 0)
    take_table (self, tal_sheet_money_new (self->source->catalogue, name, title, lines));
}

static gboolean
add_plan (Export *self, const TalPlan *plan, GError **error)
{
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (self->source->catalogue, TAL_KIND_INITIATIVE, plan->record.id,
                                  &n_initiatives);

  add_goals (self, plan);
  for (guint i = 0; i < n_initiatives; i++)
    {
      if (is_wanted_initiative (self, initiatives[i]->id) &&
          !add_initiative_series (self, TAL_INITIATIVE (initiatives[i]), error))
        return FALSE;
    }
  if (!add_plan_series (self, plan, error))
    return FALSE;

  add_money (self, plan, initiatives, n_initiatives);
  return TRUE;
}

static gboolean
add_all (Export *self, GError **error)
{
  g_autoptr (GPtrArray)   rest = NULL;
  guint                   n_plans = 0;
  const TalRecord *const *plans =
      tal_catalogue_get_records (self->source->catalogue, TAL_KIND_PLAN, &n_plans);

  for (guint i = 0; i < n_plans; i++)
    {
      if (is_wanted_plan (self, plans[i]->id) && !add_plan (self, TAL_PLAN (plans[i]), error))
        return FALSE;
    }
  if (!tal_id_is_none (self->request->plan) || names_initiatives (self))
    return TRUE;

  rest = list_other_series (self, TAL_ID_NONE);
  return add_series (self, _ ("Other figures"), _ ("Figures of no plan"), rest, error);
}

static TalTime
find_newest (const Export *self)
{
  TalTime newest = self->scope.newest;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      guint                   n_records = 0;
      const TalRecord *const *records = NULL;

      if (kind == TAL_KIND_OBSERVATION)
        continue;
      records = tal_catalogue_get_records (self->source->catalogue, (TalKind)kind, &n_records);
      for (guint i = 0; i < n_records; i++)
        newest = MAX (newest, records[i]->changed_at);
    }
  return newest;
}

static void
add_line (TalTable *table, TalTableRowKind kind, const char *text)
{
  tal_table_begin_row (table, kind);
  tal_table_add_text (table, text);
}

static void
add_marks (const Export *self, TalTable *table)
{
  int limit = tal_sheet_masking_get_limit (self->scope.masking);

  add_line (table, TAL_TABLE_ROW_HEADING, _ ("What the marks mean"));
  add_line (table, TAL_TABLE_ROW_PLAIN, _ ("A number with * is preliminary or estimated."));
  add_line (table, TAL_TABLE_ROW_PLAIN,
            _ ("“ca.” and other words before a number: it is not exact."));
  add_line (table, TAL_TABLE_ROW_PLAIN, _ (".. The figure isn't known."));
  add_line (table, TAL_TABLE_ROW_PLAIN, _ (". There can be no figure."));
  add_line (table, TAL_TABLE_ROW_PLAIN, _ ("* alone: the figure is withheld."));
  if (limit > 0)
    {
      g_autofree char *note = tal_masking_write_note (limit);

      add_line (table, TAL_TABLE_ROW_PLAIN, note);
    }
}

static TalTable *
make_readme (const Export *self, const TalUnit *unit, TalTime newest)
{
  TalTable        *table = tal_table_new (_ ("Read me"), _ ("Figures of employment initiatives"));
  g_autofree char *whose =
      unit != NULL ? g_strdup_printf (_ ("The figures of %s."), unit->name) : NULL;
  g_autofree char *day =
      newest != TAL_TIME_NONE
          ? tal_danish_date_format (tal_time_get_day (newest), TAL_DANISH_DATE_TEXT)
          : NULL;
  g_autofree char *as_of =
      day != NULL ? g_strdup_printf (_ ("As they were on %s, when they were last changed."), day)
                  : NULL;

  tal_table_add_column (table, README_WIDTH);
  if (whose != NULL)
    add_line (table, TAL_TABLE_ROW_PLAIN, whose);
  if (as_of != NULL)
    add_line (table, TAL_TABLE_ROW_PLAIN, as_of);
  add_line (table, TAL_TABLE_ROW_PLAIN,
            _ ("Written by Indsatstal. Each sheet has one table, with its notes and sources below."));
  add_line (table, TAL_TABLE_ROW_PLAIN, NULL);
  add_line (table, TAL_TABLE_ROW_HEADING, _ ("The tables"));
  for (guint i = 0; i < self->tables->len; i++)
    add_line (table, TAL_TABLE_ROW_PLAIN,
              tal_table_get_title (g_ptr_array_index (self->tables, i)));
  add_line (table, TAL_TABLE_ROW_PLAIN, NULL);
  add_marks (self, table);
  return table;
}

/* A name says it whole, or a part of it that no other has, without regard to case. */
static GArray *
find_tables (const Export *self, const char *name)
{
  GArray          *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const char      *own = tal_table_get_name (g_ptr_array_index (self->tables, i));
      g_autofree char *folded = g_utf8_casefold (own, -1);

      if (g_str_equal (folded, wanted))
        {
          g_array_set_size (found, 0);
          g_array_append_val (found, i);
          return found;
        }
      if (strstr (folded, wanted) != NULL)
        g_array_append_val (found, i);
    }
  return found;
}

static char *
dup_names (const GPtrArray *tables)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (tables->len, MOST_NAMES); i++)
    {
      g_autofree char *quoted =
          g_strdup_printf (_ ("“%s”"), tal_table_get_name (g_ptr_array_index (tables, i)));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", quoted);
    }
  if (tables->len > MOST_NAMES)
    g_string_append (names, " …");
  return g_string_free (names, FALSE);
}

/* Leaves only the table that is asked for. */
static gboolean
choose_table (Export *self, GError **error)
{
  g_autoptr (GArray) found = NULL;
  g_autofree char   *names = NULL;
  g_autofree char   *asked = NULL;
  guint              chosen = 0;

  if (self->request->table == NULL)
    return TRUE;

  found = find_tables (self, self->request->table);
  if (found->len == 1)
    {
      chosen = g_array_index (found, guint, 0);
      if (chosen + 1 < self->tables->len)
        g_ptr_array_remove_range (self->tables, chosen + 1, self->tables->len - chosen - 1);
      if (chosen > 0)
        g_ptr_array_remove_range (self->tables, 0, chosen);
      return TRUE;
    }

  names = dup_names (self->tables);
  asked = tal_error_dup_quotable (self->request->table);
  if (found->len == 0)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                 _ ("There is no table called “%s”. There are %s."), asked, names);
  else
    g_set_error (error, TAL_ERROR, TAL_ERROR_AMBIGUOUS,
                 _ ("There are several tables called “%s”. There are %s."), asked, names);
  return FALSE;
}

static TalTableBook *
bind_book (Export *self)
{
  const TalRecord *record =
      tal_catalogue_find (self->source->catalogue, TAL_KIND_UNIT, self->source->home_unit);
  const TalUnit *unit = record != NULL ? TAL_UNIT (record) : NULL;
  TalTime        newest = find_newest (self);
  TalTableBook  *book = tal_table_book_new (_ ("Figures of employment initiatives"),
                                              unit != NULL ? unit->name : NULL, newest);

  if (self->request->table == NULL)
    tal_table_book_take (book, make_readme (self, unit, newest));
  g_ptr_array_set_free_func (self->tables, NULL);
  for (guint i = 0; i < self->tables->len; i++)
    tal_table_book_take (book, g_ptr_array_index (self->tables, i));
  return book;
}

TalTableBook *
tal_sheet_export_make (const TalSheetSource  *source,
                       const TalSheetRequest *request,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autoptr (TalSheetMasking) masking = NULL;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_table_free);
  Export export = { source, request, cancellable, { 0 }, tables };

  g_return_val_if_fail (source != NULL && request != NULL, NULL);

  masking = tal_sheet_masking_new (source->catalogue, source->runs, request->mask_below, error);
  if (masking == NULL)
    return NULL;

  export.scope =
      (TalSheetScope){ source->catalogue, source->runs, masking, request->period, TAL_TIME_NONE };
  if (!add_all (&export, error))
    return NULL;
  if (tables->len == 0)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("There is nothing to write: no goal, no figure and no money in what "
                              "was chosen."));
      return NULL;
    }

  return choose_table (&export, error) ? bind_book (&export) : NULL;
}

char *
tal_sheet_export_dup_names (const TalTableBook *book)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  g_return_val_if_fail (book != NULL, NULL);

  /* Behind the sheet that says what this is. */
  for (guint i = 1; i < tal_table_book_get_length (book); i++)
    g_ptr_array_add (tables, (gpointer)tal_table_book_get_table (book, i));
  return dup_names (tables);
}
