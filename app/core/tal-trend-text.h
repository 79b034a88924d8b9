/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one series moved between two periods, and the Danish words for it.  It writes Danish by
 * rule, whatever the language of the program: these are the words of the committee's own papers.
 *
 * Per cents are reckoned from exact values and rounded once; a change of a share is told in
 * percentage points.  A direction is told as it is printed: what is equal there is unchanged.
 * It tells no change across a break, for the later figure is of another kind, none of figures
 * that are withheld or missing, and never calls a change good or bad.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-derive.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_TREND_UNTOLD, /* a figure is missing, or the series is broken between them */
  TAL_TREND_UP,
  TAL_TREND_DOWN,
  TAL_TREND_UNCHANGED, /* as printed */
} TalTrendDirection;

/* A value; its pointers are borrowed from the catalogue. */
typedef struct
{
  const TalCatalogue *catalogue;
  const TalSeries    *series;
  TalPeriod           earlier;
  TalPeriod           later;
  TalFigure           before;
  TalFigure           after;
  gboolean            broken; /* it, or what it is made of, between the periods */
} TalTrend;

/* Both periods must be set.  The run source's errors, and those of tal_derive_figure. */
gboolean tal_trend_find (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalSeries    *series,
                         TalPeriod           earlier,
                         TalPeriod           later,
                         TalTrend           *ret_trend,
                         GError            **error);

TalTrendDirection tal_trend_get_direction (const TalTrend *self);

/* What is said to rise or fall: "Antallet af førtidspensionstilkendelser", "Afgang til job eller
 * uddannelse", "Andelen af aktivitetsparate over 30 år i København". */
char *tal_trend_text_subject (const TalCatalogue *catalogue, const TalSeries *series);

/* "Antallet af udsatte borgere er faldet med 1.445 fra 17.234 i 4. kvt. 2015 til 15.789 i 4.
 * kvt. 2017 (8,4 pct.).", "Andelen af … er faldet fra at udgøre 5,3 pct. af befolkningen i 2015
 * til 4,3 pct. i 2017.", "Serien er brudt mellem 2016 og 2017; ændringen kan ikke beregnes.",
 * "Tallet er skjult; sætningen kan ikke laves."; NULL where a figure is missing. */
char *tal_trend_text_sentence (const TalTrend *self);
/* The title of a picture of it, without a final full stop: "Afgang til job eller uddannelse er
 * steget med 38 pct. siden 2014"; NULL where nothing may be claimed. */
char *tal_trend_text_claim (const TalTrend *self);
/* "17 pct.", "8,4 pct.", "1,0 procentpoint": the size alone, as in running text; NULL where the
 * counts are to be told instead, or nothing. */
char *tal_trend_text_size (const TalTrend *self);
/* In a table: "−17,2 pct.", "−1,0 procentpoint", or without 'relative' "−2.520", "+1.322"; NULL
 * where there is none. */
char *tal_trend_text_change (const TalTrend *self, gboolean relative);
/* "Beregnet på afrundede tal." of a share whose counts are not known, else NULL. */
const char *tal_trend_text_note (const TalTrend *self);

G_END_DECLS
