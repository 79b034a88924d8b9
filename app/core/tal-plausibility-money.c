/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money: stated totals, price levels, and the same grant written down twice. */

#include "config.h"

#include "base/tal-danish-entry.h"
#include "base/tal-danish-text.h"
#include "base/tal-interval.h"
#include "core/tal-appropriation.h"
#include "core/tal-goal-text.h"
#include "core/tal-plausibility-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TalRule rule_frame = { "frame", N_ ("A stated total is the sum of the amounts.") };
static const TalRule rule_levels = { "price-levels",
                                     N_ ("Amounts of different price levels are not added.") };
static const TalRule rule_twice = { "duplicate-appropriation",
                                    N_ ("An appropriation is written down once.") };
static const TalRule rule_words = { "amount-words",
                                    N_ ("An amount and the words about it say the same.") };

#define NO_BREAK_SPACE "\xc2\xa0"

/* As many of one amount are looked at: a table that repeats one more often is no table of
 * grants. */
#define MOST_ALIKE 50

static char *
dup_amount (TalDecimal kroner)
{
  g_autofree char *number = tal_goal_text_value (kroner, TAL_MEASURE_UNIT_COUNT);

  return g_strconcat (number, NO_BREAK_SPACE "kr.", NULL);
}

static void
check_frame (TalPlausibility *self, const TalPlan *plan, const GPtrArray *amounts)
{
  TalFraction      sum = tal_fraction_from_integer (0);
  TalFraction      difference;
  TalDecimal       rounded;
  g_autofree char *stored = NULL;
  g_autofree char *expected = NULL;
  const char      *culprit = NULL;

  if (tal_decimal_is_none (plan->frame) || amounts->len == 0)
    return;

  for (guint i = 0; i < amounts->len; i++)
    sum =
        tal_fraction_add (sum,
                          tal_fraction_from_decimal (
                              ((const TalAppropriation *)g_ptr_array_index (amounts, i))->amount));
  difference = tal_fraction_subtract (tal_fraction_from_decimal (plan->frame), sum);
  if (tal_fraction_is_zero (difference) || !tal_fraction_round (sum, 0, &rounded))
    return;

  stored = dup_amount (plan->frame);
  expected = dup_amount (rounded);
  for (guint i = 0; i < amounts->len; i++)
    {
      const TalAppropriation *each = g_ptr_array_index (amounts, i);

      if (tal_fraction_compare (tal_fraction_from_decimal (each->amount), difference) == 0)
        culprit = ((const TalInitiative *)tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE,
                                                              each->initiative))
                      ->name;
    }
  tal_plausibility_report (self, &rule_frame, TAL_SEVERITY_ERROR, &plan->record, TAL_PERIOD_UNSET,
                           g_strdup (stored), g_strdup (expected),
                           culprit != NULL
                           ? g_strdup_printf (_ ("%s: %s is stated in all, but the amounts make %s; the difference "
                                "is as large as “%s”."),
                                 plan->name, stored, expected, culprit)
                           : g_strdup_printf (_ ("%s: %s is stated in all, but the amounts make %s."), plan->name,
                                 stored, expected));
}

/* "2020" and "løbende" side by side. */
static void
check_price_levels (TalPlausibility *self, const TalInitiative *initiative)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_APPROPRIATION, initiative->record.id,
                                  &length);
  const char *first = NULL;

  for (guint i = 0; i < length; i++)
    {
      const TalAppropriation *each = TAL_APPROPRIATION (records[i]);

      if (each->price_level == NULL)
        continue;
      if (first == NULL)
        first = each->price_level;
      if (g_str_equal (first, each->price_level))
        continue;

      tal_plausibility_report (self, &rule_levels, TAL_SEVERITY_WARNING, &initiative->record,
                               TAL_PERIOD_UNSET,
                               g_strdup_printf ("%s, %s", first, each->price_level), NULL,
                               g_strdup_printf (_ ("%s has amounts in the price levels %s and %s; they may not be added."),
                                                   initiative->name, first, each->price_level));
      return;
    }
}

/* A word of capitals or of some length that both names have: "IPS". */
static gboolean
names_are_alike (const char *a, const char *b)
{
  g_auto (GStrv)   words = g_strsplit_set (a != NULL ? a : "", " ,.()-–/", -1);
  g_autofree char *plain_b = tal_danish_text_dup_plain (b != NULL ? b : "");

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *plain = tal_danish_text_dup_plain (words[i]);
      glong            length = g_utf8_strlen (plain, -1);
      gboolean is_short_name = length >= 3 && g_unichar_isupper (g_utf8_get_char (words[i])) &&
                               g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (words[i])));

      if ((length >= 6 || is_short_name) && tal_plausibility_has_word (plain_b, plain))
        return TRUE;
    }

  return FALSE;
}

static gboolean
are_duplicates (const TalCatalogue *catalogue, const TalAppropriation *a, const TalAppropriation *b)
{
  const TalRecord *one = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, a->initiative);
  const TalRecord *other = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, b->initiative);

  return a->year == b->year && tal_decimal_compare (a->amount, b->amount) == 0 &&
         a->expiry == b->expiry && a->expiry_year == b->expiry_year &&
         a->money_kind == b->money_kind &&
         (one == other ||
          names_are_alike (TAL_INITIATIVE (one)->name, TAL_INITIATIVE (other)->name));
}

