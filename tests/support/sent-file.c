/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/sent-file.h"

#include "core/tal-series.h"
#include "model/tal-collection-export.h"
#include "model/tal-name-search.h"

#include <glib/gstdio.h>

static TalPeriod
get_year (int year)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period));
  return period;
}

static void
set_numerator (TalCollection *collection, int number, gint64 value)
{
  const TalFigureEdit edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  const TalCatalogue *catalogue = tal_collection_get_catalogue (collection);
  g_autoptr (GError)  error = NULL;
  const TalRecord    *plan =
      tal_name_search_find (catalogue, TAL_KIND_PLAN, "Integrationshandleplanen", &error);
  const TalRecord *goal = NULL;

  g_assert_no_error (error);
  goal = tal_name_search_find_goal (catalogue, number, plan->id, TAL_ID_NONE, &error);
  g_assert_no_error (error);
  tal_change_set_unref (tal_collection_set_goal_figure (collection, goal->id, TAL_PART_NUMERATOR,
                                                        get_year (2023), &edit, &error));
  g_assert_no_error (error);
}

static void
add_figure (TalCollection *collection, const char *name, int year, gint64 value)
{
  const TalFigureEdit edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  g_autoptr (GError)  error = NULL;
  const TalRecord    *series = tal_name_search_find (tal_collection_get_catalogue (collection),
                                                     TAL_KIND_SERIES, name, &error);

  g_assert_no_error (error);
  tal_change_set_unref (
      tal_collection_set_series_figure (collection, series->id, get_year (year), &edit, &error));
  g_assert_no_error (error);
}

static void
write_file (const char *path, gboolean changed)
{
  g_autofree char          *beside = g_strconcat (path, ".indsats", NULL);
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) sender = tal_collection_create_example (beside, NULL, &error);

  g_assert_no_error (error);
  if (changed)
    {
      set_numerator (sender, 2, 299);
      set_numerator (sender, 5, 181);
      add_figure (sender, "Revalidering", 1998, 171);
    }
  tal_collection_export (sender, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&sender, tal_collection_close);
  g_unlink (beside);
}

void
sent_file_write (const char *path)
{
  write_file (path, TRUE);
}

void
sent_file_write_unchanged (const char *path)
{
  write_file (path, FALSE);
}
