/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-catalogue.h"

#include "base/tal-error.h"
#include "core/tal-appropriation.h"
#include "core/tal-assessment.h"
#include "core/tal-closing.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "core/tal-series.h"
#include "core/tal-unit.h"

#include <glib/gi18n-lib.h>

/* All records of one kind. */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray      *records; /* in the order of compare_records */
  GHashTable     *by_key;  /* TalKey * owned by the table → its record */
} Table;

struct _TalCatalogue
{
  gatomicrefcount ref_count;
  Table          *tables[TAL_N_KINDS];
};

static TalId
get_parent (const TalRecord *record)
{
  switch (record->kind)
    {
    case TAL_KIND_UNIT:
      return TAL_UNIT (record)->parent;
    case TAL_KIND_MEMBER:
      return TAL_MEMBER (record)->parent;
    case TAL_KIND_INITIATIVE:
      return TAL_INITIATIVE (record)->plan;
    case TAL_KIND_SERIES:
      return TAL_SERIES (record)->initiative;
    case TAL_KIND_GOAL:
      return TAL_GOAL (record)->initiative;
    case TAL_KIND_ASSESSMENT:
      return TAL_ASSESSMENT (record)->goal;
    case TAL_KIND_APPROPRIATION:
      return TAL_APPROPRIATION (record)->initiative;
    case TAL_KIND_CLOSING:
      return TAL_CLOSING (record)->plan;
    case TAL_KIND_PLAN:
    case TAL_KIND_OBSERVATION:
    case TAL_KIND_REMOVAL:
      break;
    }

  return TAL_ID_NONE;
}

static int
get_number (const TalRecord *record)
{
  switch (record->kind)
    {
    case TAL_KIND_INITIATIVE:
      return TAL_INITIATIVE (record)->number;
    case TAL_KIND_GOAL:
      return TAL_GOAL (record)->number;
    case TAL_KIND_APPROPRIATION:
      return TAL_APPROPRIATION (record)->year;
    case TAL_KIND_ASSESSMENT:
      return TAL_ASSESSMENT (record)->period.last;
    case TAL_KIND_CLOSING:
      return TAL_CLOSING (record)->period.last;
    case TAL_KIND_UNIT:
    case TAL_KIND_MEMBER:
    case TAL_KIND_PLAN:
    case TAL_KIND_SERIES:
    case TAL_KIND_OBSERVATION:
    case TAL_KIND_REMOVAL:
      break;
    }

  return 0;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const TalRecord *record_a = *(const TalRecord *const *)a;
  const TalRecord *record_b = *(const TalRecord *const *)b;
  int              order = tal_id_compare (get_parent (record_a), get_parent (record_b));

  if (order == 0)
    order = (get_number (record_a) > get_number (record_b)) -
            (get_number (record_a) < get_number (record_b));
  if (order == 0)
    order = tal_id_compare (record_a->id, record_b->id);
  if (order == 0)
    order = tal_period_compare (tal_record_get_key (record_a).period,
                                tal_record_get_key (record_b).period);
  return order;
}

/* Takes the array, whose records it owns references to. */
static Table *
table_new (GPtrArray *records)
{
  Table *table = g_new0 (Table, 1);

  g_atomic_ref_count_init (&table->ref_count);
  table->records = records;
  table->by_key = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);

  g_ptr_array_sort (records, compare_records);
  for (guint i = 0; i < records->len; i++)
    {
      TalRecord *record = g_ptr_array_index (records, i);
      TalKey    *key = g_new (TalKey, 1);

      *key = tal_record_get_key (record);
      g_hash_table_insert (table->by_key, key, record);
    }
  return table;
}

static Table *
table_ref (Table *table)
{
  g_atomic_ref_count_inc (&table->ref_count);
  return table;
}

static void
table_unref (Table *table)
{
  if (!g_atomic_ref_count_dec (&table->ref_count))
    return;

  g_hash_table_unref (table->by_key);
  g_ptr_array_unref (table->records);
  g_free (table);
}

static GPtrArray *
new_record_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
}

static TalCatalogue *
catalogue_alloc (void)
{
  TalCatalogue *self = g_new0 (TalCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

TalCatalogue *
tal_catalogue_new (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return tal_catalogue_new_from_records (none);
}

TalCatalogue *
tal_catalogue_new_from_records (const GPtrArray *records)
{
  TalCatalogue *self = catalogue_alloc ();
  GPtrArray    *by_kind[TAL_N_KINDS];

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    by_kind[kind] = new_record_array ();

  for (guint i = 0; i < records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (records, i);

      g_assert (record->kind != TAL_KIND_OBSERVATION);
      g_ptr_array_add (by_kind[record->kind], tal_record_ref (record));
    }

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    self->tables[kind] = table_new (by_kind[kind]);
  return self;
}

TalCatalogue *
tal_catalogue_ref (const TalCatalogue *self)
{
  TalCatalogue *counted = (TalCatalogue *)self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&counted->ref_count);
  return counted;
}

void
tal_catalogue_unref (TalCatalogue *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    table_unref (self->tables[kind]);
  g_free (self);
}

const TalRecord *
tal_catalogue_find (const TalCatalogue *self, TalKind kind, TalId id)
{
  TalKey key = tal_key_for_object (kind, id);

  return tal_catalogue_find_key (self, &key);
}

const TalRecord *
tal_catalogue_find_key (const TalCatalogue *self, const TalKey *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL && key->kind < TAL_N_KINDS, NULL);

  return g_hash_table_lookup (self->tables[key->kind]->by_key, key);
}

