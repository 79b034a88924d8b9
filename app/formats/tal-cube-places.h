/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a cell lies, while its file is read: a value in each dimension that has been named so
 * far.  For files that name dimensions and values as they come.
 */

#pragma once

#include "formats/tal-cube-builder.h"

G_BEGIN_DECLS

typedef struct _TalCubePlaces TalCubePlaces;

TalCubePlaces *tal_cube_places_new (void);
void           tal_cube_places_free (TalCubePlaces *self);

void tal_cube_places_clear (TalCubePlaces *self);
void tal_cube_places_copy (TalCubePlaces *self, const TalCubePlaces *other);

/* Adds the dimension and the value to the builder where they are new.  'period' is of a value
 * of time, or NULL. */
gboolean tal_cube_places_set (TalCubePlaces       *self,
                              TalCubeBuilder      *builder,
                              const char          *dimension,
                              TalCubeDimensionKind kind,
                              const char          *code,
                              const char          *period,
                              GError             **error);
/* Whether a value is set in the dimension. */
gboolean tal_cube_places_has (const TalCubePlaces  *self,
                              const TalCubeBuilder *builder,
                              const char           *dimension);

gboolean tal_cube_places_add_cell (TalCubePlaces     *self,
                                   TalCubeBuilder    *builder,
                                   const TalCubeCell *cell,
                                   GError           **error);
/* On all cells that lie there. */
gboolean tal_cube_places_add_note (const TalCubePlaces *self,
                                   TalCubeBuilder      *builder,
                                   const char          *name,
                                   const char          *text,
                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalCubePlaces, tal_cube_places_free)

G_END_DECLS
