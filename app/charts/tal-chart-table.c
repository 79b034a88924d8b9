/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-table.h"

#include "charts/tal-chart-text.h"
#include "core/tal-danish-period.h"

#include <math.h>
#include <string.h>

/* More periods than these stand below one another. */
#define MOST_PERIODS_ACROSS 6
#define NOTE_ROUNDED "Udvikling er beregnet på afrundede tal."

static void
add (TalChartTable *self, char *text)
{
  g_ptr_array_add (self->cells, text);
}

static void
add_copy (TalChartTable *self, const char *text)
{
  add (self, g_strdup (text != NULL ? text : ""));
}

static TalChartTable *
create (guint n_columns, guint n_words)
{
  TalChartTable *self = g_new0 (TalChartTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->numeric = g_new0 (gboolean, MAX (n_columns, 1));
  for (guint i = n_words; i < n_columns; i++)
    self->numeric[i] = TRUE;
  return self;
}

/* What a waterfall goes up or down by has its sign. */
static gboolean
is_change (const TalChartSpec *spec, guint place)
{
  return spec->kind == TAL_CHART_WATERFALL && place < spec->positions->len &&
         tal_chart_spec_get_position (spec, place)->place != TAL_CHART_PLACE_TOTAL;
}

static void
add_value (TalChartTable *self, const TalChartSpec *spec, const TalChartSeries *series, guint place)
{
  TalChartValue value = tal_chart_series_get (series, place);

  add (self, is_change (spec, place) ? tal_chart_text_dup_change (spec, &value)
                                     : tal_chart_text_dup_value_with_unit (spec, &value));
}

static char *
write_position (const TalChartPosition *position)
{
  if (position->label != NULL)
    return g_strdup (position->label);
  return tal_danish_period_format (position->period, TAL_DANISH_PERIOD_TABLE);
}

static gboolean
has_targets (const TalChartSpec *spec)
{
  for (guint i = 0; i < spec->series->len; i++)
    {
      if (tal_chart_spec_get_series (spec, i)->targets != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The change that a row may tell: where its first or its last figure is hidden, so is it. */
static const char *
get_change (const TalChartSpec *spec, const TalChartSeries *series)
{
  TalChartValue first = tal_chart_series_get (series, 0);
  TalChartValue last = tal_chart_series_get (series, spec->positions->len - 1);

  if (!tal_chart_value_is_known (&first) || !tal_chart_value_is_known (&last))
    return NULL;
  return series->change;
}

/* Whether a row tells one; and notes where one is reckoned from rounded figures. */
static gboolean
has_changes (const TalChartSpec *spec, const char **ret_note)
{
  gboolean    found = FALSE;
  const char *note = NULL;

  for (guint i = 0; i < spec->series->len; i++)
    {
      const TalChartSeries *series = tal_chart_spec_get_series (spec, i);

      if (get_change (spec, series) == NULL)
        continue;
      found = TRUE;
      if (series->rounded)
        note = NOTE_ROUNDED;
    }
  *ret_note = note;
  return found;
}

/* A series a row, a period a column; last what it came to. */
static TalChartTable *
create_across (const TalChartSpec *spec)
{
  const char    *note = NULL;
  gboolean       changed = has_changes (spec, &note);
  TalChartTable *self = create (spec->positions->len + (changed ? 2 : 1), 1);

  self->note = note;
  add_copy (self, "");
  for (guint i = 0; i < spec->positions->len; i++)
    add (self, write_position (tal_chart_spec_get_position (spec, i)));
  if (changed)
    add_copy (self, "Udvikling");
  for (guint row = 0; row < spec->series->len; row++)
    {
      const TalChartSeries *series = tal_chart_spec_get_series (spec, row);

      add_copy (self, series->name);
      for (guint i = 0; i < spec->positions->len; i++)
        add_value (self, spec, series, i);
      if (changed)
        add_copy (self, get_change (spec, series));
      if (series->targets == NULL)
        continue;
      add (self, g_strdup_printf ("Mål: %s", series->name));
      for (guint i = 0; i < spec->positions->len; i++)
        {
          TalChartValue target = i < series->targets->len
                                     ? g_array_index (series->targets, TalChartValue, i)
                                     : TAL_CHART_VALUE_UNKNOWN;

          add (self, tal_chart_value_is_known (&target)
                         ? tal_chart_text_dup_value_with_unit (spec, &target)
                         : g_strdup (""));
        }
      if (changed)
        add_copy (self, "");
    }
  return self;
}

/* A position a row, a series a column. */
static TalChartTable *
create_down (const TalChartSpec *spec)
{
  gboolean       detailed = FALSE;
  TalChartTable *self = NULL;

  for (guint i = 0; i < spec->positions->len; i++)
    detailed = detailed || tal_chart_spec_get_position (spec, i)->detail != NULL;
  self = create (spec->series->len + (detailed ? 2 : 1), 1);

  add_copy (self, "");
  for (guint i = 0; i < spec->series->len; i++)
    add_copy (self, tal_chart_spec_get_series (spec, i)->name);
  if (detailed)
    add_copy (self, "");
  for (guint row = 0; row < spec->positions->len; row++)
    {
      const TalChartPosition *position = tal_chart_spec_get_position (spec, row);

      add (self, write_position (position));
      for (guint i = 0; i < spec->series->len; i++)
        add_value (self, spec, tal_chart_spec_get_series (spec, i), row);
      if (detailed)
        add_copy (self, position->detail);
    }
  return self;
}

static TalChartTable *
create_of_goals (const TalChartSpec *spec)
{
  static const char *const headings[] = { "Mål", "Indhold", "Måltal", "Resultat", "", "Status" };
  TalChartTable           *self = create (G_N_ELEMENTS (headings), G_N_ELEMENTS (headings));

  self->numeric[3] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_copy (self, headings[i]);
  for (guint i = 0; i < spec->goals->len; i++)
    {
      const TalChartGoal *goal = g_ptr_array_index (spec->goals, i);

      add (self, g_strdup_printf ("%d", goal->number));
      add_copy (self, goal->wording);
      add_copy (self, goal->target_text);
      add_copy (self, goal->result_text);
      add_copy (self, goal->detail);
      add_copy (self, goal->verdict);
    }
  return self;
}

static char *
write_end (const TalChartSpan *span)
{
  switch (span->end)
    {
    case TAL_CHART_END_OPEN:
      return g_strdup ("");
    case TAL_CHART_END_SET:
      /* The last day of a year is the end of that year, not the start of the next. */
      return g_strdup_printf ("%d", (int)ceil (span->last) - 1);
    case TAL_CHART_END_NOT_SET:
      return g_strdup ("udløb ikke fastsat");
    case TAL_CHART_END_PERMANENT:
      return g_strdup ("varigt");
    case TAL_CHART_END_DECLINING:
      return g_strdup ("faldende profil");
    }
  g_return_val_if_reached (NULL);
}

static TalChartTable *
create_of_spans (const TalChartSpec *spec)
{
  static const char *const headings[] = { "", "Gruppe", "Beløb", "Fra", "Til" };
  TalChartTable           *self = create (G_N_ELEMENTS (headings), 2);

  self->numeric[4] = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_copy (self, headings[i]);
  for (guint i = 0; i < spec->spans->len; i++)
    {
      const TalChartSpan *span = g_ptr_array_index (spec->spans, i);

      add_copy (self, span->name);
      add_copy (self, span->group);
      add_copy (self, span->amount);
      add (self, g_strdup_printf ("%d", (int)floor (span->first)));
      add (self, write_end (span));
    }
  return self;
}

static gboolean
stands_across (const TalChartSpec *spec)
{
  return spec->positions->len > 0 && spec->positions->len <= MOST_PERIODS_ACROSS &&
         tal_chart_spec_get_position (spec, 0)->label == NULL && spec->kind != TAL_CHART_YEARS;
}

TalChartTable *
tal_chart_table_new (const TalChartSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  if (spec->goals->len > 0)
    return create_of_goals (spec);
  if (spec->spans->len > 0)
    return create_of_spans (spec);
  if (stands_across (spec) || has_targets (spec))
    return create_across (spec);
  return create_down (spec);
}

void
tal_chart_table_free (TalChartTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->cells);
  g_free (self->numeric);
  g_free (self);
}

guint
tal_chart_table_get_n_rows (const TalChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns > 0 ? self->cells->len / self->n_columns : 0;
}

const char *
tal_chart_table_get (const TalChartTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);
  g_return_val_if_fail (row < tal_chart_table_get_n_rows (self), NULL);

  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

static glong
measure_column (const TalChartTable *self, guint column)
{
  glong widest = 0;

  for (guint row = 0; row < tal_chart_table_get_n_rows (self); row++)
    widest = MAX (widest, g_utf8_strlen (tal_chart_table_get (self, row, column), -1));
  return widest;
}

char *
tal_chart_table_to_text (const TalChartTable *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree glong   *widths = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  widths = g_new0 (glong, MAX (self->n_columns, 1));
  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = measure_column (self, i);
  for (guint row = 0; row < tal_chart_table_get_n_rows (self); row++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        {
          const char *cell = tal_chart_table_get (self, row, i);
          int         padding = (int)(widths[i] - g_utf8_strlen (cell, -1));

          g_string_append_printf (text, "%s%*s%s%*s", i > 0 ? "  " : "",
                                  self->numeric[i] ? padding : 0, "", cell,
                                  self->numeric[i] ? 0 : padding, "");
        }
      while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, '\n');
    }
  if (self->note != NULL)
    g_string_append_printf (text, "%s\n", self->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tal_chart_table_to_tabs (const TalChartTable *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      g_autofree char *cell = g_strdup (g_ptr_array_index (self->cells, i));

      g_strdelimit (cell, "\t\r\n", ' ');
      g_string_append_printf (text, "%s%s", cell, (i + 1) % self->n_columns == 0 ? "\n" : "\t");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_html_row (const TalChartTable *self, GString *text, guint row)
{
  g_string_append (text, "<tr>");
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *cell = g_markup_escape_text (tal_chart_table_get (self, row, i), -1);
      const char      *element = row == 0 || i == 0 ? "th" : "td";

      g_string_append_printf (text, "<%s%s%s>%s</%s>", element,
                              row == 0 ? " scope=\"col\""
                              : i == 0 ? " scope=\"row\""
                                       : "",
                              self->numeric[i] ? " align=\"right\"" : " align=\"left\"", cell,
                              element);
    }
  g_string_append (text, "</tr>\n");
}

char *
tal_chart_table_to_html (const TalChartTable *self, const TalChartSpec *spec)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *title = NULL;

  g_return_val_if_fail (self != NULL && spec != NULL, NULL);

  title = g_markup_escape_text (spec->title, -1);
  g_string_append_printf (text, "<table lang=\"da\">\n<caption>%s</caption>\n", title);
  for (guint row = 0; row < tal_chart_table_get_n_rows (self); row++)
    append_html_row (self, text, row);
  g_string_append (text, "</table>\n");
  if (self->note != NULL)
    g_string_append_printf (text, "<p lang=\"da\">%s</p>\n", self->note);
  if (spec->source != NULL)
    {
      g_autofree char *source = g_markup_escape_text (spec->source, -1);

      g_string_append_printf (text, "<p lang=\"da\">Kilde: %s</p>\n", source);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
