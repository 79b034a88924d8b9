/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-derive.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TalCatalogue *catalogue;
  TalRunSource       *runs;
  guint               depth;
  guint               steps;
} Derivation;

static gboolean compute_figure (Derivation      *derivation,
                                const TalSeries *series,
                                TalPeriod        period,
                                TalFigure       *ret_figure,
                                GError         **error);

static TalFigure
make_computed (TalFraction value)
{
  return (
      TalFigure){ .found = TRUE, .computed = TRUE, .value = value, .entered = TAL_DECIMAL_NONE };
}

static TalFigure
make_observed (const TalObservation *observation)
{
  return (TalFigure){
    .missing = observation->missing,
    .found = TRUE,
    .value = observation->missing == TAL_MISSING_NOT
                 ? tal_fraction_from_decimal (observation->value)
                 : (TalFraction){ 0 },
    .entered = observation->value,
    .state = observation->state,
    .approximation = observation->approximation,
    .final_expected = observation->final_expected,
  };
}

/* How sure the whole is follows from the part. */
static void
weaken (TalFigure *whole, const TalFigure *part)
{
  if (whole->missing == TAL_MISSING_NOT)
    whole->missing = part->missing;
  whole->found |= part->found;
  whole->state = MAX (whole->state, part->state);
  if (part->approximation != TAL_APPROXIMATION_EXACT)
    whole->approximation = TAL_APPROXIMATION_ABOUT;
  whole->final_expected = MAX (whole->final_expected, part->final_expected);
}

/* A division by zero, or a number past all bounds, is no figure. */
static void
settle (TalFigure *figure)
{
  if (figure->missing == TAL_MISSING_NOT && !tal_fraction_is_valid (figure->value))
    figure->missing = TAL_MISSING_NOT_AVAILABLE;
  if (figure->missing != TAL_MISSING_NOT)
    figure->value = (TalFraction){ 0 };
}

static gboolean
refuse_structure (const TalSeries *series, GError **error)
{
  g_set_error (error, TAL_ERROR, TAL_ERROR_DAMAGED,
               _ ("The series “%s” is made of itself, of a series that isn't there, "
                  "or of too many."),
                  series->name != NULL ? series->name : "");
  return FALSE;
}

/* The observations of 'kind' that tile the period, or NULL where one is missing. */
static GPtrArray *
find_parts (const TalRun *run, TalPeriod period, TalPeriodKind kind)
{
  g_autoptr (GArray)    periods = tal_period_list_parts (period, kind);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < periods->len; i++)
    {
      const TalObservation *part = tal_run_find (run, g_array_index (periods, TalPeriod, i));

      if (part == NULL || part->missing != TAL_MISSING_NOT)
        return NULL;
      g_ptr_array_add (parts, (gpointer)part);
    }

  return parts->len > 1 ? g_steal_pointer (&parts) : NULL;
}

static TalFigure
roll_up_parts (const GPtrArray *parts, TalRollUp roll_up)
{
  TalFigure whole = make_computed (tal_fraction_from_integer (0));

  for (guint i = 0; i < parts->len; i++)
    {
      TalFigure part = make_observed (g_ptr_array_index (parts, i));

      weaken (&whole, &part);
      whole.value =
          roll_up == TAL_ROLL_UP_LAST ? part.value : tal_fraction_add (whole.value, part.value);
    }

  if (roll_up == TAL_ROLL_UP_MEAN)
    whole.value = tal_fraction_divide (whole.value, tal_fraction_from_integer (parts->len));
  settle (&whole);
  return whole;
}

/* From the coarsest periods that tile it: quarters before months. */
static TalFigure
roll_up (const TalRun *run, TalPeriod period, TalRollUp how)
{
  static const TalPeriodKind kinds[] = { TAL_PERIOD_YEAR,  TAL_PERIOD_HALF_YEAR, TAL_PERIOD_QUARTER,
                                         TAL_PERIOD_MONTH, TAL_PERIOD_WEEK,      TAL_PERIOD_DAY };

  if (how == TAL_ROLL_UP_NONE)
    return TAL_FIGURE_UNFOUND;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) parts = find_parts (run, period, kinds[i]);

      if (parts != NULL)
        return roll_up_parts (parts, how);
    }

  return TAL_FIGURE_UNFOUND;
}

static gboolean
look_up (Derivation      *derivation,
         const TalSeries *series,
         TalPeriod        period,
         TalFigure       *ret_figure,
         GError         **error)
{
  g_autoptr (TalRun)    run = NULL;
  const TalObservation *observation = NULL;

  run = tal_run_source_ref_run (derivation->runs, series->record.id, error);
  if (run == NULL)
    return FALSE;

  observation = tal_run_find (run, period);
  *ret_figure =
      observation != NULL ? make_observed (observation) : roll_up (run, period, series->roll_up);
  return TRUE;
}

