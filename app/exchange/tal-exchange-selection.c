/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-exchange-selection.h"

#include "base/tal-error.h"
#include "core/tal-references.h"
#include "exchange/tal-depths.h"

#include <glib/gi18n-lib.h>

struct _TalExchangeSelection
{
  TalCatalogue *catalogue;
  GPtrArray    *records[TAL_N_KINDS]; /* borrowed from the catalogue */
  GHashTable   *chosen;               /* the same, as a set */
  GHashTable   *only;                 /* of TalKey, borrowed; NULL: everything is wanted */
  GHashTable   *series;               /* of TalId inside a key of it: those of wanted figures */
};

static gboolean
is_wanted (const TalExchangeSelection *self, const TalRecord *record)
{
  TalKey key = tal_record_get_key (record);

  return g_hash_table_contains (self->only, &key) ||
         (record->kind == TAL_KIND_SERIES && g_hash_table_contains (self->series, &record->id));
}

static void
take_record (TalExchangeSelection *self, const TalRecord *record)
{
  if (g_hash_table_add (self->chosen, (gpointer)record))
    g_ptr_array_add (self->records[record->kind], (gpointer)record);
}

static void
referred_cb (const TalField *field, TalId target, gpointer user_data)
{
  TalExchangeSelection *self = user_data;
  const TalRecord *record = tal_catalogue_find (self->catalogue, (TalKind)field->target, target);

  if (record != NULL)
    take_record (self, record);
}

/* A record refers only to its own kind and those before it, but for its owner, a unit:
 * so, from the last kind to the first, each kind is complete when its turn comes. */
static void
take_referred (TalExchangeSelection *self)
{
  for (guint kind = TAL_N_KINDS; kind > 0; kind--)
    {
      const GPtrArray *records = self->records[kind - 1];

      /* It grows while it is walked. */
      for (guint i = 0; i < records->len; i++)
        tal_record_foreach_reference (g_ptr_array_index (records, i), referred_cb, self);
    }
}

static void
take_children (TalExchangeSelection *self, TalKind kind, TalId parent)
{
  guint                   length = 0;
  const TalRecord *const *children =
      tal_catalogue_get_children (self->catalogue, kind, parent, &length);

  for (guint i = 0; i < length; i++)
    take_record (self, children[i]);
}

static void
take_initiative (TalExchangeSelection *self, const TalRecord *initiative)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_GOAL, initiative->id, &n_goals);

  take_record (self, initiative);
  take_children (self, TAL_KIND_SERIES, initiative->id);
  take_children (self, TAL_KIND_GOAL, initiative->id);
  take_children (self, TAL_KIND_APPROPRIATION, initiative->id);
  for (guint i = 0; i < n_goals; i++)
    take_children (self, TAL_KIND_ASSESSMENT, goals[i]->id);
}

static void
take_plan (TalExchangeSelection *self, const TalRecord *plan)
{
  guint                   length = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_INITIATIVE, plan->id, &length);

  take_record (self, plan);
  for (guint i = 0; i < length; i++)
    take_initiative (self, initiatives[i]);
  take_children (self, TAL_KIND_CLOSING, plan->id);
}

static void
take_kind (TalExchangeSelection *self, TalKind kind)
{
  guint                   length = 0;
  const TalRecord *const *records = tal_catalogue_get_records (self->catalogue, kind, &length);

  for (guint i = 0; i < length; i++)
    take_record (self, records[i]);
}

static gboolean
take_named (TalExchangeSelection *self,
            TalKind               kind,
            const GArray         *ids,
            void (*take) (TalExchangeSelection *self, const TalRecord *record),
            GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      TalId            id = g_array_index (ids, TalId, i);
      const TalRecord *record = tal_catalogue_find (self->catalogue, kind, id);

      if (record == NULL)
        {
          char text[TAL_ID_STRING_LENGTH + 1];

          tal_id_format (id, text);
          g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                       _ ("The collection has no %s with the id %s."), tal_kind_get_title (kind),
                          text);
          return FALSE;
        }
      take (self, record);
    }

  return TRUE;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TalDepths *depths = user_data;
  const TalRecord *record_a = *(const TalRecord *const *)a;
  const TalRecord *record_b = *(const TalRecord *const *)b;
  guint            depth_a = tal_depths_get_depth (depths, record_a);
  guint            depth_b = tal_depths_get_depth (depths, record_b);
  int              order = 0;

  if (depth_a != depth_b)
    return depth_a < depth_b ? -1 : 1;

  order = tal_id_compare (record_a->id, record_b->id);
  if (order != 0)
    return order;

  /* The removals of a series' observations have its id. */
  return tal_period_compare (tal_record_get_key (record_a).period,
                             tal_record_get_key (record_b).period);
}

