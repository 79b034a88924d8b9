/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A property that is read, not edited: its name in small letters over its value.  The
 * row hides itself where there is no value.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_PROPERTY_ROW (tal_property_row_get_type ())

G_DECLARE_FINAL_TYPE (TalPropertyRow, tal_property_row, TAL, PROPERTY_ROW, GtkListBoxRow)

/* NULL or "" is none. */
void tal_property_row_set_value (TalPropertyRow *self, const char *value);

G_END_DECLS
