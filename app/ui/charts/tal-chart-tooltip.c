/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/charts/tal-chart-tooltip.h"

#include "ui/common/tal-mark.h"

#define PADDING 10.0
#define ROW_GAP 3.0
#define COLUMN_GAP 16.0
#define SWATCH 10.0
#define RADIUS 8.0
/* Between the card and the figure it speaks of. */
#define DISTANCE 14.0
#define RING_REACH 5.0
#define RING_WIDTH 2.0
#define DOT 2.0
/* So many figures tell where a chart is empty. */
#define MOST_WEIGHED 500

typedef struct
{
  PangoLayout *name;
  PangoLayout *value;
  double       value_width;
  int          series;
} Row;

typedef struct
{
  PangoLayout *heading;
  GArray      *rows; /* of Row */
  double       row_height;
  double       heading_height;
  double       names; /* width */
  double       values;
  double       swatches;
  double       width;
  double       height;
} Card;

static PangoLayout *
create_layout (GtkWidget *widget, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

static double
measure_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static double
measure_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
clear_row (Row *row)
{
  g_object_unref (row->name);
  g_object_unref (row->value);
}

static void
add_row (Card *card, GtkWidget *widget, const TalChartReading *reading, gboolean bold)
{
  Row row = { create_layout (widget, reading->name, bold),
              create_layout (widget, reading->value, TRUE), 0, reading->series };

  row.value_width = measure_width (row.value);
  card->names = MAX (card->names, measure_width (row.name));
  card->values = MAX (card->values, row.value_width);
  card->row_height = MAX (card->row_height, measure_height (row.name));
  if (reading->series != TAL_CHART_NOBODY)
    card->swatches = SWATCH + 7;
  g_array_append_val (card->rows, row);
}

static void
init_card (Card *card, const TalChartTooltip *self, GtkWidget *widget)
{
  g_autofree char   *heading = NULL;
  g_autoptr (GArray) readings =
      tal_chart_hit_read (self->spec, self->geometry, self->spot, &heading);

  card->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (card->rows, (GDestroyNotify)clear_row);
  card->heading = create_layout (widget, heading != NULL ? heading : "", TRUE);
  card->heading_height = measure_height (card->heading);
  for (guint i = 0; i < readings->len; i++)
    add_row (card, widget, &g_array_index (readings, TalChartReading, i),
             self->pinned &&
                 g_array_index (readings, TalChartReading, i).series == self->spot->series);
  card->width = 2 * PADDING + MAX (measure_width (card->heading),
                                   card->swatches + card->names + COLUMN_GAP + card->values);
  card->height =
      2 * PADDING + card->heading_height + (card->row_height + ROW_GAP) * (double)card->rows->len;
}

static void
clear_card (Card *card)
{
  g_object_unref (card->heading);
  g_array_unref (card->rows);
}

/* Where the card may stand: the four corners around the figure, as far as the widget reaches. */
static void
list_places (const TalChartTooltip *self, GtkWidget *widget, const Card *card, TalChartBox places[4])
{
  double x = self->spot->point.x * self->scale;
  double y = self->spot->point.y * self->scale;
  double most_x = MAX (gtk_widget_get_width (widget) - card->width, 0);
  double most_y = MAX (gtk_widget_get_height (widget) - card->height, 0);

  for (guint corner = 0; corner < 4; corner++)
    {
      double left = corner % 2 == 1 ? x - DISTANCE - card->width : x + DISTANCE;
      double top = corner / 2 == 1 ? y - DISTANCE - card->height : y + DISTANCE;

      places[corner] = (TalChartBox){ CLAMP (left, 0, most_x), CLAMP (top, 0, most_y), card->width,
                                      card->height };
    }
}

static gboolean
hides (TalChartBox card, double x, double y)
{
  return x >= card.x - RING_REACH && x <= card.x + card.width + RING_REACH &&
         y >= card.y - RING_REACH && y <= card.y + card.height + RING_REACH;
}

/* The emptiest of them: a figure that is read weighs more than all others. */
static TalChartBox
place_card (const TalChartTooltip *self, GtkWidget *widget, const Card *card)
{
  TalChartBox places[4];
  guint       hidden[4] = { 0 };
  guint       best = 0;
  guint       stride = self->geometry->spots->len / MOST_WEIGHED + 1;

  list_places (self, widget, card, places);
  for (guint i = 0; i < self->geometry->spots->len; i += stride)
    {
      const TalChartSpot *spot = &g_array_index (self->geometry->spots, TalChartSpot, i);

      for (guint corner = 0; corner < 4; corner++)
        {
          if (hides (places[corner], spot->point.x * self->scale, spot->point.y * self->scale))
            hidden[corner]++;
        }
    }
  for (guint i = 0; i < self->read->len; i++)
    {
      const TalChartSpot *spot = g_ptr_array_index (self->read, i);

      for (guint corner = 0; corner < 4; corner++)
        {
          if (hides (places[corner], spot->point.x * self->scale, spot->point.y * self->scale))
            hidden[corner] += self->geometry->spots->len;
        }
    }
  for (guint corner = 1; corner < 4; corner++)
    {
      if (hidden[corner] < hidden[best])
        best = corner;
    }
  return places[best];
}

static GdkRGBA
get_ink (const TalChartTooltip *self, TalChartInk ink)
{
  guint32 colour = tal_chart_palette_get (self->style->theme, self->style->high_contrast, ink);

  return (GdkRGBA){ (float)(colour >> 16 & 0xff) / 255, (float)(colour >> 8 & 0xff) / 255,
                    (float)(colour & 0xff) / 255, 1 };
}

static TalChartInk
get_series_ink (const TalChartTooltip *self, int series)
{
  TalChartSlot slot = tal_chart_spec_get_series (self->spec, (guint)series)->slot;

  if (slot == TAL_CHART_SLOT_FREE)
    slot = (guint)series % TAL_CHART_N_SLOTS + 1;
  return slot >= TAL_CHART_SLOT_REST
             ? (TalChartInk)(TAL_CHART_INK_REST + slot - TAL_CHART_SLOT_REST)
             : (TalChartInk)(TAL_CHART_INK_SERIES + slot - 1);
}

static GdkRGBA
get_spot_ink (const TalChartTooltip *self, const TalChartSpot *spot)
{
  if (spot->series >= 0 && (guint)spot->series < self->spec->series->len)
    return get_ink (self, get_series_ink (self, spot->series));
  return get_ink (self, TAL_CHART_INK_TEXT);
}

static void
paint_ring (const TalChartTooltip *self, cairo_t *cairo, const TalChartSpot *spot)
{
  GdkRGBA ground = get_ink (self, TAL_CHART_INK_GROUND);
  GdkRGBA ink = get_spot_ink (self, spot);

  cairo_new_path (cairo);
  cairo_arc (cairo, spot->point.x * self->scale, spot->point.y * self->scale,
             (RING_REACH - 1) * self->scale, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cairo, &ground);
  cairo_fill_preserve (cairo);
  gdk_cairo_set_source_rgba (cairo, &ink);
  cairo_set_dash (cairo, NULL, 0, 0);
  cairo_set_line_width (cairo, RING_WIDTH * self->scale);
  cairo_stroke (cairo);
}

/* Of the figures that are read. */
static double
find_top (const TalChartTooltip *self)
{
  double top = self->spot->point.y;

  for (guint i = 0; i < self->read->len; i++)
    top = MIN (top, ((const TalChartSpot *)g_ptr_array_index (self->read, i))->point.y);
  return top;
}

/* Dotted, from the axis through everything that is read together. */
static void
paint_crosshair (const TalChartTooltip *self, cairo_t *cairo)
{
  TalChartBox plot = self->geometry->plot;
  double      top = find_top (self);
  GdkRGBA     ink = get_ink (self, TAL_CHART_INK_DIM_TEXT);

  gdk_cairo_set_source_rgba (cairo, &ink);
  cairo_set_dash (cairo, (double[]){ DOT, DOT }, 2, 0);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, self->spot->point.x * self->scale, top * self->scale);
  cairo_line_to (cairo, self->spot->point.x * self->scale, (plot.y + plot.height) * self->scale);
  cairo_stroke (cairo);
}

