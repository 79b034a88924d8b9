/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-decimal.h"
#include "charts/tal-chart-ticks.h"

#include <glib.h>

typedef struct
{
  const char *claim;
  double      least;
  double      most;
  guint       wanted;
  gboolean    loose;
  const char *ticks;
} Row;

/* The first is the example of the algorithm's own package; the others are the axes of the
 * committee's figures. */
static const Row rows[] = {
  { "tight/eight-to-fourteen", 8.1, 14.1, 4, FALSE, "8 10 12 14" },
  { "tight/shares", 0, 5.3, 5, FALSE, "0 1 2 3 4 5" },
  { "loose/shares", 0, 5.3, 5, TRUE, "0 1 2 3 4 5 6" },
  { "tight/caseload", 0, 17234, 5, FALSE, "0 4000 8000 12000 16000" },
  { "loose/caseload", 0, 17234, 5, TRUE, "0 5000 10000 15000 20000" },
  { "tight/largest-group", 0, 14644, 5, FALSE, "0 5000 10000 15000" },
  { "loose/largest-group", 0, 14644, 5, TRUE, "0 5000 10000 15000" },
  { "tight/small-group", 0, 2648, 4, FALSE, "0 1000 2000 3000" },
  { "loose/small-group", 0, 2648, 4, TRUE, "0 1000 2000 3000" },
  { "tight/jobs", 0, 910, 5, FALSE, "0 250 500 750 1000" },
  { "loose/jobs", 0, 910, 5, TRUE, "0 250 500 750 1000" },
  { "tight/placements", 0, 4650, 5, FALSE, "0 1000 2000 3000 4000 5000" },
  { "loose/placements", 0, 4650, 5, TRUE, "0 1000 2000 3000 4000 5000" },
  { "tight/activation", 0, 43, 5, FALSE, "0 10 20 30 40" },
  { "loose/activation", 0, 43, 5, TRUE, "0 10 20 30 40 50" },
  { "tight/participants", 0, 545, 5, FALSE, "0 100 200 300 400 500" },
  { "loose/participants", 0, 545, 5, TRUE, "0 100 200 300 400 500 600" },
  { "tight/reached", 0, 2568, 5, FALSE, "0 500 1000 1500 2000 2500" },
  { "loose/reached", 0, 2568, 5, TRUE, "0 1000 2000 3000" },
  { "tight/ratio", 0, 0.18, 4, FALSE, "0.00 0.05 0.10 0.15 0.20" },
  { "loose/ratio", 0, 0.18, 4, TRUE, "0.00 0.05 0.10 0.15 0.20" },
};

static void
test_row (gconstpointer user_data)
{
  const Row          *row = user_data;
  g_autoptr (GString) text = g_string_new (NULL);
  TalChartTicks ticks = tal_chart_ticks_search (row->least, row->most, row->wanted, row->loose);

  for (guint i = 0; i < ticks.length; i++)
    {
      g_autofree char *tick = tal_decimal_to_string (tal_chart_ticks_get (&ticks, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tick);
    }
  g_assert_cmpstr (text->str, ==, row->ticks);
}

/* Whatever the figures: two ticks at least, few enough to read, in order, and around them. */
static void
test_any_figures (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      double        size = g_test_rand_double_range (-6, 9);
      double        least = g_test_rand_bit () ? 0 : g_test_rand_double_range (-1, 1);
      double        most = least + g_test_rand_double_range (0, 1);
      TalChartTicks ticks;

      for (; size >= 1; size--)
        {
          least *= 10;
          most *= 10;
        }
      for (; size <= -1; size++)
        {
          least /= 10;
          most /= 10;
        }
      ticks = tal_chart_ticks_search (least, most, (guint)g_test_rand_int_range (2, 9), TRUE);

      g_assert_cmpuint (ticks.length, >=, 2);
      g_assert_cmpuint (ticks.length, <=, 20);
      g_assert_cmpfloat (tal_chart_ticks_get_least (&ticks), <, tal_chart_ticks_get_most (&ticks));
      g_assert_cmpfloat (tal_chart_ticks_get_least (&ticks), <=, least + 1e-9);
      g_assert_cmpfloat (tal_chart_ticks_get_most (&ticks), >=, most - 1e-9);
    }
}

static void
test_equal_figures (void)
{
  TalChartTicks ticks = tal_chart_ticks_search (12, 12, 5, TRUE);

  g_assert_cmpfloat (tal_chart_ticks_get_least (&ticks), <=, 12);
  g_assert_cmpfloat (tal_chart_ticks_get_most (&ticks), >=, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/ticks/%s", rows[i].claim);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/charts/ticks/any-figures", test_any_figures);
  g_test_add_func ("/charts/ticks/equal-figures", test_equal_figures);
  return g_test_run ();
}
