/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-goal-strip.h"

#include "core/tal-goal-text.h"
#include "core/tal-initiative.h"
#include "ui/common/tal-mark.h"

#include <glib/gi18n-lib.h>

/* Of a square: at least so many pixels, and so much more than a line of the labels is high. */
#define LEAST_SIDE 30
#define SIDE_PER_TEXT 1.9
#define GAP 4
#define GROUP_GAP 14
#define LINE_GAP 8
#define RADIUS 6.0f
#define UNDERLINE_GAP 6
#define UNDERLINE_HEIGHT 2
/* Of layouts that are kept. */
#define MOST_NUMBERS 200

typedef struct
{
  const TalGoalStatus *status; /* in the strip's table */
  TalMark              mark;
  int                  x; /* where it was placed last */
  int                  y;
} Square;

typedef struct
{
  GArray *squares; /* of Square */
  char   *label;
  char   *short_label;
  int     x;
  int     y;
  int     width;
} Group;

struct _TalGoalStrip
{
  GtkWidget parent_instance;

  TalStatusTable *statuses;    /* NULL before any are shown */
  GArray         *groups;      /* of Group */
  GHashTable     *numbers;     /* number → PangoLayout, of those that were painted */
  int             text_height; /* 0 until it is measured */
  int             side;        /* of a square; of use once that is */
};

G_DEFINE_FINAL_TYPE (TalGoalStrip, tal_goal_strip, GTK_TYPE_WIDGET)

static void
group_clear (gpointer group)
{
  Group *self = group;

  g_array_unref (self->squares);
  g_free (self->label);
  g_free (self->short_label);
}

static PangoLayout *
create_number_layout (TalGoalStrip *self, int number)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char          *text = g_strdup_printf ("%d", number);
  PangoLayout              *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_LARGE));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* One plan after another has the same numbers, and laying them out is most of what a strip costs
 * that comes into sight. */
static PangoLayout *
get_number_layout (TalGoalStrip *self, int number)
{
  gpointer     key = GINT_TO_POINTER (number);
  PangoLayout *layout = g_hash_table_lookup (self->numbers, key);

  if (layout == NULL)
    {
      if (g_hash_table_size (self->numbers) >= MOST_NUMBERS)
        g_hash_table_remove_all (self->numbers);
      layout = create_number_layout (self, number);
      g_hash_table_insert (self->numbers, key, layout);
    }
  return layout;
}

static int
measure_text_height (TalGoalStrip *self)
{
  if (self->text_height == 0)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");

      pango_layout_get_pixel_size (layout, NULL, &self->text_height);
      self->side = MAX (LEAST_SIDE, (int)(self->text_height * SIDE_PER_TEXT));
    }

  return self->text_height;
}

/* Places groups from left to right, and on a new line where they pass 'width'; says how
 * wide and high they have become. */
static void
place (TalGoalStrip *self, int width, int *ret_width, int *ret_height)
{
  int text_height = measure_text_height (self);
  int line_height = self->side + UNDERLINE_GAP + UNDERLINE_HEIGHT + 4 + text_height;
  int x = 0;
  int y = 0;

  *ret_width = 0;
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = &g_array_index (self->groups, Group, i);

      group->width = (int)group->squares->len * (self->side + GAP) - GAP;
      if (x > 0 && x + group->width > width)
        {
          x = 0;
          y += line_height + LINE_GAP;
        }

      group->x = x;
      group->y = y;
      for (guint j = 0; j < group->squares->len; j++)
        {
          g_array_index (group->squares, Square, j).x = x + (int)j * (self->side + GAP);
          g_array_index (group->squares, Square, j).y = y;
        }
      *ret_width = MAX (*ret_width, x + group->width);
      x += group->width + GROUP_GAP;
    }

  *ret_height = self->groups->len > 0 ? y + line_height : 0;
}

