/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All figures of a collection, to be found by their size and by the words of their names:
 * what a note's numbers are held against.  Entered and derived series in each of their
 * periods, targets, money set aside, and how many goals, initiatives and providers there are.
 *
 * TalNoteFigures judges nothing.  It borrows from the catalogue, which must outlive it.
 */

#pragma once

#include "base/tal-approximation.h"
#include "base/tal-fraction.h"
#include "core/tal-catalogue.h"
#include "core/tal-goal.h"
#include "core/tal-note-words.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalNoteFigures TalNoteFigures;

typedef enum
{
  TAL_NOTE_SUBJECT_SERIES,
  TAL_NOTE_SUBJECT_TARGET, /* of a goal */
  TAL_NOTE_SUBJECT_MONEY,  /* set aside for an initiative or by a plan */
  TAL_NOTE_SUBJECT_COUNT,  /* of goals, initiatives or members */
} TalNoteSubjectKind;

/* What figures are of. */
typedef struct
{
  TalNoteSubjectKind kind;
  guint              at;         /* among all */
  const TalSeries   *series;     /* of a series or target, else NULL */
  const TalGoal     *goal;       /* of a target, else NULL */
  TalId              initiative; /* or none */
  TalId              plan;       /* or none */
  char              *title;      /* for people */
  TalMeasureUnit     unit;       /* kroner are always TAL_MEASURE_UNIT_DKK */
  int                decimals;
  const char        *noun;  /* of a count: "mål"; else NULL */
  GArray            *words; /* of guint: of its name */
  double             worth; /* of these words together */
  guint              first; /* of its figures */
  guint              length;
} TalNoteSubject;

typedef struct
{
  guint            subject;
  TalPeriod        period; /* or unset */
  TalFraction      value;  /* in kroner, where it is money */
  TalFraction      right;  /* invalid, but where the stated value doesn't follow from its terms:
                              then the value that does */
  TalApproximation approximation;
  double           size;
} TalNoteFigure;

/* A subject and how much of its name a text has. */
typedef struct
{
  guint  subject;
  double name;   /* 0 to 1 */
  double around; /* of its initiative, plan, members and measure: 0 to 1 */
  double weight; /* both as one number: 0.3 is a word or two, above 1 the whole name */
} TalNoteScore;

/* More figures than so many are only read of series that share a word with the note. */
#define TAL_NOTE_FIGURES_MOST 200000

TalNoteFigures *tal_note_figures_new (const TalCatalogue *catalogue,
                                      TalRunSource       *runs,
                                      const GPtrArray    *passages,
                                      TalDay              today,
                                      GError            **error);
void            tal_note_figures_free (TalNoteFigures *self);

TalNoteWords         *tal_note_figures_get_words (const TalNoteFigures *self);
guint                 tal_note_figures_get_length (const TalNoteFigures *self);
const TalNoteSubject *tal_note_figures_get_subject (const TalNoteFigures *self, guint subject);
/* Oldest first. */
const TalNoteFigure *tal_note_figures_get_figures (const TalNoteFigures *self,
                                                   guint                 subject,
                                                   guint                *ret_length);
/* All figures of these sizes, both included: borrowed pointers, the array is the caller's. */
GPtrArray *tal_note_figures_find_sized (const TalNoteFigures *self, double least, double most);

/* The subjects that have words of a text, an array of TalNoteScore, the weightiest first.  'gains' says
 * for each word of the collection how much of it the text has, 0 to 1. */
GArray *tal_note_figures_score (TalNoteFigures *self, const double *gains, const GArray *gained);

/* Whether one is a term of the other, or both are of one goal. */
gboolean tal_note_figures_are_related (const TalNoteFigures *self, guint a, guint b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalNoteFigures, tal_note_figures_free)

G_END_DECLS
