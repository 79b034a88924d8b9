/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-run.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

/* København's aktivitetsparate, as Jobindsats has them, in no order. */
static const struct
{
  const char *period;
  const char *value;
} figures[] = {
  { "2017", "12500" },    { "2015-Q4", "14644" },    { "2017-Q4", "12124" },
  { "2017-12", "12100" }, { "2016-Q4", "12982" },    { "2017-01/2017-02", "12900" },
  { "2017-H2", "12300" }, { "2017-12-31", "12090" },
};

static const char *const in_order[] = { "14644", "12982", "12900", "12090",
                                        "12100", "12124", "12300", "12500" };

static TalRun *
make_run (TalId series)
{
  GPtrArray *observations = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    g_ptr_array_add (observations, tal_observation_new (series, sample_period (figures[i].period),
                                                        sample_decimal (figures[i].value)));
  return tal_run_new (series, observations);
}

static void
test_run_is_in_the_order_of_its_periods (void)
{
  TalId              series = tal_id_new ();
  g_autoptr (TalRun) run = make_run (series);

  g_assert_true (tal_id_is_equal (tal_run_get_series (run), series));
  g_assert_cmpuint (tal_run_get_length (run), ==, G_N_ELEMENTS (in_order));
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      g_autofree char *value = tal_decimal_to_string (tal_run_get_observation (run, i)->value);

      g_assert_cmpstr (value, ==, in_order[i]);
    }
}

static void
test_run_finds_exactly_the_period (void)
{
  static const char *const strangers[] = { "2014-Q4", "2018",    "2017-Q3",
                                           "2017-11", "2015-12", "2017-12-30" };
  g_autoptr (TalRun)       run = make_run (tal_id_new ());

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      const TalObservation *found = tal_run_find (run, sample_period (figures[i].period));

      g_test_message ("%s", figures[i].period);
      g_assert_nonnull (found);
      g_assert_true (tal_decimal_is_identical (found->value, sample_decimal (figures[i].value)));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_null (tal_run_find (run, sample_period (strangers[i])));
}

static void
test_run_may_be_empty (void)
{
  g_autoptr (TalRun) run = tal_run_new (tal_id_new (), g_ptr_array_new ());
  g_autoptr (TalRun) again = tal_run_ref (run);

  g_assert_true (again == run);
  g_assert_cmpuint (tal_run_get_length (again), ==, 0);
  g_assert_null (tal_run_find (again, sample_period ("2017")));
  tal_run_unref (NULL);
}

static void
test_run_source_hands_on_its_error (void)
{
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GError) error = NULL;

  sample->unreadable = TRUE;
  g_assert_null (tal_run_source_ref_run (&sample->source, tal_id_new (), &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_BUSY);
}

/* Put, replaced and taken away, at the beginning, among the others and at the end; the run
 * that it was made of stays as it is. */
static void
test_run_changes_one_figure (void)
{
  static const char *const periods[] = { "2014-Q4", "2015-Q4", "2016", "2017", "2018-Q1" };
  TalId                    series = tal_id_new ();
  g_autoptr (TalRun)       run = make_run (series);
  guint                    length = G_N_ELEMENTS (figures);

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      TalPeriod             period = sample_period (periods[i]);
      guint                 before = tal_run_find (run, period) != NULL ? 1 : 0;
      g_autoptr (TalRecord) figure =
          (TalRecord *)tal_observation_new (series, period, sample_decimal ("7"));
      g_autoptr (TalRun) put = tal_run_change (run, period, TAL_OBSERVATION (figure));
      g_autoptr (TalRun) taken = tal_run_change (put, period, NULL);

      g_test_message ("%s", periods[i]);
      g_assert_cmpuint (tal_run_get_length (put), ==, length + 1 - before);
      g_assert_true (tal_run_find (put, period) == TAL_OBSERVATION (figure));
      for (guint j = 1; j < tal_run_get_length (put); j++)
        g_assert_cmpint (tal_period_compare (tal_run_get_observation (put, j - 1)->period,
                                             tal_run_get_observation (put, j)->period),
                         <, 0);
      g_assert_cmpuint (tal_run_get_length (taken), ==, length - before);
      g_assert_null (tal_run_find (taken, period));
      g_assert_cmpuint (tal_run_get_length (run), ==, length);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/run/is-in-the-order-of-its-periods",
                   test_run_is_in_the_order_of_its_periods);
  g_test_add_func ("/core/run/finds-exactly-the-period", test_run_finds_exactly_the_period);
  g_test_add_func ("/core/run/changes-one-figure", test_run_changes_one_figure);
  g_test_add_func ("/core/run/may-be-empty", test_run_may_be_empty);
  g_test_add_func ("/core/run/source-hands-on-its-error", test_run_source_hands_on_its_error);

  return g_test_run ();
}
