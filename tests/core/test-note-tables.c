/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-passage.h"
#include "core/tal-note-tables.h"
#include "core/tal-remark.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* A note a line a passage: "|a|b" is a row, "# a" a heading, "* a" an item; an empty line ends
 * a table.  Lines are counted from 1. */
static GPtrArray *
read_note (const char *note)
{
  GPtrArray     *passages = tal_passage_list_new ();
  g_auto (GStrv) lines = g_strsplit (note, "\n", -1);
  guint          table = 1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      if (*line == '|')
        g_ptr_array_add (passages,
                         tal_passage_new_row (i + 1, table, g_strsplit (line + 1, "|", -1)));
      else
        table++;
      if (g_str_has_prefix (line, "# "))
        g_ptr_array_add (passages,
                         tal_passage_new (TAL_PASSAGE_HEADING, i + 1, g_strdup (line + 2)));
      else if (g_str_has_prefix (line, "* "))
        g_ptr_array_add (passages,
                         tal_passage_new (TAL_PASSAGE_LIST_ITEM, i + 1, g_strdup (line + 2)));
      else if (*line != '|' && *line != '\0')
        g_ptr_array_add (passages, tal_passage_new (TAL_PASSAGE_PARAGRAPH, i + 1, g_strdup (line)));
    }

  return passages;
}

/* "9 table-total 47.579" for each remark, with "; " between. */
static char *
dup_found (const char *note)
{
  g_autoptr (GPtrArray) passages = read_note (note);
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  GString              *found = g_string_new (NULL);

  tal_note_tables_check (passages, remarks);
  tal_remark_list_sort (remarks);
  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = remarks->pdata[i];

      g_assert_cmpint (remark->kind, ==, TAL_REMARK_TABLE);
      g_assert_nonnull (remark->quote);
      g_assert_true (g_str_has_suffix (remark->sentence, ".") ||
                     g_str_has_suffix (remark->sentence, "?"));
      g_assert_nonnull (strstr (note, remark->quote));
      g_string_append_printf (found, "%s%u %s%s%s", i > 0 ? "; " : "", remark->line, remark->code,
                              remark->suggestion != NULL ? " " : "",
                              remark->suggestion != NULL ? remark->suggestion : "");
    }

  return g_string_free (found, FALSE);
}

typedef struct
{
  const char *note;
  const char *found; /* "" where the check must be silent */
  const char *wrong; /* what is wrong in the note, or NULL */
  const char *right; /* and with what in its place it is silent */
} Case;

static void
check_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char    *found = dup_found (cases[i].note);
      g_autofree char    *left = NULL;
      g_autoptr (GString) corrected = g_string_new (cases[i].note);

      g_test_message ("case %u: %s", (guint)i, found);
      g_assert_cmpstr (found, ==, cases[i].found);
      if (cases[i].wrong == NULL)
        continue;

      g_assert_cmpuint (g_string_replace (corrected, cases[i].wrong, cases[i].right, 0), >, 0);
      left = dup_found (corrected->str);
      g_assert_cmpstr (left, ==, "");
    }
}

#define GROUPS(sum)                                                                                \
  "|Målgruppe|Tilbud|Antal forløb|Budget (mio. kr.)\n|Kontanthjælp|Mentor|984|18,3\n"           \
  "||Aktivering|11.526|110,7\n|Sum||12.510|129,0\n|Revalidend|Mentor|314|5,0\n||Uddannelse|100|7," \
  "7\n"                                                                                            \
  "|Sum||414|12,7\n|I alt||12.924|" sum
#define GROUPED(total)                                                                            \
  "|Målgruppe|2015|2016|2017\n|Aktivitetsparate|14.644|12.982|12.124\n"                          \
  "|Fleksjobsvisiterede i alt|2.840|2.849|3.016\n|- Heraf i beskæftigelse|2.026|2.140|2.351\n"   \
  "|- Heraf ledige|814|709|665\n|Ressourceforløb|1.326|2.183|2.648\n|Revalidering|450|427|352\n" \
  "|I alt (ekskl. beskæftigede)|17.234|16.301|" total

