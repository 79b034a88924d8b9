/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A month of exchange between three departments: everybody edits everything, and their files
 * cross, come late, twice and out of order.  In the end all have the same, or the same conflicts,
 * and no figure is lost that nobody was asked about.
 */

#include "core/tal-observation.h"
#include "exchange/merge-stage.h"

#define N_DEPARTMENTS 3
#define N_STEPS 60
#define N_MONTHS 150

typedef struct
{
  GRand            *chance;
  MemoryCollection *departments[N_DEPARTMENTS];
  GPtrArray        *files;   /* of TalBundle, from whoever, on their way */
  guint             n_edits; /* each gives a figure of its own */
  GHashTable       *seen;    /* figure → a set of the figures that whoever wrote it had seen */
  gboolean          removing;
} Month;

static const char *const periods[] = { "2022", "2023", "2024" };

static Month *
month_new (guint32 seed, gboolean removing)
{
  Month *self = g_new0 (Month, 1);

  self->chance = g_rand_new_with_seed (seed);
  self->departments[0] = load_bif ();
  for (guint i = 1; i < N_DEPARTMENTS; i++)
    {
      self->departments[i] = memory_collection_new (make_id (1 + i));
      exchange_all (self->departments[0], self->departments[i]);
    }
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_bundle_free);
  self->n_edits = 1000;
  self->seen = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  self->removing = removing;
  return self;
}

static void
month_free (Month *self)
{
  for (guint i = 0; i < N_DEPARTMENTS; i++)
    memory_collection_free (self->departments[i]);
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->seen);
  g_rand_free (self->chance);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Month, month_free)

static MemoryCollection *
pick_department (Month *self)
{
  return self->departments[g_rand_int_range (self->chance, 0, N_DEPARTMENTS)];
}

static guint
get_figure (MemoryCollection *department, const TalKey *key)
{
  const TalRecord *record = memory_collection_find (department, key);

  return record != NULL ? (guint)TAL_OBSERVATION (record)->value.coefficient : 0;
}

/* Adds a figure, and what its writer had seen. */
static void
add_seen (Month *self, GHashTable *to, guint figure)
{
  GHashTable    *earlier = g_hash_table_lookup (self->seen, GUINT_TO_POINTER (figure));
  GHashTableIter iter;
  gpointer       each = NULL;

  g_hash_table_add (to, GUINT_TO_POINTER (figure));
  if (earlier == NULL)
    return;

  g_hash_table_iter_init (&iter, earlier);
  while (g_hash_table_iter_next (&iter, &each, NULL))
    g_hash_table_add (to, each);
}

static void
edit_figure (Month *self, MemoryCollection *department)
{
  TalKey key = make_observation_key (g_rand_boolean (self->chance) ? SERIES : 42,
                                     periods[g_rand_int_range (self->chance, 0, 3)]);
  const TalRecord *old = memory_collection_find (department, &key);
  TalObservation  *observation = NULL;
  GHashTable      *seen = NULL;

  if (old != NULL && self->removing && g_rand_int_range (self->chance, 0, 4) == 0)
    {
      memory_collection_remove (department, &key);
      return;
    }

  observation = old != NULL ? tal_record_copy (old)
                            : (gpointer)tal_observation_new (key.id, key.period, TAL_DECIMAL_NONE);
  observation->value = TAL_DECIMAL (++self->n_edits, 0);
  seen = g_hash_table_new (NULL, NULL);
  add_seen (self, seen, get_figure (department, &key));
  g_hash_table_insert (self->seen, GUINT_TO_POINTER (self->n_edits), seen);
  memory_collection_edit (department, observation);
}

static void
edit (Month *self, MemoryCollection *department)
{
  int what = g_rand_int_range (self->chance, 0, 10);

  if (what < 2)
    {
      g_autofree char *text = g_strdup_printf ("Ændring %u", ++self->n_edits);

      if (what == 0)
        set_wording (department, text);
      else
        set_note (department, text);
    }
  else if (what == 2 && self->removing)
    memory_collection_undo (department);
  else
    edit_figure (self, department);
}

/* What can be taken without a question is taken; the rest stays as it is here. */
static void
take_in (MemoryCollection *department, const TalBundle *file)
{
  g_autoptr (TalMerge)     merge = memory_collection_merge (department, file);
  g_autoptr (TalChangeSet) changes = take_changes (merge, TAL_CHOICE_OPEN);

  memory_collection_apply (department, changes);
}

/* Any file that is on its way, to anybody; now and then it comes again. */
static void
deliver (Month *self)
{
  guint number = 0;

  if (self->files->len == 0)
    return;

  number = (guint)g_rand_int_range (self->chance, 0, (gint32)self->files->len);
  take_in (pick_department (self), g_ptr_array_index (self->files, number));
  if (g_rand_int_range (self->chance, 0, 3) > 0)
    g_ptr_array_remove_index (self->files, number);
}

/* Everything, or what is new. */
static TalBundle *
send_something (Month *self)
{
  MemoryCollection *department = pick_department (self);

  return g_rand_boolean (self->chance) ? send_bundle (department) : send_delta (department);
}

