/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure of any series in a period.  An entered one is looked up; a derived
 * one is computed from its parts each time it is read and never stored.
 *
 * A derived figure with a missing part is missing; its state is the weakest of its
 * parts' and it is approximate if any of them is.  A part that was not entered for
 * the period itself is rolled up from the periods that tile it, but only where its
 * series says how it rolls up.
 *
 * A change across a break, of its own series or of one that it is made of, is not
 * applicable: the earlier figure is of the old kind, the later one of the new.
 */

#pragma once

#include "base/tal-approximation.h"
#include "base/tal-fraction.h"
#include "core/tal-catalogue.h"
#include "core/tal-observation.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalMissing       missing;  /* TAL_MISSING_NOT where there is a value */
  gboolean         found;    /* whether anything at all is said about the period */
  gboolean         computed; /* derived or rolled up: 'value' may need rounding */
  TalFraction      value;    /* valid where not missing */
  TalDecimal       entered;  /* the value as typed, where it is not computed */
  TalFigureState   state;
  TalApproximation approximation;
  TalDay           final_expected; /* the latest of its parts', or none */
} TalFigure;

/* Of what nothing is said. */
#define TAL_FIGURE_UNFOUND \
  ((TalFigure){ .missing = TAL_MISSING_NOT_AVAILABLE, .entered = TAL_DECIMAL_NONE })

/* Deeper and wider than anyone builds by hand: how many series may stand one upon the
 * other, and how many figures may be read for one.  A ring of series would never end, and
 * series that each stand in the next one twice would take for ever. */
#define TAL_DERIVE_MAX_DEPTH 32
#define TAL_DERIVE_MAX_STEPS 20000

/* TAL_ERROR_DAMAGED where series are made of one another in a ring, of a series that isn't
 * there, or of too many; or the run source's error. */
gboolean tal_derive_figure (const TalCatalogue *catalogue,
                            TalRunSource       *runs,
                            const TalSeries    *series,
                            TalPeriod           period,
                            TalFigure          *ret_figure,
                            GError            **error);

/* The sum of the series' terms above or below the line; not found where it has
 * none there.  Of an entered share it is the count that is known. */
gboolean tal_derive_sum (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalSeries    *series,
                         TalTermPlace        place,
                         TalPeriod           period,
                         TalFigure          *ret_figure,
                         GError            **error);

/* Every period in which the series may have a figure, oldest first, each once: the
 * array of TalPeriod holds the observed periods of the entered series that it is or
 * is made of. */
GArray *tal_derive_list_periods (const TalCatalogue *catalogue,
                                 TalRunSource       *runs,
                                 const TalSeries    *series,
                                 GError            **error);

/* The entered series that it is made of, itself where it is entered: an array of
 * const TalSeries *, each once. */
GPtrArray *tal_derive_list_entered (const TalCatalogue *catalogue, const TalSeries *series);

/* Puts an array of TalPeriod in order, each once. */
void tal_period_list_sort (GArray *periods);

/* Whether there is a value. */
gboolean tal_figure_is_known (const TalFigure *self);
/* As it is shown: an entered value as entered, a computed one rounded to
 * 'decimals'.  FALSE where it is missing or too large to show. */
gboolean tal_figure_get_decimal (const TalFigure *self, int decimals, TalDecimal *ret_value);
/* With as many decimals as it takes to be exact.  FALSE where it is missing or no decimal
 * is exact. */
gboolean tal_figure_get_exact (const TalFigure *self, TalDecimal *ret_value);

G_END_DECLS
