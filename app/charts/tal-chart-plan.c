/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-plan.h"

#include "charts/tal-chart-layout.h"

#include <math.h>

/* How much of the height the texts above and below may take. */
/* Of what a picture leaves of its room: above it. */
#define ABOVE_SHARE 0.4
#define MOST_ABOVE 0.4
#define MOST_BELOW 0.35

/* Below this a canvas has no room for words around the plot. */
#define MOST_TITLE_LINES 2
#define MOST_NOTE_LINES 8

static void (*const layouts[TAL_CHART_N_KINDS]) (TalChartPlan *plan) = {
  [TAL_CHART_BULLET] = tal_chart_layout_bullet,
  [TAL_CHART_COLUMNS] = tal_chart_layout_columns,
  [TAL_CHART_DISTRIBUTION] = tal_chart_layout_distribution,
  [TAL_CHART_DOTS] = tal_chart_layout_dots,
  [TAL_CHART_DUMBBELL] = tal_chart_layout_dumbbell,
  [TAL_CHART_FUNNEL] = tal_chart_layout_funnel,
  [TAL_CHART_LINE] = tal_chart_layout_line,
  [TAL_CHART_MIX] = tal_chart_layout_mix,
  [TAL_CHART_MULTIPLES] = tal_chart_layout_multiples,
  [TAL_CHART_SPARKLINE] = tal_chart_layout_sparkline,
  [TAL_CHART_STRIP] = tal_chart_layout_strip,
  [TAL_CHART_SUM] = tal_chart_layout_sum,
  [TAL_CHART_TIMELINE] = tal_chart_layout_timeline,
  [TAL_CHART_WATERFALL] = tal_chart_layout_waterfall,
  [TAL_CHART_YEARS] = tal_chart_layout_line,
};

static TalChartShape *
add_shape (TalChartPlan *self, TalChartShapeKind kind)
{
  TalChartShape shape = { .kind = kind, .series = TAL_CHART_NOBODY, .position = TAL_CHART_NOBODY };

  g_array_append_val (self->geometry->shapes, shape);
  return &g_array_index (self->geometry->shapes, TalChartShape, self->geometry->shapes->len - 1);
}

void
tal_chart_plan_lower (TalChartPlan *self, double height)
{
  double above;

  g_return_if_fail (self != NULL);

  above = MAX (self->room.height - height, 0) * ABOVE_SHARE;
  self->room.y += above;
  self->room.height -= above;
}

TalChartShape *
tal_chart_plan_add_rectangle (TalChartPlan *self, TalChartBox box, TalChartInk fill)
{
  TalChartShape *shape = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  shape = add_shape (self, TAL_CHART_SHAPE_RECTANGLE);
  shape->box = box;
  shape->fill = fill;
  return shape;
}

static TalChartShape *
add_path (TalChartPlan *self, TalChartShapeKind kind, const TalChartPoint *points, guint n_points)
{
  TalChartShape *shape = add_shape (self, kind);

  shape->first_point = self->geometry->points->len;
  shape->n_points = n_points;
  g_array_append_vals (self->geometry->points, points, n_points);
  return shape;
}

TalChartShape *
tal_chart_plan_add_line (
    TalChartPlan *self, const TalChartPoint *points, guint n_points, TalChartInk ink, double width)
{
  TalChartShape *shape = NULL;

  g_return_val_if_fail (self != NULL && points != NULL, NULL);

  shape = add_path (self, TAL_CHART_SHAPE_LINE, points, n_points);
  shape->stroke = ink;
  shape->stroke_width = width;
  return shape;
}

TalChartShape *
tal_chart_plan_add_polygon (TalChartPlan        *self,
                            const TalChartPoint *points,
                            guint                n_points,
                            TalChartInk          fill)
{
  TalChartShape *shape = NULL;

  g_return_val_if_fail (self != NULL && points != NULL, NULL);

  shape = add_path (self, TAL_CHART_SHAPE_POLYGON, points, n_points);
  shape->fill = fill;
  return shape;
}

TalChartShape *
tal_chart_plan_add_marker (
    TalChartPlan *self, TalChartMarker marker, TalChartPoint middle, double reach, TalChartInk ink)
{
  TalChartShape *shape = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  shape = add_shape (self, TAL_CHART_SHAPE_MARKER);
  shape->marker = marker;
  shape->box = (TalChartBox){ middle.x - reach, middle.y - reach, 2 * reach, 2 * reach };
  shape->fill = ink;
  return shape;
}

