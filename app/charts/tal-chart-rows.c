/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-rows.h"

#include "charts/tal-chart-block.h"
#include "charts/tal-chart-text.h"

#include <math.h>

/* How far a part is moved in below what it is a part of. */
#define INDENT 14.0
#define NUMBER_GAP 10.0
#define PLOT_GAP 12.0
/* Of a row: left empty above and below its bar. */
#define AIR 0.2
/* The least left free between the names of two rows. */
#define NAME_AIR 3.0
#define SMALL_NAME_AIR 1.0
/* Between an axis and its labels. */
#define AXIS_GAP 6.0
/* A column that wraps names is no narrower than this. */
#define LEAST_COLUMN 60.0

/* As narrow as every name fits into unbroken, of the width. */
static const double column_widths[] = { 0.26, 0.3, 0.35, 0.4, 0.43, 0.48 };

TalChartRows *
tal_chart_rows_new (void)
{
  TalChartRows *self = g_new0 (TalChartRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (TalChartRow));
  self->most_names = TAL_CHART_ROWS_MOST_NAMES;
  return self;
}

void
tal_chart_rows_free (TalChartRows *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->rows);
  g_free (self);
}

void
tal_chart_rows_add (TalChartRows *self, TalChartRow row)
{
  g_return_if_fail (self != NULL && row.name != NULL);

  g_array_append_val (self->rows, row);
}

void
tal_chart_rows_add_positions (TalChartRows *self, const TalChartSpec *spec, gboolean detailed)
{
  g_return_if_fail (self != NULL && spec != NULL);

  for (guint i = 0; i < spec->positions->len; i++)
    {
      const TalChartPosition *position = tal_chart_spec_get_position (spec, i);
      TalChartRow             row = { .name = position->label != NULL ? position->label : "",
                                      .detail = detailed ? position->detail : NULL,
                                      .place = position->place };

      tal_chart_rows_add (self, row);
    }
}

static const TalChartRow *
get_row (const TalChartRows *self, guint row)
{
  return &g_array_index (self->rows, TalChartRow, row);
}

static double
measure_indent (const TalChartRow *row)
{
  return row->place == TAL_CHART_PLACE_PART ? INDENT : 0;
}

/* Rows that are lower than a line of text have names in small letters, and so have those whose
 * names would be cut. */
static TalChartFont
choose_font (const TalChartRows *self, TalChartPlan *plan, const TalChartRow *row)
{
  gboolean small =
      self->small || self->pitch < tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_PLAIN);

  if (row->place == TAL_CHART_PLACE_TOTAL)
    return small ? TAL_CHART_FONT_SMALL_BOLD : TAL_CHART_FONT_BOLD;
  return small ? TAL_CHART_FONT_SMALL : TAL_CHART_FONT_PLAIN;
}

/* Every so many rows have a name. */
static guint
count_step (const TalChartRows *self, TalChartPlan *plan)
{
  double height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);

  return self->pitch > 0 ? (guint)MAX (ceil (height / self->pitch), 1) : self->rows->len;
}

static double
measure_detail (const TalChartRows *self, TalChartPlan *plan, const TalChartRow *row)
{
  double plain = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_PLAIN);
  double small = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);

  if (row->detail == NULL || self->pitch < plain + small + NAME_AIR)
    return 0;
  return small;
}

/* Where the name may stand in a column that is so wide, its detail's place left out. */
static TalChartBox
find_name_box (const TalChartRows *self, TalChartPlan *plan, const TalChartRow *row, double width)
{
  double line = tal_chart_plan_get_text_height (plan, choose_font (self, plan, row));
  double air = self->small ? SMALL_NAME_AIR : NAME_AIR;
  double height = self->pitch - air - measure_detail (self, plan, row);

  return (TalChartBox){ 0, 0, width - self->numbers - measure_indent (row), MAX (height, line) };
}

static gboolean
names_fit (const TalChartRows *self, TalChartPlan *plan, double width)
{
  for (guint i = 0; i < self->rows->len; i += count_step (self, plan))
    {
      const TalChartRow *row = get_row (self, i);

      if (!tal_chart_block_fits (plan, choose_font (self, plan, row), row->name,
                                 find_name_box (self, plan, row, width)))
        return FALSE;
    }
  return TRUE;
}

static double
measure_lines (TalChartPlan *plan, TalChartFont font, const GPtrArray *lines)
{
  double widest = 0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, tal_chart_typesetter_measure (plan->typesetter, font,
                                                        g_ptr_array_index (lines, i)));
  return widest;
}

