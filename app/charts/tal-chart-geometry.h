/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart laid out: every rectangle, line and text with its place and the figure it stands for.
 * Painting it, writing it as SVG and finding what the pointer is over read this and decide
 * nothing.
 */

#pragma once

#include "charts/tal-chart-palette.h"
#include "charts/tal-chart-typesetter.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} TalChartPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TalChartBox;

/* Whether they have an inner part in common. */
gboolean tal_chart_box_overlaps (TalChartBox a, TalChartBox b);
/* With a hair's breadth of tolerance. */
gboolean tal_chart_box_contains (TalChartBox outer, TalChartBox inner);

typedef enum
{
  TAL_CHART_SHAPE_RECTANGLE,
  TAL_CHART_SHAPE_LINE,    /* through its points, open */
  TAL_CHART_SHAPE_POLYGON, /* through its points, closed */
  TAL_CHART_SHAPE_MARKER,  /* around the middle of its box */
  TAL_CHART_SHAPE_TEXT,    /* in its box, one line */
} TalChartShapeKind;

typedef enum
{
  TAL_CHART_DASH_SOLID,
  TAL_CHART_DASH_LONG,     /* 6-3 */
  TAL_CHART_DASH_SHORT,    /* 2-2 */
  TAL_CHART_DASH_MIXED,    /* 8-3-2-3 */
  TAL_CHART_DASH_DOTTED,   /* 1-2 */
  TAL_CHART_DASH_UNCERTAIN /* 5-4: leads to a figure that is not final */
} TalChartDash;

#define TAL_CHART_N_DASHES (TAL_CHART_DASH_UNCERTAIN + 1)

typedef enum
{
  TAL_CHART_TEXTURE_PLAIN,
  TAL_CHART_TEXTURE_HATCHED, /* lines of the fill ink on the ground, rising to the right */
  TAL_CHART_TEXTURE_FALLING, /* the same, falling: tells parts apart in grey print */
  TAL_CHART_TEXTURE_DOTTED,
} TalChartTexture;

typedef enum
{
  TAL_CHART_MARKER_CIRCLE,
  TAL_CHART_MARKER_SQUARE,
  TAL_CHART_MARKER_TRIANGLE,
  TAL_CHART_MARKER_DIAMOND,
  TAL_CHART_MARKER_CROSS,
  TAL_CHART_MARKER_CHECK, /* a tick: met */
} TalChartMarker;

/* Behind a shape that stands for no figure. */
#define TAL_CHART_NOBODY (-1)

typedef struct
{
  TalChartShapeKind kind;
  int               series;   /* or TAL_CHART_NOBODY; of goals and spans 0 */
  int               position; /* or TAL_CHART_NOBODY; of goals and spans their number */
  TalChartBox       box;
  TalChartInk       fill;         /* of a text its colour; may be NONE */
  TalChartInk       stroke;       /* may be NONE */
  double            stroke_width; /* the middle of the stroke lies on the outline */
  double            radius;       /* of a rectangle's corners */
  TalChartDash      dash;
  TalChartTexture   texture;
  TalChartMarker    marker;
  TalChartFont      font;
  const char       *text;        /* of a text; the geometry's own */
  guint             first_point; /* of a line or polygon, among the geometry's points */
  guint             n_points;
} TalChartShape;

/* Straight from value to place: 'least' lies at 'start', 'most' at 'end'. */
typedef struct
{
  double least;
  double most;
  double start;
  double end;
} TalChartScale;

double tal_chart_scale_place (const TalChartScale *self, double value);

/* Where a figure stands, whether or not it has a shape of its own. */
typedef struct
{
  int           series;
  int           position;
  TalChartPoint point;    /* the figure's end: where a pointer finds it */
  double        value;    /* on its scale; of parts the sum up to here */
  guint         scale;    /* among the geometry's scales */
  gboolean      vertical; /* the value is said by y, else by x */
} TalChartSpot;

typedef struct
{
  double        width;
  double        height;
  TalChartBox   plot;   /* where marks stand */
  GArray       *shapes; /* of TalChartShape, the first at the back */
  GArray       *points; /* of TalChartPoint */
  GArray       *scales; /* of TalChartScale */
  GArray       *spots;  /* of TalChartSpot */
  GStringChunk *texts;
  gboolean      by_position; /* what stands at one position is read together, across the plot */
} TalChartGeometry;

TalChartGeometry *tal_chart_geometry_new (double width, double height);
void              tal_chart_geometry_free (TalChartGeometry *self);

/* With at most so many decimals and a point, whatever the locale says: "12", "30.5". */
void tal_chart_append_number (GString *text, double number, guint8 decimals);

/* A line each, as tests read it, with at most one decimal: "rectangle 12 30.5 40 12 fill met
 * datum 0:2". */
char *tal_chart_geometry_to_string (const TalChartGeometry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalChartGeometry, tal_chart_geometry_free)

G_END_DECLS
