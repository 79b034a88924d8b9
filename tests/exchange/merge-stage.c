/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/merge-stage.h"

#include "core/tal-observation.h"

static TalBundle *
load (GBytes *bytes)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  TalBundle         *bundle = tal_bundle_load_bytes (owned, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

TalBundle *
send_bundle (MemoryCollection *from)
{
  return load (memory_collection_write (from));
}

TalBundle *
send_delta (MemoryCollection *from)
{
  return load (memory_collection_write_delta (from));
}

TalChangeSet *
take_changes (TalMerge *merge, TalChoice choice)
{
  g_autoptr (GError) error = NULL;
  TalChangeSet      *changes = NULL;

  if (choice != TAL_CHOICE_OPEN)
    tal_merge_choose_all (merge, choice);
  changes = tal_merge_make_changes (merge, "import", NULL, &error);
  g_assert_no_error (error);
  return changes;
}

guint
count_conflicts (const TalMerge *merge)
{
  return tal_merge_get_counts (merge)->n_conflicts;
}

guint
count_breaches (const TalMerge *merge)
{
  guint n_breaches = 0;

  for (guint i = 0; i < tal_merge_get_n_differences (merge); i++)
    n_breaches += tal_merge_get_difference (merge, i)->breach != NULL ? 1 : 0;
  return n_breaches;
}

const TalDifference *
get_conflict (const TalMerge *merge, guint number)
{
  for (guint i = 0; i < tal_merge_get_n_differences (merge); i++)
    {
      const TalDifference *each = tal_merge_get_difference (merge, i);

      if (each->type == TAL_DIFFERENCE_CONFLICT && number-- == 0)
        return each;
    }

  g_assert_not_reached ();
}

void
exchange_all (MemoryCollection *from, MemoryCollection *to)
{
  g_autoptr (TalBundle)    bundle = send_bundle (from);
  g_autoptr (TalMerge)     merge = memory_collection_merge (to, bundle);
  g_autoptr (TalChangeSet) changes = take_changes (merge, TAL_CHOICE_OPEN);

  g_assert_false (tal_merge_is_open (merge));
  memory_collection_apply (to, changes);
}

MemoryCollection *
load_bif (void)
{
  g_autoptr (GBytes)    bytes = load_fixture ("valid/integration-plan.xml");
  g_autoptr (GError)    error = NULL;
  g_autoptr (TalBundle) bundle = tal_bundle_load_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return memory_collection_new_from_bundle (bundle);
}

MemoryCollection *
make_other (MemoryCollection *bif)
{
  MemoryCollection *sof = memory_collection_new (make_id (UNIT_SOF));

  exchange_all (bif, sof);
  return sof;
}

gpointer
copy_record (MemoryCollection *collection, TalKind kind, guint number)
{
  TalKey key = tal_key_for_object (kind, make_id (number));

  return tal_record_copy (memory_collection_find (collection, &key));
}

TalKey
make_observation_key (guint series, const char *text)
{
  TalKey key = { TAL_KIND_OBSERVATION, make_id (series), TAL_PERIOD_UNSET };

  g_assert_true (tal_period_parse (text, &key.period, NULL));
  return key;
}

void
set_value (MemoryCollection *collection, guint series, const char *period, gint64 value)
{
  TalKey           key = make_observation_key (series, period);
  const TalRecord *old = memory_collection_find (collection, &key);
  TalObservation  *observation =
      old != NULL ? tal_record_copy (old)
                   : (gpointer)tal_observation_new (key.id, key.period, TAL_DECIMAL_NONE);

  observation->value = TAL_DECIMAL (value, 0);
  memory_collection_edit (collection, observation);
}

gint64
get_value (MemoryCollection *collection, guint series, const char *period)
{
  TalKey key = make_observation_key (series, period);

  return TAL_OBSERVATION (memory_collection_find (collection, &key))->value.coefficient;
}

void
set_wording (MemoryCollection *collection, const char *wording)
{
  TalGoal *goal = copy_record (collection, TAL_KIND_GOAL, GOAL);

  g_free (goal->wording);
  goal->wording = g_strdup (wording);
  memory_collection_edit (collection, goal);
}

void
set_note (MemoryCollection *collection, const char *note)
{
  TalGoal *goal = copy_record (collection, TAL_KIND_GOAL, GOAL);

  g_free (goal->note);
  goal->note = g_strdup (note);
  memory_collection_edit (collection, goal);
}

const TalGoal *
get_goal (MemoryCollection *collection)
{
  TalKey key = tal_key_for_object (TAL_KIND_GOAL, make_id (GOAL));

  return TAL_GOAL (memory_collection_find (collection, &key));
}
