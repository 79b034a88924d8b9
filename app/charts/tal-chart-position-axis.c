/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-position-axis.h"

#include "charts/tal-chart-hyphen.h"
#include "charts/tal-chart-text.h"
#include "core/tal-danish-period.h"

#include <string.h>

#define LABEL_GAP 8.0
#define MOST_IN_FULL 6
#define MOST_SHORT 24
#define MOST_LINES 3
/* No label is narrower, gap and all: what need not be measured to be left out. */
#define NARROWEST 16.0
/* From here on a word that is too long is cut rather than its neighbour left out. */
#define ENOUGH 48.0

typedef struct
{
  guint      position;
  GPtrArray *lines;
  double     x; /* its middle */
  double     width;
} Label;

struct _TalChartPositionAxis
{
  GArray *labels; /* of Label */
  double  line_height;
  guint   n_lines;
};

/* What a label says of a period. */
typedef enum
{
  FORM_FULL,  /* "december 2016" */
  FORM_TABLE, /* "dec. 2016" */
  FORM_SHORT, /* "dec.", and below it the year where that begins */
  FORM_YEAR,
  FORM_THING, /* its name, in lines */
} Form;

/* While labels are chosen. */
typedef struct
{
  TalChartPlan *plan;
  const GArray *places;
  double        left;
  double        right;
} Chooser;

static void
clear_label (Label *label)
{
  g_clear_pointer (&label->lines, g_ptr_array_unref);
}

static GArray *
create_labels (void)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (Label));

  g_array_set_clear_func (labels, (GDestroyNotify)clear_label);
  return labels;
}

static gboolean
has_periods (const TalChartSpec *spec)
{
  for (guint i = 0; i < spec->positions->len; i++)
    {
      if (!tal_period_is_set (tal_chart_spec_get_position (spec, i)->period))
        return FALSE;
    }
  return TRUE;
}

static double
get_middle (const TalChartSpec *spec, guint position)
{
  TalPeriod period = tal_chart_spec_get_position (spec, position)->period;

  return ((double)period.first + (double)period.last + 1) / 2;
}

/* Whether time can place the positions: each after the one before it. */
static gboolean
is_chronological (const TalChartSpec *spec)
{
  if (spec->kind == TAL_CHART_YEARS || !has_periods (spec))
    return FALSE;

  for (guint i = 1; i < spec->positions->len; i++)
    {
      if (get_middle (spec, i) <= get_middle (spec, i - 1))
        return FALSE;
    }
  return TRUE;
}

GArray *
tal_chart_position_axis_list_places (const TalChartSpec *spec, double start, double end)
{
  GArray  *places = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean timed;
  guint    n_positions;
  double   from;
  double   span;

  g_return_val_if_fail (spec != NULL, places);

  n_positions = spec->positions->len;
  if (n_positions < 2)
    {
      double middle = (start + end) / 2;

      if (n_positions == 1)
        g_array_append_val (places, middle);
      return places;
    }

  timed = is_chronological (spec);
  from = timed ? get_middle (spec, 0) : 0;
  span = timed ? get_middle (spec, n_positions - 1) - from : n_positions - 1;
  for (guint i = 0; i < n_positions; i++)
    {
      double part = ((timed ? get_middle (spec, i) : i) - from) / span;
      double place = start + part * (end - start);

      g_array_append_val (places, place);
    }
  return places;
}

GArray *
tal_chart_position_axis_list_slots (const TalChartSpec *spec, double start, double end)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (spec != NULL, places);

  for (guint i = 0; i < spec->positions->len; i++)
    {
      double place = start + (end - start) * (i + 0.5) / spec->positions->len;

      g_array_append_val (places, place);
    }
  return places;
}

