/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the builder hands over what it built. */

#pragma once

#include "formats/tal-workbook.h"

#include <glib.h>

G_BEGIN_DECLS

/* Takes both: the sheets, an array that frees them, and the texts that they point into. */
TalWorkbook *tal_workbook_new (GPtrArray *sheets, guint8 *texts);

G_END_DECLS
