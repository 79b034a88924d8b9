/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-change-set.h"

#include "core/tal-observation.h"
#include "core/tal-references.h"
#include "core/tal-removal.h"

struct _TalChangeSet
{
  gatomicrefcount ref_count;
  TalOrigin       origin;
  char           *label;
  GPtrArray      *changes; /* of TalChange */
  GHashTable     *by_key;  /* TalKey inside a change → that TalChange */
  GArray         *bulks;   /* of TalBulk */
};

static const char *const origins[] = { "edit", "import", "undo", "redo", "outside", NULL };

static void
change_free (TalChange *change)
{
  tal_record_unref (change->before);
  tal_record_unref (change->after);
  g_free (change);
}

static TalRecord *
ref_record (const TalRecord *record)
{
  return record != NULL ? tal_record_ref (record) : NULL;
}

static void
drop_change (TalChangeSet *self, TalChange *change)
{
  g_hash_table_remove (self->by_key, &change->key);
  g_ptr_array_remove (self->changes, change);
}

/* A then B on one object is the change from A's before to B's after. */
static void
extend_change (TalChangeSet *self, TalChange *change, const TalRecord *after)
{
  if (tal_record_is_equal (change->before, after))
    {
      drop_change (self, change);
      return;
    }

  tal_record_unref (change->after);
  change->after = ref_record (after);
}

TalChangeSet *
tal_change_set_new (TalOrigin origin, const char *label)
{
  TalChangeSet *self = g_new0 (TalChangeSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->origin = origin;
  self->label = g_strdup (label);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
  self->by_key = g_hash_table_new (tal_key_hash, tal_key_equal);
  self->bulks = g_array_new (FALSE, FALSE, sizeof (TalBulk));
  return self;
}

TalChangeSet *
tal_change_set_ref (const TalChangeSet *self)
{
  TalChangeSet *counted = (TalChangeSet *)self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&counted->ref_count);
  return counted;
}

void
tal_change_set_unref (TalChangeSet *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->changes);
  g_array_unref (self->bulks);
  g_free (self->label);
  g_free (self);
}

void
tal_change_set_add (TalChangeSet *self, const TalRecord *before, const TalRecord *after)
{
  TalChange *change = NULL;
  TalKey     key = { 0 };
  TalKey     key_after = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL || after != NULL);

  key = tal_record_get_key (before != NULL ? before : after);
  key_after = tal_record_get_key (after != NULL ? after : before);
  g_return_if_fail (tal_key_equal (&key, &key_after));

  change = g_hash_table_lookup (self->by_key, &key);
  if (change != NULL)
    {
      extend_change (self, change, after);
      return;
    }

  if (tal_record_is_equal (before, after))
    return;

  change = g_new0 (TalChange, 1);
  change->key = key;
  change->before = ref_record (before);
  change->after = ref_record (after);
  g_ptr_array_add (self->changes, change);
  g_hash_table_insert (self->by_key, &change->key, change);
}

void
tal_change_set_add_removal (TalChangeSet    *self,
                            const TalRecord *before,
                            TalTime          removed_at,
                            const char      *removed_by)
{
  g_autoptr (TalRecord) trace = NULL;
  TalRemoval           *removal = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL && before->kind != TAL_KIND_REMOVAL);

  trace = tal_record_new (TAL_KIND_REMOVAL, before->id);
  trace->owner = before->owner;
  trace->changed_at = removed_at;
  trace->changed_by = g_strdup (removed_by);
  removal = (TalRemoval *)trace;
  removal->removed = before->kind;
  removal->period = tal_record_get_key (before).period;

  tal_change_set_add (self, before, NULL);
  tal_change_set_add (self, NULL, trace);
}

void
tal_change_set_add_bulk (TalChangeSet *self, TalId series, guint n_figures)
{
  const TalBulk bulk = { series, n_figures };

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_figures > 0);

  g_array_append_val (self->bulks, bulk);
}

guint
tal_change_set_get_n_bulks (const TalChangeSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bulks->len;
}

const TalBulk *
tal_change_set_get_bulk (const TalChangeSet *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->bulks->len, NULL);

  return &g_array_index (self->bulks, TalBulk, position);
}

