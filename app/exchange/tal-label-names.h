/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the series and members of a collection are called, and which of them the labels of a file
 * name.  Names are compared without regard to case, accents and spaces, and keep what was once
 * folded.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-member.h"
#include "exchange/tal-column-map.h"
#include "exchange/tal-figure-list.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalLabelNames TalLabelNames;

/* Both must outlive it. */
TalLabelNames *tal_label_names_new (const TalCatalogue *catalogue, const TalColumnMap *map);
void           tal_label_names_free (TalLabelNames *self);

/* The one series that all labels are of and that says least besides; NULL where there is none, or
 * several. */
const TalSeries *tal_label_names_find_series (TalLabelNames *self, const TalLabelSet *set);
/* The one member that is called so; none where there is none, or several. */
TalId tal_label_names_find_member (TalLabelNames *self, const TalFigureLabel *label);
/* As names are compared; "" of NULL.  It lasts as long as these names do. */
const char *tal_label_names_fold (TalLabelNames *self, const char *text);

/* The dimension of a role that has one. */
TalDimension tal_role_get_dimension (TalRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalLabelNames, tal_label_names_free)

G_END_DECLS