const TalRecord *const *
tal_catalogue_get_records (const TalCatalogue *self, TalKind kind, guint *ret_length)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < TAL_N_KINDS, NULL);

  *ret_length = self->tables[kind]->records->len;
  return (const TalRecord *const *)self->tables[kind]->records->pdata;
}

/* The first place whose record's parent is not before 'parent'. */
static guint
find_parent (const GPtrArray *records, TalId parent, gboolean after)
{
  guint low = 0;
  guint high = records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order = tal_id_compare (get_parent (g_ptr_array_index (records, middle)), parent);

      if (order < 0 || (after && order == 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const TalRecord *const *
tal_catalogue_get_children (const TalCatalogue *self, TalKind kind, TalId parent, guint *ret_length)
{
  const GPtrArray *records = NULL;
  guint            first = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < TAL_N_KINDS, NULL);

  records = self->tables[kind]->records;
  first = find_parent (records, parent, FALSE);
  *ret_length = find_parent (records, parent, TRUE) - first;
  return records->len > 0 ? (const TalRecord *const *)records->pdata + first : NULL;
}

static gboolean
check_before (const TalCatalogue *self, const TalChange *change, GError **error)
{
  if (tal_record_is_equal (tal_catalogue_find_key (self, &change->key), change->before))
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT,
                       _ ("Someone else has changed this in the meantime. Look at it again and "
                          "repeat your change."));
  return FALSE;
}

static Table *
table_apply (Table *table, TalKind kind, const TalChangeSet *changes)
{
  GPtrArray *records = new_record_array ();

  for (guint i = 0; i < table->records->len; i++)
    {
      TalRecord *record = g_ptr_array_index (table->records, i);
      TalKey     key = tal_record_get_key (record);

      if (tal_change_set_find (changes, &key) == NULL)
        g_ptr_array_add (records, tal_record_ref (record));
    }

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->key.kind == kind && change->after != NULL)
        g_ptr_array_add (records, tal_record_ref (change->after));
    }

  return table_new (records);
}

TalCatalogue *
tal_catalogue_apply (const TalCatalogue *self, const TalChangeSet *changes, GError **error)
{
  gboolean      touched[TAL_N_KINDS] = { FALSE };
  TalCatalogue *result = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->key.kind == TAL_KIND_OBSERVATION)
        continue;
      if (!check_before (self, change, error))
        return NULL;
      touched[change->key.kind] = TRUE;
    }

  result = catalogue_alloc ();
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    result->tables[kind] = touched[kind] ? table_apply (self->tables[kind], (TalKind)kind, changes)
                                         : table_ref (self->tables[kind]);
  return result;
}

void
tal_catalogue_add_removal (const TalCatalogue *self,
                           TalChangeSet       *changes,
                           const TalRecord    *before,
                           TalTime             removed_at,
                           const char         *removed_by)
{
  const TalRecord *earlier = NULL;
  TalKey           key = { 0 };

  g_return_if_fail (self != NULL && changes != NULL);
  g_return_if_fail (before != NULL && before->kind != TAL_KIND_REMOVAL);

  key = tal_record_get_key (before);
  key.kind = TAL_KIND_REMOVAL;
  earlier = tal_catalogue_find_key (self, &key);
  if (earlier != NULL)
    tal_change_set_add (changes, earlier, NULL);

  tal_change_set_add_removal (changes, before, removed_at, removed_by);
}

TalChangeSet *
tal_catalogue_diff (const TalCatalogue *from,
                    const TalCatalogue *to,
                    TalOrigin           origin,
                    const char         *label)
{
  TalChangeSet *changes = NULL;

  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (to != NULL, NULL);

  changes = tal_change_set_new (origin, label);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      const GPtrArray *old_records = from->tables[kind]->records;
      const GPtrArray *new_records = to->tables[kind]->records;

      if (from->tables[kind] == to->tables[kind])
        continue;

      for (guint i = 0; i < new_records->len; i++)
        {
          const TalRecord *after = g_ptr_array_index (new_records, i);
          TalKey           key = tal_record_get_key (after);

          tal_change_set_add (changes, tal_catalogue_find_key (from, &key), after);
        }
      for (guint i = 0; i < old_records->len; i++)
        {
          const TalRecord *before = g_ptr_array_index (old_records, i);
          TalKey           key = tal_record_get_key (before);

          if (tal_catalogue_find_key (to, &key) == NULL)
            tal_change_set_add (changes, before, NULL);
        }
    }
  return changes;
}
