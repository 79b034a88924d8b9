/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-goal.h"
#include "core/tal-record-codec.h"
#include "support/random-record.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define ROUNDS 300

static void
test_record_codec_reads_back_every_kind (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed_new ());

  for (guint i = 0; i < ROUNDS * TAL_N_KINDS; i++)
    {
      TalKind               kind = (TalKind)(i % TAL_N_KINDS);
      g_autoptr (GError)    error = NULL;
      g_autoptr (TalRecord) record = random_record_new (chance, kind, tal_id_new (), NULL, NULL);
      g_autoptr (TalRecord) copy = tal_record_copy (record);
      g_autofree char      *text = tal_record_encode (record);
      g_autofree char      *text_of_copy = tal_record_encode (copy);
      g_autoptr (TalRecord) decoded = tal_record_decode (kind, record->id, text, &error);

      g_assert_no_error (error);
      if (!tal_record_is_equal (record, decoded))
        g_error ("%s comes back otherwise", text);
      g_assert_cmpstr (text, ==, text_of_copy);
    }
}

static void
test_record_codec_is_text_for_people (void)
{
  g_autoptr (TalRecord) record = tal_record_new (TAL_KIND_GOAL, tal_id_new ());
  g_autofree char      *empty = tal_record_encode (record);
  g_autofree char      *text = NULL;
  TalGoal              *goal = (TalGoal *)record;

  goal->number = 2;
  goal->wording = g_strdup ("Minimum 75 pct. af deltagerne");
  tal_criterion_add_target (tal_goal_add_criterion (goal), sample_period ("2023"),
                            sample_decimal ("75"));
  record->changed_at = 1718700120;
  text = tal_record_encode (record);

  g_assert_cmpstr (empty, ==, "{}");
  g_assert_cmpstr (text, ==,
                   "{'@changed-at': <'2024-06-18T08:42:00Z'>, 'number': <'2'>, "
                   "'wording': <'Minimum 75 pct. af deltagerne'>, 'criteria': <[{'comparison': "
                   "<'at-least'>, 'targets': <[{'period': <'2023'>, 'value': <'75'>}]>}]>}");
}

static const struct
{
  const char *text;
  const char *reason;
} refusals[] = {
  { "", "nothing" },
  { "{", "half a dictionary" },
  { "'goal'", "no dictionary" },
  { "{'number': <'2'>} ", NULL }, /* white space around it says nothing */
  { "{'number': <'2'>} x", "something behind it" },
  { "{'nummer': <'2'>}", "a name that no field has" },
  { "{'number': <2>}", "a number in place of its text" },
  { "{'number': <'to'>}", "no number" },
  { "{'number': <''>}", "no number at all" },
  { "{'number': <'2'>, 'number': <'3'>}", "a field twice" },
  { "{'criteria': <'all'>}", "a text in place of a list" },
  { "{'criteria': <['all']>}", "a list of texts" },
  { "{'criteria': <[{'comparison': <'about'>}]>}", "a word that is none, in an item" },
  { "{'criteria': <[{'@owner': <'018cc251-f400-7abc-8def-0123456789ab'>}]>}", "an item's owner" },
  { "{'criteria': <[@a{sv} {}]>, 'criteria': <[@a{sv} {}]>}", "a list twice" },
  { "{'@owner': <'BIF'>}", "an owner that is no id" },
  { "{'@owner': <'018cc251-f400-7abc-8def-0123456789ab'>, "
    "'@owner': <'018cc251-f400-7abc-8def-0123456789ac'>}",
    "two owners" },
  { "{'@changed-at': <'2024-06-18'>}", "a day in place of a time" },
  { "{'@changed': <'2024-06-18T08:42:00Z'>}", "a head that is none" },
  { "{'wording': <'a bell \\a'>}", "a control character" },
  { "{'wording': <'\377'>}", "no UTF-8" },
  { "{'wording': <b'bytes'>}", "bytes in place of a text" },
};

static void
test_record_codec_refuses_what_it_did_not_write (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError)    error = NULL;
      g_autoptr (TalRecord) record = NULL;

      g_test_message ("%s", refusals[i].reason);
      record = tal_record_decode (TAL_KIND_GOAL, tal_id_new (), refusals[i].text, &error);
      if (refusals[i].reason == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_null (record);
      g_assert_error (error, TAL_ERROR, TAL_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/record-codec/reads-back-every-kind",
                   test_record_codec_reads_back_every_kind);
  g_test_add_func ("/core/record-codec/is-text-for-people", test_record_codec_is_text_for_people);
  g_test_add_func ("/core/record-codec/refuses-what-it-did-not-write",
                   test_record_codec_refuses_what_it_did_not_write);

  return g_test_run ();
}
