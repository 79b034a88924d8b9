/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Series that nothing measures by any more, taken away with the goal that they were made
 * for.
 */

#pragma once

#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

/* Whether a goal but 'except' measures by the series, or another series is made of it. */
gboolean tal_sweep_is_used (const TalCatalogue *catalogue, TalId series, TalId except);

/* The series that a goal measures by and what they are made of, each once: adds their ids to
 * an array of TalId. */
void tal_sweep_list_series (const TalCatalogue *catalogue, TalId goal, GArray *ret_series);

/* Adds to 'changes' the removal of those of the series, an array of TalId, that belong to an
 * initiative and that nothing uses once the changes are made.  With 'with_figures' their
 * figures go with them, else one that has figures stays. */
gboolean tal_sweep_unused (const TalCatalogue *catalogue,
                           TalRunSource       *runs,
                           const TalWriter    *writer,
                           TalChangeSet       *changes,
                           const GArray       *series,
                           gboolean            with_figures,
                           GError            **error);

G_END_DECLS
