/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The offers of the example against the tables of the committee's analysis of 2015. */

#include "base/tal-danish-number.h"
#include "core/tal-offer-table.h"
#include "support/example.h"

static TalOfferTable *
read_table (Example *example, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  TalPeriod          period = TAL_PERIOD_UNSET;
  TalOfferTable     *table = NULL;

  if (wanted != NULL)
    g_assert_true (tal_period_parse (wanted, &period, NULL));
  table = tal_offer_table_read (tal_collection_get_catalogue (example->collection),
                                tal_collection_get_runs (example->collection), period, &error);
  g_assert_no_error (error);
  return table;
}

/* "-" of what is not applicable, "" of what nothing is said of. */
static char *
write_figure (const TalFigure *figure, int decimals)
{
  TalDecimal value;

  if (!figure->found)
    return g_strdup ("");
  if (!tal_figure_get_decimal (figure, decimals, &value))
    return g_strdup (figure->missing == TAL_MISSING_NOT_APPLICABLE ? "-" : "..");
  return tal_danish_number_format (value, TAL_DANISH_NUMBER_PLAIN);
}

static char *
write_share (TalFraction share)
{
  TalDecimal value;

  return tal_fraction_round (share, 1, &value)
             ? tal_danish_number_format (value, TAL_DANISH_NUMBER_PLAIN)
             : g_strdup ("");
}

static char *
write_table (const TalOfferTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const TalOfferRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char   *courses = write_figure (&row->courses, 0);
      g_autofree char   *share = write_share (row->share);
      g_autofree char   *money = write_figure (&row->money, 1);

      if (row->kind == TAL_OFFER_ROW_OFFER)
        g_string_append_printf (text, "%s%s|%s|%s|%s|%s\n", row->company_oriented ? "*" : "",
                                row->type != NULL ? row->type : "", row->offer, courses, share,
                                money);
      else
        g_string_append_printf (text, "= %s|%s|%s\n",
                                row->target_group != NULL ? row->target_group : "I alt", courses,
                                money);
    }
  return g_string_free (text, FALSE);
}

static void
test_rows_are_those_of_the_papers (Example *example, gconstpointer unused)
{
  g_autoptr (TalOfferTable) table = read_table (example, NULL);
  g_autofree char          *text = write_table (table);

  g_assert_cmpstr (text, ==,
                   "Mentor (kap. 9)|Fastholdelsesmentor|984|4,1|18,3\n"
                   "Mentor (kap. 9)|Helhedsorienteret mentor|8.048|33,2|69,4\n"
                   "Vejledning og opkvalificering (kap. 10)|Aktiveringstilbud|11.526|47,6|110,7\n"
                   "Vejledning og opkvalificering (kap. 10)|Uddannelse|856|3,5|20,4\n"
                   "*Virksomhedspraktik (kap. 11)|Privat virksomhedspraktik|1.874|7,7|-\n"
                   "*Virksomhedspraktik (kap. 11)|Offentlig virksomhedspraktik|678|2,8|-\n"
                   "*Ansættelse med løntilskud (kap. 12)|Offentligt løntilskud|42|0,2|-\n"
                   "*Ansættelse med løntilskud (kap. 12)|Øvrige private løntilskud|200|0,8|-\n"
                   "= Aktivitetsparate kontanthjælpsmodtagere over 30 år|24.208|218,8\n"
                   "Mentor (kap. 9)|Fastholdelsesmentor|314|40,7|5,0\n"
                   "Mentor (kap. 9)|Helhedsorienteret mentor|28|3,6|-\n"
                   "Vejledning og opkvalificering (kap. 10)|Aktiveringstilbud|200|25,9|1,7\n"
                   "Vejledning og opkvalificering (kap. 10)|Uddannelse|100|13,0|7,7\n"
                   "*Virksomhedspraktik (kap. 11)|Privat virksomhedspraktik|86|11,1|-\n"
                   "*Virksomhedspraktik (kap. 11)|Offentlig virksomhedspraktik|44|5,7|-\n"
                   "= Revalidender|772|14,4\n"
                   "Mentor (kap. 9)|Fastholdelsesmentor|102|4,5|-\n"
                   "Mentor (kap. 9)|Helhedsorienteret mentor|18|0,8|-\n"
                   "Vejledning og opkvalificering (kap. 10)|Aktiveringstilbud|1.004|44,6|14,6\n"
                   "*Virksomhedspraktik (kap. 11)|Privat virksomhedspraktik|388|17,2|-\n"
                   "*Virksomhedspraktik (kap. 11)|Offentlig virksomhedspraktik|158|7,0|-\n"
                   "Øvrige|Fleksjob|580|25,8|-\n"
                   "= Ledige fleksjobvisiterede|2.250|14,6\n"
                   "Mentor (kap. 9)|Fastholdelsesmentor|210|18,4|\n"
                   "Mentor (kap. 9)|Helhedsorienteret mentor|250|21,9|\n"
                   "Vejledning og opkvalificering (kap. 10)|Aktiveringstilbud|578|50,6|-\n"
                   "*Virksomhedspraktik (kap. 11)|Privat virksomhedspraktik|64|5,6|-\n"
                   "*Virksomhedspraktik (kap. 11)|Offentlig virksomhedspraktik|40|3,5|-\n"
                   "|Mentor og aktiveringstilbud|||23,4\n"
                   "= Borgere i ressourceforløb|1.142|23,4\n"
                   "= I alt|28.372|271,2\n");
}

