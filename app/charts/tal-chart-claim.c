/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-claim.h"

#include "charts/tal-chart-text.h"
#include "charts/tal-chart-words.h"
#include "core/tal-danish-noun.h"
#include "core/tal-danish-numeral.h"
#include "core/tal-trend-text.h"

#include <string.h>

/* The first and the last period in which the row has a value; FALSE where there are not two. */
static gboolean
find_ends (const TalChartSpec *spec, guint row, guint *ret_first, guint *ret_last)
{
  const TalChartSeries *series = tal_chart_spec_get_series (spec, row);
  guint                 first = G_MAXUINT;
  guint                 last = 0;

  for (guint i = 0; i < spec->positions->len; i++)
    {
      TalChartValue value = tal_chart_series_get (series, i);

      if (!tal_chart_value_is_known (&value))
        continue;
      first = MIN (first, i);
      last = i;
    }
  if (first >= last)
    return FALSE;

  *ret_first = first;
  *ret_last = last;
  return TRUE;
}

/* The trend of a row between the first and the last period of the chart.  'ret_found' says
 * whether it has figures there. */
static gboolean
find_trend (TalChartComposition *self,
            const TalSeries     *series,
            guint                row,
            TalTrend            *ret_trend,
            gboolean            *ret_found,
            GError             **error)
{
  guint first = 0;
  guint last = 0;

  *ret_found = find_ends (self->spec, row, &first, &last);
  if (!*ret_found)
    return TRUE;
  return tal_trend_find (self->catalogue, self->runs, series,
                         tal_chart_spec_get_position (self->spec, first)->period,
                         tal_chart_spec_get_position (self->spec, last)->period, ret_trend, error);
}

static gboolean
is_exact (const TalChartValue *value)
{
  return tal_chart_value_is_known (value) && value->approximation == TAL_APPROXIMATION_EXACT;
}

/* How the emphasised row stands to all others at a position: 1 above each, -1 below each, 0
 * neither. */
static int
rank (const TalChartSpec *spec, guint home, guint position)
{
  TalChartValue own = tal_chart_series_get (tal_chart_spec_get_series (spec, home), position);
  int           rank = 0;

  if (!is_exact (&own))
    return 0;
  for (guint row = 0; row < spec->series->len; row++)
    {
      TalChartValue other = tal_chart_series_get (tal_chart_spec_get_series (spec, row), position);
      int           order = 0;

      if (row == home)
        continue;
      if (!is_exact (&other))
        return 0;
      order = tal_decimal_compare (own.shown, other.shown);
      if (order == 0 || (rank != 0 && (order > 0) != (rank > 0)))
        return 0;
      rank = order > 0 ? 1 : -1;
    }
  return rank;
}

/* "aktivitetsparate over 30 år" of "Andel aktivitetsparate over 30 år ud af befolkningen"; or
 * NULL. */
static char *
dup_shared_thing (const GPtrArray *series)
{
  g_autofree char *heading = tal_chart_words_dup_heading (series);
  const char      *end = NULL;

  if (heading == NULL || !g_str_has_prefix (heading, "Andel ") ||
      g_str_has_prefix (heading, "Andel af ") || g_str_has_prefix (heading, "Andel i "))
    return NULL;

  end = strstr (heading, " ud af ");
  if (end == NULL)
    end = heading + strlen (heading);
  return g_strndup (heading + strlen ("Andel "), (gsize)(end - heading) - strlen ("Andel "));
}

