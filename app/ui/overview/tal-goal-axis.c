/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-goal-axis.h"

#include "ui/common/tal-mark.h"
#include "ui/overview/tal-goal-columns.h"

#include <glib/gi18n-lib.h>

/* Which of the words stands at the target, and pixels between it and the others. */
#define TARGET 1
#define WORD_GAP 8

struct _TalGoalAxis
{
  GtkWidget parent_instance;

  PangoLayout *words[3]; /* at the start, the middle and the end */
};

G_DEFINE_FINAL_TYPE (TalGoalAxis, tal_goal_axis, GTK_TYPE_WIDGET)

static void
create_words (TalGoalAxis *self)
{
  g_autofree char *target = g_markup_printf_escaped ("<b>%s</b>", _ ("the target"));
  g_autofree char *twice = g_markup_escape_text (_ ("double"), -1);
  const char      *markups[] = { "0", target, twice };

  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    {
      g_clear_object (&self->words[i]);
      self->words[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_markup (self->words[i], markups[i], -1);
    }
}

/* Where a word begins so that it stands over its place, and where it ends. */
static void
measure_word (
    TalGoalAxis *self, const TalGoalColumns *columns, guint word, int *ret_start, int *ret_end)
{
  int width;

  pango_layout_get_pixel_size (self->words[word], &width, NULL);
  *ret_start = columns->bar_start + (int)word * columns->bar_width / 2 - width / 2;
  *ret_end = *ret_start + width;
}

/* The target always has its word; the others where they do not run into it. */
static gboolean
has_room (TalGoalAxis *self, const TalGoalColumns *columns, guint word)
{
  int target_start;
  int target_end;
  int start;
  int end;

  measure_word (self, columns, TARGET, &target_start, &target_end);
  measure_word (self, columns, word, &start, &end);
  return word == TARGET || end + WORD_GAP <= target_start || start >= target_end + WORD_GAP;
}

static void
tal_goal_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TalGoalAxis   *self = TAL_GOAL_AXIS (widget);
  TalGoalColumns columns = tal_goal_columns_for_width (widget, gtk_widget_get_width (widget));
  GdkRGBA        dim = tal_mark_get_colour (widget, "tal_dim_text");
  GdkRGBA        colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    {
      int start;
      int end;
      int height;

      if (!has_room (self, &columns, i))
        continue;
      measure_word (self, &columns, i, &start, &end);
      pango_layout_get_pixel_size (self->words[i], NULL, &height);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float)start,
                                                    (float)(gtk_widget_get_height (widget) -
                                                            height)));
      gtk_snapshot_append_layout (snapshot, self->words[i], i == TARGET ? &colour : &dim);
      gtk_snapshot_restore (snapshot);
    }
}

static void
tal_goal_axis_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  TalGoalAxis *self = TAL_GOAL_AXIS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      tal_goal_columns_measure (widget, minimum, natural);
      return;
    }

  pango_layout_get_pixel_size (self->words[1], NULL, minimum);
  *natural = *minimum;
}

static void
tal_goal_axis_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tal_goal_axis_parent_class)->css_changed (widget, change);
  create_words (TAL_GOAL_AXIS (widget));
}

static void
tal_goal_axis_system_setting_changed (GtkWidget *widget, GtkSystemSetting settings)
{
  GTK_WIDGET_CLASS (tal_goal_axis_parent_class)->system_setting_changed (widget, settings);
  create_words (TAL_GOAL_AXIS (widget));
}

static void
tal_goal_axis_finalize (GObject *object)
{
  TalGoalAxis *self = TAL_GOAL_AXIS (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    g_clear_object (&self->words[i]);

  G_OBJECT_CLASS (tal_goal_axis_parent_class)->finalize (object);
}

static void
tal_goal_axis_class_init (TalGoalAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tal_goal_axis_finalize;
  widget_class->snapshot = tal_goal_axis_snapshot;
  widget_class->measure = tal_goal_axis_measure;
  widget_class->css_changed = tal_goal_axis_css_changed;
  widget_class->system_setting_changed = tal_goal_axis_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "goalaxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tal_goal_axis_init (TalGoalAxis *self)
{
  create_words (self);
}

GtkWidget *
tal_goal_axis_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_AXIS, NULL);
}
