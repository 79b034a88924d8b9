/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching the whole of the example collection. */

#include "base/tal-danish-collation.h"
#include "core/tal-initiative.h"
#include "core/tal-search.h"
#include "support/example.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

static void
test_search_finds_the_best_first (Example *example, gconstpointer unused)
{
  static const struct
  {
    const char    *text;
    TalSearchGroup group;
    const char    *first; /* how the group's first hit begins; NULL where it has none */
  } cases[] = {
    { "fritidsjob", TAL_SEARCH_INITIATIVES, "Fritidsjob til unge" },
    { "FRITIDSJOB unge", TAL_SEARCH_INITIATIVES, "Fritidsjob til unge" },
    { "unge fritids", TAL_SEARCH_INITIATIVES, "Fritidsjob til unge" },
    { "mål 5", TAL_SEARCH_GOALS, NULL }, /* the English of the tests */
    { "goal 5", TAL_SEARCH_GOALS, "Goal 5: " },
    { "goal 3", TAL_SEARCH_GOALS, "Goal 3: " },
    { "revalidering", TAL_SEARCH_SERIES, "Revalidering" },
    { "haandholdt", TAL_SEARCH_INITIATIVES, "Håndholdt og vedvarende" },
    { "Vejdirektoratet", TAL_SEARCH_INITIATIVES, NULL },
    { "", TAL_SEARCH_INITIATIVES, NULL },
    { "  ", TAL_SEARCH_GOALS, NULL },
  };
  const TalCatalogue        *catalogue = tal_collection_get_catalogue (example->collection);
  g_autoptr (TalSearchIndex) index = tal_search_index_new (catalogue);

  g_assert_true (tal_search_index_is_of (index, catalogue));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalSearchResult) result = tal_search_index_find (index, cases[i].text, 5);
      const char                 *first = NULL;

      for (guint j = 0; j < result->hits->len && first == NULL; j++)
        {
          const TalSearchHit *hit = g_ptr_array_index (result->hits, j);

          if (hit->group == cases[i].group)
            first = hit->title;
        }
      g_test_message ("%s: %s of %u", cases[i].text, first != NULL ? first : "-", result->n_all);
      if (cases[i].first == NULL)
        g_assert_null (first);
      else
        g_assert_true (first != NULL && g_str_has_prefix (first, cases[i].first));
    }
}

static void
test_search_takes_the_best_of_each_group (Example *example, gconstpointer unused)
{
  g_autoptr (TalSearchIndex) index =
      tal_search_index_new (tal_collection_get_catalogue (example->collection));
  g_autoptr (TalSearchResult) result = tal_search_index_find (index, "i", 2);
  guint                       counts[TAL_N_SEARCH_GROUPS] = { 0 };
  guint                       last = 0;

  for (guint i = 0; i < result->hits->len; i++)
    {
      const TalSearchHit *hit = g_ptr_array_index (result->hits, i);

      g_assert_cmpuint (hit->group, >=, last);
      last = hit->group;
      counts[hit->group]++;
    }
  for (guint i = 0; i < TAL_N_SEARCH_GROUPS; i++)
    g_assert_cmpuint (counts[i], <=, 2);
  g_assert_cmpuint (result->n_all, >, result->hits->len);
}

static void
test_search_ranks (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    int         rank; /* -1 where it isn't found */
  } cases[] = {
    { "Fritidsjob", "fritidsjob", 0 },
    { "Fritidsjob til unge", "fritidsjob", 1 },
    { "Fritidsjob til unge", "unge", 2 },
    { "Fritidsjob til unge", "tidsjob", 4 },
    { "Fritidsjob til unge", "unge fritidsjob", 3 },
    { "Fritidsjob til unge", "unge ældre", -1 },
    { "Mål 5: 545 borgere", "mål 5", 1 },
    { "Mål 4: 545 borgere", "mål 5", 3 }, /* it may become 545 yet */
    { "Mål 4: 455 borgere", "mål 5", -1 },
    { "1.357 borgere", "1357", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tal_danish_collation_dup_folded (cases[i].text);
      g_autofree char *wanted = tal_danish_collation_dup_folded (cases[i].words);
      g_auto (GStrv)   words = g_strsplit (wanted, " ", -1);

      g_test_message ("%s: %s", cases[i].text, cases[i].words);
      g_assert_cmpint ((int)tal_search_rank (text, words), ==, cases[i].rank);
    }
}

/* As many initiatives as a region has: an index is made and asked in a blink. */
static void
test_search_of_many_initiatives (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  g_autoptr (TalCatalogue)    catalogue = NULL;
  g_autoptr (TalSearchIndex)  index = NULL;
  g_autoptr (TalSearchResult) result = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      TalInitiative *initiative = tal_record_new (TAL_KIND_INITIATIVE, tal_id_new ());

      initiative->name = g_strdup_printf ("Indsats %u for ledige over 50 år", i + 1);
      g_ptr_array_add (records, initiative);
    }
  catalogue = tal_catalogue_new_from_records (records);
  index = tal_search_index_new (catalogue);
  result = tal_search_index_find (index, "indsats 1999", 5);
  g_assert_cmpuint (result->n_all, ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/search/finds-the-best-first", Example, NULL, example_set_up,
              test_search_finds_the_best_first, example_tear_down);
  g_test_add ("/core/search/takes-the-best-of-each-group", Example, NULL, example_set_up,
              test_search_takes_the_best_of_each_group, example_tear_down);
  g_test_add_func ("/core/search/ranks", test_search_ranks);
  g_test_add_func ("/core/search/of-many-initiatives", test_search_of_many_initiatives);
  return g_test_run ();
}
