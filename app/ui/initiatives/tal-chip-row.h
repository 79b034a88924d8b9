/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What something belongs to, a chip for each name, under what they are together. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_CHIP_ROW (tal_chip_row_get_type ())

G_DECLARE_FINAL_TYPE (TalChipRow, tal_chip_row, TAL, CHIP_ROW, GtkListBoxRow)

GtkWidget *tal_chip_row_new (void);

/* NULL at its end.  Without any the row is away. */
void tal_chip_row_show (TalChipRow *self, const char *const *names);

G_END_DECLS
