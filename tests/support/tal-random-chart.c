/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-random-chart.h"

#include "charts/tal-chart-palette.h"

#include <math.h>

#define MOST_FIGURES 10000
#define FIRST_YEAR 1990

/* How the figures of one chart are: chosen once for all of them. */
typedef struct
{
  GRand   *chance;
  gint64   most;  /* of the coefficients */
  guint8   scale; /* of the decimals */
  gboolean negative;
  gboolean equal;
  double   missing; /* how many are */
  double   unsure;  /* how many are not final, or not exact */
} Figures;

static const char *const words[] = {
  "job",        "i",          "Ærø",       "kontanthjælpsmodtagere",
  "borgere",    "uddannelse", "å",         "virksomhedsplaceringer",
  "Indsats",    "pct.",       "ØSTERBRO",  "beskæftigelsesordninger",
  "over 30 år", "(ekskl.",    "fleksjob)", "ressourceforløbsydelsesmodtagerundersøgelsen",
};

static gboolean
happens (GRand *chance, double how_often)
{
  return g_rand_double (chance) < how_often;
}

static guint
pick (GRand *chance, guint from, guint to)
{
  return (guint)g_rand_int_range (chance, (gint32)from, (gint32)to + 1);
}

/* From one to sixty letters. */
static char *
create_name (GRand *chance)
{
  glong               most = happens (chance, 0.5) ? (glong)pick (chance, 1, 60) : 20;
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < most && !(text->len > 0 && happens (chance, 0.3)))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            words[pick (chance, 0, G_N_ELEMENTS (words) - 1)]);
  if (g_utf8_strlen (text->str, -1) <= most)
    return g_string_free (g_steal_pointer (&text), FALSE);
  return g_strchomp (g_utf8_substring (text->str, 0, most));
}

static Figures
choose_figures (GRand *chance)
{
  static const double shares[] = { 0, 0, 0.1, 0.6, 1 };
  Figures             figures = { .chance = chance, .most = 1 };
  guint               digits = pick (chance, 0, 9);

  for (guint i = 0; i < digits; i++)
    figures.most *= 10;
  figures.scale = (guint8)pick (chance, 0, 6);
  if (happens (chance, 0.1))
    figures.most = 0;
  figures.negative = happens (chance, 0.25);
  figures.equal = happens (chance, 0.1);
  figures.missing = shares[pick (chance, 0, G_N_ELEMENTS (shares) - 1)];
  figures.unsure = happens (chance, 0.3) ? g_rand_double (chance) : 0;
  return figures;
}

static TalChartValue
create_value (const Figures *self)
{
  gint64        least = self->negative ? -self->most : 0;
  gint64        size = (gint64)(g_rand_double (self->chance) * (double)(self->most - least));
  TalChartValue value =
      tal_chart_value_new (TAL_DECIMAL (self->equal ? self->most : least + size, self->scale));

  if (happens (self->chance, self->missing))
    {
      value = TAL_CHART_VALUE_UNKNOWN;
      if (happens (self->chance, 0.3))
        value.missing = TAL_MISSING_NOT_APPLICABLE;
    }
  value.masked = happens (self->chance, self->missing / 5);
  if (happens (self->chance, self->unsure))
    {
      value.state = TAL_FIGURE_PRELIMINARY;
      value.approximation = TAL_APPROXIMATION_ABOUT;
    }
  return value;
}

/* Mostly few, seldom thousands. */
static guint
choose_length (GRand *chance)
{
  if (happens (chance, 0.005))
    return MOST_FIGURES;
  if (happens (chance, 0.05))
    return pick (chance, 0, 400);
  return pick (chance, 0, happens (chance, 0.5) ? 5 : 40);
}

static void
add_periods (TalChartSpec *spec, GRand *chance, guint length)
{
  static const TalPeriodKind kinds[] = { TAL_PERIOD_MONTH, TAL_PERIOD_QUARTER, TAL_PERIOD_YEAR };
  guint                      choice = spec->kind == TAL_CHART_YEARS      ? 0
                                      : length > 5000                    ? 0
                                      : spec->kind == TAL_CHART_TIMELINE ? 2
                                                                         : pick (chance, 0, 2);
  TalPeriod                  period;

  g_assert_true (
      tal_period_from_number (kinds[choice], FIRST_YEAR + (int)pick (chance, 0, 30), 1, &period));
  for (guint i = 0; i < length; i++)
    {
      tal_chart_spec_add_period (spec, period);
      period = tal_period_step (period, 1);
    }
}

