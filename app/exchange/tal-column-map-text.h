/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map as a small text file, for people and for keeping. */

#pragma once

#include "exchange/tal-column-map.h"

#include <glib.h>

G_BEGIN_DECLS

/* The groups [Map], [Column 1] …, [Label 1] … and [Sign 1] … of keys and values, as the handbook of
 * the command line says. */
char *tal_column_map_to_text (const TalColumnMap *self);
/* TAL_ERROR_INVALID_FILE with the group and the key. */
TalColumnMap *tal_column_map_parse (const char *text, GError **error);

/* "Ledige 2023-03.csv" is "ledige .csv". */
char *tal_column_map_dup_name (const char *path);

G_END_DECLS