static char *
claim_rank (const TalChartComposition *self, const GPtrArray *series)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *thing = dup_shared_thing (series);
  g_autofree char      *joined = NULL;
  const char           *home_name = NULL;
  guint                 last = self->spec->positions->len - 1;
  int                   now = 0;

  if (thing == NULL || (self->shown & ~TAL_DIFFERENCE_AREA) != 0)
    return NULL;

  for (guint row = 0; row < self->spec->series->len; row++)
    {
      const TalChartSeries *each = tal_chart_spec_get_series (self->spec, row);

      if (each->emphasised)
        {
          home_name = each->name;
          now = rank (self->spec, row, last);
          if (now != 0 && rank (self->spec, row, 0) == now && last > 0)
            now *= 2;
          continue;
        }
      g_ptr_array_add (others, g_str_has_prefix (each->name, "Hele ")
                                   ? tal_danish_noun_dup_inside (each->name)
                                   : g_strdup (each->name));
    }
  if (home_name == NULL || now == 0)
    return NULL;

  joined = tal_chart_words_join (others);
  return g_strdup_printf ("%s har %s en %s andel %s end %s", home_name,
                          ABS (now) == 2 ? "fortsat" : "nu", now > 0 ? "større" : "mindre", thing,
                          joined);
}

static char *
dup_number (guint number)
{
  const char *word = number > 0 && number <= 20 ? tal_danish_numeral_get ((int)number) : NULL;

  return word != NULL ? g_strdup (word) : g_strdup_printf ("%u", number);
}

/* The one dimension that differs; FALSE where none or several do. */
static gboolean
find_dimension (const TalChartComposition *self, TalDimension *ret_dimension)
{
  static const TalDifference differences[] = {
    [TAL_DIMENSION_TARGET_GROUP] = TAL_DIFFERENCE_TARGET_GROUP,
    [TAL_DIMENSION_AREA] = TAL_DIFFERENCE_AREA,
    [TAL_DIMENSION_OFFER] = TAL_DIFFERENCE_OFFER,
    [TAL_DIMENSION_PROVIDER] = TAL_DIFFERENCE_PROVIDER,
  };

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      if ((self->shown & ~TAL_DIFFERENCE_COHORT) != differences[i])
        continue;
      *ret_dimension = (TalDimension)i;
      return TRUE;
    }
  return FALSE;
}

/* How many rise and how many fall; FALSE with an error.  'ret_all' says whether each is told. */
static gboolean
count_trends (TalChartComposition *self,
              const GPtrArray     *series,
              guint               *ret_up,
              guint               *ret_down,
              gboolean            *ret_all,
              GError             **error)
{
  guint counts[TAL_TREND_UNCHANGED + 1] = { 0 };

  *ret_all = FALSE;
  for (guint row = 0; row < series->len; row++)
    {
      TalTrend trend;
      gboolean found = FALSE;

      /* A total is none of those that it is a total of. */
      if (((const TalSeries *)g_ptr_array_index (series, row))->basis == TAL_BASIS_SUM)
        return TRUE;
      if (!find_trend (self, g_ptr_array_index (series, row), row, &trend, &found, error))
        return FALSE;
      counts[found ? tal_trend_get_direction (&trend) : TAL_TREND_UNTOLD]++;
    }
  *ret_up = counts[TAL_TREND_UP];
  *ret_down = counts[TAL_TREND_DOWN];
  *ret_all = counts[TAL_TREND_UNTOLD] == 0;
  return TRUE;
}

static char *
write_count_of_trends (const TalChartComposition *self, guint up, guint down, guint all)
{
  g_autofree char *most = dup_number (MAX (up, down));
  g_autofree char *total = dup_number (all);
  const char      *way = up > down ? "Stigende" : "Faldende";
  const char      *what = self->spec->unit == TAL_MEASURE_UNIT_PER_CENT ? "andel" : "antal";
  TalDimension     dimension = TAL_DIMENSION_AREA;
  const char      *of = NULL;

  if (up == down || !find_dimension (self, &dimension))
    return NULL;

  of = tal_chart_words_get_dimension (dimension);
  if (MAX (up, down) == all)
    return all == 2 ? g_strdup_printf ("%s %s i begge %s", way, what, of)
                    : g_strdup_printf ("%s %s i alle %s %s", way, what, total, of);
  return g_strdup_printf ("%s %s i %s af %s %s", way, what, most, total, of);
}

