/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

static const ChartClaim claims[] = {
  { "table-6-is-the-natural-distribution",
    { .kind = TAL_CHART_DISTRIBUTION },
    "kind distribution\n"
    "title Størst andel: Satspuljeinitiativet ”Flere Skal Med” (36 pct.)\n"
    "subtitle Fordeling af borgere, København, marts 2018\n"
    "caption pct.\n"
    "col Gruppe 1 (JKI og CAB) | Gruppe 2 (ret og pligt-tilbud) | Gruppe 3 (afklaringsforløb eller "
    "med opstartet forberedende plan) | Gruppe 4 (helhedsorienteret mentor) | Satspuljeinitiativet "
    "”Flere Skal Med” | Øvrige indsatser\n"
    "row marts 2018* | 19 | 4 | 6 | 4 | 36 | 31\n"
    "source Egne beregninger" },
  { "table-7-of-three-years",
    { .kind = TAL_CHART_DISTRIBUTION, .series = "Tildelte ressourceforløb efter længde i alt" },
    "kind distribution\n"
    "title Tildelte ressourceforløb efter længde\n"
    "subtitle Pct., København, 2013-2015\n"
    "caption pct.\n"
    "col Tildelte ressourceforløb indstillet 1-2 år | Tildelte ressourceforløb indstillet 2-3 år | "
    "Tildelte ressourceforløb indstillet over 3 år\n"
    "row 2013 | 64 | 29 | 7\n"
    "row 2014 | 34 | 44 | 22\n"
    "row 2015* | 31 | 49 | 20\n"
    "source BIFLIS" },
  { "box-1-by-descent",
    { .kind = TAL_CHART_DISTRIBUTION, .series = "Aktivitetsparate efter herkomst i alt" },
    "kind distribution\n"
    "title Størst andel: Aktivitetsparate af etnisk dansk herkomst (54 pct.)\n"
    "subtitle Aktivitetsparate efter herkomst, København, 1. kvt. 2015\n"
    "caption pct.\n"
    "col Aktivitetsparate af etnisk dansk herkomst | Aktivitetsparate af ikke vestlig herkomst | "
    "Aktivitetsparate af vestlig herkomst\n"
    "row 1. kvt. 2015* | 54 | 41 | 5\n"
    "source Jobindsats.dk og ledelsesinformationssystemet BIFLIS" },
  { "figure-13-does-not-reach-100",
    { .kind = TAL_CHART_DISTRIBUTION,
      .series = "Aktivitetsparate efter afstand til arbejdsmarkedet i alt (som trykt)" },
    "kind distribution\n"
    "title Aktivitetsparate efter afstand til arbejdsmarkedet\n"
    "subtitle Pct., København, 2015\n"
    "caption pct.\n"
    "col Aktivitetsparate tættest på arbejdsmarkedet (A og B) | Aktivitetsparate i midtergruppen "
    "(C, D og E) | Aktivitetsparate længst væk fra arbejdsmarkedet (F og G)\n"
    "row 2015* | ca. 25 | ca. 33 | mere end 35\n"
    "note Tallene summer ikke til 100 pct.\n"
    "source Ledelsesinformationssystemet BIFLIS" },
  { "table-3-does-not-reach-100",
    { .kind = TAL_CHART_DISTRIBUTION,
      .series = "Andel af vejledning og opkvalificering: Basis- og kombinationsforløb\n"
                "Andel af vejledning og opkvalificering: Særlig intensiv pakke\n"
                "Andel af vejledning og opkvalificering: Inklusionspakke\n"
                "Andel af vejledning og opkvalificering: Udviklingspakke\n"
                "Andel af vejledning og opkvalificering: Jobklub" },
    "kind distribution\n"
    "title Størst andel: Basis- og kombinationsforløb (24 pct.)\n"
    "subtitle Andel af vejledning og opkvalificering, København, 2015\n"
    "caption pct.\n"
    "col Basis- og kombinationsforløb | Særlig intensiv pakke | Inklusionspakke | Udviklingspakke "
    "| Jobklub\n"
    "row 2015* | 24 | 13 | 10 | 5 | 4\n"
    "note Tallene summer ikke til 100 pct.\n"
    "source BIFLIS" },
  { "box-6-of-providers",
    { .kind = TAL_CHART_DISTRIBUTION, .series = "Forløb hos leverandører" },
    "kind distribution\n"
    "title Flest forløb: Dansk Råstof (3.011)\n"
    "subtitle Forløb hos leverandør, antal forløb, udsatte borgere, København, 1. halvår 2015\n"
    "caption forløb\n"
    "col Contra | Dansk Råstof | DUCAS | Hans Knudsen Institutet | Hartmanns | Incita | Kofoeds "
    "Skole | Markman | Plan og Handling | Servisio | Væksthuset\n"
    "row 1. halvår 2015* | 447 | 3.011 | 536 | 944 | 239 | 1.517 | 729 | 88 | 1.484 | 1.903 | 593\n"
    "source BIFLIS" },
  { "outcomes-that-overlap",
    { .kind = TAL_CHART_DISTRIBUTION,
      .series = "Personer i familieindsatsens beskæftigelsesindsats" },
    "kind distribution\n"
    "title Flest personer: Virksomhedspraktik (9)\n"
    "subtitle Familieindsatsen, antal personer, aktivitetsparate kontanthjælpsmodtagere over 30 "
    "år, Tingbjerg, 1. januar 2018 - 20. maj 2019\n"
    "caption personer\n"
    "col Fleksjob | Småjob | Løntilskud | Virksomhedspraktik | Jobafklaring | Opkvalificering | "
    "Forberedende plan\n"
    "row 1. januar 2018 - 20. maj 2019* | 1* | 3* | 1* | 9* | 5* | 1* | 2*\n"
    "note Flere mulige pr. person.\n"
    "note * Foreløbig opgørelse, 1. januar 2018 - 20. maj 2019.\n"
    "source Forvaltningens egen opgørelse" },
  { "table-2-by-offer",
    { .kind = TAL_CHART_DISTRIBUTION, .series = "Forløb: Kontanthjælp i alt" },
    "kind distribution\n"
    "title Flest forløb: Aktiveringstilbud (11.526)\n"
    "subtitle Forløb: Kontanthjælp, antal forløb, aktivitetsparate kontanthjælpsmodtagere over 30 "
    "år, København, 2015\n"
    "caption forløb\n"
    "col Fastholdelsesmentor | Helhedsorienteret mentor | Aktiveringstilbud | Uddannelse | Privat "
    "virksomhedspraktik | Offentlig virksomhedspraktik | Offentligt løntilskud | Øvrige private "
    "løntilskud\n"
    "row 2015* | 984 | 8.048 | 11.526 | 856 | 1.874 | 678 | 42 | 200\n"
    "note Alle tal er forventede tal.\n"
    "source BIFLIS og indsatsbudget for 2015" },
  { "box-8-of-refunds",
    { .kind = TAL_CHART_DISTRIBUTION,
      .series = "Refusionssats: uge 1-4\n"
                "Refusionssats: uge 5-26\n"
                "Refusionssats: uge 27-52\n"
                "Refusionssats: fra uge 53" },
    "kind distribution\n"
    "title Refusionssats\n"
    "subtitle Pct., 2016\n"
    "caption pct.\n"
    "col Uge 1-4 | Uge 5-26 | Uge 27-52 | Fra uge 53\n"
    "row 2016* | 80 | 40 | 30 | 20\n"
    "source Refusionsreformen" },
  { "figure-12-of-durations",
    { .kind = TAL_CHART_DISTRIBUTION,
      .series = "Kontanthjælpsforløb med en varighed over 1 år\n"
                "Kontanthjælpsforløb med en varighed over 3 år" },
    "kind distribution\n"
    "title Kontanthjælpsforløb med en varighed over 1 år: knap 77 pct.\n"
    "subtitle Bilag til analyse om udsatte borgere i Københavns Kommune, København, 1. kvt. 2015\n"
    "caption pct.\n"
    "col Kontanthjælpsforløb med en varighed over 1 år | Kontanthjælpsforløb med en varighed over "
    "3 år\n"
    "row 1. kvt. 2015* | knap 77 | godt 40\n"
    "source Jobindsats.dk" },
  { "perspektiv",
    { .kind = TAL_CHART_DISTRIBUTION,
      .series = "Perspektiv: andel kvinder\n"
                "Perspektiv: andel i ordinært job eller småjob\n"
                "Perspektiv: andel startet på en uddannelse" },
    "kind distribution\n"
    "title Perspektiv\n"
    "subtitle Pct. af de familieforsørgede i indsatsen, Mjølnerparken, 2015-18\n"
    "caption pct. af de familieforsørgede i indsatsen\n"
    "col Andel kvinder | Andel i ordinært job eller småjob | Andel startet på en uddannelse\n"
    "row 2015-18* | 94 | 36 | 14\n"
    "source Forvaltningens egen opgørelse" },
  { "running-costs-and-their-stated-total",
    { .kind = TAL_CHART_DISTRIBUTION, .plan = "Driftsmidler 2015" },
    "kind distribution\n"
    "title Størst bevilling: Aktivitetsbevilling: fleksjobvisiterede (14,752 mio. kr.)\n"
    "subtitle Driftsmidler 2015, mio. kr., 2015, i alt 47,6 mio. kr.\n"
    "caption mio. kr.\n"
    "col Rådgivning af socioøkonomiske virksomheder | Fremskudt beskæftigelsesindsats | Ekstra "
    "indsats ifm. koordinerende sagsbehandler og kvalitet i sagsbehandlingen | Håndholdt "
    "virksomhedsindsats for indvandrerkvinder | Forberedende plan for føp fleks | "
    "Rehabiliteringsteam | Tilsagn fra SFR vedr. Fleksjobambassadører | Aktivitetsbevilling: "
    "fleksjobvisiterede | Aktivitetsbevilling: revalidender | Aktivitetsbevilling: ressourceforløb "
    "| Mikrolån | Sundhedsguider med fokus på alkohol | Flere private virksomhedspladser\n"
    "row Bevilling | 0,531 | 5,190 | 1,500 | 0,600 | 0,700 | 9,600 | 2,607 | 14,752 | 1,187 | "
    "5,212 | 1,200 | 0,500 | 4,000\n"
    "note Rækkerne giver 47,6 mio. kr. i alt; der er oplyst 48,8 mio. kr.\n"
    "source Beskæftigelsesaftale 2011, Budgetaftale 2012, Intern bevilling, Overførselssag 2014-15 "
    "og andre" },
  { "the-second-table-9",
    { .kind = TAL_CHART_DISTRIBUTION, .plan = "Indsatsmidler 2015" },
    "kind distribution\n"
    "title Størst bevilling: MUP lokal forankring (5,033 mio. kr.)\n"
    "subtitle Indsatsmidler 2015, mio. kr., 2015, i alt 12,1 mio. kr.\n"
    "caption mio. kr.\n"
    "col Næste stop er job - fokus på socialøkonomiske virksomheder | Lokal Forankring på "
    "Vesterbro og Kgs. Enghave | MUP lokal forankring | BIU særindsatser, IPS | Socioøkonomiske "
    "virksomheder\n"
    "row Bevilling | 1,019 | 2,000 | 5,033 | 2,040 | 2,000\n"
    "source Beskæftigelsesaftale 2013, Budgetaftale 2014 og BIU-beslutning" },
  { "the-second-table-10",
    { .kind = TAL_CHART_DISTRIBUTION, .plan = "Særindsatser 2015" },
    "kind distribution\n"
    "title Størst bevilling: IPS (2,04 mio. kr.)\n"
    "subtitle Særindsatser 2015, mio. kr., 2015, i alt 3,0 mio. kr.\n"
    "caption mio. kr.\n"
    "col Projekt Kompas | IPS\n"
    "row Bevilling | 0,96 | 2,04\n"
    "source Særindsatser 2015" },
  { "the-money-of-the-integration-plan",
    { .kind = TAL_CHART_DISTRIBUTION, .plan = "Integrationshandleplanen 2019-2023" },
    "kind distribution\n"
    "title Størst bevilling: Særlig virksomhedsrettet indsats for kvinder, med fokus på "
    "helbredsafklaring (3,5 mio. kr.)\n"
    "subtitle Integrationshandleplanen 2019-2023, mio. kr., 2023, i alt 10,2 mio. kr.\n"
    "caption mio. kr.\n"
    "col Håndholdt og vedvarende virksomhedsindsats for ledige | Særlig virksomhedsrettet indsats "
    "for kvinder, med fokus på helbredsafklaring | Flere lære- og elevpladser til unge | "
    "Fritidsjob til unge | Forebyggelse af social kontrol\n"
    "row Bevilling | 3,3 | 3,5 | 0,8 | 1,6 | 1,0\n"
    "source Integrationshandleplanen 2019-2023" },
  { "the-money-of-one-initiative",
    { .kind = TAL_CHART_DISTRIBUTION,
      .initiative = "Lave sagsstammer som forudsætning for deltagelse i ”Flere Skal Med 2”" },
    "kind distribution\n"
    "title Medfinansiering\n"
    "subtitle Mio. kr., København, 2020-2021\n"
    "caption mio. kr.\n"
    "col Lavt sagsantal pr. medarbejder | Tværfaglig indsats | Social- og sundhedsindsatser\n"
    "row 2020 | 10,0 | 1,8 | 1,2\n"
    "row 2021* | 10,0 | 1,8 | 1,2\n"
    "note Alle tal er forventede tal.\n"
    "source Budgetnotat BI2" },
  { "67-cases",
    { .kind = TAL_CHART_SUM, .initiative = "Den særlige beskæftigelsesindsats i Mjølnerparken" },
    "kind sum\n"
    "title Mjølnerparken: 67 sager\n"
    "subtitle Antal sager, aktivitetsparate kontanthjælpsmodtagere over 30 år, 2017-18\n"
    "caption sager\n"
    "col Tilkendt fleksjob | Tilkendt førtidspension | Bevilliget ressourceforløb | =sager\n"
    "row sager | 3 | 12 | 52 | 67\n"
    "source Forvaltningens egen opgørelse" },
  { "55-citizens",
    { .kind = TAL_CHART_SUM,
      .initiative =
          "Særlig virksomhedsrettet indsats for kvinder, med fokus på helbredsafklaring" },
    "kind sum\n"
    "title Udsatte ledige kommet i job, deltidsjob eller uddannelse: 55 borgere\n"
    "subtitle Antal borgere, aktivitetsparate kontanthjælpsmodtagere over 30 år, København, 2023\n"
    "caption borgere\n"
    "col Udsatte ledige i beskæftigelse efter virksomhedspraktik eller opkvalificering | Udsatte "
    "ledige gået direkte i job, deltidsjob eller uddannelse | =borgere\n"
    "row borgere | 31 | 24 | 55\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "197-citizens",
    { .kind = TAL_CHART_SUM,
      .initiative = "Håndholdt og vedvarende virksomhedsindsats for ledige" },
    "kind sum\n"
    "title Ledige kommet i job eller uddannelse: 197 borgere\n"
    "subtitle Antal borgere, jobparate kontanthjælpsmodtagere over 30 år, København, 2023\n"
    "caption borgere\n"
    "col Ledige i beskæftigelse efter virksomhedspraktik eller opkvalificering | Ledige gået "
    "direkte i job eller uddannelse | =borgere\n"
    "row borgere | 110 | 87 | 197\n"
    "source Afsluttende status på Integrationshandleplanen 2019-2023, 18. juni 2024" },
  { "no-sum",
    { .kind = TAL_CHART_SUM, .plan = "Driftsmidler 2015" },
    "error There is no sum of counts here. Name a total." },
  { "table-1-from-2015-to-2017",
    { .kind = TAL_CHART_WATERFALL },
    "kind waterfall\n"
    "title Antallet af udsatte borgere er faldet med 8,4 pct. siden 4. kvt. 2015\n"
    "subtitle I alt (ekskl. beskæftigede fleksjobvisiterede), antal fuldtidspersoner, København, "
    "4. kvt. 2015 - 4. kvt. 2017\n"
    "sentence Antallet af udsatte borgere er faldet med 1.445 fra 17.234 i 4. kvt. 2015 til 15.789 "
    "i 4. kvt. 2017 (8,4 pct.).\n"
    "caption fuldtidspersoner\n"
    "col =4. kvt. 2015 | Aktivitetsparate kontanthjælpsmodtagere | Ledige fleksjobsvisiterede | "
    "Borgere i ressourceforløb | Revalidering | =4. kvt. 2017\n"
    "row I alt (ekskl. beskæftigede fleksjobvisiterede) | 17.234 | −2.520 | −149 | 1.322 | −98 | "
    "15.789\n"
    "source Jobindsats.dk" },
  { "table-1-of-one-quarter",
    { .kind = TAL_CHART_WATERFALL,
      .series = "I alt (ekskl. beskæftigede fleksjobvisiterede)",
      .first = "2017-01-01" },
    "kind waterfall\n"
    "title I alt (ekskl. beskæftigede fleksjobvisiterede): 15.789\n"
    "subtitle Antal fuldtidspersoner, København, 4. kvt. 2017\n"
    "caption fuldtidspersoner\n"
    "col Aktivitetsparate kontanthjælpsmodtagere | Ledige fleksjobsvisiterede | Borgere i "
    "ressourceforløb | Revalidering | =I alt\n"
    "row I alt (ekskl. beskæftigede fleksjobvisiterede) | 12.124 | 665 | 2.648 | 352 | 15.789\n"
    "source Jobindsats.dk" },
  { "what-falls-away",
    { .kind = TAL_CHART_WATERFALL,
      .plan = "Budgetnotat BI2 – Byens udsatte ledige hjælpes videre i livet" },
    "kind waterfall\n"
    "title Bevillingsbortfald: 32,8 mio. kr.\n"
    "subtitle Mio. kr., København, 2019\n"
    "caption mio. kr.\n"
    "col Forsøgsafdelingen med lavere sagsstammer | Flere Skal Med 1 | IPS | =I alt\n"
    "row Bevillingsbortfald i alt | 10,0 | 19,2 | 3,6 | 32,8\n"
    "source Budgetnotat BI2" },
  { "table-8-of-courses",
    { .kind = TAL_CHART_WATERFALL, .series = "Forløb i alt" },
    "kind waterfall\n"
    "title Forløb: 28.372\n"
    "subtitle Antal forløb, København, 2015\n"
    "caption forløb\n"
    "col Kontanthjælp i alt | Revalidend i alt | Fleksjobberettiget i alt | Ressourceforløb i alt "
    "| =I alt\n"
    "row Forløb i alt | 24.208 | 772 | 2.250 | 1.142 | 28.372\n"
    "note Alle tal er forventede tal.\n"
    "source BIFLIS og indsatsbudget for 2015" },
  { "table-8-of-money",
    { .kind = TAL_CHART_WATERFALL, .series = "Indsatsbudget i alt" },
    "kind waterfall\n"
    "title Indsatsbudget: 271,2 mio. kr.\n"
    "subtitle Mio. kr., København, 2015\n"
    "caption mio. kr.\n"
    "col Kontanthjælp i alt | Revalidend i alt | Fleksjobberettiget i alt | Ressourceforløb i alt "
    "| =I alt\n"
    "row Indsatsbudget i alt | 218,8 | 14,4 | 14,6 | 23,4 | 271,2\n"
    "source BIFLIS og indsatsbudget for 2015" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  chart_example_add_claims ("compose-parts", claims, G_N_ELEMENTS (claims));
  return g_test_run ();
}