static GPtrArray *
wrap_name (const TalChartRows *self, TalChartPlan *plan, const TalChartRow *row, double width)
{
  TalChartFont font = choose_font (self, plan, row);
  TalChartBox  box = find_name_box (self, plan, row, width);
  double       most = floor (box.height / tal_chart_plan_get_text_height (plan, font));

  return tal_chart_typesetter_wrap (plan->typesetter, font, row->name, box.width,
                                    (guint)MAX (most, 1));
}

/* What the row takes of a column that may be so wide. */
static double
measure_row (const TalChartRows *self, TalChartPlan *plan, const TalChartRow *row, double width)
{
  g_autoptr (GPtrArray) lines = wrap_name (self, plan, row, width);
  double                widest = measure_lines (plan, choose_font (self, plan, row), lines);

  if (measure_detail (self, plan, row) > 0)
    {
      g_autoptr (GPtrArray) detail =
          tal_chart_typesetter_wrap (plan->typesetter, TAL_CHART_FONT_SMALL, row->detail,
                                     find_name_box (self, plan, row, width).width, 1);

      widest = MAX (widest, measure_lines (plan, TAL_CHART_FONT_SMALL, detail));
    }
  return self->numbers + measure_indent (row) + widest;
}

static double
choose_names_width (TalChartRows *self, TalChartPlan *plan, double width)
{
  double most = width * self->most_names;
  double widest = 0;
  guint  step = count_step (self, plan);

  self->small = FALSE;
  self->small = !names_fit (self, plan, most);

  for (guint i = 0; i < G_N_ELEMENTS (column_widths); i++)
    {
      double narrow = MAX (width * column_widths[i], LEAST_COLUMN);

      if (narrow < most && names_fit (self, plan, narrow))
        {
          most = narrow;
          break;
        }
    }
  for (guint i = 0; i < self->rows->len; i += step)
    widest = MAX (widest, measure_row (self, plan, get_row (self, i), most));
  if (step > 1)
    widest = MAX (widest, measure_row (self, plan, get_row (self, self->rows->len - 1), most));
  return MIN (widest, most);
}

static double
measure_numbers (const TalChartRows *self, TalChartPlan *plan)
{
  double widest = 0;
  guint  step = count_step (self, plan);

  for (guint i = 0; i < self->rows->len; i += step)
    {
      g_autofree char *number = g_strdup_printf ("%d", get_row (self, i)->number);

      if (get_row (self, i)->number != 0)
        widest = MAX (widest,
                      tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_BOLD, number));
    }
  return widest > 0 ? widest + NUMBER_GAP : 0;
}

void
tal_chart_rows_place (TalChartRows *self, TalChartPlan *plan, TalChartBox room, double most_pitch)
{
  double names;

  g_return_if_fail (self != NULL && plan != NULL);

  room.height = MAX (room.height, 0);
  self->plot = room;
  self->names = (TalChartBox){ room.x, room.y, 0, room.height };
  if (self->rows->len == 0)
    return;

  self->pitch = MIN (room.height / self->rows->len, most_pitch);
  self->plot.height = self->pitch * self->rows->len;
  self->names.height = self->plot.height;
  self->numbers = MIN (measure_numbers (self, plan), room.width * TAL_CHART_ROWS_MOST_NAMES / 2);
  names = choose_names_width (self, plan, room.width);
  self->names.width = names;
  names = names > 0 ? names + MIN (PLOT_GAP, room.width / 20) : 0;
  self->plot.x += names;
  self->plot.width -= names;
}

static void
add_number (const TalChartRows *self, TalChartPlan *plan, const TalChartRow *row, double top)
{
  g_autofree char *number = g_strdup_printf ("%d", row->number);

  if (row->number != 0)
    tal_chart_plan_add_text (plan, TAL_CHART_FONT_BOLD, TAL_CHART_INK_DIM_TEXT, number,
                             self->names.x, TAL_CHART_ALIGN_START, top);
}

