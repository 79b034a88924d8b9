/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grants and what falls away of them, with the amounts of a budget note of 2019. */

#include "core/tal-expiring-money.h"
#include "core/tal-initiative.h"
#include "support/sample.h"

typedef struct
{
  const char *source; /* of an initiative of its own where it is a new one; NULL ends the list */
  int         year;
  const char *amount; /* NULL is not stated */
  int         expiry; /* 0 is permanent */
  const char *price_level;
} Money;

#define MOST_LINES 8

static Sample *
set_aside (const Money *money)
{
  Sample        *sample = sample_new ();
  TalInitiative *initiative = NULL;
  const char    *source = NULL;

  for (; money->source != NULL; money++)
    {
      TalAppropriation *line = NULL;

      if (g_strcmp0 (source, money->source) != 0)
        initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);
      source = money->source;
      line = sample_add_record (sample, TAL_KIND_APPROPRIATION);
      line->initiative = initiative->record.id;
      line->source = g_strdup (source);
      line->year = money->year;
      line->amount = money->amount != NULL ? sample_decimal (money->amount) : TAL_DECIMAL_NONE;
      line->expiry = money->expiry > 0 ? TAL_EXPIRY_YEAR : TAL_EXPIRY_PERMANENT;
      line->expiry_year = money->expiry;
      line->price_level = g_strdup (money->price_level);
    }
  return sample;
}

static char *
dup_with_plain_spaces (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strjoinv (" ", parts);
}

static void
test_expiring_money_is_told_in_a_sentence (void)
{
  static const struct
  {
    const char *why;
    Money       money[MOST_LINES];
    int         year;
    const char *sentence;
    int         this_year; /* 0 is the same */
  } cases[] = {
    { "three grants of the budget note, one at current prices and two that say nothing of them",
      { { "Budget 2018", 2019, "10000000", 2019, NULL },
        { "Satspuljen", 2019, "19200000", 2019, NULL },
        { "Overførselssagen", 2018, "3500000", 0, "løbende" },
        { "Overførselssagen", 2019, "3600000", 2019, "løbende" } },
      2019,
      "I 2019 bortfalder 32,8 mio. kr. fordelt på 3 bevillinger." },
    { "one grant, its two lines added, in its last year",
      { { "BI2", 2020, "10000000", 2021, NULL },
        { "BI2", 2020, "1800000", 2021, NULL },
        { "BI2", 2021, "10000000", 2021, NULL },
        { "BI2", 2021, "1800000", 2021, NULL } },
      2021,
      "I 2021 bortfalder 1 bevilling på 11,8 mio. kr." },
    { "an amount of 2015 that expires a year later",
      { { "Budgetaftale 2015", 2015, "1200000", 2016, NULL },
        { "Budgetaftale 2014", 2015, "2000000", 2016, NULL } },
      2016,
      "I 2016 bortfaldt 3,2 mio. kr. fordelt på 2 bevillinger.",
      2017 },
    { "nothing",
      { { "IPS", 2020, "8600000", 0, NULL } },
      2020,
      "I 2020 bortfalder ingen bevillinger." },
    { "what is not stated is more",
      { { "a", 2020, "8600000", 2020, NULL }, { "b", 2020, NULL, 2020, NULL } },
      2020,
      "I 2020 bortfalder mindst 8,6 mio. kr. fordelt på 2 bevillinger." },
    { "no amount at all",
      { { "b", 2020, NULL, 2020, NULL } },
      2020,
      "I 2020 bortfalder 1 bevilling." },
    { "different prices are not added",
      { { "a", 2020, "8600000", 2020, "2020" }, { "b", 2020, "3600000", 2020, "løbende" } },
      2020,
      "I 2020 bortfalder 2 bevillinger. Beløbene har forskelligt pris- og lønniveau." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample)    sample = set_aside (cases[i].money);
      g_autoptr (GPtrArray) grants = tal_grant_list (sample_get_catalogue (sample), TAL_ID_NONE);
      g_autofree char      *sentence =
          tal_expiring_money_write (grants, cases[i].year,
                                    cases[i].this_year > 0 ? cases[i].this_year : cases[i].year);
      g_autofree char *plain = dup_with_plain_spaces (sentence);

      g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (plain, ==, cases[i].sentence);
    }
}

