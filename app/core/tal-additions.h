/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that are added, or taken away again, beside a change set: so many that they are not held
 * at once but handed over one series at a time.  A figure that is changed is never among them, so
 * that nothing is lost when they are undone.
 */

#pragma once

#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalAdditions TalAdditions;

struct _TalAdditions
{
  /* The next of them, all of one series; NULL after the last.  FALSE with an error. */
  gboolean (*next) (TalAdditions *self, TalRun **ret_run, GError **error);
  gboolean are_removed; /* they are taken away */
};

G_END_DECLS
