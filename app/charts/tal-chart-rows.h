/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows under one another, each with its name at the left: what bars, dots and spans that lie
 * have in common.  A name is wrapped in a column of at most TAL_CHART_ROWS_MOST_NAMES of the
 * width.  Where rows are lower than a text only some have their name; the first and last always
 * have.
 */

#pragma once

#include "charts/tal-chart-plan.h"
#include "charts/tal-chart-ticks.h"

#include <glib.h>

G_BEGIN_DECLS

#define TAL_CHART_ROWS_MOST_NAMES 0.4

typedef struct
{
  const char   *name;   /* borrowed, as is the detail */
  const char   *detail; /* dim, below the name where there is room; or NULL */
  int           number; /* before the name; 0 is none */
  TalChartPlace place;
} TalChartRow;

typedef struct
{
  GArray     *rows;       /* of TalChartRow */
  TalChartBox names;      /* once placed: where names stand */
  TalChartBox plot;       /* the rest of them, to its right */
  double      pitch;      /* from row to row */
  double      numbers;    /* the width that they take of the names' */
  double      most_names; /* of the width; TAL_CHART_ROWS_MOST_NAMES unless another is set */
  gboolean    small;      /* once placed: names are in small letters, as more of them fit so */
} TalChartRows;

TalChartRows *tal_chart_rows_new (void);
void          tal_chart_rows_free (TalChartRows *self);
void          tal_chart_rows_add (TalChartRows *self, TalChartRow row);
/* One for each position, its detail only with 'detailed'. */
void tal_chart_rows_add_positions (TalChartRows *self, const TalChartSpec *spec, gboolean detailed);

/* Divides 'room' among them, at most 'most_pitch' each, and between names and plot. */
void tal_chart_rows_place (TalChartRows *self,
                           TalChartPlan *plan,
                           TalChartBox   room,
                           double        most_pitch);
void tal_chart_rows_add_names (const TalChartRows *self, TalChartPlan *plan);

double tal_chart_rows_get_middle (const TalChartRows *self, guint row);
/* As thick as wanted, unless rows are too low for it. */
double tal_chart_rows_get_thickness (const TalChartRows *self, double wanted);
/* Whether each row is high enough for a line of such a text. */
gboolean tal_chart_rows_hold_text (const TalChartRows *self, TalChartPlan *plan, TalChartFont font);

/* What an axis of values takes below the rows: to be left out of their room. */
double tal_chart_rows_measure_axis (TalChartPlan *plan);
/* The axis below the rows that are placed, its lines through them.  Returns its scale. */
TalChartScale tal_chart_rows_add_axis (const TalChartRows  *self,
                                       TalChartPlan        *plan,
                                       const TalChartTicks *ticks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalChartRows, tal_chart_rows_free)

G_END_DECLS