TalChartBox
tal_chart_plan_measure_text (TalChartPlan *self,
                             TalChartFont  font,
                             const char   *text,
                             double        x,
                             TalChartAlign align,
                             double        top)
{
  TalChartBox box = { .x = x, .y = top };

  g_return_val_if_fail (self != NULL && text != NULL, box);

  box.width = tal_chart_typesetter_measure (self->typesetter, font, text);
  box.height = tal_chart_typesetter_get_height (self->typesetter, font);
  switch (align)
    {
    case TAL_CHART_ALIGN_START:
      break;
    case TAL_CHART_ALIGN_MIDDLE:
      box.x -= box.width / 2;
      break;
    case TAL_CHART_ALIGN_END:
      box.x -= box.width;
      break;
    }
  return box;
}

gboolean
tal_chart_plan_is_free (const TalChartPlan *self, TalChartBox box, double gap)
{
  TalChartBox canvas;
  TalChartBox wide = { box.x - gap, box.y, box.width + 2 * gap, box.height };

  g_return_val_if_fail (self != NULL, FALSE);

  canvas = (TalChartBox){ 0, 0, self->geometry->width, self->geometry->height };
  if (!tal_chart_box_contains (canvas, box))
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    {
      if (tal_chart_box_overlaps (g_array_index (self->taken, TalChartBox, i), wide))
        return FALSE;
    }
  return TRUE;
}

TalChartShape *
tal_chart_plan_add_text (TalChartPlan *self,
                         TalChartFont  font,
                         TalChartInk   ink,
                         const char   *text,
                         double        x,
                         TalChartAlign align,
                         double        top)
{
  TalChartShape *shape = NULL;
  TalChartBox    box;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  box = tal_chart_plan_measure_text (self, font, text, x, align, top);
  if (*text == '\0' || !tal_chart_plan_is_free (self, box, 0))
    return NULL;

  shape = add_shape (self, TAL_CHART_SHAPE_TEXT);
  shape->box = box;
  shape->font = font;
  shape->fill = ink;
  shape->text = g_string_chunk_insert (self->geometry->texts, text);
  g_array_append_val (self->taken, box);
  return shape;
}

void
tal_chart_plan_add_spot (TalChartPlan *self,
                         int           series,
                         int           position,
                         TalChartPoint point,
                         double        value,
                         gboolean      vertical)
{
  TalChartSpot spot = { series, position, point, value, 0, vertical };

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->geometry->scales->len > 0);

  spot.scale = self->geometry->scales->len - 1;
  g_array_append_val (self->geometry->spots, spot);
}

guint
tal_chart_plan_add_scale (TalChartPlan *self, TalChartScale scale)
{
  g_return_val_if_fail (self != NULL, 0);

  g_array_append_val (self->geometry->scales, scale);
  return self->geometry->scales->len - 1;
}

/* From 1; greys come after the colours. */
static guint
get_slot (const TalChartPlan *self, guint series)
{
  const TalChartSeries *drawn = tal_chart_spec_get_series (self->spec, series);

  if (drawn->slot != TAL_CHART_SLOT_FREE)
    return drawn->slot;
  return series % TAL_CHART_N_SLOTS + 1;
}

static TalChartInk
choose_ink (const TalChartPlan *self, guint series, TalChartInk coloured, TalChartInk grey)
{
  guint slot = get_slot (self, series);

  if (slot <= TAL_CHART_N_SLOTS)
    return (TalChartInk)(coloured + slot - 1);
  return grey == TAL_CHART_INK_DIM_TEXT ? grey : (TalChartInk)(grey + slot - TAL_CHART_SLOT_REST);
}

TalChartInk
tal_chart_plan_get_mark_ink (const TalChartPlan *self, guint series)
{
  g_return_val_if_fail (self != NULL, TAL_CHART_INK_NONE);

  return choose_ink (self, series, TAL_CHART_INK_SERIES, TAL_CHART_INK_REST);
}

TalChartInk
tal_chart_plan_get_name_ink (const TalChartPlan *self, guint series)
{
  g_return_val_if_fail (self != NULL, TAL_CHART_INK_NONE);

  return choose_ink (self, series, TAL_CHART_INK_NAME, TAL_CHART_INK_DIM_TEXT);
}

