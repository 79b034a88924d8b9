/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a statistical file as a cube, whichever of PC-Axis, IHE ADX and SDMX-ML it is.  That is
 * told by what is in the file and never by its name.
 *
 * Every file is taken for hostile: it is read once, whole and with limits, nothing it
 * names is opened, and what cannot be read to the last figure gives an error and no cube.
 */

#pragma once

#include "formats/tal-cube.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_CUBE_FORMAT_NONE, /* none of these, such as a table */
  TAL_CUBE_FORMAT_PX,
  TAL_CUBE_FORMAT_ADX,
  TAL_CUBE_FORMAT_SDMX,
} TalCubeFormat;

/* By the first bytes.  SDMX is also what cannot be read of it: its reader says why. */
TalCubeFormat tal_cube_file_guess (GBytes *bytes);

TalCube *tal_cube_file_read_bytes (GBytes *bytes, GCancellable *cancellable, GError **error);

/* TAL_ERROR_NOT_FOUND, TAL_ERROR_NOT_WRITTEN where it cannot be read, TAL_ERROR_INVALID_FILE
 * where it is none of those, damaged or has no figures, TAL_ERROR_UNSAFE_FILE beyond a limit;
 * each with one sentence. */
TalCube *tal_cube_file_read (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
