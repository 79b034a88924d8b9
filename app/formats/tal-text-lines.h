/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a text file and what each of them is by its look alone.  Knows nothing of what
 * stands above or below a line, but for the width that the paragraphs are broken to.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char  *text;  /* all of it, cut into lines */
  char **lines; /* into the text, without their ends */
  guint  n_lines;
  gsize  width; /* in characters, that paragraphs are broken to; 0 where they are not */
} TalTextLines;

/* Decodes and cuts.  TAL_ERROR_INVALID_FILE where the bytes are no text, TAL_ERROR_UNSAFE_FILE
 * where it has too many lines. */
TalTextLines *tal_text_lines_new (GBytes *bytes, GError **error);
void          tal_text_lines_free (TalTextLines *self);

/* Blank, or a rule across the page. */
gboolean tal_text_line_is_empty (const char *line);
/* How many # begin a heading, or 0. */
gsize tal_text_line_get_heading (const char *line);
/* How many bytes mark an item of a list, or 0. */
gsize tal_text_line_get_marker (const char *line);
/* One cell of a row: "14.644 |", or bars alone. */
gboolean tal_text_line_is_cell (const char *line);
gboolean tal_text_line_is_bars (const char *line);
/* A row between bars, and the line of dashes below the first. */
gboolean tal_text_line_is_piped (const char *line);
gboolean tal_text_line_is_delimiter (const char *line);
/* A row with tabs between its cells. */
gboolean tal_text_line_is_tabbed (const char *line);
/* None of the above. */
gboolean tal_text_line_is_plain (const char *line, gboolean markdown);

/* Whether the next line goes on with the sentence of this one. */
gboolean tal_text_lines_continues (const TalTextLines *self, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalTextLines, tal_text_lines_free)

G_END_DECLS