/* "{X} er steget med 38 pct. fra 2014 til 2017, mens {y} er steget med 58 pct." without the stop. */
static char *
write_pair (const TalTrend *first, const TalTrend *second)
{
  g_autofree char  *claim = tal_trend_text_claim (first);
  g_autofree char  *size = tal_trend_text_size (second);
  g_autofree char  *subject = tal_trend_text_subject (second->catalogue, second->series);
  g_autofree char  *inside = tal_danish_noun_dup_inside (subject);
  TalTrendDirection direction = tal_trend_get_direction (second);

  if (claim == NULL || size == NULL || !tal_period_is_equal (first->earlier, second->earlier))
    return NULL;
  return g_strdup_printf ("%s, mens %s er %s med %s", claim, inside,
                          direction == TAL_TREND_UP ? "steget" : "faldet", size);
}

static gboolean
claim_pair (TalChartComposition *self, const GPtrArray *series, char **ret_claim, GError **error)
{
  TalTrend trends[2];
  gboolean found = TRUE;

  for (guint row = 0; row < 2 && found; row++)
    {
      if (!find_trend (self, g_ptr_array_index (series, row), row, &trends[row], &found, error))
        return FALSE;
    }
  *ret_claim = found ? write_pair (&trends[0], &trends[1]) : NULL;
  return TRUE;
}

static gboolean
claim_alone (TalChartComposition *self, const TalSeries *series, char **ret_claim, GError **error)
{
  TalTrend trend;
  gboolean found = FALSE;

  if (!find_trend (self, series, 0, &trend, &found, error))
    return FALSE;
  *ret_claim = found ? tal_trend_text_claim (&trend) : NULL;
  if (*ret_claim != NULL && tal_trend_get_direction (&trend) != TAL_TREND_UNCHANGED)
    tal_chart_spec_add_note (self->spec, tal_trend_text_note (&trend));
  return TRUE;
}

gboolean
tal_chart_claim_over_periods (TalChartComposition *self,
                              const GPtrArray     *series,
                              char               **ret_claim,
                              GError             **error)
{
  guint    up = 0;
  guint    down = 0;
  gboolean all = FALSE;

  *ret_claim = NULL;
  if (series->len == 1)
    return claim_alone (self, g_ptr_array_index (series, 0), ret_claim, error);

  *ret_claim = claim_rank (self, series);
  if (*ret_claim != NULL)
    return TRUE;
  if (!count_trends (self, series, &up, &down, &all, error))
    return FALSE;
  if (all)
    *ret_claim = write_count_of_trends (self, up, down, series->len);
  if (*ret_claim != NULL || series->len != 2 || self->spec->unit == TAL_MEASURE_UNIT_PER_CENT)
    return TRUE;
  return claim_pair (self, series, ret_claim, error);
}

