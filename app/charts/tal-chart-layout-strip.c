/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A square for each goal, with its number and a sign of whether it was met, those of one
 * initiative together and its name beneath. */

#include "charts/tal-chart-block.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-verdict.h"

#include <math.h>

/* Of a square of the usual size; the others are in proportion. */
#define SIZE 30.0
#define RADIUS 7.0
#define GAP 4.0
#define GROUP_GAP 14.0
#define SIGN_REACH 4.0
#define EDGE_WIDTH 2.0
#define LABEL_GAP 3.0
#define LINE_GAP 12.0
/* A name's lines, and how narrow it may be set. */
#define LABEL_LINES 3
#define LEAST_LABEL 72.0
/* As wide as its longest word, but no wider. */
#define MOST_LABEL 140.0

/* Squares that are smaller say nothing but their colour. */
#define LEAST_NUMBERED 26.0
#define LEAST_LABELLED 14.0
/* More groups than this have no names. */
#define MOST_NAMED 60

static const double sizes[] = { 46, 40, 36, SIZE, 26, 22, 18, 14, 10, 7, 5, 3, 2, 1, 0.5, 0.2 };

typedef struct
{
  TalChartPlan *plan;
  double        size;
  gboolean      named;
  gboolean      dry; /* measures only */
  TalChartPoint at;
  double        line_height; /* of the squares and names that stand beside one another */
  double        names;       /* the height of the names among them */
} Strip;

static double
scale_to (const Strip *self, double length)
{
  return length * MIN (self->size / SIZE, 1);
}

static const TalChartGoal *
get_goal (const Strip *self, guint number)
{
  return g_ptr_array_index (self->plan->spec->goals, number);
}

static guint
find_group_end (const Strip *self, guint from)
{
  guint to = from + 1;

  while (to < self->plan->spec->goals->len &&
         g_strcmp0 (get_goal (self, to)->group, get_goal (self, from)->group) == 0)
    to++;
  return to;
}

static void
add_sign (const Strip *self, const TalChartGoal *goal, TalChartBox box, TalChartInk ink)
{
  TalChartMarker sign;
  TalChartShape *shape = NULL;
  double         reach = SIGN_REACH * self->size / SIZE;
  TalChartPoint  middle = { box.x + box.width / 2, box.y + box.height * 0.77 };

  if (!tal_chart_verdict_find_marker (goal->attainment, &sign))
    return;
  shape = tal_chart_plan_add_marker (self->plan, sign, middle, reach, TAL_CHART_INK_NONE);
  shape->stroke = ink;
  shape->stroke_width = 1.6;
}

static void
add_number (const Strip *self, const TalChartGoal *goal, TalChartBox box)
{
  gboolean         hatched = tal_attainment_is_preliminary (goal->attainment);
  gboolean         filled = tal_attainment_is_met (goal->attainment) && !hatched;
  TalChartInk      ink = filled ? TAL_CHART_INK_ON_MET : TAL_CHART_INK_TEXT;
  g_autofree char *number = g_strdup_printf ("%d", goal->number);
  double           height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL_BOLD);
  TalChartBox text = tal_chart_plan_measure_text (self->plan, TAL_CHART_FONT_SMALL_BOLD, number,
                                                  box.x + box.width / 2, TAL_CHART_ALIGN_MIDDLE,
                                                  box.y + box.height * 0.32 - height / 2);

  if (text.width + 4 > box.width)
    return;
  /* On hatching what is written needs a piece of ground. */
  if (hatched)
    tal_chart_plan_add_rectangle (self->plan,
                                  (TalChartBox){ box.x + box.width / 4, box.y + 3, box.width / 2,
                                                 box.height - 6 },
                                  TAL_CHART_INK_GROUND);
  tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_SMALL_BOLD, ink, number, text.x,
                           TAL_CHART_ALIGN_START, text.y);
  add_sign (self, goal, box, filled ? ink : tal_chart_verdict_get_ink (goal->attainment));
}

/* Filled where met, an edge where not, hatched where that may change. */
static void
add_square (const Strip *self, guint number)
{
  const TalChartGoal *goal = get_goal (self, number);
  TalChartInk         ink = tal_chart_verdict_get_ink (goal->attainment);
  double              edge = MIN (EDGE_WIDTH, self->size / 8);
  gboolean            met = tal_attainment_is_met (goal->attainment);
  gboolean            hatched = tal_attainment_is_preliminary (goal->attainment);
  TalChartBox         box = { self->at.x, self->at.y, self->size, self->size };
  TalChartBox inner = { box.x + edge / 2, box.y + edge / 2, box.width - edge, box.height - edge };
  TalChartShape *shape =
      tal_chart_plan_add_rectangle (self->plan, inner, met || hatched ? ink : TAL_CHART_INK_GROUND);

  shape->radius = RADIUS * self->size / SIZE;
  shape->stroke = ink;
  shape->stroke_width = edge;
  shape->texture = hatched ? TAL_CHART_TEXTURE_HATCHED : TAL_CHART_TEXTURE_PLAIN;
  if (ink == TAL_CHART_INK_OPEN && !met)
    shape->dash = TAL_CHART_DASH_SHORT;
  shape->series = 0;
  shape->position = (int)number;
  if (self->size >= LEAST_NUMBERED)
    add_number (self, goal, box);
}

