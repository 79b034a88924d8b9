/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/tal-chart-compose.h"

#include "base/tal-error.h"
#include "core/tal-initiative.h"

#include <glib/gi18n-lib.h>

/* Colours that never change their meaning. */
static const struct
{
  const char  *area;
  TalChartSlot slot;
} area_slots[] = { { "København", 1 }, { "Klyngen", 2 }, { "Hele landet", 6 } };

#define SLOT_CONTROL ((TalChartSlot)6)

gboolean
tal_chart_compose_is_initiative_in_scope (const TalChartComposition *self, TalId initiative)
{
  const TalRecord *record = NULL;

  if (!tal_id_is_none (self->request->initiative))
    return tal_id_is_equal (initiative, self->request->initiative);
  if (tal_id_is_none (self->request->plan))
    return TRUE;

  record = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, initiative);
  return record != NULL && tal_id_is_equal (TAL_INITIATIVE (record)->plan, self->request->plan);
}

gboolean
tal_chart_compose_is_in_scope (const TalChartComposition *self, const TalSeries *series)
{
  if (tal_id_is_none (series->initiative) && tal_id_is_none (self->request->initiative))
    return tal_id_is_none (self->request->plan) ||
           tal_id_is_equal (series->plan, self->request->plan);

  return tal_chart_compose_is_initiative_in_scope (self, series->initiative);
}

GPtrArray *
tal_chart_compose_list_candidates (const TalChartComposition *self)
{
  GPtrArray              *candidates = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      if (tal_chart_compose_is_in_scope (self, TAL_SERIES (records[i])))
        g_ptr_array_add (candidates, (gpointer)records[i]);
    }
  return candidates;
}

const TalSeries *
tal_chart_compose_find_series (const TalChartComposition *self, TalId id)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, id);

  return record != NULL ? TAL_SERIES (record) : NULL;
}

const char *
tal_chart_compose_find_member_name (const TalChartComposition *self, TalId id)
{
  const TalRecord *record =
      tal_id_is_none (id) ? NULL : tal_catalogue_find (self->catalogue, TAL_KIND_MEMBER, id);

  return record != NULL ? TAL_MEMBER (record)->name : NULL;
}

guint
tal_chart_compose_measure_depth (const TalChartComposition *self, TalId member)
{
  guint depth = 0;

  for (const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_MEMBER, member);
       record != NULL && depth < TAL_DERIVE_MAX_DEPTH;
       record = tal_catalogue_find (self->catalogue, TAL_KIND_MEMBER, TAL_MEMBER (record)->parent))
    depth++;
  return depth;
}

gboolean
tal_chart_compose_is_asked_for (const TalChartComposition *self, TalPeriod period)
{
  const TalChartRequest *request = self->request;

  return (request->first == TAL_DAY_NONE || period.last >= request->first) &&
         (request->last == TAL_DAY_NONE || period.last <= request->last);
}

GPtrArray *
tal_chart_compose_list_named (const TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  const GArray         *ids = self->request->series;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const TalSeries *series = tal_chart_compose_find_series (self, g_array_index (ids, TalId, i));

      if (series == NULL)
        {
          g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                               _ ("A series that the chart should show is no longer there."));
          return NULL;
        }
      g_ptr_array_add (named, (gpointer)series);
    }
  return g_steal_pointer (&named);
}

gboolean
tal_chart_compose_check_units (const GPtrArray *series, GError **error)
{
  for (guint i = 1; i < series->len; i++)
    {
      const TalSeries *first = g_ptr_array_index (series, 0);
      const TalSeries *each = g_ptr_array_index (series, i);

      if (each->measure_unit == first->measure_unit)
        continue;
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                           _ ("The series have different units and cannot be shown together."));
      return FALSE;
    }
  return TRUE;
}

gboolean
tal_chart_compose_derive (TalChartComposition *self,
                          const TalSeries     *series,
                          TalPeriod            period,
                          TalFigure           *ret_figure,
                          GError             **error)
{
  return tal_derive_figure (self->catalogue, self->runs, series, period, ret_figure, error);
}

