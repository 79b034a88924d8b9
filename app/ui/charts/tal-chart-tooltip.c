/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/charts/tal-chart-tooltip.h"

#include "ui/common/tal-mark.h"

#define PADDING 10.0
#define ROW_GAP 3.0
#define COLUMN_GAP 16.0
#define SWATCH 10.0
#define RADIUS 8.0f
/* Between the card and the figure it speaks of. */
#define DISTANCE 14.0
#define RING_REACH 5.0
#define RING_WIDTH 2.0f
#define DOT_STEP 4.0

typedef struct
{
  PangoLayout *name;
  PangoLayout *value;
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
              create_layout (widget, reading->value, TRUE), reading->series };

  card->names = MAX (card->names, measure_width (row.name));
  card->values = MAX (card->values, measure_width (row.value));
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

/* Whether the spot is one of those that are read. */
static gboolean
is_read (const TalChartTooltip *self, const TalChartSpot *spot)
{
  if (!self->geometry->by_position)
    return spot->series == self->spot->series && spot->position == self->spot->position;
  return spot->position == self->spot->position;
}

/* What a card would hide: a figure that is read weighs more than all others. */
static guint
count_hidden (const TalChartTooltip *self, TalChartBox card)
{
  guint hidden = 0;

  for (guint i = 0; i < self->geometry->spots->len; i++)
    {
      const TalChartSpot *spot = &g_array_index (self->geometry->spots, TalChartSpot, i);
      double              x = spot->point.x * self->scale;
      double              y = spot->point.y * self->scale;

      if (x < card.x - RING_REACH || x > card.x + card.width + RING_REACH ||
          y < card.y - RING_REACH || y > card.y + card.height + RING_REACH)
        continue;
      hidden += is_read (self, spot) ? self->geometry->spots->len : 1;
    }
  return hidden;
}

/* In the emptiest of the four corners around the figure. */
static TalChartBox
place_card (const TalChartTooltip *self, GtkWidget *widget, const Card *card)
{
  double      x = self->spot->point.x * self->scale;
  double      y = self->spot->point.y * self->scale;
  double      most_x = MAX (gtk_widget_get_width (widget) - card->width, 0);
  double      most_y = MAX (gtk_widget_get_height (widget) - card->height, 0);
  TalChartBox best = { 0 };
  guint       fewest = G_MAXUINT;

  for (guint corner = 0; corner < 4; corner++)
    {
      gboolean    left = corner % 2 == 1;
      gboolean    above = corner / 2 == 1;
      TalChartBox place = { left ? x - DISTANCE - card->width : x + DISTANCE,
                            above ? y - DISTANCE - card->height : y + DISTANCE, card->width,
                            card->height };
      guint hidden;

      place.x = CLAMP (place.x, 0, most_x);
      place.y = CLAMP (place.y, 0, most_y);
      hidden = count_hidden (self, place);
      if (hidden >= fewest)
        continue;
      fewest = hidden;
      best = place;
    }
  return best;
}

static void
append_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, double x, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
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

static void
append_ring (const TalChartTooltip *self, GtkSnapshot *snapshot, const TalChartSpot *spot)
{
  GskRoundedRect  outline;
  GdkRGBA         ground = get_ink (self, TAL_CHART_INK_GROUND);
  GdkRGBA         ink = spot->series >= 0 && (guint)spot->series < self->spec->series->len
                            ? get_ink (self, get_series_ink (self, spot->series))
                            : get_ink (self, TAL_CHART_INK_TEXT);
  float           reach = (float)(RING_REACH * self->scale);
  graphene_rect_t box =
      GRAPHENE_RECT_INIT ((float)(spot->point.x * self->scale) - reach,
                          (float)(spot->point.y * self->scale) - reach, 2 * reach, 2 * reach);

  gsk_rounded_rect_init_from_rect (&outline, &box, reach);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[]){ RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH },
                              (GdkRGBA[]){ ink, ink, ink, ink });
}

/* A dotted line through everything that is read together, and a ring around each figure. */
static void
append_cursor (const TalChartTooltip *self, GtkSnapshot *snapshot)
{
  TalChartBox plot = self->geometry->plot;
  GdkRGBA     line = get_ink (self, TAL_CHART_INK_DIM_TEXT);
  float       x = (float)(self->spot->point.x * self->scale);

  for (double y = plot.y; self->geometry->by_position && y < plot.y + plot.height; y += DOT_STEP)
    gtk_snapshot_append_color (snapshot, &line,
                               &GRAPHENE_RECT_INIT (x - 0.5f, (float)(y * self->scale), 1,
                                                    (float)self->scale * 2));
  for (guint i = 0; i < self->geometry->spots->len; i++)
    {
      const TalChartSpot *spot = &g_array_index (self->geometry->spots, TalChartSpot, i);

      if (is_read (self, spot))
        append_ring (self, snapshot, spot);
    }
}

static void
append_card (const TalChartTooltip *self, GtkWidget *widget, GtkSnapshot *snapshot, Card *card)
{
  TalChartBox     place = place_card (self, widget, card);
  GdkRGBA         ground = tal_mark_get_colour (widget, "popover_bg_color");
  GdkRGBA         text = tal_mark_get_colour (widget, "popover_fg_color");
  GdkRGBA         edge = get_ink (self, self->pinned ? TAL_CHART_INK_DIM_TEXT : TAL_CHART_INK_GRID);
  GdkRGBA         shade = { 0, 0, 0, 0.15f };
  GskRoundedRect  outline;
  graphene_rect_t box =
      GRAPHENE_RECT_INIT ((float)place.x, (float)place.y, (float)place.width, (float)place.height);
  double y = place.y + PADDING + card->heading_height + ROW_GAP;

  gsk_rounded_rect_init_from_rect (&outline, &box, RADIUS);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 2, 0, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 1, 1, 1, 1 },
                              (GdkRGBA[]){ edge, edge, edge, edge });
  append_layout (snapshot, card->heading, &text, place.x + PADDING, place.y + PADDING);
  for (guint i = 0; i < card->rows->len; i++)
    {
      const Row *row = &g_array_index (card->rows, Row, i);

      if (row->series != TAL_CHART_NOBODY)
        {
          GdkRGBA ink = get_ink (self, get_series_ink (self, row->series));

          gtk_snapshot_append_color (snapshot, &ink,
                                     &GRAPHENE_RECT_INIT ((float)(place.x + PADDING),
                                                          (float)(y +
                                                                  (card->row_height - SWATCH) / 2),
                                                          SWATCH, SWATCH));
        }
      append_layout (snapshot, row->name, &text, place.x + PADDING + card->swatches, y);
      append_layout (snapshot, row->value, &text,
                     place.x + place.width - PADDING - measure_width (row->value), y);
      y += card->row_height + ROW_GAP;
    }
}

void
tal_chart_tooltip_snapshot (const TalChartTooltip *self, GtkWidget *widget, GtkSnapshot *snapshot)
{
  Card card = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  append_cursor (self, snapshot);
  init_card (&card, self, widget);
  append_card (self, widget, snapshot, &card);
  clear_card (&card);
}
