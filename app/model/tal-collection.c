/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-collection.h"

#include "base/tal-error.h"
#include "core/tal-change-text.h"
#include "core/tal-goal-figures.h"
#include "core/tal-unit.h"
#include "core/tal-validate.h"
#include "model/tal-clock.h"
#include "model/tal-collection-private.h"
#include "model/tal-figure-gate.h"
#include "model/tal-status-table-compute.h"

#include <glib/gi18n-lib.h>

static guint
hash_id (gconstpointer id)
{
  return tal_id_hash (*(const TalId *)id);
}

static gboolean
ids_are_equal (gconstpointer a, gconstpointer b)
{
  return tal_id_is_equal (*(const TalId *)a, *(const TalId *)b);
}

static void
forget_statuses (TalCollection *self)
{
  g_clear_pointer (&self->statuses, tal_status_table_unref);
  g_hash_table_remove_all (self->moved);
}

/* Notes whose verdicts may be others.  Figures touch the goals that rest on their series; what
 * is set aside and what was removed touch none; of everything else it isn't asked. */
static void
note_moved (TalCollection *self, const TalChangeSet *changes)
{
  for (guint i = 0; i < tal_change_set_get_length (changes) && self->statuses != NULL; i++)
    {
      const TalKey *key = &tal_change_set_get_change (changes, i)->key;

      if (key->kind == TAL_KIND_OBSERVATION)
        g_hash_table_add (self->moved, g_memdup2 (&key->id, sizeof key->id));
      else if (key->kind != TAL_KIND_APPROPRIATION && key->kind != TAL_KIND_REMOVAL)
        forget_statuses (self);
    }
  for (guint i = 0; i < tal_change_set_get_n_bulks (changes) && self->statuses != NULL; i++)
    {
      const TalBulk *bulk = tal_change_set_get_bulk (changes, i);

      g_hash_table_add (self->moved, g_memdup2 (&bulk->series, sizeof bulk->series));
    }
}

static gboolean
find_newest_sequence (TalCollection *self, gint64 *ret_sequence, GError **error)
{
  g_autoptr (GPtrArray) newest = tal_store_load_history (self->store, NULL, 0, 1, error);

  if (newest == NULL)
    return FALSE;

  *ret_sequence =
      newest->len > 0 ? ((const TalJournalEntry *)g_ptr_array_index (newest, 0))->sequence : 0;
  return TRUE;
}

/* Adds what the entries after 'sequence' did to what nobody has taken yet. */
static gboolean
collect_outside (TalCollection *self, gint64 newest, GError **error)
{
  for (gint64 sequence = self->sequence + 1; sequence <= newest; sequence++)
    {
      g_autoptr (TalChangeSet) changes = tal_store_load_changes (self->store, sequence, error);

      if (changes == NULL)
        return FALSE;
      if (self->outside == NULL)
        self->outside = tal_change_set_new (TAL_ORIGIN_OUTSIDE, tal_change_set_get_label (changes));
      for (guint i = 0; i < tal_change_set_get_length (changes); i++)
        {
          const TalChange *change = tal_change_set_get_change (changes, i);

          tal_change_set_add (self->outside, change->before, change->after);
        }
    }

  return TRUE;
}

/* All of one moment: an entry that is written between the catalogue and the history would
 * be taken for known. */
static gboolean
load_everything (TalCollection *self, GError **error)
{
  g_auto (TalTransaction)  reading = TAL_TRANSACTION_INIT;
  g_autoptr (TalCatalogue) catalogue = NULL;
  gint64                   newest = 0;

  if (!tal_store_begin_reading (self->store, &reading, error))
    return FALSE;

  catalogue = tal_store_load_catalogue (self->store, error);
  if (catalogue == NULL || !find_newest_sequence (self, &newest, error) ||
      !tal_collection_load_identity (self, error) ||
      !tal_store_load_is_example (self->store, &self->example, error))
    return FALSE;

  /* The first look finds everything new, and nobody waits to hear of it. */
  if ((self->catalogue != NULL && !collect_outside (self, newest, error)) ||
      !tal_transaction_commit (&reading, error))
    return FALSE;

  forget_statuses (self);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  self->catalogue = g_steal_pointer (&catalogue);
  self->sequence = newest;
  return TRUE;
}

