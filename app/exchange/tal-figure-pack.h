/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a file, which may be millions: forty bytes each, and their remarks.  They are kept a
 * series at a time, in the order of their periods; the series stand in the order in which the file
 * has them.
 */

#pragma once

#include "core/tal-observation.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalFigurePack TalFigurePack;

TalFigurePack *tal_figure_pack_new (void);
void           tal_figure_pack_free (TalFigurePack *self);

/* FALSE where the series has a figure in that period already.  What the figure points to is copied. */
gboolean tal_figure_pack_add (TalFigurePack *self, const TalObservation *figure, guint line);

guint tal_figure_pack_get_length (const TalFigurePack *self);
guint tal_figure_pack_get_n_series (const TalFigurePack *self);
/* Of one of the series. */
TalId tal_figure_pack_get_series (const TalFigurePack *self, guint series);
guint tal_figure_pack_get_n_figures (const TalFigurePack *self, guint series);
/* In the order of the periods; only once no more are added. */
guint tal_figure_pack_get_line (const TalFigurePack *self, guint series, guint position);
/* As a record that is not counted: it is to be copied where it is kept, never to be referenced or
 * freed.  What it points to lasts as long as the pack. */
void tal_figure_pack_view (const TalFigurePack *self,
                           guint                series,
                           guint                position,
                           TalObservation      *ret_figure);
/* A record of its own. */
TalObservation *tal_figure_pack_dup (const TalFigurePack *self, guint series, guint position);
gboolean        tal_figure_pack_has (const TalFigurePack *self, TalId series, TalPeriod period);

/* Puts each series in the order of its periods: once, after the last is added. */
void tal_figure_pack_sort (TalFigurePack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFigurePack, tal_figure_pack_free)

G_END_DECLS
