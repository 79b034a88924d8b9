/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-appropriation.h"
#include "core/tal-funding.h"
#include "core/tal-initiative.h"
#include "support/sample.h"

typedef struct
{
  int         year;
  const char *amount; /* NULL ends the list */
} Money;

static void
set_aside (Sample *sample, const TalInitiative *initiative, const Money *money)
{
  for (; money->amount != NULL; money++)
    {
      TalAppropriation *appropriation = sample_add_record (sample, TAL_KIND_APPROPRIATION);

      appropriation->initiative = initiative->record.id;
      appropriation->year = money->year;
      appropriation->amount = sample_decimal (money->amount);
    }
}

static void
test_funding_is_that_of_the_newest_year (void)
{
  static const struct
  {
    const char *why;
    Money       money[4];
    int         year; /* 0 where nothing is found */
    gint64      kroner;
  } cases[] = {
    { "nothing is set aside", { { 0, NULL } }, 0, 0 },
    { "as for women in 2023", { { 2023, "3500000" }, { 0, NULL } }, 2023, 3500000 },
    { "of one year they are added",
      { { 2020, "8600000" }, { 2020, "200000" }, { 0, NULL } },
      2020,
      8800000 },
    { "years are not", { { 2019, "3600000" }, { 2020, "8800000" }, { 0, NULL } }, 2020, 8800000 },
    { "whatever their order",
      { { 2020, "8800000" }, { 2019, "3600000" }, { 0, NULL } },
      2020,
      8800000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Sample        *sample = sample_new ();
      TalInitiative *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);
      TalFunding     funding = { 0 };

      g_test_message ("%s", cases[i].why);
      set_aside (sample, initiative, cases[i].money);
      g_assert_cmpint (tal_funding_find_initiative (sample_get_catalogue (sample),
                                                    initiative->record.id, &funding),
                       ==, cases[i].year != 0);
      g_assert_cmpint (funding.year, ==, cases[i].year);
      g_assert_cmpint (funding.kroner.coefficient, ==, cases[i].kroner);
      sample_free (sample);
    }
}

/* 3,3 + 3,5 million of 2023; an initiative that ended in 2022 adds nothing. */
static void
test_funding_of_a_plan_is_that_of_its_initiatives (void)
{
  static const Money money[][2] = {
    { { 2023, "3300000" }, { 0, NULL } },
    { { 2023, "3500000" }, { 0, NULL } },
    { { 2022, "1000000" }, { 0, NULL } },
  };
  Sample    *sample = sample_new ();
  TalRecord *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalFunding funding = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (money); i++)
    {
      TalInitiative *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);

      initiative->plan = plan->id;
      set_aside (sample, initiative, money[i]);
    }

  g_assert_true (tal_funding_find_plan (sample_get_catalogue (sample), plan->id, &funding));
  g_assert_cmpint (funding.year, ==, 2023);
  g_assert_cmpint (funding.kroner.coefficient, ==, 6800000);
  sample_free (sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/funding/is-that-of-the-newest-year",
                   test_funding_is_that_of_the_newest_year);
  g_test_add_func ("/core/funding/of-a-plan-is-that-of-its-initiatives",
                   test_funding_of_a_plan_is_that_of_its_initiatives);
  return g_test_run ();
}