/* "dec. 2016" in its two parts; a period that does not end in its year has no second. */
static void
split_period (const TalChartSpec *spec, guint position, char **ret_short, char **ret_year)
{
  TalPeriod        period = tal_chart_spec_get_position (spec, position)->period;
  g_autofree char *text = tal_danish_period_format (period, TAL_DANISH_PERIOD_TABLE);
  char            *year = g_utf8_strrchr (text, -1, 0xa0);

  if (period.kind == TAL_PERIOD_RANGE || year == NULL || strlen (year) != strlen ("\302\2402016"))
    {
      *ret_short = g_steal_pointer (&text);
      *ret_year = NULL;
      return;
    }

  *ret_short = g_strchomp (g_strndup (text, (gsize)(year - text)));
  if (g_str_has_suffix (*ret_short, ","))
    (*ret_short)[strlen (*ret_short) - 1] = '\0';
  *ret_year = g_strdup (year + strlen ("\302\240"));
}

static int
get_year (const TalChartSpec *spec, guint position)
{
  TalPeriod period = tal_chart_spec_get_position (spec, position)->period;
  int       year;

  tal_day_get_date (period.first + (period.last - period.first) / 2, &year, NULL, NULL);
  return year;
}

/* The lines of one label; NULL where it should not be, and not 'forced', be cut. */
static GPtrArray *
wrap_label (const Chooser *chooser, const char *text, double width, guint most, gboolean forced)
{
  TalChartTypesetter   *typesetter = chooser->plan->typesetter;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char      *divided = NULL;

  width = MAX (width, 0);
  lines = tal_chart_typesetter_wrap (typesetter, TAL_CHART_FONT_SMALL, text, width, most);
  if (forced && !tal_chart_typesetter_is_whole (lines, text))
    {
      g_ptr_array_unref (lines);
      divided = tal_chart_hyphen_divide (typesetter, TAL_CHART_FONT_SMALL, text, width);
      lines = tal_chart_typesetter_wrap (typesetter, TAL_CHART_FONT_SMALL, divided, width, most);
    }
  if (lines->len == 0 || (!forced && !tal_chart_typesetter_is_whole (lines, text)))
    return NULL;
  return g_steal_pointer (&lines);
}

/* Below a name, where it is whole. */
static void
append_detail (const Chooser *chooser, guint position, double width, GPtrArray *lines)
{
  const char *detail = tal_chart_spec_get_position (chooser->plan->spec, position)->detail;
  g_autoptr (GPtrArray) wrapped = NULL;

  if (detail == NULL)
    return;
  wrapped = wrap_label (chooser, detail, width, 1, FALSE);
  if (wrapped != NULL)
    g_ptr_array_add (lines, g_strdup (g_ptr_array_index (wrapped, 0)));
}

static GPtrArray *
write_lines (const Chooser *chooser,
             Form           form,
             guint          position,
             int            year_before,
             double         width,
             gboolean       forced)
{
  const TalChartSpec *spec = chooser->plan->spec;
  GPtrArray          *lines = NULL;
  g_autofree char    *text = NULL;
  g_autofree char    *year = NULL;

  switch (form)
    {
    case FORM_SHORT:
      split_period (spec, position, &text, &year);
      lines = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (lines, g_steal_pointer (&text));
      if (year != NULL && spec->kind != TAL_CHART_YEARS && get_year (spec, position) != year_before)
        g_ptr_array_add (lines, g_steal_pointer (&year));
      return lines;
    case FORM_YEAR:
      lines = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (lines, g_strdup_printf ("%d", get_year (spec, position)));
      return lines;
    case FORM_TABLE:
      text = tal_danish_period_format (tal_chart_spec_get_position (spec, position)->period,
                                       TAL_DANISH_PERIOD_TABLE);
      return wrap_label (chooser, text, width, 2, forced);
    case FORM_FULL:
    case FORM_THING:
      text = tal_chart_text_dup_position (tal_chart_spec_get_position (spec, position));
      lines = wrap_label (chooser, text, width, form == FORM_FULL ? 2 : MOST_LINES, forced);
      if (lines != NULL)
        append_detail (chooser, position, width, lines);
      return lines;
    }

  g_return_val_if_reached (NULL);
}

