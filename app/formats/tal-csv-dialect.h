/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between the cells of a text file: a semicolon, a comma, a tab or a bar.
 *
 * It is found by the structure that each of them gives: rows of as many cells, and cells that
 * have no other separator in them.  How often a sign occurs says nothing, since "9,14" and
 * "Mænd; kvinder" are cells.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char  delimiter; /* '\0' where all rows have one cell */
  guint n_fields;  /* that most rows have */
  gsize skipped;   /* bytes of a first line "sep=;", which is for programs */
} TalCsvDialect;

void tal_csv_dialect_find (const char *text, gsize length, TalCsvDialect *ret_dialect);

G_END_DECLS