TalChartInk
tal_chart_plan_get_on_ink (const TalChartPlan *self, guint series)
{
  g_return_val_if_fail (self != NULL, TAL_CHART_INK_NONE);

  return choose_ink (self, series, TAL_CHART_INK_ON, TAL_CHART_INK_ON_REST);
}

double
tal_chart_plan_get_text_height (const TalChartPlan *self, TalChartFont font)
{
  g_return_val_if_fail (self != NULL, 0);

  return tal_chart_typesetter_get_height (self->typesetter, font);
}

/* Lines from the room's top on, as long as they stay above 'limit'. */
static void
add_heading (TalChartPlan *self, TalChartFont font, TalChartInk ink, const char *text, double limit)
{
  g_autoptr (GPtrArray) lines = NULL;
  double                height = tal_chart_plan_get_text_height (self, font);

  if (text == NULL)
    return;
  lines =
      tal_chart_typesetter_wrap (self->typesetter, font, text, self->room.width, MOST_TITLE_LINES);
  for (guint i = 0; i < lines->len && self->room.y + height <= limit; i++)
    {
      tal_chart_plan_add_text (self, font, ink, g_ptr_array_index (lines, i), self->room.x,
                               TAL_CHART_ALIGN_START, self->room.y);
      self->room.y += height;
      self->room.height -= height;
    }
}

/* "Kilde: Jobindsats.dk." and every note, one after the other. */
static char *
join_notes (const TalChartSpec *spec, const char *note)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (spec->source != NULL)
    g_string_append_printf (text, "Kilde: %s%s", spec->source,
                            g_str_has_suffix (spec->source, ".") ? "" : ".");
  for (guint i = 0; i < spec->notes->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            (const char *)g_ptr_array_index (spec->notes, i));
  if (note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_notes (TalChartPlan *self, const char *note)
{
  g_autofree char      *text = join_notes (self->spec, note);
  g_autoptr (GPtrArray) lines = NULL;
  double                height = tal_chart_plan_get_text_height (self, TAL_CHART_FONT_SMALL);
  double                most = floor (self->geometry->height * MOST_BELOW / height);
  double                bottom = self->room.y + self->room.height;

  lines = tal_chart_typesetter_wrap (self->typesetter, TAL_CHART_FONT_SMALL, text, self->room.width,
                                     (guint)CLAMP (most, 0, MOST_NOTE_LINES));
  for (guint i = 0; i < lines->len; i++)
    tal_chart_plan_add_text (self, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT,
                             g_ptr_array_index (lines, i), self->room.x, TAL_CHART_ALIGN_START,
                             bottom - height * (double)(lines->len - i));
  if (lines->len > 0)
    self->room.height -= height * (double)lines->len + TAL_CHART_MARGIN;
}

void
tal_chart_plan_add_frame (TalChartPlan *self, const char *note)
{
  double limit;
  double top;

  g_return_if_fail (self != NULL);

  limit = self->geometry->height * MOST_ABOVE;
  top = self->room.y;
  if (!self->style->untitled)
    {
      add_heading (self, TAL_CHART_FONT_TITLE, TAL_CHART_INK_TEXT, self->spec->title, limit);
      add_heading (self, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, self->spec->subtitle, limit);
    }
  if (self->room.y > top)
    {
      self->room.y += TAL_CHART_MARGIN;
      self->room.height -= TAL_CHART_MARGIN;
    }
  add_notes (self, note);
  self->room.height = MAX (self->room.height, 0);
}

TalChartGeometry *
tal_chart_lay_out (const TalChartSpec  *spec,
                   const TalChartStyle *style,
                   TalChartTypesetter  *typesetter,
                   double               width,
                   double               height)
{
  TalChartPlan plan = { .spec = spec, .style = style, .typesetter = typesetter };
  double       margin;

  g_return_val_if_fail (spec != NULL && style != NULL && typesetter != NULL, NULL);
  g_return_val_if_fail (width >= 1 && height >= 1, NULL);

  margin = MIN (TAL_CHART_MARGIN, MIN (width, height) / 4);
  plan.geometry = tal_chart_geometry_new (width, height);
  plan.taken = g_array_new (FALSE, FALSE, sizeof (TalChartBox));
  plan.room = (TalChartBox){ margin, margin, width - 2 * margin, height - 2 * margin };
  layouts[spec->kind](&plan);
  g_array_unref (plan.taken);
  return plan.geometry;
}
