/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart shows: plain facts, without a size, a colour or a place.  Whoever makes one has
 * decided everything that is said; whoever lays it out decides only where things stand.
 *
 * A kind looks at its own part of it:
 *
 *   sparkline, line, multiples, years, columns   series over positions that are periods
 *   distribution, dots, sum, funnel, waterfall   series over positions that are named things
 *   mix           a bar for each position; the series are its parts, in order
 *   dumbbell      a row for each position; the first series is compared with, the second own
 *   bullet, strip goals
 *   timeline      spans
 */

#pragma once

#include "base/tal-approximation.h"
#include "core/tal-attainment-state.h"
#include "core/tal-goal.h"
#include "core/tal-observation.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_CHART_SPARKLINE,
  TAL_CHART_BULLET,
  TAL_CHART_STRIP,
  TAL_CHART_LINE,
  TAL_CHART_MULTIPLES,
  TAL_CHART_MIX,
  TAL_CHART_DUMBBELL,
  TAL_CHART_COLUMNS,
  TAL_CHART_DISTRIBUTION,
  TAL_CHART_TIMELINE,
  TAL_CHART_DOTS,
  TAL_CHART_SUM,
  TAL_CHART_FUNNEL,
  TAL_CHART_WATERFALL,
  TAL_CHART_YEARS,
  TAL_CHART_N_KINDS,
} TalChartKind;

/* One figure.  What is written is 'shown', what is drawn is 'value'. */
typedef struct
{
  TalMissing       missing; /* TAL_MISSING_NOT where there is a value */
  gboolean         masked;  /* too few to be shown: neither drawn nor written */
  double           value;
  TalDecimal       shown;
  TalFigureState   state;
  TalApproximation approximation;
} TalChartValue;

#define TAL_CHART_VALUE_UNKNOWN \
  ((TalChartValue){ .missing = TAL_MISSING_NOT_AVAILABLE, .shown = TAL_DECIMAL_NONE })

/* Whether there is something to draw. */
gboolean tal_chart_value_is_known (const TalChartValue *self);

/* Which colour: 1 to 6 of the series' palette, a grey from TAL_CHART_SLOT_REST on (see
 * TalChartInk), or whichever is free. */
typedef guint TalChartSlot;

#define TAL_CHART_SLOT_FREE ((TalChartSlot)0)
#define TAL_CHART_SLOT_REST ((TalChartSlot)7)

typedef struct
{
  TalId        id; /* of the series that it shows, or none */
  char        *name;
  TalChartSlot slot;
  gboolean     emphasised;
  GArray      *values;  /* of TalChartValue, one for each position */
  GArray      *targets; /* of TalChartValue, one for each position; NULL where there are none */
  char        *target_label; /* "mål 40 pct." */
  gboolean     benchmark;    /* the target is another unit's level, not a promise */
  char        *change;       /* from the first position to the last: "−17,2 pct."; or NULL */
  gboolean     rounded;      /* the change is reckoned from rounded figures */
} TalChartSeries;

typedef enum
{
  TAL_CHART_PLACE_PLAIN,
  TAL_CHART_PLACE_TOTAL,  /* a sum of others: of a waterfall its first and last column */
  TAL_CHART_PLACE_PART,   /* of the one above it: "heraf" */
  TAL_CHART_PLACE_BRANCH, /* of a funnel: beside the chain, not in it */
} TalChartPlace;

/* Where figures stand: a period, or a named thing. */
typedef struct
{
  TalPeriod     period; /* unset of a named thing */
  char         *label;  /* of a named thing */
  char         *detail; /* dim, below or behind the label: "203 forløb"; or NULL */
  TalChartPlace place;
  gboolean      hollow; /* rests on few: drawn as a ring */
} TalChartPosition;

/* From 'position' on figures are of another kind than those before it. */
typedef struct
{
  guint position;
  char *reason; /* a whole sentence: "Databrud i juli 2017: nyt ledighedsregister." */
} TalChartBreak;

typedef struct
{
  TalId         id;
  int           number;
  char         *group; /* the initiative, where goals of several are shown */
  char         *wording;
  char         *detail;      /* "179 af 348 borgere", its period, or NULL */
  char         *result_text; /* "51 pct." */
  char         *target_text; /* "mål 80 pct."; NULL where there is none */
  TalChartValue result;
  TalChartValue target;
  TalComparison comparison;
  gboolean      benchmark;
  gboolean      per_cent; /* on a scale to 100 */
  TalAttainment attainment;
  char         *verdict; /* "Ikke opnået" */
} TalChartGoal;

