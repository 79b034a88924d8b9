/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell of an OpenDocument spreadsheet, from what its element says and the text in it. */

#pragma once

#include "formats/tal-cell.h"
#include "formats/tal-markup.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *type;    /* "float", "percentage"; or NULL */
  char    *value;   /* of that type, or NULL */
  char    *formula; /* or NULL */
  gboolean is_error;
} TalOdsCell;

void tal_ods_cell_read (TalOdsCell *self, const TalMarkupElement *element);
void tal_ods_cell_clear (TalOdsCell *self);

/* 'text' is what is shown, borrowed for as long as the cell is used, as the rest is.
 * TAL_ERROR_INVALID_TEXT where the value is not of its type. */
gboolean tal_ods_cell_resolve (const TalOdsCell *self,
                               const char       *text,
                               TalCell          *ret_cell,
                               GError          **error);

G_END_DECLS
