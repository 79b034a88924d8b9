/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain text on paper: A4 pages as PDF, with their numbers, for what somebody keeps beside a
 * case.  Nothing is cut off: a line that is too long becomes several.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalTextPages TalTextPages;

typedef enum
{
  TAL_TEXT_PAGES_TITLE,
  TAL_TEXT_PAGES_HEADING, /* never alone at the foot of a page */
  TAL_TEXT_PAGES_BODY,
  TAL_TEXT_PAGES_ITEM, /* of a list, further in */
} TalTextPagesStyle;

TalTextPages *tal_text_pages_new (void);
void          tal_text_pages_free (TalTextPages *self);

/* The next paragraph; a line break in it is one on paper. */
void tal_text_pages_add (TalTextPages *self, TalTextPagesStyle style, const char *text);

/* 'title' is what programs call the document. */
GBytes *tal_text_pages_write (const TalTextPages *self, const char *title, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalTextPages, tal_text_pages_free)

G_END_DECLS
