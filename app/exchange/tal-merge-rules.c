/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-series.h"
#include "core/tal-validate.h"
#include "exchange/tal-merge-fields.h"
#include "exchange/tal-merge-private.h"

#include <glib/gi18n-lib.h>

static void
drop_change (TalChangeSet *changes, const TalKey *key)
{
  const TalChange *change = tal_change_set_find (changes, key);

  /* To and back again is no change. */
  if (change != NULL)
    tal_change_set_add (changes, change->after, change->before);
}

/* A series that stays keeps its observations. */
static void
drop_observations (TalChangeSet *changes, TalId series)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new ();

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->key.kind == TAL_KIND_OBSERVATION && change->after == NULL &&
          tal_id_is_equal (change->key.id, series))
        g_ptr_array_add (dropped, (gpointer)change);
    }

  for (guint i = 0; i < dropped->len; i++)
    {
      const TalChange *change = g_ptr_array_index (dropped, i);
      TalKey           key = change->key;

      drop_change (changes, &key);
    }
}

/* With what belongs to it: the trace of a removal, or the trace that it took away. */
static void
drop_breach (TalMerge *self, TalChangeSet *changes, const TalKey *key, const char *sentence)
{
  const TalChange *change = tal_change_set_find (changes, key);
  TalDifference   *difference = g_hash_table_lookup (self->by_key, key);
  TalKey           trace = { TAL_KIND_REMOVAL, key->id, key->period };
  gboolean         was_removal = change->after == NULL;

  g_free (difference->breach);
  difference->breach = g_strdup (sentence);

  drop_change (changes, key);
  drop_change (changes, &trace);
  if (key->kind == TAL_KIND_SERIES && was_removal)
    drop_observations (changes, key->id);
}

/* A series that becomes a computed one must not have figures entered. */
static gboolean
has_figures_left (TalMerge           *self,
                  const TalChangeSet *changes,
                  const TalChange    *change,
                  gboolean           *ret_has,
                  GError            **error)
{
  g_autoptr (TalRun) run = NULL;

  *ret_has = FALSE;
  if (change->key.kind != TAL_KIND_SERIES || change->before == NULL || change->after == NULL ||
      !tal_series_is_derived (TAL_SERIES (change->after)))
    return TRUE;

  run = tal_run_source_ref_run (self->runs, change->key.id, error);
  if (run == NULL)
    return FALSE;

  for (guint i = 0; i < tal_run_get_length (run) && !*ret_has; i++)
    {
      TalKey           key = tal_record_get_key (&tal_run_get_observation (run, i)->record);
      const TalChange *removal = tal_change_set_find (changes, &key);

      *ret_has = removal == NULL || removal->after != NULL;
    }

  return TRUE;
}

/* What is wrong with the series of the collection as it would be, as a sentence, or NULL. */
static char *
find_wrong_order (const TalCatalogue *after)
{
  g_autoptr (GPtrArray) problems = tal_problem_list_new ();

  return tal_validate_series_order (after, problems)
             ? NULL
             : g_strdup (tal_problem_get_sentence (g_ptr_array_index (problems, 0)));
}

/* A sentence to be freed, or NULL where the change is good. */
static char *
find_breach (const TalCatalogue *after, const TalChangeSet *changes, const TalChange *change)
{
  g_autoptr (TalChangeSet) alone = NULL;
  g_autoptr (GPtrArray)    problems = tal_problem_list_new ();
  gboolean                 is_good = FALSE;

  if (change->key.kind == TAL_KIND_OBSERVATION)
    {
      is_good = (change->after == NULL || tal_validate_record (after, change->after, problems)) &&
                tal_validate_lock (after, changes, change, problems);
    }
  else if (change->after != NULL)
    {
      is_good = tal_validate_record (after, change->after, problems);
    }
  else
    {
      alone = tal_change_set_new (TAL_ORIGIN_IMPORT, "");
      tal_change_set_add (alone, change->before, NULL);
      is_good = tal_validate_changes (after, alone, problems);
    }

  return is_good ? NULL : g_strdup (tal_problem_get_sentence (g_ptr_array_index (problems, 0)));
}

/* What only got another time or author was no worse before. */
static gboolean
is_judged (const TalChange *change)
{
  return change->key.kind != TAL_KIND_REMOVAL &&
         !tal_merge_fields_is_same (change->before, change->after);
}

typedef struct
{
  TalKey key;
  char  *sentence;
} Breach;

