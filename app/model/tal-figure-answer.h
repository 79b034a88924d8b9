/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that a person says of a file of figures: which sheet, what a column is, what a label
 * stands for.  Immutable; it waits until the thread that has the file gets to it.
 */

#pragma once

#include "base/tal-id.h"
#include "model/tal-collection-figures.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_FIGURE_ANSWER_SHEET,   /* 'number' is the sheet */
  TAL_FIGURE_ANSWER_ROLE,    /* 'number' is the column, 'text' a word of its role */
  TAL_FIGURE_ANSWER_NUMBERS, /* 'number' is the column, 'text' "danish" or "english" */
  TAL_FIGURE_ANSWER_PERIOD,  /* 'text' is it, of all figures */
  TAL_FIGURE_ANSWER_DAYS,    /* 'text' is what they stand for */
  TAL_FIGURE_ANSWER_OPEN,    /* 'role' and 'text' are a label, here and below */
  TAL_FIGURE_ANSWER_USE,     /* it stands for 'id' */
  TAL_FIGURE_ANSWER_NEW,
  TAL_FIGURE_ANSWER_LEAVE_OUT,
} TalFigureAnswerKind;

typedef struct
{
  TalFigureAnswerKind kind;
  guint               number;
  const char         *role; /* a fixed word of tal_figure_file_list_roles */
  char               *text;
  TalId               id;
} TalFigureAnswer;

/* The texts are copied; 'role' and 'text' may be NULL where the kind has none. */
TalFigureAnswer *tal_figure_answer_new (
    TalFigureAnswerKind kind, guint number, const char *role, const char *text, TalId id);
TalFigureAnswer *tal_figure_answer_ref (TalFigureAnswer *self);
void             tal_figure_answer_unref (TalFigureAnswer *self);

/* What cannot be said of this file, such as a period that is none, is not said. */
void tal_figure_answer_apply (const TalFigureAnswer *self, TalFigureFile *file);

G_END_DECLS