static void
pass (Month *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      int what = g_rand_int_range (self->chance, 0, 4);

      if (what < 2)
        edit (self, pick_department (self));
      else if (what == 2)
        g_ptr_array_add (self->files, send_something (self));
      else
        deliver (self);
    }
}

/* Everybody sends everything to everybody until there is nothing new. */
static void
settle (Month *self)
{
  for (guint i = 0; i < 4 * N_DEPARTMENTS; i++)
    {
      g_autoptr (TalBundle) file = send_bundle (self->departments[i % N_DEPARTMENTS]);

      for (guint j = 0; j < N_DEPARTMENTS; j++)
        {
          if (j != i % N_DEPARTMENTS)
            take_in (self->departments[j], file);
        }
    }
}

static const TalDifference *
find_difference (const TalMerge *merge, const TalKey *key)
{
  for (guint i = 0; i < tal_merge_get_n_differences (merge); i++)
    {
      const TalDifference *each = tal_merge_get_difference (merge, i);

      if (tal_key_equal (&each->key, key))
        return each;
    }

  return NULL;
}

/* What one finds to be in conflict the other finds too, in the same fields; there is no other
 * difference. */
static void
assert_mirrored (const TalMerge *here, const TalMerge *there)
{
  for (guint i = 0; i < tal_merge_get_n_differences (here); i++)
    {
      const TalDifference *difference = tal_merge_get_difference (here, i);
      const TalDifference *mirrored = find_difference (there, &difference->key);

      g_assert_cmpint (difference->type, ==, TAL_DIFFERENCE_CONFLICT);
      g_assert_nonnull (mirrored);
      g_assert_cmpint (mirrored->type, ==, TAL_DIFFERENCE_CONFLICT);
      g_assert_cmpuint (mirrored->fields->len, ==, difference->fields->len);
      for (guint j = 0; j < difference->fields->len; j++)
        g_assert_true (
            g_ptr_array_find (mirrored->fields, g_ptr_array_index (difference->fields, j), NULL));
    }
}

static void
assert_agree_or_ask_the_same (MemoryCollection *one, MemoryCollection *other)
{
  g_autoptr (TalBundle) from_one = send_bundle (one);
  g_autoptr (TalBundle) from_other = send_bundle (other);
  g_autoptr (TalMerge)  in_one = memory_collection_merge (one, from_other);
  g_autoptr (TalMerge)  in_other = memory_collection_merge (other, from_one);

  assert_mirrored (in_one, in_other);
  assert_mirrored (in_other, in_one);
}

/* Each figure that was ever written stands somewhere, or whoever wrote one that stands had
 * seen it: where none is in conflict, all departments have one that has seen all. */
static void
assert_nothing_is_lost (Month *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GHashTableIter         iter;
  gpointer               figure = NULL;

  for (guint series = SERIES; series <= 42; series++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (periods) * N_DEPARTMENTS; i++)
        {
          TalKey key = make_observation_key (series, periods[i / N_DEPARTMENTS]);

          add_seen (self, known, get_figure (self->departments[i % N_DEPARTMENTS], &key));
        }
    }

  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, &figure, NULL))
    g_assert_true (g_hash_table_contains (known, figure));
}

/* One decides what is open, and the others follow; whose own undoing comes to light only then is
 * asked about once more. */
static void
decide (Month *self)
{
  for (guint i = 0; i < 3 * N_DEPARTMENTS; i++)
    {
      MemoryCollection        *other = self->departments[i % N_DEPARTMENTS];
      g_autoptr (TalBundle)    file = send_bundle (other);
      g_autoptr (TalMerge)     merge = memory_collection_merge (self->departments[0], file);
      g_autoptr (TalChangeSet) changes =
          take_changes (merge, g_rand_boolean (self->chance) ? TAL_CHOICE_OURS : TAL_CHOICE_THEIRS);

      memory_collection_apply (self->departments[0], changes);
      if (i % N_DEPARTMENTS == 0)
        settle (self);
    }
  settle (self);
}

static void
live_through (guint32 seed, gboolean removing)
{
  g_autoptr (Month) month = month_new (seed, removing);

  g_test_message ("month %u", seed);
  pass (month);
  settle (month);
  for (guint i = 0; i < N_DEPARTMENTS; i++)
    assert_agree_or_ask_the_same (month->departments[i],
                                  month->departments[(i + 1) % N_DEPARTMENTS]);
  if (!removing)
    assert_nothing_is_lost (month);

  decide (month);
  for (guint i = 1; i < N_DEPARTMENTS; i++)
    memory_collection_assert_equal (month->departments[0], month->departments[i]);
}

static void
test_merge_month_ends_equal_or_in_the_same_conflicts (void)
{
  for (guint32 seed = 1; seed <= N_MONTHS; seed++)
    live_through (seed, FALSE);
}

static void
test_merge_month_with_removals_and_undo (void)
{
  for (guint32 seed = 1; seed <= N_MONTHS; seed++)
    live_through (seed, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/merge-month/ends-equal-or-in-the-same-conflicts",
                   test_merge_month_ends_equal_or_in_the_same_conflicts);
  g_test_add_func ("/exchange/merge-month/with-removals-and-undo",
                   test_merge_month_with_removals_and_undo);
  return g_test_run ();
}
