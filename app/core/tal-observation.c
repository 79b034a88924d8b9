/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-observation.h"

#include "base/tal-danish-text.h"

#include <glib/gi18n-lib.h>

static const char *const states[] = { "final", "preliminary", "estimate", NULL };
static const char *const missing_words[] = { "not",      "not-available",    "not-applicable",
                                             "withheld", "not-yet-reported", NULL };

static const char *const approximations[] = { "exact",  "about",     "over",      "under",
                                              "nearly", "more-than", "less-than", NULL };

static const TalField fields[] = {
  { "period", N_ ("Period"), TAL_FIELD_PERIOD, TRUE, G_STRUCT_OFFSET (TalObservation, period) },
    { "value", N_ ("Value"), TAL_FIELD_DECIMAL, FALSE, G_STRUCT_OFFSET (TalObservation, value) },
      { "missing",
        N_ ("Missing"),
            TAL_FIELD_WORD,
            FALSE,
            G_STRUCT_OFFSET (TalObservation, missing),
            .words = missing_words },
        { "state",
          N_ ("State"),
              TAL_FIELD_WORD,
              FALSE,
              G_STRUCT_OFFSET (TalObservation, state),
              .words = states },
          { "approximation",
            N_ ("Approximate"),
                TAL_FIELD_WORD,
                FALSE,
                G_STRUCT_OFFSET (TalObservation, approximation),
                .words = approximations },
            { "as-of",
              N_ ("As of"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalObservation, as_of) },
              { "final-expected",
                N_ ("Final figure expected"),
                    TAL_FIELD_DAY,
                    FALSE,
                    G_STRUCT_OFFSET (TalObservation, final_expected) },
                { "kept",
                  N_ ("Kept"), TAL_FIELD_BOOLEAN, FALSE, G_STRUCT_OFFSET (TalObservation, kept) },
                  { "note",
                    N_ ("Remark"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalObservation, note) },
                };

const TalStructure tal_observation_structure = { "observation", sizeof (TalObservation), fields,
                                                 G_N_ELEMENTS (fields) };

TalObservation *
tal_observation_new (TalId series, TalPeriod period, TalDecimal value)
{
  TalObservation *self = tal_record_new (TAL_KIND_OBSERVATION, series);

  self->period = period;
  self->value = value;
  return self;
}

const char *
tal_approximation_get_name (TalApproximation approximation)
{
  g_return_val_if_fail (approximation < G_N_ELEMENTS (approximations) - 1, NULL);

  return approximations[approximation];
}

const char *
tal_missing_get_name (TalMissing missing)
{
  g_return_val_if_fail (missing < G_N_ELEMENTS (missing_words) - 1, NULL);

  return missing_words[missing];
}

const char *
tal_figure_state_get_name (TalFigureState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states) - 1, NULL);

  return states[state];
}

gboolean
tal_figure_state_from_name (const char *name, TalFigureState *ret_state)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; states[i] != NULL; i++)
    {
      if (g_str_equal (name, states[i]))
        {
          *ret_state = (TalFigureState)i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
tal_figure_state_get_title (TalFigureState state)
{
  static const char *const titles[] = { N_ ("Final"), N_ ("Preliminary"), N_ ("Estimate") };

  g_return_val_if_fail (state < G_N_ELEMENTS (titles), NULL);

  return _ (titles[state]);
}

gboolean
tal_figure_state_from_title (const char *typed, TalFigureState *ret_state)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (typed != NULL, FALSE);

  plain = tal_danish_text_dup_plain (typed);
  for (guint i = 0; plain[0] != '\0' && i < TAL_N_FIGURE_STATES; i++)
    {
      g_autofree char *title =
          tal_danish_text_dup_plain (tal_figure_state_get_title ((TalFigureState)i));

      if (g_str_has_prefix (title, plain))
        {
          *ret_state = (TalFigureState)i;
          return TRUE;
        }
    }

  return FALSE;
}