static void
report_duplicate (TalPlausibility *self, const TalAppropriation *a, const TalAppropriation *b)
{
  const TalRecord *one = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, a->initiative);
  const TalRecord *other = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, b->initiative);
  g_autofree char *amount = dup_amount (b->amount);

  tal_plausibility_report (self, &rule_twice, TAL_SEVERITY_WARNING, &b->record, TAL_PERIOD_UNSET,
                           g_strdup (amount), NULL,
                           g_strdup_printf (_ ("%s in %d stands both under “%s” and under “%s”: is it one grant?"),
                               amount, b->year, TAL_INITIATIVE (one)->name,
                               TAL_INITIATIVE (other)->name));
}

/* Candidates are those of one amount, which are few. */
static void
check_duplicates (TalPlausibility *self, const TalRecord *const *records, guint length)
{
  g_autoptr (GHashTable) by_amount =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < length; i++)
    {
      const TalAppropriation *each = TAL_APPROPRIATION (records[i]);
      g_autofree char        *amount = dup_amount (each->amount);
      g_autofree char        *key = g_strdup_printf ("%d %s", each->year, amount);
      GPtrArray              *same = g_hash_table_lookup (by_amount, key);

      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (by_amount, g_steal_pointer (&key), same);
        }
      for (guint j = 0; j < same->len && j < MOST_ALIKE; j++)
        {
          if (are_duplicates (self->catalogue, g_ptr_array_index (same, j), each))
            {
              report_duplicate (self, g_ptr_array_index (same, j), each);
              break;
            }
        }
      g_ptr_array_add (same, (gpointer)each);
    }
}

/* The only amount in "mio. kr." that a text names; FALSE where it names none, or several. */
static gboolean
find_only_amount (const char *text, TalDecimal *ret_printed)
{
  g_autofree char *plain = tal_danish_text_dup_plain (text);
  const char      *unit = strstr (plain, " mio. kr");
  const char      *start = unit;
  g_autofree char *number = NULL;
  TalDanishEntry   entry;

  if (unit == NULL || strstr (unit + 1, " mio. kr") != NULL)
    return FALSE;

  while (start > plain && (g_ascii_isdigit (start[-1]) || start[-1] == ',' || start[-1] == '.'))
    start--;
  number = g_strndup (start, (gsize)(unit - start));
  if (!tal_danish_entry_parse (number, &entry, NULL) || entry.kind != TAL_DANISH_ENTRY_NUMBER)
    return FALSE;

  *ret_printed = entry.value;
  return TRUE;
}

/* "1,9 mio. kr." in the description of an initiative that gets 1.187.000. */
static void
check_words (TalPlausibility *self, const TalInitiative *initiative)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_APPROPRIATION, initiative->record.id,
                                  &length);
  TalFraction      million = tal_fraction_from_integer (1000000);
  TalDecimal       printed;
  TalFraction      stored;
  TalInterval      said;
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;

  if (length != 1 || initiative->description == NULL ||
      !find_only_amount (initiative->description, &printed))
    return;

  stored = tal_fraction_divide (tal_fraction_from_decimal (TAL_APPROPRIATION (records[0])->amount),
                                million);
  said = tal_interval_from_printed (printed, TAL_APPROXIMATION_EXACT);
  if (tal_interval_contains (said, stored))
    return;

  amount = dup_amount (TAL_APPROPRIATION (records[0])->amount);
  words = tal_goal_text_value (printed, TAL_MEASURE_UNIT_MILLION_DKK);
  tal_plausibility_report (self, &rule_words, TAL_SEVERITY_WARNING, records[0], TAL_PERIOD_UNSET,
                           g_strdup (words), g_strdup (amount),
                           g_strdup_printf (_ ("%s: the description says %s, but the amount is %s."),
                               initiative->name, words, amount));
}

/* Of all initiatives of a plan. */
static GPtrArray *
list_amounts (TalPlausibility *self, const TalPlan *plan)
{
  GPtrArray              *amounts = g_ptr_array_new ();
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_INITIATIVE, plan->record.id,
                                  &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint                   length = 0;
      const TalRecord *const *records =
          tal_catalogue_get_children (self->catalogue, TAL_KIND_APPROPRIATION, initiatives[i]->id,
                                      &length);

      for (guint j = 0; j < length; j++)
        g_ptr_array_add (amounts, (gpointer)records[j]);
    }

  return amounts;
}

void
tal_plausibility_check_money (TalPlausibility *self)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_PLAN, &length);

  for (guint i = 0; i < length; i++)
    {
      g_autoptr (GPtrArray) amounts = list_amounts (self, TAL_PLAN (records[i]));

      check_frame (self, TAL_PLAN (records[i]), amounts);
    }

  records = tal_catalogue_get_records (self->catalogue, TAL_KIND_INITIATIVE, &length);
  for (guint i = 0; i < length; i++)
    {
      check_price_levels (self, TAL_INITIATIVE (records[i]));
      check_words (self, TAL_INITIATIVE (records[i]));
    }

  records = tal_catalogue_get_records (self->catalogue, TAL_KIND_APPROPRIATION, &length);
  check_duplicates (self, records, length);
}
