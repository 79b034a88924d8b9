/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a developer asks of somebody who reports an error, without a name, a figure or a place
 * of the person's own.  Its words are the program's, and not translated.
 */

#pragma once

#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

/* The libraries below the window, with their versions, a line each. */
char *tal_report_describe_libraries (void);
/* How many records of each kind there are but for the figures: "goal: 12" a line each. */
char *tal_report_count_records (const TalCatalogue *catalogue);

G_END_DECLS
