/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a cube piece by piece, in the order of the file.  A dimension that turns up late has
 * no value in the cells before.
 *
 * What a file may have is bounded: 64 dimensions, a million values and notes, two million
 * cells.  Beyond that each call gives TAL_ERROR_UNSAFE_FILE with one sentence.
 */

#pragma once

#include "formats/tal-cube.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalCubeBuilder TalCubeBuilder;

TalCubeBuilder *tal_cube_builder_new (void);
void            tal_cube_builder_free (TalCubeBuilder *self);

/* Control characters become spaces and the ends are stripped; an empty text is none.  A text
 * that is there already stays. */
void tal_cube_builder_set_text (TalCubeBuilder *self, TalCubeText which, const char *text);

/* 'name' may be NULL. */
gboolean tal_cube_builder_add_dimension (TalCubeBuilder      *self,
                                         const char          *code,
                                         const char          *name,
                                         TalCubeDimensionKind kind,
                                         guint               *ret_dimension,
                                         GError             **error);
guint    tal_cube_builder_get_n_dimensions (const TalCubeBuilder *self);
gboolean tal_cube_builder_find_dimension (const TalCubeBuilder *self,
                                          const char           *code,
                                          guint                *ret_dimension);

/* Behind the others, also where it is there already.  'label' and 'period' may be NULL. */
gboolean tal_cube_builder_add_value (TalCubeBuilder *self,
                                     guint           dimension,
                                     const char     *code,
                                     const char     *label,
                                     const char     *period,
                                     GError        **error);
/* The first of that code. */
gboolean tal_cube_builder_find_value (const TalCubeBuilder *self,
                                      guint                 dimension,
                                      const char           *code,
                                      guint                *ret_value);
guint    tal_cube_builder_get_n_values (const TalCubeBuilder *self, guint dimension);

/* 'values' has one for each dimension that there is now.  The cell's texts are copied. */
gboolean tal_cube_builder_add_cell (TalCubeBuilder    *self,
                                    const TalCubeCell *cell,
                                    const guint       *values,
                                    GError           **error);
gsize    tal_cube_builder_get_n_cells (const TalCubeBuilder *self);

/* 'name' may be NULL.  An empty text is no note. */
gboolean tal_cube_builder_add_note (TalCubeBuilder     *self,
                                    const char         *name,
                                    const char         *text,
                                    const TalCubePlace *places,
                                    guint               n_places,
                                    GError            **error);

/* The cube; the builder is empty afterwards.  TAL_ERROR_INVALID_FILE where it has no cell. */
TalCube *tal_cube_builder_finish (TalCubeBuilder *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalCubeBuilder, tal_cube_builder_free)

G_END_DECLS
