/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-collation.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* As ICU 78 orders them for Danish with numbers by value, and what it does not know of. */
static const char *const in_order[] = {
  "",
  " x",
  "- x",
  "2017",
  "10.000",
  "A",
  "a",
  "Akacieparken",
  "aktivitetsparate",
  "Aldersrogade",
  "Amager",
  "Andst",
  "Bronx",
  "Brønshøj",
  "dataanalyse",
  "datoer",
  "ekstraarbejde",
  "ekstrem",
  "en",
  "én",
  "Indsats 2",
  "Indsats 02 b",
  "Indsats 10",
  "Mühl",
  "Müller",
  "Norge",
  "Nørrebro",
  "temaaften",
  "temperatur",
  "Valby",
  "Vesterbro",
  "Wien",
  "Zonen",
  "Æblet",
  "Ældre",
  "Østerbro",
  "Östersund",
  "Øvrige",
  "Aalborg",
  "ånden",
  "Århus",
  "Aarhus",
  "Москва",
};

static void
test_danish_collation_orders_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (in_order); j++)
        {
          int order = tal_danish_collation_compare (in_order[i], in_order[j]);

          g_test_message ("%s, %s", in_order[i], in_order[j]);
          g_assert_cmpint (CLAMP (order, -1, 1), ==, (i > j) - (i < j));
        }
    }
}

/* Whoever sorts by keys gets the same order. */
static void
test_danish_collation_key_is_the_order (void)
{
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (in_order); i++)
    {
      g_autofree char *one = tal_danish_collation_dup_key (in_order[i]);
      g_autofree char *next = tal_danish_collation_dup_key (in_order[i + 1]);

      g_assert_cmpint (strcmp (one, next), <, 0);
    }
}

/* Letters and their marks may come as one character or as two. */
static void
test_danish_collation_of_composed_and_decomposed_letters (void)
{
  g_assert_cmpint (tal_danish_collation_compare ("A\314\212rhus", "Andst"), >, 0);
  g_assert_cmpint (tal_danish_collation_compare ("A\314\212rhus", "Aarhus"), <, 0);
  g_assert_cmpint (tal_danish_collation_compare ("\377", "a"), !=, 0);
}

static void
test_danish_collation_folds (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Århus", "aarhus" },
    { "AARHUS", "aarhus" },
    { "A\314\212rhus", "aarhus" },
    { "Østerbro", "oesterbro" },
    { "oesterbro", "oesterbro" },
    { "Ældre", "aeldre" },
    { "Ældre  og\302\240yngre ", "aeldre og yngre" },
    { "Idé", "ide" },
    { "Müller", "muller" },
    { "1.357", "1357" },
    { "1.234.567 kr.", "1234567 kr." },
    { "1357", "1357" },
    { "1.5", "1.5" },
    { "1.3571", "1.3571" },
    { "kl. 10.425", "kl. 10425" },
    { "2017–18", "2017-18" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = tal_danish_collation_dup_folded (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/danish-collation/orders-names", test_danish_collation_orders_names);
  g_test_add_func ("/base/danish-collation/key-is-the-order",
                   test_danish_collation_key_is_the_order);
  g_test_add_func ("/base/danish-collation/of-composed-and-decomposed-letters",
                   test_danish_collation_of_composed_and_decomposed_letters);
  g_test_add_func ("/base/danish-collation/folds", test_danish_collation_folds);

  return g_test_run ();
}
