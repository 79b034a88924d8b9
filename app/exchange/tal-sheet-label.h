/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cell says of others: the text of a label or a heading, on one line. */

#pragma once

#include "formats/tal-sheet.h"

#include <glib.h>

G_BEGIN_DECLS

/* The text of the cell, or of the merged area that it is part of; "" where there is none. */
char *tal_sheet_label_dup (const TalSheet *sheet, guint row, guint column);
/* The same; of an empty cell that of the nearest one to the left that has any, but not left of
 * 'first_column'. */
char *tal_sheet_label_dup_from_left (const TalSheet *sheet,
                                     guint           row,
                                     guint           column,
                                     guint           first_column);
/* All texts of a row, a space between them. */
char *tal_sheet_label_dup_row (const TalSheet *sheet, guint row);

G_END_DECLS
