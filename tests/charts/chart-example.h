/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The example's figures, which are the committee's own tables, and charts of them as text. */

#pragma once

#include "charts/tal-chart-request.h"
#include "support/sample.h"

#include <glib.h>

G_BEGIN_DECLS

/* What to ask, by names: the series one a line.  What is not named is NULL. */
typedef struct
{
  TalChartKind kind;
  const char  *plan;
  const char  *initiative;
  const char  *series;
  const char  *first; /* days */
  const char  *last;
  gboolean     masked;
  gboolean     fitting;
} Question;

/* Read from data/example.  No record may be changed. */
Sample *chart_example_new (void);

/* The record of that name; ends the test where there is none. */
TalId chart_example_find (Sample *sample, TalKind kind, const char *name);

/* NULL with an error. */
TalChartSpec *chart_example_compose (Sample *sample, const Question *question, GError **error);

/* A line for each thing that is said, with plain spaces:
 *   kind line
 *   title …
 *   subtitle …
 *   sentence …
 *   caption …
 *   col december 2015 | december 2016          (periods or things, their detail in brackets)
 *   row København* slot 1 | 5,3 | 4,7 | 4,3    (a star is emphasised)
 *   change København −1,0 procentpoint, of rounded figures
 *   target mål 40 pct. | 40 | 40
 *   goal 2 … | 49 pct. | 268 af 545 borgere | mål 75 pct. | Ikke opnået
 *   span …
 *   break 2 …
 *   note …
 *   source …  */
char *chart_example_dup_text (const TalChartSpec *spec);

typedef struct
{
  const char *claim; /* in words */
  Question    question;
  const char *lines; /* each stands in the text; or "error " and the message */
} ChartClaim;

/* Adds a test for each; the claims must stay. */
void chart_example_add_claims (const char *unit, const ChartClaim *claims, guint n_claims);

G_END_DECLS
