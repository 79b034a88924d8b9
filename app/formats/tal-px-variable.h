/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A variable of a PC-Axis file, gathered from the statements about it, until it is a dimension
 * of the cube.
 */

#pragma once

#include "formats/tal-cube-builder.h"
#include "formats/tal-px-statement.h"

G_BEGIN_DECLS

typedef struct _TalPxVariable TalPxVariable;

TalPxVariable *tal_px_variable_new (const char *name);
void           tal_px_variable_free (TalPxVariable *self);

const char *tal_px_variable_get_name (const TalPxVariable *self);
/* FALSE where the statement says nothing of the shape of a variable. */
gboolean tal_px_variable_take (TalPxVariable *self, const TalPxStatement *statement);

/* As the next dimension of the builder.  TAL_ERROR_INVALID_FILE where it has no values, or
 * more or fewer codes than values. */
gboolean tal_px_variable_build (TalPxVariable *self, TalCubeBuilder *builder, GError **error);

guint tal_px_variable_get_n_values (const TalPxVariable *self);
/* By its text, then by its code. */
gboolean tal_px_variable_find (const TalPxVariable *self, const char *text, guint *ret_value);

/* Whether each row of the data begins with a key for it; the text or the code of a value. */
gboolean tal_px_variable_is_key (const TalPxVariable *self);
gboolean tal_px_variable_find_key (const TalPxVariable *self, const char *text, guint *ret_value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalPxVariable, tal_px_variable_free)

G_END_DECLS