static void
breach_clear (gpointer breach)
{
  g_free (((Breach *)breach)->sentence);
}

/* What all changes of a round are judged by. */
typedef struct
{
  TalMerge           *merge;
  const TalChangeSet *changes;
  TalCatalogue       *after;       /* owned */
  gboolean            is_good;     /* no rule of a change is broken, so none need be looked for */
  char               *wrong_order; /* owned: of the series, or NULL */
} Round;

static void
round_clear (Round *self)
{
  g_clear_pointer (&self->after, tal_catalogue_unref);
  g_clear_pointer (&self->wrong_order, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Round, round_clear)

static gboolean
round_start (Round *self, GError **error)
{
  g_autoptr (GPtrArray) problems = tal_problem_list_new ();

  self->after = tal_catalogue_apply (self->merge->catalogue, self->changes, error);
  if (self->after == NULL)
    return FALSE;

  self->is_good = tal_validate_changes (self->after, self->changes, problems);
  if (!self->is_good)
    self->wrong_order = find_wrong_order (self->after);
  return TRUE;
}

static gboolean
judge (Round *self, const TalChange *change, GArray *breaches, GError **error)
{
  Breach   breach = { change->key, NULL };
  gboolean has_figures = FALSE;

  if (!has_figures_left (self->merge, self->changes, change, &has_figures, error))
    return FALSE;

  if (has_figures)
    breach.sentence = g_strdup (_ ("It has entered figures here, which a computed series cannot "
                                   "have."));
  else if (!self->is_good && change->key.kind == TAL_KIND_SERIES && self->wrong_order != NULL)
    breach.sentence = g_strdup (self->wrong_order);
  else if (!self->is_good)
    breach.sentence = find_breach (self->after, self->changes, change);

  if (breach.sentence != NULL)
    g_array_append_val (breaches, breach);
  return TRUE;
}

static GArray *
list_breaches (TalMerge           *self,
               const TalChangeSet *changes,
               GCancellable       *cancellable,
               GError            **error)
{
  g_autoptr (GArray) breaches = g_array_new (FALSE, FALSE, sizeof (Breach));
  g_auto (Round)     round = { self, changes, NULL, FALSE, NULL };

  g_array_set_clear_func (breaches, breach_clear);
  if (!round_start (&round, error))
    return NULL;

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (is_judged (change) && !judge (&round, change, breaches, error))
        return NULL;
    }

  return g_steal_pointer (&breaches);
}

void
tal_merge_list_breach (TalMerge             *self,
                       const TalCatalogue   *after,
                       const TalChangeSet   *changes,
                       const TalObservation *theirs,
                       guint                 line)
{
  g_autoptr (TalRecord) record = tal_record_copy (&theirs->record);
  const TalChange       change = { tal_record_get_key (record), NULL, record };
  TalDifference        *difference =
      tal_difference_new (&change.key, TAL_DIFFERENCE_NEW, TAL_CONFLICT_NONE, NULL, record, NULL);

  difference->line = line;
  difference->breach = find_breach (after, changes, &change);
  g_ptr_array_add (self->differences, difference);
  g_hash_table_insert (self->by_key, &difference->key, difference);
}

static gboolean
check_fresh (TalMerge *self, const TalChangeSet *changes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalCatalogue) after = NULL;

  if (tal_merge_figures_get_n_fresh (self->figures) == 0)
    return TRUE;

  after = tal_catalogue_apply (self->catalogue, changes, error);
  return after != NULL && tal_merge_check_fresh (self, after, changes, cancellable, error);
}

/* Each round leaves fewer changes, so there is a last one. */
gboolean
tal_merge_drop_what_breaks_rules (TalMerge     *self,
                                  TalChangeSet *changes,
                                  GCancellable *cancellable,
                                  GError      **error)
{
  guint n_dropped = 0;

  do
    {
      g_autoptr (GArray) breaches = list_breaches (self, changes, cancellable, error);

      if (breaches == NULL)
        return FALSE;

      n_dropped = breaches->len;
      for (guint i = 0; i < breaches->len; i++)
        {
          const Breach *breach = &g_array_index (breaches, Breach, i);

          /* It may have gone with its series. */
          if (tal_change_set_find (changes, &breach->key) != NULL)
            drop_breach (self, changes, &breach->key, breach->sentence);
        }
    }
  while (n_dropped > 0);

  return check_fresh (self, changes, cancellable, error);
}
