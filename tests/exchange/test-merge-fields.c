/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-observation.h"
#include "exchange/tal-merge-fields.h"

#include <glib.h>

/* "268", "268 kept" */
static TalRecord *
make_figure (const char *text)
{
  TalId           series = { { 0x01, 0x90 } };
  TalPeriod       period = TAL_PERIOD_UNSET;
  TalObservation *figure = NULL;

  g_assert_true (tal_period_parse ("2023", &period, NULL));
  figure = tal_observation_new (series, period, TAL_DECIMAL (g_ascii_strtoll (text, NULL, 10), 0));
  figure->kept = g_str_has_suffix (text, " kept");
  return &figure->record;
}

static char *
dup_figure (const TalRecord *record)
{
  const TalObservation *figure = TAL_OBSERVATION (record);

  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", figure->value.coefficient,
                          figure->kept ? " kept" : "");
}

/* That a figure is right goes to who has the same figure, and never to another one. */
static void
test_merge_fields_keep_a_value_with_what_was_said_of_it (void)
{
  static const struct
  {
    const char *base;
    const char *ours;
    const char *theirs;
    const char *merged; /* where a conflict is left as it is here */
    const char *taken;  /* where theirs is chosen */
    gboolean    conflicts;
  } cases[] = {
    { "268", "268", "268 kept", "268 kept", "268 kept", FALSE },
    { "268", "268 kept", "268", "268 kept", "268 kept", FALSE },
    { "268", "268 kept", "268 kept", "268 kept", "268 kept", FALSE },
    { "268 kept", "268 kept", "268", "268", "268", FALSE },
    { "268 kept", "268 kept", "286", "286", "286", FALSE },
    { "268", "286", "268 kept", "286", "268 kept", TRUE },
    { "268", "268 kept", "286", "268 kept", "286", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalRecord)      base = make_figure (cases[i].base);
      g_autoptr (TalRecord)      ours = make_figure (cases[i].ours);
      g_autoptr (TalRecord)      theirs = make_figure (cases[i].theirs);
      g_autoptr (TalMergeFields) fields = tal_merge_fields_new (ours, theirs, base);
      g_autofree char           *merged = dup_figure (fields->ours);
      g_autofree char           *taken = dup_figure (fields->theirs);

      g_assert_cmpstr (merged, ==, cases[i].merged);
      g_assert_cmpstr (taken, ==, cases[i].taken);
      g_assert_cmpint (tal_merge_fields_has_conflict (fields), ==, cases[i].conflicts);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/merge-fields/keep-a-value-with-what-was-said-of-it",
                   test_merge_fields_keep_a_value_with_what_was_said_of_it);

  return g_test_run ();
}
