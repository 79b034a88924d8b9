/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "initiative-1",
    { .kind = TAL_CHART_FUNNEL,
      .initiative = "Håndholdt og vedvarende virksomhedsindsats for ledige" },
    "kind funnel\n"
    "title 110 af 545 deltagere: ledige i beskæftigelse efter virksomhedspraktik eller "
    "opkvalificering\n"
    "subtitle Antal personer, jobparate kontanthjælpsmodtagere over 30 år, København, 2023\n"
    "col Deltagere i virksomhedsindsatsen for ledige | +Ledige gået direkte i job eller uddannelse "
    "| Ledige i virksomhedsplacering, opkvalificering eller uddannelsesforløb | Ledige i "
    "beskæftigelse efter virksomhedspraktik eller opkvalificering\n"
    "row Antal | 545 | 87 | 268 | 110\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "initiative-2-with-an-unknown-base",
    { .kind = TAL_CHART_FUNNEL,
      .initiative =
          "Særlig virksomhedsrettet indsats for kvinder, med fokus på helbredsafklaring" },
    "kind funnel\n"
    "title Særlig virksomhedsrettet indsats for kvinder, med fokus på helbredsafklaring\n"
    "subtitle Antal personer, aktivitetsparate kontanthjælpsmodtagere over 30 år, København, 2023\n"
    "col Deltagere i den virksomhedsrettede indsats for kvinder | +Udsatte ledige gået direkte i "
    "job, deltidsjob eller uddannelse | Udsatte ledige i virksomhedsplacering, opkvalificering "
    "eller med forberedende plan | Grundlaget for andelen (ikke oplyst) | Udsatte ledige i "
    "beskæftigelse efter virksomhedspraktik eller opkvalificering\n"
    "row Antal | 348 | 24 | 179 | .. | 31\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "initiative-3",
    { .kind = TAL_CHART_FUNNEL, .initiative = "Flere lære- og elevpladser til unge" },
    "kind funnel\n"
    "title 50 af 50 unge: unge, der har fået en lære- eller elevplads\n"
    "subtitle Antal unge, unge med minoritetsbaggrund, København, 2023\n"
    "col Unge i lære- og elevpladsindsatsen | Unge, der har fået en lære- eller elevplads\n"
    "row Antal | 50 | 50\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "counts-that-are-named",
    { .kind = TAL_CHART_FUNNEL,
      .series = "Deltagere i virksomhedsindsatsen for ledige\n"
                "Ledige gået direkte i job eller uddannelse" },
    "kind funnel\n"
    "title 87 af 545 deltagere: ledige gået direkte i job eller uddannelse\n"
    "subtitle Antal personer, jobparate kontanthjælpsmodtagere over 30 år, København, 2023\n"
    "col Deltagere i virksomhedsindsatsen for ledige | Ledige gået direkte i job eller uddannelse\n"
    "row Antal | 545 | 87\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "goals-that-do-not-build-upon-one-another",
    { .kind = TAL_CHART_FUNNEL, .initiative = "Den særlige beskæftigelsesindsats i Mjølnerparken" },
    "error There are no goals that build upon one another here. Name their initiative." },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-funnel", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
