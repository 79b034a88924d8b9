/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import of figures from another program would do, or did: the differences as of any
 * import, what somebody must say first, and where every cell of the file went.
 */

#pragma once

#include "model/tal-figure-suggestion.h"
#include "model/tal-import-report.h"

#include <glib.h>

G_BEGIN_DECLS

/* A label of the file that nothing here is called, or several things. */
typedef struct
{
  const char *role; /* "series" for all labels of a figure together, else that of the dimension */
  char       *label;
  guint       n_figures;
  GArray     *suggestions; /* of TalFigureSuggestion, the likeliest first */
} TalFigureQuestion;

/* What a set of labels was taken for. */
typedef struct
{
  char       *label;
  char       *series; /* its name */
  gboolean    is_new;
  const char *unit; /* of a new one, as people read it */
  guint       n_figures;
} TalFigureUnderstood;

/* One cell of the file as it would be stored. */
typedef struct
{
  char    *series; /* its name; the labels of what is not stored */
  char    *period; /* as the rest as people read it; "" where there is nothing */
  char    *value;
  char    *state;
  char    *note;
  char    *place;
  char    *matter; /* why it is not stored, or NULL */
  gboolean refused;
} TalFigurePreview;

/* 'n_read' is the sum of the other numbers and of what the differences count, but for the new
 * series and members among these. */
typedef struct
{
  TalImportReport *import;     /* NULL where questions about the columns come first */
  GPtrArray       *doubts;     /* of TalProblem: questions about the columns, and decisions */
  GPtrArray       *questions;  /* of TalFigureQuestion */
  GPtrArray       *understood; /* of TalFigureUnderstood, in the order of the file */
  GPtrArray       *problems;   /* of TalProblem, with its cell: what is refused, and warnings */
  GPtrArray       *notes;      /* of char *: footnotes and the like that the file has */
  GPtrArray       *preview;    /* of TalFigurePreview: what is refused, then the first others */
  guint            n_read;
  guint            n_bundled;   /* that are compared with the collection */
  guint            n_repeated;  /* the file says them twice */
  guint            n_untouched; /* of a form: as they were when it was made */
  guint            n_left_out;  /* by choice */
  guint            n_refused;
  guint            n_open;       /* of labels in question */
  guint            n_new_series; /* of the differences */
  guint            n_new_members;
  guint            n_rounded; /* computed by their file with more decimals than are kept */
  gboolean         written;
} TalFigureReport;

TalFigureReport *tal_figure_report_new (void);
void             tal_figure_report_free (TalFigureReport *self);

/* Whether somebody must answer something first. */
gboolean tal_figure_report_has_questions (const TalFigureReport *self);

/* "Read: 24 figures · 20 are compared · 4 are left out": where every cell went, and the parts add up
 * to what was read.  To be freed. */
char *tal_figure_report_dup_counts (const TalFigureReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFigureReport, tal_figure_report_free)

G_END_DECLS
