/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Memory for SQLite and libxml2 that is refused when told to: the n-th request, once or from there
 * on.  (GLib's own ends the program, as it says of itself.)
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Before anything else uses one of the two. */
void failing_memory_install (void);
/* Counts from 1. */
void failing_memory_arm (guint first, gboolean for_good);
void failing_memory_disarm (void);
/* Requests since it was armed. */
guint failing_memory_get_n_requests (void);

G_END_DECLS
