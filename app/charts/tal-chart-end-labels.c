/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-end-labels.h"

#include "charts/tal-chart-label-spread.h"

#include <math.h>

/* Of the canvas. */
#define MOST_WIDTH 0.35
#define MOST_NAME_LINES 3
/* A word that must be broken is rather cut in its first line. */
#define CUT_NAME_LINES 2
/* Between the end of a thin line and the text. */
#define LEADER_GAP 3.0

typedef struct
{
  GPtrArray   *name;   /* its lines */
  char        *figure; /* or NULL */
  gboolean     whole;  /* nothing of the name is left out, no word of it broken */
  gboolean     beside; /* the figure stands behind the name's last line */
  TalChartInk  ink;
  TalChartFont font;
  double       value;
  int          series;
  double       width;
  guint        n_lines;
} EndLabel;

struct _TalChartEndLabels
{
  TalChartPlan *plan;
  GArray       *labels; /* of EndLabel */
  double        line_height;
  double        space;
};

static void
clear_label (EndLabel *label)
{
  g_clear_pointer (&label->name, g_ptr_array_unref);
  g_clear_pointer (&label->figure, g_free);
}

TalChartEndLabels *
tal_chart_end_labels_new (TalChartPlan *plan)
{
  TalChartEndLabels *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  self = g_new0 (TalChartEndLabels, 1);
  self->plan = plan;
  self->labels = g_array_new (FALSE, TRUE, sizeof (EndLabel));
  g_array_set_clear_func (self->labels, (GDestroyNotify)clear_label);
  self->line_height = MAX (tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_BOLD),
                           tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_PLAIN));
  self->space = tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_PLAIN, "n n") -
                tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_PLAIN, "nn");
  return self;
}

void
tal_chart_end_labels_free (TalChartEndLabels *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->labels);
  g_free (self);
}

static double
measure (const TalChartEndLabels *self, TalChartFont font, const char *text)
{
  return text != NULL ? tal_chart_typesetter_measure (self->plan->typesetter, font, text) : 0;
}

static void
measure_label (const TalChartEndLabels *self, EndLabel *label, double most)
{
  double figure = measure (self, TAL_CHART_FONT_PLAIN, label->figure);
  double last = 0;

  label->width = 0;
  for (guint i = 0; i < label->name->len; i++)
    {
      last = measure (self, label->font, g_ptr_array_index (label->name, i));
      label->width = MAX (label->width, last);
    }
  label->beside =
      label->figure != NULL && label->name->len > 0 && last + self->space + figure <= most;
  label->width = MAX (label->width, label->beside ? last + self->space + figure : figure);
  label->n_lines = label->name->len + (label->figure != NULL && !label->beside ? 1 : 0);
}

void
tal_chart_end_labels_append (TalChartEndLabels *self,
                             const char        *name,
                             const char        *figure,
                             TalChartInk        ink,
                             gboolean           bold,
                             double             value,
                             int                series)
{
  EndLabel label = { .ink = ink, .value = value, .series = series };
  double   most;

  g_return_if_fail (self != NULL);

  most = self->plan->geometry->width * MOST_WIDTH;
  label.font = bold ? TAL_CHART_FONT_BOLD : TAL_CHART_FONT_PLAIN;
  label.name = tal_chart_typesetter_wrap (self->plan->typesetter, label.font,
                                          name != NULL ? name : "", most, MOST_NAME_LINES);
  label.whole = tal_chart_typesetter_is_whole (label.name, name != NULL ? name : "");
  if (!label.whole)
    {
      g_ptr_array_unref (label.name);
      label.name = tal_chart_typesetter_wrap (self->plan->typesetter, label.font, name, most,
                                              CUT_NAME_LINES);
    }
  /* A figure that is wider than that would be worth nothing cut. */
  if (figure != NULL && measure (self, TAL_CHART_FONT_PLAIN, figure) <= most)
    label.figure = g_strdup (figure);
  measure_label (self, &label, most);
  g_array_append_val (self->labels, label);
}

double
tal_chart_end_labels_get_width (const TalChartEndLabels *self)
{
  double width = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->labels->len; i++)
    width = MAX (width, g_array_index (self->labels, EndLabel, i).width);
  return width;
}

double
tal_chart_end_labels_get_height (const TalChartEndLabels *self)
{
  double height = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->labels->len; i++)
    height += g_array_index (self->labels, EndLabel, i).n_lines * self->line_height;
  return height;
}

gboolean
tal_chart_end_labels_are_whole (const TalChartEndLabels *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->labels->len; i++)
    {
      if (!g_array_index (self->labels, EndLabel, i).whole)
        return FALSE;
    }
  return TRUE;
}

static void
add_line (const TalChartEndLabels *self,
          const EndLabel          *label,
          TalChartFont             font,
          const char              *text,
          double                   x,
          double                   top)
{
  TalChartShape *shape =
      tal_chart_plan_add_text (self->plan, font, label->ink, text, x, TAL_CHART_ALIGN_START, top);

  if (shape != NULL)
    shape->series = label->series;
}

static void
add_label (const TalChartEndLabels *self, const EndLabel *label, double x, double middle)
{
  double top = middle - label->n_lines * self->line_height / 2;
  double behind = x;

  for (guint i = 0; i < label->name->len; i++)
    {
      const char *line = g_ptr_array_index (label->name, i);

      add_line (self, label, label->font, line, x, top + i * self->line_height);
      behind = x + measure (self, label->font, line) + self->space;
    }
  if (label->figure != NULL)
    add_line (self, label, TAL_CHART_FONT_PLAIN, label->figure, label->beside ? behind : x,
              top + (label->n_lines - 1) * self->line_height);
}

/* From the line's end a little out, then to the label. */
static void
add_leader (const TalChartEndLabels *self, double end, double from, double x, double to)
{
  TalChartPoint points[] = { { end, from }, { x - LEADER_GAP, to } };

  tal_chart_plan_add_line (self->plan, points, 2, TAL_CHART_INK_ZERO_LINE, 1);
}

void
tal_chart_end_labels_add (const TalChartEndLabels *self,
                          const TalChartScale     *scale,
                          double                   end,
                          double                   x,
                          double                   top,
                          double                   bottom)
{
  g_autofree TalChartSpreadLabel *places = NULL;

  g_return_if_fail (self != NULL && scale != NULL);

  places = g_new0 (TalChartSpreadLabel, self->labels->len);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const EndLabel *label = &g_array_index (self->labels, EndLabel, i);

      places[i].wanted = tal_chart_scale_place (scale, label->value);
      places[i].height = label->n_lines * self->line_height;
    }
  if (!tal_chart_label_spread_place (places, self->labels->len, top, bottom))
    return;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const EndLabel *label = &g_array_index (self->labels, EndLabel, i);

      if (fabs (places[i].middle - places[i].wanted) > self->line_height)
        add_leader (self, end, places[i].wanted, x, places[i].middle);
      add_label (self, label, x, places[i].middle);
    }
}
