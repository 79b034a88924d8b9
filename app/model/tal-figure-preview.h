/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first cells of a file as they would be stored, for people who look before they import. */

#pragma once

#include "core/tal-catalogue.h"
#include "exchange/tal-figure-list.h"
#include "exchange/tal-label-match.h"

#include <glib.h>

G_BEGIN_DECLS

#define TAL_FIGURE_MOST_PREVIEWED 200

/* Fills in 'preview' (of TalFigurePreview): what is refused comes first, since it is asked about.
 * 'problems' may be of cells that are no figures. */
void tal_figure_preview_add (GPtrArray             *preview,
                             const TalFigureList   *list,
                             const TalLabelMatches *matches,
                             const GPtrArray       *problems,
                             const TalCatalogue    *catalogue);

/* Of cells that are no figures, for nobody can read them. */
void tal_figure_preview_add_unread (GPtrArray *preview, const GPtrArray *problems);

G_END_DECLS