static gboolean
sum_terms (Derivation      *derivation,
           const TalSeries *series,
           TalTermPlace     place,
           TalPeriod        period,
           TalFigure       *ret_sum,
           GError         **error)
{
  TalFigure sum = make_computed (tal_fraction_from_integer (0));
  guint     n_terms = 0;

  sum.found = FALSE;
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm   *term = tal_series_get_term (series, i);
      const TalRecord *part =
          tal_catalogue_find (derivation->catalogue, TAL_KIND_SERIES, term->series);
      TalFigure figure;

      if (term->place != place)
        continue;
      if (part == NULL)
        return refuse_structure (series, error);
      if (!compute_figure (derivation, TAL_SERIES (part), period, &figure, error))
        return FALSE;

      n_terms++;
      weaken (&sum, &figure);
      sum.value = term->sign == TAL_TERM_PLUS ? tal_fraction_add (sum.value, figure.value)
                                              : tal_fraction_subtract (sum.value, figure.value);
    }

  if (n_terms == 0)
    sum = TAL_FIGURE_UNFOUND;
  settle (&sum);
  *ret_sum = sum;
  return TRUE;
}

static TalFraction
get_factor (const TalSeries *series)
{
  return tal_decimal_is_none (series->factor) ? tal_fraction_from_integer (1)
                                              : tal_fraction_from_decimal (series->factor);
}

/* (a ÷ b) × factor, as sure as both. */
static TalFigure
divide (const TalSeries *series, TalFigure above, const TalFigure *below)
{
  weaken (&above, below);
  above.value =
      tal_fraction_multiply (tal_fraction_divide (above.value, below->value), get_factor (series));
  settle (&above);
  return above;
}

/* Whether the two periods' figures are of different kinds: of the series itself, or of
 * anything that it is made of.  Asked once those figures have been derived, so the series are
 * there and end. */
static gboolean
is_broken (const Derivation *derivation, const TalSeries *series, TalPeriod then, TalPeriod now)
{
  if (tal_series_find_break (series, then, now) != NULL)
    return TRUE;

  /* An entered figure doesn't follow from its terms. */
  for (guint i = 0; tal_series_is_derived (series) && i < tal_series_get_n_terms (series); i++)
    {
      const TalRecord *part = tal_catalogue_find (derivation->catalogue, TAL_KIND_SERIES,
                                                  tal_series_get_term (series, i)->series);

      if (part != NULL && is_broken (derivation, TAL_SERIES (part), then, now))
        return TRUE;
    }

  return FALSE;
}

static gboolean
compute_change (Derivation      *derivation,
                const TalSeries *series,
                TalPeriod        period,
                TalFigure       *ret_figure,
                GError         **error)
{
  TalPeriod earlier = tal_period_step (period, -MAX (series->lag, 1));
  TalFigure now;
  TalFigure then;
  TalFigure change;

  if (!sum_terms (derivation, series, TAL_TERM_ABOVE, period, &now, error) ||
      !sum_terms (derivation, series, TAL_TERM_ABOVE, earlier, &then, error))
    return FALSE;

  change = now;
  weaken (&change, &then);
  change.value = tal_fraction_subtract (now.value, then.value);
  if (now.found && then.found && is_broken (derivation, series, earlier, period))
    change.missing = TAL_MISSING_NOT_APPLICABLE;
  settle (&change);
  *ret_figure =
      series->basis == TAL_BASIS_RELATIVE_CHANGE ? divide (series, change, &then) : change;
  return TRUE;
}

