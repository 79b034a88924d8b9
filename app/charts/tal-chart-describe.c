/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-describe.h"

#include "charts/tal-chart-text.h"
#include "core/tal-danish-period.h"

#include <math.h>
#include <string.h>

/* More figures than these are told by their ends. */
#define MOST_FIGURES 12
/* More series, goals or grants than these are counted. */
#define MOST_SERIES 12

static const char *const kind_titles[TAL_CHART_N_KINDS] = {
  [TAL_CHART_SPARKLINE] = "Minidiagram",
  [TAL_CHART_BULLET] = "Målopfyldelse",
  [TAL_CHART_STRIP] = "Oversigt over mål",
  [TAL_CHART_LINE] = "Linjediagram",
  [TAL_CHART_MULTIPLES] = "Små linjediagrammer",
  [TAL_CHART_MIX] = "Fordeling i vandrette bjælker",
  [TAL_CHART_DUMBBELL] = "Sammenligning to og to",
  [TAL_CHART_COLUMNS] = "Søjlediagram",
  [TAL_CHART_DISTRIBUTION] = "Vandrette søjler",
  [TAL_CHART_TIMELINE] = "Tidslinje",
  [TAL_CHART_DOTS] = "Prikdiagram",
  [TAL_CHART_SUM] = "Sum af dele",
  [TAL_CHART_FUNNEL] = "Kæde af mål",
  [TAL_CHART_WATERFALL] = "Ændring trin for trin",
  [TAL_CHART_YEARS] = "Linjediagram år for år",
};

const char *
tal_chart_kind_get_title (TalChartKind kind)
{
  g_return_val_if_fail (kind < TAL_CHART_N_KINDS, NULL);

  return kind_titles[kind];
}

/* The sentence with one full stop behind it. */
static void
append_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;

  g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", sentence,
                          strchr (".!?", sentence[strlen (sentence) - 1]) != NULL ? "" : ".");
}

static char *
write_value (const TalChartSpec *spec, const TalChartValue *value)
{
  if (tal_chart_value_is_known (value))
    return tal_chart_text_dup_value_with_unit (spec, value);
  return g_strdup (value->masked ? "ikke vist" : "ikke oplyst");
}

static char *
write_position (const TalChartPosition *position)
{
  if (position->label != NULL)
    return g_strdup (position->label);
  return tal_danish_period_format (position->period, TAL_DANISH_PERIOD_TEXT);
}

/* Where a series has its first and last, lowest and highest known figure; FALSE of one without. */
typedef struct
{
  guint first;
  guint last;
  guint least;
  guint most;
} Course;

static gboolean
find_course (const TalChartSeries *series, Course *ret_course)
{
  gboolean found = FALSE;

  for (guint i = 0; i < series->values->len; i++)
    {
      TalChartValue value = tal_chart_series_get (series, i);

      if (!tal_chart_value_is_known (&value))
        continue;
      if (!found)
        *ret_course = (Course){ i, i, i, i };
      found = TRUE;
      ret_course->last = i;
      if (value.value < tal_chart_series_get (series, ret_course->least).value)
        ret_course->least = i;
      if (value.value > tal_chart_series_get (series, ret_course->most).value)
        ret_course->most = i;
    }
  return found;
}

static char *
write_at (const TalChartSpec *spec, const TalChartSeries *series, guint place)
{
  TalChartValue    value = tal_chart_series_get (series, place);
  g_autofree char *written = write_value (spec, &value);
  g_autofree char *position = write_position (tal_chart_spec_get_position (spec, place));

  return g_strdup_printf ("%s i %s", written, position);
}

static void
append_extreme (GString              *sentence,
                const TalChartSpec   *spec,
                const TalChartSeries *series,
                guint                 place,
                const char           *word)
{
  g_autofree char *written = write_at (spec, series, place);

  g_string_append_printf (sentence, ", %s %s", word, written);
}

/* "København: fra 5,3 pct. i december 2015 til 4,3 pct. i december 2017, højest …" */
static void
append_course (GString *text, const TalChartSpec *spec, const TalChartSeries *series)
{
  g_autoptr (GString) sentence = g_string_new (series->name);
  g_autofree char    *first = NULL;
  g_autofree char    *last = NULL;
  Course              course;

  if (!find_course (series, &course))
    {
      g_string_append (sentence, ": ikke oplyst");
      append_sentence (text, sentence->str);
      return;
    }

  first = write_at (spec, series, course.first);
  last = write_at (spec, series, course.last);
  if (course.first == course.last)
    g_string_append_printf (sentence, ": %s", first);
  else
    g_string_append_printf (sentence, ": fra %s til %s", first, last);
  if (course.most != course.first && course.most != course.last)
    append_extreme (sentence, spec, series, course.most, "højest");
  if (course.least != course.first && course.least != course.last)
    append_extreme (sentence, spec, series, course.least, "lavest");
  append_sentence (text, sentence->str);
  if (series->target_label != NULL)
    append_sentence (text, series->target_label);
}

