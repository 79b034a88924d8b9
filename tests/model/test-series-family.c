/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The families of the example's series, which are those of the committee's own tables. */

#include "core/tal-series-family.h"
#include "support/example.h"

#include <glib.h>

/* Who is asked, what differs, how many, and the short names of the first and the last. */
static const struct
{
  const char  *series;
  TalDimension varying;
  guint        n_members;
  const char  *first;
  const char  *last;
} claims[] = {
  { "Andel aktivitetsparate over 30 år ud af befolkningen: København", TAL_DIMENSION_AREA, 3,
    "København", "Hele landet" },
  { "Andel i arbejde eller uddannelse efter IPS: København", TAL_DIMENSION_AREA, 2, "Hele landet",
    "København" },
  { "Andel i arbejde eller uddannelse i kontrolgruppen: København", TAL_DIMENSION_AREA, 2,
    "Hele landet", "København" },
  { "Revalidering", TAL_DIMENSION_TARGET_GROUP, 5, "Aktivitetsparate kontanthjælpsmodtagere",
    "Revalidender" },
  { "Andel virksomhedsrettet aktivering: Revalidering", TAL_DIMENSION_TARGET_GROUP, 4,
    "Aktivitetsparate kontanthjælpsmodtagere", "Borgere i ressourceforløb" },
  { "Ændring på to år: Revalidering", TAL_DIMENSION_TARGET_GROUP, 5,
    "Aktivitetsparate kontanthjælpsmodtagere", "Beskæftigede fleksjobvisiterede" },
  { "Ændring på to år: Fleksjobsvisiterede i alt", TAL_DIMENSION_TARGET_GROUP, 4,
    "Aktivitetsparate kontanthjælpsmodtagere", "Fleksjobvisiterede" },
  { "Andel af befolkningen: aktivitetsparate", TAL_DIMENSION_TARGET_GROUP, 4,
    "Aktivitetsparate kontanthjælpsmodtagere over 30 år", "Borgere i ressourceforløb" },
  { "Ledige fleksjobvisiterede (helårspersoner)", TAL_DIMENSION_TARGET_GROUP, 4,
    "Aktivitetsparate kontanthjælpsmodtagere over 30 år", "Borgere i ressourceforløb" },
  { "Fleksjobberettigede af etnisk dansk herkomst", TAL_DIMENSION_TARGET_GROUP, 1,
    "Ledige fleksjobvisiterede", "Ledige fleksjobvisiterede" },
  { "Forløb: Kontanthjælp i alt", TAL_DIMENSION_TARGET_GROUP, 4,
    "Aktivitetsparate kontanthjælpsmodtagere over 30 år", "Borgere i ressourceforløb" },
  { "Indsatsbudget: Ressourceforløb i alt", TAL_DIMENSION_TARGET_GROUP, 4,
    "Aktivitetsparate kontanthjælpsmodtagere over 30 år", "Borgere i ressourceforløb" },
  { "Indsatsbudget i alt (som trykt)", TAL_DIMENSION_TARGET_GROUP, 1, "Udsatte borgere",
    "Udsatte borgere" },
  { "Virksomhedsrettet andel af forløb: Revalidend", TAL_DIMENSION_TARGET_GROUP, 4,
    "Aktivitetsparate kontanthjælpsmodtagere over 30 år", "Borgere i ressourceforløb" },
  { "Forløb: Kontanthjælp – Uddannelse", TAL_DIMENSION_TARGET_GROUP, 2,
    "Aktivitetsparate kontanthjælpsmodtagere over 30 år", "Revalidender" },
  { "Forløb: Kontanthjælp – Uddannelse", TAL_DIMENSION_OFFER, 8, "Fastholdelsesmentor",
    "Øvrige private løntilskud" },
  { "Forløb: Kontanthjælp i alt", TAL_DIMENSION_OFFER, 0, NULL, NULL },
  { "Andel af forløb: Fleksjobberettiget – Fleksjob", TAL_DIMENSION_OFFER, 6, "Fastholdelsesmentor",
    "Fleksjob" },
  { "Indsatsbudget: Revalidend – Uddannelse", TAL_DIMENSION_OFFER, 6, "Fastholdelsesmentor",
    "Offentlig virksomhedspraktik" },
  { "Andel af vejledning og opkvalificering: Jobklub", TAL_DIMENSION_OFFER, 5,
    "Basis- og kombinationsforløb", "Jobklub" },
  { "Forløb hos leverandør: Contra", TAL_DIMENSION_PROVIDER, 11, "Contra", "Væksthuset" },
  { "Afsluttede forløb hos leverandør: DUCAS", TAL_DIMENSION_PROVIDER, 11, "Contra", "Væksthuset" },
  { "Virksomhedsplaceringer pr. forløb: Markman", TAL_DIMENSION_PROVIDER, 11, "Contra",
    "Væksthuset" },
  { "Forløb hos leverandør: AS3 Employment", TAL_DIMENSION_PROVIDER, 2, "Capacent IKU",
    "AS3 Employment" },
  { "Virksomhedsplaceringer pr. forløb i alt", TAL_DIMENSION_PROVIDER, 0, NULL, NULL },
};