static gboolean
compute_derived (Derivation      *derivation,
                 const TalSeries *series,
                 TalPeriod        period,
                 TalFigure       *ret_figure,
                 GError         **error)
{
  TalFigure above;
  TalFigure below;

  switch (series->basis)
    {
    case TAL_BASIS_ENTERED:
      return look_up (derivation, series, period, ret_figure, error);
    case TAL_BASIS_SUM:
      return sum_terms (derivation, series, TAL_TERM_ABOVE, period, ret_figure, error);
    case TAL_BASIS_RATIO:
      if (!sum_terms (derivation, series, TAL_TERM_ABOVE, period, &above, error) ||
          !sum_terms (derivation, series, TAL_TERM_BELOW, period, &below, error))
        return FALSE;
      *ret_figure = divide (series, above, &below);
      return TRUE;
    case TAL_BASIS_CHANGE:
    case TAL_BASIS_RELATIVE_CHANGE:
      return compute_change (derivation, series, period, ret_figure, error);
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
compute_figure (Derivation      *derivation,
                const TalSeries *series,
                TalPeriod        period,
                TalFigure       *ret_figure,
                GError         **error)
{
  gboolean done = FALSE;

  if (derivation->depth >= TAL_DERIVE_MAX_DEPTH || derivation->steps++ >= TAL_DERIVE_MAX_STEPS)
    return refuse_structure (series, error);

  derivation->depth++;
  done = compute_derived (derivation, series, period, ret_figure, error);
  derivation->depth--;
  return done;
}

gboolean
tal_derive_figure (const TalCatalogue *catalogue,
                   TalRunSource       *runs,
                   const TalSeries    *series,
                   TalPeriod           period,
                   TalFigure          *ret_figure,
                   GError            **error)
{
  Derivation derivation = { catalogue, runs, 0, 0 };

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (series != NULL, FALSE);
  g_return_val_if_fail (tal_period_is_set (period), FALSE);

  return compute_figure (&derivation, series, period, ret_figure, error);
}

gboolean
tal_derive_sum (const TalCatalogue *catalogue,
                TalRunSource       *runs,
                const TalSeries    *series,
                TalTermPlace        place,
                TalPeriod           period,
                TalFigure          *ret_figure,
                GError            **error)
{
  Derivation derivation = { catalogue, runs, 0, 0 };

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (series != NULL, FALSE);
  g_return_val_if_fail (tal_period_is_set (period), FALSE);

  return sum_terms (&derivation, series, place, period, ret_figure, error);
}

static void
collect_entered (const TalCatalogue *catalogue,
                 const TalSeries    *series,
                 GHashTable         *visited,
                 GPtrArray          *entered)
{
  if (!g_hash_table_add (visited, (gpointer)series))
    return;

  if (!tal_series_is_derived (series))
    {
      g_ptr_array_add (entered, (gpointer)series);
      return;
    }

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalRecord *part =
          tal_catalogue_find (catalogue, TAL_KIND_SERIES, tal_series_get_term (series, i)->series);

      if (part != NULL)
        collect_entered (catalogue, TAL_SERIES (part), visited, entered);
    }
}

GPtrArray *
tal_derive_list_entered (const TalCatalogue *catalogue, const TalSeries *series)
{
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  GPtrArray             *entered = g_ptr_array_new ();

  g_return_val_if_fail (catalogue != NULL, entered);
  g_return_val_if_fail (series != NULL, entered);

  collect_entered (catalogue, series, visited, entered);
  return entered;
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return tal_period_compare (*(const TalPeriod *)a, *(const TalPeriod *)b);
}

void
tal_period_list_sort (GArray *periods)
{
  g_return_if_fail (periods != NULL);

  g_array_sort (periods, compare_periods);
  for (guint i = periods->len; i > 1; i--)
    {
      if (tal_period_is_equal (g_array_index (periods, TalPeriod, i - 1),
                               g_array_index (periods, TalPeriod, i - 2)))
        g_array_remove_index (periods, i - 1);
    }
}

GArray *
tal_derive_list_periods (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalSeries    *series,
                         GError            **error)
{
  g_autoptr (GPtrArray) entered = NULL;
  g_autoptr (GArray)    periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (series != NULL, NULL);

  entered = tal_derive_list_entered (catalogue, series);
  for (guint i = 0; i < entered->len; i++)
    {
      const TalSeries   *part = g_ptr_array_index (entered, i);
      g_autoptr (TalRun) run = tal_run_source_ref_run (runs, part->record.id, error);

      if (run == NULL)
        return NULL;
      for (guint j = 0; j < tal_run_get_length (run); j++)
        g_array_append_val (periods, tal_run_get_observation (run, j)->period);
    }

  tal_period_list_sort (periods);
  return g_steal_pointer (&periods);
}

gboolean
tal_figure_is_known (const TalFigure *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->found && self->missing == TAL_MISSING_NOT;
}

gboolean
tal_figure_get_decimal (const TalFigure *self, int decimals, TalDecimal *ret_value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (decimals >= 0 && decimals <= TAL_DECIMAL_MAX_SCALE, FALSE);

  if (!tal_figure_is_known (self))
    return FALSE;

  if (!self->computed)
    {
      *ret_value = self->entered;
      return TRUE;
    }

  return tal_fraction_round (self->value, (guint8)decimals, ret_value);
}

gboolean
tal_figure_get_exact (const TalFigure *self, TalDecimal *ret_value)
{
  TalDecimal rounded;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!tal_figure_is_known (self))
    return FALSE;

  for (guint8 scale = 0; scale <= TAL_DECIMAL_MAX_SCALE; scale++)
    {
      if (!tal_fraction_round (self->value, scale, &rounded))
        return FALSE;
      if (tal_fraction_compare (tal_fraction_from_decimal (rounded), self->value) == 0)
        {
          *ret_value = rounded;
          return TRUE;
        }
    }

  return FALSE;
}
