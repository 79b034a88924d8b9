/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for one figure.  It shows the figure in words ("179 borgere") and, while it is
 * being edited, as it is typed ("179").
 *
 * Leaving it or pressing Enter gives up what was typed in "edited"; Escape takes the
 * figure back.  What is refused stays in the field with the reason under it until it is
 * corrected or taken back.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_FIGURE_ROW (tal_figure_row_get_type ())

G_DECLARE_FINAL_TYPE (TalFigureRow, tal_figure_row, TAL, FIGURE_ROW, GtkListBoxRow)

GtkWidget *tal_figure_row_new (void);

/* The figure as typed and in words.  A text that was refused is kept until then. */
void tal_figure_row_set_figure (TalFigureRow *self, const char *typed, const char *words);
void tal_figure_row_set_editable (TalFigureRow *self, gboolean editable);
/* A smaller line under the figure; NULL for none. */
void tal_figure_row_set_subtitle (TalFigureRow *self, const char *subtitle);
/* Why what was typed is refused, and what may have been meant; both may be NULL. */
void tal_figure_row_refuse (TalFigureRow *self, const char *reason, const char *offer);
/* Whether something is typed that is neither stored nor on its way to be. */
gboolean tal_figure_row_is_pending (TalFigureRow *self);
/* Takes back what was typed. */
void tal_figure_row_revert (TalFigureRow *self);
/* For whoever types on a person's behalf. */
GtkEditable *tal_figure_row_get_editable (TalFigureRow *self);
const char  *tal_figure_row_get_reason (TalFigureRow *self);

G_END_DECLS