static double
get_place (const Chooser *chooser, guint position)
{
  return g_array_index (chooser->places, double, position);
}

static gboolean
are_apart (const Label *a, const Label *b)
{
  return a->x + a->width / 2 + LABEL_GAP <= b->x - b->width / 2;
}

static Label
place_label (const Chooser *chooser, guint position, GPtrArray *lines)
{
  Label  label = { position, lines, get_place (chooser, position), 0 };
  double half;

  for (guint i = 0; i < lines->len; i++)
    label.width = MAX (label.width, tal_chart_typesetter_measure (chooser->plan->typesetter,
                                                                  TAL_CHART_FONT_SMALL,
                                                                  g_ptr_array_index (lines, i)));
  half = label.width / 2;
  label.x = MAX (MIN (label.x, chooser->right - half), chooser->left + half);
  return label;
}

/* What a label may be wide: as far as the ones beside it are away. */
static double
measure_slot (const Chooser *chooser, const GArray *candidates, guint stride)
{
  guint  length = candidates->len;
  double span = chooser->right - chooser->left;

  if (length < 2)
    return span;
  span = get_place (chooser, g_array_index (candidates, guint, length - 1)) -
         get_place (chooser, g_array_index (candidates, guint, 0));
  return MIN (span * MIN (stride, length - 1) / (length - 1) - LABEL_GAP,
              chooser->right - chooser->left);
}

static gboolean
touches_next (const GArray *labels, guint at)
{
  return !are_apart (&g_array_index (labels, Label, at), &g_array_index (labels, Label, at + 1));
}

static gboolean
are_all_apart (const GArray *labels)
{
  for (guint i = 0; i + 1 < labels->len; i++)
    {
      if (touches_next (labels, i))
        return FALSE;
    }
  return TRUE;
}

/* What is left of a slot for a name that must not leave the chart. */
static double
narrow_slot (const Chooser *chooser, Form form, guint position, double width)
{
  double place = get_place (chooser, position);
  double edge = MIN (place - chooser->left, chooser->right - place);

  return form == FORM_THING && chooser->places->len > 1 ? MIN (width, width / 2 + edge) : width;
}

/* Leaves out what touches the first or the last. */
static void
keep_ends (GArray *labels)
{
  while (labels->len > 2 && touches_next (labels, 0))
    g_array_remove_index (labels, 1);
  while (labels->len > 2 && touches_next (labels, labels->len - 2))
    g_array_remove_index (labels, labels->len - 2);
}

/* Every 'stride'th candidate and the last; NULL where they do not fit. */
static GArray *
try_stride (const Chooser *chooser, Form form, const GArray *candidates, guint stride)
{
  g_autoptr (GArray) labels = create_labels ();
  double             width = measure_slot (chooser, candidates, stride);
  gboolean           last_stride = stride + 1 >= candidates->len;
  gboolean           forced = last_stride || (form == FORM_THING && width >= ENOUGH);
  int                year = G_MININT;

  for (guint i = 0; i < candidates->len;)
    {
      guint      position = g_array_index (candidates, guint, i);
      GPtrArray *lines = write_lines (chooser, form, position, year,
                                      narrow_slot (chooser, form, position, width), forced);
      Label      label;

      if (lines == NULL)
        return NULL;
      label = place_label (chooser, position, lines);
      g_array_append_val (labels, label);
      if (form == FORM_SHORT)
        year = get_year (chooser->plan->spec, position);
      if (i + 1 == candidates->len)
        break;
      i = MIN (i + stride, candidates->len - 1);
    }

  /* Things and periods in full stand all or evenly; of others a neighbour may miss. */
  if (stride > 1 || form == FORM_SHORT || form == FORM_YEAR)
    keep_ends (labels);
  if (are_all_apart (labels))
    return g_steal_pointer (&labels);
  if (!last_stride)
    return NULL;
  g_array_set_size (labels, 1);
  return g_steal_pointer (&labels);
}

