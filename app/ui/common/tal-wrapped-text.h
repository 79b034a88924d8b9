/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text in a row that is as wide as it is given room for, and as high as its lines.  A word is
 * divided only where it is wider than the line.
 *
 * GtkLabel does the same, and tries the text in half a dozen widths first, which is about half of
 * what a row costs that comes into sight.  This one asks for a number of characters, and lays its
 * text out in the one width that it gets.
 *
 * Another text doesn't make the window be laid out again, which costs more than a row: whoever
 * gives it one asks for its size and places it, or queues a resize of it.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_WRAPPED_TEXT (tal_wrapped_text_get_type ())

G_DECLARE_FINAL_TYPE (TalWrappedText, tal_wrapped_text, TAL, WRAPPED_TEXT, GtkWidget)

/* It asks for "width-chars" characters. */
GtkWidget *tal_wrapped_text_new (void);

/* Plain text, also what it is called to who cannot see it. */
void        tal_wrapped_text_set_label (TalWrappedText *self, const char *label);
const char *tal_wrapped_text_get_label (TalWrappedText *self);
/* In pixels, as it is laid out in that width; a single line ("single-line") isn't wrapped, and
 * needs none (-1).  Either may be NULL. */
void tal_wrapped_text_get_size (TalWrappedText *self, int width, int *ret_width, int *ret_height);

G_END_DECLS
