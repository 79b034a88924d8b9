/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-mention.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

static const char *const unit_names[] = { "", " pct", " pp", " kr", " gange" };
static const char *const approximation_names[] = { "",        "ca ",   "godt ", "knap ",
                                                   "næsten ", "over ", "under " };
static const char *const bound_names[] = { "", "mindst ", "højst " };

/* "ca 410 fagpersoner", "4/6 forsøg", "3.3e6 kr", with ", " between them. */
static char *
describe (const GPtrArray *mentions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const TalMention *mention = g_ptr_array_index (mentions, i);
      g_autofree char  *value = tal_decimal_to_string (mention->value);

      if (mention->part)
        value[MIN (strlen (value), 5)] = '\0';
      g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "",
                              approximation_names[mention->approximation],
                              bound_names[mention->bound], value);
      if (!tal_decimal_is_none (mention->whole))
        {
          g_autofree char *whole = tal_decimal_to_string (mention->whole);

          g_string_append_printf (text, "/%s", whole);
        }
      if (mention->exponent > 0)
        g_string_append_printf (text, "e%d", mention->exponent);
      g_string_append (text, unit_names[mention->unit]);
      if (mention->noun != NULL && mention->unit == TAL_MENTION_PLAIN)
        g_string_append_printf (text, " %s", mention->noun);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *text;
  const char *mentions;
} claims[] = {
  /* Numbers, their grouping and their units. */
  { "Der er 2.351 borgere.", "2351 borgere" },
  { "er steget fra 2.026 til 2.315.", "2026, 2315" },
  { "er steget fra 2.026 til 2.315. Af tabel 2 fremgår det", "2026, 2315" },
  { "faldet fra 814 til 665, og at", "814, 665" },
  { "5,3 pct. af befolkningen", "5.3 pct" },
  { "43 % og 7,74% og 38 procent", "43 pct, 7.74 pct, 38 pct" },
  { "et fald på 1,0 procentpoint", "1.0 pp" },
  { "et fald på 2 pct.-point og 3 pct. point", "2 pp, 3 pp" },
  { "udgør i alt 32,8 mio. kr.:", "32.8e6 kr" },
  { "på 2,6 mio. kr. i 2015 fra SFR", "2.6e6 kr" },
  { "3,5 mio. kr. årligt", "3.5e6 kr" },
  { "i alt 1,9 mio.", "1.9e6 kr" },
  { "960.000 kr. og 5 mia. kr.", "960000 kr, 5e9 kr" },
  { "12.092 t.kr. i alt", "12092e3 kr" },
  { "er steget 3 gange", "3 gange" },
  { "100kr og 5pct.", "100 kr, 5 pct" },
  { "15\302\240789 borgere", "15789 borgere" },
  { "en ændring på -1.445 og \342\210\2222,5 pct.", "-1445, -2.5 pct" },
  { "- 12 borgere kom i job", "12 borgere" },
  { "15789 borgere", "15789 borgere" },
  /* Words before a number. */
  { "ca. 11.000 udsatte borgere", "ca 11000 borgere" },
  { "2.568 borgere og ca. 410 fagpersoner", "2568 borgere, ca 410 fagpersoner" },
  { "Godt 40 pct. af alle", "godt 40 pct" },
  { "Knap 77 pct. har en varighed", "knap 77 pct" },
  { "næsten 4.000 helårspersoner. Dette svarer til et fald på mere end 25 pct.",
    "næsten 4000 helårspersoner, over 25 pct" },
  { "lidt over 11 uger", "godt 11 uger" },
  { "under 5 timers varighed", "under 5 timers" },
  { "Minimum 75 pct. af deltagerne", "mindst 75 pct" },
  { "(mindst 4 voksne skal i projektperioden", "mindst 4 voksne" },
  { "og højst 12 uger", "højst 12 uger" },
  /* Numbers in words, shares and parts. */
  { "tre indsatser for de udsatte", "3 indsatser" },
  { "samtaler hver tredje måned", "" },
  { "Kun fire ud af seks forsøg har etableret", "4/6 forsøg" },
  { "(55 ud de 110 blev matchet", "55/110" },
  { "55 ud af de 110 unge", "55/110 unge" },
  { "9 af 11 mål blev opnået", "9/11 mål" },
  { "svarende til 268/545", "268/545" },
  { "Knap halvdelen af praktikforløbene", "knap 50 pct" },
  { "Ca. en tredjedel af alle forløb", "ca 33.33 pct" },
  { "to tredjedele af borgerne", "66.66 pct" },
  { "Den sidste tredjedel befinder sig", "33.33 pct" },
  { "*Cirka 2/3 af borgerne", "ca 66.66 pct" },
  { "en fjerdedel", "25 pct" },
  { "svarende til en enkelt deltager", "1 deltager" },
  { "mindst én gang om året", "mindst 1 gang" },
  { "to eksterne evalueringer", "2 eksterne" },
  { "de to er gået hjem", "" },
  { "tolv uger", "12 uger" },
  /* Several in one sentence. */
  { "faldet med 1.445 borgere, fra 17.234 i 4.kvartal 2015 til 15.789 i 4. kvartal 2017, "
    "jævnfør nedenstående tabel.",
    "1445 borgere, 17234, 15789" },
  { "Målet blev ikke opnået (49 pct./268 borgere)", "49 pct, 268 borgere" },
  { "Målet blev opnået (545).", "545" },
  { "I alt er 197 borgere (36 pct. af det samlede antal borgere) kommet i job eller uddannelse i "
    "2023.",
    "197 borgere, 36 pct" },
  { "3 borgere er tilkendt fleksjob, 12 borgere har fået tilkendt førtidspension og 52 borgere",
    "3 borgere, 12 borgere, 52 borgere" },
  { "at 1 er kommet i fleksjob, 3 i småjob, 1 i løntilskud, 9 i virksomhedspraktik, 5 i "
    "jobafklaring, 1 i opkvalificering og 2 har fået en forberedende plan.",
    "1, 3, 1, 9, 5, 1, 2" },
  { "Der er pt. 18 familier tilknyttet projektet. Der har været 19 familier, men 1 familie er "
    "afsluttet.",
    "18 familier, 19 familier, 1 familie" },
  { "59,5 pct. af borgerne efter 18 måneder kommer i arbejde mod 46,5 pct. i kontrolgruppen",
    "59.5 pct, 18 måneder, 46.5 pct" },
  { "Handleplanen indeholdt 5 indsatser i 2023, hvor der sammenlagt var opstillet 11 mål. Heraf "
    "blev 9 mål opnået.",
    "5 indsatser, 11 mål, 9 mål" },
  { "fra 45 minutter om ugen til 90 minutter om ugen", "45 minutter, 90 minutter" },
  { "Tilsagn på 2,6 mio. kr. i 2015 og 2.607", "2.6e6 kr, 2607" },
  { "et fald fra 27 til 24 pct.", "27, 24 pct" },
  { "80 pct. i de første fire uger, 40 pct. i ugerne 5-26, 30 pct. i ugerne 27-52 og til sidst 20 "
    "pct. fra uge 53",
    "80 pct, 4 uger, 40 pct, 30 pct, 20 pct" },
  /* Dates, years and periods. */
  { "18-06-2024", "" },
  { "20. maj 2019", "" },
  { "den 6. februar 2017 og den 25. februar", "" },
  { "af 01/07/2015, 20/5-2019 og 18.06.2024", "" },
  { "i 2015, 2014-17, 2019-2023, 2013/14 og 202-2021", "" },
  { "i perioden 1. januar 2016 til 30. november 2016", "" },
  { "4. kvartal 2015, 4.kvartal 2016, 4. kvt. 2017, 1. halvår og 2 kvartal", "" },
  { "uge 5, 2015K4 og 2015M12", "" },
  { "1.000 kr. – 2020 p/l", "" },
  { "(1.000 kr. – 2020 p/l)", "" },
  { "kl. 9 og kl. 10:30", "" },
  { "i 1. kvartal 2015 (helårspersoner), svarende til 5,5 pct.", "5.5 pct" },
  { "fra 10,3 pct. i 2015 til 2.100 i 2017", "10.3 pct, 2100" },
  /* Ordinals, lists and references. */
  { "1) Minimum 350 ledige københavnere deltager (350 helårspladser)",
    "mindst 350 ledige, 350 helårspladser" },
  { "indsatser: 1) Opkvalificering, 2) oplysning samt 3) undervisning", "" },
  { "1. Håndholdt indsats for ledige 3,3 mio. kr.", "3.3e6 kr" },
  { "1. 10 mio. kr.: Forsøgsafdelingen", "10e6 kr" },
  { "Indstillingens 1. at-punkt og 2. kontor", "" },
  { "ad 2) Den fremskudte", "" },
  { "4.1.2 Samtaler i forløbet", "" },
  { "Tabel 2: Resultater, figur 3, 4 og 6 samt Boks 1", "" },
  { "Mål 3, mål nr. 2, mål 1 og 2 for perioden, princip 4, gruppe 1", "" },
  { "status for mål 3 og 4 er opgjort", "" },
  { "Mål nr. 2 om at 75 pct. af borgerne", "75 pct" },
  { "for mål 9 og 53 pct. af mål 10", "53 pct" },
  { "LAB 2.11, LBK nr. 807, § 92, kap. 10, § 70 d, s. 33-37", "" },
  { "Målopfylde for jobparate ledige (nr.1)", "" },
  { "bevilling 35.30", "" },
  { "2 De udsatte borgere", "" },
  { "FORLØBET FOR BORGERE ..... 12", "" },
  { "på 13 timer om ugen.3", "13 timer" },
  { "begrænsninger.[1] Det <sup>2</sup> er", "" },
  /* Cases, addresses, names. */
  { "2024-0197588, 2024 - 11257 og 2019-0124225-2", "" },
  { "Dokumentnummer i F2 5579458", "" },
  { "5579458", "" },
  { "1577 København V, EAN 5798009710178, tlf. 33 66 12 34", "" },
  { "CPR 010190-1234", "" },
  { "Flere skal med 2, Vision 2020, Budget 2018 og BI2", "" },
  { "projektet ”Byen 3” begyndte", "" },
  /* Ages and ranges. */
  { "over 30 år, 15-24 år, 30-39-årige, fyldt 30 år", "" },
  { "Ca. 40 pct. har over 3 års varighed", "ca 40 pct, over 3 års" },
  { "i kortere tid (1-2 måneder)", "" },
  { "de obligatoriske 3-måneders samtaler", "" },
  { "Efter 4½ år og 2½ år", "" },
};