static void
test_share_is_of_all_courses (Example *example, gconstpointer unused)
{
  g_autoptr (TalOfferTable) table = read_table (example, NULL);
  g_autofree char          *share = write_share (table->company_oriented);

  g_assert_cmpstr (share, ==, "12,6");
  g_assert_cmpint (tal_fraction_compare (table->courses, tal_fraction_from_integer (28372)), ==, 0);
  g_assert_cmpstr (table->definition, ==, "Virksomhedsrettet: virksomhedspraktik og løntilskud.");
}

/* Of the first half of 2015 one offer alone is known, which says nothing of the mix. */
static void
test_period_must_have_several_offers (Example *example, gconstpointer unused)
{
  static const char *const cases[] = { NULL, "2015", "2015-H1", "2031" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalOfferTable) table = read_table (example, cases[i]);
      g_autofree char          *period = tal_period_to_string (table->period);

      g_assert_cmpstr (period, ==, "2015");
      g_assert_cmpuint (table->periods->len, ==, 1);
    }
}

/* Table 4 of the status of 2018. */
static void
test_trend_is_the_share_with_several_years (Example *example, gconstpointer unused)
{
  static const char *const names[] = {
    "Andel virksomhedsrettet aktivering: Kontanthjælp (aktivitetsparate)",
    "Andel virksomhedsrettet aktivering: Revalidering",
    "Andel virksomhedsrettet aktivering: Ledighedsydelse (ledige fleksjobvisiterede)",
    "Andel virksomhedsrettet aktivering: Ressourceforløb",
  };
  g_autoptr (TalOfferTable) table = read_table (example, NULL);

  g_assert_cmpuint (table->trend->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < table->trend->len; i++)
    g_assert_true (tal_id_is_equal (g_array_index (table->trend, TalId, i),
                                    example_find_series (example, names[i])->record.id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/offer-table/rows-are-those-of-the-papers", Example, NULL, example_set_up,
              test_rows_are_those_of_the_papers, example_tear_down);
  g_test_add ("/core/offer-table/share-is-of-all-courses", Example, NULL, example_set_up,
              test_share_is_of_all_courses, example_tear_down);
  g_test_add ("/core/offer-table/period-must-have-several-offers", Example, NULL, example_set_up,
              test_period_must_have_several_offers, example_tear_down);
  g_test_add ("/core/offer-table/trend-is-the-share-with-several-years", Example, NULL,
              example_set_up, test_trend_is_the_share_with_several_years, example_tear_down);
  return g_test_run ();
}
