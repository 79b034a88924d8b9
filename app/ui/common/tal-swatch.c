/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-swatch.h"

#define WIDTH 14
#define HEIGHT 11
#define TICK_WIDTH 2
#define TICK_HEIGHT 15

struct _TalSwatch
{
  GtkWidget parent_instance;

  TalMark  mark;
  gboolean tick;
};

G_DEFINE_FINAL_TYPE (TalSwatch, tal_swatch, GTK_TYPE_WIDGET)

static void
tal_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TalSwatch      *self = TAL_SWATCH (widget);
  int             width = self->tick ? TICK_WIDTH : WIDTH;
  int             height = self->tick ? TICK_HEIGHT : HEIGHT;
  GdkRGBA         colour = tal_mark_get_colour (widget, "tal_tick");
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float)(gtk_widget_get_width (widget) - width) / 2,
                                               (float)(gtk_widget_get_height (widget) - height) / 2,
                                               (float)width, (float)height);

  if (self->tick)
    gtk_snapshot_append_color (snapshot, &colour, &bounds);
  else
    tal_mark_append_bar (self->mark, widget, snapshot, &bounds, 2.5f);
}

static void
tal_swatch_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = TICK_HEIGHT;
  else
    *minimum = TAL_SWATCH (widget)->tick ? TICK_WIDTH : WIDTH;
  *natural = *minimum;
}

static void
tal_swatch_class_init (TalSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tal_swatch_snapshot;
  widget_class->measure = tal_swatch_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tal_swatch_init (TalSwatch *self)
{
}

GtkWidget *
tal_swatch_new (TalMark mark)
{
  TalSwatch *self = g_object_new (TAL_TYPE_SWATCH, NULL);

  self->mark = mark;
  return GTK_WIDGET (self);
}

GtkWidget *
tal_swatch_new_tick (void)
{
  TalSwatch *self = g_object_new (TAL_TYPE_SWATCH, NULL);

  self->tick = TRUE;
  return GTK_WIDGET (self);
}
