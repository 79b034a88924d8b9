/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-ticks.h"

#include <math.h>

/* In tenths, as nice to read as they come early. */
static const int nice_steps[] = { 10, 50, 20, 25, 40, 30 };

#define N_NICE G_N_ELEMENTS (nice_steps)

#define WEIGHT_SIMPLICITY 0.25
#define WEIGHT_COVERAGE 0.2
#define WEIGHT_DENSITY 0.5
#define WEIGHT_LEGIBILITY 0.05

/* What a number may be off by and still be a multiple. */
#define TINY 1e-10

/* No axis needs more, and no search goes on for ever. */
#define MOST_SKIPPED 20
#define MOST_TICKS 40

/* Ten to these powers is a step that a TalDecimal can hold in tenths. */
#define LEAST_POWER -8
#define MOST_POWER 15

typedef struct
{
  double   least;
  double   most;
  guint    wanted;
  gboolean loose;

  double        best;
  TalChartTicks found;
} Search;

static double
score_simplicity (guint nice, guint skipped, double first, double last, double step)
{
  double   remainder = fabs (fmod (first, step));
  gboolean has_zero =
      (remainder < TINY * step || step - remainder < TINY * step) && first <= 0 && last >= 0;

  return 1 - (double)nice / (N_NICE - 1) - skipped + (has_zero ? 1 : 0);
}

static double
score_best_simplicity (guint nice, guint skipped)
{
  return 1 - (double)nice / (N_NICE - 1) - skipped + 1;
}

static double
score_coverage (const Search *self, double first, double last)
{
  double range = self->most - self->least;

  return 1 -
         0.5 * (pow (self->most - last, 2) + pow (self->least - first, 2)) / pow (0.1 * range, 2);
}

static double
score_best_coverage (const Search *self, double span)
{
  double range = self->most - self->least;
  double half = (span - range) / 2;

  return span > range ? 1 - pow (half, 2) / pow (0.1 * range, 2) : 1;
}

static double
score_density (const Search *self, guint length, double first, double last)
{
  double density = (length - 1) / (last - first);
  double wanted = (self->wanted - 1) / (MAX (last, self->most) - MIN (first, self->least));

  return 2 - MAX (density / wanted, wanted / density);
}

static double
score_best_density (const Search *self, guint length)
{
  return length >= self->wanted ? 2 - (double)(length - 1) / (self->wanted - 1) : 1;
}

static double
weigh (double simplicity, double coverage, double density)
{
  return WEIGHT_SIMPLICITY * simplicity + WEIGHT_COVERAGE * coverage + WEIGHT_DENSITY * density +
         WEIGHT_LEGIBILITY;
}

static TalDecimal
make_step (int tenths, int power)
{
  gint64 coefficient = tenths;

  for (; power > 1; power--)
    coefficient *= 10;
  if (power == 1)
    return TAL_DECIMAL (coefficient, 0);
  while (power < 1 && coefficient % 10 == 0)
    {
      coefficient /= 10;
      power++;
    }
  return TAL_DECIMAL (coefficient, (guint8)(1 - power));
}

static void
try_ticks (Search *self, guint nice, guint skipped, guint length, int power, gint64 start)
{
  double        base = nice_steps[nice] / 10.0 * pow (10, power);
  double        step = skipped * base;
  double        first = (double)start * base;
  double        last = first + step * (length - 1);
  double        score;
  TalChartTicks ticks;

  if (self->loose && (first > self->least + TINY * step || last < self->most - TINY * step))
    return;
  score = weigh (score_simplicity (nice, skipped, first, last, step),
                 score_coverage (self, first, last), score_density (self, length, first, last));
  if (score <= self->best || start % (gint64)skipped != 0)
    return;

  ticks.step = make_step (nice_steps[nice], power);
  ticks.step.coefficient *= skipped;
  ticks.first = start / (gint64)skipped;
  ticks.length = length;
  self->best = score;
  self->found = ticks;
}

/* Every place where so many ticks of such a step can begin. */
static void
try_starts (Search *self, guint nice, guint skipped, guint length, int power)
{
  double base = nice_steps[nice] / 10.0 * pow (10, power);
  double from = floor (self->most / (skipped * base)) * skipped - (length - 1.0) * skipped;
  double to = ceil (self->least / (skipped * base)) * skipped;

  for (double start = from; start <= to; start++)
    try_ticks (self, nice, skipped, length, power, (gint64)start);
}

/* FALSE where no more ticks of this step can do better. */
static gboolean
try_length (Search *self, guint nice, guint skipped, guint length)
{
  double density = score_best_density (self, length);
  double simplicity = score_best_simplicity (nice, skipped);
  double range = self->most - self->least;
  double delta;

  if (weigh (simplicity, 1, density) < self->best)
    return FALSE;

  delta = range / (length + 1) / skipped / (nice_steps[nice] / 10.0);
  for (int power = (int)ceil (log10 (delta)); power <= MOST_POWER; power++)
    {
      double step = skipped * nice_steps[nice] / 10.0 * pow (10, power);

      if (power < LEAST_POWER)
        continue;
      if (weigh (simplicity, score_best_coverage (self, step * (length - 1)), density) < self->best)
        break;
      try_starts (self, nice, skipped, length, power);
    }
  return TRUE;
}

static void
search (Search *self)
{
  for (guint skipped = 1; skipped <= MOST_SKIPPED; skipped++)
    {
      for (guint nice = 0; nice < N_NICE; nice++)
        {
          if (weigh (score_best_simplicity (nice, skipped), 1, 1) < self->best)
            return;
          for (guint length = 2; length <= MOST_TICKS; length++)
            {
              if (!try_length (self, nice, skipped, length))
                break;
            }
        }
    }
}

TalChartTicks
tal_chart_ticks_search (double least, double most, guint wanted, gboolean loose)
{
  Search state = { .wanted = MAX (wanted, 2), .loose = loose, .best = -HUGE_VAL };

  state.found = (TalChartTicks){ .step = TAL_DECIMAL (1, 0), .length = 2 };
  g_return_val_if_fail (isfinite (least) && isfinite (most), state.found);

  state.least = MIN (least, most);
  state.most = MAX (least, most);
  if (state.most - state.least < TINY * MAX (fabs (state.least), fabs (state.most)) ||
      state.most <= state.least)
    {
      double room = MAX (fabs (state.most) / 10, 1);

      state.least -= room;
      state.most += room;
    }
  search (&state);
  return state.found;
}

TalDecimal
tal_chart_ticks_get (const TalChartTicks *self, guint position)
{
  g_return_val_if_fail (self != NULL, TAL_DECIMAL_NONE);

  return TAL_DECIMAL (self->step.coefficient * (self->first + (gint64)position), self->step.scale);
}

double
tal_chart_ticks_get_least (const TalChartTicks *self)
{
  return tal_decimal_to_double (tal_chart_ticks_get (self, 0));
}

double
tal_chart_ticks_get_most (const TalChartTicks *self)
{
  return tal_decimal_to_double (tal_chart_ticks_get (self, self->length - 1));
}