static void
assert_name (const TalCatalogue *catalogue,
             const GPtrArray    *family,
             guint               position,
             TalDimension        varying,
             const char         *expected)
{
  g_autofree char *name =
      tal_series_family_dup_name (catalogue, g_ptr_array_index (family, position), varying);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_series_family_is_that_of_the_committees_tables (Example *example, gconstpointer unused)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (example->collection);

  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      const TalSeries      *series = example_find_series (example, claims[i].series);
      g_autoptr (GPtrArray) family = tal_series_family_list (catalogue, series, claims[i].varying);

      g_test_message ("%s", claims[i].series);
      g_assert_cmpuint (family->len, ==, claims[i].n_members);
      if (family->len == 0)
        continue;

      g_assert_true (g_ptr_array_find (family, series, NULL));
      assert_name (catalogue, family, 0, claims[i].varying, claims[i].first);
      assert_name (catalogue, family, family->len - 1, claims[i].varying, claims[i].last);
    }
}

static const struct
{
  const char *total;
  guint       n_terms;
  guint       n_parts; /* with those of the terms */
  const char *first;
  const char *last;
} totals[] = {
  { "I alt (ekskl. beskæftigede fleksjobvisiterede)", 4, 4,
    "Aktivitetsparate kontanthjælpsmodtagere", "Revalidering" },
  { "Fordeling af borgere i alt", 6, 6, "Fordeling af borgere: Gruppe 1 (JKI og CAB)",
    "Fordeling af borgere: Øvrige indsatser" },
  { "Forløb i alt", 4, 29, "Forløb: Kontanthjælp i alt",
    "Forløb: Ressourceforløb – Offentlig virksomhedspraktik" },
  { "Indsatsbudget: Kontanthjælp i alt (som trykt i tabel 2)", 4, 4,
    "Indsatsbudget: Kontanthjælp – Fastholdelsesmentor",
    "Indsatsbudget: Kontanthjælp – Uddannelse" },
  { "Forløb hos leverandører i alt", 2, 15, "Forløb hos leverandører",
    "Forløb hos leverandør: AS3 Employment" },
};

static void
test_series_family_parts_are_those_of_the_committees_totals (Example *example, gconstpointer unused)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (example->collection);

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autoptr (GArray) parts =
          tal_series_family_list_parts (catalogue, example_find_series (example, totals[i].total));
      guint n_terms = 0;

      g_test_message ("%s", totals[i].total);
      g_assert_cmpuint (parts->len, ==, totals[i].n_parts);
      for (guint j = 0; j < parts->len; j++)
        n_terms += g_array_index (parts, TalSeriesPart, j).depth == 0;
      g_assert_cmpuint (n_terms, ==, totals[i].n_terms);
      g_assert_cmpstr (g_array_index (parts, TalSeriesPart, 0).series->name, ==, totals[i].first);
      g_assert_cmpstr (g_array_index (parts, TalSeriesPart, parts->len - 1).series->name, ==,
                       totals[i].last);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/series-family/is-that-of-the-committees-tables", Example, NULL,
              example_set_up, test_series_family_is_that_of_the_committees_tables,
              example_tear_down);
  g_test_add ("/model/series-family/parts-are-those-of-the-committees-totals", Example, NULL,
              example_set_up, test_series_family_parts_are_those_of_the_committees_totals,
              example_tear_down);
  return g_test_run ();
}
