/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-look.h"

#define LEAD_WIDTH 3.2
#define PLAIN_WIDTH 2.2
#define REST_WIDTH 1.6
#define LEAD_REACH 4.4
#define PLAIN_REACH 3.6
#define REST_REACH 3.0
#define PANEL_REACH 3.0
#define RING_WIDTH 1.8

/* The series that is grey in every picture has grey's colour here too. */
#define GREY_SLOT 6

/* By slot, for paper without colours. */
static const struct
{
  TalChartDash   dash;
  TalChartMarker marker;
} patterns[TAL_CHART_N_SLOTS] = {
  { TAL_CHART_DASH_SOLID, TAL_CHART_MARKER_CIRCLE },
  { TAL_CHART_DASH_LONG, TAL_CHART_MARKER_SQUARE },
  { TAL_CHART_DASH_SHORT, TAL_CHART_MARKER_TRIANGLE },
  { TAL_CHART_DASH_MIXED, TAL_CHART_MARKER_DIAMOND },
  { TAL_CHART_DASH_DOTTED, TAL_CHART_MARKER_CROSS },
  { TAL_CHART_DASH_SOLID, TAL_CHART_MARKER_CIRCLE },
};

static guint
count_emphasised (const TalChartSpec *spec)
{
  guint count = 0;

  for (guint i = 0; i < spec->series->len; i++)
    count += tal_chart_spec_get_series (spec, i)->emphasised ? 1 : 0;
  return count;
}

static gboolean
leads (const TalChartSpec *spec, guint series)
{
  if (count_emphasised (spec) > 0)
    return tal_chart_spec_get_series (spec, series)->emphasised;
  if (spec->kind == TAL_CHART_YEARS)
    return series + 1 == spec->series->len;
  return spec->kind != TAL_CHART_MULTIPLES && spec->series->len > TAL_CHART_MOST_COLOURED &&
         series == 0;
}

static void
set_colour (TalChartLook *look, guint slot)
{
  look->mark = (TalChartInk)(TAL_CHART_INK_SERIES + slot - 1);
  look->name = (TalChartInk)(TAL_CHART_INK_NAME + slot - 1);
}

static void
step_back (TalChartLook *look)
{
  look->mark = TAL_CHART_INK_REST;
  look->name = TAL_CHART_INK_DIM_TEXT;
  look->width = REST_WIDTH;
  look->reach = REST_REACH;
}

/* Of years, whose own slots say nothing but their order. */
static void
choose_year (TalChartLook *look, const TalChartSpec *spec, guint series)
{
  if (tal_chart_spec_get_series (spec, series)->slot != TAL_CHART_SLOT_FREE)
    return;

  if (look->leads)
    set_colour (look, 1);
  else if (series + 2 == spec->series->len)
    set_colour (look, GREY_SLOT);
  else
    step_back (look);
}

/* Of series in a panel each, which need no colours to be told apart. */
static void
choose_panel (TalChartLook *look, const TalChartSpec *spec, guint series)
{
  look->reach = PANEL_REACH;
  if (tal_chart_spec_get_series (spec, series)->slot == TAL_CHART_SLOT_FREE)
    set_colour (look, 1);
}

/* Greys that only their age tells apart. */
static void
choose_year_pattern (TalChartLook *look, const TalChartSpec *spec, guint series)
{
  static const TalChartDash dashes[] = { TAL_CHART_DASH_SOLID, TAL_CHART_DASH_LONG,
                                         TAL_CHART_DASH_SHORT, TAL_CHART_DASH_MIXED,
                                         TAL_CHART_DASH_DOTTED };
  guint                     age = spec->series->len - 1 - series;

  look->dash = dashes[MIN (age, G_N_ELEMENTS (dashes) - 1)];
}

static void
choose_pattern (TalChartLook *look, const TalChartSpec *spec, guint series)
{
  guint slot = 0;

  if (spec->kind == TAL_CHART_YEARS && look->mark == TAL_CHART_INK_REST)
    choose_year_pattern (look, spec, series);
  if (look->mark < TAL_CHART_INK_SERIES || look->mark > TAL_CHART_INK_SERIES_LAST)
    return;

  slot = look->mark - TAL_CHART_INK_SERIES;
  look->dash = patterns[slot].dash;
  look->marker = patterns[slot].marker;
  look->hollow = slot + 1 == GREY_SLOT;
  if (look->hollow && !look->leads)
    look->width = REST_WIDTH;
}

TalChartLook
tal_chart_look_choose (const TalChartPlan *plan, guint series)
{
  TalChartLook look = { .width = PLAIN_WIDTH, .reach = PLAIN_REACH };

  g_return_val_if_fail (plan != NULL && series < plan->spec->series->len, look);

  look.mark = tal_chart_plan_get_mark_ink (plan, series);
  look.name = tal_chart_plan_get_name_ink (plan, series);
  look.leads = leads (plan->spec, series);
  if (look.leads)
    {
      look.width = LEAD_WIDTH;
      look.reach = LEAD_REACH;
    }
  if (plan->spec->kind == TAL_CHART_YEARS)
    choose_year (&look, plan->spec, series);
  else if (plan->spec->kind == TAL_CHART_MULTIPLES)
    choose_panel (&look, plan->spec, series);
  else if (plan->spec->series->len > TAL_CHART_MOST_COLOURED && !look.leads)
    step_back (&look);
  if (plan->style->patterns)
    choose_pattern (&look, plan->spec, series);
  return look;
}

GArray *
tal_chart_look_list_order (const TalChartPlan *plan)
{
  GArray *order = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < plan->spec->series->len; i++)
        {
          /* The first stands in front of those behind it in the list. */
          guint series = plan->spec->kind == TAL_CHART_YEARS ? i : plan->spec->series->len - 1 - i;

          if (leads (plan->spec, series) == (round == 1))
            g_array_append_val (order, series);
        }
    }
  return order;
}

void
tal_chart_look_add_marker (
    TalChartPlan *plan, const TalChartLook *look, TalChartPoint point, guint series, guint position)
{
  TalChartShape *shape = NULL;
  TalChartValue  value;
  gboolean       hollow;

  g_return_if_fail (plan != NULL && look != NULL);

  value = tal_chart_series_get (tal_chart_spec_get_series (plan->spec, series), position);
  hollow = look->hollow || value.state != TAL_FIGURE_FINAL;
  shape = tal_chart_plan_add_marker (plan, look->marker, point, look->reach, look->mark);
  shape->series = (int)series;
  shape->position = (int)position;
  if (hollow || look->marker == TAL_CHART_MARKER_CROSS)
    {
      shape->fill = hollow ? TAL_CHART_INK_GROUND : TAL_CHART_INK_NONE;
      shape->stroke = look->mark;
      shape->stroke_width = RING_WIDTH;
    }
}

TalChartTexture
tal_chart_look_choose_texture (const TalChartPlan *plan, guint series)
{
  static const TalChartTexture textures[] = { TAL_CHART_TEXTURE_PLAIN, TAL_CHART_TEXTURE_FALLING,
                                              TAL_CHART_TEXTURE_DOTTED };

  g_return_val_if_fail (plan != NULL, TAL_CHART_TEXTURE_PLAIN);

  return plan->style->patterns ? textures[series % G_N_ELEMENTS (textures)]
                               : TAL_CHART_TEXTURE_PLAIN;
}
