/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "tables-2-to-6-are-the-natural-subject",
    { .kind = TAL_CHART_MIX },
    "kind mix\n"
    "title Ledige fleksjobvisiterede har størst virksomhedsrettet andel\n"
    "subtitle Forløb efter tilbudstype, pct., København, 2015 (forventet)\n"
    "col Ledige fleksjobvisiterede (2.250 forløb) | Revalidender (772 forløb) | Aktivitetsparate "
    "kontanthjælpsmodtagere over 30 år (24.208 forløb) | Borgere i ressourceforløb (1.142 forløb)\n"
    "row Virksomhedsrettet* slot 1 | 24,3 | 16,8 | 11,5 | 9,1\n"
    "row Vejledning og opkvalificering slot 7 | 44,6 | 38,9 | 51,1 | 50,6\n"
    "row Mentor slot 8 | 5,3 | 44,3 | 37,3 | 40,3\n"
    "row Øvrige slot 9 | 25,8 | . | . | .\n"
    "note Virksomhedsrettet: virksomhedspraktik og løntilskud.\n"
    "source BIFLIS og indsatsbudget for 2015" },
  { "one-total-that-is-named",
    { .kind = TAL_CHART_MIX, .series = "Forløb: Revalidend i alt" },
    "kind mix\n"
    "title Forløb efter tilbudstype\n"
    "subtitle Pct., København, 2015 (forventet)\n"
    "col Revalidender (772 forløb)\n"
    "row Virksomhedsrettet* slot 1 | 16,8\n"
    "row Vejledning og opkvalificering slot 7 | 38,9\n"
    "row Mentor slot 8 | 44,3\n"
    "note Virksomhedsrettet: virksomhedspraktik.\n"
    "source BIFLIS og indsatsbudget for 2015" },
  { "offers-that-are-named",
    { .kind = TAL_CHART_MIX,
      .series = "Forløb: Kontanthjælp – Privat virksomhedspraktik\n"
                "Forløb: Kontanthjælp – Uddannelse\n"
                "Forløb: Revalidend – Uddannelse\n"
                "Forløb: Revalidend – Privat virksomhedspraktik" },
    "kind mix\n"
    "title Aktivitetsparate kontanthjælpsmodtagere over 30 år har størst virksomhedsrettet andel\n"
    "subtitle Forløb efter tilbudstype, pct., København, 2015 (forventet)\n"
    "col Aktivitetsparate kontanthjælpsmodtagere over 30 år (2.730 forløb) | Revalidender (186 "
    "forløb)\n"
    "row Virksomhedsrettet* slot 1 | 68,6 | 46,2\n"
    "row Vejledning og opkvalificering slot 7 | 31,4 | 53,8\n"
    "note Virksomhedsrettet: virksomhedspraktik.\n"
    "source BIFLIS og indsatsbudget for 2015" },
  { "money-by-offer",
    { .kind = TAL_CHART_MIX,
      .series = "Indsatsbudget: Kontanthjælp i alt\n"
                "Indsatsbudget: Revalidend i alt" },
    "kind mix\n"
    "title Indsatsbudget efter tilbudstype\n"
    "subtitle Pct., København, 2015\n"
    "col Revalidender (14,4 mio. kr.) | Aktivitetsparate kontanthjælpsmodtagere over 30 år (218,8 "
    "mio. kr.)\n"
    "row Vejledning og opkvalificering slot 7 | 65,3 | 59,9\n"
    "row Mentor slot 8 | 34,7 | 40,1\n"
    "source BIFLIS og indsatsbudget for 2015" },
  { "shares-of-one-whole-are-one-bar",
    { .kind = TAL_CHART_MIX, .series = "Fordeling af borgere i alt" },
    "kind mix\n"
    "title Størst andel: Satspuljeinitiativet ”Flere Skal Med” (36 pct.)\n"
    "subtitle Fordeling af borgere, København, marts 2018\n"
    "col marts 2018\n"
    "row Gruppe 1 (JKI og CAB) | 19\n"
    "row Gruppe 2 (ret og pligt-tilbud) | 4\n"
    "row Satspuljeinitiativet ”Flere Skal Med” | 36\n"
    "row Øvrige indsatser slot 9 | 31\n"
    "source Egne beregninger" },
  { "table-7-is-a-bar-for-each-year",
    { .kind = TAL_CHART_MIX, .series = "Tildelte ressourceforløb efter længde i alt" },
    "kind mix\n"
    "title Tildelte ressourceforløb efter længde\n"
    "subtitle Pct., København, 2013-2015\n"
    "col 2013 | 2014 | 2015\n"
    "row 1-2 år | 64 | 34 | 31\n"
    "row 2-3 år | 29 | 44 | 49\n"
    "row Over 3 år | 7 | 22 | 20\n"
    "source BIFLIS" },
  { "figure-11-has-the-rest-and-what-is-not-known-in-grey",
    { .kind = TAL_CHART_MIX,
      .series = "Andel uden fuldført uddannelse siden grundskolen\n"
                "Andel med uoplyst uddannelsesniveau" },
    "kind mix\n"
    "title Størst andel: Uden fuldført uddannelse siden grundskolen (48 pct.)\n"
    "row Uden fuldført uddannelse siden grundskolen | 48\n"
    "row Med uoplyst uddannelsesniveau slot 7 | 9\n"
    "row Øvrige slot 9 | 43\n"
    "source Danmarks Statistiks Forskningsservice. 2. kvartal 2014" },
  { "what-is-not-told-exactly-has-no-rest",
    { .kind = TAL_CHART_MIX,
      .series = "Aktivitetsparate efter afstand til arbejdsmarkedet i alt (som trykt)" },
    "title Aktivitetsparate efter afstand til arbejdsmarkedet\n"
    "row Tættest på arbejdsmarkedet (A og B) | ca. 25\n"
    "row I midtergruppen (C, D og E) | ca. 33\n"
    "row Længst væk fra arbejdsmarkedet (F og G) | mere end 35\n"
    "note Tallene summer ikke til 100 pct.\n" },
  { "shares-that-overlap-are-no-whole",
    { .kind = TAL_CHART_MIX,
      .series = "Perspektiv: andel kvinder\n"
                "Perspektiv: andel i ordinært job eller småjob" },
    "error There are no figures by target group and offer here. Name totals that are made of "
    "offers." },
  { "a-plan-without-offers",
    { .kind = TAL_CHART_MIX, .plan = "Integrationshandleplanen 2019-2023" },
    "error There are no figures by target group and offer here. Name totals that are made of "
    "offers." },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-mix", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
