/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-parts.h"

#include "core/tal-derive.h"
#include "core/tal-observation.h"

#define BILLION G_GINT64_CONSTANT (1000000000)

typedef struct
{
  const TalSeries *series;
  TalTermSign      sign;
  TalTermPlace     place;
  TalRun          *run;    /* NULL of a computed series */
  guint            cursor; /* in the run: where the last period asked for was, or would be */
} Part;

struct _TalParts
{
  const TalCatalogue *catalogue;
  TalRunSource       *runs;
  GArray             *parts; /* of Part */
};

static void
clear_part (gpointer item)
{
  tal_run_unref (((Part *)item)->run);
}

static gboolean
add_part (TalParts *self, const TalTerm *term, GError **error)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, term->series);
  Part             part = { .sign = term->sign, .place = term->place };

  if (record == NULL)
    return TRUE;

  part.series = TAL_SERIES (record);
  if (!tal_series_is_derived (part.series))
    {
      part.run = tal_run_source_ref_run (self->runs, term->series, error);
      if (part.run == NULL)
        return FALSE;
    }

  g_array_append_val (self->parts, part);
  return TRUE;
}

TalParts *
tal_parts_new (const TalCatalogue *catalogue,
               TalRunSource       *runs,
               const TalSeries    *series,
               GError            **error)
{
  g_autoptr (TalParts) self = g_new0 (TalParts, 1);

  self->catalogue = catalogue;
  self->runs = runs;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      if (!add_part (self, tal_series_get_term (series, i), error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
tal_parts_free (TalParts *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->parts);
  g_free (self);
}

const TalRun *
tal_parts_get_leading_run (const TalParts *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->place == TAL_TERM_ABOVE && part->run != NULL)
        return part->run;
    }

  return NULL;
}

__int128
tal_parts_count_billionths (TalDecimal value)
{
  __int128 count = value.coefficient;

  for (guint8 scale = value.scale; scale < TAL_DECIMAL_MAX_SCALE; scale++)
    count *= 10;
  return count;
}

/* The figure of exactly that period, walking forward from where the last one was. */
static const TalObservation *
find_onward (Part *part, TalPeriod period)
{
  guint length = tal_run_get_length (part->run);

  while (part->cursor < length)
    {
      const TalObservation *each = tal_run_get_observation (part->run, part->cursor);
      int                   order = tal_period_compare (each->period, period);

      if (order == 0)
        return each;
      if (order > 0)
        return NULL;
      part->cursor++;
    }

  return NULL;
}

static void
make_fractional (TalPartSum *sum)
{
  if (!sum->plain)
    return;

  sum->value = tal_part_sum_get_value (sum);
  sum->plain = FALSE;
}

static void
add_plain (TalPartSum *sum, const Part *part, TalDecimal value)
{
  __int128 count = tal_parts_count_billionths (value);

  if (!sum->plain)
    {
      TalFraction fraction = tal_fraction_from_decimal (value);

      sum->value = part->sign == TAL_TERM_PLUS ? tal_fraction_add (sum->value, fraction)
                                               : tal_fraction_subtract (sum->value, fraction);
      return;
    }

  sum->billionths += part->sign == TAL_TERM_PLUS ? count : -count;
}

/* Of a term that is computed, or rolled up from other periods. */
static gboolean
add_computed (TalParts *self, TalPartSum *sum, const Part *part, TalPeriod period, GError **error)
{
  TalFigure figure;

  if (!tal_derive_figure (self->catalogue, self->runs, part->series, period, &figure, error))
    return FALSE;

  if (!tal_figure_is_known (&figure))
    {
      sum->known = FALSE;
      return TRUE;
    }

  make_fractional (sum);
  sum->value = part->sign == TAL_TERM_PLUS ? tal_fraction_add (sum->value, figure.value)
                                           : tal_fraction_subtract (sum->value, figure.value);
  sum->known &= tal_fraction_is_valid (sum->value);
  return TRUE;
}