static void
add_name (const TalChartRows *self, TalChartPlan *plan, guint number)
{
  const TalChartRow    *row = get_row (self, number);
  TalChartFont          font = choose_font (self, plan, row);
  double                line = tal_chart_plan_get_text_height (plan, font);
  double                detail = measure_detail (self, plan, row);
  g_autoptr (GPtrArray) lines = wrap_name (self, plan, row, self->names.width + 0.01);
  double                height = line * (double)lines->len + detail;
  double                bottom = self->names.y + self->names.height;
  double                top = tal_chart_rows_get_middle (self, number) - height / 2;
  TalChartBox           box = find_name_box (self, plan, row, self->names.width + 0.01);

  box.x = self->names.x + self->numbers + measure_indent (row);
  box.y = CLAMP (top, self->names.y, MAX (bottom - height, self->names.y));
  box.height = height - detail;
  if (!tal_chart_block_add_lines (plan, font, TAL_CHART_INK_TEXT, lines, box,
                                  TAL_CHART_ALIGN_START))
    return;
  add_number (self, plan, row, box.y);
  box.y += box.height;
  box.height = detail;
  if (detail > 0)
    tal_chart_block_add (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, row->detail, box,
                         TAL_CHART_ALIGN_START);
}

void
tal_chart_rows_add_names (const TalChartRows *self, TalChartPlan *plan)
{
  guint step;

  g_return_if_fail (self != NULL && plan != NULL);

  if (self->rows->len == 0)
    return;
  step = count_step (self, plan);
  add_name (self, plan, 0);
  if (self->rows->len > 1)
    add_name (self, plan, self->rows->len - 1);
  for (guint i = step; i < self->rows->len - 1; i += step)
    add_name (self, plan, i);
}

double
tal_chart_rows_get_middle (const TalChartRows *self, guint row)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->plot.y + self->pitch * (row + 0.5);
}

double
tal_chart_rows_get_thickness (const TalChartRows *self, double wanted)
{
  g_return_val_if_fail (self != NULL, 0);

  return MIN (wanted, self->pitch * (1 - AIR));
}

gboolean
tal_chart_rows_hold_text (const TalChartRows *self, TalChartPlan *plan, TalChartFont font)
{
  g_return_val_if_fail (self != NULL && plan != NULL, FALSE);

  return self->pitch >= tal_chart_plan_get_text_height (plan, font);
}

double
tal_chart_rows_measure_axis (TalChartPlan *plan)
{
  double height;

  g_return_val_if_fail (plan != NULL, 0);

  height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL) + AXIS_GAP;
  return MIN (height, plan->room.height / 3);
}

/* Below its line, moved in where it would reach past the room, unless another is near. */
static void
add_tick_label (const TalChartRows *self, TalChartPlan *plan, const char *label, double x)
{
  double      right = plan->room.x + plan->room.width;
  double      top = self->plot.y + self->plot.height + AXIS_GAP;
  TalChartBox box = tal_chart_plan_measure_text (plan, TAL_CHART_FONT_SMALL, label, x,
                                                 TAL_CHART_ALIGN_MIDDLE, top);

  box.x = MIN (box.x, right - box.width);
  if (top + box.height <= plan->room.y + plan->room.height &&
      tal_chart_plan_is_free (plan, box, TAL_CHART_TEXT_GAP))
    tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, label, box.x,
                             TAL_CHART_ALIGN_START, top);
}

static void
add_tick (const TalChartRows  *self,
          TalChartPlan        *plan,
          const TalChartTicks *ticks,
          const TalChartScale *scale,
          guint                position)
{
  TalDecimal       value = tal_chart_ticks_get (ticks, position);
  gboolean         last = position + 1 == ticks->length;
  gboolean         zero = ticks->first + (gint64)position == 0;
  g_autofree char *label = tal_chart_text_dup_tick (plan->spec, value, last);
  double           x = tal_chart_scale_place (scale, tal_decimal_to_double (value));
  TalChartPoint    ends[] = { { x, self->plot.y }, { x, self->plot.y + self->plot.height } };

  tal_chart_plan_add_line (plan, ends, 2, zero ? TAL_CHART_INK_ZERO_LINE : TAL_CHART_INK_GRID, 1);
  add_tick_label (self, plan, label, x);
}

TalChartScale
tal_chart_rows_add_axis (const TalChartRows *self, TalChartPlan *plan, const TalChartTicks *ticks)
{
  TalChartScale scale = { 0, 1, 0, 0 };

  g_return_val_if_fail (self != NULL && plan != NULL && ticks != NULL, scale);

  scale.least = tal_chart_ticks_get_least (ticks);
  scale.most = tal_chart_ticks_get_most (ticks);
  scale.start = self->plot.x;
  scale.end = self->plot.x + self->plot.width;
  tal_chart_plan_add_scale (plan, scale);
  add_tick (self, plan, ticks, &scale, 0);
  for (guint i = ticks->length - 1; i > 0; i--)
    add_tick (self, plan, ticks, &scale, i);
  return scale;
}