static TalChartPlace
choose_place (const TalChartSpec *spec, GRand *chance)
{
  if (spec->kind == TAL_CHART_FUNNEL)
    return happens (chance, 0.2) ? TAL_CHART_PLACE_BRANCH : TAL_CHART_PLACE_PLAIN;
  if (spec->kind == TAL_CHART_SUM)
    return TAL_CHART_PLACE_PLAIN;
  return happens (chance, 0.1)   ? TAL_CHART_PLACE_TOTAL
         : happens (chance, 0.2) ? TAL_CHART_PLACE_PART
                                 : TAL_CHART_PLACE_PLAIN;
}

static void
add_things (TalChartSpec *spec, GRand *chance, guint length)
{
  for (guint i = 0; i < length; i++)
    {
      g_autofree char  *name = create_name (chance);
      TalChartPosition *position = tal_chart_spec_add_thing (spec, name);

      position->place = choose_place (spec, chance);
      position->hollow = happens (chance, 0.2);
      if (happens (chance, 0.3))
        position->detail = create_name (chance);
    }
}

static guint
choose_n_series (TalChartKind kind, GRand *chance)
{
  switch (kind)
    {
    case TAL_CHART_SPARKLINE:
    case TAL_CHART_DOTS:
    case TAL_CHART_SUM:
    case TAL_CHART_FUNNEL:
    case TAL_CHART_WATERFALL:
    case TAL_CHART_TIMELINE:
      return 1;
    case TAL_CHART_DUMBBELL:
      return 2;
    case TAL_CHART_LINE:
    case TAL_CHART_MULTIPLES:
    case TAL_CHART_COLUMNS:
    case TAL_CHART_MIX:
    case TAL_CHART_DISTRIBUTION:
    case TAL_CHART_YEARS:
      return pick (chance, 1, happens (chance, 0.2) ? 9 : 3);
    case TAL_CHART_BULLET:
    case TAL_CHART_STRIP:
    case TAL_CHART_N_KINDS:
      break;
    }
  return 0;
}

static void
add_series (TalChartSpec *spec, const Figures *figures)
{
  guint length = spec->positions->len > 1000 ? 1 : choose_n_series (spec->kind, figures->chance);

  length = spec->kind == TAL_CHART_DUMBBELL ? 2 : length;
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *name = create_name (figures->chance);
      TalChartSeries  *series = tal_chart_spec_add_series (spec, name);
      gboolean         targets = happens (figures->chance, 0.2);

      series->emphasised = happens (figures->chance, 0.2);
      if (targets)
        series->target_label = create_name (figures->chance);
      for (guint j = 0; j < spec->positions->len; j++)
        {
          tal_chart_series_add (series, create_value (figures));
          if (targets)
            tal_chart_series_add_target (series, create_value (figures));
        }
    }
}

static void
add_breaks (TalChartSpec *spec, GRand *chance)
{
  guint position = 1;

  while (happens (chance, 0.2) && position < spec->positions->len)
    {
      position = pick (chance, position, spec->positions->len - 1);
      tal_chart_spec_add_break (spec, position, "Databrud: nyt register.");
      position++;
    }
}

static void
add_goals (TalChartSpec *spec, const Figures *figures, guint length)
{
  GRand   *chance = figures->chance;
  gboolean per_cent = happens (chance, 0.5);
  char    *group = create_name (chance);

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *wording = create_name (chance);
      TalChartGoal    *goal = tal_chart_spec_add_goal (spec, (int)i + 1, wording);

      if (happens (chance, 0.3))
        {
          g_free (group);
          group = create_name (chance);
        }
      goal->group = g_strdup (group);
      goal->detail = happens (chance, 0.5) ? create_name (chance) : NULL;
      goal->result = create_value (figures);
      goal->target = create_value (figures);
      goal->result_text = happens (chance, 0.7) ? create_name (chance) : NULL;
      goal->target_text = happens (chance, 0.7) ? create_name (chance) : NULL;
      goal->comparison = (TalComparison)pick (chance, 0, TAL_COMPARISON_EXACTLY);
      goal->benchmark = happens (chance, 0.2);
      goal->per_cent = per_cent || happens (chance, 0.3);
      goal->attainment = (TalAttainment)pick (chance, 0, TAL_ATTAINMENT_NO_TARGET);
      goal->verdict = happens (chance, 0.8) ? create_name (chance) : NULL;
    }
  g_free (group);
}

