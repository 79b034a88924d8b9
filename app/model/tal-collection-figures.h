/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures from another program's file, taken into a collection: compared first and written as one
 * change, as any import.
 *
 * Nothing is written while a label or a column is in question, nor, unless the request says so,
 * while a cell cannot be read: silence would lose it.
 */

#pragma once

#include "model/tal-collection-exchange.h"
#include "model/tal-collection.h"
#include "model/tal-figure-file.h"
#include "model/tal-figure-report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What becomes of the labels that nobody has answered for. */
typedef enum
{
  TAL_UNKNOWN_ASK,
  TAL_UNKNOWN_NEW, /* a new series or member of each */
  TAL_UNKNOWN_LEAVE_OUT,
} TalUnknown;

typedef struct
{
  TalImportRequest import; /* its 'path' is not looked at */
  TalUnknown       unknown;
  gboolean         skips_refused; /* what cannot be read stays out, and the rest is written */
} TalFigureRequest;

/* Reads the file as files like it were read before, where there is such a map with the collection;
 * 'notes' (of char *) then gets what has changed since.  FALSE with an error only. */
gboolean tal_collection_recognise_figures (TalCollection *self,
                                           TalFigureFile *file,
                                           gboolean      *ret_recognised,
                                           GPtrArray     *notes,
                                           GError       **error);

/* Answers of the map that name a series or a member are looked up: TAL_ERROR_NOT_FOUND and
 * TAL_ERROR_AMBIGUOUS.  TAL_ERROR_INVALID_FILE where the file has no figures.  What was understood
 * is kept with the collection when it is written. */
TalFigureReport *tal_collection_import_figures (TalCollection          *self,
                                                TalFigureFile          *file,
                                                const TalFigureRequest *request,
                                                GCancellable           *cancellable,
                                                GError                **error);

/* Answers for one label of the file, in its map. */
void tal_figure_file_use (
    TalFigureFile *self, const char *role, const char *label, TalId id, gboolean alias);
void tal_figure_file_make_new (TalFigureFile *self,
                               const char    *role,
                               const char    *label,
                               const char    *name);
void tal_figure_file_leave_out (TalFigureFile *self, const char *role, const char *label);
/* Nobody has answered, but whoever edits the map shall see that it is asked. */
void tal_figure_file_leave_open (TalFigureFile *self, const char *role, const char *label);

G_END_DECLS
