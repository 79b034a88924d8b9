/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "the-budget-note-is-the-natural-plan",
    { .kind = TAL_CHART_TIMELINE },
    "kind timeline\n"
    "title I 2019 bortfaldt 32,8 mio. kr. fordelt på 3 bevillinger\n"
    "subtitle Budgetnotat BI2 – Byens udsatte ledige hjælpes videre i livet, mio. kr., 2017-2023\n"
    "caption mio. kr.\n"
    "col 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023\n"
    "row I alt | 2,75 | 3,50 | 32,80 | 21,80 | 21,80 | 8,80 | 8,80\n"
    "span Fortsættelse og udvidelse af IPS-indsatsen | Overførselssagen 2016-17 IPS BC | 3,5 mio. "
    "kr. i 2018 | slot 4 | 201700-201900?\n"
    "span Forsøgsafdelingen med lavere sagsstammer på Jobcenter København, Lærkevej | Budget 2018 "
    "| 10 mio. kr. | slot 1 | 201900-202000]\n"
    "span Flere Skal Med 1 | Satspuljen (Beskæftigelsesministeriet) | 19,2 mio. kr. | slot 2 | "
    "201900-202000]\n"
    "span Fortsættelse og udvidelse af IPS-indsatsen | Overførselssagen 2018-2019 | 3,6 mio. kr. | "
    "slot 5 | 201900-202000]\n"
    "span Lave sagsstammer som forudsætning for deltagelse i ”Flere Skal Med 2” | Budgetnotat BI2 "
    "| 13 mio. kr. årligt | slot 3 | 202000-202200]\n"
    "span Fortsættelse og udvidelse af IPS-indsatsen | Budgetnotat BI2 | 8,8 mio. kr. årligt | "
    "slot 3 | 202000-202400->\n"
    "note Beløbene har forskelligt pris- og lønniveau.\n"
    "source Budget 2018, Satspuljen (Beskæftigelsesministeriet), Budgetnotat BI2, Overførselssagen "
    "2016-17 IPS BC og andre" },
  { "running-costs-2015",
    { .kind = TAL_CHART_TIMELINE, .plan = "Driftsmidler 2015" },
    "kind timeline\n"
    "title I 2015 bortfaldt 32,2 mio. kr. fordelt på 9 bevillinger\n"
    "subtitle Driftsmidler 2015, mio. kr., 2015, i alt 47,6 mio. kr.\n"
    "caption mio. kr.\n"
    "span Rådgivning af socioøkonomiske virksomheder | Beskæftigelsesaftale 2011 | 531.000 kr. | "
    "slot 1 | 201500-201700...\n"
    "span Fremskudt beskæftigelsesindsats | Budgetaftale 2012 | 5,2 mio. kr. | slot 2 | "
    "201500-201600]\n"
    "span Ekstra indsats ifm. koordinerende sagsbehandler og kvalitet i sagsbehandlingen | Intern "
    "bevilling | 1,5 mio. kr. | slot 3 | 201500-201600]\n"
    "span Håndholdt virksomhedsindsats for indvandrerkvinder | Intern bevilling | 0,6 mio. kr. | "
    "slot 3 | 201500-201600]\n"
    "span Forberedende plan for føp fleks | Overførselssag 2014-15 | 0,7 mio. kr. | slot 4 | "
    "201500-201600]\n"
    "span Rehabiliteringsteam | Budgetaftale 2015 | 9,6 mio. kr. | slot 5 | 201500-201600\\\n"
    "span Tilsagn fra SFR vedr. Fleksjobambassadører | Andre kilder | 2,6 mio. kr. | slot 6 | "
    "201500-201600]\n"
    "span Aktivitetsbevilling: fleksjobvisiterede | Intern bevilling | 14,8 mio. kr. | slot 3 | "
    "201500-201600]\n"
    "span Aktivitetsbevilling: revalidender | Intern bevilling | 1,2 mio. kr. | slot 3 | "
    "201500-201600]\n"
    "span Aktivitetsbevilling: ressourceforløb | Andre kilder | 5,2 mio. kr. | slot 6 | "
    "201500-201600]\n"
    "span Sundhedsguider med fokus på alkohol | Andre kilder | 0,5 mio. kr. | slot 6 | "
    "201500-201600]\n"
    "span Mikrolån | Budgetaftale 2015 | 1,2 mio. kr. | slot 5 | 201500-201700]\n"
    "span Flere private virksomhedspladser | Budgetaftale 2015 | 4,0 mio. kr. | slot 5 | "
    "201500-201700]\n"
    "source Beskæftigelsesaftale 2011, Budgetaftale 2012, Intern bevilling, Overførselssag 2014-15 "
    "og andre" },
  { "one-initiative",
    { .kind = TAL_CHART_TIMELINE, .initiative = "Fortsættelse og udvidelse af IPS-indsatsen" },
    "kind timeline\n"
    "title I 2019 bortfaldt 3,6 mio. kr.\n"
    "subtitle Fortsættelse og udvidelse af IPS-indsatsen, mio. kr., 2017-2023\n"
    "caption mio. kr.\n"
    "col 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023\n"
    "row I alt | 2,75 | 3,50 | 3,60 | 8,80 | 8,80 | 8,80 | 8,80\n"
    "span Overførselssagen 2016-17 IPS BC | Overførselssagen 2016-17 IPS BC | 3,5 mio. kr. i 2018 "
    "| slot 1 | 201700-201900?\n"
    "span Overførselssagen 2018-2019 | Overførselssagen 2018-2019 | 3,6 mio. kr. | slot 2 | "
    "201900-202000]\n"
    "span Budgetnotat BI2 | Budgetnotat BI2 | 8,8 mio. kr. årligt | slot 3 | 202000-202400->\n"
    "note Beløbene har forskelligt pris- og lønniveau.\n"
    "source Overførselssagen 2016-17 IPS BC, Overførselssagen 2018-2019 og Budgetnotat BI2" },
  { "a-plan-without-money",
    { .kind = TAL_CHART_TIMELINE, .plan = "Områdebaserede beskæftigelsesindsatser" },
    "kind timeline\n"
    "title Alle 7 indsatser er afsluttet\n"
    "subtitle Områdebaserede beskæftigelsesindsatser\n"
    "span Den fremskudte beskæftigelsesindsats i Tingbjerg og Urbanplanen | Afsluttet | - | slot 6 "
    "| 201600-202100]\n"
    "span Den tidligere fremskudte beskæftigelsesindsats | Afsluttet | - | slot 6 | "
    "200900-201600]\n"
    "span De lokalt forankrede beskæftigelsesindsatser | Afsluttet | - | slot 6 | 201300-202100]\n"
    "span Den særlige beskæftigelsesindsats i Mjølnerparken | Afsluttet | - | slot 6 | "
    "201700-202100]\n"
    "span Den helhedsorienterede familieindsats i Tingbjerg | Afsluttet | - | slot 6 | "
    "201800-202100]\n"
    "span Projekt Perspektiv | Afsluttet | - | slot 6 | 201500-201924]\n"
    "span IPS-indsatsen i Sydhavnen | Afsluttet | - | slot 6 | 201900-202200]" },
  { "neither-money-nor-days",
    { .kind = TAL_CHART_TIMELINE, .plan = "Aftale om udsatte borgere" },
    "error There is no money and no initiative with its days here. Name a plan that has them." },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-timeline", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