guint
tal_change_set_get_length (const TalChangeSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->changes->len;
}

const TalChange *
tal_change_set_get_change (const TalChangeSet *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->changes->len, NULL);

  return g_ptr_array_index (self->changes, position);
}

const TalChange *
tal_change_set_find (const TalChangeSet *self, const TalKey *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}

gboolean
tal_change_set_touches_kind (const TalChangeSet *self, TalKind kind)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->changes->len; i++)
    {
      if (tal_change_set_get_change (self, i)->key.kind == kind)
        return TRUE;
    }

  return kind == TAL_KIND_OBSERVATION && self->bulks->len > 0;
}

static gboolean
has_bulk (const TalChangeSet *self, TalId series)
{
  for (guint i = 0; i < self->bulks->len; i++)
    {
      if (tal_id_is_equal (tal_change_set_get_bulk (self, i)->series, series))
        return TRUE;
    }

  return FALSE;
}

gboolean
tal_change_set_touches_series (const TalChangeSet *self, TalId series)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const TalChange *change = tal_change_set_get_change (self, i);

      if ((change->key.kind == TAL_KIND_OBSERVATION || change->key.kind == TAL_KIND_SERIES) &&
          tal_id_is_equal (change->key.id, series))
        return TRUE;
    }

  return has_bulk (self, series);
}

TalOrigin
tal_change_set_get_origin (const TalChangeSet *self)
{
  g_return_val_if_fail (self != NULL, TAL_ORIGIN_EDIT);

  return self->origin;
}

const char *
tal_change_set_get_label (const TalChangeSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

TalChangeSet *
tal_change_set_invert (const TalChangeSet *self, TalOrigin origin, const char *label)
{
  TalChangeSet *inverse = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  inverse = tal_change_set_new (origin, label);
  for (guint i = self->changes->len; i > 0; i--)
    {
      const TalChange *change = tal_change_set_get_change (self, i - 1);

      tal_change_set_add (inverse, change->after, change->before);
    }
  return inverse;
}

typedef struct
{
  const TalChangeSet *all;
  GHashTable         *chosen; /* TalChange */
} Choice;

static void choose (Choice *choice, const TalChange *change);

static void
referred_cb (const TalField *field, TalId target, gpointer user_data)
{
  Choice          *choice = user_data;
  TalKey           key = tal_key_for_object ((TalKind)field->target, target);
  const TalChange *needed = g_hash_table_lookup (choice->all->by_key, &key);

  /* What is only changed need not be: it is there already. */
  if (needed != NULL && needed->before == NULL)
    choose (choice, needed);
}

static void
choose (Choice *choice, const TalChange *change)
{
  if (!g_hash_table_add (choice->chosen, (gpointer)change) || change->after == NULL)
    return;

  tal_record_foreach_reference (change->after, referred_cb, choice);
}

TalChangeSet *
tal_change_set_subset (const TalChangeSet *self, TalChangeFilter wanted, gpointer user_data)
{
  TalChangeSet *subset = NULL;
  Choice        choice = { self, NULL };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (wanted != NULL, NULL);

  choice.chosen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const TalChange *change = tal_change_set_get_change (self, i);

      if (wanted (change, user_data))
        choose (&choice, change);
    }

  subset = tal_change_set_new (self->origin, self->label);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const TalChange *change = tal_change_set_get_change (self, i);

      if (g_hash_table_contains (choice.chosen, change))
        tal_change_set_add (subset, change->before, change->after);
    }
  g_hash_table_unref (choice.chosen);
  return subset;
}

const char *
tal_origin_get_name (TalOrigin origin)
{
  g_return_val_if_fail (origin < G_N_ELEMENTS (origins) - 1, NULL);

  return origins[origin];
}

gboolean
tal_origin_from_name (const char *name, TalOrigin *ret_origin)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; origins[i] != NULL; i++)
    {
      if (g_str_equal (name, origins[i]))
        {
          *ret_origin = (TalOrigin)i;
          return TRUE;
        }
    }

  return FALSE;
}
