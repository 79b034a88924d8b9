/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-run-codec.h"

static TalId
make_series (void)
{
  TalId id = TAL_ID_NONE;

  g_assert_true (tal_id_parse ("0190293f-5a00-7000-8000-000000000041", &id, NULL));
  return id;
}

static TalPeriod
get_month (guint number)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_MONTH, 2019 + (int)number / 12,
                                         (int)number % 12 + 1, &period));
  return period;
}

/* Every column is there in some, and missing in others. */
static TalObservation *
make_figure (GRand *random, guint month)
{
  static const char *const texts[] = { NULL, "", "=", "\"", "a\tb\\n\nc\\", "Ældre & yngre" };
  static const char *const authors[] = { NULL, "BIF", "BIF", "=" };
  TalObservation          *figure =
      tal_observation_new (make_series (), get_month (month),
                           TAL_DECIMAL (g_rand_int_range (random, -500, 500),
                                        (guint8)g_rand_int_range (random, 0, 3)));

  if (g_rand_boolean (random))
    {
      figure->value = TAL_DECIMAL_NONE;
      figure->missing = (TalMissing)g_rand_int_range (random, 1, TAL_MISSING_NOT_YET_REPORTED + 1);
    }
  figure->state = (TalFigureState)g_rand_int_range (random, 0, TAL_FIGURE_ESTIMATE + 1);
  figure->approximation =
      (TalApproximation)g_rand_int_range (random, 0, TAL_APPROXIMATION_LESS_THAN + 1);
  figure->as_of = g_rand_boolean (random) ? TAL_DAY_NONE : TAL_DAY_FIRST;
  figure->final_expected = g_rand_boolean (random) ? TAL_DAY_NONE : TAL_DAY_LAST;
  figure->kept = g_rand_boolean (random);
  figure->note = g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
  figure->record.changed_at =
      g_rand_boolean (random) ? TAL_TIME_NONE : g_rand_int_range (random, -2, 2);
  figure->record.changed_by = g_strdup (authors[g_rand_int_range (random, 0, 4)]);
  if (g_rand_boolean (random))
    figure->record.versions = tal_versions_new (make_series (), 7);
  return figure;
}

static void
test_run_codec_reads_what_it_wrote (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32)g_test_rand_int ());

  for (guint n_figures = 0; n_figures < 100; n_figures++)
    {
      GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
      g_autoptr (TalRun) run = NULL;
      g_autoptr (TalRun) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char   *text = NULL;

      for (guint i = 0; i < n_figures; i++)
        g_ptr_array_add (figures, make_figure (random, i));
      run = tal_run_new (make_series (), figures);
      text = tal_run_encode (run);
      again = tal_run_decode (make_series (), text, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tal_run_get_length (again), ==, n_figures);
      for (guint i = 0; i < n_figures; i++)
        g_assert_true (tal_record_is_equal (&tal_run_get_observation (again, i)->record,
                                            &tal_run_get_observation (run, i)->record));
    }
}

static void
test_run_codec_refuses_what_is_damaged (void)
{
  static const char *const texts[] = {
    "737059",
    "\n",
    "737059\t737029\t87\t1\t\t\t\t\t\t\t\t\t\t",
    "737059\t737029\t87\t1\t\t\t\t\t\t\t\t\t\n",
    "737059\t737029\t87\t1\t\t\t\t\t\t\t\t\t\t\t\n",
    "737029\t737059\t87\t1\t\t\t\t\t\t\t\t\t\t\n",
    "\t737029\t87\t1\t\t\t\t\t\t\t\t\t\t\n",
    "737059\t737029\t8x\t1\t\t\t\t\t\t\t\t\t\t\n",
    "737059\t737029\t87\t10\t\t\t\t\t\t\t\t\t\t\n",
    "737059\t737029\t\t\t5\t\t\t\t\t\t\t\t\t\n",
    "737059\t737029\t87\t1\t\t\t\t\t\t\tnote\t\t\t\n",
    "737059\t737029\t87\t1\t\t\t\t\t\t\t\t=\t\t\n",
    "737059\t737029\t87\t1\t\t\t\t\t\t\t\t\t\t\"what\n",
    "99999999\t737029\t87\t1\t\t\t\t\t\t\t\t\t\t\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (tal_run_decode (make_series (), texts[i], &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/run-codec/reads-what-it-wrote", test_run_codec_reads_what_it_wrote);
  g_test_add_func ("/core/run-codec/refuses-what-is-damaged",
                   test_run_codec_refuses_what_is_damaged);
  return g_test_run ();
}
