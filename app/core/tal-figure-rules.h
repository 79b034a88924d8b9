/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of tal_validate_changes for figures that come beside a change set, one after another:
 * what they share is worked out once.
 */

#pragma once

#include "core/tal-additions.h"
#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalFigureRules TalFigureRules;

/* 'after' is the catalogue with the changes applied, which may be NULL; both must outlive it. */
TalFigureRules *tal_figure_rules_new (const TalCatalogue *after, const TalChangeSet *changes);
void            tal_figure_rules_free (TalFigureRules *self);

/* Whether the figure keeps every rule but for closings, which only a change can break. */
gboolean tal_figure_rules_is_sound (TalFigureRules *self, const TalObservation *figure);
/* Whether the figure may be added. */
gboolean tal_figure_rules_allow (TalFigureRules *self, const TalObservation *figure);
/* Whether all of them may be added, or taken away.  TAL_ERROR_INVALID_RECORD with the place and the
 * reason. */
gboolean tal_figure_rules_check_run (TalFigureRules *self,
                                     const TalRun   *run,
                                     gboolean        are_removed,
                                     GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFigureRules, tal_figure_rules_free)

G_END_DECLS
