/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "table-10-of-providers",
    { .kind = TAL_CHART_DOTS },
    "kind dots\n"
    "title Virksomhedsplaceringer pr. forløb\n"
    "subtitle København, marts 2015 - maj 2015\n"
    "caption virksomhedsplaceringer pr. forløb\n"
    "col Dansk Råstof (822 forløb) | Servisio (533 forløb) | Incita (297 forløb) | Plan og "
    "Handling (258 forløb) | Hans Knudsen Institutet (214 forløb) | Kofoeds Skole (203 forløb) | "
    "Contra (123 forløb) | Væksthuset (110 forløb) | Hartmanns (78 forløb) | DUCAS (hul) (20 "
    "forløb) | Markman (hul) (11 forløb)\n"
    "row virksomhedsplaceringer pr. forløb | 0,10 | 0,02 | 0,18 | 0,12 | 0,13 | 0,005 | 0,17 | "
    "0,05 "
    "| 0,09 | 0,15 | 0,18\n"
    "note Hul cirkel: færre end 30 forløb.\n"
    "source BIFLIS" },
  { "table-9-of-providers",
    { .kind = TAL_CHART_DOTS,
      .series = "Etablerede fleksjob pr. 100 forløb: AS3 Employment\n"
                "Etablerede fleksjob pr. 100 forløb: Capacent IKU" },
    "kind dots\n"
    "title Etablerede fleksjob pr. 100 forløb\n"
    "subtitle Pct. af forløb hos leverandøren, København, 2014\n"
    "caption pct. af forløb hos leverandøren\n"
    "col AS3 Employment (87 forløb) | Capacent IKU (75 forløb)\n"
    "row pct. af forløb hos leverandøren | 18,4 | 17,3\n"
    "note Etablerede fleksjob ud af forløb hos leverandøren.\n"
    "source BIFLIS" },
  { "none-in-a-plan-without-providers",
    { .kind = TAL_CHART_DOTS, .plan = "Integrationshandleplanen 2019-2023" },
    "error There are no ratios by provider here. Name the series." },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-dots", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
