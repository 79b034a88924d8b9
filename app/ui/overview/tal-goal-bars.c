/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/overview/tal-goal-bars.h"

#include "core/tal-goal-text.h"
#include "ui/common/tal-mark.h"
#include "ui/overview/tal-goal-columns.h"

/* The right end of the scale, in targets. */
#define SCALE_END 2.0
#define RADIUS 2.0f
#define TICK_WIDTH 2.0f
#define TICK_OVERHANG 4.0f
#define ARROW_WIDTH 7.0f

typedef struct
{
  char    *number;
  char    *result; /* Pango markup */
  char    *target;
  TalMark  mark;
  gboolean has_target;
  double   reach; /* in targets; 0 where there is none */
} Line;

struct _TalGoalBars
{
  GtkWidget parent_instance;

  GArray *lines; /* of Line */
};

G_DEFINE_FINAL_TYPE (TalGoalBars, tal_goal_bars, GTK_TYPE_WIDGET)

static void
line_clear (gpointer line)
{
  g_free (((Line *)line)->number);
  g_free (((Line *)line)->result);
  g_free (((Line *)line)->target);
}

static PangoLayout *
create_layout (TalGoalBars *self, const char *markup)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

static void
append_layout (
    GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, float x, float middle)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, middle - (float)(height / 2)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* The head of what goes on beyond the scale, cut out of the bar's right end. */
static void
append_arrow_head (GtkSnapshot *snapshot, const graphene_rect_t *bar, const GdkRGBA *ground)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bar);
  double   end = bar->origin.x + bar->size.width;
  double   top = bar->origin.y;
  double   height = bar->size.height;

  gdk_cairo_set_source_rgba (cr, ground);
  cairo_move_to (cr, end - ARROW_WIDTH, top);
  cairo_line_to (cr, end, top);
  cairo_line_to (cr, end, top + height);
  cairo_line_to (cr, end - ARROW_WIDTH, top + height);
  cairo_line_to (cr, end, top + height / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
append_track (GtkSnapshot *snapshot, const graphene_rect_t *track, const GdkRGBA *colour)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, track, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, track);
  gtk_snapshot_pop (snapshot);
}

static void
append_bar (TalGoalBars          *self,
            GtkSnapshot          *snapshot,
            const TalGoalColumns *columns,
            const Line           *line,
            float                 middle)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  GdkRGBA         ground = tal_mark_get_colour (widget, "tal_track");
  GdkRGBA         solid = tal_mark_get_colour (widget, "tal_ground");
  graphene_rect_t track =
      GRAPHENE_RECT_INIT ((float)columns->bar_start, middle - (float)columns->bar_height / 2,
                          (float)columns->bar_width, (float)columns->bar_height);
  graphene_rect_t bar = track;

  append_track (snapshot, &track, &ground);

  bar.size.width = (float)(track.size.width * MIN (line->reach, SCALE_END) / SCALE_END);
  tal_mark_append_bar (line->mark, widget, snapshot, &bar, RADIUS);
  if (line->reach > SCALE_END)
    append_arrow_head (snapshot, &track, &solid);
}

static void
append_tick (TalGoalBars *self, GtkSnapshot *snapshot, const TalGoalColumns *columns, float middle)
{
  GdkRGBA colour = tal_mark_get_colour (GTK_WIDGET (self), "tal_tick");
  float   x = (float)(columns->bar_start + (int)(columns->bar_width / SCALE_END));
  float   height = (float)columns->bar_height + 2 * TICK_OVERHANG;

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (x - TICK_WIDTH / 2, middle - height / 2,
                                                  TICK_WIDTH, height));
}

/* Number, bar and words of one goal. */
static void
append_line (TalGoalBars          *self,
             GtkSnapshot          *snapshot,
             const TalGoalColumns *columns,
             const Line           *line,
             float                 middle)
{
  g_autoptr (PangoLayout) number = create_layout (self, line->number);
  g_autoptr (PangoLayout) result = create_layout (self, line->result);
  g_autoptr (PangoLayout) target = create_layout (self, line->target);
  GdkRGBA                 dim = tal_mark_get_colour (GTK_WIDGET (self), "tal_dim_text");
  GdkRGBA                 text;
  int                     width;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  pango_layout_get_pixel_size (number, &width, NULL);
  append_layout (snapshot, number, &dim, (float)(columns->number_end - width), middle);
  append_bar (self, snapshot, columns, line, middle);
  if (line->has_target)
    append_tick (self, snapshot, columns, middle);
  pango_layout_get_pixel_size (result, &width, NULL);
  append_layout (snapshot, result, line->mark.tone == TAL_TONE_NONE ? &dim : &text,
                 (float)columns->text_start, middle);
  append_layout (snapshot, target, &dim, (float)(columns->text_start + width), middle);
}

static void
tal_goal_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TalGoalBars   *self = TAL_GOAL_BARS (widget);
  TalGoalColumns columns = tal_goal_columns_for_width (widget, gtk_widget_get_width (widget));
  int            used = (int)self->lines->len * columns.line_height;
  int            top = (gtk_widget_get_height (widget) - used) / 2;

  for (guint i = 0; i < self->lines->len; i++)
    append_line (self, snapshot, &columns, &g_array_index (self->lines, Line, i),
                 (float)(top + (int)i * columns.line_height) + (float)columns.line_height / 2);
}

static void
tal_goal_bars_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  TalGoalBars *self = TAL_GOAL_BARS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      tal_goal_columns_measure (widget, minimum, natural);
      return;
    }

  *minimum = tal_goal_bars_get_height (self);
  *natural = *minimum;
}

static void
tal_goal_bars_finalize (GObject *object)
{
  g_array_unref (TAL_GOAL_BARS (object)->lines);

  G_OBJECT_CLASS (tal_goal_bars_parent_class)->finalize (object);
}

static void
tal_goal_bars_class_init (TalGoalBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tal_goal_bars_finalize;
  widget_class->snapshot = tal_goal_bars_snapshot;
  widget_class->measure = tal_goal_bars_measure;

  gtk_widget_class_set_css_name (widget_class, "goalbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tal_goal_bars_init (TalGoalBars *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
}

GtkWidget *
tal_goal_bars_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_BARS, NULL);
}

void
tal_goal_bars_set_statuses (TalGoalBars *self, const TalGoalStatus *statuses, guint n_statuses)
{
  g_return_if_fail (TAL_IS_GOAL_BARS (self));
  g_return_if_fail (statuses != NULL || n_statuses == 0);

  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < n_statuses; i++)
    {
      g_autofree char *result = tal_goal_text_result (&statuses[i]);
      g_autofree char *target = tal_goal_text_target (&statuses[i]);
      Line             line = { .mark = tal_mark_for_status (&statuses[i]) };
      TalFraction      reach;

      line.number = g_strdup_printf ("%d", statuses[i].goal->number);
      line.result = line.mark.tone != TAL_TONE_NONE ? g_markup_printf_escaped ("<b>%s</b>", result)
                                                    : g_markup_escape_text (result, -1);
      line.target = g_markup_printf_escaped (" · %s", target);
      line.has_target = tal_mark_has_target (&statuses[i]);
      if (tal_goal_status_get_reach (&statuses[i], &reach))
        line.reach = tal_fraction_to_double (reach);
      g_array_append_val (self->lines, line);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
tal_goal_bars_get_height (TalGoalBars *self)
{
  g_return_val_if_fail (TAL_IS_GOAL_BARS (self), 0);

  return (int)self->lines->len * tal_goal_columns_for_width (GTK_WIDGET (self), -1).line_height;
}
