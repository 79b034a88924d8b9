/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-label-spread.h"

#include <glib.h>
#include <string.h>

#define HEIGHT 10
#define MOST_LABELS 6

typedef struct
{
  const char *claim;
  guint       n_labels;
  double      wanted[MOST_LABELS];
  double      least;
  double      most;
  gboolean    fits;
  double      middles[MOST_LABELS];
} Row;

static const Row rows[] = {
  { "labels-apart-stay", 3, { 20, 40, 60 }, 0, 100, TRUE, { 20, 40, 60 } },
  { "two-of-one-place-share-it", 2, { 50, 50 }, 0, 100, TRUE, { 45, 55 } },
  { "the-order-of-places-is-kept", 2, { 52, 50 }, 0, 100, TRUE, { 56, 46 } },
  { "touching-labels-stay", 2, { 40, 50 }, 0, 100, TRUE, { 40, 50 } },
  { "a-pool-takes-in-its-neighbour", 3, { 50, 50, 58 }, 0, 100, TRUE, { 42.667, 52.667, 62.667 } },
  { "two-pools-stay-two", 4, { 20, 20, 80, 80 }, 0, 100, TRUE, { 15, 25, 75, 85 } },
  { "the-top-holds", 2, { 0, 2 }, 0, 100, TRUE, { 5, 15 } },
  { "the-bottom-holds", 2, { 99, 100 }, 0, 100, TRUE, { 85, 95 } },
  { "exactly-full", 3, { 90, 90, 90 }, 0, 30, TRUE, { 5, 15, 25 } },
  { "too-many-are-refused", 4, { 1, 2, 3, 4 }, 0, 39, FALSE, { 0 } },
  { "none-fit-anywhere", 0, { 0 }, 0, 0, TRUE, { 0 } },
};

static void
test_row (gconstpointer user_data)
{
  const Row          *row = user_data;
  TalChartSpreadLabel labels[MOST_LABELS];

  memset (labels, 0, sizeof labels);
  for (guint i = 0; i < row->n_labels; i++)
    {
      labels[i].wanted = row->wanted[i];
      labels[i].height = HEIGHT;
    }
  g_assert_cmpint (tal_chart_label_spread_place (labels, row->n_labels, row->least, row->most), ==,
                   row->fits);
  for (guint i = 0; i < row->n_labels; i++)
    g_assert_cmpfloat_with_epsilon (labels[i].middle, row->middles[i], 0.001);
}

/* Labels of two lines push by their own height. */
static void
test_heights_differ (void)
{
  TalChartSpreadLabel labels[] = { { 50, 20, 0 }, { 50, 10, 0 } };

  g_assert_true (tal_chart_label_spread_place (labels, 2, 0, 100));
  g_assert_cmpfloat_with_epsilon (labels[1].middle - labels[0].middle, 15, 0.001);
}

static void
test_any_labels (void)
{
  for (guint round = 0; round < 500; round++)
    {
      TalChartSpreadLabel labels[MOST_LABELS];
      guint               n_labels = (guint)g_test_rand_int_range (1, MOST_LABELS + 1);

      for (guint i = 0; i < n_labels; i++)
        {
          labels[i].wanted = g_test_rand_double_range (-20, 120);
          labels[i].height = g_test_rand_double_range (1, 16);
        }
      g_assert_true (tal_chart_label_spread_place (labels, n_labels, 0, 100));
      for (guint i = 0; i < n_labels; i++)
        {
          g_assert_cmpfloat (labels[i].middle - labels[i].height / 2, >=, -1e-9);
          g_assert_cmpfloat (labels[i].middle + labels[i].height / 2, <=, 100 + 1e-9);
          for (guint j = 0; j < i; j++)
            {
              double apart = (labels[i].middle - labels[j].middle) *
                             (labels[i].wanted < labels[j].wanted ? -1 : 1);

              g_assert_cmpfloat (apart, >=, (labels[i].height + labels[j].height) / 2 - 1e-9);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/label-spread/%s", rows[i].claim);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/charts/label-spread/heights-differ", test_heights_differ);
  g_test_add_func ("/charts/label-spread/any-labels", test_any_labels);
  return g_test_run ();
}