static void
break_line (Strip *self)
{
  self->at.x = self->plan->room.x;
  self->at.y += self->line_height + self->names + (self->named ? LINE_GAP : scale_to (self, GAP));
  self->names = 0;
}

static void
add_group_name (Strip *self, const char *name, double x, double width)
{
  g_autoptr (GPtrArray) lines = NULL;
  double                height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);
  TalChartBox           box = { x, self->at.y + self->size + LABEL_GAP, width, 0 };

  lines = tal_chart_typesetter_wrap (self->plan->typesetter, TAL_CHART_FONT_SMALL, name, width,
                                     LABEL_LINES);
  box.height = height * lines->len;
  self->names = MAX (self->names, box.height + LABEL_GAP);
  if (!self->dry)
    tal_chart_block_add_lines (self->plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, lines, box,
                               TAL_CHART_ALIGN_START);
}

static double
measure_longest_word (const Strip *self, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  double         widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, tal_chart_typesetter_measure (self->plan->typesetter,
                                                        TAL_CHART_FONT_SMALL, words[i]));
  return widest;
}

/* How wide it is, its name among it, where it has a line of its own. */
static double
measure_group (const Strip *self, guint from, guint to)
{
  const char *name = get_goal (self, from)->group;
  double      squares = (to - from) * (self->size + scale_to (self, GAP)) - scale_to (self, GAP);
  double      text;

  if (!self->named || name == NULL)
    return squares;
  text = tal_chart_typesetter_measure (self->plan->typesetter, TAL_CHART_FONT_SMALL, name);
  text = MAX (MIN (text, LEAST_LABEL), MIN (measure_longest_word (self, name), MOST_LABEL));
  return MAX (squares, text + 0.01);
}

static void
add_group (Strip *self, guint from, guint to)
{
  const char *name = get_goal (self, from)->group;
  double      right = self->plan->room.x + self->plan->room.width;
  double      step = self->size + scale_to (self, GAP);
  double      width = MIN (measure_group (self, from, to), self->plan->room.width);
  double      start;

  if (self->at.x > self->plan->room.x && self->at.x + width > right + 0.01)
    break_line (self);
  start = self->at.x;
  if (self->named && name != NULL)
    add_group_name (self, name, start, width);
  for (guint i = from; i < to; i++)
    {
      if (i > from && self->at.x + self->size > right + 0.01)
        break_line (self);
      if (!self->dry)
        add_square (self, i);
      self->at.x += step;
    }
  self->at.x = MAX (self->at.x - scale_to (self, GAP), start + width);
  self->at.x += scale_to (self, GROUP_GAP);
}

/* All groups from the room's corner on; returns how high they are. */
static double
add_groups (Strip *self)
{
  self->at = (TalChartPoint){ self->plan->room.x, self->plan->room.y };
  self->line_height = self->size;
  self->names = 0;
  for (guint from = 0; from < self->plan->spec->goals->len;)
    {
      guint to = find_group_end (self, from);

      add_group (self, from, to);
      from = to;
    }
  return self->at.y + self->size + self->names - self->plan->room.y;
}

static guint
count_groups (const Strip *self)
{
  guint length = 0;

  for (guint from = 0; from < self->plan->spec->goals->len; from = find_group_end (self, from))
    length++;
  return length;
}

/* Whether squares of the size fit that is set, with names or without. */
static gboolean
fits (Strip *self, gboolean named)
{
  TalChartBox room = self->plan->room;

  self->named = named;
  if (self->size > room.width ||
      self->size * self->size * self->plan->spec->goals->len > room.width * room.height)
    return FALSE;
  return add_groups (self) <= room.height;
}

/* The largest squares that all fit, with names if they can have them. */
static void
choose_size (Strip *self)
{
  gboolean named = count_groups (self) <= MOST_NAMED;

  self->dry = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      self->size = sizes[i];
      if ((named && self->size >= LEAST_LABELLED && fits (self, TRUE)) ||
          ((!named || self->size < SIZE) && fits (self, FALSE)))
        break;
    }
  self->dry = FALSE;
}

void
tal_chart_layout_strip (TalChartPlan *plan)
{
  Strip strip = { .plan = plan };

  tal_chart_plan_add_frame (plan, NULL);
  plan->geometry->plot = plan->room;
  choose_size (&strip);
  strip.dry = TRUE;
  tal_chart_plan_lower (plan, add_groups (&strip));
  strip.dry = FALSE;
  add_groups (&strip);
}
