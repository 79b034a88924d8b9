/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a statistical file: its dimensions are columns, so that it is mapped as tables
 * are.
 */

#pragma once

#include "exchange/tal-column-map.h"
#include "exchange/tal-figure-list.h"
#include "formats/tal-cube.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What its dimensions probably mean. */
TalColumnMap *tal_cube_figures_guess (const TalCube *cube, TalId id);
/* NULL only where it is cancelled. */
TalFigureList *tal_cube_figures_read (const TalCube      *cube,
                                      const TalColumnMap *map,
                                      GCancellable       *cancellable,
                                      GError            **error);

G_END_DECLS