/* "Fleksjobvisiterede: virksomhedsrettet 24,3 pct., vejledning 44,6 pct." */
static void
append_thing (GString *text, const TalChartSpec *spec, guint place)
{
  const TalChartPosition *position = tal_chart_spec_get_position (spec, place);
  g_autofree char        *label = write_position (position);
  g_autoptr (GString)     sentence = g_string_new (label);

  for (guint i = 0; i < spec->series->len; i++)
    {
      const TalChartSeries *series = tal_chart_spec_get_series (spec, i);
      TalChartValue         value = tal_chart_series_get (series, place);
      g_autofree char      *written = write_value (spec, &value);

      g_string_append (sentence, i == 0 ? ": " : ", ");
      if (spec->series->len > 1)
        g_string_append_printf (sentence, "%s ", series->name);
      g_string_append (sentence, written);
    }
  if (position->detail != NULL)
    g_string_append_printf (sentence, " (%s)", position->detail);
  append_sentence (text, sentence->str);
}

static void
append_things (GString *text, const TalChartSpec *spec)
{
  guint told = spec->positions->len > MOST_FIGURES ? MOST_FIGURES : spec->positions->len;

  for (guint i = 0; i < told; i++)
    append_thing (text, spec, i);
  if (told < spec->positions->len)
    {
      g_autofree char *rest = g_strdup_printf ("Og %u til", spec->positions->len - told);

      append_sentence (text, rest);
    }
}

static void
append_courses (GString *text, const TalChartSpec *spec)
{
  for (guint i = 0; i < spec->series->len && i < MOST_SERIES; i++)
    append_course (text, spec, tal_chart_spec_get_series (spec, i));
  if (spec->series->len > MOST_SERIES)
    {
      g_autofree char *rest =
          g_strdup_printf ("Og %u talrækker til", spec->series->len - MOST_SERIES);

      append_sentence (text, rest);
    }
}

static void
append_goal (GString *text, const TalChartGoal *goal)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  g_string_append_printf (sentence, "Mål %d, %s: ", goal->number, goal->wording);
  g_string_append (sentence, goal->result_text != NULL ? goal->result_text : "ikke opgjort");
  if (goal->target_text != NULL)
    g_string_append_printf (sentence, ", %s", goal->target_text);
  if (goal->verdict != NULL)
    g_string_append_printf (sentence, ", %s", goal->verdict);
  append_sentence (text, sentence->str);
}

static const char *
get_end_words (TalChartEnd end)
{
  switch (end)
    {
    case TAL_CHART_END_OPEN:
      return "";
    case TAL_CHART_END_SET:
      return " til og med ";
    case TAL_CHART_END_NOT_SET:
      return ", udløb ikke fastsat";
    case TAL_CHART_END_PERMANENT:
      return ", varigt";
    case TAL_CHART_END_DECLINING:
      return ", faldende profil";
    }
  g_return_val_if_reached ("");
}

static void
append_span (GString *text, const TalChartSpan *span)
{
  g_autoptr (GString) sentence = g_string_new (span->name);

  if (span->amount != NULL)
    g_string_append_printf (sentence, ", %s", span->amount);
  g_string_append_printf (sentence, ", fra %d%s", (int)floor (span->first),
                          get_end_words (span->end));
  if (span->end == TAL_CHART_END_SET)
    g_string_append_printf (sentence, "%d", (int)ceil (span->last) - 1);
  append_sentence (text, sentence->str);
}

static gboolean
tells_courses (const TalChartSpec *spec)
{
  return spec->positions->len > 0 && tal_chart_spec_get_position (spec, 0)->label == NULL &&
         spec->kind != TAL_CHART_YEARS && spec->kind != TAL_CHART_MIX &&
         (spec->kind != TAL_CHART_COLUMNS || spec->positions->len > MOST_FIGURES);
}

char *
tal_chart_describe (const TalChartSpec *spec)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (spec != NULL, NULL);

  append_sentence (text, tal_chart_kind_get_title (spec->kind));
  append_sentence (text, spec->title);
  append_sentence (text, spec->subtitle);
  for (guint i = 0; i < spec->goals->len; i++)
    append_goal (text, g_ptr_array_index (spec->goals, i));
  for (guint i = 0; i < spec->spans->len; i++)
    append_span (text, g_ptr_array_index (spec->spans, i));
  if (tells_courses (spec) || spec->kind == TAL_CHART_YEARS)
    append_courses (text, spec);
  else
    append_things (text, spec);
  for (guint i = 0; i < spec->notes->len; i++)
    append_sentence (text, g_ptr_array_index (spec->notes, i));
  if (spec->source != NULL)
    {
      g_autofree char *source = g_strdup_printf ("Kilde: %s", spec->source);

      append_sentence (text, source);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
