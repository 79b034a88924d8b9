/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "the-natural-line-is-a-share-in-several-areas",
    { .kind = TAL_CHART_LINE },
    "kind line\n"
    "title København har fortsat en større andel aktivitetsparate over 30 år end Klyngen og hele "
    "landet\n"
    "subtitle Andel aktivitetsparate over 30 år ud af befolkningen, december 2015 - december 2017\n"
    "sentence Andelen af aktivitetsparate over 30 år i København er faldet fra at udgøre 5,3 pct. "
    "af befolkningen i december 2015 til 4,3 pct. i december 2017. København har fortsat en større "
    "andel aktivitetsparate over 30 år end Klyngen og hele landet.\n"
    "caption pct. af befolkningen\n"
    "col december 2015 | december 2016 | december 2017\n"
    "row København* slot 1 | 5,3 | 4,7 | 4,3\n"
    "row Klyngen slot 2 | 3,3 | 3,0 | 2,8\n"
    "row Hele landet slot 6 | 2,7 | 2,2 | 2,1\n"
    "change København −1,0 procentpoint, of rounded figures\n"
    "change Hele landet −0,6 procentpoint, of rounded figures\n"
    "note Aktivitetsparate kontanthjælpsmodtagere fyldt 30 år i december som andel af "
    "befolkningen.\n"
    "source Jobindsats.dk" },
  { "table-4-has-three-of-four-groups-rising",
    { .kind = TAL_CHART_LINE,
      .series = "Andel virksomhedsrettet aktivering: Kontanthjælp (aktivitetsparate)\n"
                "Andel virksomhedsrettet aktivering: Ledighedsydelse (ledige fleksjobvisiterede)\n"
                "Andel virksomhedsrettet aktivering: Ressourceforløb\n"
                "Andel virksomhedsrettet aktivering: Revalidering" },
    "kind line\n"
    "title Stigende andel i tre af fire målgrupper\n"
    "subtitle Andel virksomhedsrettet aktivering, København, 2015-2017\n"
    "sentence Andelen er steget for tre af fire målgrupper. Andelen af virksomhedsrettet "
    "aktivering (revalidering) er faldet fra at udgøre 27 pct. af den samlede aktivering i 2015 "
    "til 24 pct. i 2017.\n"
    "caption pct. af den samlede aktivering\n"
    "col 2015 | 2016 | 2017\n"
    "row Kontanthjælp (aktivitetsparate) | 31 | 37 | 43\n"
    "row Ledighedsydelse (ledige fleksjobvisiterede) | 27 | 38 | 43\n"
    "row Ressourceforløb | 15 | 19 | 30\n"
    "row Revalidering | 27 | 29 | 24\n"
    "note Hvor stor en andel af den samlede aktivering inden for et givent år, som har været "
    "virksomhedsrettet, dvs. i form af virksomhedspraktik eller ansættelse med løntilskud.\n"
    "source Jobindsats.dk" },
  { "one-series-alone",
    { .kind = TAL_CHART_LINE, .series = "Aktivitetsparates andel af de udsatte borgere" },
    "kind line\n"
    "title Aktivitetsparates andel af de udsatte borgere er faldet med 8,2 procentpoint siden 4. "
    "kvt. 2015\n"
    "subtitle Pct. af de udsatte borgere i alt, København, 4. kvt. 2015 - 4. kvt. 2017\n"
    "sentence Aktivitetsparates andel af de udsatte borgere er faldet fra at udgøre 85,0 pct. af "
    "de udsatte borgere i alt i 4. kvt. 2015 til 76,8 pct. i 4. kvt. 2017.\n"
    "caption pct. af de udsatte borgere i alt\n"
    "col 4. kvt. 2015 | 4. kvt. 2016 | 4. kvt. 2017\n"
    "row Aktivitetsparates andel af de udsatte borgere | 85,0 | 79,6 | 76,8\n"
    "note Aktivitetsparate kontanthjælpsmodtagere ud af de udsatte borgere i alt, hvor "
    "beskæftigede fleksjobvisiterede ikke er medregnet.\n"
    "source Jobindsats.dk" },
  { "a-range-of-days",
    { .kind = TAL_CHART_LINE,
      .series = "Aktivitetsparate kontanthjælpsmodtagere",
      .first = "2016-01-01",
      .last = "2017-12-31" },
    "kind line\n"
    "title Antallet af aktivitetsparate kontanthjælpsmodtagere er faldet med 6,6 pct. siden 4. "
    "kvt. 2016\n"
    "subtitle Antal fuldtidspersoner, København, 4. kvt. 2016 - 4. kvt. 2017\n"
    "sentence Antallet af aktivitetsparate kontanthjælpsmodtagere er faldet med 858 fra 12.982 i "
    "4. kvt. 2016 til 12.124 i 4. kvt. 2017 (6,6 pct.).\n"
    "caption fuldtidspersoner\n"
    "col 4. kvt. 2016 | 4. kvt. 2017\n"
    "row Aktivitetsparate kontanthjælpsmodtagere | 12.982 | 12.124\n"
    "source Jobindsats.dk" },
  { "one-period-is-said",
    { .kind = TAL_CHART_LINE,
      .series = "Andel udsatte ledige kommet i job, deltidsjob eller uddannelse i alt" },
    "kind line\n"
    "title Andel udsatte ledige kommet i job, deltidsjob eller uddannelse i alt\n"
    "subtitle Pct. af deltagerne i indsatsen, København, 2023\n"
    "caption pct. af deltagerne i indsatsen\n"
    "col 2023\n"
    "row Andel udsatte ledige kommet i job, deltidsjob eller uddannelse i alt | 16\n"
    "note Der er kun tal for én periode.\n"
    "note Borgere kommet i job, deltidsjob eller uddannelse, efter et forløb eller direkte, ud af "
    "deltagerne i indsatsen.\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "different-units-are-refused",
    { .kind = TAL_CHART_LINE,
      .series = "Aktivitetsparate kontanthjælpsmodtagere\n"
                "Aktivitetsparate kontanthjælpsmodtagere (helårspersoner)" },
    "error The series have different units and cannot be shown together." },
  { "shares-of-different-wholes-are-refused",
    { .kind = TAL_CHART_LINE,
      .series = "Virksomhedsrettet andel af forløb: Kontanthjælp\n"
                "Andel virksomhedsrettet aktivering: Kontanthjælp (aktivitetsparate)" },
    "error Tallene kan ikke sammenlignes: de har forskellig optælling (forløb og virksomhedsrettet "
    "aktivering), forskellig nævner (målgruppens forløb i alt og den samlede aktivering inden for "
    "et givent år) og forskellig kilde (BIFLIS og indsatsbudget for 2015 over for "
    "Jobindsats.dk)." },
  { "a-plan-without-families",
    { .kind = TAL_CHART_LINE, .plan = "Bilag til analyse om udsatte borgere i Københavns Kommune" },
    "kind line\n"
    "title Tildelte ressourceforløb indstillet 1-2 år er faldet med 33 procentpoint siden 2013\n"
    "subtitle Pct., København, 2013-2015\n"
    "sentence Tildelte ressourceforløb indstillet 1-2 år er faldet fra 64 pct. i 2013 til 31 pct. "
    "i 2015.\n"
    "caption pct.\n"
    "col 2013 | 2014 | 2015\n"
    "row Tildelte ressourceforløb indstillet 1-2 år | 64 | 34 | 31\n"
    "note Beregnet på afrundede tal.\n"
    "note Ud af årets tildelte ressourceforløb.\n"
    "source BIFLIS" },
  { "a-plan-of-money-has-none",
    { .kind = TAL_CHART_LINE, .plan = "Driftsmidler 2015" },
    "error There are no figures of several periods here. Name one or more series." },
  { "one-period-fits-columns",
    { .kind = TAL_CHART_LINE,
      .fitting = TRUE,
      .series = "Andel udsatte ledige kommet i job, deltidsjob eller uddannelse i alt" },
    "kind columns\n"
    "title Andel udsatte ledige kommet i job, deltidsjob eller uddannelse i alt\n"
    "subtitle Pct. af deltagerne i indsatsen, København, 2023\n"
    "caption pct. af deltagerne i indsatsen\n"
    "col 2023\n"
    "row Andel udsatte ledige kommet i job, deltidsjob eller uddannelse i alt | 16\n"
    "note Der er kun tal for én periode.\n"
    "note Borgere kommet i job, deltidsjob eller uddannelse, efter et forløb eller direkte, ud af "
    "deltagerne i indsatsen.\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "counts-far-apart-fit-small-charts",
    { .kind = TAL_CHART_LINE,
      .fitting = TRUE,
      .series = "Aktivitetsparate kontanthjælpsmodtagere\n"
                "Revalidering" },
    "kind multiples\n"
    "title Faldende antal i begge målgrupper\n"
    "subtitle Antal fuldtidspersoner, København, 4. kvt. 2015 - 4. kvt. 2017\n"
    "sentence Antallet af aktivitetsparate kontanthjælpsmodtagere er faldet med 2.520 fra 14.644 i "
    "4. kvt. 2015 til 12.124 i 4. kvt. 2017 (17 pct.). Revalidering er faldet med 98 fra 450 i 4. "
    "kvt. 2015 til 352 i 4. kvt. 2017 (22 pct.).\n"
    "caption fuldtidspersoner\n"
    "col 4. kvt. 2015 | 4. kvt. 2016 | 4. kvt. 2017\n"
    "row Aktivitetsparate kontanthjælpsmodtagere | 14.644 | 12.982 | 12.124\n"
    "row Revalidering | 450 | 427 | 352\n"
    "source Jobindsats.dk" },
  { "a-few-years-of-a-count-fit-columns",
    { .kind = TAL_CHART_LINE, .fitting = TRUE, .series = "Virksomhedsplaceringer" },
    "kind columns\n"
    "title Antallet af virksomhedsplaceringer er steget med 58 pct. siden 2014\n"
    "subtitle Antal virksomhedsplaceringer, udsatte borgere, København, 2014-2017\n"
    "sentence Antallet af virksomhedsplaceringer er steget med 1.700 fra 2.950 i 2014 til 4.650 i "
    "2017 (58 pct.).\n"
    "caption virksomhedsplaceringer\n"
    "col 2014 | 2015 | 2016 | 2017\n"
    "row Virksomhedsplaceringer | 2.950 | 3.500 | 4.250 | 4.650\n"
    "source Egne beregninger" },
  { "a-share-fits-a-line",
    { .kind = TAL_CHART_LINE, .fitting = TRUE },
    "kind line\n"
    "title København har fortsat en større andel aktivitetsparate over 30 år end Klyngen og hele "
    "landet\n"
    "subtitle Andel aktivitetsparate over 30 år ud af befolkningen, december 2015 - december 2017\n"
    "sentence Andelen af aktivitetsparate over 30 år i København er faldet fra at udgøre 5,3 pct. "
    "af befolkningen i december 2015 til 4,3 pct. i december 2017. København har fortsat en større "
    "andel aktivitetsparate over 30 år end Klyngen og hele landet.\n"
    "caption pct. af befolkningen\n"
    "col december 2015 | december 2016 | december 2017\n"
    "row København* slot 1 | 5,3 | 4,7 | 4,3\n"
    "row Klyngen slot 2 | 3,3 | 3,0 | 2,8\n"
    "row Hele landet slot 6 | 2,7 | 2,2 | 2,1\n"
    "note Aktivitetsparate kontanthjælpsmodtagere fyldt 30 år i december som andel af "
    "befolkningen.\n"
    "source Jobindsats.dk" },
  { "a-sparkline-of-a-count",
    { .kind = TAL_CHART_SPARKLINE, .series = "Borgere i ressourceforløb" },
    "kind sparkline\n"
    "title Antallet af borgere i ressourceforløb er steget med 100 pct. siden 4. kvt. 2015\n"
    "subtitle Antal fuldtidspersoner, København, 4. kvt. 2015 - 4. kvt. 2017\n"
    "sentence +99,7 pct.\n"
    "caption fuldtidspersoner\n"
    "col 4. kvt. 2015 | 4. kvt. 2016 | 4. kvt. 2017\n"
    "row Borgere i ressourceforløb | 1.326 | 2.183 | 2.648\n"
    "source Jobindsats.dk" },
  { "a-sparkline-is-the-first-line",
    { .kind = TAL_CHART_SPARKLINE },
    "kind sparkline\n"
    "title Andelen af aktivitetsparate over 30 år i København er faldet med 1,0 procentpoint siden "
    "december 2015\n"
    "subtitle Andel aktivitetsparate over 30 år ud af befolkningen: København, december 2015 - "
    "december 2017\n"
    "sentence −1,0 procentpoint\n"
    "caption pct. af befolkningen\n"
    "col december 2015 | december 2016 | december 2017\n"
    "row Andel aktivitetsparate over 30 år ud af befolkningen: København | 5,3 | 4,7 | 4,3\n"
    "note Beregnet på afrundede tal.\n"
    "note Aktivitetsparate kontanthjælpsmodtagere fyldt 30 år i december som andel af "
    "befolkningen.\n"
    "source Jobindsats.dk" },
  { "table-1-as-small-charts",
    { .kind = TAL_CHART_MULTIPLES },
    "kind multiples\n"
    "title Aftale om udsatte borgere\n"
    "subtitle Antal fuldtidspersoner, København, 4. kvt. 2015 - 4. kvt. 2017\n"
    "caption fuldtidspersoner\n"
    "col 4. kvt. 2015 | 4. kvt. 2016 | 4. kvt. 2017\n"
    "row Aktivitetsparate kontanthjælpsmodtagere | 14.644 | 12.982 | 12.124\n"
    "row Fleksjobsvisiterede i alt | 2.840 | 2.849 | 3.016\n"
    "row Fleksjobsvisiterede i beskæftigelse | 2.026 | 2.140 | 2.351\n"
    "row Ledige fleksjobsvisiterede | 814 | 709 | 665\n"
    "row Borgere i ressourceforløb | 1.326 | 2.183 | 2.648\n"
    "row Revalidering | 450 | 427 | 352\n"
    "row I alt (ekskl. beskæftigede fleksjobvisiterede) | 17.234 | 16.301 | 15.789\n"
    "source Jobindsats.dk" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-line", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
