/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads IHE ADX (Aggregate Data Exchange), as DHIS2 and others write it.
 *
 * dataElement, orgUnit and period are dimensions; so is every other attribute of a group or a
 * value: dataSet, categoryOptionCombo, "AGE", "SEX".  A value need not have all of them.
 * When a group was completed and what else it says of itself are notes.
 */

#pragma once

#include "formats/tal-cube.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* TAL_ERROR_INVALID_FILE where it is no ADX or has no figure, TAL_ERROR_UNSAFE_FILE beyond a
 * limit; each with one sentence. */
TalCube *tal_adx_read (GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
