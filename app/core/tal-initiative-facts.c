/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-initiative-facts.h"

#include "base/tal-error.h"
#include "core/tal-funding.h"

#include <glib/gi18n-lib.h>

/* How many goals that are counts are shown where nobody chose. */
#define MOST_COUNTS 2

static gboolean
contains (const GArray *facts, const TalInitiativeFact *fact)
{
  for (guint i = 0; i < facts->len; i++)
    {
      if (tal_initiative_fact_is_equal (&g_array_index (facts, TalInitiativeFact, i), fact))
        return TRUE;
    }

  return FALSE;
}

/* Each once. */
static void
add (GArray *facts, TalFactKind kind, TalId series)
{
  TalInitiativeFact fact = { kind, series };

  if (!contains (facts, &fact))
    g_array_append_val (facts, fact);
}

static void
add_goals (GArray *facts, guint n_goals)
{
  if (n_goals > 0)
    add (facts, TAL_FACT_GOALS, TAL_ID_NONE);
}

static void
add_money (GArray *facts, const TalCatalogue *catalogue, const TalInitiative *initiative)
{
  TalFunding funding;

  if (tal_funding_find_initiative (catalogue, initiative->record.id, &funding))
    add (facts, TAL_FACT_MONEY, TAL_ID_NONE);
}

static gboolean
is_known_count (const TalGoalStatus *status)
{
  return status->series != NULL && tal_series_is_count (status->series) &&
         status->series->measure != NULL && tal_figure_is_known (&status->figure);
}

GArray *
tal_initiative_facts_list_default (const TalCatalogue  *catalogue,
                                   const TalInitiative *initiative,
                                   const TalGoalStatus *goals,
                                   guint                n_goals)
{
  GArray *facts = NULL;
  guint   n_counts = 0;

  g_return_val_if_fail (catalogue != NULL && initiative != NULL, NULL);

  facts = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));
  add_goals (facts, n_goals);
  for (guint i = 0; i < n_goals && n_counts < MOST_COUNTS; i++)
    {
      if (!is_known_count (&goals[i]))
        continue;
      add (facts, TAL_FACT_FIGURE, goals[i].series->record.id);
      n_counts++;
    }
  add_money (facts, catalogue, initiative);
  return facts;
}

GArray *
tal_initiative_facts_list (const TalCatalogue  *catalogue,
                           const TalInitiative *initiative,
                           const TalGoalStatus *goals,
                           guint                n_goals)
{
  GArray *facts = NULL;

  g_return_val_if_fail (catalogue != NULL && initiative != NULL, NULL);

  if (tal_initiative_get_n_facts (initiative) == 0)
    return tal_initiative_facts_list_default (catalogue, initiative, goals, n_goals);

  facts = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));
  g_array_append_vals (facts, initiative->facts->data, initiative->facts->len);
  return facts;
}

GArray *
tal_initiative_facts_list_choices (const TalCatalogue  *catalogue,
                                   const TalInitiative *initiative,
                                   const TalGoalStatus *goals,
                                   guint                n_goals)
{
  GArray                 *facts = NULL;
  guint                   n_series = 0;
  const TalRecord *const *series = NULL;

  g_return_val_if_fail (catalogue != NULL && initiative != NULL, NULL);

  facts = tal_initiative_facts_list (catalogue, initiative, goals, n_goals);
  add_goals (facts, n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      if (goals[i].series != NULL)
        add (facts, TAL_FACT_FIGURE, goals[i].series->record.id);
    }
  add_money (facts, catalogue, initiative);
  series =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, initiative->record.id, &n_series);
  for (guint i = 0; i < n_series; i++)
    add (facts, TAL_FACT_FIGURE, series[i]->id);
  return facts;
}

const TalGoalStatus *
tal_initiative_facts_find_goal (const TalInitiativeFact *fact,
                                const TalGoalStatus     *goals,
                                guint                    n_goals)
{
  g_return_val_if_fail (fact != NULL, NULL);

  for (guint i = 0; i < n_goals; i++)
    {
      if (fact->kind == TAL_FACT_FIGURE && goals[i].series != NULL &&
          tal_id_is_equal (goals[i].series->record.id, fact->series))
        return &goals[i];
    }

  return NULL;
}

TalFactsRequest *
tal_facts_request_new (TalId initiative, GArray *facts)
{
  TalFactsRequest *self = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_new0 (TalFactsRequest, 1);
  self->initiative = initiative;
  self->facts = g_array_ref (facts);
  return self;
}

void
tal_facts_request_free (TalFactsRequest *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->facts);
  g_free (self);
}

TalChangeSet *
tal_initiative_facts_choose (const TalCatalogue *catalogue,
                             TalRunSource       *runs,
                             const TalWriter    *writer,
                             gconstpointer       facts_request,
                             GError            **error)
{
  const TalFactsRequest   *request = facts_request;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalRecord)    wanted = NULL;
  g_autofree char         *label = NULL;
  const TalRecord         *before = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);

  before = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, request->initiative);
  if (before == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The initiative isn't there any more."));
      return NULL;
    }

  label = g_strdup_printf (_ ("key figures of “%s” chosen"), TAL_INITIATIVE (before)->name);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  wanted = tal_record_copy (before);
  tal_initiative_set_facts ((TalInitiative *)wanted, request->facts);
  tal_writer_put (writer, catalogue, changes, wanted);
  return g_steal_pointer (&changes);
}

static gboolean
is_removed (const TalChangeSet *changes, TalKind kind, TalId id)
{
  const TalKey     key = tal_key_for_object (kind, id);
  const TalChange *change = tal_change_set_find (changes, &key);

  return change != NULL && change->after == NULL;
}

/* The facts that stay. */
static GArray *
list_staying (const TalInitiative *initiative, const TalChangeSet *changes)
{
  GArray *staying = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));

  for (guint i = 0; i < tal_initiative_get_n_facts (initiative); i++)
    {
      const TalInitiativeFact *fact = tal_initiative_get_fact (initiative, i);

      if (fact->kind != TAL_FACT_FIGURE || !is_removed (changes, TAL_KIND_SERIES, fact->series))
        g_array_append_vals (staying, fact, 1);
    }

  return staying;
}

void
tal_initiative_facts_forget_removed (const TalCatalogue *catalogue,
                                     const TalWriter    *writer,
                                     TalChangeSet       *changes)
{
  guint                   length = 0;
  const TalRecord *const *initiatives = NULL;

  g_return_if_fail (catalogue != NULL && writer != NULL && changes != NULL);

  initiatives = tal_catalogue_get_records (catalogue, TAL_KIND_INITIATIVE, &length);
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (GArray)    staying = list_staying (TAL_INITIATIVE (initiatives[i]), changes);
      g_autoptr (TalRecord) wanted = NULL;

      if (staying->len == tal_initiative_get_n_facts (TAL_INITIATIVE (initiatives[i])) ||
          is_removed (changes, TAL_KIND_INITIATIVE, initiatives[i]->id))
        continue;
      wanted = tal_record_copy (initiatives[i]);
      tal_initiative_set_facts ((TalInitiative *)wanted, staying);
      tal_writer_put (writer, catalogue, changes, wanted);
    }
}