static void
add_spans (TalChartSpec *spec, const Figures *figures, guint length)
{
  GRand *chance = figures->chance;

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *name = create_name (chance);
      TalChartSpan    *span = tal_chart_spec_add_span (spec, name);

      span->first_year = FIRST_YEAR + (int)pick (chance, 0, 40);
      span->first = span->first_year + g_rand_double (chance) * 0.99;
      span->last = span->first + (happens (chance, 0.1) ? 0 : g_rand_double (chance) * 10);
      span->end = (TalChartEnd)pick (chance, 0, TAL_CHART_END_DECLINING);
      span->slot = pick (chance, 0, TAL_CHART_N_SLOTS);
      span->group = happens (chance, 0.7) ? create_name (chance) : NULL;
      span->amount = happens (chance, 0.7) ? create_name (chance) : NULL;
      if (happens (chance, 0.4))
        span->amounts = g_array_new (FALSE, TRUE, sizeof (TalChartValue));
      for (guint j = 0; span->amounts != NULL && j < 5; j++)
        {
          TalChartValue amount = create_value (figures);

          g_array_append_val (span->amounts, amount);
        }
    }
  spec->today = happens (chance, 0.5) ? FIRST_YEAR + g_rand_double (chance) * 50 : 0;
}

static void
add_figures (TalChartSpec *spec, const Figures *figures, guint length)
{
  switch (spec->kind)
    {
    case TAL_CHART_BULLET:
    case TAL_CHART_STRIP:
      add_goals (spec, figures, length);
      return;
    case TAL_CHART_TIMELINE:
      add_spans (spec, figures, length);
      add_periods (spec, figures->chance, pick (figures->chance, 0, 12));
      break;
    case TAL_CHART_SPARKLINE:
    case TAL_CHART_LINE:
    case TAL_CHART_MULTIPLES:
    case TAL_CHART_COLUMNS:
    case TAL_CHART_YEARS:
      add_periods (spec, figures->chance, length);
      break;
    case TAL_CHART_MIX:
    case TAL_CHART_DUMBBELL:
    case TAL_CHART_DISTRIBUTION:
    case TAL_CHART_DOTS:
    case TAL_CHART_SUM:
    case TAL_CHART_FUNNEL:
    case TAL_CHART_WATERFALL:
      add_things (spec, figures->chance, length);
      break;
    case TAL_CHART_N_KINDS:
      break;
    }
  add_series (spec, figures);
}

TalChartSpec *
tal_random_chart_new (GRand *chance, TalChartKind kind)
{
  g_autofree char *title = create_name (chance);
  TalChartSpec    *spec = tal_chart_spec_new (kind, title);
  Figures          figures = choose_figures (chance);

  spec->subtitle = happens (chance, 0.7) ? create_name (chance) : NULL;
  spec->caption = happens (chance, 0.5) ? create_name (chance) : NULL;
  spec->source = happens (chance, 0.7) ? create_name (chance) : NULL;
  for (guint i = 0; happens (chance, 0.4) && i < 8; i++)
    {
      g_autofree char *note = create_name (chance);

      tal_chart_spec_add_note (spec, note);
    }
  spec->unit = (TalMeasureUnit)pick (chance, 0, TAL_MEASURE_UNIT_MILLION_DKK);
  spec->decimals = pick (chance, 0, 2);
  spec->zoomed = happens (chance, 0.2);
  spec->stacked = happens (chance, 0.3);
  spec->own_axes = happens (chance, 0.3);
  add_figures (spec, &figures, choose_length (chance));
  add_breaks (spec, chance);
  return spec;
}

void
tal_random_chart_choose_size (GRand *chance, double *ret_width, double *ret_height)
{
  g_return_if_fail (ret_width != NULL && ret_height != NULL);

  *ret_width = 200 * pow (20, g_rand_double (chance));
  *ret_height = 120 * pow (25, g_rand_double (chance));
}
