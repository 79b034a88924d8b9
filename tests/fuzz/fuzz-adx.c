/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-adx-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *start, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *start, gsize size)
{
  g_autoptr (GBytes)  bytes = g_bytes_new_static (start, size);
  g_autoptr (GError)  error = NULL;
  g_autoptr (TalCube) cube = tal_adx_read (bytes, NULL, &error);

  /* Figures, or a sentence why there are none. */
  g_assert_true ((cube == NULL) == (error != NULL));
  g_assert_true (cube == NULL || tal_cube_get_n_cells (cube) > 0);
  return 0;
}