static void
test_mentions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      TalPassage *passage = tal_passage_new (TAL_PASSAGE_PARAGRAPH, 1, g_strdup (claims[i].text));
      g_autoptr (GPtrArray) mentions = tal_mention_list (passage);
      g_autofree char      *described = describe (mentions);

      if (!g_str_equal (described, claims[i].mentions))
        g_test_message ("%s", claims[i].text);
      g_assert_cmpstr (described, ==, claims[i].mentions);
      tal_passage_free (passage);
    }
}

static void
test_rows (void)
{
  static const struct
  {
    const char *cells[6];
    const char *mentions;
  } rows[] = {
    { { "Revalidering", "450", "427", "352" }, "450, 427, 352" },
    { { "Målgruppe", "4. kvt. 2015", "2016", "2017" }, "" },
    { { "1", "Ledige over 30 år har opnået arbejde", "20 pct.", "29 pct." }, "20 pct, 29 pct" },
    { { "IPS", "Overførsler (EI)", "8.600", "34.400" }, "8600, 34400" },
    { { "Contra", "123", "21", "0,17" }, "123, 21, 0.17" },
    { { "2. Særlig indsats 3,5 mio. kr.", "4) Minimum 225 udsatte", "opnået (348)." },
      "3.5e6 kr, mindst 225 udsatte, 348" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TalPassage *passage = tal_passage_new_row (1, 1, g_strdupv ((char **)rows[i].cells));
      g_autoptr (GPtrArray) mentions = tal_mention_list (passage);
      g_autofree char      *described = describe (mentions);

      g_assert_cmpstr (described, ==, rows[i].mentions);
      tal_passage_free (passage);
    }
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    const char *whole;
    const char *number;
  } places[] = {
    { "Der er ca. 14.800 borgere", "ca. 14.800", "14.800" },
    { "I alt 1,9 mio. kr. til", "1,9 mio. kr.", "1,9" },
    { "Kun fire ud af seks forsøg", "fire ud af seks", "fire ud af seks" },
    { "(17 pct. af alle)", "17 pct.", "17" },
    { "på mere end 25 procent.", "mere end 25 procent.", "25" },
    { "Skær\tæble\t2,5 %\tnej", "2,5 %", "2,5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      TalPassage *passage = tal_passage_new (TAL_PASSAGE_PARAGRAPH, 1, g_strdup (places[i].text));
      g_autoptr (GPtrArray) mentions = tal_mention_list (passage);
      const TalMention     *mention = NULL;
      g_autofree char      *whole = NULL;
      g_autofree char      *number = NULL;

      g_assert_cmpuint (mentions->len, ==, 1);
      mention = g_ptr_array_index (mentions, 0);
      whole = g_strndup (places[i].text + mention->start, mention->end - mention->start);
      number = g_strndup (places[i].text + mention->number_start,
                          mention->number_end - mention->number_start);
      g_assert_cmpstr (whole, ==, places[i].whole);
      g_assert_cmpstr (number, ==, places[i].number);
      tal_passage_free (passage);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/mention/figures-are-told-from-other-numbers", test_mentions);
  g_test_add_func ("/core/mention/cells-are-read-one-by-one", test_rows);
  g_test_add_func ("/core/mention/the-place-is-the-number-with-its-words", test_places);

  return g_test_run ();
}
