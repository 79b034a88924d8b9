/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One value of an entered series in one period.  It is no object of its own: its
 * key is the series (the record's id) and the period.  It has a value or a reason
 * why there is none, never both.
 */

#pragma once

#include "base/tal-approximation.h"
#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_FIGURE_FINAL,
  TAL_FIGURE_PRELIMINARY,
  TAL_FIGURE_ESTIMATE,
} TalFigureState;

#define TAL_N_FIGURE_STATES (TAL_FIGURE_ESTIMATE + 1)

typedef enum
{
  TAL_MISSING_NOT, /* there is a value */
  TAL_MISSING_NOT_AVAILABLE,
  TAL_MISSING_NOT_APPLICABLE,
  TAL_MISSING_WITHHELD,
  TAL_MISSING_NOT_YET_REPORTED,
} TalMissing;

typedef struct
{
  TalRecord        record; /* its id is the series' */
  TalPeriod        period;
  TalDecimal       value; /* TAL_DECIMAL_NONE where missing */
  TalMissing       missing;
  TalFigureState   state;
  TalApproximation approximation;
  TalDay           as_of;
  TalDay           final_expected;
  gboolean         kept; /* somebody looked at what is asked about the value and said it is right */
  char            *note;
} TalObservation;

#define TAL_OBSERVATION(record) \
  ((const TalObservation *)tal_record_check ((const TalRecord *)(record), TAL_KIND_OBSERVATION))

extern const TalStructure tal_observation_structure;

TalObservation *tal_observation_new (TalId series, TalPeriod period, TalDecimal value);

/* "about", "not-available", "final": the fixed words of files. */
const char *tal_approximation_get_name (TalApproximation approximation);
const char *tal_missing_get_name (TalMissing missing);
const char *tal_figure_state_get_name (TalFigureState state);
gboolean    tal_figure_state_from_name (const char *name, TalFigureState *ret_state);
/* "Final", translated; and which of them begins with what a person typed, in any case. */
const char *tal_figure_state_get_title (TalFigureState state);
gboolean    tal_figure_state_from_title (const char *typed, TalFigureState *ret_state);

G_END_DECLS