static void
sort_records (GPtrArray *records)
{
  g_autoptr (TalDepths) depths = tal_depths_new (records);

  g_ptr_array_sort_with_data (records, compare_records, depths);
}

static gboolean
take_scope (TalExchangeSelection *self, const TalExchangeScope *scope, GError **error)
{
  const GArray *plans = tal_exchange_scope_get_plans (scope);
  const GArray *initiatives = tal_exchange_scope_get_initiatives (scope);

  if (plans->len == 0 && initiatives->len == 0)
    {
      for (guint kind = 0; kind < TAL_N_KINDS; kind++)
        take_kind (self, (TalKind)kind);
      return TRUE;
    }

  take_kind (self, TAL_KIND_REMOVAL);
  return take_named (self, TAL_KIND_PLAN, plans, take_plan, error) &&
         take_named (self, TAL_KIND_INITIATIVE, initiatives, take_initiative, error);
}

/* Of the figures among the keys. */
static GHashTable *
list_series (GHashTable *only)
{
  GHashTable    *series = g_hash_table_new (tal_id_key_hash, tal_id_key_equal);
  GHashTableIter iter;
  gpointer       each = NULL;

  if (only == NULL)
    return series;

  g_hash_table_iter_init (&iter, only);
  while (g_hash_table_iter_next (&iter, &each, NULL))
    {
      TalKey *key = each;

      if (key->kind == TAL_KIND_OBSERVATION)
        g_hash_table_add (series, &key->id);
    }
  return series;
}

/* Of what a full picture holds: what is wanted may be reached through what is not. */
static void
keep_wanted (TalExchangeSelection *self)
{
  g_hash_table_remove_all (self->chosen);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) reached = g_steal_pointer (&self->records[kind]);

      self->records[kind] = g_ptr_array_new ();
      for (guint i = 0; i < reached->len; i++)
        {
          if (is_wanted (self, g_ptr_array_index (reached, i)))
            take_record (self, g_ptr_array_index (reached, i));
        }
    }
}

TalExchangeSelection *
tal_exchange_selection_new (const TalCatalogue     *catalogue,
                            const TalExchangeScope *scope,
                            GHashTable             *only,
                            GError                **error)
{
  g_autoptr (TalExchangeSelection) self = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (scope != NULL, NULL);

  self = g_new0 (TalExchangeSelection, 1);
  self->catalogue = tal_catalogue_ref (catalogue);
  self->chosen = g_hash_table_new (NULL, NULL);
  self->only = only;
  self->series = list_series (only);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    self->records[kind] = g_ptr_array_new ();

  if (!take_scope (self, scope, error))
    return NULL;

  take_referred (self);
  if (only != NULL)
    {
      keep_wanted (self);
      take_referred (self);
    }
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    sort_records (self->records[kind]);
  return g_steal_pointer (&self);
}

void
tal_exchange_selection_free (TalExchangeSelection *self)
{
  if (self == NULL)
    return;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    g_ptr_array_unref (self->records[kind]);
  g_hash_table_unref (self->chosen);
  g_hash_table_unref (self->series);
  tal_catalogue_unref (self->catalogue);
  g_free (self);
}

const GPtrArray *
tal_exchange_selection_get_records (const TalExchangeSelection *self, TalKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < TAL_N_KINDS, NULL);

  return self->records[kind];
}

gboolean
tal_exchange_selection_has_figure (const TalExchangeSelection *self, const TalObservation *figure)
{
  TalKey key = { 0 };

  g_return_val_if_fail (self != NULL && figure != NULL, FALSE);

  key = tal_record_get_key (&figure->record);
  return self->only == NULL || g_hash_table_contains (self->only, &key);
}