/* Only as wide as its rings, so that little of the picture comes to light when it moves. */
static void
append_cursor (const TalChartTooltip *self, GtkSnapshot *snapshot)
{
  double   reach = (RING_REACH + 1) * self->scale;
  double   x = self->spot->point.x * self->scale - reach;
  double   y = self->spot->point.y * self->scale - reach;
  double   height = 2 * reach;
  cairo_t *cairo = NULL;

  if (self->geometry->by_position)
    {
      double bottom = (self->geometry->plot.y + self->geometry->plot.height) * self->scale;

      y = find_top (self) * self->scale - reach;
      height = bottom - y;
    }
  cairo =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float)x, (float)y,
                                                                (float)(2 * reach), (float)height));
  if (self->geometry->by_position)
    paint_crosshair (self, cairo);
  for (guint i = 0; i < self->read->len; i++)
    paint_ring (self, cairo, g_ptr_array_index (self->read, i));
  cairo_destroy (cairo);
}

static void
trace_card (cairo_t *cairo, TalChartBox box)
{
  double right = box.x + box.width - 0.5 - RADIUS;
  double bottom = box.y + box.height - 0.5 - RADIUS;
  double left = box.x + 0.5 + RADIUS;
  double top = box.y + 0.5 + RADIUS;

  cairo_new_path (cairo);
  cairo_arc (cairo, right, top, RADIUS, -G_PI / 2, 0);
  cairo_arc (cairo, right, bottom, RADIUS, 0, G_PI / 2);
  cairo_arc (cairo, left, bottom, RADIUS, G_PI / 2, G_PI);
  cairo_arc (cairo, left, top, RADIUS, G_PI, G_PI * 3 / 2);
  cairo_close_path (cairo);
}

