/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures beside a change set on their way to the store: each is checked, and the change set is
 * told of each series.  It is the additions that it is asked for (TalAdditions).
 */

#pragma once

#include "core/tal-additions.h"
#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalFigureGate TalFigureGate;

/* 'after' is the catalogue with the changes applied.  All three must outlive it. */
TalFigureGate *tal_figure_gate_new (TalAdditions       *from,
                                    const TalCatalogue *after,
                                    TalChangeSet       *changes);
void           tal_figure_gate_free (TalFigureGate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFigureGate, tal_figure_gate_free)

G_END_DECLS
