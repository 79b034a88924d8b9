/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For those who bring the file and a collection together. */

#pragma once

#include "exchange/tal-column-map.h"
#include "exchange/tal-figure-list.h"
#include "exchange/tal-form-read.h"
#include "formats/tal-cube-file.h"
#include "formats/tal-table-file.h"
#include "model/tal-figure-file.h"

G_BEGIN_DECLS

struct _TalFigureFile
{
  char          *path; /* or NULL */
  TalWorkbook   *book; /* or */
  TalCube       *cube;
  TalForm       *form;   /* that the book is, or NULL */
  TalTableReport report; /* of a book */
  guint          sheet;
  TalColumnMap  *map;
  gboolean       has_map; /* that somebody made for it */
  gboolean       told;    /* by a map that says which one it is */
  GHashTable    *made;    /* of tal_label_matches_new */
  gboolean       recognised;
  GPtrArray     *notes; /* of char *: what has changed since it was recognised */
};

/* NULL only where it is cancelled. */
TalFigureList *tal_figure_file_read (const TalFigureFile *self,
                                     GCancellable        *cancellable,
                                     GError             **error);
/* What its import is called in the history. */
char *tal_figure_file_dup_label (const TalFigureFile *self);

G_END_DECLS