static TalCollection *
take_store (TalStore *store, GError **error)
{
  g_autoptr (TalCollection) self = NULL;

  if (store == NULL)
    return NULL;

  self = g_new0 (TalCollection, 1);
  self->store = store;
  self->moved = g_hash_table_new_full (hash_id, ids_are_equal, g_free, NULL);
  if (!load_everything (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static TalStore *
free_but_for_store (TalCollection *self)
{
  TalStore *store = self->store;

  tal_transaction_clear (&self->reading);
  g_clear_pointer (&self->presence, tal_presence_free);
  g_clear_pointer (&self->outside, tal_change_set_unref);
  g_clear_pointer (&self->statuses, tal_status_table_unref);
  g_clear_pointer (&self->moved, g_hash_table_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  g_free (self);
  return store;
}

gboolean
tal_collection_load_identity (TalCollection *self, GError **error)
{
  if (!tal_store_load_home_unit (self->store, &self->home_unit, error) ||
      !tal_store_load_replica (self->store, &self->replica, error))
    return FALSE;

  if (tal_id_is_none (self->replica))
    self->replica = self->home_unit;
  return TRUE;
}

TalWriter
tal_collection_get_writer (const TalCollection *self)
{
  return (TalWriter){ tal_clock_get_now (), tal_clock_get_author (), self->home_unit, tal_id_new,
                      self->replica };
}

static gboolean
add_home_unit (TalCollection *self, const char *name, GError **error)
{
  g_autoptr (TalRecord)    unit = tal_record_new (TAL_KIND_UNIT, tal_id_new ());
  g_autofree char         *trimmed = g_strstrip (g_strdup (name));
  g_autofree char         *label = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
  g_autoptr (TalCatalogue) after = NULL;
  gint64                   sequence = 0;

  ((TalUnit *)unit)->short_name = g_strdup (trimmed);
  ((TalUnit *)unit)->name = g_strdup (trimmed);
  unit->owner = unit->id;
  unit->changed_at = tal_clock_get_now ();
  unit->changed_by = g_strdup (tal_clock_get_author ());
  label = tal_change_text_for_change (self->catalogue, NULL, unit);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  tal_change_set_add (changes, NULL, unit);

  if (!tal_collection_begin (self, &transaction, error) ||
      !tal_collection_write (self, changes, NULL, 0, &after, &sequence, error) ||
      !tal_store_save_home_unit (self->store, unit->id, error) ||
      !tal_collection_finish (self, &transaction, g_steal_pointer (&after), sequence, error))
    return FALSE;

  return tal_collection_load_identity (self, error);
}

TalCollection *
tal_collection_create (const char *path, const char *unit_name, GError **error)
{
  g_autoptr (TalCollection) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = take_store (tal_store_create (path, error), error);
  if (self == NULL)
    return NULL;
  if (unit_name != NULL && !add_home_unit (self, unit_name, error))
    {
      tal_collection_discard (g_steal_pointer (&self));
      return NULL;
    }

  return g_steal_pointer (&self);
}

TalCollection *
tal_collection_open (const char *path, gboolean allow_read_only, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  TalStore          *store = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  store = tal_store_open (path, FALSE, &refusal);
  if (store == NULL && allow_read_only && g_error_matches (refusal, TAL_ERROR, TAL_ERROR_READ_ONLY))
    return take_store (tal_store_open (path, TRUE, error), error);
  if (store == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }

  return take_store (store, error);
}

void
tal_collection_close (TalCollection *self)
{
  if (self != NULL)
    tal_store_close (free_but_for_store (self));
}

void
tal_collection_discard (TalCollection *self)
{
  g_return_if_fail (self != NULL);

  tal_store_discard (free_but_for_store (self));
}

const char *
tal_collection_get_path (const TalCollection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_store_get_path (self->store);
}

gboolean
tal_collection_is_read_only (const TalCollection *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return tal_store_is_read_only (self->store);
}

gboolean
tal_collection_is_example (const TalCollection *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->example;
}

gboolean
tal_collection_is_on_network_drive (const TalCollection *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tal_store_is_on_network_drive (self->store);
}

TalId
tal_collection_get_home_unit (const TalCollection *self)
{
  g_return_val_if_fail (self != NULL, TAL_ID_NONE);

  return self->home_unit;
}

const TalCatalogue *
tal_collection_get_catalogue (const TalCollection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

TalRunSource *
tal_collection_get_runs (TalCollection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_store_get_runs (self->store);
}

TalGoalPast *
tal_collection_load_goal_past (TalCollection *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_store_load_goal_past (self->store, error);
}

gboolean
tal_collection_begin (TalCollection *self, TalTransaction *ret_transaction, GError **error)
{
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;

  if (!tal_store_begin (self->store, &transaction, error) || !tal_collection_refresh (self, error))
    return FALSE;

  *ret_transaction = transaction;
  transaction.database = NULL;
  return TRUE;
}

gboolean
tal_collection_write (TalCollection *self,
                      TalChangeSet  *changes,
                      TalAdditions  *additions,
                      gint64         reverses,
                      TalCatalogue **ret_after,
                      gint64        *ret_sequence,
                      GError       **error)
{
  TalStamp                  stamp = { tal_clock_get_now (), tal_clock_get_author (), reverses };
  g_autoptr (TalCatalogue)  after = tal_catalogue_apply (self->catalogue, changes, error);
  g_autoptr (TalFigureGate) gate = NULL;

  if (after == NULL || !tal_validate_changes_or_refuse (after, changes, error))
    return FALSE;

  gate = additions != NULL ? tal_figure_gate_new (additions, after, changes) : NULL;
  if (!tal_store_write (self->store, after, changes, (TalAdditions *)gate, &stamp, ret_sequence,
                        error))
    return FALSE;

  note_moved (self, changes);
  tal_collection_note_periods (self, changes);
  *ret_after = g_steal_pointer (&after);
  return TRUE;
}

gboolean
tal_collection_finish (TalCollection  *self,
                       TalTransaction *transaction,
                       TalCatalogue   *after,
                       gint64          sequence,
                       GError        **error)
{
  g_autoptr (TalCatalogue) owned = after;

  if (!tal_transaction_commit (transaction, error))
    return FALSE;

  tal_catalogue_unref (self->catalogue);
  self->catalogue = g_steal_pointer (&owned);
  self->sequence = sequence;
  return TRUE;
}

gboolean
tal_collection_refresh (TalCollection *self, GError **error)
{
  gboolean moved = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  return tal_store_has_moved (self->store, &moved, error) &&
         (!moved || load_everything (self, error));
}

gboolean
tal_collection_begin_reading (TalCollection *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->reading.database == NULL, FALSE);

  if (!tal_store_begin_reading (self->store, &self->reading, error))
    return FALSE;

  if (!tal_collection_refresh (self, error))
    {
      tal_transaction_clear (&self->reading);
      return FALSE;
    }

  return TRUE;
}

void
tal_collection_end_reading (TalCollection *self)
{
  g_return_if_fail (self != NULL);

  /* Nothing was written, so nothing is lost where this fails; a rollback would make the
   * store forget the figures that it has read. */
  tal_transaction_commit (&self->reading, NULL);
  tal_transaction_clear (&self->reading);
}

TalChangeSet *
tal_collection_take_outside (TalCollection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->outside);
}

typedef struct
{
  TalRunSource *runs;
  GHashTable   *latest; /* TalId → TalGoalFigures; NULL where a period was asked for */
  TalPeriod     period;
} Gathering;

static gboolean
copy_figures (const TalGoalFigures *from, const TalGoal *goal, TalGoalFigures *ret_figures)
{
  if (from == NULL || from->n_criteria != tal_goal_get_n_criteria (goal))
    return FALSE;

  *ret_figures = *from;
  ret_figures->criteria = g_memdup2 (from->criteria, sizeof *from->criteria * from->n_criteria);
  return TRUE;
}

static gboolean
gather_figures (const TalCatalogue *catalogue,
                const TalGoal      *goal,
                TalGoalFigures     *ret_figures,
                gpointer            user_data,
                GError            **error)
{
  Gathering *gathering = user_data;

  if (gathering->latest != NULL &&
      copy_figures (g_hash_table_lookup (gathering->latest, &goal->record.id), goal, ret_figures))
    return TRUE;

  return tal_goal_figures_gather (catalogue, gathering->runs, goal, gathering->period, ret_figures,
                                  error);
}

/* What a verdict rests on that a series is entered for. */
static gboolean
rests_on (const TalCatalogue *catalogue, const TalGoal *goal, GHashTable *series)
{
  g_autoptr (GPtrArray) entered = tal_goal_figures_list_entered (catalogue, goal);

  for (guint i = 0; i < entered->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (entered, i);

      if (g_hash_table_contains (series, &each->record.id))
        return TRUE;
    }

  return FALSE;
}

static GHashTable *
list_touched (TalCollection *self)
{
  GHashTable             *touched = g_hash_table_new (NULL, NULL);
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals && g_hash_table_size (self->moved) > 0; i++)
    {
      if (rests_on (self->catalogue, TAL_GOAL (goals[i]), self->moved))
        g_hash_table_add (touched, (gpointer)goals[i]);
    }

  return touched;
}

static TalStatusTable *
renew_statuses (TalCollection *self, GError **error)
{
  g_autoptr (GHashTable) touched = list_touched (self);
  Gathering gathering = { tal_store_get_runs (self->store), NULL, self->statuses_period };

  return tal_status_table_renew (self->statuses, self->catalogue, touched, gather_figures,
                                 &gathering, self->statuses_day, error);
}

static TalStatusTable *
compute_statuses (TalCollection *self, TalPeriod period, TalDay today, GError **error)
{
  g_autoptr (GHashTable) latest = NULL;
  Gathering              gathering = { NULL, NULL, period };

  if (self->statuses != NULL && self->statuses_day == today &&
      tal_period_is_equal (self->statuses_period, period))
    return renew_statuses (self, error);
  if (!tal_period_is_set (period))
    {
      latest = tal_store_load_latest (self->store, error);
      if (latest == NULL)
        return NULL;
    }

  gathering.runs = tal_store_get_runs (self->store);
  gathering.latest = latest;
  return tal_status_table_compute (self->catalogue, gather_figures, &gathering, today, error);
}

/* The next time only what has moved since is computed. */
static void
keep_statuses (TalCollection *self, TalStatusTable *statuses, TalPeriod period, TalDay today)
{
  forget_statuses (self);
  self->statuses = tal_status_table_ref (statuses);
  self->statuses_period = period;
  self->statuses_day = today;
}

TalStatusTable *
tal_collection_compute_statuses (TalCollection *self, TalPeriod period, TalDay today, GError **error)
{
  g_auto (TalTransaction)    reading = TAL_TRANSACTION_INIT;
  g_autoptr (TalStatusTable) statuses = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tal_store_begin_reading (self->store, &reading, error) ||
      !tal_collection_refresh (self, error))
    return NULL;

  statuses = compute_statuses (self, period, today, error);
  if (statuses == NULL || !tal_transaction_commit (&reading, error))
    return NULL;

  keep_statuses (self, statuses, period, today);
  return g_steal_pointer (&statuses);
}

GPtrArray *
tal_collection_check (TalCollection *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_store_check (self->store, error);
}
