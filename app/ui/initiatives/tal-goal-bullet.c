/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/initiatives/tal-goal-bullet.h"

#include "core/tal-goal-text.h"
#include "ui/common/tal-mark.h"
#include "ui/initiatives/tal-goal-scale.h"

#define MINIMUM_WIDTH 150
#define NATURAL_WIDTH 292
#define TRACK_HEIGHT 20
#define BAR_HEIGHT 12
#define TICK_HEIGHT 26
#define TICK_WIDTH 3
#define DIAMOND_SIZE 12.0f
#define RADIUS 2.0f
#define PADDING 8
#define LABEL_GAP 6.0f
/* Pixels of a line at which everything has the heights above; with larger text it grows. */
#define USUAL_TEXT_HEIGHT 18

struct _TalGoalBullet
{
  GtkWidget parent_instance;

  TalGoalScale scale;
  TalMark      mark;
  char        *result;
  char        *target;
  gboolean     benchmark; /* the target is another unit's level */
};

G_DEFINE_FINAL_TYPE (TalGoalBullet, tal_goal_bullet, GTK_TYPE_WIDGET)

/* Where things are, in the widget. */
typedef struct
{
  float   width;
  float   middle; /* of the track */
  float   text_height;
  float   track_height;
  float   bar_height;
  float   tick_height;
  float   label_gap;
  GdkRGBA text;
} Frame;

static int
measure_text_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int                     height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static float
measure_growth (GtkWidget *widget)
{
  return MAX ((float)measure_text_height (widget) / USUAL_TEXT_HEIGHT, 1);
}

static Frame
measure_frame (GtkWidget *widget)
{
  Frame frame = { .width = (float)gtk_widget_get_width (widget) };
  float growth = measure_growth (widget);

  frame.text_height = (float)measure_text_height (widget);
  frame.track_height = TRACK_HEIGHT * growth;
  frame.bar_height = BAR_HEIGHT * growth;
  frame.tick_height = TICK_HEIGHT * growth;
  frame.label_gap = LABEL_GAP * growth;
  frame.middle = frame.text_height + 3 + frame.tick_height / 2;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &frame.text);
  return frame;
}

static void
append_text (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, float x, float y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static PangoLayout *
create_bold_layout (GtkWidget *widget, const char *text)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", text);
  PangoLayout     *layout = gtk_widget_create_pango_layout (widget, NULL);

  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

/* The label of a step, within the widget; where it begins and ends. */
static PangoLayout *
create_label (TalGoalBullet *self, const Frame *frame, guint step, float *ret_start, float *ret_end)
{
  g_autofree char *label = tal_goal_scale_dup_label (&self->scale, step);
  PangoLayout     *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), label);
  float            x = frame->width * (float)step / (float)self->scale.n_steps;
  int              width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  *ret_start = CLAMP (x - (float)(width / 2), 0, MAX (frame->width - (float)width, 0));
  *ret_end = *ret_start + (float)width;
  return layout;
}

static gboolean
labels_fit (TalGoalBullet *self, const Frame *frame, guint stride)
{
  float before = -frame->label_gap;

  for (guint i = 0; i <= self->scale.n_steps; i += stride)
    {
      float                   start;
      float                   end;
      g_autoptr (PangoLayout) layout = create_label (self, frame, i, &start, &end);

      if (start < before + frame->label_gap)
        return FALSE;
      before = end;
    }
  return TRUE;
}

/* Every so many steps have a label: as few are left out as keeps them apart. */
static guint
choose_stride (TalGoalBullet *self, const Frame *frame)
{
  for (guint stride = 1; stride < self->scale.n_steps; stride++)
    {
      if (self->scale.n_steps % stride == 0 && labels_fit (self, frame, stride))
        return stride;
    }
  return MAX (self->scale.n_steps, 1);
}

static void
append_axis (TalGoalBullet *self, GtkSnapshot *snapshot, const Frame *frame)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA    dim = tal_mark_get_colour (widget, "tal_dim_text");
  GdkRGBA    ground = tal_mark_get_colour (widget, "tal_ground");
  float      top = frame->middle + frame->tick_height / 2 + 3;
  guint      stride = choose_stride (self, frame);

  for (guint i = 0; i <= self->scale.n_steps; i++)
    {
      float                   x = frame->width * (float)i / (float)self->scale.n_steps;
      float                   start;
      float                   end;
      g_autoptr (PangoLayout) layout = create_label (self, frame, i, &start, &end);

      if (i % stride == 0)
        append_text (snapshot, layout, &dim, start, top);
      if (i > 0 && i < self->scale.n_steps)
        gtk_snapshot_append_color (snapshot, &ground,
                                   &GRAPHENE_RECT_INIT (x - 1,
                                                        frame->middle - frame->track_height / 2, 2,
                                                        frame->track_height));
    }
}

static void
append_track (TalGoalBullet *self, GtkSnapshot *snapshot, const Frame *frame)
{
  GdkRGBA         colour = tal_mark_get_colour (GTK_WIDGET (self), "tal_track");
  graphene_rect_t track = GRAPHENE_RECT_INIT (0, frame->middle - frame->track_height / 2,
                                              frame->width, frame->track_height);

  gtk_snapshot_append_color (snapshot, &colour, &track);
}

