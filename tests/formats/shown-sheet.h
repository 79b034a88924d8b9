/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet as one text, for tests to compare. */

#pragma once

#include "formats/tal-workbook.h"

#include <glib.h>

G_BEGIN_DECLS

/* A row a line, cells between bars.  A text stands as it is, a number as "=9.14", with "%" where
 * it is shown as per cent and "~" where it is rounded, a day as "@2018-09-01", a boolean as "?1",
 * an error as "!#DIV/0!". */
char *shown_sheet (const TalSheet *sheet);
/* The sheets with their names, "Ark1:\n…", hidden ones in parentheses; or "error" with the code,
 * after checking that the message is a sentence on one line.  Takes both. */
char *shown_workbook (TalWorkbook *book, GError *error);

G_END_DECLS