static void
append_centred (
    GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, float centre, float top)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (centre - (float)(width / 2), top));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_dotted_outline (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  double   dots[] = { 2.0, 3.0 };

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, bounds->origin.x + 1, bounds->origin.y + 1, bounds->size.width - 2,
                   bounds->size.height - 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_outline (GtkSnapshot          *snapshot,
                const GskRoundedRect *outline,
                const GdkRGBA        *ground,
                const GdkRGBA        *colour)
{
  gtk_snapshot_push_rounded_clip (snapshot, outline);
  gtk_snapshot_append_color (snapshot, ground, &outline->bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, outline, (const float[4]){ 2, 2, 2, 2 },
                              (const GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

/* Returns the colour that the number is written in. */
static GdkRGBA
append_ground (TalGoalStrip *self, GtkSnapshot *snapshot, const Square *square)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  float           side = (float)self->side;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float)square->x, (float)square->y, side, side);
  GdkRGBA         colour = tal_mark_get_tone_colour (widget, square->mark.tone);
  GdkRGBA         ground = tal_mark_get_colour (widget, "tal_ground");
  GskRoundedRect  outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
  if (square->mark.tone == TAL_TONE_NONE)
    {
      append_dotted_outline (snapshot, &bounds, &colour);
      return colour;
    }
  if (square->mark.tone == TAL_TONE_MET && !square->mark.hatched)
    {
      tal_mark_append_bar (square->mark, widget, snapshot, &bounds, RADIUS);
      return tal_mark_get_colour (widget, "tal_on_mark");
    }
  if (square->mark.hatched)
    {
      graphene_rect_t middle =
          GRAPHENE_RECT_INIT ((float)square->x + 6, (float)square->y + 6, side - 12, side - 12);
      GskRoundedRect plate;

      tal_mark_append_bar (square->mark, widget, snapshot, &bounds, RADIUS);
      gsk_rounded_rect_init_from_rect (&plate, &middle, 4);
      gtk_snapshot_push_rounded_clip (snapshot, &plate);
      gtk_snapshot_append_color (snapshot, &ground, &middle);
      gtk_snapshot_pop (snapshot);
      return colour;
    }

  append_outline (snapshot, &outline, &ground, &colour);
  return colour;
}

static void
append_group (TalGoalStrip *self, GtkSnapshot *snapshot, const Group *group, PangoLayout *labels)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA    line = tal_mark_get_colour (widget, "tal_line");
  GdkRGBA    dim = tal_mark_get_colour (widget, "tal_dim_text");
  int        width;
  float      under = (float)(group->y + self->side + UNDERLINE_GAP);

  for (guint i = 0; i < group->squares->len; i++)
    {
      const Square *square = &g_array_index (group->squares, Square, i);
      GdkRGBA       colour = append_ground (self, snapshot, square);
      PangoLayout  *number = get_number_layout (self, square->status->goal->number);
      int           height = 0;

      pango_layout_get_pixel_size (number, NULL, &height);
      append_centred (snapshot, number, &colour, (float)(square->x + self->side / 2),
                      (float)(square->y + (self->side - height) / 2));
    }

  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT ((float)group->x, under, (float)group->width,
                                                  UNDERLINE_HEIGHT));

  pango_layout_set_text (labels, group->label, -1);
  pango_layout_get_pixel_size (labels, &width, NULL);
  if (width > group->width + GROUP_GAP)
    pango_layout_set_text (labels, group->short_label, -1);
  append_centred (snapshot, labels, &dim, (float)group->x + (float)group->width / 2,
                  under + UNDERLINE_HEIGHT + 3);
}

static void
tal_goal_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TalGoalStrip           *self = TAL_GOAL_STRIP (widget);
  g_autoptr (PangoLayout) labels = gtk_widget_create_pango_layout (widget, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    append_group (self, snapshot, &g_array_index (self->groups, Group, i), labels);
}

static void
tal_goal_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int placed_width;
  int placed_height;

  place (TAL_GOAL_STRIP (widget), width, &placed_width, &placed_height);
}

static void
tal_goal_strip_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  TalGoalStrip *self = TAL_GOAL_STRIP (widget);
  int           other;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      place (self, 0, minimum, &other);
      place (self, G_MAXINT / 2, natural, &other);
      return;
    }

  place (self, for_size < 0 ? G_MAXINT / 2 : for_size, &other, minimum);
  *natural = *minimum;
}