static void
test_note_totals_are_held_against_rows (void)
{
  static const Case cases[] = {
    /* The difference is a row that was counted twice. */
    { "|Formål|Beløb i "
      "tusinder|Udløb\n|Rådgivning|531|2015\n|Indsats|5.190|2015\n|Mikrolån|1.200|2016\n"
      "|I alt i tusinder|8.121|",
      "5 table-total 6.921", "8.121", "6.921" },
    { "|Leverandør|Antal borgere|Antal fleksjob\n|AS3|87|16\n|Capacent|75|13\n|Hovedtotal|126|29",
      "4 table-total 162", "126", "162" },
    { GROUPS ("141,6"), "8 table-total-rounding 141,7", "141,6", "141,7" },
    { GROUPS ("114,7"), "8 table-total 141,7", "114,7", "141,7" },
    { GROUPED ("15.798"), "8 table-total 15.789", "15.798", "15.789" },
    { "|Gruppe|Fordeling\n|Gruppe 1|19 %\n|Gruppe 2|45 %\n|Øvrige|31 %\n|I alt|100 %",
      "5 table-total 95 %", "45 %", "50 %" },
    { "|Gruppe|Fordeling\n|Gruppe 1|19 %\n|Gruppe 2|50 %\n|Øvrige|31 %\n|I alt|99 %",
      "5 table-total-rounding 100 %", "99 %", "100 %" },
    /* Two digits about, or a nought too many: far off, and yet the sum. */
    { "|Område|Budget i mio. kr.\n|Rusmidler|9,4\n|Myndighed|232,2\n|Ydelser|835,0\n"
      "|I alt|1.706,6",
      "5 table-total 1.076,6", "1.706,6", "1.076,6" },
    { "|Område|Antal\n|Mentor|1.240\n|Praktik|3.418\n|I alt|46.580", "4 table-total 4.658",
      "46.580", "4.658" },
    /* No sums: a mean, the median of a city, overlapping groups, a total of something else. */
    { "|Center|Uger\n|A|8,7\n|B|9,1\n|I alt|8,9", "", NULL, NULL },
    { "|By|Andel\n|København|5,3%\n|Klyngen|3,3%\n|I alt|4,7%", "", NULL, NULL },
    { "|Tilbud|Antal\n|Job|120\n|Praktik|410\n|I alt (unikke borgere)|500", "", NULL, NULL },
    { "|Indsats|2022|2023\n|Mentor|120|140\n|Praktik|300|310\n|Borgere i alt|400|418", "", NULL,
      NULL },
    { "|Tilbud|Antal\n|De to største|120\n|Praktik|410\n|I alt|2.100", "", NULL, NULL },
    { "|Tilbud|Antal\n|Job|120\n|Praktik|..\n|I alt|500", "", NULL, NULL },
    { "|Tilbud|Antal\n|I alt|500\n|Job|120\n|Praktik|380", "", NULL, NULL },
    /* Thousands may have been rounded, one by one. */
    { "|(1.000 kr.)|2020\n|IPS|8.600\n|Service|201\n|I alt|8.800", "4 table-total-rounding 8.801",
      "201", "200" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_note_totals_of_parts_and_columns (void)
{
  static const Case cases[] = {
    { "|Målgruppe|2016|2017\n|Fleksjobsvisiterede i alt|2.849|3.016\n|- Heraf i job|2.140|2.315\n"
      "|- Heraf ledige|709|665",
      "2 table-parts 2.980", "2.315", "2.351" },
    { "|Målgruppe|2017\n|Ledige|814\n|– heraf kvinder|841", "3 table-parts", "841", "481" },
    /* Parts that need not be the whole. */
    { "|Målgruppe|2017\n|Ledige|814\n|- Heraf kvinder|400\n|- Heraf unge|300", "", NULL, NULL },
    { "|Aktiviteter (1.000 kr.)|Område|2020|2021|I "
      "alt*\n|IPS|EI|8.600|8.600|17.200\n|IPS|Service|200|200|600\n"
      "|Udgifter i alt||8.800|8.800|17.800",
      "3 table-row-total 400; 4 table-row-total 17.600", NULL, NULL },
    { "|Aktiviteter|Konto|2020|2021|I "
      "alt*\n|IPS|35.30|8.600|8.600|17.200\n|Drift|35.10|200|200|400\n"
      "|Udgifter i alt||8.800|8.800|17.600",
      "", NULL, NULL },
    { "|Måned|1|2|3|I alt\n|Borgere|10|20|30|60\n|Forløb|5|5|5|16", "3 table-row-total 15", "|16",
      "|15" },
    { "|År|Mænd|Kvinder|I alt|Unge|Ældre|I alt\n|2015|10|20|30|12|18|30\n|2016|11|22|33|13|20|33",
      "", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_note_missing_totals_are_suggested (void)
{
  static const Case cases[] = {
    /* The total stands a place beside its column, as in the committee's own paper. */
    { "|Målgruppe|Tilbud|Antal forløb||Indsatsbudget (mio. kr.)\n|LAB|Mentor|984|4,1%|18,3\n"
      "||Helhedsorienteret|8.048|33,2%|69,4\n||Aktivering|11.526|47,6%|110,7\n||Uddannelse|3.650|"
      "15,1%|20,4\n"
      "|Sum|||24.208|",
      "6 table-total-missing 218,8", "|24.208|", "|24.208||218,8" },
    { "|Formål|Beløb i tusinder|Udløb\n|Et|1.019|2016\n|To|2.000|2015\n|I alt|3.019|", "", NULL,
      NULL },
    { "|Tilbud|Antal|Gennemsnitligt antal uger\n|Job|120|8\n|Praktik|410|4\n|I alt|530|", "", NULL,
      NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_note_shares_are_held_against_counts (void)
{
  static const Case cases[] = {
    /* A change in per cent, without the sign. */
    { "|Ydelse|2020|2021|Udvikling 2020-2021|Udvikling i pct.\n|A-dagpenge|744|596|-148|-18,9\n"
      "|Kontanthjælp|801|655|-146|-18,2\n|Sygedagpenge|498|471|-27|-5,4\n"
      "|Fleksjob|402|437|35|8,7\n",
      "2 table-ratio -19,9", "-18,9", "-19,9" },
    { "|Tilbud|Antal "
      "forløb|\n|Mentor|314|40,7%\n|Aktivering|258|33,4%\n|Uddannelse|200|29,5%\n|Sum|772|",
      "4 table-share 25,9%", "29,5", "25,9" },
    { "|Tilbud|Antal forløb|\n|Mentor|102|4,5 pct.\n|Aktivering|1.022|45,4 pct.\n|Praktik|546|24,3 "
      "pct.\n|Fleksjob|580|25,8 pct.\n"
      "|Sum|2.250|",
      "", NULL, NULL },
    { "|Tilbud|Antal forløb|\n|Mentor|1|33,3%\n|Aktivering|1|33,3%\n|Fleksjob|1|33,3%\n|Sum|3|",
      "2 table-shares-rounding", NULL, NULL },
    { "|Leverandør|Antal forløb|Antal placeringer|Antal placeringer per "
      "forløb\n|Contra|123|21|0,17\n|DUCAS|20|3|0,15\n"
      "|Incita|297|52|0,18\n|Kofoeds Skole|203|1|0,00\n|Servisio|533|12|0,20",
      "5 table-ratio-zero 0,005; 6 table-ratio 0,02", NULL, NULL },
    { "|Længde|2013|2014|2015\n|1-2 år|64%|34%|31%\n|2-3 år|29%|44%|94%\n|over 3 år|7%|22%|20%",
      "2 table-distribution", "94%", "49%" },
    { "|Længde|2013|2014|2015\n|1-2 år|64%|34%|31%\n|2-3 år|29%|44%|48%\n|over 3 år|7%|22%|20%",
      "2 table-shares-rounding", "48%", "49%" },
    { "|By|2015|2016\n|København|5,3%|4,7%\n|Klyngen|3,3%|3,0%", "", NULL, NULL },
    { "|Tilbud|Andel\n|A|4,1%\n|B|3,5%\n|C|7,74%\n|D|2,8%\n|E|0,2%", "4 table-decimals 7,7%",
      "7,74", "7,7" },
    { "|Mål|Status\n|A|84%\n|B|85%\n|C|8,7%", "", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

#define ACCOUNTS(budget, used)                                               \
  "|Område (mio. kr.)|Budget|Regnskab|Afvigelse|Forbrug i pct.\n"           \
  "|Kontanthjælp|120,4|118,9|-1,5|98,8 %\n|Sygedagpenge|88,2|91,0|2,8|" used \
  " %\n|Fleksjob|45,6|44,1|-1,5|96,7 %\n|I alt|" budget "|254,0|-0,2|99,9 %"
#define BENEFITS(later, change)                                                       \
  "|Ydelse|2022|2023|Udvikling|Udvikling i pct.\n|Dagpenge|1203|" later "|107|8,9%\n" \
  "|Kontanthjælp|1950|1880|-70|" change                                               \
  "\n|- heraf parate|1410|1290|-120|-8,5%\n|Sygedagpenge|845|860|15|1,8%"

static void
test_note_ratios_are_held_against_columns (void)
{
  static const Case cases[] = {
    { ACCOUNTS ("254,2", "102,3"), "3 table-ratio 103,2 %", "102,3", "103,2" },
    /* A difference of sums that were rounded may be off by their last decimal. */
    { ACCOUNTS ("254,2", "103,2"), "", NULL, NULL },
    { BENEFITS ("1310", "-6,3%"), "3 table-ratio -3,6%", "-6,3", "-3,6" },
    { BENEFITS ("1301", "-3,6%"), "2 table-ratio 98", NULL, NULL },
    /* Changes without their differences. */
    { "|Ydelse|2022|2023|I pct.\n|A|1000|1100|10%\n|B|200|150|-25%\n|C|400|500|25%\n|D|100|140|4%",
      "5 table-ratio 40%", "4%", "40%" },
    { "|Mål|1. kvt.|2. kvt.|Hele året\n|Personer|410|420|415\n|Uger|41,2|40,0|40,6", "", NULL,
      NULL },
    { "|Gruppe|Ja|Nej|I alt\n|Kvinder|45%|55%|100%\n|Mænd|51%|49%|100%\n|Alle|48%|52%|100%", "",
      NULL, NULL },
    { "|Post|Beløb\n|Udgifter|1.250\n|Indtægter|-350\n|Netto i alt|900", "", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_note_headings_are_held_against_columns (void)
{
  static const Case cases[] = {
    { "||Antal aktivitetsparate 2015|Antal aktivitetsparate "
      "2016\n|København|5,3%|4,7%\n|Klyngen|3,3%|3,0%",
      "1 heading-unit Andel aktivitetsparate 2015", "Antal", "Andel" },
    { "|By|Andel ledige\n|København|545\n|Aarhus|210", "1 heading-unit", "Andel ledige", "Ledige" },
    { "|By|Antal|\n|København|60|60 %\n|Aarhus|40|40 %", "", NULL, NULL },
    { "Tabel 9 opgør antal forløb i 2014 og antal af fleksjob.\nTabel 9: Fleksjob\n"
      "|Leverandør|Antal Borgere|Antal Fleksjob\n|AS3|87|16\n|Capacent|75|13",
      "3 heading-noun Antal forløb", "Antal Borgere", "Antal forløb" },
    { "Tabel 10 viser antal virksomhedsplaceringer, sammenholdt med antal forløb.\nTabel 10: "
      "Leverandører\n"
      "|Leverandør|Antal forløb|Antal virksomhedsplaceringer\n|A|123|21\n|B|20|3",
      "", NULL, NULL },
    { "Tabel 1 viser antallet af personer.\nTabel 1: Ledige\n|By|Antal borgere\n|A|12|\n|B|14|", "",
      NULL, NULL },
    { "Boks 6: Leverandører\n|Leverandør|Antal forløb 1. halvår "
      "2015\n|Contra|447\n|DUCAS|536\nAnm: Perioden er 1. kvartal 2015",
      "5 heading-period 1. halvår 2015", "1. kvartal", "1. halvår" },
    { "Tabel 1: Ledige\n|By|1. kvt. 2015|2. kvt. 2015\n|A|12|14\n|B|14|15\nAnm: Perioden er 1. "
      "halvår 2015",
      "", NULL, NULL },
    { "Tabel 1: Ledige i 1. kvt. 2015\n|By|Antal\n|A|12\n|B|14\nAnm: Perioden er 1. kvartal 2015",
      "", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

#define PROVIDERS \
  "|Leverandør|Antal forløb\n|Contra|447\n|DUCAS|536\n|Incita|1.517\n|For fleksjobbere|\n|AS3|7"

static void
test_note_counts_are_held_against_rows (void)
{
  static const Case cases[] = {
    { "Der er 3 private leverandører. Boks 6 viser dem.\nBoks 6: Leverandører\n" PROVIDERS,
      "1 row-count 4", "3 private", "4 private" },
    { "Boks 6: Leverandører\nDer er fem leverandører, og 3 af disse er for unge:\n" PROVIDERS,
      "2 row-count 4", "fem", "fire" },
    { "Mindst 2 leverandører, to af de 4 leverandører, jf. boks 6.\nBoks 6: "
      "Leverandører\n" PROVIDERS,
      "", NULL, NULL },
    { "Der er 12 leverandører i alt.\nBoks 6: Leverandører\n" PROVIDERS, "", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_note_references_are_followed (void)
{
  static const Case cases[] = {
    { "Tabel 9: Et\nTablet 9: To", "2 caption-twice", "Tablet 9", "Tabel 10" },
    { "Tabel 9: Et ..... 3\nTabel 9: Et", "", NULL, NULL }, /* a list of tables */
    { "Tabel 1: Et\nTabel 1: Et (fortsat)\nTabel 1: Et", "", NULL, NULL },
    { "Tabel 1: Et\nSe tabel 2.", "2 caption-missing", "tabel 2", "tabel 1" },
    { "Tabel 1: Et\nSe tabel 2 i rapporten.", "", NULL, NULL },
    { "Se tabel 2.", "", NULL, NULL }, /* no table has a number here */
    { "Se tabel 1.\nTabel 1 - Et\n|A|1\nTabel 1 sammenfatter økonomien.\nTabel 2 - To\n|B|2",
      "4 caption-other Tabel 2", "Tabel 1 sammen", "Tabel 2 sammen" },
    { "Figur 13: Et\nKilde: BIFLIS\nTabellen viser, at ca. 25 pct. er tæt på.",
      "3 caption-other Figuren viser", "Tabellen", "Figuren" },
    { "Figur 13: Et\n|A|1\nTabellen viser, at 25 pct. er tæt på.", "", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_note_periods_can_be (void)
{
  static const Case cases[] = {
    { "Det søges til i perioden 202-2021.\nOg i perioden 2020-2021.", "1 year-span 2020-2021",
      "202-", "2020-" },
    { "Det søges til i perioden 202-2021.", "1 year-span", "202-", "2020-" },
    { "I perioden 2021-2019.", "1 year-span 2019-2021", "2021-2019", "2019-2021" },
    { "|Ydelse|Udvikling 2023-2022\n|A|5", "", NULL, NULL },
    { "Sagsnr. 2021-2019, 200-2000 kr., 2017-18, 2024-26, 2019-0124225, 40-49-årige", "", NULL,
      NULL },
    { "I perioden 1. januar 2016 til 30. december 2017.", "1 period-end 31. december 2017", "30.",
      "31." },
    { "I perioden 1. januar 2016 til 30. november 2016.", "", NULL, NULL },
    { "Fra 15. januar 2016 til 30. december 2017.", "", NULL, NULL },
    { "I perioden 1. februar 2015 - 28. februar 2015, 1. marts 2099 til 39. undecimber 2017.", "",
      NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* A table in two parts under the same heading is one, with a note between. */
static void
test_note_tables_go_on (void)
{
  static const Case cases[] = {
    { "Tabel 8: Midler\n|Formål|Beløb\n|Et|531\n|To|5.190\nJKI er et "
      "jobcenter\n|Formål|Beløb\n|Tre|700\n|I alt|6.421",
      "", NULL, NULL },
    { "Tabel 8: Midler\n|Formål|Beløb\n|Et|531\n|To|5.190\nTabel 9: "
      "Mere\n|Formål|Beløb\n|Tre|700\n|Fire|300\n|I alt|1.000",
      "", NULL, NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_note_odd_tables_are_left_alone (void)
{
  static const Case cases[] = {
    { "", "", NULL, NULL },
    { "|", "", NULL, NULL },
    { "|I alt", "", NULL, NULL },
    { "|I alt|5", "", NULL, NULL },
    { "|heraf|5\n|heraf|6", "", NULL, NULL },
    { "||||\n|a|b\n|1|2|3|4|5\n|I alt\n|Sum||||||9", "", NULL, NULL },
    { "|Princip|Indsats\n|Et|To\n|I alt|Tre", "", NULL, NULL },
    { "|A|999999999999999999\n|B|999999999999999999\n|I alt|999999999999999999", "", NULL, NULL },
    { "|A|-5\n|B|0,00\n|C|0 %\n|I alt|0", "", NULL, NULL },
    { "|A|0|0|0,00\n|B|0|0|0,00\n|C|0|0|0,00\n|D|0|0|0,00", "", NULL, NULL },
    { "Tabel 999999999999: x\nTabel 0: y\nTabel : z", "", NULL, NULL },
  };
  GString *wide = g_string_new ("|Sum");
  GString *high = g_string_new ("");

  check_cases (cases, G_N_ELEMENTS (cases));

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append (wide, "|7");
      g_string_append (high, "|I alt|7|8\n");
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *note = g_string_free (i == 0 ? wide : high, FALSE);
      g_autofree char *found = dup_found (note);

      g_assert_cmpstr (found, ==, "");
    }
}

static void
test_note_sentences_name_the_row (void)
{
  g_autoptr (GPtrArray) passages =
      read_note ("|Formål|Beløb\n|Indsats|5.190\n|Mikrolån|1.200\n|I alt|7.590");
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  const TalRemark      *remark = NULL;

  tal_note_tables_check (passages, remarks);
  g_assert_cmpuint (remarks->len, ==, 1);
  remark = remarks->pdata[0];
  g_assert_cmpint (remark->severity, ==, TAL_SEVERITY_ERROR);
  g_assert_cmpstr (remark->quote, ==, "7.590");
  g_assert_nonnull (strstr (remark->sentence, "6.390"));
  g_assert_nonnull (strstr (remark->sentence, "Mikrolån"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/note-tables/totals-are-held-against-rows",
                   test_note_totals_are_held_against_rows);
  g_test_add_func ("/core/note-tables/totals-of-parts-and-columns",
                   test_note_totals_of_parts_and_columns);
  g_test_add_func ("/core/note-tables/missing-totals-are-suggested",
                   test_note_missing_totals_are_suggested);
  g_test_add_func ("/core/note-tables/shares-are-held-against-counts",
                   test_note_shares_are_held_against_counts);
  g_test_add_func ("/core/note-tables/ratios-are-held-against-columns",
                   test_note_ratios_are_held_against_columns);
  g_test_add_func ("/core/note-tables/headings-are-held-against-columns",
                   test_note_headings_are_held_against_columns);
  g_test_add_func ("/core/note-tables/counts-are-held-against-rows",
                   test_note_counts_are_held_against_rows);
  g_test_add_func ("/core/note-tables/references-are-followed", test_note_references_are_followed);
  g_test_add_func ("/core/note-tables/periods-can-be", test_note_periods_can_be);
  g_test_add_func ("/core/note-tables/tables-go-on", test_note_tables_go_on);
  g_test_add_func ("/core/note-tables/odd-tables-are-left-alone",
                   test_note_odd_tables_are_left_alone);
  g_test_add_func ("/core/note-tables/sentences-name-the-row", test_note_sentences_name_the_row);
  return g_test_run ();
}
