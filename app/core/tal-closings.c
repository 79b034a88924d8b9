/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-closings.h"

#include "base/tal-danish-date.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal-figures.h"
#include "core/tal-plan.h"
#include "core/tal-series.h"

#include <glib/gi18n-lib.h>

struct _TalClosings
{
  TalCatalogue *catalogue;
  GPtrArray    *in_force;       /* of const TalClosing *, in the catalogue's order */
  GHashTable   *series_of_plan; /* const TalId * → GHashTable, a set of const TalSeries *; only of
                                   the plans that were asked about */
};

static void
take_series (GHashTable *seen, GPtrArray *series, const TalSeries *each)
{
  if (!tal_series_is_derived (each) && g_hash_table_add (seen, (gpointer)each))
    g_ptr_array_add (series, (gpointer)each);
}

static void
take_initiative (const TalCatalogue *catalogue,
                 TalId               initiative,
                 GHashTable         *seen,
                 GPtrArray          *series)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, initiative, &length);

  for (guint i = 0; i < length; i++)
    take_series (seen, series, TAL_SERIES (records[i]));

  records = tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, initiative, &length);
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (GPtrArray) entered =
          tal_goal_figures_list_entered (catalogue, TAL_GOAL (records[i]));

      for (guint j = 0; j < entered->len; j++)
        take_series (seen, series, g_ptr_array_index (entered, j));
    }
}

GPtrArray *
tal_closings_list_series (const TalCatalogue *catalogue, TalId plan)
{
  g_autoptr (GHashTable)  seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray)   series = g_ptr_array_new ();
  const TalRecord *const *initiatives = NULL;
  guint                   length = 0;

  g_return_val_if_fail (catalogue != NULL, NULL);

  initiatives = tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan, &length);
  for (guint i = 0; i < length; i++)
    take_initiative (catalogue, initiatives[i]->id, seen, series);
  return g_steal_pointer (&series);
}

TalClosings *
tal_closings_new (const TalCatalogue *catalogue)
{
  TalClosings            *self = NULL;
  const TalRecord *const *records = NULL;
  guint                   length = 0;

  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_new0 (TalClosings, 1);
  self->catalogue = tal_catalogue_ref (catalogue);
  self->in_force = g_ptr_array_new ();
  self->series_of_plan = g_hash_table_new_full (tal_id_key_hash, tal_id_key_equal, NULL,
                                                (GDestroyNotify)g_hash_table_unref);
  records = tal_catalogue_get_records (catalogue, TAL_KIND_CLOSING, &length);
  for (guint i = 0; i < length; i++)
    {
      if (tal_closing_is_in_force (TAL_CLOSING (records[i])))
        g_ptr_array_add (self->in_force, (gpointer)records[i]);
    }
  return self;
}

void
tal_closings_free (TalClosings *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->series_of_plan);
  g_ptr_array_unref (self->in_force);
  tal_catalogue_unref (self->catalogue);
  g_free (self);
}

gboolean
tal_closings_is_empty (const TalClosings *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->in_force->len == 0;
}

/* Walking a plan is what costs, so it is done once, and only for a plan whose closing has the
 * period of a figure. */
static gboolean
locks_series (TalClosings *self, const TalClosing *closing, const TalRecord *series)
{
  GHashTable *locked = g_hash_table_lookup (self->series_of_plan, &closing->plan);

  if (locked == NULL)
    {
      g_autoptr (GPtrArray) listed = tal_closings_list_series (self->catalogue, closing->plan);

      locked = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < listed->len; i++)
        g_hash_table_add (locked, g_ptr_array_index (listed, i));
      g_hash_table_insert (self->series_of_plan, (gpointer)&closing->plan, locked);
    }
  return g_hash_table_contains (locked, series);
}

const TalClosing *
tal_closings_find (TalClosings *self, TalId series, TalPeriod period)
{
  const TalRecord *record = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  record = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, series);
  for (guint i = 0; i < self->in_force->len; i++)
    {
      const TalClosing *closing = g_ptr_array_index (self->in_force, i);

      if (tal_period_ends_in (period, closing->period) && locks_series (self, closing, record))
        return closing;
    }

  return NULL;
}

const TalClosing *
tal_closings_find_in_force (const TalCatalogue *catalogue, TalId plan, TalPeriod period)
{
  const TalRecord *const *records = NULL;
  guint                   length = 0;

  g_return_val_if_fail (catalogue != NULL, NULL);

  records = tal_catalogue_get_children (catalogue, TAL_KIND_CLOSING, plan, &length);
  for (guint i = 0; i < length; i++)
    {
      const TalClosing *closing = TAL_CLOSING (records[i]);

      if (tal_closing_is_in_force (closing) && tal_period_ends_in (period, closing->period))
        return closing;
    }

  return NULL;
}

const TalClosing *
tal_closings_find_of_plan (const TalCatalogue *catalogue, TalId plan, TalPeriod period)
{
  const TalRecord *const *records = NULL;
  guint                   length = 0;

  g_return_val_if_fail (catalogue != NULL, NULL);

  records = tal_catalogue_get_children (catalogue, TAL_KIND_CLOSING, plan, &length);
  for (guint i = 0; i < length; i++)
    {
      if (tal_period_is_equal (TAL_CLOSING (records[i])->period, period))
        return TAL_CLOSING (records[i]);
    }

  return NULL;
}

const char *
tal_closings_get_plan_name (const TalCatalogue *catalogue, TalId plan)
{
  const TalRecord *record = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  record = tal_catalogue_find (catalogue, TAL_KIND_PLAN, plan);
  return record != NULL ? TAL_PLAN (record)->name : _ ("initiatives without a plan");
}

char *
tal_closings_explain (const TalCatalogue *catalogue, const TalClosing *closing)
{
  g_autofree char *period = NULL;
  g_autofree char *day = NULL;
  const char      *plan = NULL;

  g_return_val_if_fail (catalogue != NULL && closing != NULL, NULL);

  plan = tal_closings_get_plan_name (catalogue, closing->plan);
  period = tal_danish_period_format (closing->period, TAL_DANISH_PERIOD_TEXT);
  day = tal_danish_date_format (closing->closed_on, TAL_DANISH_DATE_TEXT);
  if (closing->closed_by == NULL)
    return g_strdup_printf (_ ("%s was closed for %s on %s. Reopen the period to correct its figures."), period, plan,
        day);
  return g_strdup_printf (_ ("%s was closed for %s on %s by %s. Reopen the period to correct its figures."), period, plan,
      day, closing->closed_by);
}
