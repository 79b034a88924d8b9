/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plausibility check on collections made by chance: it ends, says whole sentences, and says
 * the same again; and what was computed from its parts agrees with them. */

#include "base/tal-error.h"
#include "core/tal-plausibility.h"
#include "support/random-record.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

#define N_COLLECTIONS 200
#define N_AGREEING 100
#define TODAY "2026-11-22"

/* How many there are of each kind, those that others refer to first. */
static const struct
{
  TalKind kind;
  int     n;
} population[] = {
  { TAL_KIND_UNIT, 3 },       { TAL_KIND_MEMBER, 6 },        { TAL_KIND_PLAN, 2 },
  { TAL_KIND_INITIATIVE, 4 }, { TAL_KIND_SERIES, 9 },        { TAL_KIND_GOAL, 4 },
  { TAL_KIND_ASSESSMENT, 4 }, { TAL_KIND_APPROPRIATION, 6 },
};

/* One of those that are there already, so that nothing is part of itself. */
static TalId
refer (GRand *chance, const TalField *field, gpointer user_data)
{
  const GPtrArray *records = user_data;
  TalId            found = TAL_ID_NONE;
  int              n_seen = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const TalRecord *each = g_ptr_array_index (records, i);

      if (each->kind == (TalKind)field->target && g_rand_int_range (chance, 0, ++n_seen) == 0)
        found = each->id;
    }
  return found;
}

/* Figures of several series meet only in few periods. */
static TalPeriod
pick_period (GRand *chance)
{
  static const char *const periods[] = { "1000",    "2015",    "2016",    "2016-Q1",
                                         "2016-H1", "2017-03", "2017-04", "2017-01-01/2018-07-31",
                                         "9999",    "2026" };

  return sample_period (periods[g_rand_int_range (chance, 0, G_N_ELEMENTS (periods))]);
}

static void
enter_by_chance (Sample *self, GRand *chance, const TalSeries *series)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  int                    n_figures = g_rand_int_range (chance, 0, 9);

  for (int i = 0; i < n_figures; i++)
    {
      TalRecord *record =
          random_record_new (chance, TAL_KIND_OBSERVATION, series->record.id, NULL, NULL);

      ((TalObservation *)record)->period = pick_period (chance);
      if (g_hash_table_add (taken,
                            GUINT_TO_POINTER (tal_period_hash (TAL_OBSERVATION (record)->period))))
        g_ptr_array_add (self->observations, record);
      else
        tal_record_unref (record);
    }
}

static Sample *
make_by_chance (GRand *chance)
{
  Sample *self = sample_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (population); i++)
    {
      for (int j = 0; j < population[i].n; j++)
        g_ptr_array_add (self->records, random_record_new (chance, population[i].kind,
                                                           tal_id_new (), refer, self->records));
    }
  for (guint i = 0; i < self->records->len; i++)
    {
      const TalRecord *each = g_ptr_array_index (self->records, i);

      if (each->kind == TAL_KIND_SERIES && !tal_series_is_derived (TAL_SERIES (each)))
        enter_by_chance (self, chance, TAL_SERIES (each));
    }
  return self;
}

static void
assert_text (const char *text)
{
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strstr (text, "(null)"));
}

static GPtrArray *
check (Sample *sample)
{
  g_autoptr (GPtrArray) findings = tal_finding_list_new ();
  g_autoptr (GError)    error = NULL;

  if (!tal_plausibility_check (sample_get_catalogue (sample), &sample->source, NULL,
                               sample_day (TODAY), findings, &error))
    g_assert_error (error, TAL_ERROR, TAL_ERROR_DAMAGED); /* a tower of series that is too wide */

  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *each = g_ptr_array_index (findings, i);

      g_assert_nonnull (each->place);
      g_assert_nonnull (each->sentence);
      assert_text (each->place);
      assert_text (each->sentence);
      if (each->stored != NULL)
        assert_text (each->stored);
      if (each->expected != NULL)
        assert_text (each->expected);
    }
  return g_steal_pointer (&findings);
}

static void
test_plausibility_random_collections_are_told_of_alike_twice (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed_new ());
  guint             n_findings = 0;

  for (int i = 0; i < N_COLLECTIONS; i++)
    {
      g_autoptr (Sample)    sample = make_by_chance (chance);
      g_autoptr (GPtrArray) once = check (sample);
      g_autoptr (GPtrArray) again = check (sample);

      g_assert_cmpuint (once->len, ==, again->len);
      for (guint j = 0; j < once->len; j++)
        g_assert_cmpstr (((TalFinding *)g_ptr_array_index (once, j))->sentence, ==,
                         ((TalFinding *)g_ptr_array_index (again, j))->sentence);
      n_findings += once->len;
    }
  g_assert_cmpuint (n_findings, >, N_COLLECTIONS);
}

/* A table of persons by age, whose total and shares are right to the decimals they show. */
static Sample *
make_agreeing (GRand *chance)
{
  Sample    *self = sample_new ();
  TalSeries *total = sample_add_count (self, "I alt");
  gint64     sum = 0;
  gint64     counts[5];

  total->agreement = g_rand_boolean (chance) ? TAL_AGREEMENT_SUM : TAL_AGREEMENT_PARTS;
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      counts[i] = g_rand_int_range (chance, 1, 1 << g_rand_int_range (chance, 1, 31));
      sum += counts[i];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint8           decimals = (guint8)g_rand_int_range (chance, 0, 10);
      g_autofree char *name = g_strdup_printf ("Gruppe %" G_GSIZE_FORMAT, i);
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, counts[i]);
      g_autofree char *stated = NULL;
      TalDecimal       rounded = TAL_DECIMAL_NONE;
      TalSeries       *part = sample_add_count (self, name);
      TalSeries       *share = sample_add_share (self, part, total);

      g_assert_true (
          tal_fraction_round ((TalFraction){ (__int128)counts[i] * 100, sum }, decimals, &rounded));
      stated = tal_decimal_to_string (rounded);
      share->basis = TAL_BASIS_ENTERED;
      share->agreement = TAL_AGREEMENT_RATIO;
      g_free (share->name);
      share->name = g_strconcat ("Andel, ", name, NULL);
      sample_add_term (total, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sample_enter (self, part, "2015", count);
      if (!tal_decimal_is_zero (rounded))
        sample_enter (self, share, "2015", stated);
    }
  {
    g_autofree char *stated = g_strdup_printf ("%" G_GINT64_FORMAT, sum);

    sample_enter (self, total, "2015", stated);
  }
  return self;
}

static void
test_plausibility_random_tables_that_agree_are_silent (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed_new ());

  for (int i = 0; i < N_AGREEING; i++)
    {
      g_autoptr (Sample) sample = make_agreeing (chance);
      g_autofree char   *findings = sample_dup_findings (sample, TODAY);

      g_assert_cmpstr (findings, ==, "");
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plausibility-random/collections-are-told-of-alike-twice",
                   test_plausibility_random_collections_are_told_of_alike_twice);
  g_test_add_func ("/core/plausibility-random/tables-that-agree-are-silent",
                   test_plausibility_random_tables_that_agree_are_silent);

  return g_test_run ();
}
