/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables made by chance, long and wide, with figures, signs, nonsense and repetitions: every cell
 * that holds something is accounted for, and a table that is taken in twice changes nothing the
 * second time.
 */

#include "exchange/memory-collection.h"
#include "exchange/merge-stage.h"
#include "exchange/tal-column-guess.h"
#include "exchange/tal-figure-bundle.h"
#include "exchange/tal-label-match.h"
#include "exchange/tal-sheet-figures.h"
#include "formats/tal-csv-reader.h"
#include "support/random-record.h"

#define ROUNDS 300

static const char *const areas[] = { "Klyngen", "Tingbjerg", "København", "Hele landet",
                                     "Nørrebro" };
static const char *const values[] = { "12",  "0",     "-",    "..",     "x",     "*",
                                      "8,7", "1.410", "352*", "906 1)", "mange", "8,7 %" };

/* A cell, and whether there is something in it. */
static gboolean
append_value (GString *text, GRand *chance)
{
  gint32 which = g_rand_int_range (chance, -3, 3 * (gint32)G_N_ELEMENTS (values));

  if (which < 0)
    return FALSE;
  if (which < (gint32)G_N_ELEMENTS (values))
    g_string_append (text, values[which]);
  else
    g_string_append_printf (text, "%d,5", g_rand_int_range (chance, 0, 2000));
  return TRUE;
}

/* How many cells hold something. */
static guint
append_long (GString *text, GRand *chance)
{
  guint n_cells = 0;

  g_string_append (text, "Periode;Område;Andel\n2000;Klyngen;1,5\n");
  for (gint32 i = g_rand_int_range (chance, 1, 30); i > 0; i--)
    {
      g_string_append_printf (text, "%dK%d;%s;", g_rand_int_range (chance, 2015, 2019),
                              g_rand_int_range (chance, 1, 6),
                              areas[g_rand_int_range (chance, 0, G_N_ELEMENTS (areas))]);
      n_cells += append_value (text, chance);
      g_string_append_c (text, '\n');
    }
  return n_cells + 1;
}

static guint
append_wide (GString *text, GRand *chance)
{
  guint  n_cells = 0;
  gint32 n_years = g_rand_int_range (chance, 2, 7);

  g_string_append (text, "Tabel 4\n\nOmråde");
  for (gint32 i = 0; i < n_years; i++)
    g_string_append_printf (text, ";%d", 2015 + i);
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_string_append_printf (text, "\n%s", areas[i]);
      for (gint32 j = 0; j < n_years; j++)
        {
          g_string_append_c (text, ';');
          if (i == 0 && j == 0)
            g_string_append (text, "1,5");
          else
            n_cells += append_value (text, chance);
        }
    }
  g_string_append (text, "\nKilde: Jobindsats.dk\n");
  return n_cells + 1;
}

static TalWorkbook *
read_text (const GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  TalWorkbook       *book = tal_csv_read (bytes, NULL, NULL, NULL);

  g_assert_nonnull (book);
  return book;
}

/* How much of the table is taken in.  The map remembers what was made, as it does with a collection
 * on disk. */
static guint
take_in (MemoryCollection *collection, const TalFigureList *list, TalColumnMap **map)
{
  const TalWriter        writer = { collection->now + 1, "Sofie", TAL_ID_NONE, tal_id_new,
                                    collection->unit };
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TalLabelMatches) matches =
      tal_label_matches_new (list, *map, collection->catalogue, TAL_ANSWER_NEW, tal_id_new, made);
  g_autoptr (TalColumnMap) before = *map;
  g_autoptr (GPtrArray)    problems = tal_problem_list_new ();
  g_autoptr (TalBundle)    bundle = NULL;
  g_autoptr (TalMerge)     merge = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  TalFigureCounts          counts = { 0 };
  const TalFigureBasis     basis = {
        collection->catalogue, &collection->source, &writer, { (*map)->id, 1000 }, NULL, NULL
  };

  bundle = tal_figure_bundle_new (list, matches, *map, &basis, problems, &counts, NULL, NULL);
  g_assert_nonnull (bundle);
  g_assert_cmpuint (list->n_read, ==,
                    counts.n_bundled + counts.n_repeated + counts.n_left_out + counts.n_refused +
                        counts.n_open);
  g_assert_cmpuint (counts.n_open, ==, 0);

  merge = memory_collection_merge (collection, bundle);
  g_assert_cmpuint (count_conflicts (merge), ==, 0);
  changes = take_changes (merge, TAL_CHOICE_THEIRS);
  memory_collection_apply (collection, changes);
  *map = tal_label_matches_remember (matches, list, before);
  return tal_change_set_get_length (changes);
}

static void
test_figures_are_all_accounted_for (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed_new ());

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (MemoryCollection) collection = memory_collection_new (make_id (UNIT_BIF));
      g_autoptr (GString)          text = g_string_new (NULL);
      guint n_cells = round % 2 == 0 ? append_long (text, chance) : append_wide (text, chance);
      g_autoptr (TalWorkbook)   book = read_text (text);
      const TalSheet           *sheet = tal_workbook_get_sheet (book, 0);
      TalColumnMap             *map = tal_column_guess (sheet, tal_id_new ());
      g_autoptr (TalFigureList) list = tal_sheet_figures_read (book, sheet, map, NULL, NULL);

      g_test_message ("%s", text->str);
      g_assert_cmpuint (list->n_read, ==, n_cells);
      g_assert_cmpuint (list->n_read, ==, list->figures->len + list->problems->len);
      g_assert_cmpuint (take_in (collection, list, &map), >, 0);
      g_assert_cmpuint (take_in (collection, list, &map), ==, 0);
      tal_column_map_free (map);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/figure-bundle/are-all-accounted-for",
                   test_figures_are_all_accounted_for);

  return g_test_run ();
}