gboolean
tal_parts_sum (
    TalParts *self, TalTermPlace place, TalPeriod period, TalPartSum *ret_sum, GError **error)
{
  TalPartSum sum = { .known = TRUE, .plain = TRUE };
  guint      n_values = 0;

  for (guint i = 0; i < self->parts->len && sum.known; i++)
    {
      Part                 *part = &g_array_index (self->parts, Part, i);
      const TalObservation *observation = NULL;

      if (part->place != place)
        continue;

      observation = part->run != NULL ? find_onward (part, period) : NULL;
      if (observation != NULL && observation->missing == TAL_MISSING_NOT_APPLICABLE)
        continue;

      n_values++;
      if (observation != NULL && observation->missing == TAL_MISSING_NOT)
        add_plain (&sum, part, observation->value);
      else if (observation != NULL ||
               (part->run != NULL && part->series->roll_up == TAL_ROLL_UP_NONE))
        sum.known = FALSE;
      else if (!add_computed (self, &sum, part, period, error))
        return FALSE;
    }

  sum.known &= n_values > 0;
  *ret_sum = sum;
  return TRUE;
}

TalFraction
tal_part_sum_get_value (const TalPartSum *self)
{
  TalFraction billionths = { self->billionths, 1 };

  return self->plain ? tal_fraction_divide (billionths, tal_fraction_from_integer (BILLION))
                     : self->value;
}

TalInterval
tal_parts_make_interval (const TalSeries      *series,
                         const TalObservation *observation,
                         gboolean              worded)
{
  TalApproximation approximation = worded ? observation->approximation : TAL_APPROXIMATION_EXACT;

  if (tal_series_is_count (series) && approximation == TAL_APPROXIMATION_EXACT)
    return tal_interval_from_exact (tal_fraction_from_decimal (observation->value));

  return tal_interval_from_printed (observation->value, approximation);
}

/* Of a computed term: of a sum what its own terms hide, of anything else its exact value. */
static gboolean
find_computed_interval (TalParts    *self,
                        const Part  *part,
                        TalPeriod    period,
                        gboolean     worded,
                        TalInterval *ret_interval,
                        GError     **error)
{
  g_autoptr (TalParts) inner = NULL;
  TalFigure            figure;

  if (part->series->basis == TAL_BASIS_SUM)
    {
      inner = tal_parts_new (self->catalogue, self->runs, part->series, error);
      return inner != NULL &&
             tal_parts_sum_interval (inner, TAL_TERM_ABOVE, period, worded, ret_interval, error);
    }

  if (!tal_derive_figure (self->catalogue, self->runs, part->series, period, &figure, error))
    return FALSE;

  *ret_interval = tal_interval_from_exact (
      tal_figure_is_known (&figure) ? figure.value : tal_fraction_from_integer (0));
  return TRUE;
}

gboolean
tal_parts_get_interval (TalParts    *self,
                        guint        position,
                        TalPeriod    period,
                        gboolean     worded,
                        TalInterval *ret_interval,
                        GError     **error)
{
  const Part           *part = &g_array_index (self->parts, Part, position);
  const TalObservation *observation = part->run != NULL ? tal_run_find (part->run, period) : NULL;

  if (observation == NULL)
    return find_computed_interval (self, part, period, worded, ret_interval, error);

  *ret_interval = observation->missing == TAL_MISSING_NOT
                      ? tal_parts_make_interval (part->series, observation, worded)
                      : tal_interval_from_exact (tal_fraction_from_integer (0));
  return TRUE;
}

gboolean
tal_parts_sum_interval (TalParts    *self,
                        TalTermPlace place,
                        TalPeriod    period,
                        gboolean     worded,
                        TalInterval *ret_sum,
                        GError     **error)
{
  TalInterval sum = tal_interval_from_exact (tal_fraction_from_integer (0));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      TalInterval each;

      if (part->place != place)
        continue;
      if (!tal_parts_get_interval (self, i, period, worded, &each, error))
        return FALSE;
      sum = part->sign == TAL_TERM_PLUS ? tal_interval_add (sum, each)
                                        : tal_interval_subtract (sum, each);
    }

  *ret_sum = sum;
  return TRUE;
}

guint
tal_parts_get_length (const TalParts *self)
{
  return self->parts->len;
}
