/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What makes a sheet a form in Excel: the columns that somebody fills in have hints, lists to
 * choose from and checks, and everything else is locked, without a password.
 */

#pragma once

#include "formats/tal-table.h"
#include "formats/tal-xlsx-library.h"

G_BEGIN_DECLS

/* Nothing for a table that is no form.  'first' is the sheet's row of the table's first. */
lxw_error tal_xlsx_inputs_add (const TalXlsxLibrary *library,
                               lxw_worksheet        *worksheet,
                               const TalTable       *table,
                               guint                 first);

G_END_DECLS