static GtkSizeRequestMode
tal_goal_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
tal_goal_strip_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  TalGoalStrip *self = TAL_GOAL_STRIP (widget);

  for (guint i = 0; i < self->groups->len; i++)
    {
      GArray *squares = g_array_index (self->groups, Group, i).squares;

      for (guint j = 0; j < squares->len; j++)
        {
          const Square *square = &g_array_index (squares, Square, j);

          if (x >= square->x && x < square->x + self->side && y >= square->y &&
              y < square->y + self->side)
            {
              g_autofree char *spoken = tal_goal_text_spoken (square->status);
              g_autofree char *text =
                  g_strdup_printf ("%s\n%s", square->status->goal->wording, spoken);

              gtk_tooltip_set_text (tooltip, text);
              return TRUE;
            }
        }
    }

  return FALSE;
}

static void
forget_text (TalGoalStrip *self)
{
  self->text_height = 0;
  g_hash_table_remove_all (self->numbers);
}

static void
tal_goal_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tal_goal_strip_parent_class)->css_changed (widget, change);
  forget_text (TAL_GOAL_STRIP (widget));
}

static void
tal_goal_strip_system_setting_changed (GtkWidget *widget, GtkSystemSetting settings)
{
  GTK_WIDGET_CLASS (tal_goal_strip_parent_class)->system_setting_changed (widget, settings);
  forget_text (TAL_GOAL_STRIP (widget));
}

static void
tal_goal_strip_finalize (GObject *object)
{
  g_array_unref (TAL_GOAL_STRIP (object)->groups);
  g_hash_table_unref (TAL_GOAL_STRIP (object)->numbers);
  g_clear_pointer (&TAL_GOAL_STRIP (object)->statuses, tal_status_table_unref);

  G_OBJECT_CLASS (tal_goal_strip_parent_class)->finalize (object);
}

static void
tal_goal_strip_class_init (TalGoalStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tal_goal_strip_finalize;
  widget_class->snapshot = tal_goal_strip_snapshot;
  widget_class->size_allocate = tal_goal_strip_size_allocate;
  widget_class->measure = tal_goal_strip_measure;
  widget_class->get_request_mode = tal_goal_strip_get_request_mode;
  widget_class->query_tooltip = tal_goal_strip_query_tooltip;
  widget_class->css_changed = tal_goal_strip_css_changed;
  widget_class->system_setting_changed = tal_goal_strip_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "goalstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tal_goal_strip_init (TalGoalStrip *self)
{
  self->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_array_set_clear_func (self->groups, group_clear);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tal_goal_strip_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_STRIP, NULL);
}

static void
add_squares (GArray *squares, const TalGoalStatus *statuses, guint n_statuses)
{
  for (guint i = 0; i < n_statuses; i++)
    {
      Square square = { .status = &statuses[i], .mark = tal_mark_for_status (&statuses[i]) };

      g_array_append_val (squares, square);
    }
}

void
tal_goal_strip_set_plan (TalGoalStrip *self, TalStatusTable *statuses, TalId plan)
{
  const TalRecord *const *initiatives = NULL;
  guint                   n_initiatives;

  g_return_if_fail (TAL_IS_GOAL_STRIP (self));
  g_return_if_fail (statuses != NULL);

  g_array_set_size (self->groups, 0);
  tal_status_table_ref (statuses);
  g_clear_pointer (&self->statuses, tal_status_table_unref);
  self->statuses = statuses;
  initiatives = tal_catalogue_get_children (tal_status_table_get_catalogue (statuses),
                                            TAL_KIND_INITIATIVE, plan, &n_initiatives);
  for (guint i = 0; i < n_initiatives; i++)
    {
      const TalGoalStatus *goals = NULL;
      int                  number = TAL_INITIATIVE (initiatives[i])->number;
      guint                n_goals = 0;
      Group                group = { 0 };

      goals = tal_status_table_get_initiative (statuses, initiatives[i]->id, &n_goals);
      if (goals == NULL)
        continue;

      group.squares = g_array_new (FALSE, TRUE, sizeof (Square));
      add_squares (group.squares, goals, n_goals);
      group.label = number > 0 ? g_strdup_printf (_ ("Initiative %d"), number) : g_strdup ("");
      group.short_label = number > 0 ? g_strdup_printf ("%d", number) : g_strdup ("");
      g_array_append_val (self->groups, group);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
