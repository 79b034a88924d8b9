/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board of the example's series, which is the order of the committee's own tables. */

#include "core/tal-series-board.h"
#include "support/example.h"

#include <glib.h>

static void
test_sections_are_those_of_the_papers (Example *example, gconstpointer unused)
{
  g_autoptr (GPtrArray) sections =
      tal_series_board_list (tal_collection_get_catalogue (example->collection));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const TalBoardSection *section = g_ptr_array_index (sections, i);

      g_string_append_printf (text, "%s\n", section->title);
      for (guint row = 0; row < section->rows->len; row++)
        {
          const TalBoardRow *shown = &g_array_index (section->rows, TalBoardRow, row);

          g_string_append_printf (text, "%s%s%s\n", shown->total ? " = " : " - ",
                                  shown->depth > 0 ? "heraf " : "", shown->series->name);
        }
    }

  g_assert_cmpstr (text->str, ==,
                   "Udsatte borgere i København\n"
                   " - Aktivitetsparate kontanthjælpsmodtagere\n"
                   " - Fleksjobsvisiterede i alt\n"
                   " - heraf Fleksjobsvisiterede i beskæftigelse\n"
                   " - heraf Ledige fleksjobsvisiterede\n"
                   " - Borgere i ressourceforløb\n"
                   " - Revalidering\n"
                   " = I alt (ekskl. beskæftigede fleksjobvisiterede)\n"
                   "Tilkendelser i København\n"
                   " - Førtidspensionstilkendelser\n"
                   " - Fleksjobtilkendelser\n"
                   "Borgere i København\n"
                   " - Afgang til job eller uddannelse\n"
                   "Virksomhedsplaceringer i København\n"
                   " - Virksomhedsplaceringer\n"
                   "Helårspersoner i København\n"
                   " - Fald i udsatte kontanthjælpsmodtagere\n"
                   "Sager i København\n"
                   " - Udsatte borgere i kontanthjælpssystemet\n"
                   "Helårspersoner i København\n"
                   " - Aktivitetsparate kontanthjælpsmodtagere (helårspersoner)\n"
                   " - Ledige fleksjobvisiterede (helårspersoner)\n"
                   " - Modtagere af revalideringsydelse (helårspersoner)\n"
                   " - Borgere i ressourceforløb (helårsmodtagere)\n");
}

static void
test_shares_are_those_of_the_target_group (Example *example, gconstpointer unused)
{
  const TalSeries *series =
      example_find_series (example, "Aktivitetsparate kontanthjælpsmodtagere");
  g_autoptr (GPtrArray) shares =
      tal_series_board_list_shares (tal_collection_get_catalogue (example->collection), series);

  g_assert_cmpuint (shares->len, >, 3);
  g_assert_cmpstr (TAL_SERIES (g_ptr_array_index (shares, 0))->name, ==,
                   "Andel aktivitetsparate over 30 år ud af befolkningen: København");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/series-board/sections-are-those-of-the-papers", Example, NULL, example_set_up,
              test_sections_are_those_of_the_papers, example_tear_down);
  g_test_add ("/model/series-board/shares-are-those-of-the-target-group", Example, NULL,
              example_set_up, test_shares_are_those_of_the_target_group, example_tear_down);
  return g_test_run ();
}
