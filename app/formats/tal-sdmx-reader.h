/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the figures of SDMX-ML: generic data of 2.0 and 2.1, by series or flat, compact data of
 * 2.0 and structure-specific data of 2.1.
 *
 * Concepts of keys are dimensions, attributes of sets, groups and series are notes.  UNIT_MULT is
 * such a note and is not applied.  Compact and structure-specific files do not say which
 * concepts are which without their structure: the well-known ones (DECIMALS, OBS_STATUS, TITLE …)
 * are taken for attributes, all others for dimensions.
 */

#pragma once

#include "formats/tal-cube.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* TAL_ERROR_INVALID_FILE where it is another kind of message or has no figure,
 * TAL_ERROR_UNSAFE_FILE beyond a limit; each with one sentence. */
TalCube *tal_sdmx_read (GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
