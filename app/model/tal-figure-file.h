/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of figures from another program (CSV, XLSX, ODS, the clipboard, PC-Axis, ADX, SDMX-ML),
 * read, and how its columns are understood: suggested at first, then as somebody says.  It knows
 * no collection; tal-collection-figures.h brings the two together.
 *
 * From one thread at a time, but for its references.
 */

#pragma once

#include "core/tal-period.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalFigureFile TalFigureFile;

/* One column of the table, or one dimension of a statistical file.  Roles are the fixed words of
 * tal_figure_file_list_roles. */
typedef struct
{
  const char *heading;
  const char *role;
  const char *numbers; /* "danish", "english", "ambiguous", "mixed"; NULL where all are plain */
} TalFigureColumn;

/* Whether the file is for this, and not an exchange file.  Damaged files and other people's
 * documents are: the reader says what is wrong. */
gboolean tal_figure_file_is (const char *path);

/* Errors as those of tal_table_file_read and tal_cube_file_read. */
TalFigureFile *tal_figure_file_open (const char *path, GCancellable *cancellable, GError **error);
TalFigureFile *tal_figure_file_open_clipboard (const char *text, GError **error);
TalFigureFile *tal_figure_file_ref (TalFigureFile *self);
void           tal_figure_file_unref (TalFigureFile *self);

const char *tal_figure_file_get_path (const TalFigureFile *self); /* NULL of the clipboard */
/* "CSV, semicolons, Windows-1252": what it was found to be.  To be freed. */
char *tal_figure_file_dup_kind (const TalFigureFile *self);

/* One that was made by this program to be filled in: it has no columns to be asked about. */
gboolean tal_figure_file_is_form (const TalFigureFile *self);
/* Whether it is read as a file like it was read before, and what has changed since: of char *. */
gboolean         tal_figure_file_is_recognised (const TalFigureFile *self);
const GPtrArray *tal_figure_file_get_notes (const TalFigureFile *self);

/* The sheets; 0 of a statistical file.  Another sheet has another map. */
guint       tal_figure_file_get_n_sheets (const TalFigureFile *self);
const char *tal_figure_file_get_sheet_name (const TalFigureFile *self, guint sheet);
guint       tal_figure_file_get_sheet (const TalFigureFile *self);
void        tal_figure_file_choose_sheet (TalFigureFile *self, guint sheet);
/* By name; TAL_ERROR_NOT_FOUND. */
gboolean tal_figure_file_choose_sheet_named (TalFigureFile *self, const char *name, GError **error);

/* The map, field by field. */
guint           tal_figure_file_get_n_columns (const TalFigureFile *self);
TalFigureColumn tal_figure_file_get_column (const TalFigureFile *self, guint column);
/* The first different texts in it, " · " between them.  To be freed. */
char *tal_figure_file_dup_samples (const TalFigureFile *self, guint column);
/* FALSE for a word that is no role. */
gboolean tal_figure_file_set_role (TalFigureFile *self, guint column, const char *role);
void     tal_figure_file_set_numbers (TalFigureFile *self, guint column, gboolean danish);
/* All columns whose numbers can be read in two ways. */
void tal_figure_file_set_all_numbers (TalFigureFile *self, gboolean danish);
/* Whether somebody who writes it means a period. */
gboolean tal_figure_file_is_period (const char *text);
/* Of all figures, where no column says it; FALSE where it is none. */
gboolean    tal_figure_file_set_period (TalFigureFile *self, const char *period);
const char *tal_figure_file_get_period (const TalFigureFile *self); /* or NULL */
/* What dates stand for: "day", "month", "quarter", "year"; FALSE for another word. */
gboolean    tal_figure_file_set_days (TalFigureFile *self, const char *days);
const char *tal_figure_file_get_days (const TalFigureFile *self); /* NULL where nobody said it */
/* NULL at the end: "left-out", "period", "value" …; and what people call one. */
const char *const *tal_figure_file_list_roles (void);
const char        *tal_figure_file_get_role_title (const char *role);

/* The whole map as a small text, and from one that somebody made for this file:
 * TAL_ERROR_INVALID_FILE.  'notes' (of char *) gets what is otherwise in the file than there. */
char    *tal_figure_file_dup_map (const TalFigureFile *self);
gboolean tal_figure_file_read_map (TalFigureFile *self,
                                   const char    *text,
                                   GPtrArray     *notes,
                                   GError       **error);

/* Of TalProblem: questions that must be answered before anything can be imported (errors), and
 * what was decided and should be looked at (notes). */
GPtrArray *tal_figure_file_list_doubts (const TalFigureFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFigureFile, tal_figure_file_unref)

G_END_DECLS
