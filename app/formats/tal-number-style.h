/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the numbers of a column are written, where they are text: "2.351" is two thousand in a
 * Danish table and a little more than two in an English one, and only its neighbours can tell.
 *
 * It never guesses: where a column has nothing that tells, it says so and gives both readings,
 * and where it has both, it says where.
 */

#pragma once

#include "base/tal-decimal.h"
#include "formats/tal-sheet.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_NUMBER_STYLE_NONE,      /* no numbers that are text */
  TAL_NUMBER_STYLE_PLAIN,     /* "352": the same to everybody */
  TAL_NUMBER_STYLE_DANISH,    /* "2.351" and "9,14" */
  TAL_NUMBER_STYLE_ENGLISH,   /* "2,351" and "9.14" */
  TAL_NUMBER_STYLE_AMBIGUOUS, /* only such as "2.351" */
  TAL_NUMBER_STYLE_MIXED,     /* "9,14" and "9.14" */
} TalNumberStyle;

/* What a sign in place of a figure usually means. */
typedef enum
{
  TAL_GAP_NOT,
  TAL_GAP_EMPTY,          /* "" */
  TAL_GAP_NIL,            /* "-": none, that is zero */
  TAL_GAP_NOT_AVAILABLE,  /* "..", "…", ":" */
  TAL_GAP_NOT_APPLICABLE, /* "." */
  TAL_GAP_WITHHELD,       /* "x", "*": too few to be told, or not to be told at all */
} TalGap;

typedef struct
{
  TalGap      gap;     /* TAL_GAP_NOT for a number */
  TalDecimal  danish;  /* read as Danish; TAL_DECIMAL_NONE where it cannot be */
  TalDecimal  english; /* read as English; both are the same where nothing tells them apart */
  gboolean    percent; /* "%", "pct." or "procent" stands behind it */
  const char *mark;    /* a footnote's behind it ("*", "1)"), within the text; or NULL */
} TalNumberReading;

/* FALSE where the text is neither a number nor a sign for a missing one. */
gboolean tal_number_reading_parse (const char *text, TalNumberReading *ret_reading);
/* As the style says; TAL_DECIMAL_NONE where the style does not say, or the text is no number of
 * that style. */
TalDecimal tal_number_reading_get (const TalNumberReading *self, TalNumberStyle style);

#define TAL_NUMBER_SURVEY_NO_ROW G_MAXUINT

typedef struct
{
  TalNumberStyle style;
  guint          n_numbers; /* those that are text */
  guint          n_typed;   /* cells that the file itself has as numbers */
  guint          n_missing; /* signs for a missing figure; empty cells are not counted */
  guint          n_marked;  /* with a footnote's mark */
  guint          n_percent;
  guint          n_others; /* neither number nor sign */
  /* The first row that can only be read so, or TAL_NUMBER_SURVEY_NO_ROW. */
  guint danish_row;
  guint english_row;
  guint ambiguous_row;
  guint other_row;
} TalNumberSurvey;

/* Of the rows from 'first' up to and without 'end'. */
void tal_number_style_survey (
    const TalSheet *sheet, guint column, guint first, guint end, TalNumberSurvey *ret_survey);

G_END_DECLS