/* As many as fit. */
static GArray *
thin_labels (const Chooser *chooser, Form form, const GArray *candidates)
{
  guint stride = 1;

  while (candidates->len / stride > (chooser->right - chooser->left) / NARROWEST + 2)
    stride *= 2;
  for (;; stride *= 2)
    {
      GArray *labels = try_stride (chooser, form, candidates, stride);

      if (labels != NULL || stride >= candidates->len)
        return labels;
    }
}

static GArray *
list_all (const TalChartSpec *spec)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < spec->positions->len; i++)
    g_array_append_val (candidates, i);
  return candidates;
}

static GArray *
list_year_starts (const TalChartSpec *spec)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < spec->positions->len; i++)
    {
      if (i == 0 || get_year (spec, i) != get_year (spec, i - 1))
        g_array_append_val (candidates, i);
    }
  return candidates;
}

static GArray *
choose_period_labels (const Chooser *chooser)
{
  const TalChartSpec *spec = chooser->plan->spec;
  g_autoptr (GArray)  all = list_all (spec);
  g_autoptr (GArray)  years = list_year_starts (spec);
  GArray             *labels = NULL;

  if (spec->kind == TAL_CHART_YEARS)
    return thin_labels (chooser, FORM_SHORT, all);
  if (all->len > MOST_SHORT && years->len > 1)
    return thin_labels (chooser, FORM_YEAR, years);
  if (all->len <= MOST_IN_FULL)
    labels = try_stride (chooser, FORM_FULL, all, 1);
  if (labels == NULL && all->len <= MOST_IN_FULL)
    labels = try_stride (chooser, FORM_TABLE, all, 1);
  if (labels == NULL)
    labels = thin_labels (chooser, FORM_SHORT, all);
  return labels;
}

static GArray *
choose_labels (const Chooser *chooser)
{
  g_autoptr (GArray) all = list_all (chooser->plan->spec);

  if (all->len == 0)
    return create_labels ();
  if (has_periods (chooser->plan->spec))
    return choose_period_labels (chooser);
  return thin_labels (chooser, FORM_THING, all);
}

TalChartPositionAxis *
tal_chart_position_axis_new (TalChartPlan *plan, const GArray *places, double left, double right)
{
  TalChartPositionAxis *self = NULL;
  Chooser               chooser = { plan, places, left, right };

  g_return_val_if_fail (plan != NULL && places != NULL, NULL);
  g_return_val_if_fail (places->len == plan->spec->positions->len, NULL);

  self = g_new0 (TalChartPositionAxis, 1);
  self->line_height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  self->labels = choose_labels (&chooser);
  if (self->labels == NULL)
    self->labels = create_labels ();
  for (guint i = 0; i < self->labels->len; i++)
    self->n_lines = MAX (self->n_lines, g_array_index (self->labels, Label, i).lines->len);
  return self;
}

void
tal_chart_position_axis_free (TalChartPositionAxis *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->labels);
  g_free (self);
}

double
tal_chart_position_axis_get_height (const TalChartPositionAxis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->n_lines == 0)
    return 0;
  return (self->n_lines + 0.5) * self->line_height;
}

void
tal_chart_position_axis_add (const TalChartPositionAxis *self,
                             TalChartPlan               *plan,
                             double                      shift,
                             double                      bottom)
{
  g_return_if_fail (self != NULL && plan != NULL);

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);

      for (guint j = 0; j < label->lines->len; j++)
        {
          TalChartShape *shape =
              tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT,
                                       g_ptr_array_index (label->lines, j), label->x + shift,
                                       TAL_CHART_ALIGN_MIDDLE,
                                       bottom + (j + 0.5) * self->line_height);

          if (shape != NULL)
            shape->position = (int)label->position;
        }
    }
}
