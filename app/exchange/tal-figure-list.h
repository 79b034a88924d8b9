/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file holds, before anybody knows whose it is: figures in a flat list, each with the
 * labels that say which series it is of and the place that it stands in.  Tables and statistical
 * files meet here.
 *
 * Nothing of a file is lost on the way: each cell that holds something is a figure here, or a
 * problem with its place, and notes of all kinds are kept.
 */

#pragma once

#include "base/tal-problem.h"
#include "core/tal-observation.h"
#include "exchange/tal-column-map.h"
#include "formats/tal-cube.h"
#include "formats/tal-workbook.h"

#include <glib.h>

G_BEGIN_DECLS

/* One label of a figure: "København" of the column "Område". */
typedef struct
{
  TalRole     role;
  const char *heading;
  const char *text;
  const char *code;   /* or NULL */
  gboolean    varies; /* whether the file has others in its place */
} TalFigureLabel;

/* The labels that some figures have in common: one series. */
typedef struct
{
  char           *key; /* all of them, " · " between them */
  TalFigureLabel *labels;
  guint           n_labels;
  guint           n_figures;
  guint           n_negative;
  guint           decimals; /* the most that a figure of it has */
  gboolean        is_above_one;
  gboolean        percent; /* some are written with a sign of per cent */
} TalLabelSet;

typedef struct
{
  guint            set; /* its labels */
  TalPeriod        period;
  TalDecimal       value; /* TAL_DECIMAL_NONE where it is missing */
  TalMissing       missing;
  TalFigureState   state;
  gboolean         has_state; /* else the file does not say it */
  const char      *note;      /* or NULL */
  guint            row;       /* from 0; of a statistical file the line */
  guint            column;
  TalApproximation approximation;
} TalImportedFigure;

typedef struct
{
  GArray    *figures;  /* of TalImportedFigure, in the order of the file */
  GPtrArray *sets;     /* of TalLabelSet */
  GPtrArray *problems; /* of TalProblem: cells that cannot be read */
  GPtrArray *notes;    /* of char *: footnotes and the like, in the order of the file */
  char      *title;    /* or NULL, as the next two */
  char      *source;
  char      *unit;
  guint      n_read; /* cells with something in them: figures and problems, and what is left out */
  guint      n_left_out;
  guint      n_rounded; /* computed by their file, so that it has more decimals */

  /* Its own. */
  TalWorkbook    *book;
  const TalSheet *sheet; /* NULL of a statistical file */
  GHashTable     *by_key;
  GStringChunk   *texts;
} TalFigureList;

/* Of a sheet of the book, or of neither for a statistical file. */
TalFigureList *tal_figure_list_new (TalWorkbook *book, const TalSheet *sheet);
void           tal_figure_list_free (TalFigureList *self);

/* Copies a text that figures and labels refer to. */
const char *tal_figure_list_keep (TalFigureList *self, const char *text);
/* The set of these labels, whose texts must be kept ones; their 'varies' is known when the list
 * is finished. */
guint tal_figure_list_find_set (TalFigureList *self, const TalFigureLabel *labels, guint n_labels);
void  tal_figure_list_add (TalFigureList *self, const TalImportedFigure *figure);
/* A cell that cannot be read.  Takes the sentence. */
void tal_figure_list_refuse (
    TalFigureList *self, guint row, guint column, const char *code, char *sentence);
void tal_figure_list_add_note (TalFigureList *self, const char *text);
/* Once everything is there. */
void tal_figure_list_finish (TalFigureList *self);

/* "Ark1!B7", "line 7". */
char *tal_figure_list_dup_place (const TalFigureList *self, guint row, guint column);

/* What the labels say that the figures of the set are counted in, or else the file. */
gboolean tal_figure_list_find_unit (const TalFigureList *self,
                                    const TalLabelSet   *set,
                                    TalMeasureUnit      *ret_unit);
/* Of all figures with their labels: the same for the same figures, whatever file they are in. */
char *tal_figure_list_dup_digest (const TalFigureList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFigureList, tal_figure_list_free)

G_END_DECLS
