/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "the-integration-plan-is-the-natural-plan",
    { .kind = TAL_CHART_BULLET },
    "kind bullet\n"
    "title 9 af 11 mål blev opnået i 2023\n"
    "subtitle Resultat og mål, Integrationshandleplanen 2019-2023\n"
    "sentence 9 af 11 mål blev opnået i 2023.\n"
    "| 545 | - | mål 350 helårspladser | Opnået\n"
    "| 49 pct. | 268 af 545 borgere | mål 75 pct. | Ikke opnået\n"
    "| 41 pct. | 110 af 268 borgere | mål 40 pct. | Opnået\n"
    "| 348 | - | mål 225 helårspladser | Opnået\n"
    "| 51 pct. | 179 af 348 borgere | mål 80 pct. | Ikke opnået\n"
    "| 21 pct. | 31 borgere | mål 15 pct. | Opnået\n"
    "| 50 | - | mål 50 | Opnået\n"
    "| 50 | 50 af 50 unge | mål alle | Opnået\n"
    "| 110 | - | mål 110 | Opnået\n"
    "| 50 pct. | 55 af 110 unge | mål halvdelen | Opnået\n"
    "| 2.568 | - | mål 1.500 | Opnået\n"
    "note Forskellige nævnere, definitioner, målgrupper og nævnere, der ikke alle er oplyst; "
    "procentsatserne kan ikke sammenlignes.\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "the-housing-area-has-one-of-four",
    { .kind = TAL_CHART_BULLET, .initiative = "Den særlige beskæftigelsesindsats i Mjølnerparken" },
    "kind bullet\n"
    "title 1 af 4 mål er opnået (foreløbige tal)\n"
    "subtitle Resultat og mål, Den særlige beskæftigelsesindsats i Mjølnerparken\n"
    "sentence 1 af 4 mål er opnået (foreløbige tal).\n"
    "| 29 pct.* | i perioden januar 2017 - juli 2018 | mål 20 pct. | Allerede opnået\n"
    "| 42 pct.* | i perioden januar 2017 - juli 2018 | mål 75 pct. | Endnu ikke opnået\n"
    "| 53 pct. | i 2017-18 | mål 80 pct. | Ikke opnået\n"
    "| 59 pct. | i 2017-18 | mål 80 pct. | Ikke opnået\n"
    "note Forskellige nævnere, målgrupper, tilbud, måleperioder, kilder, målemetoder og "
    "opgørelsestyper; procentsatserne kan ikke sammenlignes.\n"
    "note * Foreløbig opgørelse, januar 2017 - juli 2018.\n"
    "source DREAM, BIFLIS (Aktiveringskuben) og BIFLIS (Udviklingsmålskuben)" },
  { "levels-of-another-unit",
    { .kind = TAL_CHART_BULLET,
      .initiative = "Den fremskudte beskæftigelsesindsats i Tingbjerg og Urbanplanen" },
    "kind bullet\n"
    "title 4 af 5 mål blev opnået\n"
    "subtitle Resultat og mål, Den fremskudte beskæftigelsesindsats i Tingbjerg og Urbanplanen\n"
    "sentence 4 af 5 mål blev opnået.\n"
    "| 87 pct. | i perioden marts 2017 - august 2018 | JKI 84 pct. | Opnået (niveau)\n"
    "| 88 pct. | i perioden marts 2017 - august 2018 | JKI 85 pct. | Opnået (niveau)\n"
    "| 7,3 pct. | i perioden marts 2017 - august 2018 | JKI 8,7 pct. | Opnået (niveau)\n"
    "| 10 pct. | i perioden januar 2016 - oktober 2017 | mål 5 pct. | Opnået\n"
    "| 39 pct. | i perioden januar 2016 - august 2018 | mål 70 pct. | Ikke opnået\n"
    "note Forskellige optællinger, nævnere, definitioner, måleperioder og målemetoder; "
    "procentsatserne kan ikke sammenlignes.\n"
    "source Forvaltningens egen opgørelse" },
  { "an-earlier-result-to-be-kept",
    { .kind = TAL_CHART_BULLET, .initiative = "Fortsættelse og udvidelse af IPS-indsatsen" },
    "kind bullet\n"
    "title Målet er ikke opgjort endnu\n"
    "subtitle Resultat og mål, Fortsættelse og udvidelse af IPS-indsatsen\n"
    "sentence Målet er ikke opgjort endnu.\n"
    "| ikke opgjort | - | fastholde 62,4 pct. | Ikke opgjort\n"
    "source Budgetnotat BI2" },
  { "goals-that-nobody-measures",
    { .kind = TAL_CHART_BULLET, .plan = "Aftale om udsatte borgere" },
    "kind bullet\n"
    "title Ingen af målene er opgjort endnu\n"
    "subtitle Resultat og mål, Aftale om udsatte borgere\n"
    "sentence Ingen af målene er opgjort endnu.\n"
    "| måles ikke | - | - | Ikke opgjort\n"
    "| måles ikke | - | - | Ikke opgjort\n"
    "| måles ikke | - | - | Ikke opgjort\n"
    "| måles ikke | - | - | Ikke opgjort\n"
    "| måles ikke | - | - | Ikke opgjort\n"
    "| måles ikke | - | - | Ikke opgjort\n"
    "| ikke opgjort | - | intet måltal | Intet måltal\n"
    "source Aftale om udsatte borgere" },
  { "four-grown-ups",
    { .kind = TAL_CHART_BULLET, .initiative = "Den helhedsorienterede familieindsats i Tingbjerg" },
    "kind bullet\n"
    "title Ingen af målene er opgjort endnu\n"
    "subtitle Resultat og mål, Den helhedsorienterede familieindsats i Tingbjerg\n"
    "sentence Ingen af målene er opgjort endnu.\n"
    "| måles ikke | - | - | Ikke opgjort\n"
    "| ikke opgjort | - | mål 4 | Ikke opgjort\n"
    "| måles ikke | - | - | Ikke opgjort\n"
    "source Forvaltningens egen opgørelse" },
  { "a-strip-of-eleven",
    { .kind = TAL_CHART_STRIP, .plan = "Integrationshandleplanen 2019-2023" },
    "kind strip\n"
    "title 9 af 11 mål blev opnået i 2023\n"
    "subtitle Resultat og mål, Integrationshandleplanen 2019-2023\n"
    "sentence 9 af 11 mål blev opnået i 2023.\n"
    "| 545 | - | mål 350 helårspladser | Opnået\n"
    "| 49 pct. | 268 af 545 borgere | mål 75 pct. | Ikke opnået\n"
    "| 41 pct. | 110 af 268 borgere | mål 40 pct. | Opnået\n"
    "| 348 | - | mål 225 helårspladser | Opnået\n"
    "| 51 pct. | 179 af 348 borgere | mål 80 pct. | Ikke opnået\n"
    "| 21 pct. | 31 borgere | mål 15 pct. | Opnået\n"
    "| 50 | - | mål 50 | Opnået\n"
    "| 50 | 50 af 50 unge | mål alle | Opnået\n"
    "| 110 | - | mål 110 | Opnået\n"
    "| 50 pct. | 55 af 110 unge | mål halvdelen | Opnået\n"
    "| 2.568 | - | mål 1.500 | Opnået\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "no-goals",
    { .kind = TAL_CHART_BULLET, .plan = "Driftsmidler 2015" },
    "error There are no goals here. Name a plan or an initiative with goals." },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-goals", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