static void
append_sentence (GString *text, char *sentence)
{
  if (sentence != NULL && sentence[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* Adds the sentences of the rows that are told: those of the direction, or any. */
static gboolean
append_trends (TalChartComposition *self,
               const GPtrArray     *series,
               TalTrendDirection    wanted,
               GString             *text,
               GError             **error)
{
  for (guint row = 0; row < series->len; row++)
    {
      TalTrend trend;
      gboolean found = FALSE;

      if (!find_trend (self, g_ptr_array_index (series, row), row, &trend, &found, error))
        return FALSE;
      if (found && (wanted == TAL_TREND_UNTOLD || tal_trend_get_direction (&trend) == wanted))
        append_sentence (text, tal_trend_text_sentence (&trend));
    }
  return TRUE;
}

/* "Andelen er steget for tre af fire målgrupper.", and those that went the other way. */
static gboolean
append_count (TalChartComposition *self, const GPtrArray *series, GString *text, GError **error)
{
  guint        up = 0;
  guint        down = 0;
  gboolean     all = FALSE;
  TalDimension dimension = TAL_DIMENSION_AREA;
  const char  *of = NULL;
  const char  *what = self->spec->unit == TAL_MEASURE_UNIT_PER_CENT ? "Andelen" : "Antallet";

  if (!count_trends (self, series, &up, &down, &all, error))
    return FALSE;
  if (!all || up == down || !find_dimension (self, &dimension))
    return TRUE;

  of = tal_chart_words_get_dimension (dimension);
  if (MAX (up, down) == series->len)
    g_string_append_printf (text, "%s er %s for alle %s.", what, up > 0 ? "steget" : "faldet", of);
  else
    {
      g_autofree char *most = dup_number (MAX (up, down));
      g_autofree char *total = dup_number (series->len);

      g_string_append_printf (text, "%s er %s for %s af %s %s.", what,
                              up > down ? "steget" : "faldet", most, total, of);
    }
  return append_trends (self, series, up > down ? TAL_TREND_DOWN : TAL_TREND_UP, text, error);
}

/* The emphasised row; -1 where there is none. */
static int
find_home (const TalChartComposition *self)
{
  for (guint row = 0; row < self->spec->series->len; row++)
    {
      if (tal_chart_spec_get_series (self->spec, row)->emphasised)
        return (int)row;
    }
  return -1;
}

static gboolean
append_home (
    TalChartComposition *self, const TalSeries *series, guint row, GString *text, GError **error)
{
  TalTrend trend;
  gboolean found = FALSE;

  if (!find_trend (self, series, row, &trend, &found, error))
    return FALSE;
  if (found)
    append_sentence (text, tal_trend_text_sentence (&trend));
  return TRUE;
}

static gboolean
append_story (TalChartComposition *self, const GPtrArray *series, GString *text, GError **error)
{
  int              home = find_home (self);
  g_autofree char *rank = NULL;

  if (home < 0)
    return series->len <= 2 ? append_trends (self, series, TAL_TREND_UNTOLD, text, error)
                            : append_count (self, series, text, error);

  if (!append_home (self, g_ptr_array_index (series, (guint)home), (guint)home, text, error))
    return FALSE;
  rank = claim_rank (self, series);
  if (rank != NULL)
    append_sentence (text, g_strconcat (rank, ".", NULL));
  return TRUE;
}

static gboolean
write_change (TalChartComposition *self, const TalSeries *series, char **ret_text, GError **error)
{
  TalTrend trend;
  gboolean found = FALSE;

  if (!find_trend (self, series, 0, &trend, &found, error))
    return FALSE;
  *ret_text = found ? tal_trend_text_change (&trend, TRUE) : NULL;
  return TRUE;
}

gboolean
tal_chart_claim_sentence (TalChartComposition *self,
                          const GPtrArray     *series,
                          char               **ret_sentence,
                          GError             **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *ret_sentence = NULL;
  if (self->spec->kind == TAL_CHART_SPARKLINE)
    return write_change (self, g_ptr_array_index (series, 0), ret_sentence, error);
  if (!append_story (self, series, text, error))
    return FALSE;
  if (text->len > 0)
    *ret_sentence = g_strdup (text->str);
  return TRUE;
}

char *
tal_chart_claim_largest (const TalChartComposition *self, guint row, const char *noun)
{
  const TalChartSeries *series = tal_chart_spec_get_series (self->spec, row);
  TalChartValue         most = TAL_CHART_VALUE_UNKNOWN;
  guint                 at = 0;
  guint                 n_most = 0;
  g_autofree char      *value = NULL;

  for (guint i = 0; i < series->values->len; i++)
    {
      TalChartValue each = tal_chart_series_get (series, i);
      int           order = 0;

      if (!is_exact (&each))
        return NULL;
      order = n_most == 0 ? 1 : tal_decimal_compare (each.shown, most.shown);
      if (order < 0)
        continue;
      n_most = order > 0 ? 1 : n_most + 1;
      most = each;
      at = i;
    }
  if (n_most != 1 || series->values->len < 2)
    return NULL;

  /* A star needs its note beside it. */
  most.state = TAL_FIGURE_FINAL;
  value = tal_chart_text_dup_value_with_unit (self->spec, &most);
  return g_strdup_printf ("%s: %s (%s)", noun, tal_chart_spec_get_position (self->spec, at)->label,
                          value);
}