/* How far the mark of the target reaches to each side of it. */
static float
get_mark_reach (const TalGoalBullet *self)
{
  return self->benchmark ? DIAMOND_SIZE * (float)G_SQRT2 / 2 : TICK_WIDTH;
}

/* The result is written in the end of its bar, or beside it where the bar is too short or there
 * is none, clear of the target's tick. */
static void
append_result (TalGoalBullet *self, GtkSnapshot *snapshot, const Frame *frame)
{
  g_autoptr (PangoLayout) layout = create_bold_layout (GTK_WIDGET (self), self->result);
  GdkRGBA                 inside = tal_mark_get_colour (GTK_WIDGET (self), "tal_on_mark");
  float                   place = self->scale.has_result
                                      ? (float)tal_goal_scale_get_place (&self->scale, self->scale.result)
                                      : 0;
  float                   end = place * frame->width;
  float tick = (float)tal_goal_scale_get_place (&self->scale, self->scale.target) * frame->width;
  float top = frame->middle - frame->text_height / 2;
  float reach = get_mark_reach (self);
  int   width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (!self->mark.hatched && end > (float)width + 2 * PADDING &&
      (!self->scale.has_target || tick > end + reach - TICK_WIDTH ||
       tick < end - (float)width - PADDING - reach))
    {
      append_text (snapshot, layout, &inside, end - (float)width - PADDING, top);
      return;
    }

  if (self->scale.has_target && tick >= end - reach && tick < end + (float)width + 2 * PADDING)
    end = tick + reach - TICK_WIDTH;
  end = MIN (end + PADDING, frame->width - (float)width);
  append_text (snapshot, layout, &frame->text, end, top);
}

/* Hollow: a level that somebody reached is no promise. */
static void
append_diamond (GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y)
{
  GskRoundedRect outline;
  float          half = DIAMOND_SIZE / 2;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (-half, -half, DIAMOND_SIZE, DIAMOND_SIZE),
                                   0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 2, 2, 2, 2 },
                              (GdkRGBA[]){ *colour, *colour, *colour, *colour });
  gtk_snapshot_restore (snapshot);
}

static void
append_target (TalGoalBullet *self, GtkSnapshot *snapshot, const Frame *frame)
{
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA                 colour = tal_mark_get_colour (GTK_WIDGET (self), "tal_tick");
  float x = (float)tal_goal_scale_get_place (&self->scale, self->scale.target) * frame->width;
  int   width;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->target);
  pango_layout_get_pixel_size (layout, &width, NULL);
  append_text (snapshot, layout, &frame->text,
               CLAMP (x - (float)(width / 2), 0, MAX (frame->width - (float)width, 0)), 0);
  if (self->benchmark)
    {
      append_diamond (snapshot, &colour, CLAMP (x, DIAMOND_SIZE, frame->width - DIAMOND_SIZE),
                      frame->middle);
      return;
    }

  x = CLAMP (x - 1.5f, 0, frame->width - TICK_WIDTH);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (x, frame->middle - frame->tick_height / 2,
                                                  TICK_WIDTH, frame->tick_height));
}

static void
tal_goal_bullet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TalGoalBullet  *self = TAL_GOAL_BULLET (widget);
  Frame           frame = measure_frame (widget);
  graphene_rect_t bar;

  if (self->result == NULL)
    return;

  append_track (self, snapshot, &frame);
  append_axis (self, snapshot, &frame);
  bar = GRAPHENE_RECT_INIT (0, frame.middle - frame.bar_height / 2,
                            (float)tal_goal_scale_get_place (&self->scale, self->scale.result) *
                                frame.width,
                            frame.bar_height);
  if (self->scale.has_result)
    tal_mark_append_bar (self->mark, widget, snapshot, &bar, RADIUS);
  if (self->scale.has_target)
    append_target (self, snapshot, &frame);
  append_result (self, snapshot, &frame);
}

static void
tal_goal_bullet_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = 2 * measure_text_height (widget) + (int)(TICK_HEIGHT * measure_growth (widget)) + 6;
  *natural = *minimum;
}

static void
tal_goal_bullet_finalize (GObject *object)
{
  TalGoalBullet *self = TAL_GOAL_BULLET (object);

  g_free (self->result);
  g_free (self->target);

  G_OBJECT_CLASS (tal_goal_bullet_parent_class)->finalize (object);
}

static void
tal_goal_bullet_class_init (TalGoalBulletClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tal_goal_bullet_finalize;
  widget_class->snapshot = tal_goal_bullet_snapshot;
  widget_class->measure = tal_goal_bullet_measure;

  gtk_widget_class_set_css_name (widget_class, "goalbullet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tal_goal_bullet_init (TalGoalBullet *self)
{
}

GtkWidget *
tal_goal_bullet_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_BULLET, NULL);
}

void
tal_goal_bullet_set_status (TalGoalBullet *self, const TalGoalStatus *status)
{
  g_return_if_fail (TAL_IS_GOAL_BULLET (self));
  g_return_if_fail (status != NULL);

  g_free (self->result);
  g_free (self->target);
  self->result = tal_goal_text_result (status);
  self->target = tal_goal_text_label (status);
  self->benchmark = status->criterion != NULL && status->criterion->basis == TAL_TARGET_BENCHMARK;
  self->scale = tal_goal_scale_for_status (status);
  self->mark = tal_mark_for_status (status);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
