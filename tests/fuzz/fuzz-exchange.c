/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-bundle.h"

int LLVMFuzzerTestOneInput (const guint8 *start, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *start, gsize size)
{
  g_autoptr (GBytes)    bytes = g_bytes_new_static (start, size);
  g_autoptr (GPtrArray) problems = tal_problem_list_new ();
  g_autoptr (GError)    error = NULL;
  g_autoptr (TalBundle) bundle = tal_bundle_load_bytes (bytes, NULL, &error);

  /* Records, or a sentence why there are none. */
  g_assert_true ((bundle == NULL) == (error != NULL));
  if (bundle != NULL)
    g_assert_true (tal_bundle_check (bundle, NULL, problems) == (problems->len == 0));
  return 0;
}
