/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "table-5-is-the-natural-subject",
    { .kind = TAL_CHART_COLUMNS },
    "kind columns\n"
    "title Afgang til job eller uddannelse er steget med 38 pct. siden 2014\n"
    "subtitle Antal borgere, udsatte borgere, København, 2014-2017\n"
    "sentence Afgang til job eller uddannelse er steget med 250 fra 660 i 2014 til 910 i 2017 (38 "
    "pct.).\n"
    "caption borgere\n"
    "col 2014 | 2015 | 2016 | 2017\n"
    "row Afgang til job eller uddannelse | 660 | 670 | 850 | 910\n"
    "source Egne beregninger" },
  { "table-5-placements",
    { .kind = TAL_CHART_COLUMNS, .series = "Virksomhedsplaceringer" },
    "kind columns\n"
    "title Antallet af virksomhedsplaceringer er steget med 58 pct. siden 2014\n"
    "subtitle Antal virksomhedsplaceringer, udsatte borgere, København, 2014-2017\n"
    "sentence Antallet af virksomhedsplaceringer er steget med 1.700 fra 2.950 i 2014 til 4.650 i "
    "2017 (58 pct.).\n"
    "caption virksomhedsplaceringer\n"
    "col 2014 | 2015 | 2016 | 2017\n"
    "row Virksomhedsplaceringer | 2.950 | 3.500 | 4.250 | 4.650\n"
    "change Virksomhedsplaceringer +57,6 pct.\n"
    "source Egne beregninger" },
  { "table-2-of-awards",
    { .kind = TAL_CHART_COLUMNS,
      .series = "Førtidspensionstilkendelser\n"
                "Fleksjobtilkendelser" },
    "kind columns\n"
    "title Antallet af førtidspensionstilkendelser er steget med 51 pct. siden 2015, mens antallet "
    "af fleksjobtilkendelser er steget med 85 pct.\n"
    "subtitle Antal tilkendelser, København, 2015-2017\n"
    "sentence Antallet af førtidspensionstilkendelser er steget med 153 fra 300 i 2015 til 453 i "
    "2017 (51 pct.). Antallet af fleksjobtilkendelser er steget med 121 fra 142 i 2015 til 263 i "
    "2017 (85 pct.).\n"
    "caption tilkendelser\n"
    "col 2015 | 2016 | 2017\n"
    "row Førtidspensionstilkendelser | 300 | 321 | 453\n"
    "row Fleksjobtilkendelser | 142 | 190 | 263\n"
    "note Bemærk, at tallene har forskellig kilde (Socialforvaltningen og Jobindsats.dk).\n"
    "source Socialforvaltningen og Jobindsats.dk" },
  { "the-budget-note-2020-to-2023",
    { .kind = TAL_CHART_COLUMNS,
      .initiative = "Fortsættelse og udvidelse af IPS-indsatsen",
      .first = "2020-01-01" },
    "kind columns\n"
    "title Der er afsat 8,8 mio. kr. årligt i perioden 2020-2023\n"
    "subtitle Fortsættelse og udvidelse af IPS-indsatsen, mio. kr. (2020 p/l), 2020-2023\n"
    "caption mio. kr. (2020 p/l)\n"
    "col 2020 | 2021 | 2022 | 2023\n"
    "row Overførsler | 8,6 | 8,6 | 8,6 | 8,6\n"
    "row Service | 0,2 | 0,2 | 0,2 | 0,2\n"
    "source Budgetnotat BI2" },
  { "the-earlier-money",
    { .kind = TAL_CHART_COLUMNS,
      .initiative = "Fortsættelse og udvidelse af IPS-indsatsen",
      .last = "2019-12-31" },
    "kind columns\n"
    "title Afsatte midler\n"
    "subtitle Fortsættelse og udvidelse af IPS-indsatsen, mio. kr. (løbende p/l), 2017-2019\n"
    "caption mio. kr. (løbende p/l)\n"
    "col 2017 | 2018 | 2019\n"
    "row Afsatte midler | 2,75 | 3,50 | 3,60\n"
    "source Overførselssagen 2016-17 IPS BC og Overførselssagen 2018-2019" },
  { "different-price-levels-are-said",
    { .kind = TAL_CHART_COLUMNS, .initiative = "Fortsættelse og udvidelse af IPS-indsatsen" },
    "kind columns\n"
    "title Afsatte midler\n"
    "subtitle Fortsættelse og udvidelse af IPS-indsatsen, mio. kr., 2017-2023\n"
    "caption mio. kr.\n"
    "col 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023\n"
    "row Overførsler | 0,00 | 0,00 | 0,00 | 8,60 | 8,60 | 8,60 | 8,60\n"
    "row Service | 0,00 | 0,00 | 0,00 | 0,20 | 0,20 | 0,20 | 0,20\n"
    "row Uden styringsområde | 2,75 | 3,50 | 3,60 | 0,00 | 0,00 | 0,00 | 0,00\n"
    "note Beløbene har forskelligt pris- og lønniveau.\n"
    "source Overførselssagen 2016-17 IPS BC, Overførselssagen 2018-2019 og Budgetnotat BI2" },
  { "citizens-per-consultant",
    { .kind = TAL_CHART_COLUMNS, .series = "Borgere i IPS-indsatsen pr. konsulent" },
    "kind columns\n"
    "title Borgere i IPS-indsatsen pr. konsulent er foreløbigt faldet fra 25,0 i 2019 til ca. 23,1 "
    "i 2020\n"
    "subtitle Borgere pr. konsulent, København, 2019-2020\n"
    "sentence Borgere i IPS-indsatsen pr. konsulent er foreløbigt faldet fra 25,0 i 2019 til ca. "
    "23,1 i 2020.\n"
    "caption borgere pr. konsulent\n"
    "col 2019 | 2020\n"
    "row Borgere i IPS-indsatsen pr. konsulent | 25,0 | ca. 23,1*\n"
    "note * Forventede tal, 2020.\n"
    "source Budgetnotat BI2" },
  { "the-money-that-is-proposed",
    { .kind = TAL_CHART_COLUMNS,
      .series = "Medfinansiering: lavt sagsantal pr. medarbejder\n"
                "Medfinansiering: tværfaglig indsats\n"
                "Medfinansiering: social- og sundhedsindsatser" },
    "kind columns\n"
    "title Medfinansiering\n"
    "subtitle Mio. kr., København, 2020-2021\n"
    "caption mio. kr.\n"
    "col 2020 | 2021\n"
    "row Lavt sagsantal pr. medarbejder | 10,0 | 10,0\n"
    "row Tværfaglig indsats | 1,8 | 1,8\n"
    "row Social- og sundhedsindsatser | 1,2 | 1,2\n"
    "note Alle tal er forventede tal.\n"
    "source Budgetnotat BI2" },
  { "persons-and-placements-are-refused",
    { .kind = TAL_CHART_COLUMNS,
      .series = "Afgang til job eller uddannelse\n"
                "Virksomhedsplaceringer" },
    "error The series have different units and cannot be shown together." },
  { "no-months-no-years",
    { .kind = TAL_CHART_YEARS },
    "error There are no figures of the months or quarters of two years here. Name a series that "
    "has them." },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-columns", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
