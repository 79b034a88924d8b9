/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/chart-example.h"

#include "charts/tal-chart-text.h"
#include "core/tal-title.h"
#include "exchange/tal-bundle.h"

#include <string.h>

#define TODAY "2024-06-18"

Sample *
chart_example_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path =
      g_test_build_filename (G_TEST_DIST, "data", "example", "example.indsats.xml", NULL);
  g_autoptr (TalBundle) bundle = tal_bundle_load (path, NULL, NULL, NULL, &error);
  const TalFigurePack  *figures = NULL;
  Sample               *sample = sample_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < tal_bundle_get_length (bundle); i++)
    g_ptr_array_add (sample->records, tal_record_ref (tal_bundle_get_record (bundle, i)));
  figures = tal_bundle_get_figures (bundle);
  for (guint i = 0; i < tal_figure_pack_get_n_series (figures); i++)
    {
      for (guint j = 0; j < tal_figure_pack_get_n_figures (figures, i); j++)
        {
          TalObservation figure;

          tal_figure_pack_view (figures, i, j, &figure);
          g_ptr_array_add (sample->observations, tal_record_copy (&figure.record));
        }
    }
  return sample;
}

TalId
chart_example_find (Sample *sample, TalKind kind, const char *name)
{
  for (guint i = 0; i < sample->records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (sample->records, i);

      if (record->kind == kind && g_strcmp0 (tal_title_get_name (record), name) == 0)
        return record->id;
    }
  g_error ("There is no “%s”.", name);
}

TalChartSpec *
chart_example_compose (Sample *sample, const Question *question, GError **error)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_auto (GStrv)  names = g_strsplit (question->series != NULL ? question->series : "", "\n", -1);
  TalChartRequest request = { .kind = question->kind,
                              .series = series,
                              .masked = question->masked,
                              .fitting = question->fitting,
                              .today = sample_day (TODAY) };

  for (char **name = names; *name != NULL; name++)
    {
      TalId id = chart_example_find (sample, TAL_KIND_SERIES, *name);

      g_array_append_val (series, id);
    }
  if (question->plan != NULL)
    request.plan = chart_example_find (sample, TAL_KIND_PLAN, question->plan);
  if (question->initiative != NULL)
    request.initiative = chart_example_find (sample, TAL_KIND_INITIATIVE, question->initiative);
  if (question->first != NULL)
    request.first = sample_day (question->first);
  if (question->last != NULL)
    request.last = sample_day (question->last);
  return tal_chart_request_compose (&request, sample_get_catalogue (sample), &sample->source,
                                    error);
}

static void
add_line (GString *text, const char *word, const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s %s\n", word, line);
}

static void
add_positions (GString *text, const TalChartSpec *spec)
{
  static const char *const places[] = { "", "=", "heraf ", "+" };

  for (guint i = 0; i < spec->positions->len; i++)
    {
      const TalChartPosition *position = tal_chart_spec_get_position (spec, i);
      g_autofree char        *label = tal_chart_text_dup_position (position);

      g_string_append_printf (text, "%s%s%s%s", i == 0 ? "col " : " | ", places[position->place],
                              label, position->hollow ? " (hul)" : "");
      if (position->detail != NULL)
        g_string_append_printf (text, " (%s)", position->detail);
    }
  if (spec->positions->len > 0)
    g_string_append_c (text, '\n');
}

static void
add_values (GString *text, const TalChartSpec *spec, const GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      TalChartValue    value = g_array_index (values, TalChartValue, i);
      g_autofree char *shown = tal_chart_text_dup_value (spec, &value);

      g_string_append_printf (text, " | %s", shown);
    }
  g_string_append_c (text, '\n');
}

static void
add_series (GString *text, const TalChartSpec *spec, const TalChartSeries *series)
{
  g_string_append_printf (text, "row %s%s", series->name, series->emphasised ? "*" : "");
  if (series->slot != TAL_CHART_SLOT_FREE)
    g_string_append_printf (text, " slot %u", series->slot);
  add_values (text, spec, series->values);
  if (series->change != NULL)
    g_string_append_printf (text, "change %s %s%s\n", series->name, series->change,
                            series->rounded ? ", of rounded figures" : "");
  if (series->targets == NULL)
    return;
  g_string_append_printf (text, "target %s", series->target_label);
  add_values (text, spec, series->targets);
}

static void
add_goal (GString *text, const TalChartGoal *goal)
{
  g_string_append_printf (text, "goal %d %s | %s | %s | %s | %s%s\n", goal->number, goal->wording,
                          goal->result_text, goal->detail != NULL ? goal->detail : "-",
                          goal->target_text != NULL ? goal->target_text : "-", goal->verdict,
                          goal->benchmark ? " (niveau)" : "");
}

static void
add_span (GString *text, const TalChartSpan *span)
{
  static const char *const ends[] = { "?", "]", "...", "->", "\\" };

  g_string_append_printf (text, "span %s | %s | %s | slot %u | %d-%d%s\n", span->name,
                          span->group != NULL ? span->group : "-",
                          span->amount != NULL ? span->amount : "-", span->slot,
                          (int)(span->first * 100), (int)(span->last * 100), ends[span->end]);
}

char *
chart_example_dup_text (const TalChartSpec *spec)
{
  GString *text = g_string_new (NULL);

  add_line (text, "kind", tal_chart_kind_get_name (spec->kind));
  add_line (text, "title", spec->title);
  add_line (text, "subtitle", spec->subtitle);
  add_line (text, "sentence", spec->sentence);
  add_line (text, "caption", spec->caption);
  add_positions (text, spec);
  for (guint i = 0; i < spec->series->len; i++)
    add_series (text, spec, tal_chart_spec_get_series (spec, i));
  for (guint i = 0; i < spec->goals->len; i++)
    add_goal (text, g_ptr_array_index (spec->goals, i));
  for (guint i = 0; i < spec->spans->len; i++)
    add_span (text, g_ptr_array_index (spec->spans, i));
  for (guint i = 0; i < spec->breaks->len; i++)
    g_string_append_printf (text, "break %u %s\n",
                            g_array_index (spec->breaks, TalChartBreak, i).position,
                            g_array_index (spec->breaks, TalChartBreak, i).reason);
  for (guint i = 0; i < spec->notes->len; i++)
    add_line (text, "note", g_ptr_array_index (spec->notes, i));
  add_line (text, "source", spec->source);
  g_string_replace (text, "\302\240", " ", 0);
  return g_string_free (text, FALSE);
}

static char *
dup_answer (Sample *sample, const Question *question)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChartSpec) spec = chart_example_compose (sample, question, &error);

  if (spec == NULL)
    return g_strdup_printf ("error %s", error->message);

  g_assert_no_error (error);
  return chart_example_dup_text (spec);
}

static void
test_claim (gconstpointer user_data)
{
  const ChartClaim  *claim = user_data;
  g_autoptr (Sample) sample = chart_example_new ();
  g_autofree char   *text = dup_answer (sample, &claim->question);
  g_auto (GStrv)     lines = g_strsplit (claim->lines, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (strstr (text, *line) == NULL)
        g_error ("“%s” does not stand in\n%s", *line, text);
    }
}

void
chart_example_add_claims (const char *unit, const ChartClaim *claims, guint n_claims)
{
  for (guint i = 0; i < n_claims; i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/%s/%s", unit, claims[i].claim);

      g_test_add_data_func (path, &claims[i], test_claim);
    }
}