static void
test_expiring_money_is_shown_of_the_nearest_year (void)
{
  static const Money money[] = { { "a", 2015, "1", 2015, NULL },
                                 { "b", 2015, "1", 2016, NULL },
                                 { "c", 2019, "1", 2019, NULL },
                                 { "d", 2019, "1", 0, NULL },
                                 { NULL } };
  static const struct
  {
    int year;
    int nearest;
  } cases[] = {
    { 2014, 2015 }, { 2015, 2015 }, { 2017, 2019 }, { 2026, 2019 }, /* the latest that there was */
  };
  g_autoptr (Sample)    sample = set_aside (money);
  g_autoptr (GPtrArray) grants = tal_grant_list (sample_get_catalogue (sample), TAL_ID_NONE);
  g_autoptr (GArray)    years = tal_expiring_money_list_years (grants);

  g_assert_cmpuint (years->len, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tal_expiring_money_find_nearest (grants, cases[i].year), ==, cases[i].nearest);

  g_ptr_array_set_size (grants, 0);
  g_assert_cmpint (tal_expiring_money_find_nearest (grants, 2020), ==, 0);
}

static void
test_grant_is_of_one_initiative_and_source (void)
{
  static const Money    money[] = { { "IPS", 2017, "2750000", 0, NULL },
                                    { "IPS", 2018, "3500000", 0, NULL },
                                    { "BI2", 2020, "8600000", 0, "2020" },
                                    { "BI2", 2020, "200000", 0, "2020" },
                                    { "BI2", 2021, "8600000", 0, "2020" },
                                    { "BI2", 2021, "200000", 2021, "2020" },
                                    { NULL } };
  g_autoptr (Sample)    sample = set_aside (money);
  g_autoptr (GPtrArray) grants = tal_grant_list (sample_get_catalogue (sample), TAL_ID_NONE);
  const TalGrant       *uneven = NULL;
  const TalGrant       *even = NULL;

  g_assert_cmpuint (grants->len, ==, 2);
  uneven = g_ptr_array_index (grants, 0);
  even = g_ptr_array_index (grants, 1);
  g_assert_cmpint (uneven->first_year, ==, 2017);
  g_assert_cmpint (uneven->last_year, ==, 2018);
  g_assert_false (tal_grant_is_even (uneven));
  g_assert_false (tal_grant_is_expired (uneven, 2030));
  g_assert_cmpint (tal_grant_get_amount (even, 2020).coefficient, ==, 8800000);
  g_assert_true (tal_decimal_is_none (tal_grant_get_amount (even, 2019)));
  g_assert_true (tal_grant_is_even (even));
  g_assert_false (tal_grant_is_expired (even, 2021));
  g_assert_true (tal_grant_is_expired (even, 2022));
}

static void
test_grant_sum_adds_what_can_be_added (void)
{
  static const struct
  {
    const char *why;
    Money       money[MOST_LINES];
    TalGrantSum sum;
    gint64      kroner;
  } cases[] = {
    { "nothing", { { NULL } }, TAL_GRANT_SUM_NOTHING, 0 },
    { "two of the running costs of 2015",
      { { "Budgetaftale 2012", 2015, "5190000", 2015, NULL },
        { "Beskæftigelsesaftale 2011", 2015, "531000", 0, NULL } },
      TAL_GRANT_SUM_KNOWN,
      5721000 },
    { "prices of 2020 and current ones",
      { { "a", 2019, "3600000", 0, "løbende" }, { "b", 2019, "8600000", 0, "2020" } },
      TAL_GRANT_SUM_PRICE_LEVELS,
      0 },
    { "different years",
      { { "a", 2018, "3500000", 0, NULL }, { "b", 2019, "10000000", 0, NULL } },
      TAL_GRANT_SUM_YEARS,
      0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample)    sample = set_aside (cases[i].money);
      g_autoptr (GPtrArray) grants = tal_grant_list (sample_get_catalogue (sample), TAL_ID_NONE);
      TalDecimal            kroner = TAL_DECIMAL (0, 0);

      g_test_message ("%s", cases[i].why);
      g_assert_cmpint (tal_grant_sum (grants, &kroner), ==, cases[i].sum);
      g_assert_cmpint (kroner.coefficient, ==, cases[i].kroner);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/expiring-money/is-told-in-a-sentence",
                   test_expiring_money_is_told_in_a_sentence);
  g_test_add_func ("/core/expiring-money/is-shown-of-the-nearest-year",
                   test_expiring_money_is_shown_of_the_nearest_year);
  g_test_add_func ("/core/grant/is-of-one-initiative-and-source",
                   test_grant_is_of_one_initiative_and_source);
  g_test_add_func ("/core/grant/sum-adds-what-can-be-added", test_grant_sum_adds_what_can_be_added);
  return g_test_run ();
}