typedef enum
{
  TAL_CHART_END_OPEN, /* nothing is said of when it ends */
  TAL_CHART_END_SET,
  TAL_CHART_END_NOT_SET,   /* said to be without a day yet */
  TAL_CHART_END_PERMANENT, /* said to go on */
  TAL_CHART_END_DECLINING, /* less from year to year */
} TalChartEnd;

/* A grant or an initiative over time. */
typedef struct
{
  TalId        id;
  char        *name;
  char        *group;  /* what the colour says: its source, or that it runs; or NULL */
  char        *amount; /* "5,2 mio. kr."; or NULL */
  TalChartSlot slot;
  int          first_year;
  double       first; /* as a year and the part of it that has gone: 2016.5 */
  double       last;  /* likewise; where it ends, or where the picture does */
  TalChartEnd  end;
  GArray      *amounts; /* of TalChartValue, one a year from first_year on; NULL is unknown */
} TalChartSpan;

/* Reference-counted, so that a picture and whoever asked for it can hold it: not changed any more
 * once it is given away. */
typedef struct
{
  gatomicrefcount references;
  TalChartKind    kind;
  char           *title;
  char           *subtitle;  /* measure, population, place, unit; or NULL */
  char           *sentence;  /* what is said of it in running text; of a sparkline the change, in
                               short; or NULL */
  char           *caption;   /* of the value axis: "pct. af befolkningen"; or NULL */
  char           *source;    /* "Jobindsats.dk"; or NULL */
  GPtrArray      *notes;     /* of char *, whole sentences, the comparability note among them */
  TalMeasureUnit  unit;      /* of all values */
  guint           decimals;  /* of values that are worked out here */
  gboolean        zoomed;    /* the value axis may begin elsewhere than at zero */
  gboolean        stacked;   /* columns: the series are parts */
  gboolean        own_axes;  /* multiples: a scale each */
  GPtrArray      *series;    /* of TalChartSeries */
  GPtrArray      *positions; /* of TalChartPosition */
  GArray         *breaks;    /* of TalChartBreak, in order */
  GPtrArray      *goals;     /* of TalChartGoal */
  GPtrArray      *spans;     /* of TalChartSpan */
  GArray         *rests_on;  /* of TalId: the entered series that it was made from */
  double          today;     /* of a timeline, as TalChartSpan's days; 0 is not drawn */
} TalChartSpec;

/* Empty: every list is there, every text NULL but the title, which is "". */
TalChartSpec *tal_chart_spec_new (TalChartKind kind, const char *title);
TalChartSpec *tal_chart_spec_ref (const TalChartSpec *self);
void          tal_chart_spec_unref (TalChartSpec *self);

/* Each adds one at the end and returns it, owned by the spec, its texts copied and its other
 * parts empty.  A series' values are added with tal_chart_series_add. */
TalChartSeries   *tal_chart_spec_add_series (TalChartSpec *self, const char *name);
TalChartPosition *tal_chart_spec_add_period (TalChartSpec *self, TalPeriod period);
TalChartPosition *tal_chart_spec_add_thing (TalChartSpec *self, const char *label);
TalChartGoal     *tal_chart_spec_add_goal (TalChartSpec *self, int number, const char *wording);
TalChartSpan     *tal_chart_spec_add_span (TalChartSpec *self, const char *name);
void              tal_chart_spec_add_break (TalChartSpec *self, guint position, const char *reason);
/* Once, however often it is added; NULL is nothing. */
void tal_chart_spec_add_note (TalChartSpec *self, const char *sentence);
void tal_chart_series_add (TalChartSeries *self, TalChartValue value);
void tal_chart_series_add_target (TalChartSeries *self, TalChartValue value);

/* TAL_CHART_VALUE_UNKNOWN behind the end. */
TalChartValue           tal_chart_series_get (const TalChartSeries *self, guint position);
const TalChartSeries   *tal_chart_spec_get_series (const TalChartSpec *self, guint number);
const TalChartPosition *tal_chart_spec_get_position (const TalChartSpec *self, guint number);

/* A value that is exact. */
TalChartValue tal_chart_value_new (TalDecimal value);

/* "line", as the command line calls it; FALSE where no kind is called so. */
const char *tal_chart_kind_get_name (TalChartKind kind);
gboolean    tal_chart_kind_from_name (const char *name, TalChartKind *ret_kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalChartSpec, tal_chart_spec_unref)

G_END_DECLS