void
tal_chart_compose_begin (TalChartComposition *self, const GPtrArray *series)
{
  self->spec = tal_chart_spec_new (self->request->kind, NULL);
  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (series, i);

      self->spec->unit = each->measure_unit;
      self->spec->decimals = MAX (self->spec->decimals, (guint)MAX (each->decimals, 0));
    }
}

TalChartValue
tal_chart_compose_make_value (const TalChartComposition *self, const TalFigure *figure)
{
  TalChartValue value = TAL_CHART_VALUE_UNKNOWN;
  guint         decimals = MIN (self->spec->decimals, (guint)TAL_DECIMAL_MAX_SCALE);

  value.state = figure->state;
  value.approximation = figure->approximation;
  if (!figure->found || !tal_figure_is_known (figure))
    {
      value.missing = figure->missing;
      return value;
    }
  if (!tal_fraction_round (figure->value, (guint8)decimals, &value.shown))
    return value;
  /* What is there must not be read as nothing: 1 of 203 is 0,005 and not 0,00. */
  while (tal_decimal_is_zero (value.shown) && !tal_fraction_is_zero (figure->value) &&
         decimals < TAL_DECIMAL_MAX_SCALE)
    tal_fraction_round (figure->value, (guint8)++decimals, &value.shown);

  value.missing = TAL_MISSING_NOT;
  value.value = tal_fraction_to_double (figure->value);
  return value;
}

void
tal_chart_compose_add_subject (TalChartComposition *self, const TalSeries *series)
{
  if (!g_ptr_array_find (self->subjects, series, NULL))
    g_ptr_array_add (self->subjects, (gpointer)series);
}

void
tal_chart_compose_remember (TalChartComposition *self,
                            const TalSeries     *series,
                            TalPeriod            period,
                            const TalFigure     *figure,
                            guint                goal)
{
  TalChartCell cell = { series, period, *figure, TAL_CHART_NO_ROW, goal };

  tal_chart_compose_add_subject (self, series);
  g_array_append_val (self->cells, cell);
}

void
tal_chart_compose_add_rest (TalChartComposition *self, TalId series)
{
  for (guint i = 0; i < self->spec->rests_on->len; i++)
    {
      if (tal_id_is_equal (g_array_index (self->spec->rests_on, TalId, i), series))
        return;
    }
  g_array_append_val (self->spec->rests_on, series);
}

gboolean
tal_chart_compose_add_value (
    TalChartComposition *self, guint row, const TalSeries *series, TalPeriod period, GError **error)
{
  TalChartSeries *drawn = g_ptr_array_index (self->spec->series, row);
  TalChartCell    cell = { .series = series, .period = period, .row = row };

  if (!tal_chart_compose_derive (self, series, period, &cell.figure, error))
    return FALSE;

  cell.position = drawn->values->len;
  tal_chart_compose_add_subject (self, series);
  tal_chart_series_add (drawn, tal_chart_compose_make_value (self, &cell.figure));
  g_array_append_val (self->cells, cell);
  return TRUE;
}

static TalChartSlot
find_slot (const TalChartComposition *self, const TalSeries *series, const char *name)
{
  const char      *area = tal_chart_compose_find_member_name (self, series->area);
  g_autofree char *small = g_utf8_strdown (name, -1);

  if (g_strrstr (small, "kontrolgruppe") != NULL)
    return SLOT_CONTROL;
  for (guint i = 0; area != NULL && i < G_N_ELEMENTS (area_slots); i++)
    {
      if (g_str_equal (area, area_slots[i].area))
        return area_slots[i].slot;
    }
  return TAL_CHART_SLOT_FREE;
}

guint
tal_chart_compose_add_series (TalChartComposition *self, const TalSeries *series, const char *name)
{
  TalChartSeries *drawn = tal_chart_spec_add_series (self->spec, name);

  drawn->id = series->record.id;
  /* A place is told apart by colour only where places are what the chart is about. */
  if ((self->shown & (TAL_DIFFERENCE_AREA | TAL_DIFFERENCE_COHORT)) != 0)
    drawn->slot = find_slot (self, series, name);
  return self->spec->series->len - 1;
}