static void
append_ground (const TalChartTooltip *self,
               GtkWidget             *widget,
               GtkSnapshot           *snapshot,
               TalChartBox            place)
{
  GdkRGBA  ground = tal_mark_get_colour (widget, "popover_bg_color");
  GdkRGBA  edge = get_ink (self, self->pinned ? TAL_CHART_INK_DIM_TEXT : TAL_CHART_INK_GRID);
  cairo_t *cairo =
      gtk_snapshot_append_cairo (snapshot,
                                 &GRAPHENE_RECT_INIT ((float)place.x, (float)place.y,
                                                      (float)place.width, (float)place.height));

  trace_card (cairo, place);
  gdk_cairo_set_source_rgba (cairo, &ground);
  cairo_fill_preserve (cairo);
  gdk_cairo_set_source_rgba (cairo, &edge);
  cairo_set_line_width (cairo, 1);
  cairo_stroke (cairo);
  cairo_destroy (cairo);
}

static void
append_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *text, double x, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, layout, text);
  gtk_snapshot_restore (snapshot);
}

static void
append_row (const TalChartTooltip *self,
            GtkSnapshot           *snapshot,
            const Card            *card,
            const Row             *row,
            const GdkRGBA         *text,
            TalChartBox            place)
{
  if (row->series != TAL_CHART_NOBODY)
    {
      GdkRGBA ink = get_ink (self, get_series_ink (self, row->series));

      gtk_snapshot_append_color (snapshot, &ink,
                                 &GRAPHENE_RECT_INIT ((float)place.x,
                                                      (float)(place.y +
                                                              (card->row_height - SWATCH) / 2),
                                                      SWATCH, SWATCH));
    }
  append_layout (snapshot, row->name, text, place.x + card->swatches, place.y);
  append_layout (snapshot, row->value, text, place.x + place.width - row->value_width, place.y);
}

static void
append_card (const TalChartTooltip *self, GtkWidget *widget, GtkSnapshot *snapshot, const Card *card)
{
  TalChartBox place = place_card (self, widget, card);
  GdkRGBA     text = tal_mark_get_colour (widget, "popover_fg_color");

  append_ground (self, widget, snapshot, place);
  place.x += PADDING;
  place.y += PADDING;
  place.width -= 2 * PADDING;
  append_layout (snapshot, card->heading, &text, place.x, place.y);
  place.y += card->heading_height + ROW_GAP;
  for (guint i = 0; i < card->rows->len; i++)
    {
      append_row (self, snapshot, card, &g_array_index (card->rows, Row, i), &text, place);
      place.y += card->row_height + ROW_GAP;
    }
}

void
tal_chart_tooltip_snapshot (const TalChartTooltip *self, GtkWidget *widget, GtkSnapshot *snapshot)
{
  Card card = { 0 };

  g_return_if_fail (self != NULL && self->read != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  append_cursor (self, snapshot);
  init_card (&card, self, widget);
  append_card (self, widget, snapshot, &card);
  clear_card (&card);
}
