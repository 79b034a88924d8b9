/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "the-research-project-is-the-natural-subject",
    { .kind = TAL_CHART_DUMBBELL },
    "kind dumbbell\n"
    "title København: 62,4 pct. i arbejde eller uddannelse mod 46,6 pct. i kontrolgruppen\n"
    "subtitle Fortsættelse og udvidelse af IPS-indsatsen, pct., 2019\n"
    "caption pct.\n"
    "col København | Hele landet\n"
    "row Kontrolgruppen slot 6 | 46,6 | 46,5\n"
    "row Efter IPS* slot 1 | 62,4 | 59,5\n"
    "source Det randomiserede, nationale forskningsprojekt med IPS-metoden" },
  { "the-outreach-of-2015",
    { .kind = TAL_CHART_DUMBBELL, .series = "Forskel i andel med en virksomhedsplacering" },
    "kind dumbbell\n"
    "title 12,3 pct. med en virksomhedsplacering mod 10,3 pct. i kontrolgruppen\n"
    "subtitle Den tidligere fremskudte beskæftigelsesindsats, pct., 2015\n"
    "caption pct.\n"
    "col Med en virksomhedsplacering\n"
    "row Kontrolgruppen slot 6 | 10,3\n"
    "row Den fremskudte indsats* slot 1 | 12,3\n"
    "source Center for Boligsocial Udvikling (CFBU), 2015" },
  { "two-that-are-named",
    { .kind = TAL_CHART_DUMBBELL,
      .series = "Andel selvforsørgede: den fremskudte indsats\n"
                "Andel selvforsørgede: kontrolgruppen" },
    "kind dumbbell\n"
    "title 18 pct. selvforsørgede mod 18 pct. i kontrolgruppen\n"
    "subtitle Den tidligere fremskudte beskæftigelsesindsats, pct., 2015\n"
    "caption pct.\n"
    "col Selvforsørgede\n"
    "row Kontrolgruppen slot 6 | 18\n"
    "row Den fremskudte indsats* slot 1 | 18\n"
    "note Selvforsørgede i løbet af 12 måneder.\n"
    "source Center for Boligsocial Udvikling (CFBU), 2015" },
  { "table-2-against-jki",
    { .kind = TAL_CHART_DUMBBELL,
      .initiative = "Den fremskudte beskæftigelsesindsats i Tingbjerg og Urbanplanen" },
    "kind dumbbell\n"
    "title Alle 3 mål blev opnået i perioden marts 2017 - august 2018\n"
    "subtitle Den fremskudte beskæftigelsesindsats i Tingbjerg og Urbanplanen, pct.\n"
    "caption pct.\n"
    "col Rettidigheden for afholdelse af jobsamtaler | Rettidigheden for aktivering | Andel "
    "udeblivelser fra jobsamtaler\n"
    "row JKI slot 6 | 84 | 85 | 8,7\n"
    "row Indsatsen* slot 1 | 87 | 88 | 7,3\n"
    "source Forvaltningens egen opgørelse" },
  { "nothing-to-compare",
    { .kind = TAL_CHART_DUMBBELL, .plan = "Driftsmidler 2015" },
    "error There are no two groups to compare here. Name a difference of two shares, or a plan "
    "whose goals are another unit's level." },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-dumbbell", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
